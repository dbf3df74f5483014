// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "records/checks/context.hpp"

namespace maillage {

/// Logs the warnings that the data do not acknowledge, and acknowledgements that match none; returns how many are
/// acknowledged.
///
/// An acknowledgement matches by code, table and key of the row; with a field it covers that field alone. The row
/// `*` is every row of the table.
std::size_t log_unacknowledged(const CheckContext& context, const std::vector<RowWarning>& warnings);

}  // namespace maillage
