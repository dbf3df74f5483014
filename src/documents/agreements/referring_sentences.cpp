// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/referring_sentences.hpp"

#include <algorithm>
#include <array>

#include "documents/agreements/no_parties.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kHead = 4;

class ReferringSentence {
 public:
  ReferringSentence(const Findings& findings, std::uint32_t sentence)
      : findings_(findings), reading_(findings.reading), sentence_(sentence), passage_(reading_.passages[sentence]), words_(passage_.words) {}

  std::vector<Place> bodies() const {
    if (!tells()) return {};
    for (const auto look : {&ReferringSentence::between, &ReferringSentence::carried, &ReferringSentence::bound, &ReferringSentence::counted_off,
                            &ReferringSentence::on_both_sides, &ReferringSentence::taking_part, &ReferringSentence::uniting, &ReferringSentence::functions}) {
      if (auto found = (this->*look)(); found.size() >= 2) return found;
    }
    return {};
  }

  /// Does it name the agreement, or those who sign: « Le texte », « Les signataires »?
  bool names_what_it_refers_to() const {
    if (findings_.section_of[sentence_] == "signatories" || findings_.section_of[sentence_] == "parties") return true;
    return (refers() && !begins_with_pronoun(reading_, words_)) || presents_tie() || has(words_.first, words_.first + 3, "referring_sentences.who_sign") || has(words_.first, words_.last, "referring_sentences.of_text");
  }

  /// The body that a sentence begins with, where it tells what that one does for the agreement.
  std::optional<Place> body_with_role() const {
    if (!tells() || reading_.has_any(words_, list("referring_sentences.other_aid"))) return std::nullopt;
    const auto named = Reading::within(reading_.named, words_);
    if (named.empty() || named.front().words.first > words_.first + 2 || relation(named.front()) != Relation::bare || is_generic(named.front())) return std::nullopt;
    const auto behind = named.front().words.last;
    if (!reading_.has_any({behind, std::min(behind + kHead, words_.last)}, list("referring_sentences.roles"))) return std::nullopt;
    return named.front();
  }

 private:
  std::span<const std::string_view> list(std::string_view name) const { return reading_.lexicon.list(name); }
  bool is_in(std::size_t at, std::string_view name) const { return at < words_.last && is_one_of(reading_.words[at], list(name)); }
  bool has(std::size_t first, std::size_t last, std::string_view name) const { return first < last && reading_.has_any({first, std::min(last, words_.last)}, list(name)); }
  Relation relation(const Place& body) const { return findings_.relations[static_cast<std::size_t>(&body - reading_.named.data())]; }
  bool is_generic(const Place& body) const { return reading_.institutions.named[reading_.institution_of(body)].is_generic; }

  /// Nothing asked, denied, wished or told of before.
  bool tells() const {
    if (words_.empty() || passage_.is_question || passage_.is_quote || passage_.kind == BlockKind::title || passage_.kind == BlockKind::heading || passage_.kind == BlockKind::contact) return false;
    const auto& section = findings_.section_of[sentence_];
    if (std::ranges::find(list("referring_sentences.other_sections"), section) != list("referring_sentences.other_sections").end()) return false;
    if (reading_.has_any(words_, list("referring_sentences.not_told"))) return false;
    return std::ranges::none_of(findings_.clauses_of[sentence_], [&](auto c) { return findings_.clauses[c].is_older; }) &&
           std::ranges::none_of(findings_.instruments_of[sentence_], [&](auto i) { return findings_.instruments[i].is_foreign || findings_.instruments[i].is_older || findings_.instruments[i].is_plural; });
  }

  /// « Elle », « Ce document », « Le texte », « Le contrat local »
  bool refers() const {
    if (begins_with_pronoun(reading_, words_)) return true;
    if (!is_in(words_.first, "referring_sentences.determiners")) return false;
    if (is_in(words_.first + 1, "referring_sentences.texts") || is_in(words_.first + 2, "referring_sentences.texts")) return true;
    return std::ranges::any_of(findings_.instruments_of[sentence_], [&](auto i) { return findings_.instruments[i].words.first <= words_.first + 2; });
  }
  /// « Il s'agit d'un engagement », « C'est un pacte »
  bool presents_tie() const { return is_in(words_.first, "referring_sentences.presents") && has(words_.first + 1, words_.first + 3, "referring_sentences.is_it") && has(words_.first + 2, words_.first + 10, "referring_sentences.ties"); }

