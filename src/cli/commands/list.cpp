// SPDX-License-Identifier: Apache-2.0
#include "report/lists.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "cli/decision_answer.hpp"
#include "cli/list_conditions.hpp"
#include "cli/network_command.hpp"
#include "model/territory_tree.hpp"
#include "report/deadline_table.hpp"
#include "report/deadline_words.hpp"

namespace maillage {
namespace {

const std::vector<std::string_view> kLists{"agreements", "institutions", "people", "mentions", "sources", "evidence"};

class ListCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  std::vector<std::string> others() const override { return {"list"}; }
  void define_own(CLI::App& app, const Language& language) override {
    conditions_.define(app, language);
  }
  ViewOptions options(Session& session) const;
  bool is_narrowed() const { return view_arguments_.narrows() || conditions_.any(); }
  std::vector<bool> chosen_agreements(Session& session, const ViewOptions& options) const;
  std::vector<bool> parties_of_chosen(Session& session, const ViewOptions& options) const;
  std::vector<Index> chosen_evidence(Session& session, const ViewOptions& options) const;
  bool gives_calendar() const;
  Selection agreements_to_decide_of(Session& session, const ViewOptions& options) const;
  struct ToDecide {
    Day before;
    Selection selection;
    DecisionList list;
  };
  ToDecide to_decide_of(Session& session, const ViewOptions& options) const;
  Answer decisions(Session& session, const ViewOptions& options) const;
  void give_calendar(Session& session, const ViewOptions& options) const;
  Answer agreements(Session& session, const ViewOptions& options) const;
  Answer institutions(Session& session, const ViewOptions& options) const;
  Answer people(Session& session, const ViewOptions& options) const;
  Answer mentions(Session& session, const ViewOptions& options) const;
  Answer sources(Session& session, const ViewOptions& options) const;
  Answer evidence(Session& session, const ViewOptions& options) const;

