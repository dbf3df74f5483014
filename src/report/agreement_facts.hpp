// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/language.hpp"
#include "model/validity.hpp"
#include "report/citations.hpp"

namespace maillage {

/// What a list or a report says of one agreement beside the columns of its row: what follows from its dates at a day.
struct AgreementFacts {
  Index agreement = kNone;
  Status status = Status::unknown;
  Certainty in_force = Certainty::no;  ///< on the day; `possible` where there is no day to read it at
  Validity validity;
  std::string valid_to;  ///< EDTF: the end as stated, or computed; `..` where open; empty where unknown
  std::vector<Citation> sources;
};

/// O(claims about the agreement). Without a day an agreement that is not announced has the status `unknown`.
AgreementFacts facts_of_agreement(const DataSet& data, Index agreement, std::optional<Day> as_of);

/// The end as EDTF: as it is stated, or the computed day or span; `..` where open, empty where unknown.
std::string end_of_agreement(const DataSet& data, Index agreement, const Validity& validity);
/// The rule behind an end in words: `énoncée, à l’année près`, `calculée : 5 ans à partir de la signature`, …
std::string end_rule_in_words(const DataSet& data, Index agreement, const Validity& validity, const Language& language);
/// P1Y6M as `1 an et 6 mois`; the text itself where it is no duration.
std::string duration_in_words(std::string_view duration, const Language& language);
/// Time from one day to a later one in whole years and months, or in days under two months.
std::string delay_in_words(Day from, Day to, const Language& language);

}  // namespace maillage
