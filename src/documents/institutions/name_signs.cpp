// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/name_signs.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "documents/lexicon/made_once.hpp"
#include "documents/people/person_places.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestAcronym = 10;
constexpr std::size_t kFewWords = 2;  // fewer in capitals may be acronyms

bool is_small_word(std::string_view folded_word) {
  static constexpr auto kWords =
      std::to_array<std::string_view>({"a", "au", "aux", "d",   "dans", "de", "des", "du",   "en",   "et",
                                       "l", "la", "le",  "les", "lez",  "ou", "par", "pour", "sous", "sur"});
  return std::ranges::binary_search(kWords, folded_word);
}

bool ends_with_any(std::string_view word, std::span<const std::string_view> endings) {
  return std::ranges::any_of(endings, [&](auto ending) {
    return word == ending || (word.size() > ending.size() + 1 && word.ends_with(ending));
  });
}

std::string lowered(std::string_view text) {
  std::string result;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}).toLower().toUTF8String(result);
  return result;
}

// The words of the phrases of a table, with their accents, brackets and choices taken apart.
void learn_spellings(const PhraseTable& table, std::map<std::string, std::string, std::less<>>& spellings) {
  for (const auto& entry : table.entries()) {
    std::string phrase;
    for (const char c : entry.phrase) {
      if (c == '[' || c == ']') continue;
      phrase += c == '|' || c == '\'' || c == '-' ? ' ' : c;
    }
    for (std::size_t at = 0; at < phrase.size();) {
      const auto end = std::min(phrase.find(' ', at), phrase.size());
      const auto word = phrase.substr(at, end - at);
      if (!word.empty()) spellings.try_emplace(folded(word), word);
      if (word.size() > 2 && word.ends_with('s'))
        spellings.try_emplace(folded(word.substr(0, word.size() - 1)), word.substr(0, word.size() - 1));
      at = end + 1;
    }
  }
}

// The words of heads of names as one writes them, by folded word.
struct HeadSpellings {
  std::map<std::string, std::string, std::less<>> spellings;
  explicit HeadSpellings(const Lexicon& lexicon) { learn_spellings(lexicon.institution_heads, spellings); }
};

}  // namespace

std::string of_place(std::string_view place) {
  if (place.starts_with("Le ")) return "du " + std::string(place.substr(3));
  if (place.starts_with("Les ")) return "des " + std::string(place.substr(4));
  const auto letters = folded(place);
  const bool is_elided = !letters.empty() && std::string_view("aeiouy").find(letters[0]) != std::string_view::npos;
  return (is_elided ? "d'" : "de ") + std::string(place);
}

