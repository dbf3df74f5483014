// SPDX-License-Identifier: Apache-2.0
#include "cli/register_draft.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "records/cell_values.hpp"
#include "records/office/office_values.hpp"
#include "records/office/slug.hpp"

namespace maillage {
namespace {

// Columns that have a name in the singular, or a short one.
constexpr auto kOtherNames = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"territory", "territories"}, {"theme", "themes"}, {"axis", "axes"}, {"alias", "aliases"}, {"amount", "amount_eur"}});

// Columns without which a row of a table cannot be, beside its id.
std::vector<std::string_view> needed_of(const TableSchema& table) {
  std::vector<std::string_view> needed;
  for (const auto& field : table.fields) {
    if (field.is_required && field.name != "id") needed.push_back(field.name);
  }
  if (table.name == "agreements" || table.name == "sources") needed.emplace_back("title");
  const bool has_name = table.name == "institutions" || table.name == "people";
  if (has_name && std::ranges::find(needed, "name") == needed.end()) needed.emplace_back("name");
  return needed;
}

std::string option_of(std::string_view table, std::string_view column) {
  const bool is_option = table == "agreements" || table == "institutions" || table == "people";
  if (!is_option) return std::string(column) + "=";
  auto option = "--" + std::string(column);
  std::ranges::replace(option, '_', '-');
  return option;
}

}  // namespace

const FieldSchema& DraftMaker::field_of(const TableSchema& table, const Assignment& assignment) const {
  std::string_view name = assignment.field;
  if (table.place_of(name) == table.fields.size()) {
    for (const auto& [other, column] : kOtherNames) {
      if (other == name) name = column;
    }
  }
  const auto place = table.place_of(name);
  if (place < table.fields.size()) return table.fields[place];
  std::vector<std::string> columns;
  for (const auto& field : table.fields) columns.emplace_back(field.name);
  throw Failure(ExitCode::usage, session_.language.say("register.error.no_field", {{"table", std::string(table.name)},
                                                                                   {"field", shown_word(assignment.written)},
                                                                                   {"columns", session_.language.list(columns)}}));
}

RegisterDraft::Party DraftMaker::party(const std::string& text) {
  const auto words = party_of(text, session_.language);
  // `Inserm:associé`: a name that is known with a role that is none.
  const auto colon = text.rfind(':');
  const auto is_known = [&](const std::string& name) { return !session_.names().find(name, {EntityKind::institution}).empty(); };
  if (colon != std::string::npos && words.name.size() > colon && !is_known(words.name) && is_known(std::string(trimmed(std::string_view(text).substr(0, colon))))) {
    const auto& table = *find_table("parties");
    std::vector<std::string> roles;
    for (const auto code : table.fields[table.place_of("role")].codes) {
      if (!code.empty()) roles.push_back(session_.language.label("role", code));
    }
    throw BadValue(session_.language.say("register.bad.role", {{"value", shown_word(trimmed(std::string_view(text).substr(colon + 1)))}, {"allowed", session_.language.list(roles)}}));
  }
  return {known_or_new("institutions", words.name, "--party"), words.role};
}

RegisterDraft::Signatory DraftMaker::signatory(const std::string& text) {
  const auto words = signatory_of(text, session_.language);
  const auto& table = *find_table("signatures");
  const auto value = [&](std::string_view field, const std::string& given) {
    return values_.value(table, table.fields[table.place_of(field)], given, "--signatory " + std::string(field));
  };
  const auto person = known_or_new("people", words.person, "--signatory");
  const auto institution = words.on_behalf_of.empty() ? std::string() : known_or_new("institutions", words.on_behalf_of, "--signatory");
  return {person, institution, words.capacity, words.kind.empty() ? "signatory" : value("kind", words.kind), value("date", words.date)};
}

RegisterDraft::Line DraftMaker::line(const std::string& text) {
  const auto words = lineage_of(text, session_.language);
  return {words.kind, words.of.empty() ? std::string() : values_.id_of("agreements", words.of, "--lineage")};
}

