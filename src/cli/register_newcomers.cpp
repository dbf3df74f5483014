// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "cli/register_draft.hpp"
#include "cli/registry_offer.hpp"
#include "records/office/office_values.hpp"
#include "records/office/slug.hpp"

namespace maillage {

// Institutions and people that are named and not known: which of those that are known is meant, what the reference registry
// has, or a new row.

std::string DraftMaker::known_or_new(std::string_view table, const std::string& name, const std::string& option) {
  try {
    return values_.id_of(table, name, option);
  } catch (const BadValue& bad) {
    if (bad.unknown.empty()) throw;
    if (adds_unknown_) {
      return add_newcomer(table, name, table == "people" ? std::nullopt : entry_taken(arguments_.registry, name, session_.language));
    }
    if (Questions::can_be_asked()) return chosen_or_new(table, name);
    throw BadValue(std::string(bad.what()) + "\n" + session_.language.say("register.hint.add_unknown"), bad.unknown);
  }
}

// On a terminal: one of those that are meant perhaps, one that the reference registry knows, or a new one of this name.
std::string DraftMaker::chosen_or_new(std::string_view table, const std::string& name) {
  const auto& language = session_.language;
  const auto& data = session_.data();
  const bool is_person = table == "people";
  const auto near = session_.names().nearest(name, 3, {is_person ? EntityKind::person : EntityKind::institution});
  const auto offer = is_person ? RegistryOffer() : registry_offer(name, 3, language);
  std::vector<std::string> options;
  std::vector<std::string> ids;
  for (const auto& match : near) {
    ids.emplace_back(is_person ? data.people.id[match.row] : data.institutions.id[match.row]);
    options.push_back(language.say("register.choice.known", {{"name", std::string(is_person ? data.name_of_person(match.row) : data.name_of_institution(match.row))},
                                                             {"id", ids.back()}}));
  }
  for (const auto& line : offer.lines) options.push_back(language.say("register.choice.registry", {{"entry", line}}));
  options.push_back(language.say(is_person ? "register.choice.new_person" : "register.choice.new_institution", {{"name", name}}));
  session_.warn(language.say("register.question.unknown", {{"name", shown_word(name)}}));
  const auto chosen = questions_.choice(language.say("register.question.which", {{"count", std::to_string(options.size())}}), options);
  if (!chosen) throw BadValue(language.say("register.question.another_name"));
  if (*chosen < ids.size()) return ids[*chosen];
  const auto of_registry = *chosen - ids.size();
  return add_newcomer(table, name, of_registry < offer.entries.size() ? std::optional(Registry::carried().entry(offer.entries[of_registry])) : std::nullopt);
}

std::string DraftMaker::add_newcomer(std::string_view table, const std::string& name, const std::optional<RegistryEntry>& entry) {
  const auto& data = session_.data();
  const bool is_person = table == "people";
  if (entry) {
    if (const auto known = institution_with_identifiers(data, *entry); known != kNone) {  // there under another name
      session_.tell(session_.language.say("register.known_by_registry", {{"name", shown_word(name)}, {"id", std::string(data.institutions.id[known])}}));
      return std::string(data.institutions.id[known]);
    }
  }
  const auto base = slug(name).empty() ? std::string(is_person ? "personne" : "institution") : slug(name);
  auto& newcomers = is_person ? draft_.people : draft_.institutions;
  auto id = base;
  const auto is_taken = [&] {
    return (is_person ? data.find_person(id) : data.find_institution(id)) != kNone || std::ranges::find(newcomers, id, &RegisterDraft::Newcomer::id) != newcomers.end();
  };
  for (int n = 2; is_taken(); ++n) id = base + "-" + std::to_string(n);
  auto& newcomer = newcomers.emplace_back(RegisterDraft::Newcomer{id, {{"name", name}}});
  const auto kind = is_person ? std::nullopt : kind_in_name(name);
  if (kind) newcomer.cells.emplace_back("kind", code_name(*kind));
  if (entry) {
    newcomer.cells = cells_of_entry(*entry, name);
    take_territories(*entry);
  }
  values_.add_name(table, name, id);
  return id;
}

void DraftMaker::take_territories(const RegistryEntry& entry) {
  const auto& known = session_.data().territories;
  for (const auto& fact : territories_of(Registry::carried(), entry)) {
    const bool is_there = std::ranges::any_of(known, [&](const auto& row) { return row.code == fact.code; }) ||
                          std::ranges::any_of(draft_.territories, [&](const auto& other) { return other.code == fact.code; });
    if (!is_there) draft_.territories.push_back(fact);
  }
}

void DraftMaker::add_newcomers(RegisterFacts& facts) const {
  for (const auto& one : draft_.territories) {
    facts.add("territories", {{"code", one.code}, {"name", one.name}, {"level", std::string(code_name(one.level))}, {"parent", one.parent},
                              {"population", one.population ? std::to_string(*one.population) : std::string()}});
  }
  for (const auto& [table, newcomers] : {std::pair("institutions", &draft_.institutions), std::pair("people", &draft_.people)}) {
    for (const auto& one : *newcomers) {
      RegisterFacts::Cells cells{{"id", one.id}};
      cells.insert(cells.end(), one.cells.begin(), one.cells.end());
      facts.add(table, cells);
    }
  }
}

// Of an institution that is being added: what the registry has fills what nobody said, where it is asked to.
void DraftMaker::complete_from_registry() {
  const auto& language = session_.language;
  const auto name = draft_.cells["name"];
  if (arguments_.registry != "none") {
    if (const auto entry = entry_taken(arguments_.registry, name, language)) return fill(*entry);
    session_.tell(language.say("register.registry_has_none", {{"name", shown_word(name)}}));
  } else if (Questions::can_be_asked() && has_asked_) {
    const auto offer = registry_offer(name, 5, language);
    if (offer.lines.empty()) return;
    session_.warn(language.say("register.question.registry", {{"name", shown_word(name)}}));
    const auto chosen = questions_.choice(language.say("register.question.which_entry", {{"count", std::to_string(offer.lines.size())}}), offer.lines);
    if (chosen) fill(Registry::carried().entry(offer.entries[*chosen]));
  }
}

void DraftMaker::fill(const RegistryEntry& entry) {
  const auto known = institution_with_identifiers(session_.data(), entry);
  if (known != kNone) {
    throw Failure(ExitCode::usage, session_.language.say("register.error.known_by_registry",
                                                         {{"name", entry.name}, {"id", std::string(session_.data().institutions.id[known])}}));
  }
  const auto given = draft_.cells["name"];
  for (const auto& [column, value] : cells_of_entry(entry, given)) {
    auto& cell = draft_.cells[std::string(column)];
    if (cell.empty() || column == "name") cell = value;
  }
  take_territories(entry);
}

}  // namespace maillage
