// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "analysis/counterfactual/gap_scorer.hpp"
#include "analysis/counterfactual/partner_gaps.hpp"
#include "analysis/ordered_chunks.hpp"
#include "analysis/random_source.hpp"
#include "network/agreements_network.hpp"

namespace maillage {
namespace {

using Pair = std::pair<Vertex, Vertex>;

ViewOptions without_dates(ViewOptions options) {
  options.as_of = options.from = options.to = std::nullopt;
  options.unknown = UnknownDates::include;
  options.all_institutions = options.with_announced = options.with_mentions = options.directed = false;
  return options;
}

/// The first and last day an agreement may have begun on: signed, else in force from; nothing where neither is known.
std::optional<std::pair<Day, Day>> beginning_of(const DataSet& data, Index a) {
  for (const auto& date : {data.agreements.signed_on[a], data.agreements.valid_from[a]}) {
    if (date.is_known() && !date.is_open()) return std::pair(date.earliest(), date.latest());
  }
  return std::nullopt;
}

/// Pairs of another network as vertices of this one, ascending, each once; those with a node this one has not are left
/// out.
std::vector<Pair> pairs_in(const NetworkView& view, const NetworkView& other) {
  const auto key = [](const Node& node) { return std::pair(node.kind, node.row); };
  std::vector<Vertex> here(other.nodes.size(), Network::no_edge);
  for (std::size_t v = 0; v < here.size(); ++v) {
    const auto place = std::ranges::lower_bound(view.nodes, key(other.nodes[v]), {}, key);
    if (place != view.nodes.end() && key(*place) == key(other.nodes[v]))
      here[v] = static_cast<Vertex>(place - view.nodes.begin());
  }
  std::vector<Pair> pairs;
  for (EdgeId e = 0; e < other.network.edge_count(); ++e) {
    const auto a = here[other.network.source(e)], b = here[other.network.target(e)];
    if (a != Network::no_edge && b != Network::no_edge) pairs.push_back(std::minmax(a, b));
  }
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

bool are_tied(const NetworkView& view, Pair pair) {
  return view.network.find_edge(pair.first, pair.second) != view.network.edge_count();
}

/// By vertex the others that it is no "other pair" with, beside its partners: new pairs, and those whose day is not
/// known.
std::vector<std::vector<Vertex>> left_out(Vertex count, const std::vector<Pair>& fresh,
                                          const std::vector<Pair>& doubtful) {
  std::vector<std::vector<Vertex>> others(count);
  for (const auto* pairs : {&fresh, &doubtful}) {
    for (const auto& [a, b] : *pairs) {
      others[a].push_back(b);
      others[b].push_back(a);
    }
  }
  return others;
}

/// Counts, for each score, over other pairs how many new pairs score higher and how many equal.
struct Wins {
  std::array<double, kGapScores> halves{};  // twice the wins: whole numbers, exact far beyond any count here
  std::uint64_t compared = 0;
};

class Comparison {
 public:
  Comparison(const GapScorer& scorer, const std::vector<std::vector<Vertex>>& left_out,
             const std::vector<bool>& is_node)
      : scorer_(scorer), left_out_(left_out), is_node_(is_node), later_(is_node.size(), 0) {
    std::uint64_t count = 0;
    for (auto v = is_node.size(); v-- > 0;) {
      later_[v] = count;
      count += is_node[v] ? 1 : 0;
    }
  }

  /// Where the new pairs stand, sorted.
  void score_new_pairs(const std::vector<Pair>& fresh) {
    GapScorer::Walk walk(scorer_);
    Vertex from = Network::no_edge;
    for (const auto& [a, b] : fresh) {
      if (a != from) walk.from(from = a, true);
      const auto scores = walk.scores(b);
      for (std::size_t s = 0; s < kGapScores; ++s) new_scores_[s].push_back(place_of(scores[s]));
    }
    for (auto& scores : new_scores_) std::ranges::sort(scores);
  }

  /// Compares all other pairs of these sources, or of each source with later vertices where all are sources.
  Wins over(const std::vector<Vertex>& sources, bool is_sampled) const {
    std::vector<bool> is_source(is_node_.size(), false);
    for (const auto v : sources) is_source[v] = true;
    struct Work {
      GapScorer::Walk walk;
      std::vector<char> is_left_out;
      Wins wins;
    };
    Wins total;
    constexpr std::size_t kAtOnce = 64;
    over_chunks((sources.size() + kAtOnce - 1) / kAtOnce, 30 * scorer_.steps(),
                [&] {
                  return Work{GapScorer::Walk(scorer_), std::vector<char>(is_node_.size(), 0), {}};
                },
                [&](Work& work, std::size_t chunk) {
                  const auto last = std::min(sources.size(), (chunk + 1) * kAtOnce);
                  for (auto i = chunk * kAtOnce; i < last; ++i) compare(work, sources[i], is_source, is_sampled);
                },
                [&](Work& work, std::size_t) {
                  const auto wins = std::exchange(work.wins, {});
                  for (std::size_t s = 0; s < kGapScores; ++s) total.halves[s] += wins.halves[s];
                  total.compared += wins.compared;
                });
    return total;
  }

 private:
  // A pair of two sources is compared from its smaller end alone.
  template <class Work>
  void compare(Work& work, Vertex u, const std::vector<bool>& is_source, bool is_sampled) const {
    const auto counts = [&](Vertex v) { return v != u && is_node_[v] && (v > u || !is_source[v]); };
    const auto& network = scorer_.view().network;
    std::uint64_t others = is_sampled ? 0 : later_[u];
    if (is_sampled) {
      for (Vertex v = 0; v < is_node_.size(); ++v) others += counts(v) ? 1 : 0;
    }
    const auto leave_out = [&](Vertex v) {
      if (work.is_left_out[v] == 0 && counts(v)) --others;
      work.is_left_out[v] = 1;
    };
    for (const auto v : network.neighbours(u)) leave_out(v);
    for (const auto v : left_out_[u]) leave_out(v);
    work.walk.from(u, true);
    std::uint64_t met = 0;
    for (const auto v : work.walk.reached()) {
      if (work.is_left_out[v] != 0 || !counts(v)) continue;
      ++met;
      add(work.wins, work.walk.scores(v), 1);
    }
    add(work.wins, GapScores{}, others - met);
    for (const auto v : network.neighbours(u)) work.is_left_out[v] = 0;
    for (const auto v : left_out_[u]) work.is_left_out[v] = 0;
  }

  void add(Wins& wins, const GapScores& scores, std::uint64_t times) const {
    for (std::size_t s = 0; s < kGapScores; ++s) {
      const auto [equal, above] = std::ranges::equal_range(new_scores_[s], place_of(scores[s]));
      const auto higher = static_cast<double>(new_scores_[s].end() - above);
      wins.halves[s] += static_cast<double>(times) * (2 * higher + static_cast<double>(above - equal));
    }
    wins.compared += times;
  }

  const GapScorer& scorer_;
  const std::vector<std::vector<Vertex>>& left_out_;
  const std::vector<bool>& is_node_;
  std::vector<std::uint64_t> later_;  // nodes after each vertex
  std::array<std::vector<double>, kGapScores> new_scores_;
};

}  // namespace

std::optional<Day> usual_split(const DataSet& data, const ViewOptions& options) {
  std::vector<Day> days;
  for (const auto& item : select_agreements(data, without_dates(options)).items) {
    if (const auto beginning = beginning_of(data, item.agreement)) days.push_back(beginning->second);
  }
  if (days.size() < 5) return std::nullopt;
  std::ranges::sort(days);
  return days[days.size() * 4 / 5];
}

Foretelling foretell(const DataSet& data, const ViewOptions& given, Day split, double most_work, std::uint64_t seed) {
  const auto options = without_dates(given);
  const auto all = select_agreements(data, options);
  auto before = all, after = all, undated = all;
  for (auto* part : {&before, &after, &undated}) part->items.clear();
  for (const auto& item : all.items) {
    const auto beginning = beginning_of(data, item.agreement);
    const bool is_before = beginning && beginning->second < split, is_after = beginning && beginning->first >= split;
    (is_before ? before : is_after ? after : undated).items.push_back(item);
  }
  Foretelling result;
  result.split = split;
  result.before = before.items.size();
  result.after = after.items.size();
  result.undated = undated.items.size();
  result.auc.fill(std::numeric_limits<double>::quiet_NaN());

  const auto known = network_of_selection(data, options, std::move(before));
  auto fresh = pairs_in(known, network_of_selection(data, options, std::move(after)));
  auto doubtful = pairs_in(known, network_of_selection(data, options, std::move(undated)));
  std::vector<bool> is_node(known.network.vertex_count());
  for (Vertex v = 0; v < is_node.size(); ++v) is_node[v] = known.hyperdegree[v] > 0;
  const auto is_no_question = [&](const Pair& pair) {
    return are_tied(known, pair) || !is_node[pair.first] || !is_node[pair.second];
  };
  std::erase_if(fresh, is_no_question);
  std::erase_if(doubtful, is_no_question);
  std::erase_if(doubtful, [&](const Pair& pair) { return std::ranges::binary_search(fresh, pair); });
  const auto nodes = static_cast<std::uint64_t>(std::ranges::count(is_node, true));
  const auto possible_pairs = nodes > 0 ? nodes * (nodes - 1) / 2 : 0;
  result.new_pairs = fresh.size();
  result.other_pairs = possible_pairs - known.network.edge_count() - fresh.size() - doubtful.size();
  if (fresh.empty() || result.other_pairs == 0) return result;

  const GapScorer scorer(known);
  const auto no_others = left_out(known.network.vertex_count(), fresh, doubtful);
  Comparison comparison(scorer, no_others, is_node);
  comparison.score_new_pairs(fresh);
  std::vector<Vertex> sources;
  for (Vertex v = 0; v < is_node.size(); ++v) {
    if (is_node[v]) sources.push_back(v);
  }
  const double work = scorer.steps() + 2 * scorer.theme_pairs();
  const bool is_sampled = work > most_work;
  if (is_sampled) {
    RandomSource random(seed);
    const auto wanted =
        std::max<std::size_t>(64, static_cast<std::size_t>(most_work / work * static_cast<double>(sources.size())));
    const auto count = std::min(wanted, sources.size());
    for (std::size_t i = 0; i < count; ++i) {
      std::swap(sources[i], sources[i + random.below(static_cast<std::uint32_t>(sources.size() - i))]);
    }
    sources.resize(count);
    std::ranges::sort(sources);
  }
  const auto wins = comparison.over(sources, is_sampled);
  result.compared = wins.compared;
  for (std::size_t s = 0; s < kGapScores; ++s) {
    result.auc[s] = wins.halves[s] / 2 / (static_cast<double>(fresh.size()) * static_cast<double>(wins.compared));
  }
  return result;
}

}  // namespace maillage
