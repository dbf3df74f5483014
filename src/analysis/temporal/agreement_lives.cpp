// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/agreement_lives.hpp"

#include <algorithm>
#include <map>

#include "model/lineage.hpp"

namespace maillage {
namespace {

bool is_continuation(const Lineage& line) {
  return line.kind == LineageKind::renews || line.kind == LineageKind::replaces;
}

// Sums over periods of what holds from one of them to another.
class PeriodCounter {
 public:
  explicit PeriodCounter(const std::vector<EvolutionPeriod>& periods) : periods_(periods) {}

  // Number of the period of a day that lies in one.
  std::size_t at(Day day) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(periods_, day, {}, &EvolutionPeriod::from) - periods_.begin()) - 1;
  }
  Day first() const { return periods_.front().from; }
  Day last() const { return periods_.back().to; }

 private:
  const std::vector<EvolutionPeriod>& periods_;
};

using Changes = std::vector<std::int64_t>;  // by period: added to the sum from there on

void add_range(Changes& changes, std::size_t first, std::size_t last) {
  ++changes[first];
  --changes[last + 1];
}

class LifeCounter {
 public:
  LifeCounter(std::vector<EvolutionPeriod>& periods, UnknownDates unknown)
      : periods_(periods), counter_(periods), takes_possible_(unknown != UnknownDates::exclude) {}

  template <class Wanted, class Earliest, class Latest>
  void count_events(std::span<const AgreementLife> lives, BoundedCount EvolutionPeriod::*count, Wanted wanted,
                    Earliest earliest, Latest latest) {
    Changes possible(periods_.size() + 1, 0);
    for (const auto& life : lives) {
      if (!wanted(life)) continue;
      const Day e = earliest(life), l = latest(life);
      if (e > l || l < counter_.first() || e > counter_.last()) continue;
      const auto first = counter_.at(std::max(e, counter_.first())), last = counter_.at(std::min(l, counter_.last()));
      const bool is_certain = first == last && e >= counter_.first() && l <= counter_.last();
      if (is_certain) ++(periods_[first].*count).certain;
      if (is_certain || takes_possible_) add_range(possible, first, last);
    }
    std::int64_t sum = 0;
    for (std::size_t p = 0; p < periods_.size(); ++p) (periods_[p].*count).possible = sum += possible[p];
  }

  // In force on the last day of each period.
  void count_stock(std::span<const AgreementLife> lives) {
    Changes certain(periods_.size() + 1, 0), possible(periods_.size() + 1, 0);
    for (const auto& life : lives) {
      add_stock(certain, life.start_latest, life.end_earliest);
      if (takes_possible_) add_stock(possible, life.start_earliest, life.end_latest);
    }
    if (!takes_possible_) possible = certain;
    std::int64_t certain_sum = 0, possible_sum = 0;
    for (std::size_t p = 0; p < periods_.size(); ++p) {
      periods_[p].agreements.last = {certain_sum += certain[p], possible_sum += possible[p]};
    }
  }

 private:
  void add_stock(Changes& changes, Day from, Day to) const {
    if (from > to || to < counter_.first() || from > counter_.last()) return;
    // The first period whose last day is not before `from`, and the last whose last day is not after `to`.
    const auto first = counter_.at(std::max(from, counter_.first()));
    auto last = counter_.at(std::min(to, counter_.last()));
    if (periods_[last].to > to) {
      if (last == 0) return;
      --last;
    }
    if (last >= first) add_range(changes, first, last);
  }

  std::vector<EvolutionPeriod>& periods_;
  PeriodCounter counter_;
  const bool takes_possible_;
};

bool is_amendment(const AgreementLife& life) { return life.begins == AgreementLife::Begins::amended; }

// Certain: all readings lie in the period; possible: one does.
Certainty within(Day earliest, Day latest, DayPeriod period) {
  if (earliest > latest || earliest > period.to || latest < period.from) return Certainty::no;
  return earliest >= period.from && latest <= period.to ? Certainty::certain : Certainty::possible;
}

