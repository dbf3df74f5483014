// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace maillage {

/// One message as compile_catalogues embeds it; nullptr where a language lacks it or it has no plural.
struct CompiledMessage {
  const char* key;
  const char* french;
  const char* french_plural;
  const char* english;
  const char* english_plural;
};

/// All messages, by key in byte order.
extern const CompiledMessage compiled_messages[];
extern const std::size_t compiled_message_count;

}  // namespace maillage