  template <typename Test>
  std::vector<Place> bodies_that(Test test) const {
    std::vector<Place> found;
    for (const auto& body : Reading::within(reading_.named, words_)) {
      if (is_generic(body) || is_said_to_be_no_party(findings_, sentence_, body.words)) continue;
      const auto number = reading_.institution_of(body);
      if (test(body) && std::ranges::none_of(found, [&](const Place& one) { return reading_.institution_of(one) == number; })) found.push_back(body);
    }
    return found;
  }
  std::vector<Place> between() const {
    if (!refers() && !presents_tie()) return {};
    return bodies_that([&](const Place& body) { return relation(body) == Relation::between && (presents_tie() || has(words_.first, body.words.first, "referring_sentences.made")); });
  }
  /// « Ce partenariat est porté par A et B »
  std::vector<Place> carried() const {
    if (!refers()) return {};
    auto verb = words_.first;
    while (verb < words_.last && !(is_in(verb, "referring_sentences.made") && reading_.has_any({verb + 1, std::min(verb + 3, words_.last)}, std::to_array<std::string_view>({"par"})))) ++verb;
    return bodies_that([&](const Place& body) { return body.words.first > verb && (relation(body) == Relation::carried || relation(body) == Relation::by || relation(body) == Relation::bare); });
  }
  /// « Le texte liera A et B »
  std::vector<Place> bound() const {
    if (!refers()) return {};
    for (const auto c : findings_.clauses_of[sentence_]) {
      const auto& clause = findings_.clauses[c];
      const bool binds = (clause.sense == "bind" || clause.sense == "engage") && (clause.form == "present" || clause.form == "future" || clause.form == "either") && !clause.is_reflexive;
      const bool is_near = clause.verb <= words_.first + 2 * kHead && Reading::within(reading_.named, {words_.first, clause.verb}).empty();
      if (!binds || !is_near || clause.tense == Tense::negated || clause.tense == Tense::hypothetical) continue;
      return bodies_that([&](const Place& body) { return body.words.first > clause.verb && (relation(body) == Relation::bare || relation(body) == Relation::at || relation(body) == Relation::with); });
    }
    return {};
  }
  /// « Les partenaires de ce texte seront A et B », « Trois acteurs : A, B et C »
  std::vector<Place> counted_off() const {
    if (!has(words_.first, words_.first + 3, "referring_sentences.who") || !is_in(words_.first, "referring_sentences.who_leads")) return {};
    auto at = words_.first;
    while (at < words_.last && at < words_.first + 3 * kHead && !is_in(at, "referring_sentences.are")) ++at;
    if (!is_in(at, "referring_sentences.are")) return {};
    return bodies_that([&](const Place& body) { return body.words.first > at && relation(body) == Relation::bare; });
  }
  /// « D'un côté, A ; de l'autre, B », « A, d'une part, et B, d'autre part »
  std::vector<Place> on_both_sides() const {
    bool is_one = false, is_other = false;
    for (auto at = words_.first; at + 2 < words_.last; ++at) {
      const auto &a = reading_.words[at], &b = reading_.words[at + 1], &c = reading_.words[at + 2];
      is_one = is_one || (a.is("d") && ((b.is("un") && c.is("cote")) || (b.is("une") && c.is("part"))));
      is_other = is_other || (a.is("de") && b.is("l") && c.is("autre")) || (a.is("d") && b.is("autre") && c.is("part"));
    }
    if (!is_one || !is_other) return {};
    auto found = bodies_that([&](const Place& body) { return relation(body) == Relation::bare || relation(body) == Relation::between; });
    const bool only_counts = !found.empty() && words_.last - found.back().words.last <= 4;  // « de l'autre, B s'interroge » tells another thing
    return only_counts ? found : std::vector<Place>();
  }
  /// « A et B y prennent part », « Trois partenaires y participent : A, B et C »
  std::vector<Place> taking_part() const {
    for (auto at = words_.first; at + 1 < words_.last; ++at) {
      if (!reading_.words[at].is("y") || !has(at + 1, at + 4, "referring_sentences.takes_part")) continue;
      auto colon = at;
      while (colon < words_.last && !reading_.words[colon].is(":")) ++colon;
      return bodies_that([&](const Place& body) { return relation(body) == Relation::bare && (body.words.first < at || body.words.first > colon); });
    }
    return {};
  }
  /// « A, B et C unissent ainsi leurs efforts »
  std::vector<Place> uniting() const {
    for (auto at = words_.first; at + 1 < words_.last; ++at) {
      if (!is_in(at, "referring_sentences.unite") || !has(at + 1, at + 2 + kHead, "referring_sentences.forces")) continue;
      return bodies_that([&](const Place& body) { return relation(body) == Relation::bare && body.words.first < at; });
    }
    return {};
  }
  /// « Ont signé : » over « le maire de A, la présidente de B, le directeur de C »
  std::vector<Place> functions() const {
    if (findings_.section_of[sentence_] != "signatories" || !Reading::within(reading_.persons, words_).empty() || !findings_.clauses_of[sentence_].empty()) return {};
    const auto named = Reading::within(reading_.named, words_);
    const bool are_functions = std::ranges::all_of(named, [&](const Place& body) { return relation(body) == Relation::of_function || relation(body) == Relation::bare; });
    return are_functions ? bodies_that([](const Place&) { return true; }) : std::vector<Place>();
  }

  const Findings& findings_;
  const Reading& reading_;
  std::uint32_t sentence_;
  const Passage& passage_;
  const WordRange words_;
};

}  // namespace

bool begins_with_pronoun(const Reading& reading, const WordRange& sentence) {
  return !sentence.empty() && is_one_of(reading.words[sentence.first], reading.lexicon.list("referring_sentences.pronouns"));
}

std::vector<Place> bodies_by_reference(const Findings& findings, std::uint32_t sentence) {
  return ReferringSentence(findings, sentence).bodies();
}

bool names_what_it_refers_to(const Findings& findings, std::uint32_t sentence) { return ReferringSentence(findings, sentence).names_what_it_refers_to(); }

std::vector<Place> bodies_with_roles(const Findings& findings, std::uint32_t sentence) {
  std::vector<Place> found;
  const auto& passages = findings.reading.passages;
  for (auto s = sentence; s < passages.size() && passages[s].section == passages[sentence].section; ++s) {
    if (passages[s].words.empty()) continue;
    const auto one = ReferringSentence(findings, s).body_with_role();
    if (!one) break;
    found.push_back(*one);
  }
  return found;
}

std::vector<Place> parties_by_reference(const Findings& findings, std::span<const std::uint32_t> sentences) {
  for (const auto look : {bodies_by_reference, bodies_with_roles}) {
    for (const auto sentence : sentences) {
      if (auto found = look(findings, sentence); found.size() >= 2) return found;
    }
  }
  return {};
}

}  // namespace maillage::documents
