// SPDX-License-Identifier: Apache-2.0
#include "documents/people/person_places.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "documents/text/common_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestCue = 6, kMostListed = 4, kLongestBracket = 8, kLabel = 8, kBlocksAbove = 3, kShortLine = 14;

// Where the words in capitals begin that end before a word, with a bracket behind them; the place itself where none do.
std::size_t name_before(const Words& words, std::size_t end, std::size_t begin) {
  auto at = end;
  if (at > begin && words[at - 1].is(")")) {
    while (at > begin && end - at < kLongestBracket && !words[at - 1].is("(")) --at;
    if (at == begin || !words[at - 1].is("(")) return end;
    --at;
  }
  const auto last = at;
  while (at > begin && last - at < kLongestBracket && words[at - 1].kind == WordKind::word && words[at - 1].is_capital()) --at;
  return at < last ? at : end;
}

// « », a raconté », « , se réjouit »: who says it follows
bool is_inverted(const Words& words, std::size_t verb, std::size_t begin) {
  while (verb > begin && is_one_of(words[verb - 1], {"a", "est", "s", "se"})) --verb;
  return verb == begin || is_one_of(words[verb - 1], {"»", ",", "\"", "”"});
}

// « fondée par X Y », « fondé en 1897 par X Y »
bool is_founder(const Words& words, std::size_t at, std::size_t begin) {
  if (at < begin + 2 || !words[at - 1].is("par")) return false;
  const bool has_year = at >= begin + 4 && words[at - 2].kind == WordKind::number && words[at - 3].is("en");
  return words[at - (has_year ? 4 : 2)].folded.starts_with("fonde");
}

// « raconte X Y », « représentées par V W et X Y »
bool follows_cue(const Words& words, const Lexicon& lexicon, std::size_t first) {
  const auto begin = words.of_sentence(words[first].sentence).first;
  if (is_founder(words, first, begin)) return true;
  auto at = first;
  for (std::size_t count = 0; count < kMostListed && at > begin; ++count) {
    for (auto from = at; from > begin && at - from < kLongestCue;) {
      const auto cue = lexicon.person_cues.at(words, --from, at);
      if (!cue || cue.last != at) continue;
      const auto& sense = lexicon.person_cues.field(*cue.entry, "sense");
      if (sense == "leads" || (sense == "said" && is_inverted(words, cue.first, begin))) return true;
    }
    if (!words[at - 1].is("et") && !words[at - 1].is(",")) return false;
    const auto before = name_before(words, at - 1, begin);
    if (before == at - 1) return false;
    at = before;
  }
  return false;
}

// « X Y, de Tardieu, a raconté »
bool tells_from_body(const Words& words, const Lexicon& lexicon, std::size_t comma, std::size_t end) {
  constexpr std::size_t kMost = 8;
  if (comma + 2 >= end || !is_one_of(words[comma + 1], {"de", "du", "d", "des"})) return false;
  for (auto at = comma + 2; at + 1 < end && at < comma + kMost; ++at) {
    if (!words[at].is(",")) continue;
    ++at;
    while (at + 1 < end && is_one_of(words[at], {"a", "est", "s", "se"})) ++at;
    const auto cue = lexicon.person_cues.at(words, at, end);
    return cue && lexicon.person_cues.field(*cue.entry, "sense") == "said";
  }
  return false;
}

// « X Y, directrice de … », where no body is named whose head follows: « X Y, président : V W »
bool leads_function(const Words& words, const Lexicon& lexicon, const WrittenName& name) {
  const auto [begin, end] = words.of_sentence(words[name.first].sentence);
  if (name.last + 1 >= end || !words[name.last].is(",")) return false;
  const bool is_free = name.first == begin || words[name.first].joined == '\n' || words[name.first - 1].kind == WordKind::mark ||
                       is_one_of(words[name.first - 1], {"et", "avec", "par", "que"});
  if (!is_free) return false;
  auto at = name.last + 1;
  if (tells_from_body(words, lexicon, name.last, end)) return true;
  if (at + 1 < end && words[at].kind == WordKind::number && words[at + 1].is("ans")) return true;
  if (at + 1 < end && is_one_of(words[at], {"son", "sa", "leur"})) {
    const auto beside = lexicon.person_cues.at(words, ++at, end);
    if (beside && lexicon.person_cues.field(*beside.entry, "sense") == "beside") return true;
    if (at + 1 < end && is_one_of(words[at], {"ancien", "ancienne", "actuel", "actuelle", "futur", "future", "nouveau", "nouvelle"})) ++at;
  }
  const auto found = lexicon.functions.at(words, at, end);
  if (!found || lexicon.functions.field(*found.entry, "rank") == "other") return false;
  return found.last >= end || (!words[found.last].is_capital() && !words[found.last].is(":"));
}

// « le président de l'université, X Y, »: a function of one before the comma, and no other body between them
bool follows_function(const Words& words, const Lexicon& lexicon, const WrittenName& name) {
  constexpr std::size_t kBack = 10;
  const auto [begin, end] = words.of_sentence(words[name.first].sentence);
  const bool is_set_off = name.first > begin + 1 && words[name.first - 1].is(",") && (name.last >= end || is_one_of(words[name.last], {",", ".", ";", "(", ")"}));
  if (!is_set_off) return false;
  const auto comma = name.first - 1;
  for (auto at = comma; at-- > begin && comma - at <= kBack && words[at].kind != WordKind::mark && !words[at].is("et");) {
    if (at > begin && !is_one_of(words[at - 1], {"le", "la", "l", "du", "au", "son", "sa"})) continue;
    const auto beside = lexicon.person_cues.at(words, at, comma);
    if (beside && lexicon.person_cues.field(*beside.entry, "sense") == "beside") return true;
    const auto found = lexicon.functions.at(words, at, comma);
    if (found && lexicon.functions.field(*found.entry, "rank") != "other") return true;
  }
  return false;
}

