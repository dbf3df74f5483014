// SPDX-License-Identifier: Apache-2.0
#include "report/evolution_tables.hpp"

#include <algorithm>
#include <cmath>

#include "model/joined_values.hpp"
#include "report/cells.hpp"
#include "results/community_name.hpp"

namespace maillage {
namespace {

Cell day_cell(std::int32_t day, const Language& language) { return {to_iso(day), language.short_date(day)}; }

TableColumn right(const char* key, std::string label) { return {key, std::move(label), TableColumn::Align::right}; }

Cell bounds_cell(const BoundedCount& count, const Language& language) { return {bounds_text(count, language)}; }

struct LevelColumn {
  const char* key;
  BoundedLevel EvolutionPeriod::*level;
};
struct CountColumn {
  const char* key;
  BoundedCount EvolutionPeriod::*count;
};
constexpr LevelColumn kLevels[] = {{"agreements", &EvolutionPeriod::agreements},     {"partnerships", &EvolutionPeriod::partnerships},
                                   {"institutions", &EvolutionPeriod::institutions}, {"ties", &EvolutionPeriod::ties},
                                   {"components", &EvolutionPeriod::components},
                                   {"largest_component", &EvolutionPeriod::largest_component}};
constexpr CountColumn kCounts[] = {{"formed", &EvolutionPeriod::formed},
                                   {"renewed", &EvolutionPeriod::renewed},
                                   {"amended", &EvolutionPeriod::amended},
                                   {"ended", &EvolutionPeriod::ended},
                                   {"lapsed", &EvolutionPeriod::lapsed}};

std::string column_label(const char* key, const Language& language) { return language.say(std::string("evolution.column.") + key); }

bool is_first_of(const CivilDate& date, unsigned months) { return date.day == 1 && (date.month - 1) % months == 0; }

Cell measured(double value, const Language& language) {
  if (std::isnan(value)) return {};
  return {value, language.number(value, 2)};
}

enum class DayUnit : std::uint8_t { days_and_part, days, months, years };

DayUnit unit_of(double days) {
  constexpr double in_days = 92, few = 10;
  if (std::abs(days) < few && days != std::round(days)) return DayUnit::days_and_part;
  if (std::abs(days) <= in_days) return DayUnit::days;
  return std::abs(days) < 2 * kDaysOfYear ? DayUnit::months : DayUnit::years;
}

std::string figure_of(double days, DayUnit unit, const Language& language) {
  switch (unit) {
    case DayUnit::days_and_part: return language.number(days, 1);
    case DayUnit::days: return language.number(std::llround(days));
    case DayUnit::months: return language.number(std::llround(days / kDaysOfYear * 12));
    case DayUnit::years: break;
  }
  return language.number(days / kDaysOfYear, 1);
}

// `figures` with the unit, its number after `days`.
std::string in_unit(double days, DayUnit unit, const std::string& figures, const Language& language) {
  switch (unit) {
    case DayUnit::days_and_part: return language.say_count("evolution.in_days_part", static_cast<std::int64_t>(std::abs(days)), {{"days", figures}});
    case DayUnit::days: return language.say_count("evolution.in_days", std::llround(std::abs(days)), {{"days", figures}});
    case DayUnit::months: return language.say_count("evolution.in_months", std::llround(days / kDaysOfYear * 12), {{"months", figures}});
    case DayUnit::years: break;
  }
  return language.say("evolution.in_years", {{"years", figures}});
}

// In a cell of a table a figure stays beside its unit.
std::string unbroken_text(std::string text) {
  for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at)) text.replace(at, 1, "\u00a0");
  return text;
}

// The course of ranks: `3|2|1`, nothing where it is no node.
Cell ranks_cell(const std::vector<std::uint32_t>& ranks, const Language& language) {
  std::vector<std::string> values;
  std::string text;
  for (const auto rank : ranks) {
    values.push_back(rank == 0 ? "" : std::to_string(rank));
    text += (text.empty() ? "" : " ") + (rank == 0 ? std::string("–") : language.number(std::int64_t{rank}));
  }
  return {joined_values(values), text};
}

}  // namespace

std::string bounds_text(const BoundedCount& count, const Language& language) {
  const auto possible = language.number(count.possible);
  return count.certain == count.possible ? possible : language.number(count.certain) + "–" + possible;
}

std::string period_text(std::int32_t from, std::int32_t to, const Language& language) {
  const auto first = civil_of(from);
  const auto after = civil_of(to + 1);
  const auto months = (after.year - first.year) * 12 + static_cast<int>(after.month) - static_cast<int>(first.month);
  if (after.day == 1 && months == 12 && is_first_of(first, 12)) return std::to_string(first.year);
  if (after.day == 1 && months == 3 && is_first_of(first, 3)) {
    return language.say("evolution.quarter", {{"number", std::to_string((first.month - 1) / 3 + 1)}, {"year", std::to_string(first.year)}});
  }
  if (after.day == 1 && months == 1 && is_first_of(first, 1)) return language.date(PartialDate::in_month(first.year, first.month));
  if (from == to) return language.short_date(from);
  return language.say("evolution.days", {{"from", language.short_date(from)}, {"to", language.short_date(to)}});
}

