// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/people_ties.hpp"

#include <algorithm>
#include <set>

#include "cli/network_command.hpp"
#include "cli/optional_name.hpp"
#include "names/office_key.hpp"

namespace maillage {
namespace {

class PeopleCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    allow_name(app, language);
    app.add_option("--table", table_, language.say("people.option.table"))
        ->group(language.say("cli.group.output"))
        ->type_name("people|interlocks|changes");
  }
  std::string table_ = "people";
};

constexpr const char* kRelations[] = {"unknown", "seen_in_turn", "in_turn", "same_time"};
const char* relation_code(StayRelation relation) {
  return kRelations[static_cast<std::size_t>(relation)];
}

/// Which people and institutions are asked for: all, one person, or one institution.
struct Asked {
  Index person = kNone, institution = kNone;
  bool holds(const Stay& stay) const {
    return (person == kNone || stay.person == person) && (institution == kNone || stay.institution == institution);
  }
};

Json known_day_json(const std::optional<Day>& day) {
  return day ? Json(to_iso(*day)) : Json(nullptr);
}
Json with_name(std::string_view id, std::string_view name) {
  return {{"id", std::string(id)}, {"name", std::string(name)}};
}
Json named_institution_json(const DataSet& data, Index row) {
  return with_name(data.institutions.id[row], data.name_of_institution(row));
}
Json named_person_json(const DataSet& data, Index row) {
  return with_name(data.people.id[row], data.name_of_person(row));
}

Json ids_of_agreements_json(const DataSet& data, const std::vector<Index>& agreements) {
  Json ids = Json::array();
  for (const auto a : agreements) ids.push_back(std::string(data.agreements.id[a]));
  return ids;
}

Json stay_json(const DataSet& data, const Stay& stay) {
  auto json = named_institution_json(data, stay.institution);
  json["titles"] = stay.titles;
  json["first_seen"] = known_day_json(stay.first);
  json["last_seen"] = known_day_json(stay.last);
  json["begun"] = known_day_json(stay.begun);
  json["ended"] = known_day_json(stay.ended);
  json["signed"] = ids_of_agreements_json(data, stay.agreements);
  return json;
}

std::string label_of(const DataSet& data, Index institution) {
  return std::string(data.label_of_institution(institution));
}

/// The days a person was seen at an institution, in words.
std::string seen_in_words(const Stay& stay, const Language& language) {
  if (!stay.first) return language.say("people.undated");
  if (*stay.first == *stay.last) return language.say("people.seen_on", {{"date", language.short_date(*stay.first)}});
  return language.say("people.seen_between",
                      {{"first", language.short_date(*stay.first)}, {"last", language.short_date(*stay.last)}});
}

/// Stays of one person side by side: stays[first] … stays[first + count].
struct PersonStays {
  Index person;
  std::vector<const Stay*> stays;
  std::size_t signatures() const {
    std::size_t count = 0;
    for (const auto* stay : stays) count += stay->agreements.size();
    return count;
  }
};

/// Those who tie the most institutions first, then those who signed most, then by id.
std::vector<PersonStays> people_in_order(const PeopleTies& ties, const Asked& asked) {
  std::set<Index> wanted;
  for (const auto& stay : ties.stays) {
    if (asked.holds(stay)) wanted.insert(stay.person);
  }
  std::vector<PersonStays> people;
  for (const auto& stay : ties.stays) {
    if (!wanted.contains(stay.person)) continue;
    if (people.empty() || people.back().person != stay.person) people.push_back({stay.person, {}});
    people.back().stays.push_back(&stay);
  }
  for (auto& one : people) {  // in turn, undated ones last
    std::ranges::stable_sort(one.stays, {}, [](const Stay* stay) { return stay->first.value_or(kDistantFuture); });
  }
  std::ranges::stable_sort(people, std::ranges::greater{},
                           [](const PersonStays& one) { return std::pair(one.stays.size(), one.signatures()); });
  return people;
}

