// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/people_ties.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "model/lineage.hpp"

namespace maillage {
namespace {

void sort_unique(std::vector<std::uint32_t>& rows) {
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

void take_earlier(std::optional<Day>& day, Day other) {
  day = day ? std::min(*day, other) : other;
}
void take_later(std::optional<Day>& day, Day other) {
  day = day ? std::max(*day, other) : other;
}

bool is_bounded(const PartialDate& date) {
  return date.is_known() && date.earliest() > kDistantPast && date.latest() < kDistantFuture;
}

/// The days a person was seen in one office: the earliest and the latest that they may have been.
struct Held {
  std::optional<Day> first, last;
  std::string title;
};

class TiesCollector {
 public:
  TiesCollector(const NetworkView& view, const std::function<std::string(std::string_view)>& office)
      : view_(view), data_(*view.data), office_(office), threads_(data_) {}

  PeopleTies collect() {
    for (const auto& position : data_.positions) take_position(position);
    for (const auto& item : view_.selection.items) take_agreement(item.agreement);
    ties_.agreements = static_cast<std::uint32_t>(view_.selection.items.size());
    ties_.with_signatories = static_cast<std::uint32_t>(agreements_with_signatories(data_, view_.selection));
    for (auto& [key, stay] : stays_) {
      sort_unique(stay.agreements);
      ties_.stays.push_back(std::move(stay));
    }
    for (auto& [person, agreements] : for_nobody_) {
      sort_unique(agreements);
      ties_.signed_for_nobody.push_back({person, std::move(agreements)});
    }
    find_interlocks();
    find_changes();
    return std::move(ties_);
  }

 private:
  Index shown(Index agreement, Index institution) const {
    return institution_in_view(data_, view_.options, view_.selection.reference_day, agreement, institution);
  }

  Stay& stay_of(Index person, Index institution, std::string_view title) {
    auto& stay = stays_[{person, institution}];
    stay.person = person;
    stay.institution = institution;
    if (!title.empty() && std::ranges::find(stay.titles, title) == stay.titles.end()) stay.titles.emplace_back(title);
    return stay;
  }

  void see(Stay& stay, std::string_view title, const PartialDate& date) {
    if (!is_bounded(date)) return;
    take_earlier(stay.first, date.earliest());
    take_earlier(stay.sure_from, date.latest());
    take_later(stay.last, date.latest());
    take_later(stay.sure_to, date.earliest());
    const auto key = title.empty() ? std::string() : office_(title);
    if (key.empty()) return;
    auto& held = offices_[{stay.institution, key}][stay.person];
    take_earlier(held.first, date.earliest());
    take_later(held.last, date.latest());
    held.title = title;
  }

  void take_position(const Position& position) {
    if (position.institution == kNone || position.person == kNone) return;
    auto& stay = stay_of(position.person, shown(kNone, position.institution), position.title);
    for (const auto& date : {position.valid_from, position.valid_to, position.seen_on}) see(stay, position.title, date);
    if (is_bounded(position.valid_from)) take_earlier(stay.begun, position.valid_from.earliest());
    if (is_bounded(position.valid_to)) take_later(stay.ended, position.valid_to.latest());
    const auto today = view_.selection.reference_day;  // who is in office without term is there
    if (position.valid_to.is_open() && today) see(stay, position.title, PartialDate::on(*today));
  }

  void take_agreement(Index a) {
    for (const auto signature : data_.signatures_of(a)) {
      if (data_.signatures.kind[signature] != SignatureKind::signatory) continue;
      const auto behalf = data_.signatures.on_behalf_of[signature];
      if (behalf == kNone) {
        for_nobody_[data_.signatures.person[signature]].push_back(a);
        continue;
      }
      const auto capacity = data_.signatures.capacity[signature];
      auto& stay = stay_of(data_.signatures.person[signature], shown(a, behalf), capacity);
      stay.agreements.push_back(a);
      const auto own = data_.signatures.date[signature];
      see(stay, capacity, own.is_known() ? own : data_.agreements.signed_on[a]);
    }
  }

  static StayRelation relation_of(const Stay& a, const Stay& b) {
    if (!a.first || !b.first) return StayRelation::unknown;
    const bool are_sure = *a.sure_from <= *a.sure_to && *b.sure_from <= *b.sure_to;
    if (are_sure && std::max(*a.sure_from, *b.sure_from) <= std::min(*a.sure_to, *b.sure_to)) {
      return StayRelation::same_time;
    }
    if (a.ended && b.begun && *a.ended < *b.begun) return StayRelation::in_turn;
    if (b.ended && a.begun && *b.ended < *a.begun) return StayRelation::in_turn;
    if (*a.last < *b.first || *b.last < *a.first) return StayRelation::seen_in_turn;
    return StayRelation::unknown;
  }

  void find_interlocks() {
    const auto& stays = ties_.stays;
    for (std::uint32_t i = 0; i < stays.size(); ++i) {
      for (std::uint32_t j = i + 1; j < stays.size() && stays[j].person == stays[i].person; ++j) {
        const bool turn = stays[i].first && stays[j].first && *stays[j].first < *stays[i].first;
        ties_.interlocks.push_back({turn ? j : i, turn ? i : j, relation_of(stays[i], stays[j])});
      }
    }
    std::ranges::sort(ties_.interlocks, {}, [&](const Interlock& one) {
      const auto a = stays[one.first_stay].institution, b = stays[one.second_stay].institution;
      return std::tuple(std::min(a, b), std::max(a, b), stays[one.first_stay].person);
    });
  }

  std::vector<std::uint32_t> signed_by(Index person, Index institution) const {
    const auto found = std::ranges::lower_bound(ties_.stays, std::tuple(person, institution), {}, [](const Stay& stay) {
      return std::tuple(stay.person, stay.institution);
    });
    return found == ties_.stays.end() || found->person != person || found->institution != institution
               ? std::vector<std::uint32_t>{}
               : found->agreements;
  }

  void find_changes() {
    for (const auto& [office, holders] : offices_) {
      std::vector<std::pair<Index, const Held*>> in_turn;
      for (const auto& [person, held] : holders) in_turn.emplace_back(person, &held);
      std::ranges::stable_sort(in_turn, {}, [](const auto& one) { return *one.second->first; });
      for (std::size_t i = 0; i + 1 < in_turn.size(); ++i) {
        const auto& [former, left] = in_turn[i];
        const auto& [successor, came] = in_turn[i + 1];
        if (*left->last >= *came->first) continue;
        ties_.changes.push_back({office.first, former, successor, left->title, *left->last, *came->first, {}});
        add_agreements(ties_.changes.back());
      }
    }
    std::ranges::stable_sort(ties_.changes, {}, [](const ChangeOfHead& change) {
      return std::tuple(change.institution, change.first_seen, change.former);
    });
  }

  void add_agreements(ChangeOfHead& change) {
    if (thread_members_.empty()) gather_threads();
    const auto by_successor = signed_by(change.successor, change.institution);
    for (const auto a : signed_by(change.former, change.institution)) {
      ChangeOfHead::Signed one{a, {}};
      for (const auto later : thread_members_[threads_.of(a)]) {
        if (later == a || threads_.is_amendment(later) || is_announced(data_, later)) continue;
        const bool is_theirs = std::ranges::binary_search(by_successor, later);
        const auto start = data_.agreements.signed_on[later].is_known() ? data_.agreements.signed_on[later]
                                                                        : data_.agreements.valid_from[later];
        if (is_theirs || (is_bounded(start) && start.earliest() >= change.first_seen)) {
          one.renewals.push_back({later, is_theirs});
        }
      }
      change.agreements.push_back(std::move(one));
    }
  }

  void gather_threads() {
    thread_members_.resize(threads_.count());
    for (Index a = 0; a < data_.agreements.size(); ++a) thread_members_[threads_.of(a)].push_back(a);
  }

  const NetworkView& view_;
  const DataSet& data_;
  const std::function<std::string(std::string_view)>& office_;
  const Threads threads_;
  std::vector<std::vector<Index>> thread_members_;
  std::map<Index, std::vector<Index>> for_nobody_;                          // by person
  std::map<std::pair<Index, Index>, Stay> stays_;                           // by person and institution
  std::map<std::pair<Index, std::string>, std::map<Index, Held>> offices_;  // by institution and office
  PeopleTies ties_;
};

}  // namespace

std::size_t agreements_with_signatories(const DataSet& data, const Selection& selection) {
  return static_cast<std::size_t>(std::ranges::count_if(selection.items, [&](const Selection::Item& item) {
    return std::ranges::any_of(data.signatures_of(item.agreement), [&](Index signature) {
      return data.signatures.kind[signature] == SignatureKind::signatory;
    });
  }));
}

PeopleTies people_ties(const NetworkView& view, const std::function<std::string(std::string_view)>& office) {
  return TiesCollector(view, office).collect();
}

}  // namespace maillage
