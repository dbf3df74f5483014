// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "model/data_set_builder.hpp"

namespace maillage {
namespace {

// Stable order of 0..count-1 by the text of each row; empty when they stand in order already.
template <class Get>
std::vector<Index> order_by(Index count, Get text) {
  bool sorted = true;
  for (Index row = 1; row < count && sorted; ++row) sorted = text(row - 1) < text(row);
  if (sorted) return {};
  std::vector<Index> order(count);
  std::iota(order.begin(), order.end(), Index{0});
  std::ranges::stable_sort(order, {}, text);
  return order;
}

// From the number of an id's text to the row that has it, for one table.
class RowOfText {
 public:
  explicit RowOfText(std::size_t texts) : row_of_(texts, kNone) {}
  void claim(TextId id, Index row) {
    if (row_of_[id] == kNone) row_of_[id] = row;
  }
  Index operator[](TextId id) const { return id == 0 ? kNone : row_of_[id]; }

 private:
  std::vector<Index> row_of_;
};

// A column table sorted by id with its double ids taken out.
template <class Table, class Permute>
void sort_table(Table& table, const std::string& name, std::vector<DuplicateId>& duplicates, Permute permute) {
  auto order = order_by(table.count, [&](Index row) { return table.id[row]; });
  if (order.empty()) return;
  std::vector<Index> kept_rows;
  kept_rows.reserve(order.size());
  for (const auto row : order) {
    if (!kept_rows.empty() && table.id.id(kept_rows.back()) == table.id.id(row)) {
      duplicates.push_back({name, std::string(table.id[row]), table.row[row], table.row[kept_rows.back()]});
    } else {
      kept_rows.push_back(row);
    }
  }
  permute(std::span<const Index>(kept_rows));
  table.count = static_cast<Index>(kept_rows.size());
}

template <class Row, class Key>
void sort_rows(std::vector<Row>& all, const std::string& name, Key Row::*key, std::vector<DuplicateId>& duplicates) {
  std::ranges::stable_sort(all, {}, key);
  std::vector<Row> unique;
  for (auto& row : all) {
    if (!unique.empty() && unique.back().*key == row.*key) {
      duplicates.push_back({name, std::string(row.*key), row.row, unique.back().row});
    } else {
      unique.push_back(std::move(row));
    }
  }
  all = std::move(unique);
}

template <class Row>
Index find_row(const std::vector<Row>& all, std::string_view Row::*key, std::string_view wanted) {
  const auto found = std::ranges::lower_bound(all, wanted, {}, key);
  return found != all.end() && (*found).*key == wanted ? static_cast<Index>(found - all.begin()) : kNone;
}

// Groups rows (given by the agreement each belongs to) side by side; within an agreement by `before`.
template <class Before>
std::vector<Index> group_by(const std::vector<Index>& agreement_of, Index agreements, std::vector<std::uint32_t>& first,
                            Before before) {
  first.assign(agreements + 1, 0);
  for (const auto agreement : agreement_of) {
    if (agreement != kNone) ++first[agreement + 1];
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<Index> order(first.back());
  auto next = first;
  for (Index row = 0; row < agreement_of.size(); ++row) {
    if (agreement_of[row] != kNone) order[next[agreement_of[row]]++] = row;
  }
  for (Index agreement = 0; agreement < agreements; ++agreement) {
    const auto begin = order.begin() + first[agreement];
    const auto end = order.begin() + first[agreement + 1];
    if (!std::is_sorted(begin, end, before)) std::stable_sort(begin, end, before);
  }
  return order;
}

// Of neighbours in one group that are of the same institution the first one stays.
void unite(std::vector<Index>& order, std::vector<std::uint32_t>& first, const std::vector<Index>& institution) {
  std::uint32_t kept_rows = 0;
  std::uint32_t begin = 0;
  for (std::size_t group = 0; group + 1 < first.size(); ++group) {
    const auto end = first[group + 1];
    const auto start = kept_rows;
    for (auto i = begin; i < end; ++i) {
      const bool is_repeated = kept_rows > start && institution[order[kept_rows - 1]] == institution[order[i]];
      if (!is_repeated) order[kept_rows++] = order[i];
    }
    begin = end;
    first[group + 1] = kept_rows;
  }
  order.resize(kept_rows);
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
    number_rows();
    resolve_institutions();
    resolve_agreements();
    group_parties();
    group_signatures();
    resolve_places_and_offices();
    resolve_what_is_said_of_agreements();
    sort_rows_of_small_tables();
    std::ranges::sort(duplicates_, {}, [](const auto& d) { return std::tuple(d.table, d.row); });
    std::ranges::sort(broken_, {}, [](const auto& b) { return std::tuple(b.table, b.row, b.field, b.value); });
    return {std::move(data_), std::move(broken_), std::move(duplicates_)};
  }

 private:
  void sort_institutions() {
    auto& t = data_.institutions;
    sort_table(t, "institutions", duplicates_, [&](std::span<const Index> order) {
      for (auto* column : {&t.id, &t.name, &t.short_name, &t.city, &t.country, &t.ror, &t.siren, &t.finess, &t.wikidata,
                           &t.url, &t.note}) {
        column->permute(order);
      }
      t.aliases.permute(order);
      t.kind.permute(order);
      t.founded.permute(order);
      t.dissolved.permute(order);
      t.row.permute(order);
      from_.institution_parent_.permute(order);
      from_.institution_territory_.permute(order);
    });
  }

  void sort_people() {
    auto& t = data_.people;
    sort_table(t, "people", duplicates_, [&](std::span<const Index> order) {
      for (auto* column : {&t.id, &t.name, &t.orcid, &t.note}) column->permute(order);
      t.aliases.permute(order);
      t.row.permute(order);
    });
  }

  void sort_agreements() {
    auto& t = data_.agreements;
    sort_table(t, "agreements", duplicates_, [&](std::span<const Index> order) {
      for (auto* column :
           {&t.id, &t.title, &t.reference, &t.duration, &t.notice, &t.responsible_unit, &t.place, &t.note}) {
        column->permute(order);
      }
      t.axes.permute(order);
      t.type.permute(order);
      for (auto* column : {&t.signed_on, &t.valid_from, &t.valid_to, &t.terminated, &t.expected})
        column->permute(order);
      t.renewal.permute(order);
      t.max_renewals.permute(order);
      t.stage.permute(order);
      t.amount_eur.permute(order);
      t.unnamed_parties.permute(order);
      t.row.permute(order);
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

  void number_rows() {
    for (Index row = 0; row < data_.institutions.size(); ++row)
      institution_of_.claim(data_.institutions.id.id(row), row);
    for (const auto& [spelling, id] : from_.institution_spellings_)
      institution_of_.claim(spelling, institution_of_[id]);
    for (Index row = 0; row < data_.people.size(); ++row) person_of_.claim(data_.people.id.id(row), row);
    for (const auto& [spelling, id] : from_.person_spellings_) person_of_.claim(spelling, person_of_[id]);
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

  // The broken references from number `begin` on are of a row whose key is made of two ids (model/row_key.hpp).
  void give_key(std::size_t begin, TextId first, TextId second) {
    for (auto i = begin; i < broken_.size(); ++i) {
      broken_[i].key = std::string(data_.texts().view(first)) + "/" + std::string(data_.texts().view(second));
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

  void group_parties() {
    auto& t = data_.parties;
    std::vector<Index> agreement(from_.parties_.size());
    std::vector<Index> institution(from_.parties_.size());
    for (Index row = 0; row < from_.parties_.size(); ++row) {
      const auto already_broken = broken_.size();
      agreement[row] = require(agreement_of_, from_.parties_[row].agreement, "parties", "agreement", t.row[row]);
      institution[row] =
          require(institution_of_, from_.parties_[row].institution, "parties", "institution", t.row[row]);
      give_key(already_broken, from_.parties_[row].agreement, from_.parties_[row].institution);
      if (institution[row] == kNone) agreement[row] = kNone;
    }
    from_.parties_ = {};
    auto order = group_by(agreement, data_.agreements.size(), t.first, [&](Index a, Index b) {
      return std::tuple(institution[a], t.role[a]) < std::tuple(institution[b], t.role[b]);
    });
    if (from_.unites_parties_) unite(order, t.first, institution);
    t.institution.reserve(order.size());
    for (const auto row : order) t.institution.push_back(institution[row]);
    t.role.permute(order);
    for (auto* column : {&t.signed_on, &t.joined, &t.left}) column->permute(order);
    t.amount_eur.permute(order);
    t.note.permute(order);
    t.row.permute(order);
  }

  void group_signatures() {
    auto& t = data_.signatures;
    std::vector<Index> agreement(from_.signatures_.size());
    std::vector<Index> person(from_.signatures_.size());
    for (Index row = 0; row < from_.signatures_.size(); ++row) {
      const auto already_broken = broken_.size();
      agreement[row] = require(agreement_of_, from_.signatures_[row].agreement, "signatures", "agreement", t.row[row]);
      person[row] = require(person_of_, from_.signatures_[row].person, "signatures", "person", t.row[row]);
      t.on_behalf_of.set(
          row, resolve(institution_of_, from_.signatures_[row].on_behalf_of, "signatures", "on_behalf_of", t.row[row]));
      give_key(already_broken, from_.signatures_[row].agreement, from_.signatures_[row].person);
      if (person[row] == kNone) agreement[row] = kNone;
    }
    from_.signatures_ = {};
    const auto order = group_by(agreement, data_.agreements.size(), t.first, [&](Index a, Index b) {
      return std::tuple(person[a], t.kind[a], t.on_behalf_of[a]) < std::tuple(person[b], t.kind[b], t.on_behalf_of[b]);
    });
    t.person.reserve(order.size());
    for (const auto row : order) t.person.push_back(person[row]);
    t.on_behalf_of.permute(order);
    t.capacity.permute(order);
    t.kind.permute(order);
    t.date.permute(order);
    t.note.permute(order);
    t.row.permute(order);
  }

  void resolve_places_and_offices() {
    for (const auto& in : from_.territories_) {
      data_.territories.push_back({in.code, in.name, in.level,
                                   territory_index(in.parent, "territories", "parent", in.row), in.population,
                                   in.latitude, in.longitude, in.note, in.row});
    }
    for (const auto& in : from_.affiliations_) {
      const auto member = require(institution_of_, in.member, "affiliations", "member", in.row);
      const auto group = require(institution_of_, in.group, "affiliations", "group", in.row);
      if (member == kNone || group == kNone) continue;
      data_.affiliations.push_back({member, group, in.role, in.valid_from, in.valid_to, in.note, in.row});
    }
    for (const auto& in : from_.successions_) {
      const auto predecessor = require(institution_of_, in.predecessor, "successions", "predecessor", in.row);
      const auto successor = require(institution_of_, in.successor, "successions", "successor", in.row);
      if (predecessor == kNone || successor == kNone) continue;
      data_.successions.push_back({predecessor, successor, in.date, in.kind, in.note, in.row});
    }
    for (const auto& in : from_.positions_) {
      const auto person = require(person_of_, in.person, "positions", "person", in.row);
      const auto institution =
          resolve(institution_of_, data_.texts().find(in.institution), "positions", "institution", in.row);
      if (person == kNone) continue;
      data_.positions.push_back(
          {person, institution, in.title, in.valid_from, in.valid_to, in.seen_on, in.note, in.row});
    }
  }

  void resolve_what_is_said_of_agreements() {
    for (const auto& in : from_.events_) {
      const auto agreement = require(agreement_of_, in.agreement, "events", "agreement", in.row);
      if (agreement == kNone) continue;
      data_.events.push_back({in.id, agreement, in.kind, in.date, in.note, in.row});
    }
    for (const auto& in : from_.lineage_) {
      const auto agreement = require(agreement_of_, in.agreement, "lineage", "agreement", in.row);
      const auto of = resolve(agreement_of_, data_.texts().find(in.of), "lineage", "of", in.row);
      if (agreement == kNone) continue;
      data_.lineage.push_back({agreement, in.kind, of, in.note, in.row});
    }
    for (auto& in : from_.mentions_) {
      Mention mention{in.id, {}, in.context, in.date, in.amount_eur, in.note, in.row};
      for (const auto id : in.institutions) {
        const auto institution = require(institution_of_, id, "mentions", "institutions", in.row);
        if (institution != kNone) mention.institutions.push_back(institution);
      }
      std::ranges::sort(mention.institutions);
      data_.mentions.push_back(std::move(mention));
    }
    for (const auto& in : from_.evidence_) {
      const auto source = in.source.empty() ? kNone : find_row(data_.sources, &Source::id, in.source);
      if (source == kNone) broken_.push_back({"evidence", "source", std::string(in.source), in.row});
      data_.evidence.push_back({in.table, in.key, in.field, in.value, source, in.locator, in.basis, in.reason,
                                in.accepted, in.note, in.row});
    }
  }

  void sort_rows_of_small_tables() {
    std::ranges::stable_sort(data_.affiliations, {}, [](const auto& r) { return std::tuple(r.member, r.group); });
    std::ranges::stable_sort(data_.successions, {},
                             [](const auto& r) { return std::tuple(r.predecessor, r.successor); });
    std::ranges::stable_sort(data_.positions, {}, [](const auto& r) {
      return std::tuple(r.person, r.institution, r.title, r.valid_from.earliest(), r.seen_on.earliest());
    });
    std::ranges::stable_sort(data_.events, {},
                             [](const auto& r) { return std::tuple(r.agreement, r.date.earliest(), r.kind, r.id); });
    std::ranges::stable_sort(data_.lineage, {}, [](const auto& r) { return std::tuple(r.agreement, r.kind, r.of); });
    std::ranges::stable_sort(data_.evidence, {}, [](const auto& r) {
      return std::tuple(r.table, r.key, r.field, r.source, r.locator, r.value);
    });
    std::ranges::stable_sort(data_.acknowledgements, {},
                             [](const auto& r) { return std::tuple(r.warning, r.table, r.key, r.field); });
  }

  DataSetBuilder& from_;
  DataSet& data_;
  RowOfText institution_of_, person_of_, agreement_of_;
  std::vector<BrokenReference> broken_;
  std::vector<DuplicateId> duplicates_;
};

DataSetBuilder::Result DataSetBuilder::finish() {
  auto result = Finisher(*this).run();
  *this = DataSetBuilder();
  return result;
}

}  // namespace maillage
