// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// Somebody known by name, told to sign by the function alone.
struct NamedByFunction {
  std::uint32_t person = 0;       ///< in People::named
  std::uint32_t institution = 0;  ///< at which they hold it
  WordRange words;                ///< of the function
};

/// « Le préfet, le général Delorme et Patrick Perron, maire d'Arlac, ont signé », where one prefect is named elsewhere. O(words · people).
std::vector<NamedByFunction> heads_that_sign(const Findings& findings, std::uint32_t sentence);

}  // namespace maillage::documents
