// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/rank_doubts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "analysis/centrality/date_extremes.hpp"
#include "analysis/centrality/partnership_samples.hpp"
#include "analysis/centrality/sole_sources.hpp"
#include "analysis/ordered_chunks.hpp"
#include "network/network_of_selection.hpp"

namespace maillage {
namespace {

using Ranks = std::vector<std::uint32_t>;

/// Ranks of the vertices of `view` among the nodes of another network of its data. What is no node there comes last;
/// what is a node there alone takes a rank all the same.
Ranks ranks_in(const NetworkView& view, const NetworkView& other, const HubOptions& options) {
  auto measure_options = options.measure_options;
  if (other.nodes.size() != view.nodes.size()) {  // these are by vertex of the view
    measure_options.community_of.clear();
    measure_options.group_of.clear();
  }
  const auto scores = measure(other, options.measure, measure_options).values;
  const auto key = [](const Node& node) { return std::tuple(node.kind, node.row); };
  std::vector<double> values(view.nodes.size(), std::numeric_limits<double>::quiet_NaN());
  for (Vertex v = 0; v < other.nodes.size(); ++v) {
    const auto place = std::ranges::lower_bound(view.nodes, key(other.nodes[v]), {}, key);
    const bool is_here = place != view.nodes.end() && key(*place) == key(other.nodes[v]);
    if (is_here) {
      values[static_cast<std::size_t>(place - view.nodes.begin())] = scores[v];
    } else {
      values.push_back(scores[v]);
    }
  }
  auto ranks = ranks_of(values);
  ranks.resize(view.nodes.size());
  return ranks;
}

void widen(RankBounds& bounds, const Ranks& ranks) {
  if (bounds.low.empty()) bounds.low = bounds.high = ranks;
  for (std::size_t v = 0; v < ranks.size(); ++v) {
    bounds.low[v] = std::min(bounds.low[v], ranks[v]);
    bounds.high[v] = std::max(bounds.high[v], ranks[v]);
  }
}

// Does the agreement meet the date condition where its dates are read at their earliest, or at their latest?
bool meets_dates(const DataSet& data, Index a, const ViewOptions& options, bool latest) {
  const bool is_window = options.from || options.to;
  const auto from = is_window                             ? options.from.value_or(kDistantPast)
                    : options.dates == DateBasis::signed_ ? kDistantPast
                                                          : *options.as_of;
  const auto to = is_window ? options.to.value_or(kDistantFuture) : *options.as_of;
  if (options.dates == DateBasis::signed_) {
    const auto signature = data.agreements.signed_on[a];
    const auto day = latest ? signature.latest() : signature.earliest();
    return day >= from && day <= to;
  }
  const auto validity = validity_of(data, a);
  return (latest ? validity.start_latest : validity.start_earliest) <= to &&
         (latest ? validity.end_latest : validity.end_earliest) >= from;
}

template <class Keep>
Selection selected(const Selection& all, Keep keep) {
  auto some = all;
  std::erase_if(some.items, [&](const Selection::Item& item) { return !keep(item); });
  for (auto& item : some.items) item.certainty = Certainty::certain;
  return some;
}

void read_dates_otherwise(const NetworkView& view, const HubOptions& options, const Ranks& point, RankDoubts& doubts) {
  const auto& asked = view.options;
  doubts.dates_matter = asked.as_of || asked.from || asked.to;
  if (!doubts.dates_matter) return;
  auto with_doubtful = asked;
  if (asked.unknown == UnknownDates::exclude) with_doubtful.unknown = UnknownDates::include;
  const auto all = select_agreements(*view.data, with_doubtful);
  const auto is_certain = [](const Selection::Item& item) { return item.certainty == Certainty::certain; };
  doubts.doubtful_agreements = static_cast<std::uint32_t>(all.items.size() - all.certain());
  if (doubts.doubtful_agreements == 0) return;
  widen(doubts.dates, point);
  const auto read = [&](auto keep) {
    widen(doubts.dates, ranks_in(view, network_of_selection(view, asked, selected(all, keep)), options));
  };
  read([](const Selection::Item&) { return true; });
  read(is_certain);
  for (const bool latest : {false, true}) {
    read([&](const Selection::Item& item) {
      return is_certain(item) || meets_dates(*view.data, item.agreement, asked, latest);
    });
  }
  // Each date for itself, which four readings of all of them do not reach.
  const auto bounds = extreme_ranks(network_of_selection(view, asked, all), options.measure);
  if (bounds.low.size() == point.size()) {
    widen(doubts.dates, bounds.low);
    widen(doubts.dates, bounds.high);
  }
}

/// Does another weight of the ties change what is measured?
bool takes_weights(const HubOptions& options) {
  constexpr std::string_view never[] = {"degree",       "hyperdegree", "core",      "clustering",
                                        "articulation", "in_degree",   "out_degree"};
  constexpr std::string_view by_length[] = {"closeness", "harmonic", "betweenness", "eccentricity"};
  if (std::ranges::find(never, options.measure) != std::end(never) || needs_dates(options.measure)) return false;
  const bool is_by_length = std::ranges::find(by_length, options.measure) != std::end(by_length);
  return !is_by_length || options.measure_options.distance != Distance::hops;
}

void change_the_rule(const NetworkView& view, const HubOptions& options, const Ranks& point, RankDoubts& doubts) {
  doubts.rule_matters = view.options.kind != ViewKind::two_mode;
  if (!doubts.rule_matters) return;
  widen(doubts.rule, point);
  if (!takes_weights(options)) return;
  for (const auto weight : {Weighting::newman, Weighting::count, Weighting::none}) {
    if (weight == view.options.weight) continue;
    auto otherwise = view.options;
    otherwise.weight = weight;
    widen(doubts.rule, ranks_in(view, network_of_selection(view, otherwise, view.selection), options));
  }
}

struct Departure {
  Index source;
  std::size_t agreements;  // that go with it
};

/// The sources that take agreements along, those that take most first.
std::vector<Departure> departures(const std::vector<Index>& sole) {
  std::map<Index, std::size_t> counts;
  for (const auto source : sole) {
    if (source != kNone) ++counts[source];
  }
  std::vector<Departure> all;
  for (const auto& [source, count] : counts) all.push_back({source, count});
  std::ranges::stable_sort(all, std::ranges::greater{}, &Departure::agreements);
  return all;
}

void leave_out_sources(const NetworkView& view, const HubOptions& options, const Ranks& point, RankDoubts& doubts) {
  std::vector<Index> agreements;
  for (const auto& item : view.selection.items) agreements.push_back(item.agreement);
  const auto sole = sole_sources(*view.data, agreements);
  auto leaving = departures(sole);
  doubts.agreements_of_one_source =
      static_cast<std::uint32_t>(std::ranges::count_if(sole, [](Index source) { return source != kNone; }));
  const auto cost = cost_of_sample(view, options.measure, options.measure_options.distance) +
                    100.0 * static_cast<double>(agreements.size());
  const auto tried = std::min(leaving.size(), static_cast<std::size_t>(kMostOperationsOfRanks / cost) + 1);
  doubts.sources_not_tried = static_cast<std::uint32_t>(leaving.size() - tried);
  doubts.sources_tried = static_cast<std::uint32_t>(tried);
  leaving.resize(tried);
  if (leaving.empty()) return;
  doubts.decisive_source.assign(point.size(), RankDoubts::kNoSource);
  doubts.rank_without = point;
  widen(doubts.sources, point);
  over_chunks(
      tried, cost * static_cast<double>(tried), [] { return Ranks{}; },
      [&](Ranks& ranks, std::size_t i) {
        auto rest = view.selection;
        std::size_t at = 0;
        std::erase_if(rest.items, [&](const Selection::Item&) { return sole[at++] == leaving[i].source; });
        ranks = ranks_in(view, network_of_selection(view, view.options, std::move(rest)), options);
      },
      [&](const Ranks& ranks, std::size_t i) {
        widen(doubts.sources, ranks);
        for (std::size_t v = 0; v < ranks.size(); ++v) {
          if (ranks[v] <= doubts.rank_without[v]) continue;
          doubts.rank_without[v] = ranks[v];
          doubts.decisive_source[v] = leaving[i].source;
        }
      });
}

/// Does some reading put another vertex first, or push one that is first from its place?
bool moves_the_lead(const HubRanking& ranking, const RankBounds& bounds) {
  if (bounds.low.empty()) return false;
  return std::ranges::any_of(ranking.hubs, [&](const Hub& hub) {
    return hub.rank == 1 ? bounds.high[hub.vertex] > 1 : bounds.low[hub.vertex] == 1;
  });
}

void measure_intervals(const HubRanking& ranking, RankTrust& trust) {
  const auto defined = std::ranges::count_if(ranking.hubs, [](const Hub& hub) { return !std::isnan(hub.score); });
  trust.mean_width = std::numeric_limits<double>::quiet_NaN();
  double widths = 0;
  for (const auto& hub : ranking.hubs) {
    if (std::isnan(hub.score)) continue;
    trust.may_lead += hub.rank_low <= 1 ? 1U : 0U;
    widths += hub.rank_high - hub.rank_low;
  }
  const auto count = static_cast<double>(defined);
  if (defined > 1) trust.mean_width = widths / count / (count - 1);
  trust.all_may_lead = defined > 1 && trust.may_lead == defined;
}

}  // namespace

RankDoubts rank_doubts(const NetworkView& view, const HubOptions& options) {
  RankDoubts doubts;
  if (view.network.vertex_count() == 0) return doubts;
  const auto point = ranks_of(measure(view, options.measure, options.measure_options).values);
  auto otherwise = options;
  otherwise.measure_options = options_for_samples(view, options);
  read_dates_otherwise(view, otherwise, point, doubts);
  change_the_rule(view, otherwise, point, doubts);
  leave_out_sources(view, otherwise, point, doubts);
  return doubts;
}

RankTrust rank_trust(const HubRanking& ranking, const RankDoubts& doubts) {
  RankTrust trust;
  measure_intervals(ranking, trust);
  trust.few_partnerships = ranking.partnerships < kPartnershipsForTrust;
  trust.no_intervals = ranking.resamples == 0;
  trust.all_may_lead = trust.all_may_lead && !trust.no_intervals;
  trust.wide_intervals = !trust.no_intervals && trust.mean_width >= 0.5;
  trust.dates_move_the_lead = moves_the_lead(ranking, doubts.dates);
  trust.rule_moves_the_lead = moves_the_lead(ranking, doubts.rule);
  trust.a_source_makes_the_lead = moves_the_lead(ranking, doubts.sources);
  if (trust.few_partnerships || trust.no_intervals || trust.wide_intervals) return trust;
  const bool moves = trust.dates_move_the_lead || trust.rule_moves_the_lead || trust.a_source_makes_the_lead;
  trust.level = moves || trust.may_lead > 1 ? TrustLevel::partial : TrustLevel::firm;
  return trust;
}

}  // namespace maillage
