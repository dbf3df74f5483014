// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/followed_measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/centrality/hubs.hpp"
#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

bool are_same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

double kept_value(const EvolvingNetwork& network, std::string_view measure, Vertex v) {
  if (measure == "degree") return network.degree(v);
  return measure == "strength" ? network.strength(v) : network.hyperdegree(v);
}

// The first day of the period, and each day in it on which a spell begins or has ended.
std::vector<Day> days_of_change(const PartnershipSpells& spells, DayPeriod period) {
  std::vector<Day> days{period.from};
  for (const auto& spell : spells.spells) {
    for (const auto day : {spell.from, spell.until}) {
      if (day > period.from && day <= period.to) days.push_back(day);
    }
  }
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  return days;
}

// A network with what is measured on it; the network of a thread only moves forward, as its slices do.
struct SliceWork {
  EvolvingNetwork network;
  std::vector<std::vector<double>> values;  // by measure, then by vertex; NaN where it is no node

  void measure_on(Day day, std::span<const std::string> measures, const MeasureOptions& options) {
    network.advance_to(day);
    const auto slice = network.slice();
    for (std::size_t m = 0; m < measures.size(); ++m) {
      const auto scores = measure({slice.network, slice.hyperdegree}, measures[m], options);
      std::ranges::fill(values[m], kUndefined);
      for (Vertex node = 0; node < slice.vertex_of_node.size(); ++node) values[m][slice.vertex_of_node[node]] = scores.values[node];
    }
  }
};

// Measures on every slice that changes, side by side, or takes what was measured before; take(day, values) in the order of
// the days, with the values by measure and vertex.
template <class Take>
void measure_slices(const PartnershipSpells& spells, std::span<const std::string> measures, const MeasureOptions& options,
                    DayPeriod period, MeasuredSlices* kept, Take take) {
  constexpr double most_kept = 2.5e7;  // values: 200 MB
  const auto days = days_of_change(spells, period);
  const auto n = spells.institutions.size();
  if (kept != nullptr && kept->values.size() == days.size()) {
    for (std::size_t slice = 0; slice < days.size(); ++slice) take(days[slice], kept->values[slice]);
    return;
  }
  const bool keeps = kept != nullptr && static_cast<double>(days.size()) * static_cast<double>(n * measures.size()) <= most_kept;
  const double operations = 1e6 * static_cast<double>(days.size());  // a network each: always worth a thread
  over_chunks(
      days.size(), operations,
      [&] { return SliceWork{EvolvingNetwork(spells), std::vector(measures.size(), std::vector<double>(n, kUndefined))}; },
      [&](SliceWork& work, std::size_t slice) { work.measure_on(days[slice], measures, options); },
      [&](SliceWork& work, std::size_t slice) {
        take(days[slice], work.values);
        if (keeps) kept->values.push_back(work.values);
      });
}

struct Integral {
  double sum = 0, squares = 0;
  std::int64_t days = 0;
  Day since = 0;

  void settle(double value, Day until) {
    const auto days_here = static_cast<std::int64_t>(until) - since;
    since = until;
    if (std::isnan(value) || days_here <= 0) return;
    sum += value * static_cast<double>(days_here);
    squares += value * value * static_cast<double>(days_here);
    days += days_here;
  }
  double mean() const { return days > 0 ? sum / static_cast<double>(days) : kUndefined; }
  double sd() const {
    if (days == 0) return kUndefined;
    const double variance = squares / static_cast<double>(days) - mean() * mean();
    return variance <= 1e-14 * mean() * mean() ? 0 : std::sqrt(variance);  // what rounding leaves of none is none
  }
};

// Values of one measure by vertex with their integrals up to now.
struct Summed {
  std::vector<double> values;
  std::vector<Integral> integrals;

  Summed(std::size_t n, Day from) : values(n, kUndefined), integrals(n) {
    for (auto& integral : integrals) integral.since = from;
  }
  void set(Vertex v, double value, Day today) {
    if (are_same(values[v], value)) return;
    integrals[v].settle(values[v], today);
    values[v] = value;
  }
  MeanOverTime finish(Day last) {
    MeanOverTime means;
    for (Vertex v = 0; v < values.size(); ++v) {
      integrals[v].settle(values[v], last + 1);
      means.mean.push_back(integrals[v].mean());
      means.sd.push_back(integrals[v].sd());
      means.days.push_back(integrals[v].days);
    }
    return means;
  }
};

// The measures that are kept by updates, and the others; with the place of each in what was asked for.
struct Sorted {
  std::vector<std::string> kept, costly;
  std::vector<std::size_t> place_of_kept, place_of_costly;

  Sorted(std::span<const std::string> measures, const MeasureOptions& options) {
    for (std::size_t m = 0; m < measures.size(); ++m) {
      const bool is_kept = is_kept_by_updates(measures[m], options);
      (is_kept ? kept : costly).push_back(measures[m]);
      (is_kept ? place_of_kept : place_of_costly).push_back(m);
    }
  }
};

// Writes down the courses of some vertices, and their ranks on the days of readings.
class CourseWriter {
 public:
  CourseWriter(std::vector<MeasureCourse>& courses, std::span<const Vertex> followed, std::span<const DayPeriod> readings)
      : courses_(courses), followed_(followed), readings_(readings) {}

