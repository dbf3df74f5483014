// SPDX-License-Identifier: Apache-2.0
#include "drawing/timeline_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "drawing/source_notes.hpp"
#include "model/term.hpp"

namespace maillage {
namespace {

Index topmost(const DataSet& data, Index institution) {
  for (int depth = 0; depth < 16 && data.institutions.parent[institution] != kNone; ++depth) {
    institution = data.institutions.parent[institution];
  }
  return institution;
}

TimelineRow row_of(const TimelineInput& input, const DeadlineRules& rules, Index agreement) {
  const auto& data = *input.data;
  TimelineRow row;
  row.agreement = agreement;
  row.is_announced = is_announced(data, agreement);
  row.validity = validity_of(data, agreement);
  if (row.is_announced) {
    row.status = Status::announced;
  } else if (input.selection.reference_day) {
    row.status = status_at(data, agreement, *input.selection.reference_day);
  }
  row.signature_is_inferred = is_inferred(data, agreement, "signed");
  for (const auto party : data.parties_of(agreement)) row.partners.push_back(data.parties.institution[party]);
  row.unnamed = data.agreements.unnamed_parties[agreement];
  const auto first = std::ranges::lower_bound(data.events, agreement, {}, &Event::agreement);
  for (auto event = first; event != data.events.end() && event->agreement == agreement; ++event) {
    if (can_be_drawn(event->date)) row.events.push_back(&*event);
  }
  if (input.selection.reference_day) {
    for (auto& deadline : rules.at(agreement, input.selection.reference_day).deadlines) {
      if (deadline.state != DeadlineState::unknown) row.deadlines.push_back(std::move(deadline));
    }
  }
  return row;
}

int rank_of(Status status) {
  switch (status) {
    case Status::in_force: return 0;
    case Status::signed_not_started: return 1;
    case Status::unknown: return 2;
    case Status::ended: return 3;
    case Status::announced: break;
  }
  return 4;
}

Day first_day_of(const DataSet& data, const TimelineRow& row) {
  if (row.is_announced) {
    const auto expected = data.agreements.expected[row.agreement];
    return can_be_drawn(expected) ? expected.first_written() : kDistantFuture;
  }
  return row.validity.start_earliest > kDistantPast ? row.validity.start_earliest : row.validity.start_latest;
}

void order_rows(const DataSet& data, std::vector<TimelineRow>& rows) {
  std::ranges::sort(rows, {}, [&](const TimelineRow& row) {
    return std::tuple(rank_of(row.status), first_day_of(data, row), row.validity.end_earliest,
                      data.agreements.id[row.agreement]);
  });
}

/// The institutions under which an agreement may stand: its parties, and the topmost institutions of units.
std::vector<Index> candidates_of(const DataSet& data, const TimelineRow& row) {
  auto candidates = row.partners;
  for (const auto partner : row.partners) candidates.push_back(topmost(data, partner));
  std::ranges::sort(candidates);
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  return candidates;
}

/// Rank of each institution as a group: most agreements certainly in force, then hub order, then most agreements.
std::map<Index, std::size_t> ranks_of_groups(const TimelineInput& input, const std::vector<TimelineRow>& rows) {
  struct Weight {
    long certain = 0, hub = 0, all = 0;
  };
  std::map<Index, Weight> weights;
  for (const auto& row : rows) {
    for (const auto institution : candidates_of(*input.data, row)) {
      auto& weight = weights[institution];
      weight.certain -= row.status == Status::in_force;
      weight.all -= !row.is_announced;
    }
  }
  const auto last = static_cast<long>(input.hubs.size());
  for (auto& [institution, weight] : weights) weight.hub = last;
  for (long i = 0; i < last; ++i) {
    const auto found = weights.find(input.hubs[static_cast<std::size_t>(i)]);
    if (found != weights.end()) found->second.hub = std::min(found->second.hub, i);
  }
  std::vector<std::pair<Index, Weight>> order(weights.begin(), weights.end());
  std::ranges::sort(order, {}, [](const auto& entry) {
    return std::tuple(entry.second.certain, entry.second.hub, entry.second.all, entry.first);
  });
  std::map<Index, std::size_t> ranks;
  for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i].first] = i;
  return ranks;
}

std::vector<TimelineGroup> by_institution(const TimelineInput& input, std::vector<TimelineRow> rows) {
  const auto ranks = ranks_of_groups(input, rows);
  std::map<std::size_t, TimelineGroup> groups;
  for (auto& row : rows) {
    auto best = std::pair(ranks.size(), kNone);
    for (const auto institution : candidates_of(*input.data, row)) {
      best = std::min(best, std::pair(ranks.at(institution), institution));
    }
    auto& group = groups[best.first];
    group.institution = best.second;
    std::erase(row.partners, best.second);
    group.rows.push_back(std::move(row));
  }
  std::vector<TimelineGroup> ordered;
  for (auto& [rank, group] : groups) ordered.push_back(std::move(group));
  return ordered;
}

std::vector<TimelineGroup> by_type(std::vector<TimelineRow> rows, const DataSet& data) {
  std::map<AgreementType, TimelineGroup> groups;
  for (auto& row : rows) {
    auto& group = groups[data.agreements.type[row.agreement]];
    group.type = data.agreements.type[row.agreement];
    group.rows.push_back(std::move(row));
  }
  std::vector<TimelineGroup> ordered;
  for (auto& [type, group] : groups) ordered.push_back(std::move(group));
  const auto certain = [](const TimelineGroup& group) {
    return -std::ranges::count(group.rows, Status::in_force, &TimelineRow::status);
  };
  // `other` comes last, whatever it holds: it is no type.
  std::ranges::stable_sort(ordered, {}, [&](const TimelineGroup& group) {
    return std::tuple(group.type == AgreementType::other, certain(group), -static_cast<long>(group.rows.size()));
  });
  return ordered;
}

}  // namespace

bool can_be_drawn(const PartialDate& date) { return date.is_known() && !date.is_open(); }

std::vector<TimelineGroup> timeline_groups(const TimelineInput& input, TimelineGrouping grouping) {
  std::vector<TimelineRow> rows;
  rows.reserve(input.selection.items.size());
  const DeadlineRules rules(*input.data);
  for (const auto& item : input.selection.items) rows.push_back(row_of(input, rules, item.agreement));
  auto groups = grouping == TimelineGrouping::institution ? by_institution(input, std::move(rows))
                                                          : by_type(std::move(rows), *input.data);
  for (auto& group : groups) order_rows(*input.data, group.rows);
  return groups;
}

TimelineCounts count_timeline(const TimelineInput& input) {
  const auto& data = *input.data;
  TimelineCounts counts;
  for (const auto& item : input.selection.items) {
    if (is_announced(data, item.agreement)) {
      ++counts.announced;
      continue;
    }
    ++counts.signed_agreements;
    const auto v = validity_of(data, item.agreement);
    const auto& t = data.agreements;
    counts.dated += can_be_drawn(t.signed_on[item.agreement]) || v.start_is_stated || v.end_rule != EndRule::unknown;
    if (v.end_rule == EndRule::open) {
      ++counts.open;
    } else if (v.end()) {
      ++counts.known;
    } else if (may_be_renewed(v)) {
      ++counts.renewed;
    } else if (v.end_rule != EndRule::unknown && v.end_latest < kDistantFuture && v.end_earliest > kDistantPast) {
      ++counts.imprecise;
    } else {
      ++counts.unknown;
    }
  }
  return counts;
}

}  // namespace maillage
