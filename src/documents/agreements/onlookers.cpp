// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/onlookers.hpp"

#include <algorithm>
#include <array>

#include "documents/agreements/no_parties.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kSubjectReach = 45;  // words of a list of guests up to « assistaient »

/// « devant le pupitre … pour signer : X, Y »: the cue is about the desk.
bool reaches(const Reading& reading, const PhraseTable::Found& cue, const Place& place) {
  constexpr std::size_t kNear = 6;
  if (cue.size() != 1 || place.words.first - cue.last <= kNear) return true;
  const WordRange near{cue.last, cue.last + kNear};
  return !Reading::within(reading.named, near).empty() || !Reading::within(reading.persons, near).empty();
}

/// « accompagnés de X, ont signé avec Y », « Entourée des élus, la présidente, Y, a signé »: Y acts, whoever stands by.
bool signs_behind(const Findings& findings, std::size_t from, const Place& place) {
  constexpr std::size_t kHead = 3;
  const auto& reading = findings.reading;
  const auto sentence = reading.words[place.words.first].sentence;
  const auto signs_within = [&](std::size_t first, std::size_t last) {
    return std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings.clauses[c];
      return clause.signs() && clause.is_told() && clause.form != "noun" && clause.verb >= first && clause.verb < last;
    });
  };
  if (signs_within(from, place.words.first)) return true;
  const auto& words = reading.passages[sentence].words;
  if (from > words.first + kHead || !signs_within(place.words.last, words.last)) return false;
  auto comma = from;
  while (comma < place.words.first && !reading.words[comma].is(",")) ++comma;
  // « En présence de la rectrice de A, X, …»: she is X
  const auto& lead = reading.words[from - 1];
  const bool is_one = lead.is("du") || reading.words[from].is("la") || reading.words[from].is("l") || reading.words[from].is("le");
  const bool names_holder = is_one && place.words.first == comma + 1 && !reading.lexicon.functions.all(reading.words, from, std::min(comma, from + 4)).empty();
  return comma < place.words.first && !names_holder && Reading::within(reading.persons, {from, comma}).empty();
}

/// « En présence de la préfète, X, Y, maire de A, et Z, directeur de B, ont signé »: is Y, whom no « de » joins to X, before the
/// verb that they act in?
bool begins_subject(const Findings& findings, const PhraseTable::Found& cue, const Place& place) {
  const auto& reading = findings.reading;
  const auto persons = Reading::within(reading.persons, {cue.last, place.words.first});
  if (persons.empty()) return false;
  if (reading.words[place.words.first - 1].is("et") && persons.back().words.last + 1 == place.words.first) return false;  // « ses adjointes, X et Y »
  const auto& clauses = findings.clauses_of[reading.words[place.words.first].sentence];
  const bool is_signed_by = std::ranges::any_of(clauses, [&](std::size_t c) { return findings.clauses[c].signs() && findings.clauses[c].verb < cue.first; });
  for (auto at = cue.last; at < place.words.first && is_signed_by; ++at) {
    if (reading.words[at].is("par") && reading.words[at - 1].is(",")) return true;  // « signé devant le préfet, X, par Y »
  }
  const bool acts = std::ranges::any_of(findings.clauses_of[reading.words[place.words.first].sentence], [&](std::size_t c) {
    const auto& clause = findings.clauses[c];
    return clause.signs() && clause.form != "noun" && !clause.is_passive && !clause.is_bare && clause.verb > place.words.last;
  });
  if (!acts) return false;
  const auto has_title = [&](const Place& one) { return !reading.people.named[reading.person_of(one)].functions.empty(); };
  if (!has_title(place)) return false;
  // From the last one that « de » leads to on, those behind are the subject.
  auto at = place.words.first;
  while (at > persons.front().words.last && !is_one_of(reading.words[at - 1], reading.lexicon.list("onlookers.joins"))) --at;
  return !is_one_of(reading.words[at], reading.lexicon.list("onlookers.of"));
}

}  // namespace

bool is_host(const Findings& findings, const Place& place) {
  constexpr std::size_t kReach = 14;
  const auto& reading = findings.reading;
  const auto first = reading.passage_of(place.words.first).words.first;
  for (auto at = place.words.first; at > first + 1 && place.words.first - at < kReach; --at) {
    const auto& by = reading.words[at - 1];
    if (!by.is("par") && !by.is("de") && !by.is("du")) continue;
    const auto from = at > first + 5 ? at - 5 : first;
    if (!reading.has_any({from, at - 1}, reading.lexicon.list("onlookers.hosted"))) continue;
    // « Entourée des élus du territoire, la présidente de A, X, a signé »: X is she
    const bool is_about_subject = reading.words[first].folded.starts_with("entour") && reading.has_any({at, place.words.first}, std::to_array<std::string_view>({","}));
    if (is_about_subject) return false;
    return Reading::within(reading.persons, {at, place.words.first}).empty() && !findings.clauses_of[reading.words[at].sentence].empty();
  }
  return false;
}