void add(BoundedCount& count, Certainty certainty, UnknownDates unknown) {
  if (certainty == Certainty::certain) ++count.certain;
  if (certainty == Certainty::certain || (certainty == Certainty::possible && unknown != UnknownDates::exclude)) ++count.possible;
}

// The length of one life as it was seen; nothing where its dates do not tell.
std::optional<ObservedDuration> observed(Day start, Day end, std::optional<Day> from, Day horizon) {
  ObservedDuration one;
  one.has_ended = end <= horizon;
  one.exit = static_cast<double>(std::min(end, horizon)) - start + 1;
  if (from && *from > start) one.entry = static_cast<double>(*from) - start;
  return one.exit > one.entry ? std::optional(one) : std::nullopt;
}

// Adds up lives whose start and end have one reading, or whose end is certainly to come.
class DurationCollector {
 public:
  DurationCollector(std::optional<Day> from, Day horizon) : from_(from), horizon_(horizon) {}

  void add(Day start_earliest, Day start_latest, Day end_earliest, Day end_latest) {
    if (start_earliest > horizon_ || (from_ && end_latest < *from_)) return;  // not to be seen
    const bool end_is_known = end_earliest == end_latest || end_earliest > horizon_;
    if (start_earliest != start_latest || start_earliest == kDistantPast || !end_is_known) {
      ++left_out_;
    } else if (const auto one = observed(start_earliest, end_earliest, from_, horizon_)) {
      observed_.push_back(*one);
    }
  }
  void leave_out() { ++left_out_; }
  Survival estimate() const {
    auto survival = kaplan_meier(observed_);
    survival.left_out = left_out_;
    return survival;
  }

 private:
  const std::optional<Day> from_;
  const Day horizon_;
  std::vector<ObservedDuration> observed_;
  std::size_t left_out_ = 0;
};

}  // namespace

std::vector<AgreementLife> agreement_lives(const PartnershipSpells& spells) {
  const auto& data = *spells.data;
  const Threads threads(data);
  std::vector<AgreementLife::Begins> begins(data.agreements.size(), AgreementLife::Begins::formed);
  std::vector<bool> is_continued(data.agreements.size(), false);
  for (const auto& line : data.lineage) {
    if (is_continuation(line) && begins[line.agreement] == AgreementLife::Begins::formed) {
      begins[line.agreement] = AgreementLife::Begins::renewed;
    }
    if (line.kind == LineageKind::amends) begins[line.agreement] = AgreementLife::Begins::amended;
    if (is_continuation(line) && line.of != kNone && !is_announced(data, line.agreement)) is_continued[line.of] = true;
  }
  std::vector<AgreementLife> lives;
  lives.reserve(spells.agreements.size());
  for (const auto a : spells.agreements) {
    const auto v = validity_of(data, a);
    lives.push_back({a, v.start_earliest, v.start_latest, v.end_earliest, v.end_latest, begins[a],
                     is_continued[a], v.end_rule == EndRule::open, threads.of(a)});
  }
  return lives;
}

void count_lives(std::span<const AgreementLife> lives, UnknownDates unknown, std::vector<EvolutionPeriod>& periods) {
  if (periods.empty()) return;
  LifeCounter counter(periods, unknown);
  const auto start_earliest = [](const AgreementLife& life) { return life.start_earliest; };
  const auto start_latest = [](const AgreementLife& life) { return life.begins_by(); };
  const auto end_earliest = [](const AgreementLife& life) { return std::max(life.end_earliest, life.start_earliest); };
  const auto end_latest = [](const AgreementLife& life) { return life.end_latest; };
  const auto begins_as = [](AgreementLife::Begins wanted) {
    return [wanted](const AgreementLife& life) { return life.begins == wanted; };
  };
  counter.count_stock(lives);
  using enum AgreementLife::Begins;
  counter.count_events(lives, &EvolutionPeriod::formed, begins_as(formed), start_earliest, start_latest);
  counter.count_events(lives, &EvolutionPeriod::renewed, begins_as(renewed), start_earliest, start_latest);
  counter.count_events(lives, &EvolutionPeriod::amended, begins_as(amended), start_earliest, start_latest);
  const auto has_end = [](const AgreementLife& life) { return !is_amendment(life) && !life.is_open; };
  counter.count_events(lives, &EvolutionPeriod::ended, has_end, end_earliest, end_latest);
  const auto lapses = [&](const AgreementLife& life) { return has_end(life) && !life.is_continued; };
  counter.count_events(lives, &EvolutionPeriod::lapsed, lapses, end_earliest, end_latest);
  if (unknown != UnknownDates::only) return;
  for (auto& period : periods) {  // what is certain is not asked for
    for (auto* count : {&period.agreements.last, &period.formed, &period.renewed, &period.amended, &period.ended, &period.lapsed}) {
      *count = {0, count->possible - count->certain};
    }
  }
}

