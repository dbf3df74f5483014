// SPDX-License-Identifier: Apache-2.0
#include "records/office/office_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>
#include <vector>

#include "names/name_index.hpp"
#include "records/cell_values.hpp"

namespace maillage {
namespace {

using Words = std::vector<std::string_view>;

// Views into the text: it must outlive them.
Words words_of(std::string_view folded_text) {
  Words words;
  while (!folded_text.empty()) {
    const auto end = std::min(folded_text.find(' '), folded_text.size());
    if (end > 0) words.push_back(folded_text.substr(0, end));
    folded_text.remove_prefix(std::min(end + 1, folded_text.size()));
  }
  return words;
}

std::optional<unsigned> whole(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Months by the letters their names begin with, folded; the longer ones first where one begins another.
constexpr auto kMonths = std::to_array<std::pair<std::string_view, unsigned>>(
    {{"janv", 1}, {"jan", 1}, {"fevr", 2}, {"fev", 2}, {"feb", 2}, {"mars", 3}, {"mar", 3}, {"avri", 4}, {"avr", 4},
     {"apr", 4}, {"mai", 5}, {"may", 5}, {"juin", 6}, {"jun", 6}, {"juil", 7}, {"jul", 7}, {"aout", 8}, {"aou", 8},
     {"aug", 8}, {"sept", 9}, {"sep", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12}});

std::optional<unsigned> month_named(std::string_view word) {
  for (const auto& [begin, number] : kMonths) {
    if (word.starts_with(begin)) return number;
  }
  return std::nullopt;
}

// A year as written with two or four digits, and whether its century was taken for granted.
struct Year {
  unsigned number;
  bool is_short;
};
std::optional<Year> year_of(std::string_view word) {
  const auto number = whole(word);
  if (!number) return std::nullopt;
  if (word.size() == 4 && *number >= 1000) return Year{*number, false};
  if (word.size() == 2) return Year{*number < 70 ? 2000 + *number : 1900 + *number, true};
  return std::nullopt;
}

std::string two(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// The date where the calendar has it.
OfficeValue dated(Year year, std::optional<unsigned> month, std::optional<unsigned> day) {
  auto text = std::to_string(year.number);
  if (month) text += "-" + two(*month);
  if (day) text += "-" + two(*day);
  if (!PartialDate::parse(text)) return {};
  return {text, year.is_short};
}

OfficeValue date_in_words(std::string_view text) {
  const auto bare = folded(text);
  auto words = words_of(bare);
  static constexpr auto kWithoutEnd = std::to_array<std::string_view>(
      {"sans terme", "indeterminee", "illimitee", "duree indeterminee", "sans limite", "open ended", "no end", "permanent", "permanente", "sans fin"});
  if (std::ranges::find(kWithoutEnd, bare) != kWithoutEnd.end()) return {"..", false};
  if (!words.empty() && (words[0] == "le" || words[0] == "the")) words.erase(words.begin());
  static constexpr auto kWeekdays = std::to_array<std::string_view>(
      {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  if (!words.empty() && std::ranges::find(kWeekdays, words[0]) != kWeekdays.end()) words.erase(words.begin());
  while (words.size() > 1 && words.size() > 3 && std::ranges::all_of(words.back(), [](char c) { return c == '0'; })) words.pop_back();
  const auto day_of_word = [](std::string_view word) -> std::optional<unsigned> {
    if (word == "1er" || word == "1st") return 1;
    for (const std::string_view end : {"nd", "rd", "th", "e"}) {
      if (word.size() > end.size() && word.ends_with(end)) return whole(word.substr(0, word.size() - end.size()));
    }
    return word.size() <= 2 ? whole(word) : std::nullopt;
  };
  if (words.size() == 1) {
    if (const auto year = year_of(words[0]); year && !year->is_short) return dated(*year, {}, {});
  } else if (words.size() == 2) {  // juillet 2024, juil-24, 07/2024, 2024/07
    const auto month = month_named(words[0]) ? month_named(words[0]) : whole(words[0]);
    if (const auto year = year_of(words[1]); month && year && (month_named(words[0]) || !year->is_short)) return dated(*year, month, {});
    const auto later = whole(words[1]);
    if (const auto year = year_of(words[0]); year && !year->is_short && later) return dated(*year, later, {});
  } else if (words.size() == 3) {  // 8 juillet 2024, 08/07/2024, July 8 2024, 2024/07/08
    if (const auto month = month_named(words[0])) {
      const auto year = year_of(words[2]);
      if (const auto day = day_of_word(words[1]); day && year) return dated(*year, month, day);
      return {};
    }
    if (const auto year = year_of(words[0]); year && !year->is_short) {
      const auto month = whole(words[1]), day = whole(words[2]);
      return month && day ? dated(*year, month, day) : OfficeValue{};
    }
    const auto day = day_of_word(words[0]);
    const auto month = month_named(words[1]) ? month_named(words[1]) : whole(words[1]);
    if (const auto year = year_of(words[2]); day && month && year) return dated(*year, month, day);
  }
  return {};
}

}  // namespace

bool says_nothing(std::string_view text) {
  static constexpr auto kNothing = std::to_array<std::string_view>(
      {"", "non renseigne", "non renseignee", "non precise", "non precisee", "non communique", "n a", "na", "nc", "nr", "sans objet", "so",
       "inconnu", "inconnue", "unknown", "not available", "none given", "null", "nan", "a completer", "a preciser"});
  return std::ranges::find(kNothing, folded(text)) != kNothing.end();
}

OfficeValue office_date(const SheetCell& cell) {
  const auto text = trimmed(cell.text);
  if (text.empty()) return {};
  if (cell.kind == SheetCell::Kind::number) {
    const auto number = whole(text);
    if (!number) return {};
    if (*number >= 1800 && *number <= 2199) return {std::string(text), false};
    if (*number < 20'000 || *number > 80'000) return {};  // 1954 to 2119
    return {to_iso(static_cast<Day>(*number) - 25'569), true};  // 25,569 is 1970-01-01 in the system of 1900
  }
  if (const auto date = PartialDate::parse(text)) return {date->to_edtf(), false};
  const auto clock = text.find_first_of("T ");  // 2024-07-08 00:00:00
  if (clock == 10 && PartialDate::parse(text.substr(0, 10)) && text.find(':') != std::string_view::npos) {
    return {std::string(text.substr(0, 10)), false};
  }
  return date_in_words(text);
}

OfficeValue office_duration(std::string_view text, char unit_of_header) {
  text = trimmed(text);
  if (text.empty()) return {};
  if (text.front() == 'P' && text.size() > 2) return {std::string(text), false};
  static constexpr auto kNumbers = std::to_array<std::pair<std::string_view, unsigned>>(
      {{"un", 1}, {"une", 1}, {"deux", 2}, {"trois", 3}, {"quatre", 4}, {"cinq", 5}, {"six", 6}, {"sept", 7}, {"huit", 8},
       {"neuf", 9}, {"dix", 10}, {"douze", 12}, {"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"ten", 10}});
  static constexpr auto kUnits = std::to_array<std::pair<std::string_view, char>>(
      {{"a", 'Y'}, {"y", 'Y'}, {"an", 'Y'}, {"ans", 'Y'}, {"annee", 'Y'}, {"annees", 'Y'}, {"year", 'Y'}, {"years", 'Y'},
       {"m", 'M'}, {"mois", 'M'}, {"month", 'M'}, {"months", 'M'}, {"semaine", 'W'}, {"semaines", 'W'}, {"week", 'W'}, {"weeks", 'W'},
       {"j", 'D'}, {"jour", 'D'}, {"jours", 'D'}, {"day", 'D'}, {"days", 'D'}});
  unsigned years = 0, months = 0, days = 0, number = 0;
  bool has_number = false, has_any = false;  // a number waits for its unit
  const auto bare = folded(text);
  for (auto word : words_of(bare)) {
    if (word == "et" || word == "and" || word == "duree" || word == "de") continue;
    const auto digits = std::min(word.find_first_not_of("0123456789"), word.size());  // 5ans
    const auto named = std::ranges::find(kNumbers, word, &std::pair<std::string_view, unsigned>::first);
    if (digits > 0 || named != kNumbers.end()) {
      if (has_number) return {};
      number = digits > 0 ? whole(word.substr(0, digits)).value_or(0) : named->second;
      has_number = true;
      word.remove_prefix(digits > 0 ? digits : word.size());
      if (word.empty()) continue;
    }
    const auto unit = std::ranges::find(kUnits, word, &std::pair<std::string_view, char>::first);
    if (unit == kUnits.end() || !has_number) return {};
    (unit->second == 'Y' ? years : unit->second == 'M' ? months : days) += unit->second == 'W' ? 7 * number : number;
    has_number = false;
    has_any = true;
  }
  if (has_number) {
    if (has_any || unit_of_header == 0) return {};
    return {"P" + std::to_string(number) + unit_of_header, false};
  }
  if (!has_any || years + months + days == 0) return {};
  std::string made = "P";
  if (years > 0) made += std::to_string(years) + "Y";
  if (months > 0) made += std::to_string(months) + "M";
  if (days > 0) made += std::to_string(days) + "D";
  return {made, false};
}

OfficeValue office_amount(std::string_view text) {
  std::string bare;
  double factor = 1;
  const auto letters = folded(text);
  for (const auto word : words_of(letters)) {
    if (word == "euros" || word == "euro" || word == "eur" || word == "ttc" || word == "ht") continue;
    if (word == "m" || word == "meur" || word == "millions" || word == "million") factor = 1e6;
    if (word == "k" || word == "keur") factor = 1e3;
  }
  for (const char c : trimmed(text)) {
    if ((c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-') bare += c;
  }
  if (letters.find_first_of("0123456789") == std::string::npos) return {};
  for (const char c : letters) {  // nothing but a number and a unit
    if (c >= 'a' && c <= 'z' && std::string_view("mkeurosthcilon").find(c) == std::string_view::npos) return {};
  }
  if (letters.find("m") != std::string::npos && factor == 1 && letters.find("millions") == std::string::npos) factor = 1e6;
  if (letters.find("k") != std::string::npos && factor == 1) factor = 1e3;
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
  } else if (commas == 1 && bare.size() - comma == 4) {
    is_doubtful = true;  // 7,000: decimals in French
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

OfficeValue office_renewal(std::string_view text) {
  static constexpr auto kPhrases = std::to_array<std::pair<std::string_view, Renewal>>(
      {{"tacite", Renewal::tacit}, {"tacit", Renewal::tacit}, {"tacites", Renewal::tacit}, {"automatique", Renewal::tacit}, {"automatic", Renewal::tacit},
       {"expresse", Renewal::express}, {"express", Renewal::express}, {"avenant", Renewal::express},
       {"non", Renewal::none}, {"aucun", Renewal::none}, {"aucune", Renewal::none}, {"none", Renewal::none}, {"no", Renewal::none},
       {"sans", Renewal::none}, {"false", Renewal::none}, {"non renouvelable", Renewal::none}});
  if (const auto code = phrase_in<Renewal>(text, kPhrases)) return {std::string(code_name(*code)), false};
  const auto word = folded(text);
  if (word == "oui" || word == "yes" || word == "true" || word == "renouvelable") return {"", true};
  return {};
}

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
  if (word == "autre" || word == "other" || word == "convention" || word == "accord" || word == "partenariat" || word == "agreement") return {"other", false};
  return {};
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

OfficeValue office_role(std::string_view text) {
  using R = PartyRole;
  static constexpr auto kPhrases = std::to_array<std::pair<std::string_view, R>>(
      {{"chef de file", R::lead}, {"coordinateur", R::lead}, {"coordonnateur", R::lead}, {"pilote", R::lead}, {"porteur", R::lead}, {"coordinator", R::lead}, {"lead", R::lead}, {"true", R::lead},
       {"financeur", R::funder}, {"funder", R::funder}, {"beneficiaire", R::beneficiary}, {"beneficiary", R::beneficiary},
       {"associe", R::associated}, {"associee", R::associated}, {"associated", R::associated}, {"represente", R::represented}, {"representee", R::represented}, {"represented", R::represented},
       {"partie", R::party}, {"partenaire", R::party}, {"participant", R::party}, {"party", R::party}, {"partner", R::party}, {"signataire", R::party}, {"false", R::party}});
  if (const auto code = phrase_in<R>(text, kPhrases)) return {std::string(code_name(*code)), false};
  return {};
}

}  // namespace maillage
