// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/theme_leads.hpp"

#include <algorithm>
#include <set>

#include "documents/agreements/running_lists.hpp"
#include "documents/agreements/theme_refusals.hpp"
#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestLead = 9, kLeastTold = 4, kLongestMember = 14, kLongestSentence = 300;  // words

class LeadReader {
 public:
  explicit LeadReader(const ThemeContext& context)
      : context_(context), reading_(context.reading), words_(context.words), uses_(context.uses) {}

  std::vector<ThemeCandidate> read() {
    std::set<std::uint32_t> read_sections;
    for (const auto sentence : context_.sentences) {
      const auto& passage = reading_.passages[sentence];
      if (passage.words.empty() || passage.kind == BlockKind::contact || passage.is_quote || context_.is_elsewhere(sentence)) continue;
      if (passage.kind == BlockKind::paragraph && read_sections.insert(passage.section).second) read_paragraphs(sentence);
      if (passage.words.last - passage.words.first > kLongestSentence) continue;
      read_among(sentence);
      read_one_of(sentence);
      read_counted(sentence);
    }
    return std::move(candidates_);
  }

 private:
  void offer(std::vector<WordRange> members, double weight, const char* rule, std::size_t least) {
    if (members.size() >= least) candidates_.push_back({std::move(members), weight, rule, least});
  }

  /// « La recherche. Deux laboratoires … », « Le logement – Deux cents chambres … »: what a paragraph begins with, where
  /// more is told behind it.
  WordRange lead_of(std::uint32_t sentence) const {
    const auto& words = reading_.passages[sentence].words;
    const auto block = reading_.passages[sentence].block;
    const auto reach = std::min(words.last, words.first + kLongestLead + 1);
    auto last = words.first;
    while (last < reach && words_[last].kind == WordKind::word) ++last;
    if (last == words.first || last >= words.last || last == reach) return {};
    const bool is_marked = is_one_of(words_[last], {"–", "—", ":"}) && words.last > last + kLeastTold;
    const bool is_sentence = words_[last].is(".") && last + 1 == words.last && sentence + std::size_t{1} < reading_.passages.size() &&
                             reading_.passages[sentence + 1].block == block;
    const WordRange lead{words.first, last};
    const bool is_noun = (is_marked || is_sentence) && !holds_a_verb(context_, lead) &&
                         context_.findings.clauses_of[sentence].empty() && Reading::within(reading_.persons, lead).empty() &&
                         Reading::within(reading_.named, lead).empty() && Reading::within(reading_.days, lead).empty();
    const bool has_verb = uses_.any(lead.first, lead.last, "finite") || uses_.any(lead.first, lead.last, "being");
    return is_noun && !has_verb ? lead : WordRange{};
  }

  /// Paragraphs of one section, each with its lead, under a heading of themes or behind a sentence that counts them.
  void read_paragraphs(std::uint32_t sentence) {
    const auto section = reading_.passages[sentence].section;
    std::vector<WordRange> leads;
    std::size_t paragraphs = 0;
    bool is_announced = context_.findings.section_of[sentence] == "themes", is_counted = false;
    auto before = sentence;
    while (before > 0 && reading_.passages[before - 1].section == section) --before;
    for (auto s = before; s < reading_.passages.size() && reading_.passages[s].section == section; ++s) {
      const auto& here = reading_.passages[s];
      if (here.words.empty()) continue;
      const bool begins = s == 0 || reading_.passages[s - 1].block != here.block;
      const bool is_heading = here.kind == BlockKind::heading || here.kind == BlockKind::title;
      if (leads.empty() && (is_heading || here.kind == BlockKind::paragraph)) {
        is_announced = is_announced || context_.noun_in(here.words).has_value();
      }
      if (here.kind != BlockKind::paragraph || !begins) continue;
      const auto lead = lead_of(s);
      if (lead.empty() && !leads.empty()) break;
      if (lead.empty()) continue;
      if (tells_signature(here.block, s)) return;  // « Cher – La communauté X a signé … »
      leads.push_back(lead);
      ++paragraphs;
    }
    for (auto s = before; s < sentence + 1 && !leads.empty(); ++s) is_counted = is_counted || says_count(s, leads.size());
    if (paragraphs < 2 || !(is_announced || is_counted || paragraphs > 2)) return;
    offer(std::move(leads), is_announced || is_counted ? .86 : .55, "leads_of_paragraphs", 2);
  }
  bool tells_signature(std::size_t block, std::uint32_t sentence) const {
    for (auto s = sentence; s < reading_.passages.size() && reading_.passages[s].block == block; ++s) {
      const auto& clauses = context_.findings.clauses_of[s];
      if (std::ranges::any_of(clauses, [&](std::size_t c) { return context_.findings.clauses[c].signs(); })) return true;
    }
    return false;
  }
  bool says_count(std::uint32_t sentence, std::size_t count) const {
    const auto& range = reading_.passages[sentence].words;
    for (auto at = range.first; at < range.last; ++at) {
      const auto number = small_number(words_, at, reading_.lexicon);
      if (number && static_cast<std::size_t>(*number) == count) return true;
    }
    return false;
  }

