// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "analysis/centrality/katz.hpp"
#include "analysis/community/communities.hpp"
#include "cli/network_command.hpp"
#include "cli/partition_file.hpp"
#include "language/sentence_words.hpp"

namespace maillage {
namespace {

class CentralityCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    const auto codes = measure_codes_listed(tie_measure_codes());
    app.add_option("--measure", measures_asked_, language.say("cli.option.measure", {{"codes", codes}}))
        ->group(language.say("cli.group.measure"))->type_name("a,b,…")->allow_extra_args(false);
    measures_.define(app, language);
    app.add_option("--partition", partition_file_, language.say("cli.option.partition_of_measures"))
        ->group(language.say("cli.group.measure"))->type_name(language.say("cli.type.file"));
  }
  /// Communities for the measures that rest on some.
  Partition partition_of(Session& session, const NetworkView& view) const;
  Scores scores_of(Session& session, const NetworkView& view, const std::string& code, const MeasureOptions& options) const;

  std::vector<std::string> measures_asked_;
  std::string partition_file_;
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
    const auto code = known_measure(word, language, "--measure", tie_measure_codes());
    if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
  }
  return codes;
}

std::string_view kind_of(const NetworkView& view, const Node& node) {
  switch (node.kind) {
    case NodeKind::institution: return code_name(view.data->institutions.kind[node.row]);
    case NodeKind::person: return "person";
    case NodeKind::agreement: return "agreement";
  }
  return {};
}

Cell score_cell(double value, const Language& language) {
  return {value, std::isnan(value) ? "–" : shown_number(value, language)};
}

void add_columns(Table& table, const std::vector<const char*>& texts, const std::vector<Scores>& scores,
                 const Language& language) {
  for (const auto* key : texts) table.columns.push_back({key, language.say(std::string("column.") + key)});
  for (const auto& one : scores) {
    table.columns.push_back({one.measure, with_capital(language.label("measure", one.measure)), TableColumn::Align::right});
  }
}

struct Rows {
  std::vector<Json> json;
  std::vector<std::vector<Cell>> cells;

  void add(Json row, std::vector<Cell> texts, const std::vector<Scores>& scores, std::size_t at,
           const Language& language) {
    for (const auto& one : scores) {
      row[one.measure] = number_or_null(one.values[at]);
      texts.push_back(score_cell(one.values[at], language));
    }
    json.push_back(std::move(row));
    cells.push_back(std::move(texts));
  }
};

Rows rows_of_nodes(const NetworkView& view, const std::vector<Scores>& scores, const Language& language) {
  Rows rows;
  for (Vertex v = 0; v < view.nodes.size(); ++v) {
    const auto kind = kind_of(view, view.nodes[v]);
    rows.add({{"id", std::string(view.id(v))}, {"name", std::string(view.full_name(v))}, {"kind", std::string(kind)}},
             {Cell(view.id(v)), Cell(view.full_name(v)), Cell(kind, language.label("kind", kind))}, scores, v, language);
  }
  return rows;
}

// Source and target of every tie, or of every arc of a directed network, in the order of measure_ties().
std::vector<std::pair<Vertex, Vertex>> ties_of(const NetworkView& view) {
  std::vector<std::pair<Vertex, Vertex>> ties;
  if (view.is_directed()) {
    for (Vertex v = 0; v < view.arcs.vertex_count(); ++v) {
      for (const auto w : view.arcs.successors(v)) ties.emplace_back(v, w);
    }
    return ties;
  }
  for (EdgeId e = 0; e < view.network.edge_count(); ++e) ties.emplace_back(view.network.source(e), view.network.target(e));
  return ties;
}

Rows rows_of_ties(const NetworkView& view, const std::vector<Scores>& scores, const Language& language) {
  Rows rows;
  std::size_t at = 0;
  for (const auto& [a, b] : ties_of(view)) {
    rows.add({{"source", std::string(view.id(a))}, {"target", std::string(view.id(b))}},
             {Cell(view.id(a), std::string(view.label(a))), Cell(view.id(b), std::string(view.label(b)))}, scores, at++,
             language);
  }
  return rows;
}

// Why a measure says nothing of this network.
void put_reason(Answer& answer, const Scores& scores, const Language& language) {
  if (scores.reason.empty()) return;
  answer.json["settings"]["undefined"][scores.measure] = scores.reason;
  answer.table.notes.push_back(language.say("centrality.undefined", {{"measure", language.label("measure", scores.measure)},
                                                                     {"reason", language.label("undefined", scores.reason)}}));
}

