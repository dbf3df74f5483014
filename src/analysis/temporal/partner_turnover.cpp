// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/partner_turnover.hpp"

#include <algorithm>

#include "analysis/temporal/evolving_network.hpp"

namespace maillage {
namespace {

using Ties = std::vector<std::pair<Index, Index>>;

bool holds(const Ties& ties, const std::pair<Index, Index>& tie) { return std::ranges::binary_search(ties, tie); }

std::int64_t count_missing(const Ties& from, const Ties& in) {
  return std::ranges::count_if(from, [&](const auto& tie) { return !holds(in, tie); });
}

// The ties of one institution, as pairs with it in the first place.
Ties ties_of(const Ties& ties, Index institution) {
  Ties own;
  for (const auto& [a, b] : ties) {
    if (a == institution) own.emplace_back(a, b);
    if (b == institution) own.emplace_back(b, a);
  }
  std::ranges::sort(own);
  return own;
}

struct TwoDays {
  Ties first_certain, first_possible, last_certain, last_possible;

  BoundedCount won() const { return {count_missing(last_certain, first_possible), count_missing(last_possible, first_certain)}; }
  BoundedCount lost() const { return {count_missing(first_certain, last_possible), count_missing(first_possible, last_certain)}; }
  BoundedCount kept() const {
    return {std::ssize(last_certain) - count_missing(last_certain, first_certain),
            std::ssize(last_possible) - count_missing(last_possible, first_possible)};
  }
};

double jaccard(const Ties& a, const Ties& b) {
  const auto kept = std::ssize(a) - count_missing(a, b);
  const auto all = std::ssize(a) + std::ssize(b) - kept;
  return all > 0 ? static_cast<double>(kept) / static_cast<double>(all) : std::numeric_limits<double>::quiet_NaN();
}

std::int64_t partners_ever(const PartnershipSpells& spells, DayPeriod period, Index institution) {
  const auto v = spells.vertex_of(institution);
  std::vector<bool> is_partner(spells.institutions.size(), false);
  if (v >= spells.institutions.size()) return 0;
  for (std::size_t s = 0; s < spells.spells.size(); ++s) {
    const auto& spell = spells.spells[s];
    const auto members = spells.members_of(s);
    if (spell.from > period.to || spell.until <= period.from || !std::ranges::binary_search(members, v)) continue;
    for (const auto other : members) is_partner[other] = true;
  }
  is_partner[v] = false;
  return std::ranges::count(is_partner, true);
}

}  // namespace

std::vector<std::pair<Index, Index>> ties_on(const PartnershipSpells& spells, Day day) {
  EvolvingNetwork network(spells);
  network.advance_to(day);
  Ties ties;
  network.each_tie([&](Vertex a, Vertex b) { ties.emplace_back(spells.institutions[a], spells.institutions[b]); });
  std::ranges::sort(ties);
  return ties;
}

TurnoverFigures partner_turnover(const PartnershipSpells& possible, const PartnershipSpells& certain, DayPeriod period,
                                 std::span<const Vertex> institutions) {
  const TwoDays all{ties_on(certain, period.from), ties_on(possible, period.from), ties_on(certain, period.to),
                    ties_on(possible, period.to)};
  TurnoverFigures result{all.won(), all.lost(), all.kept(), {}};
  for (const auto v : institutions) {
    const auto row = possible.institutions[v];
    const TwoDays own{ties_of(all.first_certain, row), ties_of(all.first_possible, row), ties_of(all.last_certain, row),
                      ties_of(all.last_possible, row)};
    PartnerTurnover turnover;
    turnover.first = {std::ssize(own.first_certain), std::ssize(own.first_possible)};
    turnover.last = {std::ssize(own.last_certain), std::ssize(own.last_possible)};
    turnover.won = own.won();
    turnover.lost = own.lost();
    turnover.kept = own.kept();
    turnover.ever = {partners_ever(certain, period, row), partners_ever(possible, period, row)};
    turnover.jaccard_certain = jaccard(own.first_certain, own.last_certain);
    turnover.jaccard_possible = jaccard(own.first_possible, own.last_possible);
    result.institutions.push_back(turnover);
  }
  return result;
}

}  // namespace maillage
