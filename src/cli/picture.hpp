// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/centrality/hubs.hpp"
#include "cli/answer.hpp"
#include "drawing/map.hpp"
#include "drawing/timeline.hpp"

namespace maillage {

/// Kind of picture by the extension of the output: svg, png, pdf or dot; svg for standard output. Failure(usage) with
/// the extensions of `allowed`.
std::string picture_kind(const OutputOptions& output, const std::vector<std::string>& allowed,
                         const Language& language);

/// Is the file asked for a picture (svg, png, pdf), of a command that gives tables as well?
bool is_picture(const OutputOptions& output);

/// Writes a drawing as SVG, or makes PNG or PDF of it.
void give_picture(Session& session, const OutputOptions& output, const std::string& kind, const std::string& svg,
                  double dots_per_inch);

/// What maps are made from, computed once: the cumulated network and what it is drawn with.
struct MapMaterial {
  NetworkView view;
  HubRanking hubs;
  std::vector<Vertex> cut_points;
  std::vector<EdgeId> backbone;
  std::optional<Partition> partition;
  std::vector<Index> announced;

  /// `with_partition`: communities are wanted for colours, or the network is large enough to be drawn by them.
  static MapMaterial of(Session& session, NetworkView view, std::uint64_t seed, bool with_partition);
  MapInput input(const Session& session) const;
};

/// The rows of announced agreements that pass the filters of a view.
std::vector<Index> announced_rows(const DataSet& data, ViewOptions options);

/// What a time-line shows of a view: its agreements and the announced ones.
TimelineInput timeline_input(const Session& session, const ViewOptions& options, const HubRanking& hubs,
                             const NetworkView& view);

}  // namespace maillage
