// SPDX-License-Identifier: Apache-2.0
#include "documents/people/written_names.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {
namespace {

constexpr std::size_t kMostUnits = 6, kMostParts = 8;  // « Anne-Lise », « Le Goarnec-Farget »: parts of a unit
constexpr std::uint32_t kLongLine = 60;  // bytes of a paragraph that may have been cut inside a name

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr auto kLowerParticles = std::to_array<std::string_view>(
    {"de", "d", "du", "des", "von", "van", "der", "den", "ter", "zu", "da", "dos", "di", "della", "del", "el", "al", "ben", "bin", "ould"});
constexpr auto kCapitalParticles = std::to_array<std::string_view>(
    {"le", "la", "les", "el", "al", "ben", "bin", "ait", "ould", "bel", "abou", "abu", "van", "von", "de", "du", "des", "da", "di",
     "del", "della", "dos", "mac", "mc", "saint", "san", "ter", "den", "der"});
constexpr auto kElided = std::to_array<std::string_view>({"l", "d", "o", "n", "m"});

}  // namespace

NameReader::NameReader(const Words& words, const Lexicon& lexicon, const Institutions& institutions)
    : words_(words), lexicon_(lexicon), institutions_(institutions), mentions_(words.size(), kNoMention) {
  for (std::uint32_t m = 0; m < institutions.mentions.size(); ++m) {
    const auto& span = institutions.mentions[m].span;
    for (auto at = words.first_from(span.begin); at < words.size() && words[at].span.begin < span.end; ++at) mentions_[at] = m;
  }
}

// « M'Baye » is no « M. ».
bool NameReader::is_elided_part(std::size_t behind, std::size_t end) const { return behind < end && words_[behind].joined == '\''; }

NameReader::Lead NameReader::lead_at(std::size_t first, std::size_t end) const {
  Lead lead;
  auto at = first;
  while (at < end) {
    const auto found = lexicon_.honorifics.at(words_, at, end);
    if (!found) break;
    const auto& word = words_[found.first];
    const bool needs_capital = word.folded.size() <= 2;
    if ((needs_capital && !word.is_capital()) || is_elided_part(found.last, end)) break;
    lead.honorific = lexicon_.honorifics.field(*found.entry, "title");
    lead.is_plural = lexicon_.honorifics.field(*found.entry, "number") == "many";
    at = found.last;
    if (at < end && words_[at].is(".") && words_[at].joined == '\0') ++at;
    lead.last = at;
    // « M. le docteur », « Madame la professeure ».
    if (at + 1 < end && (words_[at].is("le") || words_[at].is("la")) && lexicon_.honorifics.at(words_, at + 1, end)) ++at;
  }
  return lead;
}

bool NameReader::is_stop(std::size_t at, std::size_t end, bool follows_first_name) const {
  const auto word = lexicon_.not_in_names.at(words_, at, end);
  // « Bastien SON, président »
  const bool is_surname = follows_first_name && at > 0 && words_[at].casing == Casing::upper && words_[at - 1].casing == Casing::capital &&
                          at + 1 < end && is_one_of(words_[at + 1], {",", "("});
  const bool is_no_name = word && !is_surname && !initial_at(at, end) && !(follows_first_name && lexicon_.not_in_names.field(*word.entry, "strength") == "seldom");
  const bool is_double = at + 1 < end && words_[at + 1].joined == '-';  // « Maire-Colin » is no function
  const bool is_function = !follows_first_name && !is_double && lexicon_.functions.at(words_, at, end);
  const bool is_honorific = lexicon_.honorifics.at(words_, at, end) && !is_elided_part(at + 1, end);
  return is_no_name || is_function || is_honorific ||
         lexicon_.weekdays.at(words_, at, end) || lexicon_.months.at(words_, at, end);
}

bool NameReader::begins_institution(std::size_t at, std::size_t units) const {
  const auto mention = mentions_[at];
  if (mention == kNoMention || (at > 0 && mentions_[at - 1] == mention)) return false;
  const auto& found = institutions_.mentions[mention];
  const bool is_one_word = at + 1 >= words_.size() || mentions_[at + 1] != mention;
  return !(units < 2 && (is_one_word || found.is_short));
}

// « J. », « J.-M. », « J-M. ».
NameReader::Unit NameReader::initial_at(std::size_t at, std::size_t end) const {
  const auto is_letter = [&](std::size_t i) {
    return i < end && words_[i].kind == WordKind::word && words_[i].folded.size() == 1 && words_[i].is_capital();
  };
  const auto is_dot = [&](std::size_t i) { return i < end && words_[i].is(".") && words_[i].joined == '\0'; };
  if (!is_letter(at)) return {};
  Unit unit{at, at + 1};
  unit.is_initial = true;
  if (is_letter(at + 1) && words_[at + 1].joined == '-') unit.last = at + 2;
  if (!is_dot(unit.last)) return {};
  ++unit.last;
  if (unit.last < end && words_[unit.last].is("-") && is_letter(unit.last + 1) && is_dot(unit.last + 2)) unit.last += 3;
  return unit;
}

