// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/pronoun_names.hpp"

#include <algorithm>
#include <array>

#include "documents/institutions/coordinated_names.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostBack = 40;  // words between a head and the pronoun

bool is_territorial(std::string_view category) {
  return is_one_of(category, {"chamber", "commune", "department", "health_agency", "hospital", "intermunicipal", "region",
                              "research_body", "school", "social_fund", "state_service", "university"});
}

// By the article before it, else by how the noun ends.
bool is_feminine(const NameContext& context, std::size_t head) {
  static constexpr auto kEndings = std::to_array<std::string_view>(
      {"te", "ion", "ure", "ole", "oles", "ille", "une", "nce", "isse", "mbre", "mie", "tes", "ions", "ures", "illes", "unes"});
  if (head > 0 && is_one_of(context.words[head - 1].folded, {"la", "une"})) return true;
  if (head > 0 && is_one_of(context.words[head - 1].folded, {"le", "du", "au", "un"})) return false;
  const auto noun = context.words[head].folded;
  return std::ranges::any_of(kEndings, [&](auto ending) { return noun.ends_with(ending); });
}

// « école nationale supérieure d'architecture » of « écoles nationales supérieures d'architecture en France »: the head
// with what its bodies do.
std::string whole_head(const NameContext& context, const InstitutionHeads::Found& head, std::size_t first,
                       std::size_t end) {
  const auto tail = name_tail(context, first, head.last, end, head.head->category);
  auto last = head.last;
  for (auto at = head.last; at < tail.last; ++at) {
    const auto& word = context.words[at];
    if (word.kind != WordKind::word || word.is_capital()) break;
    if (at == head.last && context.signs.link_end(at, end) == at) break;  // « communautés de communes voisines »
    if (!is_one_of(word.folded, {"de", "d", "du", "des", "la", "le", "les", "l", "en", "a"})) last = at + 1;
  }
  if (last == head.last) return head.head->singular;
  return head.head->singular + (context.words[head.last].joined == '\'' ? "'" : " ") +
         std::string(context.words.text_of(head.last, last));
}

// A function nearer than the head is what the pronoun stands for: « le maire de Lorval et celui d'Arvenne ».
bool has_function(const NameContext& context, std::size_t first, std::size_t last) {
  for (auto at = first; at < last; ++at) {
    if (context.lexicon.functions.at(context.words, at, last)) return true;
  }
  return false;
}

}  // namespace

std::vector<FoundName> pronoun_names(const NameContext& context, std::size_t at, std::size_t end,
                                     const std::vector<FoundName>& names) {
  const auto& words = context.words;
  // « la chambre de N et ses homologues de M et de P », of either gender; « le maire et son homologue » are people
  const bool is_alike = at > 0 && is_one_of(words[at].folded, {"homologue", "homologues"}) && is_one_of(words[at - 1].folded, {"ses", "son", "sa", "leurs", "leur"});
  const bool is_many = is_alike ? words[at].folded.ends_with('s') : is_one_of(words[at].folded, {"celles", "ceux"});
  if (!is_many && !is_alike && !is_one_of(words[at].folded, {"celle", "celui"})) return {};
  if (at + 1 >= end || !is_one_of(words[at + 1].folded, {"de", "d", "du", "des"})) return {};
  const bool is_for_women = words[at].folded.starts_with("celle");
  for (auto one = names.rbegin(); one != names.rend() && at - one->first <= kMostBack; ++one) {
    if (one->head_last <= one->first || one->first >= at || !is_territorial(one->category)) continue;
    if (words[one->first].sentence != words[at].sentence) break;
    auto head = context.heads.at(words, one->first, end);
    if (!head || head.is_acronym || (!is_alike && is_feminine(context, one->first) != is_for_women)) continue;
    if (is_many && !is_alike && !head.is_plural) continue;
    constexpr std::size_t kFunction = 5;
    if (is_alike && has_function(context, one->first > kFunction ? one->first - kFunction : 0, one->first)) return {};
    const bool is_at_once = one->last + 1 == at;  // « une université, celle de Lorval »
    if (!head.is_plural && !is_at_once && !is_alike && one->strength != NameStrength::full && one->strength != NameStrength::plain) continue;
    if (has_function(context, one->last, at)) return {};
    const auto singular = whole_head(context, head, one->first, end);
    head.last = at + 1;
    head.is_plural = is_many;
    return coordinated_names(context, at, head, end, singular);
  }
  return {};
}

}  // namespace maillage::documents
