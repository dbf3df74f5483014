// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/told_parts.hpp"

#include <algorithm>
#include <set>

#include "documents/agreements/pronoun_instruments.hpp"
#include "documents/agreements/told_several.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestSentence = 400, kReach = 40;  // words; beyond the first it is a list, no sentence

bool is_kept(const Instrument& one) { return !one.is_older && !one.is_foreign && one.weight >= 1; }

class Parter {
 public:
  explicit Parter(const Findings& findings) : findings_(findings), reading_(findings.reading), words_(findings.reading.words), uses_(findings.reading.lexicon.several_words, findings.reading.words) {}

  std::vector<std::size_t> find() {
    for (std::uint32_t s = 0; s < reading_.passages.size(); ++s) {
      const auto& passage = reading_.passages[s];
      const auto length = passage.words.last - passage.words.first;
      if (passage.words.empty() || passage.is_quote || passage.is_question || length > kLongestSentence) continue;
      sentence_ = passage.words;
      tells_several_ = tells_several(reading_, findings_.clauses, findings_.instruments, s, findings_.clauses_of[s]);
      part_at_semicolons(s);
      part_at_colon(s);
      if (told(s).empty()) continue;
      part_at_instruments(s);
      part_at_verbs(s);
      part_at_members();
      part_at_partners(s);
    }
    return {parts_.begin(), parts_.end()};
  }

 private:
  std::vector<std::size_t> told(std::uint32_t sentence) const {
    std::vector<std::size_t> found;
    for (const auto c : findings_.clauses_of[sentence]) {
      const auto& clause = findings_.clauses[c];
      if (clause.signs() && clause.is_told() && !clause.is_older && !clause.is_general) found.push_back(c);
    }
    return found;
  }
  /// Does a range tell an agreement of its own: an instrument, or a verb that signs?
  bool tells(const WordRange& range, std::uint32_t sentence) const {
    const auto& instruments = findings_.instruments_of[sentence];
    const auto& clauses = findings_.clauses_of[sentence];
    return std::ranges::any_of(instruments, [&](auto i) { return range.holds(findings_.instruments[i].words.first) && is_kept(findings_.instruments[i]); }) ||
           std::ranges::any_of(clauses, [&](auto c) { return range.holds(findings_.clauses[c].verb) && findings_.clauses[c].signs(); });
  }
  /// « X a signé pour A ; Y et Z ont fait de même pour B et C »: of the same agreement
  bool only_echoes(const WordRange& range, std::uint32_t sentence) const {
    const auto& verbs = reading_.lexicon.signing_verbs;
    const auto is_own = [&](auto c) {
      const auto& clause = findings_.clauses[c];
      if (!range.holds(clause.verb) || !clause.signs()) return false;
      const auto phrase = verbs.at(words_, clause.verb, range.last);
      return !phrase || verbs.field(*phrase.entry, "sense") != "echo";
    };
    const auto& instruments = findings_.instruments_of[sentence];
    return std::ranges::none_of(findings_.clauses_of[sentence], is_own) &&
           std::ranges::none_of(instruments, [&](auto i) { return range.holds(findings_.instruments[i].words.first) && is_kept(findings_.instruments[i]); });
  }
  /// « Une convention sera conclue entre A et B ; A portera le contrat de site »: a definite text that a body acts on, signed by none
  bool tells_part_of_it(const WordRange& range, std::uint32_t sentence) const {
    const auto signs = [&](auto c) { return range.holds(findings_.clauses[c].verb) && findings_.clauses[c].signs(); };
    if (std::ranges::any_of(findings_.clauses_of[sentence], signs)) return false;
    return std::ranges::all_of(findings_.instruments_of[sentence], [&](auto i) {
      const auto& one = findings_.instruments[i];
      if (!range.holds(one.words.first) || !is_kept(one)) return true;
      return one.determiner == Determiner::definite && names_body({range.first, one.words.first}) && !names_body({one.words.last, range.last});
    });
  }
  bool names_body(const WordRange& range) const {
    return std::ranges::any_of(Reading::within(reading_.named, range), [&](const Place& mention) {
      return !reading_.institutions.named[reading_.institution_of(mention)].is_generic;
    });
  }
  std::optional<WordRange> mention_over(std::size_t word) const {
    for (const auto& mention : Reading::within(reading_.named, sentence_)) {
      if (mention.words.holds(word)) return mention.words;
    }
    return std::nullopt;
  }

