// SPDX-License-Identifier: Apache-2.0
#include "documents/text/block_kinds.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "documents/text/letters.hpp"
#include "documents/text/title_casing.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestHeading = 140, kShortestParagraph = 160, kLongestTitle = 260, kTitleBlocks = 3;

struct Letters {
  std::size_t upper = 0, lower = 0;
};

Letters letters_in(std::string_view text) {
  Letters found;
  for (std::int32_t at = 0, size = static_cast<std::int32_t>(text.size()); at < size;) {
    const UChar32 c = next_letter(text, at);
    found.upper += u_isupper(c) ? 1 : 0;
    found.lower += u_islower(c) ? 1 : 0;
  }
  return found;
}

bool has_end_mark(std::string_view text) {
  return text.ends_with('.') || text.ends_with(';') || text.ends_with(',') || text.ends_with(':') || text.ends_with("…");
}

/// Begins with one of these words (folded).
bool begins_with(std::string_view letters, std::span<const std::string_view> phrases) {
  return std::ranges::any_of(phrases, [&](std::string_view phrase) {
    return letters.starts_with(phrase) && (letters.size() == phrase.size() || letters[phrase.size()] == ' ');
  });
}

constexpr auto kContacts = std::to_array<std::string_view>(
    {"contact", "contacts", "contact presse", "contacts presse", "relations presse", "service presse", "service communication",
     "service de presse", "direction de la communication", "suivez nous", "retrouvez nous", "mentions legales"});

/// A postal code with a street or a town: « 1, place Auguste Muret – 05000 Gap ».
bool is_address(std::string_view text) {
  if (text.size() > kShortestParagraph) return false;
  std::size_t digits = 0;
  for (const char c : text) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 5) return true;
  }
  const auto letters = folded(text);
  return (letters.find(" avenue ") != std::string::npos || letters.find(" rue ") != std::string::npos ||
          letters.find(" boulevard ") != std::string::npos) && letters_in(text).lower > 4 && !has_end_mark(text) &&
         text.find_first_of("0123456789") != std::string_view::npos;
}

bool is_short(const Block& block) { return block.span.end - block.span.begin <= kLongestHeading; }

}  // namespace

void tell_kinds(Prose& prose, const std::vector<bool>& follows_blank) {
  auto& blocks = prose.blocks;
  const auto text_of = [&](std::size_t i) { return prose.of(blocks[i].span); };
  const auto is_free = [&](std::size_t i) { return blocks[i].kind == BlockKind::paragraph; };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!is_free(i)) continue;
    const auto letters = folded(text_of(i));
    if ((begins_with(letters, kContacts) && is_short(blocks[i])) || is_address(text_of(i))) blocks[i].kind = BlockKind::contact;
  }
  // Several short lines in a row, no blank between them: a list, unless they are the head of the document.
  const auto first_paragraph = [&] {
    std::size_t i = 0;
    while (i < blocks.size() && (text_of(i).size() < kShortestParagraph || is_in_capitals(text_of(i)))) ++i;
    return i;
  }();
  // Short documents have no long paragraph: there a list is what a colon leads.
  const auto is_led = [&](std::size_t i) { return i > 0 && is_free(i - 1) && text_of(i - 1).ends_with(':') && !follows_blank[i]; };
  for (std::size_t i = 1; i < blocks.size();) {
    if (i <= first_paragraph && !is_led(i)) {
      ++i;
      continue;
    }
    auto last = i;
    while (last < blocks.size() && is_free(last) && is_short(blocks[last]) && (last == i || !follows_blank[last])) ++last;
    // A line in capitals above one that is not heads it.
    const auto list = last - i == 2 && is_in_capitals(text_of(i)) && !is_in_capitals(text_of(i + 1)) && !has_end_mark(text_of(i)) ? i + 1 : i;
    // « Axe 2 – … » and the one sentence below it are a heading and its paragraph, no list.
    const bool is_headed = last - i == 2 && !has_end_mark(text_of(i)) && text_of(i + 1).ends_with('.') && text_of(i + 1).size() > text_of(i).size();
    if (last - list >= 2 && !is_headed) {
      for (auto k = list; k < last; ++k) blocks[k].kind = BlockKind::item;
    }
    i = std::max(last, i + 1);
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::heading && i < first_paragraph) blocks[i].kind = BlockKind::title;
    // « PORTER PLAINTE AUX URGENCES : » above another line in capitals is the first half of a title.
    const bool is_half = text_of(i).ends_with(':') && i + 1 < blocks.size() && is_in_capitals(text_of(i)) && is_in_capitals(text_of(i + 1));
    const bool is_head = i < first_paragraph;
    // Titles of long names, in capitals or alone above the text, run over several lines.
    const bool is_above = i <= first_paragraph && i <= kTitleBlocks && i + 1 < blocks.size() && follows_blank[i + 1] && !has_end_mark(text_of(i)) && !text_of(i).ends_with(',');
    const bool is_long_title = text_of(i).size() <= kLongestTitle && ((is_head && is_in_capitals(text_of(i))) || is_above);
    if (!is_free(i) || (!is_short(blocks[i]) && !is_long_title) || (has_end_mark(text_of(i)) && !is_half)) continue;
    const bool leads = i + 1 < blocks.size() && blocks[i + 1].kind != BlockKind::contact && blocks[i + 1].kind != BlockKind::furniture;
    if (is_in_capitals(text_of(i))) blocks[i].kind = is_head ? BlockKind::title : BlockKind::heading;
    else if (is_head || (is_long_title && is_above)) blocks[i].kind = BlockKind::title;
    else if (leads && follows_blank[i]) blocks[i].kind = BlockKind::heading;
  }
  std::uint32_t section = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool is_head = blocks[i].kind == BlockKind::title || blocks[i].kind == BlockKind::heading;
    if (is_head && i > 0) ++section;
    blocks[i].section = section;
  }
}

}  // namespace maillage::documents
