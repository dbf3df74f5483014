// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "documents/intake/taken_in.hpp"
#include "language/language.hpp"

namespace maillage {

/// What is wrong with a document, and what can be done, in the user's language.
std::string intake_message(const documents::IntakeFault& fault, const Language& language);

}  // namespace maillage
