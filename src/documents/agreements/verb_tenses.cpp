// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/verb_tenses.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

using Texts = std::span<const std::string_view>;

constexpr std::size_t kReach = 8;  // words that an auxiliary or a negation may stand before its verb


/// A verb of the text with what stands before it in its clause.
class VerbReader {
 public:
  VerbReader(const Reading& reading, std::size_t verb, const Passage& passage)
      : reading_(reading), verb_(verb), passage_(passage) {
    first_ = verb > passage.words.first + kReach ? verb - kReach : passage.words.first;
    for (auto at = verb; at > first_; --at) {
      if (reading.words[at - 1].is(";") || reading.words[at - 1].is(":")) {
        first_ = at;
        break;
      }
    }
  }

  void read(SigningClause& clause) const {
    clause.tense = tense(clause.form, clause.is_passive);
    clause.is_bare = clause.form == "participle" && !has(list("verb_tenses.have"), kReach) && !has(list("verb_tenses.had"), kReach) && !has(list("verb_tenses.is"), 4) &&
                     !has(list("verb_tenses.will_be"), 4) && !has_word("ete", 4) && !has_word("etre", 4);
    clause.is_reflexive = has_word("se", 4) || has_word("s", 4);
    clause.is_general = has(list("verb_tenses.anybody"), kReach);
  }

