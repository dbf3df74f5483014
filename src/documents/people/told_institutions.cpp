// SPDX-License-Identifier: Apache-2.0
// What the words of a function themselves tell about where it is held.
#include <algorithm>
#include <array>

#include "documents/people/function_institutions.hpp"
#include "documents/people/name_casing.hpp"
#include "documents/people/small_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kAcronym = 6;   // letters
constexpr std::size_t kLooked = 200;  // mentions or institutions that are looked through for one

/// What stands before the place in the name of the institution that a function is held at: « Ville » of a mayor.
std::string_view head_of(const FunctionPhrase& phrase) {
  if (phrase.holds.starts_with("ville")) return "Ville";
  if (phrase.holds.starts_with("prefecture")) return "Préfecture";
  if (phrase.holds.starts_with("sous-prefecture")) return "Sous-préfecture";
  if (phrase.holds.starts_with("parquet")) return "Parquet";
  return {};
}

/// « directeur départemental », « déléguée régionale »: what follows may be a territory.
bool is_territorial(const Words& words, const FunctionPhrase& phrase) {
  constexpr auto kTerritorial = std::to_array<std::string_view>({"departemental", "departementale", "regional", "regionale", "territorial",
                                                                 "territoriale", "interregional", "interregionale", "zonal", "zonale"});
  return phrase.first + 1 < phrase.last && (std::ranges::find(kTerritorial, words[phrase.first + 1].folded) != kTerritorial.end());
}

}  // namespace

/// Words as a name has them: those in capitals get one capital, the small ones none.
std::string FunctionInstitutions::cased(std::size_t first, std::size_t last) const {
  const auto text = words_.text_of(first, last);
  for (auto at = first; at < last; ++at) {
    if (words_[at].casing == Casing::lower || words_[at].casing == Casing::capital) return std::string(text);
  }
  const bool is_acronym = last == first + 1 && text.size() <= kAcronym;
  return is_acronym ? std::string(text) : capitals_as_name(text);
}

/// The body of a place that is of the kind of the one named last before: its name begins alike and holds the place.
std::optional<std::uint32_t> FunctionInstitutions::counterpart_at(std::size_t word, std::string_view place) const {
  const auto before = mentions_before(word);
  if (before == 0) return std::nullopt;
  const auto& like = folded_names_[institutions_.mentions[before - 1].institution];
  const auto kind = like.substr(0, like.find(' '));
  const auto wanted = " " + folded(place);
  for (std::uint32_t i = 0; i < std::min(folded_names_.size(), kLooked); ++i) {
    const auto& name = folded_names_[i];
    if (i == institutions_.mentions[before - 1].institution || !name.starts_with(kind)) continue;
    const auto at = name.find(wanted);
    const bool is_whole =
        at != std::string::npos &&
        (at + wanted.size() == name.size() || name[at + wanted.size()] == ' ' || name[at + wanted.size()] == '-');
    if (is_whole) return i;
  }
  return std::nullopt;
}

/// « directrice générale du premier », « président de la seconde »: 0 or 1.
std::optional<std::size_t> FunctionInstitutions::place_in_pair(const FunctionPhrase& phrase, std::size_t noun) const {
  if (noun >= words_.size() || noun + 1 < phrase.title_last) return std::nullopt;
  const bool is_closed = noun + 1 >= words_.size() || words_[noun + 1].kind == WordKind::mark || is(noun + 1, "et") || words_[noun + 1].sentence != words_[noun].sentence;
  if (!is_closed) return std::nullopt;
  if (is_one_of(words_[noun], {"premier", "premiere"})) return 0;
  if (is_one_of(words_[noun], {"second", "seconde", "deuxieme"})) return 1;
  return std::nullopt;
}

/// The first or the second of two bodies: of those before in the sentence, else of the sentence before.
std::optional<std::uint32_t> FunctionInstitutions::of_pair(const FunctionPhrase& phrase, std::size_t place) const {
  const auto sentence = words_[phrase.first].sentence;
  const auto begin = words_.of_sentence(sentence).first;
  const auto before = sentence > 0 ? words_.of_sentence(sentence - 1) : std::pair(begin, begin);
  for (const auto& [first, last] : {std::pair(begin, phrase.first), before}) {
    std::vector<std::uint32_t> bodies;
    for (auto m = mentions_before(first); m < ranges_.size() && ranges_[m].first < last && bodies.size() < 2; ++m) {
      const auto institution = institution_at(ranges_[m].first);
      if (institution && std::ranges::find(bodies, *institution) == bodies.end()) bodies.push_back(*institution);
    }
    if (bodies.size() == 2) return bodies[place];
  }
  return std::nullopt;
}

