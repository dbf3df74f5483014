// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace maillage::documents {

/// What is done with an element of a web page.
enum class HtmlRole : std::uint8_t {
  inline_text,  ///< its text goes on with what is around it
  line,         ///< a line of its own: <div>, <li>, <br>
  block,        ///< with blank lines around it: <p>, <ul>, <table>
  heading,
  left_out  ///< with all it holds: scripts, forms, navigation
};

/// By its name, in lower case.
HtmlRole role_of_element(std::string_view name);

/// Elements of the page's edge: <header>, <footer>, <aside> belong to an article inside of it, else to the site.
bool is_edge_of_page(std::string_view name);

/// Is an element hidden by an attribute, or by its name or role a part of the site (menus, share buttons, cookies)?
bool is_hidden_by(std::string_view attribute, std::string_view value);
bool is_site_by(std::string_view attribute, std::string_view value);

}  // namespace maillage::documents
