// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "records/text_tables.hpp"

namespace maillage {

/// Where something is said, and who has looked at it.
struct ClaimOrigin {
  std::string source;    ///< id
  std::string locator;   ///< `l. 12-14`; may be empty
  std::string reason;    ///< why it is inferred; empty: the source states it
  std::string reviewed;  ///< EDTF of the day on which a person looked at it; empty: nobody did
};

/// What becomes of a claim.
enum class ClaimState : std::uint8_t {
  added,    ///< a row or value that was not there
  same,     ///< the data say so already
  refined,  ///< the data said less: a month where this is a day, announced where this is signed
  beside,   ///< said in other words (titles, functions, axes): kept as a claim, the value stays
  conflict, ///< another value: both claims stay, the value stays
  taken     ///< another value, which a person decided to take
};

/// What is to happen to another value of a field that has one.
enum class OnConflict : std::uint8_t { undecided, keep, take };

struct ClaimResult {
  ClaimState state = ClaimState::same;
  std::string before;  ///< what the data say, where they say anything
};

/// Tables of a package that take claims of sources: rows are added, empty cells filled, every claim gets its evidence and,
/// where a person looked at it, a row of `reviews`. The same claim again changes nothing. Rows that are there keep their
/// places; others come behind them.
class AcceptedTables {
 public:
  using Cells = std::vector<std::pair<std::string_view, std::string>>;

  /// O(rows · log).
  explicit AcceptedTables(TextTables tables);
  const TextTables& tables() const { return tables_; }
  const TextTable* table(std::string_view name) const { return tables_.find(name); }

  /// The row with the key that evidence calls it by and these cells; nothing where there is none. O(log).
  std::optional<std::size_t> find_row(std::string_view table, const Cells& key);
  /// A row that is there or is added; the claim that it exists. `key`: all key columns of the table.
  ClaimState claim_row(std::string_view table, const Cells& key, const ClaimOrigin& origin);
  /// What a source says of a field of a row that is there.
  ClaimResult claim_value(std::string_view table, std::size_t row, std::string_view field, const std::string& value,
                          const ClaimOrigin& origin, OnConflict on_conflict = OnConflict::undecided);
  /// Would claim_value() find another value?
  bool would_conflict(std::string_view table, std::size_t row, std::string_view field, const std::string& value) const;
  /// A row without evidence: a source, a territory, a decision. Its number.
  std::size_t add_row(std::string_view table, const Cells& cells);
  /// Fills an empty cell; false where it is not empty.
  bool fill(std::string_view table, std::size_t row, std::string_view field, const std::string& value);
  /// Puts a value into a cell that is no key, without evidence.
  void set(std::string_view table, std::size_t row, std::string_view field, const std::string& value) { tables_[table].at(row, field) = value; }
  /// An evidence row as it is, unless the same stands there.
  void add_evidence(const Cells& cells);
  /// A remark on the claim of a source, where it has none.
  void note_claim(std::string_view source, std::string_view table, const std::string& key, std::string_view field, const std::string& note);
  std::string note_of_claim(std::string_view source, std::string_view table, const std::string& key, std::string_view field) const;
  /// Rows of a table of which a source says a field, with what it says. O(claims of the source).
  std::vector<std::pair<std::string, std::string>> rows_of_source(std::string_view source, std::string_view table, std::string_view field) const;
  /// An id that no row of the table has: `-2`, `-3`, … behind it where it is taken.
  std::string free_id(std::string_view table, const std::string& wanted);
  /// How evidence calls a row: its id, else its first two key columns.
  std::string key_of(std::string_view table, std::size_t row) const;

 private:
  using Place = std::tuple<std::string, std::string, std::string>;  // table, key, field
  const std::vector<std::size_t>& claims_of(const Place& place) const;
  bool is_register(const std::string& source) const;
  void index_row(std::string_view table, std::size_t row);
  void mark_reviewed(const Place& place, const ClaimOrigin& origin);
  void keep_value_of_register(const Place& place, const std::string& before);
  void add_claim(const Place& place, const std::string& value, const ClaimOrigin& origin, std::string_view accepted);
  void reject_others(const Place& place, const std::string& value, const std::string& before);

  TextTables tables_;
  std::map<std::string, std::map<std::string, std::size_t>, std::less<>> row_of_;  // table → key columns → row
  std::map<Place, std::vector<std::size_t>> claims_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> claims_of_source_;
  std::set<std::string> reviews_;
};

}  // namespace maillage
