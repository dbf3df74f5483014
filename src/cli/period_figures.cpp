// SPDX-License-Identifier: Apache-2.0
#include "cli/period_figures.hpp"

#include <algorithm>

#include "cli/picture.hpp"
#include "cli/report_figures.hpp"
#include "cli/version.hpp"
#include "cli/view_arguments.hpp"

namespace maillage {
namespace {

// A person's agreements and what is new are asked for by their signatures, certain ones alone: what may be of the period
// stands in the tables. An institution's are those in force.
ViewOptions map_options(const NetworkView& whole, const PeriodQuestion& question) {
  auto options = whole.options;
  options.as_of.reset();
  options.from = question.from;
  options.to = question.to;
  if (question.person == kNone && !question.is_since) return options;
  if (question.person != kNone) options.people = {question.person};
  options.dates = DateBasis::signed_;
  if (options.unknown == UnknownDates::include) options.unknown = UnknownDates::exclude;
  return options;
}

std::optional<ReportFigure> map_figure(Session& session, const NetworkView& whole, const PeriodFacts& facts,
                                       std::uint64_t seed) {
  auto view = build_network(*whole.data, map_options(whole, facts.question));
  view.selection.reference_day = whole.selection.reference_day;
  view.selection.reference_day_is_asked = whole.selection.reference_day_is_asked;
  if (view.network.edge_count() == 0) return std::nullopt;
  auto material = MapMaterial::of(session, std::move(view), seed, false);
  material.announced.clear();
  MapOptions options;
  if (facts.question.institution != kNone) {
    const auto vertex = material.view.vertex_of_institution(facts.question.institution);
    if (vertex >= material.view.network.vertex_count()) return std::nullopt;
    options.around = std::string(material.view.id(vertex));
    material.announced = facts.announced;
  }
  return drawn_map(session, material, options);
}

std::optional<ReportFigure> timeline_figure(const Session& session, const NetworkView& whole, const PeriodFacts& facts) {
  TimelineInput input;
  input.data = whole.data;
  input.selection = whole.selection;
  if (facts.question.is_since) {
    std::erase_if(input.selection.items, [&](const Selection::Item& item) {
      return !std::ranges::binary_search(facts.agreements, item.agreement, {}, &AgreementInPeriod::agreement);
    });
  }
  for (const auto a : facts.announced) input.selection.items.push_back({a, Certainty::certain, Certainty::no});
  std::ranges::sort(input.selection.items, {}, &Selection::Item::agreement);
  if (facts.ever.empty() || input.selection.items.empty()) return std::nullopt;
  if (facts.question.institution != kNone) input.hubs = {facts.question.institution};
  input.period_from = facts.question.from;
  input.period_to = facts.question.to;
  input.settings = settings_sentence(whole, session.language);
  input.command = session.command;
  input.version = kVersion;
  return drawn_timeline(session, input);
}

}  // namespace

std::vector<ReportFigure> period_figures(Session& session, const NetworkView& view, const PeriodFacts& facts,
                                         std::uint64_t seed) {
  return session.timings.phase("layout", [&] {
    std::vector<ReportFigure> figures;
    const auto add = [&](std::optional<ReportFigure> figure) {
      if (figure) figures.push_back(std::move(*figure));
    };
    add(map_figure(session, view, facts, seed));
    add(timeline_figure(session, view, facts));
    if (!facts.ever.empty() && !facts.question.is_since) add(drawn_years(session, view, facts.ever));
    return figures;
  });
}

}  // namespace maillage
