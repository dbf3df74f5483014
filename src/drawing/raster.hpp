// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace maillage {

/// A drawing as PNG, `scale` pixels to a px of the drawing (1 = 96 dpi). Uses the fonts of the machine; fetches
/// nothing: references out of the file are ignored. std::runtime_error where the text is no SVG, or the picture would
/// be larger than 30,000 pixels on a side.
std::string png_of(std::string_view svg, double scale = 2);

/// A drawing as PDF, one page of its size (1 px = 0.75 pt). The same bytes every time: the date in the file is fixed.
std::string pdf_of(std::string_view svg);

}  // namespace maillage
