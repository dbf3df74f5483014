// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/data_set.hpp"

namespace maillage {

/// The files of a data package that says what the data set says: `datapackage.json` first, then a CSV for each table
/// that has rows or that every package has, in the order of the schema.
///
/// - datapackage.json is a Frictionless tabular data package (https://specs.frictionlessdata.io): types, constraints,
///   primary and foreign keys of every table. Lists have no foreign key, and a key with a column that may be empty is
///   not given as primary key, since Table Schema can express neither.
/// - CSV: RFC 4180 with LF, UTF-8, cells exact: texts that begin like a formula are written as they are, so that what
///   is read back is what was written.
///
/// Writing what load() reads from these files gives the same bytes. What a package has no place for is left out:
/// weights and directions of an edge list. O(cells).
std::vector<std::pair<std::string, std::string>> package_files(const DataSet& data);

}  // namespace maillage
