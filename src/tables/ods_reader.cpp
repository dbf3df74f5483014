// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <vector>

#include "tables/serial_date.hpp"
#include "tables/workbook_parts.hpp"

// .ods: ISO/IEC 26300. Rows and cells follow one another and say how often they are repeated; a date stands as it is,
// and its style says how much of it is shown.

namespace maillage {
namespace {

using Shows = NumberFormat::Shows;

std::uint32_t repeated(std::string_view count) {
  std::uint32_t number = 1;
  std::from_chars(count.data(), count.data() + count.size(), number);
  return std::max<std::uint32_t>(number, 1);
}

// What cell styles show of a date, and which table styles hide their sheet.
struct Styles {
  std::map<std::string, Shows, std::less<>> of_data_style;   // by name of a date style
  std::map<std::string, unsigned, std::less<>> digits;       // least digits, by name of a number style
  std::map<std::string, std::string, std::less<>> data_style;  // by cell style
  std::set<std::string, std::less<>> hidden;                   // table styles
};

// Reads styles wherever they stand in a part.
class StyleReader {
 public:
  explicit StyleReader(Styles& styles) : styles_(&styles) {}
  void start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "date-style") {
      date_style_ = attributes["name"];
      has_day_ = has_month_ = false;
    } else if (element == "number-style") {
      number_style_ = attributes["name"];
    } else if (element == "number" && !number_style_.empty()) {
      if (attributes["decimal-places"].empty() || attributes["decimal-places"] == "0") {
        styles_->digits[number_style_] = repeated(attributes["min-integer-digits"]);
      }
    } else if (element == "day") {
      has_day_ = true;
    } else if (element == "month") {
      has_month_ = true;
    } else if (element == "style") {
      style_ = attributes["name"];
      if (attributes.has("data-style-name")) styles_->data_style[style_] = attributes["data-style-name"];
    } else if (element == "table-properties" && attributes["display"] == "false") {
      styles_->hidden.insert(style_);
    }
  }
  void end(std::string_view element) {
    if (element == "date-style") {
      styles_->of_data_style[date_style_] = has_day_ ? Shows::day : has_month_ ? Shows::month : Shows::year;
    }
    if (element == "number-style") number_style_.clear();
  }

 private:
  Styles* styles_;
  std::string date_style_, number_style_, style_;
  bool has_day_ = false, has_month_ = false;
};

class ContentReader {
 public:
  ContentReader(Workbook& workbook, Styles& styles, std::uint64_t cells)
      : workbook_(&workbook), styles_(&styles), style_reader_(styles), cells_left_(cells) {}

  XmlEvents events() {
    XmlEvents made;
    made.on_start = [this](std::string_view element, const XmlAttributes& attributes) { start(element, attributes); };
    made.on_end = [this](std::string_view element) { end(element); };
    made.on_text = [this](std::string_view piece) {
      if (is_in_paragraph_ && aside_ == 0) text_ += piece;
    };
    return made;
  }

 private:
  void start(std::string_view element, const XmlAttributes& attributes) {
    style_reader_.start(element, attributes);
    if (aside_ > 0 || element == "annotation" || element == "shapes" || element == "frame" ||
        element == "tracked-changes") {
      ++aside_;  // remarks and drawings lie in or before cells, and their texts are none of the cell's
    } else if (element == "table") {
      begin_sheet(attributes);
    } else if (element == "table-row") {
      row_repeated_ = repeated(attributes["number-rows-repeated"]);
      column_ = 0;
      row_cells_.clear();
    } else if (element == "table-cell" || element == "covered-table-cell") {
      begin_cell(element, attributes);
    } else if (element == "p") {
      if (has_paragraph_) text_ += '\n';
      has_paragraph_ = is_in_paragraph_ = true;
    } else if (is_in_paragraph_) {
      if (element == "s") text_.append(std::min<std::uint32_t>(repeated(attributes["c"]), 1000), ' ');
      if (element == "tab") text_ += '\t';
      if (element == "line-break") text_ += '\n';
    }
  }

  void end(std::string_view element) {
    style_reader_.end(element);
    if (aside_ > 0) {
      --aside_;
    } else if (element == "p") {
      is_in_paragraph_ = false;
    } else if (element == "table-cell" || element == "covered-table-cell") {
      end_cell();
    } else if (element == "table-row") {
      end_row();
    }
  }

  void begin_sheet(const XmlAttributes& attributes) {
    workbook_->sheets.push_back({std::string(attributes["name"]), styles_->hidden.contains(attributes["style-name"]), {}, {}});
    row_ = 0;
  }

  void begin_cell(std::string_view element, const XmlAttributes& attributes) {
    const auto or_else = [&](std::string_view first, std::string_view second) {
      return attributes.has(first) ? attributes[first] : attributes[second];
    };
    is_covered_ = element == "covered-table-cell";
    type_ = attributes["value-type"];
    value_ = type_ == "date" ? attributes["date-value"] : type_ == "boolean" ? attributes["boolean-value"]
             : type_ == "string" ? attributes["string-value"] : or_else("value", "time-value");
    style_ = attributes["style-name"];
    is_formula_ = attributes.has("formula");
    cell_repeated_ = repeated(attributes["number-columns-repeated"]);
    text_.clear();
    has_paragraph_ = false;
    const auto columns = repeated(attributes["number-columns-spanned"]), rows = repeated(attributes["number-rows-spanned"]);
    if (columns > 1 || rows > 1) {
      workbook_->sheets.back().merged.push_back({row_, column_, row_ + rows - 1, column_ + columns - 1});
    }
  }

