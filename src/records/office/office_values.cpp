// SPDX-License-Identifier: Apache-2.0
#include "records/office/office_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <span>
#include <utility>
#include <vector>

#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/office/office_words.hpp"

namespace maillage {

bool says_nothing(std::string_view text) {
  static constexpr auto kNothing = std::to_array<std::string_view>(
      {"", "non renseigne", "non renseignee", "non precise", "non precisee", "non communique", "non communiquee", "non connu", "non connue", "non defini",
       "non definie", "non applicable", "not applicable", "sans objet", "inconnu", "inconnue", "unknown", "not available", "none given", "null", "nan",
       "a completer", "a preciser", "a definir", "a determiner", "a confirmer", "a renseigner", "a venir", "en attente", "to be defined", "tbd"});
  return says_nothing_briefly(text) || std::ranges::find(kNothing, folded(text)) != kNothing.end();
}

bool says_nothing_briefly(std::string_view text) {
  const auto bare = folded(text);
  return bare == "n a" || bare == "na" || bare == "nc" || bare == "n c" || bare == "nr" || bare == "n r" || bare == "so" || bare == "s o";
}

namespace {

// 7.500 and 7,500 are thousands: nobody writes euros to three places.
bool is_of_thousands(std::string_view bare, char mark, double factor) {
  const auto at = bare.find(mark);
  return factor == 1 && at != std::string_view::npos && at >= 1 && at <= 3 && bare.size() - at == 4 && bare[0] != '0' &&
         bare.find_first_of(".,") == at && bare.find_last_of(".,") == at;
}

}  // namespace

OfficeValue office_amount(const SheetCell& cell) {
  const auto text = trimmed(cell.text);
  if (cell.kind == SheetCell::Kind::number) {
    double amount = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
    if (error != std::errc() || end != text.data() + text.size() || amount < 0) return {};
    return {plain_number(amount), false};
  }
  std::string bare;
  double factor = 1;
  const auto letters = folded(text);
  static constexpr auto kFree = std::to_array<std::string_view>(
      {"gratuit", "gratuite", "a titre gratuit", "a titre gracieux", "titre gracieux", "gracieux", "gracieuse", "neant", "sans contrepartie financiere", "sans financement",
       "sans incidence financiere", "aucun", "aucune", "free", "free of charge"});
  if (std::ranges::find(kFree, letters) != kFree.end()) return {"0", false};
  for (const auto word : words_of(letters)) {
    if (word == "m" || word == "meur" || word == "millions" || word == "million") factor = 1e6;
    if (word == "k" || word == "keur" || word == "ke") factor = 1e3;
  }
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-') bare += c;
  }
  if (letters.find_first_of("0123456789") == std::string::npos) return {};
  for (const char c : letters) {  // nothing but a number and a unit
    if (c >= 'a' && c <= 'z' && std::string_view("mkeurosthcilon").find(c) == std::string_view::npos) return {};
  }
  if (letters.find("m") != std::string::npos && factor == 1 && letters.find("millions") == std::string::npos) factor = 1e6;
  if (letters.find("k") != std::string::npos && factor == 1) factor = 1e3;
  while (!bare.empty() && (bare.back() == '.' || bare.back() == ',' || bare.back() == '-')) bare.pop_back();
  const auto comma = bare.rfind(','), point = bare.rfind('.');
  const auto commas = std::ranges::count(bare, ','), points = std::ranges::count(bare, '.');
  bool is_doubtful = false;
  if (commas > 0 && points > 0) {  // the later one is the decimal mark
    const char group = comma > point ? '.' : ',';
    std::erase(bare, group);
  } else if (commas > 1) {
    std::erase(bare, ',');
  } else if (points > 1) {
    std::erase(bare, '.');
  } else if (is_of_thousands(bare, ',', factor) || is_of_thousands(bare, '.', factor)) {
    std::erase(bare, ',');
    std::erase(bare, '.');
    is_doubtful = true;
  }
  std::ranges::replace(bare, ',', '.');
  double amount = 0;
  const auto [end, error] = std::from_chars(bare.data(), bare.data() + bare.size(), amount);
  if (error != std::errc() || end != bare.data() + bare.size() || amount < 0) return {};
  return {plain_number(amount * factor), is_doubtful};
}

OfficeValue office_count(std::string_view text) {
  const auto number = read_integer(trimmed(text)).value;
  if (!number) return {};
  return {std::to_string(*number), false};
}

