// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/name_candidates.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "documents/institutions/name_keys.hpp"
#include "documents/institutions/proper_names.hpp"
#include "documents/people/written_names.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestStretch = 8, kMostParts = 24;

// A common word, a date, an instrument, a function or an honorific.
bool is_no_name(const NameContext& context, std::size_t at, std::size_t last, std::size_t end) {
  const auto& words = context.words;
  const auto& lexicon = context.lexicon;
  const auto none = lexicon.no_institutions.at(words, at, last);
  if (none && (none.last == last || lexicon.no_institutions.field(*none.entry, "scope") == "begin")) return true;
  const auto common = lexicon.not_in_names.at(words, at, last);
  if (common && last == at + 1 && lexicon.not_in_names.field(*common.entry, "strength") == "never") return true;
  return lexicon.months.at(words, at, last) || lexicon.weekdays.at(words, at, last) ||
         lexicon.agreement_types.at(words, at, end) || lexicon.functions.at(words, at, end) ||
         lexicon.honorifics.at(words, at, last);
}

// « Baptisé », « Fondées »: what a sentence begins with before a name.
bool is_participle(std::string_view text) {
  static constexpr auto kStems =
      std::to_array<std::string_view>({"Appel", "Baptis", "Cré", "Dénomm", "Dirig", "Fond", "Implant", "Install",
                                       "Intitul", "Nomm", "Pilot", "Port", "Présid", "Surnomm"});
  static constexpr auto kEndings = std::to_array<std::string_view>({"é", "ée", "és", "ées"});
  return std::ranges::any_of(kEndings, [&](auto ending) {
    return text.ends_with(ending) &&
           std::ranges::find(kStems, text.substr(0, text.size() - ending.size())) != kStems.end();
  });
}

// One past « Ainsi », « En outre », « Concrètement »: what a sentence begins with before a name; `begin` where the name
// itself begins with it, as it does elsewhere.
std::size_t opener_end(const NameContext& context, std::size_t begin, std::size_t end) {
  const auto& words = context.words;
  if (words[begin].casing != Casing::capital) return begin;
  const auto found = context.lexicon.name_openers.at(words, begin, end);
  static constexpr auto kAdverbs = std::to_array<std::string_view>(
      {"ablement", "airement", "alement", "amment", "ellement", "emment", "etement", "eusement", "ierement", "iquement",
       "ivement", "lelement", "ulierement"});
  const bool is_adverb = !words[begin].is("renouvellement") && std::ranges::any_of(kAdverbs, [&](auto ending) {
    return words[begin].folded.ends_with(ending);
  });
  const auto last = found ? found.last : begin + 1;
  if ((!found && !is_adverb) || last >= end || !words[last].is_capital() || words[last].joined != ' ') return begin;
  const bool is_named_so = std::ranges::any_of(context.signs.places_of(words[begin].folded), [&](std::size_t at) {
    return at != words.of_sentence(words[at].sentence).first && at != begin && words[at].is_capital() &&
           at + 1 < words.size() && words[at + 1].folded == words[begin + 1].folded;
  });
  return is_named_so ? begin : last;
}

// « Val de Sorne et d'Ornay Agglomération »: one past it; `last` where no such name goes on.
std::size_t end_behind_and(const NameContext& context, std::size_t last, std::size_t end) {
  const auto& words = context.words;
  if (last >= end || !words[last].is("et")) return last;
  const auto link = context.signs.link_end(last + 1, end);
  if (link == last + 1 || link >= end || !context.signs.is_proper(link) || context.heads.at(words, link, end)) return last;
  const auto other = proper_name_end(context, link, end, {});
  const auto tail = context.lexicon.institution_tails.at(words, other - 1, other);
  const bool is_one = tail && other > link + 1 &&
                      context.lexicon.institution_tails.field(*tail.entry, "category") == "intermunicipal";
  return is_one ? other : last;
}

// Where a word stands; of very many places the first ones, so that time stays linear.
std::span<const std::size_t> first_places(const NameContext& context, std::size_t at) {
  constexpr std::size_t kMostPlaces = 100;
  const auto places = context.signs.places_of(context.words[at].folded);
  return places.first(std::min(places.size(), kMostPlaces));
}

