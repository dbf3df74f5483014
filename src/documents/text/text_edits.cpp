// SPDX-License-Identifier: Apache-2.0
#include "documents/text/text_edits.hpp"

namespace maillage::documents {
namespace {

/// Where ascending places of the old text are in the new one.
class Places {
 public:
  struct Moved {
    std::uint32_t old_end, new_begin, new_end;  // of what was replaced
    std::uint32_t old_begin;
  };
  explicit Places(std::vector<Moved> moved) : moved_(std::move(moved)) {}

  std::uint32_t of(std::uint32_t place) const {
    const auto after = std::ranges::upper_bound(moved_, place, {}, &Moved::old_begin);
    if (after == moved_.begin()) return place;
    const auto& last = *std::prev(after);
    if (place >= last.old_end) return last.new_end + (place - last.old_end);
    return std::min(last.new_begin + (place - last.old_begin), last.new_end);
  }

 private:
  std::vector<Moved> moved_;
};

}  // namespace

void TextEdits::apply(Prose& prose) const {
  if (edits_.empty()) return;
  std::string text;
  text.reserve(prose.text.size() + edits_.size() * 4);
  std::vector<Places::Moved> moved;
  std::uint32_t at = 0;
  for (const auto& [span, with] : edits_) {
    text.append(prose.text, at, span.begin - at);
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += with;
    moved.push_back({span.end, begin, static_cast<std::uint32_t>(text.size()), span.begin});
    at = span.end;
  }
  text.append(prose.text, at);
  const Places places(std::move(moved));
  prose.text = std::move(text);
  for (auto& block : prose.blocks) block.span = {places.of(block.span.begin), places.of(block.span.end)};
  for (auto& origin : prose.origins) origin.offset = places.of(origin.offset);
}

}  // namespace maillage::documents
