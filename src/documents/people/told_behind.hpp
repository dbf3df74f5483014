// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/people/function_institutions.hpp"
#include "documents/people/person_candidates.hpp"
#include "documents/people/person_mentions.hpp"

namespace maillage::documents {

/// What the next sentence tells of who was just named: « X était en visite. Le président de A y a retrouvé … » gives X the
/// function; « X et Y ont signé. Le premier s'engageait au nom de A, la seconde pour B » says for whom each acted, in the same
/// sentence as well. `names`: by mention of people, the number of the candidate. O(words + mentions).
void tell_behind(const Words& words, const Institutions& institutions, const PersonCandidates& candidates, const std::vector<std::size_t>& names,
                 const FunctionInstitutions& held, People& people);

}  // namespace maillage::documents
