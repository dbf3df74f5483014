// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/dates/date_mentions.hpp"

namespace maillage::documents {

/// Sums of money in euros, by place: « 510 000 € », « 1,2 million d'euros », « deux millions d'euros », « 3 M€ », « 150 k€ »;
/// sums of other money are left out. O(words).
std::vector<AmountMention> find_amounts(const Words& words, const Lexicon& lexicon);

}  // namespace maillage::documents
