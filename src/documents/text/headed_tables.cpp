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

/// Names of columns, the first of bodies, another of those who sign for them.
bool names_columns(const std::vector<std::string_view>& cells) {
  if (cells.size() < 2 || !is_named(cells.front(), kBodies)) return false;
  return std::any_of(cells.begin() + 1, cells.end(), [](std::string_view cell) { return is_named(cell, kHands); });
}

std::string row_of(const std::vector<std::string_view>& cells) {
  std::string row;
  for (const auto cell : cells) row += (row.empty() ? "- " : ", ") + std::string(cell);
  return row;
}

}  // namespace

std::vector<SourceLine> with_rows_of_tables(std::vector<SourceLine> lines) {
  std::vector<SourceLine> read;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto titles = cells_of(lines[i].text);
    auto first = i + 1;
    while (first < lines.size() && lines[first].text.empty() && first < i + 3) ++first;  // where a rule was drawn
    auto last = first;
    while (names_columns(titles) && last < lines.size() && cells_of(lines[last].text).size() == titles.size()) ++last;
    if (last < first + kLeastRows) {
      read.push_back(std::move(lines[i]));
      continue;
    }
    read.push_back({"Signataires", lines[i].number, lines[i].page, LineForm::heading});
    read.push_back({"", lines[i].number, lines[i].page, LineForm::plain});
    for (auto row = first; row < last; ++row) read.push_back({row_of(cells_of(lines[row].text)), lines[row].number, lines[row].page, LineForm::begins});
    i = last - 1;
  }
  return read;
}

}  // namespace maillage::documents
