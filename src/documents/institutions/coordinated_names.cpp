// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/coordinated_names.hpp"

#include <algorithm>
#include <charconv>

#include "documents/institutions/name_tails.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostLower = 3;
constexpr std::size_t kMostBetween = 10, kMostBeforeColon = 2;

struct Item {
  std::size_t first = 0, name_first = 0, last = 0;  // with its preposition; without; one past it
};

// « de Grandval », « Val de Gers », « « Val d'Orge » »: nothing where no proper name begins.
Item item_at(const NameContext& context, std::size_t at, std::size_t end, bool is_behind_pronoun, bool may_be_land) {
  const auto& words = context.words;
  const auto link = context.signs.link_end(at, end);
  if (link >= end) return {};
  if (words[link].is("«") && is_behind_pronoun) return {};  // « celui de la « Santé » »: a subject
  if (words[link].is("«")) {
    auto last = link + 1;
    while (last < end && !words[last].is("»")) ++last;
    if (last < end && link + 1 < last && words[link + 1].is_capital()) return {at, link, last + 1};
    return {};
  }
  if (!context.signs.is_proper(link) || context.signs.is_person(link, end)) return {};
  if (const auto head = context.heads.at(words, link, end); head && link > at && !((is_behind_pronoun || may_be_land) && words[link].is("pays"))) return {};
  return {at, link, proper_name_end(context, link, end, {.over_free = true})};
}

// « les trois communes gestionnaires, à savoir A, B et C »: where the list begins; `at` where there is none.
std::size_t announced_list(const NameContext& context, std::size_t at, std::size_t end) {
  for (auto i = at; i + 2 < end && i < at + kMostBetween; ++i) {
    if (context.words[i].is(":") && i > at && i <= at + kMostBeforeColon && context.signs.is_proper(i + 1))
      return i + 1;
    if (context.words[i].is("a") && context.words[i + 1].is("savoir") && context.signs.is_proper(i + 2)) return i + 2;
    if (context.words[i].is_capital()) return at;
  }
  return at;
}

// « ses trois villes membres, A, B et C », « quatre communes de la vallée : A, … »: how many are said to follow.
std::size_t said_count(const NameContext& context, std::size_t first) {
  if (first == 0 || context.words[first].joined == '\n') return 0;
  const auto text = context.words.prose().of(context.words[first - 1].span);
  std::size_t number = 0;
  if (context.words[first - 1].kind == WordKind::number) {
    std::from_chars(text.data(), text.data() + text.size(), number);
  } else if (const auto found = context.lexicon.numbers.at(context.words, first - 1, first)) {
    const auto& value = context.lexicon.numbers.field(*found.entry, "value");
    std::from_chars(value.data(), value.data() + value.size(), number);
  }
  return number;
}

constexpr std::size_t kMostInApposition = 5;

// Where the list begins behind « membres , » or « de la vallée : »; `at` where none does.
std::size_t apposed_list(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  for (auto i = at; i + 1 < end && i <= at + kMostInApposition; ++i) {
    if (is_one_of(words[i].folded, {",", ":", "(", "–", "—"}))
      return context.signs.is_proper(i + 1) ? i + 1 : at;
    if (words[i].kind != WordKind::word || words[i].is_capital()) return at;
  }
  return at;
}

// « les centres hospitaliers universitaires (CHU) de A et de B »: one past the acronym of them all; `at` where none stands.
std::size_t shared_acronym_end(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  if (at + 3 >= end || !words[at].is("(") || !words[at + 2].is(")") || !words[at + 1].is_capital()) return at;
  const auto link = context.signs.link_end(at + 3, end);
  return link > at + 3 && link < end && context.signs.is_proper(link) ? at + 3 : at;
}

std::string head_in_singular(const NameContext& context, std::size_t first, const InstitutionHeads::Found& head) {
  return head.is_acronym ? std::string(context.words.text_of(first, head.last)) : capitalized(head.head->singular);
}

