// SPDX-License-Identifier: Apache-2.0
#include "tables/csv_reader.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace maillage {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kMaxFields = 4096;  // of one record: a line of a million delimiters costs no memory

// What stands in a line that makes it more than fields between delimiters. One pass that the compiler vectorises.
struct Oddities {
  bool quote_or_return = false, null = false, not_ascii = false;
};
Oddities oddities_of(std::string_view line) {
  unsigned char quote_or_return = 0, null = 0, high = 0;
  for (const char c : line) {
    quote_or_return |= static_cast<unsigned char>((c == '"') | (c == '\r'));
    null |= static_cast<unsigned char>(c == '\0');
    high |= static_cast<unsigned char>(c);
  }
  return {quote_or_return != 0, null != 0, (high & 0x80U) != 0};
}

// Length of the UTF-8 sequence at the beginning of a text; 0 where there is none. No surrogates, no overlong forms.
std::size_t sequence_length(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto first = at(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((at(i) & 0xC0U) != 0x80U) return 0;
  }
  const bool refused = (first == 0xE0 && at(1) < 0xA0) || (first == 0xED && at(1) > 0x9F) ||
                       (first == 0xF0 && at(1) < 0x90) || (first == 0xF4 && at(1) > 0x8F);
  return refused ? 0 : length;
}

// First place that is no UTF-8 or a null byte; npos where all is well.
std::size_t first_bad_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::uint64_t word = 0;
    if (i + sizeof word <= text.size()) {
      std::memcpy(&word, text.data() + i, sizeof word);
      const auto has_null = (word - 0x0101010101010101ULL) & ~word & 0x8080808080808080ULL;
      if (((word & 0x8080808080808080ULL) | has_null) == 0) {
        i += sizeof word;
        continue;
      }
    }
    const auto length = text[i] == '\0' ? 0 : sequence_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

std::string without_bad_bytes(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const auto good = std::min(first_bad_byte(text), text.size());
    result.append(text.substr(0, good));
    text.remove_prefix(good);
    if (text.empty()) break;
    result.append(kReplacement);
    text.remove_prefix(1);
  }
  return result;
}

std::string beginning_of(std::string_view text) {
  constexpr std::size_t longest = 200;
  if (text.size() <= longest) return without_bad_bytes(text);
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return without_bad_bytes(text.substr(0, end)).substr(0, 3 * longest);
}

}  // namespace

CsvReader::CsvReader(CsvOptions options, OnRecord on_record, OnProblem on_problem)
    : options_(options), on_record_(std::move(on_record)), on_problem_(std::move(on_problem)) {}

void CsvReader::problem(CsvProblem::Kind kind, std::uint64_t line, std::size_t column, std::string_view value) const {
  if (on_problem_) on_problem_({kind, line, static_cast<std::uint32_t>(column), beginning_of(value)});
}

void CsvReader::feed(std::string_view piece) {
  if (at_start_) skip_mark(piece);
  consume(piece);
}

// The mark may be cut over several pieces.
void CsvReader::skip_mark(std::string_view& piece) {
  while (at_start_ && !piece.empty()) {
    if (piece.front() == kMark[mark_.size()]) {
      mark_.push_back(piece.front());
      piece.remove_prefix(1);
      if (mark_.size() < kMark.size()) continue;
      mark_.clear();
    }
    at_start_ = false;
  }
  if (!at_start_ && !mark_.empty()) consume(std::exchange(mark_, {}));
}

void CsvReader::consume(std::string_view piece) {
  const char* slow_until = nullptr;  // a line that had to be read byte by byte is not tried again
  while (!piece.empty()) {
    if (std::exchange(skip_line_feed_, false) && piece.front() == '\n') {
      piece.remove_prefix(1);
      continue;
    }
    const bool is_new_record = state_ == State::field_start && field_ends_.empty() && fields_dropped_ == 0;
    if (is_new_record) record_line_ = line_;
    std::size_t used = 0;
    if (is_new_record && piece.data() >= slow_until) {
      const auto end = std::min(piece.find('\n'), piece.size());
      if (end < piece.size()) used = whole_line(piece.substr(0, end));
      slow_until = piece.data() + end;
    }
    if (used == 0) used = step(piece);
    piece.remove_prefix(used);
  }
}

