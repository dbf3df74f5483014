// SPDX-License-Identifier: Apache-2.0
#include "cli/picture.hpp"

#include <algorithm>
#include <filesystem>

#include "analysis/community/communities.hpp"
#include "analysis/structure/structure.hpp"
#include "cli/version.hpp"
#include "cli/view_arguments.hpp"
#include "drawing/raster.hpp"

namespace maillage {

std::string picture_kind(const OutputOptions& output, const std::vector<std::string>& allowed,
                         const Language& language) {
  if (output.file.empty() || output.file == "-") return "svg";
  auto extension = std::filesystem::path(output.file).extension().string();
  if (!extension.empty()) extension.erase(0, 1);
  if (std::ranges::find(allowed, extension) != allowed.end()) return extension;
  std::string names;
  for (const auto& name : allowed) names += (names.empty() ? "." : ", .") + name;
  throw Failure(ExitCode::usage,
                language.say("cli.error.extension", {{"file", output.file}, {"extensions", names}}));
}

bool is_picture(const OutputOptions& output) {
  const auto extension = std::filesystem::path(output.file).extension().string();
  return output.format.empty() && (extension == ".svg" || extension == ".png" || extension == ".pdf");
}

void give_picture(Session& session, const OutputOptions& output, const std::string& kind, const std::string& svg,
                  double dots_per_inch) {
  constexpr double svg_dots_per_inch = 96;
  const auto bytes = kind == "png"   ? png_of(svg, dots_per_inch / svg_dots_per_inch)
                     : kind == "pdf" ? pdf_of(svg)
                                     : svg;
  give_bytes(session, output, bytes);
}

std::vector<Index> announced_rows(const DataSet& data, ViewOptions options) {
  options.with_announced = true;
  std::vector<Index> found;
  for (const auto& item : select_agreements(data, options).items) {
    if (is_announced(data, item.agreement)) found.push_back(item.agreement);
  }
  return found;
}

MapMaterial MapMaterial::of(Session& session, NetworkView view, std::uint64_t seed, bool with_partition) {
  constexpr Vertex drawn_whole = 40;  // visual language: up to 40 nodes everything is drawn
  constexpr double significance = 0.35;
  MapMaterial material{.view = std::move(view)};
  const auto& network = material.view.network;
  HubOptions hub_options;
  hub_options.seed = seed;
  hub_options.resamples = 0;  // a drawing names hubs, it gives no intervals
  material.hubs = session.timings.phase("strength", [&] { return rank_hubs(material.view, hub_options); });
  material.cut_points = structure_of(network).articulation_points;
  if (network.vertex_count() > drawn_whole) {
    auto edges = spanning_backbone(network);
    const auto significant = disparity_filter(network, significance);
    edges.insert(edges.end(), significant.begin(), significant.end());
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    material.backbone = std::move(edges);
    with_partition = true;
  }
  if (with_partition) {
    material.partition = session.timings.phase("leiden", [&] {
      return find_communities(network, {.seed = seed});
    });
  }
  material.announced = announced_rows(*material.view.data, material.view.options);
  return material;
}

// Where a filter asks for announced agreements the view holds them itself: none is drawn twice.
static std::vector<Index> announced_beside(const NetworkView& view, std::vector<Index> announced) {
  std::erase_if(announced, [&](Index row) {
    return std::ranges::find(view.selection.items, row, &Selection::Item::agreement) != view.selection.items.end();
  });
  return announced;
}

MapInput MapMaterial::input(const Session& session) const {
  MapInput map;
  map.view = &view;
  map.announced = announced_beside(view, announced);
  map.partition = partition ? &*partition : nullptr;
  map.hubs = &hubs;
  map.cut_points = cut_points;
  map.backbone = backbone;
  map.filters = filter_sentences(*view.data, view.options, session.language);
  for (auto& filter : map.filters) {
    if (filter.ends_with('.')) filter.pop_back();  // the map says them in one sentence
  }
  map.command = session.command;
  map.version = kVersion;
  return map;
}

TimelineInput timeline_input(const Session& session, const ViewOptions& options, const HubRanking& hubs,
                             const NetworkView& view) {
  TimelineInput input;
  input.data = view.data;
  auto with_announced = options;
  with_announced.with_announced = !options.as_of && !options.from && !options.to;
  input.selection = select_agreements(*view.data, with_announced);
  for (const auto& hub : hubs.hubs) {
    if (view.nodes[hub.vertex].kind == NodeKind::institution) input.hubs.push_back(view.nodes[hub.vertex].row);
  }
  input.settings = settings_sentence(view, session.language);
  input.command = session.command;
  input.version = kVersion;
  return input;
}

}  // namespace maillage
