// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "analysis/community/communities.hpp"
#include "analysis/hypergraph/agreement_measures.hpp"
#include "analysis/structure/vertex_groups.hpp"
#include "cli/network_command.hpp"
#include "cli/partition_file.hpp"
#include "cli/score_rows.hpp"
#include "cli/view_caveats.hpp"

namespace maillage {
namespace {

// The measures that are not of nodes: of ties, and of agreements alone.
std::vector<std::string_view> other_measure_codes() {
  auto codes = tie_measure_codes();
  for (const auto code : agreement_measure_codes()) {
    if (!is_measure(code)) codes.push_back(code);
  }
  return codes;
}

struct AllScores {
  std::vector<Scores> nodes, ties, agreements;
};

class CentralityCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    const auto group = language.say("cli.group.measure");
    const auto codes = measure_codes_listed(other_measure_codes());
    app.add_option("--measure", measures_asked_, language.say("cli.option.measure", {{"codes", codes}}))
        ->group(group)->type_name("a,b,…")->allow_extra_args(false);
    measures_.define(app, language);
    app.add_option("--partition", partition_file_, language.say("cli.option.partition_of_measures"))
        ->group(language.say("cli.group.measure"))->type_name(language.say("cli.type.file"));
    allow_whole_numbers(app.add_option("--s", s_, language.say("nparty.option.s"))->group(group)->type_name("N"), language, 1,
                        1'000'000);
    app.add_option("--groups", groups_, language.say("nparty.option.groups"))
        ->group(group)->type_name("kind|territory|community");
  }
  /// Communities for the measures that rest on some.
  Partition partition_of(Session& session, const NetworkView& view) const;
  Scores scores_of(Session& session, const NetworkView& view, const std::string& code, const MeasureOptions& options) const;

  AllScores measure_all(Session& session, const NetworkView& view, const std::vector<std::string>& codes,
                        const MeasureOptions& options) const;
  std::vector<std::uint32_t> groups_of(const NetworkView& view, const std::optional<Partition>& partition) const;
  std::vector<Scores> scores_of_agreements(Session& session, const NetworkView& view, const std::vector<std::string>& codes,
                                           bool normalized) const;

  std::vector<std::string> measures_asked_;
  std::string partition_file_;
  MeasureArguments measures_;
  std::uint32_t s_ = 1;
  std::string groups_ = "kind";
};

bool is_tie_measure(std::string_view code) {
  const auto codes = tie_measure_codes();
  return std::ranges::find(codes, code) != codes.end();
}

// Codes of the measures asked for, each once, in the order asked.
std::vector<std::string> measures_of(const std::vector<std::string>& asked, const Language& language) {
  if (asked.empty()) return {"strength", "degree", "betweenness"};
  std::vector<std::string> codes;
  for (const auto& word : measure_words(asked)) {
    const auto code = known_measure(word, language, "--measure", other_measure_codes());
    if (std::ranges::find(codes, code) == codes.end()) codes.push_back(code);
  }
  return codes;
}

// Why a measure says nothing of this network.
void put_reason(Answer& answer, const Scores& scores, const Language& language) {
  if (scores.reason.empty()) return;
  answer.json["settings"]["undefined"][scores.measure] = scores.reason;
  answer.table.notes.push_back(language.say("centrality.undefined", {{"measure", with_capital(language.label("measure", scores.measure))},
                                                                     {"reason", language.label("undefined", scores.reason)}}));
}

