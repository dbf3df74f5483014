// SPDX-License-Identifier: Apache-2.0
#include "cli/period_figures.hpp"

#include <algorithm>

#include "cli/picture.hpp"
#include "cli/report_figures.hpp"
#include "cli/version.hpp"
#include "cli/view_arguments.hpp"
#include "network/agreements_network.hpp"

namespace maillage {
namespace {

// The agreements the report counts, and no others, each with the certainty that it belongs to the period.
NetworkView network_of_the_period(const NetworkView& whole, const PeriodFacts& facts) {
  auto selection = whole.selection;
  selection.items.clear();
  for (const auto& one : facts.agreements) selection.items.push_back({one.agreement, one.belongs, one.belongs});
  auto options = whole.options;
  options.from = facts.question.from;
  options.to = facts.question.to;
  // Institutions are those of the facts, which read successions as far as the data tell; statuses are of the last day.
  const auto state = selection.reference_day;
  selection.reference_day = whole.data->latest_stated_day();
  auto view = network_of_agreements(*whole.data, options, std::move(selection));
  view.selection.reference_day = state;
  return view;
}

MapPeriod map_period(const NetworkView& whole, const PeriodFacts& facts) {
  const auto& question = facts.question;
  MapPeriod period{question.from, question.is_since ? std::nullopt : question.to, {}, question.person != kNone, question.is_since, facts.own_side};
  if (period.is_person) period.subject = whole.data->name_of_person(question.person);
  else if (question.institution != kNone) period.subject = whole.data->label_of_institution(question.institution);
  return period;
}

std::optional<ReportFigure> map_figure(Session& session, const NetworkView& whole, const PeriodFacts& facts,
                                       std::uint64_t seed) {
  auto view = network_of_the_period(whole, facts);
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
  return drawn_map(session, material, options, map_period(whole, facts));
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
  if (!facts.question.is_since && (input.period_from || input.period_to)) input.in_period = {facts.certain(), facts.possible()};
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
