// SPDX-License-Identifier: Apache-2.0
#include "records/office/agreements_of_list.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "files/files.hpp"
#include "names/name_index.hpp"
#include "names/similarity.hpp"
#include "records/cell_values.hpp"
#include "records/office/cell_parts.hpp"
#include "records/office/office_values.hpp"
#include "records/office/office_words.hpp"

namespace maillage {
namespace {

using Note = ImportNote::Kind;

constexpr double kSameTitle = 0.85;  // from here on two titles are one with a slip of the pen

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

AgreementsOfList::AgreementsOfList(const Mapping& mapping, const ImportListOptions& options, InstitutionsOfList& institutions,
                                   std::vector<ImportNote>& notes)
    : mapping_(mapping), options_(options), institutions_(institutions), notes_(&notes), cells_(mapping, notes) {}

void AgreementsOfList::tell_columns_left(const ListTable& table, std::span<const UsedColumn> used) {
  for (std::size_t c = 0; c < table.headers.size(); ++c) {
    const bool is_taken = std::ranges::any_of(used, [&](const auto& one) {
      return std::ranges::any_of(one.pieces, [&](const auto& piece) { return piece.place == c; });
    });
    const auto filled = std::ranges::count_if(table.rows, [&](const auto& row) { return !row.cells[c].is_empty(); });
    if (!is_taken && filled > 0) notes_->push_back({Note::column_left, table.name, 0, table.headers[c], {}, std::to_string(filled), {}});
  }
}

void AgreementsOfList::read(const ListTable& table) {
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
    cells_.begin(table, row.number);
    staged_ = {};
    staged_.table = table.name;
    staged_.row = row.number;
    asides_.clear();
    parties_.clear();
    signatories_.clear();
    says_more_than_parties_ = false;
    if (is_heading(row, used)) continue;
    for (const auto& [column, pieces] : used) {
      if (pieces.size() == 1 && pieces[0].place != kNoPlace) {
        const auto& cell = row.cells[pieces[0].place];
        const auto part = info_of(column->field).part;
        says_more_than_parties_ = says_more_than_parties_ || (part != ImportPart::party && part != ImportPart::signatory && !cell.is_empty());
        take(*column, cell);
      } else if (const auto text = composed(pieces, row); !text.empty()) {
        take(*column, SheetCell{SheetCell::Kind::text, text, false});
      }
    }
    end_row(table, row.number);
  }
}

// « TOTAL », « Nombre de conventions », « Légende : … », or a word alone: a row that names no party and is no agreement.
bool AgreementsOfList::is_heading(const ListRow& row, std::span<const UsedColumn> used) {
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
  tell(Note::heading, first);
  return true;
}

void AgreementsOfList::tell(ImportNote::Kind kind, std::string value, std::string taken) {
  notes_->push_back({kind, staged_.table, staged_.row, {}, {}, std::move(value), std::move(taken)});
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
  part_equal_ids();
  for (auto& agreement : agreements_) name_by_content(agreement);
  std::ranges::sort(agreements_, {}, &StagedAgreement::id);
  return std::move(agreements_);
}

// Agreements that an office gave one number by mistake: the first by day and title keeps it.
void AgreementsOfList::part_equal_ids() {
  std::map<std::string, std::vector<StagedAgreement*>> of_id;
  for (auto& agreement : agreements_) {
    if (!agreement.id.empty()) of_id[agreement.id].push_back(&agreement);
  }
  for (auto& [id, equal] : of_id) {
    std::ranges::sort(equal, {}, [](auto* a) { return std::tuple(a->cells["signed"], a->cells["title"], a->row); });
    for (std::size_t i = 1; i < equal.size(); ++i) {
      auto& other = *equal[i];
      std::size_t n = i + 1;
      do other.id = id + "-" + std::to_string(n++);
      while (of_id.contains(other.id));
      notes_->push_back({Note::same_id, other.table, other.row, {}, "id", id, other.id});
    }
  }
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
      case ImportField::responsible_unit: add_note(column.column.empty() ? "responsible_unit" : column.column, text); break;
      case ImportField::agreement_note: add_note({}, text); break;
      case ImportField::axes:
      case ImportField::themes: take_list(column, text); break;
      default: fill(staged_.cells[std::string(info_of(field).column)], text);
    }
  }
}

// What was said beside another thing fills what no column of its own says.
void AgreementsOfList::take_asides() {
  for (const auto& [field, text, is_aside] : asides_) {
    auto& cell = staged_.cells[std::string(info_of(field).column)];
    if (cell.empty()) cell = text;
  }
  if (auto& renewed = staged_.cells["renewal_duration"]; renewed == staged_.cells["duration"]) renewed.clear();  // as long again
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
  if (same->note.find(party.note) == std::string::npos) same->note += (same->note.empty() ? "" : " ; ") + party.note;
  same->places.insert(same->places.end(), party.places.begin(), party.places.end());
}

