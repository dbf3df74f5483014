// SPDX-License-Identifier: Apache-2.0
// A text of a test, taken apart as a document is.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "documents/institutions/institution_mentions.hpp"
#include "documents/text/clean_lines.hpp"
#include "documents/text/recovered.hpp"
#include "documents/text/words.hpp"

namespace maillage::documents {

struct TextWithWords {
  explicit TextWithWords(std::string_view text) : prose(std::make_unique<Prose>(recovered(clean_lines(text)))), words(*prose) {}
  std::unique_ptr<Prose> prose;
  Words words;
};

/// Nothing is known from outside: institutions are those that the text tells.
struct NothingKnown : KnownNames {
  std::optional<Known> body(std::string_view) const override { return std::nullopt; }
  bool is_place(std::string_view) const override { return false; }
};

}  // namespace maillage::documents