NameReader::Unit NameReader::particle_at(std::size_t at, std::size_t end) const {
  if (at + 1 >= end || words_[at].joined == '-' || words_[at + 1].joined == '-') return {};
  const bool is_particle = words_[at].casing == Casing::lower ? is_one_of(words_[at].folded, kLowerParticles)
                                                              : is_one_of(words_[at].folded, kCapitalParticles);
  if (!is_particle || words_[at + 1].joined == '\0') return {};
  Unit unit{at, at + 1};
  unit.is_particle = true;
  return unit;
}

NameReader::Unit NameReader::unit_at(std::size_t at, std::size_t end) const {
  if (at >= end || words_[at].kind != WordKind::word || !words_[at].is_capital()) return {};
  if (const auto initial = initial_at(at, end)) return initial;
  Unit unit{at, at + 1};
  const bool is_elided = is_one_of(words_[at].folded, kElided);
  if (is_elided && unit.last < end && words_[unit.last].joined == '\'' && words_[unit.last].is_capital()) ++unit.last;
  if (words_[unit.first].folded.size() == 1 && unit.last == unit.first + 1) return {};
  while (unit.last < end) {
    if (unit.last - unit.first > kMostParts) return {};
    const auto& next = words_[unit.last];
    if (next.joined == '-' && next.kind == WordKind::word) {
      unit.has_place_form = unit.has_place_form || !next.is_capital();
    } else if (next.joined != '\'' || !next.folded.starts_with('h')) {
      break;
    }
    ++unit.last;
  }
  for (auto word = unit.first; word < unit.last && !unit.is_known; ++word) {
    unit.is_known = static_cast<bool>(lexicon_.first_names.at(words_, word, word + 1));
  }
  unit.is_upper = true;
  for (auto word = unit.first; word < unit.last; ++word) {
    unit.is_upper = unit.is_upper && (words_[word].casing == Casing::upper || words_[word].folded.size() == 1);
  }
  return unit;
}

/// « Manuel X de Y, président »: a function or the end of the name's mark follows at once; « Jean X de Montval » is from
/// there.
bool NameReader::is_double_surname(const std::vector<Unit>& units, std::size_t at, std::size_t end, bool has_honorific) const {
  // « le général Xavi de Y, commandant »
  const bool has_first_name = (units.size() >= 2 && (units.front().is_known || units.front().is_initial)) || has_honorific;
  if (!has_first_name || !words_[at - 1].is("de") || begins_institution(at, 2)) return false;
  const auto unit = unit_at(at, end);
  auto behind = unit ? unit.last : particle_at(at, end).last;
  if (behind == 0) return false;
  if (!unit) behind = unit_at(behind, end).last;
  if (behind == 0 || behind + 1 >= end || !words_[behind].is(",") || mentions_[at] != kNoMention) return false;
  auto function = behind + 1;
  while (function + 1 < end && is_one_of(words_[function].folded, std::to_array<std::string_view>({"le", "la", "l", "son", "sa"}))) ++function;
  return static_cast<bool>(lexicon_.functions.at(words_, function, end));
}

std::vector<NameReader::Unit> NameReader::units_from(std::size_t at, std::size_t end, bool has_honorific) const {
  std::vector<Unit> units;
  std::size_t names = 0;
  while (at < end && units.size() < kMostUnits) {
    if (!units.empty() && begins_institution(at, names)) break;
    const bool is_next_line = words_[at].joined == '\n' && !(units.size() == 1 && units.front().is_known);
    if (!units.empty() && (is_next_line || words_[at].joined == '\0') && !units.back().is_initial) break;
    const bool may_be_particle = !units.empty() || has_honorific;
    if (may_be_particle) {
      if (const auto particle = particle_at(at, end)) {
        // « Anne de X », « M. de X », « Yann Le X »; never « Dupont de Lille ».
        const bool only_first_names = std::ranges::all_of(units, [](const Unit& u) { return u.is_known || u.is_initial || u.is_particle; });
        const bool is_linking = words_[at].is("de") || words_[at].is("d") || words_[at].is("du") || words_[at].is("des");
        // « Anne de La X d'Y »
        const bool is_of_land = words_[at].is("d") && particle.last < end && words_[particle.last].is_capital() &&
                                std::ranges::any_of(units, [&](const Unit& u) { return u.is_particle && (words_[u.first].is("de") || words_[u.first].is("du")); });
        // « M. Xavi DE LA Y »
        const bool is_in_capitals = has_honorific && units.size() == 1 && words_[at].casing == Casing::upper && !units.front().is_upper;
        if (is_linking && !only_first_names && !is_in_capitals && !is_set_off(units) && !is_of_land && !is_double_surname(units, particle.last, end, has_honorific)) break;
        units.push_back(particle);
        at = particle.last;
        continue;
      }
    }
    const bool follows_particle = !units.empty() && units.back().is_particle;
    const bool follows_first_name = names == 0 ? has_honorific : names == 1 && (units.back().is_known || units.back().is_initial);
    if (!follows_particle && is_stop(at, end, follows_first_name)) break;
    const auto unit = unit_at(at, end);
    if (!unit || (names > 0 && unit.is_initial && units.back().is_initial)) break;
    units.push_back(unit);
    ++names;
    at = unit.last;
    if (unit.has_place_form) break;
  }
  while (!units.empty() && units.back().is_particle) units.pop_back();
  return units;
}

