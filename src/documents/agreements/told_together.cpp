// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/told_together.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "documents/agreements/told_several.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr std::uint32_t kNobody = ~std::uint32_t{0};
constexpr std::uint32_t kReach = 12;        // sentences behind a head that may be its members
constexpr std::size_t kLongestItem = 60;    // words of an item that is one agreement


bool is_item(const Passage& passage) { return passage.kind == BlockKind::item; }

class Tying {
 public:
  Tying(const Reading& reading, const std::vector<Instrument>& instruments, const std::vector<Relation>& relations,
        std::span<const std::size_t> parts, std::vector<SigningClause>& clauses)
      : reading_(reading), uses_(reading.lexicon.several_words, reading.words), instruments_(instruments), relations_(relations), parts_(parts), clauses_(clauses),
        clauses_of_(reading.passages.size()), instruments_of_(reading.passages.size()) {
    for (std::size_t c = 0; c < clauses.size(); ++c) clauses_of_[reading.words[clauses[c].verb].sentence].push_back(c);
    for (std::size_t i = 0; i < instruments.size(); ++i) instruments_of_[reading.words[instruments[i].words.first].sentence].push_back(i);
    ties_.head_of.resize(reading.passages.size());
    is_made_.resize(reading.passages.size());
    ties_.shares_first.resize(reading.passages.size());
    ties_.tells_all.resize(reading.passages.size());
  }

  Ties tie() {
    name_by_heading();
    tie_parts();
    tie_members();
    tie_partners();
    std::ranges::stable_sort(made_, {}, &SigningClause::verb);
    date_members();
    clauses_.insert(clauses_.end(), made_.begin(), made_.end());
    std::ranges::stable_sort(clauses_, {}, &SigningClause::verb);
    return std::move(ties_);
  }

 private:
  using Sentences = std::vector<std::uint32_t>;

  std::optional<std::size_t> told_in(std::uint32_t s) const {
    std::optional<std::size_t> noun;
    for (const auto c : clauses_of_[s]) {
      const auto& clause = clauses_[c];
      if (!clause.signs() || !clause.is_told() || clause.is_older || clause.is_general) continue;
      if (clause.form != "noun") return c;
      if (!noun) noun = c;
    }
    return noun;
  }
  bool is_several(std::uint32_t s) const { return tells_several(reading_, clauses_, instruments_, s, clauses_of_[s]); }
  std::optional<std::size_t> instrument_in(std::uint32_t s) const {
    for (const auto i : instruments_of_[s]) {
      const auto& one = instruments_[i];
      if (!one.is_older && !one.is_foreign && !one.is_plural && one.weight >= 1) return i;
    }
    return std::nullopt;
  }
  bool names_body(const WordRange& range) const {
    return std::ranges::any_of(Reading::within(reading_.named, range), [&](const Place& mention) {
      return !reading_.institutions.named[reading_.institution_of(mention)].is_generic;
    });
  }
  bool is_part(std::uint32_t s) const {
    const auto& words = reading_.passages[s].words;
    return !words.empty() && std::ranges::binary_search(parts_, words.first);
  }

  /// « A et B ont renouvelé le 12 mars leur engagement » under « Contrats locaux de santé »: which agreement it is, where
  /// no sentence near it says so.
  void name_by_heading() {
    for (auto& clause : clauses_) {
      const auto s = reading_.words[clause.verb].sentence;
      if (clause.instrument || !clause.signs() || !clause.is_told() || clause.is_older || (is_head(s) && !leads_rows(s))) continue;
      const auto& words = reading_.passages[s].words;
      const bool is_dated = std::ranges::any_of(Reading::within(reading_.days, words), [&](const Place& day) { return reading_.dates.dates[day.number].date.is_exact_day(); });
      const bool says_own = has_own_one(s);
      if (clause.form == "noun" && leads_rows(s)) {
        clause.instrument = plural_of_heading(s);
        continue;
      }
      if (!is_dated && !says_own && clause.tense != Tense::planned) continue;
      if (!says_own && Reading::within(reading_.named, words).size() < 2) continue;
      clause.instrument = says_own ? instrument_before(s) : plural_of_heading(s);
    }
  }
  bool leads_rows(std::uint32_t s) const { return leads_table(reading_, s); }
  std::optional<std::size_t> plural_of_heading(std::uint32_t s) const {
    constexpr std::uint32_t kBelow = 60;
    auto first = s;
    while (first > 0 && s - first < kBelow && reading_.passages[first - 1].section == reading_.passages[s].section) --first;
    for (const auto heading : {first, std::uint32_t{0}}) {
      if (!is_head(heading)) continue;
      for (const auto i : instruments_of_[heading]) {
        if (instruments_[i].is_plural && instruments_[i].weight >= 2 && !instruments_[i].is_foreign && !instruments_[i].is_older) return i;
      }
    }
    return std::nullopt;
  }
  /// What « le sien » stands for: the last one named that is no amendment.
  std::optional<std::size_t> instrument_before(std::uint32_t s) const {
    constexpr std::size_t kBack = 20;
    const auto begin = std::ranges::lower_bound(instruments_, reading_.passages[s].words.first, {}, [](const Instrument& one) { return one.words.first; });
    const auto before = static_cast<std::size_t>(begin - instruments_.begin());
    for (auto i = before; i-- > 0 && before - i < kBack;) {
      const auto& one = instruments_[i];
      if (one.weight >= 1 && one.type != "amendment" && !one.is_foreign) return i;
    }
    return std::nullopt;
  }

