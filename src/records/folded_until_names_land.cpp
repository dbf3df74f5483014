// SPDX-License-Identifier: Apache-2.0
// Stands in until the names room lands; a weak symbol, so that both can be linked.
#include <string>
#include <string_view>
namespace maillage {
[[gnu::weak]] std::string folded(std::string_view text) {
  std::string result(text);
  for (auto& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}
}  // namespace maillage
