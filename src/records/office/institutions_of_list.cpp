// SPDX-License-Identifier: Apache-2.0
#include "records/office/institutions_of_list.hpp"

#include <algorithm>

#include "files/files.hpp"
#include "names/spellings.hpp"
#include "records/office/office_values.hpp"
#include "records/office/office_words.hpp"
#include "records/office/slug.hpp"
#include "registry/institution_facts.hpp"

namespace maillage {
namespace {

using Judgement = InstitutionMatch::Judgement;

constexpr std::string_view kNotInRegistry = "-";  // told in the place of an id: whatever in the registry is like it

// Could a text be the id of an institution? Of other spellings the ids are made by slug().
bool looks_like_id(std::string_view text) { return slug(text) == text || text == kNotInRegistry || Registry::carried().by_identifier(text); }

constexpr double kNear = 0.75;  // from here on a name is near enough to ask whether it is the same

// The text that most rows have, the first by the alphabet where several have as many; empty where there is none.
std::string most_said(const std::map<std::string, std::size_t>& counts) {
  const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  return most == counts.end() ? std::string() : most->first;
}

// The one that most rows have, unless it is too long to stand in a picture: then the shortest.
// Are all words of a short name those of the name: « Université Lille » of « Université de Lille »? It says nothing shorter.
bool is_cut_from(std::string_view short_name, std::string_view name) {
  const auto bare_short = folded(short_name), bare_name = folded(name);
  const auto words = words_of(bare_name);
  return std::ranges::all_of(words_of(bare_short), [&](auto word) { return std::ranges::find(words, word) != words.end(); });
}

std::string short_name_of(const std::map<std::string, std::size_t>& counts) {
  constexpr std::size_t longest_in_pictures = 16;
  if (auto most = most_said(counts); most.size() <= longest_in_pictures) return most;
  const auto least = std::ranges::min_element(counts, {}, [](const auto& entry) { return entry.first.size(); });
  return least == counts.end() ? std::string() : least->first;
}

}  // namespace

std::string value_in(const GroupCells& cells, ImportField field, std::size_t i) {
  const auto found = cells.find(field);
  return found == cells.end() || i >= found->second.size() ? std::string() : found->second[i];
}

InstitutionsOfList::InstitutionsOfList(const Mapping& mapping, const DataSet* known, const NameIndex* index, RegistryUse use)
    : known_(known), index_(index), use_(use) {
  for (const auto& same : mapping.same_as) told_[folded(same.spelling)] = same.id;
}

bool InstitutionsOfList::is_known(const std::string& id) const {
  return known_ != nullptr && known_->find_institution(id) != kNone;
}

std::string InstitutionsOfList::id_of(const GroupCells& cells, std::size_t i, const ListPlace& place) {
  const auto spelling = value_in(cells, ImportField::party, i), given = value_in(cells, ImportField::party_id, i);
  const auto bare = given.empty() ? folded(spelling) : "id " + given;
  if (bare.empty()) return {};
  // Told to be what another spelling is: as if that one stood there.
  if (const auto told = told_.find(folded(spelling)); told != told_.end() && !looks_like_id(told->second) && !is_known(told->second) && folded(told->second) != folded(spelling)) {
    auto as_told = cells;
    as_told[ImportField::party] = std::vector<std::string>(i + 1, told->second);
    as_told.erase(ImportField::party_id);
    auto id = id_of(as_told, i, place);
    said_[id].names.try_emplace(spelling, 0);  // an alias, never the name
    matches_.try_emplace(bare, InstitutionMatch{spelling, id, Judgement::told, 1, {}});
    return id;
  }
  const auto found = matches_.find(bare);
  auto id = found != matches_.end() ? found->second.id : std::string();
  if (found == matches_.end()) {
    auto match = match_of(spelling.empty() ? given : spelling, given);
    id = match.id;
    matches_.emplace(bare, std::move(match));
  }
  complete(id, spelling, cells, i);
  if (!given.empty()) said_[id].has_code = true;
  if (!is_known(id)) places_.try_emplace(id, place);
  return id;
}

InstitutionMatch InstitutionsOfList::match_of(const std::string& spelling, const std::string& given) {
  InstitutionMatch match{spelling, {}, Judgement::added, 0, {}};
  const auto told = told_.find(folded(spelling));
  const bool is_not_in_registry = told != told_.end() && told->second == kNotInRegistry;
  if (told != told_.end() && !is_not_in_registry) {
    match.judgement = Judgement::told;
    match.score = 1;
    const auto entry = is_known(told->second) ? std::nullopt : Registry::carried().by_identifier(told->second);
    match.id = entry ? new_id(given.empty() ? slug(spelling) : given, spelling) : told->second;
    if (entry) told_entries_[match.id] = *entry;
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
    if (found.empty() && !nearest_) nearest_.emplace(*known_);
    const auto near = found.empty() ? nearest_->nearest(spelling, 3) : found;
    for (const auto& other : near) {
      match.runners_up.emplace_back(std::string(known_->institutions.id[other.row]), found.empty() ? other.similarity : 1.0);
    }
    if (found.size() > 1) match.judgement = Judgement::ambiguous;
    else if (!near.empty() && near[0].similarity >= kNear) match.judgement = Judgement::near;
    if (!match.runners_up.empty()) match.score = match.runners_up[0].second;
  }
  match.id = new_id(given.empty() ? slug(spelling) : given, spelling);
  if (is_not_in_registry) not_in_registry_.insert(match.id);
  return match;
}

std::string InstitutionsOfList::new_id(std::string wanted, const std::string& spelling) {
  if (wanted.empty()) wanted = "institution-" + hexadecimal(content_mark(spelling)).substr(0, 8);
  auto id = wanted;
  for (int n = 2; ids_.contains(id) || is_known(id); ++n) id = wanted + "-" + std::to_string(n);
  ids_.insert(id);
  return id;
}

// What a row says fills what is still empty; of names and kinds the one that most rows say is taken in the end.
void InstitutionsOfList::complete(const std::string& id, const std::string& spelling, const GroupCells& cells, std::size_t i) {
  auto& table = tables_["institutions"];
  const auto [found, is_new] = row_of_.try_emplace(id, table.rows.size());
  if (is_new) table.add({{"id", id}});
  auto& said = said_[id];
  const auto count = [](Counts& counts, const std::string& text) {
    if (!text.empty()) ++counts[text];
  };
  count(said.names, spelling);
  count(said.short_names, value_in(cells, ImportField::party_short_name, i));
  count(said.kinds, value_in(cells, ImportField::party_kind, i));
  const auto fill = [&](ImportField field, std::string_view column) {
    auto& cell = table.at(found->second, column);
    if (cell.empty()) cell = value_in(cells, field, i);
  };
  fill(ImportField::party_city, "city");
  fill(ImportField::party_siren, "siren");
  fill(ImportField::party_ror, "ror");
  const auto country = value_in(cells, ImportField::party_country, i);
  if (country.size() == 2 && table.at(found->second, "country").empty()) table.at(found->second, "country") = country;
}

void InstitutionsOfList::settle() {
  move_uncoded();
  ask_registry();
  auto& table = tables_["institutions"];
  std::erase_if(places_, [&](const auto& entry) { return moved_.contains(entry.first); });
  std::erase_if(table.rows, [&](const auto& row) { return moved_.contains(row[table.place_of("id")]); });
  std::vector<InstitutionNames> all_names;
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto id = table.at(r, "id");
    const auto& said = said_[id];
    table.at(r, "kind") = most_said(said.kinds);
    if (is_known(id)) continue;
    all_names.push_back(names_of(id, table.at(r, "country"), said));
    rows.push_back(r);
    const auto named_kind = kind_in_name(all_names.back().name);
    if (said.kinds.empty() && named_kind) table.at(r, "kind") = code_name(*named_kind);
    complete_from_registry(r, all_names.back());
  }
  make_distinct(all_names, known_spellings());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    table.at(rows[i], "name") = all_names[i].name;
    table.at(rows[i], "short_name") = all_names[i].short_name;
    auto& aliases = table.at(rows[i], "aliases");
    for (const auto& alias : all_names[i].aliases) aliases += (aliases.empty() ? "" : "|") + alias;
  }
}