// « les fédérations des chasseurs et de pêche de N »: each with what it does and the place of all; empty where it is no
// such list.
std::vector<FoundName> with_complements(const NameContext& context, std::size_t first,
                                        const InstitutionHeads::Found& head, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  if (context.signs.in_capitals(first) || head.is_acronym || head.head->is_dropped) return {};
  auto base = head.head->singular;
  std::vector<std::pair<std::size_t, std::size_t>> parts;  // of words: what each does
  std::vector<std::string> texts;
  if (const auto own = std::min(base.find(" de "), base.find(" d'")); own != std::string::npos) {
    texts.push_back(base.substr(own));
    base.resize(own);
    parts.emplace_back(first, at);
  } else {
    const auto last = lower_complement_end(context, at, end);
    if (last == at) return {};
    texts.push_back(" " + std::string(words.text_of(at, last)));
    parts.emplace_back(first, last);
    at = last;
  }
  while (at < end && (words[at].is(",") || words[at].is("et"))) {
    const auto noun = context.signs.link_end(at + 1, end);  // « des deux communautés de communes et du maire de N »
    if (noun < end && context.lexicon.functions.at(words, noun, end)) return {};
    const auto last = lower_complement_end(context, at + 1, end);
    if (last == at + 1) break;
    texts.push_back(" " + std::string(words.text_of(at + 1, last)));
    parts.emplace_back(at + 1, last);
    at = last;
  }
  const auto place = at < end ? context.signs.link_end(at, end) : end;
  if (parts.size() < 2 || place >= end || place == at || words[at].is("a") || !context.signs.is_proper(place) ||
      context.heads.at(words, place, end))
    return {};
  const auto last = proper_name_end(context, place, end, {});
  parts.back().second = last;
  std::vector<FoundName> names;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    names.push_back(FoundName::on_words(parts[i].first, parts[i].second,
                                        capitalized(base) + texts[i] + " " + std::string(words.text_of(at, last)),
                                        head.head->category, NameStrength::full, "coordinated"));
    names.back().head_last = i == 0 ? head.last : parts[i].first;
  }
  return names;
}

// « les communautés de communes X et du Pays d'Y et du Haut-Z », where the text has « la communauté de communes du Pays d'Y et du
// Haut-Z »: one past what is one name there; `item.last` where it is none.
std::size_t end_as_elsewhere(const NameContext& context, const Item& item, std::size_t end) {
  constexpr std::size_t kMostPlaces = 40, kHead = 6;
  const auto& words = context.words;
  if (item.last + 1 >= end || !words[item.last].is("et")) return item.last;
  const auto next = context.signs.link_end(item.last + 1, end);
  if (next == item.last + 1 || next >= end || !context.signs.is_proper(next)) return item.last;
  const auto last = context.signs.unit_end(next, end);
  const auto places = context.signs.places_of(words[item.name_first].folded);
  const auto stands_so = [&](std::size_t at) {
    if (at == item.name_first || at + (last - item.name_first) > words.size()) return false;
    for (std::size_t i = 0; i < last - item.name_first; ++i) {
      if (words[at + i].folded != words[item.name_first + i].folded) return false;
    }
    for (auto head = at; head > 0 && at - head < kHead;) {
      const auto found = context.heads.at(words, --head, at);
      if (found && !found.is_plural && found.last + 2 >= at) return true;
    }
    return false;
  };
  return std::ranges::any_of(places.first(std::min(places.size(), kMostPlaces)), stands_so) ? last : item.last;
}

}  // namespace

