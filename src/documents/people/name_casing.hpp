// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "documents/lexicon/lexicon.hpp"
#include "documents/people/written_names.hpp"

namespace maillage::documents {

/// A name as one writes it: first names, then the surname; words in capitals get a capital first letter each (« LE GOARNEC » is
/// « Le Goarnec », « d' » and « de » stay small), first names the accents that capitals hid. O(length).
std::string cased_name(const Words& words, const WrittenName& name, const Lexicon& lexicon);

/// A name that stands in capitals with one capital a word, small words small: « SAINT-JEAN DE X » is « Saint-Jean de X ».
/// O(length).
std::string capitals_as_name(std::string_view text);

}  // namespace maillage::documents