// « le délégué du Souvenir des Marins pour la Manche » where the same name stands without it: what the delegate is for.
std::size_t end_before_field(const NameContext& context, std::size_t first, std::size_t last) {
  const auto& words = context.words;
  auto cut = first + 2;
  while (cut < last && !words[cut].is("pour")) ++cut;
  if (cut + 1 >= last || !is_one_of(words[cut + 1].folded, {"l", "la", "le", "les"})) return last;
  const auto name = folded(words.text_of(first, cut));
  const auto stands_alone = [&](std::size_t at) {
    const auto end = at + (cut - first);
    return at != first && end < words.size() && !words[end].is("pour") && folded(words.text_of(at, end)) == name;
  };
  return std::ranges::any_of(first_places(context, first), stands_alone) ? cut : last;
}

// « le Montrivel handball », « l'Entente brémontoise football »: a club by its place and what it plays; `last` where none is named.
std::size_t end_behind_sport(const NameContext& context, std::size_t first, std::size_t last, std::size_t end) {
  const auto& words = context.words;
  if (first == 0 || last >= end || !is_one_of(words[first - 1].folded, {"l", "le", "la", "au", "du"}) || words[last].joined != ' ' || words[last].is_capital()) return last;
  const auto sport = context.lexicon.institution_tails.at(words, last, end);
  const bool is_sport = sport && context.lexicon.institution_tails.field(*sport.entry, "category") == "association" && context.signs.unit_end(last, end) == sport.last;
  return is_sport ? sport.last : last;
}

// « l'Oncopôle Jeanne Morel »: wherever the person's name stands it follows the same word, which an article leads.
bool is_named_after(const NameContext& context, std::size_t first, std::size_t last) {
  const auto& words = context.words;
  const auto follows = [&](std::size_t at, std::string_view head) {
    return at > words.of_sentence(words[at].sentence).first && words[at].joined == ' ' && words[at - 1].folded == head && words[at - 1].casing == Casing::capital;
  };
  if (first < 2 || first + 1 >= last || words[first - 1].folded.size() < 4 || !follows(first, words[first - 1].folded)) return false;
  const auto head = std::string_view(words[first - 1].folded);
  const auto end = words.of_sentence(words[first].sentence).second;
  if (context.signs.is_person(first - 1, first) || context.lexicon.functions.at(words, first - 1, end) || context.lexicon.honorifics.at(words, first - 1, end) ||
      context.heads.at(words, first - 1, end) || context.lexicon.body_words.at(words, first - 1, end) || context.known.is_place(head) ||
      context.lexicon.weekdays.at(words, first - 1, end) || context.lexicon.months.at(words, first - 1, end))
    return false;
  bool has_article = false;
  for (const auto at : first_places(context, first)) {
    if (at + 1 >= words.size() || words[at + 1].folded != words[first + 1].folded) continue;
    if (at == 0 || !follows(at, head)) return false;
    has_article = has_article || (at >= 2 && is_one_of(words[at - 2].folded, {"l", "la", "le", "du"}));
  }
  return has_article;
}

}  // namespace

NamedWords::NamedWords(const NameContext& context, const std::vector<FoundName>& found)
    : context_(context),
      taken_(context.words.size()),
      person_(context.words.size()),
      begins_(context.words.size() + 1),
      ends_(context.words.size() + 1) {
  for (const auto& name : found) mark(name);
  mark_people();
}

void NamedWords::mark(const FoundName& name) {
  for (auto i = name.lead > 0 ? name.lead : name.first; i < name.last; ++i) taken_[i] = true;
  if (name.strength == NameStrength::implied || name.strength == NameStrength::generic) return;
  begins_[name.first] = true;
  ends_[name.last] = true;
  if (name.lead > 0) begins_[name.lead] = true;  // « collectif » of « collectif Passerelles »
  if (name.strength == NameStrength::bare) return;
  learn(name.name);
  learn(name.acronym);
}

