// SPDX-License-Identifier: Apache-2.0
#include "records/office/list_row_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/office/cell_parts.hpp"
#include "records/office/office_values.hpp"
#include "records/office/office_words.hpp"
#include "records/office/people_of_list.hpp"

namespace maillage {
namespace {

using Note = ImportNote::Kind;

constexpr std::size_t kMostNames = 1'000;  // in one cell; beyond that it is no list of names but a file that went wrong
constexpr auto kNoPlace = std::string::npos;

// Of several columns that say one thing the first that says anything counts.
void fill(std::string& cell, const std::string& value) {
  if (cell.empty()) cell = value;
}

// Empty where one of its columns says nothing.
std::string composed(const std::vector<UsedPiece>& pieces, const ListRow& row) {
  std::string all;
  for (const auto& [text, place] : pieces) {
    if (place == kNoPlace) {
      all += text;
      continue;
    }
    const auto cell = trimmed(row.cells[place].text);
    if (cell.empty() || says_nothing(cell) || row.cells[place].kind == SheetCell::Kind::error) return {};
    all += cell;
  }
  return all;
}

bool is_name(ImportField field) { return field == ImportField::party || field == ImportField::signatory; }

// Does it hold for every row alike?
bool is_constant(const MappedColumn& column) { return column.column.empty() && column.value.find('{') == std::string::npos; }

// What the mapping takes from a table: columns, constants, and values composed of several columns; names before what
// stands beside them, so that both are parted alike.
std::vector<UsedColumn> used_columns(const Mapping& mapping, const ListTable& table) {
  std::vector<UsedColumn> used;
  for (const auto& column : mapping.columns) {
    if (column.field == ImportField::ignore || (!column.table.empty() && column.table != table.name)) continue;
    const auto pieces = column.column.empty() ? pieces_of(column.value) : std::vector<ValuePiece>{{column.column, true}};
    UsedColumn taken{&column, {}};
    for (const auto& [text, is_column] : pieces) {
      const auto found = is_column ? std::ranges::find(table.headers, text) : table.headers.end();
      if (is_column && found == table.headers.end()) break;
      taken.pieces.push_back({text, is_column ? static_cast<std::size_t>(found - table.headers.begin()) : kNoPlace});
    }
    if (taken.pieces.size() == pieces.size()) used.push_back(std::move(taken));
  }
  // Codes stand first of all: a name beside a code needs no second look.
  std::ranges::stable_partition(used, [](const UsedColumn& one) { return is_name(one.column->field); });
  std::ranges::stable_partition(used, [](const UsedColumn& one) { return one.column->field == ImportField::party_id; });
  return used;
}

}  // namespace

ListRowReader::ListRowReader(const Mapping& mapping, InstitutionsOfList& institutions, std::vector<ImportNote>& notes)
    : mapping_(mapping), institutions_(institutions), notes_(&notes), cells_(mapping, notes) {}

void ListRowReader::tell_columns_left(const ListTable& table, std::span<const UsedColumn> used) {
  for (std::size_t c = 0; c < table.headers.size(); ++c) {
    const bool is_taken = std::ranges::any_of(used, [&](const auto& one) {
      return std::ranges::any_of(one.pieces, [&](const auto& piece) { return piece.place == c; });
    });
    const auto filled = std::ranges::count_if(table.rows, [&](const auto& row) { return !row.cells[c].is_empty(); });
    if (!is_taken && filled > 0) notes_->push_back({Note::column_left, table.name, 0, table.headers[c], {}, std::to_string(filled), {}});
  }
}

void ListRowReader::read(const ListTable& table, const std::function<void(StagedAgreement)>& give) {
  const bool is_named = std::ranges::any_of(mapping_.columns, [&](const auto& c) { return c.table == table.name && c.field != ImportField::ignore; });
  if (table.is_hidden && !is_named) {
    notes_->push_back({Note::hidden_table, table.name, 0, {}, {}, {}, {}});
    return;
  }
  const auto used = used_columns(mapping_, table);
  tell_columns_left(table, used);
  const auto is_of_the_list = [](const auto& u) { return std::ranges::any_of(u.pieces, [](const auto& piece) { return piece.place != kNoPlace; }); };
  if (std::ranges::none_of(used, is_of_the_list)) return;
  for (const auto& [row, text] : table.headings) notes_->push_back({Note::heading, table.name, row, {}, {}, text, {}});
  for (const auto& row : table.rows) {
    ++rows_;
    begin_row(table, row.number);
    if (is_heading(row, used)) continue;
    for (const auto& [column, pieces] : used) {
      const bool is_cell = pieces.size() == 1 && pieces[0].place != kNoPlace;
      const auto made = is_cell ? SheetCell{} : SheetCell{SheetCell::Kind::text, composed(pieces, row), false};
      if (!is_cell && made.text.empty()) continue;
      const auto& cell = is_cell ? row.cells[pieces[0].place] : made;
      if (!is_constant(*column) && !cell.is_empty()) tell_of_row(column->field);
      take(*column, cell);
    }
    end_row(table, row.number);
    give(std::move(staged_));
  }
  cells_.end_table();
}

// That a cell of its own speaks of this.
void ListRowReader::tell_of_row(ImportField field) {
  const auto part = info_of(field).part;
  staged_.says_more_than_parties = staged_.says_more_than_parties || (part != ImportPart::party && part != ImportPart::signatory);
  staged_.names_party = staged_.names_party || field == ImportField::party || field == ImportField::party_id;
}

void ListRowReader::begin_row(const ListTable& table, std::uint32_t row) {
  cells_.begin(table, row);
  staged_ = {};
  staged_.table = table.name;
  staged_.row = row;
  asides_.clear();
  parties_.clear();
  signatories_.clear();
}

// « TOTAL », « Nombre de conventions », « Légende : … », or a word alone: a row that names no party and is no agreement.
bool ListRowReader::is_heading(const ListRow& row, std::span<const UsedColumn> used) {
  const auto names_party = [&](const UsedColumn& one) {
    return one.column->field == ImportField::party && std::ranges::any_of(one.pieces, [&](const auto& piece) {
      if (piece.place == kNoPlace) return false;
      const auto& cell = row.cells[piece.place];
      return cell.kind == SheetCell::Kind::text && !cell.is_empty() && !whole_number(trimmed(cell.text));
    });
  };
  if (std::ranges::any_of(used, names_party)) return false;
  std::size_t filled = 0;
  std::string first;
  for (const auto& cell : row.cells) {
    if (cell.is_empty()) continue;
    if (filled++ == 0) first = std::string(trimmed(cell.text));
  }
  const auto bare = folded(first);
  static constexpr auto kBeginnings = std::to_array<std::string_view>({"total", "sous total", "totaux", "somme", "nb de", "nb ", "nombre de", "nombre d ", "legende", "moyenne", "sum", "subtotal"});
  const bool begins_so = std::ranges::any_of(kBeginnings, [&](auto begin) { return bare.starts_with(begin); });
  if (filled > 3 || (filled != 1 && !begins_so)) return false;
  if (filled == 0) return false;
  notes_->push_back({Note::heading, staged_.table, staged_.row, {}, {}, first, {}});
  return true;
}

void ListRowReader::add_note(std::string_view header, std::string_view text) {
  auto& notes = staged_.note;
  if (!notes.empty()) notes += " ; ";
  if (!header.empty()) notes.append(header).append(" : ");
  notes += text;
}

void ListRowReader::take(const MappedColumn& column, const SheetCell& cell) {
  const auto& info = info_of(column.field);
  if (info.part == ImportPart::party || info.part == ImportPart::signatory) {
    take_in_group(column, cell, info.part == ImportPart::party ? parties_ : signatories_);
    return;
  }
  for (auto& [field, text, is_aside] : cells_.said_in(column, cell)) {
    if (is_aside) {
      asides_.push_back({field, std::move(text), true});
      continue;
    }
    switch (field) {
      case ImportField::agreement_id: fill(staged_.id, text); break;
      case ImportField::reference:
        fill(staged_.reference, text);
        fill(staged_.cells["reference"], text);
        break;
      case ImportField::source: fill(staged_.source_title, text); break;
      case ImportField::source_url: fill(staged_.source_url, text); break;
      case ImportField::agreement_note: add_note({}, text); break;
      case ImportField::axes:
      case ImportField::themes: take_list(column, text); break;
      default: fill(staged_.cells[std::string(info_of(field).column)], text);
    }
  }
}

// What was said beside another thing fills what no column of its own says.
void ListRowReader::take_asides() {
  for (const auto& [field, text, is_aside] : asides_) {
    auto& cell = staged_.cells[std::string(info_of(field).column)];
    if (cell.empty()) cell = text;
  }
  if (auto& renewed = staged_.cells["renewal_duration"]; renewed == staged_.cells["duration"]) renewed.clear();  // as long again
}

void ListRowReader::take_list(const MappedColumn& column, const std::string& value) {
  for (auto part : parts_of(value, column.separator)) {
    if (column.field == ImportField::themes) {
      staged_.themes.push_back(std::move(part));
      continue;
    }
    std::ranges::replace(part, '|', '/');
    auto& cell = staged_.cells[std::string(info_of(column.field).column)];
    cell += (cell.empty() ? "" : "|") + part;
  }
}

void ListRowReader::take_in_group(const MappedColumn& column, const SheetCell& cell, std::map<std::string, GroupCells>& groups) {
  const auto text = trimmed(cell.text);
  if (text.empty()) {
    cells_.value_of(column, cell);  // a formula that was never computed is told
    return;
  }
  auto& group = groups[column.group];
  auto& values = group[column.field];
  const bool is_of_party = info_of(column.field).part == ImportPart::party;
  // Values beside several names are parted as the names are; a constant holds for each of them.
  const auto count = group[is_of_party ? ImportField::party : ImportField::signatory].size();
  const bool names = is_name(column.field);
  if (!names && std::ranges::any_of(values, [](const auto& value) { return !value.empty(); })) return;
  if (!names && is_constant(column)) {
    for (std::size_t i = 0; i < std::max<std::size_t>(count, 1); ++i) values.push_back(cells_.value_of(column, cell).value_or(""));
    return;
  }
  const bool is_text = cell.kind == SheetCell::Kind::text;
  const auto parts = (names || count > 1) && is_text ? parts_of(text, column.separator) : std::vector<std::string>{std::string(text)};
  if (!names && count > 1 && parts.size() != count) {
    if (!says_nothing(text)) cells_.note(Note::uneven, column, text);
    return;
  }
  if (parts.size() > kMostNames) return cells_.note(Note::unread, column, text);
  const bool has_code = group.contains(ImportField::party_id);
  for (const auto& part : parts) {
    const SheetCell piece = is_text ? SheetCell{SheetCell::Kind::text, part, false} : cell;
    const auto value = names && has_code && says_nothing(part) ? std::nullopt : cells_.value_of(column, piece);
    if (names && value && !is_constant(column) && !has_code) cells_.tell_if_several(column, *value);
    values.push_back(value.value_or(""));
    if (column.field == ImportField::party_role && !value && !says_nothing(part)) {  // a role without a code: its word
      auto& words = group[ImportField::agreement_note];
      words.resize(values.size());
      words.back() = part;
    }
  }
}

void ListRowReader::take_parties(const ListPlace& place) {
  for (const auto& [group, cells] : parties_) {
    const auto count_of = [&](ImportField field) { return cells.contains(field) ? cells.at(field).size() : 0; };
    const auto count = std::max(count_of(ImportField::party), count_of(ImportField::party_id));
    for (std::size_t i = 0; i < count; ++i) {
      const auto id = institutions_.id_of(cells, i, place);
      if (id.empty()) continue;
      if (auto person = value_in(cells, ImportField::party_signatory, i); !person.empty()) {
        add_signatory(person, value_in(cells, ImportField::party_capacity, i), id);
      }
      const auto role = value_in(cells, ImportField::party_role, i);
      staged_.parties.push_back({id, role == code_name(PartyRole::party) ? "" : role, value_in(cells, ImportField::party_joined, i),
                                 value_in(cells, ImportField::party_left, i), value_in(cells, ImportField::party_amount_eur, i),
                                 value_in(cells, ImportField::agreement_note, i), {place}});
    }
  }
}

void ListRowReader::take_signatories(const ListPlace& place) {
  for (const auto& [group, cells] : signatories_) {
    const auto names = cells.find(ImportField::signatory);
    if (names == cells.end()) continue;
    const auto before = staged_.signatories.size();
    for (std::size_t i = 0; i < names->second.size(); ++i) {
      const auto& name = names->second[i];
      if (name.empty()) continue;
      const bool follows = i > 0 && staged_.signatories.size() > before && staged_.signatories.back().capacity.empty();
      if (follows && is_function(name)) {  // « Anne Roy, présidente », parted at the comma
        staged_.signatories.back().capacity = name;
        continue;
      }
      add_signatory(name, value_in(cells, ImportField::capacity, i), behalf(value_in(cells, ImportField::signatory_of, i), place));
    }
  }
}

void ListRowReader::add_signatory(const std::string& text, const std::string& capacity, const std::string& institution) {
  const auto [name, function] = name_and_function(text);
  staged_.signatories.push_back({std::string(name), capacity.empty() ? std::string(function) : capacity, institution});
}

void ListRowReader::end_row(const ListTable& table, std::uint32_t row) {
  const ListPlace place{table.file, table.name, row};
  staged_.places.push_back(place);
  take_parties(place);
  take_signatories(place);
  take_asides();
  for (const auto& [header, text] : cells_.kept_as_text()) add_note(header, text);
  std::erase_if(staged_.cells, [](const auto& cell) { return cell.second.empty(); });
}

std::string ListRowReader::behalf(const std::string& name, const ListPlace& place) {
  if (name.empty()) return {};
  GroupCells cells;
  cells[ImportField::party] = {name};
  return institutions_.id_of(cells, 0, place);
}

}  // namespace maillage
