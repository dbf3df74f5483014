// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/bilateral_agreements.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLeast = 2;  // agreements

class BilateralReader {
 public:
  BilateralReader(const Findings& findings, const AgreementThread& thread, const std::vector<ReadParty>& parties)
      : findings_(findings), reading_(findings.reading), thread_(thread), parties_(parties) {}

  std::vector<ListedAgreement> read() const {
    for (const auto sentence : thread_.sentences) {
      auto members = one_and_other(reading_.passages[sentence].words);
      if (members.size() >= kLeast) return members;
    }
    for (const auto sentence : thread_.sentences) {
      if (says_bilateral(sentence)) return with_each(sentence);
    }
    for (const auto c : thread_.anchors) {
      if (auto members = as_many_as_others(findings_.clauses[c]); members.size() >= kLeast) return members;
      if (auto members = with_each_of(findings_.clauses[c]); members.size() >= kLeast) return members;
      if (auto members = by_each_of(findings_.clauses[c]); members.size() >= kLeast) return members;
    }
    return {};
  }

 private:
  bool is_generic(std::uint32_t number) const { return reading_.institutions.named[number].is_generic; }

  /// « deux conventions …, l'une avec A, l'autre avec B »
  std::vector<ListedAgreement> one_and_other(const WordRange& words) const {
    constexpr std::size_t kNear = 4;
    std::vector<ListedAgreement> members;
    for (auto at = words.first; at + 2 < words.last; ++at) {
      const bool leads = (reading_.words[at].is("une") || reading_.words[at].is("un") || reading_.words[at].is("autre") || reading_.words[at].is("troisieme")) &&
                         (reading_.words[at + 1].is("avec") || (reading_.words[at + 2].is("avec") && reading_.words[at + 1].casing == Casing::lower));
      const bool is_pronoun = at > words.first && (reading_.words[at - 1].is("l") || reading_.words[at - 1].is("la"));
      if (!leads || !is_pronoun) continue;
      const auto named = Reading::within(reading_.named, {at, std::min(at + 2 + kNear, words.last)});
      if (named.empty() || is_generic(reading_.institution_of(named.front()))) return {};
      members.push_back({{reading_.institution_of(named.front())}, named.front().words, false, false});
    }
    const bool is_one_twice = members.size() >= kLeast && members[0].parties == members[1].parties;
    return is_one_twice ? std::vector<ListedAgreement>() : members;
  }

