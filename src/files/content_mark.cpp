// SPDX-License-Identifier: Apache-2.0
#include "files/files.hpp"

namespace maillage {

// FNV-1a: Fowler, Noll & Vo; 64-bit prime 2^40 + 2^8 + 0xb3.
std::uint64_t content_mark(std::string_view bytes, std::uint64_t chained) {
  for (const char byte : bytes) {
    chained ^= static_cast<unsigned char>(byte);
    chained *= 0x100000001b3ULL;
  }
  return chained;
}

std::string hexadecimal(std::uint64_t value) {
  std::string text(16, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit) {
    *digit = "0123456789abcdef"[value & 15U];
    value >>= 4U;
  }
  return text;
}

}  // namespace maillage
