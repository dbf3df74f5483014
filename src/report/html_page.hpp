// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "language/language.hpp"
#include "report/document.hpp"
#include "report/link_map.hpp"

namespace maillage {

/// Text that may stand in HTML, also inside an attribute: & < > " ' escaped, control characters and what turns the
/// reading direction dropped.
std::string html_text(std::string_view text);

/// A document as one self-contained HTML page: styles and figures inside, no scripts, no requests (a content security
/// policy says so). Readable at 390 px, in print (A4, large figures on landscape pages), light and dark.
/// `figure_styles`: rules that give the classes of the drawings their colours.
std::string html_page(const Document& document, const LinkMap& links, const Language& language,
                      std::string_view figure_styles);

/// A drawing as it may stand inside a page: without the XML declaration, its links (`#agreement-ID`, …) led to where
/// the report has them, links that lead nowhere taken off.
std::string figure_for_page(std::string_view svg, const LinkMap& links);
/// The same drawing as a file of its own in the folder figures.
std::string figure_for_file(std::string_view svg, const LinkMap& links);

}  // namespace maillage
