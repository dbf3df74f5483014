// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/html_furniture.hpp"

#include "documents/intake/charset.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace maillage::documents {
namespace {

using Names = std::string_view;

bool is_among(std::string_view word, Names names) {
  if (word.empty()) return false;
  for (std::size_t at = names.find(word); at != std::string_view::npos; at = names.find(word, at + 1)) {
    const bool begins = at == 0 || names[at - 1] == ' ';
    const auto end = at + word.size();
    if (begins && (end == names.size() || names[end] == ' ')) return true;
  }
  return false;
}

constexpr Names kLeftOut =
    "script style noscript template nav form select button input textarea iframe object embed svg canvas audio video "
    "map dialog menu "
    "datalist progress meter applet math head";
constexpr Names kBlocks =
    "p ul ol dl table section article header footer main aside figure figcaption blockquote pre fieldset details hr "
    "address body html "
    "caption thead tbody tfoot";
constexpr Names kLines = "div li br tr dt dd td th center summary legend";
constexpr Names kHeadings = "h1 h2 h3 h4 h5 h6";

/// Words of class names and ids that only parts of a site bear.
constexpr Names kSiteWords =
    "nav navbar navigation menu menus submenu breadcrumb breadcrumbs ariane cookie cookies rgpd gdpr share sharing "
    "partage partager social "
    "socials skip skiplink pagination pager toolbar searchbar footer sidebar";
/// Words that turn the sense of the others: « has-menu », « no-sidebar », « page-with-nav ».
constexpr Names kTurningWords =
    "has is with without no not avec sans page content contenu main wrapper container layout";
constexpr Names kHiddenClasses =
    "hidden d-none sr-only visually-hidden screen-reader-text visuallyhidden element-invisible";
constexpr Names kSiteRoles =
    "navigation banner contentinfo search menu menubar dialog alertdialog toolbar complementary";

template <class Visit>
void for_each_word(std::string_view text, std::string_view separators, Visit visit) {
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool names_a_part_of_the_site(std::string_view name) {
  bool is_site = false, is_turned = false;
  for_each_word(name, "-_", [&](std::string_view word) {
    is_site = is_site || is_among(word, kSiteWords);
    is_turned = is_turned || is_among(word, kTurningWords);
  });
  return is_site && !is_turned;
}

}  // namespace

HtmlRole role_of_element(std::string_view name) {
  if (is_among(name, kLeftOut)) return HtmlRole::left_out;
  if (is_among(name, kHeadings)) return HtmlRole::heading;
  if (is_among(name, kBlocks)) return HtmlRole::block;
  return is_among(name, kLines) ? HtmlRole::line : HtmlRole::inline_text;
}

bool is_edge_of_page(std::string_view name) {
  return name == "header" || name == "footer" || name == "aside";
}

bool is_hidden_by(std::string_view attribute, std::string_view value) {
  if (attribute == "hidden") return true;
  const auto lower = in_lower_case(value);
  if (attribute == "aria-hidden") return lower == "true";
  if (attribute == "class") {
    bool is_hidden = false;
    for_each_word(lower, " \t\r\n",
                  [&](std::string_view word) { is_hidden = is_hidden || is_among(word, kHiddenClasses); });
    return is_hidden;
  }
  if (attribute != "style") return false;
  std::string tight;
  std::ranges::copy_if(lower, std::back_inserter(tight), [](char c) { return c != ' '; });
  return tight.find("display:none") != std::string::npos || tight.find("visibility:hidden") != std::string::npos;
}

bool is_site_by(std::string_view attribute, std::string_view value) {
  if (attribute != "class" && attribute != "id" && attribute != "role") return false;
  bool is_site = false;
  const auto lower = in_lower_case(value);
  for_each_word(lower, " \t\r\n", [&](std::string_view word) {
    is_site = is_site || (attribute == "role" ? is_among(word, kSiteRoles) : names_a_part_of_the_site(word));
  });
  return is_site;
}

}  // namespace maillage::documents
