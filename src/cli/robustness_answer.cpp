// SPDX-License-Identifier: Apache-2.0
#include "cli/robustness_answer.hpp"

#include <cmath>
#include <filesystem>

#include "cli/allowed_values.hpp"
#include "cli/network_command.hpp"
#include "cli/picture.hpp"
#include "cli/version.hpp"
#include "cli/whatif_json.hpp"
#include "drawing/robustness_chart.hpp"
#include "model/joined_values.hpp"
#include "report/cells.hpp"

namespace maillage {
namespace {

constexpr double kMostBetweenness = 1e10;  // vertices × ties: some minutes

using Curves = std::vector<RobustnessCurve>;

Curves curves_of(Session& session, const NetworkView& view, const RobustnessOptions& options) {
  Curves curves;
  const auto add = [&](const RobustnessOptions& chosen) {
    const auto phase = "robustness_" + std::string(code_name(chosen.order));
    session.timings.phase(phase, [&] {
      curves.push_back(robustness_of_nodes(view, chosen));
      curves.push_back(robustness_of_agreements(view, chosen));
    });
  };
  if (options.order != LossOrder::random) add(options);
  auto random = options;
  random.order = LossOrder::random;
  add(random);
  return curves;
}

std::string order_in_words(const RobustnessCurve& curve, const Language& language) {
  if (curve.order == "random") return language.say_count("robustness.order.random", curve.runs);
  const auto key = "robustness.order." + curve.order + (curve.is_recalculated ? "_recalculated" : "");
  return language.say(key);
}

std::string r_in_words(const RobustnessCurve& curve, const Language& language) {
  const auto r = language.number(curve.r, 3);
  if (curve.runs <= 1) return r;
  return language.say("robustness.r_band",
                      {{"r", r}, {"low", language.number(curve.r_low, 3)}, {"high", language.number(curve.r_high, 3)}});
}

// Of the curve that institutions are lost along in order, else at random.
std::string title_of(const Curves& curves, const Language& language) {
  const auto& curve = curves.front();
  if (curve.total == 0) return language.say("robustness.title.nothing");
  return language.say_count(curve.runs > 0 ? "robustness.title.random" : "robustness.title.targeted", curve.half.value_or(curve.total),
                            {{"total", language.number(std::int64_t{curve.total})},
                             {"order", curve.runs > 0 ? "" : language.say("robustness.short." + curve.order)}});
}

// Ids: of an agreement that was renewed, its last one, as it is named.
std::string first_ids(const NetworkView& view, const RobustnessCurve& curve) {
  std::vector<std::string_view> ids;
  for (const auto item : curve.first) {
    if (curve.what == "institutions") {
      ids.push_back(view.id(item));
    } else if (const auto rows = view.agreements_of_partnership(item); !rows.empty()) {
      ids.push_back(view.data->agreements.id[rows.back()]);
    }
  }
  return joined_values(ids);
}

std::string first_in_words(const NetworkView& view, const RobustnessCurve& curve, const Language& language) {
  std::vector<std::string> names;
  for (const auto item : curve.first) {
    if (curve.what == "institutions") {
      names.emplace_back(view.label(item));
    } else {
      const auto rows = view.agreements_of_partnership(item);
      names.emplace_back(rows.empty() ? "–" : view.data->title_of_agreement(rows.back()));
    }
  }
  return some_of(std::move(names), language, curve.what == "institutions" ? 3 : 1);
}

Cell half_cell(const RobustnessCurve& curve) {
  Cell cell = curve.half ? Cell(*curve.half) : Cell();
  if (!curve.half) cell.shown = "–";
  return cell;
}

Table table_of(const NetworkView& view, const Curves& curves, const Language& language) {
  constexpr auto right = TableColumn::Align::right;
  Table table;
  table.name = "robustness";
  table.title = title_of(curves, language);
  table.columns = {{"what", language.say("robustness.column.what")},
                   {"order", language.say("robustness.column.order")},
                   {"total", language.say("robustness.column.total"), right},
                   {"r", language.say("robustness.column.r"), right},
                   {"r_low", language.say("robustness.column.r_low"), right},
                   {"r_high", language.say("robustness.column.r_high"), right},
                   {"half", language.say("robustness.column.half"), right},
                   {"first", language.say("robustness.column.first")}};
  for (const auto& curve : curves) {
    const auto number = [&](double value) { return number_cell(value, 4, language); };
    // One run has no spread.
    const auto bound = [&](double value) { return curve.runs <= 1 ? Cell() : number(value); };
    table.rows.push_back({Cell(std::string_view(curve.what), language.say("robustness.what." + curve.what)),
                          Cell(std::string_view(curve.order), order_in_words(curve, language)), Cell(curve.total),
                          number(curve.r), bound(curve.r_low), bound(curve.r_high), half_cell(curve),
                          Cell(first_ids(view, curve), first_in_words(view, curve, language))});
  }
  return table;
}

std::vector<std::string> notes_of(const NetworkView& view, const RobustnessOptions& options, const Language& language) {
  return {language.say("robustness.note.r"),
          language.say("robustness.note.random", {{"seed", std::to_string(options.seed)}}),
          settings_sentence(view, language)};
}

void give_chart(Session& session, const OutputOptions& output, const NetworkView& view, const Curves& curves,
                const RobustnessRequest& request) {
  const auto& language = session.language;
  RobustnessChartOptions chart;
  chart.title = title_of(curves, language);
  chart.subtitle = as_of_sentence(view.selection, language);
  chart.notes = notes_of(view, request.options, language);
  chart.command = session.command;
  chart.version = kVersion;
  chart.data_hash = view.data->content_hash;
  chart.random_label = order_in_words(curves.back(), language);
  const bool is_ordered = curves.size() == 4;
  if (is_ordered) {
    chart.targeted_label = language.say(
        "robustness.chart.targeted",
        {{"institutions", order_in_words(curves[0], language)}, {"agreements", order_in_words(curves[1], language)}});
  }
  std::vector<RobustnessPanel> panels;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& random = curves[curves.size() - 2 + i];
    RobustnessPanel panel{.targeted = is_ordered ? &curves[i] : nullptr, .random = &random};
    panel.heading = language.say("robustness.chart.heading." + random.what);
    panel.figures = is_ordered ? language.say("robustness.chart.r", {{"r", r_in_words(curves[i], language)},
                                                                     {"random", r_in_words(random, language)}})
                               : language.say("robustness.chart.r_random", {{"random", r_in_words(random, language)}});
    panels.push_back(std::move(panel));
  }
  const auto picture = session.timings.phase("layout", [&] { return draw_robustness_chart(panels, chart, language); });
  constexpr double dots_per_inch = 192;
  give_picture(session, output, request.picture, picture.svg, dots_per_inch);
}

}  // namespace

