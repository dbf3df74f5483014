// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include "cli/network_command.hpp"
#include "cli/structure_json.hpp"
#include "cli/view_caveats.hpp"

namespace maillage {
namespace {

class StructureCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    const auto group = language.say("cli.group.structure");
    allow_whole_numbers(app.add_option("--runs", runs_, language.say("structure.option.runs"))->group(group)->type_name("N"),
                        language, 0, 100'000);
    app.add_flag("--groups", groups_, language.say("structure.option.groups"))->group(group);
    auto* significance = app.add_option("--significance", significance_, language.say("structure.option.significance"));
    allow_numbers(significance->group(group)->type_name("0…1"), language,
                  {.least = 0, .most = 1, .holds_least = false, .holds_most = false});
  }
  std::optional<int> runs_;
  bool groups_ = false;
  double significance_ = 0.01;
};

// The figures as rows: what, how much, who.
class FigureTable {
 public:
  FigureTable(const NetworkView& view, const Language& language) : view_(view), language_(language) {
    table.name = "structure";
    table.title = language.say("structure.title");
    table.columns = {{"figure", language.say("column.figure")},
                     {"value", language.say("column.value"), TableColumn::Align::right},
                     {"who", language.say("column.who")}};
  }

  void add(const char* key, Cell value, std::string who = {}) {
    const auto label = language_.say(std::string("structure.") + key);
    table.rows.push_back({Cell(std::string_view(key), label), std::move(value), Cell(std::move(who))});
  }
  void add_share(const char* key, double value, std::string who = {}) {
    add(key, Cell(value, std::isnan(value) ? "–" : language_.number(value, 4)), std::move(who));
  }
  void add_components(const std::vector<std::vector<Vertex>>& components) {
    constexpr std::size_t most = 20;
    add("components", components.size());
    for (std::size_t i = 0; i < components.size() && i < most; ++i) {
      add("component", components[i].size(), names_of(view_, components[i], language_));
    }
    if (components.size() > most) add("further_components", components.size() - most);
  }
  void add_bridges(const std::vector<std::pair<Vertex, Vertex>>& bridges) {
    std::vector<std::string> pairs;
    for (const auto& [a, b] : bridges) {
      pairs.push_back(std::string(view_.label(a)) + " – " + std::string(view_.label(b)));
    }
    add("bridges", bridges.size(), some_of(std::move(pairs), language_));
  }
  void add_degrees(const std::vector<std::uint32_t>& distribution) {
    std::vector<StructureFigures::Size> counts;
    for (std::uint32_t degree = 0; degree < distribution.size(); ++degree) {
      if (distribution[degree] > 0) counts.push_back({degree, distribution[degree]});
    }
    add_distribution("degree_", "structure.with_partners", counts);
  }
  void add_sizes(const std::vector<StructureFigures::Size>& sizes) {
    add_distribution("parties_", "structure.of_parties", sizes);
  }
  // The largest club that is denser than 95 of 100 drawn. Most of the network is no club, nor are two.
  void add_rich_club(const RichClub& club) {
    if (club.runs == 0) return;
    for (const auto& level : club.levels) {
      if (2 * level.nodes > view_.nodes.size() || level.nodes < 3 || !(level.phi > level.null_high)) continue;
      std::vector<Vertex> members;
      for (Vertex v = 0; v < view_.nodes.size(); ++v) {
        if (view_.network.degree(v) > level.degree) members.push_back(v);
      }
      const auto words = language_.say_count("structure.club_of", static_cast<std::int64_t>(level.degree),
                                             {{"mean", language_.number(level.null_mean, 4)},
                                              {"low", language_.number(level.null_low, 4)},
                                              {"high", language_.number(level.null_high, 4)},
                                              {"who", names_of(view_, members, language_)}});
      return add_share("rich_club", level.phi, words);
    }
    add_share("rich_club", std::numeric_limits<double>::quiet_NaN(), language_.say("structure.no_club"));
  }
  void add_groups(const OverExpression& found) {
    constexpr std::size_t most = 20;
    add("over_expressed_groups", found.groups.size());
    for (std::size_t i = 0; i < found.groups.size() && i < most; ++i) {
      const auto& group = found.groups[i];
      add("over_expressed_group", group.partnerships.size(),
          language_.say("structure.group_of", {{"who", names_of(view_, group.members, language_)},
                                               {"expected", language_.number(group.expected, 2)},
                                               {"p", shown_chance(group.p_value)}}));
    }
    if (found.groups.size() > most) add("further_groups", found.groups.size() - most);
  }

  Table table;

