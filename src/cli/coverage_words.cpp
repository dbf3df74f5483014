// SPDX-License-Identifier: Apache-2.0
#include "cli/coverage_words.hpp"

#include "cli/view_arguments.hpp"
#include "model/validity.hpp"

namespace maillage {
namespace {

using When = CoveringAgreement::When;

std::optional<Day> day_of_coverage(const DataSet& data, const ViewOptions& view) {
  return view.as_of ? view.as_of : data.latest_stated_day();
}

Json json_of_day(const std::optional<Day>& day) { return day ? Json(PartialDate::on(*day).to_edtf()) : Json(nullptr); }

template <class T>
Json json_or_nothing(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

std::string_view when_code(When when) {
  switch (when) {
    case When::certain: return "certain";
    case When::possible: return "possible";
    case When::announced: return "announced";
    case When::not_started: return "not_started";
    case When::ended: return "ended";
  }
  return "possible";
}

std::string unplaced_key(When when) {
  const bool is_in_force = when == When::certain || when == When::possible;
  return is_in_force ? "unplaced" : "unplaced_" + std::string(when_code(when));
}

template <class Values, class Code>
Json json_of_codes(const Values& values, Code code) {
  Json codes = Json::array();
  for (const auto value : values) codes.push_back(std::string(code(value)));
  return codes;
}

Json json_of_settings(const DataSet& data, const ViewOptions& view) {
  const auto of_code = [](auto value) { return code_name(value); };
  return {{"from", json_of_day(view.from)},
          {"to", json_of_day(view.to)},
          {"dates", std::string(code_name(view.dates))},
          {"unknown", std::string(code_name(view.unknown))},
          {"type", json_of_codes(view.types, of_code)},
          {"theme", json_of_codes(view.themes, [&](Index row) { return data.themes[row].code; })},
          {"kind", json_of_codes(view.kinds, of_code)},
          {"party", json_of_codes(view.parties, [&](Index row) { return data.institutions.id[row]; })},
          {"status", json_of_codes(view.statuses, of_code)}};
}

}  // namespace

std::string coverage_settings(const DataSet& data, const CoverageOptions& options, const Language& language) {
  const auto& view = options.view;
  Selection day;
  day.reference_day = day_of_coverage(data, view);
  day.reference_day_is_asked = view.as_of.has_value();
  auto sentence = as_of_sentence(day, language);
  if (view.from || view.to) {
    sentence = language.say("coverage.settings.period", {{"from", view.from ? language.date(*view.from) : "…"},
                                                         {"to", view.to ? language.date(*view.to) : "…"}});
  }
  if (view.dates != DateBasis::in_force || view.unknown != UnknownDates::include) {
    sentence += " " + language.say("coverage.settings.dates", {{"dates", language.label("dates", code_name(view.dates))},
                                                               {"unknown", language.label("unknown", code_name(view.unknown))}});
  }
  sentence += " " + language.say("coverage.settings.level", {{"level", language.label("level", code_name(options.level))}});
  for (const auto& filter : filter_sentences(data, view, language)) sentence += " " + filter;
  return sentence;
}

Json coverage_json(const DataSet& data, const Coverage& coverage, const CoverageOptions& options) {
  const auto& totals = coverage.totals;
  const auto share = [&](std::uint64_t people) {
    return totals.inhabitants == 0 ? Json(nullptr)
                                   : number_or_null(static_cast<double>(people) / static_cast<double>(totals.inhabitants));
  };
  Json json;
  json["as_of"] = json_of_day(day_of_coverage(data, options.view));
  json["level"] = std::string(code_name(options.level));
  json["area"] = json_of_codes(options.view.territories, [&](Index row) { return data.territories[row].code; });
  json["settings"] = json_of_settings(data, options.view);
  auto& sums = json["totals"];
  sums["territories"] = totals.all;
  for (std::size_t status = kCoverageStatusCodes.size(); status-- > 0;) {
    sums[std::string(kCoverageStatusCodes[status])] = totals.territories[status];
  }
  sums["population"] = totals.inhabitants;
  sums["population_certain"] = totals.certain;
  sums["population_possible"] = totals.possible;
  sums["share_certain"] = share(totals.certain);
  sums["share_possible"] = share(totals.possible);
  sums["population_unknown"] = totals.of_unknown_population;
  sums["cover_unknown"] = totals.of_unknown_cover;
  sums["without_position"] = totals.without_position;
  json["agreements"] = {{"certain", coverage.agreements_certain},
                        {"possible", coverage.agreements_possible}};
  auto& agreements = json["agreements"];
  for (const auto* key : {"unplaced", "unplaced_announced", "unplaced_not_started", "unplaced_ended"}) {
    agreements[key] = Json::array();
  }
  for (const auto& unplaced : coverage.unplaced) {
    agreements[unplaced_key(unplaced.when)].push_back(std::string(data.agreements.id[unplaced.agreement]));
  }
  return json;
}

Json covered_territory_json(const DataSet& data, const CoveredTerritory& row) {
  const auto& territory = data.territories[row.territory];
  Json json;
  json["code"] = std::string(territory.code);
  json["territory"] = std::string(territory.name);
  json["level"] = std::string(code_name(territory.level));
  json["parent"] = territory.parent == kNone ? Json(nullptr) : Json(std::string(data.territories[territory.parent].code));
  json["status"] = std::string(coverage_code(row.status));
  json["population"] = json_or_nothing(row.population);
  json["population_certain"] = json_or_nothing(row.certain);
  json["population_possible"] = json_or_nothing(row.possible);
  json["share_certain"] = row.share_certain ? number_or_null(*row.share_certain) : Json(nullptr);
  json["share_possible"] = row.share_possible ? number_or_null(*row.share_possible) : Json(nullptr);
  json["agreements"] = Json::array();
  for (const auto& covering : row.agreements) {
    const auto end = validity_of(data, covering.agreement).end();
    json["agreements"].push_back({{"id", std::string(data.agreements.id[covering.agreement])},
                                  {"when", std::string(when_code(covering.when))},
                                  {"extent", covering.is_whole ? "whole" : "part"},
                                  {"by_party", covering.is_by_party},
                                  {"valid_to", json_of_day(end)}});
  }
  json["latitude"] = row.latitude ? number_or_null(*row.latitude) : Json(nullptr);
  json["longitude"] = row.longitude ? number_or_null(*row.longitude) : Json(nullptr);
  json["position"] = !row.latitude ? Json(nullptr) : Json(row.position_is_derived ? "derived" : "stated");
  json["reaches_beyond"] = row.reaches_beyond;
  return json;
}

}  // namespace maillage
