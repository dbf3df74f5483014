// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/evolving_network.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "network/tie_weight.hpp"

namespace maillage {
namespace {

constexpr std::uint32_t kEmpty = 0xFFFFFFFFU;

std::size_t hash_of(Vertex a, Vertex b) {
  auto key = (static_cast<std::uint64_t>(a) << 32U) | b;
  key *= 0x9E3779B97F4A7C15U;
  return static_cast<std::size_t>(key ^ (key >> 29U));
}

}  // namespace

void EvolvingNetwork::Sum::add(double value) {
  const double next = sum + value;
  rest += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
  sum = next;
}

EvolvingNetwork::EvolvingNetwork(const PartnershipSpells& spells)
    : spells_(spells), spell_of_(spells.partnership_count, no_spell) {
  const auto n = spells.institutions.size();
  for (auto* counts : {&presence_, &degree_, &hyperdegree_, &touched_in_}) counts->assign(n, 0);
  strength_.resize(n);
  changes_.reserve(spells.spells.size() * 2);
  for (std::uint32_t s = 0; s < spells.spells.size(); ++s) {
    const auto& spell = spells.spells[s];
    changes_.push_back({spell.from, spell.partnership, s, true});
    if (spell.until < kDistantFuture) changes_.push_back({spell.until, spell.partnership, s, false});
  }
  std::ranges::sort(changes_, {}, [](const Change& c) { return std::tuple(c.day, c.partnership, c.begins); });
  table_.assign(64, kEmpty);
  for (const auto v : spells.always) appear(v);
}

std::optional<Day> EvolvingNetwork::next_change() const {
  return next_ < changes_.size() ? std::optional(changes_[next_].day) : std::nullopt;
}

void EvolvingNetwork::advance_to(Day day) {
  touched_.clear();
  ++advance_;
  while (next_ < changes_.size() && changes_[next_].day <= day) {
    const auto& change = changes_[next_++];
    const bool is_followed = !change.begins && next_ < changes_.size() && changes_[next_].day == change.day &&
                             changes_[next_].partnership == change.partnership;
    if (is_followed) {
      replace(change.spell, changes_[next_++].spell);
    } else if (change.begins) {
      begin(change.spell);
    } else {
      end(change.spell);
    }
  }
}

double EvolvingNetwork::contribution(std::uint32_t spell) const {
  const auto& facts = spells_.spells[spell];
  const auto named = spells_.members_of(spell).size();
  if (named < 2) return 0;
  return tie_weight(spells_.options.weight, facts.given_weight, facts.size) * static_cast<double>(named - 1);
}

void EvolvingNetwork::begin(std::uint32_t spell) {
  const auto members = spells_.members_of(spell);
  const double share = contribution(spell);
  ++partnerships_;
  spell_of_[spells_.spells[spell].partnership] = spell;
  for (const auto v : spells_.bystanders_of(spell)) appear(v);
  for (const auto v : members) {
    appear(v);
    ++hyperdegree_[v];
    add_strength(v, share);
  }
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (std::size_t j = i + 1; j < members.size(); ++j) tie(members[i], members[j], true);
  }
}

void EvolvingNetwork::end(std::uint32_t spell) {
  const auto members = spells_.members_of(spell);
  const double share = contribution(spell);
  --partnerships_;
  spell_of_[spells_.spells[spell].partnership] = no_spell;
  for (std::size_t i = 0; i < members.size(); ++i) {
    for (std::size_t j = i + 1; j < members.size(); ++j) tie(members[i], members[j], false);
  }
  for (const auto v : members) {
    --hyperdegree_[v];
    add_strength(v, -share);
    disappear(v);
  }
  for (const auto v : spells_.bystanders_of(spell)) disappear(v);
}

// Only who comes or goes costs ties; the others at most their strength.
void EvolvingNetwork::replace(std::uint32_t before, std::uint32_t after) {
  const auto old_members = spells_.members_of(before), new_members = spells_.members_of(after);
  spell_of_[spells_.spells[after].partnership] = after;
  gone_.clear();
  come_.clear();
  std::ranges::set_difference(old_members, new_members, std::back_inserter(gone_));
  std::ranges::set_difference(new_members, old_members, std::back_inserter(come_));
  for (const auto v : spells_.bystanders_of(after)) appear(v);
  for (const auto v : come_) appear(v);
  const double old_share = contribution(before), new_share = contribution(after);
  for (const auto v : come_) {
    ++hyperdegree_[v];
    add_strength(v, new_share);
  }
  for (const auto v : gone_) {
    --hyperdegree_[v];
    add_strength(v, -old_share);
  }
  if (old_share != new_share) {
    for (const auto v : old_members) {
      if (!std::ranges::binary_search(new_members, v)) continue;
      add_strength(v, -old_share);
      add_strength(v, new_share);
    }
  }
  const auto is_among = [](const std::vector<Vertex>& list, Vertex v) { return std::ranges::binary_search(list, v); };
  for (const auto v : gone_) {
    for (const auto other : old_members) {
      if (other != v && (other > v || !is_among(gone_, other))) tie(v, other, false);
    }
  }
  for (const auto v : come_) {
    for (const auto other : new_members) {
      if (other != v && (other > v || !is_among(come_, other))) tie(v, other, true);
    }
  }
  for (const auto v : gone_) disappear(v);
  for (const auto v : spells_.bystanders_of(before)) disappear(v);
}

