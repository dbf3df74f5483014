// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/data_set.hpp"

namespace maillage {

// The tables of a data set as the data package writes them: a text for each column of the schema (model/schema.hpp), in
// its order. Lists are joined by `|`, dates are EDTF, codes are written in full (a plain party's role stays empty),
// numbers have as many digits as they need; what is not known is empty. Rows come in the order of the data set.

/// Hands over one row after the other, in constant memory; the span lives for the call only. Nothing happens for a name
/// that is no table of the package. O(cells).
void for_each_row(const DataSet& data, std::string_view table,
                  const std::function<void(std::span<const std::string>)>& on_row);

/// All rows of a table; empty for a name that is no table of the package. O(cells) time and memory.
std::vector<std::vector<std::string>> table_texts(const DataSet& data, std::string_view table);

/// Does the table have a row? O(1).
bool has_rows(const DataSet& data, std::string_view table);

/// The shortest decimal text that reads back as the same number, without exponent; empty for NaN and infinities.
std::string exact_number(double value);

}  // namespace maillage
