// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "language/language.hpp"
#include "model/data_set.hpp"
#include "report/document.hpp"
#include "results/evolution.hpp"

namespace maillage {

/// What `evolve` found on a page: the finding first, then the table of the years, durations, renewal and loyalty,
/// institutions with their ranks, communities. `notes`: settings, in words.
Document evolution_page(const DataSet& data, const Evolution& evolution, const std::vector<std::string>& notes,
                        const Language& language);

/// The finding in a sentence, for titles: `De 3 à 10 accords en vigueur le 19 décembre 2024 ; 4 formés, 1 caduc depuis …`.
std::string evolution_headline(const Evolution& evolution, const Language& language);

}  // namespace maillage
