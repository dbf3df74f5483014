// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "cli/progress.hpp"

namespace maillage {

/// Wall time of each phase of a run, for --timings; on a terminal long phases are shown as they run.
class Timings {
 public:
  /// Shows what takes longer than a second on standard error from now on.
  void show(Progress& progress) { progress_ = &progress; }
  /// Runs `work` as a phase and returns what it returns.
  template <class Work>
  decltype(auto) phase(std::string name, Work&& work) {
    if (progress_ != nullptr) progress_->begin(name);
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
    ~Stopwatch() {
      if (timings.progress_ != nullptr) timings.progress_->end();
      timings.phases_.emplace_back(name, std::chrono::duration<double>(Clock::now() - start).count());
    }
  };
  std::vector<std::pair<std::string, double>> phases_;
  Progress* progress_ = nullptr;
};

}  // namespace maillage
