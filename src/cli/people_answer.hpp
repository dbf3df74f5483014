// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/answer.hpp"
#include "model/data_set.hpp"
#include "results/people_ties.hpp"

namespace maillage {

/// Which people and institutions are asked for: all, one person, or one institution.
struct AskedPeople {
  Index person = kNone, institution = kNone;
  bool are_all() const { return person == kNone && institution == kNone; }
  bool holds(const Stay& stay) const {
    return (person == kNone || stay.person == person) && (institution == kNone || stay.institution == institution);
  }
  bool holds(const Interlock& one, const PeopleTies& ties) const {
    return holds(ties.stays[one.first_stay]) || holds(ties.stays[one.second_stay]);
  }
  bool holds(const ChangeOfHead& change) const {
    return (institution == kNone || change.institution == institution) &&
           (person == kNone || change.former == person || change.successor == person);
  }
};

/// What the three tables of people are made from.
struct PeopleMaterial {
  const DataSet& data;
  const PeopleTies& ties;
  AskedPeople asked;
  std::optional<Day> day;  ///< on which agreements are in force or not
};

/// People with the institutions they were at; institutions that share one; offices that passed on, and what became of
/// the agreements of the former holder. Each a table with its rows as JSON, without notes.
Answer people_answer(const PeopleMaterial& material, const Language& language);
Answer interlocks_answer(const PeopleMaterial& material, const Language& language);
Answer changes_answer(const PeopleMaterial& material, const Language& language);

/// What the register knows of its signatories, and what the three tables hold of what is asked.
std::vector<std::string> people_notes(const PeopleMaterial& material, const Language& language);

// What the tables share.
Json named_institution_json(const DataSet& data, Index row);
Json named_person_json(const DataSet& data, Index row);
Json stay_json(const DataSet& data, const Stay& stay);
TableColumn people_column(const std::string& key, const Language& language,
                          TableColumn::Align align = TableColumn::Align::left);
/// The titles of a stay, and the days a person was seen there; in words and for machines.
std::string titles_in_words(const Stay& stay, const Language& language);
std::string joined_titles(const Stay& stay);
std::string days_in_words(const Stay& stay, const Language& language);
std::string joined_days(const Stay& stay);

}  // namespace maillage
