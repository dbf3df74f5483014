// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include "cli/command.hpp"
#include "cli/register_draft.hpp"
#include "records/cell_values.hpp"

namespace maillage {
namespace {

// A row that goes takes those along that only speak of it; the column of theirs that names it.
struct OwnRows {
  std::string_view table, of, column;
};
constexpr auto kOwnRows = std::to_array<OwnRows>({{"parties", "agreements", "agreement"}, {"signatures", "agreements", "agreement"},
                                                  {"events", "agreements", "agreement"}, {"lineage", "agreements", "agreement"},
                                                  {"positions", "people", "person"}});

bool is_own(std::string_view table, std::string_view column, std::string_view of) {
  return std::ranges::any_of(kOwnRows, [&](const OwnRows& own) { return own.table == table && own.column == column && own.of == of; });
}

class EditCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    arguments_.define(app, language, RegisterArguments::For::edit);
    app.add_flag("--remove", removes_, language.say("register.option.remove"))->group(language.say("register.group.rows"));
    app.add_flag("--add-unknown", adds_unknown_, language.say("register.option.add_unknown"))->group(language.say("register.group.rows"));
  }
  ExitCode run(Session& session) override;

 private:
  struct Row {
    std::string table, key;
  };
  void take_words(const Language& language);
  Row row_meant(Session& session, PackageText& text) const;
  void assign(Session& session, RegisterWriter& writer, RegisterFacts& facts, const DraftMaker& maker, RegisterValues& values, const Row& row) const;
  void change_rows(Session& session, RegisterWriter& writer, RegisterFacts& facts, DraftMaker& maker, const Row& row) const;
  void take_out(Session& session, RegisterWriter& writer, RegisterFacts& facts, const Row& agreement, std::string_view table,
                std::string_view column, const std::string& id) const;
  void remove(Session& session, RegisterWriter& writer, RegisterFacts& facts, const Row& row) const;
  RegisterArguments arguments_;
  std::string data_, wanted_;
  bool removes_ = false, adds_unknown_ = false;
};

void EditCommand::take_words(const Language& language) {
  const auto words = arguments_.plain_words();
  if (words.empty() || words.size() > 2) {
    throw Failure(ExitCode::usage, language.say(words.empty() ? "cli.error.too_few_words" : "cli.error.too_many_words",
                                                {{"wanted", "[DATA] " + language.say("register.word.id")}}));
  }
  data_ = words.size() == 2 ? words.front() : "";
  wanted_ = words.back();
}

// A row by its id or key in any table (`TABLE:KEY` where several have it), else an institution, person or agreement by
// its name.
EditCommand::Row EditCommand::row_meant(Session& session, PackageText& text) const {
  auto key = wanted_;
  std::string only;
  if (const auto colon = wanted_.find(':'); colon != std::string::npos && find_table(wanted_.substr(0, colon)) != nullptr) {
    only = wanted_.substr(0, colon);
    key = wanted_.substr(colon + 1);
  }
  std::vector<std::string> found;
  for (const auto& schema : package_schema()) {
    if (schema.key.empty() || (!only.empty() && schema.name != only)) continue;
    if (!text.table(schema.name).rows_with_key(key).empty()) found.emplace_back(schema.name);
  }
  const auto& language = session.language;
  if (found.size() == 1) return {found.front(), key};
  if (found.size() > 1) {
    throw Failure(ExitCode::usage, language.say("register.error.several_tables", {{"row", shown_word(key)}, {"tables", language.list(found)}}));
  }
  const auto match = session.resolve(key, {EntityKind::institution, EntityKind::person, EntityKind::agreement});
  const auto& data = session.data();
  switch (match.kind) {
    case EntityKind::institution: return {"institutions", std::string(data.institutions.id[match.row])};
    case EntityKind::person: return {"people", std::string(data.people.id[match.row])};
    case EntityKind::agreement: break;
  }
  return {"agreements", std::string(data.agreements.id[match.row])};
}

void EditCommand::assign(Session& session, RegisterWriter& writer, RegisterFacts& facts, const DraftMaker& maker, RegisterValues& values,
                         const Row& row) const {
  const auto& schema = *find_table(row.table);
  for (const auto& assignment : arguments_.assignments()) {
    const auto& field = maker.field_of(schema, assignment);
    const auto rows = writer.table(row.table).rows_with_key(row.key);
    if (rows.size() != 1) {
      throw Failure(ExitCode::usage, session.language.say("register.error.several_rows", {{"row", shown_word(row.key)}, {"count", std::to_string(rows.size())}}));
    }
    if (std::ranges::find(schema.key, field.name) != schema.key.end()) {
      throw Failure(ExitCode::usage, session.language.say("register.error.key", {{"field", std::string(field.name)}}));
    }
    auto value = values.value(schema, field, assignment.value, assignment.written);
    if (assignment.act != Assignment::Act::set) {
      if (!field.is_list) throw Failure(ExitCode::usage, session.language.say("register.error.no_list", {{"field", std::string(field.name)}}));
      const auto now = writer.table(row.table).cell(rows.front(), field.name);
      const auto given = split_list(value);
      std::string list;
      const auto append = [&](std::string_view part) { list += (list.empty() ? "" : "|") + std::string(part); };
      for (const auto part : split_list(now)) {
        if (std::ranges::find(given, part) == given.end()) append(part);
      }
      for (const auto part : given) {
        if (assignment.act == Assignment::Act::append) append(part);
      }
      value = list;
    }
    facts.set(row.table, rows.front(), field.name, value);
  }
}

