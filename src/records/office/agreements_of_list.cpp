// SPDX-License-Identifier: Apache-2.0
#include "records/office/agreements_of_list.hpp"

#include <algorithm>
#include <utility>

#include "files/files.hpp"
#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/office/office_values.hpp"

namespace maillage {
namespace {

using Note = ImportNote::Kind;

constexpr auto kNoPlace = std::string::npos;

// Of several columns that say one thing the first that says anything counts.
void fill(std::string& cell, const std::string& value) {
  if (cell.empty()) cell = value;
}

struct UsedPiece {
  std::string text;
  std::size_t place;  // in the row; kNoPlace: the text as it stands
};
struct UsedColumn {
  const MappedColumn* column;
  std::vector<UsedPiece> pieces;
};

// What the mapping takes from a table: columns, constants, and values composed of several columns.
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
  return used;
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

}  // namespace

AgreementsOfList::AgreementsOfList(const Mapping& mapping, const ImportListOptions& options, InstitutionsOfList& institutions,
                                   std::vector<ImportNote>& notes)
    : mapping_(mapping), options_(options), institutions_(institutions), notes_(&notes), cells_(mapping, notes) {}

void AgreementsOfList::read(const ListTable& table) {
  const bool is_named = std::ranges::any_of(mapping_.columns, [&](const auto& c) { return c.table == table.name && c.field != ImportField::ignore; });
  if (table.is_hidden && !is_named) {
    notes_->push_back({Note::hidden_table, table.name, 0, {}, {}, {}, {}});
    return;
  }
  const auto used = used_columns(mapping_, table);
  const auto is_of_the_list = [](const auto& u) { return std::ranges::any_of(u.pieces, [](const auto& piece) { return piece.place != kNoPlace; }); };
  if (std::ranges::none_of(used, is_of_the_list)) return;
  for (const auto& row : table.rows) {
    ++rows_;
    cells_.begin(table, row.number);
    staged_ = {};
    parties_.clear();
    signatories_.clear();
    for (const auto& [column, pieces] : used) {
      if (pieces.size() == 1 && pieces[0].place != kNoPlace) {
        take(*column, row.cells[pieces[0].place]);
      } else if (const auto text = composed(pieces, row); !text.empty()) {
        take(*column, SheetCell{SheetCell::Kind::text, text, false});
      }
    }
    end_row(table, row.number);
  }
}

std::vector<StagedAgreement> AgreementsOfList::take() {
  institutions_.settle();
  for (auto& agreement : agreements_) {
    for (auto& person : agreement.signatories) person.on_behalf_of = institutions_.settled_id(person.on_behalf_of);
    for (auto& party : std::exchange(agreement.parties, {})) {
      party.institution = institutions_.settled_id(party.institution);
      put_party(agreement.parties, std::move(party));
    }
  }
  for (const auto& agreement : agreements_) ++references_[agreement.reference];
  for (auto& agreement : agreements_) name_by_content(agreement);
  std::ranges::sort(agreements_, {}, &StagedAgreement::id);
  return std::move(agreements_);
}

void AgreementsOfList::add_note(std::string_view header, std::string_view text) {
  auto& notes = staged_.cells["note"];
  if (!notes.empty()) notes += " ; ";
  if (!header.empty()) notes.append(header).append(" : ");
  notes += text;
}

void AgreementsOfList::take(const MappedColumn& column, const SheetCell& cell) {
  const auto& info = info_of(column.field);
  if (info.part == ImportPart::party || info.part == ImportPart::signatory) {
    take_in_group(column, cell, info.part == ImportPart::party ? parties_ : signatories_);
    return;
  }
  const auto value = cells_.value_of(column, cell);
  if (!value || value->empty()) return;
  switch (column.field) {
    case ImportField::agreement_id: fill(staged_.id, *value); break;
    case ImportField::reference:
      fill(staged_.reference, *value);
      fill(staged_.cells["reference"], *value);
      break;
    case ImportField::source: fill(staged_.source_title, *value); break;
    case ImportField::source_url: fill(staged_.source_url, *value); break;
    case ImportField::responsible_unit: add_note(column.column.empty() ? "responsible_unit" : column.column, *value); break;
    case ImportField::agreement_note: add_note({}, *value); break;
    case ImportField::axes:
    case ImportField::themes: take_list(column, *value); break;
    default: fill(staged_.cells[std::string(info.column)], *value);
  }
}

void AgreementsOfList::take_list(const MappedColumn& column, const std::string& value) {
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

void AgreementsOfList::take_in_group(const MappedColumn& column, const SheetCell& cell, std::map<std::string, GroupCells>& groups) {
  const auto text = trimmed(cell.text);
  if (text.empty() || says_nothing(text)) return;
  auto& values = groups[column.group][column.field];
  const bool is_name = column.field == ImportField::party || column.field == ImportField::signatory;
  if (is_name && cell.kind == SheetCell::Kind::error) return cells_.note(Note::error_value, column, text);
  if (!is_name && std::ranges::any_of(values, [](const auto& value) { return !value.empty(); })) return;
  // Values beside several names are parted as the names are.
  const auto& names = groups[column.group][column.field == ImportField::party || info_of(column.field).part == ImportPart::party
                                               ? ImportField::party : ImportField::signatory];
  const auto parts = is_name || names.size() > 1 ? parts_of(text, column.separator) : std::vector<std::string>{std::string(text)};
  if (!is_name && names.size() > 1 && parts.size() != names.size()) return cells_.note(Note::uneven, column, text);
  for (const auto& part : parts) {
    auto piece = cell;
    if (parts.size() > 1 || piece.kind == SheetCell::Kind::text) piece = {SheetCell::Kind::text, part, false};
    values.push_back(cells_.value_of(column, piece).value_or(""));
  }
}

// A party that is named again adds what was not said of it.
void AgreementsOfList::put_party(std::vector<StagedParty>& parties, StagedParty party) {
  const auto same = std::ranges::find(parties, party.institution, &StagedParty::institution);
  if (same == parties.end()) return parties.push_back(std::move(party));
  const auto unite = [&](ImportField field, std::string& before, const std::string& text) {
    fill(before, text);
    if (text.empty() || before == text) return;
    const auto& place = party.places.front();
    notes_->push_back({Note::conflicting, place.table, place.row, {}, std::string(info_of(field).name), text, before});
  };
  unite(ImportField::party_role, same->role, party.role);
  unite(ImportField::party_joined, same->joined, party.joined);
  unite(ImportField::party_left, same->left, party.left);
  unite(ImportField::party_amount_eur, same->amount, party.amount);
  same->places.insert(same->places.end(), party.places.begin(), party.places.end());
}

void AgreementsOfList::end_row(const ListTable& table, std::uint32_t row) {
  const ListPlace place{table.file, table.name, row};
  staged_.table = table.name;
  staged_.row = row;
  staged_.places.push_back(place);
  std::vector<StagedParty> parties;
  for (const auto& [group, cells] : parties_) {
    const auto count_of = [&](ImportField field) { return cells.contains(field) ? cells.at(field).size() : 0; };
    const auto count = std::max(count_of(ImportField::party), count_of(ImportField::party_id));
    for (std::size_t i = 0; i < count; ++i) {
      const auto id = institutions_.id_of(cells, i, place);
      if (id.empty()) continue;
      put_party(parties, {id, value_in(cells, ImportField::party_role, i), value_in(cells, ImportField::party_joined, i),
                          value_in(cells, ImportField::party_left, i), value_in(cells, ImportField::party_amount_eur, i), {place}});
    }
  }
  staged_.parties = std::move(parties);
  for (const auto& [group, cells] : signatories_) {
    const auto names = cells.find(ImportField::signatory);
    if (names == cells.end()) continue;
    for (std::size_t i = 0; i < names->second.size(); ++i) {
      if (names->second[i].empty()) continue;
      staged_.signatories.push_back({names->second[i], value_in(cells, ImportField::capacity, i), behalf(value_in(cells, ImportField::signatory_of, i), place)});
    }
  }
  for (const auto& [header, text] : cells_.uncoded()) add_note(header, text);
  unite();
}

std::string AgreementsOfList::behalf(const std::string& name, const ListPlace& place) {
  if (name.empty()) return {};
  GroupCells cells;
  cells[ImportField::party] = {name};
  return institutions_.id_of(cells, 0, place);
}

// Puts the row to the agreement it belongs to.
void AgreementsOfList::unite() {
  const auto key = !staged_.id.empty() ? "id " + staged_.id : !staged_.reference.empty() ? "reference " + staged_.reference : "";
  if (key.empty()) {
    if (staged_.parties.empty()) return notes_->push_back({Note::no_parties, staged_.table, staged_.row, {}, {}, staged_.cells["title"], {}});
    agreements_.push_back(std::move(staged_));
    return;
  }
  const auto [found, is_new] = agreement_of_.try_emplace(key, agreements_.size());
  // One decision may bring several agreements: rows that share no more than its reference stay apart.
  if (is_new || (staged_.id.empty() && contradicts(agreements_[found->second]))) {
    found->second = agreements_.size();
    agreements_.push_back(std::move(staged_));
    return;
  }
  auto& first = agreements_[found->second];
  for (auto& [field, text] : staged_.cells) {
    auto& before = first.cells[field];
    if (before.empty()) before = text;
    else if (before != text) notes_->push_back({Note::conflicting, staged_.table, staged_.row, {}, field, text, before});
  }
  for (auto& party : staged_.parties) put_party(first.parties, std::move(party));
  for (auto& person : staged_.signatories) {
    const auto same = [&](const auto& other) { return folded(other.name) == folded(person.name); };
    if (std::ranges::none_of(first.signatories, same)) first.signatories.push_back(std::move(person));
  }
  for (auto& theme : staged_.themes) {
    if (std::ranges::find(first.themes, theme) == first.themes.end()) first.themes.push_back(std::move(theme));
  }
  if (first.source_title.empty()) first.source_title = staged_.source_title;
  if (first.source_url.empty()) first.source_url = staged_.source_url;
  first.places.push_back(staged_.places.front());
}

bool AgreementsOfList::contradicts(const StagedAgreement& first) const {
  return std::ranges::any_of(staged_.cells, [&](const auto& cell) {
    const auto before = first.cells.find(cell.first);
    return before != first.cells.end() && before->second != cell.second;
  });
}

void AgreementsOfList::name_by_content(StagedAgreement& agreement) {
  if (agreement.id.empty() && !agreement.reference.empty() && references_[agreement.reference] == 1) agreement.id = agreement.reference;
  if (!agreement.id.empty()) {
    std::ranges::replace(agreement.id, '|', '-');
    ids_.insert(agreement.id);
    return;
  }
  std::vector<std::string> parties;
  for (const auto& party : agreement.parties) parties.push_back(party.institution);
  std::ranges::sort(parties);
  std::string content = agreement.reference + "\n" + agreement.cells["signed"] + "\n" + agreement.cells["valid_from"] + "\n" + folded(agreement.cells["title"]);
  for (const auto& party : parties) content += "\n" + party;
  const auto wanted = "a-" + hexadecimal(content_mark(content)).substr(0, 10);
  agreement.id = wanted;
  for (int n = 2; !ids_.insert(agreement.id).second; ++n) agreement.id = wanted + "-" + std::to_string(n);
}

}  // namespace maillage
