// SPDX-License-Identifier: Apache-2.0
#include "analysis/counterfactual/lapse.hpp"

#include <algorithm>

#include "model/deadline.hpp"
#include "model/lineage.hpp"

namespace maillage {
namespace {

/// The present term of an agreement, as far as it bears on its lapse.
struct PresentTerm {
  bool asks = false;  // has a term that may end: neither open, nor an amendment
  bool goes_on = false;
  Day earliest = kDistantPast, latest = kDistantFuture;
  bool is_known() const { return earliest > kDistantPast || latest < kDistantFuture; }
};

class LapseFinder {
 public:
  LapseFinder(const NetworkView& view, const LapseQuestion& question)
      : view_(view),
        data_(*view.data),
        question_(question),
        rules_(data_),
        threads_(data_),
        is_named_(data_.agreements.size()),
        is_left_(data_.agreements.size()),
        in_view_(data_.agreements.size()) {
    for (const auto& item : view.selection.items) in_view_[item.agreement] = true;
  }

  Lapse find() {
    name_agreements();
    name_institutions();
    name_people();
    for (const auto& item : view_.selection.items) look_at(item);
    keep_succeeded();
    return std::move(lapse_);
  }

 private:
  Index shown(Index agreement, Index institution) const {
    return institution_in_view(data_, view_.options, view_.selection.reference_day, agreement, institution);
  }

  void name_agreements() {
    for (const auto a : question_.agreements) {
      if (in_view_[a])
        is_named_[a] = true;
      else
        lapse_.not_in_network.push_back(a);
    }
    sort_unique(lapse_.not_in_network);
  }

  void name_institutions() {
    leaves_.assign(data_.institutions.size(), false);
    for (const auto i : question_.institutions) {
      const auto v = view_.vertex_of_institution(i);
      const bool is_node = v < view_.network.vertex_count();
      const auto row = is_node ? view_.nodes[v].row : shown(kNone, i);
      leaves_[row] = true;
      if (is_node) lapse_.removed.push_back(v);
    }
    std::vector<bool> has_agreement(data_.institutions.size(), false);
    for (const auto& item : view_.selection.items) {
      bool is_left = false;
      for (const auto party : data_.parties_of(item.agreement)) {
        const auto i = shown(item.agreement, data_.parties.institution[party]);
        if (!leaves_[i]) continue;
        has_agreement[i] = is_left = true;
      }
      if (is_left) is_left_[item.agreement] = true;
    }
    for (const auto i : question_.institutions) {
      const auto v = view_.vertex_of_institution(i);
      const auto row = v < view_.network.vertex_count() ? view_.nodes[v].row : shown(kNone, i);
      if (!has_agreement[row]) lapse_.without_agreement.push_back(i);
    }
    sort_unique(lapse_.without_agreement);
  }

  void name_people() {
    std::vector<bool> is_asked(data_.people.size(), false), has_signed(data_.people.size(), false);
    for (const auto person : question_.people) is_asked[person] = true;
    is_signed_.assign(data_.agreements.size(), false);
    if (!question_.people.empty()) {
      for (const auto& item : view_.selection.items) {
        for (const auto signature : data_.signatures_of(item.agreement)) {
          const auto person = data_.signatures.person[signature];
          if (data_.signatures.kind[signature] != SignatureKind::signatory || !is_asked[person]) continue;
          is_signed_[item.agreement] = has_signed[person] = true;
        }
      }
    }
    for (const auto person : question_.people) {
      if (!has_signed[person]) lapse_.people_without_agreement.push_back(person);
      const auto v = view_.vertex_of_person(person);
      if (v < view_.network.vertex_count()) lapse_.removed.push_back(v);
    }
    sort_unique(lapse_.people_without_agreement);
    sort_unique(lapse_.removed);
  }

  PresentTerm term_of(Index a) const {
    PresentTerm term;
    const auto found = rules_.at(a, view_.selection.reference_day);
    switch (found.standing) {
      case DeadlineStanding::announced:
      case DeadlineStanding::without_term:
      case DeadlineStanding::amendment:
        return term;
      case DeadlineStanding::asks:
        term.asks = true;
        if (found.deadlines.empty()) return term;
        term.earliest = found.deadlines.front().term_end_earliest;
        term.latest = found.deadlines.front().term_end_latest;
        term.goes_on = found.deadlines.front().otherwise == Otherwise::goes_on;
        return term;
      case DeadlineStanding::succeeded:
      case DeadlineStanding::terminated:
      case DeadlineStanding::ended:
        break;
    }
    const auto validity = validity_of(data_, a);
    term.asks = validity.end_rule != EndRule::open || validity.is_terminated;
    term.earliest = validity.end_earliest;
    term.latest = validity.may_run_beyond_stated_end() ? validity.stated_end_latest : validity.end_latest;
    return term;
  }