InstitutionNames InstitutionsOfList::names_of(const std::string& id, const std::string& country, const Said& said) const {
  InstitutionNames names{id, country, said.names.empty() ? id : most_said(said.names), short_name_of(said.short_names), {}};
  if (folded(names.short_name) == folded(names.name)) names.short_name.clear();
  std::set<std::string> told{folded(names.name), folded(names.short_name)};
  for (const auto* counts : {&said.names, &said.short_names}) {
    for (const auto& [spelling, rows] : *counts) {
      if (!told.insert(folded(spelling)).second) continue;
      names.aliases.push_back(spelling);
      std::ranges::replace(names.aliases.back(), '|', '/');
    }
  }
  return names;
}

std::set<std::string> InstitutionsOfList::known_spellings() const {
  std::set<std::string> spellings;
  if (known_ == nullptr) return spellings;
  const auto& institutions = known_->institutions;
  for (Index i = 0; i < institutions.size(); ++i) {
    spellings.insert(folded(institutions.name[i]));
    spellings.insert(folded(institutions.short_name[i]));
    for (const auto alias : institutions.aliases[i]) spellings.insert(folded(alias));
  }
  return spellings;
}

const std::string& InstitutionsOfList::settled_id(const std::string& id) const {
  const auto found = moved_.find(id);
  return found == moved_.end() ? id : found->second;
}

