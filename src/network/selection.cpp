// SPDX-License-Identifier: Apache-2.0
#include "network/selection.hpp"

#include <algorithm>

#include "model/territory_tree.hpp"

namespace maillage {
namespace {

template <class T>
bool passes(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool concerns_territory(const DataSet& data, Index a, const std::vector<bool>& wanted) {
  if (wanted.empty()) return true;
  const auto is_wanted = [&](Index territory) { return territory != kNone && wanted[territory]; };
  return std::ranges::any_of(data.agreements.territories[a], is_wanted) ||
         std::ranges::any_of(data.parties_of(a), [&](Index party) {
           return is_wanted(data.institutions.territory[data.parties.institution[party]]);
         });
}

bool has_kind(const DataSet& data, Index a, const std::vector<InstitutionKind>& wanted) {
  return wanted.empty() || std::ranges::any_of(data.parties_of(a), [&](Index party) {
           return passes(wanted, data.institutions.kind[data.parties.institution[party]]);
         });
}

bool has_theme(const DataSet& data, Index a, const std::vector<Index>& wanted) {
  return wanted.empty() ||
         std::ranges::any_of(data.agreements.themes[a], [&](Index theme) { return passes(wanted, theme); });
}

// Is the institution a party, itself or (rolled up) by one of its units?
bool has_party(const DataSet& data, Index a, Index institution, bool roll_up) {
  return std::ranges::any_of(data.parties_of(a), [&](Index party) {
    auto at = data.parties.institution[party];
    for (int depth = 0; at != kNone && depth < 16; ++depth) {
      if (at == institution) return true;
      at = roll_up ? data.institutions.parent[at] : kNone;
    }
    return false;
  });
}

bool has_signatory(const DataSet& data, Index a, Index person) {
  return std::ranges::any_of(data.signatures_of(a), [&](Index signature) {
    return data.signatures.person[signature] == person && data.signatures.kind[signature] == SignatureKind::signatory;
  });
}

bool passes_filters(const DataSet& data, Index a, const ViewOptions& options, const std::vector<bool>& territories) {
  return passes(options.types, data.agreements.type[a]) && has_theme(data, a, options.themes) &&
         has_kind(data, a, options.kinds) && concerns_territory(data, a, territories) &&
         std::ranges::all_of(options.parties, [&](Index i) { return has_party(data, a, i, options.roll_up); }) &&
         std::ranges::all_of(options.people, [&](Index person) { return has_signatory(data, a, person); });
}

Certainty meets_dates(const DataSet& data, Index a, const ViewOptions& options) {
  const bool window = options.from || options.to;
  if (!window && !options.as_of) return Certainty::certain;
  const bool by_signature = options.dates == DateBasis::signed_;
  if (!window) {
    return by_signature ? signed_during(data, a, kDistantPast, *options.as_of)
                        : in_force_during(data, a, *options.as_of, *options.as_of);
  }
  const auto from = options.from.value_or(kDistantPast);
  const auto to = options.to.value_or(kDistantFuture);
  return by_signature ? signed_during(data, a, from, to) : in_force_during(data, a, from, to);
}

}  // namespace

std::size_t Selection::certain() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(items, [](const Item& item) { return item.certainty == Certainty::certain; }));
}

std::size_t Selection::possible() const { return items.size(); }

Selection select_agreements(const DataSet& data, const ViewOptions& options) {
  Selection selection;
  selection.reference_day = options.as_of ? options.as_of : data.latest_stated_day();
  selection.reference_day_is_asked = options.as_of.has_value();
  const bool announced_by_status =
      std::ranges::find(options.statuses, Status::announced) != options.statuses.end();
  const auto territories =
      options.territories.empty() ? std::vector<bool>() : territories_in(data, options.territories);
  for (Index a = 0; a < data.agreements.size(); ++a) {
    if (!passes_filters(data, a, options, territories)) continue;
    const auto day = selection.reference_day;
    const auto status = day ? status_at(data, a, *day) : is_announced(data, a) ? Status::announced : Status::unknown;
    if (!passes(options.statuses, status)) continue;
    if (is_announced(data, a)) {
      if (options.with_announced || announced_by_status) {
        selection.items.push_back({a, Certainty::certain, Certainty::no});
      }
      continue;
    }
    const auto certainty = meets_dates(data, a, options);
    if (certainty == Certainty::no) continue;
    // Without a date condition nothing depends on a reading but the status.
    const bool is_dated = options.as_of || options.from || options.to;
    const bool doubtful = is_dated ? certainty == Certainty::possible : status == Status::unknown;
    if (options.unknown == UnknownDates::exclude && doubtful) continue;
    if (options.unknown == UnknownDates::only && !doubtful) continue;
    selection.items.push_back({a, certainty, day ? in_force_during(data, a, *day, *day) : Certainty::possible});
  }
  return selection;
}

}  // namespace maillage
