// SPDX-License-Identifier: Apache-2.0
#include "model/data_set_builder.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace maillage {
namespace {

void mark(std::vector<bool>& seen, TextId text) {
  if (text >= seen.size()) seen.resize(std::max<std::size_t>(text + 1, seen.size() * 2), false);
  seen[text] = true;
}

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

}  // namespace

// From the number of an id's text to the row that has it, for one table.
class DataSetBuilder::Resolver {
 public:
  Resolver(std::string table, std::size_t texts) : table_(std::move(table)), row_of_(texts, kNone) {}
  bool claim(TextId id, Index row) {
    if (row_of_[id] != kNone) return false;
    row_of_[id] = row;
    return true;
  }
  Index operator[](TextId id) const { return id == 0 ? kNone : row_of_[id]; }
  const std::string& table() const { return table_; }

 private:
  std::string table_;
  std::vector<Index> row_of_;
};

void DataSetBuilder::add(const InstitutionRow& in) {
  auto& t = data_->institutions;
  const auto row = t.count++;
  t.id.set(row, in.id);
  mark(institution_ids_, t.id.id(row));
  t.name.set(row, in.name);
  t.short_name.set(row, in.short_name);
  for (const auto alias : in.aliases) t.aliases.append(row, alias);
  t.kind.set(row, in.kind);
  t.city.set(row, in.city);
  t.country.set(row, in.country);
  institution_territory_.set(row, texts().intern(in.territory));
  institution_parent_.set(row, texts().intern(in.parent));
  t.founded.set(row, in.founded);
  t.dissolved.set(row, in.dissolved);
  t.ror.set(row, in.ror);
  t.siren.set(row, in.siren);
  t.finess.set(row, in.finess);
  t.wikidata.set(row, in.wikidata);
  t.url.set(row, in.url);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
}

void DataSetBuilder::add(const PersonRow& in) {
  auto& t = data_->people;
  const auto row = t.count++;
  t.id.set(row, in.id);
  mark(person_ids_, t.id.id(row));
  t.name.set(row, in.name);
  for (const auto alias : in.aliases) t.aliases.append(row, alias);
  t.orcid.set(row, in.orcid);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
}

void DataSetBuilder::add(const AgreementRow& in) {
  auto& t = data_->agreements;
  const auto row = t.count++;
  t.id.set(row, in.id);
  t.title.set(row, in.title);
  t.type.set(row, in.type);
  t.reference.set(row, in.reference);
  t.signed_on.set(row, in.signed_on);
  t.valid_from.set(row, in.valid_from);
  t.valid_to.set(row, in.valid_to);
  t.duration.set(row, in.duration);
  t.renewal.set(row, in.renewal);
  t.max_renewals.set(row, static_cast<std::int16_t>(in.max_renewals));
  t.notice.set(row, in.notice);
  t.terminated.set(row, in.terminated);
  t.expected.set(row, in.expected);
  t.stage.set(row, in.stage);
  t.responsible_unit.set(row, in.responsible_unit);
  t.place.set(row, in.place);
  for (const auto axis : in.axes) t.axes.append(row, axis);
  for (const auto theme : in.themes) agreement_themes_.append(row, texts().intern(theme));
  for (const auto territory : in.territories) agreement_territories_.append(row, texts().intern(territory));
  t.amount_eur.set(row, in.amount_eur);
  t.unnamed_parties.set(row, in.unnamed_parties);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
  data_->given_weight.set(row, in.given_weight);
}

void DataSetBuilder::add(const PartyRow& in) {
  auto& t = data_->parties;
  const auto row = static_cast<Index>(parties_.size());
  parties_.push_back({texts().intern(in.agreement), texts().intern(in.institution)});
  t.role.set(row, in.role);
  t.signed_on.set(row, in.signed_on);
  t.joined.set(row, in.joined);
  t.left.set(row, in.left);
  t.amount_eur.set(row, in.amount_eur);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
}

