// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/group_mentions.hpp"

#include <algorithm>
#include <charconv>

namespace maillage::documents {
namespace {

constexpr int kMost = 12;
constexpr std::size_t kMostLookedAt = 400;

int number_at(const NameContext& context, std::size_t at) {
  const auto& words = context.words;
  int number = 0;
  if (words[at].kind == WordKind::number) {
    const auto text = words.prose().of(words[at].span);
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
  }
  const auto found = context.lexicon.numbers.at(words, at, at + 1);
  if (!found) return 0;
  const auto& value = context.lexicon.numbers.field(*found.entry, "value");
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

// Those that fit, the nearest before the place first; without them those behind it.
std::vector<std::uint32_t> nearest(const Institutions& institutions, const Span& span, std::string_view categories,
                                   std::size_t count) {
  std::vector<std::uint32_t> found;
  const auto offer = [&](const InstitutionMention& mention) {
    const auto& named = institutions.named[mention.institution];
    const bool fits = categories.empty() ||
                      (" " + std::string(categories) + " ").find(" " + named.category + " ") != std::string::npos;
    if (fits && !named.is_generic && found.size() < count &&
        std::ranges::find(found, mention.institution) == found.end())
      found.push_back(mention.institution);
  };
  const auto here = std::ranges::lower_bound(institutions.mentions, span.begin, {},
                                             [](const InstitutionMention& m) { return m.span.begin; });
  std::size_t looked_at = 0;
  for (auto mention = here;
       mention != institutions.mentions.begin() && found.size() < count && looked_at++ < kMostLookedAt;)
    offer(*--mention);
  std::ranges::reverse(found);
  looked_at = 0;
  for (auto mention = here;
       mention != institutions.mentions.end() && found.size() < count && looked_at++ < kMostLookedAt; ++mention)
    offer(*mention);
  return found;
}

}  // namespace

std::vector<GroupMention> group_mentions(const NameContext& context, const Institutions& institutions) {
  std::vector<GroupMention> groups;
  const auto& words = context.words;
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (!(words[at - 1].is("les") || words[at - 1].is("des") || words[at - 1].is("aux") || words[at - 1].is("ces")))
      continue;
    const auto number = number_at(context, at);
    if (number < 2 || number > kMost) continue;
    auto noun = at + 1;
    if (words[noun].is("autres") || words[noun].is("grands") || words[noun].is("grandes")) continue;
    const auto found = context.lexicon.group_words.at(words, noun, words.of_sentence(words[at].sentence).second);
    if (!found) continue;
    const auto span = words.span_of(at - 1, found.last);
    auto members = nearest(institutions, span, context.lexicon.group_words.field(*found.entry, "categories"),
                           static_cast<std::size_t>(number));
    if (members.size() == static_cast<std::size_t>(number)) groups.push_back({span, std::move(members)});
  }
  return groups;
}

}  // namespace maillage::documents
