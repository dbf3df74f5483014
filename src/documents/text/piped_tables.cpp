// SPDX-License-Identifier: Apache-2.0
#include "documents/text/piped_tables.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "documents/text/letters.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLeastRows = 2, kLeastLines = 3;
constexpr auto kGroups = std::to_array<std::string_view>({"bloc", "categorie", "college", "domaine", "famille", "groupe", "nature", "niveau", "secteur",
                                                          "type", "types", "categories", "colleges"});
constexpr auto kBound = std::to_array<std::string_view>({"signataire", "signataires", "partie", "parties", "partenaire", "partenaires"});

constexpr auto kHeads = std::to_array<std::string_view>(
    {"autorite", "civilite", "collectivite", "date", "employeur", "entite", "etablissement", "fonction", "fonctions", "institution", "institutions", "nom", "noms",
     "nom et prenom", "nom prenom", "noms et prenoms", "organisation", "organisme", "organismes", "partie", "partenaire", "prenom", "prenom et nom", "prenom nom",
     "personne", "poste", "pour", "qualite", "represente par", "representant", "representants", "signataire", "signataires", "signature", "structure", "structures", "titre"});

using Row = std::vector<std::string>;

bool has_bar(std::string_view line) { return line.find('|') != std::string_view::npos; }

/// « -----|----- », « +----+----+ »
bool is_drawn(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find_first_not_of("|-+:= ") == std::string_view::npos;
}

std::string trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return std::string(text);
}

Row cells_of(std::string_view line) {
  Row cells;
  for (std::size_t at = 0; at <= line.size();) {
    const auto bar = std::min(line.find('|', at), line.size());
    cells.push_back(trimmed(line.substr(at, bar - at)));
    at = bar + 1;
  }
  if (cells.size() > 2 && cells.front().empty() && trimmed(line).starts_with('|')) cells.erase(cells.begin());
  if (cells.size() > 1 && cells.back().empty() && trimmed(line).ends_with('|')) cells.pop_back();
  return cells;
}

bool begins_small(const std::string& cell) {
  std::int32_t at = 0;
  return !cell.empty() && u_islower(next_letter(cell, at));
}

/// The rows of the lines first … last-1 of a text.
class Table {
 public:
  Table(const std::vector<SourceLine>& lines, std::size_t first, std::size_t last) {
    for (auto at = first; at < last; ++at) {
      if (is_drawn(lines[at].text)) {
        if (rows_.size() == 1 && head_.empty()) {
          head_ = std::move(rows_.front());
          rows_.clear(), lines_.clear();
        }
        continue;
      }
      auto cells = cells_of(lines[at].text);
      if (goes_on(cells)) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
          if (!cells[i].empty()) rows_.back()[i] += (rows_.back()[i].empty() ? "" : " ") + cells[i];
        }
        continue;
      }
      rows_.push_back(std::move(cells));
      lines_.push_back(&lines[at]);
    }
  }
  bool is_table() const {
    return rows_.size() >= kLeastRows && rows_.front().size() >= 2 &&
           std::ranges::all_of(rows_, [&](const Row& row) { return row.size() == rows_.front().size(); });
  }
  /// « Signataire | Fonction | Organisme », over rows without a stroke between: no row, a head.
  void take_head() {
    const auto says_head = [](const std::string& cell) { return std::ranges::count(kHeads, folded(cell)) > 0; };
    if (!head_.empty() || rows_.size() < kLeastRows || !std::ranges::all_of(rows_.front(), says_head)) return;
    head_ = std::move(rows_.front());
    rows_.erase(rows_.begin());
    lines_.erase(lines_.begin());
  }
  void put(std::vector<SourceLine>& read) {
    take_head();
    const auto dropped = groups_rows() ? std::size_t{1} : std::size_t{0};
    const bool has_one = rows_.front().size() == dropped + 1;
    if (!head_.empty() && has_one && std::ranges::count(kBound, folded(head_.back())) > 0)
      read.push_back({head_.back() + " :", lines_.front()->number, lines_.front()->page, LineForm::begins});
    const bool names_signers = std::ranges::any_of(head_, [](const std::string& cell) { return folded(cell) == "signataire" || folded(cell) == "signataires"; });
    if (!has_one && names_signers) read.push_back({"Signataires :", lines_.front()->number, lines_.front()->page, LineForm::begins});
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::string text;
      for (auto cell = dropped; cell < rows_[i].size(); ++cell) {
        if (!rows_[i][cell].empty()) text += (text.empty() ? "" : ", ") + rows_[i][cell];
      }
      if (!text.empty()) read.push_back({(has_one ? "- " : "") + text, lines_[i]->number, lines_[i]->page, LineForm::begins});
    }
  }

 private:
  /// A row without a first cell that goes on in small letters, as a cell of two lines does.
  bool goes_on(const Row& cells) const {
    if (rows_.empty() || cells.size() != rows_.back().size() || !cells.front().empty()) return false;
    return std::ranges::all_of(cells, [](const std::string& cell) { return cell.empty() || begins_small(cell); });
  }
  /// Is the first column one of groups: by what its head says, or as it leaves gaps where all others are full?
  bool groups_rows() const {
    if (!head_.empty() && std::ranges::count(kGroups, folded(head_.front()).substr(0, folded(head_.front()).find(' '))) > 0) return true;
    const auto gaps = std::ranges::count_if(rows_, [](const Row& row) { return row.front().empty(); });
    const bool is_full = std::ranges::all_of(rows_, [](const Row& row) { return !row[1].empty(); });
    return gaps > 0 && is_full && !rows_.front().front().empty();
  }

  Row head_;
  std::vector<Row> rows_;
  std::vector<const SourceLine*> lines_;
};

}  // namespace

std::vector<SourceLine> with_table_rows(std::vector<SourceLine> lines) {
  std::vector<SourceLine> read;
  for (std::size_t at = 0; at < lines.size();) {
    auto last = at;
    while (last < lines.size() && (has_bar(lines[last].text) || (last > at && is_drawn(lines[last].text)))) ++last;
    if (last >= at + kLeastLines) {
      Table table(lines, at, last);
      if (table.is_table()) {
        table.put(read);
        at = last;
        continue;
      }
    }
    for (last = std::max(last, at + 1); at < last; ++at) read.push_back(std::move(lines[at]));
  }
  return read;
}

}  // namespace maillage::documents
