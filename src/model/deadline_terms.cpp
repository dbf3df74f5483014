// SPDX-License-Identifier: Apache-2.0
#include "model/deadline_terms.hpp"

#include <algorithm>

#include "model/term.hpp"

namespace maillage {
namespace {

/// The end of an agreement as far as it is stated or computed.
struct End {
  EndRule rule;
  Day earliest, latest;
  bool is_doubtful = false;
};

/// How long the first term lasts, and each renewal, as far as it is stated.
struct Lengths {
  std::optional<CalendarDuration> first, renewal;
};

bool is_doubtful(const PartialDate& date) { return date.qualifier() != DateQualifier::none; }

bool end_is_doubtful(const DataSet& data, Index a, EndRule rule) {
  const auto& t = data.agreements;
  if (rule == EndRule::computed) return is_doubtful(t.valid_from[a].is_known() ? t.valid_from[a] : t.signed_on[a]);
  return is_doubtful(t.valid_to[a]);
}

Day latest_of(const Validity& v) { return v.end_rule == EndRule::stated ? std::min(v.stated_end_latest, v.end_latest) : v.end_latest; }

void apply_amendments(const DataSet& data, std::span<const Index> amendments, End& end, Lengths& lengths,
                      std::int16_t& most, AgreementTerms& terms) {
  const auto& t = data.agreements;
  std::vector<Index> in_order(amendments.begin(), amendments.end());
  std::ranges::stable_sort(in_order, {}, [&](Index a) { return t.signed_on[a].earliest(); });
  for (const auto a : in_order) {
    if (const auto notice = parse_duration(t.notice[a])) terms.notice = notice;
    if (const auto renewed = positive_duration(t.renewal_duration[a])) lengths.renewal = renewed;
    if (t.renewal[a] != Renewal::not_said) {
      terms.renewal = t.renewal[a];
      most = t.max_renewals[a];
    }
    const auto v = validity_of(data, a);
    const bool is_later = end.rule == EndRule::unknown || v.end_earliest > end.earliest;
    if (v.end_rule == EndRule::unknown || end.rule == EndRule::open || !is_later || v.is_terminated) continue;
    end = {v.end_rule == EndRule::open ? EndRule::open : EndRule::stated, v.end_earliest, latest_of(v),
           end_is_doubtful(data, a, v.end_rule)};
    terms.extended_by = a;
  }
}

void read_computed(const Validity& v, CalendarDuration first, CalendarDuration renewal, int most, AgreementTerms& terms) {
  const auto read = [&](Day start) { return TermReading{end_of_terms(start, first, 1), start, first, 0, renewal}; };
  terms.missing = MissingFact::start;
  if (v.start_earliest > kDistantPast) terms.early = read(v.start_earliest);
  if (v.start_latest < kDistantFuture) terms.late = read(v.start_latest);
  terms.has_length = true;
  if (!terms.is_tacit()) return;
  terms.last = most >= 0 ? 1 + most : AgreementTerms::kEndless;
  terms.certain = most >= 0 ? terms.last : 1;
}

// A stated end closes the current term, unless it is that of the last renewal there can be: then all terms lie before it.
void read_renewed_after(const End& end, std::optional<Day> start, std::optional<CalendarDuration> length,
                        CalendarDuration renewal, int most, AgreementTerms& terms) {
  terms.has_length = true;
  const bool is_counted = start && length && end.earliest == end.latest;
  const auto first = length.value_or(CalendarDuration{});
  const int term = is_counted ? term_that_ends(*start, first, renewal, end.earliest) : 0;
  if (term > 1 && term == 1 + most) {
    terms.early = terms.late = TermReading{end_of_terms(*start, first, 1), *start, first, 0, renewal};
    terms.last = terms.certain = term;
    return;
  }
  const auto read = [&](Day day) {
    return term > 0 ? TermReading{day, *start, first, term - 1, renewal} : TermReading{day, day + 1, {}, 0, renewal};
  };
  if (terms.early) terms.early = read(end.earliest);
  if (terms.late) terms.late = read(end.latest);
  terms.renewals_before = std::max(term - 1, 0);
  terms.last = most >= 0 ? std::max(1, 1 + most - terms.renewals_before) : AgreementTerms::kEndless;
}

void read_stated(const End& end, const Validity& v, const Lengths& lengths, int most, AgreementTerms& terms) {
  if (end.earliest > kDistantPast) terms.early = TermReading{.first_end = end.earliest};
  if (end.latest < kDistantFuture) terms.late = TermReading{.first_end = end.latest};
  if (!terms.is_tacit()) return;
  const auto renewal = lengths.renewal ? lengths.renewal : lengths.first;
  if (renewal) return read_renewed_after(end, v.start(), lengths.first, *renewal, most, terms);
  terms.last = most >= 0 ? 1 + most : AgreementTerms::kEndless;
  if (most == 0 || !v.start() || end.earliest != end.latest || end.earliest < *v.start()) return;
  const CalendarDuration as_before{whole_months(*v.start(), end.earliest), 0};
  if (as_before.months == 0) return;
  read_renewed_after(end, v.start(), as_before, as_before, most, terms);
  terms.length_is_assumed = true;
}

}  // namespace

Day TermReading::end_of_further(int term) const {
  return end_after_renewals(counted_from, first, renewal, term - 1 + before);
}

int first_term_from(const TermReading& reading, int from, int last, Day day, CalendarDuration notice) {
  const auto is_over = [&](int term) { return before_by(reading.end_of(term), notice) < day; };
  int low = from;  // every term before it is over
  int step = 1;
  while (low < last && is_over(low)) {
    const int probe = low > last - step ? last : low + step;
    if (probe < last && is_over(probe)) {
      low = probe;
      step *= 2;
    } else if (step == 1) {
      return probe;
    } else {
      step = 1;
    }
  }
  return low;
}

AgreementTerms terms_of_agreement(const DataSet& data, Index a, std::span<const Index> amendments) {
  const auto& t = data.agreements;
  const auto v = validity_of(data, a);
  Lengths lengths{positive_duration(t.duration[a]), positive_duration(t.renewal_duration[a])};
  AgreementTerms terms;
  terms.renewal = t.renewal[a];
  terms.notice = parse_duration(t.notice[a]);
  auto most = t.max_renewals[a];
  End end{v.end_rule, v.end_earliest, latest_of(v), end_is_doubtful(data, a, v.end_rule)};
  apply_amendments(data, amendments, end, lengths, most, terms);
  terms.is_doubtful = end.is_doubtful;
  terms.may_be_renewed = most != 0;
  if (end.rule == EndRule::open) {
    terms.is_without_term = true;
  } else if (end.rule == EndRule::computed && lengths.first) {
    read_computed(v, *lengths.first, lengths.renewal.value_or(*lengths.first), most, terms);
  } else if (end.rule == EndRule::stated) {
    read_stated(end, v, lengths, most, terms);
  } else if (lengths.first) {
    terms.missing = MissingFact::start;
  }
  return terms;
}

}  // namespace maillage
