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

constexpr unsigned kWidth = 24;

// Filled as far as the work is.
std::string bar(double share) {
  const auto filled = static_cast<std::size_t>(share * kWidth);
  return "\r[" + std::string(filled, '=') + std::string(kWidth - filled, ' ') + "] ";
}

std::string bar(unsigned step) {
  constexpr unsigned block = 6;
  std::string text(kWidth, ' ');
  const auto turn = step % (2 * (kWidth - block));
  const auto start = turn < kWidth - block ? turn : 2 * (kWidth - block) - turn;
  text.replace(start, block, std::string(block, '='));
  return "\r[" + text + "] ";
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

std::string Progress::words() const {
  for (const auto* group : {"phase.", "measure.", "algorithm."}) {
    if (language_.has(group + what_)) return language_.say(group + what_);
  }
  return language_.say("progress.work");
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
      const auto whole = [&](double value) { return language_.number(static_cast<std::int64_t>(std::llround(value))); };
      auto now = bar(step);
      if (share > 0) {
        now = bar(share) + language_.say("progress.underway", {{"what", words()},
                                                               {"share", language_.percent(std::floor(100 * share) / 100)},
                                                               {"seconds", whole(seconds.count())},
                                                               {"left", whole(seconds.count() * (1 - share) / share)}});
      } else {
        now += language_.say("progress.begun", {{"what", words()}, {"seconds", whole(std::floor(seconds.count()))}});
      }
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
