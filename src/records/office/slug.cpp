// SPDX-License-Identifier: Apache-2.0
#include "records/office/slug.hpp"

#include "names/name_index.hpp"

namespace maillage {

std::string slug(std::string_view text) {
  auto bare = folded(text);
  std::string made;
  for (const char c : bare) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      made += c;
    } else if (!made.empty() && made.back() != '-') {
      made += '-';
    }
    if (made.size() >= 60) break;
  }
  while (made.ends_with('-')) made.pop_back();
  return made;
}

}  // namespace maillage
