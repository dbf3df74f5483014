// SPDX-License-Identifier: Apache-2.0
#include "cli/network_command.hpp"
#include "cli/report_input.hpp"
#include "report/fact_sheet.hpp"
#include "report/link_map.hpp"
#include "report/markdown_page.hpp"
#include "report/terminal_page.hpp"

namespace maillage {
namespace {

// One institution, person or agreement on a page.
class ShowCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  std::vector<std::string> others() const override { return {"name"}; }
};

Json shown_json(const NetworkView& view, const NameMatch& match) {
  const auto& data = *view.data;
  const auto day = view.selection.reference_day;
  const auto agreement = [&](Index a) {
    const auto in_force = day ? in_force_during(data, a, *day, *day) : Certainty::possible;
    return agreement_json(data, {a, in_force == Certainty::possible ? in_force : Certainty::certain, in_force}, day);
  };
  const auto of_party = [&](auto belongs) {
    Json list = Json::array();
    for (Index a = 0; a < data.agreements.size(); ++a) {
      if (belongs(a)) list.push_back(agreement(a));
    }
    return list;
  };
  Json json;
  switch (match.kind) {
    case EntityKind::institution:
      json["kind"] = "institution";
      json["institution"] = institution_json(view, match.row);
      json["agreements"] = of_party([&](Index a) {
        return std::ranges::any_of(data.parties_of(a),
                                   [&](Index party) { return data.parties.institution[party] == match.row; });
      });
      json["mentions"] = Json::array();
      for (Index row = 0; row < data.mentions.size(); ++row) {
        const auto& members = data.mentions[row].institutions;
        if (std::ranges::find(members, match.row) != members.end()) json["mentions"].push_back(mention_json(data, row));
      }
      json["sources"] = sources_of(data, "institutions", data.institutions.id[match.row]);
      break;
    case EntityKind::person:
      json["kind"] = "person";
      json["person"] = person_json(data, match.row);
      break;
    case EntityKind::agreement: {
      json["kind"] = "agreement";
      json["agreement"] = agreement(match.row);
      json["evidence"] = Json::array();
      for (const auto* claim : data.evidence_for("agreements", data.agreements.id[match.row])) {
        json["evidence"].push_back(evidence_json(data, *claim));
      }
      break;
    }
  }
  json["settings"] = settings_json(view);
  return json;
}

ExitCode ShowCommand::run(Session& session) {
  const auto& language = session.language;
  auto view = load_and_build(session);
  const auto match =
      session.resolve(words_.other(0), {EntityKind::institution, EntityKind::person, EntityKind::agreement});
  const auto format = format_of(output_);
  if (format == "json") {
    Answer answer;
    answer.json = shown_json(view, match);
    give(session, output_, std::move(answer));
    return ExitCode::done;
  }
  if (format != "table" && format != "md") {
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--format"},
                                                                           {"value", format},
                                                                           {"codes", "table, md, json"}}));
  }
  const auto material = MapMaterial::of(session, std::move(view), output_.seed, false);
  const auto input = report_input(session, material, output_.seed);
  const ReportContext context(input, language);
  const auto sheet = match.kind == EntityKind::institution ? institution_sheet(context, match.row)
                     : match.kind == EntityKind::person    ? person_sheet(context, match.row)
                                                           : agreement_sheet(context, match.row);
  give_bytes(session, output_,
             format == "md" ? markdown_page(sheet, LinkMap("show.md"), language)
                            : terminal_page(sheet, language, terminal_width(output_)));
  return ExitCode::done;
}

}  // namespace

std::unique_ptr<Command> make_show() { return std::make_unique<ShowCommand>(); }

}  // namespace maillage
