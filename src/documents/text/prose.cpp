// SPDX-License-Identifier: Apache-2.0
#include "documents/text/prose.hpp"

namespace maillage::documents {

LineRange Prose::lines_of(const Span& span) const {
  if (origins.empty() || span.empty()) return {};
  const auto line_at = [&](std::uint32_t offset) {
    return std::prev(std::ranges::upper_bound(origins, offset, {}, &Origin::offset));
  };
  const auto first = line_at(span.begin), last = line_at(span.end - 1);
  // Columns are read one after the other: the lines between need not ascend.
  const auto [from, to] = std::ranges::minmax_element(first, std::next(last), {}, &Origin::line);
  return {from->line, to->line};
}

std::size_t Prose::block_at(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(blocks, offset, {}, [](const Block& block) { return block.span.begin; });
  return after == blocks.begin() ? 0 : static_cast<std::size_t>(after - blocks.begin()) - 1;
}

}  // namespace maillage::documents