  void look_at(const Selection::Item& item) {
    const auto a = item.agreement;
    if (threads_.is_amendment(a) && !is_named_[a]) return;
    const auto term = term_of(a);
    LapsingAgreement lapsing{a, item.certainty, LapseReason::named, term.earliest, term.latest};
    if (item.in_force == Certainty::possible && view_.selection.reference_day) lapsing.certainty = Certainty::possible;
    if (is_named_[a]) return lapse_.lapsing.push_back(lapsing);
    if (is_signed_[a]) {
      lapsing.reason = LapseReason::signed_by;
      return lapse_.lapsing.push_back(lapsing);
    }
    if (is_left_[a] && look_at_left(lapsing)) return;
    if ((question_.before || question_.not_renewed) && term.asks) look_at_term(lapsing, term);
  }

  // Parties that are left: those that do not leave, and the unnamed.
  bool look_at_left(LapsingAgreement& lapsing) {
    std::vector<Index> staying;
    for (const auto party : data_.parties_of(lapsing.agreement)) {
      const auto i = shown(lapsing.agreement, data_.parties.institution[party]);
      if (!leaves_[i]) staying.push_back(i);
    }
    sort_unique(staying);
    if (staying.size() + data_.agreements.unnamed_parties[lapsing.agreement] >= 2) {
      lapse_.go_on_without.push_back(lapsing.agreement);
      return false;
    }
    lapsing.reason = LapseReason::party_leaves;
    lapse_.lapsing.push_back(lapsing);
    return true;
  }

  static LapseReason reason_of(Renewal renewal, bool goes_on) {
    if (goes_on) return LapseReason::tacit_renewal;
    if (renewal == Renewal::express) return LapseReason::express_renewal;
    return renewal == Renewal::not_said ? LapseReason::renewal_not_stated : LapseReason::term_ends;
  }

  void look_at_term(LapsingAgreement& lapsing, const PresentTerm& term) {
    const auto a = lapsing.agreement;
    const auto renewal = data_.agreements.renewal[a];
    lapsing.reason = reason_of(renewal, term.goes_on);
    if (!question_.before) {
      const bool depends = term.goes_on || renewal == Renewal::express || renewal == Renewal::not_said;
      if (!depends) {
        if (term.is_known()) lapse_.end_anyway.push_back(a);
        return;
      }
      if (!term.is_known()) return lapse_.end_unknown.push_back(a);
      if (renewal == Renewal::not_said) lapsing.certainty = Certainty::possible;
      return lapse_.lapsing.push_back(lapsing);
    }
    if (!term.is_known()) return lapse_.end_unknown.push_back(a);
    if (term.earliest >= *question_.before) return;
    const bool is_sure = term.latest < *question_.before && (!term.goes_on || question_.not_renewed);
    if (!is_sure) lapsing.certainty = Certainty::possible;
    lapse_.lapsing.push_back(lapsing);
  }

  static bool is_by_term(LapseReason reason) {
    return reason != LapseReason::named && reason != LapseReason::signed_by && reason != LapseReason::party_leaves;
  }

  // A signed successor that stays keeps what it succeeds.
  void keep_succeeded() {
    std::vector<bool> lapses(data_.agreements.size(), false);
    for (const auto& one : lapse_.lapsing) lapses[one.agreement] = true;
    std::vector<std::pair<Index, Index>> in_threads;  // thread, agreement
    for (const auto& line : data_.lineage) {
      if (line.kind != LineageKind::renews && line.kind != LineageKind::replaces) continue;
      if (line.of != kNone) in_threads.emplace_back(threads_.of(line.agreement), line.agreement);
    }
    std::ranges::sort(in_threads);
    std::erase_if(lapse_.lapsing, [&](const LapsingAgreement& one) {
      if (!is_by_term(one.reason)) return false;
      const auto thread = threads_.of(one.agreement);
      const auto day = question_.before                  ? *question_.before
                       : one.end_latest < kDistantFuture ? one.end_latest + 1
                                                         : one.end_earliest + 1;
      for (const auto& [of, other] :
           std::ranges::equal_range(in_threads, thread, {}, &std::pair<Index, Index>::first)) {
        if (other == one.agreement || lapses[other] || threads_.is_amendment(other)) continue;
        if (in_force_during(data_, other, day, day) == Certainty::no) continue;
        lapse_.succeeded.push_back(one.agreement);
        return true;
      }
      return false;
    });
  }

  template <class T>
  static void sort_unique(std::vector<T>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
  }

  const NetworkView& view_;
  const DataSet& data_;
  const LapseQuestion& question_;
  const DeadlineRules rules_;
  const Threads threads_;
  std::vector<bool> is_named_, is_left_, in_view_, leaves_, is_signed_;
  Lapse lapse_;
};

}  // namespace

Lapse lapse_of(const NetworkView& view, const LapseQuestion& question) {
  return LapseFinder(view, question).find();
}

}  // namespace maillage
