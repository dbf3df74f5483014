// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace maillage {

/// Wall time of each phase of a run, for --timings.
class Timings {
 public:
  /// Runs `work` as a phase and returns what it returns.
  template <class Work>
  decltype(auto) phase(std::string name, Work&& work) {
    const Stopwatch watch{*this, std::move(name)};
    return std::forward<Work>(work)();
  }
  /// {"threads","peak_rss_bytes","phases":[{"name","seconds"}]}
  std::string to_json(int threads) const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Stopwatch {
    Timings& timings;
    std::string name;
    Clock::time_point start = Clock::now();
    ~Stopwatch() { timings.phases_.emplace_back(name, std::chrono::duration<double>(Clock::now() - start).count()); }
  };
  std::vector<std::pair<std::string, double>> phases_;
};

}  // namespace maillage
