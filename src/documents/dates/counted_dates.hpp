// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/dates/date_mentions.hpp"
#include "documents/lexicon/lexicon.hpp"
#include "documents/text/words.hpp"

namespace maillage::documents {

/// Adds the days that hang on a day told before, by place: « le même jour », « le lendemain », « la veille », and the
/// later ones of a list (« le 8 mars ; … le 15 ; … le 22 »). `found` is ascending and stays so. O(words + dates).
void add_counted_dates(const Words& words, const Lexicon& lexicon, std::vector<DateMention>& found);

}  // namespace maillage::documents