  // Ranks on the readings before a day, by the values until then.
  template <class Value>
  void read_before(Day day, std::size_t n, Value value) {
    for (; reading_ < readings_.size() && readings_[reading_].to < day; ++reading_) {
      all_.resize(n);
      for (Vertex v = 0; v < n; ++v) all_[v] = value(v);
      const auto ranks = ranks_of(all_);
      for (std::size_t i = 0; i < followed_.size(); ++i) {
        courses_[i].ranks.push_back(std::isnan(all_[followed_[i]]) ? 0 : ranks[followed_[i]]);
      }
    }
  }
  template <class Value>
  void record(Day day, Value value) {
    for (std::size_t i = 0; i < followed_.size(); ++i) {
      auto& steps = courses_[i].values;
      const double now = value(followed_[i]);
      if (steps.empty() || !are_same(steps.back().second, now)) steps.emplace_back(day, now);
    }
  }

 private:
  std::vector<MeasureCourse>& courses_;
  const std::span<const Vertex> followed_;
  const std::span<const DayPeriod> readings_;
  std::size_t reading_ = 0;
  std::vector<double> all_;
};

}  // namespace

bool is_kept_by_updates(std::string_view measure, const MeasureOptions& options) {
  return !options.normalized && (measure == "degree" || measure == "strength" || measure == "hyperdegree");
}

std::vector<MeanOverTime> means_over_time(const PartnershipSpells& spells, std::span<const std::string> measures,
                                          const MeasureOptions& options, DayPeriod period, MeasuredSlices* slices) {
  const auto n = spells.institutions.size();
  const Sorted sorted(measures, options);
  std::vector<Summed> sums(measures.size(), Summed(n, period.from));
  if (!sorted.kept.empty()) {
    EvolvingNetwork network(spells);
    network.advance_to(period.from);
    for (std::size_t m = 0; m < sorted.kept.size(); ++m) {
      for (Vertex v = 0; v < n; ++v) sums[sorted.place_of_kept[m]].set(v, kept_value(network, sorted.kept[m], v), period.from);
    }
    for (auto next = network.next_change(); next && *next <= period.to; next = network.next_change()) {
      network.advance_to(*next);
      for (std::size_t m = 0; m < sorted.kept.size(); ++m) {
        for (const auto v : network.touched()) sums[sorted.place_of_kept[m]].set(v, kept_value(network, sorted.kept[m], v), *next);
      }
    }
  }
  if (!sorted.costly.empty()) {
    measure_slices(spells, sorted.costly, options, period, slices, [&](Day day, const std::vector<std::vector<double>>& measured) {
      for (std::size_t m = 0; m < sorted.costly.size(); ++m) {
        for (Vertex v = 0; v < n; ++v) sums[sorted.place_of_costly[m]].set(v, measured[m][v], day);
      }
    });
  }
  std::vector<MeanOverTime> means;
  for (auto& sum : sums) means.push_back(sum.finish(period.to));
  return means;
}

std::vector<std::vector<MeasureCourse>> follow_measures(const PartnershipSpells& spells,
                                                        std::span<const std::string> measures,
                                                        const MeasureOptions& options, DayPeriod period,
                                                        std::span<const Vertex> followed,
                                                        std::span<const DayPeriod> readings, MeasuredSlices* slices) {
  const auto n = spells.institutions.size();
  const Sorted sorted(measures, options);
  std::vector<std::vector<MeasureCourse>> courses(measures.size(), std::vector<MeasureCourse>(followed.size()));
  std::vector<CourseWriter> writers;
  for (auto& course : courses) writers.emplace_back(course, followed, readings);
  if (!sorted.kept.empty()) {
    EvolvingNetwork network(spells);
    network.advance_to(period.from);
    const auto value = [&](std::size_t m) { return [&network, &sorted, m](Vertex v) { return kept_value(network, sorted.kept[m], v); }; };
    const auto rated = [&](std::size_t m) {
      return [&, m](Vertex v) { return network.is_node(v) ? kept_value(network, sorted.kept[m], v) : kUndefined; };
    };
    const auto each = [&](auto work) {
      for (std::size_t m = 0; m < sorted.kept.size(); ++m) work(writers[sorted.place_of_kept[m]], m);
    };
    each([&](CourseWriter& writer, std::size_t m) { writer.record(period.from, value(m)); });
    for (auto next = network.next_change(); next && *next <= period.to; next = network.next_change()) {
      each([&](CourseWriter& writer, std::size_t m) { writer.read_before(*next, n, rated(m)); });
      network.advance_to(*next);
      each([&](CourseWriter& writer, std::size_t m) { writer.record(*next, value(m)); });
    }
    each([&](CourseWriter& writer, std::size_t m) { writer.read_before(period.to + 1, n, rated(m)); });
  }
  if (!sorted.costly.empty()) {
    std::vector<std::vector<double>> values(sorted.costly.size(), std::vector<double>(n, kUndefined));
    const auto value = [&](std::size_t m) { return [&values, m](Vertex v) { return values[m][v]; }; };
    measure_slices(spells, sorted.costly, options, period, slices, [&](Day day, const std::vector<std::vector<double>>& measured) {
      for (std::size_t m = 0; m < sorted.costly.size(); ++m) {
        auto& writer = writers[sorted.place_of_costly[m]];
        if (day > period.from) writer.read_before(day, n, value(m));
        values[m] = measured[m];
        writer.record(day, value(m));
      }
    });
    for (std::size_t m = 0; m < sorted.costly.size(); ++m) writers[sorted.place_of_costly[m]].read_before(period.to + 1, n, value(m));
  }
  return courses;
}

}  // namespace maillage