  /// The parts of a sentence belong to the one that has the verb.
  void tie_parts() {
    for (std::uint32_t s = 0; s < reading_.passages.size(); ++s) {
      if (s + 1 >= reading_.passages.size() || is_part(s) || !is_part(s + 1)) continue;
      Sentences all{s};
      for (auto next = s + 1; next < reading_.passages.size() && is_part(next); ++next) all.push_back(next);
      auto head = std::ranges::find_if(all, [&](auto one) { return told_in(one) && has_subject(one); });
      if (head == all.end()) head = std::ranges::find_if(all, [&](auto one) { return told_in(one).has_value(); });
      if (head == all.end()) continue;
      Sentences members;
      for (const auto one : all) {
        const bool is_whole = told_in(one) && has_subject(one);
        if (one != *head && !is_whole && (names_body(reading_.passages[one].words) || instrument_in(one))) members.push_back(one);
      }
      bind(*head, members);
      if (is_several(*head)) date_whole(all, *head);
    }
  }
  /// « Deux signatures le 3 octobre : A et B ont signé … ; C et A ont signé … »
  void date_whole(const Sentences& all, std::uint32_t head) {
    std::optional<std::size_t> day;
    for (const auto c : clauses_of_[head]) day = day ? day : clauses_[c].day;
    for (const auto one : all) {
      const auto own = told_in(one);
      if (!own || one == head || clauses_[*own].day || !day) continue;
      clauses_[*own].day = day;
      clauses_[*own].is_member = clauses_[*own].instrument.has_value();
    }
  }

