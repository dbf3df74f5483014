// SPDX-License-Identifier: Apache-2.0
#include "documents/people/person_contexts.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kReach = 12;         // words between « représentée par » and who does
constexpr std::size_t kLabel = 6;          // words of « Contact presse : »
constexpr std::size_t kBlocksAbove = 12;   // lines of a section of contacts
constexpr std::uint32_t kShortBlock = 200;  // bytes of a block of contacts

bool says_contact(const Words& words, const Lexicon& lexicon, std::size_t first, std::size_t last) {
  for (auto at = first; at < last; ++at) {
    const auto found = lexicon.section_words.at(words, at, last);
    if (found && lexicon.section_words.field(*found.entry, "section") == "contact") return true;
  }
  return false;
}

/// « 01 23 45 … »: five numbers of two digits; or the sign of an address.
bool has_number_or_address(const Words& words, std::size_t first, std::size_t last) {
  int run = 0;
  for (auto at = first; at < last; ++at) {
    if (words[at].is("@")) return true;
    const bool is_pair = words[at].kind == WordKind::number && words[at].folded.size() == 2;
    const bool is_dot = words[at].is(".") && run > 0;
    run = is_pair ? run + 1 : is_dot ? run : 0;
    if (run == 5) return true;
  }
  return false;
}

class Standing {
 public:
  Standing(const Words& words, const PersonCandidates& candidates, const std::vector<std::size_t>& names, People& people)
      : words_(words), candidates_(candidates), names_(names), people_(people) {}

  void tell() {
    for (std::size_t m = 1; m < people_.mentions.size(); ++m) {
      const auto& before = candidates_.names()[names_[m - 1]];
      const auto& name = candidates_.names()[names_[m]];
      if (words_[before.first].sentence != words_[name.first].sentence) continue;
      const auto one = people_.mentions[m - 1].person, other = people_.mentions[m].person;
      if (one == other) continue;
      const auto first = before.last, last = name.lead;
      if (acts_in_name_of(names_[m], first) || says(first, last, {"representant"}, 1) || leads_over_title(first, last) || says(first, last, {"absence"}, kReach) || says(first, last, {"lieu", "et", "place"}, kReach)) {
        put(one, other);
      } else if (is_passive(first, last) || is_stood_for(names_[m - 1])) {
        put(other, one);
      }
    }
  }

 private:
  void put(std::uint32_t who, std::uint32_t whom) {
    if (!people_.named[who].represents) people_.named[who].represents = whom;
  }
  /// Do these words follow each other, at most `reach` words before the last?
  bool says(std::size_t first, std::size_t last, std::initializer_list<std::string_view> said, std::size_t reach) const {
    for (auto at = last > first + reach + said.size() ? last - reach - said.size() : first; at + said.size() <= last; ++at) {
      auto word = at;
      if (std::ranges::all_of(said, [&](std::string_view text) { return words_[word++].is(text); })) return true;
    }
    return false;
  }
  /// « X, au nom de la rectrice Y »
  bool acts_in_name_of(std::size_t whom, std::size_t first) const {
    return std::ranges::any_of(candidates_.functions_of(whom), [&](const BoundFunction& bound) {
      const auto& phrase = candidates_.phrases()[bound.phrase];
      if (!phrase.is_stood_for || phrase.first < first || phrase.first > candidates_.names()[whom].first) return false;
      const auto lead = phrase.lead;
      return says(first, lead + 1, {"nom", "de"}, 2) || says(first, lead + 1, {"nom", "du"}, 2);
    });
  }
  /// « X, représentant le directeur général Y »
  bool leads_over_title(std::size_t first, std::size_t last) const {
    for (auto at = last; at > first && last - at < kReach && words_[at - 1].kind == WordKind::word; --at) {
      if (words_[at - 1].is("representant")) return true;
    }
    return false;
  }
  bool is_passive(std::size_t first, std::size_t last) const {
    if (last - first > kReach + 20) return false;
    for (auto at = first; at + 1 < last; ++at) {
      const auto word = words_[at].folded;
      if (word == ";") return false;  // « X représentait A ; B était représentée par Y »
      const bool is_participle = word == "represente" || word == "representee" || word == "supplee" || word == "remplace" || word == "remplacee";
      if (is_participle && words_[at + 1].is("par") && last - at < kReach) return !follows_body(first, at);
    }
    return false;
  }
  /// « avec l'école de A, représentée par Y »: the school is, nobody before it.
  bool follows_body(std::size_t first, std::size_t participle) const {
    auto at = participle;
    while (at > first && (words_[at - 1].kind == WordKind::mark || words_[at - 1].is("est") || words_[at - 1].is("etait"))) --at;
    if (at == first || candidates_.reader().mention_of(at - 1) == NameReader::kNoMention) return false;
    // « X, président de l'école de A, représenté par Y »: X is
    auto lead = at - 1;
    while (lead > first && candidates_.reader().mention_of(lead - 1) == candidates_.reader().mention_of(at - 1)) --lead;
    while (lead > first && (words_[lead - 1].is("la") || words_[lead - 1].is("l") || words_[lead - 1].is("le"))) --lead;
    const bool is_of_function = lead > first && (words_[lead - 1].is("de") || words_[lead - 1].is("du") || words_[lead - 1].is("d"));
    return !is_of_function;
  }
  bool is_stood_for(std::size_t name) const {
    return std::ranges::any_of(candidates_.functions_of(name), [&](const BoundFunction& bound) {
      const auto& phrase = candidates_.phrases()[bound.phrase];
      return phrase.is_stood_for && phrase.first < candidates_.names()[name].first;
    });
  }

  const Words& words_;
  const PersonCandidates& candidates_;
  const std::vector<std::size_t>& names_;
  People& people_;
};

}  // namespace

bool is_press_contact(const Words& words, const Lexicon& lexicon, const PersonCandidates& candidates, std::size_t number) {
  const auto& name = candidates.names()[number];
  const auto& prose = words.prose();
  const auto place = prose.block_at(words[name.first].span.begin);
  const auto& block = prose.blocks[place];
  if (block.kind == BlockKind::contact) return true;
  for (const auto& bound : candidates.functions_of(number)) {
    const auto& phrase = candidates.phrases()[bound.phrase];
    if (phrase.rank == "contact" && !words[phrase.first].folded.starts_with("direct")) return true;
  }
  const auto first = words.first_from(block.span.begin);
  const auto last = std::min(words.first_from(block.span.end), words.size());
  const auto label = std::min(first + kLabel, name.lead);
  const auto near = std::max(label, name.lead > kReach ? name.lead - kReach : 0);
  if (says_contact(words, lexicon, first, label) || says_contact(words, lexicon, near, name.lead)) return true;
  if (block.span.end - block.span.begin < kShortBlock && has_number_or_address(words, name.last, last)) return true;
  // Under a heading « Contacts presse ».
  for (auto above = place; above-- > 0 && place - above < kBlocksAbove && prose.blocks[above].section == block.section;) {
    const auto& heading = prose.blocks[above];
    if (heading.kind != BlockKind::heading && heading.kind != BlockKind::contact) continue;
    const auto begin = words.first_from(heading.span.begin);
    return says_contact(words, lexicon, begin, std::min(begin + 4, words.first_from(heading.span.end)));
  }
  return false;
}

void tell_who_acts_for_whom(const Words& words, const PersonCandidates& candidates, const std::vector<std::size_t>& names, People& people) {
  Standing(words, candidates, names, people).tell();
}

}  // namespace maillage::documents