// A line without quotes that lies whole in the piece is handed over without a copy. Bytes used, its line feed included;
// 0: it is no such line.
std::size_t CsvReader::whole_line(std::string_view line) {
  const auto used = line.size() + 1;
  if (line.ends_with('\r')) line.remove_suffix(1);
  const auto odd = oddities_of(line);
  if (odd.quote_or_return || odd.null || line.size() > options_.max_field_bytes) return 0;
  if (odd.not_ascii && first_bad_byte(line) != std::string_view::npos) return 0;
  ++line_;
  if (line.empty()) return used;
  fields_.clear();
  for (auto next = line.find(options_.delimiter); next != std::string_view::npos && fields_.size() + 1 < kMaxFields;
       next = line.find(options_.delimiter)) {
    fields_.push_back(line.substr(0, next));
    line.remove_prefix(next + 1);
  }
  const auto next = line.find(options_.delimiter);
  fields_.push_back(line.substr(0, next));
  hand_over(next != std::string_view::npos);
  return used;
}

std::size_t CsvReader::step(std::string_view rest) {
  return state_ == State::quoted ? step_quoted(rest) : step_unquoted(rest);
}

void CsvReader::store(std::string_view bytes) {
  const auto room = options_.max_field_bytes - std::min(options_.max_field_bytes, text_.size() - field_start_);
  if (bytes.size() > room && !std::exchange(is_too_long_, true)) {
    problem(CsvProblem::Kind::field_too_long, record_line_, field_ends_.size(),
            std::string_view(text_).substr(field_start_));
  }
  if (fields_dropped_ == 0) text_.append(bytes.substr(0, room));
}

std::size_t CsvReader::step_quoted(std::string_view rest) {
  const auto run = rest.substr(0, rest.find('"'));
  store(run);
  line_ += static_cast<std::uint64_t>(std::ranges::count(run, '\n'));
  if (run.size() == rest.size()) return run.size();
  state_ = State::quote_in_quoted;
  return run.size() + 1;
}

std::size_t CsvReader::step_unquoted(std::string_view rest) {
  const char c = rest.front();
  if (c == options_.delimiter) {
    end_field();
    return 1;
  }
  if (c == '\n' || c == '\r') {
    skip_line_feed_ = c == '\r';
    end_field();
    ++line_;
    end_record();
    return 1;
  }
  if (c == '"' && state_ == State::field_start) {
    state_ = State::quoted;
    was_quoted_ = true;
    quote_line_ = line_;
    return 1;
  }
  if (c == '"' && state_ == State::quote_in_quoted) {  // a doubled quote is a quote
    store("\"");
    state_ = State::quoted;
    return 1;
  }
  if (state_ == State::quote_in_quoted) state_ = State::after_quote;
  if (state_ == State::field_start) state_ = State::plain;
  std::size_t length = 0;
  bool has_quote = false;
  while (length < rest.size() && rest[length] != options_.delimiter && rest[length] != '\n' && rest[length] != '\r') {
    has_quote |= rest[length++] == '"';
  }
  store(rest.substr(0, length));
  if (state_ == State::after_quote && !std::exchange(is_text_after_quote_told_, true)) {
    problem(CsvProblem::Kind::text_after_quote, quote_line_, field_ends_.size(),
            std::string_view(text_).substr(field_start_));
  }
  if (state_ == State::plain && has_quote && !std::exchange(is_quote_in_plain_told_, true)) {
    problem(CsvProblem::Kind::quote_in_plain_field, line_, field_ends_.size(),
            std::string_view(text_).substr(field_start_));
  }
  return length;
}

void CsvReader::end_field() {
  if (field_ends_.size() < kMaxFields) {
    field_ends_.push_back(text_.size());
  } else {
    ++fields_dropped_;
  }
  field_start_ = text_.size();
  is_too_long_ = is_text_after_quote_told_ = is_quote_in_plain_told_ = false;
  state_ = State::field_start;
}

void CsvReader::end_record() {
  const bool is_empty_line = field_ends_.size() == 1 && text_.empty() && !was_quoted_;
  if (!is_empty_line && !field_ends_.empty()) {
    fields_.clear();
    std::size_t start = 0;
    for (const auto end : field_ends_) {
      fields_.push_back(std::string_view(text_).substr(start, end - start));
      start = end;
    }
    repair_fields();
    hand_over(fields_dropped_ > 0);
  }
  text_.clear();
  field_ends_.clear();
  field_start_ = fields_dropped_ = 0;
  was_quoted_ = false;
  state_ = State::field_start;
  record_line_ = line_;
}

