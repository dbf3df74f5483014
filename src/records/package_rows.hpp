// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "model/data_set_builder.hpp"
#include "records/row_reader.hpp"

namespace maillage {

/// Takes one row of a table of the data package from the reader into the builder.
using AddRow = void (*)(RowReader&, DataSetBuilder&);
/// How rows of a table of package_schema() are taken.
AddRow add_row_of(std::string_view table);

}  // namespace maillage
