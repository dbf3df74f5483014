// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/command.hpp"
#include "cli/register_draft.hpp"

namespace maillage {
namespace {

// A new row of the register, with all that belongs to it, checked before a byte is written.
class AddCommand final : public Command {
 public:
  void define(CLI::App& app, const Language& language) override {
    arguments_.define(app, language, RegisterArguments::For::add);
    app.add_flag("--add-unknown", adds_unknown_, language.say("register.option.add_unknown"))->group(language.say("register.group.rows"));
  }
  ExitCode run(Session& session) override;

 private:
  const TableSchema& take_words(const Language& language);
  static void write(const RegisterDraft& draft, RegisterFacts& facts, const std::string& id);
  RegisterArguments arguments_;
  std::string data_, word_;
  bool adds_unknown_ = false;
};

// Which of the words says what is added; the other, where there is one, is DATA.
const TableSchema& AddCommand::take_words(const Language& language) {
  std::vector<std::string> kinds;
  const TableSchema* table = nullptr;
  auto words = arguments_.plain_words();
  for (const auto& kind : row_kinds()) kinds.emplace_back(kind.word);
  const std::vector<std::string_view> codes(kinds.begin(), kinds.end());
  for (auto word = words.rbegin(); word != words.rend() && table == nullptr; ++word) {
    const auto code = language.code_of_label("register.kind", *word, codes);
    for (const auto& kind : row_kinds()) {
      if (code != kind.word) continue;
      table = find_table(kind.table);
      word_ = kind.word;
    }
    if (table != nullptr) words.erase(std::next(word).base());
    if (table != nullptr) break;
  }
  if (table == nullptr || words.size() > 1) {
    throw Failure(ExitCode::usage, language.say(table == nullptr ? "register.error.kind" : "cli.error.too_many_words",
                                                {{"kinds", language.list(kinds)}, {"wanted", "[DATA] " + language.say("register.word.kind")}}));
  }
  data_ = words.empty() ? "" : words.front();
  return *table;
}

void AddCommand::write(const RegisterDraft& draft, RegisterFacts& facts, const std::string& id) {
  RegisterFacts::Cells cells;
  for (const auto& field : draft.table->fields) {
    const auto found = draft.cells.find(std::string(field.name));
    if (found != draft.cells.end()) cells.emplace_back(field.name, field.name == "id" ? id : found->second);
  }
  facts.add(draft.table->name, cells);
  for (const auto& party : draft.parties) {
    facts.add("parties", {{"agreement", id}, {"institution", party.institution}, {"role", party.role}});
  }
  for (const auto& one : draft.signatories) {
    facts.add("signatures", {{"agreement", id}, {"person", one.person}, {"on_behalf_of", one.on_behalf_of}, {"capacity", one.capacity},
                             {"kind", one.kind}, {"date", one.date}});
  }
  for (const auto& line : draft.lineage) facts.add("lineage", {{"agreement", id}, {"kind", line.kind}, {"of", line.of}});
}

ExitCode AddCommand::run(Session& session) {
  const auto& language = session.language;
  const auto& table = take_words(language);
  const auto folder = arguments_.open(session, data_);
  RegisterValues values(session);
  DraftMaker maker(session, values, arguments_, adds_unknown_);
  const auto draft = maker.make(table);
  // Questions may take minutes: the lock is taken only now, and the names read then are looked at again by the check.
  RegisterWriter writer(session, folder, arguments_.keeping, "add " + word_);
  const bool id_was_given = arguments_.by_column.at("id").size() > 0;
  auto id = draft.id;
  if (!id.empty() && !id_was_given) id = free_id(writer.table(table.name), id);
  RegisterFacts facts(session, writer, values);
  maker.add_newcomers(facts);
  write(draft, facts, id);
  facts.back(arguments_.evidence);
  if (!id.empty() && !id_was_given) session.tell(language.say("register.id_made", {{"id", id}}));
  return writer.finish(arguments_.output, {.id = id, .reason = arguments_.reason(language), .confirm = maker.has_asked()});
}

}  // namespace

std::unique_ptr<Command> make_add() { return std::make_unique<AddCommand>(); }

}  // namespace maillage
