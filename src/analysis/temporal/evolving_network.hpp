// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analysis/structure/growing_components.hpp"
#include "analysis/temporal/partnership_spells.hpp"

namespace maillage {

/// The network of one day, as a value.
struct NetworkSlice {
  Network network;
  std::vector<Vertex> vertex_of_node;      ///< vertex of PartnershipSpells by node, ascending
  std::vector<std::uint32_t> hyperdegree;  ///< by node
};

/// The network of partnership spells on a day that moves forward, kept by updates.
///
/// Numbers of partnerships, nodes and ties, and of each institution partners (degree), strength and partnerships
/// (hyperdegree) are patched where a spell begins or ends; nothing is built anew. A spell that follows another of its
/// partnership costs the difference of their members × their number. Components are joined as ties appear and counted
/// anew only after one has gone. Strength is summed with compensation, so that what is added and taken away again leaves
/// nothing behind. Memory: 24 B a tie that ever is, 40 B an institution.
class EvolvingNetwork {
 public:
  /// Before all days; O(spells log spells).
  explicit EvolvingNetwork(const PartnershipSpells& spells);

  /// The next day on which something changes; none after the last one.
  std::optional<Day> next_change() const;
  /// Moves on to a day: what begins by then has begun, what ended before it is gone. Days only go forward.
  void advance_to(Day day);
  /// Vertices whose presence, degree, strength or hyperdegree may have changed in the last advance, each once.
  std::span<const Vertex> touched() const { return touched_; }

  std::uint32_t partnerships() const { return partnerships_; }
  std::uint32_t nodes() const { return nodes_; }
  std::uint32_t ties() const { return static_cast<std::uint32_t>(active_.size()); }
  /// Number of components; O(nodes + ties) after a tie or node has gone, else O(1).
  std::uint32_t components();
  /// Nodes of the largest component.
  std::uint32_t largest_component();

  bool is_node(Vertex v) const { return presence_[v] > 0; }
  std::uint32_t degree(Vertex v) const { return degree_[v]; }
  std::uint32_t hyperdegree(Vertex v) const { return hyperdegree_[v]; }
  double strength(Vertex v) const;

  /// Spell of a partnership that stands on this day; no_spell where none does.
  std::uint32_t spell_of(std::uint32_t partnership) const { return spell_of_[partnership]; }
  static constexpr std::uint32_t no_spell = 0xFFFFFFFFU;
  /// Partners of an institution on this day, ascending. O(ties of the day).
  std::vector<Vertex> partners_of(Vertex v) const;
  /// Pairs that are tied on this day, smaller vertex first, in no order that means anything.
  template <class Found>
  void each_tie(Found found) const {
    for (const auto pair : active_) found(first_[pair], second_[pair]);
  }
  /// The network of this day with its weights, summed in the order in which build_network() sums them.
  /// O(nodes + Σ n² of the partnerships).
  NetworkSlice slice() const;

 private:
  struct Change {
    Day day;
    std::uint32_t partnership, spell;
    bool begins;
  };
  struct Sum {  // Neumaier's: the part that a double loses is kept beside it
    double sum = 0, rest = 0;
    void add(double value);
  };
  void begin(std::uint32_t spell);
  void end(std::uint32_t spell);
  void replace(std::uint32_t before, std::uint32_t after);
  double contribution(std::uint32_t spell) const;
  void add_strength(Vertex v, double value);
  void tie(Vertex a, Vertex b, bool appears);
  std::uint32_t pair_of(Vertex a, Vertex b);
  void grow_pairs();
  void appear(Vertex v);
  void disappear(Vertex v);
  void touch(Vertex v);
  void count_components();

  const PartnershipSpells& spells_;
  std::vector<Change> changes_;
  std::size_t next_ = 0;
  std::vector<std::uint32_t> spell_of_;
  std::uint32_t partnerships_ = 0, nodes_ = 0;
  std::vector<std::uint32_t> presence_, degree_, hyperdegree_;
  std::vector<Sum> strength_;
  std::vector<Vertex> touched_;
  std::vector<std::uint32_t> touched_in_;
  std::uint32_t advance_ = 0;
  // Pairs that ever were tied, found by an open-addressed table of their ends; those tied now stand in `active_`.
  std::vector<Vertex> first_, second_;
  std::vector<std::uint32_t> times_, place_, table_, active_;
  // Components: union by size, valid while only nodes and ties have come since the last count.
  GrowingComponents growing_{0};
  std::uint32_t components_ = 0;
  bool components_are_stale_ = true;
  std::vector<Vertex> gone_, come_;
};

}  // namespace maillage