/// « présidente de l'université »: the institution of the text that has this word in its name, the nearest before.
HeldAt FunctionInstitutions::common_noun(const FunctionPhrase& phrase) const {
  HeldAt held;
  if (phrase.group == 0 || phrase.mention || phrase.place_first < phrase.place_last) return held;
  const auto before = words_[phrase.group - 1].folded;  // « chargé du patrimoine »: a task
  if (before.starts_with("charge") || before.starts_with("delegue")) return held;
  auto noun = phrase.group + 1;
  if (!is(phrase.group, "du") && (noun >= phrase.title_last || !is_article(words_[noun].folded))) return held;
  if (is_article(words_[noun].folded)) ++noun;
  const bool is_last = phrase.group + 2 < words_.size() && (is(phrase.group + 1, "ce") || is(phrase.group + 1, "cette")) && is_one_of(words_[phrase.group + 2], {"dernier", "derniere"});
  if (const auto m = mentions_before(phrase.first); is_last && m > 0) {  // « le directeur de ce dernier »
    held.institution = institution_at(ranges_[m - 1].first);
    held.title_last = phrase.group;
    return held;
  }
  if (const auto place = place_in_pair(phrase, noun)) {
    held.institution = of_pair(phrase, *place);
    if (held.institution) held.title_last = phrase.group;
    return held;
  }
  constexpr auto kParts = std::to_array<std::string_view>({"conseil", "commission", "comite", "pole", "service", "recherche", "formation", "sante"});
  if (noun >= phrase.title_last || (std::ranges::find(kParts, words_[noun].folded) != kParts.end())) return held;
  const auto wanted = folded(words_.text_of(noun, phrase.title_last));
  const auto has_it = [&](std::uint32_t institution) {
    const auto& name = folded_names_[institution];
    const auto at = name.find(wanted);
    return at != std::string::npos && !institutions_.named[institution].is_generic && (at == 0 || name[at - 1] == ' ');
  };
  const auto from = mentions_before(phrase.first);
  for (auto m = from; m > 0 && from - m < kLooked && !held.institution; --m) {
    if (has_it(institutions_.mentions[m - 1].institution)) held.institution = institutions_.mentions[m - 1].institution;
  }
  for (std::uint32_t i = 0; i < std::min(folded_names_.size(), kLooked) && !held.institution; ++i) {
    if (has_it(i)) held.institution = i;
  }
  if (held.institution) held.title_last = phrase.group;
  return held;
}

/// « directrice départementale de la police nationale du Lot » is at the direction of that name.
HeldAt FunctionInstitutions::directorate(const FunctionPhrase& phrase) const {
  HeldAt held;
  const bool leads = words_[phrase.first].is("directeur") || words_[phrase.first].is("directrice");
  if (!leads || !is_territorial(words_, phrase)) return held;
  if (phrase.first + 3 >= phrase.last || !is_of(words_[phrase.first + 2].folded)) {  // « la directrice interrégionale adjointe »
    auto adjective = std::string(words_[phrase.first + 1].folded);
    if (!adjective.ends_with('e')) adjective += 'e';
    held.institution = phrase.mention ? std::nullopt : held_by_such("direction-" + adjective, phrase.first, {});
    if (held || phrase.first + 3 >= phrase.last) return held;
  }
  auto at = phrase.first + 2;
  while (at < phrase.last && (words_[at].folded.starts_with("adjoint") || words_[at].folded.starts_with("delegue"))) ++at;
  // « de la sécurité publique »: a task written small, no institution with a name of its own.
  if (!(is(at, "de") || is(at, "des") || is(at, "du")) || at + 1 >= phrase.last) return held;
  auto task = at + 1;
  if (is_article(words_[task].folded)) ++task;
  if (task >= phrase.last || words_[task].casing != Casing::lower) return held;
  std::string adjective(words_.prose().of(words_[phrase.first + 1].span));
  if (!adjective.ends_with('e')) adjective += 'e';
  held.implied_span = words_.span_of(at, phrase.last);
  held.implied = "Direction " + adjective + ' ' + std::string(words_.prose().of(held.implied_span));
  held.institution = named_like(held.implied);
  return held;
}

