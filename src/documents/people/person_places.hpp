// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/people/written_names.hpp"

namespace maillage::documents {

/// Does a name whose first name nobody knows stand where only people do: « raconte X Y », « sous la présidence de X Y »,
/// « X Y, directrice », « Contact presse : X Y »? No word of it is common or begins or ends the name of a body. O(length).
bool stands_as_person(const Words& words, const Lexicon& lexicon, const WrittenName& name);

/// Could its words be a first name and a surname, and not a body's name? O(length).
bool has_form_of_person(const Words& words, const Lexicon& lexicon, const WrittenName& name);

/// By word: does a name begin that stands as a person? O(words).
std::vector<bool> standing_people(const Words& words, const Lexicon& lexicon);

}  // namespace maillage::documents
