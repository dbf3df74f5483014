// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "model/data_set_builder.hpp"
#include "model/member_groups.hpp"
#include "model/row_order.hpp"

namespace maillage {
namespace {

// From the number of an id's text to the row that has it, for one table.
class RowOfText {
 public:
  explicit RowOfText(std::size_t texts) : texts_(texts) {}
  void claim(TextId id, Index row) {
    if (row_of_.empty()) row_of_.assign(texts_, kNone);
    if (row_of_[id] == kNone) row_of_[id] = row;
  }
  void forget() { row_of_ = {}; }
  Index operator[](TextId id) const { return id == 0 || row_of_.empty() ? kNone : row_of_[id]; }

 private:
  std::size_t texts_;
  std::vector<Index> row_of_;  // made with the first claim
};

// What puts a column into a new order.
auto into(std::span<const Index> order) {
  return [order](auto& column) { column.permute(order); };
}

// Is nothing said of any member but that it is one?
template <class Table>
bool is_bare(Table& members) {
  bool bare = true;
  members.for_each_column([&](const auto& column) { bare = bare && column.is_absent(); });
  return bare;
}

}  // namespace

// What is left to do when all rows are there: sorts the tables by id, resolves references, groups parties and
// signatures by agreement.
class DataSetBuilder::Finisher {
 public:
  explicit Finisher(DataSetBuilder& from)
      : from_(from),
        data_(*from.data_),
        institution_of_(data_.texts().size()),
        person_of_(data_.texts().size()),
        agreement_of_(data_.texts().size()) {}

  Result run() {
    sort_institutions();
    sort_people();
    sort_agreements();
    sort_small_tables();
    number_institutions();
    number_agreements();
    resolve_institutions();
    resolve_agreements();
    group_parties();
    resolve_places_and_ties();
    resolve_mentions();
    resolve_flows();
    if (from_.signatures_.are_grouped() && from_.positions_.empty()) institution_of_.forget();
    number_people();
    group_signatures();
    resolve_positions();
    resolve_what_is_said_of_agreements();
    sort_rows_of_small_tables();
    std::ranges::sort(duplicates_, {}, [](const auto& d) { return std::tuple(d.table, d.row); });
    std::ranges::sort(broken_, {}, [](const auto& b) { return std::tuple(b.table, b.row, b.field, b.value); });
    return {std::move(data_), std::move(broken_), std::move(duplicates_)};
  }

 private:
  void sort_institutions() {
    sort_table(data_.institutions, "institutions", duplicates_, [&](std::span<const Index> order) {
      data_.institutions.for_each_column(into(order));
      from_.institution_parent_.permute(order);
      from_.institution_territory_.permute(order);
    });
  }

  void sort_people() {
    sort_table(data_.people, "people", duplicates_,
               [&](std::span<const Index> order) { data_.people.for_each_column(into(order)); });
  }

  void sort_agreements() {
    auto& t = data_.agreements;
    if (from_.unites_parties_ || !is_bare(data_.parties)) from_.parties_.loosen(t.id);
    if (!from_.on_behalf_of_.is_absent() || !is_bare(data_.signatures)) from_.signatures_.loosen(t.id);
    sort_table(t, "agreements", duplicates_, [&](std::span<const Index> order) {
      if (order.size() < t.count) {  // the members of agreements with one id come together
        from_.parties_.loosen(t.id);
        from_.signatures_.loosen(t.id);
      }
      agreement_order_.assign(order.begin(), order.end());
      t.for_each_column(into(order));
      data_.given_weight.permute(order);
      from_.agreement_themes_.permute(order);
      from_.agreement_territories_.permute(order);
    });
  }

  void sort_small_tables() {
    sort_rows(data_.themes, "themes", &Theme::code, duplicates_);
    sort_rows(data_.sources, "sources", &Source::id, duplicates_);
    sort_rows(from_.territories_, "territories", &TerritoryRow::code, duplicates_);
    sort_rows(from_.events_, "events", &EventRow::id, duplicates_);
    sort_rows(from_.mentions_, "mentions", &MentionRow::id, duplicates_);
  }

  void number_institutions() {
    for (Index row = 0; row < data_.institutions.size(); ++row)
      institution_of_.claim(data_.institutions.id.id(row), row);
    for (const auto& [spelling, id] : from_.institution_spellings_)
      institution_of_.claim(spelling, institution_of_[id]);
  }

