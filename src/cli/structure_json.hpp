// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/json_forms.hpp"
#include "cli/structure_figures.hpp"

namespace maillage {

/// The JSON of `structure` (docs/commands.md).
Json structure_json(const NetworkView& view, const StructureFigures& figures);

}  // namespace maillage
