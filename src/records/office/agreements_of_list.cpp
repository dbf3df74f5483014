// SPDX-License-Identifier: Apache-2.0
#include "records/office/agreements_of_list.hpp"

#include <algorithm>
#include <functional>
#include <tuple>
#include <utility>

#include "files/files.hpp"
#include "names/name_index.hpp"
#include "records/office/united_rows.hpp"

namespace maillage {
namespace {

using Note = ImportNote::Kind;

constexpr std::string_view kId = "id ", kReference = "reference ";

// What a row says of its agreement, and in which table.
std::string said_by(const StagedAgreement& row, const std::string& number) {
  auto text = number + "\n" + std::to_string(row.table_number);
  for (const auto& [column, value] : row.cells) text += "\n" + column + "\t" + value;
  return text;
}

std::string cell_of(const StagedAgreement& agreement, const char* column) {
  const auto found = agreement.cells.find(column);
  return found == agreement.cells.end() ? std::string() : found->second;
}

// What tells an agreement without a number from others.
std::string content_of(const StagedAgreement& agreement) {
  std::vector<std::string> parties;
  for (const auto& party : agreement.parties) parties.push_back(party.institution);
  std::ranges::sort(parties);
  auto content = agreement.reference + "\n" + cell_of(agreement, "signed") + "\n" + cell_of(agreement, "valid_from") + "\n" + folded(cell_of(agreement, "title"));
  for (const auto& party : parties) content += "\n" + party;
  return content;
}

}  // namespace

AgreementsOfList::AgreementsOfList(const Mapping& mapping, InstitutionsOfList& institutions, const DataSet* known, std::vector<ImportNote>& notes)
    : institutions_(institutions), known_(known), notes_(&notes), reader_(mapping, institutions, notes) {}

void AgreementsOfList::read(const ListTable& table) {
  const auto number = tables_++;
  reader_.read(table, [&](StagedAgreement row) {
    row.table_number = number;
    add(std::move(row));
  });
}

void AgreementsOfList::add(StagedAgreement row) {
  auto number = !row.id.empty() ? std::string(kId) + row.id : !row.reference.empty() ? std::string(kReference) + row.reference : std::string();
  std::size_t place = kNoRow;
  if (number.empty()) {
    if (row.parties.empty()) return notes_->push_back({Note::no_parties, row.table, row.row, {}, {}, row.cells["title"], {}});
    // A party below the row of its agreement, whose cells were left blank instead of merged or repeated.
    const bool goes_on = !row.says_more_than_parties && last_ != kNoRow && last_table_ == row.table && last_row_ + 1 == row.row;
    if (goes_on) {
      notes_->push_back({Note::continued, row.table, row.row, {}, {}, row.parties.back().institution, {}});
      place = last_;
    }
  } else {
    const auto [found, is_new] = place_of_.try_emplace(said_by(row, number), said_.size());
    if (is_new) of_number_[std::move(number)].push_back(said_.size());
    else place = found->second;
  }
  last_table_ = row.table;
  last_row_ = row.row;
  const bool says_more = row.says_more_than_parties;
  if (place == kNoRow) {
    place = said_.size();
    said_.push_back(std::move(row));
    if (!says_more) place = kNoRow;
  } else {
    add_row(said_[place], std::move(row));
  }
  last_ = place;
}

// Rows that speak of one agreement become that.
void AgreementsOfList::put_together() {
  std::vector<bool> is_numbered(said_.size(), false);
  for (const auto& [number, places] : of_number_) {
    std::vector<const StagedAgreement*> rows;
    for (const auto place : places) {
      rows.push_back(&said_[place]);
      is_numbered[place] = true;
    }
    const auto parted = part_rows(rows, number.starts_with(kId) ? NumberKind::id : NumberKind::reference);
    for (const auto row : parted.unattached) tell_unattached(*rows[row]);
    for (const auto& of_one : parted.agreements) {
      std::vector<StagedAgreement> united;
      for (const auto row : of_one) united.push_back(std::move(said_[places[row]]));
      agreements_.push_back(united_rows(std::move(united), *notes_));
    }
  }
  for (std::size_t i = 0; i < said_.size(); ++i) {
    if (!is_numbered[i]) agreements_.push_back(std::move(said_[i]));
  }
  said_.clear();
}

// Each row by itself: what it names stands nowhere.
void AgreementsOfList::tell_unattached(const StagedAgreement& row) {
  for (const auto& place : row.places) {
    notes_->push_back({Note::unattached, place.table, place.row, {}, row.id.empty() ? "reference" : "id", row.id.empty() ? row.reference : row.id, {}});
  }
}

std::vector<StagedAgreement> AgreementsOfList::take() {
  institutions_.settle();
  put_together();
  for (auto& agreement : agreements_) settle_parties(agreement);
  name_all();
  std::ranges::sort(agreements_, {}, &StagedAgreement::id);
  return std::move(agreements_);
}

void AgreementsOfList::settle_parties(StagedAgreement& agreement) {
  for (auto& person : agreement.signatories) person.on_behalf_of = institutions_.settled_id(person.on_behalf_of);
  for (auto& party : agreement.parties) party.institution = institutions_.settled_id(party.institution);
  agreement.parties = united_parties(std::move(agreement.parties), *notes_);
}

void AgreementsOfList::name_all() {
  for (const auto& agreement : agreements_) references_[agreement.reference] += agreement.parties.empty() ? 0 : 1;  // others are left out
  // Whatever row comes first, equal contents are numbered in one order.
  std::vector<std::pair<std::string, StagedAgreement*>> by_content;
  for (auto& agreement : agreements_) by_content.emplace_back(content_of(agreement), &agreement);
  std::ranges::sort(by_content, [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->cells, a.second->table_number, a.second->row) < std::tie(b.first, b.second->cells, b.second->table_number, b.second->row);
  });
  part_equal_ids();
  keep_known_ids();
  for (auto& [content, agreement] : by_content) name_by_content(*agreement, content);
  tell_equal_references();
}

