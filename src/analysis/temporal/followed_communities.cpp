// SPDX-License-Identifier: Apache-2.0
#include "analysis/temporal/followed_communities.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>

#include "analysis/ordered_chunks.hpp"
#include "analysis/temporal/evolving_network.hpp"

namespace maillage {
namespace {

constexpr double kNotable = 0.1;  // growth and contraction: more than a tenth
constexpr std::size_t kSmallest = 2;
constexpr std::uint32_t kNobody = 0xFFFFFFFFU;

// A community of the step matched with one of the step before.
struct Match {
  double jaccard;
  std::uint32_t before, now;  // place among the fronts, among the communities of the step
};

class CommunityFollower {
 public:
  CommunityFollower(std::span<const std::int32_t> days, double threshold) {
    result_.threshold = threshold;
    result_.days.assign(days.begin(), days.end());
  }

  void take(std::size_t step, const CommunityStep& found) {
    step_ = step;
    result_.modularity.push_back(found.modularity);
    now_.clear();
    for (std::uint32_t c = 0; c < found.communities.size(); ++c) {
      if (found.communities[c].size() >= kSmallest) now_.push_back(c);
    }
    const auto matches = match(found);
    std::vector<std::uint32_t> front_of(now_.size(), kNobody), part_of(fronts_.size(), kNobody);
    std::vector<double> jaccard(now_.size(), 0);
    for (const auto& m : matches) {
      if (front_of[m.now] != kNobody || part_of[m.before] != kNobody) continue;
      front_of[m.now] = m.before;
      part_of[m.before] = m.now;
      jaccard[m.now] = m.jaccard;
    }
    std::vector<std::vector<std::uint32_t>> merged(now_.size());
    std::vector<bool> has_match(fronts_.size(), false);
    for (const auto& m : matches) {
      if (part_of[m.before] == kNobody && !has_match[m.before]) merged[m.now].push_back(fronts_[m.before].community);
      has_match[m.before] = true;
    }
    std::vector<Front> next;
    for (std::uint32_t i = 0; i < now_.size(); ++i) {
      const auto& members = found.communities[now_[i]];
      const auto number = front_of[i] != kNobody ? fronts_[front_of[i]].community : new_community();
      auto& community = result_.communities[number];
      if (front_of[i] != kNobody) {
        tell_continuation(number, fronts_[front_of[i]].members.size(), members.size(), jaccard[i], std::move(merged[i]));
      } else {
        tell_beginning(number, i, members.size(), matches);
      }
      community.states.push_back({step, members});
      labels_[number].push_back(found.strongest[now_[i]]);
      next.push_back({number, members});
    }
    for (std::uint32_t f = 0; f < fronts_.size(); ++f) {
      if (!has_match[f]) add({step_, CommunityEvent::death, fronts_[f].community, {}, fronts_[f].members.size(), 0, 0});
    }
    fronts_ = std::move(next);
    // The fronts stand in the order of their age, so that of equal matches the oldest continues.
    std::ranges::sort(fronts_, {}, &Front::community);
    std::ranges::stable_sort(result_.changes, {}, [](const CommunityChange& c) { return std::tuple(c.step, c.community, c.event); });
  }

  FollowedCommunities finish() {
    for (std::uint32_t c = 0; c < result_.communities.size(); ++c) {
      std::map<Index, std::size_t> times;
      for (const auto row : labels_[c]) ++times[row];
      result_.communities[c].label =
          std::ranges::max_element(times, {}, [](const auto& entry) { return entry.second; })->first;
    }
    return std::move(result_);
  }

 private:
  struct Front {
    std::uint32_t community;
    std::vector<Index> members;
  };

  // All matches, the best first; of equal ones that of the older community, then of the larger part.
  std::vector<Match> match(const CommunityStep& found) const {
    std::map<Index, std::uint32_t> front_of_row;
    for (std::uint32_t f = 0; f < fronts_.size(); ++f) {
      for (const auto row : fronts_[f].members) front_of_row[row] = f;
    }
    std::vector<Match> matches;
    for (std::uint32_t i = 0; i < now_.size(); ++i) {
      const auto& members = found.communities[now_[i]];
      std::map<std::uint32_t, std::size_t> common;
      for (const auto row : members) {
        if (const auto front = front_of_row.find(row); front != front_of_row.end()) ++common[front->second];
      }
      for (const auto& [front, count] : common) {
        const auto all = members.size() + fronts_[front].members.size() - count;
        const double jaccard = static_cast<double>(count) / static_cast<double>(all);
        if (jaccard > result_.threshold) matches.push_back({jaccard, front, i});
      }
    }
    std::ranges::sort(matches, {}, [](const Match& m) { return std::tuple(-m.jaccard, m.before, m.now); });
    return matches;
  }

