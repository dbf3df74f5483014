// SPDX-License-Identifier: Apache-2.0
#include "drawing/number_words.hpp"

namespace maillage {

std::string unbroken(std::string_view text) {
  std::string joined;
  for (const char c : text) {
    if (c == ' ') {
      joined += "\xC2\xA0";
    } else {
      joined += c;
    }
  }
  return joined;
}

}  // namespace maillage