// Agreements that an office gave one number by mistake: the first by day and title keeps it, of those that are not left out.
void AgreementsOfList::part_equal_ids() {
  std::map<std::string, std::vector<StagedAgreement*>> of_id;
  for (auto& agreement : agreements_) {
    if (!agreement.id.empty()) of_id[agreement.id].push_back(&agreement);
  }
  for (auto& [id, equal] : of_id) {
    if (equal.size() == 1) continue;
    std::ranges::sort(equal, {}, [](const auto* a) { return std::tuple(a->parties.empty(), cell_of(*a, "signed"), cell_of(*a, "title"), a->cells, a->table_number, a->row); });
    for (std::size_t i = 1; i < equal.size(); ++i) {
      auto& other = *equal[i];
      std::size_t n = i + 1;
      do other.id = id + "-" + std::to_string(n++);
      while (of_id.contains(other.id));
      notes_->push_back({Note::same_id, other.table, other.row, {}, "id", id, other.id});
    }
  }
}

// What the package has under a reference is the agreement of the list that has it; of several, the one of the same title.
void AgreementsOfList::keep_known_ids() {
  if (known_ == nullptr) return;
  const auto& table = known_->agreements;
  std::map<std::string, std::vector<Index>, std::less<>> known_of;
  for (Index a = 0; a < table.size(); ++a) {
    if (!table.reference[a].empty()) known_of[std::string(table.reference[a])].push_back(a);
  }
  std::map<Index, std::vector<StagedAgreement*>> meant;
  for (auto& agreement : agreements_) {
    const auto found = known_of.find(agreement.reference);
    if (!agreement.id.empty() || agreement.parties.empty() || found == known_of.end()) continue;
    const bool is_alone = found->second.size() == 1 && references_[agreement.reference] == 1;
    const auto has_title = [&](Index a) { return folded(table.title[a]) == folded(cell_of(agreement, "title")); };
    if (!is_alone && std::ranges::count_if(found->second, has_title) != 1) continue;
    meant[is_alone ? found->second.front() : *std::ranges::find_if(found->second, has_title)].push_back(&agreement);
  }
  for (const auto& [known, agreements] : meant) {
    if (agreements.size() == 1) agreements.front()->id = std::string(table.id[known]);
  }
}

// Several agreements of one decision, or that have one number by mistake: named by their content, each reference once.
void AgreementsOfList::tell_equal_references() {
  constexpr std::size_t named_at_most = 5;
  std::map<std::string, std::vector<const StagedAgreement*>> of_reference;
  for (const auto& agreement : agreements_) {
    if (!agreement.reference.empty() && !agreement.parties.empty()) of_reference[agreement.reference].push_back(&agreement);
  }
  for (auto& [reference, equal] : of_reference) {
    if (std::ranges::none_of(equal, &StagedAgreement::is_named_by_content)) continue;
    std::ranges::sort(equal, {}, [](const auto* a) { return std::pair(a->table_number, a->row); });
    std::string ids;
    for (std::size_t i = 0; i < std::min(equal.size(), named_at_most); ++i) ids += (i == 0 ? "" : ", ") + equal[i]->id;
    if (equal.size() > named_at_most) ids += ", …";
    notes_->push_back({Note::same_reference, equal.front()->table, equal.front()->row, {}, "reference", reference, ids});
  }
}

void AgreementsOfList::name_by_content(StagedAgreement& agreement, const std::string& content) {
  const auto with_reference = references_[agreement.reference];
  const bool is_only_one = with_reference == 0 || (with_reference == 1 && !agreement.parties.empty());
  if (agreement.id.empty() && !agreement.reference.empty() && is_only_one) agreement.id = agreement.reference;
  if (!agreement.id.empty()) {
    std::ranges::replace(agreement.id, '|', '-');
    ids_.insert(agreement.id);
    return;
  }
  const auto wanted = "a-" + hexadecimal(content_mark(content)).substr(0, 10);
  agreement.id = wanted;
  agreement.is_named_by_content = true;
  for (int n = 2; !ids_.insert(agreement.id).second; ++n) agreement.id = wanted + "-" + std::to_string(n);
}

}  // namespace maillage