void NamedWords::learn(std::string_view name) {
  auto parts = parts_of(folded(name));
  parts.resize(std::min(parts.size(), kMostParts));
  for (std::size_t from = 0; from < parts.size(); ++from) {
    std::string stretch;
    for (auto to = from; to < std::min(parts.size(), from + kLongestStretch); ++to) {
      stretch += (to > from ? " " : "") + parts[to];
      stretches_.insert(stretch);
    }
  }
}

bool NamedWords::is_in_name(std::size_t first, std::size_t last) const {
  return stretches_.contains(folded(context_.words.text_of(first, last)));
}

void NamedWords::mark_people() {
  const auto& words = context_.words;
  const Institutions nobody;
  const NameReader people(words, context_.lexicon, nobody);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (taken_[at] || !words[at].is_capital()) continue;
    const auto person = people.at(at, words.of_sentence(words[at].sentence).second);
    if (!person ||
        !(context_.signs.stands_as_person(at) || person.is_first_name_known || person.has_initial || person.is_surname_upper || !person.honorific.empty()))
      continue;
    // « Saint-Brieuc Armor Agglomération » begins with a first name, too.
    const bool is_before_tail = person.last < words.size() && words[person.last].joined == ' ' &&
                                words[person.last].is_capital() &&
                                context_.lexicon.institution_tails.at(words, person.last, person.last + 1);
    const auto last = person.last - 1;  // « Ambre Habitat »
    const bool is_tail = last > person.first && words[last].casing == Casing::capital && person.honorific.empty() &&
                         words[last].joined == ' ' && is_one_of(words[last].folded, {"agglo", "agglomeration",
                         "communaute", "developpement", "energie", "energies", "habitat", "logement", "metropole",
                         "services", "solutions", "technologies", "transports", "universite"});
    const bool is_body = is_before_tail || is_tail;
    if (is_body || is_named_after(context_, person.first, person.last)) continue;
    for (auto i = person.first; i < person.last; ++i) person_[i] = true;
  }
}

std::vector<NameCandidate> name_candidates(const NameContext& context, const NamedWords& named) {
  std::vector<NameCandidate> candidates;
  const auto& words = context.words;
  const auto& signs = context.signs;
  for (std::size_t at = 0; at < words.size();) {
    const auto [begin, end] = words.of_sentence(words[at].sentence);
    // « Baptisé Ambria, le laboratoire … »
    if (at == begin && at + 1 < end && words[at].casing == Casing::capital && words[at + 1].joined == ' ' &&
        words[at + 1].is_capital() && is_participle(words.prose().of(words[at].span)))
      ++at;
    if (at == begin) at = opener_end(context, at, end);
    const bool is_free =
        !named.is_taken(at) && !named.is_person(at) && !signs.is_furniture(at) && !signs.in_capitals(at);
    // « Le CHU » at a sentence's start: the article is none of the name's.
    const bool is_article = is_one_of(words[at].folded, {"le", "la", "les"}) && at + 1 < end &&
                            (at == begin || words[at + 1].casing == Casing::upper);
    if (!is_free || is_article || !signs.is_proper(at) || (words[at].folded.size() < 2 && !(at + 1 < end && words[at + 1].kind == WordKind::number && words[at + 1].joined == '\0')) || words[at].joined == '-') {
      ++at;
      continue;
    }
    auto last = proper_name_end(context, at, end, {.over_for = true, .over_free = true});
    last = end_behind_and(context, last, end);
    last = end_before_field(context, at, last);
    last = end_behind_sport(context, at, last, end);
    for (auto i = at; i < last; ++i) {
      if (named.is_taken(i) || named.is_person(i)) last = i;
    }
    while (last > at + 1 && is_one_of(words[last - 1].folded, {"–", "—", "-"})) --last;  // in front of a person's name
    while (last > at + 1 && words[last - 1].kind == WordKind::word && !words[last - 1].is_capital() &&
           words[last - 1].joined == '-' && !context.lexicon.institution_tails.at(words, last - 1, last))
      --last;
    const bool goes_on =
        at > begin && named.is_taken(at - 1) && words[at].joined == ' ' && words[at - 1].kind == WordKind::word;
    if (!goes_on && !is_no_name(context, at, last, end) && !named.is_in_name(at, last))
      candidates.push_back({at, last, {}, false});
    at = last;
  }
  return candidates;
}

}  // namespace maillage::documents
