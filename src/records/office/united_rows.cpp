// SPDX-License-Identifier: Apache-2.0
#include "records/office/united_rows.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "names/name_index.hpp"
#include "records/office/import_field.hpp"

namespace maillage {
namespace {

using Note = ImportNote::Kind;

// Texts and how often they are said.
using Counts = std::map<std::string, std::size_t>;

// The first by the alphabet where as many say each, so that another order of rows gives the same.
const std::string& most_said(const Counts& counts) {
  return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })->first;
}

void append(std::string& text, const std::string& more) {
  if (!more.empty() && text.find(more) == std::string::npos) text += (text.empty() ? "" : " ; ") + more;
}

// What the rows say of one column: of the first table that says anything what most of its rows do.
std::string text_of(const std::vector<StagedAgreement>& rows, const std::string& column) {
  Counts counts;
  std::size_t table = 0;
  for (const auto& row : rows) {
    const auto found = row.cells.find(column);
    if (found == row.cells.end()) continue;
    if (counts.empty()) table = row.table_number;
    if (row.table_number == table) counts[found->second] += row.places.size();
  }
  return most_said(counts);
}

}  // namespace

void add_row(StagedAgreement& rows, StagedAgreement more) {
  append(rows.note, more.note);
  std::ranges::move(more.parties, std::back_inserter(rows.parties));
  for (auto& person : more.signatories) {
    const auto same = [&](const auto& other) { return folded(other.name) == folded(person.name); };
    if (std::ranges::none_of(rows.signatories, same)) rows.signatories.push_back(std::move(person));
  }
  for (auto& theme : more.themes) {
    if (std::ranges::find(rows.themes, theme) == rows.themes.end()) rows.themes.push_back(std::move(theme));
  }
  if (rows.source_title.empty()) rows.source_title = more.source_title;
  if (rows.source_url.empty()) rows.source_url = more.source_url;
  std::ranges::move(more.places, std::back_inserter(rows.places));
  rows.names_party = rows.names_party || more.names_party;
}

StagedAgreement united_rows(std::vector<StagedAgreement> rows, std::vector<ImportNote>& notes) {
  std::ranges::sort(rows, {}, [](const auto& row) { return std::pair(row.table_number, row.row); });
  std::set<std::string> columns;
  for (const auto& row : rows) {
    for (const auto& [column, text] : row.cells) columns.insert(column);
  }
  std::map<std::string, std::string> cells;
  for (const auto& column : columns) cells[column] = text_of(rows, column);
  for (const auto& row : rows) {
    for (const auto& [column, text] : row.cells) {
      if (text == cells[column]) continue;
      for (const auto& place : row.places) notes.push_back({Note::conflicting, place.table, place.row, {}, column, text, cells[column]});
    }
  }
  auto united = std::move(rows.front());
  for (std::size_t r = 1; r < rows.size(); ++r) add_row(united, std::move(rows[r]));
  united.cells = std::move(cells);
  return united;
}

std::vector<StagedParty> united_parties(std::vector<StagedParty> parties, std::vector<ImportNote>& notes) {
  std::map<std::string, std::vector<const StagedParty*>> of_institution;
  for (const auto& party : parties) of_institution[party.institution].push_back(&party);
  std::vector<StagedParty> united;
  for (const auto& party : parties) {
    const auto& same = of_institution[party.institution];
    if (same.front() != &party) continue;
    united.push_back(party);
    if (same.size() == 1) continue;
    auto& one = united.back();
    const auto unite = [&](ImportField field, std::string StagedParty::* text) {
      Counts counts;
      for (const auto* other : same) {
        if (!(other->*text).empty()) ++counts[other->*text];
      }
      if (counts.empty()) return;
      // Of contributions as often said the first: what a second row says is a part of it more often than not.
      const bool is_tie = std::ranges::all_of(counts, [&](const auto& count) { return count.second == counts.begin()->second; });
      if (field != ImportField::party_amount_eur || !is_tie || (one.*text).empty()) one.*text = most_said(counts);
      for (const auto* other : same) {
        if ((other->*text).empty() || other->*text == one.*text) continue;
        const auto& place = other->places.front();
        notes.push_back({Note::conflicting, place.table, place.row, {}, std::string(info_of(field).name), other->*text, one.*text});
      }
    };
    unite(ImportField::party_role, &StagedParty::role);
    unite(ImportField::party_joined, &StagedParty::joined);
    unite(ImportField::party_left, &StagedParty::left);
    unite(ImportField::party_amount_eur, &StagedParty::amount);
    for (std::size_t i = 1; i < same.size(); ++i) {
      append(one.note, same[i]->note);
      one.places.insert(one.places.end(), same[i]->places.begin(), same[i]->places.end());
    }
  }
  return united;
}

}  // namespace maillage
