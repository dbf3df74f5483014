// SPDX-License-Identifier: Apache-2.0
#include "model/deadline.hpp"

#include <algorithm>

#include "model/deadline_terms.hpp"
#include "model/term.hpp"

namespace maillage {
namespace {

/// Finds what is missed and what is ahead among the terms of one agreement.
class DeadlineFinder {
 public:
  DeadlineFinder(const AgreementTerms& terms, std::optional<Day> as_of)
      : terms_(terms), as_of_(as_of.value_or(kDistantPast)), reading_(terms.late ? *terms.late : *terms.early) {}

  bool has_ended() const { return !terms_.is_tacit() || !terms_.has_length ? is_over_at_once() : term_now() == 0; }

  std::vector<Deadline> all() const {
    auto found = !terms_.is_tacit() ? of_one_term() : terms_.has_length ? of_terms() : of_one_renewed_term();
    for (auto& d : found) {
      d.may_be_past = d.state != DeadlineState::missed && d.earliest > kDistantPast && d.earliest < as_of_;
    }
    return found;
  }

 private:
  // A single term; tacit renewal without a known length may always have carried it on.
  bool is_over_at_once() const { return reading_.first_end < as_of_ && !(terms_.is_tacit() && terms_.last > 1); }

  // The term that runs on the day, or that is to come; 0 where the last one is over.
  int term_now() const {
    const int term = first_term_from(reading_, 1, terms_.last, as_of_, {});
    return reading_.end_of(term) < as_of_ ? 0 : term;
  }

  std::vector<Deadline> of_terms() const {
    const int now = term_now();
    if (!terms_.notice || now == terms_.last) return {about_term(now, DeadlineState::ahead)};
    // The end of the last term asks for no notice.
    const int next = first_term_from(reading_, now, terms_.last, as_of_, *terms_.notice);
    std::vector<Deadline> found;
    if (next > now) found.push_back(about_term(next - 1, DeadlineState::missed));
    found.push_back(about_term(next, DeadlineState::ahead));
    return found;
  }

  Deadline about_term(int term, DeadlineState state) const {
    auto d = at_end_of(term);
    d.renewals_run = terms_.renewals_before + term - 1;
    d.length_is_assumed = terms_.length_is_assumed;
    if (term == terms_.last) {
      d.act = DeadlineAct::replace;
      d.is_last_term = true;
      d.otherwise = Otherwise::ends;
      return settled(d, state, term <= terms_.certain);
    }
    d.act = DeadlineAct::give_notice;
    d.otherwise = Otherwise::goes_on;
    d.goes_on_until = reading_.end_of(term + 1);
    if (terms_.length_is_assumed) d.missing.push_back(MissingFact::duration);
    return with_notice(d, state, term <= terms_.certain);
  }

  // Tacit renewal, and nobody says for how long: the one term there is, or what follows it without a stated end.
  std::vector<Deadline> of_one_renewed_term() const {
    auto d = at_end_of(1);
    if (terms_.last == 1) {
      d.act = DeadlineAct::replace;
      d.is_last_term = true;
      d.otherwise = Otherwise::ends;
      return {settled(d, DeadlineState::ahead, true)};
    }
    d.act = DeadlineAct::give_notice;
    d.otherwise = Otherwise::goes_on;
    d.missing.push_back(MissingFact::duration);
    if (reading_.first_end < as_of_) return {run_beyond(d)};
    auto first = with_notice(d, DeadlineState::ahead, true);
    if (first.state != DeadlineState::ahead || first.latest >= as_of_) return {first};
    first.state = DeadlineState::missed;
    return {first, run_beyond(d)};
  }

  Deadline run_beyond(Deadline d) const {
    d.state = DeadlineState::unknown;
    d.certainty = Certainty::possible;
    d.earliest = d.term_end_earliest = d.counted_forward = kDistantPast;
    d.latest = d.term_end_latest = kDistantFuture;
    d.renewals_run = 1;
    d.notice = terms_.notice;
    if (!d.notice) d.missing.push_back(MissingFact::notice);
    return d;
  }

  // One term that no tacit renewal follows, as far as is stated.
  std::vector<Deadline> of_one_term() const {
    auto end = at_end_of(1);
    end.act = DeadlineAct::replace;
    const bool is_said = terms_.renewal != Renewal::not_said;
    end.otherwise = is_said ? Otherwise::ends : Otherwise::not_known;
    if (!is_said) end.missing.push_back(MissingFact::renewal);
    const bool asks_before = terms_.notice && (!is_said || is_renewable());
    if (!asks_before) {
      if (is_renewable()) end.act = DeadlineAct::renew;
      return {settled(end, DeadlineState::ahead, is_said)};
    }
    auto before = end;
    before.act = is_said ? DeadlineAct::renew : DeadlineAct::give_notice;
    before = with_notice(before, DeadlineState::ahead, is_said);
    if (before.state != DeadlineState::ahead || before.latest >= as_of_) return {before};
    before.state = DeadlineState::missed;
    return {before, settled(end, DeadlineState::ahead, is_said)};
  }

  bool is_renewable() const { return terms_.renewal == Renewal::express && terms_.may_be_renewed; }

  // The end of the term itself is the last day to act.
  Deadline at_end_of(int term) const {
    Deadline d;
    d.extended_by = terms_.extended_by;
    if (terms_.early) d.term_end_earliest = terms_.early->end_of(term);
    if (terms_.late) d.term_end_latest = terms_.late->end_of(term);
    d.earliest = d.term_end_earliest;
    d.latest = d.term_end_latest;
    return d;
  }

