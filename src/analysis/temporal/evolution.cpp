// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/evolution.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/temporal/agreement_lives.hpp"
#include "analysis/temporal/burstiness.hpp"
#include "analysis/temporal/followed_communities.hpp"
#include "analysis/temporal/followed_measures.hpp"
#include "analysis/temporal/loyalty.hpp"
#include "analysis/temporal/partner_turnover.hpp"

namespace maillage {
namespace {

constexpr std::array kNetworkLevels{&EvolutionPeriod::partnerships, &EvolutionPeriod::institutions, &EvolutionPeriod::ties,
                                    &EvolutionPeriod::components, &EvolutionPeriod::largest_component};

std::vector<EvolutionPeriod> empty_periods(const std::vector<DayPeriod>& days) {
  std::vector<EvolutionPeriod> periods(days.size());
  for (std::size_t i = 0; i < days.size(); ++i) {
    periods[i].from = days[i].from;
    periods[i].to = days[i].to;
  }
  return periods;
}

// The figures of the network on each slice, in one reading.
void read_slices(const PartnershipSpells& spells, std::vector<EvolutionPeriod>& slices, std::int64_t BoundedCount::*reading) {
  EvolvingNetwork network(spells);
  for (auto& slice : slices) {
    network.advance_to(slice.from);
    slice.partnerships.last.*reading = network.partnerships();
    slice.institutions.last.*reading = network.nodes();
    slice.ties.last.*reading = network.ties();
    slice.components.last.*reading = network.components();
    slice.largest_component.last.*reading = network.largest_component();
  }
}

// Levels of a period from those of the slices in it: the last one, and the mean by days.
void sum_slices(const std::vector<EvolutionPeriod>& slices, EvolutionPeriod& period, BoundedLevel EvolutionPeriod::*level) {
  auto& result = period.*level;
  auto slice = std::ranges::upper_bound(slices, period.from, {}, &EvolutionPeriod::from) - 1;
  double certain = 0, possible = 0;
  for (; slice != slices.end() && slice->from <= period.to; ++slice) {
    const auto days = static_cast<double>(std::min(slice->to, period.to) - std::max(slice->from, period.from) + 1);
    const auto& here = ((*slice).*level).last;
    certain += days * static_cast<double>(here.certain);
    possible += days * static_cast<double>(here.possible);
    result.last = here;
  }
  result.mean_certain = certain / static_cast<double>(period.days());
  result.mean_possible = possible / static_cast<double>(period.days());
}

class Follower {
 public:
  Follower(const DataSet& data, const EvolutionOptions& options)
      : data_(data), options_(options), spells_(collect_spells(data, options.view, options.view.as_of)) {
    certain_spells_ = spells_;
    has_doubts_ = options.view.unknown == UnknownDates::include &&
                  std::ranges::any_of(spells_.spells, [](const auto& s) { return s.certainty != Certainty::certain; });
    if (has_doubts_) {
      auto certain = options.view;
      certain.unknown = UnknownDates::exclude;
      certain_spells_ = collect_spells(data, certain, options.view.as_of);
    }
  }

  Evolution follow() {
    const auto dates = change_dates(spells_);
    const auto [period, horizon, begins] = followed_period(data_, options_.view, dates);
    period_ = period;
    result_.from = period.from;
    result_.to = period.to;
    result_.horizon = horizon;
    result_.begins = begins;
    if (period.from > period.to) return std::move(result_);
    lives_ = agreement_lives(spells_);
    count_periods(dates);
    follow_institutions();
    tell_agreements();
    if (options_.communities) result_.communities = communities();
    return std::move(result_);
  }

 private:
  void count_periods(const std::vector<Day>& dates) {
    result_.slices = empty_periods(time_slices(dates, period_));
    result_.periods = empty_periods(calendar_periods(period_, options_.step));
    std::vector<EvolutionPeriod> whole = empty_periods({period_});
    read_slices(spells_, result_.slices, &BoundedCount::possible);
    if (has_doubts_) read_slices(certain_spells_, result_.slices, &BoundedCount::certain);
    for (auto& slice : result_.slices) {
      for (const auto level : kNetworkLevels) {
        auto& counts = (slice.*level).last;
        if (!has_doubts_) counts.certain = options_.view.unknown == UnknownDates::only ? 0 : counts.possible;
      }
    }
    for (auto* periods : {&result_.slices, &result_.periods, &whole}) count_lives(lives_, options_.view.unknown, *periods);
    for (auto* periods : {&result_.slices, &result_.periods, &whole}) {
      for (auto& period : *periods) {
        sum_slices(result_.slices, period, &EvolutionPeriod::agreements);
        for (const auto level : kNetworkLevels) sum_slices(result_.slices, period, level);
      }
    }
    result_.whole = whole.front();
  }

