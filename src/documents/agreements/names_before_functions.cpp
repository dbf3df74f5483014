// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/names_before_functions.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

/// The people of a range, each once; of guests and speakers nothing is known here.
std::vector<Place> people_within(const Reading& reading, const WordRange& range) {
  std::vector<Place> people;
  for (const auto& place : Reading::within(reading.persons, range)) {
    const bool is_known = std::ranges::any_of(people, [&](const Place& one) { return reading.person_of(one) == reading.person_of(place); });
    if (!is_known) people.push_back(place);
  }
  return people;
}

/// Has somebody a function in another body than this one?
bool heads_another(const Reading& reading, const Place& person, std::uint32_t institution) {
  const auto& functions = reading.people.named[reading.person_of(person)].functions;
  return std::ranges::any_of(functions, [&](const Function& one) { return one.institution && *one.institution != institution; });
}

}  // namespace

std::vector<NamedBefore> named_before_functions(const Findings& findings, const SigningClause& clause) {
  const auto& reading = findings.reading;
  const auto sentence = reading.words[clause.verb].sentence;
  const auto& here = reading.passages[sentence];
  if (here.kind != BlockKind::paragraph || here.is_quote || clause.is_passive || clause.form == "noun" || !clause.signs()) return {};
  auto begin = here.words.first;
  for (auto at = begin; at < clause.verb; ++at) begin = reading.words[at].is(":") ? at + 1 : begin;
  if (!Reading::within(reading.persons, {begin, clause.verb}).empty()) return {};
  std::vector<std::uint32_t> bodies;
  for (const auto& mention : Reading::within(reading.named, {begin, clause.verb})) {
    const auto relation = findings.relations[static_cast<std::size_t>(&mention - reading.named.data())];
    if (relation == Relation::of_function) bodies.push_back(reading.institution_of(mention));
  }
  std::vector<Place> people;
  if (begin > here.words.first) {
    people = people_within(reading, {here.words.first, begin});
  } else if (sentence > 0 && reading.passages[sentence - 1].section == here.section && reading.passages[sentence - 1].kind == BlockKind::paragraph) {
    people = people_within(reading, reading.passages[sentence - 1].words);
  }
  if (bodies.size() < 2 || bodies.size() != people.size()) return {};
  std::vector<NamedBefore> found;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (heads_another(reading, people[i], bodies[i])) return {};
    found.push_back({people[i], bodies[i]});
  }
  return found;
}

}  // namespace maillage::documents