 private:
  // A row for each number; beyond twenty of them 0, 1, 2, 3–5, 6–10, 11–20, 21–50, 51–100 and so on.
  void add_distribution(const std::string& code, const std::string& words, const std::vector<StructureFigures::Size>& counts) {
    constexpr std::size_t most = 20;
    if (counts.size() <= most) {
      for (const auto& [number, count] : counts) {
        add_row(code + std::to_string(number), language_.say_count(words, number), count);
      }
      return;
    }
    std::size_t i = 0;
    for (std::uint32_t from = 0; i < counts.size();) {
      const auto to = last_of_range(from);
      std::uint32_t count = 0;
      for (; i < counts.size() && counts[i].parties <= to; ++i) count += counts[i].agreements;
      const auto range = language_.number(std::int64_t{from}) + "–" + language_.number(std::int64_t{to});
      const auto label = from == to ? language_.say_count(words, from) : language_.say(words + "_range", {{"range", range}});
      if (count > 0) add_row(code + std::to_string(from) + (from == to ? "" : "_" + std::to_string(to)), label, count);
      from = to + 1;
    }
  }
  static std::uint32_t last_of_range(std::uint32_t from) {
    if (from <= 2) return from;
    for (std::uint32_t decade = 1;; decade *= 10) {
      for (const auto step : {2U, 5U, 10U}) {
        if (from <= step * decade) return step * decade;
      }
    }
  }
  void add_row(std::string code, std::string label, std::uint32_t count) {
    table.rows.push_back({Cell(code, std::move(label)), Cell(count), Cell()});
  }
  // 0.0000 would say nothing: below 0.0001 the bound.
  std::string shown_chance(double p) const {
    constexpr double least_shown = 0.0001;
    return p < least_shown ? "< " + language_.number(least_shown, 4) : "= " + language_.number(p, 4);
  }
  const NetworkView& view_;
  const Language& language_;
};

Table table_of(const NetworkView& view, const StructureFigures& figures, const Language& language) {
  const auto& whole = figures.whole;
  FigureTable rows(view, language);
  rows.add("nodes", whole.nodes);
  rows.add("edges", whole.edges);
  rows.add("agreements", view.selection.items.size());
  rows.add_share("density", whole.density);
  rows.add_components(whole.components);
  rows.add("articulation_points", whole.articulation_points.size(), names_of(view, whole.articulation_points, language));
  rows.add_bridges(whole.bridges);
  rows.add("max_core", whole.max_core);
  rows.add_share("transitivity", whole.transitivity);
  rows.add_share("two_mode_cycles", figures.four_cycles.coefficient);
  rows.add_share("mean_distance", figures.mean_distance);
  rows.add_share("global_efficiency", figures.global_efficiency);
  rows.add_share("degree_assortativity", whole.degree_assortativity);
  rows.add_share("kind_assortativity", figures.by_kind);
  rows.add_share("territory_assortativity", figures.by_territory);
  rows.add_share("hyperdegree_assortativity", figures.by_hyperdegree);
  rows.add_share("strength_assortativity", figures.by_strength);
  rows.add_rich_club(figures.rich_club);
  if (figures.over_expressed) rows.add_groups(*figures.over_expressed);
  rows.add_degrees(whole.degree_distribution);
  rows.add_sizes(figures.by_size);
  return std::move(rows.table);
}

ExitCode StructureCommand::run(Session& session) {
  const auto& language = session.language;
  only_with("--groups", groups_, {"--significance"}, language);
  load(session);
  const auto view = build(session, without_directions(session));
  StructureRequest request{.runs = {}, .seed = output_.seed, .groups = groups_, .significance = significance_};
  if (runs_) request.runs = static_cast<std::uint32_t>(*runs_);
  const auto figures = structure_figures(session, view, request);
  Answer answer;
  answer.json = structure_json(view, figures);
  answer.table = table_of(view, figures, language);
  auto& notes = answer.table.notes;
  tell_without_meaning(view, {"transitivity"}, language, answer.json["settings"], notes);
  notes.push_back(settings_sentence(view, language));
  if (figures.rich_club.runs > 0 && !figures.rich_club.levels.empty()) {
    notes.push_back(language.say_count("structure.note.rich_club", figures.rich_club.runs,
                                       {{"seed", language.number(static_cast<std::int64_t>(figures.rich_club.seed))}}));
  }
  if (figures.over_expressed) {
    notes.push_back(language.say("structure.note.groups", {{"significance", language.percent(significance_, 1)}}));
  }
  if (figures.is_too_large_for_distances) notes.push_back(language.say("structure.note.no_distances"));
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_structure() { return std::make_unique<StructureCommand>(); }

}  // namespace maillage
