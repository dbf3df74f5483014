// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/structure.hpp"
#include "cli/network_command.hpp"
#include "cli/timed_path.hpp"
#include "network/partnership_flows.hpp"

namespace maillage {
namespace {

class PathCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  std::vector<std::string> others() const override { return {"from", "to"}; }
  void define_own(CLI::App& app, const Language& language) override {
    app.get_option("words")->option_text("[DATA] " + language.say("cli.word.from") + " [" + language.say("cli.word.to") + "]");
    add_distance(app, distance_, language);
    timed_.define(app, language);
  }
  void check(const Language& language) const;
  ExitCode run_in_time(Session& session);
  Vertex vertex_of(Session& session, const NetworkView& view, const std::string& word) const;
  std::string distance_ = "hops";
  TimedPathArguments timed_;
};

// An institution or person of the view; one that exists but has no agreement in it is said so.
Vertex PathCommand::vertex_of(Session& session, const NetworkView& view, const std::string& word) const {
  std::vector<EntityKind> kinds{EntityKind::institution};
  if (view.options.kind == ViewKind::people) kinds = {EntityKind::person};
  if (view.options.kind == ViewKind::affiliations) kinds.push_back(EntityKind::person);
  if (view.options.kind == ViewKind::two_mode) kinds.push_back(EntityKind::agreement);
  const auto match = session.resolve(word, kinds);
  switch (match.kind) {
    case EntityKind::institution: return view.vertex_of_institution(match.row);
    case EntityKind::person: return view.vertex_of_person(match.row);
    case EntityKind::agreement: return view.vertex_of_agreement(match.row);
  }
  return view.network.vertex_count();
}

// The agreement a step is dated by: the earliest of those that make the tie, as far as they are dated.
PartialDate earliest_date(const DataSet& data, const std::vector<Index>& agreements) {
  PartialDate earliest;
  for (const auto a : agreements) {
    for (const auto& date : {data.agreements.signed_on[a], data.agreements.valid_from[a]}) {
      if (!date.is_known() || date.is_open()) continue;
      if (!earliest.is_known() || date.first_written() < earliest.first_written()) earliest = date;
      break;
    }
  }
  return earliest;
}

void add_step(Answer& answer, const NetworkView& view, Vertex from, Vertex to, const Language& language) {
  const auto& data = *view.data;
  const auto agreements = view.is_directed() ? agreements_of_arc(view, from, to)
                                             : view.agreements_of_edge(view.network.find_edge(from, to));
  std::vector<std::string> titles;
  for (const auto agreement : agreements) titles.emplace_back(data.title_of_agreement(agreement));
  const auto date = earliest_date(data, agreements);
  answer.rows.push_back({{"from", std::string(view.id(from))},
                         {"to", std::string(view.id(to))},
                         {"agreements", agreement_ids_json(data, agreements)},
                         {"date", date_or_null(date)}});
  answer.table.rows.push_back({Cell(view.id(from), std::string(view.label(from))),
                               Cell(view.id(to), std::string(view.label(to))),
                               Cell(joined_agreement_ids(data, agreements), language.list(titles)),
                               Cell(date.to_edtf(), language.short_date(date))});
}

void PathCommand::check(const Language& language) const {
  only_with("--in-time", timed_.in_time, {"--all", "--start", "--end", "--strict", "--criterion", "--reading"}, language);
  timed_.check(language);
  if (timed_.in_time && distance_ != "hops") throw Failure(ExitCode::usage, language.say("path.error.distance_in_time"));
}

ExitCode PathCommand::run_in_time(Session& session) {
  if (timed_.to_all) words_.only(1);
  const auto view = load_and_build(session);
  const auto question = timed_path_question(timed_, session.data(), session.language);
  const auto end_of = [&](const std::string& word) { return PathEnd{word, vertex_of(session, view, word)}; };
  const auto from = end_of(words_.other(0));
  if (timed_.to_all) {
    auto answer = session.timings.phase("path", [&] { return arrivals_answer(session, view, from, question); });
    give(session, output_, std::move(answer));
    return ExitCode::done;
  }
  const auto to = end_of(words_.other(1));
  auto answer = session.timings.phase("path", [&] { return timed_chain_answer(session, view, from, to, question); });
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

ExitCode PathCommand::run(Session& session) {
  check(session.language);
  if (timed_.in_time) return run_in_time(session);
  const auto view = load_and_build(session);
  const auto& language = session.language;
  const auto distance = distance_of(distance_, language);
  const auto from = vertex_of(session, view, words_.other(0));
  const auto to = vertex_of(session, view, words_.other(1));
  std::optional<Chain> chain;
  if (from < view.network.vertex_count() && to < view.network.vertex_count()) {
    chain = session.timings.phase("path", [&] {
      return view.is_directed() ? shortest_chain(view.arcs, from, to, distance)
                                : shortest_chain(view.network, from, to, distance);
    });
  }

  Answer answer;
  auto& table = answer.table;
  table.name = "path";
  table.columns = {{"from", language.say("column.from")},
                   {"to", language.say("column.to")},
                   {"agreements", language.say("column.agreements")},
                   {"date", language.say("column.date")}};
  const bool counts = distance == Distance::hops;
  answer.json["length"] = !chain ? Json(nullptr) : counts ? Json(chain->edges.size()) : number_or_null(chain->length);
  answer.json["steps"] = Json::array();  // its place; the rows come there
  answer.rows_key = "steps";
  const bool is_itself = chain && from == to;
  table.title = language.say("path.none", {{"from", words_.other(0)}, {"to", words_.other(1)}});
  if (is_itself) table.title = language.say("path.itself", {{"from", std::string(view.label(from))}});
  if (chain && !is_itself) {
    table.title = language.say_count("path.title", static_cast<std::int64_t>(chain->edges.size()),
                                     {{"from", std::string(view.label(from))}, {"to", std::string(view.label(to))}});
    for (std::size_t i = 0; i < chain->edges.size(); ++i) {
      add_step(answer, view, chain->vertices[i], chain->vertices[i + 1], language);
    }
  }
  if (chain && distance != Distance::hops) {
    table.notes.push_back(language.say("path.length", {{"length", language.number(chain->length, 4)},
                                                       {"distance", language.label("distance", code_name(distance))}}));
  }
  answer.json["settings"] = settings_json(view);
  answer.json["settings"]["distance"] = std::string(code_name(distance));
  table.notes.push_back(settings_sentence(view, language));
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_path() { return std::make_unique<PathCommand>(); }

}  // namespace maillage
