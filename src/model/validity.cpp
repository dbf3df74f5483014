// SPDX-License-Identifier: Apache-2.0
#include "model/validity.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "model/term.hpp"

namespace maillage {

std::optional<CalendarDuration> parse_duration(std::string_view text) {
  if (text.size() < 3 || text[0] != 'P') return std::nullopt;
  text.remove_prefix(1);
  CalendarDuration result;
  std::string_view units = "YMWD";  // in this order, each at most once
  while (!text.empty()) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number < 0 || number > 100000 || end == text.data() + text.size()) return std::nullopt;
    const auto unit = units.find(*end);
    if (unit == std::string_view::npos) return std::nullopt;
    switch (*end) {
      case 'Y': result.months += 12 * number; break;
      case 'M': result.months += number; break;
      case 'W': result.days += 7 * number; break;
      default: result.days += number; break;
    }
    units.remove_prefix(unit + 1);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  }
  return result;
}

Day add_duration(Day from, CalendarDuration duration, int times) {
  const auto date = civil_of(from);
  const auto months = static_cast<std::int64_t>(date.year) * 12 + static_cast<std::int64_t>(date.month) - 1 +
                      static_cast<std::int64_t>(duration.months) * times;
  const auto days = static_cast<std::int64_t>(duration.days) * times;
  constexpr std::int64_t last_year = 9999;
  if (months / 12 > last_year || days > last_year * 366) return kDistantFuture;
  const auto year = static_cast<int>(months / 12);
  const auto month = static_cast<unsigned>(months % 12) + 1;
  const auto last = PartialDate::in_month(year, month).latest();
  return std::min(day_of({year, month, 1}) + static_cast<Day>(date.day) - 1, last) + static_cast<Day>(days);
}

std::optional<CalendarDuration> positive_duration(std::string_view text) {
  const auto duration = parse_duration(text);
  return duration && (duration->months > 0 || duration->days > 0) ? duration : std::nullopt;
}

std::optional<Day> Validity::end() const {
  if (end_rule == EndRule::open || end_rule == EndRule::unknown || end_earliest != end_latest) return std::nullopt;
  return end_earliest;
}

std::optional<Day> Validity::stated_end() const {
  if (end_rule != EndRule::stated || end_earliest != std::min(stated_end_latest, end_latest)) return std::nullopt;
  return end_earliest;
}

std::optional<Day> Validity::start() const {
  if (start_earliest != start_latest) return std::nullopt;
  return start_earliest;
}

namespace {

// A start or end that is written as one date has one reading; bounds and spans keep both ends.
Day start_reading(const PartialDate& date, bool latest) {
  if (date.kind() == DateKind::single) return date.first_written();
  return latest ? date.latest() : date.earliest();
}
Day end_reading(const PartialDate& date, bool latest) {
  if (date.kind() == DateKind::single) return date.last_written();
  return latest ? date.latest() : date.earliest();
}

void compute_end(const DataSet& data, Index a, Validity& v, CalendarDuration duration) {
  const auto& start = data.agreements.valid_from[a];
  v.counted_from = start.is_known() ? Validity::CountedFrom::start : Validity::CountedFrom::signature;
  const auto renewal = data.agreements.renewal[a];
  const auto renewals = data.agreements.max_renewals[a];
  v.terms = 1 + (renewal == Renewal::tacit && renewals > 0 ? renewals : 0);
  v.renewals_unlimited = renewal == Renewal::tacit && renewals < 0;
  v.end_rule = EndRule::computed;
  const auto renewed = positive_duration(data.agreements.renewal_duration[a]).value_or(duration);
  const auto end_from = [&](Day day) { return end_after_renewals(day, duration, renewed, v.terms - 1); };
  if (v.start_earliest > kDistantPast) v.end_earliest = end_from(v.start_earliest);
  v.end_latest = v.renewals_unlimited ? kDistantFuture : end_from(v.start_latest);
}

// How long a stated term and its renewals last. Without a word about it a renewal is as long as the stated term.
std::optional<CalendarDuration> length_of_renewal(const DataSet& data, Index a, const Validity& v) {
  if (const auto stated = positive_duration(data.agreements.renewal_duration[a])) return stated;
  if (const auto stated = positive_duration(data.agreements.duration[a])) return stated;
  if (!v.start() || !v.end() || *v.end() < *v.start()) return std::nullopt;
  const int months = whole_months(*v.start(), *v.end());
  return months > 0 ? std::optional(CalendarDuration{months, 0}) : std::nullopt;
}

void let_renewals_follow(const DataSet& data, Index a, Validity& v) {
  const int most = data.agreements.max_renewals[a];
  v.renewals_unlimited = most < 0;
  const auto renewed = most < 0 ? std::nullopt : length_of_renewal(data, a, v);
  if (!renewed) {
    v.end_latest = kDistantFuture;
    return;
  }
  const auto first = positive_duration(data.agreements.duration[a]);
  const int term = first && v.start() && v.end() ? term_that_ends(*v.start(), *first, *renewed, *v.end()) : 0;
  if (term > 1 + most || v.end_latest >= kDistantFuture) return;
  v.end_latest = term > 0 ? end_after_renewals(*v.start(), *first, *renewed, most)
                          : end_of_terms(v.end_latest + 1, *renewed, most);
}

}  // namespace

