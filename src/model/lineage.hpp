// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "model/data_set.hpp"

namespace maillage {

/// The renewal threads of the agreements: what `renews`, `replaces` and `amends` tie together is one partnership.
///
/// A predecessor that is not documented makes no tie. `implements` and `first` make none either: an implementing
/// agreement is one of its own.
class Threads {
 public:
  /// O(agreements + lineage rows).
  explicit Threads(const DataSet& data);

  Index count() const { return count_; }
  /// Thread of an agreement: 0 … count()-1, numbered by the first agreement in row order.
  Index of(Index agreement) const { return thread_of_.empty() ? agreement : thread_of_[agreement]; }
  /// Does the agreement change the text of another (an amendment)? It then adds no partnership of its own.
  bool is_amendment(Index agreement) const { return !amendment_.empty() && amendment_[agreement]; }

 private:
  std::vector<Index> thread_of_;  // empty where every agreement is a thread of its own
  std::vector<bool> amendment_;
  Index count_ = 0;
};

}  // namespace maillage
