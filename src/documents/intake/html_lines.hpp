// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Takes in a web page (HTML): its blocks as lines, with the numbers of the file's lines; without scripts, styles,
/// forms, navigation, page headers and footers, hidden elements. The charset is that of the byte-order mark, of
/// `charset` (from a mail's header), of its <meta>, else told by the bytes. Nothing is fetched. Refused beyond the
/// limits. O(length).
void take_in_html(std::string_view bytes, std::string_view charset, const IntakeLimits& limits, TakenIn& taken);

}  // namespace maillage::documents