  /// « A et B ont signé … ; C et A ont signé … », « une convention entre A et B ; une charte entre B et C »
  void part_at_semicolons(std::uint32_t s) {
    auto begin = sentence_.first;
    for (auto at = sentence_.first; at + 1 < sentence_.last; ++at) {
      if (!words_[at].is(";")) continue;
      auto end = at + 1;
      while (end < sentence_.last && !words_[end].is(";")) ++end;
      const WordRange left{begin, at}, right{at + 1, end};
      const bool counts = leads_member(reading_, at + 1, sentence_.last);
      if (!counts && (!tells(left, s) || !tells(right, s) || !names_body(right) || only_echoes(right, s) || goes_back(right, s) || tells_part_of_it(right, s))) continue;
      parts_.insert(at + 1);
      begin = at + 1;
    }
  }

  /// « X, présidente de A, et Y, directeur de B, en sont les signataires », « … l'ont signé »: of what is told before
  bool goes_back(const WordRange& range, std::uint32_t sentence) const {
    const auto& own = findings_.instruments_of[sentence];
    if (std::ranges::any_of(own, [&](auto i) { return range.holds(findings_.instruments[i].words.first) && is_kept(findings_.instruments[i]); })) return false;
    const auto& clauses = findings_.clauses_of[sentence];
    return std::ranges::any_of(clauses, [&](auto c) {
      const auto& clause = findings_.clauses[c];
      return range.holds(clause.verb) && clause.signs() && goes_back_by_pronoun(reading_, clause.verb, range.first);
    });
  }

  /// « Le contrat signé par A et B aura bientôt un voisin : C signera le sien avec B »
  void part_at_colon(std::uint32_t s) {
    const auto clauses = told(s);
    for (auto at = sentence_.first + 1; at + 1 < sentence_.last; ++at) {
      if (!words_[at].is(":")) continue;
      const auto is_before = std::ranges::any_of(clauses, [&](auto c) { return findings_.clauses[c].verb < at && findings_.clauses[c].form != "noun"; });
      const auto behind = std::ranges::find_if(clauses, [&](auto c) { return findings_.clauses[c].verb > at && !findings_.clauses[c].is_passive; });
      if (is_before && behind != clauses.end() && names_body({sentence_.first, at}) && names_body({at, findings_.clauses[*behind].verb})) parts_.insert(at + 1);
    }
  }

  /// Where the part of a second noun begins: at the « et », « puis » … before it and before the partner or the day that
  /// stand between.
  std::optional<std::size_t> begin_of_part(std::size_t noun, std::size_t from) const {
    std::optional<std::size_t> comma;
    for (auto at = noun; at > from && noun - at < kReach; --at) {
      if (const auto over = mention_over(at - 1)) {
        if (over->first <= from) break;
        at = over->first + 1;
        continue;
      }
      const auto& word = words_[at - 1];
      if (word.is(",") && (!comma || *comma == at)) comma = at - 1;
      if (!word.is(";") && !uses_.is(at - 1, "part")) continue;
      if (word.is("que") && !(at >= 2 && words_[at - 2].is("ainsi"))) continue;
      if (word.is("et") && joins_partners(at - 1) && (comma || comma_before(at - 1, from))) continue;
      auto begin = word.is("que") ? at - 2 : at - 1;
      while (begin > from && (words_[begin - 1].is(",") || words_[begin - 1].is("et"))) --begin;
      return begin;
    }
    return comma;
  }
  bool joins_partners(std::size_t et) const {
    return et > sentence_.first && mention_over(et - 1) && (mention_over(et + 1) || (et + 2 < sentence_.last && mention_over(et + 2)));
  }
  bool comma_before(std::size_t at, std::size_t from) const {
    for (; at > from; --at) {
      if (words_[at - 1].is(",")) return true;
    }
    return false;
  }

