// SPDX-License-Identifier: Apache-2.0
#include "analysis/structure/coverage.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/structure/coverage_claims.hpp"
#include "analysis/structure/territory_leaves.hpp"
#include "model/territory_tree.hpp"

namespace maillage {
namespace {

using When = CoveringAgreement::When;

bool is_in_force(When when) { return when == When::certain || when == When::possible; }

class Counting {
 public:
  Counting(const DataSet& data, const CoverageOptions& options)
      : data_(data), rows_(data.territories), leaves_(data), place_of_(rows_.size(), kNone),
        certain_leaf_(rows_.size()), possible_leaf_(rows_.size()), has_area_(!options.view.territories.empty()) {
    const auto& area = options.view.territories;
    inside_ = has_area_ ? territories_in(data, area) : std::vector<bool>(rows_.size(), true);
    for (Index row = 0; row < rows_.size(); ++row) {
      if (rows_[row].level != options.level || !inside_[row]) continue;
      place_of_[row] = static_cast<Index>(places_.size());
      Place place{.row = row};
      place.reaches_beyond = has_area_ && reaches_beyond(row, area);
      measure(place);
      places_.push_back(place);
    }
    touched_.resize(places_.size());
  }

  Coverage count(const std::vector<CoverageClaim>& claims) {
    for (const auto& claim : claims) take(claim);
    for (auto& place : places_) result_.territories.push_back(covered(place));
    std::ranges::stable_sort(result_.unplaced, {}, &CoveringAgreement::when);
    add_up();
    return std::move(result_);
  }

 private:
  struct Place {
    Index row;
    bool reaches_beyond = false;
    bool is_certain = false, is_possible = false;  ///< covered as a whole by one agreement
    bool is_complete = false;                      ///< the data hold all of what it is made of
    std::size_t leaves = 0;
    std::vector<CoveringAgreement> agreements{};
  };
  struct Sums {
    std::uint64_t leaves = 0, leaves_covered = 0, people = 0, people_covered = 0;
    bool knows_people = true, knows_covered = true;
  };

  void take(const CoverageClaim& claim) {
    if (claim.territories.empty()) return take_unplaced(claim);
    std::vector<Index> named = claim.territories, touched;
    std::ranges::sort(named);
    const auto is_named = [&](Index row) { return std::ranges::binary_search(named, row); };
    bool is_inside = std::ranges::any_of(named, [&](Index row) { return inside_[row]; });
    for (const auto leaf : leaves_.below_all(named)) {
      is_inside |= inside_[leaf];
      if (claim.when == When::certain) certain_leaf_[leaf] = true;
      if (is_in_force(claim.when)) possible_leaf_[leaf] = true;
      for (const auto row : leaves_.holders_of(leaf)) touch(row, leaf, touched);
    }
    for (const auto place : touched) {
      auto& at = places_[place];
      // Where the data hold all its communes these decide; else what holds it does.
      const bool is_held = is_named(at.row) || leaves_.is_leaf(at.row) ||
                           (!at.is_complete && std::ranges::any_of(leaves_.chain_of(at.row), is_named));
      const bool is_whole = is_held || (at.is_complete && touched_[place] == at.leaves);
      CoveringAgreement covering{claim.agreement, claim.when, is_whole, claim.is_by_party};
      at.is_certain |= is_whole && claim.when == When::certain;
      at.is_possible |= is_whole && is_in_force(claim.when);
      at.agreements.push_back(covering);
      touched_[place] = 0;
    }
    if (is_inside) count_agreement(claim.when);
  }

  void take_unplaced(const CoverageClaim& claim) {
    result_.unplaced.push_back({claim.agreement, claim.when, false, false});
    count_agreement(claim.when);
  }

  void count_agreement(When when) {
    result_.agreements_certain += when == When::certain;
    result_.agreements_possible += is_in_force(when);
  }

  // Some of it lies outside: one of its communes, or what holds it holds no area.
  bool reaches_beyond(Index row, const std::vector<Index>& area) const {
    if (leaves_.is_leaf(row)) return false;
    const auto is_outside = [&](Index leaf) { return !inside_[leaf]; };
    if (std::ranges::any_of(leaves_.below(row), is_outside)) return true;
    const auto chain = leaves_.chain_of(row);
    return std::ranges::none_of(area, [&](Index a) { return std::ranges::find(chain, a) != chain.end(); });
  }

  // A leaf of the area counts for every territory of the level that holds it.
  void touch(Index row, Index leaf, std::vector<Index>& touched) {
    const auto place = place_of_[row];
    if (place == kNone || (places_[place].reaches_beyond && !inside_[leaf])) return;
    if (touched_[place]++ == 0) touched.push_back(place);
  }

  std::vector<Index> leaves_of(const Place& place) const {
    const auto below = leaves_.below(place.row);
    std::vector<Index> found(below.begin(), below.end());
    if (place.reaches_beyond) std::erase_if(found, [&](Index leaf) { return !inside_[leaf]; });
    return found;
  }

  Sums sums(const Place& place, const std::vector<bool>& is_covered) const {
    Sums sums;
    for (const auto leaf : leaves_of(place)) {
      const auto people = rows_[leaf].population;
      ++sums.leaves;
      sums.people += people.value_or(0);
      sums.knows_people &= people.has_value();
      if (!is_covered[leaf]) continue;
      ++sums.leaves_covered;
      sums.people_covered += people.value_or(0);
      sums.knows_covered &= people.has_value();
    }
    return sums;
  }

