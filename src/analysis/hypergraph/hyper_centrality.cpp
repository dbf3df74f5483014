// SPDX-License-Identifier: Apache-2.0
#include "analysis/hypergraph/hyper_centrality.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <ranges>
#include <span>
#include <utility>

#include "analysis/structure/growing_components.hpp"

namespace maillage {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr int kMostSteps = 10'000;
constexpr double kTolerance = 1e-13;
constexpr double kPower = 10;  // of max: what the paper takes

/// The partnerships of two parties or more in the largest component, and their parties, numbered anew.
struct LargestComponent {
  std::vector<std::uint32_t> parties, partnerships;
  Incidence incidence;
};

LargestComponent largest_component(const Incidence& whole) {
  GrowingComponents joined(whole.party_count());
  for (std::uint32_t p = 0; p < whole.partnership_count(); ++p) {
    for (const auto v : whole.members_of(p)) joined.join(whole.members_of(p).front(), v);
  }
  LargestComponent found;
  if (joined.largest() < 2) return found;
  std::uint32_t first_of_largest = 0;
  while (joined.size(first_of_largest) < joined.largest()) ++first_of_largest;
  const auto root = joined.root(first_of_largest);
  std::vector<std::uint32_t> place(whole.party_count(), 0);
  for (std::uint32_t v = 0; v < place.size(); ++v) {
    if (joined.root(v) != root) continue;
    place[v] = static_cast<std::uint32_t>(found.parties.size());
    found.parties.push_back(v);
  }
  std::vector<std::uint32_t> first{0}, members;
  for (std::uint32_t p = 0; p < whole.partnership_count(); ++p) {
    if (whole.size(p) < 2 || joined.root(whole.members_of(p).front()) != root) continue;
    found.partnerships.push_back(p);
    for (const auto v : whole.members_of(p)) members.push_back(place[v]);
    first.push_back(static_cast<std::uint32_t>(members.size()));
  }
  found.incidence = Incidence(static_cast<std::uint32_t>(found.parties.size()), std::move(first), members);
  return found;
}

/// ln Σ exp(t): of the scores of agreements of many parties the logarithms alone are in range.
template <class Numbers, class Of>
double log_of_sum(const Numbers& numbers, Of of) {
  double largest = -std::numeric_limits<double>::infinity(), sum = 0;
  for (const auto i : numbers) largest = std::max(largest, of(i));
  for (const auto i : numbers) sum += std::exp(of(i) - largest);
  return largest + std::log(sum);
}

/// The scores of a component as they are: sums alone.
class LinearSteps {
 public:
  explicit LinearSteps(const Incidence& within)
      : within_(&within), x_(within.party_count(), 1.0 / within.party_count()), y_(within.partnership_count()) {}

  /// Computes y from x and x from y; gives how far x moved.
  double step() {
    for (std::uint32_t p = 0; p < y_.size(); ++p) y_[p] = sum_of(within_->members_of(p), x_);
    scale(y_);
    auto next = std::vector<double>(x_.size());
    for (std::uint32_t v = 0; v < next.size(); ++v) next[v] = sum_of(within_->partnerships_of(v), y_);
    scale(next);
    double moved = 0;
    for (std::size_t v = 0; v < next.size(); ++v) moved += std::abs(next[v] - x_[v]);
    x_.swap(next);
    return moved;
  }
  double of_party(std::uint32_t v) const { return x_[v]; }
  double of_partnership(std::uint32_t p) const { return y_[p]; }

 private:
  static double sum_of(std::span<const std::uint32_t> which, const std::vector<double>& values) {
    double sum = 0;
    for (const auto i : which) sum += values[i];
    return sum;
  }
  static void scale(std::vector<double>& values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (auto& value : values) value /= sum;
  }
  const Incidence* within_;
  std::vector<double> x_, y_;
};

/// The same for the other two on logarithms, of which they are sums of exponentials: products of many scores are out of
/// the range of numbers.
class LogarithmicSteps {
 public:
  LogarithmicSteps(const Incidence& within, HyperScoring scoring)
      : within_(&within), scoring_(scoring), log_x_(within.party_count(), -std::log(within.party_count())),
        log_y_(within.partnership_count()), next_(within.party_count()) {}

  double step() {
    for (std::uint32_t p = 0; p < log_y_.size(); ++p) log_y_[p] = log_of_partnership(p);
    scale(log_y_);
    for (std::uint32_t v = 0; v < next_.size(); ++v) {
      next_[v] = log_of_sum(within_->partnerships_of(v), [&](std::uint32_t p) { return log_y_[p]; }) / 2;
    }
    scale(next_);
    double moved = 0;
    for (std::size_t v = 0; v < next_.size(); ++v) moved += std::abs(std::exp(next_[v]) - std::exp(log_x_[v]));
    log_x_.swap(next_);
    return moved;
  }
  double of_party(std::uint32_t v) const { return std::exp(log_x_[v]); }
  double of_partnership(std::uint32_t p) const { return std::exp(log_y_[p]); }

 private:
  double log_of_partnership(std::uint32_t p) const {
    const auto members = within_->members_of(p);
    if (scoring_ == HyperScoring::max) {
      return log_of_sum(members, [&](std::uint32_t v) { return kPower * log_x_[v]; }) / kPower;
    }
    double sum = 0;
    for (const auto v : members) sum += log_x_[v];
    return sum;
  }
  static void scale(std::vector<double>& logs) {
    const double whole = log_of_sum(std::views::iota(std::size_t{0}, logs.size()), [&](std::size_t i) { return logs[i]; });
    for (auto& value : logs) value -= whole;
  }
  const Incidence* within_;
  HyperScoring scoring_;
  std::vector<double> log_x_, log_y_, next_;
};

template <class Steps>
void iterate(Steps steps, const LargestComponent& component, HyperScores& scores) {
  while (!scores.has_converged && scores.iterations < kMostSteps) {
    scores.has_converged = steps.step() < kTolerance;
    ++scores.iterations;
  }
  if (!scores.has_converged) return;
  std::ranges::fill(scores.of_parties, 0);
  for (std::uint32_t v = 0; v < component.parties.size(); ++v) {
    scores.of_parties[component.parties[v]] = steps.of_party(v);
  }
  for (std::uint32_t p = 0; p < component.partnerships.size(); ++p) {
    scores.of_partnerships[component.partnerships[p]] = steps.of_partnership(p);
  }
}

}  // namespace

HyperScores hyper_centrality(const Incidence& incidence, HyperScoring scoring) {
  HyperScores scores{.of_parties = std::vector<double>(incidence.party_count(), kUndefined),
                     .of_partnerships = std::vector<double>(incidence.partnership_count(), kUndefined)};
  const auto component = largest_component(incidence);
  if (component.parties.empty()) return scores;
  for (std::uint32_t p = 0; p < incidence.partnership_count(); ++p) {
    if (incidence.size(p) >= 2) scores.of_partnerships[p] = 0;
  }
  if (scoring == HyperScoring::linear) {
    iterate(LinearSteps(component.incidence), component, scores);
  } else {
    iterate(LogarithmicSteps(component.incidence, scoring), component, scores);
  }
  if (!scores.has_converged) std::ranges::fill(scores.of_partnerships, kUndefined);
  return scores;
}

}  // namespace maillage
