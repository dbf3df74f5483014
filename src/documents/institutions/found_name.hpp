// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace maillage::documents {

/// How far a name that was found tells an institution.
enum class NameStrength : std::uint8_t {
  full,     ///< a name of its own: « centre hospitalier universitaire de Grandval », « CNRS »
  plain,    ///< a head with what it does, no proper name: « fédération départementale de pêche »
  implied,  ///< told by who holds an office: « préfet du Nord »
  bare,     ///< a head alone: « le centre hospitalier », « l'Agence »; a short form of one named elsewhere
  generic   ///< nobody in particular: « les collectivités »
};

/// A stretch of a text that names an institution, before anything is known of what else names it.
struct FoundName {
  std::size_t first = 0, last = 0;  ///< words first … last-1, without article
  std::size_t head_last = 0;        ///< the head is words first … head_last-1; first: it has none
  std::size_t lead = 0;             ///< where a head begins that is no part of the name, « la société »; 0: none
  std::string name;                 ///< as one writes a name: capital at the start, no article, no bracket
  std::string category;             ///< of institution_heads: hospital, commune, …; empty
  std::string acronym;              ///< introduced beside it; empty
  bool is_furniture = false;        ///< it stands in a page header or footer
  bool needs_name = false;          ///< its head alone says nothing: « office »
  NameStrength strength = NameStrength::full;
  std::size_t part_of = 0;  ///< the word where the name begins of what it is a part of; 0: none
  const char* rule = "";

  /// A name that stands on words without a head.
  static FoundName on_words(std::size_t first, std::size_t last, std::string text, std::string_view category,
                            NameStrength strength, const char* rule) {
    FoundName found;
    found.first = found.head_last = first;
    found.last = last;
    found.name = std::move(text);
    found.category = category;
    found.strength = strength;
    found.rule = rule;
    return found;
  }
};

}  // namespace maillage::documents
