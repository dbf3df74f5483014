// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/partner_turnover.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "analysis/temporal/evolving_network.hpp"

namespace maillage {
namespace {

using Ties = std::vector<std::pair<Index, Index>>;

bool holds(const Ties& ties, const std::pair<Index, Index>& tie) { return std::ranges::binary_search(ties, tie); }

std::int64_t count_missing(const Ties& from, const Ties& in) {
  return std::ranges::count_if(from, [&](const auto& tie) { return !holds(in, tie); });
}

// Each tie from both of its ends, ascending.
Ties from_both_ends(const Ties& ties) {
  Ties both = ties;
  for (const auto& [a, b] : ties) both.emplace_back(b, a);
  std::ranges::sort(both);
  return both;
}

// The ties of one institution, as pairs with it in the first place.
Ties ties_of(const Ties& both_ends, Index institution) {
  const auto own = std::ranges::equal_range(both_ends, institution, {}, [](const auto& tie) { return tie.first; });
  return {own.begin(), own.end()};
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

// With how many an institution shared a spell of a period, one institution after another.
class PartnersEver {
 public:
  PartnersEver(const PartnershipSpells& spells, DayPeriod period)
      : spells_(spells), spells_of_(spells.institutions.size()), last_seen_by_(spells.institutions.size(), kNobody) {
    for (std::size_t s = 0; s < spells.spells.size(); ++s) {
      const auto& spell = spells.spells[s];
      if (spell.from > period.to || spell.until <= period.from) continue;
      for (const auto v : spells.members_of(s)) spells_of_[v].push_back(s);
    }
  }

  std::int64_t of(Index institution) {
    const auto v = spells_.vertex_of(institution);
    if (v >= spells_.institutions.size()) return 0;
    std::int64_t partners = 0;
    for (const auto s : spells_of_[v]) {
      for (const auto other : spells_.members_of(s)) {
        if (other != v && std::exchange(last_seen_by_[other], v) != v) ++partners;
      }
    }
    return partners;
  }

 private:
  static constexpr Vertex kNobody = std::numeric_limits<Vertex>::max();
  const PartnershipSpells& spells_;
  std::vector<std::vector<std::size_t>> spells_of_;
  std::vector<Vertex> last_seen_by_;
};

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
  if (institutions.empty()) return result;
  const TwoDays both{from_both_ends(all.first_certain), from_both_ends(all.first_possible),
                     from_both_ends(all.last_certain), from_both_ends(all.last_possible)};
  PartnersEver ever_certain(certain, period), ever_possible(possible, period);
  for (const auto v : institutions) {
    const auto row = possible.institutions[v];
    const TwoDays own{ties_of(both.first_certain, row), ties_of(both.first_possible, row), ties_of(both.last_certain, row),
                      ties_of(both.last_possible, row)};
    PartnerTurnover turnover;
    turnover.first = {std::ssize(own.first_certain), std::ssize(own.first_possible)};
    turnover.last = {std::ssize(own.last_certain), std::ssize(own.last_possible)};
    turnover.won = own.won();
    turnover.lost = own.lost();
    turnover.kept = own.kept();
    turnover.ever = {ever_certain.of(row), ever_possible.of(row)};
    turnover.jaccard_certain = jaccard(own.first_certain, own.last_certain);
    turnover.jaccard_possible = jaccard(own.first_possible, own.last_possible);
    result.institutions.push_back(turnover);
  }
  return result;
}

}  // namespace maillage