void DataSetBuilder::add(const SignatureRow& in) {
  auto& t = data_->signatures;
  const auto row = static_cast<Index>(signatures_.size());
  signatures_.push_back({texts().intern(in.agreement), texts().intern(in.person), texts().intern(in.on_behalf_of)});
  t.capacity.set(row, in.capacity);
  t.kind.set(row, in.kind);
  t.date.set(row, in.date);
  t.note.set(row, in.note);
  t.row.set(row, in.row);
}

namespace {

// Small tables: rows are kept as they come, their texts moved into the pool.
template <class Row, class... Texts>
Row kept(TextPool& pool, Row row, Texts Row::*... texts) {
  ((row.*texts = pool.keep(row.*texts)), ...);
  return row;
}
std::vector<std::string_view> kept(TextPool& pool, const std::vector<std::string_view>& texts) {
  std::vector<std::string_view> result;
  for (const auto text : texts) result.push_back(pool.keep(text));
  return result;
}

}  // namespace

void DataSetBuilder::add(const AffiliationRow& in) {
  using R = AffiliationRow;
  affiliations_.push_back(kept(texts(), in, &R::member, &R::group, &R::role, &R::note));
}
void DataSetBuilder::add(const SuccessionRow& in) {
  using R = SuccessionRow;
  successions_.push_back(kept(texts(), in, &R::predecessor, &R::successor, &R::note));
}
void DataSetBuilder::add(const TerritoryRow& in) {
  using R = TerritoryRow;
  territories_.push_back(kept(texts(), in, &R::code, &R::name, &R::parent, &R::note));
}
void DataSetBuilder::add(const PositionRow& in) {
  using R = PositionRow;
  positions_.push_back(kept(texts(), in, &R::person, &R::institution, &R::title, &R::note));
}
void DataSetBuilder::add(const EventRow& in) {
  using R = EventRow;
  events_.push_back(kept(texts(), in, &R::id, &R::agreement, &R::note));
}
void DataSetBuilder::add(const LineageRow& in) {
  using R = LineageRow;
  lineage_.push_back(kept(texts(), in, &R::agreement, &R::of, &R::note));
}
void DataSetBuilder::add(const MentionRow& in) {
  using R = MentionRow;
  mentions_.push_back(kept(texts(), in, &R::id, &R::note));
  mentions_.back().institutions = kept(texts(), in.institutions);
}
void DataSetBuilder::add(const ThemeRow& in) {
  auto& pool = texts();
  mark(theme_ids_, pool.intern(in.code));
  data_->themes.push_back({pool.keep(in.code), pool.keep(in.label_fr), pool.keep(in.label_en),
                           kept(pool, in.synonyms), pool.keep(in.note), in.row});
}
void DataSetBuilder::add(const SourceRow& in) {
  auto& pool = texts();
  data_->sources.push_back({pool.keep(in.id), pool.keep(in.title), pool.keep(in.publisher), in.date, in.kind,
                            pool.keep(in.url), pool.keep(in.file), pool.keep(in.sha256), pool.keep(in.language),
                            in.retrieved, pool.keep(in.note), in.row});
}
void DataSetBuilder::add(const EvidenceRow& in) {
  using R = EvidenceRow;
  evidence_.push_back(kept(texts(), in, &R::table, &R::key, &R::field, &R::value, &R::source, &R::locator, &R::reason,
                           &R::note));
}
void DataSetBuilder::add(const AcknowledgementRow& in) {
  auto& pool = texts();
  data_->acknowledgements.push_back({pool.keep(in.warning), pool.keep(in.table), pool.keep(in.key),
                                     pool.keep(in.field), pool.keep(in.reason), pool.keep(in.note), in.row});
}

void DataSetBuilder::let_institution_stand_for(std::string_view spelling, std::string_view id) {
  institution_spellings_.push_back({texts().intern(spelling), texts().intern(id)});
}
void DataSetBuilder::let_person_stand_for(std::string_view spelling, std::string_view id) {
  person_spellings_.push_back({texts().intern(spelling), texts().intern(id)});
}

namespace {
bool marked(const std::vector<bool>& seen, TextId text) { return text != 0 && text < seen.size() && seen[text]; }
}  // namespace

