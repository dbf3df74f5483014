// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "analysis/counterfactual/losses.hpp"
#include "cli/json_forms.hpp"
#include "cli/whatif_words.hpp"
#include "results/robustness.hpp"

namespace maillage {

/// The JSON of `whatif` (docs/what-if.md) without its institutions, and one of these.
Json whatif_json(const WhatIfMaterial& material, const LossOptions& options);
Json node_loss_json(const WhatIfMaterial& material, const NodeLoss& loss);

/// {"id","name"} of a vertex.
Json vertex_json(const NetworkView& view, Vertex v);
/// The ids of the agreements of a partnership.
Json agreements_json(const NetworkView& view, std::uint32_t partnership);
Json curve_json(const NetworkView& view, const RobustnessCurve& curve);

}  // namespace maillage
