// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// How a member of a list begins: what makes it parallel to the others.
enum class Opening { none, article, of, to, on, infinitive, of_infinitive, to_infinitive };

/// O(1).
Opening opening_of(const ThemeContext& context, WordRange member);

/// Do all members of a list begin alike: with articles, « de », « à », « sur » or infinitives?
bool are_alike(const ThemeContext& context, const std::vector<WordRange>& members);

/// The members that begin alike from the first word of a range on: « la forêt, la pêche et la chasse, en lien avec … » gives
/// three. It ends behind the last « et » that a like member follows; one member alone is no list. O(words).
std::vector<WordRange> parallel_list(const ThemeContext& context, WordRange range);

/// Noun phrases alone, three or more: no verb, no number, every member short. O(words).
bool is_bare_list(const ThemeContext& context, const WordRange& range);

}  // namespace maillage::documents
