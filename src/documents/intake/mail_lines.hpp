// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Takes in a mail (RFC 5322 with MIME): who sent it (never an address), its day and its subject as lines, then its
/// text: of several forms the plain one, else HTML. Attachments are named among the faults, not read. Lines keep the
/// numbers they have in the file, those of base64 by where each begins. Refused beyond the limits. O(length · depth of
/// its parts).
void take_in_mail(std::string_view bytes, const IntakeLimits& limits, TakenIn& taken);

}  // namespace maillage::documents
