// SPDX-License-Identifier: Apache-2.0
#include "model/codes.hpp"
#include "model/schema_of_tables.hpp"

namespace maillage {
namespace {

using enum FieldType;

TableSchema institutions() {
  return {"institutions", "Institutions", "Institutions",
          "Une ligne par institution ou composante nommée dans les sources.",
          "One row for each institution, or unit of one, that the sources name.", true, {"id"},
          {row_id({"Identifiant stable de l’institution.", "Stable identifier of the institution."}),
           required(field("name", text, {"Nom", "Name"}, {"Nom complet.", "Full name."})),
           field("short_name", text, {"Nom court", "Short name"},
                 {"Nom employé dans les figures.", "Name used in pictures."}),
           list(field("aliases", text, {"Autres noms", "Other names"},
                      {"Sigles et autres graphies.", "Acronyms and other spellings."})),
           coded("kind", code_names<InstitutionKind>, {"Nature", "Kind"},
                {"Nature de l’institution ; vide : autre.", "Kind of institution; empty: other."}),
           field("city", text, {"Ville", "City"}, {"Ville du siège.", "City of the seat."}),
           refers_to("territory", "territories", {"Territoire", "Territory"},
                     {"Code du territoire du siège ou du ressort.", "Code of the territory of the seat or remit."}),
           field("country", country, {"Pays", "Country"},
                 {"Code ISO 3166-1 à deux lettres.", "ISO 3166-1 code of two letters."}),
           refers_to("parent", "institutions", {"Institution mère", "Parent institution"},
                     {"Institution dont celle-ci est une composante.", "Institution of which this one is a unit."}),
           field("founded", date, {"Création", "Foundation"}, {"Date de création.", "Date of foundation."}),
           field("dissolved", date, {"Dissolution", "Dissolution"}, {"Date de dissolution.", "Date of dissolution."}),
           field("ror", ror, {"ROR", "ROR"}, {"Identifiant ROR, sans adresse.", "ROR identifier, without address."}),
           field("siren", siren, {"SIREN", "SIREN"}, {"Numéro SIREN.", "SIREN number."}),
           field("finess", finess, {"FINESS", "FINESS"}, {"Numéro FINESS.", "FINESS number."}),
           field("wikidata", wikidata, {"Wikidata", "Wikidata"}, {"Identifiant Wikidata.", "Wikidata identifier."}),
           field("url", url, {"Site", "Site"}, {"Adresse du site.", "Address of the site."}), note()}};
}

TableSchema affiliations() {
  return {"affiliations", "Appartenances", "Affiliations", "Groupements dont une institution est membre.",
          "Groups that an institution is a member of.", false, {"member", "group", "valid_from"},
          {required(refers_to("member", "institutions", {"Membre", "Member"},
                              {"Institution membre.", "Institution that is a member."})),
           required(refers_to("group", "institutions", {"Groupement", "Group"},
                              {"Institution qui groupe.", "Institution that groups."})),
           field("role", text, {"Rôle", "Role"}, {"Rôle du membre, tel qu’il est dit.", "Role of the member, as stated."}),
           field("valid_from", date, {"Début", "Start"}, {"Début de l’appartenance.", "Start of the membership."}),
           field("valid_to", date, {"Fin", "End"}, {"Fin de l’appartenance.", "End of the membership."}), note()}};
}

TableSchema successions() {
  return {"successions", "Successions", "Successions", "Institutions qui prennent la suite d’une autre.",
          "Institutions that succeed another.", false, {"predecessor", "successor"},
          {required(refers_to("predecessor", "institutions", {"Prédécesseur", "Predecessor"},
                              {"Institution qui cède la place.", "Institution that gives way."})),
           required(refers_to("successor", "institutions", {"Successeur", "Successor"},
                              {"Institution qui prend la suite.", "Institution that takes over."})),
           field("date", date, {"Date", "Date"}, {"Date d’effet.", "Date of effect."}),
           coded("kind", code_names<SuccessionKind>, {"Nature", "Kind"},
                {"Fusion, scission ou changement de nom ; vide : changement de nom.",
                 "Merger, split or renaming; empty: renaming."}),
           note()}};
}

TableSchema territories() {
  return {"territories", "Territoires", "Territories", "Territoires cités, et ceux qu’il faut pour dire où il n’y a rien.",
          "Territories referred to, and those needed to say where there is nothing.", false, {"code"},
          {required(field("code", territory_code, {"Code", "Code"},
                          {"Code INSEE, SIREN de l’EPCI ou code du pays.",
                           "INSEE code, SIREN of the group of communes, or country code."})),
           required(field("name", text, {"Nom", "Name"}, {"Nom du territoire.", "Name of the territory."})),
           required(coded("level", code_names<TerritoryLevel>, {"Niveau", "Level"},
                         {"Niveau du territoire.", "Level of the territory."})),
           refers_to("parent", "territories", {"Territoire parent", "Parent territory"},
                     {"Territoire qui contient celui-ci ; d’un EPCI à cheval : où vivent la plupart de ses habitants.",
                      "Territory that holds this one; of a group over a border: where most of its inhabitants live."}),
           list(refers_to("groups", "territories", {"Groupements", "Groups"},
                          {"EPCI dont la commune est membre.", "Groups of communes the commune is a member of."})),
           field("population", integer, {"Population", "Population"}, {"Nombre d’habitants.", "Inhabitants."}),
           field("latitude", latitude, {"Latitude", "Latitude"},
                 {"Degrés décimaux, WGS 84.", "Decimal degrees, WGS 84."}),
           field("longitude", longitude, {"Longitude", "Longitude"},
                 {"Degrés décimaux, WGS 84.", "Decimal degrees, WGS 84."}),
           note()}};
}

TableSchema people() {
  return {"people", "Personnes", "People", "Titulaires de fonctions publiques nommés dans les sources.",
          "Holders of public offices that the sources name.", false, {"id"},
          {row_id({"Identifiant stable de la personne.", "Stable identifier of the person."}),
           required(field("name", text, {"Nom", "Name"}, {"Prénom et nom.", "First name and name."})),
           list(field("aliases", text, {"Autres graphies", "Other spellings"},
                      {"Autres graphies du nom.", "Other spellings of the name."})),
           field("orcid", orcid, {"ORCID", "ORCID"}, {"Identifiant ORCID.", "ORCID identifier."}), note()}};
}

TableSchema positions() {
  return {"positions", "Fonctions", "Positions", "Fonction d’une personne à la date où une source la constate.",
          "Position of a person on the date a source sees it.", false, {"person", "institution", "title", "seen_on"},
          {required(refers_to("person", "people", {"Personne", "Person"}, {"Personne.", "Person."})),
           refers_to("institution", "institutions", {"Institution", "Institution"},
                     {"Institution où s’exerce la fonction ; vide pour un ministre.",
                      "Institution of the position; empty for a minister."}),
           field("title", text, {"Fonction", "Title"}, {"Intitulé de la fonction.", "Title of the position."}),
           field("valid_from", date, {"Début", "Start"}, {"Début de la fonction.", "Start of the position."}),
           field("valid_to", date, {"Fin", "End"}, {"Fin de la fonction.", "End of the position."}),
           field("seen_on", date, {"Constatée le", "Seen on"},
                 {"Date à laquelle une source constate la fonction.", "Date on which a source sees the position."}),
           note()}};
}

}  // namespace

std::vector<TableSchema> tables_of_bodies() {
  return {institutions(), affiliations(), successions(), territories(), people(), positions()};
}

}  // namespace maillage