void InstitutionsOfList::move_uncoded() {
  std::map<std::string, std::set<std::string>> coded;  // folded spelling → ids
  for (const auto& [id, said] : said_) {
    if (!said.has_code) continue;
    for (const auto& [name, rows] : said.names) coded[folded(name)].insert(id);
  }
  if (coded.empty()) return;
  for (auto& [bare, match] : matches_) {
    if (match.judgement == Judgement::told || said_[match.id].has_code || is_known(match.id)) continue;
    const auto found = coded.find(bare);
    if (found == coded.end() || found->second.size() != 1) continue;
    moved_[match.id] = *found->second.begin();
    match = {match.spelling, *found->second.begin(), Judgement::known, 1, {}};
  }
}

// New institutions that the registry knows: united where they are one, moved to the known one where it is there.
void InstitutionsOfList::ask_registry() {
  std::vector<ListedInstitution> listed;
  const auto& table = tables_["institutions"];
  std::set<std::string> told;
  for (const auto& [bare, match] : matches_) {
    if (match.judgement == Judgement::told) told.insert(match.id);
  }
  for (const auto& [id, row] : row_of_) {
    if (is_known(id) || moved_.contains(id) || not_in_registry_.contains(id) || (told.contains(id) && !told_entries_.contains(id))) continue;
    const auto& said = said_[id];
    const auto name = said.names.empty() ? std::string() : most_said(said.names);
    listed.push_back({id, name, most_said(said.kinds), table.at(row, "city"), table.at(row, "country"), table.at(row, "siren"), table.at(row, "ror"), said.has_code, {}});
    if (const auto entry = told_entries_.find(id); entry != told_entries_.end()) listed.back().told = entry->second;
  }
  recognition_ = recognise(std::move(listed), known_, index_, use_);
  for (const auto& [id, target] : recognition_.same) unite(id, target);
  for (auto& [bare, match] : matches_) {
    const auto id = settled_id(match.id);
    if (const auto found = recognition_.entries.find(match.id); found != recognition_.entries.end()) {
      match.entry = found->second.entry;
      match.registry_score = found->second.score;
      if (match.judgement != Judgement::told) match.judgement = is_known(id) ? Judgement::known : Judgement::registry;
    } else if (const auto doubt = recognition_.doubtful.find(id); doubt != recognition_.doubtful.end()) {
      match.registry = doubt->second;
    }
    match.id = id;
  }
}

void InstitutionsOfList::unite(const std::string& id, const std::string& target) {
  moved_[id] = target;
  for (auto& [from, to] : moved_) {
    if (to == id) to = target;
  }
  if (is_known(target)) return;
  const auto from = said_[id];
  auto& to = said_[target];
  for (const auto& [counts, more] : {std::pair(&to.names, &from.names), std::pair(&to.short_names, &from.short_names), std::pair(&to.kinds, &from.kinds)}) {
    for (const auto& [text, rows] : *more) (*counts)[text] += rows;
  }
}

// Fills what the list does not say. A commune keeps its spelling as name (« Ville de Lille »): the registry has the place's.
void InstitutionsOfList::complete_from_registry(std::size_t row, InstitutionNames& names) {
  const auto found = recognition_.entries.find(names.id);
  if (found == recognition_.entries.end()) return;
  const auto entry = Registry::carried().entry(found->second.entry);
  Completed completed{names.id, found->second, {}};
  if (entry.body != RegistryBody::commune && names.name != entry.name) {
    if (folded(names.name) != folded(entry.name)) names.aliases.insert(names.aliases.begin(), names.name);
    std::erase_if(names.aliases, [&](const auto& alias) { return folded(alias) == folded(entry.name); });
    names.name = entry.name;
    completed.fields.emplace_back("name");
  }
  const auto is_of_a_kind = [](const std::string& acronym) { return expanded(folded(acronym)) != folded(acronym); };  // ARS, CHU
  const auto acronym = std::ranges::find_if_not(entry.acronyms, is_of_a_kind);
  const auto short_name = !entry.short_name.empty() ? entry.short_name : acronym == entry.acronyms.end() ? std::string() : *acronym;
  if (names.short_name.empty() && !short_name.empty() && !is_cut_from(short_name, names.name) && entry.body != RegistryBody::departement &&
      entry.body != RegistryBody::region) {
    std::erase_if(names.aliases, [&](const auto& alias) { return folded(alias) == folded(short_name); });
    names.short_name = short_name;
    completed.fields.emplace_back("short_name");
  }
  auto& table = tables_["institutions"];
  for (const auto& [column, value] : institution_fields(entry)) {
    if (column == "name" || column == "short_name" || column == "aliases") continue;
    auto& cell = table.at(row, column);
    const bool is_kind = column == "kind" && said_[names.id].kinds.empty();
    if ((!cell.empty() && !is_kind) || cell == value) continue;
    cell = value;
    completed.fields.emplace_back(column);
  }
  completed_.push_back(std::move(completed));
}

std::vector<InstitutionMatch> InstitutionsOfList::take_matches() {
  std::vector<InstitutionMatch> matches;
  for (auto& [bare, match] : matches_) matches.push_back(std::move(match));
  matches_.clear();
  std::ranges::sort(matches, {}, &InstitutionMatch::spelling);
  return matches;
}

}  // namespace maillage
