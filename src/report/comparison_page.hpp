// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "language/language.hpp"
#include "model/data_set.hpp"
#include "report/document.hpp"
#include "results/comparison.hpp"

namespace maillage {

/// What changed between two days in one sentence.
std::string comparison_sentence(const Comparison& comparison, const Language& language);

/// What `compare` found on a page: the sentence, then agreements, partners won and lost, ranks, communities. `notes`:
/// settings, in words. Each table shows at most that many rows.
Document comparison_page(const DataSet& data, const Comparison& comparison, std::size_t most_rows,
                         const std::vector<std::string>& notes, const Language& language);

/// Every change as a row: agreements, partners, institutions, ranks, communities. For machines.
Table comparison_table(const DataSet& data, const Comparison& comparison, const Language& language);

}  // namespace maillage
