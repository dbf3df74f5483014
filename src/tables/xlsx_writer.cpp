// SPDX-License-Identifier: Apache-2.0
#include "tables/xlsx_writer.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>

#include "files/files.hpp"
#include "files/scratch_folder.hpp"
#include "tables/cell_text.hpp"
#include "tables/display_width.hpp"
#include "tables/workbook.hpp"
#include "tables/workbook_parts.hpp"

namespace maillage {
namespace {

constexpr std::size_t kLongestText = 32'767;     // characters of a cell, in the programs people use
constexpr std::size_t kLongestList = 255;        // characters of a drop-down list with its commas
constexpr std::size_t kLongestHelp = 255;        // characters of what is shown beside a chosen cell
constexpr double kNarrowest = 8, kWidest = 50;   // columns, in characters
constexpr double kWidestOfMany = 24;             // where they would not fit a page
constexpr double kPage = 200;                    // characters across, at the smallest print that can be read
constexpr double kLine = 15;                     // points, of a row
constexpr std::size_t kMostLines = 25;           // of a cell that are shown

std::optional<lxw_datetime> whole_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  lxw_datetime day{};
  const auto read = [&](std::size_t at, std::size_t length, int& into) {
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + length, into);
    return error == std::errc() && end == text.data() + at + length;
  };
  if (!read(0, 4, day.year) || !read(5, 2, day.month) || !read(8, 2, day.day)) return std::nullopt;
  if (text < "1900-03-01" || day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) return std::nullopt;
  return day;
}

// A name that spreadsheets accept for a sheet: at most 31 characters, none of []:*?/\, not empty, each once.
std::string sheet_name(const std::string& wanted, std::set<std::string>& taken) {
  std::string name;
  std::size_t characters = 0;
  for (const char c : wanted) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (begins && ++characters > 28) break;
    name += std::string_view("[]:*?/\\").find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20 ? '-' : c;
  }
  while (!name.empty() && (name.front() == '\'' || name.front() == ' ')) name.erase(0, 1);
  while (!name.empty() && (name.back() == '\'' || name.back() == ' ')) name.pop_back();
  if (name.empty()) name = "1";
  auto unique = name;
  for (int n = 2; !taken.insert(unique).second; ++n) unique = name + " " + std::to_string(n);
  return unique;
}

struct Formats {
  lxw_format* header;
  lxw_format* text;
  lxw_format* day;
  lxw_format* link;
  lxw_format* note;
  lxw_format* as_text;
  lxw_format* amount;
  lxw_format* marked;
};

Formats formats_of(lxw_workbook* workbook, const XlsxOptions& options) {
  Formats formats{};
  formats.header = workbook_add_format(workbook);
  format_set_bold(formats.header);
  format_set_text_wrap(formats.header);
  format_set_align(formats.header, LXW_ALIGN_VERTICAL_TOP);
  format_set_bg_color(formats.header, 0xF2F5F7);
  format_set_bottom(formats.header, LXW_BORDER_THIN);
  formats.text = workbook_add_format(workbook);
  format_set_text_wrap(formats.text);
  format_set_align(formats.text, LXW_ALIGN_VERTICAL_TOP);
  formats.day = workbook_add_format(workbook);
  format_set_num_format(formats.day, options.day_format.c_str());
  format_set_align(formats.day, LXW_ALIGN_VERTICAL_TOP);
  format_set_align(formats.day, LXW_ALIGN_LEFT);
  formats.link = workbook_add_format(workbook);
  format_set_font_color(formats.link, 0x24517F);
  format_set_underline(formats.link, LXW_UNDERLINE_SINGLE);
  format_set_align(formats.link, LXW_ALIGN_VERTICAL_TOP);
  formats.note = workbook_add_format(workbook);
  format_set_font_color(formats.note, 0x4A5763);
  format_set_italic(formats.note);
  formats.as_text = workbook_add_format(workbook);
  format_set_num_format(formats.as_text, "@");
  format_set_text_wrap(formats.as_text);
  format_set_align(formats.as_text, LXW_ALIGN_VERTICAL_TOP);
  formats.amount = workbook_add_format(workbook);
  format_set_num_format(formats.amount, "#,##0.00 [$€-1]");
  format_set_align(formats.amount, LXW_ALIGN_VERTICAL_TOP);
  formats.marked = workbook_add_format(workbook);
  format_set_bg_color(formats.marked, 0xFFF3CC);
  return formats;
}

// The first characters of a UTF-8 text.
std::string cut(const std::string& text, std::size_t most) {
  std::size_t characters = 0, i = 0;
  for (; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && ++characters > most) break;
  }
  return text.substr(0, i);
}

class SheetWriter {
 public:
  SheetWriter(lxw_worksheet* sheet, const Formats& formats) : sheet_(sheet), formats_(&formats) {}

