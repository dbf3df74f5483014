// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Takes in a PDF through pdftotext (package poppler-utils), and its pages without text through tesseract where that is
/// installed. Refused where it is damaged, encrypted, without any text, or beyond the limits.
void take_in_pdf(std::string_view bytes, const IntakeLimits& limits, TakenIn& taken);

}  // namespace maillage::documents
