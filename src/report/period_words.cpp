// SPDX-License-Identifier: Apache-2.0
#include "report/period_words.hpp"

#include <algorithm>

#include "report/sections.hpp"

namespace maillage {

std::string period_in_words(const std::optional<Day>& from, const std::optional<Day>& to, const Language& language) {
  if (!from && !to) return {};
  const auto date = [&](const std::optional<Day>& day) { return day ? language.date(*day) : std::string(); };
  const auto key = !to ? "period.words.since" : !from ? "period.words.until" : "period.words.from_to";
  return language.say(key, {{"from", date(from)}, {"to", date(to)}});
}

// Agreements that the view would hold, had it no date: signed ones that its day or period leaves out.
std::size_t left_out_by_date(const ReportContext& c) {
  auto options = c.view.options;
  if (!options.as_of && !options.from && !options.to) return 0;
  options.as_of.reset();
  options.from.reset();
  options.to.reset();
  options.unknown = UnknownDates::include;
  const auto all = select_agreements(c.data, options).items.size();
  return all - std::min(all, c.view.selection.items.size());
}

}  // namespace maillage
