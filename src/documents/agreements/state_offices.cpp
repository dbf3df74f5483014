// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/state_offices.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace maillage::documents {
namespace {

/// « l'État, représenté par le préfet », « l'État (préfecture de …) »: the next one named behind it.
bool stands_for(const Reading& reading, std::uint32_t state, std::uint32_t office) {
  constexpr std::size_t kNear = 10, kFar = 16;
  for (std::size_t i = 0; i + 1 < reading.named.size(); ++i) {
    const auto &here = reading.named[i], &next = reading.named[i + 1];
    // « l'État a signé par la main de X, préfet de N »
    const bool is_one_clause = !reading.has_any({here.words.last, std::max(here.words.last, next.words.first)}, std::to_array<std::string_view>({"et", ";", "avec"}));
    const auto reach = is_one_clause ? kFar : kNear;
    if (reading.institution_of(here) == state && reading.institution_of(next) == office && next.words.first - here.words.last < reach &&
        reading.words[here.words.first].sentence == reading.words[next.words.first].sentence) return true;
  }
  return false;
}

/// « Signé au nom de l'État et de la Région » behind « X, préfet de la région, a signé »
bool is_signed_for(const Reading& reading, std::uint32_t state) {
  constexpr std::size_t kNear = 5;
  return std::ranges::any_of(reading.named, [&](const Place& mention) {
    if (reading.institution_of(mention) != state) return false;
    const auto first = reading.passage_of(mention.words.first).words.first;
    const WordRange before{mention.words.first > first + kNear ? mention.words.first - kNear : first, mention.words.first};
    return reading.has_any(before, reading.lexicon.list("state_offices.name")) && reading.has_any(before, reading.lexicon.list("state_offices.in"));
  });
}

}  // namespace

void drop_office_of_state(const Reading& reading, std::vector<ReadParty>& parties) {
  const auto name_of = [&](const ReadParty& one) -> std::string_view { return reading.institutions.named[one.institution].name; };
  const auto is_state = [&](const ReadParty& one) { return name_of(one) == "État" || name_of(one) == "Etat"; };
  const auto is_prefecture = [&](const ReadParty& one) { return name_of(one).starts_with("Préfecture"); };
  const auto is_sub_prefecture = [&](const ReadParty& one) { return name_of(one).starts_with("Sous-préfecture"); };
  const auto is_office = [&](const ReadParty& one) { return is_prefecture(one) || is_sub_prefecture(one); };
  if (std::ranges::any_of(parties, is_prefecture)) std::erase_if(parties, is_sub_prefecture);
  const auto state = std::ranges::find_if(parties, is_state);
  const auto office = std::ranges::find_if(parties, is_office);
  if (state == parties.end() || office == parties.end() || parties.size() < 3) return;
  const bool is_named_itself = reading.words[reading.words.first_from(office->span.begin)].is("prefecture");
  const bool is_office_itself =
      !stands_for(reading, state->institution, office->institution) && (is_named_itself || (office->confidence >= state->confidence && !is_signed_for(reading, state->institution)));
  std::erase_if(parties, [&](const ReadParty& one) { return is_office_itself ? is_state(one) : is_office(one); });
}

void drop_lands_of_communities(const Reading& reading, std::vector<ReadParty>& parties) {
  const auto is_community = [&](const ReadParty& one) { return reading.institutions.named[one.institution].kind == InstitutionKind::intercommunality; };
  const auto signs = [](const ReadParty& one) { return one.rule.starts_with("signing"); };
  const bool has_community = std::ranges::any_of(parties, [&](const ReadParty& one) { return is_community(one) && signs(one) && one.confidence > .8; });
  if (!has_community || std::ranges::count_if(parties, signs) < 2) return;
  std::erase_if(parties, [&](const ReadParty& one) {
    const bool is_land = is_community(one) || reading.institutions.named[one.institution].category.empty();
    return is_land && one.rule == "named_with_the_agreement";
  });
}

}  // namespace maillage::documents
