// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// « A et quatre hôpitaux ont signé la charte. Il s'agit de B, de C … », « … avec deux écoles. Ce sont D et E. »: a sentence
/// that names as many bodies as the one before counts without their names. O(words of the two sentences).
bool names_counted_bodies(const Findings& findings, std::uint32_t sentence);

}  // namespace maillage::documents
