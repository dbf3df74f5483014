// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/contract_lists.hpp"

#include <algorithm>
#include <array>

#include "documents/agreements/told_several.hpp"
#include "documents/dates/date_grammar.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLeastRows = 2, kHead = 8, kLongestRow = 30;  // words of a row in which its institution begins


class ListReader {
 public:
  ListReader(const Findings& findings, const AgreementThread& thread)
      : findings_(findings), reading_(findings.reading), thread_(thread) {}

  std::vector<ListedAgreement> read() {
    if (!tells_several()) return {};
    auto rows = read_rows();
    if (rows.size() >= kLeastRows) return rows;
    auto counted = read_counted();
    return counted.size() >= kLeastRows ? std::move(counted) : read_members();
  }

 private:
  /// « deux contrats », « les conventions »: more than one is spoken of.
  bool tells_several() const {
    return std::ranges::any_of(thread_.sentences, [&](std::uint32_t sentence) {
      return std::ranges::any_of(findings_.instruments_of[sentence], [&](std::size_t i) {
        const auto& one = findings_.instruments[i];
        return one.is_plural && !one.is_older && !one.is_foreign;
      }) || each_signs(sentence);
    });
  }
  /// « Chacun a signé un protocole distinct avec A », « … avec chacune des communes suivantes »
  bool each_signs(std::uint32_t sentence) const {
    const auto& words = reading_.passages[sentence].words;
    if (words.empty() || !reading_.has_any(words, reading_.lexicon.list("instruments.of_each"))) return false;
    const bool leads = reading_.words[words.last - 1].is(":");
    return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.signs() && clause.is_told() && !clause.is_older && (leads || reading_.has_any(words, reading_.lexicon.list("instruments.own_one")));
    });
  }

  std::vector<ListedAgreement> read_rows() const {
    std::vector<ListedAgreement> rows, of_section;
    std::size_t items = 0;
    std::uint32_t list = 0;
    const auto close = [&] {  // a list of a section that is no list of agreements
      if (2 * of_section.size() >= items) rows.insert(rows.end(), of_section.begin(), of_section.end());
      of_section.clear();
      items = 0;
    };
    bool leads_rows = false;  // « Territoire, Signataires, Date de signature »
    bool leads_each = false;  // « Chacun a signé sa convention avec A : »
    bool leads_list = false;  // « a signé des conventions avec les communes suivantes : »
    for (const auto sentence : thread_.sentences) {
      const auto& passage = reading_.passages[sentence];
      const auto& section = findings_.section_of[sentence];
      if (passage.words.empty()) continue;
      if (passage.section != list) close();
      list = passage.section;
      if (passage.kind != BlockKind::item)
        leads_list = (signs(sentence) || each_signs(sentence)) && reading_.words[passage.words.last - 1].is(":") && !leads_signers(sentence);
      if (passage.kind != BlockKind::item) leads_each = leads_list && each_signs(sentence);
      // « Communauté A | 8 février 2022 | X, présidente » is a row, « X, présidente de la communauté A » is none.
      const bool is_of_table = names_body_then_day(passage.words) || (leads_rows && is_dated_line(passage));
      leads_rows = leads_rows ? is_dated_line(passage) : leads_table(reading_, sentence);
      const bool is_of_people = !Reading::within(reading_.persons, passage.words).empty() && !is_of_table && !(leads_each && names_body_first(passage.words));
      if ((passage.kind != BlockKind::item && !is_of_table) || is_of_people || section == "themes" || section == "present") continue;
      ++items;
      const auto named = Reading::within(reading_.named, passage.words);
      const bool begins_with_name = !named.empty() && named.front().words.first < passage.words.first + kHead;
      const bool is_dated = !Reading::within(reading_.days, passage.words).empty() ||
                            !Reading::within(reading_.periods, passage.words).empty();
      const bool is_planned = reading_.has_any(passage.words, reading_.lexicon.list("contract_lists.to_come"));
      if (passage.words.last - passage.words.first > kLongestRow || !begins_with_name ||
          (!is_dated && !is_planned && !leads_list))
        continue;
      ListedAgreement row{{}, passage.words, true, is_planned && Reading::within(reading_.days, passage.words).empty()};
      for (const auto& mention : named) {
        const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
        if (mention.words.first < passage.words.first + kHead || relation == Relation::with ||
            relation == Relation::alongside) {
          put(row.parties, reading_.institution_of(mention));
        }
      }
      of_section.push_back(std::move(row));
    }
    close();
    return rows;
  }

  /// « Il a été signé le 16 octobre par treize partenaires : »
  bool leads_signers(std::uint32_t sentence) const {
    const auto& words = reading_.passages[sentence].words;
    return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.signs() && clause.is_passive && reading_.has_any({clause.verb, words.last}, std::to_array<std::string_view>({"par"}));
    });
  }
  bool is_dated_line(const Passage& passage) const {
    return passage.kind != BlockKind::paragraph && passage.words.last - passage.words.first <= kLongestRow &&
           !Reading::within(reading_.named, passage.words).empty() && !Reading::within(reading_.days, passage.words).empty();
  }
  /// « Commune de N : X, maire », « le lycée N, représenté par X »
  bool names_body_first(const WordRange& row) const {
    const auto named = Reading::within(reading_.named, row);
    const auto persons = Reading::within(reading_.persons, row);
    return !named.empty() && named.front().words.first <= row.first + 2 && (persons.empty() || named.front().words.last <= persons.front().words.first);
  }
  bool names_body_then_day(const WordRange& row) const {
    const auto named = Reading::within(reading_.named, row);
    const auto days = Reading::within(reading_.days, row);
    const auto persons = Reading::within(reading_.persons, row);
    if (row.last - row.first > kLongestRow || persons.empty()) return false;
    return !named.empty() && !days.empty() && named.front().words.first <= row.first + 1 &&
           named.front().words.last < days.front().words.first && days.front().words.last <= persons.front().words.first;
  }

  /// « … deux conventions. La première, avec A, porte sur … . La seconde, conclue avec B, … »
  std::vector<ListedAgreement> read_counted() const {
    std::vector<ListedAgreement> members;
    for (const auto sentence : thread_.sentences) {
      const auto& words = reading_.passages[sentence].words;
      if (words.last - words.first < 4 || !std::ranges::count(reading_.lexicon.list("contract_lists.ordinals"), reading_.words[words.first + 1].folded))
        continue;
      for (const auto& mention : Reading::within(reading_.named, words)) {
        const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
        const auto number = reading_.institution_of(mention);
        const bool is_known =
            std::ranges::any_of(members, [&](const ListedAgreement& one) { return one.parties.front() == number; });
        if (relation != Relation::with || is_known || reading_.institutions.named[number].is_generic) continue;
        members.push_back({{number}, words, false, false});
        break;
      }
    }
    return members;
  }

  /// « avec A, la ville de B et, en Vouivre, celle de C »
  bool is_one_of_kind(const WordRange& mention) const {
    for (auto at = mention.first > 2 ? mention.first - 2 : 0; at < mention.last; ++at) {
      if (is_one_of(reading_.words[at], {"celle", "celui"})) return true;
    }
    return false;
  }
  /// The chain behind « avec » of a sentence that signs several: each of it has a contract of its own.
  std::vector<ListedAgreement> read_members() const {
    std::vector<ListedAgreement> best;
    for (const auto sentence : thread_.sentences) {
      if (!signs(sentence)) continue;
      std::vector<ListedAgreement> members;
      const auto mentions = Reading::within(reading_.named, reading_.passages[sentence].words);
      for (const auto& mention : mentions) {
        const auto number = reading_.institution_of(mention);
        const bool is_next = members.size() >= kLeastRows && is_one_of_kind(mention.words);
        if ((findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())] != Relation::with && !is_next) ||
            reading_.institutions.named[number].is_generic)
          continue;
        const bool is_known =
            std::ranges::any_of(members, [&](const ListedAgreement& one) { return one.parties.front() == number; });
        if (!is_known) members.push_back({{number}, mention.words, false, false});
      }
      date_members(members, reading_.passages[sentence].words);
      if (members.size() > best.size()) best = std::move(members);
    }
    if (best.size() < kLeastRows) best.clear();
    return best;
  }
  /// « avec A (16 janvier 2024), B (7 février 2024) et C (21 mars 2024) »: each has the day behind it, where all have one.
  void date_members(std::vector<ListedAgreement>& members, const WordRange& sentence) const {
    for (std::size_t k = 0; k < members.size(); ++k) {
      const auto end = k + 1 < members.size() ? members[k + 1].words.first : sentence.last;
      if (Reading::within(reading_.days, {members[k].words.last, end}).size() != 1) return;
    }
    for (std::size_t k = 0; k < members.size(); ++k) {
      members[k].words.last = k + 1 < members.size() ? members[k + 1].words.first : sentence.last;
      members[k].is_dated = true;
    }
  }
  bool signs(std::uint32_t sentence) const {
    return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      const bool is_several = !clause.instrument || findings_.instruments[*clause.instrument].is_plural;
      return is_several && (clause.signs() || clause.sense == "engage") && clause.is_told() && !clause.is_older;
    });
  }
  static void put(std::vector<std::uint32_t>& into, std::uint32_t number) {
    if (std::ranges::find(into, number) == into.end()) into.push_back(number);
  }

  const Findings& findings_;
  const Reading& reading_;
  const AgreementThread& thread_;
};

}  // namespace

