// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "documents/institutions/name_context.hpp"

namespace maillage::documents {

/// Which marks and words a name may run over.
struct TailRules {
  bool over_and = false;           ///< « de l'Orne et des Trois Vallées »
  bool over_comma = false;         ///< « de Montval-Bruges, Haute Plaine »
  bool over_and_at_once = false;   ///< « Orne et Sarthe »
  bool over_articled_and = false;  ///< « des Dunes et du Golfe », but not « de Grandval et de Rennes »
  bool over_lower_and = false;     ///< « Verres et céramiques du Massif »
  bool over_lower = false;         ///< « Pas perdus », « Gardiens des dunes »
  bool after_link = false;         ///< « de » or the like stands before it
  bool over_for = false;           ///< « Pain pour Tous »
  bool over_listed = false;        ///< « de l'Enseignement supérieur, de la Recherche et de l'Innovation »
  bool over_slash = false;         ///< « Nord / Pays des Lacs »
  bool over_places = false;        ///< « de Belle-Île, Saint-Aubert et Saint-Jean »: the territories of one body
  bool over_at = false;            ///< « de France au Sénégal »
  bool over_free = false;          ///< « Terres en commun », « Atelier des possibles »
};
TailRules tail_rules_of(std::string_view category);

/// One past the proper name that begins at a word: « Val de Sorne », « Boucles de l'Orne », « Montval 2 ». O(its
/// length).
std::size_t proper_name_end(const NameContext& context, std::size_t at, std::size_t end, const TailRules& rules);

}  // namespace maillage::documents
