// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/body_forms.hpp"

#include <algorithm>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kShortestTail = 6, kShortestInitials = 3, kLongestInitials = 6;

bool is_territory(std::string_view category) {
  return is_one_of(category, {"commune", "department", "region"});
}

// « Passerelles 57 » of « collectif Passerelles 57 »: what its names have behind the head, where that is no place.
std::vector<std::string> proper_tails(const NameContext& context, const std::vector<FoundName>& names,
                                      const Body& body) {
  std::vector<std::string> tails;
  if (is_territory(body.category)) return tails;
  for (const auto number : body.names) {
    const auto& found = names[number];
    if (found.strength != NameStrength::full) continue;
    if (found.head_last <= found.first) {  // « Tardieu » of « la société Tardieu »
      auto name = folded(context.signs.written(found.first, found.last));
      const bool is_place = found.rule == std::string_view("office") || context.known.is_place(name);
      if (!is_place && name.size() >= kShortestTail) tails.push_back(std::move(name));
      continue;
    }
    if (found.head_last >= found.last) continue;
    const auto at = context.signs.link_end(found.head_last, found.last);
    if (at >= found.last || !context.signs.is_proper(at)) continue;
    if (at > found.head_last && context.signs.unit_end(at, found.last) == found.last)
      continue;  // « Morlande » of « université de Morlande »
    if (at + 1 < found.last && context.words[at + 1].joined == '-' &&
        context.signs.unit_end(at, found.last) == found.last)
      continue;  // « Lille-Métropole »: a place's name
    auto text = folded(context.signs.written(at, found.last));
    if (text.size() >= kShortestTail && !context.known.is_place(text)) tails.push_back(std::move(text));
  }
  return tails;
}

// « Tardieu » of « Tardieu Énergies »: a company's first word, where it is no other word of the text.
std::string first_word_of(const NameContext& context, const std::vector<FoundName>& names, const Body& body) {
  if (!is_one_of(body.category, {"", "company"}) || body.strength != NameStrength::full) return {};
  const auto& found = names[body.names[0]];
  if (found.head_last > found.first || found.last < found.first + 2 || context.words[found.first + 1].joined != ' ')
    return {};
  const auto& word = context.words[found.first];
  const bool is_common = std::ranges::any_of(context.signs.places_of(word.folded),
                                             [&](std::size_t at) { return context.words[at].casing == Casing::lower; });
  const bool is_other = word.folded.size() < kShortestTail ||
                        context.lexicon.not_in_names.at(context.words, found.first, found.first + 1) ||
                        context.lexicon.first_names.at(context.words, found.first, found.first + 1) ||
                        context.known.is_place(word.folded);
  return is_common || is_other ? std::string() : std::string(word.folded);
}

// « UTM » of « université de technologie de Montval », where the text has it in capitals.
std::string initials_in_text(const NameContext& context, const Body& body) {
  auto initials = initials_of(body.key);
  if (initials.size() < kShortestInitials || initials.size() > kLongestInitials || !body.acronyms.empty()) return {};
  const auto places = context.signs.places_of(initials);
  // « Collectivité territoriale de N (CTN) »: right behind its name, whatever else these letters stand for
  const bool is_introduced = std::ranges::any_of(places, [&](std::size_t at) {
    return at > 1 && context.words[at].casing == Casing::upper && context.words[at - 1].is("(") && context.words[at - 2].is(body.key.back());
  });
  if (is_introduced) return initials;
  for (const auto at : places) {
    if (context.signs.in_capitals(at)) continue;  // a title in capitals has every word so
    const bool is_other = context.words[at].casing != Casing::upper || context.lexicon.no_institutions.at(context.words, at, at + 1) ||
                          context.lexicon.agreement_types.at(context.words, at, at + 1);
    return is_other ? std::string() : initials;
  }
  return {};
}

}  // namespace

std::vector<std::string> forms_of_body(const NameContext& context, const std::vector<FoundName>& names,
                                       const Body& body) {
  auto forms = proper_tails(context, names, body);
  for (const auto& acronym : body.acronyms) forms.push_back(folded(acronym));
  const auto& first = names[body.names[0]];
  const bool is_headless = first.head_last == first.first && first.strength == NameStrength::full;
  if (is_headless) forms.push_back(folded(first.name));  // in titles in capitals, too
  for (auto form : {initials_in_text(context, body), first_word_of(context, names, body)}) {
    if (!form.empty()) forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace maillage::documents