  /// « une convention avec A et un protocole avec B »
  void part_at_instruments(std::uint32_t s) {
    const auto& own = findings_.instruments_of[s];
    for (std::size_t k = 1; k < own.size(); ++k) {
      const auto &first = findings_.instruments[own[k - 1]], &second = findings_.instruments[own[k]];
      if (!is_kept(second) || second.is_plural || (second.determiner != Determiner::indefinite && !is_counted(second)) || first.is_older || first.is_foreign) continue;
      const bool is_told_before = std::ranges::any_of(told(s), [&](auto c) { return findings_.clauses[c].verb < second.words.first; });
      const bool is_told_behind = std::ranges::any_of(told(s), [&](auto c) { return findings_.clauses[c].verb > second.words.last && findings_.clauses[c].is_passive; });
      if (!is_told_before && !(is_told_behind && first.determiner == Determiner::indefinite)) continue;
      if (is_parted({first.words.last, second.words.first})) continue;
      const auto partner = partners_stand_before(s, first) ? begin_of_partner(second.words.first, first.words.last) : std::nullopt;
      const auto begin = partner ? partner : begin_of_part(second.words.first, first.words.last);
      if (!begin || *begin < first.words.last || has_verb_between(*begin, second.words.first, s)) continue;
      const auto end = k + 1 < own.size() ? findings_.instruments[own[k + 1]].words.first : sentence_.last;
      if (names_other_body({*begin, end}, {sentence_.first, *begin})) parts_.insert(*begin);
    }
  }
  /// « deux contrats : le contrat de ville, entre A et B, et le contrat local de santé, entre B et C »
  bool is_counted(const Instrument& one) const { return tells_several_ && one.determiner == Determiner::definite && one.weight >= 2; }
  bool is_parted(const WordRange& range) const {
    const auto next = parts_.upper_bound(range.first);
    return next != parts_.end() && *next <= range.last;
  }
  /// « a signé avec A une convention, avec B une charte »: partners before what is signed with them.
  bool partners_stand_before(std::uint32_t s, const Instrument& first) const {
    return std::ranges::any_of(told(s), [&](auto c) {
      const auto verb = findings_.clauses[c].verb;
      if (verb > first.words.first) return false;
      for (auto at = verb; at < first.words.first; ++at) {
        if (words_[at].is("avec")) return true;
      }
      return false;
    });
  }
  std::optional<std::size_t> begin_of_partner(std::size_t noun, std::size_t from) const {
    for (auto at = noun; at > from + 1; --at) {
      if (!words_[at - 1].is("avec")) continue;
      auto begin = at - 1;
      while (begin > from && (is_one_of(words_[begin - 1], {",", ";"}) || uses_.is(begin - 1, "begins_partner"))) --begin;
      return begin + 1 < at ? std::optional(begin) : std::nullopt;
    }
    return std::nullopt;
  }
  bool has_verb_between(std::size_t from, std::size_t to, std::uint32_t s) const {
    return std::ranges::any_of(findings_.clauses_of[s], [&](auto c) { return findings_.clauses[c].verb >= from && findings_.clauses[c].verb < to; });
  }
  /// A body as a partner (« avec », « entre », « à ») that the part before does not name.
  bool names_other_body(const WordRange& part, const WordRange& before) const {
    const auto known = Reading::within(reading_.named, before);
    return std::ranges::any_of(Reading::within(reading_.named, part), [&](const Place& mention) {
      const auto number = reading_.institution_of(mention);
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      const bool is_partner = relation == Relation::with || relation == Relation::between || relation == Relation::bare || relation == Relation::at || relation == Relation::of_function;
      return is_partner && !reading_.institutions.named[number].is_generic &&
             std::ranges::none_of(known, [&](const Place& one) { return reading_.institution_of(one) == number; });
    });
  }

  /// « a renouvelé sa convention avec A et signé une convention avec B »
  void part_at_verbs(std::uint32_t s) {
    const auto clauses = told(s);
    for (std::size_t k = 1; k < clauses.size(); ++k) {
      const auto &first = findings_.clauses[clauses[k - 1]], &second = findings_.clauses[clauses[k]];
      const bool is_coordinated = is_one_of(words_[second.verb - 1], {"et", "puis", ","});
      if (second.form == "noun" || (second.is_bare && !is_coordinated)) continue;
      if (first.is_bare) {
        part_behind_apposition(first, second);
        continue;
      }
      const auto stands = [&](std::size_t from, std::size_t to) {
        return std::ranges::any_of(findings_.instruments_of[s], [&](auto i) {
          const auto& one = findings_.instruments[i];
          return one.words.first >= from && one.words.first < to && is_kept(one) && (from == first.verb || one.determiner == Determiner::indefinite);
        });
      };
      if (!stands(first.verb, second.verb) || !stands(second.verb, sentence_.last)) continue;
      if (is_parted({first.verb, second.verb})) continue;
      const auto begin = begin_of_part(second.verb, first.verb);
      if (begin && names_other_body({*begin, sentence_.last}, {sentence_.first, *begin})) parts_.insert(*begin);
    }
  }

