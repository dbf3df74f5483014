// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/institutions/institution_heads.hpp"

namespace maillage::documents {

/// The words of a name that tell it apart.
using NameKey = std::vector<std::string>;

/// Folded, its acronym written out, small words left out; « ville de », « mairie de » and « commune de » are one, as
/// are « département » and « conseil départemental », « région » and « conseil régional ». O(length).
NameKey name_key(const InstitutionHeads& heads, std::string_view name, std::string_view category);

/// The blank-separated parts of a folded text.
std::vector<std::string> parts_of(std::string_view folded_text);

/// The first letters of its words: « ffa » of « Fédération française d'aviron ».
std::string initials_of(const NameKey& key);

bool begins_with(const NameKey& longer, const NameKey& shorter);
bool ends_with(const NameKey& longer, const NameKey& shorter);
/// All words of one stand in the other, in their order.
bool is_inside(const NameKey& shorter, const NameKey& longer);

}  // namespace maillage::documents
