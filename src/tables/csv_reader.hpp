// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// What is wrong with the form of a CSV text, at a place.
struct CsvProblem {
  enum class Kind : std::uint8_t {
    unterminated_quote,     ///< a quoted field that never ends; `line` is where it begins
    text_after_quote,       ///< characters between a closing quote and the next delimiter
    quote_in_plain_field,   ///< a quote inside a field that does not begin with one (kept as it is)
    too_many_fields,        ///< more fields than the header has
    too_few_fields,         ///< fewer fields than the header has (the rest read as empty)
    invalid_utf8,           ///< bytes that are no UTF-8 (replaced by U+FFFD)
    null_byte,              ///< (replaced by U+FFFD)
    field_too_long          ///< beyond CsvOptions::max_field_bytes (cut there)
  } kind;
  std::uint64_t line = 0;    ///< line of the file, from 1
  std::uint32_t column = 0;  ///< field, from 0
  std::string value;         ///< the field's beginning, at most 200 bytes
};

struct CsvOptions {
  char delimiter = ',';
  std::size_t max_field_bytes = 1U << 20;
};

/// One record as it is read; views are valid during the call only.
struct CsvRecord {
  std::uint64_t line = 0;                   ///< line of the file where the record begins, from 1 (the header's is 1)
  std::span<const std::string_view> fields;
};

/// Reads CSV (RFC 4180; LF or CRLF; quoted fields may hold line ends) record by record, in constant memory.
///
/// A byte-order mark is skipped; empty lines are skipped. A lone CR ends a line as well. A record shorter than the header
/// is filled up with empty fields; of a longer one the further fields are handed over too. What an unterminated quote
/// has swallowed is cut at its line ends again, so that one slip does not hide the rows after it. Nothing throws for what stands in the text: problems are
/// handed to `on_problem` and reading goes on as far as sense can be made. The first record is the header and is
/// handed over like the others. About 500 MB/s.
class CsvReader {
 public:
  using OnRecord = std::function<void(const CsvRecord&)>;
  using OnProblem = std::function<void(const CsvProblem&)>;

  CsvReader(CsvOptions options, OnRecord on_record, OnProblem on_problem);
  /// The next piece of the text, cut anywhere.
  void feed(std::string_view piece);
  /// The text has ended.
  void finish();

 private:
  enum class State : std::uint8_t { field_start, plain, quoted, quote_in_quoted, after_quote };

  void skip_mark(std::string_view& piece);
  void consume(std::string_view piece);
  std::size_t whole_line(std::string_view line);
  std::size_t step(std::string_view rest);
  std::size_t step_quoted(std::string_view rest);
  std::size_t step_unquoted(std::string_view rest);
  void store(std::string_view bytes);
  void end_field();
  void end_record();
  void repair_fields();
  void hand_over(bool is_cut);
  void split_unterminated();
  void problem(CsvProblem::Kind kind, std::uint64_t line, std::size_t column, std::string_view value) const;

  CsvOptions options_;
  OnRecord on_record_;
  OnProblem on_problem_;
  State state_ = State::field_start;
  std::string mark_;                      // first bytes of the text while it is open whether they are a mark
  std::string text_;                      // the bytes of the record's fields, one after the other
  std::vector<std::size_t> field_ends_;   // in text_
  std::vector<std::string_view> fields_;
  std::vector<std::string> repaired_;
  std::size_t field_start_ = 0;           // in text_
  std::size_t fields_dropped_ = 0;        // beyond what is kept of one record
  std::uint64_t line_ = 1, record_line_ = 1, quote_line_ = 1;
  std::size_t header_fields_ = 0;
  bool has_header_ = false, is_too_long_ = false, was_quoted_ = false, is_text_after_quote_told_ = false;
  bool is_quote_in_plain_told_ = false, skip_line_feed_ = false, at_start_ = true, is_split_ = false;
  bool is_cut_short_ = false;  // the record ends where a quote swallowed the rest of it
};

/// A whole CSV text in memory: header and records, for small tables and tests.
struct CsvTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> records;
  std::vector<std::uint64_t> lines;  ///< where each record begins
  std::vector<CsvProblem> problems;
  /// Field of a record by column name; empty where there is no such column.
  const std::string& at(std::size_t record, std::string_view column) const;
};
CsvTable read_csv(std::string_view text, CsvOptions options = {});

}  // namespace maillage
