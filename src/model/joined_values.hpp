// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace maillage {

/// Several values as one cell of a package holds them: `a|b|c`.
inline std::string joined_values(const std::vector<std::string>& values) {
  std::string all;
  for (const auto& value : values) all += (all.empty() ? "" : "|") + value;
  return all;
}

}  // namespace maillage