std::string days_text(double days, const Language& language) {
  return std::isnan(days) ? "–" : in_unit(days, unit_of(days), figure_of(days, unit_of(days), language), language);
}

std::string days_cell_text(double days, const Language& language) { return unbroken_text(days_text(days, language)); }

std::string days_range_text(double low, double high, const Language& language) {
  if (std::isnan(low)) return "–";
  if (std::isnan(high)) return "≥\u00a0" + days_cell_text(low, language);
  const auto unit = unit_of(high);
  if (unit_of(low) != unit) return days_text(low, language) + " – " + days_text(high, language);
  const auto figures = figure_of(low, unit, language) + "–" + figure_of(high, unit, language);
  return unbroken_text(in_unit(high, unit, figures, language));
}

Table evolution_periods_table(const std::vector<EvolutionPeriod>& periods, const Language& language) {
  Table table;
  table.name = "periods";
  table.columns = {{"from", column_label("from", language)}, {"to", column_label("to", language)},
                   right("days", column_label("days", language))};
  const auto add_column = [&](const std::string& key, const char* what, const char* reading) {
    table.columns.push_back(right(key.c_str(), language.say("evolution.column_reading", {{"what", column_label(what, language)},
                                                                                          {"reading", language.say(reading)}})));
  };
  for (const auto& level : kLevels) {
    const std::string key = level.key;
    add_column(key + "_certain", level.key, "evolution.reading.certain");
    add_column(key + "_possible", level.key, "evolution.reading.possible");
    add_column(key + "_mean_certain", level.key, "evolution.reading.mean_certain");
    add_column(key + "_mean_possible", level.key, "evolution.reading.mean_possible");
  }
  for (const auto& count : kCounts) {
    const std::string key = count.key;
    add_column(key + "_certain", count.key, "evolution.reading.certain");
    add_column(key + "_possible", count.key, "evolution.reading.possible");
  }
  for (const auto& period : periods) {
    std::vector<Cell> row{day_cell(period.from, language), day_cell(period.to, language), Cell(period.days())};
    for (const auto& [key, level] : kLevels) {
      const auto& figures = period.*level;
      row.emplace_back(figures.last.certain);
      row.emplace_back(figures.last.possible);
      row.push_back(measured(figures.mean_certain, language));
      row.push_back(measured(figures.mean_possible, language));
    }
    for (const auto& [key, count] : kCounts) {
      row.emplace_back((period.*count).certain);
      row.emplace_back((period.*count).possible);
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table evolution_periods_for_reading(const std::vector<EvolutionPeriod>& periods, std::size_t most, const Language& language) {
  Table table;
  table.name = "periods";
  table.columns = {{"period", column_label("period", language)}};
  const auto add = [&](const char* key) { table.columns.push_back(right(key, column_label(key, language))); };
  for (const auto* key : {"agreements", "mean", "formed", "renewed", "ended", "lapsed", "institutions", "ties", "components"}) add(key);
  const auto first = periods.size() > most ? periods.size() - most : 0;
  for (auto i = first; i < periods.size(); ++i) {
    const auto& period = periods[i];
    const auto& mean = period.agreements;
    auto mean_text = language.number(mean.mean_possible, 1);
    if (language.number(mean.mean_certain, 1) != mean_text) mean_text = language.number(mean.mean_certain, 1) + "–" + mean_text;
    table.rows.push_back({{to_iso(period.from), period_text(period.from, period.to, language)},
                          bounds_cell(mean.last, language), {mean_text}, bounds_cell(period.formed, language),
                          bounds_cell(period.renewed, language), bounds_cell(period.ended, language),
                          bounds_cell(period.lapsed, language), bounds_cell(period.institutions.last, language),
                          bounds_cell(period.ties.last, language), bounds_cell(period.components.last, language)});
  }
  return table;
}

std::vector<std::string> evolution_institution_columns_to_read() {
  return {"name", "measure", "mean_possible", "volatility", "partners_first_possible", "partners_last_possible",
          "won_possible", "lost_possible", "loyal_possible", "formed_possible", "burstiness"};
}

Table evolution_institutions_table(const DataSet& data, const Evolution& evolution, const Language& language) {
  Table table;
  table.name = "institutions";
  table.columns = {{"id", column_label("id", language)}, {"name", column_label("name", language)},
                   {"measure", column_label("measure", language)}};
  for (const auto* key : {"mean_possible", "mean_certain", "first", "last", "volatility", "rank_first", "rank_last"}) {
    table.columns.push_back(right(key, column_label(key, language)));
  }
  // Machines have both readings in columns of their own; people both in the second one.
  const auto add_readings = [&](const char* key) {
    const auto label = column_label(key, language);
    const auto certain = language.say("evolution.column_reading", {{"what", label}, {"reading", language.say("evolution.reading.certain")}});
    table.columns.push_back({std::string(key) + "_certain", certain, TableColumn::Align::right});
    table.columns.push_back({std::string(key) + "_possible", label, TableColumn::Align::right});
  };
  for (const auto* key : {"partners_first", "partners_last", "won", "lost", "ever"}) add_readings(key);
  table.columns.push_back(right("jaccard", column_label("jaccard", language)));
  for (const auto* key : {"loyal", "formed"}) add_readings(key);
  table.columns.push_back(right("burstiness", column_label("burstiness", language)));
  table.columns.push_back({"ranks", column_label("ranks", language)});
  for (const auto& institution : evolution.institutions) {
    const auto& turnover = institution.turnover;
    for (const auto& measure : institution.measures) {
      const auto rank = [&](std::uint32_t value) { return value == 0 ? Cell() : Cell(value); };
      std::vector<Cell> row{{std::string(data.institutions.id[institution.row])},
                            {std::string(data.name_of_institution(institution.row)), std::string(data.label_of_institution(institution.row))},
                            {measure.measure, language.label("measure", measure.measure)},
                            measured(measure.mean_possible, language), measured(measure.mean_certain, language),
                            measured(measure.steps.front().possible, language), measured(measure.steps.back().possible, language),
                            measured(measure.volatility, language), rank(measure.ranks.front()), rank(measure.ranks.back())};
      const auto add = [&](const BoundedCount& count) {
        row.emplace_back(count.certain);
        row.emplace_back(count.possible, bounds_text(count, language));
      };
      for (const auto* count : {&turnover.first, &turnover.last, &turnover.won, &turnover.lost, &turnover.ever}) add(*count);
      row.push_back(measured(turnover.jaccard_possible, language));
      add(institution.loyalty.with_former);
      add(institution.loyalty.formed);
      row.push_back(measured(institution.burstiness.kim_jo, language));
      row.push_back(ranks_cell(measure.ranks, language));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Table evolution_series_table(const DataSet& data, const Evolution& evolution, const Language& language) {
  Table table;
  table.name = "series";
  table.columns = {{"id", column_label("id", language)}, {"name", column_label("name", language)},
                   {"measure", column_label("measure", language)}, {"from", column_label("from", language)},
                   {"to", column_label("to", language)}, right("certain", language.say("evolution.reading.certain")),
                   right("possible", language.say("evolution.reading.possible"))};
  for (const auto& institution : evolution.institutions) {
    for (const auto& measure : institution.measures) {
      for (const auto& step : measure.steps) {
        table.rows.push_back({{std::string(data.institutions.id[institution.row])},
                              {std::string(data.name_of_institution(institution.row)), std::string(data.label_of_institution(institution.row))},
                              {measure.measure, language.label("measure", measure.measure)}, day_cell(step.from, language),
                              day_cell(step.to, language), measured(step.certain, language), measured(step.possible, language)});
      }
    }
  }
  return table;
}

Table evolution_survival_table(const Evolution& evolution, const Language& language) {
  Table table;
  table.name = "survival";
  table.columns = {{"of", column_label("of", language)}, right("days", column_label("days", language)),
                   right("at_risk", column_label("at_risk", language)), right("ended", column_label("ended", language)),
                   right("survival", column_label("survival", language)), right("low", column_label("low", language)),
                   right("high", column_label("high", language))};
  const auto add = [&](const char* code, std::string label, const Survival& survival) {
    for (const auto& step : survival.steps) {
      table.rows.push_back({{std::string(code), label}, {static_cast<std::int64_t>(step.time)}, Cell(step.at_risk), Cell(step.ended),
                            {step.survival, language.number(step.survival, 3)}, {step.low, language.number(step.low, 3)},
                            {step.high, language.number(step.high, 3)}});
    }
  };
  add("agreements", language.say("evolution.durations.agreements"), evolution.agreement_durations);
  add("agreements_latest", language.say("evolution.durations.agreements_latest"), evolution.agreement_durations_latest);
  add("partnerships", language.say("evolution.durations.partnerships"), evolution.partnership_durations);
  return table;
}

Table evolution_communities_table(const DataSet& data, const FollowedCommunities& communities, const Language& language) {
  Table table;
  table.name = "communities";
  table.columns = {{"date", column_label("date", language)}, {"event", column_label("event", language)},
                   {"community", column_label("community", language)}, {"label", column_label("label", language)},
                   right("size_before", column_label("size_before", language)), right("size", column_label("size", language)),
                   {"others", column_label("others", language)}, right("jaccard", column_label("jaccard", language))};
  for (const auto& change : communities.changes) {
    std::vector<std::string> others;
    for (const auto other : change.others) others.push_back(name_of_community(other));
    const auto code = std::string(community_event_code(change.event));
    table.rows.push_back({day_cell(communities.days[change.step], language), {code, language.label("community_event", code)},
                          {name_of_community(change.community)},
                          {std::string(data.label_of_institution(communities.communities[change.community].label))},
                          Cell(change.size_before), Cell(change.size), others.empty() ? Cell() : Cell(joined_values(others), language.list(others)),
                          measured(change.jaccard, language)});
  }
  return table;
}

}  // namespace maillage
