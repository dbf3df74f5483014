// SPDX-License-Identifier: Apache-2.0
#include "model/text_pool.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <stdexcept>

namespace maillage {

TextPool::TextPool() : entries_{{0, 0}}, slots_(64, 0), tags_(64, 0) { store(""); }

const char* TextPool::block_of(TextId id) const {
  const auto offset = entries_[id].offset;
  return block_at_[offset / block_size] + offset % block_size;
}

// A text never straddles two blocks; one longer than a block gets a run of its own.
std::uint32_t TextPool::store(std::string_view text) {
  const auto room = block_size - used_ % block_size;
  if (block_at_.empty() || text.size() > room || used_ / block_size >= block_at_.size()) {
    const auto units = std::max<std::size_t>(1, (text.size() + block_size - 1) / block_size);
    used_ = static_cast<std::uint64_t>(block_at_.size()) * block_size;
    if (used_ + units * block_size > 0xFFFFFFFFULL) throw std::length_error("more than 4 GiB of text in one data set");
    blocks_.push_back({std::make_unique<char[]>(units * block_size), static_cast<std::uint32_t>(used_)});
    for (std::size_t unit = 0; unit < units; ++unit) {
      block_at_.push_back(blocks_.back().bytes.get() + unit * block_size);
    }
  }
  const auto place = static_cast<std::uint32_t>(used_);
  auto* start = const_cast<char*>(block_at_[place / block_size]) + place % block_size;
  if (!text.empty()) std::memcpy(start, text.data(), text.size());
  used_ += text.size();
  return place;
}

TextPool::Place TextPool::place_of(std::string_view text) const {
  const auto mask = slots_.size() - 1;
  const auto hash = std::hash<std::string_view>{}(text);
  const auto tag = static_cast<std::uint8_t>(hash >> 56U);
  auto slot = hash & mask;
  while (slots_[slot] != 0 && (tags_[slot] != tag || view(slots_[slot]) != text)) slot = (slot + 1) & mask;
  return {slot, tag};
}

void TextPool::grow() {
  const auto size = slots_.size() * 2;
  slots_ = {};  // given back before the larger ones are taken
  slots_.assign(size, 0);
  tags_.assign(size, 0);
  const auto mask = size - 1;
  for (TextId id = 1; id < entries_.size(); ++id) {
    const auto hash = std::hash<std::string_view>{}(view(id));
    auto slot = hash & mask;  // all texts differ: the first free slot is the one
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = id;
    tags_[slot] = static_cast<std::uint8_t>(hash >> 56U);
  }
}

TextId TextPool::intern(std::string_view text) {
  if (text.empty()) return 0;
  auto place = place_of(text);
  if (slots_[place.slot] != 0) return slots_[place.slot];
  if (entries_.size() * 4 > slots_.size() * 3) {
    grow();
    place = place_of(text);
  }
  const auto id = static_cast<TextId>(entries_.size());
  entries_.push_back({store(text), static_cast<std::uint32_t>(text.size())});
  slots_[place.slot] = id;
  tags_[place.slot] = place.tag;
  return id;
}

TextId TextPool::find(std::string_view text) const { return text.empty() ? 0 : slots_[place_of(text).slot]; }

}  // namespace maillage
