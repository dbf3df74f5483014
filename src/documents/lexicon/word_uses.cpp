// SPDX-License-Identifier: Apache-2.0
#include "documents/lexicon/word_uses.hpp"

#include <algorithm>

namespace maillage::documents {

bool WordUses::has(const PhraseTable::Found& found, std::string_view use) const {
  if (!found) return false;
  const std::string_view uses = table_->field(*found.entry, "uses");
  for (std::size_t at = 0; at < uses.size();) {
    const auto end = std::min(uses.find(' ', at), uses.size());
    if (uses.substr(at, end - at) == use) return true;
    at = end + 1;
  }
  return false;
}

bool WordUses::is(std::size_t at, std::string_view use) const {
  return at < words_->size() && has(table_->at(*words_, at, at + 1), use);
}

bool WordUses::any(std::size_t first, std::size_t last, std::string_view use) const {
  for (auto at = first; at < last; ++at) {
    if (is(at, use)) return true;
  }
  return false;
}

std::size_t WordUses::phrase(std::size_t at, std::size_t end, std::string_view use) const {
  const auto found = table_->at(*words_, at, end);
  return has(found, use) ? found.size() : 0;
}

}  // namespace maillage::documents