bool is_minister(const NamedPerson& person) {
  return std::ranges::any_of(person.functions, [](const Function& function) {
    const auto title = std::string_view(function.title);
    return title.starts_with("ministre") || title.starts_with("Ministre") || (title.starts_with("Premi") && title.find("ministre") != title.npos) ||
           title.starts_with("secrétaire d'État") || title.starts_with("secrétaire d'Etat");
  });
}

bool is_absent(const Findings& findings, const Place& person) {
  const auto& reading = findings.reading;
  return std::ranges::any_of(reading.cues_within(reading.passage_of(person.words.first).words), [&](const auto& cue) {
    return reading.cue(cue) == "absence" && cue.last <= person.words.first && person.words.first - cue.last < 6;
  });
}

bool is_excused(const Findings& findings, const Place& person) {
  constexpr std::size_t kReach = 14;
  const auto& reading = findings.reading;
  const auto last = std::min(person.words.last + kReach, reading.passage_of(person.words.first).words.last);
  for (auto at = person.words.last + 1; at < last; ++at) {
    if (!is_one_of(reading.words[at], reading.lexicon.list("onlookers.excused")) || !reading.words[at - 1].is(",")) continue;
    return Reading::within(reading.persons, {person.words.last, at}).empty();
  }
  return false;
}

bool is_former(const Findings& findings, const Place& person) {
  constexpr std::size_t kBehind = 3, kBefore = 5;
  const auto& reading = findings.reading;
  const auto& sentence = reading.passage_of(person.words.first).words;
  const WordRange behind{person.words.last, std::min(person.words.last + kBehind, sentence.last)};
  const WordRange before{person.words.first > sentence.first + kBefore ? person.words.first - kBefore : sentence.first, person.words.first};
  const auto is_of_other = [&](const WordRange& range) { return !Reading::within(reading.persons, range).empty(); };
  const bool follows = !behind.empty() && reading.words[behind.first].is(",") && reading.has_any(behind, reading.lexicon.list("onlookers.former"));
  return follows || (reading.has_any(before, reading.lexicon.list("onlookers.former")) && !is_of_other(before));
}

bool hands_over(const Findings& findings, const Place& place) {
  constexpr std::size_t kReach = 8;
  const auto& reading = findings.reading;
  const auto last = reading.passage_of(place.words.first).words.last;
  return std::ranges::any_of(reading.cues_within({place.words.last, std::min(place.words.last + kReach, last)}), [&](const auto& cue) {
    const auto& kind = reading.cue(cue);
    const bool gives = kind == "delegating" || (kind == "represented" && !reading.words[cue.first].is("ayant") && !reading.words[cue.first].folded.starts_with("m") &&
                                                !reading.has_any({cue.first, cue.last}, std::to_array<std::string_view>({"recu", "par"})));
    return gives && Reading::within(reading.persons, {place.words.last, cue.first}).empty();
  });
}

bool looks_on(const Findings& findings, const Place& place) {
  const auto& reading = findings.reading;
  const auto& passage = reading.passage_of(place.words.first);
  for (const auto& cue : reading.cues_within(passage.words)) {
    const auto& kind = reading.cue(cue);
    if (kind == "presence" && cue.first < place.words.first && reaches(reading, cue, place) && !signs_behind(findings, cue.last, place)) return !begins_subject(findings, cue, place);
    if (kind == "absence" && cue.last <= place.words.first && place.words.first - cue.last < 6) return true;
    if (kind == "guest" && cue.last <= place.words.first && follows_guest(findings, cue.last, place.words)) return true;
    if (kind == "guest" && place.words.last <= cue.first && cue.first - place.words.last <= 2) return true;  // « X, venu en voisin »
    const bool is_inverted = Reading::within(reading.named, {passage.words.first, cue.first}).empty() && Reading::within(reading.persons, {passage.words.first, cue.first}).empty() &&
                             reaches(reading, cue, place) && !signs_behind(findings, cue.last, place);  // « À ses côtés, X a signé »
    const bool leads = kind == "guest" && cue.last <= place.words.first && (reading.words[cue.last].is(":") || is_inverted);  // « Étaient présents : X », « Étaient aussi là X et Y »
    if (leads) return true;
    const bool is_guest = kind == "guest" || kind == "hosting" || (kind == "guest_of" && follows_to_be(reading, cue.first, passage.words.first));
    if (!is_guest || place.words.last > cue.first || cue.first - place.words.last >= kSubjectReach) continue;
    return std::ranges::none_of(findings.clauses_of[reading.words[place.words.first].sentence], [&](std::size_t c) {
      const auto& clause = findings.clauses[c];
      return clause.signs() && clause.form != "noun" && clause.verb > place.words.last;
    });
  }
  return false;
}

}  // namespace maillage::documents
