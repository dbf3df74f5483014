// SPDX-License-Identifier: Apache-2.0
#include "names/name_index.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

#include "names/spellings.hpp"

namespace maillage {
namespace {

bool is_wanted(const std::vector<EntityKind>& kinds, EntityKind kind) {
  return std::ranges::find(kinds, kind) != kinds.end();
}

}  // namespace

NameIndex::NameIndex(const DataSet& data, const std::vector<EntityKind>& kinds) : data_(&data) {
  for (const auto kind : {EntityKind::institution, EntityKind::person, EntityKind::agreement}) {
    if (is_wanted(kinds, kind)) add_all(kind);
  }
  std::ranges::sort(keys_, {}, [](const Key& key) { return std::tie(key.hash, key.spelling); });
}

void NameIndex::add_all(EntityKind kind) {
  const auto add_list = [&](Index row, auto names) {
    for (const auto name : names) add(kind, row, name);
  };
  const auto& institutions = data_->institutions;
  const auto& people = data_->people;
  const auto& agreements = data_->agreements;
  switch (kind) {
    case EntityKind::institution:
      for (Index row = 0; row < institutions.size(); ++row) {
        add_list(row, std::to_array({institutions.name[row], institutions.short_name[row], institutions.id[row]}));
        add_list(row, institutions.aliases[row]);
      }
      break;
    case EntityKind::person:
      for (Index row = 0; row < people.size(); ++row) {
        add_list(row, std::to_array({people.name[row], people.id[row]}));
        add_list(row, people.aliases[row]);
      }
      break;
    case EntityKind::agreement:
      for (Index row = 0; row < agreements.size(); ++row) {
        add_list(row, std::to_array({agreements.title[row], agreements.id[row], agreements.reference[row]}));
      }
      break;
  }
}

void NameIndex::add(EntityKind kind, Index row, std::string_view name) {
  const auto spelled = folded(name);
  if (spelled.empty()) return;
  const auto number = static_cast<std::uint32_t>(spellings_.size());
  spellings_.push_back({kind, row, name});
  const auto add_key = [&](Way way) {
    const auto text = text_of(way, spelled);
    if (!text.empty()) keys_.push_back({hash_of(way, text), number});
  };
  add_key(Way::spelled);
  if (kind == EntityKind::agreement) return;
  add_key(Way::expanded);
  if (kind == EntityKind::person) return add_key(Way::words);
  add_key(Way::initials);
  if (data_->institutions.kind[row] == InstitutionKind::commune) add_key(Way::commune);
}

std::string NameIndex::text_of(Way way, std::string_view folded_name) {
  switch (way) {
    case Way::spelled:
      return std::string(folded_name);
    case Way::expanded:
      return maillage::expanded(folded_name);
    case Way::commune:
      return commune_name(folded_name);
    case Way::words:
      return sorted_words(folded_name);
    case Way::initials:
      return maillage::initials(folded_name);
  }
  return {};
}

std::size_t NameIndex::hash_of(Way way, std::string_view text) {
  return std::hash<std::string_view>{}(text) + static_cast<std::size_t>(way);
}

std::vector<NameMatch> NameIndex::find_id(std::string_view text, const std::vector<EntityKind>& kinds) const {
  std::vector<NameMatch> matches;
  const auto add_match = [&](EntityKind kind, Index row) {
    if (row != kNone && is_wanted(kinds, kind)) matches.push_back({kind, row, text, 1});
  };
  add_match(EntityKind::institution, data_->find_institution(text));
  add_match(EntityKind::person, data_->find_person(text));
  add_match(EntityKind::agreement, data_->find_agreement(text));
  for (auto& match : matches) {  // the text of the data, which lives longer than the caller's
    match.name = match.kind == EntityKind::institution ? data_->institutions.id[match.row]
                 : match.kind == EntityKind::person    ? data_->people.id[match.row]
                                                       : data_->agreements.id[match.row];
  }
  return matches;
}

std::vector<NameMatch> NameIndex::find_in(Way way, std::string_view folded_name,
                                          const std::vector<EntityKind>& kinds) const {
  // Who asks by initials writes them as one word.
  if (way == Way::initials && folded_name.find(' ') != std::string_view::npos) return {};
  const auto wanted = way == Way::initials ? std::string(folded_name) : text_of(way, folded_name);
  if (wanted.empty()) return {};
  std::vector<NameMatch> matches;
  const auto same_hash = std::ranges::equal_range(keys_, hash_of(way, wanted), {}, &Key::hash);
  for (const auto& key : same_hash) {
    const auto& spelling = spellings_[key.spelling];
    if (!is_wanted(kinds, spelling.kind) || text_of(way, folded(spelling.name)) != wanted) continue;
    matches.push_back({spelling.kind, spelling.row, spelling.name, 1});
  }
  const auto place = [](const NameMatch& match) { return std::tie(match.kind, match.row); };
  std::ranges::stable_sort(matches, {}, place);
  const auto repeated = std::ranges::unique(matches, {}, place);
  matches.erase(repeated.begin(), repeated.end());
  return matches;
}

std::vector<NameMatch> NameIndex::find(std::string_view text, const std::vector<EntityKind>& kinds) const {
  auto matches = find_id(text, kinds);
  const auto folded_name = folded(text);
  for (const auto way : {Way::spelled, Way::expanded, Way::commune, Way::words, Way::initials}) {
    if (!matches.empty()) break;
    matches = find_in(way, folded_name, kinds);
  }
  return matches;
}

}  // namespace maillage
