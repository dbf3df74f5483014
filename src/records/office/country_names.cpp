// SPDX-License-Identifier: Apache-2.0
#include "records/office/country_names.hpp"

#include <algorithm>
#include <array>

#include "names/name_index.hpp"

namespace maillage {
namespace {

struct CountryName {
  std::string_view name, code;
};

// Folded names in French and English and codes of three letters (ISO 3166-1), by the alphabet.
constexpr auto kNames = std::to_array<CountryName>({
    {"afg", "AF"}, {"afghanistan", "AF"}, {"afrique du sud", "ZA"}, {"ago", "AO"}, {"alb", "AL"}, {"albania", "AL"},
    {"albanie", "AL"}, {"algeria", "DZ"}, {"algerie", "DZ"}, {"allemagne", "DE"}, {"and", "AD"}, {"andorra", "AD"},
    {"andorre", "AD"}, {"angleterre", "GB"}, {"angola", "AO"}, {"arabie saoudite", "SA"}, {"are", "AE"}, {"arg", "AR"},
    {"argentina", "AR"}, {"argentine", "AR"}, {"arm", "AM"}, {"armenia", "AM"}, {"armenie", "AM"}, {"aus", "AU"},
    {"australia", "AU"}, {"australie", "AU"}, {"austria", "AT"}, {"aut", "AT"}, {"autriche", "AT"}, {"aze", "AZ"},
    {"azerbaidjan", "AZ"}, {"azerbaijan", "AZ"}, {"bangladesh", "BD"}, {"bdi", "BI"}, {"bel", "BE"}, {"belarus", "BY"},
    {"belgique", "BE"}, {"belgium", "BE"}, {"ben", "BJ"}, {"benin", "BJ"}, {"bfa", "BF"}, {"bgd", "BD"}, {"bgr", "BG"},
    {"bielorussie", "BY"}, {"bih", "BA"}, {"blr", "BY"}, {"bol", "BO"}, {"bolivia", "BO"}, {"bolivie", "BO"},
    {"bosnia and herzegovina", "BA"}, {"bosnie herzegovine", "BA"}, {"bra", "BR"}, {"brazil", "BR"}, {"bresil", "BR"},
    {"bulgaria", "BG"}, {"bulgarie", "BG"}, {"burkina faso", "BF"}, {"burundi", "BI"}, {"caf", "CF"}, {"cambodge", "KH"},
    {"cambodia", "KH"}, {"cameroon", "CM"}, {"cameroun", "CM"}, {"can", "CA"}, {"canada", "CA"}, {"cap vert", "CV"},
    {"cape verde", "CV"}, {"central african republic", "CF"}, {"chad", "TD"}, {"che", "CH"}, {"chile", "CL"}, {"chili", "CL"},
    {"china", "CN"}, {"chine", "CN"}, {"chl", "CL"}, {"chn", "CN"}, {"chypre", "CY"}, {"civ", "CI"}, {"cmr", "CM"},
    {"cod", "CD"}, {"cog", "CG"}, {"col", "CO"}, {"colombia", "CO"}, {"colombie", "CO"}, {"congo", "CG"},
    {"coree du sud", "KR"}, {"costa rica", "CR"}, {"cote d ivoire", "CI"}, {"cpv", "CV"}, {"cri", "CR"}, {"croatia", "HR"},
    {"croatie", "HR"}, {"cub", "CU"}, {"cuba", "CU"}, {"cyp", "CY"}, {"cyprus", "CY"}, {"cze", "CZ"},
    {"czech republic", "CZ"}, {"czechia", "CZ"}, {"danemark", "DK"}, {"democratic republic of the congo", "CD"},
    {"denmark", "DK"}, {"deu", "DE"}, {"dji", "DJ"}, {"djibouti", "DJ"}, {"dnk", "DK"}, {"dza", "DZ"}, {"ecu", "EC"},
    {"ecuador", "EC"}, {"egy", "EG"}, {"egypt", "EG"}, {"egypte", "EG"}, {"emirats arabes unis", "AE"}, {"england", "GB"},
    {"equateur", "EC"}, {"esp", "ES"}, {"espagne", "ES"}, {"est", "EE"}, {"estonia", "EE"}, {"estonie", "EE"},
    {"etats unis", "US"}, {"etats unis d amerique", "US"}, {"eth", "ET"}, {"ethiopia", "ET"}, {"ethiopie", "ET"},
    {"fin", "FI"}, {"finland", "FI"}, {"finlande", "FI"}, {"fra", "FR"}, {"france", "FR"}, {"gab", "GA"}, {"gabon", "GA"},
    {"gbr", "GB"}, {"geo", "GE"}, {"georgia", "GE"}, {"georgie", "GE"}, {"germany", "DE"}, {"gha", "GH"}, {"ghana", "GH"},
    {"gin", "GN"}, {"grande bretagne", "GB"}, {"grc", "GR"}, {"great britain", "GB"}, {"grece", "GR"}, {"greece", "GR"},
    {"guinea", "GN"}, {"guinee", "GN"}, {"haiti", "HT"}, {"hkg", "HK"}, {"hong kong", "HK"}, {"hongrie", "HU"}, {"hrv", "HR"},
    {"hti", "HT"}, {"hun", "HU"}, {"hungary", "HU"}, {"iceland", "IS"}, {"idn", "ID"}, {"ind", "IN"}, {"inde", "IN"},
    {"india", "IN"}, {"indonesia", "ID"}, {"indonesie", "ID"}, {"irak", "IQ"}, {"iran", "IR"}, {"iraq", "IQ"},
    {"ireland", "IE"}, {"irl", "IE"}, {"irlande", "IE"}, {"irn", "IR"}, {"irq", "IQ"}, {"isl", "IS"}, {"islande", "IS"},
    {"isr", "IL"}, {"israel", "IL"}, {"ita", "IT"}, {"italie", "IT"}, {"italy", "IT"}, {"ivory coast", "CI"}, {"japan", "JP"},
    {"japon", "JP"}, {"jor", "JO"}, {"jordan", "JO"}, {"jordanie", "JO"}, {"jpn", "JP"}, {"kaz", "KZ"}, {"kazakhstan", "KZ"},
    {"ken", "KE"}, {"kenya", "KE"}, {"khm", "KH"}, {"kor", "KR"}, {"lao", "LA"}, {"laos", "LA"}, {"latvia", "LV"},
    {"lbn", "LB"}, {"lby", "LY"}, {"lebanon", "LB"}, {"lettonie", "LV"}, {"liban", "LB"}, {"libya", "LY"}, {"libye", "LY"},
    {"lie", "LI"}, {"liechtenstein", "LI"}, {"lithuania", "LT"}, {"lituanie", "LT"}, {"ltu", "LT"}, {"lux", "LU"},
    {"luxembourg", "LU"}, {"lva", "LV"}, {"macedoine du nord", "MK"}, {"madagascar", "MG"}, {"malaisie", "MY"},
    {"malaysia", "MY"}, {"mali", "ML"}, {"malta", "MT"}, {"malte", "MT"}, {"mar", "MA"}, {"maroc", "MA"}, {"maurice", "MU"},
    {"mauritania", "MR"}, {"mauritanie", "MR"}, {"mauritius", "MU"}, {"mco", "MC"}, {"mda", "MD"}, {"mdg", "MG"},
    {"mex", "MX"}, {"mexico", "MX"}, {"mexique", "MX"}, {"mkd", "MK"}, {"mli", "ML"}, {"mlt", "MT"}, {"mne", "ME"},
    {"moldavie", "MD"}, {"moldova", "MD"}, {"monaco", "MC"}, {"montenegro", "ME"}, {"morocco", "MA"}, {"moz", "MZ"},
    {"mozambique", "MZ"}, {"mrt", "MR"}, {"mus", "MU"}, {"mys", "MY"}, {"nepal", "NP"}, {"ner", "NE"}, {"netherlands", "NL"},
    {"new zealand", "NZ"}, {"nga", "NG"}, {"niger", "NE"}, {"nigeria", "NG"}, {"nld", "NL"}, {"nor", "NO"},
    {"north macedonia", "MK"}, {"norvege", "NO"}, {"norway", "NO"}, {"nouvelle zelande", "NZ"}, {"npl", "NP"}, {"nzl", "NZ"},
    {"ouganda", "UG"}, {"pak", "PK"}, {"pakistan", "PK"}, {"palestine", "PS"}, {"pays bas", "NL"}, {"per", "PE"},
    {"perou", "PE"}, {"peru", "PE"}, {"philippines", "PH"}, {"phl", "PH"}, {"pol", "PL"}, {"poland", "PL"}, {"pologne", "PL"},
    {"portugal", "PT"}, {"prt", "PT"}, {"pse", "PS"}, {"qat", "QA"}, {"qatar", "QA"}, {"republique centrafricaine", "CF"},
    {"republique democratique du congo", "CD"}, {"republique tcheque", "CZ"}, {"romania", "RO"}, {"rou", "RO"},
    {"roumanie", "RO"}, {"royaume uni", "GB"}, {"rus", "RU"}, {"russia", "RU"}, {"russie", "RU"}, {"rwa", "RW"},
    {"rwanda", "RW"}, {"sau", "SA"}, {"saudi arabia", "SA"}, {"sen", "SN"}, {"senegal", "SN"}, {"serbia", "RS"},
    {"serbie", "RS"}, {"sgp", "SG"}, {"singapore", "SG"}, {"singapour", "SG"}, {"slovakia", "SK"}, {"slovaquie", "SK"},
    {"slovenia", "SI"}, {"slovenie", "SI"}, {"south africa", "ZA"}, {"south korea", "KR"}, {"spain", "ES"}, {"srb", "RS"},
    {"suede", "SE"}, {"suisse", "CH"}, {"svk", "SK"}, {"svn", "SI"}, {"swe", "SE"}, {"sweden", "SE"}, {"switzerland", "CH"},
    {"syr", "SY"}, {"syria", "SY"}, {"syrie", "SY"}, {"taiwan", "TW"}, {"tanzania", "TZ"}, {"tanzanie", "TZ"}, {"tcd", "TD"},
    {"tchad", "TD"}, {"tchequie", "CZ"}, {"tgo", "TG"}, {"tha", "TH"}, {"thailand", "TH"}, {"thailande", "TH"},
    {"togo", "TG"}, {"tun", "TN"}, {"tunisia", "TN"}, {"tunisie", "TN"}, {"tur", "TR"}, {"turkey", "TR"}, {"turquie", "TR"},
    {"twn", "TW"}, {"tza", "TZ"}, {"uga", "UG"}, {"uganda", "UG"}, {"ukr", "UA"}, {"ukraine", "UA"},
    {"united arab emirates", "AE"}, {"united kingdom", "GB"}, {"united states", "US"}, {"united states of america", "US"},
    {"uruguay", "UY"}, {"ury", "UY"}, {"usa", "US"}, {"ven", "VE"}, {"venezuela", "VE"}, {"viet nam", "VN"},
    {"vietnam", "VN"}, {"vnm", "VN"}, {"zaf", "ZA"}
});

}  // namespace

std::optional<std::string> country_code(std::string_view text) {
  const auto bare = folded(text);
  if (bare.size() == 2 && text.size() == 2) {
    std::string code;
    for (const char c : bare) code += static_cast<char>(c - 'a' + 'A');
    if (std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; })) return code;
  }
  const auto found = std::ranges::lower_bound(kNames, std::string_view(bare), {}, &CountryName::name);
  if (found == kNames.end() || found->name != bare) return std::nullopt;
  return std::string(found->code);
}

}  // namespace maillage