// « X a signé pour A », « signé par X au nom de A » before a word
bool signs_for_others(const Words& words, const Lexicon& lexicon, std::size_t begin, std::size_t end) {
  bool signs = false;
  for (auto at = begin; at < end; ++at) {
    signs = signs || lexicon.signing_verbs.at(words, at, end);
    if (signs && (words[at].is("pour") || (words[at].is("nom") && at > begin && words[at - 1].is("au")))) return true;
  }
  return false;
}

// « , X Y pour le Syndicat de N », « X Y a signé au titre de la Ville »
bool acts_for_body(const Words& words, const Lexicon& lexicon, const WrittenName& name) {
  const auto [begin, end] = words.of_sentence(words[name.first].sentence);
  if (name.first > begin && words[name.first].joined != '\n' && words[name.first - 1].kind != WordKind::mark && !words[name.first - 1].is("et")) return false;
  auto at = name.last;
  if (at < end && words[at].is(",")) ++at;
  if (at < end && words[at].is("a")) ++at;
  if (at < end) {
    if (const auto verb = lexicon.signing_verbs.at(words, at, end)) at = verb.last;
  }
  const bool is_in_name = at + 2 < end && words[at].is("au") && is_one_of(words[at + 1], {"nom", "titre"});
  if (at >= end || !(is_in_name || words[at].is("pour"))) return false;
  at += is_in_name ? 2 : 1;
  while (at < end && is_one_of(words[at], {"de", "du", "la", "le", "l"})) ++at;
  if (at >= end) return false;
  // « X a signé pour A et Y pour le CLP »: told as the one before
  const bool is_told_alike = words[at].casing == Casing::upper && words[at].folded.size() > 1 && words[name.first - (name.first > begin ? 1 : 0)].is("et") &&
                             signs_for_others(words, lexicon, begin, name.first);
  return is_told_alike || static_cast<bool>(lexicon.institution_heads.at(words, at, end));
}

bool says_contact(const Words& words, const Lexicon& lexicon, std::size_t first, std::size_t last) {
  for (auto at = first; at < last; ++at) {
    const auto found = lexicon.section_words.at(words, at, last);
    if (found && lexicon.section_words.field(*found.entry, "section") == "contact") return true;
  }
  return false;
}

// « Contact presse : X Y », « Contacts / Ville de N / X Y »
bool is_contact(const Words& words, const Lexicon& lexicon, const WrittenName& name) {
  const auto is_edge = [&](std::size_t at) { return words[at].kind != WordKind::word || words[at].is("et"); };
  const auto& blocks = words.prose().blocks;
  const auto place = words.prose().block_at(words[name.first].span.begin);
  const auto first = words.first_from(blocks[place].span.begin), last = words.first_from(blocks[place].span.end);
  const bool is_apart = (name.first == first || words[name.first].joined == '\n' || is_edge(name.first - 1)) &&
                        (name.last >= last || words[name.last].joined == '\n' || is_edge(name.last));
  if (!is_apart) return false;
  if (says_contact(words, lexicon, first, std::min(first + kLabel, name.first))) return true;
  if (last - first > kShortLine) return false;
  for (auto above = place; above-- > 0 && place - above <= kBlocksAbove;) {
    const auto begin = words.first_from(blocks[above].span.begin), end = words.first_from(blocks[above].span.end);
    if (end - begin <= kLabel && says_contact(words, lexicon, begin, end)) return true;
  }
  return false;
}

}  // namespace

bool has_form_of_person(const Words& words, const Lexicon& lexicon, const WrittenName& name) {
  if (!name || name.is_surname_alone || !name.honorific.empty() || name.has_place_form) return false;
  for (auto at = name.first; at < name.last; ++at) {
    if (words[at].casing == Casing::upper && !name.is_surname_upper && words[at].folded.size() > 1) return false;
    if (words[at].is_capital() && lexicon.institution_heads.at(words, at, name.last)) return false;
  }
  return !lexicon.institution_tails.at(words, name.last - 1, name.last) &&
         !CommonWords::french().has(lower_french(words.prose().of(words[name.first].span)));
}

bool stands_as_person(const Words& words, const Lexicon& lexicon, const WrittenName& name) {
  return has_form_of_person(words, lexicon, name) &&
         (leads_function(words, lexicon, name) || follows_function(words, lexicon, name) || acts_for_body(words, lexicon, name) || follows_cue(words, lexicon, name.first) || is_contact(words, lexicon, name));
}

std::vector<bool> standing_people(const Words& words, const Lexicon& lexicon) {
  std::vector<bool> begins(words.size());
  const Institutions nobody;
  std::vector<WrittenName> names;
  std::set<std::string> standing;
  const NameReader people(words, lexicon, nobody);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].casing != Casing::capital || words[at].joined == '-') continue;
    const auto name = people.at(at, words.of_sentence(words[at].sentence).second);
    if (!name || name.first != at) continue;
    if (has_form_of_person(words, lexicon, name)) names.push_back(name);
    if (!names.empty() && names.back().first == at && stands_as_person(words, lexicon, name)) standing.insert(folded(words.text_of(name.first, name.last)));
    at = name.last - 1;
  }
  // Who stands so once is the same person elsewhere.
  for (const auto& name : names) begins[name.first] = standing.contains(folded(words.text_of(name.first, name.last)));
  return begins;
}

}  // namespace maillage::documents
