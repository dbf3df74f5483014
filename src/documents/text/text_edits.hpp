// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "documents/text/prose.hpp"

namespace maillage::documents {

/// Replacements in a text, which keep blocks and lines of origin where they are.
class TextEdits {
 public:
  /// Replaces a span, which begins where the last one ended or behind it, and lies inside of one block.
  void replace(Span span, std::string text) { edits_.push_back({span, std::move(text)}); }
  std::size_t size() const { return edits_.size(); }
  /// Makes the replacements in text, blocks and origins; sentences must not have been found yet. O(length).
  void apply(Prose& prose) const;

 private:
  struct Edit {
    Span span;
    std::string text;
  };
  std::vector<Edit> edits_;
};

}  // namespace maillage::documents
