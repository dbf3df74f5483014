// SPDX-License-Identifier: Apache-2.0
#include "report/wording.hpp"

#include <algorithm>
#include <set>

#include "report/document.hpp"
#include "report/references.hpp"

namespace maillage {
namespace {

// In the order in which the reports have them.
constexpr std::string_view kSectionNames[] = {
    "map",          "timeline", "partners",  "changes",    "ranks",  "recorded",  "years",    "breakdowns", "decisions", "coverage",
    "endings",
    "hubs",         "structure", "signatures", "events", "announced", "mentions", "agreements", "institutions",
    "quality",      "sources",  "method"};

void rename(const Wording& wording, Document& document) {
  for (auto& section : document.sections) {
    if (const auto own = wording.headings.find(section.anchor); own != wording.headings.end()) {
      section.heading = plain(own->second);
    }
  }
  for (auto& [label, target] : document.navigation) {
    if (const auto own = wording.headings.find(target.name); own != wording.headings.end()) label = own->second;
  }
}

void choose(const std::vector<std::string>& wanted, Document& document) {
  std::vector<Section> sections;
  std::vector<std::pair<std::string, Target>> navigation;
  for (const auto& name : wanted) {
    for (auto& section : document.sections) {
      if (section.anchor == name) sections.push_back(std::move(section));
    }
    for (auto& entry : document.navigation) {
      if (entry.second.name == name) navigation.push_back(std::move(entry));
    }
  }
  std::set<std::string> left_out;
  for (const auto& section : document.sections) {
    if (!section.anchor.empty()) left_out.insert(section.anchor);
  }
  document.sections = std::move(sections);
  take_out_references(left_out, document);
  document.navigation = std::move(navigation);
}

Blocks paragraphs(const std::vector<std::string>& texts) {
  Blocks blocks;
  for (const auto& text : texts) blocks.push_back({Paragraph{plain(text)}});
  return blocks;
}

}  // namespace

std::span<const std::string_view> section_names() { return kSectionNames; }

void put_wording(const Wording& wording, Document& document) {
  rename(wording, document);
  if (!wording.sections.empty()) choose(wording.sections, document);
  auto above = paragraphs(wording.introduction);
  if (!wording.title.empty()) {
    above.push_back({Paragraph{{{plain_text(document.headline), Span::Style::strong}}}});
    document.headline = plain(wording.title);
    document.title = wording.title;
  }
  document.lead.insert(document.lead.begin(), above.begin(), above.end());
  if (!wording.office.empty()) {
    Line kicker{{wording.office, Span::Style::strong}};
    append(kicker, plain("·"));
    append(kicker, document.kicker);
    document.kicker = std::move(kicker);
  }
  document.logo = wording.logo;
  document.closing = paragraphs(wording.closing);
  if (!wording.contact.empty()) {
    auto foot = plain(wording.contact);
    append(foot, plain("·"));
    append(foot, document.foot);
    document.foot = std::move(foot);
  }
}

}  // namespace maillage
