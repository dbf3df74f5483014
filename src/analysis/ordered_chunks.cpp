// SPDX-License-Identifier: Apache-2.0
#include "analysis/ordered_chunks.hpp"

#include <omp.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace maillage {
namespace {

constexpr double kSerialOperations = 2e6;
thread_local bool inside_a_chunk = false;
std::atomic<std::size_t> chunks_done{0}, chunks_in_all{0};  // of the outermost run; none runs where there are 0 in all

/// Says while it lives how far the outermost run of chunks is.
class Announced {
 public:
  explicit Announced(std::size_t count) : is_outermost_(!inside_a_chunk && chunks_in_all == 0 && count > 0) {
    if (!is_outermost_) return;
    chunks_done = 0;
    chunks_in_all = count;
  }
  Announced(const Announced&) = delete;
  Announced& operator=(const Announced&) = delete;
  ~Announced() {
    if (is_outermost_) chunks_in_all = 0;
  }
  void one_more() {
    if (is_outermost_) ++chunks_done;
  }

 private:
  const bool is_outermost_;
};

using Step = std::function<void(std::size_t, std::size_t)>;

class Chunks {
 public:
  Chunks(std::size_t count, const Step& work, const Step& fold, Announced& announced)
      : count_(count), work_(work), fold_(fold), announced_(announced) {}

  void take_turns(std::size_t thread) {
    inside_a_chunk = true;
    try {
      for (auto chunk = next_++; chunk < count_ && !failed_; chunk = next_++) {
        work_(thread, chunk);
        std::unique_lock lock(mutex_);
        turn_.wait(lock, [&] { return folded_ == chunk || failed_; });
        if (failed_) break;
        fold_(thread, chunk);
        ++folded_;
        announced_.one_more();
        turn_.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failed_) failure_ = std::current_exception();
      failed_ = true;
      turn_.notify_all();
    }
    inside_a_chunk = false;
  }

  void throw_failure() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  const std::size_t count_;
  const Step &work_, &fold_;
  Announced& announced_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  std::condition_variable turn_;
  std::size_t folded_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

double share_of_chunks_done() {
  const auto all = chunks_in_all.load();
  return all == 0 ? -1 : std::min(1.0, static_cast<double>(chunks_done.load()) / static_cast<double>(all));
}

std::size_t threads_for_chunks(std::size_t count, double operations) {
  if (inside_a_chunk || operations < kSerialOperations) return 1;
  return std::clamp<std::size_t>(static_cast<std::size_t>(omp_get_max_threads()), 1, std::max<std::size_t>(count, 1));
}

void run_chunks(std::size_t count, std::size_t threads, const Step& work, const Step& fold) {
  Announced announced(count);
  if (threads <= 1) {
    for (std::size_t chunk = 0; chunk < count; ++chunk) {
      work(0, chunk);
      fold(0, chunk);
      announced.one_more();
    }
    return;
  }
  Chunks chunks(count, work, fold, announced);
  {
    std::vector<std::jthread> others;
    try {
      for (std::size_t thread = 1; thread < threads; ++thread) {
        others.emplace_back([&chunks, thread] { chunks.take_turns(thread); });
      }
    } catch (const std::system_error&) {
      // No more threads to be had: those there are, this one at least, do all of it.
    }
    chunks.take_turns(0);
  }
  chunks.throw_failure();
}

}  // namespace maillage