  std::uint32_t new_community() {
    result_.communities.emplace_back();
    labels_.emplace_back();
    return static_cast<std::uint32_t>(result_.communities.size() - 1);
  }
  void add(CommunityChange change) { result_.changes.push_back(std::move(change)); }

  void tell_continuation(std::uint32_t number, std::size_t before, std::size_t now, double jaccard, std::vector<std::uint32_t> merged) {
    const auto old_size = static_cast<double>(before), new_size = static_cast<double>(now);
    const auto event = !merged.empty()                            ? CommunityEvent::merge
                       : new_size > old_size * (1 + kNotable)     ? CommunityEvent::growth
                       : new_size < old_size * (1 - kNotable)     ? CommunityEvent::contraction
                                                                  : CommunityEvent::continuation;
    std::ranges::sort(merged);
    add({step_, event, number, std::move(merged), before, now, jaccard});
  }

  // A part of a community that another part continues, or something new.
  void tell_beginning(std::uint32_t number, std::uint32_t part, std::size_t size, const std::vector<Match>& matches) {
    const auto from = std::ranges::find(matches, part, &Match::now);
    if (from == matches.end()) {
      add({step_, CommunityEvent::birth, number, {}, 0, size, std::numeric_limits<double>::quiet_NaN()});
    } else {
      const auto& front = fronts_[from->before];
      add({step_, CommunityEvent::split, number, {front.community}, front.members.size(), size, from->jaccard});
    }
  }

  FollowedCommunities result_;
  std::vector<Front> fronts_;
  std::vector<std::vector<Index>> labels_;  // strongest members by community and state
  std::vector<std::uint32_t> now_;
  std::size_t step_ = 0;
};

}  // namespace

FollowedCommunities follow_communities(std::span<const std::int32_t> days, std::span<const CommunityStep> steps, double threshold) {
  if (!(threshold >= 0 && threshold < 1)) throw std::invalid_argument("a threshold lies from 0 to 1, 1 excluded");
  CommunityFollower follower(days, threshold);
  for (std::size_t step = 0; step < steps.size(); ++step) follower.take(step, steps[step]);
  return follower.finish();
}

namespace {

CommunityStep step_of(const PartnershipSpells& spells, const NetworkSlice& slice, const CommunityOptions& options) {
  const auto partition = find_communities(slice.network, options);
  CommunityStep step;
  step.modularity = partition.modularity;
  step.communities.resize(partition.count);
  step.strongest.resize(partition.count, kNone);
  std::vector<double> best(partition.count, -1);
  for (Vertex node = 0; node < slice.vertex_of_node.size(); ++node) {
    const auto c = partition.community_of[node];
    const auto row = spells.institutions[slice.vertex_of_node[node]];
    step.communities[c].push_back(row);
    if (slice.network.strength(node) > best[c]) {
      best[c] = slice.network.strength(node);
      step.strongest[c] = row;
    }
  }
  return step;
}

// How many changes there were by each of the days: where as many as before, nothing has changed.
std::vector<std::size_t> changes_by(const PartnershipSpells& spells, std::span<const std::int32_t> days) {
  std::vector<Day> changes;
  for (const auto& spell : spells.spells) {
    changes.push_back(spell.from);
    changes.push_back(spell.until);
  }
  std::ranges::sort(changes);
  std::vector<std::size_t> counts;
  for (const auto day : days) counts.push_back(static_cast<std::size_t>(std::ranges::upper_bound(changes, day) - changes.begin()));
  return counts;
}

}  // namespace

std::vector<CommunityStep> community_steps(const PartnershipSpells& spells, std::span<const std::int32_t> days,
                                           const CommunityOptions& options) {
  const auto changes = changes_by(spells, days);
  std::vector<CommunityStep> steps(days.size());
  std::vector<std::size_t> new_ones;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (i == 0 || changes[i] != changes[i - 1]) new_ones.push_back(i);
  }
  struct Work {
    EvolvingNetwork network;
    CommunityStep step;
  };
  over_chunks(
      new_ones.size(), 1e6 * static_cast<double>(new_ones.size()), [&] { return Work{EvolvingNetwork(spells), {}}; },
      [&](Work& work, std::size_t i) {
        work.network.advance_to(days[new_ones[i]]);
        work.step = step_of(spells, work.network.slice(), options);
      },
      [&](Work& work, std::size_t i) { steps[new_ones[i]] = std::move(work.step); });
  for (std::size_t i = 1; i < days.size(); ++i) {
    if (changes[i] == changes[i - 1]) steps[i] = steps[i - 1];
  }
  return steps;
}

}  // namespace maillage
