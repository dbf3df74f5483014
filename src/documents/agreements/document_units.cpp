// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/document_units.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {
namespace {

constexpr std::size_t kHeadBlocks = 9;   // where a newsletter says that it is one
constexpr std::size_t kShortItem = 120;  // bytes: longer items of a list are texts of their own

constexpr auto kMenuMarks = std::to_array<std::string_view>({"/", "›", ">", "»", "☰"});

bool is_head(const Passage& passage) {
  return passage.kind == BlockKind::title || passage.kind == BlockKind::heading;
}

/// « Une lettre d'intention est signée »; « La lettre des partenariats » is a letter.
bool names_agreement(const Reading& reading, const WordRange& range) {
  for (const auto& phrase : reading.lexicon.agreement_types.all(reading.words, range.first, range.last)) {
    const bool is_of_letter = phrase.first >= range.first + 2 && is_one_of(reading.words[phrase.first - 1], {"des", "du"}) &&
                              is_one_of(reading.words[phrase.first - 2], reading.lexicon.list("document_units.letter_words"));
    if (!is_of_letter) return true;
  }
  return false;
}

/// « Lettre aux familles » over « Objet : … »: a letter to somebody
bool is_letter_to_somebody(const Reading& reading) {
  bool has_object = false, is_to = false;
  for (const auto& passage : reading.passages) {
    if (passage.words.empty() || passage.block >= kHeadBlocks || !is_head(passage)) continue;
    const auto first = passage.words.first;
    if (first + 1 >= passage.words.last) continue;
    has_object = has_object || (reading.words[first].is("objet") && reading.words[first + 1].is(":"));
    is_to = is_to || (reading.words[first].is("lettre") && is_one_of(reading.words[first + 1], {"a", "aux", "au"}));
  }
  return has_object && is_to;
}

}  // namespace

bool is_newsletter(const Reading& reading) {
  if (is_letter_to_somebody(reading)) return false;
  bool says_so = false;
  std::size_t sections = 0, bullets = 0, long_items = 0;
  std::uint32_t section = 0;
  for (const auto& passage : reading.passages) {
    if (passage.words.empty()) continue;
    if (passage.block < kHeadBlocks && is_head(passage) && !reading.has_any(passage.words, kMenuMarks)) {
      const bool is_agreement =
          names_agreement(reading, passage.words) &&
          !reading.has_any(passage.words,
                           std::to_array<std::string_view>({"n", "numero"}));  // « une lettre d'intention »
      says_so = says_so || (!is_agreement && reading.has_any(passage.words, reading.lexicon.list("document_units.letter_words")));
    }
    if (passage.section != section) ++sections;
    section = passage.section;
    bullets += reading.words[passage.words.first].is("•") ? 1 : 0;
    const auto& span = reading.words.prose().blocks[passage.block].span;
    if (passage.kind == BlockKind::item && span.end - span.begin > kShortItem) ++long_items;
  }
  return says_so && (sections >= 2 || bullets >= 2 || long_items >= 2);
}

std::vector<std::uint32_t> units_of(const Reading& reading, bool is_letter) {
  std::vector<std::uint32_t> units(reading.passages.size());
  std::uint32_t unit = 0, section = 0;
  std::size_t block = 0;
  for (std::size_t s = 0; s < reading.passages.size(); ++s) {
    const auto& passage = reading.passages[s];
    if (passage.words.empty()) {
      units[s] = unit;
      continue;
    }
    const bool is_new_block = s > 0 && passage.block != block;
    const auto& span = reading.words.prose().blocks[passage.block].span;
    const bool is_text =
        passage.kind == BlockKind::paragraph || (passage.kind == BlockKind::item && span.end - span.begin > kShortItem);
    const bool follows_head = s > 0 && is_head(reading.passages[s - 1]);
    const bool goes_on = is_new_block && s > 0 && !reading.passages[s - 1].words.empty() &&
                         reading.passages[s - 1].section == passage.section &&
                         reading.words[passage.words.first].casing == Casing::lower &&
                         reading.words[reading.passages[s - 1].words.last - 1].kind != WordKind::mark;  // cut by a page
    const bool is_bullet = reading.words[passage.words.first].is("•") || reading.words[passage.words.first].is("■");
    if (s > 0 && passage.section != section)
      ++unit;
    else if (is_letter && is_new_block && is_text && !follows_head && !goes_on)
      ++unit;
    else if (is_bullet && !is_new_block && is_letter)
      ++unit;
    units[s] = unit;
    section = passage.section;
    block = passage.block;
  }
  return units;
}

}  // namespace maillage::documents
