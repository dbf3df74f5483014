// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <omp.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace maillage {

/// Below about a millisecond of work threads cost more than they bring.
inline constexpr double kSerialOperations = 2e6;

/// Runs work(workspace, chunk) for chunks 0 … count-1 on OpenMP's threads, each with a workspace of its own, and after
/// it fold(workspace, chunk) for one chunk at a time in ascending order. What fold adds up therefore has the same bits on
/// any number of threads. `operations` is the estimated work in all; make_workspace() is called on the calling thread.
template <class MakeWorkspace, class Work, class Fold>
void over_chunks(std::size_t count, double operations, MakeWorkspace make_workspace, Work work, Fold fold) {
  const bool serial = operations < kSerialOperations || omp_in_parallel() != 0;
  const auto allowed = serial ? 1 : static_cast<std::size_t>(omp_get_max_threads());
  const auto threads = std::max<std::size_t>(1, std::min(allowed, count));
  std::vector<decltype(make_workspace())> workspaces;
  workspaces.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) workspaces.push_back(make_workspace());
  if (threads == 1) {
    for (std::size_t chunk = 0; chunk < count; ++chunk) {
      work(workspaces[0], chunk);
      fold(workspaces[0], chunk);
    }
    return;
  }
#pragma omp parallel for ordered schedule(dynamic, 1) num_threads(static_cast<int>(threads))
  for (std::size_t chunk = 0; chunk < count; ++chunk) {
    auto& workspace = workspaces[static_cast<std::size_t>(omp_get_thread_num())];
    work(workspace, chunk);
#pragma omp ordered
    fold(workspace, chunk);
  }
}

}  // namespace maillage
