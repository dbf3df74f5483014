// SPDX-License-Identifier: Apache-2.0
#include "cli/people_answer.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "cli/json_forms.hpp"
#include "model/joined_values.hpp"

namespace maillage {
namespace {

constexpr auto kRight = TableColumn::Align::right;

Json known_day_json(const std::optional<Day>& day) {
  return day ? Json(to_iso(*day)) : Json(nullptr);
}

/// Stays of one person side by side, and what was signed for no institution that is named.
struct PersonStays {
  Index person;
  std::vector<const Stay*> stays;
  std::vector<Index> for_nobody;
  std::size_t signatures() const {
    std::size_t count = for_nobody.size();
    for (const auto* stay : stays) count += stay->agreements.size();
    return count;
  }
};

/// Those who tie the most institutions first, then those who signed most, then by id.
std::vector<PersonStays> people_in_order(const PeopleTies& ties, const AskedPeople& asked) {
  std::map<Index, PersonStays> wanted;
  const auto add = [&](Index person) { wanted.try_emplace(person, PersonStays{person, {}, {}}); };
  for (const auto& stay : ties.stays) {
    if (asked.holds(stay)) add(stay.person);
  }
  for (const auto& one : ties.signed_for_nobody) {
    if (asked.institution == kNone && (asked.person == kNone || asked.person == one.person)) add(one.person);
  }
  for (const auto& stay : ties.stays) {
    if (const auto found = wanted.find(stay.person); found != wanted.end()) found->second.stays.push_back(&stay);
  }
  for (const auto& one : ties.signed_for_nobody) {
    if (const auto found = wanted.find(one.person); found != wanted.end()) found->second.for_nobody = one.agreements;
  }
  std::vector<PersonStays> people;
  for (auto& [person, one] : wanted) {  // in turn, undated ones last
    std::ranges::stable_sort(one.stays, {}, [](const Stay* stay) { return stay->first.value_or(kDistantFuture); });
    people.push_back(std::move(one));
  }
  std::ranges::stable_sort(people, std::ranges::greater{},
                           [](const PersonStays& one) { return std::pair(one.stays.size(), one.signatures()); });
  return people;
}

Cell side_by_side(const std::vector<std::string>& machine, const std::vector<std::string>& words,
                  const Language& language) {
  std::string text;
  for (const auto& each : words) text += (text.empty() ? "" : language.say("people.between")) + each;
  return {joined_values(machine), words.empty() ? "–" : text};
}

void add_person(Answer& answer, const DataSet& data, const PersonStays& one, const Language& language) {
  Json institutions = Json::array();
  std::vector<std::string> ids, names, titles, titles_words, days, days_words;
  for (const auto* stay : one.stays) {
    institutions.push_back(stay_json(data, *stay));
    ids.emplace_back(data.institutions.id[stay->institution]);
    names.emplace_back(data.label_of_institution(stay->institution));
    titles.push_back(joined_titles(*stay));
    titles_words.push_back(titles_in_words(*stay, language));
    days.push_back(joined_days(*stay));
    days_words.push_back(days_in_words(*stay, language));
  }
  auto json = named_person_json(data, one.person);
  json["institutions"] = std::move(institutions);
  json["agreements"] = one.signatures();
  json["signed_for_nobody"] = agreement_ids_json(data, one.for_nobody);
  answer.rows.push_back(std::move(json));
  answer.table.rows.push_back({Cell(data.people.id[one.person]), Cell(data.name_of_person(one.person)),
                               Cell(one.stays.size()), side_by_side(ids, names, language),
                               side_by_side(titles, titles_words, language), side_by_side(days, days_words, language),
                               Cell(one.signatures())});
}

std::size_t people_of_several(const PeopleMaterial& material) {
  std::set<Index> people;
  for (const auto& one : material.ties.interlocks) {
    if (material.asked.holds(one, material.ties)) people.insert(material.ties.stays[one.first_stay].person);
  }
  return people.size();
}

}  // namespace

Json named_institution_json(const DataSet& data, Index row) {
  return {{"id", std::string(data.institutions.id[row])}, {"name", std::string(data.name_of_institution(row))}};
}

Json named_person_json(const DataSet& data, Index row) {
  return {{"id", std::string(data.people.id[row])}, {"name", std::string(data.name_of_person(row))}};
}

Json stay_json(const DataSet& data, const Stay& stay) {
  auto json = named_institution_json(data, stay.institution);
  json["titles"] = stay.titles;
  json["first_seen"] = known_day_json(stay.first);
  json["last_seen"] = known_day_json(stay.last);
  json["begun"] = known_day_json(stay.begun);
  json["ended"] = known_day_json(stay.ended);
  json["signed"] = agreement_ids_json(data, stay.agreements);
  return json;
}

TableColumn people_column(const std::string& key, const Language& language, TableColumn::Align align) {
  return {key, language.say("people.column." + key), align};
}

std::string titles_in_words(const Stay& stay, const Language& language) {
  return stay.titles.empty() ? "–" : language.list(stay.titles);
}

// A bar stands between institutions already.
std::string joined_titles(const Stay& stay) {
  std::string text;
  for (const auto& title : stay.titles) text += (text.empty() ? "" : "; ") + title;
  return text;
}

std::string days_in_words(const Stay& stay, const Language& language) {
  if (!stay.first) return language.say("people.undated");
  if (*stay.first == *stay.last) return language.say("people.seen_on", {{"date", language.short_date(*stay.first)}});
  return language.say("people.seen_between",
                      {{"first", language.short_date(*stay.first)}, {"last", language.short_date(*stay.last)}});
}

std::string joined_days(const Stay& stay) {
  if (!stay.first) return {};
  return *stay.first == *stay.last ? to_iso(*stay.first) : to_iso(*stay.first) + "/" + to_iso(*stay.last);
}

Answer people_answer(const PeopleMaterial& material, const Language& language) {
  Answer answer;
  answer.rows_key = "people";
  answer.table.name = "people";
  answer.table.title = language.say("people.title");
  answer.table.columns = {people_column("id", language),           people_column("name", language),
                          people_column("ties", language, kRight), people_column("institutions", language),
                          people_column("titles", language),       people_column("seen", language),
                          people_column("signed", language, kRight)};
  for (const auto& one : people_in_order(material.ties, material.asked)) {
    add_person(answer, material.data, one, language);
  }
  return answer;
}

std::vector<std::string> people_notes(const PeopleMaterial& material, const Language& language) {
  const auto& ties = material.ties;
  const bool of_all = material.asked.are_all();
  std::vector<std::string> notes;
  const auto* known = ties.with_signatories == ties.agreements ? "people.known_in_view" : "people.known";
  notes.push_back(
      language.say_count(known, ties.with_signatories, {{"of", language.number(std::int64_t{ties.agreements})}}));
  std::int64_t for_nobody = 0;
  for (const auto& one : ties.signed_for_nobody) {
    const bool is_asked = material.asked.institution == kNone &&
                          (material.asked.person == kNone || material.asked.person == one.person);
    if (is_asked) for_nobody += std::ssize(one.agreements);
  }
  if (for_nobody > 0) notes.push_back(language.say_count("people.for_nobody", for_nobody));
  const auto several = static_cast<std::int64_t>(people_of_several(material));
  if (several > 0) notes.push_back(language.say_count("people.several", several));
  if (several == 0) notes.push_back(language.say(of_all ? "people.none_ties" : "people.none_ties_asked"));
  const auto changes = std::ranges::count_if(ties.changes, [&](const auto& one) { return material.asked.holds(one); });
  if (changes > 0) notes.push_back(language.say_count("people.changes", changes));
  if (changes == 0) notes.push_back(language.say(of_all ? "people.no_change" : "people.no_change_asked"));
  if (several > 0) notes.push_back(language.say("people.assumed"));
  return notes;
}

}  // namespace maillage
