// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <chrono>
#include <cmath>
#include <iostream>

#include "analysis/ordered_chunks.hpp"

namespace maillage {
namespace {

constexpr std::chrono::milliseconds kPatience{1000};
constexpr std::chrono::milliseconds kStep{120};

constexpr unsigned width = 24;

// Filled as far as the work is, with the seconds it will still take at this pace.
std::string bar(double share, const std::string& what, double seconds) {
  const auto filled = static_cast<std::size_t>(share * width);
  const auto left = std::llround(seconds * (1 - share) / share);
  return "\r[" + std::string(filled, '=') + std::string(width - filled, ' ') + "] " + what + "  " +
         std::to_string(static_cast<int>(100 * share)) + " %  " + std::to_string(std::llround(seconds)) + " s + " +
         std::to_string(left) + " s ";
}

std::string bar(unsigned step, const std::string& what, long seconds) {
  constexpr unsigned block = 6;
  std::string text(width, ' ');
  const auto turn = step % (2 * (width - block));
  const auto start = turn < width - block ? turn : 2 * (width - block) - turn;
  text.replace(start, block, std::string(block, '='));
  return "\r[" + text + "] " + what + "  " + std::to_string(seconds) + " s ";
}

}  // namespace

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    is_leaving_ = true;
    is_working_ = false;
  }
  changed_.notify_all();
  thread_.join();
}

void Progress::begin(const std::string& what) {
  {
    const std::lock_guard lock(mutex_);
    what_ = what;
    is_working_ = true;
    ++work_number_;
  }
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  changed_.notify_all();
}

void Progress::end() {
  {
    const std::lock_guard lock(mutex_);
    is_working_ = false;
  }
  changed_.notify_all();
}

void Progress::run() {
  std::unique_lock lock(mutex_);
  while (!is_leaving_) {
    changed_.wait(lock, [this] { return is_working_ || is_leaving_; });
    if (is_leaving_) return;
    const auto number = work_number_;
    const auto is_over = [&] { return !is_working_ || work_number_ != number; };
    if (changed_.wait_for(lock, kPatience, is_over)) continue;
    const auto start = std::chrono::steady_clock::now() - kPatience;
    std::string shown;
    for (unsigned step = 0; !is_over(); ++step) {
      const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
      const auto share = share_of_chunks_done();
      auto now = share > 0 ? bar(share, what_, seconds.count()) : bar(step, what_, static_cast<long>(seconds.count()));
      const auto length = now.size();
      if (length < shown.size()) now.append(shown.size() - length, ' ');
      shown = std::move(now);
      std::cerr << shown << std::flush;
      changed_.wait_for(lock, kStep, is_over);
    }
    std::cerr << '\r' << std::string(shown.size(), ' ') << '\r' << std::flush;
  }
}

}  // namespace maillage
