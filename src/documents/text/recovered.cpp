// SPDX-License-Identifier: Apache-2.0
#include "documents/text/recovered.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "documents/text/block_kinds.hpp"
#include "documents/text/columns.hpp"
#include "documents/text/joined_lines.hpp"
#include "documents/text/letters.hpp"
#include "documents/text/mended_words.hpp"
#include "documents/text/page_furniture.hpp"
#include "documents/text/piped_tables.hpp"
#include "documents/text/run_in_headings.hpp"
#include "documents/text/sentences.hpp"

namespace maillage::documents {
namespace {

/// Blocks as they are put together.
class ProseBuilder {
 public:
  void add(const std::vector<SourceLine>& lines, bool is_furniture, bool follows_blank) {
    auto joined = joined_lines(lines);
    if (joined.text.empty()) return;
    const auto mark = is_furniture ? ItemMark{} : item_mark_of(joined.text);
    Block block;
    if (lines.front().form == LineForm::heading) block.kind = BlockKind::heading;
    if (is_furniture) block.kind = BlockKind::furniture;
    if (mark.length > 0) {
      block.kind = BlockKind::item;
      block.number = mark.number;
    }
    if (!prose_.text.empty()) prose_.text += '\n';
    const auto begin = static_cast<std::uint32_t>(prose_.text.size());
    for (const auto& [offset, line] : joined.origins) prose_.origins.push_back({begin + offset, line});
    prose_.text += joined.text;
    block.span = {begin + static_cast<std::uint32_t>(mark.length), static_cast<std::uint32_t>(prose_.text.size())};
    prose_.blocks.push_back(block);
    follows_blank_.push_back(follows_blank);
  }

  Prose finish() {
    if (!prose_.origins.empty()) prose_.origins.front().offset = 0;
    mend_words(prose_, CommonWords::french());
    tell_kinds(prose_, follows_blank_);
    number_roman_items();
    prose_.sentences = sentences_of(prose_);
    return std::move(prose_);
  }

 private:
  // « I. L'accueil », « II. La formation », each a line of one list
  void number_roman_items() {
    const auto mark_of = [&](std::size_t i) {
      const bool is_item = i < prose_.blocks.size() && prose_.blocks[i].kind == BlockKind::item && prose_.blocks[i].number == 0;
      return is_item ? roman_mark_of(prose_.of(prose_.blocks[i].span)) : ItemMark{};
    };
    for (std::size_t i = 0; i < prose_.blocks.size(); ++i) {
      if (mark_of(i).number != 1 || mark_of(i + 1).number != 2) continue;
      for (std::uint32_t number = 1; mark_of(i).number == number; ++number, ++i) {
        const auto length = static_cast<std::uint32_t>(mark_of(i).length);
        prose_.blocks[i].number = number;
        prose_.blocks[i].span.begin += length;
      }
    }
  }

  Prose prose_;
  std::vector<bool> follows_blank_;
};

/// A line drawn with signs, which parts what stands above from what stands below.
bool is_rule(std::string_view line) {
  const auto signs = std::ranges::count_if(line, [](char c) { return c != ' '; });
  return signs >= 3 && line.find_first_not_of(" -_=*~") == std::string_view::npos;
}

bool goes_on_behind(const SourceLine& before, const SourceLine& after) {
  constexpr std::string_view kEnds = ".:;!?";
  const bool is_open = before.form == LineForm::plain && kEnds.find(before.text.back()) == std::string_view::npos && !before.text.ends_with("»");
  std::int32_t at = 0;
  const auto text = std::string_view(after.text).substr(std::min(after.text.find_first_not_of(' '), after.text.size()));
  return is_open && after.form == LineForm::plain && !text.empty() && u_islower(next_letter(text, at));
}

// What stands between two lines of a sentence at a page's end goes, with its blank lines.
std::vector<SourceLine> without_furniture(const std::vector<SourceLine>& lines, const std::vector<bool>& is_furniture) {
  std::vector<SourceLine> kept;
  std::size_t last = lines.size();  // of the lines with text in `kept`, by its place there
  bool is_page_end = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    if (is_furniture[i]) {
      is_page_end = true;
    } else if (is_rule(line.text)) {
      kept.push_back({"", line.number, line.page, LineForm::plain});
    } else if (line.text.empty()) {
      kept.push_back(line);
    } else {
      if (is_page_end && last < kept.size() && goes_on_behind(kept[last], line)) kept.resize(last + 1);
      is_page_end = false;
      last = kept.size();
      kept.push_back(line);
    }
  }
  return kept;
}

}  // namespace

Prose recovered(const std::vector<SourceLine>& lines) {
  const auto is_furniture = page_furniture(lines);
  ProseBuilder builder;
  const auto read = with_headings_cut_off(unwoven(with_table_rows(without_furniture(lines, is_furniture))));
  const auto width = wrap_width_of(read);
  std::vector<SourceLine> stretch;
  const auto give = [&] {
    if (stretch.empty()) return;
    const auto own = wrap_width_of(stretch);
    bool follows_blank = true;
    for (const auto& part : cut_where_meant(std::move(stretch), own > 0 ? own : width)) {
      builder.add(part, false, std::exchange(follows_blank, false));
    }
    stretch.clear();
  };
  for (const auto& line : read) {
    if (line.text.empty()) give();
    else stretch.push_back(line);
  }
  give();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_furniture[i]) builder.add({lines[i]}, true, true);
  }
  return builder.finish();
}

}  // namespace maillage::documents
