// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// How a mention of an institution hangs in its sentence, told by what stands before it.
enum class Relation : std::uint8_t {
  bare,        ///< subject, object, apposition, an item of a list
  with,        ///< « avec »
  between,     ///< « entre »
  by,          ///< « par »
  on_behalf,   ///< « pour », « au nom de », « du côté de »
  alongside,   ///< « aux côtés de », « autour de », « outre »
  carried,     ///< « portée par », « abritée par »
  of_function, ///< « la présidente de »
  of_instrument, ///< « le contrat local de santé de », « la convention de »
  of_other,    ///< « les équipes de »
  presence,    ///< « en présence de », « devant »
  host,        ///< « dans les locaux de »
  at,          ///< « à », « dans », « chez »
  beside,      ///< « en lien avec », « avec le soutien de », « membre de »
  bracketed    ///< in brackets behind something
};

/// One relation for each of Reading::named. Coordinated mentions (« entre A, B et C ») share that of the first. O(words).
std::vector<Relation> find_relations(const Reading& reading);

}  // namespace maillage::documents
