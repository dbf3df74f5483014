// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "registry/registry_form.hpp"

namespace maillage::registry_form {

/// Reads a number of 7 bits a byte (LEB128) off the front of a text.
inline std::uint32_t take_number(std::string_view& text) {
  std::uint32_t number = 0;
  for (unsigned shift = 0; !text.empty() && shift < 32; shift += 7) {
    const auto byte = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    number |= (byte & 0x7FU) << shift;
    if ((byte & 0x80U) == 0) break;
  }
  return number;
}

/// Calls with(tag, bytes) for each field of a record, after its first four bytes.
template <class With>
void for_each_field(std::string_view record, With with) {
  record.remove_prefix(4);
  while (!record.empty()) {
    const auto tag = static_cast<Tag>(record.front());
    record.remove_prefix(1);
    const auto length = take_number(record);
    with(tag, record.substr(0, length));
    record.remove_prefix(length);
  }
}

/// The scheme of an identifier's tag; empty for other tags.
constexpr std::string_view scheme_of(Tag tag) {
  switch (tag) {
    case Tag::ror: return "ror";
    case Tag::wikidata: return "wikidata";
    case Tag::isni: return "isni";
    case Tag::siren: return "siren";
    case Tag::siret: return "siret";
    case Tag::uai: return "uai";
    case Tag::former_uai: return "former_uai";
    case Tag::pic: return "pic";
    case Tag::insee: return "insee";
    default: return {};
  }
}

}  // namespace maillage::registry_form
