// SPDX-License-Identifier: Apache-2.0
#include "records/office/rows_of_number.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "names/name_index.hpp"
#include "names/similarity.hpp"

namespace maillage {
namespace {

constexpr double kSameTitle = 0.85;      // from here on two titles are one with a slip of the pen
constexpr std::size_t kMostCompared = 2'000;  // rows of one number, each with each: a twentieth of a second
constexpr std::size_t kMostTitles = 300;      // likewise

using Places = std::vector<std::size_t>;

// The rows with their texts as numbers, so that comparing two of them costs next to nothing.
class ComparedRows {
 public:
  ComparedRows(std::span<const StagedAgreement* const> rows, NumberKind kind) : rows_(rows), kind_(kind) {
    std::map<std::string, std::size_t> columns;
    for (const auto* row : rows) {
      for (const auto& [column, text] : row->cells) columns.try_emplace(column, columns.size());
    }
    std::map<std::pair<std::size_t, std::string>, int> numbers;
    for (const auto* row : rows) {
      auto& said = said_.emplace_back(columns.size(), kNothing);
      for (const auto& [column, text] : row->cells) {
        const auto place = columns.at(column);
        said[place] = numbers.try_emplace({place, column == "title" ? folded(text) : text}, static_cast<int>(numbers.size())).first->second;
      }
    }
    if (const auto title = columns.find("title"); title != columns.end()) title_ = title->second;
    compare_titles(numbers);
  }

  std::size_t size() const { return rows_.size(); }
  const StagedAgreement& row(std::size_t r) const { return *rows_[r]; }
  bool says_nothing(std::size_t r) const {
    return std::ranges::all_of(rows_[r]->cells, [](const auto& cell) { return cell.first == "reference"; });
  }
  bool contradict(std::size_t a, std::size_t b) const {
    if (kind_ == NumberKind::id) return titles_differ(a, b, true) && others_differ(a, b);
    return titles_differ(a, b, false) || others_differ(a, b);
  }
  // Of an agreement and one of its parties, each in a table of its own.
  bool contradicts_agreement(std::size_t party, std::size_t agreement) const {
    if (row(party).table_number == row(agreement).table_number) return contradict(party, agreement);
    return titles_differ(party, agreement, true) && (kind_ == NumberKind::reference || others_differ(party, agreement));
  }
  // Columns in which two rows say the same.
  std::size_t shared(std::size_t a, std::size_t b) const {
    std::size_t count = 0;
    for (std::size_t c = 0; c < said_[a].size(); ++c) count += said_[a][c] != kNothing && said_[a][c] == said_[b][c] ? 1 : 0;
    return count;
  }

 private:
  static constexpr int kNothing = -1;

  bool titles_differ(std::size_t a, std::size_t b, bool may_slip) const {
    if (!title_) return false;
    const auto first = said_[a][*title_], second = said_[b][*title_];
    if (first == kNothing || second == kNothing || first == second) return false;
    return !may_slip || !std::ranges::binary_search(alike_, std::pair<int, int>(std::minmax(first, second)));
  }
  bool others_differ(std::size_t a, std::size_t b) const {
    for (std::size_t c = 0; c < said_[a].size(); ++c) {
      if (c != title_ && said_[a][c] != kNothing && said_[b][c] != kNothing && said_[a][c] != said_[b][c]) return true;
    }
    return false;
  }
  void compare_titles(const std::map<std::pair<std::size_t, std::string>, int>& numbers) {
    std::vector<std::pair<std::string_view, int>> titles;
    for (const auto& [said, number] : numbers) {
      if (title_ == said.first) titles.emplace_back(said.second, number);
    }
    if (titles.size() > kMostTitles) return;
    for (std::size_t a = 0; a < titles.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) {
        if (alikeness(titles[a].first, titles[b].first) >= kSameTitle) alike_.emplace_back(std::minmax(titles[a].second, titles[b].second));
      }
    }
    std::ranges::sort(alike_);
  }

  std::span<const StagedAgreement* const> rows_;
  NumberKind kind_;
  std::vector<std::vector<int>> said_;         // by row and column
  std::optional<std::size_t> title_;
  std::vector<std::pair<int, int>> alike_;     // titles that are nearly the same, the smaller number first
};

class Parting {
 public:
  Parting(std::span<const StagedAgreement* const> rows, NumberKind kind) : rows_(rows, kind), kind_(kind) {}

  PartedRows run() {
    const auto [agreements, others] = by_tables();
    part(agreements);
    const auto rest = put_to(0, others, &ComparedRows::contradicts_agreement);
    part(rest);
    return std::move(result_);
  }

 private:
  using Contradict = bool (ComparedRows::*)(std::size_t, std::size_t) const;

