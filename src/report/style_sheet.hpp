// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace maillage {

/// The colours of a page by name, light and dark: `--ink:#16202B;…` (the tokens of the visual language, docs/report.md).
extern const std::string_view kLightTokens, kDarkTokens;

/// Everything about how a page looks beside its colours: CSS for screens, phones and paper.
extern const std::string_view kPageStyle;

/// The rules of kPageStyle that a page with this HTML can need: those whose classes all occur in it, in their order. Of
/// thousands of fact sheets the rules would be half. O(length of both).
std::string page_style_for(std::string_view body);

}  // namespace maillage
