// SPDX-License-Identifier: Apache-2.0
#include "cli/people_answer.hpp"

namespace maillage {
namespace {

constexpr const char* kRelations[] = {"unknown", "seen_in_turn", "in_turn", "same_time"};

Json interlock_json(const PeopleMaterial& material, const Interlock& one, const char* relation) {
  const auto& first = material.ties.stays[one.first_stay];
  const auto& second = material.ties.stays[one.second_stay];
  return {{"person", named_person_json(material.data, first.person)},
          {"relation", relation},
          {"institutions", Json::array({stay_json(material.data, first), stay_json(material.data, second)})}};
}

// People read titles and days in one cell.
Cell days_cell(const Stay& stay, const Language& language) {
  const auto titles = stay.titles.empty() ? "" : titles_in_words(stay, language) + ", ";
  return {joined_days(stay), titles + days_in_words(stay, language)};
}

Cell titles_cell(const Stay& stay, const Language& language) {
  return {joined_titles(stay), titles_in_words(stay, language)};
}

Cell institution_cell(const DataSet& data, Index row) {
  return Cell(data.institutions.id[row], std::string(data.label_of_institution(row)));
}

}  // namespace

Answer interlocks_answer(const PeopleMaterial& material, const Language& language) {
  const auto& data = material.data;
  Answer answer;
  answer.rows_key = "interlocks";
  answer.table.name = "interlocks";
  answer.table.title = language.say("people.interlocks.title");
  for (const auto* key : {"first_institution", "second_institution", "person", "relation", "first_titles", "first_days",
                          "second_titles", "second_days"}) {
    answer.table.columns.push_back(people_column(key, language));
  }
  for (const auto& one : material.ties.interlocks) {
    if (!material.asked.holds(one, material.ties)) continue;
    const auto& first = material.ties.stays[one.first_stay];
    const auto& second = material.ties.stays[one.second_stay];
    const auto* relation = kRelations[static_cast<std::size_t>(one.relation)];
    answer.rows.push_back(interlock_json(material, one, relation));
    answer.table.rows.push_back({institution_cell(data, first.institution), institution_cell(data, second.institution),
                                 Cell(data.people.id[first.person], std::string(data.name_of_person(first.person))),
                                 Cell(relation, language.say(std::string("people.relation.") + relation)),
                                 titles_cell(first, language), days_cell(first, language),
                                 titles_cell(second, language), days_cell(second, language)});
  }
  return answer;
}

}  // namespace maillage