  void number_people() {
    for (Index row = 0; row < data_.people.size(); ++row) person_of_.claim(data_.people.id.id(row), row);
    for (const auto& [spelling, id] : from_.person_spellings_) person_of_.claim(spelling, person_of_[id]);
  }

  void number_agreements() {
    const bool nothing_refers_to_agreements = from_.parties_.are_grouped() && from_.signatures_.are_grouped() &&
                                              from_.events_.empty() && from_.lineage_.empty() && from_.flows_.empty();
    if (nothing_refers_to_agreements) return;
    for (Index row = 0; row < data_.agreements.size(); ++row) agreement_of_.claim(data_.agreements.id.id(row), row);
  }

  Index resolve(const RowOfText& to, TextId id, const char* table, const char* field, std::uint32_t row) {
    const auto found = to[id];
    if (found == kNone && id != 0) broken_.push_back({table, field, std::string(data_.texts().view(id)), row});
    return found;
  }
  // A required reference: an empty one is broken too.
  Index require(const RowOfText& to, TextId id, const char* table, const char* field, std::uint32_t row) {
    const auto found = to[id];
    if (found == kNone) broken_.push_back({table, field, std::string(data_.texts().view(id)), row});
    return found;
  }
  Index require(const RowOfText& to, std::string_view id, const char* table, const char* field, std::uint32_t row) {
    return require(to, data_.texts().find(id), table, field, row);
  }
  Index territory_index(std::string_view code, const char* table, const char* field, std::uint32_t row) {
    if (code.empty()) return kNone;
    const auto found = find_row(from_.territories_, &TerritoryRow::code, code);
    if (found == kNone) broken_.push_back({table, field, std::string(code), row});
    return found;
  }
  std::vector<Index> groups_of(const TerritoryRow& in) {
    std::vector<Index> groups;
    for (const auto code : in.groups) {
      const auto group = territory_index(code, "territories", "groups", in.row);
      if (group != kNone) groups.push_back(group);
    }
    std::ranges::sort(groups);
    groups.erase(std::ranges::unique(groups).begin(), groups.end());
    return groups;
  }

  // The broken references from number `begin` on are of a row that is left out (model/row_key.hpp).
  void give_key(std::size_t begin, std::string_view first, std::string_view second = {}) {
    for (auto i = begin; i < broken_.size(); ++i) {
      broken_[i].key = std::string(first);
      if (!second.empty()) broken_[i].key.append("/").append(second);
    }
  }

  void resolve_institutions() {
    for (Index row = 0; row < data_.institutions.size(); ++row) {
      data_.institutions.parent.set(row, resolve(institution_of_, from_.institution_parent_[row], "institutions",
                                                 "parent", data_.institutions.row[row]));
      data_.institutions.territory.set(row, territory_index(data_.texts().view(from_.institution_territory_[row]),
                                                            "institutions", "territory", data_.institutions.row[row]));
    }
  }

  void resolve_agreements() {
    for (Index row = 0; row < data_.agreements.size(); ++row) {
      for (const auto theme : from_.agreement_themes_[row]) {
        const auto found = find_row(data_.themes, &Theme::code, data_.texts().view(theme));
        if (found == kNone) {
          broken_.push_back(
              {"agreements", "themes", std::string(data_.texts().view(theme)), data_.agreements.row[row]});
        } else {
          data_.agreements.themes.append(row, found);
        }
      }
      for (const auto territory : from_.agreement_territories_[row]) {
        const auto found =
            territory_index(data_.texts().view(territory), "agreements", "territories", data_.agreements.row[row]);
        if (found != kNone) data_.agreements.territories.append(row, found);
      }
    }
  }

  // Members for their ids: rows where they are found, kNone where not.
  void resolve_members(PendingMembers& pending, const RowOfText& to, const char* table, const char* field,
                       const Column<std::uint32_t>& line) {
    for (Index row = 0; row < pending.size(); ++row) {
      const auto text = pending.members[row];
      const auto already_broken = broken_.size();
      pending.members[row] = require(to, text, table, field, line[row]);
      if (pending.are_grouped()) continue;
      give_key(already_broken, data_.texts().view(pending.agreement(row)), data_.texts().view(text));
    }
  }

