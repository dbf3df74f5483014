// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// A narrow right column whose lines were set between those of the left one: its heading (« LES PARTIES », « Ont signé : ») behind
/// a line that goes on below, its items, each ending with a semicolon, between blank lines in the midst of sentences. They are
/// put together behind the text, as items below their heading; the sentences they cut are whole again. Without such a heading
/// and three items nothing is changed. O(letters).
std::vector<SourceLine> with_right_column_behind(std::vector<SourceLine> lines);

}  // namespace maillage::documents
