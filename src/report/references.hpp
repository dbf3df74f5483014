// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "report/document.hpp"

namespace maillage {

/// Takes out of a document what refers the reader to sections that it does not have: the references behind sentences,
/// links of key figures, and, where `sources` is left out, the numbers of sources and the columns that hold them. Words
/// that say something stay, without a link. O(document).
void take_out_references(const std::set<std::string>& left_out, Document& document);

}  // namespace maillage
