// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/json_forms.hpp"
#include "language/language.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// Of these measures those that say nothing in a view though they have values there: where nodes are of two kinds
/// (two-mode networks, affiliations) two neighbours of a node are never tied, so that what looks at ties between them
/// is the same everywhere or follows from the degree.
std::vector<std::string> measures_without_meaning(const NetworkView& view, const std::vector<std::string>& measures);

/// Says so: in `settings` under `no_meaning`, and as a sentence behind the notes; nothing where all of them have a
/// meaning.
void tell_without_meaning(const NetworkView& view, const std::vector<std::string>& measures, const Language& language,
                          Json& settings, std::vector<std::string>& notes);

/// In a directed view, a note that names the measures asked for which take ties without their direction.
void tell_without_direction(const NetworkView& view, const std::vector<std::string>& measures, const Language& language,
                            Json& settings, std::vector<std::string>& notes);

}  // namespace maillage
