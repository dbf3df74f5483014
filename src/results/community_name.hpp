// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace maillage {

/// The name of a community by its number from 0, the same in maps and reports: A … Z, AA, AB, …
inline std::string name_of_community(std::uint32_t number) {
  std::string name;
  for (auto rest = number + 1; rest > 0; rest = (rest - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return name;
}

}  // namespace maillage
