// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/markdown_lines.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "documents/intake/line_collector.hpp"
#include "documents/intake/text_lines.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestMark =
    2000;  // letters of a link or a tag: no search through a whole line for each bracket

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool is_of(std::string_view text, std::string_view letters) {
  return text.find_first_not_of(letters) == std::string_view::npos;
}

/// `***`, `---`, `===`, fences: marks without letters.
bool is_rule(std::string_view line) {
  return line.size() >= 3 &&
         (is_of(line, "-") || is_of(line, "=") || is_of(line, "* ") || is_of(line, "_ ") || is_of(line, "- "));
}
bool is_fence(std::string_view line) {
  return line.starts_with("```") || line.starts_with("~~~");
}

/// `|---|:--:|`, between a table's head and its rows.
bool is_table_rule(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos && is_of(line, "|-: ");
}

bool is_marked_punctuation(char c) {
  return std::string_view("\\`*_{}[]()#+-.!|<>~&").find(c) != std::string_view::npos;
}
bool is_word_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// `[words](address)` and `![picture](address)` at `at`: the words; and where it ends.
std::pair<std::string_view, std::size_t> link_at(std::string_view line, std::size_t at) {
  line = line.substr(0, at + kLongestMark);
  const auto middle = line.find("](", at);
  const auto end = middle == std::string_view::npos ? middle : line.find(')', middle);
  if (end == std::string_view::npos || line.substr(at + 1, middle - at - 1).find('[') != std::string_view::npos)
    return {{}, at};
  return {line.substr(at + 1, middle - at - 1), end + 1};
}

/// Without the marks inside of lines.
std::string without_marks(std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool opens_picture = c == '!' && i + 1 < line.size() && line[i + 1] == '[';
    if (c == '\\' && (i + 1 == line.size() || is_marked_punctuation(line[i + 1]))) {
      if (++i < line.size()) text += line[i];
    } else if (c == '[' || opens_picture) {
      const auto [words, end] = link_at(line, opens_picture ? i + 1 : i);
      if (end > i + 1) {
        if (!opens_picture) text += without_marks(words);
        i = end - 1;
      } else {
        text += c;
      }
    } else if (c == '<') {
      const auto end = line.substr(0, i + kLongestMark).find('>', i);
      const bool is_tag =
          end != std::string_view::npos && i + 1 < line.size() &&
          (line[i + 1] == '/' || line[i + 1] == '!' || std::isalpha(static_cast<unsigned char>(line[i + 1])) != 0);
      if (is_tag)
        i = end;
      else
        text += c;
    } else if (c == '*' || c == '`') {
      // A bullet, or a sign between blanks, stays.
      if (c == '*' && i + 1 < line.size() && line[i + 1] == ' ' && (text.empty() || text.back() == ' ')) text += c;
    } else if (c == '_' || (c == '~' && line.substr(i).starts_with("~~"))) {
      const bool is_inside = i > 0 && i + 1 < line.size() && is_word_letter(line[i - 1]) && is_word_letter(line[i + 1]);
      if (is_inside && c == '_') text += c;
    } else if (line.substr(i).starts_with("&nbsp;")) {
      text += ' ';
      i += 5;
    } else if (line.substr(i).starts_with("&amp;")) {
      text += '&';
      i += 4;
    } else {
      text += c;
    }
  }
  return text;
}

std::vector<std::string> cells_of(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::vector<std::string> cells;
  while (true) {
    const auto end = std::min(line.find('|'), line.size());
    cells.push_back(without_marks(line.substr(0, end)));
    if (end == line.size()) return cells;
    line.remove_prefix(end + 1);
  }
}

/// `key: value`, of front matter.
void take_particular(std::string_view line, TakenIn& taken) {
  const auto value_of = [&](std::string_view key) {
    auto value = trimmed(line.substr(key.size()));
    while (!value.empty() && (value.front() == '"' || value.front() == '\'')) value.remove_prefix(1);
    while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.remove_suffix(1);
    return std::string(value);
  };
  if (line.starts_with("title:")) taken.title = value_of("title:");
  if (line.starts_with("date:") && value_of("date:").size() >= 10) taken.date = value_of("date:").substr(0, 10);
}

class MarkdownReading {
 public:
  MarkdownReading(TakenIn& taken, const IntakeLimits& limits) : taken_(&taken), lines_(taken.text, limits) {}

  void read(const SourceLine& line, std::string_view next) {
    auto text = trimmed(line.text);
    if (in_particulars(line, text) || in_comment(text)) return;
    while (text.starts_with('>')) text = trimmed(text.substr(1));
    const auto marks = std::min(text.find_first_not_of('#'), text.size());
    const bool is_marked_heading = marks >= 1 && marks <= 6 && (marks == text.size() || text[marks] == ' ');
    const auto below = trimmed(next);
    const bool is_underlined =
        !below.empty() && !text.empty() && (is_of(below, "=") || (below.size() >= 2 && is_of(below, "-")));
    if (text.empty() || is_rule(text) || is_fence(text) || is_table_rule(text)) {
      if (text.empty() || !is_table_rule(text)) lines_.blank();
    } else if (is_marked_heading || (is_underlined && !text.starts_with("- "))) {
      lines_.blank();
      auto words = is_marked_heading ? text.substr(marks) : text;
      while (words.ends_with('#')) words.remove_suffix(1);
      lines_.add(without_marks(trimmed(words)), line.number, LineForm::heading);
      lines_.blank();
    } else if (text.starts_with('|') && text.size() > 1) {
      lines_.add_row(cells_of(text), line.number);
    } else {
      lines_.add(without_marks(text.starts_with("+ ") ? "- " + std::string(text.substr(2)) : std::string(text)),
                 line.number, LineForm::plain);
    }
  }

 private:
  /// Between two lines `---` at the very beginning.
  bool in_particulars(const SourceLine& line, std::string_view text) {
    if (line.number == 1 && text == "---") return in_particulars_ = true;
    if (!in_particulars_) return false;
    if (text == "---" || text == "...")
      in_particulars_ = false;
    else
      take_particular(text, *taken_);
    return true;
  }
  bool in_comment(std::string_view text) {
    if (text.starts_with("<!--")) in_comment_ = true;
    const bool was_inside = in_comment_;
    if (text.find("-->") != std::string_view::npos) in_comment_ = false;
    return was_inside;
  }

  TakenIn* taken_;
  LineCollector lines_;
  bool in_particulars_ = false, in_comment_ = false;
};

}  // namespace

void take_in_markdown(std::string_view text, const IntakeLimits& limits, TakenIn& taken) {
  take_in_text(text, limits, taken);
  const auto lines = std::exchange(taken.text.lines, {});
  MarkdownReading reading(taken, limits);
  for (std::size_t i = 0; i < lines.size(); ++i)
    reading.read(lines[i], i + 1 < lines.size() ? std::string_view(lines[i + 1].text) : "");
}

}  // namespace maillage::documents
