// SPDX-License-Identifier: Apache-2.0
#include "records/office/people_of_list.hpp"

#include <algorithm>
#include <array>

#include "records/cell_values.hpp"
#include "records/office/slug.hpp"

namespace maillage {

std::string_view without_title(std::string_view name) {
  static constexpr auto kTitles = std::to_array<std::string_view>({"m", "mr", "mme", "mlle", "dr", "pr", "me", "monsieur", "madame", "docteur", "professeur",
                                                                   "docteure", "professeure", "mrs", "ms", "prof"});
  name = trimmed(name);
  for (bool has_title = false;; has_title = true) {
    const auto end = name.find(' ');
    if (end == std::string_view::npos) return name;
    const auto word = folded(name.substr(0, end));
    const bool is_article = has_title && (word == "le" || word == "la");  // « Monsieur le Professeur »; « Le Goff » is a name
    if (!is_article && std::ranges::find(kTitles, word) == kTitles.end()) return name;
    const auto rest = trimmed(name.substr(end));
    if (rest.find(' ') == std::string_view::npos) return name;  // « Mme Leroux »: there is no more of the name than that
    name = rest;
  }
}

bool is_function(std::string_view text) {
  static constexpr auto kWords = std::to_array<std::string_view>({"dg", "dga", "dgs", "dgsa", "pdg", "vp", "maire", "mayor", "dean", "doyen", "doyenne",
                                                                  "chef", "cheffe", "head", "prefet", "prefete", "recteur", "rectrice", "rector"});
  static constexpr auto kStems = std::to_array<std::string_view>({"presid", "vice-p", "vice p", "direct", "adjoint", "secretaire", "responsable", "gerant",
                                                                  "delegue", "administrat", "chancelier", "tresori", "chair", "provost", "coordinat"});
  const auto bare = folded(trimmed(text));
  const auto first = bare.substr(0, std::min(bare.find_first_of(" -,"), bare.size()));
  return std::ranges::find(kWords, first) != kWords.end() || std::ranges::any_of(kStems, [&](auto stem) { return bare.starts_with(stem); });
}

NamedPerson name_and_function(std::string_view text) {
  text = trimmed(text);
  const auto parted = [&](std::size_t at, std::size_t length, std::string_view rest) -> NamedPerson {
    const auto name = trimmed(text.substr(0, at));
    rest = trimmed(rest.substr(length));
    return !name.empty() && is_function(rest) ? NamedPerson{name, rest} : NamedPerson{text, {}};
  };
  for (const std::string_view sign : {", ", " (", " – ", " - "}) {
    const auto at = text.find(sign);
    if (at == std::string_view::npos) continue;
    auto rest = text.substr(at);
    if (sign == " (" && rest.ends_with(')')) rest.remove_suffix(1);
    if (const auto found = parted(at, sign.size(), rest); !found.function.empty()) return found;
  }
  return {text, {}};
}

PeopleOfList::PeopleOfList(const Mapping& mapping, const DataSet* known, const NameIndex* index) : known_(known), index_(index) {
  for (const auto& same : mapping.same_as) told_[folded(same.spelling)] = same.id;
}

std::string PeopleOfList::id_of(std::string_view name) {
  if (const auto told = told_.find(folded(name)); told != told_.end() && folded(told->second) != folded(name)) {
    if (known_ != nullptr && known_->find_person(told->second) != kNone) return told->second;
    return id_of(told->second);
  }
  const auto bare = without_title(name);
  if (index_ != nullptr) {
    const auto found = index_->find(bare, {EntityKind::person});
    if (found.size() == 1) return std::string(known_->people.id[found[0].row]);
  }
  auto& id = ids_[folded(bare)];
  if (id.empty()) id = new_id(std::string(bare));
  return id;
}

std::string PeopleOfList::new_id(const std::string& name) {
  const auto wanted = slug(name).empty() ? "personne-" + std::to_string(ids_.size()) : slug(name);
  auto id = wanted;
  // Of two known people with this name neither is meant for certain: this one must not take the id of either.
  const auto is_known = [&] { return known_ != nullptr && known_->find_person(id) != kNone; };
  for (int n = 2; is_known() || !taken_.insert(id).second; ++n) id = wanted + "-" + std::to_string(n);
  tables_["people"].add({{"id", id}, {"name", name}});
  return id;
}

}  // namespace maillage
