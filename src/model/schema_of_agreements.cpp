// SPDX-License-Identifier: Apache-2.0
#include "model/codes.hpp"
#include "model/schema_of_tables.hpp"

namespace maillage {
namespace {

using enum FieldType;

std::vector<FieldSchema> agreement_fields() {
  return {row_id({"Identifiant stable de l’accord.", "Stable identifier of the agreement."}),
          field("title", text, {"Titre", "Title"}, {"Titre donné par les éditeurs.", "Title given by the editors."}),
          coded("type", code_names<AgreementType>, {"Type", "Type"},
               {"Type d’accord ; vide : autre.", "Type of agreement; empty: other."}),
          field("reference", mark, {"Référence", "Reference"},
                {"Référence administrative.", "Administrative reference."}),
          field("signed", date, {"Signature", "Signature"}, {"Date de signature.", "Date of signature."}),
          field("valid_from", date, {"Début", "Start"}, {"Début de validité.", "Start of validity."}),
          field("valid_to", date, {"Fin", "End"},
                {"Fin de validité ; « .. » si l’accord est sans terme, vide si la fin est inconnue.",
                 "End of validity; “..” where there is no term, empty where the end is unknown."}),
          field("duration", duration, {"Durée", "Duration"}, {"Durée ISO 8601.", "ISO 8601 duration."}),
          coded("renewal", code_names<Renewal>, {"Reconduction", "Renewal"},
               {"Mode de reconduction.", "Way of renewal."}),
          field("max_renewals", integer, {"Reconductions au plus", "Renewals at most"},
                {"Nombre maximal de reconductions.", "Highest number of renewals."}),
          field("renewal_duration", duration, {"Durée d’une reconduction", "Length of a renewal"},
                {"Durée ISO 8601 de chaque reconduction ; vide : celle de l’accord.",
                 "ISO 8601 duration of each renewal; empty: as long as the agreement."}),
          field("notice", duration, {"Préavis", "Notice"}, {"Préavis, durée ISO 8601.", "Notice, ISO 8601 duration."}),
          field("terminated", date, {"Dénonciation", "Termination"},
                {"Date de fin anticipée.", "Date of an early end."}),
          field("expected", date, {"Attendu", "Expected"},
                {"Date attendue d’un accord annoncé.", "Date expected of an announced agreement."}),
          coded("stage", code_names<Stage>, {"Stade", "Stage"},
               {"Signé ou seulement annoncé.", "Signed, or announced only."}),
          field("responsible_unit", text, {"Composante responsable", "Responsible unit"},
                {"Institution ou composante qui suit l’accord.", "Institution or unit that looks after the agreement."}),
          field("place", text, {"Lieu", "Place"}, {"Lieu de la signature.", "Place of signature."}),
          list(field("axes", text, {"Axes", "Axes"}, {"Axes de l’accord.", "Axes of the agreement."})),
          list(refers_to("themes", "themes", {"Thèmes", "Themes"},
                         {"Codes de la table des thèmes.", "Codes of the table of themes."})),
          list(refers_to("territories", "territories", {"Territoires", "Territories"},
                         {"Codes de la table des territoires.", "Codes of the table of territories."})),
          field("amount_eur", number, {"Montant en euros", "Amount in euros"},
                {"Montant attaché à l’accord.", "Amount that goes with the agreement."}),
          field("unnamed_parties", integer, {"Parties non nommées", "Unnamed parties"},
                {"Nombre de parties comptées et non nommées.", "Number of parties that are counted and not named."}),
          note()};
}

FieldSchema agreement() {
  return required(refers_to("agreement", "agreements", {"Accord", "Agreement"}, {"Accord.", "Agreement."}));
}

TableSchema parties() {
  return {"parties", "Parties", "Parties", "Une ligne par partie à un accord.",
          "One row for each party to an agreement.", true, {"agreement", "institution"},
          {agreement(),
           required(refers_to("institution", "institutions", {"Institution", "Institution"},
                              {"Institution partie.", "Institution that is a party."})),
           coded("role", code_names<PartyRole>, {"Rôle", "Role"},
                {"Rôle de la partie ; vide : partie.", "Role of the party; empty: party."}),
           field("signed", date, {"Signature", "Signature"},
                 {"Date de signature de cette partie.", "Date on which this party signed."}),
           field("joined", date, {"Entrée", "Joined"}, {"Date d’entrée.", "Date of joining."}),
           field("left", date, {"Sortie", "Left"}, {"Date de sortie.", "Date of leaving."}),
           field("amount_eur", number, {"Montant en euros", "Amount in euros"},
                 {"Montant propre à cette partie.", "Amount of this party."}),
           note()}};
}

TableSchema signatures() {
  return {"signatures", "Signatures", "Signatures", "Qui signe, en quelle qualité et pour qui ; qui est présent.",
          "Who signs, in which capacity and for whom; who is present.", false, {"agreement", "person", "on_behalf_of"},
          {agreement(), required(refers_to("person", "people", {"Personne", "Person"}, {"Personne.", "Person."})),
           refers_to("on_behalf_of", "institutions", {"Pour le compte de", "On behalf of"},
                     {"Institution représentée.", "Institution represented."}),
           field("capacity", text, {"Qualité", "Capacity"}, {"Qualité de la personne.", "Capacity of the person."}),
           coded("kind", code_names<SignatureKind>, {"Nature", "Kind"},
                {"Signataire, présente ou représentée ; vide : signataire.",
                 "Signatory, present or represented; empty: signatory."}),
           field("date", date, {"Date", "Date"},
                 {"Date, si elle diffère de celle de l’accord.", "Date, where it differs from the agreement's."}),
           note()}};
}

TableSchema events() {
  return {"events", "Événements", "Events", "Dates d’un accord qui ne sont pas sa signature.",
          "Dates of an agreement that are not its signature.", false, {"id"},
          {row_id({"Identifiant stable de l’événement.", "Stable identifier of the event."}), agreement(),
           required(coded("kind", code_names<EventKind>, {"Nature", "Kind"},
                         {"Nature de l’événement.", "Kind of event."})),
           field("date", date, {"Date", "Date"}, {"Date de l’événement.", "Date of the event."}), note()}};
}

TableSchema lineage() {
  return {"lineage", "Filiation", "Lineage", "Ce qu’un accord est à un autre.", "What an agreement is to another.",
          false, {"agreement", "kind", "of"},
          {agreement(),
           required(coded("kind", code_names<LineageKind>, {"Lien", "Kind"},
                         {"Premier, mise en œuvre, avenant, renouvellement ou remplacement.",
                          "First, implementation, amendment, renewal or replacement."})),
           refers_to("of", "agreements", {"De", "Of"},
                     {"Accord antérieur ou cadre ; vide s’il existe et n’est pas documenté.",
                      "Earlier or framing agreement; empty where it exists and is not documented."}),
           note()}};
}

TableSchema mentions() {
  return {"mentions", "Mentions", "Mentions", "Actions communes dont rien ne dit qu’un accord les porte.",
          "Joint action of which nothing says that an agreement carries it.", false, {"id"},
          {row_id({"Identifiant stable de la mention.", "Stable identifier of the mention."}),
           required(list(refers_to("institutions", "institutions", {"Institutions", "Institutions"},
                                   {"Identifiants des institutions.", "Identifiers of the institutions."}))),
           required(coded("context", code_names<MentionContext>, {"Contexte", "Context"},
                         {"Contexte de l’action.", "Context of the action."})),
           field("date", date, {"Date", "Date"}, {"Date de l’action.", "Date of the action."}),
           field("amount_eur", number, {"Montant en euros", "Amount in euros"},
                 {"Montant dit par la source.", "Amount stated by the source."}),
           note()}};
}

TableSchema themes() {
  return {"themes", "Thèmes", "Themes", "Liste contrôlée de thèmes.", "Controlled list of themes.", false, {"code"},
          {required(field("code", id, {"Code", "Code"}, {"Code du thème.", "Code of the theme."})),
           field("label_fr", text, {"Libellé français", "French label"}, {"Libellé en français.", "Label in French."}),
           field("label_en", text, {"Libellé anglais", "English label"}, {"Libellé en anglais.", "Label in English."}),
           list(field("synonyms", text, {"Synonymes", "Synonyms"}, {"Autres termes.", "Other terms."})), note()}};
}

}  // namespace

std::vector<TableSchema> tables_of_agreements() {
  return {{"agreements", "Accords", "Agreements", "Accords signés et accords annoncés.",
           "Signed agreements and announced ones.", true, {"id"}, agreement_fields()},
          parties(), signatures(), events(), lineage(), mentions(), themes()};
}

}  // namespace maillage