  /// « Après la convention signée le 4 avril avec A, B a signé le 20 avril un protocole avec C »
  void part_behind_apposition(const SigningClause& first, const SigningClause& second) {
    const bool differ = first.instrument && second.instrument && *first.instrument != *second.instrument && first.day && second.day && *first.day != *second.day;
    if (!differ || is_parted({first.verb, second.verb})) return;
    const auto &told = findings_.instruments[*first.instrument], &next = findings_.instruments[*second.instrument];
    if (told.words.first > first.verb || next.words.first < second.verb || next.determiner != Determiner::indefinite || *second.day < *first.day) return;
    for (auto at = second.verb; at > first.verb; --at) {
      if (!words_[at - 1].is(",") || mention_over(at - 1)) continue;
      if (names_body({first.verb, at})) parts_.insert(at);
      return;
    }
  }

  /// « l'une avec A, l'autre avec B », « La première …, la seconde … »
  void part_at_members() {
    if (!tells_several_ && !leads_member(reading_, sentence_.first, sentence_.last)) return;
    std::vector<std::size_t> begun;
    for (auto at = sentence_.first + 1; at < sentence_.last; ++at) {
      const bool is_behind_mark = is_one_of(words_[at - 1], {":", ",", ";"}) || uses_.is(at - 1, "before_member");
      if (is_behind_mark && leads_member(reading_, at, sentence_.last) && !is_hand(at)) begun.push_back(at);
    }
    const bool begins = leads_member(reading_, sentence_.first, sentence_.last);
    if (begun.size() + (begins ? 1 : 0) >= 2) parts_.insert(begun.begin(), begun.end());
  }

  /// « trois signatures : celle de X, celle de Y »: of people, no agreements.
  bool is_hand(std::size_t at) const {
    constexpr std::size_t kNear = 4;
    const bool is_pronoun = words_[at].is("celle") || words_[at].is("celui");
    return is_pronoun && !Reading::within(reading_.persons, {at, std::min(at + kNear, sentence_.last)}).empty();
  }

  /// « trois contrats : avec A le 10 mars, avec B le 24 mai »
  void part_at_partners(std::uint32_t s) {
    const auto is_one = [&](auto i) { return !findings_.instruments[i].is_plural && is_kept(findings_.instruments[i]); };
    if (!tells_several_ || std::ranges::count_if(findings_.instruments_of[s], is_one) >= 2) return;
    std::vector<std::size_t> begun;
    for (const auto& mention : Reading::within(reading_.named, sentence_)) {
      auto at = mention.words.first;
      while (at > sentence_.first && !words_[at].is("avec") && mention.words.first - at < 3) --at;
      if (words_[at].is("avec") && (begun.empty() || begun.back() != at)) begun.push_back(at);
    }
    if (begun.size() < 2) return;
    for (std::size_t k = 0; k < begun.size(); ++k) {
      const auto end = k + 1 < begun.size() ? begun[k + 1] : sentence_.last;
      if (Reading::within(reading_.days, {begun[k], end}).empty()) return;
    }
    parts_.insert(begun.begin(), begun.end());
  }

  const Findings& findings_;
  const Reading& reading_;
  const Words& words_;
  WordUses uses_;
  WordRange sentence_;
  bool tells_several_ = false;
  std::set<std::size_t> parts_;
};

}  // namespace

std::vector<std::size_t> find_parts(const Findings& findings) { return Parter(findings).find(); }

Prose part_sentences(const Words& words, std::span<const std::size_t> parts) {
  Prose parted = words.prose();
  std::vector<Span> sentences;
  auto next = parts.begin();
  for (auto rest : parted.sentences) {
    while (next != parts.end() && words[*next].span.begin <= rest.begin) ++next;
    for (; next != parts.end() && words[*next].span.begin < rest.end; ++next) {
      sentences.push_back({rest.begin, words[*next - 1].span.end});
      rest.begin = words[*next].span.begin;
    }
    sentences.push_back(rest);
  }
  parted.sentences = std::move(sentences);
  return parted;
}

}  // namespace maillage::documents