void AgreementsOfList::take_parties(const ListPlace& place) {
  std::vector<StagedParty> parties;
  for (const auto& [group, cells] : parties_) {
    const auto count_of = [&](ImportField field) { return cells.contains(field) ? cells.at(field).size() : 0; };
    const auto count = std::max(count_of(ImportField::party), count_of(ImportField::party_id));
    for (std::size_t i = 0; i < count; ++i) {
      const auto id = institutions_.id_of(cells, i, place);
      if (id.empty()) continue;
      if (auto person = value_in(cells, ImportField::party_signatory, i); !person.empty()) {
        staged_.signatories.push_back({std::move(person), value_in(cells, ImportField::party_capacity, i), id});
      }
      const auto role = value_in(cells, ImportField::party_role, i);
      put_party(parties, {id, role == code_name(PartyRole::party) ? "" : role, value_in(cells, ImportField::party_joined, i),
                          value_in(cells, ImportField::party_left, i), value_in(cells, ImportField::party_amount_eur, i),
                          value_in(cells, ImportField::agreement_note, i), {place}});
    }
  }
  staged_.parties = std::move(parties);
}

void AgreementsOfList::take_signatories(const ListPlace& place) {
  for (const auto& [group, cells] : signatories_) {
    const auto names = cells.find(ImportField::signatory);
    if (names == cells.end()) continue;
    for (std::size_t i = 0; i < names->second.size(); ++i) {
      if (names->second[i].empty()) continue;
      staged_.signatories.push_back({names->second[i], value_in(cells, ImportField::capacity, i), behalf(value_in(cells, ImportField::signatory_of, i), place)});
    }
  }
}

void AgreementsOfList::end_row(const ListTable& table, std::uint32_t row) {
  const ListPlace place{table.file, table.name, row};
  staged_.places.push_back(place);
  take_parties(place);
  take_signatories(place);
  take_asides();
  for (const auto& [header, text] : cells_.kept_as_text()) add_note(header, text);
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
    if (staged_.parties.empty()) return tell(Note::no_parties, staged_.cells["title"]);
    // A party below the row of its agreement, whose cells were left blank instead of merged or repeated.
    if (!says_more_than_parties_ && last_ != kNoAgreement && last_table_ == staged_.table && last_row_ + 1 == staged_.row) {
      tell(Note::continued, staged_.parties.back().institution);
      unite_with(agreements_[last_]);
      last_row_ = staged_.row;
      return;
    }
    return begin();
  }
  const auto [found, is_new] = agreement_of_.try_emplace(key, agreements_.size());
  // One decision may bring several agreements, one number may be given twice: rows that say otherwise stay apart.
  if (is_new || (staged_.id.empty() ? contradicts(agreements_[found->second]) : is_another(agreements_[found->second]))) {
    found->second = agreements_.size();
    return begin();
  }
  if (says_more_than_parties_) last_ = found->second;
  last_table_ = staged_.table;
  last_row_ = staged_.row;
  unite_with(agreements_[found->second]);
}

void AgreementsOfList::begin() {
  last_ = says_more_than_parties_ ? agreements_.size() : kNoAgreement;
  last_table_ = staged_.table;
  last_row_ = staged_.row;
  agreements_.push_back(std::move(staged_));
}

void AgreementsOfList::unite_with(StagedAgreement& first) {
  for (const auto& [field, text] : staged_.cells) {
    auto& before = first.cells[field];
    if (text.empty() || before == text) continue;
    if (before.empty()) before = text;
    else if (field != "note") notes_->push_back({Note::conflicting, staged_.table, staged_.row, {}, field, text, before});
    else if (before.find(text) == std::string::npos) before += " ; " + text;
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
    return cell.first != "note" && before != first.cells.end() && before->second != cell.second;
  });
}

// Does a row with the id of another agreement speak of one of its own? A title alone may differ by what it adds.
bool AgreementsOfList::is_another(const StagedAgreement& first) const {
  const auto title = staged_.cells.find("title"), other = first.cells.find("title");
  if (title == staged_.cells.end() || other == first.cells.end() || alikeness(folded(title->second), folded(other->second)) >= kSameTitle) return false;
  return std::ranges::any_of(staged_.cells, [&](const auto& cell) {
    const auto before = first.cells.find(cell.first);
    return cell.first != "note" && cell.first != "title" && before != first.cells.end() && !before->second.empty() && before->second != cell.second;
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
