// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "language/language.hpp"

namespace maillage {

/// A workbook for an office to fill in: one row an agreement, code lists as drop-downs, days typed, a sheet that explains,
/// two example rows, and hidden in it the mapping by which `import` reads it without being told one.
std::string register_template(const Language& language);

}  // namespace maillage
