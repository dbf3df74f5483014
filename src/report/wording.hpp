// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// An office's logo: it stands in the page as an image that can neither run nor fetch anything, and beside it as a file.
struct Logo {
  std::string file;         ///< its name in the report's folder: `logo.svg`, `logo.png`
  std::string media_type;   ///< `image/svg+xml`, `image/png`
  std::string bytes;
  std::string alternative;  ///< what it shows, in words
};

/// An office's own words for a report (`report --template`, docs/reports.md). Plain text: writers escape it.
struct Wording {
  std::string office;                                    ///< stands above the title, in the place of the data’s own
  std::string title;                                     ///< in the place of the headline, which then opens the text
  std::vector<std::string> introduction, closing;        ///< paragraphs
  std::string contact;                                   ///< a line at the foot
  std::optional<Logo> logo;
  std::vector<std::string> sections;                     ///< names of those wanted, in their order; empty: all
  std::map<std::string, std::string, std::less<>> headings;  ///< by the name of a section
};

/// The names of sections that a report can have, of whatever kind it is.
std::span<const std::string_view> section_names();

struct Document;
/// Puts the words into a document, leaves out and orders its sections. Sections that this report has not are passed over.
void put_wording(const Wording& wording, Document& document);

}  // namespace maillage