/// « directeur du collège Santé de l'université »: the university.
std::optional<std::uint32_t> FunctionInstitutions::whole_of_part(const FunctionPhrase& phrase) const {
  constexpr auto kParts = std::to_array<std::string_view>({"college", "ufr", "faculte", "iut", "departement", "pole", "institut", "direction", "delegation",
                                                           "laboratoire", "unite", "service", "ecole", "centre", "antenne", "site", "campus"});
  const auto range = ranges_[*phrase.mention];
  auto next = range.last;
  if (!(std::ranges::find(kParts, words_[range.first].folded) != kParts.end()) || next + 1 >= words_.size() || !is_of(words_[next].folded)) return std::nullopt;
  ++next;
  if (is_article(words_[next].folded)) ++next;
  return institution_at(next);
}

/// « directrice de la délégation [de Montrivel] », « responsable de l'antenne régionale [de Brémont] »
bool FunctionInstitutions::is_branch(const FunctionPhrase& phrase) const {
  constexpr auto kBranches = std::to_array<std::string_view>({"delegation", "antenne", "implantation", "succursale", "delegations", "antennes"});
  for (auto at = phrase.place_link; at > phrase.first + 1 && at + 2 > phrase.place_link; --at) {
    if (words_[at - 1].casing == Casing::lower && std::ranges::find(kBranches, words_[at - 1].folded) != kBranches.end()) return true;
  }
  return false;
}

/// « la délégation de Montrivel de l'Agence », « AGENCE … » over « Délégation de Montrivel »: what the text says that it is a branch of.
std::optional<std::uint32_t> FunctionInstitutions::whole_of_branch(const FunctionPhrase& phrase) const {
  constexpr std::size_t kFar = 3000;
  auto noun = phrase.place_link - 1;
  const auto branch = words_[noun].folded;
  const auto place = folded(words_.text_of(phrase.place_first, phrase.place_last));
  const auto size = phrase.place_last - phrase.place_link;
  for (std::size_t at = 0; at + size + 1 < std::min(words_.size(), kFar); ++at) {
    if (at == noun || words_[at].folded != branch || !is_of(words_[at + 1].folded)) continue;
    const auto last = at + 1 + size;
    if (last > words_.size() || folded(words_.text_of(last + phrase.place_first - phrase.place_last, last)) != place) continue;
    auto next = last;
    if (next + 2 < words_.size() && is_of(words_[next].folded)) {
      ++next;
      if (is_article(words_[next].folded)) ++next;
      if (const auto whole = institution_at(next)) return whole;
    }
    for (auto back = at; back > 0 && at - back < 3;) {  // the line above, or « Agence … – Délégation de … »
      if (const auto whole = institution_at(--back)) return whole;
      if (words_[back].kind != WordKind::mark) break;
    }
  }
  return std::nullopt;
}

