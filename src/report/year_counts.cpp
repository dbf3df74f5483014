// SPDX-License-Identifier: Apache-2.0
#include "report/year_counts.hpp"

#include <algorithm>
#include <optional>

#include "model/validity.hpp"

namespace maillage {
namespace {

struct YearRange {
  std::optional<int> first, last;
  void hold(Day day) {
    if (day <= kDistantPast || day >= kDistantFuture) return;
    const int year = civil_of(day).year;
    first = std::min(first.value_or(year), year);
    last = std::max(last.value_or(year), year);
  }
  void hold(const PartialDate& date) {
    if (!date.is_known() || date.is_open()) return;
    hold(date.first_written());
    hold(date.last_written());
  }
};

void place(YearCounts::Set& set, Index agreement, Certainty certainty) {
  if (certainty == Certainty::certain) set.certain.push_back(agreement);
  if (certainty != Certainty::no) set.possible.push_back(agreement);
}

Certainty ends_during(const Validity& v, Day from, Day to) {
  if (v.end_rule == EndRule::open || v.end_earliest > to || v.end_latest < from) return Certainty::no;
  return v.end_earliest >= from && v.end_latest <= to ? Certainty::certain : Certainty::possible;
}

// What is signed was signed by the day the report speaks of, even where no source says when.
Certainty signed_by(const DataSet& data, Index agreement, Day from, Day to, std::optional<Day> as_of) {
  const auto certainty = signed_during(data, agreement, from, to);
  if (certainty != Certainty::possible || !as_of || from <= *as_of) return certainty;
  const bool may_be_earlier = signed_during(data, agreement, kDistantPast, *as_of) != Certainty::no;
  return may_be_earlier ? Certainty::no : certainty;
}

// The day and what ends next stay inside; the distant past goes first.
void keep_years(YearRange& range, std::optional<Day> as_of, std::size_t most) {
  const auto span = static_cast<int>(std::min<std::size_t>(most, 10000));
  if (*range.last - *range.first < span) return;
  int last = *range.last;
  if (as_of) last = std::min(last, civil_of(*as_of).year + span / 2);
  range.first = std::max(*range.first, last - span + 1);
  range.last = *range.first + span - 1;
}

}  // namespace

std::vector<YearCounts> count_by_year(const DataSet& data, const std::vector<Index>& agreements,
                                      std::optional<Day> as_of, std::size_t most) {
  YearRange range;
  if (as_of) range.hold(*as_of);
  for (const auto a : agreements) {
    range.hold(data.agreements.signed_on[a]);
    const auto v = validity_of(data, a);
    range.hold(v.start_earliest);
    if (v.end_rule != EndRule::unknown && !v.renewals_unlimited) range.hold(v.end_latest);
    if (v.end_rule != EndRule::unknown) range.hold(v.end_earliest);
  }
  std::vector<YearCounts> years;
  if (!range.first) return years;
  keep_years(range, as_of, most);
  for (int year = *range.first; year <= *range.last; ++year) {
    YearCounts counts;
    counts.year = year;
    const auto from = first_day_of_year(year);
    const auto to = last_day_of_year(year);
    for (const auto a : agreements) {
      if (is_announced(data, a)) continue;
      place(counts.in_force, a, in_force_during(data, a, from, to));
      place(counts.signed_, a, signed_by(data, a, from, to, as_of));
      place(counts.ending, a, ends_during(validity_of(data, a), from, to));
    }
    years.push_back(std::move(counts));
  }
  return years;
}

}  // namespace maillage
