// SPDX-License-Identifier: Apache-2.0
#include "cli/evidence_options.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "records/office/slug.hpp"

namespace maillage {
namespace {

// Tables whose rows `check` wants evidence for.
constexpr auto kBacked = std::to_array<std::string_view>({"agreements", "parties", "signatures", "events", "lineage"});
bool is_backed(std::string_view table) { return std::ranges::find(kBacked, table) != kBacked.end(); }
bool is_fact(std::string_view field) { return field != "note" && field != "id" && field != "code"; }

}  // namespace

std::string free_id(const RawTable& table, const std::string& wanted) {
  const auto* column = find_table(table.name())->key.front() == "code" ? "code" : "id";
  auto id = wanted;
  for (int n = 2; !table.rows_with(column, id).empty(); ++n) id = wanted + "-" + std::to_string(n);
  return id;
}

void EvidenceOptions::define(CLI::App& app, const Language& language) {
  const auto group = language.say("register.group.evidence");
  const auto add = [&](const char* option, std::string& into, const char* key, const char* type) {
    app.add_option(option, into, language.say(key))->group(group)->type_name(language.say(type));
  };
  add("--source", source, "register.option.source", "register.type.source");
  add("--locator", locator, "register.option.locator", "register.type.text");
  add("--inferred", inferred, "register.option.inferred", "register.type.reason");
  add("--no-evidence", none, "register.option.no_evidence", "register.type.reason");
  add("--source-title", title, "register.option.source_title", "register.type.text");
  add("--source-publisher", publisher, "register.option.source_publisher", "register.type.name");
  add("--source-date", date, "register.option.source_date", "register.type.date");
  add("--source-kind", kind, "register.option.source_kind", "register.type.code");
  add("--source-url", url, "register.option.source_url", "register.type.text");
  add("--source-file", file, "register.option.source_file", "register.type.text");
}

void EvidenceOptions::check(const Language& language) const {
  const auto refuse = [&](const char* key) { throw Failure(ExitCode::usage, language.say(key)); };
  if (!source.empty() && !none.empty()) refuse("register.error.source_and_none");
  if (source == "new" && title.empty()) refuse("register.error.source_title");
  if (source.empty() && !(locator.empty() && inferred.empty())) refuse("register.error.locator_alone");
  if (source != "new" && !(title.empty() && publisher.empty() && date.empty() && kind.empty() && url.empty() && file.empty())) {
    refuse("register.error.source_new");
  }
}

void RegisterFacts::add(std::string_view table, const Cells& cells) {
  Cells filled;
  for (const auto& cell : cells) {
    if (!cell.second.empty()) filled.push_back(cell);
  }
  auto& raw = writer_.table(table);
  const auto row = raw.add(filled);
  const auto key = raw.key(row);
  const auto* schema = find_table(table);
  for (const auto other : raw.rows_with_key(key)) {
    const bool is_same = other != row && !schema->key.empty() && std::ranges::all_of(schema->key, [&](std::string_view column) {
      return raw.cell(other, column) == raw.cell(row, column);
    });
    if (is_same) throw Failure(ExitCode::usage, session_.language.say("register.error.is_there", {{"table", std::string(table)}, {"row", shown_word(key)}}));
  }
  facts_.push_back({std::string(table), key, "*", {}});
  for (const auto& [field, value] : filled) {
    const bool is_key = std::ranges::find(schema->key, field) != schema->key.end() && field != "on_behalf_of" && field != "of";
    if (is_fact(field) && !is_key) facts_.push_back({std::string(table), key, std::string(field), value});
  }
}

void RegisterFacts::set(std::string_view table, std::size_t row, std::string_view field, const std::string& value) {
  auto& raw = writer_.table(table);
  const auto before = raw.cell(row, field);
  if (before == value) return;
  const auto key = raw.key(row);
  if (is_fact(field)) keep_older_claims({std::string(table), key, std::string(field), value}, before);
  forget_acknowledgement(table, key, field);
  raw.set(row, field, value);
  if (is_fact(field) && !value.empty()) facts_.push_back({std::string(table), key, std::string(field), value, !before.empty()});
}

// What sources said of a field before it is changed.
void RegisterFacts::keep_older_claims(const Fact& fact, const std::string& before) {
  auto& evidence = writer_.table("evidence");
  for (const auto claim : evidence.rows_with("row", fact.key)) {
    if (evidence.cell(claim, "table") != fact.table || evidence.cell(claim, "field") != fact.field) continue;
    if (evidence.cell(claim, "value").empty()) evidence.set(claim, "value", before);
    if (evidence.cell(claim, "value") != fact.value) evidence.set(claim, "accepted", "no");
  }
  if (!before.empty()) limit_claims_of_row(fact, before);
}

// A register's claim for the whole row covers each field that no other claim speaks of. What it said of this one becomes
// a claim of its own, so that it does not vouch for a value that it never had.
void RegisterFacts::limit_claims_of_row(const Fact& fact, const std::string& said) {
  auto& evidence = writer_.table("evidence");
  std::vector<Cells> claims;
  for (const auto claim : evidence.rows_with("row", fact.key)) {
    if (evidence.cell(claim, "table") != fact.table) continue;
    if (evidence.cell(claim, "field") == fact.field) return;
    if (evidence.cell(claim, "field") != "*" || !is_register(evidence.cell(claim, "source"))) continue;
    auto& cells = claims.emplace_back(Cells{{"table", fact.table}, {"row", fact.key}, {"field", fact.field}, {"value", said}, {"accepted", "no"}});
    for (const auto* column : {"source", "locator", "basis", "reason"}) cells.emplace_back(column, evidence.cell(claim, column));
  }
  for (auto& cells : claims) {
    std::erase_if(cells, [](const auto& cell) { return cell.second.empty(); });
    evidence.add(cells);
  }
}

bool RegisterFacts::is_register(const std::string& source) {
  const auto& sources = writer_.table("sources");
  return std::ranges::any_of(sources.rows_with("id", source), [&](std::size_t row) { return sources.cell(row, "kind") == "register"; });
}

// That there is no evidence was said of the value before.
void RegisterFacts::forget_acknowledgement(std::string_view table, const std::string& key, std::string_view field) {
  auto& rows = writer_.table("acknowledgements");
  auto found = rows.rows_with("row", key);
  std::ranges::reverse(found);
  for (const auto row : found) {
    if (rows.cell(row, "warning") == "no_evidence" && rows.cell(row, "table") == table && rows.cell(row, "field") == field) rows.remove(row);
  }
}

// Does a claim that holds speak of it?
bool RegisterFacts::is_claimed(std::string_view table, const std::string& key, std::string_view field) {
  const auto& claims = writer_.table("evidence");
  return std::ranges::any_of(claims.rows_with("row", key), [&](std::size_t claim) {
    return claims.cell(claim, "table") == table && claims.cell(claim, "field") == field && claims.cell(claim, "accepted") != "no";
  });
}

// Where every value of a row has its evidence by now, nothing is left to acknowledge of it as a whole.
void RegisterFacts::forget_acknowledged_row(std::string_view table, const std::string& key) {
  const auto& raw = writer_.table(table);
  const auto* schema = find_table(table);
  for (const auto row : raw.rows_with_key(key)) {
    for (const auto& field : schema->fields) {
      const bool is_key = std::ranges::find(schema->key, field.name) != schema->key.end();
      if (is_fact(field.name) && !is_key && !raw.cell(row, field.name).empty() && !is_claimed(table, key, field.name)) return;
    }
  }
  forget_acknowledgement(table, key, "");
}

void RegisterFacts::remove(std::string_view table, std::size_t row) {
  auto& raw = writer_.table(table);
  const auto key = raw.key(row);
  const bool is_last = raw.rows_with_key(key).size() == 1;
  raw.remove(row);
  if (!is_last) return;  // another row goes by the same key: what is said of it stays
  for (const auto* about : {"evidence", "acknowledgements", "reviews", "name_decisions"}) {
    auto& rows = writer_.table(about);
    auto found = rows.rows_with("row", key);
    std::ranges::reverse(found);
    for (const auto one : found) {
      if (rows.cell(one, "table") == table) rows.remove(one);
    }
  }
}

bool RegisterFacts::needs_evidence() const {
  return std::ranges::any_of(facts_, [](const Fact& fact) { return is_backed(fact.table); });
}

std::string RegisterFacts::source_of(const EvidenceOptions& evidence) {
  if (evidence.source != "new") return values_.id_of("sources", evidence.source, "--source");
  const auto& schema = *find_table("sources");
  const auto value = [&](std::string_view field, const std::string& text, const char* option) {
    return values_.value(schema, schema.fields[schema.place_of(field)], text, option);
  };
  auto& sources = writer_.table("sources");
  const auto wanted = slug(evidence.title);
  const auto id = free_id(sources, wanted.empty() ? "source" : wanted);
  Cells cells{{"id", id}, {"title", evidence.title}};
  for (const auto& [field, text] : Cells{{"publisher", evidence.publisher},
                                         {"date", value("date", evidence.date, "--source-date")},
                                         {"kind", value("kind", evidence.kind, "--source-kind")},
                                         {"url", evidence.url},
                                         {"file", evidence.file}}) {
    if (!text.empty()) cells.emplace_back(field, text);
  }
  sources.add(cells);
  return id;
}

void RegisterFacts::claim(const Fact& fact, const std::string& source, const EvidenceOptions& evidence) {
  Cells cells{{"table", fact.table}, {"row", fact.key}, {"field", fact.field}, {"source", source},
              {"basis", evidence.inferred.empty() ? "stated" : "inferred"}};
  if (fact.field != "*") cells.emplace_back("value", fact.value);
  if (!evidence.locator.empty()) cells.emplace_back("locator", evidence.locator);
  if (!evidence.inferred.empty()) cells.emplace_back("reason", evidence.inferred);
  if (fact.replaces) cells.emplace_back("accepted", "yes");
  writer_.table("evidence").add(cells);
}

// The reason why there is no evidence stands where `check` looks for it, so that it does not warn of it again.
void RegisterFacts::acknowledge(const EvidenceOptions& evidence) {
  auto& claims = writer_.table("evidence");
  if (claims.size() == 0) return;  // a package without any evidence is warned of as a whole
  std::set<std::string> done;
  for (const auto& fact : facts_) {
    const bool is_whole = std::ranges::any_of(facts_, [&](const Fact& other) {
      return other.table == fact.table && other.key == fact.key && other.field == "*";
    });
    if (!is_backed(fact.table) || is_claimed(fact.table, fact.key, fact.field)) continue;
    if (!is_whole) limit_claims_of_row(fact, {});
    const auto field = is_whole ? std::string() : fact.field;
    if (!done.insert(fact.table + '\x1f' + fact.key + '\x1f' + field).second) continue;
    Cells cells{{"warning", "no_evidence"}, {"table", fact.table}, {"row", fact.key}, {"reason", evidence.none}};
    if (!field.empty()) cells.emplace_back("field", field);
    writer_.table("acknowledgements").add(cells);
  }
}

void RegisterFacts::back(const EvidenceOptions& evidence) {
  evidence.check(session_.language);
  if (!evidence.source.empty()) {
    if (facts_.empty()) return;
    const auto source = source_of(evidence);
    for (const auto& fact : facts_) claim(fact, source, evidence);
    for (const auto& fact : facts_) forget_acknowledged_row(fact.table, fact.key);
  } else if (!evidence.none.empty()) {
    acknowledge(evidence);
  } else if (needs_evidence()) {
    throw Failure(ExitCode::usage, session_.language.say("register.error.needs_evidence"));
  }
}

}  // namespace maillage
