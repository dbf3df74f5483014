// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "model/data_set.hpp"
#include "model/schema.hpp"

namespace maillage {

/// The text of datapackage.json for these tables. Foreign keys lead to tables among them only. O(columns).
std::string package_descriptor(const DataSet& data, std::span<const TableSchema* const> tables);

}  // namespace maillage