TableColumn text_column(const std::string& key, const Language& language) {
  return {key, language.say("people.column." + key)};
}
TableColumn count_column(const std::string& key, const Language& language) {
  return {key, language.say("people.column." + key), TableColumn::Align::right};
}

std::string joined_by_bars(const std::vector<std::string>& texts) {
  std::string text;
  for (const auto& one : texts) text += (text.empty() ? "" : "|") + one;
  return text;
}

void add_person(Answer& answer, const DataSet& data, const PersonStays& one, const Language& language) {
  Json institutions = Json::array();
  std::vector<std::string> ids, words, titles, seen;
  for (const auto* stay : one.stays) {
    institutions.push_back(stay_json(data, *stay));
    ids.emplace_back(data.institutions.id[stay->institution]);
    words.push_back(label_of(data, stay->institution));
    titles.push_back(stay->titles.empty() ? "–" : language.list(stay->titles));
    seen.push_back(seen_in_words(*stay, language));
  }
  auto json = named_person_json(data, one.person);
  json["institutions"] = std::move(institutions);
  json["agreements"] = one.signatures();
  answer.rows.push_back(std::move(json));
  const auto separator = language.say("people.between");
  const auto side_by_side = [&](const std::vector<std::string>& texts) {
    std::string text;
    for (const auto& each : texts) text += (text.empty() ? "" : separator) + each;
    return text;
  };
  answer.table.rows.push_back({Cell(data.people.id[one.person]), Cell(data.name_of_person(one.person)),
                               Cell(one.stays.size()), Cell(joined_by_bars(ids), side_by_side(words)),
                               Cell(joined_by_bars(titles), side_by_side(titles)), Cell(side_by_side(seen)),
                               Cell(one.signatures())});
}

void make_people(Answer& answer, const DataSet& data, const PeopleTies& ties, const Asked& asked,
                 const Language& language) {
  answer.rows_key = "people";
  answer.table = {"people",
                  language.say("people.title"),
                  {text_column("id", language), text_column("name", language), count_column("ties", language),
                   text_column("institutions", language), text_column("titles", language),
                   text_column("seen", language), count_column("signed", language)},
                  {},
                  {}};
  for (const auto& one : people_in_order(ties, asked)) add_person(answer, data, one, language);
}

bool is_asked(const PeopleTies& ties, const Interlock& one, const Asked& asked) {
  return asked.holds(ties.stays[one.first_stay]) || asked.holds(ties.stays[one.second_stay]);
}

Json interlock_json(const DataSet& data, const PeopleTies& ties, const Interlock& one) {
  const auto& first = ties.stays[one.first_stay];
  const auto& second = ties.stays[one.second_stay];
  return {{"person", named_person_json(data, first.person)},
          {"relation", relation_code(one.relation)},
          {"institutions", Json::array({stay_json(data, first), stay_json(data, second)})}};
}

Json interlocks_json(const DataSet& data, const PeopleTies& ties, const Asked& asked) {
  Json list = Json::array();
  for (const auto& one : ties.interlocks) {
    if (is_asked(ties, one, asked)) list.push_back(interlock_json(data, ties, one));
  }
  return list;
}

void make_interlocks(Answer& answer, const DataSet& data, const PeopleTies& ties, const Asked& asked,
                     const Language& language) {
  answer.rows_key = "interlocks";
  answer.table = {"interlocks",
                  language.say("people.interlocks.title"),
                  {text_column("first_institution", language), text_column("second_institution", language),
                   text_column("person", language), text_column("relation", language),
                   text_column("at_first", language), text_column("at_second", language)},
                  {},
                  {}};
  for (const auto& one : ties.interlocks) {
    if (!is_asked(ties, one, asked)) continue;
    const auto& first = ties.stays[one.first_stay];
    const auto& second = ties.stays[one.second_stay];
    const auto at = [&](const Stay& stay) {
      return Cell((stay.titles.empty() ? "" : language.list(stay.titles) + ", ") + seen_in_words(stay, language));
    };
    answer.rows.push_back(interlock_json(data, ties, one));
    answer.table.rows.push_back(
        {Cell(data.institutions.id[first.institution], label_of(data, first.institution)),
         Cell(data.institutions.id[second.institution], label_of(data, second.institution)),
         Cell(data.people.id[first.person], std::string(data.name_of_person(first.person))),
         Cell(relation_code(one.relation), language.say(std::string("people.relation.") + relation_code(one.relation))),
         at(first), at(second)});
  }
}

