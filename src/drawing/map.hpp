// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "drawing/layout_large.hpp"
#include "drawing/svg_writer.hpp"
#include "language/language.hpp"
#include "network/network_view.hpp"
#include "results/results.hpp"

namespace maillage {

enum class MapColours : std::uint8_t { kind, community };
template <> inline constexpr auto code_names<MapColours> = std::to_array<std::string_view>({"kind", "community"});
/// Which names are written: all up to 40 nodes and the strongest above (automatic), every one that finds a place, the
/// hubs and cut points alone, none.
enum class MapLabels : std::uint8_t { automatic, all, hubs, none };
template <> inline constexpr auto code_names<MapLabels> =
    std::to_array<std::string_view>({"auto", "all", "hubs", "none"});
/// Hulls: round agreements of three parties and more where there are up to four (automatic); round communities; round
/// all agreements; both; none. An agreement whose hull would hold a foreign node has none.
enum class MapHulls : std::uint8_t { automatic, communities, agreements, all, none };
template <> inline constexpr auto code_names<MapHulls> =
    std::to_array<std::string_view>({"auto", "communities", "agreements", "all", "none"});

struct MapOptions {
  MapColours colour_by = MapColours::kind;
  MapLabels labels = MapLabels::automatic;
  MapHulls hulls = MapHulls::automatic;
  std::optional<std::string> around;  ///< id of a node: only what lies within `within` ties of it
  int within = 1;
  std::string title;                  ///< in the place of the finding; empty: the finding
  double width = 1280, height = 0;    ///< px; a height of 0 follows from the contents
  bool is_narrow = false;             ///< 390 px: places of its own in portrait, legend in one column
  Palette palette = Palette::light;
  std::string drawing_id = "map";     ///< begins the ids inside the SVG: two drawings in one page differ in it
};

/// Where everything lies on the sheet. Made by one drawing and given to the next, it keeps nodes in their places at
/// every date.
struct MapPlaces {
  std::map<std::string, Point> nodes;       ///< by id of the node (announced ones too); px
  std::map<std::string, Point> agreements;  ///< signs of agreements of three parties or more, by id of the first
  std::vector<Disc> discs;                  ///< above 40 nodes: communities, largest first; a last one for the small
  std::map<std::string, std::uint32_t> disc_of;  ///< by id of the node
  bool last_disc_is_collective = false;
};

/// A period whose agreements a map shows. Its counts and cores then say what certainly belongs to the period, and what
/// possibly; its ties the state on the reference day.
struct MapPeriod {
  std::optional<Day> from, to;
  std::string subject;          ///< whom it is about; empty: everything
  bool is_person = false;       ///< the subject signed the agreements
  bool is_since = false;        ///< what was signed or ended since; else what was in force or signed
  std::vector<Index> own_side;  ///< institutions that are no partners: the subject, or those for which it signed
};

/// What a map shows. Everything by vertex refers to `view`.
struct MapInput {
  const NetworkView* view = nullptr;    ///< signed agreements; never counts what is announced
  std::vector<Index> announced;         ///< rows of announced agreements that are shown beside them
  std::string measure = "hyperdegree";  ///< code of what the sizes are
  std::vector<double> sizes;            ///< by vertex; empty: hyperdegree
  const Partition* partition = nullptr;
  const HubRanking* hubs = nullptr;     ///< the first 20 are always drawn and named
  std::vector<Vertex> cut_points;       ///< articulation points: always drawn
  std::vector<EdgeId> backbone;         ///< above 40 nodes: ties that are drawn (spanning tree and significant ones)
  std::vector<std::string> filters;     ///< what was asked for, already in words
  std::map<std::string, std::string> links;  ///< node or agreement id → address of its sheet; absent: no link
  std::optional<MapPeriod> period;      ///< in the selection of `view` certainty and in_force then say what belongs to it
  const MapPlaces* places = nullptr;    ///< kept where a node has one
  std::string command, version;
};

/// Kinds of drawing by the number of nodes (visual.md, “How pictures degrade”).
enum class MapKind : std::uint8_t { whole, communities, discs_alone };

struct MapPicture {
  std::string svg;
  std::string dot;  ///< the same with positions and styles, for Graphviz
  double width = 0, height = 0;
  MapKind kind = MapKind::whole;
  MapPlaces places;
  // For checks: what was drawn, and where the words stand.
  struct Name {
    std::string id, text;  ///< id of the node; empty for other texts
    Box box;
  };
  std::vector<Name> names;          ///< of nodes
  std::vector<LabelBox> texts;      ///< every line of text of the sheet
  std::vector<Box> nodes;           ///< boxes of the nodes drawn
  std::vector<std::string> hubs_named, hubs_unnamed, nodes_unnamed;  ///< ids
  std::size_t nodes_drawn = 0, ties_drawn = 0, ties_left_out = 0, agreements_drawn = 0, bands_drawn = 0;
};

/// Draws the map of a network. Deterministic. Cost: up to 40 nodes about a second at most; above, that of sfdp
/// (0.2 s for 2,000 nodes, about 1 s for 10,000).
MapPicture draw_map(const MapInput& input, const MapOptions& options, const Language& language);

}  // namespace maillage
