// SPDX-License-Identifier: Apache-2.0
#include "records/office/agreements_of_list.hpp"

#include <algorithm>

#include "files/files.hpp"
#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/office/office_values.hpp"

namespace maillage {
namespace {

using Note = ImportNote::Kind;

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
  struct Used {
    const MappedColumn* column;
    std::size_t place;  // in the row; npos: a constant
  };
  std::vector<Used> used;
  bool has_column = false;
  for (const auto& column : mapping_.columns) {
    if (column.field == ImportField::ignore || (!column.table.empty() && column.table != table.name)) continue;
    if (column.column.empty()) {
      used.push_back({&column, std::string::npos});
      continue;
    }
    const auto found = std::ranges::find(table.headers, column.column);
    if (found == table.headers.end()) continue;
    used.push_back({&column, static_cast<std::size_t>(found - table.headers.begin())});
    has_column = true;
  }
  if (!has_column) return;
  for (const auto& row : table.rows) {
    ++rows_;
    cells_.begin(table, row.number);
    staged_ = {};
    parties_.clear();
    signatories_.clear();
    for (const auto& [column, place] : used) {
      if (place == std::string::npos) {
        take(*column, SheetCell{SheetCell::Kind::text, column->value, false});
      } else {
        take(*column, row.cells[place]);
      }
    }
    end_row(table, row.number);
  }
}

std::vector<StagedAgreement> AgreementsOfList::take() {
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
    case ImportField::agreement_id: staged_.id = *value; break;
    case ImportField::reference:
      staged_.reference = *value;
      staged_.cells["reference"] = *value;
      break;
    case ImportField::source: staged_.source_title = *value; break;
    case ImportField::source_url: staged_.source_url = *value; break;
    case ImportField::responsible_unit: add_note(column.column.empty() ? "responsible_unit" : column.column, *value); break;
    case ImportField::agreement_note: add_note({}, *value); break;
    case ImportField::axes:
    case ImportField::themes: take_list(column, *value); break;
    default: staged_.cells[std::string(info.column)] = *value;
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

void AgreementsOfList::end_row(const ListTable& table, std::uint32_t row) {
  std::vector<StagedParty> parties;
  for (const auto& [group, cells] : parties_) {
    const auto names = cells.find(ImportField::party), ids = cells.find(ImportField::party_id);
    const auto count = names != cells.end() ? names->second.size() : ids != cells.end() ? ids->second.size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto id = institutions_.id_of(cells, i);
      if (id.empty()) continue;
      if (std::ranges::find(parties, id, &StagedParty::institution) != parties.end()) continue;
      parties.push_back({id, value_in(cells, ImportField::party_role, i), value_in(cells, ImportField::party_joined, i),
                         value_in(cells, ImportField::party_left, i), value_in(cells, ImportField::party_amount_eur, i)});
    }
  }
  staged_.parties = std::move(parties);
  for (const auto& [group, cells] : signatories_) {
    const auto names = cells.find(ImportField::signatory);
    if (names == cells.end()) continue;
    for (std::size_t i = 0; i < names->second.size(); ++i) {
      if (names->second[i].empty()) continue;
      staged_.signatories.push_back({names->second[i], value_in(cells, ImportField::capacity, i), behalf(value_in(cells, ImportField::signatory_of, i))});
    }
  }
  for (const auto& [header, text] : cells_.uncoded()) add_note(header, text);
  staged_.table = table.name;
  staged_.row = row;
  staged_.places.push_back((options_.locator_sheet.empty() ? "" : options_.locator_sheet + " " + table.name + ", ") +
                           options_.locator_row + " " + std::to_string(row));
  unite();
}

std::string AgreementsOfList::behalf(const std::string& name) {
  if (name.empty()) return {};
  GroupCells cells;
  cells[ImportField::party] = {name};
  return institutions_.id_of(cells, 0);
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
  for (auto& party : staged_.parties) {
    if (std::ranges::find(first.parties, party.institution, &StagedParty::institution) == first.parties.end()) first.parties.push_back(std::move(party));
  }
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
