// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "language/language.hpp"
#include "report/document.hpp"
#include "report/link_map.hpp"

namespace maillage {

/// A document as GitHub-flavoured Markdown: headings, real tables, links to the same anchors, figures as image files.
std::string markdown_page(const Document& document, const LinkMap& links, const Language& language);

}  // namespace maillage