  ListConditions conditions_;
};

ViewOptions ListCommand::options(Session& session) const {
  auto options = view_arguments_.resolve(session);
  for (const auto& word : conditions_.parties) options.parties.push_back(session.institution(word));
  for (const auto& word : conditions_.people) options.people.push_back(session.resolve(word, {EntityKind::person}).row);
  // Lists show announced agreements too, with their status; a condition of dates leaves them out.
  options.with_announced = !options.as_of && !options.from && !options.to && !conditions_.of_dates();
  // What is to be decided on a day also concerns agreements that begin later, or that may have been renewed tacitly.
  if (!conditions_.act_before.empty() && !options.from && !options.to) options.from = kDistantPast;
  return options;
}

bool ListCommand::gives_calendar() const {
  return output_.format == "ics" || (output_.format.empty() && output_.file.ends_with(".ics"));
}

// Is an institution's territory among those that lie in what was asked for? Where nothing was, each is.
bool lies_in(const std::vector<bool>& wanted, Index territory) {
  return wanted.empty() || (territory != kNone && wanted[territory]);
}

std::vector<bool> wanted_territories(const DataSet& data, const ViewOptions& options) {
  return options.territories.empty() ? std::vector<bool>() : territories_in(data, options.territories);
}

std::vector<bool> ListCommand::chosen_agreements(Session& session, const ViewOptions& options) const {
  auto selection = select_agreements(session.data(), options);
  conditions_.narrow(session.data(), session.language, options.unknown, selection);
  std::vector<bool> chosen(session.data().agreements.size());
  for (const auto& item : selection.items) chosen[item.agreement] = true;
  return chosen;
}

std::vector<bool> ListCommand::parties_of_chosen(Session& session, const ViewOptions& options) const {
  const auto& data = session.data();
  const auto chosen = chosen_agreements(session, options);
  std::vector<bool> bound(data.institutions.size());
  for (Index a = 0; a < data.agreements.size(); ++a) {
    if (!chosen[a]) continue;
    for (const auto party : data.parties_of(a)) bound[data.parties.institution[party]] = true;
  }
  return bound;
}

// All rows, or those that speak of the agreements chosen: of themselves, their parties, signatures, events, lineage.
std::vector<Index> ListCommand::chosen_evidence(Session& session, const ViewOptions& options) const {
  const auto& data = session.data();
  auto rows = all_rows(data.evidence.size());
  if (!is_narrowed()) return rows;
  const auto chosen = chosen_agreements(session, options);
  std::map<std::string_view, Index> agreement_of_event;
  for (const auto& event : data.events) agreement_of_event[event.id] = event.agreement;
  std::erase_if(rows, [&](Index row) {
    const auto& claim = data.evidence[row];
    const std::string_view key = claim.key;
    Index agreement = kNone;
    if (claim.table == "events") {
      const auto found = agreement_of_event.find(key);
      if (found != agreement_of_event.end()) agreement = found->second;
    } else if (claim.table == "agreements" || claim.table == "parties" || claim.table == "signatures" ||
               claim.table == "lineage") {
      agreement = data.find_agreement(key.substr(0, key.find('/')));
    }
    return agreement == kNone || !chosen[agreement];
  });
  return rows;
}

// "14 agreements: announced (4), in force (3), unknown (7)."
std::string status_counts(const DataSet& data, const Selection& selection, const std::optional<Day>& day,
                          const Language& language) {
  std::array<std::int64_t, code_names<Status>.size()> counts{};
  for (const auto& item : selection.items) {
    const auto status = day ? status_at(data, item.agreement, *day)
                        : is_announced(data, item.agreement) ? Status::announced
                                                             : Status::unknown;
    ++counts[static_cast<std::size_t>(status)];
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    parts.push_back(language.say("list.of_status", {{"status", language.label("status", code_names<Status>[i])},
                                                    {"number", language.number(counts[i])}}));
  }
  if (parts.empty()) return language.say("list.none");
  return language.say_count("list.count", static_cast<std::int64_t>(selection.items.size()),
                            {{"statuses", language.list(parts)}});
}

// What is doubtful here is the decision, not the status.
Selection ListCommand::agreements_to_decide_of(Session& session, const ViewOptions& chosen) const {
  auto options = chosen;
  options.unknown = UnknownDates::include;
  auto others = conditions_;
  others.act_before.clear();
  auto selection = select_agreements(session.data(), options);
  others.narrow(session.data(), session.language, UnknownDates::include, selection);
  return selection;
}

ListCommand::ToDecide ListCommand::to_decide_of(Session& session, const ViewOptions& options) const {
  ToDecide made{conditions_.act_before_day(session.language), agreements_to_decide_of(session, options), {}};
  made.list = decisions_of(session.data(), made.selection, made.before, options.unknown);
  return made;
}

Answer ListCommand::decisions(Session& session, const ViewOptions& options) const {
  const auto& language = session.language;
  const auto [before, selection, list] = to_decide_of(session, options);
  auto answer = decision_answer(session, list, selection, before, format_of(output_) == "json");
  auto settings = as_of_sentence(selection, language);
  for (const auto& filter : filter_sentences(session.data(), options, language)) settings += " " + filter;
  for (const auto& condition : conditions_.sentences(language)) settings += " " + condition;
  answer.table.notes.push_back(settings);
  return answer;
}

void ListCommand::give_calendar(Session& session, const ViewOptions& options) const {
  const auto [before, selection, list] = to_decide_of(session, options);
  for (const auto& note : decision_notes(session.data(), list, before, session.language)) session.tell(note);
  give_bytes(session, output_, decision_calendar(session, list, selection, before));
}

Answer ListCommand::agreements(Session& session, const ViewOptions& options) const {
  if (!conditions_.act_before.empty()) return decisions(session, options);
  const auto& data = session.data();
  auto selection = select_agreements(data, options);
  conditions_.narrow(session.data(), session.language, options.unknown, selection);
  // Without any date condition the certainty of a row is that of its status.
  const bool by_status = !conditions_.of_dates();
  const auto day = conditions_.in_force_on.empty()
                       ? selection.reference_day
                       : day_of_argument(conditions_.in_force_on, "--in-force-on", true, session.language);
  Answer answer;
  for (auto& item : selection.items) {
    if (by_status && certainty_code(data, item, day, options) == "possible") item.certainty = Certainty::possible;
    if (format_of(output_) == "json") answer.rows.push_back(agreement_json(data, item, day));
  }
  answer.table = agreements_table(data, selection, day, session.language);
  answer.table.notes.push_back(status_counts(data, selection, day, session.language));
  auto settings = settings_sentence(options, selection, session.language);
  for (const auto& filter : filter_sentences(data, options, session.language)) settings += " " + filter;
  for (const auto& condition : conditions_.sentences(session.language)) settings += " " + condition;
  answer.table.notes.push_back(settings);
  return answer;
}

Answer ListCommand::institutions(Session& session, const ViewOptions& chosen) const {
  auto options = chosen;
  options.with_announced = false;  // what is only announced is no agreement and no partner yet
  const auto view = build(session, options);
  const auto& data = session.data();
  std::vector<Index> rows_shown;
  const auto wanted = wanted_territories(data, options);
  const auto passes = [&](Index row) {
    const auto& kinds = options.kinds;
    if (!kinds.empty() && std::ranges::find(kinds, data.institutions.kind[row]) == kinds.end()) return false;
    return lies_in(wanted, data.institutions.territory[row]);
  };
  const bool narrowed = !options.types.empty() || !options.themes.empty() || !options.statuses.empty() ||
                        !options.parties.empty() || !options.people.empty() || options.as_of || options.from || options.to;
  const auto bound = parties_of_chosen(session, options);
  for (Index row = 0; row < data.institutions.size(); ++row) {
    const auto v = view.vertex_of_institution(row);
    const bool is_node = v < view.network.vertex_count() && view.nodes[v].row == row;
    const bool meets = !conditions_.of_agreements() || bound[row];
    if (passes(row) && (is_node || !narrowed) && meets) rows_shown.push_back(row);
  }
  Answer answer;
  answer.table = institutions_table(view, rows_shown, session.language);
  for (const auto row : rows_shown) answer.rows.push_back(institution_json(view, row));
  answer.table.notes.push_back(settings_sentence(view, session.language));
  return answer;
}

Answer ListCommand::people(Session& session, const ViewOptions& options) const {
  const auto& data = session.data();
  std::vector<Index> rows_shown = all_rows(data.people.size());
  if (is_narrowed()) {
    const auto chosen = chosen_agreements(session, options);
    const auto is_asked = [&](Index institution) {
      return options.parties.empty() || std::ranges::find(options.parties, institution) != options.parties.end();
    };
    std::vector<bool> seen(data.people.size());
    for (Index a = 0; a < data.agreements.size(); ++a) {
      if (!chosen[a]) continue;
      for (const auto signature : data.signatures_of(a)) {
        if (is_asked(data.signatures.on_behalf_of[signature])) seen[data.signatures.person[signature]] = true;
      }
    }
    // Asked for an institution alone: those who hold an office there too, whether they signed or not.
    if (!options.parties.empty() && options.people.empty() && !view_arguments_.narrows()) {
      for (const auto& position : data.positions) {
        if (position.institution != kNone && is_asked(position.institution)) seen[position.person] = true;
      }
    }
    std::erase_if(rows_shown, [&](Index row) {
      const bool asked = options.people.empty() || std::ranges::find(options.people, row) != options.people.end();
      return !seen[row] || !asked;
    });
  }
  Answer answer;
  answer.table = people_table(data, rows_shown, session.language);
  for (const auto row : rows_shown) answer.rows.push_back(person_json(data, row));
  return answer;
}

Answer ListCommand::mentions(Session& session, const ViewOptions& options) const {
  const auto& data = session.data();
  std::vector<Index> rows_shown = all_rows(data.mentions.size());
  const auto wanted = wanted_territories(data, options);
  std::erase_if(rows_shown, [&](Index row) {
    const auto& mention = data.mentions[row];
    const bool all = std::ranges::all_of(options.parties, [&](Index institution) {
      return std::ranges::find(mention.institutions, institution) != mention.institutions.end();
    });
    const bool early = options.from && mention.date.latest() < *options.from;
    const bool late = options.to && mention.date.earliest() > *options.to;
    const bool of_kind = options.kinds.empty() || std::ranges::any_of(mention.institutions, [&](Index institution) {
      return std::ranges::find(options.kinds, data.institutions.kind[institution]) != options.kinds.end();
    });
    const bool there = wanted.empty() || std::ranges::any_of(mention.institutions, [&](Index institution) {
      return lies_in(wanted, data.institutions.territory[institution]);
    });
    return !all || early || late || !of_kind || !there;
  });
  Answer answer;
  if (conditions_.of_agreements() || !options.people.empty() || !options.types.empty() || !options.themes.empty() ||
      !options.statuses.empty()) {
    session.warn(session.language.say("cli.note.mentions_filters"));
  }
  answer.table = mentions_table(data, rows_shown, session.language);
  for (const auto row : rows_shown) answer.rows.push_back(mention_json(data, row));
  return answer;
}

Answer ListCommand::sources(Session& session, const ViewOptions& options) const {
  const auto& data = session.data();
  std::vector<bool> cited(data.sources.size(), !is_narrowed());
  for (const auto row : chosen_evidence(session, options)) {
    if (data.evidence[row].source != kNone) cited[data.evidence[row].source] = true;
  }
  Answer answer;
  const auto table = sources_table(data, session.language);
  answer.table = table;
  answer.table.rows.clear();
  for (Index row = 0; row < data.sources.size(); ++row) {
    if (!cited[row]) continue;
    answer.table.rows.push_back(table.rows[row]);
    answer.rows.push_back(source_json(data, row));
  }
  return answer;
}

Answer ListCommand::evidence(Session& session, const ViewOptions& options) const {
  const auto& data = session.data();
  const auto rows_shown = chosen_evidence(session, options);
  Answer answer;
  answer.table = evidence_table(data, rows_shown, session.language);
  for (const auto row : rows_shown) answer.rows.push_back(evidence_json(data, data.evidence[row]));
  return answer;
}

ExitCode ListCommand::run(Session& session) {
  const auto& language = session.language;
  auto data_word = words_.data(language);
  auto wanted = words_.other(0);
  if (std::ranges::find(kLists, wanted) == kLists.end()) wanted = language.code_of_label("list", wanted, kLists);
  if (wanted.empty()) {
    std::string codes;
    for (const auto code : kLists) codes += (codes.empty() ? "" : ", ") + std::string(code);
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_list", {{"value", shown_word(words_.other(0))}, {"codes", codes}}));
  }
  if (gives_calendar() && (wanted != "agreements" || conditions_.act_before.empty())) {
    throw Failure(ExitCode::usage, language.say("cli.error.calendar"));
  }
  if (!gives_calendar()) output_.check(language);
  session.load(data_word, words_.input_format);
  const auto chosen = options(session);
  if (gives_calendar()) {
    give_calendar(session, chosen);
    return ExitCode::done;
  }
  auto answer = wanted == "agreements"     ? agreements(session, chosen)
                : wanted == "institutions" ? institutions(session, chosen)
                : wanted == "people"       ? people(session, chosen)
                : wanted == "mentions"     ? mentions(session, chosen)
                : wanted == "sources"      ? sources(session, chosen)
                                           : evidence(session, chosen);
  auto output = output_;
  const auto format = format_of(output);
  // A terminal shows the columns one reads; files for machines hold all.
  if (output.columns.empty() && (format == "table" || format == "md")) output.columns = conditions_.act_before.empty() || wanted != "agreements" ? columns_for_reading(wanted)
                                                                              : decision_columns_for_reading();
  give(session, output, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_list() { return std::make_unique<ListCommand>(); }

}  // namespace maillage
