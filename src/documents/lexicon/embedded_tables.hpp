// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace maillage::documents {

/// The bytes of data/lexicon/LANGUAGE/NAME.csv, laid into the program; std::invalid_argument where there is no such table.
std::string_view embedded_table(std::string_view language, std::string_view name);

}  // namespace maillage::documents
