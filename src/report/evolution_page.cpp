// SPDX-License-Identifier: Apache-2.0
#include "report/evolution_page.hpp"

#include <algorithm>
#include <cmath>

#include "language/sentence_words.hpp"
#include "report/cells.hpp"
#include "report/evolution_tables.hpp"
#include "results/community_name.hpp"

namespace maillage {
namespace {

constexpr std::size_t kMostPeriods = 30, kMostRanks = 12, kMostChanges = 60;

std::string nothing_to_follow(const Evolution& evolution, const Language& language) {
  if (!evolution.begins) return language.say("evolution.no_dates");
  return language.say("evolution.not_begun", {{"day", language.date(evolution.horizon)}, {"first", language.date(*evolution.begins)}});
}

class PageWriter {
 public:
  PageWriter(const DataSet& data, const Evolution& evolution, const Language& language)
      : data_(data), evolution_(evolution), language_(language) {}

  Document write(const std::vector<std::string>& notes) {
    Document page;
    page.title = language_.say("evolution.title");
    page.headline = plain(with_capital(language_.say("evolution.headline", {{"from", language_.date(evolution_.from)},
                                                                            {"to", language_.date(evolution_.to)}})));
    if (evolution_.from > evolution_.to) {
      page.headline = plain(page.title);
      page.lead.push_back({Paragraph{plain(nothing_to_follow(evolution_, language_))}});
      return page;
    }
    page.lead.push_back({Bullets{findings()}});
    page.sections.push_back(periods_section());
    page.sections.push_back(durations_section());
    page.sections.push_back(renewal_section());
    if (!evolution_.institutions.empty()) {
      page.sections.push_back(institutions_section());
      page.sections.push_back(ranks_section());
    }
    if (evolution_.communities) page.sections.push_back(communities_section(*evolution_.communities));
    Section method{"method", plain(language_.say("evolution.section.method"))};
    method.blocks.push_back({Paragraph{plain(language_.say("evolution.note.bounds")), true}});
    for (const auto& note : notes) method.blocks.push_back({Paragraph{plain(note), true}});
    page.sections.push_back(std::move(method));
    return page;
  }

 private:
  std::string bounds(const BoundedCount& count) const { return bounds_text(count, language_); }
  std::string share(std::int64_t part, std::int64_t whole) const {
    return whole > 0 ? language_.percent(static_cast<double>(part) / static_cast<double>(whole)) : "–";
  }
  // Shares of certain and of possible counts: one figure where they agree.
  std::string share(const BoundedCount& part, const BoundedCount& whole) const {
    const auto certain = share(part.certain, whole.certain), possible = share(part.possible, whole.possible);
    return certain == possible || whole.certain == 0 ? possible : certain + " – " + possible;
  }
  std::string rate(const BoundedCount& events) const {
    const auto& renewals = evolution_.renewals;
    if (renewals.years_possible < 1) return "–";
    // The fewest events over the most years, and the reverse.
    const double low = static_cast<double>(events.certain) / renewals.years_possible;
    const double high = std::max(low, static_cast<double>(events.possible) / renewals.years_certain);
    const bool is_known = renewals.years_certain >= 1;
    // More than each agreement once a year is no share of them.
    const bool is_share = low <= 1 && (!is_known || high <= 1);
    const auto text = [&](double value) { return is_share ? language_.percent(value, 1) : language_.number(value, 1); };
    if (!is_known) return language_.say("evolution.at_least", {{"rate", text(low)}});
    return text(low) == text(high) ? text(low) : text(low) + " – " + text(high);
  }

  std::vector<Line> findings() const {
    const auto& whole = evolution_.whole;
    std::vector<Line> lines;
    auto mean = language_.number(whole.agreements.mean_possible, 1);
    const auto certain_mean = language_.number(whole.agreements.mean_certain, 1);
    if (certain_mean != mean) mean = certain_mean + "–" + mean;
    lines.push_back(plain(language_.say_count("evolution.finding.stock", whole.days(), {{"stock", bounds(whole.agreements.last)},
                                                                    {"date", language_.date(evolution_.to)},
                                                                    {"mean", mean}})));
    lines.push_back(plain(language_.say("evolution.finding.flows", {{"formed", bounds(whole.formed)},
                                                                    {"renewed", bounds(whole.renewed)},
                                                                    {"ended", bounds(whole.ended)},
                                                                    {"lapsed", bounds(whole.lapsed)}})));
    lines.push_back(plain(language_.say("evolution.finding.network", {{"institutions", bounds(whole.institutions.last)},
                                                                      {"ties", bounds(whole.ties.last)},
                                                                      {"won", bounds(evolution_.pairs_won)},
                                                                      {"lost", bounds(evolution_.pairs_lost)}})));
    return lines;
  }