/// « Présents Marie X »: what stands in capitals before a first name is none of the name.
void NameReader::drop_words_before_first_name(std::vector<Unit>& units) const {
  // « Ben Issa X »: of the first name
  static constexpr auto kBeforeFirstName = std::to_array<std::string_view>({"ben", "bin", "abou", "abu", "ould", "ait", "el", "al"});
  if (units.size() > 2 && units.front().last == units.front().first + 1 && is_one_of(words_[units.front().first].folded, kBeforeFirstName) && units[1].is_known) {
    units[1].first = units.front().first;
    units.erase(units.begin());
  }
  if (units.size() < 3 || units.front().is_known || units.front().is_initial) return;
  const auto known = std::ranges::find(units, true, &Unit::is_known);
  if (units.end() - known >= 2 && !units.front().is_upper) units.erase(units.begin(), known);
}

/// « le sous-préfet de Montval, Xavi de Y, »: behind a comma and the function of one, no town of a place.
bool NameReader::is_set_off(const std::vector<Unit>& units) const {
  const auto first = units.front().first;
  return units.size() == 1 && first > 0 && (words_[first - 1].is(",") || words_[first - 1].is(";")) && words_[first].joined == ' ' && !units.front().is_upper;
}

/// A paragraph that ends in a first name goes on below: « …, dit Jean-Loup / Tournelle ».
bool NameReader::is_cut_by_line(const std::vector<Unit>& units, std::size_t begin, std::size_t end) const {
  const bool ends_in_first_name = units.size() == 1 && units.front().is_known && units.front().last == end && end < words_.size();
  if (!ends_in_first_name || words_[end].joined != '\n' || !words_[end].is_capital()) return false;
  const auto& prose = words_.prose();
  const auto& block = prose.blocks[prose.block_at(words_[begin].span.begin)];
  return block.kind == BlockKind::paragraph && block.span.end - block.span.begin > kLongLine;
}

WrittenName NameReader::at(std::size_t first, std::size_t end) const {
  // « le président de l'INSA Patrick X »: the acronym of an institution is none of the name
  const bool is_acronym = mentions_[first] != kNoMention && (first == 0 || mentions_[first - 1] != mentions_[first]) && words_[first].casing == Casing::upper &&
                          first + 1 < end && mentions_[first + 1] != mentions_[first] && lexicon_.first_names.at(words_, first + 1, end) && !lexicon_.first_names.at(words_, first, end);
  if (is_acronym) return {};
  const auto lead = lead_at(first, end);
  const auto begin = lead.last > first ? lead.last : first;
  const bool has_honorific = begin > first;
  if (begin >= end || (has_honorific && words_[begin].joined == '\n')) return {};
  auto units = units_from(begin, end, has_honorific);
  if (is_cut_by_line(units, begin, end)) units = units_from(begin, words_.of_sentence(words_[end].sentence).second, has_honorific);
  drop_words_before_first_name(units);
  std::size_t names = 0;
  for (const auto& unit : units) names += unit.is_particle ? 0 : 1;
  if (names == 0 || (names == 1 && !has_honorific) || units.back().is_initial) return {};
  WrittenName name;
  name.first = units.front().first;
  name.last = units.back().last;
  name.lead = has_honorific ? first : name.first;
  name.honorific = lead.honorific;
  name.is_plural = lead.is_plural;
  name.surname = name.first;
  name.surname_last = name.last;
  for (const auto& unit : units) name.has_place_form = name.has_place_form || unit.has_place_form;
  if (names == 1) {
    name.is_surname_alone = true;
    return name;
  }
  if (units.front().is_particle) return {};
  // « DUPONT Marie »: capitals first, then a first name that is known.
  const auto& front = units.front();
  const auto& back = units.back();
  if (front.is_upper && !front.is_known && !front.is_initial && back.is_known && !back.is_upper) {
    name.surname_last = back.first;
    name.is_first_name_known = name.is_surname_upper = true;
    return name;
  }
  std::size_t given = 0;
  while (given + 1 < units.size() && !units[given].is_particle && (given == 0 || units[given].is_known || units[given].is_initial)) ++given;
  given = std::max<std::size_t>(given, 1);
  if (given > 1 && front.is_upper == back.is_upper && units[given - 1].is_upper != front.is_upper) --given;
  // « Marie Claire DUPONT »: what is not in capitals is a first name.
  if (back.is_upper && !front.is_upper) {
    while (given + 1 < units.size() && !units[given].is_upper && !units[given].is_particle) ++given;
  }
  name.surname = units[given].first;
  name.is_first_name_known = front.is_known;
  name.has_initial = front.is_initial;
  name.is_surname_upper = back.is_upper && !front.is_upper && words_[back.first].folded.size() > 1;
  return name;
}

}  // namespace maillage::documents
