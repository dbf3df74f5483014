// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>
#include <unordered_map>

#include "documents/people/function_institutions.hpp"
#include "documents/people/name_casing.hpp"
#include "documents/people/person_candidates.hpp"
#include "documents/people/person_contexts.hpp"
#include "documents/people/person_mentions.hpp"
#include "documents/people/told_behind.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostFunctions = 12;  // of one person
constexpr std::size_t kMostNamesakes = 64;  // people of one surname that a name is compared with

/// Who is who: names that are one person's come together.
class Register {
 public:
  Register(const Words& words, const Lexicon& lexicon) : words_(words), lexicon_(lexicon) {}

  /// Has somebody of this surname been met?
  bool knows_surname(const WrittenName& name) const {
    return by_surname_.contains(folded(words_.text_of(name.surname, name.surname_last)));
  }

  /// … and the first name as well?
  bool knows(const WrittenName& name) const {
    const auto namesakes = by_surname_.find(folded(words_.text_of(name.surname, name.surname_last)));
    const auto given = given_of(name);
    return namesakes != by_surname_.end() && !given.empty() &&
           std::ranges::any_of(namesakes->second, [&](std::uint32_t one) { return given_[one] == given; });
  }

  std::uint32_t person_of(const WrittenName& name, People& people) {
    const auto cased = cased_name(words_, name, lexicon_);
    const auto surname = folded(words_.text_of(name.surname, name.surname_last));
    const auto given = name.is_surname_alone ? std::string() : given_of(name);
    auto& namesakes = by_surname_[surname];
    for (const auto known : std::span(namesakes).last(std::min(namesakes.size(), kMostNamesakes))) {
      if (!same_given(given_[known], given)) continue;
      if (given.size() > given_[known].size()) {
        given_[known] = given;
        people.named[known].name = cased;
      }
      if (people.named[known].honorific.empty()) people.named[known].honorific = name.honorific;
      return known;
    }
    const auto number = static_cast<std::uint32_t>(people.named.size());
    NamedPerson person;
    person.name = cased;
    person.honorific = name.honorific;
    people.named.push_back(std::move(person));
    given_.push_back(given);
    namesakes.push_back(number);
    return number;
  }

 private:
  std::string given_of(const WrittenName& name) const {
    return name.surname > name.first ? folded(words_.text_of(name.first, name.surname))
                                     : folded(words_.text_of(name.surname_last, name.last));
  }
  /// An initial stands for the first name, nothing for any.
  static bool same_given(std::string_view one, std::string_view other) {
    if (one.empty() || other.empty() || one == other) return true;
    const auto shorter = std::min(one.size(), other.size());
    return (shorter == 1 || (shorter == 3 && (one[1] == ' ' || other[1] == ' '))) && one.front() == other.front();
  }

  const Words& words_;
  const Lexicon& lexicon_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_surname_;
  std::vector<std::string> given_;  // by person
};

void add_functions(const PersonCandidates& candidates, FunctionInstitutions& held, std::size_t number, NamedPerson& person,
                   const Words& words) {
  const auto& name = candidates.names()[number];
  const auto add = [&](Function function, HeldAt at) {
    function.institution = at.institution;
    function.implied = std::move(at.implied);
    function.implied_span = at.implied_span;
    function.is_institution_guessed = at.is_guessed;
    const auto title = folded(function.title);
    const auto same = std::ranges::find_if(person.functions, [&](const Function& other) { return folded(other.title) == title; });
    if (same == person.functions.end() && person.functions.size() < kMostFunctions) {
      person.functions.push_back(std::move(function));
    } else if (same != person.functions.end() && !same->institution && same->implied.empty()) {
      *same = std::move(function);
    }
  };
  for (const auto& bound : candidates.functions_of(number)) {
    const auto& phrase = candidates.phrases()[bound.phrase];
    Function function;
    auto at = held.of(name, &phrase, bound);
    if (at.institution && !at.is_guessed && phrase.rank == "head") held.note_head(*at.institution, words.text_of(phrase.first, phrase.title_last));
    function.title = title_of(words, phrase, at.title_last > 0 ? at.title_last : phrase.title_last);
    function.is_acting = phrase.is_acting;
    const auto other = at.institution ? held.also_at(phrase) : std::nullopt;
    const auto own = at.institution;
    const auto title = function.title;
    add(std::move(function), std::move(at));
    const bool is_new = other && *other != *own && person.functions.size() < kMostFunctions &&
                        std::ranges::none_of(person.functions, [&](const Function& one) { return one.institution == *other; });
    if (is_new) {
      person.functions.emplace_back();
      person.functions.back().title = title;
      person.functions.back().institution = *other;
    }
  }
  for (const auto& verb : candidates.verbs_of(number)) {
    Function function;
    function.title = verb.title;
    add(std::move(function), held.of(verb));
  }
  if (!person.functions.empty()) return;
  if (auto at = held.of(name, nullptr)) add({}, std::move(at));
}

/// Who acts for somebody acts where they would, unless the text says otherwise.
void share_institutions(People& people) {
  for (auto& person : people.named) {
    if (!person.represents || people.named[*person.represents].functions.empty()) continue;
    const auto& whom = people.named[*person.represents].functions.front();
    if (person.functions.empty()) person.functions.emplace_back();
    auto& own = person.functions.front();
    const bool is_said = (own.institution || !own.implied.empty()) && !own.is_institution_guessed;
    if (is_said || (!whom.institution && whom.implied.empty())) continue;
    own.institution = whom.institution;
    own.implied = whom.implied;
    own.implied_span = whom.implied_span;
  }
}

}  // namespace

People find_people(const Words& words, const Lexicon& lexicon, const Institutions& institutions) {
  const PersonCandidates candidates(words, lexicon, institutions);
  People people;
  Register known(words, lexicon);
  std::vector<std::size_t> names;  // by mention
  FunctionInstitutions held(words, institutions, candidates.reader(), candidates.phrases());
  for (std::size_t n = 0; n < candidates.names().size(); ++n) {
    const double evidence = candidates.evidence(n);
    const auto& name = candidates.names()[n];
    const bool is_met_again = known.knows_surname(name) && (name.has_initial || (evidence >= 0 && known.knows(name)));
    if (evidence < PersonCandidates::kEnough && !is_met_again) continue;
    const bool is_credited = name.lead > 0 && words[name.lead - 1].is("©");  // « © M. Dubois / Montval »
    if (is_credited && name.is_surname_alone) continue;
    const auto number = known.person_of(name, people);
    auto& person = people.named[number];
    person.confidence = std::max(person.confidence, std::min(0.98, 0.5 + evidence * 0.08));
    if (person.rule.empty()) person.rule = candidates.rule(n);
    people.mentions.push_back({words.span_of(name.lead, name.last), number});
    names.push_back(n);
    if (person.functions.empty() || person.is_contact) person.is_contact = is_press_contact(words, lexicon, candidates, n);
    add_functions(candidates, held, n, person, words);
  }
  tell_who_acts_for_whom(words, candidates, names, people);
  share_institutions(people);
  tell_behind(words, institutions, candidates, names, held, people);
  for (auto& person : people.named) {  // « Le contre-amiral X, commandant la base de A »: what is held at a body says more
    std::ranges::stable_partition(person.functions, [](const Function& one) { return one.institution.has_value() || !one.implied.empty(); });
  }
  return people;
}

}  // namespace maillage::documents
