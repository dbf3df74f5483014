// SPDX-License-Identifier: Apache-2.0
#include "registry/name_reading.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "names/name_index.hpp"
#include "names/spellings.hpp"

namespace maillage {
namespace {

using Kind = InstitutionKind;
using Words = std::vector<std::string_view>;

// Beginnings of written-out names and what they say; the longer one before what begins it.
struct KindWords {
  std::string_view words;
  Kind kind;
};
constexpr auto kind_words = std::to_array<KindWords>({
    {"communaute communes", Kind::intercommunality}, {"communaute agglomeration", Kind::intercommunality},
    {"communaute urbaine", Kind::intercommunality},  {"etablissement public territorial", Kind::intercommunality},
    {"agglomeration", Kind::intercommunality},       {"metropole", Kind::intercommunality},
    {"eurometropole", Kind::intercommunality},       {"centre hospitalier", Kind::hospital},
    {"hopital", Kind::hospital},                     {"hopitaux", Kind::hospital},
    {"hospices", Kind::hospital},                    {"groupement hospitalier", Kind::hospital},
    {"groupe hospitalier", Kind::hospital},          {"clinique", Kind::hospital},
    {"universite", Kind::higher_education},          {"ecole", Kind::higher_education},
    {"institut etudes politiques", Kind::higher_education}, {"institut national sciences appliquees", Kind::higher_education},
    {"faculte", Kind::higher_education},             {"agence regionale sante", Kind::state_agency},
    {"prefecture", Kind::state_agency},              {"rectorat", Kind::state_agency},
    {"ministere", Kind::state_agency},               {"laboratoire", Kind::research_body},
    {"departement", Kind::other},                    {"conseil departemental", Kind::other},
    {"conseil general", Kind::other},                {"region", Kind::other},
    {"conseil regional", Kind::other},               {"association", Kind::other},
});

// Words that say of what kind a body is and not which one; sorted.
constexpr auto untelling = std::to_array<std::string_view>(
    {"academie", "agence", "agglomeration", "appliquee", "appliquees", "association", "autorite", "caisse", "center",
     "centrale", "centre", "centres", "chambre", "cite", "clinique", "college", "comite", "communaute", "commune",
     "communes", "conseil", "delegation", "departement", "departemental", "departementale", "direction", "ecole",
     "enseignement", "equipe", "etablissement", "etat", "etudes", "eurometropole", "faculte", "federation",
     "fondation", "formation", "francais", "francaise", "general", "generale", "grand", "grande", "groupe",
     "groupement", "haute", "hautes", "hopital", "hopitaux", "hospices", "hospital", "hospitalier", "hospitaliere",
     "hospitaliers", "ingenieur", "ingenieurs", "institut", "institute", "intercommunal", "intercommunale",
     "international", "internationale", "interregional", "laboratoire", "laboratory", "local", "mairie", "maison",
     "metropole", "ministere", "mixte", "national", "nationale", "nationaux", "normale", "office", "pays",
     "plateforme", "pole", "prefecture", "public", "publique", "recherche", "recherches", "rectorat", "regie",
     "region", "regional", "regionale", "research", "reseau", "sante", "school", "science", "sciences", "service",
     "services", "social", "sociale", "societe", "superieur", "superieure", "syndicat", "technologie",
     "technologique", "territoire", "territoires", "territorial", "union", "unite", "universitaire",
     "universitaires", "universite", "universites", "university", "urbaine", "ville"});

Words words_of(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool begins_with_words(std::string_view text, std::string_view words) {
  return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (const auto word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

// « ville de la rochelle » → « la rochelle », « mairie du havre » → « havre »; empty where no such word begins it.
std::string commune_in(std::string_view spelled) {
  auto words = words_of(spelled);
  if (words.size() > 1 && (words[0] == "la" || words[0] == "l")) words.erase(words.begin());
  static constexpr auto begins = std::to_array<std::string_view>({"ville", "mairie", "commune", "municipalite"});
  if (words.size() < 2 || std::ranges::find(begins, words[0]) == begins.end()) return {};
  words.erase(words.begin());
  static constexpr auto of = std::to_array<std::string_view>({"de", "d", "du", "des"});
  if (words.size() > 1 && std::ranges::find(of, words[0]) != of.end()) words.erase(words.begin());
  return joined(words);
}

// The words without those of a grouping at either end.
std::string grouping_in(std::string_view expanded) {
  auto rest = expanded;
  for (const auto& begin : kind_words) {
    if (begin.kind != Kind::intercommunality || !begins_with_words(rest, begin.words)) continue;
    rest.remove_prefix(std::min(begin.words.size() + 1, rest.size()));
    break;
  }
  auto words = words_of(rest);
  static constexpr auto ends = std::to_array<std::string_view>({"metropole", "agglomeration", "communaute"});
  while (words.size() > 1 && std::ranges::find(ends, words.back()) != ends.end()) words.pop_back();
  if (joined(words) == expanded) return {};
  return sorted_words(joined(words));
}

}  // namespace

NameReading read_name(std::string_view name) { return read_folded_name(folded(name)); }

NameReading read_folded_name(std::string folded_name) {
  NameReading reading;
  reading.spelled = std::move(folded_name);
  reading.expanded = expanded(reading.spelled);
  if (reading.expanded.empty()) reading.expanded = reading.spelled;
  reading.key = sorted_words(reading.expanded);
  if (reading.key.empty()) reading.key = reading.expanded;
  reading.commune = commune_in(reading.spelled);
  reading.grouping = grouping_in(reading.expanded);
  for (const auto& begin : kind_words) {
    if (!begins_with_words(reading.expanded, begin.words)) continue;
    reading.kind = begin.kind;
    break;
  }
  if (!reading.kind && reading.expanded.ends_with(" universite")) reading.kind = Kind::higher_education;
  if (!reading.kind && !reading.grouping.empty()) reading.kind = Kind::intercommunality;
  if (!reading.commune.empty()) reading.kind = Kind::commune;
  reading.telling = telling_words(reading.expanded);
  return reading;
}

std::vector<std::string> telling_words(std::string_view expanded_name) {
  std::vector<std::string> telling;
  for (const auto word : words_of(expanded_name)) {
    if (!std::ranges::binary_search(untelling, word)) telling.emplace_back(word);
  }
  return telling;
}

BracketedName without_bracket(std::string_view name) {
  while (name.ends_with(' ')) name.remove_suffix(1);
  const auto open = name.rfind('(');
  if (!name.ends_with(')') || open == std::string_view::npos || open == 0) return {name, {}};
  const auto bracket = name.substr(open + 1, name.size() - open - 2);
  name = name.substr(0, open);
  while (name.ends_with(' ')) name.remove_suffix(1);
  return {name, bracket};
}

std::vector<std::string_view> parts_of_name(std::string_view name) {
  static constexpr auto between = std::to_array<std::string_view>({" - ", " – ", " — ", "/", ",", ";", "(", ")", " | "});
  std::vector<std::string_view> parts;
  while (!name.empty()) {
    auto end = name.size();
    std::size_t length = 0;
    for (const auto mark : between) {
      if (const auto at = name.find(mark); at < end) {
        end = at;
        length = mark.size();
      }
    }
    auto part = name.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
    name.remove_prefix(end + length);
  }
  return parts;
}

}  // namespace maillage