void EvolvingNetwork::touch(Vertex v) {
  if (touched_in_[v] == advance_ || advance_ == 0) return;
  touched_in_[v] = advance_;
  touched_.push_back(v);
}

void EvolvingNetwork::add_strength(Vertex v, double value) {
  strength_[v].add(value);
  if (hyperdegree_[v] == 0) strength_[v] = {};  // nothing is left: exactly nothing
  touch(v);
}

double EvolvingNetwork::strength(Vertex v) const {
  return spells_.options.weight == Weighting::none ? degree_[v] : strength_[v].sum + strength_[v].rest;
}

void EvolvingNetwork::appear(Vertex v) {
  touch(v);
  if (presence_[v]++ > 0) return;
  ++nodes_;
  if (!components_are_stale_) ++components_;  // it stands alone among those that grow
}

void EvolvingNetwork::disappear(Vertex v) {
  touch(v);
  if (--presence_[v] > 0) return;
  --nodes_;
  components_are_stale_ = true;
}

std::uint32_t EvolvingNetwork::pair_of(Vertex a, Vertex b) {
  if (a > b) std::swap(a, b);
  const auto mask = table_.size() - 1;
  auto slot = hash_of(a, b) & mask;
  while (table_[slot] != kEmpty) {
    const auto pair = table_[slot];
    if (first_[pair] == a && second_[pair] == b) return pair;
    slot = (slot + 1) & mask;
  }
  const auto pair = static_cast<std::uint32_t>(first_.size());
  table_[slot] = pair;
  first_.push_back(a);
  second_.push_back(b);
  times_.push_back(0);
  place_.push_back(0);
  if (first_.size() * 2 > table_.size()) grow_pairs();
  return pair;
}

void EvolvingNetwork::grow_pairs() {
  table_.assign(table_.size() * 4, kEmpty);
  const auto mask = table_.size() - 1;
  for (std::uint32_t pair = 0; pair < first_.size(); ++pair) {
    auto slot = hash_of(first_[pair], second_[pair]) & mask;
    while (table_[slot] != kEmpty) slot = (slot + 1) & mask;
    table_[slot] = pair;
  }
}

void EvolvingNetwork::tie(Vertex a, Vertex b, bool appears) {
  const auto pair = pair_of(a, b);
  if (appears) {
    if (times_[pair]++ > 0) return;
    place_[pair] = static_cast<std::uint32_t>(active_.size());
    active_.push_back(pair);
    ++degree_[a];
    ++degree_[b];
    if (!components_are_stale_ && growing_.join(a, b)) --components_;
  } else {
    if (--times_[pair] > 0) return;
    place_[active_.back()] = place_[pair];
    active_[place_[pair]] = active_.back();
    active_.pop_back();
    --degree_[a];
    --degree_[b];
    components_are_stale_ = true;
  }
  touch(a);
  touch(b);
}

void EvolvingNetwork::count_components() {
  if (!components_are_stale_) return;
  components_are_stale_ = false;
  components_ = nodes_;
  growing_ = GrowingComponents(static_cast<std::uint32_t>(spells_.institutions.size()));
  for (const auto pair : active_) components_ -= growing_.join(first_[pair], second_[pair]) ? 1 : 0;
}

std::uint32_t EvolvingNetwork::components() {
  count_components();
  return components_;
}

std::uint32_t EvolvingNetwork::largest_component() {
  count_components();
  return nodes_ > 0 ? growing_.largest() : 0;
}

std::vector<Vertex> EvolvingNetwork::partners_of(Vertex v) const {
  std::vector<Vertex> partners;
  each_tie([&](Vertex a, Vertex b) {
    if (a == v) partners.push_back(b);
    if (b == v) partners.push_back(a);
  });
  std::ranges::sort(partners);
  return partners;
}

NetworkSlice EvolvingNetwork::slice() const {
  NetworkSlice slice;
  std::vector<Vertex> node_of(spells_.institutions.size(), 0);
  for (Vertex v = 0; v < node_of.size(); ++v) {
    if (!is_node(v)) continue;
    node_of[v] = static_cast<Vertex>(slice.vertex_of_node.size());
    slice.vertex_of_node.push_back(v);
    slice.hyperdegree.push_back(hyperdegree_[v]);
  }
  std::vector<Network::WeightedPair> pairs;
  for (const auto s : spell_of_) {
    if (s == no_spell) continue;
    const auto& facts = spells_.spells[s];
    const auto members = spells_.members_of(s);
    const double weight = tie_weight(spells_.options.weight, facts.given_weight, facts.size);
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        pairs.push_back({node_of[members[i]], node_of[members[j]], weight});
      }
    }
  }
  slice.network = Network(static_cast<Vertex>(slice.vertex_of_node.size()), pairs);
  if (spells_.options.weight == Weighting::none) slice.network = slice.network.with_unit_weights();
  return slice;
}

}  // namespace maillage
