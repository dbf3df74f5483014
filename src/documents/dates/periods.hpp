// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/dates/date_mentions.hpp"

namespace maillage::documents {

/// Periods and durations of a text, by place: « 2022/2026 », « de 2025 à 2029 », « pour la période 2021-2026 », « jusqu'au 31
/// décembre 2027 », « à compter de la rentrée 2024 », « du 1er mars au 30 juin », « pour une durée de cinq ans », « triennale »,
/// « renouvelable une fois par tacite reconduction ». `dates`: those of the text. O(words).
std::vector<PeriodMention> find_periods(const Words& words, const Lexicon& lexicon, const std::vector<DateMention>& dates);

}  // namespace maillage::documents
