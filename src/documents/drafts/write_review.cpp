// SPDX-License-Identifier: Apache-2.0
#include "documents/drafts/write_review.hpp"

#include <algorithm>
#include <array>

#include "documents/drafts/review_words.hpp"
#include "tables/table.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage::documents {
namespace {

// One line: a spreadsheet shows a row of several lines cut off.
std::string one_line(std::string text) {
  for (auto& c : text) {
    if (static_cast<unsigned char>(c) < 0x20U) c = ' ';
  }
  return text;
}

int rank(const ReviewRow& row) {
  if (row.subject == ReviewSubject::document && !row.is_doubtful) return 0;
  if (row.is_doubtful) return 1;
  return row.subject == ReviewSubject::contact ? 3 : 2;
}

std::string cell(const ReviewRow& row, ReviewColumn column, ReviewLanguage language) {
  switch (column) {
    case ReviewColumn::check: return row.is_doubtful ? std::string(sentence(ReviewSentence::to_check, language)) : std::string();
    case ReviewColumn::record: return record_words(row, language);
    case ReviewColumn::field: return field_words(row, language);
    case ReviewColumn::value: return row.value;
    case ReviewColumn::decision: return std::string(decision_words(row.decision, language));
    case ReviewColumn::help: return row.help;
    case ReviewColumn::quote: return row.quote;
    case ReviewColumn::lines: return row.lines;
    case ReviewColumn::confidence: return row.confidence == 0 ? std::string() : std::to_string(row.confidence);
    case ReviewColumn::as_read: return row.as_read;
  }
  return {};
}

void append_line(std::string& text, const std::array<std::string, kReviewColumns>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) text += (i > 0 ? ";" : "") + csv_field(one_line(cells[i]), ';');
  text += "\r\n";
}

std::vector<const ReviewRow*> in_order(const Review& review) {
  std::vector<const ReviewRow*> rows;
  for (const auto& row : review.rows) rows.push_back(&row);
  std::ranges::stable_sort(rows, {}, [](const ReviewRow* row) { return rank(*row); });
  return rows;
}

// Columns of the workbook by what stands in them, in characters; what was read is there for `accept` alone.
constexpr auto kWidths = std::to_array<double>({11, 14, 26, 44, 13, 36, 56, 10, 11, 0});

}  // namespace

std::string write_review(const Review& review) {
  std::string text = "\xEF\xBB\xBF";
  std::array<std::string, kReviewColumns> cells;
  for (std::size_t i = 0; i < kReviewColumns; ++i) cells[i] = column_words(static_cast<ReviewColumn>(i), review.language);
  append_line(text, cells);
  for (const auto* row : in_order(review)) {
    for (std::size_t i = 0; i < kReviewColumns; ++i) cells[i] = cell(*row, static_cast<ReviewColumn>(i), review.language);
    append_line(text, cells);
  }
  return text;
}

std::string write_review(const ReadDocument& read, const ReviewMeta& meta) { return write_review(review_of(read, meta)); }

std::string write_review_workbook(const Review& review) {
  SheetToWrite sheet;
  sheet.table.name = sentence(ReviewSentence::form, review.language);
  const auto letter = [](ReviewColumn column) { return std::string(1, static_cast<char>('A' + static_cast<char>(column))) + "2"; };
  for (std::size_t i = 0; i < kReviewColumns; ++i) {
    const auto key = std::to_string(i);
    sheet.table.columns.push_back({key, std::string(column_words(static_cast<ReviewColumn>(i), review.language))});
    sheet.texts.insert(key);
    sheet.widths[key] = kWidths[i];
  }
  const auto decision = std::to_string(static_cast<std::size_t>(ReviewColumn::decision));
  for (const auto one : {ReviewDecision::yes, ReviewDecision::no, ReviewDecision::unsure, ReviewDecision::keep, ReviewDecision::replace}) {
    sheet.choices[decision].emplace_back(decision_words(one, review.language));
  }
  sheet.marked_where = "AND($" + letter(ReviewColumn::check) + "<>\"\",$" + letter(ReviewColumn::decision) + "=\"\",EXACT($" +
                       letter(ReviewColumn::value) + ",$" + letter(ReviewColumn::as_read) + "))";
  for (const auto* row : in_order(review)) {
    auto& cells = sheet.table.rows.emplace_back();
    for (std::size_t i = 0; i < kReviewColumns; ++i) cells.emplace_back(one_line(cell(*row, static_cast<ReviewColumn>(i), review.language)));
  }
  return to_xlsx({sheet}, {});
}

}  // namespace maillage::documents