  void end_cell() {
    auto made = is_covered_ ? SheetCell{} : cell();
    if (!made.is_empty() || made.is_formula) {
      const auto count = std::min(cell_repeated_, kMostColumns + 1);  // of the same cell: one too many is told
      for (std::uint32_t i = 0; i < count; ++i) row_cells_.emplace_back(column_ + i, made);
    }
    column_ = column_ > kMostColumns ? column_ : column_ + std::min(cell_repeated_, kMostColumns + 1);
  }

  void end_row() {
    if (workbook_->sheets.empty()) return;
    SheetFiller filler(*workbook_, workbook_->sheets.back(), cells_left_);
    if (!row_cells_.empty()) {
      const auto count = std::min(row_repeated_, kMostRows + 1);
      for (std::uint32_t i = 0; i < count; ++i) {
        for (const auto& [column, made] : row_cells_) filler.put(row_ + i, column, made);
        if (row_ + i >= kMostRows) break;
      }
    }
    row_ = row_ > kMostRows ? row_ : row_ + std::min(row_repeated_, kMostRows + 1);
  }

  SheetCell cell() {
    using Kind = SheetCell::Kind;
    if (type_ == "date") {
      const auto day = value_.substr(0, value_.find('T'));
      const auto shows = shown_part();
      return {Kind::date, day.size() < 10 || shows == Shows::day ? day : day.substr(0, shows == Shows::month ? 7 : 4),
              is_formula_};
    }
    if (type_ == "boolean") return {Kind::boolean, value_, is_formula_};
    if (type_ == "float" || type_ == "percentage" || type_ == "currency") {
      const auto value = number_of(value_);
      if (!value) {
        SheetFiller(*workbook_, workbook_->sheets.back(), cells_left_)
            .problem(WorkbookProblem::Kind::broken_value, row_, column_, value_);
        return {Kind::text, text_, is_formula_};
      }
      return {Kind::number, padded(shortest(*value)), is_formula_};
    }
    const bool is_error = is_formula_ && (text_.starts_with('#') || text_.starts_with("Err:"));
    return {is_error ? Kind::error : Kind::text, has_paragraph_ ? text_ : value_, is_formula_};
  }

  Shows shown_part() const {
    const auto style = styles_->data_style.find(style_);
    if (style == styles_->data_style.end()) return Shows::day;
    const auto shows = styles_->of_data_style.find(style->second);
    return shows == styles_->of_data_style.end() ? Shows::day : shows->second;
  }

  std::string padded(std::string text) const {
    const auto style = styles_->data_style.find(style_);
    if (style == styles_->data_style.end()) return text;
    const auto least = styles_->digits.find(style->second);
    const bool is_whole = text.find_first_not_of("0123456789") == std::string::npos;
    if (least != styles_->digits.end() && is_whole && text.size() < least->second && least->second <= 40) {
      text.insert(0, least->second - text.size(), '0');
    }
    return text;
  }

  Workbook* workbook_;
  Styles* styles_;
  StyleReader style_reader_;
  std::uint64_t cells_left_;
  std::uint32_t row_ = 0, column_ = 0, row_repeated_ = 1, cell_repeated_ = 1;
  std::vector<std::pair<std::uint32_t, SheetCell>> row_cells_;
  std::string type_, value_, style_, text_;
  bool is_formula_ = false, is_covered_ = false, has_paragraph_ = false, is_in_paragraph_ = false;
  std::size_t aside_ = 0;  // depth inside a remark or drawing
};

}  // namespace

Workbook read_ods(ZipArchive& archive, const WorkbookLimits& limits) {
  if (archive.has("META-INF/manifest.xml")) {
    XmlEvents events;
    events.on_start = [](std::string_view element, const XmlAttributes&) {
      if (element == "encryption-data") throw CannotReadWorkbook("encrypted");
    };
    read_part(archive.unpack("META-INF/manifest.xml"), "META-INF/manifest.xml", events);
  }
  Styles styles;
  if (archive.has("styles.xml")) {
    StyleReader reader(styles);
    XmlEvents events;
    events.on_start = [&](std::string_view element, const XmlAttributes& attributes) { reader.start(element, attributes); };
    events.on_end = [&](std::string_view element) { reader.end(element); };
    read_part(archive.unpack("styles.xml"), "styles.xml", events);
  }
  Workbook workbook;
  ContentReader reader(workbook, styles, limits.cells);
  read_part(archive.unpack("content.xml"), "content.xml", reader.events());
  if (workbook.sheets.empty()) throw CannotReadWorkbook("not_a_workbook");
  return workbook;
}

}  // namespace maillage