  /// « A a signé une convention avec chacun des quatre hôpitaux »: those that the sentence names behind, or else the lines of
  /// a list or a table, as many as it says.
  std::vector<ListedAgreement> with_each_of(const SigningClause& clause) const {
    const auto& words = reading_.passage_of(clause.verb).words;
    const auto each = each_in(words);
    const auto hub = hub_of(words, each);
    if (!clause.signs() || clause.is_older || each == words.last || !hub) return {};
    std::vector<ListedAgreement> members;
    for (const auto& mention : Reading::within(reading_.named, {each, words.last})) {
      const auto number = reading_.institution_of(mention);
      if (!is_generic(number) && number != *hub) members.push_back({{number}, mention.words, false, false});
    }
    if (members.size() >= kLeast) return members;
    const auto count = each + 2 < words.last ? small_number(reading_.words, each + 2, reading_.lexicon) : std::nullopt;
    for (std::uint32_t s = reading_.words[clause.verb].sentence + 1; s < reading_.passages.size(); ++s) {
      auto lines = lines_from(s, *hub);
      const bool is_meant = count ? lines.size() == static_cast<std::size_t>(*count) : lines.size() >= kLeast;
      if (is_meant) return lines;
    }
    return {};
  }
  /// « Quatre conventions ont été signées entre A et les hôpitaux de B, C, D et E »: as many as A has before it.
  std::vector<ListedAgreement> as_many_as_others(const SigningClause& clause) const {
    constexpr std::size_t kNear = 2;
    if (!clause.signs() || clause.is_older || !clause.instrument) return {};
    const auto& instrument = findings_.instruments[*clause.instrument];
    if (!instrument.count || static_cast<std::size_t>(*instrument.count) + 1 != parties_.size()) return {};
    std::vector<const Place*> between;
    for (const auto& mention : Reading::within(reading_.named, reading_.passage_of(clause.verb).words)) {
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      if (relation == Relation::between && is_party(reading_.institution_of(mention))) between.push_back(&mention);
    }
    if (between.size() != parties_.size()) return {};
    const auto behind = between.front()->words.last;
    const bool sets_apart = behind + kNear < between[1]->words.last && is_one_of(reading_.words[behind], {"et"}) && is_one_of(reading_.words[behind + 1], {"les", "ses"});
    std::vector<ListedAgreement> members;
    for (std::size_t i = 1; i < between.size() && sets_apart; ++i) members.push_back({{reading_.institution_of(*between[i])}, between[i]->words, false, false});
    return members;
  }
  /// « Les villes de A et de B ont chacune signé un contrat avec C »
  std::vector<ListedAgreement> by_each_of(const SigningClause& clause) const {
    constexpr std::size_t kNear = 4;
    const auto& words = reading_.passage_of(clause.verb).words;
    if (!clause.signs() || clause.is_older || clause.is_passive || !clause.instrument || findings_.instruments[*clause.instrument].is_plural) return {};
    const auto from = clause.verb > words.first + kNear ? clause.verb - kNear : words.first;
    if (!reading_.has_any({from, std::min(clause.verb + 3, words.last)}, reading_.lexicon.list("bilateral_agreements.each"))) return {};
    const auto behind = Reading::within(reading_.named, {clause.verb, words.last});
    const bool has_partner = std::ranges::any_of(behind, [&](const Place& mention) {
      return findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())] == Relation::with && is_party(reading_.institution_of(mention));
    });
    if (!has_partner) return {};
    std::vector<ListedAgreement> members;
    for (const auto& mention : Reading::within(reading_.named, {words.first, clause.verb})) {
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      const auto number = reading_.institution_of(mention);
      if ((relation == Relation::bare || relation == Relation::of_function) && !is_generic(number)) members.push_back({{number}, mention.words, false, false});
    }
    return members;
  }
  /// « avec chacun de », « à chacune des », « et chacun des »; the end of the sentence where there is none
  std::size_t each_in(const WordRange& words) const {
    for (auto at = words.first + 1; at + 1 < words.last; ++at) {
      const bool leads = is_one_of(reading_.words[at - 1], reading_.lexicon.list("bilateral_agreements.before_each"));
      if (leads && is_one_of(reading_.words[at], reading_.lexicon.list("bilateral_agreements.each")) && is_one_of(reading_.words[at + 1], reading_.lexicon.list("bilateral_agreements.of"))) return at;
    }
    return words.last;
  }
  /// The party that has one with each of them.
  std::optional<std::uint32_t> hub_of(const WordRange& words, std::size_t each) const {
    for (const auto& mention : Reading::within(reading_.named, {words.first, each})) {
      if (is_party(reading_.institution_of(mention))) return reading_.institution_of(mention);
    }
    const bool has_pronoun = reading_.has_any({words.first, each}, std::to_array<std::string_view>({"il", "elle"}));
    return has_pronoun ? acting_before(words.first) : std::nullopt;
  }
  /// « Le CHU et ses voisins ont tout revu. Il a signé une convention avec chacun des … »: whom the sentence before names first.
  std::optional<std::uint32_t> acting_before(std::size_t first) const {
    const auto sentence = reading_.words[first].sentence;
    if (sentence == 0 || reading_.passages[sentence - 1].section != reading_.passages[sentence].section) return std::nullopt;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[sentence - 1].words)) {
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      if (relation == Relation::bare && is_party(reading_.institution_of(mention))) return reading_.institution_of(mention);
    }
    return std::nullopt;
  }
  /// « Centre hospitalier de N, GHT de la Vouivre »: the group of hospitals that the first one stands for, no body of its own.
  bool is_group_behind(const Place& mention, const ListedAgreement& line) const {
    const auto& word = reading_.words[mention.words.first];
    return !line.parties.empty() && (word.is("ght") || word.is("groupement"));
  }
  /// Lines of a list or a table that each name others than the hub; a head of columns may stand over them.
  std::vector<ListedAgreement> lines_from(std::uint32_t first, std::uint32_t hub) const {
    std::vector<ListedAgreement> lines;
    const auto is_line = [&](const Passage& passage) {  // short tables are taken for titles
      return !passage.words.empty() && passage.kind <= BlockKind::item && passage.kind != BlockKind::paragraph;
    };
    for (auto s = first; s < reading_.passages.size() && is_line(reading_.passages[s]); ++s) {
      ListedAgreement line{{}, reading_.passages[s].words, true, false};
      for (const auto& mention : Reading::within(reading_.named, line.words)) {
        const auto number = reading_.institution_of(mention);
        if (is_group_behind(mention, line)) break;
        if (!is_generic(number) && number != hub && std::ranges::count(line.parties, number) == 0) line.parties.push_back(number);
      }
      if (line.parties.empty()) break;
      lines.push_back(std::move(line));
    }
    return lines;
  }

  bool says_bilateral(std::uint32_t sentence) const {
    const auto& words = reading_.passages[sentence].words;
    const bool is_told = std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.signs() && clause.is_told() && !clause.is_older;
    });
    const auto kind = reading_.passages[sentence].kind;
    if (!is_told && kind != BlockKind::title && kind != BlockKind::heading) return false;
    return std::ranges::any_of(findings_.instruments_of[sentence], [&](std::size_t i) {
      const auto& one = findings_.instruments[i];
      const bool is_meant = one.is_plural && !one.is_older && !one.is_foreign;
      return is_meant && reading_.has_any({one.words.first, std::min(one.words.last + 2, words.last)}, reading_.lexicon.list("bilateral_agreements.bilateral"));
    });
  }

  bool is_party(std::uint32_t number) const {
    return std::ranges::any_of(parties_, [&](const ReadParty& party) { return party.institution == number; });
  }

  /// The party that the sentence names first has one with each of the others.
  std::vector<ListedAgreement> with_each(std::uint32_t sentence) const {
    std::optional<std::uint32_t> hub;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[sentence].words)) {
      if (!hub && is_party(reading_.institution_of(mention))) hub = reading_.institution_of(mention);
    }
    std::vector<ListedAgreement> members;
    for (const auto& party : parties_) {
      if (!hub || party.institution == *hub) continue;
      const auto first = reading_.words.first_from(party.span.begin);
      members.push_back({{party.institution}, {first, first + 1}, false, false});
    }
    if (members.size() < kLeast) members.clear();
    return members;
  }

  const Findings& findings_;
  const Reading& reading_;
  const AgreementThread& thread_;
  const std::vector<ReadParty>& parties_;
};

}  // namespace

std::vector<ListedAgreement> find_bilateral_agreements(const Findings& findings, const AgreementThread& thread,
                                                       const std::vector<ReadParty>& parties) {
  return BilateralReader(findings, thread, parties).read();
}

}  // namespace maillage::documents