  void measure(Place& place) const {
    const auto all = sums(place, certain_leaf_);
    place.leaves = all.leaves;
    const auto stated = rows_[place.row].population;
    // What counts of a territory that reaches beyond the area is what lies in it. Where no number of inhabitants is
    // known, nothing speaks against its communes being all there are.
    place.is_complete = place.reaches_beyond || !stated ||
                        (all.knows_people && static_cast<double>(all.people) >= (1 - kSameCount) * *stated);
  }

  CoveredTerritory covered(Place& place) const {
    CoveredTerritory row{.territory = place.row};
    row.reaches_beyond = place.reaches_beyond;
    const auto certain = sums(place, certain_leaf_), possible = sums(place, possible_leaf_);
    if (!place.reaches_beyond) {
      if (const auto stated = rows_[place.row].population) row.population = *stated;
    } else if (certain.knows_people) {
      row.population = certain.people;
    }
    const auto is_whole = [&](bool is_held, const Sums& sums) {
      return is_held || (place.is_complete && sums.leaves > 0 && sums.leaves_covered == sums.leaves);
    };
    const auto people = [&](bool whole, const Sums& sums) -> std::optional<std::uint64_t> {
      if (whole) return row.population;
      if (!sums.knows_covered) return std::nullopt;
      return row.population ? std::min(sums.people_covered, *row.population) : sums.people_covered;
    };
    const bool whole_certain = is_whole(place.is_certain, certain), whole_possible = is_whole(place.is_possible, possible);
    row.certain = people(whole_certain, certain);
    row.possible = people(whole_possible, possible);
    const auto share = [&](const std::optional<std::uint64_t>& count, bool whole) -> std::optional<double> {
      if (whole) return 1.0;
      if (!count || !row.population || *row.population == 0) return std::nullopt;
      return static_cast<double>(*count) / static_cast<double>(*row.population);
    };
    row.share_certain = share(row.certain, whole_certain);
    row.share_possible = share(row.possible, whole_possible);
    row.status = whole_certain                 ? CoverageStatus::certain
                 : whole_possible              ? CoverageStatus::possible
                 : certain.leaves_covered > 0  ? CoverageStatus::partial_certain
                 : possible.leaves_covered > 0 ? CoverageStatus::partial_possible
                                               : without_any(place.agreements);
    set_position(place, row);
    row.agreements = std::move(place.agreements);
    std::ranges::stable_sort(row.agreements, {}, [](const auto& a) { return std::tuple(a.when, a.agreement); });
    return row;
  }

  static CoverageStatus without_any(const std::vector<CoveringAgreement>& agreements) {
    const auto has = [&](When when) { return std::ranges::find(agreements, when, &CoveringAgreement::when) != agreements.end(); };
    return has(When::announced)     ? CoverageStatus::announced
           : has(When::not_started) ? CoverageStatus::not_started
           : has(When::ended)       ? CoverageStatus::ended
                                    : CoverageStatus::no_record;
  }

  void set_position(const Place& place, CoveredTerritory& row) const {
    const auto& own = rows_[place.row];
    if (own.latitude && own.longitude) {
      row.latitude = own.latitude;
      row.longitude = own.longitude;
      row.position_rests_on = 1;
      return;
    }
    double weight = 0, all = 0, latitude = 0, longitude = 0;
    for (const auto leaf : leaves_of(place)) {
      const double people = rows_[leaf].population.value_or(1);
      all += people;
      if (!rows_[leaf].latitude || !rows_[leaf].longitude) continue;
      weight += people;
      latitude += people * *rows_[leaf].latitude;
      longitude += people * *rows_[leaf].longitude;
    }
    if (weight <= 0) return;
    row.latitude = latitude / weight;
    row.longitude = longitude / weight;
    row.position_is_derived = true;
    row.position_rests_on = weight / all;
  }

  void add_up() {
    auto& totals = result_.totals;
    for (const auto& row : result_.territories) {
      const auto status = static_cast<std::size_t>(row.status);
      ++totals.all;
      ++totals.territories[status];
      totals.population[status] += row.population.value_or(0);
      totals.inhabitants += row.population.value_or(0);
      totals.certain += row.certain.value_or(0);
      totals.possible += row.possible.value_or(0);
      totals.of_unknown_population += !row.population;
      totals.of_unknown_cover += !row.possible;
      totals.without_position += !row.latitude;
    }
  }

  const DataSet& data_;
  const std::vector<Territory>& rows_;
  const TerritoryLeaves leaves_;
  std::vector<Index> place_of_;
  std::vector<bool> inside_, certain_leaf_, possible_leaf_;
  bool has_area_;
  std::vector<Place> places_;
  std::vector<std::size_t> touched_;
  Coverage result_;
};

}  // namespace

Coverage coverage_of(const DataSet& data, const CoverageOptions& options) {
  return Counting(data, options).count(coverage_claims(data, options.view));
}

std::vector<TerritoryLevel> levels_to_cover(const DataSet& data, std::size_t least) {
  std::array<std::size_t, code_names<TerritoryLevel>.size()> counts{};
  for (const auto& territory : data.territories) ++counts[static_cast<std::size_t>(territory.level)];
  std::vector<TerritoryLevel> levels;
  for (std::size_t level = 0; level < counts.size(); ++level) {
    if (counts[level] > least) levels.push_back(static_cast<TerritoryLevel>(level));
  }
  return levels;
}

}  // namespace maillage
