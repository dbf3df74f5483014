// SPDX-License-Identifier: Apache-2.0
#include "records/office/institutions_of_list.hpp"

#include <algorithm>

#include "files/files.hpp"
#include "records/office/office_values.hpp"
#include "records/office/slug.hpp"

namespace maillage {
namespace {

using Judgement = InstitutionMatch::Judgement;

constexpr double kNear = 0.75;  // from here on a name is near enough to ask whether it is the same

}  // namespace

std::string value_in(const GroupCells& cells, ImportField field, std::size_t i) {
  const auto found = cells.find(field);
  return found == cells.end() || i >= found->second.size() ? std::string() : found->second[i];
}

InstitutionsOfList::InstitutionsOfList(const Mapping& mapping, const DataSet* known, const NameIndex* index)
    : known_(known), index_(index) {
  for (const auto& same : mapping.same_as) told_[folded(same.spelling)] = same.id;
}

bool InstitutionsOfList::is_known(const std::string& id) const {
  return known_ != nullptr && known_->find_institution(id) != kNone;
}

std::string InstitutionsOfList::id_of(const GroupCells& cells, std::size_t i) {
  const auto spelling = value_in(cells, ImportField::party, i), given = value_in(cells, ImportField::party_id, i);
  const auto bare = given.empty() ? folded(spelling) : "id " + given;
  if (bare.empty()) return {};
  const auto found = matches_.find(bare);
  auto id = found != matches_.end() ? found->second.id : std::string();
  if (found == matches_.end()) {
    auto match = match_of(spelling.empty() ? given : spelling, given);
    id = match.id;
    matches_.emplace(bare, std::move(match));
  }
  complete(id, spelling.empty() ? given : spelling, cells, i);
  return id;
}

InstitutionMatch InstitutionsOfList::match_of(const std::string& spelling, const std::string& given) {
  InstitutionMatch match{spelling, {}, Judgement::added, 0, {}};
  if (const auto told = told_.find(folded(spelling)); told != told_.end()) {
    match.id = told->second;
    match.judgement = Judgement::told;
    match.score = 1;
    return match;
  }
  if (index_ != nullptr) {
    const auto found = index_->find(given.empty() ? spelling : given, {EntityKind::institution});
    if (found.size() == 1) {
      match.id = known_->institutions.id[found[0].row];
      match.judgement = Judgement::known;
      match.score = 1;
      return match;
    }
    const auto near = found.empty() ? index_->nearest(spelling, 3, {EntityKind::institution}) : found;
    for (const auto& other : near) {
      match.runners_up.emplace_back(std::string(known_->institutions.id[other.row]), found.empty() ? other.similarity : 1.0);
    }
    if (found.size() > 1) match.judgement = Judgement::ambiguous;
    else if (!near.empty() && near[0].similarity >= kNear) match.judgement = Judgement::near;
    if (!match.runners_up.empty()) match.score = match.runners_up[0].second;
  }
  match.id = new_id(given.empty() ? slug(spelling) : given, spelling);
  return match;
}

std::string InstitutionsOfList::new_id(std::string wanted, const std::string& spelling) {
  if (wanted.empty()) wanted = "institution-" + hexadecimal(content_mark(spelling)).substr(0, 8);
  auto id = wanted;
  for (int n = 2; ids_.contains(id) || is_known(id); ++n) id = wanted + "-" + std::to_string(n);
  ids_.insert(id);
  return id;
}

// Writes a new institution once; what later rows say of it fills what is still empty.
void InstitutionsOfList::complete(const std::string& id, const std::string& spelling, const GroupCells& cells, std::size_t i) {
  auto& table = tables_["institutions"];
  const auto [found, is_new] = row_of_.try_emplace(id, table.rows.size());
  if (is_new) {
    table.add({{"id", id}});
    if (!is_known(id)) {
      table.at(found->second, "name") = spelling;
      if (const auto kind = kind_in_name(spelling)) table.at(found->second, "kind") = code_name(*kind);
    }
  }
  const auto fill = [&](ImportField field, std::string_view column) {
    auto& cell = table.at(found->second, column);
    if (cell.empty() || (column == "kind" && cell == "other")) cell = value_in(cells, field, i);
  };
  fill(ImportField::party_kind, "kind");
  fill(ImportField::party_city, "city");
  fill(ImportField::party_siren, "siren");
  fill(ImportField::party_ror, "ror");
  const auto country = value_in(cells, ImportField::party_country, i);
  if (country.size() == 2 && table.at(found->second, "country").empty()) table.at(found->second, "country") = country;
}

std::vector<InstitutionMatch> InstitutionsOfList::take_matches() {
  std::vector<InstitutionMatch> matches;
  for (auto& [bare, match] : matches_) matches.push_back(std::move(match));
  matches_.clear();
  std::ranges::sort(matches, {}, &InstitutionMatch::spelling);
  return matches;
}

}  // namespace maillage