// What a measure found on the way and rests on.
void put_what_it_rests_on(Answer& answer, const Scores& scores, const Language& language) {
  for (const auto& [name, value] : scores.rests_on) {
    answer.json["settings"][name] = number_or_null(value);
    answer.table.notes.push_back(language.say("centrality.rests_on", {{"measure", language.label("measure", scores.measure)},
                                                                      {"name", language.label("rests_on", name)},
                                                                      {"value", language.number(value, 6)}}));
  }
}

Partition CentralityCommand::partition_of(Session& session, const NetworkView& view) const {
  if (!partition_file_.empty()) {
    auto given = read_partition_file(session, partition_file_, view);
    Partition partition;
    partition.algorithm = "given";
    partition.community_of = std::move(given.community_of);
    partition.count = given.count;
    partition.modularity = modularity(view.network, partition.community_of, partition.resolution);
    return partition;
  }
  CommunityOptions options;
  options.seed = output_.seed;
  return session.timings.phase(options.algorithm, [&] { return find_communities(view.network, options); });
}

void put_partition(Answer& answer, const Partition& partition, const Language& language) {
  answer.json["settings"]["partition"] = {{"algorithm", partition.algorithm},
                                          {"resolution", partition.resolution},
                                          {"seed", partition.algorithm == "given" ? Json(nullptr) : Json(partition.seed)},
                                          {"modularity", number_or_null(partition.modularity)},
                                          {"communities", partition.count}};
  const bool is_given = partition.algorithm == "given";
  answer.table.notes.push_back(language.say_count(
      is_given ? "centrality.given_partition" : "centrality.partition", partition.count, {{"algorithm", language.label("algorithm", partition.algorithm)},
                                                {"modularity", language.number(partition.modularity, 4)},
                                                {"seed", language.number(static_cast<std::int64_t>(partition.seed))}}));
}

Scores CentralityCommand::scores_of(Session& session, const NetworkView& view, const std::string& code,
                                    const MeasureOptions& options) const {
  const auto of_ties = tie_measure_codes();
  const bool is_of_ties = std::ranges::find(of_ties, code) != of_ties.end();
  try {
    return session.timings.phase(code, [&] {
      return is_of_ties ? measure_ties(measured(view), code, options) : measure(view, code, options);
    });
  } catch (const KatzDiverges& diverges) {
    throw Failure(ExitCode::usage,
                  session.language.say("cli.error.alpha", {{"value", shown_number(*options.alpha, session.language)},
                                                           {"limit", session.language.number(diverges.limit, 6)}}));
  }
}

ExitCode CentralityCommand::run(Session& session) {
  const auto& language = session.language;
  const auto codes = measures_of(measures_asked_, language);
  auto options = measures_.resolve(language);
  const auto view = load_and_build(session);
  const auto of_ties = tie_measure_codes();
  std::optional<Partition> partition;
  if (std::ranges::any_of(codes, needs_communities)) {
    partition = partition_of(session, view);
    options.community_of = partition->community_of;
  }
  std::vector<Scores> scores, tie_scores;
  for (const auto& code : codes) {
    const bool is_of_ties = std::ranges::find(of_ties, code) != of_ties.end();
    (is_of_ties ? tie_scores : scores).push_back(scores_of(session, view, code, options));
  }

  Answer answer;
  answer.table.name = "centrality";
  answer.table.title = language.say("centrality.title");
  answer.json["network"] = network_json(view);
  answer.json["settings"] = settings_json(view);
  put_settings(answer.json["settings"], options);
  // A table is of nodes or of ties; JSON holds both.
  auto nodes = rows_of_nodes(view, scores, language);
  auto ties = tie_scores.empty() ? Rows{} : rows_of_ties(view, tie_scores, language);
  const bool is_of_ties = scores.empty();
  answer.json["nodes"] = Json::array();
  if (is_of_ties) {
    add_columns(answer.table, {"source", "target"}, tie_scores, language);
    answer.json["nodes"] = std::move(nodes.json);
  } else {
    add_columns(answer.table, {"id", "name", "kind"}, scores, language);
    if (!tie_scores.empty()) answer.json["edges"] = std::move(ties.json);
  }
  answer.rows_key = is_of_ties ? "edges" : "nodes";
  auto& shown = is_of_ties ? ties : nodes;
  answer.rows = std::move(shown.json);
  answer.table.rows = std::move(shown.cells);
  for (const auto& one : scores) put_reason(answer, one, language);
  for (const auto& one : scores) put_what_it_rests_on(answer, one, language);
  if (partition) put_partition(answer, *partition, language);
  if (!is_of_ties && !tie_scores.empty()) answer.table.notes.push_back(language.say("centrality.ties_apart"));
  answer.table.notes.push_back(settings_sentence(view, language));
  answer.table.notes.push_back(settings_sentence(options, language));
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_centrality() { return std::make_unique<CentralityCommand>(); }

}  // namespace maillage