  void write(const SheetToWrite& content) {
    const auto& table = content.table;
    if (table.columns.size() > kMostColumns || table.rows.size() + table.notes.size() + content.blank_rows + 3 > kMostRows) {
      throw std::invalid_argument("more than a sheet can hold: " + table.name);
    }
    if (table.columns.empty()) return;
    const auto last = static_cast<lxw_col_t>(table.columns.size() - 1);
    set_widths(content);
    set_page();
    for (const auto& column : table.columns) {
      is_amount_.push_back(column.key.find("amount") != std::string::npos);
      is_text_.push_back(content.texts.contains(column.key));
    }
    set_heights(content);
    if (content.is_hidden) worksheet_hide(sheet_);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      worksheet_write_string(sheet_, 0, static_cast<lxw_col_t>(c), table.columns[c].label.c_str(), formats_->header);
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        write_cell(static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), table.rows[r][c]);
      }
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    const auto last_row = static_cast<lxw_row_t>(table.rows.size() + content.blank_rows);
    worksheet_autofilter(sheet_, 0, 0, std::max<lxw_row_t>(last_row, 1), last);
    add_help(content, std::max<lxw_row_t>(last_row, 1));
    mark(content, std::max<lxw_row_t>(last_row, 1), last);
    auto row = last_row + 2;
    for (const auto& note : table.notes) worksheet_write_string(sheet_, row++, 0, cut(note, kLongestText).c_str(), formats_->note);
  }

 private:
  void write_cell(lxw_row_t row, lxw_col_t column, const Cell& cell) {
    if (is_nothing(cell)) return;
    if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) {
      worksheet_write_number(sheet_, row, column, static_cast<double>(*whole), is_amount_[column] ? formats_->amount : formats_->text);
    } else if (const auto* number = std::get_if<double>(&cell.value)) {
      worksheet_write_number(sheet_, row, column, rounded(*number), is_amount_[column] ? formats_->amount : formats_->text);
    } else if (const auto* truth = std::get_if<bool>(&cell.value)) {
      worksheet_write_boolean(sheet_, row, column, *truth ? 1 : 0, formats_->text);
    } else {
      write_text(row, column, cell);
    }
  }

  void write_text(lxw_row_t row, lxw_col_t column, const Cell& cell) {
    const auto& text = std::get<std::string>(cell.value);
    if (is_text_[column]) {
      worksheet_write_string(sheet_, row, column, cut(shown_text(cell), kLongestText).c_str(), formats_->as_text);
      return;
    }
    if (auto day = whole_day(text)) {
      worksheet_write_datetime(sheet_, row, column, &*day, formats_->day);
      return;
    }
    const bool is_link = (text.starts_with("https://") || text.starts_with("http://")) && text.size() < 2000 &&
                         text.find_first_of(" \n\t\"<>|") == std::string::npos;
    if (is_link && worksheet_write_url(sheet_, row, column, text.c_str(), formats_->link) == LXW_NO_ERROR) return;
    worksheet_write_string(sheet_, row, column, cut(shown_text(cell), kLongestText).c_str(), formats_->text);
  }

  // On paper: A4 landscape, all columns on a page, the header on each, the sheet's name and the page's number below.
  void set_page() {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(sheet_, a4);
    worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
    worksheet_set_margins(sheet_, 0.4, 0.4, 0.5, 0.6);
    worksheet_set_footer(sheet_, "&L&A&R&P / &N");
  }

  // What is typed into a cell that is still empty is shown as the column's other cells are.
  lxw_format* format_of_column(const SheetToWrite& content, const std::string& key) const {
    return content.texts.contains(key) ? formats_->as_text : nullptr;
  }

  void set_widths(const SheetToWrite& content) {
    const auto& table = content.table;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      double widest = static_cast<double>(display_width(table.columns[c].label)) + 4;  // the filter's button
      for (std::size_t r = 0; r < std::min<std::size_t>(table.rows.size(), 1000); ++r) {
        widest = std::max(widest, static_cast<double>(display_width(shown_text(table.rows[r][c]))) + 1);
      }
      widths_.push_back(std::clamp(widest, kNarrowest, kWidest));
    }
    if (std::accumulate(widths_.begin(), widths_.end(), 0.0) > kPage) {
      for (auto& width : widths_) width = std::min(width, kWidestOfMany);
    }
    for (std::size_t c = 0; c < widths_.size(); ++c) {
      const auto column = static_cast<lxw_col_t>(c);
      const auto chosen = content.widths.find(table.columns[c].key);
      lxw_row_col_options options{};
      if (chosen != content.widths.end()) {
        widths_[c] = std::max(chosen->second, kNarrowest);
        options.hidden = chosen->second == 0 ? 1 : 0;
      }
      worksheet_set_column_opt(sheet_, column, column, widths_[c], format_of_column(content, table.columns[c].key), &options);
    }
  }

  // Not every program makes a row as high as its wrapped texts need.
  void set_heights(const SheetToWrite& content) {
    for (std::size_t r = 0; r < content.table.rows.size(); ++r) {
      std::size_t most = 1;
      for (std::size_t c = 0; c < widths_.size(); ++c) {
        const auto& cell = content.table.rows[r][c];
        const auto chosen = content.widths.find(content.table.columns[c].key);
        if (chosen != content.widths.end() && chosen->second == 0) continue;
        if (std::holds_alternative<std::string>(cell.value)) most = std::max(most, lines_of(shown_text(cell), widths_[c]));
      }
      if (most > 1) worksheet_set_row(sheet_, static_cast<lxw_row_t>(r + 1), kLine * static_cast<double>(std::min(most, kMostLines)), nullptr);
    }
  }

  static std::size_t lines_of(const std::string& text, double width) {
    if (text.starts_with("http")) return 1;  // links are not wrapped
    if (static_cast<double>(text.size()) <= width && text.find('\n') == std::string::npos) return 1;
    std::size_t lines = 0;
    for (std::size_t start = 0; start <= text.size();) {
      const auto end = std::min(text.find('\n', start), text.size());
      lines += std::max<std::size_t>(1, wrapped(std::string_view(text).substr(start, end - start), static_cast<std::size_t>(width)).size());
      start = end + 1;
    }
    return lines;
  }

  // A day that the program has understood, `..`, or a text that begins or ends with a year: 03/2026, mars 2026, 2026-03.
  static std::string holds_year(std::size_t column) {
    const auto cell = column_letters(static_cast<std::uint32_t>(column)) + "2";
    return "=OR(ISNUMBER(" + cell + ")," + cell + "=\"..\",ISNUMBER(VALUE(RIGHT(TRIM(" + cell + "),4))),ISNUMBER(VALUE(LEFT(TRIM(" + cell + "),4))))";
  }

  void add_help(const SheetToWrite& content, lxw_row_t last_row) {
    for (std::size_t c = 0; c < content.table.columns.size(); ++c) {
      const auto& key = content.table.columns[c].key;
      const auto choices = content.choices.find(key);
      const auto explanation = content.explanations.find(key);
      const bool checks_days = !content.no_day.empty() && content.days.contains(key);
      if (choices == content.choices.end() && explanation == content.explanations.end() && !checks_days) continue;
      lxw_data_validation help{};
      auto formula = holds_year(c);
      auto no_day = cut(content.no_day, kLongestHelp);
      std::vector<char*> values;
      std::size_t characters = 0;
      if (choices != content.choices.end()) {
        for (const auto& choice : choices->second) {
          characters += choice.size() + 1;
          values.push_back(const_cast<char*>(choice.c_str()));  // the library's lists are not const, and only read
        }
        values.push_back(nullptr);
      }
      if (!values.empty() && characters <= kLongestList) {
        help.validate = LXW_VALIDATION_TYPE_LIST;
        help.value_list = values.data();
        help.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
      } else if (checks_days) {
        help.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        help.value_formula = formula.data();
        help.error_message = no_day.data();
        help.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
      } else {
        help.validate = LXW_VALIDATION_TYPE_ANY;
      }
      help.ignore_blank = LXW_VALIDATION_ON;
      std::string message;
      if (explanation != content.explanations.end()) {
        message = cut(explanation->second, kLongestHelp);
        help.input_message = message.data();
      }
      const auto column = static_cast<lxw_col_t>(c);
      worksheet_data_validation_range(sheet_, 1, column, last_row, column, &help);
    }
  }

  void mark(const SheetToWrite& content, lxw_row_t last_row, lxw_col_t last_column) {
    if (content.marked_where.empty()) return;
    auto formula = "=" + content.marked_where;
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
    condition.value_string = formula.data();
    condition.format = formats_->marked;
    worksheet_conditional_format_range(sheet_, 1, 0, last_row, last_column, &condition);
  }

  lxw_worksheet* sheet_;
  const Formats* formats_;
  std::vector<bool> is_amount_, is_text_;  // by column
  std::vector<double> widths_;
};

}  // namespace

