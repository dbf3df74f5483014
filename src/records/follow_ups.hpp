// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/fault.hpp"

namespace maillage {

/// Leaves out what only follows from a row or cell that could not be taken apart: values that do not fit in a cell that
/// an open quote has filled or whose bytes are damaged, and in rows with a wrong number of fields missing values, and
/// misfits where there are two and more (the cells are shifted; a single one may be a fault of its own). O(n log n).
void leave_out_follow_ups(Faults& faults);

}  // namespace maillage
