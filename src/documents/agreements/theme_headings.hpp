// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/theme_context.hpp"

namespace maillage::documents {

/// How much a heading says that the items below it are what an agreement is about, though none of its words names
/// axes or aims: « Ce que recherchent les partenaires », « Les outils proposés ». 0 where it says nothing.
double weight_of_heading(const ThemeContext& context, const Passage& heading);

}  // namespace maillage::documents
