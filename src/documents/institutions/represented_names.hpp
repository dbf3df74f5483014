// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_tails.hpp"

namespace maillage::documents {

/// Names that no table of heads knows, by place, told by what stands behind them: « Vergers Ouverts 51, représentés
/// par … ». `found`: names found before, by place; a name that is longer than one of them takes its place, its words are in
/// `first` … `last`. O(words · length of a name).
std::vector<FoundName> represented_names(const NameContext& context, const std::vector<FoundName>& found);

}  // namespace maillage::documents
