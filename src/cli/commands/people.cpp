// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/people_ties.hpp"

#include "cli/network_command.hpp"
#include "cli/optional_name.hpp"
#include "cli/people_answer.hpp"
#include "names/office_key.hpp"

namespace maillage {
namespace {

class PeopleCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  void define_own(CLI::App& app, const Language& language) override {
    allow_name(app, language);
    app.add_option("--table", table_, language.say("people.option.table"))
        ->group(language.say("cli.group.output"))
        ->type_name("people|interlocks|changes");
  }
  std::string table_ = "people";
};

AskedPeople asked_for(Session& session, const std::optional<std::string>& name) {
  if (!name) return {};
  const auto match = session.resolve(*name, {EntityKind::institution, EntityKind::person});
  if (match.kind == EntityKind::person) return {.person = match.row};
  return {.institution = match.row};
}

ExitCode PeopleCommand::run(Session& session) {
  const auto& language = session.language;
  check_code("--table", table_, {"people", "interlocks", "changes"}, language);
  const auto name = take_name(words_);
  load(session);
  const auto view = build(session, without_directions(session));
  const auto ties = session.timings.phase("people", [&] { return people_ties(view, office_key); });
  const auto day = view.selection.reference_day;
  const PeopleMaterial material{session.data(), ties, asked_for(session, name), day};
  auto people = people_answer(material, language);
  auto interlocks = interlocks_answer(material, language);
  auto changes = changes_answer(material, language);
  Json json;
  json["as_of"] = day ? Json(to_iso(*day)) : Json(nullptr);
  json["known"] = {{"agreements", ties.agreements}, {"with_signatories", ties.with_signatories}};
  json["people"] = people.rows;
  json["interlocks"] = interlocks.rows;
  json["changes"] = changes.rows;
  json["settings"] = settings_json(view);
  auto answer = std::move(table_ == "people" ? people : table_ == "interlocks" ? interlocks : changes);
  answer.json = std::move(json);
  answer.table.notes = people_notes(material, language);
  answer.table.notes.push_back(settings_sentence(view, language));
  auto output = output_;
  if (table_ == "interlocks") {
    output = columns_to_read(std::move(output), {"first_institution", "second_institution", "person", "relation",
                                                 "first_days", "second_days"});
  }
  give(session, output, std::move(answer));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_people() {
  return std::make_unique<PeopleCommand>();
}

}  // namespace maillage
