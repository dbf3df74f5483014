// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "documents/text/prose.hpp"

namespace maillage::documents {

/// Does an e-mail address or a telephone number stand in a text?
bool holds_contact(std::string_view text);

/// What a document says around a place, on one line: its sentence, cut at words on both sides where it is long. Never an
/// e-mail address or a telephone number: empty where it cannot be quoted without. O(log sentences).
std::string quote_of(const Prose& prose, const Span& place);

}  // namespace maillage::documents
