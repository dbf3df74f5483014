// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

// A page as tests look at it: its tags in order and its text. Knows only what our pages hold; anything else is a fault.
struct PageTag {
  std::string name;  ///< `/p` for the end of a paragraph
  std::map<std::string, std::string> attributes;
};
struct PageContents {
  std::vector<PageTag> tags;
  std::string text;  ///< of everything outside style, tags parted by line ends
  std::vector<std::string> faults;

  std::vector<std::string> all(std::string_view attribute) const {
    std::vector<std::string> values;
    for (const auto& tag : tags) {
      const auto found = tag.attributes.find(std::string(attribute));
      if (found != tag.attributes.end()) values.push_back(found->second);
    }
    return values;
  }
};

inline std::string without_entities(std::string text) {
  for (const auto& [entity, character] : std::map<std::string, std::string>{
           {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}}) {
    for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity)) {
      text.replace(at, entity.size(), character);
    }
  }
  for (auto at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at + 1)) text.replace(at, 5, "&");
  return text;
}

inline PageContents read_page(const std::string& html) {
  PageContents page;
  std::size_t at = 0;
  bool is_in_style = false;
  while (at < html.size()) {
    const auto open = html.find('<', at);
    if (!is_in_style) page.text += without_entities(html.substr(at, open == std::string::npos ? open : open - at)) + "\n";
    if (open == std::string::npos) break;
    std::size_t end = open + 1;
    PageTag tag;
    while (end < html.size() && html[end] != ' ' && html[end] != '>' && html[end] != '\n') tag.name += html[end++];
    while (end < html.size() && html[end] != '>') {
      if (html[end] == ' ' || html[end] == '\n' || html[end] == '/' || html[end] == '?') {
        ++end;
        continue;
      }
      std::string key;
      while (end < html.size() && html[end] != '=' && html[end] != '>' && html[end] != ' ') key += html[end++];
      if (html[end] != '=') continue;
      const char quote = html[++end];
      if (quote != '"' && quote != '\'') {
        page.faults.push_back("attribute without quotes: " + key);
        break;
      }
      const auto close = html.find(quote, end + 1);
      tag.attributes[key] = without_entities(html.substr(end + 1, close - end - 1));
      end = close + 1;
    }
    if (!tag.name.empty() && tag.name.back() == '/') tag.name.pop_back();
    if (tag.name == "style") is_in_style = true;
    if (tag.name == "/style") is_in_style = false;
    page.tags.push_back(tag);
    at = end + 1;
  }
  return page;
}

}  // namespace maillage
