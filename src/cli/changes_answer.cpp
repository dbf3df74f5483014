// SPDX-License-Identifier: Apache-2.0
#include "cli/people_answer.hpp"
#include "model/validity.hpp"

namespace maillage {
namespace {

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

}  // namespace

Answer changes_answer(const PeopleMaterial& material, const Language& language) {
  const auto& data = material.data;
  const auto& day = material.day;
  Answer answer;
  answer.rows_key = "changes";
  answer.table.name = "changes";
  answer.table.title = language.say("people.changes.title");
  for (const auto* key : {"institution", "office", "former", "successor", "between"}) {
    answer.table.columns.push_back(people_column(key, language));
  }
  for (const auto* key : {"signed", "certain", "possible", "ended", "renewed"}) {
    answer.table.columns.push_back(people_column(key, language, TableColumn::Align::right));
  }
  for (const auto& change : material.ties.changes) {
    if (!material.asked.holds(change)) continue;
    const auto fate = fate_of(data, change, day);
    answer.rows.push_back(change_json(data, change, day));
    answer.table.rows.push_back(
        {Cell(data.institutions.id[change.institution], std::string(data.label_of_institution(change.institution))), Cell(change.title),
         Cell(data.people.id[change.former], std::string(data.name_of_person(change.former))),
         Cell(data.people.id[change.successor], std::string(data.name_of_person(change.successor))),
         Cell(to_iso(change.last_seen) + "/" + to_iso(change.first_seen),
              language.say("people.between_days", {{"last", language.short_date(change.last_seen)},
                                                   {"first", language.short_date(change.first_seen)}})),
         Cell(change.agreements.size()), Cell(fate.certain), Cell(fate.possible), Cell(fate.ended),
         Cell(fate.renewed)});
  }
  return answer;
}

}  // namespace maillage
