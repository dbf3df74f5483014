// SPDX-License-Identifier: Apache-2.0
#include "documents/text/headed_tables.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::string_view kGap = "   ";
constexpr std::size_t kLeastRows = 2, kLongestTitle = 40;  // bytes of what names a column

/// First words (folded) of what names a column of bodies or of people.
constexpr auto kBodies = std::to_array<std::string_view>(
    {"membre", "membres", "organisme", "organismes", "institution", "institutions", "etablissement", "etablissements", "partie", "parties", "partenaire", "partenaires",
     "structure", "structures", "collectivite", "collectivites", "entite", "entites", "administration", "administrations", "signataire", "signataires", "adherent", "adherents",
     "cosignataire", "cosignataires", "cocontractant", "cocontractants", "organisation", "organisations"});
constexpr auto kHands = std::to_array<std::string_view>(
    {"signataire", "signataires", "representant", "representants", "representante", "represente", "representee", "fonction", "qualite", "nom", "titre", "signature", "signe", "personne", "mandataire"});

constexpr auto kGroups = std::to_array<std::string_view>(
    {"college", "colleges", "categorie", "categories", "statut", "type", "famille", "groupe", "role", "nature", "secteur", "domaine"});

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (auto at = std::min(line.find_first_not_of(' '), line.size()); at < line.size();) {
    const auto gap = std::min(line.find(kGap, at), line.size());
    auto cell = line.substr(at, gap - at);
    while (cell.ends_with(' ')) cell.remove_suffix(1);
    cells.push_back(cell);
    at = std::min(line.find_first_not_of(' ', gap), line.size());
  }
  return cells;
}

template <std::size_t size>
bool is_named(std::string_view cell, const std::array<std::string_view, size>& words) {
  const auto letters = folded(cell);
  return cell.size() <= kLongestTitle && std::ranges::count(words, std::string_view(letters).substr(0, letters.find(' '))) > 0;
}

/// First words of what names a column of those who are bound, whatever the others say of them.
constexpr auto kBound = std::to_array<std::string_view>({"signataire", "signataires", "cosignataire", "cosignataires", "cocontractant", "cocontractants", "partie", "parties"});

/// Where nothing stands, or a line drawn below the names of the columns.
bool is_blank_or_drawn(std::string_view line) { return line.find_first_not_of(" -_=*~+") == std::string_view::npos; }

enum class Column { body, hand, group, remark };

/// What the columns hold by their names: bodies, and who signs for them or what group they are of; of those
/// who are bound also what is said of them (« Signataire   Contribution »). Empty where they are others.
std::vector<Column> columns_of(const std::vector<std::string_view>& cells) {
  std::vector<Column> columns;
  const bool are_bound = std::ranges::any_of(cells, [](std::string_view cell) { return is_named(cell, kBound); });
  for (const auto cell : cells) {
    const bool has_body = std::ranges::count(columns, Column::body) > 0;
    if (!has_body && is_named(cell, kBodies)) columns.push_back(Column::body);
    else if (has_body && is_named(cell, kHands)) columns.push_back(Column::hand);
    else if (is_named(cell, kGroups)) columns.push_back(Column::group);
    else if (has_body && are_bound) columns.push_back(Column::remark);
    else return {};
  }
  return columns.size() >= 2 && std::ranges::count(columns, Column::body) == 1 ? columns : std::vector<Column>();
}

/// The cells of a row, groups left out; a group that is not told again may be missing. Empty where the line is no row.
std::string row_of(std::string_view line, const std::vector<Column>& columns) {
  const auto cells = cells_of(line);
  const bool lacks_group = cells.size() + 1 == columns.size() && columns.front() == Column::group && line.starts_with(kGap);
  if (cells.size() != columns.size() && !lacks_group) return {};
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto column = columns[i + (lacks_group ? 1 : 0)];
    if (column == Column::body || column == Column::hand) row += (row.empty() ? "- " : ", ") + std::string(cells[i]);
  }
  return row;
}

}  // namespace

std::vector<SourceLine> with_rows_of_tables(std::vector<SourceLine> lines) {
  std::vector<SourceLine> read;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto columns = columns_of(cells_of(lines[i].text));
    auto first = i + 1;
    while (first < lines.size() && is_blank_or_drawn(lines[first].text) && first < i + 3) ++first;  // where a rule was drawn
    auto last = first;
    while (!columns.empty() && last < lines.size() && !row_of(lines[last].text, columns).empty()) ++last;
    if (last < first + kLeastRows) {
      read.push_back(std::move(lines[i]));
      continue;
    }
    read.push_back({"Signataires", lines[i].number, lines[i].page, LineForm::heading});
    read.push_back({"", lines[i].number, lines[i].page, LineForm::plain});
    for (auto row = first; row < last; ++row) read.push_back({row_of(lines[row].text, columns), lines[row].number, lines[row].page, LineForm::begins});
    i = last - 1;
  }
  return read;
}

}  // namespace maillage::documents
