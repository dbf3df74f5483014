// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "documents/people/person_mentions.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr double kConfidence = 0.6;

InstitutionKind kind_of(std::string_view name) {
  if (name.starts_with("Ville ") || name.starts_with("Commune ")) return InstitutionKind::commune;
  if (name.starts_with("Préfecture") || name.starts_with("Sous-préfecture") || name.starts_with("Parquet")) return InstitutionKind::state_agency;
  return InstitutionKind::other;
}

// The institution on whose name the implied one stands: « président du conseil départemental de N » is at the conseil.
std::optional<std::uint32_t> mention_holding(const Institutions& institutions, const Span& span) {
  const auto behind = std::ranges::upper_bound(institutions.mentions, span.begin, {}, [](const InstitutionMention& m) { return m.span.begin; });
  if (span.empty() || behind == institutions.mentions.begin()) return std::nullopt;
  const auto& mention = *std::prev(behind);
  return mention.span.holds(span) && mention.span.begin < span.begin ? std::optional(mention.institution) : std::nullopt;
}

}  // namespace

void add_implied_institutions(People& people, Institutions& institutions) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < institutions.named.size(); ++i) {
    numbers.try_emplace(folded(institutions.named[i].name), i);
    const auto name = folded(institutions.named[i].name);
    // « l'association A Terra », « président d'A Terra »
    for (const std::string_view head : {"association ", "fondation "}) {
      if (name.starts_with(head)) numbers.try_emplace(name.substr(head.size()), i);
    }
    for (const auto& form : institutions.named[i].forms) {
      // « Nord » of « Préfecture du Nord »: the place that the office is of, which has a president of its own
      const auto text = folded(form);
      const bool is_its_place = institutions.named[i].kind == InstitutionKind::state_agency && name.size() > text.size() && name.ends_with(" " + text);
      if (!is_its_place) numbers.try_emplace(text, i);
    }
  }
  std::vector<InstitutionMention> added;
  for (auto& person : people.named) {
    for (auto& function : person.functions) {
      if (function.implied.empty() || function.institution) continue;
      if (const auto named = mention_holding(institutions, function.implied_span)) {
        function.institution = *named;
        continue;
      }
      const auto [place, is_new] = numbers.try_emplace(folded(function.implied), static_cast<std::uint32_t>(institutions.named.size()));
      if (is_new) {
        NamedInstitution named;
        named.name = function.implied;
        named.kind = kind_of(function.implied);
        named.confidence = kConfidence;
        named.rule = "function_names_it";
        institutions.named.push_back(std::move(named));
      }
      function.institution = place->second;
      added.push_back({function.implied_span, place->second, false});
    }
  }
  const auto known = institutions.mentions.size();
  std::ranges::sort(added, {}, [](const InstitutionMention& mention) { return mention.span.begin; });
  std::size_t behind = 0;
  std::uint32_t end = 0;
  for (const auto& mention : added) {
    while (behind < known && institutions.mentions[behind].span.begin < mention.span.begin) ++behind;
    const bool overlaps = mention.span.begin < end || (behind > 0 && institutions.mentions[behind - 1].span.end > mention.span.begin) ||
                          (behind < known && institutions.mentions[behind].span.begin < mention.span.end);
    if (overlaps || mention.span.empty()) continue;
    institutions.mentions.push_back(mention);
    end = mention.span.end;
  }
  std::ranges::inplace_merge(institutions.mentions, institutions.mentions.begin() + static_cast<std::ptrdiff_t>(known), {},
                             [](const InstitutionMention& mention) { return mention.span.begin; });
}

}  // namespace maillage::documents
