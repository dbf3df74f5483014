// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace maillage::documents {

/// A part of a text: bytes begin … end-1.
struct Span {
  std::uint32_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
  bool holds(std::uint32_t at) const { return begin <= at && at < end; }
  bool holds(const Span& other) const { return begin <= other.begin && other.end <= end; }
  bool operator==(const Span&) const = default;
};

/// Lines of the file that something stands on, both ends counted; 0: not said.
struct LineRange {
  std::uint32_t from = 0, to = 0;
  bool operator==(const LineRange&) const = default;
};

/// What a block of a document is, by its shape and place.
enum class BlockKind : std::uint8_t {
  title,      ///< of the document, or of one item of a newsletter
  heading,    ///< of a section
  paragraph,
  item,       ///< of a list: bulleted, numbered, or one of several short lines of one form
  contact,    ///< press contacts, addresses, legal notices
  furniture   ///< page headers and footers, navigation, share buttons: never read
};

struct Block {
  Span span;  ///< in Prose::text
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t number = 0;   ///< of a numbered item; 0: bulleted, or no item
  std::uint32_t section = 0;  ///< blocks between two titles or headings share it, the heading being the first
};

/// A document's text as it was meant: scan errors mended, words joined that line ends cut, columns set apart, page headers
/// and footers marked; in NFC with single spaces and one line a block. It knows which line of the file each byte is from.
struct Prose {
  std::string text;
  std::vector<Block> blocks;    ///< in the order of reading; every byte but line ends and marks of items lies in one
  std::vector<Span> sentences;  ///< ascending; each inside one block
  struct Origin {
    std::uint32_t offset = 0;  ///< from this byte on …
    std::uint32_t line = 0;    ///< … the text is from this line
  };
  std::vector<Origin> origins;  ///< ascending, the first at 0

  std::string_view of(const Span& span) const { return std::string_view(text).substr(span.begin, span.end - span.begin); }
  /// O(log origins).
  LineRange lines_of(const Span& span) const;
  /// Number of the block that holds a byte. O(log blocks).
  std::size_t block_at(std::uint32_t offset) const;
};

}  // namespace maillage::documents