void CsvReader::repair_fields() {
  if (first_bad_byte(text_) == std::string_view::npos) return;
  repaired_.clear();
  repaired_.reserve(fields_.size());  // views into the strings must stay
  for (std::size_t column = 0; column < fields_.size(); ++column) {
    const auto field = fields_[column];
    if (first_bad_byte(field) == std::string_view::npos) continue;
    repaired_.push_back(without_bad_bytes(field));
    fields_[column] = repaired_.back();
    auto rest = field;
    bool has_null = false, has_invalid = false;
    for (auto bad = first_bad_byte(rest); bad != std::string_view::npos; bad = first_bad_byte(rest)) {
      (rest[bad] == '\0' ? has_null : has_invalid) = true;
      rest.remove_prefix(bad + 1);
    }
    if (has_null) problem(CsvProblem::Kind::null_byte, record_line_, column, field);
    if (has_invalid) problem(CsvProblem::Kind::invalid_utf8, record_line_, column, field);
  }
}

void CsvReader::hand_over(bool is_cut) {
  if (!std::exchange(has_header_, true)) header_fields_ = fields_.size();
  if (fields_.size() > header_fields_ || is_cut) {
    std::string_view first;
    for (auto i = header_fields_; i < fields_.size() && first.empty(); ++i) first = fields_[i];
    problem(CsvProblem::Kind::too_many_fields, record_line_, header_fields_, first);
  } else if (fields_.size() < header_fields_) {
    if (!is_cut_short_) problem(CsvProblem::Kind::too_few_fields, record_line_, fields_.size(), "");
    fields_.resize(header_fields_);
  }
  if (on_record_) on_record_({record_line_, fields_});
}

// A quoted field that never ends holds the rest of the file: its first line is the field, the others are records again.
// Every quote in it was doubled in the file.
void CsvReader::split_unterminated() {
  const auto swallowed = text_.substr(field_start_);
  problem(CsvProblem::Kind::unterminated_quote, quote_line_, field_ends_.size(),
          std::string_view(swallowed).substr(0, swallowed.find('\n')));
  const auto line_end = swallowed.find('\n');
  if (is_split_ || is_too_long_ || line_end == std::string::npos) return;
  is_split_ = true;
  text_.resize(field_start_ + line_end);
  if (text_.ends_with('\r')) text_.pop_back();
  state_ = State::plain;
  line_ = quote_line_ + 1;
  is_cut_short_ = true;
  end_field();
  end_record();
  is_cut_short_ = false;
  std::string again;
  for (const char c : swallowed.substr(line_end + 1)) again.append(c == '"' ? 2 : 1, c);
  consume(again);
}

void CsvReader::finish() {
  at_start_ = false;
  if (!mark_.empty()) consume(std::exchange(mark_, {}));
  if (state_ == State::quoted) split_unterminated();
  if (state_ == State::quoted && is_split_) split_unterminated();
  if (state_ != State::field_start || !field_ends_.empty() || fields_dropped_ > 0) {
    end_field();
    end_record();
  }
}

const std::string& CsvTable::at(std::size_t record, std::string_view column) const {
  static const std::string empty;
  const auto found = std::ranges::find(header, column);
  const auto place = static_cast<std::size_t>(found - header.begin());
  return found == header.end() || place >= records[record].size() ? empty : records[record][place];
}

CsvTable read_csv(std::string_view text, CsvOptions options) {
  CsvTable table;
  bool has_header = false;
  CsvReader reader(
      options,
      [&](const CsvRecord& record) {
        std::vector<std::string> fields(record.fields.begin(), record.fields.end());
        if (!std::exchange(has_header, true)) {
          table.header = std::move(fields);
          return;
        }
        table.records.push_back(std::move(fields));
        table.lines.push_back(record.line);
      },
      [&](const CsvProblem& problem) { table.problems.push_back(problem); });
  reader.feed(text);
  reader.finish();
  return table;
}

}  // namespace maillage
