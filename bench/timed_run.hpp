// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <vector>

namespace maillage::bench {

/// What one run took.
struct Cost {
  double seconds = 0;
  double memory = 0;  ///< bytes above what was there before, at the peak; 0 where the system does not tell
};

/// A figure of this process from /proc/self/status in bytes; 0 where there is none.
inline double memory_figure(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != name + ":") continue;
    double kilobytes = 0;
    status >> kilobytes;
    return kilobytes * 1024;
  }
  return 0;
}

/// Runs `work`, its time and its peak of memory beyond what the process held before.
template <class Work>
Cost timed(Work work) {
  std::ofstream("/proc/self/clear_refs") << 5;  // the peak counts from here
  const auto held = memory_figure("VmRSS");
  const auto start = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  return {taken.count(), std::max(0.0, memory_figure("VmHWM") - held)};
}

/// The middle of some values and how far they lie apart.
struct Spread {
  double least = 0, median = 0, most = 0;
};
inline Spread spread_of(std::vector<double> values) {
  std::ranges::sort(values);
  return {values.front(), values[values.size() / 2], values.back()};
}

}  // namespace maillage::bench