  // The rows of the agreements of loose members; kNone for members that are left out.
  std::vector<Index> agreements_of(const PendingMembers& pending, const char* table,
                                   const Column<std::uint32_t>& line) {
    std::vector<Index> agreements(pending.size());
    for (Index row = 0; row < pending.size(); ++row) {
      const auto already_broken = broken_.size();
      agreements[row] = require(agreement_of_, pending.agreement(row), table, "agreement", line[row]);
      give_key(already_broken, data_.texts().view(pending.agreement(row)));
      if (pending.members[row] == kNone) agreements[row] = kNone;
    }
    return agreements;
  }

  // Puts parties or signatures side by side by agreement, `members` (their institutions or people) with them; within an
  // agreement by `key` of a member and its row.
  template <class Table, class Key>
  void group(PendingMembers& pending, Table& t, std::vector<Index>& members, const char* table, Key key,
             bool unites = false) {
    if (pending.are_grouped()) {
      t.first = pending.take_first(data_.agreements.size());
      members = std::move(pending.members);
      return place_lists(agreement_order_, t.first, members);
    }
    const auto agreement = agreements_of(pending, table, t.row);
    const auto member = std::exchange(pending, {}).members;
    auto order = group_by(agreement, data_.agreements.size(), t.first,
                          [&](Index a, Index b) { return key(member[a], a) < key(member[b], b); });
    if (unites) unite(order, t.first, member);
    members.reserve(order.size());
    for (const auto row : order) members.push_back(member[row]);
    t.for_each_column(into(order));
  }

  void group_parties() {
    auto& t = data_.parties;
    resolve_members(from_.parties_, institution_of_, "parties", "institution", t.row);
    const auto key = [&](Index institution, Index row) { return std::tuple(institution, t.role[row]); };
    group(from_.parties_, t, t.institution, "parties", key, from_.unites_parties_);
  }

  void group_signatures() {
    auto& t = data_.signatures;
    resolve_members(from_.signatures_, person_of_, "signatures", "person", t.row);
    for (Index row = 0; !from_.on_behalf_of_.is_absent() && row < from_.signatures_.size(); ++row) {
      t.on_behalf_of.set(row,
                         resolve(institution_of_, from_.on_behalf_of_[row], "signatures", "on_behalf_of", t.row[row]));
    }
    const auto key = [&](Index person, Index row) {
      return std::tuple(person, t.kind[row], t.on_behalf_of[row], t.capacity[row]);
    };
    group(from_.signatures_, t, t.person, "signatures", key);
  }

  void resolve_places_and_ties() {
    for (const auto& in : from_.territories_) {
      data_.territories.push_back({in.code, in.name, in.level,
                                   territory_index(in.parent, "territories", "parent", in.row), groups_of(in),
                                   in.population, in.latitude, in.longitude, in.note, in.row});
    }
    for (const auto& in : from_.affiliations_) {
      const auto already_broken = broken_.size();
      const auto member = require(institution_of_, in.member, "affiliations", "member", in.row);
      const auto group = require(institution_of_, in.group, "affiliations", "group", in.row);
      give_key(already_broken, in.member, in.group);
      if (member == kNone || group == kNone) continue;
      data_.affiliations.push_back({member, group, in.role, in.valid_from, in.valid_to, in.note, in.row});
    }
    for (const auto& in : from_.successions_) {
      const auto already_broken = broken_.size();
      const auto predecessor = require(institution_of_, in.predecessor, "successions", "predecessor", in.row);
      const auto successor = require(institution_of_, in.successor, "successions", "successor", in.row);
      give_key(already_broken, in.predecessor, in.successor);
      if (predecessor == kNone || successor == kNone) continue;
      data_.successions.push_back({predecessor, successor, in.date, in.kind, in.note, in.row});
    }
  }

  void resolve_flows() {
    for (const auto& in : from_.flows_) {
      const Flow flow{agreement_of_[in.agreement], institution_of_[in.source], institution_of_[in.target]};
      if (flow.agreement != kNone && flow.source != kNone && flow.target != kNone) data_.flows.push_back(flow);
    }
    from_.flows_ = {};
    std::ranges::sort(data_.flows);
    data_.flows.erase(std::unique(data_.flows.begin(), data_.flows.end()), data_.flows.end());
  }

