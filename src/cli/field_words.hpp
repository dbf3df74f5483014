// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "language/language.hpp"

namespace maillage {

/// What people call a table of the data package, a column of it and a value in that column: « Accords », « Fin »,
/// « 28 février 2027 », « 1 an », « tacite reconduction ». What is no table, column or value of it stays as it is.
std::string table_in_words(std::string_view table, const Language& language);
std::string field_in_words(std::string_view table, std::string_view field, const Language& language);
std::string value_in_words(std::string_view table, std::string_view field, const std::string& value, const Language& language);

}  // namespace maillage
