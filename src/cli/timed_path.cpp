// SPDX-License-Identifier: Apache-2.0
#include "cli/timed_path.hpp"

#include <algorithm>

#include "analysis/temporal/layered_arrivals.hpp"
#include "cli/json_forms.hpp"
#include "cli/view_arguments.hpp"
#include "language/sentence_words.hpp"

namespace maillage {
namespace {

Json arrival_json(Day day) { return day == kNever ? Json(nullptr) : Json(to_iso(day)); }

Cell day_cell(Day day, const Language& language) {
  return day == kNever ? Cell(std::string(), "–") : Cell(to_iso(day), language.short_date(day));
}

Cell certainty_cell(bool is_certain, const Language& language) {
  const auto* code = is_certain ? "certain" : "possible";
  return {code, language.label("certainty", code)};
}

// The spells of a view under the reading asked for, and under those that tell what the doubtful dates decide.
struct Readings {
  Readings(const NetworkView& view, const TimedPathQuestion& question)
      : counts(count_spells(view, question.time.reading)), asked(spell_network(view, question.time.reading)) {
    if (question.window && counts.doubtful > 0) {
      certain = spell_network(view, SpellReading::certain);
      const bool is_latest = question.time.reading == SpellReading::latest;
      other = spell_network(view, is_latest ? SpellReading::earliest : SpellReading::latest);
      other_reading = is_latest ? SpellReading::earliest : SpellReading::latest;
    }
  }
  SpellCounts counts;
  SpellNetwork asked;
  std::optional<SpellNetwork> certain, other;  // where dates leave a doubt
  SpellReading other_reading = SpellReading::latest;
};

void add_settings(Answer& answer, const NetworkView& view, const TimedPathQuestion& question, const SpellCounts& counts,
                  const Language& language) {
  if (question.window) {
    for (auto& sentence : doubt_sentences(counts, question.time.reading, language)) {
      answer.table.notes.push_back(std::move(sentence));
    }
  }
  answer.table.notes.push_back(time_settings_sentence(question.time, question.window, language));
  answer.table.notes.push_back(settings_sentence(view, language));
  auto& settings = answer.json["settings"];
  settings = settings_json(view);
  settings["in_time"] = true;
  put_time_settings(settings, question.time, question.window);
  settings["agreements"] = counts.agreements;
  settings["agreements_doubtful"] = counts.doubtful;
  settings["agreements_undated"] = counts.undated;
  settings["agreements_left_out"] = counts.left_out;
}

std::vector<Index> agreements_open(const SpellNetwork& network, Vertex from, Vertex to, Day day) {
  std::vector<Index> found;
  for (auto arc = network.first[from]; arc < network.first[from + 1]; ++arc) {
    if (network.target[arc] != to || day < network.first_day[arc] || day > network.last_day[arc]) continue;
    if (network.agreement[arc] != kNone) found.push_back(network.agreement[arc]);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

// Is the tie open on that day whatever the readings? Arcs of mentions count, which have no agreement to name.
bool is_certainly_open(const Readings& readings, Vertex from, Vertex to, Day day) {
  const auto& network = readings.certain ? *readings.certain : readings.asked;
  for (auto arc = network.first[from]; arc < network.first[from + 1]; ++arc) {
    if (network.target[arc] == to && day >= network.first_day[arc] && day <= network.last_day[arc]) return true;
  }
  return false;
}

struct StepShown {
  Vertex from, to;
  Day day;
  std::optional<int> waited_days;  // since the step before; the first one has none
  bool is_certain;
};

void add_step(Answer& answer, const NetworkView& view, const SpellNetwork& network, const StepShown& step,
              const Language& language) {
  const auto& data = *view.data;
  Json ids = Json::array();
  std::string machine;
  std::vector<std::string> titles;
  for (const auto agreement : agreements_open(network, step.from, step.to, step.day)) {
    const auto id = std::string(data.agreements.id[agreement]);
    machine += (machine.empty() ? "" : "|") + id;
    ids.push_back(id);
    titles.emplace_back(data.title_of_agreement(agreement));
  }
  answer.rows.push_back({{"from", std::string(view.id(step.from))},
                         {"to", std::string(view.id(step.to))},
                         {"agreements", std::move(ids)},
                         {"date", to_iso(step.day)},
                         {"waited_days", step.waited_days ? Json(*step.waited_days) : Json(nullptr)},
                         {"certainty", step.is_certain ? "certain" : "possible"}});
  answer.table.rows.push_back({Cell(view.id(step.from), std::string(view.label(step.from))),
                               Cell(view.id(step.to), std::string(view.label(step.to))),
                               Cell(std::move(machine), language.list(titles)), day_cell(step.day, language),
                               step.waited_days ? Cell(*step.waited_days) : Cell(), certainty_cell(step.is_certain, language)});
}

std::vector<TableColumn> chain_columns(const Language& language) {
  return {{"from", language.say("column.from")},
          {"to", language.say("column.to")},
          {"agreements", language.say("column.agreements")},
          {"date", language.say("path.column.crossed")},
          {"waited_days", language.say("path.column.waited"), TableColumn::Align::right},
          {"certainty", language.say("path.column.certainty")}};
}

// Are all steps certain?
bool add_steps(Answer& answer, const NetworkView& view, const Readings& readings, const TimedChain& chain,
               const Language& language) {
  bool is_certain = true;
  for (std::size_t i = 0; i < chain.days.size(); ++i) {
    StepShown step{chain.vertices[i], chain.vertices[i + 1], chain.days[i], std::nullopt, false};
    if (i > 0) step.waited_days = chain.days[i] - chain.days[i - 1];
    step.is_certain = is_certainly_open(readings, step.from, step.to, step.day);
    is_certain = is_certain && step.is_certain;
    add_step(answer, view, readings.asked, step, language);
  }
  return is_certain;
}

// Who could have passed what to whom, by when.
std::string chain_sentence(const NetworkView& view, const TimedChain& chain, bool is_certain, const Language& language) {
  std::vector<std::string> through;
  const auto named = [&](Vertex v) { return with_article(language, view.label(v)); };
  for (std::size_t i = 1; i + 1 < chain.vertices.size(); ++i) through.push_back(named(chain.vertices[i]));
  const auto* key = chain.hops() == 0             ? "path.told.itself"
                    : through.empty()             ? "path.told.direct"
                    : chain.duration_days() == 0 ? "path.told.same_day"
                                                  : "path.told.through";
  const auto source = chain.hops() == 0 ? at_head(language, view.label(chain.vertices.front())) : named(chain.vertices.front());
  auto sentence = language.say(key, {{"from", source},
                                     {"to", named(chain.vertices.back())},
                                     {"departure", language.date(chain.departure)},
                                     {"arrival", language.date(chain.arrival)},
                                     {"duration", language.say_count("path.days", chain.duration_days())},
                                     {"through", language.list(through)}});
  if (!is_certain) sentence += " " + language.say("path.told.possible");
  return sentence;
}

// What the same question gives under another reading of doubtful dates; is it the same answer?
bool tell_other_reading(Answer& answer, const std::optional<TimedChain>& shown, const std::optional<TimedChain>& other,
                        SpellReading reading, const Language& language) {
  const bool is_same = shown.has_value() == other.has_value() &&
                       (!shown || (shown->departure == other->departure && shown->arrival == other->arrival &&
                                   shown->hops() == other->hops()));
  Json json = nullptr;
  if (other) {
    json = {{"length", other->hops()}, {"departure", to_iso(other->departure)}, {"arrival", to_iso(other->arrival)}};
  }
  answer.json["readings"][std::string(code_name(reading))] = std::move(json);
  if (is_same) return true;
  const auto label = language.label("reading", code_name(reading));
  if (!other) {
    answer.table.notes.push_back(language.say("path.otherwise_none", {{"reading", label}}));
    return false;
  }
  answer.table.notes.push_back(language.say_count("path.otherwise", other->hops(),
                                                  {{"reading", label},
                                                   {"departure", language.date(other->departure)},
                                                   {"arrival", language.date(other->arrival)}}));
  return false;
}

}  // namespace

void TimedPathArguments::define(CLI::App& app, const Language& language) {
  const auto group = language.say("path.group");
  app.add_flag("--in-time", in_time, language.say("path.option.in_time"))->group(group);
  app.add_flag("--all", to_all, language.say("path.option.all"))->group(group);
  time.define(app, language);
  app.add_option("--criterion", criterion, language.say("path.option.criterion"))
      ->group(group)->type_name("earliest|latest|fastest|shortest");
}

void TimedPathArguments::check(const Language& language) const {
  if (in_time && to_all && criterion != "earliest") {
    throw Failure(ExitCode::usage, language.say("path.error.criterion_to_all", {{"option", "--criterion"}}));
  }
}

TimedPathQuestion timed_path_question(const TimedPathArguments& arguments, const DataSet& data, const Language& language) {
  TimedPathQuestion question;
  question.time = arguments.time.resolve(language);
  question.criterion = code_of_option<ChainCriterion>("--criterion", arguments.criterion, language);
  question.window = time_window_of(data, question.time);
  if (!question.window) return question;
  // What leaves as late as it can needs a last day: the latest date of the data, as everything that needs a date.
  if (!question.time.end && question.criterion == ChainCriterion::latest) {
    if (const auto last = data.latest_stated_day()) {
      question.window->end = std::max(*last, question.window->start);
      question.time.end = question.window->end;
    }
  }
  if (question.window->start > question.window->end) {
    throw Failure(ExitCode::usage, language.say("cli.error.window", {{"from", to_iso(question.window->start)},
                                                                     {"to", arguments.time.end}}));
  }
  return question;
}

Answer timed_chain_answer(const Session& session, const NetworkView& view, const PathEnd& from, const PathEnd& to,
                          const TimedPathQuestion& question) {
  const auto& language = session.language;
  const auto n = view.network.vertex_count();
  const bool is_possible = question.window && from.vertex < n && to.vertex < n;
  const Readings readings(view, question);
  const auto chain_in = [&](const SpellNetwork& network) {
    return is_possible ? best_chain(network, from.vertex, to.vertex, question.criterion, *question.window) : std::nullopt;
  };
  const auto chain = chain_in(readings.asked);

  Answer answer;
  auto& table = answer.table;
  table.name = "path";
  table.columns = chain_columns(language);
  answer.json["length"] = chain ? Json(chain->hops()) : Json(nullptr);
  answer.json["steps"] = Json::array();  // its place; the rows come there
  answer.rows_key = "steps";
  answer.json["source"] = from.vertex < n ? std::string(view.id(from.vertex)) : from.word;
  answer.json["target"] = to.vertex < n ? std::string(view.id(to.vertex)) : to.word;
  answer.json["criterion"] = std::string(code_name(question.criterion));
  answer.json["departure"] = chain ? Json(to_iso(chain->departure)) : Json(nullptr);
  answer.json["arrival"] = chain ? Json(to_iso(chain->arrival)) : Json(nullptr);
  answer.json["duration_days"] = chain ? Json(chain->duration_days()) : Json(nullptr);
  answer.json["certainty"] = nullptr;
  if (!question.window) answer.json["reason"] = "no_dates";
  if (chain) {
    const bool is_certain = add_steps(answer, view, readings, *chain, language);
    answer.json["certainty"] = is_certain ? "certain" : "possible";
    table.title = language.say_count("path.timed_title", chain->hops(),
                                     {{"from", std::string(view.label(from.vertex))},
                                      {"to", std::string(view.label(to.vertex))},
                                      {"criterion", language.label("criterion", code_name(question.criterion))}});
    table.notes.push_back(chain_sentence(view, *chain, is_certain, language));
  } else {
    table.title = question.window ? language.say("path.timed_none", {{"from", from.word}, {"to", to.word}})
                                  : language.say("path.timed_undated", {{"from", from.word}, {"to", to.word}});
  }
  if (readings.certain) {
    bool is_same = tell_other_reading(answer, chain, chain_in(*readings.other), readings.other_reading, language);
    if (question.time.reading != SpellReading::certain) {
      is_same = tell_other_reading(answer, chain, chain_in(*readings.certain), SpellReading::certain, language) && is_same;
    }
    if (is_same) table.notes.push_back(language.say("path.same_in_all"));
  }
  add_settings(answer, view, question, readings.counts, language);
  return answer;
}

Answer arrivals_answer(const Session& session, const NetworkView& view, const PathEnd& from,
                       const TimedPathQuestion& question) {
  const auto& language = session.language;
  const auto n = view.network.vertex_count();
  const bool is_possible = question.window && from.vertex < n;
  const Readings readings(view, question);
  LayeredArrivals found(readings.asked);
  std::vector<Day> certain_days(n, kNever);
  if (is_possible) {
    found.search(from.vertex, *question.window);
    if (readings.certain) {
      LayeredArrivals certain(*readings.certain);
      certain.search(from.vertex, *question.window);
      certain_days.assign(certain.day().begin(), certain.day().end());
    } else {
      certain_days.assign(found.day().begin(), found.day().end());
    }
  }

  Answer answer;
  auto& table = answer.table;
  table.name = "arrivals";
  table.columns = {{"id", language.say("column.id")},
                   {"name", language.say("column.name")},
                   {"arrival", language.say("path.column.arrival")},
                   {"hops", language.say("path.column.hops"), TableColumn::Align::right},
                   {"certain_arrival", language.say("path.column.certain_arrival")}};
  answer.json["source"] = from.vertex < n ? std::string(view.id(from.vertex)) : from.word;
  answer.json["start"] = question.window ? Json(to_iso(question.window->start)) : Json(nullptr);
  answer.json["arrivals"] = Json::array();  // its place; the rows come there
  answer.rows_key = "arrivals";
  std::int64_t reached = 0, certain = 0;
  for (Vertex v = 0; v < n; ++v) {
    const auto day = is_possible ? found.day()[v] : kNever;
    const bool is_reached = day != kNever;
    if (v != from.vertex) {
      reached += is_reached;
      certain += certain_days[v] != kNever;
    }
    answer.rows.push_back({{"id", std::string(view.id(v))},
                           {"arrival", arrival_json(day)},
                           {"hops", is_reached ? Json(found.hops()[v]) : Json(nullptr)},
                           {"name", std::string(view.full_name(v))},
                           {"certain_arrival", arrival_json(certain_days[v])}});
    table.rows.push_back({Cell(view.id(v)), Cell(view.full_name(v)), day_cell(day, language),
                          is_reached ? Cell(found.hops()[v]) : Cell(), day_cell(certain_days[v], language)});
  }
  const auto others = static_cast<std::int64_t>(n) - (from.vertex < n ? 1 : 0);
  answer.json["reached"] = reached;
  answer.json["certainly_reached"] = certain;
  answer.json["not_reached"] = others - reached;
  const auto name = from.vertex < n ? std::string(view.label(from.vertex)) : from.word;
  table.title = question.window
                    ? language.say("path.arrivals_title", {{"from", name}, {"start", language.date(question.window->start)}})
                    : language.say("path.arrivals_undated", {{"from", name}});
  if (question.window) table.notes.push_back(language.say_count("path.reached", reached, {{"others", language.number(others)},
                                                                     {"from", name},
                                                                     {"certain", language.number(certain)}}));
  add_settings(answer, view, question, readings.counts, language);
  return answer;
}

}  // namespace maillage