  void resolve_mentions() {
    for (auto& in : from_.mentions_) {
      Mention mention{in.id, {}, in.context, in.date, in.amount_eur, in.note, in.row};
      for (const auto id : in.institutions) {
        const auto institution = require(institution_of_, id, "mentions", "institutions", in.row);
        if (institution != kNone) mention.institutions.push_back(institution);
      }
      std::ranges::sort(mention.institutions);
      data_.mentions.push_back(std::move(mention));
    }
  }

  void resolve_positions() {
    for (const auto& in : from_.positions_) {
      const auto already_broken = broken_.size();
      const auto person = require(person_of_, in.person, "positions", "person", in.row);
      const auto institution =
          resolve(institution_of_, data_.texts().find(in.institution), "positions", "institution", in.row);
      give_key(already_broken, in.person, in.institution);
      if (person == kNone) continue;
      data_.positions.push_back(
          {person, institution, in.title, in.valid_from, in.valid_to, in.seen_on, in.note, in.row});
    }
  }

  void resolve_what_is_said_of_agreements() {
    for (const auto& in : from_.events_) {
      const auto already_broken = broken_.size();
      const auto agreement = require(agreement_of_, in.agreement, "events", "agreement", in.row);
      give_key(already_broken, in.id);
      if (agreement == kNone) continue;
      data_.events.push_back({in.id, agreement, in.kind, in.date, in.note, in.row});
    }
    for (const auto& in : from_.lineage_) {
      const auto already_broken = broken_.size();
      const auto agreement = require(agreement_of_, in.agreement, "lineage", "agreement", in.row);
      const auto of = resolve(agreement_of_, data_.texts().find(in.of), "lineage", "of", in.row);
      give_key(already_broken, in.agreement, code_name(in.kind));
      if (agreement == kNone) continue;
      data_.lineage.push_back({agreement, in.kind, of, in.note, in.row});
    }
    for (const auto& in : from_.evidence_) {
      const auto source = in.source.empty() ? kNone : find_row(data_.sources, &Source::id, in.source);
      if (source == kNone) broken_.push_back({"evidence", "source", std::string(in.source), in.row});
      data_.evidence.push_back({in.table, in.key, in.field, in.value, source, in.locator, in.basis, in.reason,
                                in.accepted, in.note, in.row});
    }
  }

  void sort_rows_of_small_tables() {
    std::ranges::stable_sort(data_.affiliations, {}, [](const auto& r) {
      return std::tuple(r.member, r.group, r.valid_from.earliest(), r.valid_to.latest(), r.role);
    });
    std::ranges::stable_sort(data_.successions, {},
                             [](const auto& r) { return std::tuple(r.predecessor, r.successor); });
    std::ranges::stable_sort(data_.positions, {}, [](const auto& r) {
      return std::tuple(r.person, r.institution, r.title, r.valid_from.earliest(), r.seen_on.earliest(),
                        r.valid_to.latest(), r.note);
    });
    std::ranges::stable_sort(data_.events, {},
                             [](const auto& r) { return std::tuple(r.agreement, r.date.earliest(), r.kind, r.id); });
    std::ranges::stable_sort(data_.lineage, {},
                             [](const auto& r) { return std::tuple(r.agreement, r.kind, r.of, r.note); });
    std::ranges::stable_sort(data_.evidence, {}, [](const auto& r) {
      return std::tuple(r.table, r.key, r.field, r.source, r.locator, r.value, r.basis, r.reason, r.note);
    });
    std::ranges::stable_sort(data_.acknowledgements, {},
                             [](const auto& r) { return std::tuple(r.warning, r.table, r.key, r.field); });
    std::ranges::stable_sort(data_.reviews, {}, [](const auto& r) { return std::tuple(r.source, r.table, r.key, r.field); });
    std::ranges::stable_sort(data_.name_decisions, {},
                             [](const auto& r) { return std::tuple(r.name, r.table, r.key, r.decision); });
  }

  DataSetBuilder& from_;
  DataSet& data_;
  RowOfText institution_of_, person_of_, agreement_of_;
  std::vector<Index> agreement_order_;  // the agreements' rows as they were added; empty where they came sorted
  std::vector<BrokenReference> broken_;
  std::vector<DuplicateId> duplicates_;
};

DataSetBuilder::Result DataSetBuilder::finish() {
  auto result = Finisher(*this).run();
  *this = DataSetBuilder();
  return result;
}

}  // namespace maillage
