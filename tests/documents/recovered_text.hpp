// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/text/clean_lines.hpp"
#include "documents/text/recovered.hpp"

namespace maillage::documents {

/// Texts of lines, in order.
inline std::vector<std::string> texts_of(const std::vector<SourceLine>& lines) {
  std::vector<std::string> texts;
  for (const auto& line : lines) texts.push_back(line.text);
  return texts;
}

/// The blocks of a text as it was meant, each behind its kind: « para: Lille, le 3 mai. »
inline std::vector<std::string> blocks_of(const Prose& prose) {
  constexpr std::string_view kKinds[] = {"title", "heading", "para", "item", "contact", "furniture"};
  std::vector<std::string> blocks;
  for (const auto& block : prose.blocks) {
    blocks.push_back(std::string(kKinds[static_cast<std::size_t>(block.kind)]) + ": " +
                     std::string(prose.of(block.span)));
  }
  return blocks;
}
inline std::vector<std::string> blocks_of(std::string_view text) {
  return blocks_of(recovered(clean_lines(text)));
}

}  // namespace maillage::documents
