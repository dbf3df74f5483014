// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "records/office/import_list.hpp"
#include "records/text_tables.hpp"

namespace maillage {

/// Notes the names of a table (columns `id` and `name`) that are nearly alike: a slip of the pen, an article more, initials
/// for a first name. Each later name once, with the nearest earlier one, in the order of the ids. Names that share no
/// word but those of very many names are not compared. O(names · names that share a word).
void tell_alike(const TextTable& names, ImportField field, std::vector<ImportNote>& notes);

}  // namespace maillage
