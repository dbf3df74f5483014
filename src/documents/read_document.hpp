// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/read_agreement.hpp"
#include "documents/text/source_text.hpp"

namespace maillage::documents {

/// Reads a document: recovers its text, finds dates, institutions and people, and puts agreements together from them. Each
/// pass is a function of its own, see the headers of the folders beside this one. O(length).
ReadDocument read_document(const SourceText& source, const Lexicon& lexicon, const KnownNames& known);

}  // namespace maillage::documents
