// SPDX-License-Identifier: Apache-2.0
#include "cli/period_report.hpp"

#include <algorithm>

#include "analysis/centrality/hubs.hpp"
#include "cli/period_figures.hpp"
#include "cli/picture.hpp"
#include "cli/version.hpp"
#include "cli/view_arguments.hpp"

namespace maillage {
namespace {

void put_period(const Session& session, const ViewOptions& options, const PeriodWords& words, PeriodQuestion& question) {
  const auto& language = session.language;
  question.latest = options.as_of ? options.as_of : session.data().latest_stated_day();
  question.latest_is_asked = options.as_of.has_value();
  if (words.since.empty()) {
    question.from = options.from;
    question.to = options.to;
    return;
  }
  if (options.from || options.to) {
    throw Failure(ExitCode::usage, language.say("cli.error.exclusive", {{"first", "--since"}, {"second", "--from, --to"}}));
  }
  question.is_since = true;
  question.from = day_of_argument(words.since, "--since", false, language);
  question.to = std::max(*question.from, question.latest.value_or(*question.from));
}

RanksThenAndNow ranks_of(const NetworkView& whole, const PeriodQuestion& question) {
  const auto signed_by = [&](Day last) {
    auto options = whole.options;
    options.as_of.reset();
    options.to = last;
    options.dates = DateBasis::signed_;
    return build_network(*whole.data, options);
  };
  HubOptions hub_options;
  hub_options.resamples = 0;
  RanksThenAndNow ranks{signed_by(question.first() - 1), signed_by(question.last()), {}, {}};
  ranks.then = rank_hubs(ranks.then_view, hub_options);
  ranks.now = rank_hubs(ranks.now_view, hub_options);
  return ranks;
}

}  // namespace

std::unique_ptr<PeriodMaterial> period_material(Session& session, const ViewOptions& asked, const PeriodWords& words,
                                                std::uint64_t seed) {
  PeriodQuestion question;
  put_period(session, asked, words, question);
  auto options = asked;
  options.kind = ViewKind::institutions;
  options.as_of.reset();
  options.from.reset();
  options.to.reset();
  options.unknown = UnknownDates::include;  // it is the dates of the period that may be unknown
  auto whole = session.timings.phase("network", [&] { return build_network(session.data(), options); });
  auto unit = kNone;
  if (!words.whom.empty()) {
    const auto match = session.resolve(words.whom, {EntityKind::institution, EntityKind::person});
    if (match.kind == EntityKind::person) {
      question.person = match.row;
    } else {
      question.institution = institution_in_view(session.data(), options, whole.selection.reference_day, kNone, match.row);
      if (question.institution != match.row) unit = match.row;
    }
  }
  const auto facts = period_facts(whole, announced_rows(session.data(), options), question, asked.unknown);
  whole.options.unknown = asked.unknown;
  keep_agreements(facts, whole.selection);
  if (const auto latest = question.latest) {
    whole.selection.reference_day = std::min(question.last(), *latest);
    whole.selection.reference_day_is_asked = asked.as_of || whole.selection.reference_day != latest;
  }
  std::optional<RanksThenAndNow> ranks;
  if (question.is_since) ranks = session.timings.phase("hubs", [&] { return ranks_of(whole, question); });
  auto material = std::make_unique<PeriodMaterial>(session.data(), std::move(whole), facts);
  auto& input = material->input;
  input.ranks = std::move(ranks);
  input.asked_unit = unit;
  auto& report = input.report;
  report.as_of = material->view.selection.reference_day;
  report.announced = facts.announced;
  report.figures = period_figures(session, material->view, facts, seed);
  report.settings = {settings_sentence(material->view, session.language)};
  report.command = session.command;
  report.version = kVersion;
  report.data_hash = session.data().content_hash;
  report.warnings = session.loaded().faults.size();
  report.acknowledged_warnings = session.loaded().acknowledged;
  return material;
}

}  // namespace maillage
