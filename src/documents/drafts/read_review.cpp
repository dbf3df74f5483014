// SPDX-License-Identifier: Apache-2.0
#include "documents/drafts/read_review.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>

#include "documents/drafts/review_words.hpp"
#include "files/files.hpp"
#include "tables/csv_reader.hpp"
#include "tables/workbook.hpp"

namespace maillage::documents {
namespace {

using Kind = ReviewFault::Kind;

constexpr std::size_t kLongestValue = 4'000;
constexpr std::size_t kMostFaults = 200;
constexpr std::size_t kMostRows = 100'000;
constexpr std::size_t kHeaderWithin = 20;  // lines above the header: `sep=;`, a title somebody added

struct Line {
  std::uint64_t number = 0;
  std::vector<std::string> cells;
};

std::string trimmed(std::string_view text) {
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty()) {
    if (is_blank(text.front())) text.remove_prefix(1);
    else if (is_blank(text.back())) text.remove_suffix(1);
    else if (text.starts_with(kNoBreak)) text.remove_prefix(kNoBreak.size());
    else if (text.ends_with(kNoBreak)) text.remove_suffix(kNoBreak.size());
    else break;
  }
  // As csv_field() writes what a spreadsheet would run.
  const bool is_harmless = text.size() > 1 && text.front() == '\'' && std::string_view("=+-@").find(text[1]) != std::string_view::npos;
  std::string line(is_harmless ? text.substr(1) : text);
  for (auto& c : line) {
    if (static_cast<unsigned char>(c) < 0x20U) c = ' ';  // values are one line
  }
  return line;
}

std::vector<Line> lines_of_csv(std::string_view text, char delimiter) {
  std::vector<Line> lines;
  const auto table = read_csv(text, {.delimiter = delimiter});
  lines.push_back({1, table.header});
  for (std::size_t i = 0; i < table.records.size(); ++i) lines.push_back({table.lines[i], table.records[i]});
  return lines;
}

std::vector<Line> lines_of_workbook(std::string_view bytes) {
  std::vector<Line> lines;
  try {
    const auto workbook = read_workbook(bytes, {.cells = 500'000});
    if (workbook.sheets.empty()) return lines;
    for (const auto& row : workbook.sheets.front().rows) {
      auto& line = lines.emplace_back(Line{row.number, {}});
      for (const auto& cell : row.cells) line.cells.push_back(cell.text);
    }
  } catch (const CannotReadWorkbook&) {
    lines.clear();
  }
  return lines;
}

struct Header {
  std::size_t line = 0;  // in the lines
  std::array<std::optional<std::size_t>, kReviewColumns> places;
  ReviewLanguage language = ReviewLanguage::french;
  std::size_t known = 0;
};

Header header_in(const std::vector<Line>& lines) {
  Header best;
  for (std::size_t i = 0; i < std::min(lines.size(), kHeaderWithin); ++i) {
    Header header;
    header.line = i;
    for (std::size_t c = 0; c < lines[i].cells.size(); ++c) {
      const auto column = column_of(trimmed(lines[i].cells[c]));
      if (!column || header.places[static_cast<std::size_t>(*column)]) continue;
      header.places[static_cast<std::size_t>(*column)] = c;
      ++header.known;
      if (language_of_column(trimmed(lines[i].cells[c])) == ReviewLanguage::english) header.language = ReviewLanguage::english;
    }
    if (header.known > best.known) best = header;
  }
  return best;
}

class FormReader {
 public:
  FormReader(std::vector<Line> lines, bool may_lack_letters) : lines_(std::move(lines)), may_lack_letters_(may_lack_letters) {}

  ReviewFile read() {
    header_ = header_in(lines_);
    file_.review.language = header_.language;
    constexpr auto kNeeded = std::to_array({ReviewColumn::record, ReviewColumn::field, ReviewColumn::value});
    if (header_.known < kNeeded.size()) {
      fault(Kind::no_form, 0, {}, {});
      return std::move(file_);
    }
    for (const auto column : kNeeded) {
      if (!header_.places[static_cast<std::size_t>(column)]) fault(Kind::missing_column, lines_[header_.line].number, {}, std::string(words(column)));
    }
    if (!file_.faults.empty()) return std::move(file_);
    const auto end = std::min(lines_.size(), header_.line + 1 + kMostRows);
    for (std::size_t i = header_.line + 1; i < end; ++i) read_row(lines_[i]);
    if (end < lines_.size()) fault(Kind::too_many, lines_[end].number, {}, {});
    require_document();
    return std::move(file_);
  }

 private:
  std::string_view words(ReviewColumn column) const { return column_words(column, file_.review.language); }
  void fault(Kind kind, std::uint64_t line, std::string_view column, std::string value) {
    constexpr std::size_t kShown = 120;
    if (value.size() > kShown) value = value.substr(0, kShown) + "\u2026";
    if (file_.faults.size() < kMostFaults) file_.faults.push_back({kind, line, std::string(column), std::move(value)});
  }
  std::string cell(const Line& line, ReviewColumn column) const {
    const auto place = header_.places[static_cast<std::size_t>(column)];
    return place && *place < line.cells.size() ? trimmed(line.cells[*place]) : std::string();
  }
  void read_row(const Line& line);
  void read_values(const Line& line, ReviewRow& row);
  void require_document();

  std::vector<Line> lines_;
  bool may_lack_letters_;
  Header header_;
  ReviewFile file_;
  std::map<std::tuple<ReviewSubject, std::uint32_t, ReviewField, std::uint32_t>, std::size_t> places_;
};

unsigned percent_in(std::string_view text) {
  unsigned whole = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (result.ec != std::errc()) return 0;
  const bool is_share = whole <= 1 && result.ptr != text.data() + text.size() && (*result.ptr == ',' || *result.ptr == '.');
  if (!is_share) return std::min(whole, 100U);
  const auto digits = std::string(result.ptr + 1, text.data() + text.size()) + "00";
  unsigned hundredths = 0;
  std::from_chars(digits.data(), digits.data() + 2, hundredths);
  return std::min(whole * 100 + hundredths, 100U);
}

void FormReader::read_row(const Line& line) {
  const auto record = cell(line, ReviewColumn::record), field = cell(line, ReviewColumn::field);
  if (record.empty() && field.empty() && cell(line, ReviewColumn::value).empty()) return;  // a blank row, a remark beside
  const auto place = record_of(record);
  if (!place) return fault(Kind::unknown_record, line.number, words(ReviewColumn::record), record);
  const auto what = field_of(field, place->subject);
  if (!what) return fault(Kind::unknown_field, line.number, words(ReviewColumn::field), field);
  ReviewRow row;
  row.subject = place->subject, row.number = place->number, row.field = what->field, row.item = what->item, row.line = line.number;
  read_values(line, row);
  const auto [at, is_new] = places_.try_emplace({row.subject, row.number, row.field, row.item}, file_.review.rows.size());
  if (is_new) {
    file_.review.rows.push_back(std::move(row));
  } else if (file_.review.rows[at->second].value != row.value || file_.review.rows[at->second].decision != row.decision) {
    fault(Kind::twice, line.number, words(ReviewColumn::value), row.value);
  }
}

void FormReader::read_values(const Line& line, ReviewRow& row) {
  row.value = cell(line, ReviewColumn::value);
  row.as_read = header_.places[static_cast<std::size_t>(ReviewColumn::as_read)] ? cell(line, ReviewColumn::as_read) : row.value;
  row.is_doubtful = !cell(line, ReviewColumn::check).empty();
  row.confidence = percent_in(cell(line, ReviewColumn::confidence));
  row.lines = cell(line, ReviewColumn::lines);
  row.quote = cell(line, ReviewColumn::quote);
  row.help = cell(line, ReviewColumn::help);
  const auto decision = cell(line, ReviewColumn::decision);
  if (const auto read = decision_of(decision)) row.decision = *read;
  else fault(Kind::unknown_decision, line.number, words(ReviewColumn::decision), decision);
  if (row.value.size() > kLongestValue) fault(Kind::too_long, line.number, words(ReviewColumn::value), row.value);
  const bool is_name = row.field == ReviewField::name || row.field == ReviewField::party || row.field == ReviewField::signatory || row.field == ReviewField::title;
  if (may_lack_letters_ && is_name && row.value.find('?') != std::string::npos && row.decision != ReviewDecision::yes) {
    fault(Kind::lost_letters, line.number, words(ReviewColumn::value), row.value);
  }
}

void FormReader::require_document() {
  for (const auto field : {ReviewField::file, ReviewField::sha256}) {
    const auto found = places_.find({ReviewSubject::document, 0, field, 0});
    const bool is_there = found != places_.end() && !file_.review.rows[found->second].value.empty();
    if (!is_there) fault(Kind::no_document, 0, {}, field_words({.field = field}, file_.review.language));
  }
}

}  // namespace

ReviewFile read_review(std::string_view bytes) {
  if (looks_like_workbook(bytes)) return FormReader(lines_of_workbook(bytes), false).read();
  const auto decoded = decode(bytes);
  std::vector<Line> best;
  std::size_t known = 0;
  for (const char delimiter : {';', ',', '\t'}) {
    // The header alone says by what the cells are parted; what stands above it is short.
    const auto head = std::string_view(decoded.text).substr(0, 8'192);
    const auto found = header_in(lines_of_csv(head, delimiter)).known;
    if (found <= known) continue;
    known = found;
    best = lines_of_csv(decoded.text, delimiter);
  }
  return FormReader(std::move(best), decoded.encoding == Encoding::windows_1252).read();
}

}  // namespace maillage::documents
