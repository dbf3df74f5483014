// SPDX-License-Identifier: Apache-2.0
#include "model/decision_list.hpp"

#include <algorithm>
#include <tuple>

namespace maillage {
namespace {

void sort_in(const DeadlinesOfAgreement& found, Index a, DecisionList& list) {
  switch (found.standing) {
    case DeadlineStanding::without_term: list.without_term.push_back(a); break;
    case DeadlineStanding::terminated: list.terminated.push_back(a); break;
    case DeadlineStanding::succeeded: list.succeeded.emplace_back(a, found.other); break;
    case DeadlineStanding::amendment: list.amendments.emplace_back(a, found.other); break;
    case DeadlineStanding::announced:
    case DeadlineStanding::ended:
    case DeadlineStanding::asks: break;
  }
}

auto place_of(const Decision& decision) {
  const auto& d = decision.deadline;
  const bool is_unknown = d.state == DeadlineState::unknown;
  return std::tuple(d.state, is_unknown ? d.latest : d.earliest, d.latest, decision.agreement);
}

}  // namespace

DecisionList decisions_before(const DataSet& data, std::span<const Index> agreements, std::optional<Day> as_of, Day before) {
  const DeadlineRules rules(data);
  DecisionList list;
  for (const auto a : agreements) {
    const auto found = rules.at(a, as_of);
    sort_in(found, a, list);
    for (auto deadline : found.deadlines) {
      const bool is_unknown = deadline.state == DeadlineState::unknown;
      if (deadline.earliest >= before && !is_unknown) continue;
      if (deadline.latest >= before) deadline.certainty = Certainty::possible;
      ++(is_unknown ? list.unknown : deadline.state == DeadlineState::missed ? list.missed : list.ahead);
      list.decisions.push_back({a, std::move(deadline)});
    }
  }
  std::ranges::stable_sort(list.decisions, {}, place_of);
  return list;
}

DecisionList together(DecisionList one, const DecisionList& other) {
  const auto add = [](auto& to, const auto& more) { to.insert(to.end(), more.begin(), more.end()); };
  add(one.decisions, other.decisions);
  add(one.without_term, other.without_term);
  add(one.terminated, other.terminated);
  add(one.succeeded, other.succeeded);
  add(one.amendments, other.amendments);
  one.missed += other.missed;
  one.ahead += other.ahead;
  one.unknown += other.unknown;
  std::ranges::stable_sort(one.decisions, {}, place_of);
  return one;
}

std::string edtf_of_bounds(Day earliest, Day latest) {
  const bool has_first = earliest > kDistantPast, has_last = latest < kDistantFuture;
  if (has_first && has_last) return earliest == latest ? to_iso(earliest) : to_iso(earliest) + "/" + to_iso(latest);
  if (has_first) return "[" + to_iso(earliest) + "..]";
  return has_last ? "[.." + to_iso(latest) + "]" : "";
}

}  // namespace maillage
