// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/completed_places.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "documents/institutions/bracketed_names.hpp"
#include "documents/text/common_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

enum class Level { none, department, region };

// At which level the place of such a body lies, if it has one.
Level level_of_place(const FoundName& found) {
  const auto name = folded(found.name);
  if (found.category == "region" || found.category == "health_agency") return Level::region;
  const bool is_departmental = found.category == "department" || found.category == "social_fund" ||
                               name.starts_with("prefecture ") || name.find("departemental") != std::string::npos;
  return is_departmental ? Level::department : Level::none;
}

// Which level's place a body without one lacks.
Level level_lacked(const FoundName& found) {
  if (found.category == "region") return folded(found.name).starts_with("collectivite") ? Level::none : Level::region;
  const bool is_departmental =
      found.category == "department" ||
      (found.category == "state_service" && (folded(found.name).find("departemental") != std::string::npos ||
                                             folded(found.name) == "groupement de gendarmerie"));
  return is_departmental ? Level::department : Level::none;
}

// « de la Morlande » of « Préfecture de la Morlande », « Morlande » of « Région Morlande »; nothing where the name has no place.
std::optional<std::string> place_of(const NameContext& context, const FoundName& found) {
  if (found.rule == std::string_view("office") && found.name.starts_with("Préfecture "))
    return found.name.substr(std::string_view("Préfecture ").size());
  auto from = found.head_last;
  if (found.strength != NameStrength::full || from <= found.first || from >= found.last) return std::nullopt;
  if (const auto bracket = bracketed_name(context, from, found.last)) from = bracket.last;
  if (from >= found.last) return std::nullopt;
  auto place = context.signs.written(from, found.last);
  const auto& word = context.words[from];
  if (!word.is_capital() && !place.empty()) place[0] = context.words.prose().of(word.span)[0];
  return place;
}

// « du Lot », « le Lot », « Lot » are one.
std::string bare_place(std::string_view place) {
  auto letters = folded(place);
  for (std::string_view small : {"de ", "du ", "des ", "d ", "la ", "le ", "les ", "l "}) {
    if (letters.starts_with(small)) letters.erase(0, small.size());
  }
  return letters;
}

// « Direction départementale de la sécurité publique du Lot »: a capital behind the first word.
bool names_a_place(const std::string& name) {
  for (auto at = name.find_first_of(" '"); at != std::string::npos; at = name.find_first_of(" '", at + 1)) {
    const auto word = std::string_view(name).substr(at + 1);
    if (!word.empty() && word.substr(0, word.find(' ')) != lower_french(word.substr(0, word.find(' ')))) return true;
  }
  return false;
}

// The only place of a level: how it is written; nothing where there are several.
std::optional<std::string> only_place(const NameContext& context, const std::vector<FoundName>& names, Level level) {
  std::set<std::string> seen;
  std::optional<std::string> place;
  for (const auto& found : names) {
    if (found.is_furniture || level_of_place(found) != level || context.signs.in_capitals(found.first)) continue;
    const auto own = place_of(context, found);
    if (!own) continue;
    if (seen.insert(bare_place(*own)).second && !place) place = own;
  }
  return seen.size() == 1 ? place : std::nullopt;
}

}  // namespace

void complete_places(const NameContext& context, const std::vector<FoundName>& names, std::vector<Body>& bodies) {
  for (auto& body : bodies) {
    if (body.names.empty()) continue;
    const auto& found = names[body.names.front()];
    const auto level = level_lacked(found);
    if (found.strength == NameStrength::full || names_a_place(body.name) || level == Level::none) continue;
    if (const auto place = only_place(context, names, level)) body.name += " " + *place;
  }
}

}  // namespace maillage::documents
