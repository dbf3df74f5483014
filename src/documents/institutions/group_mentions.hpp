// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/institution_mentions.hpp"
#include "documents/institutions/name_tails.hpp"

namespace maillage::documents {

/// « les deux établissements », « les trois partenaires », « les deux collectivités »: as many institutions as are
/// said, of the categories the word stands for, those named last before it (in the order of naming); those named next
/// where too few are before. A group whose number cannot be filled is left out. `mentions` by place. O(words + groups ·
/// mentions).
std::vector<GroupMention> group_mentions(const NameContext& context, const Institutions& institutions);

}  // namespace maillage::documents