std::string to_xlsx(const std::vector<SheetToWrite>& sheets, const XlsxOptions& options) {
  const ScratchFolder folder;  // the library writes to a file alone
  const auto file = folder.path() / "workbook.xlsx";
  lxw_workbook_options settings{};
  const auto temporary = folder.path().string();
  settings.tmpdir = const_cast<char*>(temporary.c_str());
  lxw_workbook* workbook = workbook_new_opt(file.c_str(), &settings);
  if (workbook == nullptr) throw CannotWrite(file, "failed");
  lxw_doc_properties properties{};
  properties.title = const_cast<char*>(options.title.c_str());
  properties.created = 315'532'800;  // 1980-01-01: a clock would make other bytes every second
  workbook_set_properties(workbook, &properties);
  const auto formats = formats_of(workbook, options);
  std::set<std::string> taken;
  std::exception_ptr thrown;
  try {
    for (const auto& content : sheets) {
      const auto& title = content.table.title.empty() ? content.table.name : content.table.title;
      auto* sheet = workbook_add_worksheet(workbook, sheet_name(title, taken).c_str());
      if (sheet == nullptr) throw std::invalid_argument("a sheet cannot be named: " + title);
      SheetWriter(sheet, formats).write(content);
    }
  } catch (...) {
    thrown = std::current_exception();
  }
  const auto error = workbook_close(workbook);
  if (thrown) std::rethrow_exception(thrown);
  if (error != LXW_NO_ERROR) throw CannotWrite(file, "failed");
  return read_file(file);
}

}  // namespace maillage