  Deadline with_notice(Deadline d, DeadlineState state, bool is_certain) const {
    if (!terms_.notice) {
      d.missing.push_back(MissingFact::notice);
      d.earliest = kDistantPast;
      return d;
    }
    d.notice = terms_.notice;
    if (d.earliest > kDistantPast) d.earliest = before_by(d.earliest, *d.notice);
    if (d.latest < kDistantFuture) d.latest = before_by(d.latest, *d.notice);
    if (d.earliest == d.latest) {
      const auto forward = latest_before_by(d.term_end_latest, *d.notice);
      if (forward != d.latest) d.counted_forward = forward;
    }
    return settled(d, state, is_certain);
  }

  Deadline settled(Deadline d, DeadlineState state, bool is_certain) const {
    const bool is_bounded = d.earliest > kDistantPast && d.latest < kDistantFuture;
    d.state = is_bounded ? state : DeadlineState::unknown;
    if (!is_bounded) d.missing.push_back(terms_.missing);
    if (is_bounded && is_certain && !terms_.is_doubtful && d.earliest == d.latest) d.certainty = Certainty::certain;
    return d;
  }

  const AgreementTerms& terms_;
  Day as_of_;
  TermReading reading_;  // the late one where there is one: what is over in it is over in all
};

Deadline without_known_end(const AgreementTerms& terms) {
  Deadline d;
  if (terms.is_tacit()) d.act = DeadlineAct::give_notice;
  if (terms.renewal == Renewal::express) d.act = DeadlineAct::renew;
  if (terms.renewal == Renewal::none) d.act = DeadlineAct::replace;
  d.notice = terms.notice;
  d.missing.push_back(terms.missing);
  if (terms.renewal == Renewal::not_said) d.missing.push_back(MissingFact::renewal);
  if (terms.is_tacit() && !terms.notice) d.missing.push_back(MissingFact::notice);
  return d;
}

}  // namespace

DeadlineRules::DeadlineRules(const DataSet& data) : data_(&data) {
  std::vector<Tie> direct;
  for (const auto& line : data.lineage) {
    if (line.of == kNone || line.of == line.agreement) continue;
    const bool succeeds = line.kind == LineageKind::renews || line.kind == LineageKind::replaces;
    if (succeeds) successors_.push_back({line.of, line.agreement});
    if (line.kind == LineageKind::amends) direct.push_back({line.agreement, line.of});
  }
  std::ranges::sort(successors_);
  std::ranges::sort(direct);
  // An amendment of an amendment changes the agreement at the root.
  for (const auto& tie : direct) {
    auto root = tie.by;
    for (int depth = 0; depth < 16; ++depth) {
      const auto next = std::ranges::lower_bound(direct, root, {}, &Tie::of);
      if (next == direct.end() || next->of != root || next->by == tie.of) break;
      root = next->by;
    }
    amended_.push_back({tie.of, root});
    amendments_.push_back({root, tie.of});
  }
  std::ranges::sort(amendments_);
}

Index DeadlineRules::follower(const std::vector<Tie>& ties, Index agreement, std::optional<Day> as_of,
                              bool is_signed) const {
  for (const auto& tie : std::ranges::equal_range(ties, agreement, {}, &Tie::of)) {
    const bool is_only_announced = as_of ? status_at(*data_, tie.by, *as_of) == Status::announced
                                         : is_announced(*data_, tie.by);
    if (is_only_announced != is_signed) return tie.by;
  }
  return kNone;
}

DeadlinesOfAgreement DeadlineRules::at(Index a, std::optional<Day> as_of) const {
  const auto status = as_of ? status_at(*data_, a, *as_of) : Status::unknown;
  if (is_announced(*data_, a) || status == Status::announced) return {DeadlineStanding::announced, kNone, {}};
  const auto amended = std::ranges::lower_bound(amended_, a, {}, &Tie::of);
  if (amended != amended_.end() && amended->of == a) return {DeadlineStanding::amendment, amended->by, {}};
  if (const auto v = validity_of(*data_, a); v.is_terminated) {
    const bool is_over = as_of && v.end_latest < *as_of;
    return {is_over ? DeadlineStanding::ended : DeadlineStanding::terminated, kNone, {}};
  }
  const auto successor = follower(successors_, a, as_of, true);
  std::vector<Index> amendments;
  for (const auto& tie : std::ranges::equal_range(amendments_, a, {}, &Tie::of)) {
    const bool is_foreseen = as_of ? status_at(*data_, tie.by, *as_of) == Status::announced
                                   : is_announced(*data_, tie.by);
    if (!is_foreseen) amendments.push_back(tie.by);
  }
  const auto terms = terms_of_agreement(*data_, a, amendments);
  std::optional<DeadlineFinder> finder;
  if (terms.has_end()) finder.emplace(terms, as_of);
  if (finder && finder->has_ended()) return {DeadlineStanding::ended, kNone, {}};
  if (successor != kNone) return {DeadlineStanding::succeeded, successor, {}};
  if (terms.is_without_term) return {DeadlineStanding::without_term, kNone, {}};
  DeadlinesOfAgreement result;
  result.deadlines = finder ? finder->all() : std::vector{without_known_end(terms)};
  const auto announced = follower(successors_, a, as_of, false);
  for (auto& deadline : result.deadlines) deadline.announced_successor = announced;
  return result;
}

}  // namespace maillage