  Section periods_section() const {
    Section section{"periods", plain(language_.say("evolution.section.periods"))};
    section.blocks.push_back({TableBlock{evolution_periods_for_reading(evolution_.periods, kMostPeriods, language_), {}, {}, {}, {}}});
    if (evolution_.periods.size() > kMostPeriods) {
      section.blocks.push_back({Paragraph{plain(language_.say_count("evolution.note.earlier", static_cast<std::int64_t>(evolution_.periods.size() - kMostPeriods))), true}});
    }
    section.blocks.push_back({Paragraph{plain(language_.say_count("evolution.note.slices", std::ssize(evolution_.slices))), true}});
    return section;
  }

  Section durations_section() const {
    Section section{"durations", plain(language_.say("evolution.section.durations"))};
    Table table;
    table.name = "durations";
    const auto right = [&](const char* key) {
      table.columns.push_back({key, language_.say(std::string("evolution.column.") + key), TableColumn::Align::right});
    };
    table.columns.push_back({"of", language_.say("evolution.column.of")});
    for (const auto* key : {"subjects", "ended", "censored", "left_out", "median", "interval"}) right(key);
    constexpr int years[] = {1, 3, 5, 10};
    for (const auto year : years) {
      table.columns.push_back({"after_" + std::to_string(year), language_.say_count("evolution.column_after", year), TableColumn::Align::right});
    }
    const auto number = [&](std::int64_t count) { return Cell(count, language_.number(count)); };
    const auto add = [&](std::string label, const Survival& survival) {
      std::vector<Cell> row{{std::move(label)}, number(survival.subjects), number(survival.ended), number(survival.censored), number(survival.left_out),
                            {days_cell_text(survival.median, language_)},
                            {std::isnan(survival.median) ? "–" : days_range_text(survival.median_low, survival.median_high, language_)}};
      for (const auto year : years) row.emplace_back(survival_after(survival, year));
      table.rows.push_back(std::move(row));
    };
    add(language_.say("evolution.durations.agreements"), evolution_.agreement_durations);
    if (evolution_.agreement_durations_latest.subjects != evolution_.agreement_durations.subjects) {
      add(language_.say("evolution.durations.agreements_latest"), evolution_.agreement_durations_latest);
    }
    if (evolution_.whole.renewed.possible + evolution_.whole.amended.possible > 0) {  // else they are the agreements again
      add(language_.say("evolution.durations.partnerships"), evolution_.partnership_durations);
    }
    section.blocks.push_back({TableBlock{std::move(table), {}, {}, {}, {}}});
    section.blocks.push_back({Paragraph{plain(language_.say("evolution.note.durations", {{"date", language_.date(std::min(evolution_.horizon, evolution_.to))}})), true}});
    return section;
  }
  std::string survival_after(const Survival& survival, int years) const {
    const double days = years * kDaysOfYear;
    double value = 1;
    for (const auto& step : survival.steps) {
      if (step.time <= days) value = step.survival;
    }
    return survival.subjects == 0 || (days > survival.longest && value > 0) ? "–" : language_.percent(value);
  }

  Section renewal_section() const {
    Section section{"renewal", plain(language_.say("evolution.section.renewal"))};
    const auto& renewals = evolution_.renewals;
    const auto& loyalty = evolution_.loyalty;
    Bullets bullets;
    bullets.lines.push_back(plain(language_.say("evolution.renewal.ends", {{"ended", bounds(renewals.ended)},
                                                                          {"renewed", bounds(renewals.renewed)},
                                                                          {"share", share(renewals.renewed, renewals.ended)},
                                                                          {"lapsed", bounds(renewals.lapsed)}})));
    bullets.lines.push_back(plain(language_.say("evolution.renewal.rate", {{"rate", rate(renewals.lapsed)}})));
    if (!renewals.gaps.empty()) {
      const double median = (renewals.gaps[(renewals.gaps.size() - 1) / 2] + renewals.gaps[renewals.gaps.size() / 2]) / 2.0;
      bullets.lines.push_back(plain(language_.say_count("evolution.renewal.gap", std::ssize(renewals.gaps),
                                                        {{"median", days_text(median, language_)},
                                                         {"least", days_text(renewals.gaps.front(), language_)},
                                                         {"most", days_text(renewals.gaps.back(), language_)}})));
    }
    bullets.lines.push_back(plain(language_.say_count("evolution.loyalty.agreements", loyalty.formed.possible, {{"formed", bounds(loyalty.formed)},
                                                                                {"loyal", bounds(loyalty.with_former)},
                                                                                {"share", share(loyalty.with_former, loyalty.formed)}})));
    bullets.lines.push_back(plain(burstiness_sentence()));
    section.blocks.push_back({std::move(bullets)});
    return section;
  }
  std::string burstiness_sentence() const {
    const auto& burstiness = evolution_.burstiness;
    if (std::isnan(burstiness.goh_barabasi)) {
      return language_.say_count("evolution.burstiness.none", static_cast<std::int64_t>(burstiness.events));
    }
    const auto& latest = evolution_.burstiness_latest;
    const auto both = [&](double one, double other) {
      const auto first = language_.number(one, 2), second = language_.number(other, 2);
      return first == second || std::isnan(other) ? first : language_.say("evolution.to", {{"from", first}, {"to", second}});
    };
    return language_.say_count("evolution.burstiness", static_cast<std::int64_t>(burstiness.events),
                               {{"b", both(burstiness.goh_barabasi, latest.goh_barabasi)},
                                {"a", both(burstiness.kim_jo, latest.kim_jo)},
                                {"mean", days_text(burstiness.mean_days, language_)}});
  }

