// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/agreements/reading.hpp"

namespace maillage::documents {

enum class Determiner : std::uint8_t { none, indefinite, definite, demonstrative, possessive };

/// A place where a text speaks of an agreement: « leur première convention cadre », « des contrats locaux de santé ».
struct Instrument {
  WordRange words;              ///< the phrase itself, without determiner
  std::string type;             ///< code of the interface
  int weight = 0;               ///< 0 vague (« partenariat ») … 3 says what it is
  Determiner determiner = Determiner::none;
  bool is_plural = false;
  std::optional<int> count;     ///< « deux contrats »
  std::optional<int> ordinal;   ///< « deuxième convention »: 2; « de deuxième génération »
  bool is_older = false;        ///< « la précédente convention », « un premier accord, signé en 2016 » (year before the document's)
  bool is_planned = false;      ///< « un projet de convention », « le futur contrat »
  bool is_foreign = false;      ///< national frameworks, models, « un accord distinct »: somebody else's
};

/// Instruments of a text by place; phrases that only look like one (« d'un commun accord ») are left out. O(words).
std::vector<Instrument> find_instruments(const Reading& reading);

}  // namespace maillage::documents
