// SPDX-License-Identifier: Apache-2.0
#include "records/office/import_field.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "names/name_index.hpp"

namespace maillage {
namespace {

using F = ImportField;
using P = ImportPart;
using T = ImportType;

template <std::size_t N>
using Headers = std::array<std::string_view, N>;

// Folded: without case, accents and punctuation. Read from the lists of agreements that public bodies publish and from
// what offices call their columns.
constexpr auto kId = std::to_array<std::string_view>({"id", "identifiant", "numero", "n", "no", "num", "code", "numero de convention", "n convention", "numero d ordre", "agreement id", "treatyid", "n conv", "no conv", "num conv", "n de convention", "n de la convention", "numero de la convention", "n dossier", "n de dossier", "numero de dossier", "num dossier", "n contrat", "code convention", "n acte", "id convention", "n ordre"});
constexpr auto kReference = std::to_array<std::string_view>({"reference", "ref", "referencedecision", "reference decision", "numero de reference", "deliberation", "reference interne", "ref interne", "n de deliberation", "reference de la convention"});
constexpr auto kTitle = std::to_array<std::string_view>({"titre", "intitule", "objet", "libelle", "title", "nom de la convention", "designation", "intitule de la convention", "objet de la convention", "nom du projet", "subject", "objet de l accord", "intitule de l accord", "objet du partenariat", "nom du partenariat", "intitule du projet"});
constexpr auto kType = std::to_array<std::string_view>({"type", "nature", "type de convention", "categorie", "type d accord", "nature de la convention", "type of agreement", "kind", "typeagree"});
constexpr auto kSigned = std::to_array<std::string_view>({"signature", "date de signature", "signee le", "signe le", "dateconvention", "date convention", "date de la convention", "signed", "signed on", "date signed", "date signature", "date", "signee e le", "signe e le", "date de signature de la convention", "signature le", "conclue le", "date de conclusion", "date de signature par les parties"});
constexpr auto kFrom = std::to_array<std::string_view>({"debut", "date de debut", "date debut", "entree en vigueur", "date d effet", "effet", "a compter du", "du", "valid from", "start", "start date", "begin", "from", "date d entree en vigueur", "prise d effet", "debut de validite", "date effet", "date de prise d effet", "prend effet le", "date de demarrage", "demarrage", "debut de la convention", "date de debut de la convention", "date d effet de la convention", "en vigueur le"});
constexpr auto kTo = std::to_array<std::string_view>({"fin", "date de fin", "echeance", "date d echeance", "terme", "expiration", "date d expiration", "jusqu au", "au", "valid to", "end", "end date", "to", "expires", "expiry", "fin de validite", "date fin", "date echeance", "fin de la convention", "date de fin de la convention", "echeance de la convention", "date de fin de validite", "date de fin prevue", "date limite", "fin previsionnelle"});
constexpr auto kDuration = std::to_array<std::string_view>({"duree", "duree ans", "duree mois", "duree en annees", "duree en mois", "duree annees", "duration", "term", "duree de la convention", "duree initiale", "duree convention", "duree de validite", "duree du partenariat"});
constexpr auto kRenewalDuration = std::to_array<std::string_view>({"duree de reconduction", "duree de la reconduction", "duree d une reconduction",
    "duree des reconductions", "duree du renouvellement", "duree de renouvellement", "periode de reconduction", "length of a renewal",
    "renewal duration", "renewal period", "renewal length"});
constexpr auto kRenewal = std::to_array<std::string_view>({"reconduction", "renouvellement", "renouvelable", "tacite reconduction", "mode de reconduction", "renewal", "renewable", "modalites de reconduction", "modalite de reconduction", "type de reconduction", "reconductible", "modalites de renouvellement", "modalite de renouvellement", "clause de reconduction", "prolongation", "renouvellement reconduction", "conditions de renouvellement", "reconduction tacite"});
constexpr auto kMaxRenewals = std::to_array<std::string_view>({"nombre de reconductions", "nb reconductions", "reconductions max", "max renewals", "renouvellements max", "nombre de renouvellements", "nb de reconductions", "nombre maximal de reconductions", "nb renouvellements", "nombre de reconductions possibles"});
constexpr auto kNotice = std::to_array<std::string_view>({"preavis", "delai de preavis", "preavis mois", "notice", "notice period", "preavis de denonciation", "preavis de resiliation", "delai de denonciation", "delai de resiliation", "duree du preavis", "preavis jours", "preavis en mois"});
constexpr auto kTerminated = std::to_array<std::string_view>({"resiliation", "date de resiliation", "resiliee le", "denonciation", "terminated", "termination"});
constexpr auto kExpected = std::to_array<std::string_view>({"signature prevue", "prevue le", "date prevue", "expected"});
constexpr auto kPeriod = std::to_array<std::string_view>({"periode", "validite", "periode de validite", "periode de la convention", "annees", "dates de validite", "periode couverte", "period", "validity"});
constexpr auto kStatus = std::to_array<std::string_view>({"statut", "etat", "status", "stage", "avancement", "etat d avancement", "situation", "statut de la convention", "etat de la convention", "state"});
constexpr auto kPlace = std::to_array<std::string_view>({"lieu", "lieu de signature", "place", "location"});
constexpr auto kUnit = std::to_array<std::string_view>({"service", "direction", "service responsable", "composante", "responsable", "responsible unit", "unit", "pole", "service gestionnaire", "composante porteuse", "service porteur", "service instructeur", "service referent", "direction referente", "pole porteur", "direction porteuse"});
constexpr auto kAxes = std::to_array<std::string_view>({"axes", "objectifs", "axes de travail", "objectives", "axes strategiques"});
constexpr auto kThemes = std::to_array<std::string_view>({"theme", "themes", "thematique", "thematiques", "domaine", "domaines", "mots cles", "keywords", "topics", "typesubject"});
constexpr auto kAmount = std::to_array<std::string_view>({"montant", "montant eur", "montant euros", "montant ttc", "montant en euros", "budget", "subvention", "amount", "amount eur", "aide allouee", "cout", "financement", "montant annuel", "montant total", "montant de la convention", "dotation", "cout annuel", "montant ht", "montant financier", "incidence financiere", "impact financier", "financement accorde"});
constexpr auto kUnnamed = std::to_array<std::string_view>({"autres parties", "parties non nommees", "nombre d autres parties", "unnamed parties"});
constexpr auto kNote = std::to_array<std::string_view>({"note", "notes", "remarque", "remarques", "observations", "observation", "commentaire", "commentaires", "comment", "comments"});
constexpr auto kParty = std::to_array<std::string_view>({"partie", "parties", "partenaire", "partenaires", "cocontractant", "cocontractants", "organisme", "institution", "institutions", "beneficiaire", "nombeneficiaire", "nom beneficiaire", "nomattribuant", "nom attribuant", "attribuant", "etablissement", "signataires institutions", "party", "partner", "partners", "nom organisme", "nom de l organisme", "structure", "collectivite", "contractant", "co contractant", "co contractants", "contractants", "cosignataire", "cosignataires", "co signataires", "partenaire s", "cocontractant s", "partie s", "tiers", "nom du partenaire", "nom partenaire", "etablissement partenaire", "organisme partenaire", "structure partenaire", "autre partie", "partenaires signataires", "entite"});
constexpr auto kPartyId = std::to_array<std::string_view>({"identifiant partenaire", "code partenaire", "party id", "partner id"});
constexpr auto kPartyShortName = std::to_array<std::string_view>({"sigle", "sigle du partenaire", "sigle de l organisme", "nom court du partenaire", "partner short name", "legal short name"});
constexpr auto kPartyKind = std::to_array<std::string_view>({"type de partenaire", "categorie de partenaire", "categorie organisme", "nature du partenaire", "statut du partenaire", "party kind", "partner type"});
constexpr auto kPartyRole = std::to_array<std::string_view>({"role", "role du partenaire", "est coordinateur", "qualite de partie", "qualite", "role dans la convention", "statut de partie"});
constexpr auto kPartyCity = std::to_array<std::string_view>({"ville", "commune", "city", "ville du partenaire", "adresse ville"});
constexpr auto kPartyCountry = std::to_array<std::string_view>({"pays", "country", "pays du partenaire", "adresse pays"});
constexpr auto kPartySiren = std::to_array<std::string_view>({"siren", "siret", "n siren", "numero siren", "n siret", "idbeneficiaire", "id beneficiaire", "idattribuant", "id attribuant"});
constexpr auto kPartyRor = std::to_array<std::string_view>({"ror", "ror id", "identifiant ror"});
constexpr auto kJoined = std::to_array<std::string_view>({"adhesion", "date d adhesion", "joined", "accession", "rejoint le"});
constexpr auto kLeft = std::to_array<std::string_view>({"retrait", "date de retrait", "left", "withdrawal", "quitte le"});
constexpr auto kPartyAmount = std::to_array<std::string_view>({"part", "contribution", "part du partenaire", "share", "montant du partenaire", "participation", "participation financiere", "quote part", "contribution financiere", "part financiere", "apport"});
constexpr auto kPartySignatory = std::to_array<std::string_view>({"represente par", "representee par", "representant", "representante", "representant legal", "signataire du partenaire", "signataire partenaire", "nom du representant", "represented by", "representative"});
constexpr auto kSignatory = std::to_array<std::string_view>({"signataire", "signataires", "signe par", "signee par", "signatory", "signatories", "signed by", "nom du signataire", "signataire s", "noms des signataires", "signataire de la convention"});
constexpr auto kCapacity = std::to_array<std::string_view>({"qualite", "fonction", "qualite du signataire", "fonction du signataire", "capacity", "function", "qualite du representant", "fonction du representant", "titre du signataire", "en qualite de", "qualite fonction", "fonction qualite"});
constexpr auto kSignatoryOf = std::to_array<std::string_view>({"pour le compte de", "on behalf of", "organisme du signataire"});
constexpr auto kSource = std::to_array<std::string_view>({"source", "sources", "document", "piece", "fichier"});
constexpr auto kSourceUrl = std::to_array<std::string_view>({"lien", "url", "lien vers le document", "link", "adresse web", "texturl"});
constexpr std::array<std::string_view, 0> kNone{};

const ImportFieldInfo kFields[] = {
    {F::ignore, "ignore", P::none, T::none, "", kNone},
    {F::agreement_id, "id", P::agreement, T::text, "id", kId},
    {F::title, "title", P::agreement, T::text, "title", kTitle},
    {F::type, "type", P::agreement, T::type, "type", kType},
    {F::reference, "reference", P::agreement, T::text, "reference", kReference},
    {F::signed_on, "signed", P::agreement, T::date, "signed", kSigned},
    {F::valid_from, "valid_from", P::agreement, T::date, "valid_from", kFrom},
    {F::valid_to, "valid_to", P::agreement, T::date, "valid_to", kTo},
    {F::duration, "duration", P::agreement, T::duration, "duration", kDuration},
    {F::renewal, "renewal", P::agreement, T::renewal, "renewal", kRenewal},
    {F::max_renewals, "max_renewals", P::agreement, T::count, "max_renewals", kMaxRenewals},
    {F::renewal_duration, "renewal_duration", P::agreement, T::duration, "renewal_duration", kRenewalDuration},
    {F::notice, "notice", P::agreement, T::notice, "notice", kNotice},
    {F::terminated, "terminated", P::agreement, T::date, "terminated", kTerminated},
    {F::expected, "expected", P::agreement, T::date, "expected", kExpected},
    {F::period, "period", P::agreement, T::period, "", kPeriod},
    {F::status, "status", P::agreement, T::status, "stage", kStatus},
    {F::place, "place", P::agreement, T::text, "place", kPlace},
    {F::responsible_unit, "responsible_unit", P::agreement, T::text, "responsible_unit", kUnit},
    {F::axes, "axes", P::agreement, T::list, "axes", kAxes},
    {F::themes, "themes", P::agreement, T::list, "themes", kThemes},
    {F::amount_eur, "amount_eur", P::agreement, T::amount, "amount_eur", kAmount},
    {F::unnamed_parties, "unnamed_parties", P::agreement, T::count, "unnamed_parties", kUnnamed},
    {F::agreement_note, "note", P::agreement, T::text, "note", kNote},
    {F::party, "party", P::party, T::list, "institution", kParty},
    {F::party_id, "party.id", P::party, T::text, "id", kPartyId},
    {F::party_short_name, "party.short_name", P::party, T::text, "short_name", kPartyShortName},
    {F::party_kind, "party.kind", P::party, T::kind, "kind", kPartyKind},
    {F::party_role, "party.role", P::party, T::role, "role", kPartyRole},
    {F::party_city, "party.city", P::party, T::text, "city", kPartyCity},
    {F::party_country, "party.country", P::party, T::text, "country", kPartyCountry},
    {F::party_siren, "party.siren", P::party, T::identifier, "siren", kPartySiren},
    {F::party_ror, "party.ror", P::party, T::identifier, "ror", kPartyRor},
    {F::party_joined, "party.joined", P::party, T::date, "joined", kJoined},
    {F::party_left, "party.left", P::party, T::date, "left", kLeft},
    {F::party_amount_eur, "party.amount_eur", P::party, T::amount, "amount_eur", kPartyAmount},
    {F::party_signatory, "party.signatory", P::party, T::list, "person", kPartySignatory},
    {F::party_capacity, "party.signatory.capacity", P::party, T::text, "capacity", kNone},
    {F::signatory, "signatory", P::signatory, T::list, "person", kSignatory},
    {F::capacity, "signatory.capacity", P::signatory, T::text, "capacity", kCapacity},
    {F::signatory_of, "signatory.on_behalf_of", P::signatory, T::text, "on_behalf_of", kSignatoryOf},
    {F::source, "source", P::source, T::text, "title", kSource},
    {F::source_url, "source.url", P::source, T::text, "url", kSourceUrl},
};

}  // namespace

std::span<const ImportFieldInfo> import_fields() { return kFields; }

const ImportFieldInfo& info_of(ImportField field) { return kFields[static_cast<std::size_t>(field)]; }

std::optional<ImportField> import_field_named(std::string_view name) {
  const auto found = std::ranges::find(kFields, name, &ImportFieldInfo::name);
  if (found == std::ranges::end(kFields)) return std::nullopt;
  return found->field;
}

namespace {

double score_of_words(const ImportFieldInfo& info, std::string_view folded_header) {
  double best = 0;
  const auto padded = " " + std::string(folded_header) + " ";
  for (const auto header : info.headers) {
    if (folded_header == header) return 1;
    if (folded_header == std::string(header) + "s") return 0.99;
    if (header.size() < 3) continue;  // « du » and « n » stand in many headers
    const auto at = padded.find(" " + std::string(header) + " ");
    if (at == std::string::npos) continue;
    const double share = static_cast<double>(header.size()) / static_cast<double>(folded_header.size());
    best = std::max(best, (at == 0 ? 0.6 : 0.5) + 0.35 * share);
  }
  return best;
}

}  // namespace

double header_score(const ImportFieldInfo& info, std::string_view header) {
  if (header.find('.') == std::string_view::npos || header.find('.') + 1 == header.size()) return score_of_words(info, folded(header));
  // `Projet.Partenaire.Nom_organisme`: the last part says what it is, those before it what it is of.
  double best = 0.95 * score_of_words(info, folded(header.substr(header.rfind('.') + 1)));
  if (info.part != ImportPart::agreement || info.type != ImportType::text) return best;
  for (auto rest = header.substr(0, header.rfind('.')); !rest.empty();) {
    const auto dot = std::min(rest.find('.'), rest.size());
    best = std::max(best, 0.75 * score_of_words(info, folded(rest.substr(0, dot))));
    rest.remove_prefix(std::min(dot + 1, rest.size()));
  }
  return best;
}

}  // namespace maillage