bool has_two_capitals(std::string_view word) {
  return word.size() <= kLongestAcronym &&
         std::ranges::count_if(word, [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

std::string capitalized(std::string_view text) {
  auto letters = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  if (letters.isEmpty()) return {};
  const auto first = letters.char32At(0);
  letters.replace(0, U16_LENGTH(first), static_cast<UChar32>(u_toupper(first)));
  std::string result;
  letters.toUTF8String(result);
  return result;
}

NameSigns::NameSigns(const Words& words, const Lexicon& lexicon)
    : words_(words),
      lexicon_(lexicon),
      capitals_(std::max<std::size_t>(words.prose().sentences.size(), 1)),
      people_(standing_people(words, lexicon)),
      furniture_(words.size()),
      of_heads_(made_once<HeadSpellings>(lexicon).spellings) {
  std::vector<std::pair<std::size_t, std::size_t>> counts(capitals_.size());  // words in capitals, words
  for (const auto& word : words.all()) {
    if (word.kind != WordKind::word || word.folded.size() < 2) continue;
    ++counts[word.sentence].second;
    counts[word.sentence].first += word.casing == Casing::upper ? 1 : 0;
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    capitals_[i] = counts[i].second >= kFewWords && counts[i].first * 10 >= counts[i].second * 9;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    if (word.kind != WordKind::word || capitals_[word.sentence]) continue;
    of_document_.try_emplace(std::string(word.folded), std::string(words.prose().of(word.span)));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto& places = places_[words[i].folded];
    if (places.size() < kMostPlaces) places.push_back(i);
  }
  for (const auto& block : words.prose().blocks) {
    if (block.kind != BlockKind::furniture) continue;
    for (auto at = words.first_from(block.span.begin); at < words.size() && words[at].span.begin < block.span.end; ++at)
      furniture_[at] = true;
  }
}

bool NameSigns::is_proper(std::size_t at) const {
  const auto& word = words_[at];
  if (word.kind == WordKind::mark) return false;
  if (word.kind == WordKind::number) return false;
  if (!word.is_capital()) return false;
  const auto stop = lexicon_.name_stops.at(words_, at, words_.size());
  const bool is_in_unit = stop && stop.last < words_.size() && words_[stop.last].joined == '-';  // « DEUX-RIVES »
  const bool stops =
      stop && !is_in_unit && (in_capitals(at) || lexicon_.name_stops.field(*stop.entry, "casing") == "any");
  if (!in_capitals(at)) {
    if (!stops) return true;
    const bool is_article = word.is("le") || word.is("la") || word.is("les");  // « La Rochelle », but no « Le jeudi »
    return is_article && at + 1 < words_.size() && words_[at + 1].is_capital() && words_[at + 1].joined != '\n';
  }
  return word.folded.size() > 1 && !is_small_word(word.folded) && !stops;
}

std::size_t NameSigns::adjective_end(std::size_t at, std::size_t end) const {
  const auto last = unit_end(at, end);
  if (last > at + 1 && words_[at].casing == Casing::lower && words_[last - 1].joined == '-' && is_adjective(last - 1))
    return last;  // « néo-orlandais »
  return is_adjective(at) ? at + 1 : at;
}

bool NameSigns::is_adjective(std::size_t at) const {
  static constexpr auto kEndings = std::to_array<std::string_view>(
      {"al",      "ale",      "ales",      "als",      "aux",       "el",      "elle",     "elles",   "els",
       "if",      "ifs",      "ive",       "ives",     "ique",      "iques",   "aire",     "aires",   "ien",
       "ienne",   "iennes",   "iens",      "ois",      "oise",      "oises",   "ais",      "aise",    "aises",
       "ier",     "iere",     "ieres",     "iers",     "eur",       "eure",    "eures",    "eurs",    "ain",
       "aine",    "ane",      "anes",      "anne",     "annes",     "ans",     "aines",    "ains",    "icole",
       "icoles",  "ole",      "oles",      "tique",    "bain",      "in",      "ine",      "ines",    "ins",
       "public",  "publics",  "publique",  "mixte",    "mixtes",    "corse",   "corses",   "libre",   "libres",
       "unique",  "civil",    "civils",    "ime",      "imes",      "et",      "ete",      "vivant",  "ante",
       "antes",   "ants",     "aque",      "aques",    "een",       "eenne",   "eennes",   "eens",    "este",
       "estes",   "estre",    "estres",    "allemand", "allemande", "catalan", "catalane", "flamand", "flamande",
       "normand", "normande", "normandes", "normands", "belge",     "suisse",  "russe",    "basque",  "basques",
       "blanche", "blanches", "bleu", "bleue", "bleues", "bleus", "noir", "noire", "noires", "noirs", "rouges", "vert",
       "verte", "vertes", "verts", "direct", "directs", "indirect", "indirects", "mutualiste", "mutualistes", "prive", "privee", "privees", "prives", "berrichonne", "berrichonnes", "ble", "bretonne", "bretonnes", "gasconne", "gasconnes", "percheronne", "wallonne",
       "legere",   "legeres", "etrangere", "etrangeres"});
  static constexpr auto kOthers = std::to_array<std::string_view>(
      {"achete",    "active",     "afin",        "ailleurs",    "ainsi",     "anime",      "appelle",     "applique",   "arrete",
       "arrive",    "auparavant", "avant",       "combine",   "communique", "complet",     "concernant", "concret",
       "demain",    "desormais",  "dessine",     "determine", "devant",     "domine",      "dorenavant", "durant",
       "enfin",     "ensemble",   "estime",      "et",        "examine",    "explique",    "exprime",    "fabrique",
       "fait",      "imagine",    "implique",    "indique",   "juin",       "lendemain",   "les",        "maintenant",
       "mais",      "matin",      "met",         "moyennant", "partenaire", "partenaires", "pendant",    "permet",
       "plusieurs", "pour",       "pourtant",    "pratique",  "prochain",   "prochaine",   "projet",     "promet",
       "puis",      "quand",      "rappelle",    "rassemble", "renouvelle", "reste",       "revendique", "semble",
       "signale",   "signataire", "signataires", "soumet",    "suivant",    "termine",     "terrain",    "travaux"});
  const auto& word = words_[at];
  if (word.kind != WordKind::word || (word.is_capital() && !in_capitals(at))) return false;
  return word.folded.size() > 3 && ends_with_any(word.folded, kEndings) &&
         !std::ranges::binary_search(kOthers, word.folded);
}

bool NameSigns::is_demonym(std::size_t at) const {
  static constexpr auto kEndings = std::to_array<std::string_view>(
      {"ais",  "aise",  "ain",    "aine",   "een",     "eenne",   "ien",     "ienne", "ois",
       "oise", "onne",  "breton", "gascon", "guignon", "evin",    "evine",   "ousin", "ousine",
       "ndin", "ndine", "and",    "ande",   "basque",  "catalan", "catalane"});
  static constexpr auto kOthers = std::to_array<std::string_view>(
      {"ancien",    "ancienne",  "bien",     "certain",  "certaine", "citoyenne", "contemporain", "contemporaine",
       "demain",    "desormais", "europeen", "europeenne", "francais", "francaise", "grand",     "grande",
       "humain",    "humaine",   "jamais",   "lendemain", "mais",    "mois",      "parfois",      "prochain",
       "prochaine", "quand",     "quotidien", "quotidienne", "riverain", "riveraine", "soutien",  "toutefois",
       "trois",     "urbain",    "urbaine"});
  const auto& word = words_[at];
  if (word.kind != WordKind::word || word.casing != Casing::lower) return false;
  auto text = word.folded;
  if (text.ends_with("es") || text.ends_with("ns") || text.ends_with("ds")) text.remove_suffix(1);  // plural
  return std::ranges::any_of(kEndings, [&](auto ending) { return text.ends_with(ending); }) &&
         !std::ranges::binary_search(kOthers, text);
}

bool NameSigns::begins_proper(std::size_t at, std::size_t end) const {
  if (is_proper(at)) return true;
  const bool is_short = words_[at].kind == WordKind::number && words_[at].span.end - words_[at].span.begin <= 2;
  // « la communauté de communes 4MCB »: an acronym that begins with a number
  const bool is_acronym = is_short && at + 1 < end && words_[at + 1].joined == '\0' && words_[at + 1].casing == Casing::upper && words_[at + 1].folded.size() > 1;
  if (is_acronym) return true;
  return is_short && at + 1 < end && words_[at + 1].joined == ' ' && words_[at + 1].casing == Casing::capital &&
         is_proper(at + 1);
}

std::size_t NameSigns::unit_end(std::size_t at, std::size_t end) const {
  ++at;
  while (at < end && words_[at].kind != WordKind::mark &&
         (words_[at].joined == '-' || words_[at].joined == '\0' || words_[at].joined == '\''))
    ++at;
  return at;
}

std::size_t NameSigns::link_end(std::size_t at, std::size_t end) const {
  const auto is_any = [&](std::size_t place, std::initializer_list<std::string_view> choice) {
    return place < end && words_[place].kind == WordKind::word &&
           std::ranges::find(choice, words_[place].folded) != choice.end();
  };
  const auto begin = at;
  // « l'enfance a été signée », « d'aviron a signé »; where scans have lost the accent of « à », no participle follows.
  const bool may_be_has = at + 1 < end && words_[at].casing == Casing::lower && words_.text_of(at, at + 1) == "a";
  if (may_be_has && (words_[at + 1].is("ete") || words_[at + 1].is("eu") || words_.text_of(at + 1, at + 2).ends_with("é"))) return at;
  if (is_any(at, {"du", "des", "aux", "au", "of", "del", "della", "degli", "di", "do", "da", "zu"})) return at + 1;
  if (is_any(at, {"de", "d", "en", "sur", "sous", "lez", "pour", "contre", "a", "les"})) {
    const bool is_les = words_[at].is("les");
    ++at;
    if (!is_les && is_any(at, {"la", "le", "l", "les"})) {
      // « de La Roche »: the article is the place's own.
      ++at;
    }
    return at;
  }
  return begin;
}

std::span<const std::size_t> NameSigns::places_of(std::string_view folded_word) const {
  const auto found = places_.find(folded_word);
  return found == places_.end() ? std::span<const std::size_t>{} : std::span<const std::size_t>(found->second);
}

bool NameSigns::is_person(std::size_t at, std::size_t end) const {
  if (!words_[at].is_capital()) return false;
  if (people_[at]) return true;
  if (const auto title = lexicon_.honorifics.at(words_, at, end)) return true;
  const auto first = lexicon_.first_names.at(words_, at, end);
  if (!first) return false;
  auto next = unit_end(at, end);
  if (first.last > next) next = first.last;
  return next < end && words_[next].kind == WordKind::word && words_[next].is_capital() && words_[next].joined == ' ';
}

std::string NameSigns::recased(std::size_t at, bool is_first, bool is_head) const {
  const auto& word = words_[at];
  const auto text = words_.prose().of(word.span);
  if (word.kind != WordKind::word || !word.is_capital() || !in_capitals(at)) return std::string(text);
  const bool is_lower_word = is_small_word(word.folded) || word.folded.size() == 1;
  if (is_lower_word) return lowered(text);
  if (const auto known = of_document_.find(word.folded); known != of_document_.end())
    return is_first ? capitalized(known->second) : known->second;
  if (const auto known = of_heads_.find(word.folded); known != of_heads_.end() && is_head)
    return is_first ? capitalized(known->second) : known->second;
  return capitalized(lowered(text));
}

std::string NameSigns::written(std::size_t first, std::size_t last, std::size_t head_last) const {
  std::string name;
  std::uint32_t depth = 0;
  bool skipped = false;
  for (auto at = first; at < last; ++at) {
    const auto& word = words_[at];
    if (word.is("(")) ++depth, skipped = true;
    const bool is_outside = depth == 0;
    if (word.is(")") && depth > 0) --depth;
    if (!is_outside || word.is("«") || word.is("»") || word.is("\"") || word.is("“") || word.is("”")) {
      skipped = true;
      continue;
    }
    if (!name.empty()) {
      const auto before = words_[at - 1].span.end;
      const bool touches = before == word.span.begin;
      if (skipped || word.joined == ' ' || (!touches && word.joined != '-' && word.joined != '\''))
        name += word.is(",") || word.is(".") ? "" : " ";
      else if (word.joined == '-' || word.joined == '\'')
        name += word.joined;
    }
    name += recased(at, name.empty(), at < head_last);
    skipped = false;
  }
  return capitalized(name);
}

}  // namespace maillage::documents
