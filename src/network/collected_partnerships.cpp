// SPDX-License-Identifier: Apache-2.0
#include "network/collected_partnerships.hpp"

#include <algorithm>
#include <tuple>

#include "model/lineage.hpp"

namespace maillage {
namespace {

// A partnership while it is put together.
struct Draft {
  std::vector<Index> agreements;
  std::vector<Index> institutions;  // that count
  std::vector<Index> bystanders;    // parties whose role does not count
  std::vector<CollectedPartnerships::Signatory> signatories;
  std::uint32_t unnamed = 0;
  NetworkView::Partnership facts;

  void clear() {
    agreements.clear();
    institutions.clear();
    bystanders.clear();
    signatories.clear();
    unnamed = 0;
    facts = {};
  }
};

template <class T>
void sort_unique(std::vector<T>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

class PartnershipCollector {
 public:
  explicit PartnershipCollector(NetworkView& view, bool whoever_is_there = false)
      : data_(*view.data), options_(view.options), view_(view), whoever_is_there_(whoever_is_there) {
    found_.institution_is_node.resize(data_.institutions.size());
    found_.person_is_node.resize(data_.people.size());
  }

  CollectedPartnerships collect() {
    view_.agreement_first = {0};
    collect_threads();
    if (options_.with_mentions) collect_mentions();
    return std::move(found_);
  }

  CollectedPartnerships collect_each() {
    view_.agreement_first = {0};
    Draft draft;
    for (const auto& item : view_.selection.items) {
      draft.clear();
      draft.facts.certainty = draft.facts.in_force = Certainty::no;
      take_agreement(draft, item);
      draft.institutions.insert(draft.institutions.end(), draft.bystanders.begin(), draft.bystanders.end());
      keep(draft);
    }
    return std::move(found_);
  }

 private:
  bool is_there(Index party) const {
    const auto last = options_.to ? options_.to : options_.as_of;
    const auto first = options_.from ? options_.from : options_.as_of;
    const auto joined = data_.parties.joined[party];
    const auto left = data_.parties.left[party];
    if (last && joined.is_known() && joined.earliest() > *last) return false;
    return !(first && left.is_known() && !left.is_open() && left.latest() < *first);
  }

  Index shown(Index agreement, Index institution) const {
    return institution_in_view(data_, options_, view_.selection.reference_day, agreement, institution);
  }

  void take_agreement(Draft& draft, const Selection::Item& item) {
    const auto a = item.agreement;
    draft.agreements.push_back(a);
    for (const auto party : data_.parties_of(a)) {
      if (!whoever_is_there_ && !is_there(party)) continue;
      auto& list = party_counts(data_, a, party) ? draft.institutions : draft.bystanders;
      list.push_back(shown(a, data_.parties.institution[party]));
    }
    if (options_.kind == ViewKind::people || options_.kind == ViewKind::affiliations) {
      for (const auto signature : data_.signatures_of(a)) {
        if (data_.signatures.kind[signature] != SignatureKind::signatory) continue;
        const auto behalf = data_.signatures.on_behalf_of[signature];
        draft.signatories.push_back({data_.signatures.person[signature], behalf == kNone ? kNone : shown(a, behalf)});
      }
    }
    draft.unnamed = std::max(draft.unnamed, data_.agreements.unnamed_parties[a]);
    draft.facts.certainty = std::max(draft.facts.certainty, item.certainty);
    draft.facts.in_force = std::max(draft.facts.in_force, item.in_force);
    draft.facts.given_weight = data_.given_weight[a];
  }

  // One draft for each thread of the selection, in the order of its first agreement.
  void collect_threads() {
    const Threads threads(data_);
    const auto& items = view_.selection.items;
    std::vector<std::uint32_t> order(items.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return threads.of(items[i].agreement); });
    std::vector<bool> has_base(threads.count(), false);
    for (Index a = 0; a < data_.agreements.size(); ++a) {
      if (!threads.is_amendment(a)) has_base[threads.of(a)] = true;
    }
    Draft draft;
    std::vector<Selection::Item> members;
    for (std::size_t i = 0; i < order.size();) {
      const auto thread = threads.of(items[order[i]].agreement);
      members.clear();
      for (; i < order.size() && threads.of(items[order[i]].agreement) == thread; ++i) {
        const auto& item = items[order[i]];
        // An amendment adds no partnership, unless what it amends is not documented.
        if (!threads.is_amendment(item.agreement) || !has_base[thread]) members.push_back(item);
      }
      if (members.empty()) continue;
      draft.clear();
      draft.facts.certainty = draft.facts.in_force = Certainty::no;
      if (is_cross_section()) keep_latest(members);
      for (const auto& item : members) take_agreement(draft, item);
      keep(draft);
    }
  }

  bool is_cross_section() const {
    return options_.as_of && !options_.from && !options_.to && options_.dates == DateBasis::in_force;
  }

  // Of several agreements of one thread in force together the one that starts last; certain ones come first.
  void keep_latest(std::vector<Selection::Item>& members) const {
    if (members.size() < 2) return;
    const auto start = [&](const Selection::Item& item) {
      return std::tuple(item.certainty, validity_of(data_, item.agreement).start_earliest, item.agreement);
    };
    members = {*std::ranges::max_element(members, {}, start)};
  }

  void collect_mentions() {
    Draft draft;
    for (const auto& mention : data_.mentions) {
        const auto from = options_.from.value_or(kDistantPast);
      const auto to = options_.to ? *options_.to : options_.as_of.value_or(kDistantFuture);
      if (mention.date.earliest() > to || mention.date.latest() < from) continue;
      draft.clear();
      for (const auto institution : mention.institutions) draft.institutions.push_back(shown(kNone, institution));
      draft.facts.in_force = Certainty::no;
      keep(draft);
    }
  }

  void keep(Draft& draft) {
    sort_unique(draft.institutions);
    sort_unique(draft.signatories);
    for (const auto row : draft.institutions) found_.institution_is_node[row] = true;
    for (const auto row : draft.bystanders) found_.institution_is_node[row] = true;
    for (const auto& signatory : draft.signatories) found_.person_is_node[signatory.person] = true;
    auto size = draft.institutions.size() + draft.unnamed;
    if (options_.kind == ViewKind::people) {
      std::vector<Index> people;
      for (const auto& signatory : draft.signatories) people.push_back(signatory.person);
      sort_unique(people);
      size = people.size();
    }
    draft.facts.size = static_cast<std::uint32_t>(size);
    view_.partnerships.push_back(draft.facts);
    found_.institutions.insert(found_.institutions.end(), draft.institutions.begin(), draft.institutions.end());
    found_.institution_first.push_back(static_cast<std::uint32_t>(found_.institutions.size()));
    found_.signatories.insert(found_.signatories.end(), draft.signatories.begin(), draft.signatories.end());
    found_.signatory_first.push_back(static_cast<std::uint32_t>(found_.signatories.size()));
    view_.agreement_rows.insert(view_.agreement_rows.end(), draft.agreements.begin(), draft.agreements.end());
    view_.agreement_first.push_back(static_cast<std::uint32_t>(view_.agreement_rows.size()));
  }

  const DataSet& data_;
  const ViewOptions& options_;
  NetworkView& view_;
  const bool whoever_is_there_;  // parties count whenever they joined or left
  CollectedPartnerships found_;
};

}  // namespace

bool party_counts(const DataSet& data, Index agreement, Index party) {
  const auto role = data.parties.role[party];
  if (role != PartyRole::represented && role != PartyRole::associated) return true;
  if (data.parties.signed_on[party].is_known()) return true;
  return std::ranges::any_of(data.signatures_of(agreement), [&](Index signature) {
    return data.signatures.kind[signature] == SignatureKind::signatory &&
           data.signatures.on_behalf_of[signature] == data.parties.institution[party];
  });
}

CollectedPartnerships collect_partnerships(NetworkView& view) { return PartnershipCollector(view).collect(); }
CollectedPartnerships collect_agreements(NetworkView& view) { return PartnershipCollector(view, true).collect_each(); }

}  // namespace maillage
