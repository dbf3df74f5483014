// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/listed_names.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kBackToFunction = 8;  // words

}  // namespace

// No place, and no person whose function follows.
bool ListedNames::may_be_listed(const NameCandidate& one) const {
  const auto end = end_of(one.first);
  if (one.first > begin_of(one.first) && words_[one.first - 1].is("en")) return false;  // « en Morlande, la Ville »
  const bool is_function_next =
      one.last + 1 < end && words_[one.last].is(",") && context_.lexicon.functions.at(words_, one.last + 1, end);
  return !is_function_next && !evidence_.is_place(one);
}

// The first of the small words before it.
std::size_t ListedNames::lead_of(const NameCandidate& one) const {
  auto lead = one.first;
  while (lead > begin_of(one.first) && one.first - lead < 2 &&
         is_one_of(words_[lead - 1].folded, {"l", "la", "le", "les", "de", "d", "du", "des", "avec", "a"}))
    --lead;
  return lead;
}

// « le président de la Région, Ewen Bodérez, »: words that may be a person's, behind a function.
bool ListedNames::may_be_person(const NameCandidate& one, std::size_t comma) const {
  auto units = std::size_t{0};
  for (auto at = one.first; at < one.last; at = context_.signs.unit_end(at, one.last)) {
    if (words_[at].casing != Casing::capital) return false;
    ++units;
  }
  if (units < 2 || units > 3) return false;
  const auto begin = begin_of(comma);
  for (auto at = comma; at-- > begin && comma - at <= kBackToFunction && words_[at].kind != WordKind::mark;) {
    const auto function = context_.lexicon.functions.at(words_, at, comma);
    if (function && (at == begin || is_one_of(words_[at - 1].folded, {"le", "la", "l", "du", "au"}))) return true;
  }
  return false;
}

// « l'université de X, Y et … »
bool ListedNames::has_body_before(const NameCandidate& one) const {
  const auto begin = begin_of(one.first), end = end_of(one.first), lead = lead_of(one);
  const bool has_lead = lead < one.first;
  if (lead == begin || (has_lead && words_[lead].is("a"))) return false;
  if (!is_one_of(words_[lead - 1].folded, {",", "et", "ou", ";", "/"}) || !named_.ends(lead - 1)) return false;
  if (words_[lead - 1].is(",") && lead == one.first && may_be_person(one, lead - 1)) return false;
  // « directeur de l'université de X, Jean Martin »: set beside it, not listed.
  const bool goes_on = one.last < end && is_one_of(words_[one.last].folded, {"et", "ou", ","});
  return (!words_[lead - 1].is(",") || has_lead || goes_on) && may_be_listed(one);
}

// « X et l'université de Y », « avec X, la Région », « de X, de Y »
bool ListedNames::has_body_behind(const NameCandidate& one) const {
  const auto begin = begin_of(one.first), end = end_of(one.first);
  if (one.last >= end || !is_one_of(words_[one.last].folded, {",", "et", "/"})) return false;
  auto after = one.last + 1;
  while (after < end && after - one.last < 4 &&
         is_one_of(words_[after].folded, {"l", "la", "le", "les", "de", "d", "du", "des", "avec", "que", "ainsi"}))
    ++after;
  if (after >= end || !named_.begins(after)) return false;
  if (one.first == begin ? !is_surely_name(one) : words_[one.first - 1].is("a")) return false;
  const auto is_before = [&](std::initializer_list<std::string_view> choice) {
    return one.first > begin && is_one_of(words_[one.first - 1].folded, choice);
  };
  const bool is_led = is_before({"avec", "entre"});
  const bool is_alike =
      is_before({"d", "de", "du", "des", "par", "avec"}) && words_[after - 1].folded == words_[one.first - 1].folded;
  const bool is_list_of_names = after == one.last + 1 && is_headless_[after];
  // « le Service archéologique du Lauzonnais et la commune »: where the service is
  if (is_before({"d", "de", "du", "des"}) && words_[one.last].is("et") && !is_alike && one.last == one.first + 1 &&
      one.first > begin + 1 && words_[one.first - 2].casing == Casing::lower)
    return false;
  return (is_led || is_alike || is_list_of_names || !words_[one.last].is(",") ||
          is_in_list_with_articles(one, after)) &&
         may_be_listed(one);
}

// « le X, la Région », « …, X Y, la Région », « X Y, la Région » where a sentence begins
bool ListedNames::is_in_list_with_articles(const NameCandidate& one, std::size_t after) const {
  if (after != one.last + 2 || !is_one_of(words_[after - 1].folded, {"l", "la", "le"})) return false;
  const auto begin = begin_of(one.first), lead = lead_of(one);
  const bool has_words = one.last > one.first + 1;
  if (one.first == begin) return has_words;
  if (lead < one.first) return is_one_of(words_[lead].folded, {"l", "la", "le", "les"});
  return words_[lead - 1].is(",") && has_words;
}