  Section institutions_section() const {
    Section section{"institutions", plain(language_.say("evolution.section.institutions"))};
    const auto all = evolution_institutions_table(data_, evolution_, language_);
    auto columns = evolution_institution_columns_to_read();
    if (evolution_.institutions.front().measures.size() == 1) std::erase(columns, "measure");
    auto table = with_columns(all, columns);
    if (evolution_.institutions.front().measures.size() == 1) {
      table.columns[1].label = language_.say("evolution.mean_of", {{"measure", language_.label("measure", evolution_.institutions.front().measures.front().measure)}});
    }
    section.blocks.push_back({TableBlock{std::move(table), {}, {}, {}, {}}});
    section.blocks.push_back({Paragraph{plain(language_.say("evolution.note.institutions")), true}});
    return section;
  }

  Section ranks_section() const {
    const auto& first = evolution_.institutions.front().measures.front();
    Section section{"ranks", plain(language_.say("evolution.section.ranks", {{"measure", language_.label("measure", first.measure)}}))};
    Table table;
    table.name = "ranks";
    table.columns.push_back({"name", language_.say("evolution.column.name")});
    const auto periods = evolution_.periods.size();
    const auto from = periods > kMostRanks ? periods - kMostRanks : 0;
    for (auto p = from; p < periods; ++p) {
      const auto& period = evolution_.periods[p];
      table.columns.push_back({to_iso(period.from), period_text(period.from, period.to, language_), TableColumn::Align::right});
    }
    for (const auto& institution : evolution_.institutions) {
      std::vector<Cell> row{{std::string(data_.label_of_institution(institution.row))}};
      const auto& ranks = institution.measures.front().ranks;
      for (auto p = from; p < periods; ++p) row.push_back(ranks[p] == 0 ? Cell(std::string("–")) : Cell(ranks[p]));
      table.rows.push_back(std::move(row));
    }
    section.blocks.push_back({TableBlock{std::move(table), {}, {}, {}, {}}});
    section.blocks.push_back({Paragraph{plain(language_.say("evolution.note.ranks")), true}});
    return section;
  }

  Section communities_section(const FollowedCommunities& communities) const {
    Section section{"communities", plain(language_.say("evolution.section.communities"))};
    section.blocks.push_back({Paragraph{plain(language_.say_count("evolution.communities.sentence", std::ssize(communities.days),
                                                            {{"communities", language_.number(std::ssize(communities.communities))},
                                                             {"threshold", language_.number(communities.threshold, 2)}}))}});
    auto table = evolution_communities_table(data_, communities, language_);
    std::erase_if(table.rows, [](const std::vector<Cell>& row) { return std::get<std::string>(row[1].value) == "continuation"; });
    const auto hidden = table.rows.size() > kMostChanges ? table.rows.size() - kMostChanges : 0;
    table.rows.erase(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(hidden));
    if (!table.rows.empty()) section.blocks.push_back({TableBlock{std::move(table), {}, {}, {}, {}}});
    if (hidden > 0) section.blocks.push_back({Paragraph{plain(language_.say_count("evolution.note.earlier_events", static_cast<std::int64_t>(hidden))), true}});
    return section;
  }

  const DataSet& data_;
  const Evolution& evolution_;
  const Language& language_;
};

}  // namespace

Document evolution_page(const DataSet& data, const Evolution& evolution, const std::vector<std::string>& notes,
                        const Language& language) {
  return PageWriter(data, evolution, language).write(notes);
}

std::string evolution_headline(const Evolution& evolution, const Language& language) {
  if (evolution.from > evolution.to) return nothing_to_follow(evolution, language);
  const auto& whole = evolution.whole;
  return with_capital(language.say_count("evolution.finding.title", whole.agreements.last.possible, {{"stock", bounds_text(whole.agreements.last, language)},
                                                               {"date", language.date(evolution.to)},
                                                               {"formed", bounds_text(whole.formed, language)},
                                                               {"lapsed", bounds_text(whole.lapsed, language)}}));
}

}  // namespace maillage