/// What became of the agreements of a former head.
struct Fate {
  std::size_t certain = 0, possible = 0, ended = 0, renewed = 0;
};

Fate fate_of(const DataSet& data, const ChangeOfHead& change, const std::optional<Day>& day) {
  Fate fate;
  for (const auto& one : change.agreements) {
    const auto in_force = day ? in_force_during(data, one.agreement, *day, *day) : Certainty::possible;
    if (in_force == Certainty::certain) ++fate.certain;
    if (in_force != Certainty::no) ++fate.possible;
    if (in_force == Certainty::no) ++fate.ended;
    if (!one.renewals.empty()) ++fate.renewed;
  }
  return fate;
}

Json change_json(const DataSet& data, const ChangeOfHead& change, const std::optional<Day>& day) {
  const auto status = [&](Index a, const std::optional<Day>& on) {
    return on ? Json(std::string(code_name(status_at(data, a, *on)))) : Json(nullptr);
  };
  Json agreements = Json::array();
  for (const auto& one : change.agreements) {
    Json renewals = Json::array();
    for (const auto& later : one.renewals) {
      renewals.push_back({{"agreement", std::string(data.agreements.id[later.agreement])},
                          {"signed_by_successor", later.signed_by_successor}});
    }
    agreements.push_back({{"id", std::string(data.agreements.id[one.agreement])},
                          {"title", std::string(data.title_of_agreement(one.agreement))},
                          {"status_at_change", status(one.agreement, change.first_seen)},
                          {"status", status(one.agreement, day)},
                          {"renewals", std::move(renewals)}});
  }
  const auto fate = fate_of(data, change, day);
  return {{"institution", named_institution_json(data, change.institution)},
          {"title", change.title},
          {"former", named_person_json(data, change.former)},
          {"successor", named_person_json(data, change.successor)},
          {"last_seen", to_iso(change.last_seen)},
          {"first_seen", to_iso(change.first_seen)},
          {"counts",
           {{"signed", change.agreements.size()},
            {"in_force_certain", fate.certain},
            {"in_force_possible", fate.possible},
            {"ended", fate.ended},
            {"renewed", fate.renewed}}},
          {"agreements", std::move(agreements)}};
}

bool is_asked(const ChangeOfHead& change, const Asked& asked) {
  return (asked.institution == kNone || change.institution == asked.institution) &&
         (asked.person == kNone || change.former == asked.person || change.successor == asked.person);
}

Json changes_json(const DataSet& data, const PeopleTies& ties, const Asked& asked, const std::optional<Day>& day) {
  Json list = Json::array();
  for (const auto& change : ties.changes) {
    if (is_asked(change, asked)) list.push_back(change_json(data, change, day));
  }
  return list;
}

