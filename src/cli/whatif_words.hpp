// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "analysis/counterfactual/lapse.hpp"
#include "language/language.hpp"
#include "results/network_losses.hpp"
#include "tables/table.hpp"

namespace maillage {

/// What a lapse and its losses are told from.
struct WhatIfMaterial {
  const NetworkView* view = nullptr;
  const LapseQuestion* question = nullptr;
  const Lapse* lapse = nullptr;
  const NetworkLosses* losses = nullptr;
  std::string measure;  ///< that hubs are ranked by
};

/// The finding in a sentence, and the sentences below it.
std::string whatif_title(const WhatIfMaterial& material, const Language& language);
std::vector<std::string> whatif_sentences(const WhatIfMaterial& material, const Language& language);

// The sections of the page. Tables without rows where there is nothing to tell.
Table whatif_figures(const WhatIfMaterial& material, const Language& language);
Table whatif_agreements(const WhatIfMaterial& material, const Language& language, std::size_t most);
Table whatif_institutions(const WhatIfMaterial& material, const Language& language);
Table whatif_hubs(const WhatIfMaterial& material, const Language& language);
Table whatif_pairs(const WhatIfMaterial& material, const Language& language, std::size_t most);
Table whatif_communities(const WhatIfMaterial& material, const Language& language);

/// The nodes that lose something in the order of the table: most partners lost first, then agreements, then by id.
std::vector<NodeLoss> in_order_of_loss(const NetworkLosses& losses);

/// Names of some vertices: the first few, then how many more.
std::string labels_of(const NetworkView& view, const std::vector<Vertex>& vertices, const Language& language,
                      std::size_t most);
/// A chain: A → B → C; a dash where there is none.
std::string chain_in_words(const NetworkView& view, const std::vector<Vertex>& chain);

}  // namespace maillage