 private:
  Texts list(std::string_view name) const { return reading_.lexicon.list(name); }
  Tense tense(std::string_view form, bool& is_passive) const {
    if (passage_.is_question) return Tense::untold;
    const auto told = form == "participle" || (form == "present" && has(list("verb_tenses.comes"), 4) && has_word("etre", 3))
                          ? of_participle(is_passive)
                      : form == "infinitive"  ? of_infinitive()
                      : form == "noun"        ? of_noun()
                      : form == "future"      ? Tense::planned
                      : form == "conditional" ? Tense::hypothetical
                      : form == "imperfect"   ? of_imperfect()
                      : form == "present"     ? Tense::present
                                              : Tense::past;
    // « n'a pas caché sa joie au moment de signer », « il s'agissait de signer »
    if (form == "infinitive" && (has_word("moment", 3) || has_word("agissait", 3))) return Tense::past;
    return is_negated() ? Tense::negated : told;
  }
  bool has(Texts texts, std::size_t reach) const {
    for (auto at = verb_; at > first_ && verb_ - at < reach; --at) {
      if (is_one_of(reading_.words[at - 1], texts) && !is_preposition(at - 1)) return true;
    }
    return false;
  }
  /// « à », which is « a » where accents are folded.
  bool is_preposition(std::size_t at) const {
    return reading_.words[at].is("a") && reading_.words.text_of(at, at + 1) != "a";
  }
  bool has_word(std::string_view text, std::size_t reach) const { return has(Texts(&text, 1), reach); }
  bool is_negated() const {
    // « sans signer », « sans être liés par la convention », « sans en avoir signé le texte »
    for (auto at = verb_; at > first_; --at) {
      if (reading_.words[at - 1].is("sans")) return true;
      if (!is_one_of(reading_.words[at - 1], list("verb_tenses.behind_without"))) break;
    }
    const bool has_ne = has_word("n", kReach) || has_word("ne", kReach);
    if (!has_ne) return false;
    const auto last = std::min(verb_ + 4, passage_.words.last);
    for (auto at = first_; at < last; ++at) {
      if (is_one_of(reading_.words[at], list("verb_tenses.no"))) return true;
    }
    return false;
  }
  Tense of_participle(bool& is_passive) const {
    const bool has_been = has_word("ete", 3), to_be = has_word("etre", 3);
    is_passive = has_been || to_be || has(list("verb_tenses.is"), 3) || has(list("verb_tenses.will_be"), 3) || !has(list("verb_tenses.have"), 5);
    if (to_be) {
      if (has(list("verb_tenses.comes"), 6)) return Tense::past;
      if (has(list("verb_tenses.wish"), 6)) return Tense::hypothetical;
      return has(list("verb_tenses.must"), 6) ? Tense::planned : Tense::untold;
    }
    if (has(list("verb_tenses.will_be"), 3) || follows_planned_participle()) return Tense::planned;
    if (has(list("verb_tenses.would_be"), 3)) return Tense::hypothetical;
    if (has(list("verb_tenses.had"), 4)) return Tense::earlier;
    if (has_been || has(list("verb_tenses.have"), 4)) return Tense::past;
    if (has(list("verb_tenses.is"), 3)) return has_word("s", 4) || has_word("se", 4) ? Tense::past : Tense::present;
    return Tense::past;
  }
  /// « doit être soumise au vote, puis signée », « sera votée en mai et signée en juin »: shares the auxiliary of the one before.
  bool follows_planned_participle() const {
    constexpr std::size_t kFar = 24, kNear = 4;
    if (verb_ < passage_.words.first + 3) return false;
    auto at = verb_ - 1;
    if (is_one_of(reading_.words[at], list("verb_tenses.at_last"))) --at;
    if (!is_one_of(reading_.words[at], {"et", "puis", "ensuite", ","})) return false;
    for (; at > first_far(kFar); --at) {
      const auto& word = reading_.words[at - 1];
      if (word.is(";") || word.is(":") || is_one_of(word, list("verb_tenses.is"))) return false;
      if (is_one_of(word, list("verb_tenses.will_be"))) return true;
      if (!word.is("etre")) continue;
      return reading_.has_any({at > first_far(kFar) + kNear ? at - 1 - kNear : first_far(kFar), at}, list("verb_tenses.must"));
    }
    return false;
  }
  std::size_t first_far(std::size_t reach) const { return verb_ > passage_.words.first + reach ? verb_ - reach : passage_.words.first; }
  /// « Lundi 6 mai, A et B signaient un partenariat », « A a annoncé qu'elle créait une chaire»: as the past tells it. « signaient
  /// en 2003 » is before what is told.
  Tense of_imperfect() const {
    constexpr std::size_t kDay = 40, kBack = 14;
    const auto back = verb_ > passage_.words.first + kBack ? verb_ - kBack : passage_.words.first;
    const bool is_reported = (has_word("qu", 5) || has_word("que", 5)) && reading_.has_any({back, verb_}, list("verb_tenses.said"));
    if (is_reported) return Tense::past;
    const auto from = verb_ > passage_.words.first + kDay ? verb_ - kDay : passage_.words.first;
    const auto to = std::min(passage_.words.last, verb_ + kDay / 2);
    for (auto at = from; at < to; ++at) {
      const auto day = reading_.lexicon.weekdays.at(reading_.words, at, to);
      if (day && reading_.words[day.first].folded.size() > 3) return Tense::past;
      if (std::ranges::find(list("verb_tenses.today"), reading_.words[at].folded) != list("verb_tenses.today").end()) return Tense::past;
    }
    return Tense::earlier;
  }
  Tense of_infinitive() const {
    if (has(list("verb_tenses.comes"), 4)) return Tense::past;
    if (has(list("verb_tenses.wish"), 6)) return Tense::hypothetical;
    // « ont décidé de conclure une convention », « conviennent de se lier par un contrat »
    const bool is_of = has_word("de", 3) || has_word("d", 3);
    if (is_of && has(list("verb_tenses.decided"), 4)) return Tense::planned;
    if (has_word("intention", 3)) return Tense::planned;  // « annonce son intention de conclure une convention »
    const WordRange before{verb_ > passage_.words.first + 2 * kReach ? verb_ - 2 * kReach : passage_.words.first,
                           verb_};
    if (has(list("verb_tenses.must"), 6) || reading_.has_any(before, list("verb_tenses.empowered"))) return Tense::planned;
    if (has(list("verb_tenses.will_gather"), kReach)) return Tense::planned;
    // « ils étaient sept à se succéder … pour signer »
    if ((has_word("pour", 3) || has_word("venait", 2) || has_word("venaient", 2)) &&
        reading_.has_any({passage_.words.first, verb_}, list("verb_tenses.gathered")) && !has(list("verb_tenses.must"), kReach))
      return Tense::past;
    // « Le 4 mars a vu A et B signer une convention », no « de signer », « à signer »
    const bool is_bare =
        verb_ > passage_.words.first && !is_one_of(reading_.words[verb_ - 1], {"de", "a", "d", "pour"});
    if (is_bare && reading_.has_any({passage_.words.first, verb_}, list("verb_tenses.saw"))) return Tense::past;
    if (has_word("tour", 3) || has(list("verb_tenses.have"), 6) || has(list("verb_tenses.had"), 6)) return Tense::past;
    if (!has_word("pour", 3) && !has_word("afin", 4)) return Tense::untold;  // « a accueilli A et B pour signer … »
    // « doivent se retrouver le 18 novembre pour parapher », « se retrouveront lundi afin de signer »
    if (reading_.has_any({passage_.words.first, verb_}, list("verb_tenses.must")) || reading_.has_any({passage_.words.first, verb_}, list("verb_tenses.will_gather"))) return Tense::planned;
    for (auto at = passage_.words.first; at < verb_; ++at) {
      if (is_one_of(reading_.words[at], list("verb_tenses.have")) || is_one_of(reading_.words[at], list("verb_tenses.had")) ||
          reading_.words[at].is("reunissent") || reading_.words[at].is("retrouvent"))
        return Tense::past;
    }
    return Tense::untold;
  }
  /// « Invitation presse – lundi 3 mars. Signature de la convention »: what a document invites to is to come.
  bool opens_invitation() const {
    constexpr std::size_t kHead = 4, kLabel = 2;
    for (std::size_t s = 0; s < std::min(kHead, reading_.passages.size()); ++s) {
      const auto& words = reading_.passages[s].words;
      for (auto at = words.first; at < std::min(words.last, words.first + kLabel); ++at) {
        if (reading_.words[at].is("invitation")) return true;
      }
    }
    return false;
  }
  Tense of_noun() const {
    if (has(list("verb_tenses.claim"), 5)) return Tense::hypothetical;  // « réclament la signature d'un accord »
    if (follows_future() || opens_invitation()) return Tense::planned;
    if (reading_.has_any({verb_ > first_ + 5 ? verb_ - 5 : first_, verb_}, list("verb_tenses.empowered"))) return Tense::planned;  // « avait autorisé la signature »
    if (verb_ > first_ && is_one_of(reading_.words[verb_ - 1], list("verb_tenses.untold_noun"))) return Tense::untold;
    if (verb_ > first_ + 1 && is_one_of(reading_.words[verb_ - 2], list("verb_tenses.untold_noun"))) return Tense::untold;
    const auto last = std::min(verb_ + 14, passage_.words.last);
    const auto far = std::min(verb_ + 3 * kReach, passage_.words.last);
    for (auto at = last; at < far; ++at) {
      if (reading_.words[at].is(":")) break;
      if (is_not_held(at, far)) return Tense::planned;
    }
    if (is_set_for_later(last) || is_appointed()) return Tense::planned;
    if (has(list("verb_tenses.awaited"), kReach) && !has(list("verb_tenses.have"), kReach)) return Tense::planned;  // « Prévue le 14 mars, la signature … »
    for (auto at = verb_ + 1; at < last; ++at) {
      if (is_one_of(reading_.words[at], list("verb_tenses.hoped"))) return Tense::hypothetical;
      if (reading_.words[at].is(":")) break;
      if (is_one_of(reading_.words[at], list("verb_tenses.put_off")) || is_not_held(at, last)) return Tense::planned;
      if (reading_.words[at].is("venir") && reading_.words[at - 1].is("a")) return Tense::planned;  // « signature à venir »
      // « la signature devrait avoir lieu en juin »
      const bool should_be = is_one_of(reading_.words[at], {"devrait", "devra", "doit", "pourrait"}) && at + 1 < last && is_one_of(reading_.words[at + 1], {"avoir", "intervenir", "etre", "se", "suivre"});
      if (should_be || is_one_of(reading_.words[at], list("verb_tenses.awaited")) || reading_.words[at].is("aura") || reading_.words[at].is("tiendra"))
        return Tense::planned;
    }
    return Tense::past;
  }
  /// « procéderont à la signature », « donnera lieu à la signature »
  bool follows_future() const {
    constexpr std::size_t kNear = 5;
    for (auto at = verb_; at > first_ + 1 && verb_ - at < kNear; --at) {
      const auto &word = reading_.words[at - 1], &before = reading_.words[at - 2];
      if (word.kind == WordKind::mark) return false;
      const bool is_noun = before.is("l") || before.is("le") || before.is("la") || before.is("d") || before.is("de") || before.is("un") || before.is("une");
      const bool is_long = word.folded.size() > 4 && word.casing == Casing::lower;
      if (is_long && !is_noun && (word.folded.ends_with("ront") || word.folded.ends_with("ra"))) return true;
    }
    return false;
  }
  /// « La signature de la convention entre A, B et C est prévue le 3 juillet »: the verb stands behind all that is signed.
  bool is_set_for_later(std::size_t from) const {
    constexpr std::size_t kParties = 50;
    for (auto at = from; at + 1 < std::min(verb_ + kParties, passage_.words.last); ++at) {
      const auto &word = reading_.words[at], &next = reading_.words[at + 1];
      if (word.is(";") || word.is(":") || is_one_of(word, list("verb_tenses.have"))) return false;
      if ((word.is("aura") && next.is("lieu")) || word.is("interviendra")) return true;
      if ((is_one_of(word, list("verb_tenses.is")) || word.is("reste")) && (is_one_of(next, list("verb_tenses.put_off")) || is_one_of(next, list("verb_tenses.awaited")))) return true;
    }
    return false;
  }
  /// « Rendez-vous est donné à la rentrée pour la signature », « Signature : à l'automne », « La date de la signature n'est pas encore fixée »
  bool is_appointed() const {
    constexpr std::size_t kBefore = 14, kBehind = 7;
    const auto first = first_far(kBefore), last = std::min(verb_ + kBehind, passage_.words.last);
    const bool meets = reading_.has_any({first, verb_}, list("verb_tenses.appointment")) && !reading_.has_any({first, verb_}, list("verb_tenses.was_appointed"));
    if (meets && (has_word("pour", 3) || has_word("a", 3))) return true;
    if (verb_ + 2 < last && reading_.words[verb_ + 1].is(":")) return reading_.has_any({verb_ + 2, last}, list("verb_tenses.to_come"));
    for (auto at = verb_ + 1; at + 2 < last; ++at) {
      if (reading_.words[at].is("pas") && reading_.words[at + 1].is("encore")) return true;
    }
    return false;
  }
  /// « la signature n'a pas eu lieu »
  bool is_not_held(std::size_t at, std::size_t last) const {
    return at + 2 < last && reading_.words[at].is("pas") && reading_.words[at + 1].is("eu") &&
           reading_.words[at + 2].is("lieu");
  }

