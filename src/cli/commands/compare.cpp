// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analysis/temporal/comparison.hpp"
#include "cli/evolution_json.hpp"
#include "cli/network_command.hpp"
#include "model/validity.hpp"
#include "report/comparison_page.hpp"
#include "report/link_map.hpp"
#include "report/markdown_page.hpp"
#include "report/terminal_page.hpp"

namespace maillage {
namespace {

// What changed between two days.
class CompareCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  std::vector<std::string> others() const override { return {"first_date", "last_date"}; }
  void define_own(CLI::App& app, const Language& language) override {
    const auto group = language.say("comparison.group");
    app.add_option("--measure", measure_, language.say("comparison.option.measure", {{"codes", followed_measure_codes_listed()}}))
        ->group(group)->type_name(language.say("cli.type.code"));
    allow_numbers(app.add_option("--threshold", threshold_, language.say("evolution.option.threshold"))->group(group)->type_name("θ"),
                  language, {.least = 0, .most = 1, .holds_most = false});
    measure_arguments_.define(app, language);
  }
  ComparisonOptions options(Session& session) const;

  std::string measure_ = "strength";
  double threshold_ = 0.3;
  MeasureArguments measure_arguments_;
};

ComparisonOptions CompareCommand::options(Session& session) const {
  const auto& language = session.language;
  ComparisonOptions options;
  options.view = view_arguments_.resolve(session);
  if (options.view.kind != ViewKind::institutions || options.view.dates != DateBasis::in_force || options.view.directed ||
      options.view.from || options.view.to) {
    throw Failure(ExitCode::usage, language.say("comparison.error.view"));
  }
  options.first = day_of_argument(words_.other(0), "DATE1", true, language);
  options.last = day_of_argument(words_.other(1), "DATE2", true, language);
  if (options.first >= options.last) {
    throw Failure(ExitCode::usage, language.say("comparison.error.order", {{"first", language.date(options.first)}, {"last", language.date(options.last)}}));
  }
  options.measure = known_followed_measure(measure_, language);
  options.measure_options = measure_arguments_.resolve(language);
  options.communities.seed = output_.seed;
  options.threshold = threshold_;
  return options;
}

Json agreements_json(const DataSet& data, const Comparison& comparison) {
  Json list = Json::array();
  for (const auto& one : comparison.agreements) {
    list.push_back({{"change", std::string(compared_as_code(one.kind))},
                    {"id", std::string(data.agreements.id[one.agreement])},
                    {"title", std::string(data.title_of_agreement(one.agreement))},
                    {"certainty", one.is_certain ? "certain" : "possible"},
                    {"of", agreement_ids_json(data, one.of)}});
  }
  return list;
}

const char* presence_code(ComparedInstitution::Presence presence) {
  using enum ComparedInstitution::Presence;
  if (presence == both) return "both";
  return presence == came || presence == maybe_came ? "came" : "went";
}

Json institutions_json(const DataSet& data, const Comparison& comparison) {
  Json list = Json::array();
  for (const auto& one : comparison.institutions) {
    const auto partners = [&](const std::vector<ComparedPartner>& among) {
      Json ids = Json::array();
      for (const auto& partner : among) {
        ids.push_back({{"id", std::string(data.institutions.id[partner.institution])}, {"certainty", partner.is_certain ? "certain" : "possible"}});
      }
      return ids;
    };
    const auto rank = [](std::uint32_t value) { return value == 0 ? Json(nullptr) : Json(value); };
    using enum ComparedInstitution::Presence;
    list.push_back({{"id", std::string(data.institutions.id[one.row])},
                    {"name", std::string(data.name_of_institution(one.row))},
                    {"presence", presence_code(one.presence)},
                    {"certainty", one.presence == maybe_came || one.presence == maybe_went ? "possible" : "certain"},
                    {"partners_first", bounded_json(one.partners_first)},
                    {"partners_last", bounded_json(one.partners_last)},
                    {"won", partners(one.won)},
                    {"lost", partners(one.lost)},
                    {"score_first", number_or_null(one.score_first)},
                    {"score_last", number_or_null(one.score_last)},
                    {"rank_first", rank(one.rank_first)},
                    {"rank_last", rank(one.rank_last)}});
  }
  return list;
}

Json comparison_json(const DataSet& data, const Comparison& comparison, const Language& language) {
  Json json{{"first", to_iso(comparison.first)}, {"last", to_iso(comparison.last)}, {"sentence", comparison_sentence(comparison, language)}};
  json["counts"] = {{"agreements_first", bounded_json(comparison.agreements_first)},
                    {"agreements_last", bounded_json(comparison.agreements_last)},
                    {"kept", bounded_json(comparison.kept)},
                    {"new", bounded_json(comparison.count(ComparedAs::came))},
                    {"renewed", bounded_json(comparison.count(ComparedAs::renewed))},
                    {"amended", bounded_json(comparison.count(ComparedAs::amended))},
                    {"ended", bounded_json(comparison.count(ComparedAs::ended))},
                    {"gone", bounded_json(comparison.gone)},
                    {"passed", bounded_json(comparison.count(ComparedAs::passed))},
                    {"institutions_first", bounded_json(comparison.institutions_first)},
                    {"institutions_last", bounded_json(comparison.institutions_last)},
                    {"institutions_came", bounded_json(comparison.came)},
                    {"institutions_went", bounded_json(comparison.went)},
                    {"ties_first", bounded_json(comparison.ties_first)},
                    {"ties_last", bounded_json(comparison.ties_last)},
                    {"ties_won", bounded_json(comparison.won)},
                    {"ties_lost", bounded_json(comparison.lost)}};
  json["measure"] = comparison.measure;
  json["agreements"] = agreements_json(data, comparison);
  json["institutions"] = institutions_json(data, comparison);
  json["communities"] = followed_communities_json(data, comparison.communities);
  return json;
}

bool is_dated(const DataSet& data, const Selection& selection) {
  return std::ranges::any_of(selection.items, [&](const Selection::Item& item) {
    const auto validity = validity_of(data, item.agreement);
    return data.agreements.signed_on[item.agreement].is_known() || validity.start_earliest > kDistantPast || validity.end_latest < kDistantFuture;
  });
}

// Without a date nothing changes that anybody could tell.
Comparison comparison_without_dates(const ComparisonOptions& options) {
  Comparison comparison;
  comparison.first = options.first;
  comparison.last = options.last;
  comparison.measure = options.measure;
  return comparison;
}

ExitCode CompareCommand::run(Session& session) {
  const auto& language = session.language;
  known_followed_measure(measure_, language);
  apart_from("compare", true, {"--as-of", "--status"}, language);
  only_with("--format csv, excel, xlsx", !is_read(output_) && format_of(output_) != "json", {"--sort", "--columns"}, language);
  const auto& data = load(session);
  const auto chosen = options(session);
  const auto selection = select_agreements(data, chosen.view);
  const bool has_dates = selection.items.empty() || is_dated(data, selection);
  const auto comparison = session.timings.phase("comparison", [&] {
    if (!has_dates) return comparison_without_dates(chosen);
    return with_katz_told(chosen.measure_options, language, [&] { return comparison_of(data, chosen); });
  });
  const auto undated = has_dates ? std::string() : language.say("evolution.no_dates");
  auto shown = chosen.view;
  shown.from = chosen.first;
  shown.to = chosen.last;
  std::vector<std::string> notes{settings_sentence(shown, selection, language)};
  for (auto& filter : filter_sentences(data, chosen.view, language)) notes.push_back(std::move(filter));
  if (!are_usual(chosen.measure_options)) notes.push_back(settings_sentence(chosen.measure_options, language));
  const auto format = format_of(output_);
  if (is_read(output_)) {
    constexpr std::size_t usual = 20;
    auto page = comparison_page(data, comparison, output_.top > 0 ? output_.top : usual, notes, language);
    if (!has_dates) {
      page.lead = {{Paragraph{plain(undated)}}};
      page.sections.clear();
    }
    give_bytes(session, output_, format == "md" ? markdown_page(page, LinkMap("compare.md"), language)
                                                : terminal_page(page, language, terminal_width(output_)));
    return ExitCode::done;
  }
  Answer answer;
  answer.table = comparison_table(data, comparison, language);
  answer.table.notes = notes;
  if (!has_dates) answer.table.notes.insert(answer.table.notes.begin(), undated);
  if (format == "json") {
    NetworkView view;
    view.options = chosen.view;
    view.selection = selection;
    answer.json = comparison_json(data, comparison, language);
    if (!has_dates) answer.json["sentence"] = undated;
    answer.json["settings"] = settings_json(view);
    put_settings(answer.json["settings"], chosen.measure_options);
  }
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_compare() { return std::make_unique<CompareCommand>(); }

}  // namespace maillage