/// By the words of the function: an institution, or a place that stands for one.
HeldAt FunctionInstitutions::told_by(const FunctionPhrase& phrase) const {
  const bool is_of_a_country = words_[phrase.first].folded.starts_with("consul") || words_[phrase.first].folded.starts_with("ambassad");
  if (is_of_a_country) return {};
  HeldAt held = directorate(phrase);
  if (held) return held;
  if ((held = common_noun(phrase))) return held;
  const auto head = head_of(phrase);
  const bool has_place = phrase.place_first < phrase.place_last;
  if (phrase.mention) {
    const auto& mention = institutions_.mentions[*phrase.mention];
    held.institution = institution_at(ranges_[*phrase.mention].first);
    const auto& name = folded_names_[mention.institution];
    if (held.institution && institutions_.named[*held.institution].of) {  // « doyen de l'UFR », a part of the university
      held.institution = institutions_.named[*held.institution].of;
      held.title_last = phrase.last;
      return held;
    }
    const bool is_such = head.empty() || head == "Ville" || begins_as_held(name, phrase.holds);
    if (is_such && !(head == "Parquet" && !name.starts_with("parquet"))) {
      if (const auto outer = whole_of_part(phrase); outer) {
        held.institution = outer;
        held.title_last = phrase.last;
      }
      return held;
    }
    // « préfet de la région X », « procureur près le tribunal de X »: of the place, not of the body that is named.
    auto first = phrase.title_last;
    if (head == "Parquet") {
      const auto range = ranges_[*phrase.mention];
      first = range.last;
      while (first > range.first && !(is(first, "de") || is(first, "d") || is(first, "du"))) --first;
      if (first == range.first) return held;
    }
    held.institution = held_by_such(phrase.holds, phrase.first, {});
    if (held || first >= phrase.last) return held;
    held.implied_span = words_.span_of(first, phrase.last);
    held.implied = std::string(head) + ' ' + cased(first, phrase.last);
    return held;
  }
  const auto behind_head = phrase.first + 1;
  const bool is_of_state = is(behind_head, "d") && is(behind_head + 1, "etat");  // « secrétaire d'État »: of no ministry of that name
  if (has_place && phrase.rank == "minister" && is_of(words_[behind_head].folded) && !is_of_state) {
    held.implied_span = words_.span_of(behind_head, phrase.last);
    held.implied = "Ministère " + cased(behind_head, phrase.last);
    held.institution = named_like(held.implied);
    return held;
  }
  if (!has_place || phrase.rank == "minister") return held;
  if (words_[phrase.first].folded.starts_with(
          "homologue")) {  // « X, présidente de l'université de A, et Y, son homologue de B »
    held.institution = counterpart_at(phrase.first, words_.text_of(phrase.place_first, phrase.place_last));
    if (held) return held;
  }
  // « adjointe déléguée à la Santé et au Handicap »: of what she is charged with
  if (phrase.place_link > phrase.first + 1 && is(phrase.place_link, "au") && is(phrase.place_link - 1, "et")) return held;
  const auto place = words_.text_of(phrase.place_first, phrase.place_last);
  if (is_branch(phrase)) {  // of its whole, never of the town where it sits
    held.institution = whole_of_branch(phrase);
    return held;
  }
  if (!head.empty()) {
    held.institution = held_by_such(phrase.holds, phrase.first, place);
    if (held) return held;
    held.implied_span = words_.span_of(phrase.place_first, phrase.place_last);
    held.implied = std::string(head) + ' ' + cased(phrase.place_link, phrase.place_last);
    return held;
  }
  const auto link = words_[phrase.place_link].folded;
  const bool is_led = phrase.rank == "head" || phrase.rank == "deputy" || words_[phrase.first].is("responsable") || words_[phrase.first].folded.starts_with("represent");
  const bool is_one_word = phrase.place_last == phrase.place_first + 1;
  const bool may_name = (is_led && is_of(link) && link != "a" && !(is_one_word && !phrase.holds.empty())) || link == "chez";
  const bool is_letter = is_one_word && place.size() < 2;  // « C.A. »
  const bool is_cut = words_[phrase.place_last - 1].casing == Casing::lower && is_of(words_[phrase.place_last - 1].folded);
  // « directrice de l'Enfance et de la Famille »: fields of her work
  const bool is_field = is_one_word && words_[phrase.first].folded.starts_with("direct") && phrase.place_last + 1 < words_.size() &&
                        words_[phrase.place_last].is("et") && is_of(words_[phrase.place_last + 1].folded);
  if (!may_name || is_letter || is_cut || is_field || is_territorial(words_, phrase)) return held;
  held.implied_span = words_.span_of(phrase.place_first, phrase.place_last);
  held.implied = cased(phrase.place_first, phrase.place_last);
  return held;
}

std::optional<std::uint32_t> FunctionInstitutions::also_at(const FunctionPhrase& phrase) const {
  auto at = behind_brackets(words_, phrase.last);
  if (!phrase.mention || phrase.is_plural || !is(at, "et") || at + 2 >= words_.size() || words_[at].sentence != words_[phrase.first].sentence) return std::nullopt;
  if (!is_of(words_[++at].folded)) return std::nullopt;
  ++at;
  if (at + 1 < words_.size() && is_article(words_[at].folded) && !institution_at(at)) ++at;
  return institution_at(at);
}

}  // namespace maillage::documents