/// « en signant deux textes : », « Double signature … : d'une part »
static bool counts_two_papers(const Findings& findings, const WordRange& range) {
  const auto& reading = findings.reading;
  const WordUses uses(reading.lexicon.several_words, reading.words);
  for (auto at = range.first; at + 1 < range.last; ++at) {
    const bool is_double = uses.is(at, "multiple") || small_number(reading.words, at, reading.lexicon) == 2;
    if (is_double && (uses.is(at + 1, "papers") || reading.words[at + 1].is("signature"))) return true;
  }
  return false;
}

std::optional<std::size_t> second_instrument(const Findings& findings, const AgreementThread& thread) {
  constexpr std::size_t kReach = 16;  // words between the two
  const auto& words = findings.reading.words;
  for (const auto c : thread.anchors) {
    const auto& clause = findings.clauses[c];
    const auto& first = findings.instruments[*clause.instrument];
    const auto sentence = words[clause.verb].sentence;
    if (words[first.words.first].sentence != sentence || first.determiner != Determiner::indefinite) continue;
    for (const auto i : findings.instruments_of[sentence]) {
      const auto& second = findings.instruments[i];
      const auto at = second.words.first;
      const bool are_two = counts_two_papers(findings, {findings.reading.passages[sentence].words.first, first.words.first});
      const bool is_apart = at > first.words.last && at - first.words.last < kReach && at >= 2 && (second.type != first.type || are_two);
      // « une convention et ses annexes, dont un protocole et une charte »: parts of the first
      if (is_apart && findings.reading.has_any({first.words.last, at}, std::to_array<std::string_view>({"dont", "annexe", "annexes"}))) continue;
      if (!is_apart || second.determiner != Determiner::indefinite || second.weight < (are_two ? 1 : 2) || second.is_plural) continue;
      if (second.is_older || second.is_foreign || second.is_planned || !(words[at - 2].is("et") || (words[at - 2].is("part") && words[at - 3].is("autre")))) continue;
      const bool tells_between = std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t other) {
        return findings.clauses[other].verb > first.words.last && findings.clauses[other].verb < at;
      });
      if (!tells_between) return i;
    }
  }
  return std::nullopt;
}

std::vector<ListedAgreement> find_listed_agreements(const Findings& findings, const AgreementThread& thread) {
  return ListReader(findings, thread).read();
}

}  // namespace maillage::documents