  /// Do axes, priorities … stand in the words before, of this sentence or the one before it?
  bool follows_noun(std::uint32_t sentence, std::size_t at) const {
    const auto& here = reading_.passages[sentence];
    if (context_.noun_in({here.words.first, at})) return true;
    return sentence > 0 && reading_.passages[sentence - 1].section == here.section && context_.noun_in(reading_.passages[sentence - 1].words);
  }
  /// « Parmi eux, la prévention, la promotion de la santé et l'accès aux soins »
  void read_among(std::uint32_t sentence) {
    const auto& range = reading_.passages[sentence].words;
    for (auto at = range.first; at + 3 < range.last; ++at) {
      const bool is_among = words_[at].is("parmi") && is_one_of(words_[at + 1], {"eux", "elles", "ceux", "celles"}) && is_one_of(words_[at + 2], {",", ":"});
      if (!is_among || !follows_noun(sentence, at)) continue;
      offer(list_members(words_, reading_.lexicon, {at + 3, range.last}), .8, "among_them", 2);
      return;
    }
  }
  /// « L'un d'eux est consacré à la santé mentale », « L'une d'elles porte sur l'accueil »
  void read_one_of(std::uint32_t sentence) {
    const auto& range = reading_.passages[sentence].words;
    constexpr std::size_t kReach = 5;
    for (auto at = range.first; at + 5 < range.last; ++at) {
      const bool is_one = is_one_of(words_[at], {"un", "une"}) && words_[at + 1].is("d") && is_one_of(words_[at + 2], {"eux", "elles", "entre"});
      if (!is_one || !follows_noun(sentence, at)) continue;
      for (auto verb = at + 3; verb < std::min(range.last, at + 3 + kReach); ++verb) {
        const bool leads = is_one_of(words_[verb], {"a", "au", "aux", "sur"}) || words_[verb].is("concerne") || words_[verb].is("vise");
        if (!leads) continue;
        auto last = verb + 1;
        while (last < std::min(range.last, verb + 1 + kLongestMember) && words_[last].kind == WordKind::word && !is_one_of(words_[last], {"qui", "que", "dont"})) ++last;
        offer({{verb + 1, last}}, .56, "one_of_them", 1);
        return;
      }
    }
  }
  /// « Recherche, formation, vie étudiante : trois terrains sont ouverts »
  void read_counted(std::uint32_t sentence) {
    const auto& range = reading_.passages[sentence].words;
    for (auto at = range.first + 3; at + 1 < range.last; ++at) {
      if (!words_[at].is(":")) continue;
      const auto number = small_number(words_, at + 1, reading_.lexicon);
      auto members = list_members(words_, reading_.lexicon, {range.first, at});
      const bool counts_bodies = at + 3 < range.last && (reading_.lexicon.group_words.at(words_, at + 2, range.last) || reading_.lexicon.body_words.at(words_, at + 2, range.last));  // « Soigner, former : deux hôpitaux s'engagent »
      if (number && *number >= 2 && static_cast<std::size_t>(*number) == members.size() && !counts_bodies && !tells_before(sentence, at))
        offer(std::move(members), .8, "counted_behind_the_list", 2);
      return;
    }
  }

  bool tells_before(std::uint32_t sentence, std::size_t at) const {
    return std::ranges::any_of(context_.findings.clauses_of[sentence], [&](std::size_t c) { return context_.findings.clauses[c].verb < at; });
  }

  const ThemeContext& context_;
  const Reading& reading_;
  const Words& words_;
  const WordUses& uses_;
  std::vector<ThemeCandidate> candidates_;
};

}  // namespace

std::vector<ThemeCandidate> theme_leads(const ThemeContext& context) { return LeadReader(context).read(); }

}  // namespace maillage::documents
