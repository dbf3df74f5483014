// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "documents/lexicon/lexicon.hpp"
#include "documents/text/words.hpp"
#include "model/partial_date.hpp"

namespace maillage::documents {

/// A date that a text gives.
struct DateMention {
  Span span;
  PartialDate date;         ///< to its precision; what the text leaves out is filled in from the document's own date
  bool is_relative = false; ///< « hier », « ce lundi », « en juin dernier »: rests on the document's date
  bool weekday_differs = false;  ///< a weekday is named that the day is not
  std::string rule;         ///< which rule found it, for --explain
};

/// From when to when, and for how long.
struct PeriodMention {
  Span span;
  PartialDate from, to;                 ///< unknown where only the length is said
  std::optional<int> months;            ///< « pour une durée de cinq ans »: 60
  bool is_renewable = false, is_tacit = false;  ///< « renouvelable une fois par tacite reconduction »
  std::optional<int> renewals;          ///< how often
  std::string rule;
};

struct AmountMention {
  Span span;
  double euros = 0;
  bool is_yearly = false;      ///< « par an », « chaque année »
  bool is_approximate = false; ///< « près de », « plus de »
  std::string rule;
};

struct Dates {
  std::optional<DateMention> of_document;  ///< dateline, « publié le », « n° 7 – juillet 2023 »
  std::vector<DateMention> dates;          ///< by place; the document's own among them
  std::vector<PeriodMention> periods;
  std::vector<AmountMention> amounts;
};

/// Finds dates, periods and amounts. O(words).
Dates find_dates(const Words& words, const Lexicon& lexicon);

}  // namespace maillage::documents
