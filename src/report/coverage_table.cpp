// SPDX-License-Identifier: Apache-2.0
#include "report/coverage_table.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "model/validity.hpp"
#include "report/cells.hpp"

namespace maillage {
namespace {

using When = CoveringAgreement::When;

TableColumn labelled(const char* key, const Language& language, TableColumn::Align align = TableColumn::Align::left) {
  return {key, language.say(std::string("coverage.column.") + key), align};
}

Cell unknown_cell(const Language& language) {
  Cell cell;
  cell.shown = language.say("coverage.unknown");
  return cell;
}

Cell people_cell(const std::optional<std::uint64_t>& count, const Language& language) {
  return count ? count_cell(*count, language) : unknown_cell(language);
}

Cell share_cell(const std::optional<double>& share, const Language& language) {
  return share ? Cell(rounded(*share), language.percent(*share, *share > 0 && *share < 0.1 ? 1 : 0))
               : unknown_cell(language);
}

Cell agreements_cell(const DataSet& data, const CoveredTerritory& row, const Language& language) {
  std::string ids, words;
  for (const auto& covering : row.agreements) {
    ids.append(ids.empty() ? "" : "|").append(data.agreements.id[covering.agreement]);
    words.append(words.empty() ? "" : language.say("coverage.separator"))
        .append(data.title_of_agreement(covering.agreement));
    const auto remark = covering_remark(data, covering, language);
    if (!remark.empty()) words += language.say("coverage.remark", {{"remark", remark}});
  }
  return ids.empty() ? Cell() : Cell(std::move(ids), std::move(words));
}

std::int64_t signed_of(std::uint64_t count) { return static_cast<std::int64_t>(count); }

std::size_t in_force(const CoverageTotals& totals, bool with_parts) {
  const auto count = [&](CoverageStatus status) { return totals.territories[static_cast<std::size_t>(status)]; };
  return count(CoverageStatus::certain) + count(CoverageStatus::possible) +
         (with_parts ? count(CoverageStatus::partial_certain) + count(CoverageStatus::partial_possible) : 0);
}

std::string of_level(const char* key, TerritoryLevel level, std::uint64_t count, const Language& language,
                     const Arguments& arguments = {}) {
  return language.say_count(std::string(key) + "." + std::string(code_name(level)), signed_of(count), arguments);
}

// Agreements of which no territory is known, those that hold alike in one sentence.
void add_unplaced(const DataSet& data, const Coverage& coverage, const Language& language,
                  std::vector<std::string>& sentences) {
  constexpr std::size_t most = 5;
  const auto add = [&](const char* key, auto&& holds) {
    std::vector<std::string> titles;
    std::size_t count = 0;
    for (const auto& unplaced : coverage.unplaced) {
      if (!holds(unplaced.when)) continue;
      if (++count <= most) titles.push_back(language.quoted(data.title_of_agreement(unplaced.agreement)));
    }
    if (count == 0) return;
    if (count > most) titles.push_back(language.say_count("coverage.unplaced.more", signed_of(count - most)));
    sentences.push_back(language.say_count(key, signed_of(count), {{"agreements", language.list(titles)}}));
  };
  add("coverage.unplaced", [](When when) { return when == When::certain || when == When::possible; });
  add("coverage.unplaced.announced", [](When when) { return when == When::announced; });
  add("coverage.unplaced.not_started", [](When when) { return when == When::not_started; });
  add("coverage.unplaced.ended", [](When when) { return when == When::ended; });
}

}  // namespace

std::string covering_remark(const DataSet& data, const CoveringAgreement& covering, const Language& language) {
  std::vector<std::string> remarks;
  if (covering.is_by_party) {
    remarks.push_back(language.say("coverage.by_party"));
  } else if (covering.when == When::possible) {
    remarks.push_back(language.say("coverage.possible"));
  }
  if (covering.when == When::announced) remarks.push_back(language.say("coverage.announced"));
  if (covering.when == When::not_started) remarks.push_back(language.say("coverage.not_started"));
  if (covering.when == When::ended) {
    const auto end = validity_of(data, covering.agreement).end();
    remarks.push_back(end ? language.say("coverage.ended_on", {{"date", language.date(*end)}})
                          : language.say("coverage.ended"));
  }
  if (!covering.is_whole) remarks.push_back(language.say("coverage.in_part"));
  std::string text;
  for (const auto& remark : remarks) text += (text.empty() ? "" : language.say("coverage.remarks_separator")) + remark;
  return text;
}

std::vector<std::size_t> coverage_order(const DataSet& data, const Coverage& coverage) {
  std::vector<std::size_t> order(coverage.territories.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) {
    const auto& row = coverage.territories[i];
    return std::tuple(row.status, !row.population, -signed_of(row.population.value_or(0)),
                      data.territories[row.territory].code);
  });
  return order;
}

