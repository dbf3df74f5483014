// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// What tesseract reads on a page that is a picture.
struct ScannedPage {
  std::string text;             ///< UTF-8; empty where nothing was read
  std::string missing_package;  ///< what would have to be installed to read it
};

/// Reads a page of a PDF, from 1, by its letters' shapes: pdftoppm draws it, tesseract reads it in French. Does not
/// throw for what these two do.
ScannedPage read_scanned_page(std::string_view pdf, std::uint32_t page, const IntakeLimits& limits);

}  // namespace maillage::documents
