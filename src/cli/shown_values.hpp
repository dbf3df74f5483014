// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "language/language.hpp"
#include "tables/table.hpp"

namespace maillage {

/// Gives every number and truth value that has no words for people yet the ones of the language: 1 234, 0,1410, oui.
///
/// Four decimals for a column that holds any fraction, none for whole numbers. Columns of years (their key ends in
/// `year`) stay as they are: a year is not grouped.
void show_values(Table& table, const Language& language);

}  // namespace maillage
