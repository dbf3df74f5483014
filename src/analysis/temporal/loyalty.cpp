// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/loyalty.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace maillage {
namespace {

struct PairInLife {
  Vertex a, b;
  std::uint32_t life;
  auto operator<=>(const PairInLife&) const = default;
};

// The parties of each life as vertices, ascending: all who are a node on some day. None where its dates contradict each
// other, so that it is never in force.
std::vector<std::vector<Vertex>> parties_of_lives(const PartnershipSpells& spells, std::span<const AgreementLife> lives) {
  std::vector<std::vector<Vertex>> parties(lives.size());
  for (std::uint32_t life = 0; life < lives.size(); ++life) {
    const auto a = lives[life].agreement;
    if (lives[life].begins_by() < lives[life].start_earliest) continue;
    for (const auto party : spells.data->parties_of(a)) {
      const auto v = spells.vertex_of(institution_in_view(*spells.data, spells.options, spells.reference_day, a,
                                                          spells.data->parties.institution[party]));
      if (v < spells.institutions.size()) parties[life].push_back(v);
    }
    std::ranges::sort(parties[life]);
    parties[life].erase(std::ranges::unique(parties[life]).begin(), parties[life].end());
  }
  return parties;
}

// Of all agreements of one pair: when one of them has begun for certain, and the two that may have begun first.
struct Beginnings {
  Day certain = kDistantFuture;
  std::array<std::pair<Day, std::uint32_t>, 2> possible{{{kDistantFuture, 0}, {kDistantFuture, 0}}};

  void add(const AgreementLife& life, std::uint32_t number) {
    certain = std::min(certain, life.begins_by());
    const std::pair entry{life.start_earliest, number};
    if (entry < possible[0]) {
      possible[1] = possible[0];
      possible[0] = entry;
    } else {
      possible[1] = std::min(possible[1], entry);
    }
  }
  Certainty before(const AgreementLife& life, std::uint32_t number) const {
    if (certain < life.start_earliest) return Certainty::certain;
    const auto& other = possible[0].second == number ? possible[1] : possible[0];
    return other.first < life.begins_by() ? Certainty::possible : Certainty::no;
  }
};

void count(BoundedCount& counted, Certainty certainty) {
  if (certainty == Certainty::certain) ++counted.certain;
  if (certainty != Certainty::no) ++counted.possible;
}

}  // namespace

LoyaltyFigures loyalty_in(const PartnershipSpells& spells, std::span<const AgreementLife> lives, DayPeriod period,
                          std::span<const Vertex> institutions) {
  const auto parties = parties_of_lives(spells, lives);
  std::vector<Certainty> is_formed(lives.size(), Certainty::no);
  for (std::uint32_t i = 0; i < lives.size(); ++i) {
    const auto& life = lives[i];
    if (life.begins != AgreementLife::Begins::formed || parties[i].size() < 2) continue;
    if (life.start_earliest > period.to || life.begins_by() < period.from) continue;
    const bool is_certain = life.start_earliest >= period.from && life.begins_by() <= period.to;
    if (!is_certain && spells.options.unknown == UnknownDates::exclude) continue;
    is_formed[i] = is_certain ? Certainty::certain : Certainty::possible;
  }
  std::vector<PairInLife> pairs;
  for (std::uint32_t i = 0; i < lives.size(); ++i) {
    for (std::size_t a = 0; a < parties[i].size(); ++a) {
      for (std::size_t b = a + 1; b < parties[i].size(); ++b) pairs.push_back({parties[i][a], parties[i][b], i});
    }
  }
  std::ranges::sort(pairs);

  LoyaltyFigures result;
  result.institutions.resize(institutions.size());
  std::vector<std::size_t> place_of(spells.institutions.size(), institutions.size());
  for (std::size_t i = 0; i < institutions.size(); ++i) place_of[institutions[i]] = i;
  std::vector<Certainty> is_loyal(lives.size(), Certainty::no);
  std::vector<std::vector<Certainty>> is_loyal_for(lives.size());  // by party, in the order of `parties`
  for (std::uint32_t i = 0; i < lives.size(); ++i) {
    if (is_formed[i] != Certainty::no) is_loyal_for[i].assign(parties[i].size(), Certainty::no);
  }
  for (std::size_t first = 0; first < pairs.size();) {
    Beginnings beginnings;
    auto last = first;
    for (; last < pairs.size() && pairs[last].a == pairs[first].a && pairs[last].b == pairs[first].b; ++last) {
      beginnings.add(lives[pairs[last].life], pairs[last].life);
    }
    for (; first < last; ++first) {
      const auto& [a, b, i] = pairs[first];
      if (is_formed[i] == Certainty::no) continue;
      const auto former = beginnings.before(lives[i], i);
      is_loyal[i] = std::max(is_loyal[i], former);
      for (const auto end : {a, b}) {
        if (place_of[end] == institutions.size()) continue;
        auto& own = is_loyal_for[i][static_cast<std::size_t>(std::ranges::lower_bound(parties[i], end) - parties[i].begin())];
        own = std::max(own, former);
        count(result.institutions[place_of[end]].pairs, is_formed[i]);
        count(result.institutions[place_of[end]].former_pairs, std::min(former, is_formed[i]));
      }
      count(result.network.pairs, is_formed[i]);
      count(result.network.former_pairs, std::min(former, is_formed[i]));
    }
  }
  for (std::uint32_t i = 0; i < lives.size(); ++i) {
    if (is_formed[i] == Certainty::no) continue;
    count(result.network.formed, is_formed[i]);
    count(result.network.with_former, std::min(is_loyal[i], is_formed[i]));
    for (std::size_t party = 0; party < parties[i].size(); ++party) {
      const auto place = place_of[parties[i][party]];
      if (place == institutions.size()) continue;
      count(result.institutions[place].formed, is_formed[i]);
      count(result.institutions[place].with_former, std::min(is_loyal_for[i][party], is_formed[i]));
    }
  }
  return result;
}

}  // namespace maillage