  /// « C a signé … »: a body before the verb of its own.
  bool has_subject(std::uint32_t s) const {
    const auto verb = clauses_[*told_in(s)].verb;
    std::size_t named = 0;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[s].words)) {  // « signé par A et B », « entre A et B »
      const auto relation = relations_[static_cast<std::size_t>(&mention - reading_.named.data())];
      named += relation == Relation::by || relation == Relation::between ? 1 : 0;
    }
    return named >= 2 || std::ranges::any_of(Reading::within(reading_.named, {reading_.passages[s].words.first, verb}), [&](const Place& mention) {
      const auto relation = relations_[static_cast<std::size_t>(&mention - reading_.named.data())];
      return relation == Relation::bare || relation == Relation::of_function;
    });
  }

  void bind(std::uint32_t head, const Sentences& members) {
    const auto clause = told_in(head);
    if (!clause) return;
    if (members.size() >= 2 && (is_several(head) || instruments_of_[head].empty())) ties_.tells_all[head] = true;
    for (const auto one : members) {
      if (is_denied(one)) continue;
      ties_.head_of[one] = head;
      const auto own = told_in(one);
      if (own && is_item(reading_.passages[one]) && leads_partner(one)) {
        clauses_[*own].is_member = true;
        if (!clauses_[*own].day) clauses_[*own].day = clauses_[*clause].day;
      }
      if (!own && !is_made_[one]) make_clause(one, clauses_[*clause]);
      else if (!instrument_in(one)) clauses_[*own].instrument = instrument_of_member(one, clauses_[*clause]);
    }
  }

  /// « celui de C n'est pas concerné »
  bool is_denied(std::uint32_t s) const {
    const auto& words = reading_.passages[s].words;
    return reading_.has_any(words, std::to_array<std::string_view>({"n", "ne"})) && uses_.any(words.first, words.last, "denied");
  }

  /// The signature that a member leaves out.
  void make_clause(std::uint32_t s, const SigningClause& told) {
    const auto& words = reading_.passages[s].words;
    for (const auto c : clauses_of_[s]) {  // « La deuxième unit A et B »
      auto& own = clauses_[c];
      if (own.sense != "bind" && own.sense != "engage") continue;
      own.is_member = true;
      own.tense = told.tense;
      own.instrument = instrument_of_member(s, told);
      if (!own.day) own.day = told.day;
      return;
    }
    SigningClause made = told;
    made.instrument = instrument_of_member(s, told);
    if (!made.instrument) return;
    const auto at = instruments_[*made.instrument].words.first;
    made.verb = words.holds(at) ? at : words.first;
    made.form = "preterite";
    made.sense = told.sense;
    for (auto word = words.first; word < words.last; ++word) {
      if (reading_.words[word].folded.starts_with("renouvel") || reading_.words[word].folded.starts_with("recondu")) made.sense = "renew";
    }
    made.is_member = true;
    if (uses_.any(words.first, words.last, "to_come")) made.tense = Tense::planned;
    made.is_passive = made.is_bare = made.is_reflexive = false;
    const auto days = Reading::within(reading_.days, words);
    if (!days.empty()) made.day = static_cast<std::size_t>(&days.front() - reading_.days.data());
    is_made_[s] = true;
    made_.push_back(std::move(made));
  }
  /// Its own, or one that the sentences behind name, or that of the head.
  std::optional<std::size_t> instrument_of_member(std::uint32_t s, const SigningClause& told) const {
    if (const auto own = instrument_in(s)) return own;
    const auto block = reading_.passages[s].block;
    for (auto next = s + 1; next < reading_.passages.size() && reading_.passages[next].block == block && next < s + 4 && !is_part(next); ++next) {
      const auto& words = reading_.passages[next].words;
      if (words.empty() || leads_member(reading_, words.first, words.last)) break;
      if (const auto behind = instrument_in(next); behind && !is_fragment(next)) return behind;
    }
    return told.instrument;
  }

  /// « La première lie … », « Avec A, une convention … », and items behind a sentence that tells several.
  void tie_members() {
    std::uint32_t head = kNobody;
    Sentences members;
    const auto flush = [&] {
      if (head != kNobody && (members.size() >= 2 || (members.size() == 1 && !is_several(head)))) bind(head, members);
      members.clear();
      head = kNobody;
    };
    for (std::uint32_t s = 0; s < reading_.passages.size(); ++s) {
      const auto& passage = reading_.passages[s];
      if (head != kNobody && ties_.head_of[s] && std::ranges::find(members, *ties_.head_of[s]) != members.end()) {
        members.push_back(s);  // « La première l'a été avec A ; | la seconde avec B »
        continue;
      }
      if (passage.words.empty() || ties_.head_of[s] || ties_.tells_all[s]) continue;
      if (head != kNobody && may_follow(head, s) && is_member(head, s)) {
        members.push_back(s);
        continue;
      }
      if (head != kNobody && s > head + kReach + members.size()) flush();
      if (is_several(s) || leads_items(s)) {
        if (head != kNobody && members.empty() && is_head(head) && is_several(head)) head = kNobody;
        flush();
        head = s;
      }
    }
    flush();
  }
  /// « …, l'une avec A, l'autre avec B. Les deux textes ont été signés le 4 mai »
  void date_members() {
    constexpr std::uint32_t kNear = 3;
    for (std::uint32_t s = 1; s < reading_.passages.size(); ++s) {
      const auto told = told_in(s);
      if (!told || !clauses_[*told].day || ties_.head_of[s] || names_body(reading_.passages[s].words) || !names_papers(s)) continue;
      for (auto before = s; before-- > 0 && before + kNear >= s;) {
        if (!ties_.head_of[before]) continue;
        const auto head = *ties_.head_of[before];
        const auto is_of = [&](const SigningClause& one) { return ties_.head_of[reading_.words[one.verb].sentence] == head && !has_exact_day(one); };
        const auto date = [&](std::vector<SigningClause>& all) {
          auto one = std::ranges::lower_bound(all, reading_.passages[head].words.first, {}, &SigningClause::verb);
          for (; one != all.end() && one->verb < reading_.passages[s].words.first; ++one) {
            if (one->is_member && is_of(*one)) one->day = clauses_[*told].day;
          }
        };
        date(made_);
        date(clauses_);
        ties_.tells_all[s] = true;
        break;
      }
    }
  }
  bool has_exact_day(const SigningClause& one) const {
    return one.day && reading_.dates.dates[reading_.days[*one.day].number].date.is_exact_day();
  }
  bool names_papers(std::uint32_t s) const {
    const auto& words = reading_.passages[s].words;
    return uses_.any(words.first, words.last, "papers") || std::ranges::any_of(instruments_of_[s], [&](auto i) { return instruments_[i].is_plural; }) ||
           reading_.has_any({words.first, std::min(words.first + 3, words.last)}, std::to_array<std::string_view>({"tous", "toutes", "deux"}));
  }

  bool is_head(std::uint32_t s) const {
    return reading_.passages[s].kind == BlockKind::title || reading_.passages[s].kind == BlockKind::heading;
  }
  /// « a signé : », and items that name agreements behind.
  bool leads_items(std::uint32_t s) const {
    const auto& words = reading_.passages[s].words;
    if (!told_in(s) || !reading_.words[words.last - 1].is(":") || s + 1 >= reading_.passages.size()) return false;
    return is_item(reading_.passages[s + 1]) && instrument_in(s + 1).has_value() && !instrument_in(s);
  }
  bool may_follow(std::uint32_t head, std::uint32_t s) const {
    const auto &first = reading_.passages[head], &here = reading_.passages[s];
    if (here.is_quote || here.is_question || here.kind == BlockKind::contact) return false;
    return here.section == first.section || is_head(head) || is_item(here);
  }
  bool is_member(std::uint32_t head, std::uint32_t s) const {
    const auto& passage = reading_.passages[s];
    const auto& words = passage.words;
    if (words.last - words.first > kLongestItem && is_item(passage)) return false;
    const bool names = names_body(words);
    if (leads_member(reading_, words.first, words.last) && (names || instrument_in(s))) return true;
    if (names && is_fragment(s)) return true;
    if (names && !told_in(s) && begins_with_day(s) && is_several(head) && is_list_of_kind(head)) return true;
    if (names && is_item(passage) && is_several(head) && leads_partner(s)) return true;  // « – Avec A, au nom de laquelle X a signé »
    const bool is_listed = is_item(passage) && (is_several(head) || reading_.words[reading_.passages[head].words.last - 1].is(":"));
    if (!is_listed || told_in(s) || (!names && !names_behind(s))) return false;
    const auto own = instrument_in(s);
    return own && instruments_[*own].determiner <= Determiner::indefinite;
  }
  bool leads_partner(std::uint32_t s) const {
    const auto& words = reading_.passages[s].words;
    auto at = words.first;
    while (at < words.last && reading_.words[at].kind == WordKind::mark) ++at;
    return at < words.last && reading_.words[at].is("avec");
  }
  /// « 17 janvier 2024 – A et B » under « Contrats locaux de santé : les signatures du semestre »
  bool begins_with_day(std::uint32_t s) const {
    constexpr std::size_t kNear = 2, kLongest = 40;
    const auto& words = reading_.passages[s].words;
    const auto days = Reading::within(reading_.days, words);
    const auto named = Reading::within(reading_.named, words);
    if (words.last - words.first > kLongest || days.empty() || named.empty() || days.front().words.first > words.first + kNear) return false;
    return named.front().words.first >= days.front().words.last && named.front().words.first <= days.front().words.last + kNear;
  }
  bool is_list_of_kind(std::uint32_t head) const {
    return std::ranges::any_of(instruments_of_[head], [&](auto i) { return instruments_[i].is_plural && instruments_[i].weight >= 1; });
  }
  /// « 1. Convention de coopération », and in the line below « Parties : A, B ».
  bool names_behind(std::uint32_t s) const {
    return s + 1 < reading_.passages.size() && !is_item(reading_.passages[s + 1]) && !is_head(s + 1) &&
           Reading::within(reading_.named, reading_.passages[s + 1].words).size() >= 2;
  }
  /// « Avec A, d'abord. », « Tout d'abord une convention avec A. »: without a verb.
  bool is_fragment(std::uint32_t s) const {
    constexpr std::size_t kLongest = 40;
    const auto& words = reading_.passages[s].words;
    if (told_in(s) || words.last - words.first > kLongest) return false;
    auto at = words.first;
    for (const auto& day : Reading::within(reading_.days, words)) {  // « Lundi 4 mars, convention avec A », « 3 avril : charte … »
      if (day.words.first <= at + 2) at = day.words.last;
    }
    while (at < words.last && (uses_.is(at, "joins") || reading_.words[at].kind == WordKind::mark)) ++at;
    if (at >= words.last || (is_head(s) && at == words.first)) return false;
    if (reading_.words[at].is("avec")) return true;
    const auto own = instrument_in(s);
    return own && instruments_[*own].determiner <= Determiner::indefinite && instruments_[*own].words.first <= at + 3;
  }

  /// « Un contrat sera signé à l'automne avec C » behind « A et B ont signé … »: who signs with C is told before.
  void tie_partners() {
    std::optional<std::uint32_t> last;
    for (std::uint32_t s = 0; s < reading_.passages.size(); ++s) {
      const auto& passage = reading_.passages[s];
      if (passage.words.empty() || passage.is_quote || is_head(s)) continue;
      const auto told = told_in(s);
      if (!told) continue;
      if (last && !ties_.head_of[s] && !ties_.tells_all[s] && reading_.passages[*last].section == passage.section && has_partner_only(s, *last)) {
        ties_.head_of[s] = ties_.head_of[*last].value_or(*last);
        ties_.shares_first[s] = clauses_[*told].tense == Tense::planned;
        continue;
      }
      last = s;
    }
  }
  bool has_partner_only(std::uint32_t s, std::uint32_t before) const {
    const auto own = instrument_in(s);
    if (!own) return has_own_one(s);
    if (instruments_[*own].determiner != Determiner::indefinite) return false;
    if (!names_body(reading_.passages[s].words)) return is_of_other_kind(*own, before);
    std::size_t partners = 0;
    const auto& words = reading_.passages[s].words;
    const auto known = Reading::within(reading_.named, reading_.passages[before].words);
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[s].words)) {
      const auto number = reading_.institution_of(mention);
      if (reading_.institutions.named[number].is_generic) continue;
      const auto relation = relations_[static_cast<std::size_t>(&mention - reading_.named.data())];
      const bool is_by_head = relation == Relation::of_function && reading_.has_any({words.first, mention.words.first}, reading_.lexicon.list("told_together.with"));
      if (relation != Relation::with && !is_by_head) return false;
      if (std::ranges::any_of(known, [&](const Place& one) { return reading_.institution_of(one) == number; })) return false;
      ++partners;
    }
    return partners >= 1;
  }

  /// « a renouvelé le sien »
  bool has_own_one(std::uint32_t s) const {
    const auto& words = reading_.passages[s].words;
    for (auto at = words.first; at + 1 < words.last; ++at) {
      if (is_one_of(reading_.words[at], {"le", "la"}) && uses_.is(at + 1, "own") &&
          (at + 2 >= words.last || reading_.words[at + 2].casing != Casing::lower || uses_.is(at + 2, "behind_own")))
        return true;
    }
    return false;
  }
  /// « Elles ont signé le même jour une charte » behind a convention that names both.
  bool is_of_other_kind(std::size_t instrument, std::uint32_t before) const {
    const auto told = told_in(before);
    if (!told || !clauses_[*told].instrument) return false;
    const auto &one = instruments_[instrument], &other = instruments_[*clauses_[*told].instrument];
    return one.weight >= 2 && other.weight >= 2 && one.type != other.type && !other.is_plural;
  }

  const Reading& reading_;
  WordUses uses_;
  const std::vector<Instrument>& instruments_;
  const std::vector<Relation>& relations_;
  std::span<const std::size_t> parts_;
  std::vector<SigningClause>& clauses_;
  std::vector<SigningClause> made_;
  std::vector<bool> is_made_;  // by sentence
  std::vector<std::vector<std::size_t>> clauses_of_, instruments_of_;
  Ties ties_;
};

}  // namespace

Ties tie_sentences(const Reading& reading, const std::vector<Instrument>& instruments, const std::vector<Relation>& relations,
                   std::span<const std::size_t> parts, std::vector<SigningClause>& clauses) {
  return Tying(reading, instruments, relations, parts, clauses).tie();
}

}  // namespace maillage::documents
