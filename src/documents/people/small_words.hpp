// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace maillage::documents {

/// Is a folded word an article: le, la, les, l'?
bool is_article(std::string_view word);
/// Does a folded word link a function to where it is held: de, du, des, à, au, chez?
bool is_of(std::string_view word);

}  // namespace maillage::documents
