// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "records/office/mapping.hpp"
#include "tables/workbook.hpp"

namespace maillage {

/// Name of the hidden sheet in which a template workbook says what its columns mean.
inline constexpr const char* kMappingSheet = "maillage";

/// What a template workbook says of itself.
struct CarriedMapping {
  Mapping mapping;
  std::size_t examples = 0;  ///< rows that only show how to fill it in, left out
};
/// Takes the mapping that a workbook carries out of it, with the sheets that it does not name (explanations) and the rows
/// that are examples: those whose first cell begins with « Exemple » or “Example”. Nothing, and nothing is changed,
/// where it carries none.
std::optional<CarriedMapping> take_carried_mapping(Workbook& workbook);

}  // namespace maillage