namespace {

// The first entry one of whose phrases stands in the text as whole words.
template <class Code>
std::optional<Code> phrase_in(std::string_view text, std::span<const std::pair<std::string_view, Code>> phrases) {
  const auto bare = " " + folded(text) + " ";
  for (const auto& [phrase, code] : phrases) {
    if (bare.find(" " + std::string(phrase) + " ") != std::string::npos) return code;
  }
  return std::nullopt;
}

}  // namespace

OfficeValue office_type(std::string_view text) {
  using T = AgreementType;
  static constexpr auto kPhrases = std::to_array<std::pair<std::string_view, T>>(
      {{"avenant", T::amendment}, {"amendment", T::amendment}, {"contrat local de sante", T::local_health_contract},
       {"contrats locaux de sante", T::local_health_contract}, {"local health contract", T::local_health_contract}, {"cls", T::local_health_contract},
       {"lettre d intention", T::letter_of_intent}, {"letter of intent", T::letter_of_intent}, {"charte", T::charter}, {"charter", T::charter},
       {"chaire", T::chair}, {"chair", T::chair}, {"consortium", T::consortium}, {"groupement", T::consortium},
       {"convention cadre", T::framework_agreement}, {"accord cadre", T::framework_agreement}, {"framework agreement", T::framework_agreement},
       {"cadre", T::framework_agreement}, {"protocole", T::cooperation_protocol}, {"protocol", T::cooperation_protocol},
       {"cooperation protocol", T::cooperation_protocol}, {"subvention", T::funding_agreement}, {"financement", T::funding_agreement},
       {"financiere", T::funding_agreement}, {"funding agreement", T::funding_agreement}, {"funding", T::funding_agreement}, {"grant", T::funding_agreement},
       {"recherche", T::research_agreement}, {"research agreement", T::research_agreement}, {"research", T::research_agreement},
       {"collaboration", T::research_agreement}, {"association agreement", T::association_agreement}, {"convention d association", T::association_agreement},
       {"association", T::association_agreement}});
  for (const auto name : code_names<T>) {
    if (folded(name) == folded(text)) return {std::string(name), false};
  }
  if (const auto code = phrase_in<T>(text, kPhrases)) return {std::string(code_name(*code)), false};
  const auto word = folded(text);
  if (is_one_of(word, {"convention", "accord", "agreement", "convention simple", "accord simple", "autre", "other"})) return {"other", false};
  // A kind of agreement, but none that a code says.
  if (is_one_of(word, {"partenariat", "convention de partenariat", "accord de partenariat", "contrat de partenariat"})) return {"other", true};
  return {};
}

OfficeState office_state(std::string_view text) {
  OfficeState state;
  const auto bare = folded(text);
  const auto has = [&](std::initializer_list<std::string_view> beginnings) {
    return std::ranges::any_of(beginnings, [&](auto begin) { return (" " + bare).find(" " + std::string(begin)) != std::string::npos; });
  };
  if (has({"en cours de sign", "en cours de redac", "en cours de negoc", "en cours d elab", "en cours de valid", "en signature", "projet", "en projet", "en preparation",
           "a signer", "a venir", "en negociation", "en attente", "brouillon", "annonce", "announced", "draft", "planned", "prevu", "non signe", "a l etude", "en discussion"})) {
    state.stage = Stage::announced;
  } else if (has({"resili", "denonc", "terminated"})) {
    state.stage = Stage::signed_;
    state.is_terminated = true;
    const auto first_digit = text.find_first_of("0123456789");
    for (auto at = text.find(' '); at != std::string_view::npos && !state.terminated; at = text.find(' ', at + 1)) {
      if (const auto date = office_date({SheetCell::Kind::text, std::string(trimmed(text.substr(at))), false}); date.text && *date.text != "..") state.terminated = date.text;
    }
    if (first_digit == std::string_view::npos) state.terminated.reset();
  } else if (bare == "en cours" || has({"signe", "en cours de valid", "en cours d exec", "en vigueur", "active", "actif", "in force", "execut", "renouvel", "recondui"})) {
    state.stage = Stage::signed_;
  } else if (has({"echu", "expir", "termin", "caduc", "caduque", "clos", "cloture", "archiv", "fini", "ended"})) {
    state.stage = Stage::signed_;
    state.is_over = true;
  } else {
    return state;
  }
  state.is_read = true;
  return state;
}