RegisterDraft DraftMaker::make(const TableSchema& table) {
  draft_ = {};
  draft_.table = &table;
  for (const auto& assignment : arguments_.assignments()) {
    if (assignment.act != Assignment::Act::set) throw Failure(ExitCode::usage, session_.language.say("register.error.only_set"));
    const auto& field = field_of(table, assignment);
    const auto value = values_.value(table, field, assignment.value, assignment.written);
    (field.name == "id" ? draft_.id : draft_.cells[std::string(field.name)]) = value;
  }
  const bool is_agreement = table.name == "agreements";
  const bool has_rows = !(arguments_.parties.empty() && arguments_.signatories.empty() && arguments_.lineage.empty());
  if (!is_agreement && has_rows) throw Failure(ExitCode::usage, session_.language.say("register.error.rows_of_agreement"));
  for (const auto& text : arguments_.parties) draft_.parties.push_back(party(text));
  for (const auto& text : arguments_.signatories) draft_.signatories.push_back(signatory(text));
  for (const auto& text : arguments_.lineage) draft_.lineage.push_back(line(text));
  arguments_.evidence.check(session_.language);
  const bool may_take_name = table.name == "institutions" && arguments_.registry != "none";
  if (may_take_name) complete_from_registry();
  if (Questions::can_be_asked()) ask_for_row();
  require_row();
  if (table.place_of("id") < table.fields.size() && draft_.id.empty()) draft_.id = id_for();
  if (table.place_of("id") < table.fields.size()) draft_.cells["id"] = draft_.id;
  return draft_;
}

void DraftMaker::require_row() const {
  const auto& language = session_.language;
  const auto& table = *draft_.table;
  std::vector<std::string> missing;
  for (const auto name : needed_of(table)) {
    const auto found = draft_.cells.find(std::string(name));
    if (found == draft_.cells.end() || found->second.empty()) missing.push_back(option_of(table.name, name));
  }
  if (table.name == "agreements" && draft_.parties.empty()) missing.emplace_back("--party");
  const bool needs_evidence = table.name == "agreements" || table.name == "events";
  if (needs_evidence && !arguments_.evidence.is_given()) missing.push_back(language.say("register.missing_evidence"));
  if (missing.empty()) return;
  throw Failure(ExitCode::usage, language.say("register.error.missing", {{"options", language.list(missing)}}));
}

void DraftMaker::ask_for_field(std::string_view name) {
  const auto& language = session_.language;
  const auto& table = *draft_.table;
  const auto& field = table.fields[table.place_of(name)];
  auto& cell = draft_.cells[std::string(name)];
  if (!cell.empty()) return;
  std::string explanation(language.is_french() ? field.description_fr : field.description_en);
  if (!field.codes.empty()) {
    std::vector<std::string> labels;
    for (const auto code : field.codes) {
      if (!code.empty()) labels.push_back(language.label(label_group(table.name, name), code));
    }
    explanation += " " + language.say("register.question.codes", {{"codes", language.list(labels)}});
  }
  has_asked_ = true;
  const auto needed = needed_of(table);
  const bool is_needed = std::ranges::find(needed, name) != needed.end();
  questions_.ask(std::string(language.is_french() ? field.title_fr : field.title_en), explanation, [&](const std::string& text) {
    if (text.empty() && is_needed) throw Failure(ExitCode::usage, language.say("register.question.needed"));
    cell = values_.value(table, field, text, std::string(language.is_french() ? field.title_fr : field.title_en));
  });
}

void DraftMaker::ask_for_several(const char* label, const char* explanation, bool is_needed, const std::function<void(const std::string&)>& take) {
  const auto& language = session_.language;
  has_asked_ = true;
  for (bool is_first = true;; is_first = false) {
    bool is_done = false;
    questions_.ask(language.say(label), is_first ? language.say(explanation) : "", [&](const std::string& text) {
      is_done = text.empty();
      if (is_done && is_first && is_needed) throw Failure(ExitCode::usage, language.say("register.question.needed"));
      if (!is_done) take(text);
    });
    if (is_done) return;
  }
}

