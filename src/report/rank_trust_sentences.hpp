// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/hub_sentences.hpp"

namespace maillage {

/// How far a ranking can be trusted, in sentences: the verdict; what other readings of dates, the other projection
/// rules and the loss of each source change, and what stays firm. Empty where the material holds no doubts or no trust.
std::vector<std::string> trust_sentences(const HubMaterial& material, const Language& language);

/// `1 à 12`, or one number; nothing where nothing was read otherwise.
std::string bounds_in_words(const RankBounds& bounds, std::uint32_t vertex, const Language& language);

/// The key of a message that says institutions, people or nodes, by what the nodes of the view are: KEY, KEY.people or
/// KEY.nodes.
std::string key_for_nodes(const NetworkView& view, const std::string& key);

}  // namespace maillage