  // Rows that name no party, where rows of another table do: the agreements; and the other rows.
  std::pair<Places, Places> by_tables() const {
    std::pair<Places, Places> parts;
    for (std::size_t r = 0; r < rows_.size(); ++r) (rows_.row(r).names_party ? parts.second : parts.first).push_back(r);
    const bool are_apart = std::ranges::any_of(parts.second, [&](auto party) {
      return std::ranges::any_of(parts.first, [&](auto agreement) { return rows_.row(party).table_number != rows_.row(agreement).table_number; });
    });
    if (!are_apart) {
      parts.first.clear();
      parts.second.resize(rows_.size());
      std::iota(parts.second.begin(), parts.second.end(), std::size_t{0});
    }
    return parts;
  }

  // Rows of which none contradicts another are one agreement; a row that goes with several that contradict one another is
  // looked at when these are known.
  void part(const Places& rows) {
    if (rows.empty()) return;
    if (rows.size() > kMostCompared) return part_equal(rows);
    const auto first = result_.agreements.size();
    const auto goes_with = neighbours(rows);
    std::vector<bool> is_clear(rows.size()), is_placed(rows.size(), false);
    for (std::size_t a = 0; a < rows.size(); ++a) is_clear[a] = are_one(goes_with, a);
    Places unclear;
    for (std::size_t a = 0; a < rows.size(); ++a) {
      if (!is_clear[a]) unclear.push_back(rows[a]);
      if (!is_clear[a] || is_placed[a]) continue;
      auto& agreement = result_.agreements.emplace_back();
      for (std::size_t b = a; b < rows.size(); ++b) {
        if (!goes_with[a][b] || !is_clear[b]) continue;
        agreement.push_back(rows[b]);
        is_placed[b] = true;
      }
    }
    for (const auto row : put_to(first, unclear, &ComparedRows::contradict)) result_.agreements.push_back({row});
  }

  // For each row those that do not contradict it, itself among them.
  std::vector<std::vector<bool>> neighbours(const Places& rows) const {
    std::vector<std::vector<bool>> goes_with(rows.size(), std::vector<bool>(rows.size(), true));
    for (std::size_t a = 0; a < rows.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) goes_with[a][b] = goes_with[b][a] = !rows_.contradict(rows[a], rows[b]);
    }
    return goes_with;
  }

  // Does nothing that goes with the row contradict anything else that does?
  static bool are_one(const std::vector<std::vector<bool>>& goes_with, std::size_t row) {
    for (std::size_t b = 0; b < goes_with.size(); ++b) {
      if (!goes_with[row][b] || goes_with[b] == goes_with[row]) continue;
      for (std::size_t c = 0; c < goes_with.size(); ++c) {
        if (goes_with[row][c] && !goes_with[b][c]) return false;
      }
    }
    return true;
  }

  void part_equal(const Places& rows) {
    for (const auto row : rows) {
      if (rows_.says_nothing(row)) result_.unattached.push_back(row);
      else result_.agreements.push_back({row});
    }
  }

  // Puts each row to the one agreement, from number `first` on, that it goes with; to that which it agrees with most where
  // there are several. Those that are agreements of their own.
  Places put_to(std::size_t first, const Places& rows, Contradict contradict) {
    Places own;
    std::vector<std::pair<std::size_t, std::size_t>> put;  // agreements and rows: what is put decides nothing
    for (const auto row : rows) {
      const auto candidates = nearest(first, row, contradict);
      const bool may_be_own = kind_ == NumberKind::reference && contradict == &ComparedRows::contradict && !rows_.says_nothing(row);
      if (candidates.size() == 1) put.emplace_back(candidates[0], row);
      else if (candidates.empty() || may_be_own) own.push_back(row);
      else result_.unattached.push_back(row);
    }
    for (const auto& [agreement, row] : put) result_.agreements[agreement].push_back(row);
    return own;
  }

  // Of the agreements that the row does not contradict those with which it shares most.
  Places nearest(std::size_t first, std::size_t row, Contradict contradict) const {
    Places best;
    std::size_t most = 0;
    for (auto a = first; a < result_.agreements.size(); ++a) {
      const auto& agreement = result_.agreements[a];
      if (std::ranges::any_of(agreement, [&](auto other) { return (rows_.*contradict)(row, other); })) continue;
      std::size_t shared = 0;
      for (const auto other : agreement) shared = std::max(shared, rows_.shared(row, other));
      if (shared > most) best.clear();
      if (shared >= most) best.push_back(a);
      most = std::max(most, shared);
    }
    return best;
  }

  ComparedRows rows_;
  NumberKind kind_;
  PartedRows result_;
};

}  // namespace

PartedRows part_rows(std::span<const StagedAgreement* const> rows, NumberKind kind) { return Parting(rows, kind).run(); }

}  // namespace maillage