Table coverage_table(const DataSet& data, const Coverage& coverage, const std::vector<std::size_t>& order,
                     const Language& language) {
  constexpr auto right = TableColumn::Align::right;
  Table table;
  table.name = "coverage";
  table.title = language.say("coverage.title");
  table.columns = {labelled("code", language), labelled("territory", language), labelled("level", language),
                   labelled("parent", language), labelled("status", language),
                   labelled("population", language, right), labelled("population_certain", language, right),
                   labelled("population_possible", language, right), labelled("share_certain", language, right),
                   labelled("share_possible", language, right), labelled("agreements", language),
                   labelled("latitude", language, right), labelled("longitude", language, right)};
  for (const auto i : order) {
    const auto& row = coverage.territories[i];
    const auto& territory = data.territories[row.territory];
    const auto status = std::string(coverage_code(row.status));
    const auto degrees = [](const std::optional<double>& value) { return value ? Cell(*value, number_text(*value)) : Cell(); };
    table.rows.push_back({Cell(territory.code), Cell(territory_label(data, row.territory)),
                          code_cell("level", territory.level, language),
                          territory.parent == kNone ? Cell()
                                                    : Cell(std::string(data.territories[territory.parent].code),
                                                           territory_label(data, territory.parent)),
                          Cell(status, language.label("coverage.status", status)),
                          people_cell(row.population, language), people_cell(row.certain, language),
                          people_cell(row.possible, language), share_cell(row.share_certain, language),
                          share_cell(row.share_possible, language), agreements_cell(data, row, language),
                          degrees(row.latitude), degrees(row.longitude)});
  }
  return table;
}

Table coverage_totals_table(const Coverage& coverage, const Language& language) {
  constexpr auto right = TableColumn::Align::right;
  const auto& totals = coverage.totals;
  Table table;
  table.name = "coverage_totals";
  table.title = language.say("coverage.totals.title");
  table.columns = {labelled("status", language), labelled("territories", language, right),
                   labelled("share_territories", language, right), labelled("population", language, right),
                   labelled("share_population", language, right)};
  const auto share = [](std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? std::optional<double>() : static_cast<double>(part) / static_cast<double>(whole);
  };
  const auto add = [&](std::string code, std::string label, std::uint64_t territories, std::uint64_t people) {
    table.rows.push_back({Cell(std::move(code), std::move(label)), count_cell(territories, language),
                          share_cell(share(territories, totals.all), language), count_cell(people, language),
                          share_cell(share(people, totals.inhabitants), language)});
  };
  for (std::size_t status = 0; status < kCoverageStatusCodes.size(); ++status) {
    if (totals.territories[status] == 0 && status != 0) continue;
    const auto code = std::string(kCoverageStatusCodes[status]);
    add(code, language.label("coverage.status", code), totals.territories[status], totals.population[status]);
  }
  add("all", language.say("coverage.all"), totals.all, totals.inhabitants);
  return table;
}

std::string coverage_finding(const Coverage& coverage, TerritoryLevel level, const Language& language) {
  const auto& totals = coverage.totals;
  const auto with = in_force(totals, true);
  if (with == 0) return of_level("coverage.finding.none", level, totals.all, language);
  if (with == totals.all) return of_level("coverage.finding.all", level, totals.all, language);
  return of_level("coverage.finding", level, totals.all - with, language,
                  {{"all", language.number(signed_of(totals.all))}});
}

std::vector<std::string> coverage_sentences(const DataSet& data, const Coverage& coverage, TerritoryLevel level,
                                            const Language& language) {
  const auto& totals = coverage.totals;
  std::vector<std::string> parts, sentences;
  for (std::size_t status = kCoverageStatusCodes.size(); status-- > 0;) {
    if (totals.territories[status] == 0 && status != 0) continue;
    parts.push_back(language.say("coverage.of_status", {{"status", language.label("coverage.status", kCoverageStatusCodes[status])},
                                                        {"number", language.number(signed_of(totals.territories[status]))}}));
  }
  std::string joined;
  for (const auto& part : parts) joined += (joined.empty() ? "" : language.say("coverage.separator")) + part;
  sentences.push_back(of_level("coverage.counts", level, totals.all, language, {{"parts", joined}}));
  const auto add_count = [&](const char* key, std::uint64_t count) {
    if (count > 0) sentences.push_back(language.say_count(key, signed_of(count)));
  };
  if (totals.inhabitants > 0) {
    const auto people = [&](std::uint64_t count) { return language.number(signed_of(count)); };
    const auto share = [&](std::uint64_t count) {
      return language.percent(static_cast<double>(count) / static_cast<double>(totals.inhabitants), 1);
    };
    const Arguments arguments{{"all", people(totals.inhabitants)}, {"certain", people(totals.certain)},
                              {"certain_share", share(totals.certain)}, {"possible", people(totals.possible)},
                              {"possible_share", share(totals.possible)}};
    sentences.push_back(language.say(totals.certain == totals.possible ? "coverage.people" : "coverage.people.range", arguments));
  }
  add_count("coverage.population_unknown", totals.of_unknown_population);
  add_count("coverage.cover_unknown", totals.of_unknown_cover);
  add_unplaced(data, coverage, language, sentences);
  sentences.push_back(language.say("coverage.no_record_means"));
  return sentences;
}

std::vector<std::string> coverage_columns_for_reading() {
  return {"territory", "status", "population", "population_possible", "share_possible", "agreements"};
}

}  // namespace maillage
