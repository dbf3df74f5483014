// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/bilateral_agreements.hpp"

#include <algorithm>
#include <optional>

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
