// SPDX-License-Identifier: Apache-2.0
#include "cli/report_input.hpp"

#include "analysis/centrality/hub_reasons.hpp"
#include "analysis/centrality/rank_doubts.hpp"
#include "analysis/community/communities.hpp"
#include "analysis/structure/structure.hpp"
#include "cli/network_command.hpp"
#include "cli/version.hpp"
#include "cli/view_arguments.hpp"

namespace maillage {

static void put_origin(const Session& session, ReportInput& input) {
  input.settings = {settings_sentence(input.view, session.language)};
  input.command = session.command;
  input.version = kVersion;
  input.data_hash = input.view.data->content_hash;
  input.warnings = session.loaded().faults.size();
  input.acknowledged_warnings = session.loaded().acknowledged;
}

static void put_hubs(Session& session, std::uint64_t seed, ReportInput& input) {
  HubOptions options;
  options.seed = seed;
  input.hubs = session.timings.phase("hubs", [&] { return rank_hubs(input.view, options); });
  std::vector<Vertex> ranked;
  for (const auto& hub : input.hubs.hubs) ranked.push_back(hub.vertex);
  input.reasons = hub_reasons(input.view, ranked);
}

ReportInput fact_sheet_input(Session& session, const NetworkView& view, EntityKind kind, std::uint64_t seed) {
  ReportInput input{.data = *view.data, .view = view, .as_of = view.selection.reference_day};
  input.announced = announced_rows(*view.data, view.options);
  if (kind == EntityKind::institution) put_hubs(session, seed, input);
  put_origin(session, input);
  return input;
}

ReportInput report_input(Session& session, const MapMaterial& material, std::uint64_t seed) {
  const auto& view = material.view;
  ReportInput input{.data = *view.data, .view = view, .as_of = view.selection.reference_day};
  input.announced = material.announced;
  put_hubs(session, seed, input);
  input.doubts = session.timings.phase("doubts", [&] { return rank_doubts(view, {.seed = seed}); });
  input.trust = rank_trust(input.hubs, input.doubts);
  input.partners = measure(view, "degree", {});
  input.betweenness = betweenness_beside(session, view, {});
  input.structure = session.timings.phase("structure", [&] { return structure_of(view.network); });
  if (material.partition) {
    input.partition = material.partition;  // the communities that the map shows
    input.map_shows_communities = true;
  } else if (view.network.vertex_count() >= kCommunitiesFrom) {
    input.partition =
        session.timings.phase("leiden", [&] { return find_communities(view.network, {.seed = seed}); });
  }
  put_origin(session, input);
  return input;
}

}  // namespace maillage
