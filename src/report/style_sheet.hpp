// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace maillage {

/// The colours of a page by name, light and dark: `--ink:#16202B;…` (the tokens of the visual language, docs/report.md).
extern const std::string_view kLightTokens, kDarkTokens;

/// Everything about how a page looks beside its colours: CSS for screens, phones and paper.
extern const std::string_view kPageStyle;

}  // namespace maillage
