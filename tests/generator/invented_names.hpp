// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "model/codes.hpp"

// Names of towns, institutions and people that sound French and are nobody's: put together from parts by number.

namespace maillage::generator {

/// Town number `number`: all different below 24 × 24 × 40 = 23,040.
inline std::string invented_town(std::uint32_t number) {
  static constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"Val",   "Mont", "Roche", "Clair", "Bel",  "Aub", "Cor",  "Tour", "Mar",  "Vern", "Char", "Gran",
       "Fresn", "Haut", "Orm",   "Pont",  "Sarm", "Esc", "Brav", "Lom",  "Neuf", "Arv",  "Div",  "Étr"});
  static constexpr auto kEndings =
      std::to_array<std::string_view>({"ebrune",  "igny",   "ières", "anville", "ency",  "oise",   "elles",  "ombreuil",
                                       "aucourt", "ezac",   "onnay", "uvigny",  "agnon", "ébert",  "ilhac",  "oudan",
                                       "umières", "eneuil", "ossac", "émont",   "avre",  "isieux", "ouvres", "ôtel"});
  static constexpr auto kAdditions = std::to_array<std::string_view>(
      {"",           "-le-Vieil",  "-la-Forêt",     "-les-Bruyères", "-sur-Aunelle", "-sur-Brenne",  "-en-Lys",
       "-sous-Bois", "-le-Haut",   "-le-Bas",       "-la-Rivière",   "-les-Moulins", "-sur-Orvanne", "-en-Plaine",
       "-le-Grand",  "-le-Petit",  "-les-Étangs",   "-sur-Lève",     "-aux-Bois",    "-la-Neuve",    "-sous-Roche",
       "-en-Val",    "-les-Prés",  "-sur-Ternelle", "-le-Château",   "-la-Garde",    "-les-Ormes",   "-sur-Vesle",
       "-en-Artoy",  "-sous-Mont", "-aux-Dames",    "-la-Chapelle",  "-le-Comte",    "-les-Sources", "-sur-Nielle",
       "-en-Santer", "-la-Motte",  "-le-Franc",     "-les-Tilleuls", "-sur-Hante"});
  std::string town(kBeginnings[number % 24]);
  town += kEndings[(number + number / 24) % 24];
  town += kAdditions[number / 576 % 40];
  return town;
}

/// "de Valbrune", "d’Aubigny".
inline std::string of_town(std::string_view town) {
  const bool is_vowel =
      std::string_view("AEIOUÉ").find(town.substr(0, town.starts_with("É") ? 2 : 1)) != std::string_view::npos;
  return (is_vowel ? "d’" : "de ") + std::string(town);
}

/// Name of an institution of a kind in a town, different from all in `taken`, to which it is added.
inline std::string invented_institution(InstitutionKind kind, std::string_view town, std::set<std::string>& taken) {
  static constexpr std::string_view kForms[][4] = {
      {"Association", "Fondation", "Mutuelle", "Fédération"},                         // other
      {"Université", "École supérieure", "Institut polytechnique", "Conservatoire"},  // higher_education
      {"Centre hospitalier", "Hôpital", "Clinique", "Établissement de santé"},        // hospital
      {"Agence", "Préfecture", "Direction territoriale", "Rectorat"},                 // state_agency
      {"Institut de recherche", "Laboratoire", "Observatoire", "Centre d’études"},    // research_body
      {"Ville", "Commune", "Mairie", "Bourg"},                                        // commune
      {"Communauté de communes", "Communauté d’agglomération", "Syndicat", "Pays"}};  // intercommunality
  for (std::uint32_t attempt = 0;; ++attempt) {
    auto name = std::string(kForms[static_cast<std::size_t>(kind)][attempt % 4]) + " " + of_town(town);
    if (attempt >= 4) name += " " + std::to_string(attempt / 4 + 1);
    if (taken.insert(name).second) return name;
  }
}

/// Person number `number`: all different below 48 × 24 × 24 × 16 = 442,368.
inline std::string invented_person(std::uint32_t number) {
  static constexpr auto kFirst = std::to_array<std::string_view>(
      {"Adèle",   "Agathe",  "Alban",   "Alice",   "Anatole", "Armand",  "Aurore", "Basile",   "Blanche", "Brieuc",
       "Camille", "Céleste", "Claire",  "Clovis",  "Colette", "Cyprien", "Diane",  "Édith",    "Éloi",    "Estelle",
       "Fabien",  "Flore",   "Gaspard", "Gilles",  "Hélène",  "Hugues",  "Inès",   "Irène",    "Jeanne",  "Josse",
       "Joël",    "Laure",   "Léonie",  "Loup",    "Lucien",  "Maël",    "Marthe", "Mathilde", "Nadège",  "Noël",
       "Octave",  "Odile",   "Perrine", "Quentin", "Rosalie", "Sixte",   "Thaïs",  "Yvon"});
  static constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"Bar", "Ber", "Caul", "Del", "Dor",  "Faur", "Gar", "Guil", "Her", "Jol",  "Lam", "Lav",
       "Mal", "Mer", "Nav",  "Pel", "Quer", "Rab",  "Ros", "Saul", "Tal", "Vaur", "Vil", "Wal"});
  static constexpr auto kEndings =
      std::to_array<std::string_view>({"ancourt", "avoine", "bonnel", "chard", "dieux",  "entin", "esme",   "euvre",
                                       "igault",  "illier", "laincq", "let",   "mont",   "noye",  "oiseau", "ommel",
                                       "onville", "quelin", "rigny",  "seray", "tebois", "vière", "ynes",   "zelle"});
  static constexpr auto kSecond = std::to_array<std::string_view>(
      {"", "-Aubry", "-Bricout", "-Carlin", "-Dutoit", "-Estève", "-Fleury", "-Gorin", "-Hazard", "-Jolain", "-Keller",
       "-Lormel", "-Morvan", "-Nollet", "-Prévost", "-Rivaux"});
  std::string name(kFirst[number % 48]);
  name += ' ';
  name += kBeginnings[(number + number / 48) % 24];
  name += kEndings[(number + number / 1152) % 24];
  name += kSecond[number / 27648 % 16];
  return name;
}

}  // namespace maillage::generator
