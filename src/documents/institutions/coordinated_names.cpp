// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/coordinated_names.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kMostBetween = 10, kMostBeforeColon = 2;

struct Item {
  std::size_t first = 0, name_first = 0, last = 0;  // with its preposition; without; one past it
};

// « de Brest », « Val de Gers », « « Val d'Orge » »: nothing where no proper name begins.
Item item_at(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  const auto link = context.signs.link_end(at, end);
  if (link >= end) return {};
  if (words[link].is("«")) {
    auto last = link + 1;
    while (last < end && !words[last].is("»")) ++last;
    if (last < end && link + 1 < last && words[link + 1].is_capital()) return {at, link, last + 1};
    return {};
  }
  if (!context.signs.is_proper(link) || context.signs.is_person(link, end)) return {};
  if (const auto head = context.heads.at(words, link, end); head && link > at) return {};
  return {at, link, proper_name_end(context, link, end, {})};
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

std::string head_in_singular(const NameContext& context, std::size_t first, const InstitutionHeads::Found& head) {
  return head.is_acronym ? std::string(context.words.text_of(first, head.last)) : capitalized(head.head->singular);
}

}  // namespace

std::vector<FoundName> coordinated_names(const NameContext& context, std::size_t first,
                                         const InstitutionHeads::Found& head, std::size_t end) {
  std::vector<FoundName> names;
  const auto& words = context.words;
  auto at = head.last;
  while (at < end && words[at].joined == ' ' && context.signs.is_adjective(at)) ++at;
  const auto head_last = at;
  at = announced_list(context, at, end);
  if (head.head->is_dropped && at < end && (words[at].is(",") || words[at].is(":")))
    ++at;  // « trois entreprises, A, B et C »
  if (context.signs.in_capitals(first) && head.head->needs == InstitutionHeads::Needs::name) return {};
  // « DEUX HOPITAUX DE PROXIMITE »
  if (context.signs.in_capitals(first) && first > 0 && context.lexicon.numbers.at(words, first - 1, first)) return {};
  bool has_links = head.head->category == "commune";
  while (at < end) {
    const auto item = item_at(context, at, end);
    if (item.last == 0 || (head.head->is_dropped && item.name_first > item.first))
      break;  // « trois entreprises de Vendée »
    const auto proper = context.signs.written(item.name_first, item.last);
    if (proper.empty()) break;
    const bool has_link = item.name_first > item.first;
    has_links = has_links || has_link;
    std::string name = proper;
    if (!head.head->is_dropped) {
      const auto link = std::string(words.text_of(item.first, std::max(item.first + 1, item.name_first))) +
                        (words[item.name_first].joined == '\'' ? "'" : " ");
      const bool is_of_place = has_links && head.head->category != "intermunicipal";
      name = head_in_singular(context, first, head) + " " +
             (has_link      ? link + proper
              : is_of_place ? of_place(proper)
                            : proper);
    }
    auto found = FoundName::on_words(item.name_first, item.last, std::move(name), head.head->category,
                                     NameStrength::full, "coordinated");
    if (names.empty() && !head.head->is_dropped) found.first = first, found.head_last = head_last;
    auto next = item.last;
    if (const auto bracket = bracketed_name(context, next, end)) {
      if (bracket.name.size() <= 12) found.acronym = bracket.name;
      next = bracket.last;
    }
    names.push_back(std::move(found));
    if (next < end && words[next].is(","))
      at = next + 1;
    else if (next < end && words[next].is("et"))
      at = next + 1;
    else
      break;
    if (at < end && words[at].is("et")) ++at;
  }
  // « les académies de Bretagne », « les fédérations Hospitalo-Universitaires »: all there are of a kind
  const auto link = context.signs.link_end(head_last, end);
  const bool is_written_whole = names.size() == 1 && names.front().first == first && !head.is_acronym && !head.head->is_dropped && words[first].is_capital() && link == head_last;
  if (is_written_whole && head.head->category != "commune") names.front().name = context.signs.written(first, names.front().last);
  const bool is_of_one_place = names.size() == 1 && has_links && !head.is_acronym && !head.head->is_dropped && !words[first].is_capital();
  if (is_of_one_place && is_one_of(head.head->category, {"state_service", "university", "health_agency", "hospital"})) names.clear();
  // « les Cliniques X de Völklingen »: one with a plural in its name
  const bool is_one = names.size() == 1 && !has_links && !head.is_acronym && !head.head->is_dropped &&
                      !context.signs.in_capitals(first) && head.head->category != "commune";
  if (is_one) names[0].name = context.signs.written(first, names[0].last, head_last);
  // « les écoles de Lannoy »: those of a place
  if (names.size() == 1 && (head.head->category == "school" || head.head->singular == "école") && has_links && !head.is_acronym) names.clear();
  return names;
}

}  // namespace maillage::documents