std::vector<FoundName> coordinated_names(const NameContext& context, std::size_t first,
                                         const InstitutionHeads::Found& head, std::size_t end,
                                         std::string_view singular) {
  std::vector<FoundName> names;
  const auto& words = context.words;
  auto at = head.last;
  while (at < end && words[at].joined == ' ' && context.signs.is_adjective(at)) ++at;
  const auto head_last = at;
  if (auto several = with_complements(context, first, head, at, end); !several.empty()) return several;
  if (head.is_plural && !head.is_acronym && singular.empty()) at = shared_acronym_end(context, at, end);
  at = announced_list(context, at, end);
  const auto count = at == head_last && head.is_plural ? said_count(context, first) : 0;
  const auto apposed = count > 1 && is_one_of(head.head->category, {"commune", "intermunicipal"}) ? apposed_list(context, at, end) : at;
  const bool is_apposed = apposed > at;
  at = apposed;
  // « trois entreprises, A, B et C », « deux associations, A et B »
  const bool is_told_apart = at < end && (words[at].is(",") || words[at].is(":")) && first > 0 &&
                             head.head->category == "association" && head.last == first + 1 &&
                             (words[first - 1].kind == WordKind::number ||
                              context.lexicon.numbers.at(words, first - 1, first));
  const bool is_dropped = head.head->is_dropped || is_told_apart;
  const bool is_behind_comma = is_dropped && at < end && words[at].is(",");
  if (is_dropped && at < end && (words[at].is(",") || words[at].is(":"))) ++at;
  if (context.signs.in_capitals(first) && head.head->needs == InstitutionHeads::Needs::name) return {};
  // « DEUX HOPITAUX DE PROXIMITE »
  if (context.signs.in_capitals(first) && first > 0 && context.lexicon.numbers.at(words, first - 1, first)) return {};
  bool has_links = head.head->category == "commune";
  while (at < end) {
    auto item = item_at(context, at, end, !singular.empty(), head.head->category == "intermunicipal" && head.is_plural);
    if (is_told_apart && item.last > 0) {  // « Vivre ensemble »: up to the next mark
      auto last = item.last;
      while (last < end && last < item.last + kMostLower && words[last].casing == Casing::lower && !words[last].is("et")) ++last;
      if (last >= end || words[last].kind == WordKind::mark || words[last].is("et")) item.last = last;
    }
    if (item.last == 0 || (is_dropped && item.name_first > item.first))
      break;  // « trois entreprises de Vendée »
    if (head.head->category == "intermunicipal") item.last = end_as_elsewhere(context, item, end);
    const auto proper = context.signs.written(item.name_first, item.last);
    if (proper.empty()) break;
    const bool has_link = item.name_first > item.first;
    if (!has_link && at > head.last && at == head_last && head.head->category == "commune") break;  // « VILLES AIDANTES MONTRIVEL »: a label
    has_links = has_links || has_link;
    std::string name = proper;
    if (!is_dropped) {
      const auto link = std::string(words.text_of(item.first, std::max(item.first + 1, item.name_first))) +
                        (words[item.name_first].joined == '\'' ? "'" : " ");
      const bool is_of_place = has_links && head.head->category != "intermunicipal";
      name = (singular.empty() ? head_in_singular(context, first, head) : capitalized(singular)) + " " +
             (has_link      ? link + proper
              : is_of_place ? of_place(proper)
                            : proper);
    }
    auto found = FoundName::on_words(item.name_first, item.last, std::move(name), head.head->category,
                                     NameStrength::full, "coordinated");
    if (names.empty() && !is_dropped && !is_apposed) found.first = first, found.head_last = head_last;
    auto next = item.last;
    if (const auto bracket = bracketed_name(context, next, end)) {
      if (bracket.name.size() <= 12) found.acronym = bracket.name;
      next = bracket.last;
    }
    names.push_back(std::move(found));
    if (!singular.empty() && !head.is_plural) break;  // « celle de A »: one
    if (next < end && words[next].is(","))
      at = next + 1;
    else if (next < end && words[next].is("et"))
      at = next + 1;
    else
      break;
    if (at < end && words[at].is("et")) ++at;
  }
  if (names.size() == 1 && is_behind_comma && head.is_plural) names.clear();  // « relations avec les entreprises, Montrivel »
  // « les académies de Bretagne »: all there are of a kind
  const bool is_of_one_place = names.size() == 1 && has_links && !head.is_acronym && !is_dropped && !words[first].is_capital();
  if (is_of_one_place && singular.empty() && is_one_of(head.head->category, {"state_service", "university", "health_agency", "hospital", "museum", "region"})) names.clear();
  // « les Cliniques X de Rohrlingen »: one with a plural in its name
  const bool is_one = names.size() == 1 && !has_links && !head.is_acronym && !is_dropped &&
                      !context.signs.in_capitals(first) && head.head->category != "commune";
  const bool goes_on_with_link = is_one && head.is_plural && head.head->category == "intermunicipal" && !words[first].is_capital() && names[0].last + 2 < end && words[names[0].last].is("et") &&
                                 context.signs.link_end(names[0].last + 1, end) > names[0].last + 1;  // « des communautés de communes Val de N et du Pays d'O »
  if (is_one && singular.empty() && !goes_on_with_link) names[0].name = context.signs.written(first, names[0].last, head_last);
  if (is_apposed && names.size() != count) names.clear();
  // « les cinq communes du Val de N »: all there are
  if (names.size() == 1 && count > 1 && (head.head->category == "commune" || (has_links && head.is_plural && !head.is_acronym))) names.clear();
  // « les Hôpitaux du Sud de N »: one with a plural in its name
  const bool is_one_house = names.size() == 1 && head.head->category == "hospital" && !head.is_acronym && words[first].is_capital() && !context.signs.in_capitals(first);
  if (is_one_house && singular.empty() && count == 0) names[0].name = context.signs.written(first, names[0].last, head_last);
  // « la Caisse, Villes de X et la fédération »: a name of its own
  const bool is_written_alone = first > 0 && words[first].is_capital() && !context.signs.in_capitals(first) &&
                                first != words.of_sentence(words[first].sentence).first &&
                                is_one_of(words[first - 1].folded, {",", "et", "avec", "par", "de", "a"});
  if (names.size() == 1 && is_written_alone && head.is_plural && singular.empty() && !head.head->is_dropped) names.clear();
  // « les écoles de Lannoy »: those of a place
  if (names.size() == 1 && (head.head->category == "school" || head.head->singular == "école") && has_links && !head.is_acronym) names.clear();
  // « plus de la moitié des communes de France », « les villes de Malvoie »: those of a land, none of them
  const bool is_of_land = names.size() == 1 && head.is_plural && !head.is_acronym && singular.empty() && head.head->category == "commune" && head_last == head.last &&
                          words[first].casing == Casing::lower;
  if (is_of_land) return {};
  return names;
}

}  // namespace maillage::documents
