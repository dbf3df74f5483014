// SPDX-License-Identifier: Apache-2.0
#include "cli/accept_names.hpp"

#include "cli/registry_offer.hpp"
#include "documents/drafts/review_words.hpp"
#include "records/cell_values.hpp"
#include "records/office/office_values.hpp"
#include "records/office/slug.hpp"
#include "registry/institution_facts.hpp"

namespace maillage {
namespace {

using documents::MatchedName;
using documents::ReviewDecision;
using documents::ReviewField;
using documents::ReviewRow;
using documents::ReviewSubject;
using Cells = AcceptedTables::Cells;

constexpr const char* kRegistrySource = "registre-de-reference";

ReviewSubject subject_of(EntityKind kind) { return kind == EntityKind::person ? ReviewSubject::person : ReviewSubject::institution; }
std::string_view table_of(EntityKind kind) { return kind == EntityKind::person ? "people" : "institutions"; }

}  // namespace

void AcceptedNames::take_names(const std::string& id) {
  const auto row = context_.tables.find_row("institutions", {{"id", id}});
  const auto& institutions = *context_.tables.table("institutions");
  for (const auto* column : {"name", "short_name", "aliases"}) {
    for (const auto part : split_list(institutions.at(*row, column))) used_.try_emplace(folded(part), id);
  }
}

// A name goes before what another newcomer was called beside its own.
void AcceptedNames::claim_name(const std::string& name) {
  const auto user = used_.find(folded(name));
  if (user == used_.end() || !fresh_.contains(user->second)) return;
  auto& tables = context_.tables;
  const auto row = *tables.find_row("institutions", {{"id", user->second}});
  for (const auto* column : {"short_name", "aliases"}) {
    std::string kept;
    for (const auto part : split_list(tables.table("institutions")->at(row, column))) {
      if (folded(part) != folded(name)) kept += (kept.empty() ? "" : "|") + std::string(part);
    }
    tables.set("institutions", row, column, kept);
  }
  if (folded(tables.table("institutions")->at(row, "name")) != folded(name)) used_.erase(user);
}

std::string AcceptedNames::free_names(std::string_view list, const std::string& id) const {
  std::string names;
  for (const auto part : split_list(list)) {
    const auto user = used_.find(folded(part));
    if (user == used_.end() || user->second == id) names += (names.empty() ? "" : "|") + std::string(part);
  }
  return names;
}

void AcceptedNames::turn_to(const documents::ReviewIndex& index) {
  index_ = &index;
  contacts_.clear(), records_.clear(), ids_.clear();
  for (const auto number : index.numbers(ReviewSubject::contact)) {
    const auto* name = index.find(ReviewSubject::contact, number, ReviewField::name);
    if (name != nullptr) contacts_.insert({folded(name->value), folded(name->as_read)});
  }
  contacts_.erase("");
  for (const auto kind : {EntityKind::institution, EntityKind::person}) {
    const auto numbers = index.numbers(subject_of(kind));
    for (const auto number : numbers) {
      const auto* name = index.find(subject_of(kind), number, ReviewField::name);
      if (name == nullptr) continue;
      records_.try_emplace({kind, folded(name->value)}, number);
      if (!name->as_read.empty()) records_.try_emplace({kind, folded(name->as_read)}, number);
    }
    for (const auto number : numbers) {
      const auto* aliases = index.find(subject_of(kind), number, ReviewField::aliases);
      for (const auto alias : split_list(aliases == nullptr ? std::string_view() : aliases->value)) records_.try_emplace({kind, folded(alias)}, number);
    }
  }
}

bool AcceptedNames::is_contact(const std::string& name) const { return contacts_.contains(folded(name)); }

std::uint32_t AcceptedNames::record_of(EntityKind kind, const std::string& name) const {
  const auto found = records_.find({kind, folded(name)});
  return found == records_.end() ? 0 : found->second;
}

bool AcceptedNames::has_row(EntityKind kind, const std::string& id) { return context_.tables.find_row(table_of(kind), {{"id", id}}).has_value(); }

std::string AcceptedNames::id_of(EntityKind kind, const ReviewRow& said) {
  if (kind == EntityKind::person && is_contact(said.value)) return {};
  if (has_row(kind, said.value)) return said.value;
  const std::pair key{kind, folded(said.value)};
  if (const auto found = ids_.find(key); found != ids_.end()) return found->second;
  const auto record = record_of(kind, said.value);
  auto id = settled(kind, said, record);
  ids_[key] = id;
  return id;
}

std::string AcceptedNames::settled(EntityKind kind, const ReviewRow& said, std::uint32_t record) {
  const auto* name_row = record == 0 ? nullptr : index_->find(subject_of(kind), record, ReviewField::name);
  const auto* match = record == 0 ? nullptr : index_->find(subject_of(kind), record, ReviewField::match);
  const auto& name = name_row == nullptr || name_row->value.empty() ? said.value : name_row->value;
  const auto& written = name_row == nullptr || name_row->as_read.empty() ? said.value : name_row->as_read;
  if (name_row != nullptr && name_row->is_open()) context_.doubt(*name_row);
  const auto meant = meant_by(kind, name, said, match);
  const bool is_decided = match != nullptr && match->is_reviewed() && !meant.is_unsettled;
  std::string id;
  if (!meant.is_new && !meant.id.empty()) {
    id = has_row(kind, meant.id) ? meant.id : kind == EntityKind::institution ? row_of_entry(name, meant.id, said) : std::string();
    if (id.empty()) {
      context_.fault(match != nullptr ? *match : said, context_.session.language.say("accept.fault.no_row", {{"value", shown_word(meant.id)}}));
      return {};
    }
  } else {
    id = add(kind, name, said, record);
  }
  if (is_decided) decide(kind, written, id, NameVerdict::same);
  if (meant.is_unsettled) decide(kind, written, id, NameVerdict::unsure);
  return id;
}

AcceptedNames::Meant AcceptedNames::meant_by(EntityKind kind, const std::string& name, const ReviewRow& said, const ReviewRow* match) {
  if (match != nullptr && match->is_reviewed()) return meant_by_form(kind, name, *match);
  if (auto before = accepted_before(kind, name); !before.empty()) return {before};
  if (match == nullptr || match->value.empty()) return matched(kind, name, match == nullptr ? said : *match);
  if (match->is_open()) {
    context_.doubt(*match);
    if (match->decision == ReviewDecision::unsure) return {.is_new = true, .is_unsettled = true};
  }
  if (documents::says_new(match->value)) return matched(kind, name, *match);  // what was new when it was read may be there by now
  return {match->value};
}

// A person has said which row it is, that it is none of them, or that it is not the one proposed.
AcceptedNames::Meant AcceptedNames::meant_by_form(EntityKind kind, const std::string& name, const ReviewRow& match) {
  const bool is_refused = match.decision == ReviewDecision::no;
  const auto& refused = is_refused ? match.value : match.as_read;
  const bool was_proposed = !refused.empty() && !documents::says_new(refused) && has_row(kind, refused);
  const bool is_other = is_refused || (match.is_corrected() && documents::says_new(match.value));
  if (was_proposed && (is_other || match.is_corrected())) decide(kind, name, refused, NameVerdict::different);
  if (auto before = accepted_before(kind, name); !before.empty() && (is_refused || documents::says_new(match.value))) return {before};
  if (is_refused) return {.is_new = true};
  if (!documents::says_new(match.value)) return {match.value};
  if (was_proposed) return {.is_new = true};
  // Two forms say “new” of one name: it is one body.
  if (const auto found = newcomers_.find({kind, folded(name)}); found != newcomers_.end()) return {found->second};
  const auto& now = kind == EntityKind::person ? matcher_.person(name) : matcher_.institution(name);
  const bool is_there = now.verdict == MatchedName::Verdict::known && has_row(kind, now.id);
  return is_there ? Meant{now.id} : Meant{.is_new = true};
}

AcceptedNames::Meant AcceptedNames::matched(EntityKind kind, const std::string& name, const ReviewRow& said) {
  using enum MatchedName::Verdict;
  if (const auto found = newcomers_.find({kind, folded(name)}); found != newcomers_.end()) return {found->second};
  const auto& match = kind == EntityKind::person ? matcher_.person(name) : matcher_.institution(name);
  if (match.verdict == known) return {match.id};
  if (match.verdict == none || match.verdict == unasked) return {.is_new = true};
  std::string candidates;
  for (const auto& one : match.candidates) candidates += (candidates.empty() ? "" : " ; ") + one.id + " (" + one.name + ")";
  context_.doubt(said, context_.session.language.say("accept.several", {{"name", shown_word(name)}, {"candidates", candidates}}));
  return match.verdict == likely ? Meant{match.id} : Meant{.is_new = true, .is_unsettled = true};
}

// The row that this document brought under this name when it was accepted before.
std::string AcceptedNames::accepted_before(EntityKind kind, const std::string& name) const {
  for (const auto& [row, value] : context_.tables.rows_of_source(context_.source, table_of(kind), "name")) {
    if (folded(value) == folded(name)) return row;
  }
  const auto* decisions = context_.tables.table("name_decisions");
  for (std::size_t r = 0; decisions != nullptr && r < decisions->rows.size(); ++r) {
    const bool holds = decisions->at(r, "decision") != "different" && decisions->at(r, "source") == context_.source && decisions->at(r, "table") == table_of(kind);
    if (holds && !decisions->at(r, "row").empty() && folded(decisions->at(r, "name")) == folded(name)) return decisions->at(r, "row");
  }
  return {};
}

AcceptedNames::AcceptedNames(AcceptContext& context, documents::NameMatcher& matcher) : context_(context), matcher_(matcher) {
  const auto* institutions = context_.tables.table("institutions");
  for (std::size_t r = 0; institutions != nullptr && r < institutions->rows.size(); ++r) take_names(institutions->at(r, "id"));
  const auto* evidence = context_.tables.table("evidence");
  for (std::size_t r = 0; evidence != nullptr && r < evidence->rows.size(); ++r) {
    const bool is_of_entry = evidence->at(r, "source") == kRegistrySource && evidence->at(r, "table") == "institutions";
    if (is_of_entry && has_row(EntityKind::institution, evidence->at(r, "row"))) entries_.try_emplace(evidence->at(r, "locator"), evidence->at(r, "row"));
  }
}

std::string AcceptedNames::row_of_entry(const std::string& name, const std::string& wanted, const ReviewRow& said) {
  const auto& registry = Registry::carried();
  const auto number = registry.by_identifier(wanted);
  if (!number) return {};
  const auto entry = registry.entry(*number);
  if (const auto found = entries_.find(entry.id); found != entries_.end()) return found->second;
  if (const auto row = institution_with_identifiers(context_.session.data(), entry); row != kNone) return std::string(context_.session.data().institutions.id[row]);
  auto& tables = context_.tables;
  const auto& language = context_.session.language;
  if (!tables.find_row("sources", {{"id", kRegistrySource}})) {
    tables.add_row("sources", {{"id", kRegistrySource}, {"title", language.say("import.registry.source")}, {"kind", "register"}});
  }
  for (const auto& fact : territories_of(registry, entry)) {
    if (tables.find_row("territories", {{"code", fact.code}})) continue;
    tables.add_row("territories", {{"code", fact.code}, {"name", fact.name}, {"level", std::string(code_name(fact.level))}, {"parent", fact.parent},
                                   {"population", fact.population ? std::to_string(*fact.population) : std::string()}});
  }
  const auto base = slug(entry.short_name.empty() ? name : entry.short_name);
  const auto id = tables.free_id("institutions", base.empty() ? "institution" : base);
  auto cells = cells_of_entry(entry, name);
  for (const auto& [column, value] : cells) {
    if (column == "name") claim_name(value);
  }
  // The regions overseas share a code with a département and are left out of the territories.
  std::erase_if(cells, [&](const auto& cell) { return cell.first == "territory" && !tables.find_row("territories", {{"code", cell.second}}); });
  for (auto& [column, value] : cells) {
    if (column == "aliases" || column == "short_name") value = free_names(value, id);
  }
  std::erase_if(cells, [](const auto& cell) { return cell.second.empty(); });
  cells.insert(cells.begin(), {"id", id});
  tables.add_row("institutions", cells);
  for (const auto& [field, value] : cells) {
    if (field == "id" || value == name) continue;
    tables.add_evidence({{"table", "institutions"}, {"row", id}, {"field", std::string(field)}, {"value", value}, {"source", kRegistrySource}, {"locator", entry.id}, {"basis", "stated"}});
  }
  tables.claim_row("institutions", {{"id", id}}, context_.origin_of(said));
  tables.claim_value("institutions", *tables.find_row("institutions", {{"id", id}}), "name", name, context_.origin_of(said));
  take_names(id);
  fresh_.insert(id);
  entries_[entry.id] = id;
  context_.log(said, name, "added", {}, "institutions", id);
  return id;
}

std::string AcceptedNames::add(EntityKind kind, const std::string& name, const ReviewRow& said, std::uint32_t record) {
  auto& tables = context_.tables;
  const auto table = table_of(kind);
  const auto base = slug(name);
  const auto id = tables.free_id(table, base.empty() ? (kind == EntityKind::person ? "personne" : "institution") : base);
  const auto* name_row = record == 0 ? nullptr : index_->find(subject_of(kind), record, ReviewField::name);
  const auto& row_said = name_row == nullptr ? said : *name_row;
  const auto origin = context_.origin_of(row_said);
  tables.claim_row(table, {{"id", id}}, origin);
  const auto row = *tables.find_row(table, {{"id", id}});
  tables.claim_value(table, row, "name", name, origin);
  newcomers_[{kind, folded(name)}] = id;
  if (kind == EntityKind::institution) claim_name(name);
  context_.log(row_said, name, "added", {}, table, id);
  if (kind == EntityKind::person) return id;
  if (const auto* aliases = record == 0 ? nullptr : index_->find(subject_of(kind), record, ReviewField::aliases); aliases != nullptr && aliases->holds()) {
    tables.claim_value(table, row, "aliases", free_names(aliases->value, id), context_.origin_of(*aliases));
  }
  std::vector<std::string_view> codes(code_names<InstitutionKind>.begin(), code_names<InstitutionKind>.end());
  const auto* kind_row = record == 0 ? nullptr : index_->find(subject_of(kind), record, ReviewField::institution_kind);
  auto code = kind_row == nullptr || !kind_row->holds() ? std::string() : context_.session.language.code_of_label("kind", kind_row->value, codes);
  if (code.empty()) {
    if (const auto in_name = kind_in_name(name)) code = code_name(*in_name);
  }
  tables.fill(table, row, "kind", code);
  take_names(id);
  fresh_.insert(id);
  return id;
}

void AcceptedNames::decide(EntityKind kind, const std::string& name, const std::string& id, NameVerdict verdict) {
  auto& tables = context_.tables;
  const std::string table(table_of(kind));
  if (const auto there = tables.find_row("name_decisions", {{"name", name}, {"row", id}, {"table", table}})) {
    return tables.set("name_decisions", *there, "decision", std::string(code_name(verdict)));
  }
  tables.add_row("name_decisions", {{"name", name}, {"row", id}, {"table", table}, {"decision", std::string(code_name(verdict))}, {"day", context_.day}, {"source", context_.source}});
}

}  // namespace maillage