void make_changes(Answer& answer, const DataSet& data, const PeopleTies& ties, const Asked& asked,
                  const std::optional<Day>& day, const Language& language) {
  answer.rows_key = "changes";
  answer.table = {
      "changes",
      language.say("people.changes.title"),
      {text_column("institution", language), text_column("office", language), text_column("former", language),
       text_column("successor", language), text_column("between", language), count_column("signed", language),
       count_column("certain", language), count_column("possible", language), count_column("ended", language),
       count_column("renewed", language)},
      {},
      {}};
  for (const auto& change : ties.changes) {
    if (!is_asked(change, asked)) continue;
    const auto fate = fate_of(data, change, day);
    answer.rows.push_back(change_json(data, change, day));
    answer.table.rows.push_back(
        {Cell(data.institutions.id[change.institution], label_of(data, change.institution)), Cell(change.title),
         Cell(data.people.id[change.former], std::string(data.name_of_person(change.former))),
         Cell(data.people.id[change.successor], std::string(data.name_of_person(change.successor))),
         Cell(to_iso(change.last_seen) + "/" + to_iso(change.first_seen),
              language.say("people.between_days", {{"last", language.short_date(change.last_seen)},
                                                   {"first", language.short_date(change.first_seen)}})),
         Cell(change.agreements.size()), Cell(fate.certain), Cell(fate.possible), Cell(fate.ended),
         Cell(fate.renewed)});
  }
}

std::size_t people_of_several(const PeopleTies& ties) {
  std::set<Index> people;
  for (const auto& one : ties.interlocks) people.insert(ties.stays[one.first_stay].person);
  return people.size();
}

/// What the register knows of its signatories, and what the other two tables hold.
void add_notes(const PeopleTies& ties, const Language& language, std::vector<std::string>& notes) {
  const auto* known = ties.with_signatories == ties.agreements ? "people.known_in_view" : "people.known";
  notes.push_back(
      language.say_count(known, ties.with_signatories, {{"of", language.number(std::int64_t{ties.agreements})}}));
  const auto several = static_cast<std::int64_t>(people_of_several(ties));
  notes.push_back(several == 0 ? language.say("people.none_ties") : language.say_count("people.several", several));
  notes.push_back(ties.changes.empty()
                      ? language.say("people.no_change")
                      : language.say_count("people.changes", static_cast<std::int64_t>(ties.changes.size())));
  if (several > 0) notes.push_back(language.say("people.assumed"));
}

Asked asked_for(Session& session, const std::optional<std::string>& name) {
  if (!name) return {};
  const auto match = session.resolve(*name, {EntityKind::institution, EntityKind::person});
  if (match.kind == EntityKind::person) return {.person = match.row};
  return {.institution = match.row};
}

ExitCode PeopleCommand::run(Session& session) {
  const auto& language = session.language;
  if (table_ != "people" && table_ != "interlocks" && table_ != "changes") {
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--table"},
                                                                           {"value", shown_word(table_)},
                                                                           {"codes", "people, interlocks, changes"}}));
  }
  const auto name = take_name(words_);
  const auto view = load_and_build(session);
  const auto& data = session.data();
  const auto asked = asked_for(session, name);
  const auto day = view.selection.reference_day;
  const auto ties = session.timings.phase("people", [&] { return people_ties(view, office_key); });
  Answer answer;
  answer.json["as_of"] = day ? Json(to_iso(*day)) : Json(nullptr);
  answer.json["known"] = {{"agreements", ties.agreements}, {"with_signatories", ties.with_signatories}};
  Answer people;
  make_people(people, data, ties, asked, language);
  answer.json["people"] = people.rows;
  answer.json["interlocks"] = interlocks_json(data, ties, asked);
  answer.json["changes"] = changes_json(data, ties, asked, day);
  answer.json["settings"] = settings_json(view);
  if (table_ == "people") {
    answer.table = std::move(people.table);
    answer.rows = std::move(people.rows);
    answer.rows_key = "people";
  } else if (table_ == "interlocks") {
    make_interlocks(answer, data, ties, asked, language);
  } else {
    make_changes(answer, data, ties, asked, day, language);
  }
  add_notes(ties, language, answer.table.notes);
  answer.table.notes.push_back(settings_sentence(view, language));
  give(session, output_, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_people() {
  return std::make_unique<PeopleCommand>();
}

}  // namespace maillage