  std::vector<Vertex> leaders(const std::vector<MeanOverTime>& means) const {
    std::vector<Vertex> chosen;
    for (const auto row : options_.institutions) {
      if (const auto v = spells_.vertex_of(row); v < spells_.institutions.size()) chosen.push_back(v);
    }
    if (!options_.institutions.empty()) return chosen;
    chosen.resize(spells_.institutions.size());
    std::iota(chosen.begin(), chosen.end(), Vertex{0});
    std::erase_if(chosen, [&](Vertex v) { return !(means.front().mean[v] > 0); });
    std::ranges::stable_sort(chosen, std::greater<>{}, [&](Vertex v) { return rounded_mean(means.front().mean[v]); });
    chosen.resize(std::min(chosen.size(), options_.top));
    return chosen;
  }
  // Means that differ in the last bits are equal: the order must not hang on them.
  static double rounded_mean(double mean) { return static_cast<double>(static_cast<float>(mean)); }

  void follow_institutions() {
    if (options_.measures.empty()) return;
    const auto& measures = options_.measures;
    MeasuredSlices slices, certain_slices;
    const auto means = means_over_time(spells_, measures, options_.measure_options, period_, &slices);
    const auto followed = leaders(means);
    std::vector<DayPeriod> readings;
    for (const auto& period : result_.periods) readings.push_back({period.from, period.to});
    const auto courses = follow_measures(spells_, measures, options_.measure_options, period_, followed, readings, &slices);
    // The certain network has fewer institutions, so other vertices.
    std::vector<Vertex> certain_followed;
    std::vector<std::size_t> place(followed.size(), followed.size());
    for (std::size_t i = 0; i < followed.size(); ++i) {
      const auto v = certain_spells_.vertex_of(spells_.institutions[followed[i]]);
      if (v >= certain_spells_.institutions.size()) continue;
      place[i] = certain_followed.size();
      certain_followed.push_back(v);
    }
    const auto certain_means = has_doubts_ ? means_over_time(certain_spells_, measures, options_.measure_options, period_, &certain_slices) : means;
    const auto certain_courses =
        has_doubts_ ? follow_measures(certain_spells_, measures, options_.measure_options, period_, certain_followed, {}, &certain_slices) : courses;
    const auto loyal = loyalty_in(spells_, lives_, period_, followed);
    result_.loyalty = loyal.network;
    const auto turnover = partner_turnover(spells_, certain_spells_, period_, followed);
    result_.pairs_won = turnover.won;
    result_.pairs_lost = turnover.lost;
    result_.pairs_kept = turnover.kept;
    const auto lives_of = lives_of_institutions();
    for (std::size_t i = 0; i < followed.size(); ++i) {
      FollowedInstitution institution;
      institution.row = spells_.institutions[followed[i]];
      for (std::size_t m = 0; m < measures.size(); ++m) {
        const bool is_kept = is_kept_by_updates(measures[m], options_.measure_options);
        const double absent = is_kept ? 0 : std::numeric_limits<double>::quiet_NaN();
        FollowedMeasure followed_measure;
        followed_measure.measure = measures[m];
        const auto v = followed[i];
        followed_measure.mean_possible = means[m].mean[v];
        followed_measure.days = means[m].days[v];
        followed_measure.volatility = means[m].mean[v] != 0 ? means[m].sd[v] / means[m].mean[v] : std::numeric_limits<double>::quiet_NaN();
        followed_measure.mean_certain = place[i] < followed.size() ? certain_means[m].mean[certain_followed[place[i]]] : absent;
        const std::vector<std::pair<Day, double>> nothing{{period_.from, absent}};
        followed_measure.steps = merged(courses[m][i].values,
                                        place[i] < followed.size() ? certain_courses[m][place[i]].values : nothing);
        followed_measure.ranks = courses[m][i].ranks;
        institution.measures.push_back(std::move(followed_measure));
      }
      institution.turnover = turnover.institutions[i];
      institution.loyalty = loyal.institutions[i];
      institution.burstiness = signatures_of(lives_of[spells_.vertex_of(institution.row)]);
      result_.institutions.push_back(std::move(institution));
    }
  }

  std::vector<MeasureStep> merged(const std::vector<std::pair<Day, double>>& possible,
                                  const std::vector<std::pair<Day, double>>& certain) const {
    std::vector<MeasureStep> steps;
    for (std::size_t p = 0, c = 0;;) {
      steps.push_back({std::max(possible[p].first, certain[c].first), period_.to, certain[c].second, possible[p].second});
      const Day next_possible = p + 1 < possible.size() ? possible[p + 1].first : kDistantFuture;
      const Day next_certain = c + 1 < certain.size() ? certain[c + 1].first : kDistantFuture;
      const Day next = std::min(next_possible, next_certain);
      if (next == kDistantFuture) return steps;
      steps.back().to = next - 1;
      if (next_possible == next) ++p;
      if (next_certain == next) ++c;
    }
  }