std::optional<InstitutionKind> kind_in_name(std::string_view name) {
  using K = InstitutionKind;
  static constexpr auto kPhrases = std::to_array<std::pair<std::string_view, K>>(
      {{"communaute urbaine", K::intercommunality}, {"communaute de communes", K::intercommunality}, {"communaute d agglomeration", K::intercommunality},
       {"communaute d agglo", K::intercommunality}, {"metropole", K::intercommunality}, {"cc", K::intercommunality}, {"ca", K::intercommunality}, {"cu", K::intercommunality},
       {"centre hospitalier", K::hospital}, {"chu", K::hospital}, {"chru", K::hospital}, {"ch", K::hospital}, {"hopital", K::hospital}, {"hopitaux", K::hospital},
       {"clinique", K::hospital}, {"epsm", K::hospital}, {"ghu", K::hospital}, {"hospital", K::hospital},
       {"universite", K::higher_education}, {"university", K::higher_education}, {"ecole", K::higher_education}, {"institut d etudes politiques", K::higher_education},
       {"sciences po", K::higher_education}, {"iut", K::higher_education}, {"ens", K::higher_education}, {"insa", K::higher_education},
       {"ars", K::state_agency}, {"agence regionale de sante", K::state_agency}, {"prefecture", K::state_agency}, {"rectorat", K::state_agency}, {"ministere", K::state_agency},
       {"dreets", K::state_agency}, {"drac", K::state_agency}, {"academie", K::state_agency},
       {"cnrs", K::research_body}, {"inserm", K::research_body}, {"inria", K::research_body}, {"inrae", K::research_body}, {"cea", K::research_body}, {"institut pasteur", K::research_body},
       {"ville de", K::commune}, {"ville d", K::commune}, {"commune de", K::commune}, {"commune d", K::commune}, {"mairie de", K::commune}, {"mairie d", K::commune}});
  return phrase_in<K>(name, kPhrases);
}

bool looks_like_institution(std::string_view name) {
  name = trimmed(name);
  const auto first = name.substr(0, name.find(' '));
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (std::ranges::count_if(first, is_capital) >= 2 && std::ranges::none_of(first, [](char c) { return c >= 'a' && c <= 'z'; })) return true;
  if (kind_in_name(name)) return true;
  static constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"conseil", "departement", "region", "lycee", "institut", "association", "assoc", "agence", "chambre", "fondation", "centre", "mutualite", "syndicat", "federation",
       "union", "caisse", "office", "ordre", "comite", "maison", "tribunal", "parquet", "ministere", "ecole", "college", "communaute", "metropole", "groupe", "groupement",
       "observatoire", "reseau", "hopital", "clinique", "laboratoire", "societe", "entreprise", "commune", "ville", "mairie", "etat", "cour", "musee", "theatre", "parc"});
  const auto bare = folded(name);
  const auto words = words_of(bare);
  return words.size() > 1 && std::ranges::find(kBeginnings, words[0]) != kBeginnings.end();
}

OfficeValue office_role(std::string_view text) {
  using R = PartyRole;
  static constexpr auto kPhrases = std::to_array<std::pair<std::string_view, R>>(
      {{"chef de file", R::lead}, {"coordinateur", R::lead}, {"coordonnateur", R::lead}, {"coordonnatrice", R::lead}, {"coordinatrice", R::lead}, {"etablissement support", R::lead}, {"mandataire", R::lead}, {"promoteur", R::lead}, {"pilote", R::lead}, {"porteur", R::lead}, {"coordinator", R::lead}, {"lead", R::lead}, {"true", R::lead},
       {"financeur", R::funder}, {"funder", R::funder}, {"beneficiaire", R::beneficiary}, {"beneficiary", R::beneficiary},
       {"associe", R::associated}, {"associee", R::associated}, {"associated", R::associated}, {"represente", R::represented}, {"representee", R::represented}, {"represented", R::represented},
       {"cofinanceur", R::funder}, {"partie", R::party}, {"membre", R::party}, {"member", R::party}, {"cosignataire", R::party}, {"co signataire", R::party}, {"cocontractant", R::party}, {"etablissement partie", R::party}, {"partenaire", R::party}, {"participant", R::party}, {"party", R::party}, {"partner", R::party}, {"signataire", R::party}, {"false", R::party}});
  if (const auto code = phrase_in<R>(text, kPhrases)) return {std::string(code_name(*code)), false};
  return {};
}

}  // namespace maillage
