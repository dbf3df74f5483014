// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// A person with the body that a function told behind the name gives.
struct NamedBefore {
  Place person;
  std::uint32_t institution = 0;
};

/// « X et Y se connaissent de longue date. La maire de A et le président de B ont signé … »: as many names as functions
/// that sign, in their order. O(mentions of two sentences).
std::vector<NamedBefore> named_before_functions(const Findings& findings, const SigningClause& clause);

}  // namespace maillage::documents
