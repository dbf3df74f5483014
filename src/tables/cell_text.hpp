// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tables/table.hpp"

namespace maillage {

/// Is nothing known? An empty text is a value.
bool is_nothing(const Cell& cell);
/// The value as machines read it: number with decimal point, `true` or `false`, text as it is; empty for nothing.
std::string machine_text(const Cell& cell);
/// What people read: `shown`, else the value; an en dash for nothing.
std::string shown_text(const Cell& cell);

}  // namespace maillage
