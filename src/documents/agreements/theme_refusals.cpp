// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/theme_refusals.hpp"

#include <algorithm>

namespace maillage::documents {

namespace {

bool is_participle_behind(const Words& words, std::size_t at) {
  auto text = words.text_of(at, at + 1);
  while (text.ends_with('s') || text.ends_with('e')) text.remove_suffix(1);
  return text.ends_with("é") || text.ends_with("i") || text.ends_with("u");
}

}  // namespace

bool holds_a_verb(const ThemeContext& context, const WordRange& member) {
  const auto& words = context.words;
  auto first = member.first;
  while (first < member.last && is_one_of(words[first], {"d", "de", "a"})) ++first;
  if (first >= member.last) return false;
  if (context.uses.is(first, "empty_verb") || context.uses.is(first, "other_ones")) return true;
  if (is_one_of(words[first], {"cette", "cet"})) return true;  // « qui organise cette alliance »: told before
  bool is_relative = false;
  for (auto at = member.first; at < member.last; ++at) {
    is_relative = is_relative || is_one_of(words[at], {"qui", "que", "dont", "("});
    const bool is_passive = words[at].is("ete") && at + 1 < member.last && words[at + 1].casing == Casing::lower && is_participle_behind(words, at + 1);
    if (!is_relative && is_passive) return true;  // « a été signée dans sa nouvelle version »
    if (!is_relative && context.uses.is(at, "sentence_verb") && words[at].casing == Casing::lower) return true;
  }
  return false;
}

bool is_an_agreement(const ThemeContext& context, const WordRange& member) {
  constexpr std::size_t kArticle = 2;
  for (auto at = member.first; at < std::min(member.last, member.first + kArticle); ++at) {
    const auto found = context.reading.lexicon.agreement_types.at(context.words, at, member.last);
    if (found && found.size() > 1 && found.last + 1 >= member.last) return true;
    const bool is_one = at > member.first && is_one_of(context.words[at - 1], {"un", "une"});  // « un accord-cadre de coopération », « une charte »
    if (found && is_one && found.first == at && context.reading.lexicon.agreement_types.field(*found.entry, "type").size() > 0 && found.last + 3 >= member.last) return true;
  }
  return false;
}

bool is_of_a_law(const ThemeContext& context, const WordRange& member) {
  constexpr std::size_t kReach = 20;
  const auto first = context.reading.passage_of(member.first).words.first;
  for (auto at = member.first; at > first && member.first - at < kReach; --at) {
    if (is_one_of(context.words[at - 1], {":", ";"})) return false;
    if (is_one_of(context.words[at - 1], {"loi", "decret", "ordonnance"})) return true;
  }
  return false;
}

bool points_back(const ThemeContext& context, const WordRange& member) {
  const auto& first = context.words[member.first];
  return is_one_of(first, {"celle", "celles", "celui", "ceux"}) && member.first > 0 && context.words[member.first - 1].is(":");
}

bool are_articles_of_contract(const ThemeContext& context, const std::vector<WordRange>& members) {
  const auto found = std::ranges::count_if(members, [&](const WordRange& member) {
    auto first = member.first;
    while (first < member.last && context.words[first].kind != WordKind::word) ++first;
    return first < member.last && context.uses.is(first, "article_of_contract");
  });
  return found >= 2;
}

bool are_figures(const ThemeContext& context, const std::vector<WordRange>& members) {
  const auto counted = std::ranges::count_if(members, [&](const WordRange& member) {
    return context.words[member.first].kind == WordKind::number && member.first + 1 < member.last &&
           !is_one_of(context.words[member.first + 1], {".", ")", "/", "–", "°", ":"});
  });
  return 2 * counted > static_cast<std::ptrdiff_t>(members.size());
}

bool are_paid_projects(const ThemeContext& context, const std::vector<WordRange>& members) {
  const auto& words = context.words;
  const auto first = context.reading.passage_of(members.front().first).words.first;
  const auto lead = first > 0 ? context.reading.passage_of(first - 1).words : WordRange{};
  if (lead.empty() || !words[lead.last - 1].is(":") || !context.noun_in(lead, "actions")) return false;
  return std::ranges::all_of(members, [&](const WordRange& member) {
    const auto sums = Reading::within(context.reading.amounts, member);
    if (sums.empty()) return true;
    const auto sum = sums.front().words.first;
    return sum > member.first + 1 && is_one_of(words[sum - 1], {":", "("});
  });
}

}  // namespace maillage::documents
