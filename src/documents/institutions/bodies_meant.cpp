// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/bodies_meant.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "names/name_index.hpp"

namespace maillage::documents {

std::optional<std::size_t> body_of_demonym(const NameContext& context, const std::vector<Body>& bodies, const FoundName& found, const NameKey& key) {
  constexpr std::size_t kLeast = 4, kShortest = 6, kMost = 400;  // letters; bodies
  if (found.last >= context.words.size() || context.words[found.last].joined != ' ' || context.words[found.last].casing != Casing::lower ||
      key.empty())
    return std::nullopt;
  const auto adjective = context.words[found.last].folded;
  static constexpr auto kEndings = std::to_array<std::string_view>(
      {"ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "een",  "eenne", "in",  "ine",
       "on",  "onne", "ard", "arde", "ot",  "ote",   "eau", "elle", "ique", "and",   "ande"});
  const bool is_demonym = adjective.size() >= kShortest && std::ranges::any_of(kEndings, [&](std::string_view ending) {
                            return adjective.ends_with(ending);
                          });
  if (!is_demonym) return std::nullopt;
  std::optional<std::size_t> only;
  for (std::size_t b = 0; b < std::min(bodies.size(), kMost); ++b) {
    const auto& one = bodies[b];
    if (one.category != found.category || one.key.empty() || one.key[0] != key[0]) continue;
    const auto is_place = [&](const std::string& part) {
      std::size_t same = 0;
      while (same < part.size() && same < adjective.size() && part[same] == adjective[same]) ++same;
      return same >= kLeast && same + 2 >= part.size() && part != key[0];
    };
    if (std::none_of(one.key.begin() + 1, one.key.end(), is_place)) continue;
    if (only) return std::nullopt;
    only = b;
  }
  return only;
}

std::optional<std::size_t> house_of_such(const NameContext& context, const std::vector<FoundName>& names, const std::vector<Body>& bodies, const FoundName& found, std::string_view word) {
  const auto head = folded(context.words.text_of(found.first, found.head_last));
  const bool is_chu = is_one_of(word, {"chu", "chru"}) || head == "centre hospitalier universitaire";
  const bool is_clcc = word == "clcc" || head.ends_with("de lutte contre le cancer");
  if (!is_chu && !is_clcc) return std::nullopt;
  std::optional<std::size_t> only;
  for (std::size_t b = 0; b < bodies.size(); ++b) {
    const auto& key = bodies[b].key;
    if (key.size() < 2) continue;
    const bool is_centre = is_one_of(key[0], {"centre", "institut"}) && !is_one_of(key[1], {"hospitalier", "national", "regional", "communal"});
    const bool is_named = is_centre && key.size() <= 3 && context.lexicon.first_names.at(context.words, names[bodies[b].names.front()].first + 1, names[bodies[b].names.front()].last);
    const bool is_great = (key[0] == "hospices" && key[1] == "civils") || (key[0] == "assistance" && key[1] == "publique") ||
                          (is_one_of(key[0], {"hopitaux", "hopital"}) && key[1].starts_with("universitaire"));
    if (!(is_chu ? is_great : is_named)) continue;
    if (only) return std::nullopt;
    only = b;
  }
  return only;
}

}  // namespace maillage::documents
