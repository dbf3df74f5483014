// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signed_works.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {
namespace {

constexpr auto kWorks = std::to_array<std::string_view>(
    {"tribune",       "livre",         "livres",       "ouvrage",   "ouvrages",  "roman",        "romans",
     "article",       "articles",      "preface",      "petition",  "petitions", "chronique",    "album",
     "albums",        "film",          "films",        "bail",      "baux",      "arrete",       "arretes",
     "decret",        "decrets",       "autographes",  "edito",     "editorial", "fresque",      "oeuvre",
     "oeuvres",       "exposition",    "scenographie", "retour",    "victoire",  "exploit",      "but",
     "registre",      "exemplaire",    "exemplaires",  "recueil",   "thriller",  "polar",        "biographie",
     "illustrations", "photographies", "affiche",      "compromis", "cheque",    "cheques",      "ordonnance",
     "certificat",    "certificats",   "permis",       "diplome",   "diplomes",  "contribution", "billet",
     "reportage",     "documentaire",  "partition",     "matinee",    "journee",   "soiree",        "ceremonie",
     "seance",        "reunion",       "visite",        "discours",   "debats",    "rencontre"});

}  // namespace

bool signs_a_work(const Reading& reading, const SigningClause& clause, const WordRange& sentence) {
  static constexpr auto kAdverbs = std::to_array<std::string_view>(
      {"aussi", "egalement", "ici", "enfin", "la", "ensuite", "ainsi", "encore", "hier", "meme", "par", "ailleurs"});
  static constexpr auto kDeterminers = std::to_array<std::string_view>(
      {"un",       "une",     "le",       "la",     "l",       "les",      "des",     "son",
       "sa",       "ses",     "leur",     "leurs",  "ce",      "cet",      "cette",   "premier",
       "premiere", "nouveau", "nouvelle", "nouvel", "dernier", "derniere", "deuxieme"});
  if (clause.sense != "sign" || clause.form == "noun") return false;
  if (clause.form == "participle" && clause.verb > sentence.first && is_one_of(reading.words[clause.verb - 1], kWorks))
    return true;
  auto at = clause.verb + 1;
  while (at < sentence.last && at < clause.verb + 4 && is_one_of(reading.words[at], kAdverbs) &&
         at + 1 < sentence.last && !is_one_of(reading.words[at + 1], kWorks))
    ++at;
  const auto first = at;
  while (at < sentence.last && at < first + 3 && is_one_of(reading.words[at], kDeterminers)) ++at;
  return at > first && at < sentence.last && is_one_of(reading.words[at], kWorks);
}

}  // namespace maillage::documents