bool DataSetBuilder::has_institution(std::string_view id) const {
  return marked(institution_ids_, data_->texts().find(id));
}
bool DataSetBuilder::has_person(std::string_view id) const { return marked(person_ids_, data_->texts().find(id)); }
bool DataSetBuilder::has_theme(std::string_view code) const { return marked(theme_ids_, data_->texts().find(code)); }

namespace {

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

DataSetBuilder::Result DataSetBuilder::finish() {
  std::vector<BrokenReference> broken;
  std::vector<DuplicateId> duplicates;
  auto& data = *data_;
  const auto text = [&](TextId id) { return std::string(texts().view(id)); };

  auto& institutions = data.institutions;
  sort_table(institutions, "institutions", duplicates, [&](std::span<const Index> order) {
    auto& t = institutions;
    for (auto* column : {&t.id, &t.name, &t.short_name, &t.city, &t.country, &t.ror, &t.siren, &t.finess, &t.wikidata,
                         &t.url, &t.note}) {
      column->permute(order);
    }
    t.aliases.permute(order);
    t.kind.permute(order);
    t.founded.permute(order);
    t.dissolved.permute(order);
    t.row.permute(order);
    institution_parent_.permute(order);
    institution_territory_.permute(order);
  });
  auto& people = data.people;
  sort_table(people, "people", duplicates, [&](std::span<const Index> order) {
    for (auto* column : {&people.id, &people.name, &people.orcid, &people.note}) column->permute(order);
    people.aliases.permute(order);
    people.row.permute(order);
  });
  auto& agreements = data.agreements;
  sort_table(agreements, "agreements", duplicates, [&](std::span<const Index> order) {
    auto& t = agreements;
    for (auto* column : {&t.id, &t.title, &t.reference, &t.duration, &t.notice, &t.responsible_unit, &t.place,
                         &t.note}) {
      column->permute(order);
    }
    t.axes.permute(order);
    t.type.permute(order);
    for (auto* column : {&t.signed_on, &t.valid_from, &t.valid_to, &t.terminated, &t.expected}) column->permute(order);
    t.renewal.permute(order);
    t.max_renewals.permute(order);
    t.stage.permute(order);
    t.amount_eur.permute(order);
    t.unnamed_parties.permute(order);
    t.row.permute(order);
    data.given_weight.permute(order);
    agreement_themes_.permute(order);
    agreement_territories_.permute(order);
  });
  sort_rows(data.themes, "themes", &Theme::code, duplicates);
  sort_rows(data.sources, "sources", &Source::id, duplicates);
  sort_rows(territories_, "territories", &TerritoryRow::code, duplicates);
  sort_rows(events_, "events", &EventRow::id, duplicates);
  sort_rows(mentions_, "mentions", &MentionRow::id, duplicates);

  Resolver institution_of("institutions", texts().size());
  for (Index row = 0; row < institutions.size(); ++row) institution_of.claim(institutions.id.id(row), row);
  for (const auto& [spelling, id] : institution_spellings_) institution_of.claim(spelling, institution_of[id]);
  Resolver person_of("people", texts().size());
  for (Index row = 0; row < people.size(); ++row) person_of.claim(people.id.id(row), row);
  for (const auto& [spelling, id] : person_spellings_) person_of.claim(spelling, person_of[id]);
  Resolver agreement_of("agreements", texts().size());
  for (Index row = 0; row < agreements.size(); ++row) agreement_of.claim(agreements.id.id(row), row);

  const auto resolve = [&](const Resolver& to, TextId id, const char* table, const char* field, std::uint32_t row) {
    const auto found = to[id];
    if (found == kNone && id != 0) broken.push_back({table, field, text(id), row});
    return found;
  };
  // A required reference: an empty one is broken too.
  const auto require = [&](const Resolver& to, TextId id, const char* table, const char* field, std::uint32_t row) {
    const auto found = to[id];
    if (found == kNone) broken.push_back({table, field, text(id), row});
    return found;
  };
  const auto territory_index = [&](std::string_view code, const char* table, const char* field, std::uint32_t row) {
    if (code.empty()) return kNone;
    const auto found = find_row(territories_, &TerritoryRow::code, code);
    if (found == kNone) broken.push_back({table, field, std::string(code), row});
    return found;
  };

  for (Index row = 0; row < institutions.size(); ++row) {
    institutions.parent.set(
        row, resolve(institution_of, institution_parent_[row], "institutions", "parent", institutions.row[row]));
    institutions.territory.set(row, territory_index(texts().view(institution_territory_[row]), "institutions",
                                                    "territory", institutions.row[row]));
  }
  const auto is_none = [](Index row) { return row == kNone; };
  for (Index row = 0; row < agreements.size(); ++row) {
    for (const auto theme : agreement_themes_[row]) {
      const auto found = find_row(data.themes, &Theme::code, texts().view(theme));
      if (found == kNone) {
        broken.push_back({"agreements", "themes", text(theme), agreements.row[row]});
      } else {
        agreements.themes.append(row, found);
      }
    }
    for (const auto territory : agreement_territories_[row]) {
      const auto found = territory_index(texts().view(territory), "agreements", "territories", agreements.row[row]);
      if (!is_none(found)) agreements.territories.append(row, found);
    }
  }

  {  // parties, side by side for each agreement
    auto& t = data.parties;
    std::vector<Index> agreement(parties_.size());
    std::vector<Index> institution(parties_.size());
    for (Index row = 0; row < parties_.size(); ++row) {
      const auto already_broken = broken.size();
      agreement[row] = require(agreement_of, parties_[row].agreement, "parties", "agreement", t.row[row]);
      institution[row] = require(institution_of, parties_[row].institution, "parties", "institution", t.row[row]);
      for (auto i = already_broken; i < broken.size(); ++i) {
        broken[i].key = text(parties_[row].agreement) + "/" + text(parties_[row].institution);
      }
      if (institution[row] == kNone) agreement[row] = kNone;
    }
    parties_ = {};
    auto order = group_by(agreement, agreements.size(), t.first, [&](Index a, Index b) {
      return std::tuple(institution[a], t.role[a]) < std::tuple(institution[b], t.role[b]);
    });
    if (unites_parties_) unite(order, t.first, institution);
    t.institution.reserve(order.size());
    for (const auto row : order) t.institution.push_back(institution[row]);
    t.role.permute(order);
    for (auto* column : {&t.signed_on, &t.joined, &t.left}) column->permute(order);
    t.amount_eur.permute(order);
    t.note.permute(order);
    t.row.permute(order);
  }
  {  // signatures, likewise
    auto& t = data.signatures;
    std::vector<Index> agreement(signatures_.size());
    std::vector<Index> person(signatures_.size());
    for (Index row = 0; row < signatures_.size(); ++row) {
      const auto already_broken = broken.size();
      agreement[row] = require(agreement_of, signatures_[row].agreement, "signatures", "agreement", t.row[row]);
      person[row] = require(person_of, signatures_[row].person, "signatures", "person", t.row[row]);
      t.on_behalf_of.set(row, resolve(institution_of, signatures_[row].on_behalf_of, "signatures", "on_behalf_of",
                                      t.row[row]));
      for (auto i = already_broken; i < broken.size(); ++i) {
        broken[i].key = text(signatures_[row].agreement) + "/" + text(signatures_[row].person);
      }
      if (person[row] == kNone) agreement[row] = kNone;
    }
    signatures_ = {};
    const auto order = group_by(agreement, agreements.size(), t.first, [&](Index a, Index b) {
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

  const auto institution_row = [&](std::string_view id, const char* table, const char* field, std::uint32_t row,
                                   bool required) {
    const auto number = texts().find(id);
    return required ? require(institution_of, number, table, field, row)
                    : resolve(institution_of, number, table, field, row);
  };
  for (const auto& in : territories_) {
    data.territories.push_back({in.code, in.name, in.level, territory_index(in.parent, "territories", "parent", in.row),
                                in.population, in.latitude, in.longitude, in.note, in.row});
  }
  for (const auto& in : affiliations_) {
    const auto member = institution_row(in.member, "affiliations", "member", in.row, true);
    const auto group = institution_row(in.group, "affiliations", "group", in.row, true);
    if (member == kNone || group == kNone) continue;
    data.affiliations.push_back({member, group, in.role, in.valid_from, in.valid_to, in.note, in.row});
  }
  for (const auto& in : successions_) {
    const auto predecessor = institution_row(in.predecessor, "successions", "predecessor", in.row, true);
    const auto successor = institution_row(in.successor, "successions", "successor", in.row, true);
    if (predecessor == kNone || successor == kNone) continue;
    data.successions.push_back({predecessor, successor, in.date, in.kind, in.note, in.row});
  }
  for (const auto& in : positions_) {
    const auto person = require(person_of, texts().find(in.person), "positions", "person", in.row);
    const auto institution = institution_row(in.institution, "positions", "institution", in.row, false);
    if (person == kNone) continue;
    data.positions.push_back(
        {person, institution, in.title, in.valid_from, in.valid_to, in.seen_on, in.note, in.row});
  }
  for (const auto& in : events_) {
    const auto agreement = require(agreement_of, texts().find(in.agreement), "events", "agreement", in.row);
    if (agreement == kNone) continue;
    data.events.push_back({in.id, agreement, in.kind, in.date, in.note, in.row});
  }
  for (const auto& in : lineage_) {
    const auto agreement = require(agreement_of, texts().find(in.agreement), "lineage", "agreement", in.row);
    const auto of = resolve(agreement_of, texts().find(in.of), "lineage", "of", in.row);
    if (agreement == kNone) continue;
    data.lineage.push_back({agreement, in.kind, of, in.note, in.row});
  }
  for (auto& in : mentions_) {
    Mention mention{in.id, {}, in.context, in.date, in.amount_eur, in.note, in.row};
    for (const auto id : in.institutions) {
      const auto institution = institution_row(id, "mentions", "institutions", in.row, true);
      if (institution != kNone) mention.institutions.push_back(institution);
    }
    std::ranges::sort(mention.institutions);
    data.mentions.push_back(std::move(mention));
  }
  for (const auto& in : evidence_) {
    const auto source = in.source.empty() ? kNone : find_row(data.sources, &Source::id, in.source);
    if (source == kNone) broken.push_back({"evidence", "source", std::string(in.source), in.row});
    data.evidence.push_back({in.table, in.key, in.field, in.value, source, in.locator, in.basis, in.reason, in.accepted,
                             in.note, in.row});
  }
  std::ranges::stable_sort(data.affiliations, {}, [](const auto& r) { return std::tuple(r.member, r.group); });
  std::ranges::stable_sort(data.successions, {}, [](const auto& r) { return std::tuple(r.predecessor, r.successor); });
  std::ranges::stable_sort(data.positions, {}, [](const auto& r) {
    return std::tuple(r.person, r.institution, r.title, r.valid_from.earliest(), r.seen_on.earliest());
  });
  std::ranges::stable_sort(data.events, {}, [](const auto& r) {
    return std::tuple(r.agreement, r.date.earliest(), r.kind, r.id);
  });
  std::ranges::stable_sort(data.lineage, {}, [](const auto& r) { return std::tuple(r.agreement, r.kind, r.of); });
  std::ranges::stable_sort(data.evidence, {}, [](const auto& r) {
    return std::tuple(r.table, r.key, r.field, r.source, r.locator, r.value);
  });
  std::ranges::stable_sort(data.acknowledgements, {}, [](const auto& r) {
    return std::tuple(r.warning, r.table, r.key, r.field);
  });

  std::ranges::sort(duplicates, {}, [](const auto& d) { return std::tuple(d.table, d.row); });
  std::ranges::sort(broken, {}, [](const auto& b) { return std::tuple(b.table, b.row, b.field, b.value); });
  Result result{std::move(*data_), std::move(broken), std::move(duplicates)};
  *this = DataSetBuilder();
  return result;
}

}  // namespace maillage