Renewals renewals_in(const DataSet& data, std::span<const AgreementLife> lives, UnknownDates unknown, DayPeriod period) {
  Renewals result;
  std::vector<const AgreementLife*> life_of(data.agreements.size(), nullptr);
  for (const auto& life : lives) {
    life_of[life.agreement] = &life;
    if (is_amendment(life) || life.is_open) continue;
    const auto ends = within(std::max(life.end_earliest, life.start_earliest), life.end_latest, period);
    add(result.ended, ends, unknown);
    add(life.is_continued ? result.renewed : result.lapsed, ends, unknown);
  }
  for (const auto& line : data.lineage) {
    if (!is_continuation(line) || line.of == kNone) continue;
    const auto* after = life_of[line.agreement];
    const auto* before = life_of[line.of];
    if (after == nullptr || before == nullptr || before->is_open) continue;
    const auto begins = within(after->start_earliest, after->begins_by(), period);
    if (begins == Certainty::no) continue;
    if (after->start_earliest != after->start_latest || before->end_earliest != before->end_latest) {
      ++result.undated_gaps;
    } else {
      result.gaps.push_back(after->start_earliest - before->end_earliest - 1);
    }
  }
  std::ranges::sort(result.gaps);
  return result;
}

Survival agreement_durations(std::span<const AgreementLife> lives, std::optional<Day> from, Day horizon,
                             DurationReading reading) {
  DurationCollector durations(from, horizon);
  for (const auto& life : lives) {
    if (is_amendment(life)) continue;
    if (reading == DurationReading::latest) {
      durations.add(life.start_earliest, life.start_earliest, life.end_latest, life.end_latest);
    } else {
      durations.add(life.start_earliest, life.start_latest, life.end_earliest, life.end_latest);
    }
  }
  return durations.estimate();
}

Survival partnership_durations(const DataSet& data, std::span<const AgreementLife> lives, std::optional<Day> from, Day horizon) {
  struct Whole {
    Day start_earliest = kDistantFuture, start_latest = kDistantFuture;
    Day end_earliest = kDistantPast, end_latest = kDistantPast;
    bool begins_before_the_records = false;
  };
  std::vector<bool> renews_undocumented(data.agreements.size(), false);
  for (const auto& line : data.lineage) {
    if (is_continuation(line) && line.of == kNone) renews_undocumented[line.agreement] = true;
  }
  std::map<Index, Whole> threads;
  for (const auto& life : lives) {
    if (is_amendment(life)) continue;
    auto& whole = threads[life.thread];
    whole.start_earliest = std::min(whole.start_earliest, life.start_earliest);
    whole.start_latest = std::min(whole.start_latest, life.start_latest);
    whole.end_earliest = std::max(whole.end_earliest, life.end_earliest);
    whole.end_latest = std::max(whole.end_latest, life.end_latest);
    whole.begins_before_the_records |= renews_undocumented[life.agreement];
  }
  DurationCollector durations(from, horizon);
  for (const auto& [thread, whole] : threads) {
    if (whole.begins_before_the_records) {
      durations.leave_out();
    } else {
      durations.add(whole.start_earliest, whole.start_latest, whole.end_earliest, whole.end_latest);
    }
  }
  return durations.estimate();
}

}  // namespace maillage
