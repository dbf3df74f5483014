// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace maillage {

/// Several values as one cell of a package holds them: `a|b|c`.
template <class Values>
std::string joined_values(const Values& values) {
  std::string all;
  bool is_first = true;
  for (const auto& value : values) {
    if (!is_first) all += '|';
    all += value;
    is_first = false;
  }
  return all;
}

}  // namespace maillage
