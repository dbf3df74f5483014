// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace maillage {

/// Number of a text in a TextPool; 0 is the empty text.
using TextId = std::uint32_t;

/// Keeps each distinct text once and hands out 32-bit numbers for it.
///
/// Texts lie in blocks that never move, so a view stays valid as long as the pool.
/// Memory: the bytes of the distinct texts, 8 B an entry and at most 13 B for the hash slots. At most 2^32 - 1 texts
/// and 4 GiB of text; std::length_error beyond.
class TextPool {
 public:
  TextPool();
  TextPool(const TextPool&) = delete;
  TextPool& operator=(const TextPool&) = delete;

  /// Number of `text`, which is copied in when it is new. Expected O(length).
  TextId intern(std::string_view text);
  /// Number of `text` when it is known, else 0.
  TextId find(std::string_view text) const;
  /// The text of a number that intern() returned.
  std::string_view view(TextId id) const { return {block_of(id), entries_[id].length}; }
  /// Takes address space for that many texts; memory only as they come.
  void reserve(std::size_t count) { entries_.reserve(count); }
  /// Count of distinct texts, the empty one included.
  std::size_t size() const { return entries_.size(); }
  /// A copy of `text` that lives as long as the pool (interned).
  std::string_view keep(std::string_view text) { return view(intern(text)); }

 private:
  struct Entry {
    std::uint32_t offset;  // in the sequence of all blocks
    std::uint32_t length;
  };
  static constexpr std::uint32_t block_size = 1U << 20;
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::uint32_t start;
  };

  const char* block_of(TextId id) const;
  std::uint32_t store(std::string_view text);
  struct Place {
    std::size_t slot;
    std::uint8_t tag;
  };
  Place place_of(std::string_view text) const;
  void grow();

  std::vector<Entry> entries_;
  std::vector<Block> blocks_;
  std::vector<const char*> block_at_;  // block start for each multiple of block_size
  std::vector<TextId> slots_;          // open addressing, 0 = free
  std::vector<std::uint8_t> tags_;     // 8 bits of the hash beside each slot: few texts are looked at in vain
  std::uint64_t used_ = 0;             // next free place in the sequence of blocks
};

}  // namespace maillage
