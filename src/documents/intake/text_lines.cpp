// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/text_lines.hpp"

#include <algorithm>

#include "documents/text/clean_lines.hpp"

namespace maillage::documents {

void take_in_text(std::string_view text, const IntakeLimits& limits, TakenIn& taken) {
  if (text.size() > limits.text_bytes) throw Refused("too_much_text", std::to_string(limits.text_bytes));
  const auto ends = std::ranges::count_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\f'; });
  if (static_cast<std::uint64_t>(ends) > 2ULL * limits.lines)
    throw Refused("too_many_lines", std::to_string(limits.lines));
  taken.text.lines = clean_lines(text);
  if (taken.text.lines.size() > limits.lines) throw Refused("too_many_lines", std::to_string(limits.lines));
  if (!taken.text.lines.empty()) taken.pages = taken.text.lines.back().page;
}

}  // namespace maillage::documents