RobustnessRequest robustness_request(const std::string& order, bool initial, int runs, const OutputOptions& output,
                                     const Language& language) {
  RobustnessRequest request;
  request.options.order = code_of_option<LossOrder>("--order", order, language);
  request.options.initial = initial;
  request.options.runs = runs;
  request.options.seed = output.seed;
  if (is_picture(output)) request.picture = std::filesystem::path(output.file).extension().string().substr(1);
  if (request.picture.empty()) output.check(language);
  return request;
}

void give_robustness(Session& session, const OutputOptions& output, const NetworkView& view,
                     const RobustnessRequest& request) {
  const auto& language = session.language;
  const double work = static_cast<double>(view.network.vertex_count()) * view.network.edge_count();
  if (request.options.order == LossOrder::betweenness && work > kMostBetweenness) {
    throw Failure(ExitCode::usage, language.say("robustness.error.betweenness"));
  }
  const auto curves = curves_of(session, view, request.options);
  if (!request.picture.empty()) return give_chart(session, output, view, curves, request);
  Answer answer;
  answer.table = table_of(view, curves, language);
  answer.table.notes = notes_of(view, request.options, language);
  const auto day = view.selection.reference_day;
  answer.json["as_of"] = day ? Json(to_iso(*day)) : Json(nullptr);
  answer.json["network"] = network_json(view);
  answer.json["settings"] = settings_json(view);
  answer.json["settings"]["seed"] = request.options.seed;
  answer.rows_key = "curves";
  for (const auto& curve : curves) answer.rows.push_back(curve_json(view, curve));
  give(session, output, std::move(answer));
}

}  // namespace maillage