// No common word that begins a sentence: it has more than one word or capital, or a capital elsewhere too.
bool ListedNames::is_surely_name(const NameCandidate& one) const {
  if (one.last > one.first + 1 || has_two_capitals(words_.prose().of(words_[one.first].span))) return true;
  std::size_t capitals = 0;
  for (const auto at : context_.signs.places_of(words_[one.first].folded)) {
    if (context_.signs.in_capitals(at)) continue;
    if (!words_[at].is_capital()) return false;
    capitals += at != begin_of(at) ? 1 : 0;
  }
  return capitals > 0;
}

// The words of a block without the marks and the article around them.
std::pair<std::size_t, std::size_t> ListedNames::core_of(std::size_t block) const {
  const auto& span = words_.prose().blocks[block].span;
  auto first = words_.first_from(span.begin), last = words_.first_from(span.end);
  while (first < last && !named_.begins(first) &&
         (words_[first].kind == WordKind::mark || is_one_of(words_[first].folded, {"l", "la", "le", "les"})))
    ++first;
  while (last > first && words_[last - 1].kind == WordKind::mark && !named_.ends(last)) --last;
  return {first, last};
}

bool ListedNames::is_item(const NameCandidate& one) const { return is_whole_item(one) || is_key_of_item(one) || is_head_of_row(one); }

// « Cluster Orvane, Jeanne Morel, présidente », a row of a table, below or above one that begins with a body and somebody.
bool ListedNames::is_head_of_row(const NameCandidate& one) const {
  const auto& blocks = words_.prose().blocks;
  const auto number = words_.prose().block_at(words_[one.first].span.begin);
  const auto end = core_of(number).second;
  if (core_of(number).first != one.first || one.last + 2 >= end || !words_[one.last].is(",")) return false;
  if (context_.signs.is_person(one.first, one.last) || !context_.signs.is_person(one.last + 1, end) || context_.lexicon.functions.at(words_, one.first, one.last)) return false;
  const auto is_row = [&](std::size_t block) {
    if (block >= blocks.size()) return false;
    const auto [first, last] = core_of(block);
    auto comma = first;
    while (comma < last && !words_[comma].is(",")) ++comma;
    return first < last && named_.begins(first) && comma + 2 < last && (named_.ends(comma) || words_[comma - 1].is(")")) && context_.signs.is_person(comma + 1, last);
  };
  return (number > 0 && is_row(number - 1)) || is_row(number + 1);
}

// « Grand Lorval : Jeanne Morel, présidente », the items beside it keyed by a body as well.
bool ListedNames::is_key_of_item(const NameCandidate& one) const {
  const auto& blocks = words_.prose().blocks;
  const auto number = words_.prose().block_at(words_[one.first].span.begin);
  const auto may_be_line = [&](std::size_t block) {  // a short list may look like titles
    return block < blocks.size() && blocks[block].kind != BlockKind::paragraph && blocks[block].kind != BlockKind::contact;
  };
  if (!may_be_line(number) || one.last >= words_.size() || !words_[one.last].is(":")) return false;
  if (core_of(number).first != one.first || one.last + 2 >= core_of(number).second) return false;
  const auto is_keyed = [&](std::size_t block) {
    if (!may_be_line(block)) return false;
    const auto [first, last] = core_of(block);
    auto colon = first;
    while (colon < last && !words_[colon].is(":")) ++colon;
    return first < last && named_.begins(first) && colon + 2 < last && (named_.ends(colon) || words_[colon - 1].is(")"));
  };
  return context_.signs.is_person(one.last + 1, core_of(number).second) && ((number > 0 && is_keyed(number - 1)) || is_keyed(number + 1));
}

// The whole of an item in a list where the item before or behind it is an institution.
bool ListedNames::is_whole_item(const NameCandidate& one) const {
  const auto& blocks = words_.prose().blocks;
  const auto number = words_.prose().block_at(words_[one.first].span.begin);
  if (blocks[number].kind != BlockKind::item || core_of(number) != std::pair(one.first, one.last) ||
      evidence_.is_place(one))
    return false;
  const auto is_body = [&](std::size_t block) {
    if (block >= blocks.size() || blocks[block].kind != BlockKind::item ||
        blocks[block].section != blocks[number].section)
      return false;
    const auto [first, last] = core_of(block);
    return first < last && named_.begins(first) && named_.ends(last);
  };
  return (number > 0 && is_body(number - 1)) || is_body(number + 1);
}

}  // namespace maillage::documents