// Everything that is worth asking where nothing was said at all; else only what is missing.
void DraftMaker::ask_for_row() {
  const auto& table = *draft_.table;
  const bool asks_all = draft_.cells.empty() && draft_.parties.empty();
  for (const auto name : needed_of(table)) ask_for_field(name);
  if (table.name == "agreements") {
    if (asks_all) ask_for_field("type");
    if (draft_.parties.empty()) {
      ask_for_several("register.question.party", "register.question.party_help", true, [&](const std::string& text) { draft_.parties.push_back(party(text)); });
    }
    if (asks_all) {
      for (const auto* name : {"signed", "valid_from", "valid_to", "duration", "renewal", "notice", "themes"}) ask_for_field(name);
      ask_for_several("register.question.signatory", "register.question.signatory_help", false, [&](const std::string& text) { ask_for_signatory(text); });
    }
    ask_for_evidence();
  } else if (asks_all && table.name == "institutions") {
    if (arguments_.registry == "none") complete_from_registry();
    for (const auto* name : {"short_name", "kind", "city", "siren"}) ask_for_field(name);
  }
}

// A name alone says neither for whom nor as what: both may be left unsaid.
void DraftMaker::ask_for_signatory(const std::string& text) {
  const auto& language = session_.language;
  const auto& data = session_.data();
  auto made = signatory(text);
  if (text.find('=') == std::string::npos && !draft_.parties.empty()) {
    std::vector<std::string> names;
    for (const auto& party : draft_.parties) {
      const auto row = data.find_institution(party.institution);
      names.push_back(row == kNone ? party.institution : std::string(data.name_of_institution(row)));
    }
    if (const auto chosen = questions_.choice(language.say("register.question.on_behalf_of"), names)) made.on_behalf_of = draft_.parties[*chosen].institution;
    questions_.ask(language.say("register.question.capacity"), "", [&](const std::string& words) { made.capacity = words; });
  }
  draft_.signatories.push_back(made);
}

void DraftMaker::ask_for_evidence() {
  auto& evidence = arguments_.evidence;
  const auto& language = session_.language;
  if (evidence.is_given()) return;
  has_asked_ = true;
  questions_.ask(language.say("register.question.source"), language.say("register.question.source_help"), [&](const std::string& text) {
    if (text.empty()) return;
    if (text == "new" || text == language.say("register.word.new")) {
      evidence.source = "new";
    } else {
      evidence.source = values_.id_of("sources", text, language.say("register.question.source"));
    }
  });
  if (evidence.source == "new") {
    questions_.ask(language.say("register.question.source_title"), "", [&](const std::string& text) {
      if (text.empty()) throw Failure(ExitCode::usage, language.say("register.question.needed"));
      evidence.title = text;
    });
  }
  if (!evidence.source.empty()) {
    questions_.ask(language.say("register.question.locator"), "", [&](const std::string& text) { evidence.locator = text; });
  } else {
    questions_.ask(language.say("register.question.no_evidence"), "", [&](const std::string& text) {
      if (text.empty()) throw Failure(ExitCode::usage, language.say("register.question.needed"));
      evidence.none = text;
    });
  }
}

// An id that reads like the name: of an agreement with its year, of an institution by its short name.
std::string DraftMaker::id_for() const {
  const auto cell = [&](const char* name) {
    const auto found = draft_.cells.find(name);
    return found == draft_.cells.end() ? std::string() : found->second;
  };
  std::string text = draft_.table->name == "agreements" || draft_.table->name == "sources" ? cell("title")
                     : draft_.table->name == "institutions" && !cell("short_name").empty() ? cell("short_name")
                     : draft_.table->name == "events"                                      ? cell("agreement") + " " + cell("kind") + " " + cell("date")
                     : draft_.table->name == "mentions"                                    ? cell("institutions") + " " + cell("context") + " " + cell("date")
                                                                                           : cell("name");
  auto id = slug(text);
  if (draft_.table->name == "agreements") {
    const auto date = cell("signed").empty() ? cell("valid_from") : cell("signed");
    const auto year = date.substr(0, 4);
    const bool is_year = year.size() == 4 && std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; });
    if (is_year && id.find(year) == std::string::npos) id += "-" + year;
  }
  return id.empty() ? std::string(draft_.table->name) : id;
}

}  // namespace maillage
