// SPDX-License-Identifier: Apache-2.0
#include "model/data_set.hpp"

#include <algorithm>
#include <tuple>

namespace maillage {
namespace {

template <class Get>
Index find_sorted(Index count, std::string_view wanted, Get get) {
  Index low = 0;
  Index high = count;
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (get(middle) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < count && get(low) == wanted ? low : kNone;
}

std::string_view first_filled(std::initializer_list<std::string_view> texts) {
  for (const auto text : texts) {
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

Institutions::Institutions(TextPool& pool)
    : id(pool), name(pool), short_name(pool), city(pool), country(pool), ror(pool), siren(pool), finess(pool),
      wikidata(pool), url(pool), note(pool), aliases(pool), territory(kNone), parent(kNone) {}

People::People(TextPool& pool) : id(pool), name(pool), orcid(pool), note(pool), aliases(pool) {}

Agreements::Agreements(TextPool& pool)
    : id(pool), title(pool), reference(pool), duration(pool), renewal_duration(pool), notice(pool), responsible_unit(pool), place(pool),
      note(pool), axes(pool), max_renewals(-1), amount_eur(kNoAmount) {}

DataSet::DataSet()
    : pool_(std::make_unique<TextPool>()),
      institutions(*pool_), people(*pool_), agreements(*pool_), parties(*pool_), signatures(*pool_) {
  parties.first = {0};
  signatures.first = {0};
}

Index DataSet::find_institution(std::string_view id) const {
  return find_sorted(institutions.size(), id, [&](Index row) { return institutions.id[row]; });
}
Index DataSet::find_person(std::string_view id) const {
  return find_sorted(people.size(), id, [&](Index row) { return people.id[row]; });
}
Index DataSet::find_agreement(std::string_view id) const {
  return find_sorted(agreements.size(), id, [&](Index row) { return agreements.id[row]; });
}
Index DataSet::find_territory(std::string_view code) const {
  return find_sorted(static_cast<Index>(territories.size()), code, [&](Index row) { return territories[row].code; });
}
Index DataSet::find_theme(std::string_view code) const {
  return find_sorted(static_cast<Index>(themes.size()), code, [&](Index row) { return themes[row].code; });
}
Index DataSet::find_source(std::string_view id) const {
  return find_sorted(static_cast<Index>(sources.size()), id, [&](Index row) { return sources[row].id; });
}

std::string_view DataSet::label_of_institution(Index row) const {
  return first_filled({institutions.short_name[row], institutions.name[row], institutions.id[row]});
}
std::string_view DataSet::name_of_institution(Index row) const {
  return first_filled({institutions.name[row], institutions.id[row]});
}
std::string_view DataSet::name_of_person(Index row) const { return first_filled({people.name[row], people.id[row]}); }
std::string_view DataSet::title_of_agreement(Index row) const {
  return first_filled({agreements.title[row], agreements.id[row]});
}

std::vector<const Evidence*> DataSet::evidence_for(std::string_view table, std::string_view key,
                                                   std::string_view field) const {
  const auto place = [](const Evidence& e) { return std::tuple(e.table, e.key); };
  const auto range = std::ranges::equal_range(evidence, std::tuple(table, key), {}, place);
  std::vector<const Evidence*> claims;
  for (const auto& claim : range) {
    if (field.empty() || claim.field == field) claims.push_back(&claim);
  }
  if (!claims.empty() || field.empty()) return claims;
  for (const auto& claim : range) {
    const bool is_register = claim.source != kNone && sources[claim.source].kind == SourceKind::register_;
    if (claim.field == "*" && is_register) claims.push_back(&claim);
  }
  return claims;
}

std::optional<Day> DataSet::latest_stated_day() const {
  std::optional<Day> latest;
  // Of a date known to the month or year the first day is certain to have come: nothing later is claimed.
  const auto look = [&](const PartialDate& date) {
    if (!date.is_known() || date.is_open()) return;
    const auto day = date.kind() == DateKind::by_then ? date.last_written() : date.first_written();
    if (!latest || day > *latest) latest = day;
  };
  for (const auto& source : sources) look(source.date);
  for (const auto& event : events) look(event.date);
  for (const auto& mention : mentions) {
    if (mention.context != MentionContext::planned) look(mention.date);
  }
  for (Index a = 0; a < agreements.size(); ++a) look(agreements.signed_on[a]);
  if (latest) return latest;
  for (Index a = 0; a < agreements.size(); ++a) look(agreements.valid_from[a]);
  return latest;
}

}  // namespace maillage
