// SPDX-License-Identifier: Apache-2.0
#include "documents/drafts/document_title.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "documents/drafts/quote.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kHead = 8, kLongestTitle = 300;

struct KindWords {
  std::string_view words;
  SourceKind kind;
};
constexpr auto kKindWords = std::to_array<KindWords>({{"communique de presse", SourceKind::press_release}, {"communique", SourceKind::press_release},
                                                      {"dossier de presse", SourceKind::press_release}, {"newsletter", SourceKind::newsletter},
                                                      {"lettre d information", SourceKind::newsletter}, {"lettre d infos", SourceKind::newsletter},
                                                      {"actualites", SourceKind::web_page}, {"actualite", SourceKind::web_page}});

// « Communiqué de presse n° 12 » names no subject; « Communiqué de presse de la Ville sur son accord » may.
std::optional<SourceKind> kind_in(std::string_view line) {
  constexpr std::size_t kNumberBehind = 12;
  const auto bare = folded(line);
  for (const auto& one : kKindWords) {
    const bool is_whole = bare.size() == one.words.size() || (bare.size() < one.words.size() + kNumberBehind && bare[one.words.size()] == ' ');
    if (bare.starts_with(one.words) && is_whole) return one.kind;
  }
  return std::nullopt;
}

}  // namespace

DocumentTitle find_title(const Prose& prose, const Span& dateline) {
  DocumentTitle title;
  for (std::size_t i = 0; i < std::min(kHead, prose.blocks.size()); ++i) {
    const auto& block = prose.blocks[i];
    if (block.kind != BlockKind::title && block.kind != BlockKind::heading) continue;
    const auto words = prose.of(block.span);
    if (const auto kind = kind_in(words)) {
      if (!title.kind) title.kind = kind;
      continue;
    }
    const bool is_dateline = !dateline.empty() && block.span.holds(dateline);
    const bool is_longer = words.size() > title.span.end - title.span.begin;
    if (!is_dateline && is_longer && words.size() <= kLongestTitle && !holds_contact(words)) title.span = block.span;
  }
  return title;
}

}  // namespace maillage::documents