// What a measure found on the way and rests on.
void put_what_it_rests_on(Answer& answer, const Scores& scores, const Language& language) {
  for (const auto& [name, value] : scores.rests_on) {
    answer.json["settings"][name] = number_or_null(value);
    answer.table.notes.push_back(language.say("centrality.rests_on", {{"measure", with_capital(language.label("measure", scores.measure))},
                                                                      {"name", language.label("rests_on", name)},
                                                                      {"value", language.number(value, 4)}}));
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

// What the measures of the s-line graph rest on.
void put_s(Answer& answer, const std::vector<Scores>& scores, std::uint32_t s, const Language& language) {
  const auto found = std::ranges::find_if(scores, [](const Scores& one) { return !one.rests_on.empty(); });
  if (found == scores.end()) return;
  const auto pairs = static_cast<std::int64_t>(found->rests_on.front().second);
  answer.json["settings"]["s"] = s;
  answer.json["settings"]["s_line_ties"] = pairs;
  answer.table.notes.push_back(language.say_count("nparty.note.s", s, {{"pairs", language.number(pairs)}}));
}

void put_groups(Answer& answer, const std::string& groups, const Language& language) {
  answer.json["settings"]["groups"] = groups;
  answer.table.notes.push_back(language.say("nparty.note.groups", {{"groups", language.label("groups", groups)}}));
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
  return with_katz_told(options, session.language, [&] {
    return session.timings.phase(code, [&] {
      return is_tie_measure(code) ? measure_ties(measured(view), code, options) : measure(view, code, options);
    });
  });
}

std::vector<Scores> CentralityCommand::scores_of_agreements(Session& session, const NetworkView& view,
                                                            const std::vector<std::string>& codes, bool normalized) const {
  std::vector<Scores> scores;
  if (std::ranges::none_of(codes, is_agreement_measure)) return scores;
  const auto incidence = incidence_of(view);
  AgreementMeasures measures(incidence, s_, normalized);
  for (const auto& code : codes) {
    if (!is_agreement_measure(code)) continue;
    const auto phase = is_measure(code) ? code + "_of_agreements" : code;
    scores.push_back(session.timings.phase(phase, [&] { return measures.measure(code); }));
  }
  return scores;
}

std::vector<std::uint32_t> CentralityCommand::groups_of(const NetworkView& view,
                                                        const std::optional<Partition>& partition) const {
  if (groups_ == "community") return partition->community_of;
  return groups_ == "territory" ? groups_by_territory(view) : groups_by_kind(view);
}

// Rows of one sort into the JSON; those that the table shows become its rows.
void put_rows(Answer& answer, const char* key, ScoreRows rows, bool is_shown) {
  if (!is_shown) {
    answer.json[key] = std::move(rows.json);
    return;
  }
  answer.json[key] = Json::array();  // its place
  answer.rows_key = key;
  answer.rows = std::move(rows.json);
  answer.table.rows = std::move(rows.cells);
}

// A table is of nodes, of ties or of agreements, the first of them that has scores; JSON holds all.
void put_scores(Answer& answer, const NetworkView& view, const AllScores& scores, const Language& language) {
  const bool shows_nodes = !scores.nodes.empty(), shows_ties = !shows_nodes && !scores.ties.empty();
  put_rows(answer, "nodes", rows_of_nodes(view, scores.nodes, language), shows_nodes);
  if (!scores.ties.empty()) put_rows(answer, "edges", rows_of_ties(view, scores.ties, language), shows_ties);
  if (!scores.agreements.empty()) {
    const bool shows_agreements = !shows_nodes && !shows_ties;
    put_rows(answer, "agreements", rows_of_agreements(view, scores.agreements, language), shows_agreements);
  }
  if (shows_nodes) {
    add_score_columns(answer.table, {"id", "name", "kind"}, scores.nodes, language);
  } else if (shows_ties) {
    add_score_columns(answer.table, {"source", "target"}, scores.ties, language);
  } else {
    add_score_columns(answer.table, {"id", "title", "parties"}, scores.agreements, language);
  }
}

// What has no value and why, and what the scores rest on.
void tell_of_scores(Answer& answer, const NetworkView& view, const AllScores& scores,
                    const std::vector<std::string>& codes, const Language& language) {
  for (const auto& one : scores.nodes) put_reason(answer, one, language);
  tell_without_meaning(view, codes, language, answer.json["settings"], answer.table.notes);
  tell_without_direction(view, codes, language, answer.json["settings"], answer.table.notes);
  for (const auto& one : scores.nodes) put_what_it_rests_on(answer, one, language);
  for (const auto& one : scores.agreements) {
    const bool is_told = std::ranges::any_of(scores.nodes, [&](const Scores& other) {
      return other.measure == one.measure && other.reason == one.reason;
    });
    if (!is_told) put_reason(answer, one, language);
  }
}

// What stands in the JSON alone.
void tell_what_is_apart(Answer& answer, const AllScores& scores, const Language& language) {
  if (!scores.nodes.empty() && !scores.ties.empty()) answer.table.notes.push_back(language.say("centrality.ties_apart"));
  if ((!scores.nodes.empty() || !scores.ties.empty()) && !scores.agreements.empty()) {
    answer.table.notes.push_back(language.say("nparty.note.agreements_apart"));
  }
}

AllScores CentralityCommand::measure_all(Session& session, const NetworkView& view,
                                         const std::vector<std::string>& codes, const MeasureOptions& options) const {
  AllScores scores;
  for (const auto& code : codes) {
    if (is_measure(code) || is_tie_measure(code)) {
      (is_tie_measure(code) ? scores.ties : scores.nodes).push_back(scores_of(session, view, code, options));
    }
  }
  scores.agreements = scores_of_agreements(session, view, codes, options.normalized);
  return scores;
}

ExitCode CentralityCommand::run(Session& session) {
  const auto& language = session.language;
  const auto codes = measures_of(measures_asked_, language);
  auto options = measures_.resolve(language);
  check_code("--groups", groups_, {"kind", "territory", "community"}, language);
  const auto view = load_and_build(session);
  const bool has_groups = std::ranges::any_of(codes, needs_groups);
  std::optional<Partition> partition;
  if (std::ranges::any_of(codes, needs_communities) || (has_groups && groups_ == "community")) {
    partition = partition_of(session, view);
    options.community_of = partition->community_of;
  }
  if (has_groups) options.group_of = groups_of(view, partition);
  const auto scores = measure_all(session, view, codes, options);

  Answer answer;
  answer.table.name = "centrality";
  answer.table.title = language.say("centrality.title");
  answer.json["network"] = network_json(view);
  answer.json["settings"] = settings_json(view);
  put_settings(answer.json["settings"], options);
  put_scores(answer, view, scores, language);
  tell_of_scores(answer, view, scores, codes, language);
  put_s(answer, scores.agreements, s_, language);
  if (has_groups) put_groups(answer, groups_, language);
  if (partition) put_partition(answer, *partition, language);
  tell_what_is_apart(answer, scores, language);
  put_time(answer, view, codes, options, language);
  answer.table.notes.push_back(settings_sentence(view, language));
  answer.table.notes.push_back(settings_sentence(options, language));
  auto output = output_;
  if (output.top > 0 && output.sort.empty()) {  // the first by id would be the first of nothing
    const auto& shown = !scores.nodes.empty() ? scores.nodes : !scores.ties.empty() ? scores.ties : scores.agreements;
    const auto& first = shown.front().measure;
    output.sort = "-" + first;
    answer.table.notes.insert(answer.table.notes.begin(),
                              language.say("centrality.first_by", {{"measure", language.label("measure", first)}}));
  }
  give(session, output, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_centrality() { return std::make_unique<CentralityCommand>(); }

}  // namespace maillage
