// SPDX-License-Identifier: Apache-2.0
#include "model/codes.hpp"
#include "model/schema_of_tables.hpp"

namespace maillage {
namespace {

using enum FieldType;

constexpr auto described_tables = std::to_array<std::string_view>(
    {"institutions", "affiliations", "successions", "territories", "people", "positions", "agreements", "parties",
     "signatures", "events", "lineage", "mentions", "themes", "sources", "acknowledgements"});

FieldSchema table_of_a_row() {
  return required(coded("table", described_tables, {"Table", "Table"}, {"Table visée.", "Table it speaks of."}));
}
constexpr auto named_tables = std::to_array<std::string_view>({"institutions", "people"});

FieldSchema key_of_a_row() {
  return required(field("row", mark, {"Ligne", "Row"},
                        {"Clé de la ligne ; colonnes jointes par « / » quand la table n’a pas d’identifiant.",
                         "Key of the row; columns joined by “/” where the table has no identifier."}));
}

TableSchema sources() {
  return {"sources", "Sources", "Sources", "Documents lus et registres de référence.",
          "Documents read and reference registers.", false, {"id"},
          {row_id({"Identifiant stable de la source.", "Stable identifier of the source."}),
           field("title", text, {"Titre", "Title"}, {"Titre donné par les éditeurs.", "Title given by the editors."}),
           field("publisher", text, {"Éditeur", "Publisher"}, {"Éditeur, s’il est dit.", "Publisher, where stated."}),
           field("date", date, {"Date", "Date"}, {"Date du document.", "Date of the document."}),
           coded("kind", code_names<SourceKind>, {"Nature", "Kind"},
                {"Nature de la source ; vide : autre.", "Kind of source; empty: other."}),
           field("url", url, {"Adresse", "Address"}, {"Adresse du document.", "Address of the document."}),
           field("file", mark, {"Fichier", "File"}, {"Nom du fichier lu.", "Name of the file read."}),
           field("sha256", sha256, {"SHA-256", "SHA-256"}, {"Empreinte du fichier lu.", "Digest of the file read."}),
           field("language", language, {"Langue", "Language"}, {"Code ISO 639-1.", "ISO 639-1 code."}),
           field("retrieved", date, {"Consultée le", "Retrieved"},
                 {"Date de consultation.", "Date of retrieval."}),
           note()}};
}

TableSchema evidence() {
  return {"evidence", "Preuves", "Evidence",
          "Ce que dit chaque source de chaque champ ; plusieurs lignes pour un champ sont des affirmations concurrentes.",
          "What each source says of each field; several rows for one field are competing claims.", false, {},
          {table_of_a_row(), key_of_a_row(),
           required(field("field", mark, {"Champ", "Field"},
                          {"Colonne visée ; « * » pour l’existence de la ligne.",
                           "Column it speaks of; “*” for the existence of the row."})),
           field("value", text, {"Valeur", "Value"}, {"Valeur affirmée.", "Value claimed."}),
           required(refers_to("source", "sources", {"Source", "Source"}, {"Source.", "Source."})),
           field("locator", mark, {"Lieu", "Place"},
                 {"Lignes ou pages de la source.", "Lines or pages of the source."}),
           coded("basis", code_names<Basis>, {"Fondement", "Basis"},
                {"Énoncé ou déduit ; vide : énoncé.", "Stated or inferred; empty: stated."}),
           field("reason", text, {"Raison", "Reason"},
                 {"Raison d’une déduction.", "Reason of an inference."}),
           coded("accepted", code_names<Accepted>, {"Retenue", "Accepted"},
                {"Oui ou non, entre affirmations concurrentes.", "Yes or no, among competing claims."}),
           note()}};
}

TableSchema acknowledgements() {
  return {"acknowledgements", "Avertissements reconnus", "Acknowledged warnings",
          "Avertissements admis par les éditeurs, avec la raison.",
          "Warnings that the editors accept, with the reason.", false, {},
          {required(field("warning", mark, {"Avertissement", "Warning"},
                          {"Code de l’avertissement.", "Code of the warning."})),
           table_of_a_row(), key_of_a_row(),
           field("field", mark, {"Champ", "Field"},
                 {"Colonne visée ; vide : toutes.", "Column it speaks of; empty: all."}),
           required(field("reason", text, {"Raison", "Reason"},
                          {"Pourquoi l’avertissement est admis.", "Why the warning is accepted."})),
           note()}};
}

TableSchema reviews() {
  return {"reviews", "Relectures", "Reviews", "Ce qu’une personne a relu de ce que dit une source.",
          "What a person has looked at of what a source says.", false, {"source", "table", "row", "field"},
          {required(refers_to("source", "sources", {"Source", "Source"}, {"Source.", "Source."})),
           table_of_a_row(), key_of_a_row(),
           required(field("field", mark, {"Champ", "Field"},
                          {"Colonne visée ; « * » pour l’existence de la ligne.",
                           "Column it speaks of; “*” for the existence of the row."})),
           required(field("day", date, {"Relu le", "Reviewed on"}, {"Jour de la relecture.", "Day of the review."})),
           note()}};
}

TableSchema name_decisions() {
  return {"name_decisions", "Décisions sur les noms", "Decisions about names",
          "De qui parlent les documents quand ils écrivent un nom : ce qu’une personne en a décidé.",
          "Whom documents mean when they write a name: what a person decided.", false, {"name", "row", "table"},
          {required(field("name", text, {"Nom", "Name"}, {"Nom tel qu’il est écrit.", "Name as it is written."})),
           field("row", mark, {"Ligne", "Row"},
                 {"Identifiant de la ligne visée ; vide : personne de connu.", "Identifier of the row; empty: nobody known."}),
           required(coded("table", named_tables, {"Table", "Table"}, {"Table de la ligne.", "Table of the row."})),
           required(coded("decision", code_names<NameVerdict>, {"Décision", "Decision"},
                          {"Le même, un autre, ou incertain.", "The same, another, or unsure."})),
           field("day", date, {"Jour", "Day"}, {"Jour de la décision.", "Day of the decision."}),
           refers_to("source", "sources", {"Source", "Source"},
                     {"Document où le nom est écrit.", "Document in which the name is written."}),
           note()}};
}

}  // namespace

std::vector<TableSchema> tables_of_sources() {
  return {sources(), evidence(), acknowledgements(), reviews(), name_decisions()};
}

}  // namespace maillage
