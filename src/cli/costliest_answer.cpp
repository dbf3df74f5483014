// SPDX-License-Identifier: Apache-2.0
#include "cli/costliest_answer.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/counterfactual/costliest.hpp"
#include "cli/network_command.hpp"
#include "cli/whatif_json.hpp"

namespace maillage {
namespace {

std::string titles_of(const NetworkView& view, std::uint32_t partnership, const Language& language) {
  std::vector<std::string> titles;
  for (const auto row : view.agreements_of_partnership(partnership))
    titles.emplace_back(view.data->title_of_agreement(row));
  return language.list(titles);
}

std::string ids_of(const NetworkView& view, std::uint32_t partnership) {
  return joined_agreement_ids(*view.data, view.agreements_of_partnership(partnership));
}

// Places from 1; what costs the same shares the first place of its like.
std::vector<std::size_t> places_of(const CostliestPartnerships& found) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < found.costliest.size(); ++i) {
    const auto difference = i == 0 ? 1 : found.costliest[i - 1].efficiency_loss - found.costliest[i].efficiency_loss;
    places.push_back(i > 0 && std::fabs(difference) <= 1e-12 * found.efficiency ? places.back() : i + 1);
  }
  return places;
}

Cell place_cell(const std::vector<std::size_t>& places, std::size_t at, const Language& language) {
  const auto number = language.number(static_cast<std::int64_t>(places[at]));
  const bool is_shared = std::ranges::count(places, places[at]) > 1;
  return {places[at], is_shared ? language.say("report.hubs.shared_rank", {{"rank", number}}) : number};
}

Table costliest_table(const NetworkView& view, const CostliestPartnerships& found, const Language& language) {
  constexpr auto right = TableColumn::Align::right;
  Table table;
  table.name = "costliest";
  const auto column = [&](const char* key, TableColumn::Align align) {
    table.columns.push_back({key, language.say(std::string("whatif.column.") + key), align});
  };
  column("place", right);
  column("agreement", TableColumn::Align::left);
  column("parties", TableColumn::Align::left);
  for (const auto* key : {"efficiency_loss", "share_of_efficiency", "pairs_lost", "ties_lost"}) column(key, right);
  column("certainty", TableColumn::Align::left);
  const auto places = places_of(found);
  for (std::size_t i = 0; i < found.costliest.size(); ++i) {
    const auto& cost = found.costliest[i];
    std::vector<Vertex> parties(view.members_of(cost.partnership).begin(), view.members_of(cost.partnership).end());
    const double share = found.efficiency > 0 ? cost.efficiency_loss / found.efficiency : 0;
    const char* certainty = view.partnerships[cost.partnership].in_force == Certainty::certain ? "certain" : "possible";
    table.rows.push_back(
        {place_cell(places, i, language), Cell(ids_of(view, cost.partnership), titles_of(view, cost.partnership, language)),
         Cell(joined_ids(view, parties), names_of(view, parties, language, 3)),
         Cell(cost.efficiency_loss, language.number(cost.efficiency_loss, 6)), Cell(share, language.percent(share, 2)),
         Cell(cost.pairs_lost), Cell(cost.ties_lost), Cell(certainty, language.label("certainty", certainty))});
  }
  return table;
}

Json json_of(const NetworkView& view, const CostliestPartnerships& found, std::uint64_t seed) {
  Json json;
  const auto day = view.selection.reference_day;
  json["as_of"] = day ? Json(to_iso(*day)) : Json(nullptr);
  json["network"] = network_json(view);
  json["settings"] = settings_json(view);
  json["settings"]["measure"] = "efficiency";
  json["settings"]["distance"] = "hops";
  json["settings"]["sampled"] = found.is_sampled;
  json["settings"]["sources"] = found.sources;
  json["settings"]["seed"] = seed;
  json["efficiency"] = number_or_null(found.efficiency);
  json["pairs_connected"] = found.pairs_connected;
  json["partnerships"] = found.partnerships;
  json["recomputed"] = found.recomputed;
  return json;
}

}  // namespace

void give_costliest(Session& session, const OutputOptions& output, const NetworkView& view, std::size_t count) {
  const auto& language = session.language;
  const auto found = session.timings.phase(
      "costliest", [&] { return costliest_partnerships(view, {.count = count, .seed = output.seed}); });
  Answer answer;
  answer.table = costliest_table(view, found, language);
  const auto* none = view.partnerships.empty() ? "whatif.costliest.no_agreement" : "whatif.costliest.none";
  answer.table.title = found.costliest.empty()
                           ? language.say(none)
                           : language.say("whatif.costliest.title",
                                          {{"title", titles_of(view, found.costliest.front().partnership, language)}});
  answer.json = json_of(view, found, output.seed);
  answer.rows_key = "agreements";
  const auto places = places_of(found);
  for (const auto& cost : found.costliest) {
    Json parties = Json::array();
    for (const auto v : view.members_of(cost.partnership)) parties.push_back(std::string(view.id(v)));
    const auto ids = agreements_json(view, cost.partnership);
    answer.rows.push_back(
        {{"place", places[answer.rows.size()]},
         {"id", ids.empty() ? Json(nullptr) : ids.back()},
         {"agreements", ids},
         {"title", titles_of(view, cost.partnership, language)},
         {"parties", std::move(parties)},
         {"efficiency_loss", cost.efficiency_loss},
         {"pairs_lost", cost.pairs_lost},
         {"ties_lost", cost.ties_lost},
         {"certainty", view.partnerships[cost.partnership].in_force == Certainty::certain ? "certain" : "possible"}});
  }
  auto& notes = answer.table.notes;
  notes.push_back(language.say("whatif.costliest.measure",
                               {{"efficiency", language.number(found.efficiency, 6)},
                                {"pairs", language.number(static_cast<std::int64_t>(found.pairs_connected))}}));
  notes.push_back(found.is_sampled ? language.say("whatif.costliest.sampled",
                                                  {{"sources", language.number(std::int64_t{found.sources})},
                                                   {"seed", std::to_string(output.seed)}})
                                   : language.say("whatif.costliest.exact"));
  notes.push_back(settings_sentence(view, language));
  give(session, output, std::move(answer));
}

}  // namespace maillage
