// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "drawing/arrows.hpp"
#include "drawing/map.hpp"

namespace maillage {

inline constexpr std::uint32_t kNoVertex = 0xFFFFFFFFU;

/// What a map is made of, before it has places: nodes, ties, agreements of three parties and more.
struct MapScene {
  struct Node {
    std::string id, label, full_name;
    NodeKind node_kind = NodeKind::institution;
    InstitutionKind kind = InstitutionKind::other;
    Index row = kNone;
    Vertex vertex = kNoVertex;  ///< in the view; kNoVertex: only announced
    std::uint32_t agreements = 0, certain = 0, possible = 0;  ///< signed; certainly and possibly in force
    double size = 0;  ///< NaN: the measure is not defined for it; may be negative
    double core = 0;  ///< share of the size that is certainly in force
    double strength = 0;
    bool is_cut_point = false;
    std::uint32_t hub_rank = 0;  ///< 1 … 20; 0: none of the first twenty
    std::uint32_t community = 0;
    std::vector<Index> alone_in;  ///< agreements in which it is the only party named
    bool is_only_announced() const { return vertex == kNoVertex; }
    bool is_undefined() const { return std::isnan(size); }
  };
  struct Tie {
    enum class Kind : std::uint8_t { agreement, component } kind = Kind::agreement;
    std::uint32_t source = 0, target = 0;
    Status status = Status::unknown;  ///< announced ones too
    double weight = 1;  ///< Newman's; of an edge list times the weight given, the largest being 3 at most
    std::vector<Index> agreements;  ///< rows, ascending
    LineDirection direction = LineDirection::none;  ///< from source to target; of a directed view alone
  };
  /// An agreement of three named parties or more.
  struct Agreement {
    std::vector<std::uint32_t> members;
    Status status = Status::unknown;
    double weight = 1;  ///< of each of its pairs
    std::vector<Index> agreements;
    std::vector<LineDirection> directions{};  ///< by member, from it to the agreement; empty without direction

    LineDirection direction_of_member(std::size_t i) const { return i < directions.size() ? directions[i] : LineDirection::none; }
    /// From one member to another: forward where the first gives and the second takes.
    LineDirection direction_between(std::size_t i, std::size_t j) const;
  };
  const DataSet* data = nullptr;
  const NetworkView* view = nullptr;
  std::optional<Day> as_of;
  const MapPeriod* period = nullptr;  ///< of the input; then `certain` counts what certainly belongs to it, `unknown` what possibly
  std::uint32_t centre = kNoVertex;  ///< node that the map is about, where it shows the surroundings of one
  std::vector<Node> nodes;  ///< by vertex, then the announced by id
  std::vector<Tie> ties;    ///< parallel agreements are ties of their own
  std::vector<Agreement> agreements;
  /// Counts of the whole view: signed agreements, and how many are certainly in force, possibly so in all, announced.
  std::size_t signed_count = 0, certain = 0, unknown = 0, ended = 0, not_started = 0, announced = 0;

  /// Five lines or more for each node: ties can then not be told apart, whatever the layout.
  bool is_dense() const;
  std::uint32_t node_of_id(std::string_view id) const;  ///< kNoVertex where there is none
};

/// O(view + announced).
MapScene scene_of(const MapInput& input);
/// The part within `within` agreements of a node: every agreement with a party less than `within` steps away, and the
/// parties of these. That a unit belongs to an institution is no step. O(within · scene).
MapScene around(const MapScene& scene, std::uint32_t node, int within);
/// Status of several agreements of one partnership: the most certain one.
Status status_of(const MapScene& scene, const std::vector<Index>& agreements);

}  // namespace maillage