Validity validity_of(const DataSet& data, Index a) {
  const auto& t = data.agreements;
  Validity v;
  const auto start = t.valid_from[a];
  const auto end = t.valid_to[a];
  const auto signature = t.signed_on[a];
  if (start.is_known() && !start.is_open()) {
    v.start_is_stated = true;
    v.start_earliest = start_reading(start, false);
    v.start_latest = start_reading(start, true);
  } else if (signature.is_known()) {
    v.start_earliest = signature.earliest();
    v.start_latest = signature.latest();
  }
  const bool start_is_bounded = v.start_latest < kDistantFuture;
  const auto duration = parse_duration(t.duration[a]);
  if (end.is_open()) {
    v.end_rule = EndRule::open;
    v.end_earliest = v.end_latest = kDistantFuture;
  } else if (end.is_known()) {
    v.end_rule = EndRule::stated;
    v.end_earliest = end_reading(end, false);
    v.end_latest = v.stated_end_latest = end_reading(end, true);
    if (t.renewal[a] == Renewal::tacit && t.max_renewals[a] != 0) let_renewals_follow(data, a, v);
  } else if (duration && start_is_bounded) {
    compute_end(data, a, v, *duration);
  } else if (v.start_earliest > kDistantPast) {
    v.end_earliest = v.start_earliest;  // whatever the end is, it is not before the start
  }
  const auto terminated = t.terminated[a];
  if (terminated.is_known() && !terminated.is_open()) {
    v.is_terminated = true;
    v.end_rule = EndRule::stated;
    v.counted_from = Validity::CountedFrom::nothing;
    v.terms = 0;
    v.end_earliest = std::min(terminated.earliest(), v.end_latest);
    v.end_latest = std::min(terminated.latest(), v.end_latest);
  }
  return v;
}

bool is_announced(const DataSet& data, Index a) {
  const auto& t = data.agreements;
  if (t.stage[a] == Stage::announced) return true;
  return t.stage[a] == Stage::not_said && t.expected[a].is_known() && !t.signed_on[a].is_known() &&
         !t.valid_from[a].is_known() && !t.valid_to[a].is_known();
}

namespace {

Certainty overlap(const Validity& v, Day from, Day to) {
  if (v.start_earliest > to || v.end_latest < from) return Certainty::no;
  // Where start and end are both uncertain they are read independently; both readings must hold.
  if (v.start_latest <= to && v.end_earliest >= from) return Certainty::certain;
  return Certainty::possible;
}

}  // namespace

Status status_at(const DataSet& data, Index a, Day as_of) {
  if (is_announced(data, a)) return Status::announced;
  const auto v = validity_of(data, a);
  const auto in_force = overlap(v, as_of, as_of);
  if (in_force == Certainty::certain) return Status::in_force;
  if (in_force == Certainty::possible) return Status::unknown;
  if (v.end_latest < as_of) return Status::ended;
  // Not begun. Signed by then, or only foreseen at that date?
  const auto signature = data.agreements.signed_on[a];
  if (!signature.is_known()) return v.start_is_stated ? Status::signed_not_started : Status::unknown;
  if (signature.latest() <= as_of) return Status::signed_not_started;
  return signature.earliest() > as_of ? Status::announced : Status::unknown;
}

Certainty in_force_during(const DataSet& data, Index a, Day from, Day to) {
  if (is_announced(data, a)) return Certainty::no;
  return overlap(validity_of(data, a), from, to);
}

Certainty signed_during(const DataSet& data, Index a, Day from, Day to) {
  if (is_announced(data, a)) return Certainty::no;
  const auto signature = data.agreements.signed_on[a];
  if (signature.is_open()) return Certainty::no;
  if (signature.earliest() > to || signature.latest() < from) return Certainty::no;
  if (signature.earliest() >= from && signature.latest() <= to) return Certainty::certain;
  return Certainty::possible;
}

}  // namespace maillage
