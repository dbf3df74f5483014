// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/people/written_names.hpp"

namespace maillage::documents {

/// A function as a text writes it: « la directrice générale adjointe du CHU de Grandval ».
struct FunctionPhrase {
  std::size_t first = 0, last = 0;  ///< its words, with the institution and without the article
  std::size_t lead = 0;             ///< first word with the article or possessive
  std::size_t title_last = 0;       ///< the title is words first … title_last-1
  std::size_t group = 0;            ///< the word that links its last part, « de » in « de la commission »; 0: no such part
  std::optional<std::uint32_t> mention;  ///< of the institution it is at, in Institutions::mentions
  std::size_t place_first = 0, place_last = 0;  ///< « Saint-Benoît » in « maire de Saint-Benoît »; empty: none, or an institution
  std::size_t place_link = 0;                     ///< the word that links it: « de »
  enum class Lead : std::uint8_t { none, article, possessive } lead_kind = Lead::none;
  bool is_plural = false;
  bool is_acting = false;
  bool is_of_some = false;          ///< « d'un collectif »: nobody in particular
  bool is_stood_for = false;        ///< « pour le président »: of somebody for whom another one acts
  std::string_view rank, holds;     ///< columns of the lexicon
  std::string_view entry;           ///< the phrase of the lexicon
};

/// The functions of a text by place, none inside another. O(words).
std::vector<FunctionPhrase> function_phrases(const Words& words, const Lexicon& lexicon, const NameReader& names);

/// The title of a function as one person holds it, up to a word: as it is written, but « directeurs territoriaux » in the
/// singular and « DIRECTEUR GENERAL » in small letters with its accents. O(length).
std::string title_of(const Words& words, const FunctionPhrase& phrase, std::size_t last);

}  // namespace maillage::documents