  // Days of the signatures (where none is said, of the beginnings) in the period, at their earliest or latest.
  struct Signatures {
    std::vector<Day> earliest, latest;
    std::size_t undated = 0;
  };
  void add_signature(const AgreementLife& life, Signatures& signatures) const {
    const auto signed_on = data_.agreements.signed_on[life.agreement];
    const bool is_signed = signed_on.is_known() && !signed_on.is_open();
    const Day earliest = is_signed ? signed_on.earliest() : life.start_earliest;
    const Day latest = is_signed ? signed_on.latest() : life.begins_by();
    if (earliest <= kDistantPast || latest >= kDistantFuture || (!is_signed && earliest != latest)) {
      ++signatures.undated;
      return;
    }
    if (earliest >= period_.from && earliest <= period_.to) signatures.earliest.push_back(earliest);
    if (latest >= period_.from && latest <= period_.to) signatures.latest.push_back(latest);
  }
  // The lives in which each institution is a party, by vertex.
  std::vector<std::vector<std::uint32_t>> lives_of_institutions() const {
    std::vector<std::vector<std::uint32_t>> lives_of(spells_.institutions.size());
    for (std::uint32_t life = 0; life < lives_.size(); ++life) {
      const auto agreement = lives_[life].agreement;
      for (const auto party : data_.parties_of(agreement)) {
        const auto v = spells_.vertex_of(institution_in_view(data_, spells_.options, spells_.reference_day, agreement,
                                                             data_.parties.institution[party]));
        if (v < lives_of.size() && (lives_of[v].empty() || lives_of[v].back() != life)) lives_of[v].push_back(life);
      }
    }
    return lives_of;
  }
  Burstiness signatures_of(std::span<const std::uint32_t> lives) const {
    Signatures signatures;
    for (const auto life : lives) add_signature(lives_[life], signatures);
    auto result = burstiness_of(signatures.earliest);
    result.undated = signatures.undated;
    return result;
  }

  void tell_agreements() {
    Signatures signatures;
    for (const auto& life : lives_) add_signature(life, signatures);
    result_.burstiness = burstiness_of(signatures.earliest);
    result_.burstiness_latest = burstiness_of(signatures.latest);
    result_.burstiness.undated = result_.burstiness_latest.undated = signatures.undated;
    const auto& from = options_.view.from;
    const auto horizon = std::min(result_.horizon, period_.to);
    result_.agreement_durations = agreement_durations(lives_, from, horizon, DurationReading::known);
    result_.agreement_durations_latest = agreement_durations(lives_, from, horizon, DurationReading::latest);
    result_.partnership_durations = partnership_durations(data_, lives_, from, horizon);
    result_.renewals = renewals_in(data_, lives_, options_.view.unknown, {period_.from, horizon});
    const auto days = static_cast<double>(result_.whole.days());
    result_.renewals.years_certain = result_.whole.agreements.mean_certain * days / kDaysOfYear;
    result_.renewals.years_possible = result_.whole.agreements.mean_possible * days / kDaysOfYear;
    if (options_.measures.empty()) result_.loyalty = loyalty_in(spells_, lives_, period_, {}).network;
  }

  FollowedCommunities communities() const {
    std::vector<Day> days;
    if (options_.step_is_asked || result_.slices.size() > kMostCommunitySteps) {
      for (const auto& period : result_.periods) days.push_back(period.to);
    } else {
      for (const auto& slice : result_.slices) days.push_back(slice.from);
    }
    return follow_communities(days, community_steps(spells_, days, *options_.communities), options_.threshold);
  }

  const DataSet& data_;
  const EvolutionOptions& options_;
  PartnershipSpells spells_, certain_spells_;
  bool has_doubts_ = false;
  DayPeriod period_;
  std::vector<AgreementLife> lives_;
  Evolution result_;
};

}  // namespace

FollowedPeriod followed_period(const DataSet& data, const ViewOptions& view, std::span<const Day> change_dates) {
  FollowedPeriod result{{1, 0}, 0, {}};
  if (change_dates.empty() && !(view.from && view.to)) return result;
  const auto latest = view.as_of ? view.as_of : data.latest_stated_day();
  const Day first = change_dates.empty() ? *view.from : change_dates.front();
  if (latest && *latest < first && !view.from && !view.to) {
    result.horizon = *latest;
    result.begins = first;
    return result;
  }
  const Day last = latest ? std::max(*latest, first) : change_dates.empty() ? *view.to : change_dates.back() - 1;
  result.horizon = latest.value_or(last);
  result.period = {view.from.value_or(std::min(first, view.to.value_or(first))), view.to.value_or(std::max(last, view.from.value_or(last)))};
  return result;
}

Evolution evolution_of(const DataSet& data, const EvolutionOptions& options) { return Follower(data, options).follow(); }

}  // namespace maillage
