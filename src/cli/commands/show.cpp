// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/hubs.hpp"
#include "cli/network_command.hpp"
#include "cli/registry_page.hpp"
#include "cli/report_input.hpp"
#include "registry/institution_facts.hpp"
#include "report/fact_sheet.hpp"
#include "report/link_map.hpp"
#include "report/markdown_page.hpp"
#include "report/terminal_page.hpp"

namespace maillage {
namespace {

constexpr double kWorthOffering = 0.65;  // from here on an entry of the registry may be what is meant

// One institution, person or agreement on a page.
class ShowCommand final : public NetworkCommand {
 public:
  ExitCode run(Session& session) override;

 private:
  std::vector<std::string> others() const override { return {"name"}; }
  void check_format(const Language& language) const;
  [[noreturn]] void fail_with_registry(Session& session, const Failure& unknown) const;
};

// The partners of an institution in the view, the strongest tie first, with the agreements that make it.
Json partners_json(const NetworkView& view, Index row) {
  Json list = Json::array();
  const auto v = view.vertex_of_institution(row);
  if (v >= view.network.vertex_count() || view.options.kind != ViewKind::institutions) return list;
  std::vector<std::pair<double, Vertex>> partners;
  for (const auto other : view.network.neighbours(v)) {
    partners.emplace_back(-view.network.weight(view.network.find_edge(v, other)), other);
  }
  std::ranges::sort(partners);
  for (const auto& [weight, other] : partners) {
    Json agreements = Json::array();
    for (const auto a : view.agreements_of_edge(view.network.find_edge(v, other))) {
      agreements.push_back(std::string(view.data->agreements.id[a]));
    }
    list.push_back({{"id", std::string(view.id(other))}, {"name", std::string(view.full_name(other))},
                    {"weight", -weight}, {"agreements", agreements}});
  }
  return list;
}

// The place in the hub ranking; null for an institution without a signed agreement in the view.
Json rank_json(Session& session, const NetworkView& view, Index row, std::uint64_t seed) {
  HubOptions options;
  options.seed = seed;
  const auto ranking = session.timings.phase("hubs", [&] { return rank_hubs(view, options); });
  const auto v = view.vertex_of_institution(row);
  for (const auto& hub : ranking.hubs) {
    if (hub.vertex != v) continue;
    return {{"measure", options.measure}, {"score", number_or_null(hub.score)}, {"rank", hub.rank},
            {"rank_low", hub.rank_low}, {"rank_high", hub.rank_high}, {"of", ranking.hubs.size()}};
  }
  return nullptr;
}

// Those who hold an office there or have signed for it.
Json people_json(const DataSet& data, Index institution) {
  std::vector<bool> belongs(data.people.size());
  for (const auto& position : data.positions) {
    if (position.institution == institution) belongs[position.person] = true;
  }
  for (Index row = 0; row < data.signatures.person.size(); ++row) {
    if (data.signatures.on_behalf_of[row] == institution) belongs[data.signatures.person[row]] = true;
  }
  Json list = Json::array();
  for (Index row = 0; row < data.people.size(); ++row) {
    if (belongs[row]) list.push_back(person_json(data, row));
  }
  return list;
}

// Is the claim about the agreement: its row, or one of its parties, signatures, events, lines of descent?
bool speaks_of(const DataSet& data, const Evidence& claim, Index agreement) {
  const auto& id = data.agreements.id[agreement];
  if (claim.table == "agreements") return claim.key == id;
  if (claim.table != "events") return claim.key.substr(0, claim.key.find('/')) == id;
  return std::ranges::any_of(
      data.events, [&](const Event& event) { return event.id == claim.key && event.agreement == agreement; });
}

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
      json["partners"] = partners_json(view, match.row);
      json["people"] = people_json(data, match.row);
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
      for (const auto* table : {"agreements", "parties", "signatures", "events", "lineage"}) {
        for (const auto& claim : data.evidence) {
          if (claim.table == table && speaks_of(data, claim, match.row)) {
            json["evidence"].push_back(evidence_json(data, claim));
          }
        }
      }
      break;
    }
  }
  json["settings"] = settings_json(view);
  return json;
}

void ShowCommand::check_format(const Language& language) const {
  const auto format = format_of(output_);
  if (format == "table" || format == "md" || format == "json") return;
  throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--format"},
                                                                         {"value", format},
                                                                         {"codes", "table, md, json"}}));
}

// Fails for a name that the data do not know, with what the reference registry has: as JSON on standard output, else below
// the message.
void ShowCommand::fail_with_registry(Session& session, const Failure& unknown) const {
  const auto& language = session.language;
  const auto& name = words_.other(0);
  auto answer = session.timings.phase("registry", [&] { return Registry::carried().find({.name = name}); });
  std::string in_data;
  if (answer.verdict == RegistryAnswer::Verdict::certain || answer.verdict == RegistryAnswer::Verdict::likely) {
    const auto row = institution_with_identifiers(session.data(), Registry::carried().entry(answer.matches[0].entry));
    if (row != kNone) in_data = session.data().institutions.id[row];
  }
  if (format_of(output_) == "json") {
    Answer given;
    given.json = registry_json(answer, name, in_data);
    give(session, output_, std::move(given));
    throw unknown;
  }
  std::erase_if(answer.matches, [](const auto& match) { return match.score < kWorthOffering; });
  if (answer.matches.empty()) throw Failure(unknown.code, std::string(unknown.what()) + "\n" + language.say("registry.nothing", {{"name", shown_word(name)}}));
  const auto page = registry_page(answer, shown_word(name), in_data, language);
  throw Failure(unknown.code, std::string(unknown.what()) + "\n\n" + terminal_page(page, language, terminal_width(output_)));
}

ExitCode ShowCommand::run(Session& session) {
  const auto& language = session.language;
  auto view = load_and_build(session);
  check_format(language);
  const std::vector<EntityKind> kinds{EntityKind::institution, EntityKind::person, EntityKind::agreement};
  const auto match = [&] {
    try {
      return session.resolve(words_.other(0), kinds);
    } catch (const Failure& unknown) {
      if (!session.names().find(words_.other(0), kinds).empty()) throw;  // ambiguous
      fail_with_registry(session, unknown);
    }
  }();
  const auto format = format_of(output_);
  if (format == "json") {
    Answer answer;
    answer.json = shown_json(view, match);
    if (match.kind == EntityKind::institution) answer.json["rank"] = rank_json(session, view, match.row, output_.seed);
    give(session, output_, std::move(answer));
    return ExitCode::done;
  }
  const auto input = fact_sheet_input(session, view, match.kind, output_.seed);
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
