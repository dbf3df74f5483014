// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "model/data_set_builder.hpp"
#include "records/fault_log.hpp"
#include "records/load.hpp"
#include "records/read_package.hpp"

namespace maillage {

/// A data set as it was built, and what its reading found out.
struct DataToCheck {
  const DataSetBuilder::Result& built;
  const ReadTables& read;
  InputFormat format = InputFormat::package;
  bool with_warnings = true;
};

/// Finds what is wrong with the rows taken together: everything that reading a single row cannot see. Returns how many
/// warnings the data acknowledge. O(n log n).
std::size_t check_data(const DataToCheck& input, FaultLog& log);

}  // namespace maillage
