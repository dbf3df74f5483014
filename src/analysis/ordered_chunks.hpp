// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace maillage {

/// Threads worth using for `count` chunks of `operations` in all: OpenMP's number (which `--threads` and OMP_NUM_THREADS
/// set), one below about a millisecond of work and inside of other chunks.
std::size_t threads_for_chunks(std::size_t count, double operations);

/// How much of the outermost run of chunks is done, from 0 to 1; negative while none runs. For those who show progress:
/// any thread may ask.
double share_of_chunks_done();

/// Runs work(thread, chunk) for chunks 0 … count-1 on that many threads and, after it, fold(thread, chunk) for one chunk
/// at a time in ascending order. Threads wait asleep: OpenMP's wait turning, unless the environment forbids it before the
/// program starts, which made work on two busy cores four times dearer. The first exception of work or fold is
/// thrown on once all threads have ended.
void run_chunks(std::size_t count, std::size_t threads, const std::function<void(std::size_t, std::size_t)>& work,
                const std::function<void(std::size_t, std::size_t)>& fold);

/// The same with a workspace for each thread: work(workspace, chunk), fold(workspace, chunk). What fold adds up has the
/// same bits on any number of threads. make_workspace() is called on the calling thread.
template <class MakeWorkspace, class Work, class Fold>
void over_chunks(std::size_t count, double operations, MakeWorkspace make_workspace, Work work, Fold fold) {
  const auto threads = threads_for_chunks(count, operations);
  std::vector<decltype(make_workspace())> workspaces;
  workspaces.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) workspaces.push_back(make_workspace());
  run_chunks(
      count, threads, [&](std::size_t thread, std::size_t chunk) { work(workspaces[thread], chunk); },
      [&](std::size_t thread, std::size_t chunk) { fold(workspaces[thread], chunk); });
}

}  // namespace maillage
