// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "documents/text/prose.hpp"
#include "model/codes.hpp"

namespace maillage::documents {

/// What a document is called, and what it calls itself above that: « Communiqué de presse », « Lettre d’information ».
struct DocumentTitle {
  Span span;  ///< empty: none was found
  std::optional<SourceKind> kind;
};

/// The longest of the lines set apart at its head, without the dateline. `dateline`: where the document's own date stands;
/// empty: nowhere. O(length of the head).
DocumentTitle find_title(const Prose& prose, const Span& dateline);

}  // namespace maillage::documents