  const Reading& reading_;
  std::size_t verb_, first_ = 0;
  const Passage& passage_;
};

/// « signe » and « signé » are one word when folded: the accent tells, or an auxiliary where the text has none.
std::string form_of(const Reading& reading, const std::string& form, std::size_t verb, std::size_t sentence_first) {
  const auto written = reading.words.text_of(verb, verb + 1);
  if (form == "noun" && (written.ends_with("és") || written.ends_with("ée") || written.ends_with("ées"))) return "participle";
  if (form != "either") return form;
  if (reading.words.text_of(verb, verb + 1).ends_with("é")) return "participle";
  for (auto at = verb; at > sentence_first && verb - at < 3; --at) {
    const auto& word = reading.words[at - 1];
    if (is_one_of(word, reading.lexicon.list("verb_tenses.have")) || is_one_of(word, reading.lexicon.list("verb_tenses.had")) || word.is("ete") || word.is("est") || word.is("etre"))
      return "participle";
  }
  return "present";
}

}  // namespace

void read_verb(const Reading& reading, const std::string& form, const Passage& passage, SigningClause& clause) {
  clause.form = form_of(reading, form, clause.verb, passage.words.first);
  VerbReader(reading, clause.verb, passage).read(clause);
}

}  // namespace maillage::documents
