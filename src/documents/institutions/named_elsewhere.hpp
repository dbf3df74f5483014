// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// The text has the words first … last-1, capitalised, elsewhere too. O(places of the first word).
bool is_named_again(const NameContext& context, std::size_t first, std::size_t last);
/// One word that acts elsewhere without an article is no place. O(places of the word).
bool acts_alone(const NameContext& context, std::size_t place);
/// The words from here (before `end`) are named elsewhere too, so they are a name of their own. O(places of the first word).
bool is_name_elsewhere(const NameContext& context, std::size_t place, std::size_t end);
/// A mark, « et », a verb or nothing stands at this place behind a name. O(1).
bool is_closed_behind(const NameContext& context, std::size_t at, std::size_t end);

}  // namespace maillage::documents
