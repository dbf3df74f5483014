// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "cli/network_command.hpp"
#include "language/sentence_words.hpp"

namespace maillage {
namespace {

class CentralityCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    app.add_option("--measure", measures_asked_, language.say("cli.option.measure", {{"codes", measure_codes_listed()}}))
        ->group(language.say("cli.group.measure"))->type_name("a,b,…")->allow_extra_args(false);
    measures_.define(app, language);
  }
  std::vector<std::string> measures_asked_;
  MeasureArguments measures_;
};

// Whole numbers as such, others with four decimals; the files for machines have twelve digits.
std::string shown_number(double value, const Language& language) {
  constexpr double largest_whole = 1e15;
  if (std::floor(value) == value && std::abs(value) < largest_whole) {
    return language.number(static_cast<std::int64_t>(value));
  }
  return language.number(value, 4);
}

// Codes of the measures asked for, each once, in the order asked.
std::vector<std::string> measures_of(const std::vector<std::string>& asked, const Language& language) {
  if (asked.empty()) return {"strength", "degree", "betweenness"};
  auto words = split_words(asked);
  if (words.empty()) words = asked;  // `--measure ""`: refused as any unknown one
  std::vector<std::string> codes;
  for (const auto& word : words) {
    const auto code = known_measure(word, language);
    if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
  }
  return codes;
}

ExitCode CentralityCommand::run(Session& session) {
  const auto& language = session.language;
  const auto codes = measures_of(measures_asked_, language);
  const auto options = measures_.resolve(language);
  const auto view = load_and_build(session);
  std::vector<Scores> scores;
  for (const auto& code : codes) {
    scores.push_back(session.timings.phase(code, [&] { return measure(view, code, options); }));
  }

  Answer answer;
  answer.table.name = "centrality";
  answer.table.title = language.say("centrality.title");
  using Align = TableColumn::Align;
  answer.table.columns = {{"id", language.say("column.id")},
                          {"name", language.say("column.name")},
                          {"kind", language.say("column.kind")}};
  for (const auto& code : codes) {
    answer.table.columns.push_back({code, with_capital(language.label("measure", code)), Align::right});
  }
  answer.json["network"] = network_json(view);
  answer.json["settings"] = settings_json(view);
  answer.json["settings"]["normalized"] = options.normalized;
  answer.json["settings"]["distance"] = std::string(code_name(options.distance));
  answer.json["settings"]["damping"] = options.damping;
  answer.rows_key = "nodes";
  for (Vertex v = 0; v < view.nodes.size(); ++v) {
    const auto& node = view.nodes[v];
    const auto kind = node.kind == NodeKind::institution ? code_name(view.data->institutions.kind[node.row])
                      : node.kind == NodeKind::person    ? std::string_view("person")
                                                         : std::string_view("agreement");
    Json row{{"id", std::string(view.id(v))}, {"name", std::string(view.full_name(v))}, {"kind", std::string(kind)}};
    std::vector<Cell> cells{Cell(view.id(v)), Cell(view.full_name(v)), Cell(kind, language.label("kind", kind))};
    for (std::size_t i = 0; i < codes.size(); ++i) {
      row[codes[i]] = number_or_null(scores[i].values[v]);
      const auto value = scores[i].values[v];
      cells.emplace_back(value, std::isnan(value) ? "–" : shown_number(value, language));
    }
    answer.rows.push_back(std::move(row));
    answer.table.rows.push_back(std::move(cells));
  }
  answer.table.notes.push_back(settings_sentence(view, language));
  answer.table.notes.push_back(language.say("cli.settings.measures",
                                            {{"distance", language.label("distance", code_name(options.distance))},
                                             {"normalized", language.say(options.normalized ? "cli.yes" : "cli.no")},
                                             {"damping", language.number(options.damping, 2)}}));
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_centrality() { return std::make_unique<CentralityCommand>(); }

}  // namespace maillage
