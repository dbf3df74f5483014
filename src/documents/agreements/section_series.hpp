// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// One of several agreements that a page tells under headings of their own.
struct SectionStory {
  std::vector<std::uint32_t> sentences;  ///< of the section, its heading among them, ascending
  std::vector<std::uint32_t> own;        ///< institutions that act here and stand in no other section
  std::optional<std::size_t> day;        ///< in Reading::days: of the heading, else the first of the section
  bool is_in_force = false;              ///< « Une convention lie A et B depuis … », « Signé en mai, le protocole … »
};

struct SectionSeries {
  std::vector<std::uint32_t> shared;      ///< institutions that the text before the sections binds in all of them
  std::optional<std::size_t> instrument;  ///< in Findings::instruments: what they all are
  std::optional<std::size_t> day;         ///< in Reading::days: when the text before the sections says they were signed
  std::vector<SectionStory> stories;      ///< two and more, or none; of a letter any number
  bool is_planned = false;                ///< « Ils seront signés dans les prochaines semaines »: all of them
  bool is_letter = false;                 ///< its sections have nothing to do with each other
};

/// « Quatre contrats en un été », and below a heading and a paragraph for each: told by a plural before the first section
/// and by sections that each have a body of their own and speak of an agreement. O(sentences + mentions).
SectionSeries find_section_series(const Findings& findings);

}  // namespace maillage::documents
