// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "language/language.hpp"
#include "report/document.hpp"

namespace maillage {

/// A document as plain text for a terminal: headings underlined, fields as `label: value`, tables fitted to `width`
/// columns (0: as wide as they come). Links are left out, citations stand in brackets. Control characters are dropped.
std::string terminal_page(const Document& document, const Language& language, unsigned width);

}  // namespace maillage