void EditCommand::take_out(Session& session, RegisterWriter& writer, RegisterFacts& facts, const Row& agreement, std::string_view table,
                           std::string_view column, const std::string& id) const {
  auto& raw = writer.table(table);
  bool has_any = false;
  for (std::size_t row = raw.size(); row-- > 0;) {
    if (raw.cell(row, "agreement") != agreement.key || raw.cell(row, column) != id) continue;
    facts.remove(table, row);
    has_any = true;
  }
  if (!has_any) {
    throw Failure(ExitCode::usage, session.language.say("register.error.not_there", {{"table", std::string(table)}, {"row", agreement.key + "/" + id}}));
  }
}

void EditCommand::change_rows(Session& session, RegisterWriter& writer, RegisterFacts& facts, DraftMaker& maker, const Row& row) const {
  const auto& a = arguments_;
  const bool any = !(a.parties.empty() && a.signatories.empty() && a.lineage.empty() && a.without_parties.empty() && a.without_signatories.empty() &&
                     a.without_lineage.empty());
  if (!any) return;
  if (row.table != "agreements") throw Failure(ExitCode::usage, session.language.say("register.error.rows_of_agreement"));
  for (const auto& text : a.without_parties) take_out(session, writer, facts, row, "parties", "institution", maker.party(text).institution);
  for (const auto& text : a.without_signatories) take_out(session, writer, facts, row, "signatures", "person", maker.signatory(text).person);
  for (const auto& text : a.without_lineage) take_out(session, writer, facts, row, "lineage", "kind", maker.line(text).kind);
  std::vector<RegisterDraft::Party> parties;
  std::vector<RegisterDraft::Signatory> signatories;
  for (const auto& text : a.parties) parties.push_back(maker.party(text));
  for (const auto& text : a.signatories) signatories.push_back(maker.signatory(text));
  maker.add_newcomers(facts);
  for (const auto& one : parties) facts.add("parties", {{"agreement", row.key}, {"institution", one.institution}, {"role", one.role}});
  for (const auto& one : signatories) {
    facts.add("signatures", {{"agreement", row.key}, {"person", one.person}, {"on_behalf_of", one.on_behalf_of}, {"capacity", one.capacity},
                             {"kind", one.kind}, {"date", one.date}});
  }
  for (const auto& text : a.lineage) {
    const auto line = maker.line(text);
    facts.add("lineage", {{"agreement", row.key}, {"kind", line.kind}, {"of", line.of}});
  }
}

// A row that others refer to stays: they are named. What only belongs to it goes with it.
void EditCommand::remove(Session& session, RegisterWriter& writer, RegisterFacts& facts, const Row& row) const {
  std::vector<std::string> users;
  for (const auto& schema : package_schema()) {
    for (const auto& field : schema.fields) {
      if (field.references != row.table || is_own(schema.name, field.name, row.table)) continue;
      const auto& raw = writer.text().table(schema.name);
      for (std::size_t r = 0; r < raw.size(); ++r) {
        const auto cell = raw.cell(r, field.name);
        const auto parts = split_list(cell);
        if (std::ranges::find(parts, row.key) != parts.end()) users.push_back(std::string(schema.name) + " " + raw.key(r));
      }
    }
  }
  if (!users.empty()) {
    if (const auto count = users.size(); count > 10) {
      users.resize(10);
      users.push_back("… (" + std::to_string(count) + ")");
    }
    throw Failure(ExitCode::usage, session.language.say("register.error.in_use", {{"row", row.table + " " + row.key}, {"users", session.language.list(users)}}));
  }
  for (const auto& own : kOwnRows) {
    if (own.of != row.table) continue;
    auto rows = writer.text().table(own.table).rows_with(own.column, row.key);
    std::ranges::reverse(rows);
    for (const auto one : rows) facts.remove(own.table, one);
  }
  auto rows = writer.text().table(row.table).rows_with_key(row.key);
  if (rows.size() > 1) {
    throw Failure(ExitCode::usage, session.language.say("register.error.several_rows", {{"row", shown_word(row.key)}, {"count", std::to_string(rows.size())}}));
  }
  facts.remove(row.table, rows.front());
}

ExitCode EditCommand::run(Session& session) {
  const auto& language = session.language;
  take_words(language);
  const auto folder = arguments_.open(session, data_);
  RegisterValues values(session);
  DraftMaker maker(session, values, arguments_, adds_unknown_);
  RegisterWriter writer(session, folder, arguments_.keeping, "edit");
  const auto row = row_meant(session, writer.text());
  RegisterFacts facts(session, writer, values);
  if (removes_) {
    if (!arguments_.assignments().empty()) throw Failure(ExitCode::usage, language.say("register.error.remove_alone"));
    remove(session, writer, facts, row);
  } else {
    assign(session, writer, facts, maker, values, row);
    change_rows(session, writer, facts, maker, row);
    facts.back(arguments_.evidence);
  }
  return writer.finish(arguments_.output, {.id = row.key, .reason = arguments_.reason(language)});
}

}  // namespace

std::unique_ptr<Command> make_edit() { return std::make_unique<EditCommand>(); }

}  // namespace maillage
