// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/text/prose.hpp"

namespace maillage::documents {

/// The sentences of the blocks of a text, ascending: Unicode's sentence breaks (UAX #29) for French, but none behind an
/// abbreviation (« M. », « art. », « n° », an initial), and one behind a semicolon in front of a capital. Every block has one
/// at least. O(letters).
std::vector<Span> sentences_of(const Prose& prose);

}  // namespace maillage::documents
