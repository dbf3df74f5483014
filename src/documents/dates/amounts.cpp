// SPDX-License-Identifier: Apache-2.0
#include "documents/dates/amounts.hpp"

#include <algorithm>
#include <string>

#include "documents/dates/date_grammar.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

/// A number that may go on over words: « 510 000 », « 1,2 », « 25.000 », « deux ».
struct Quantity {
  double value = 0;
  std::size_t last = 0;
  explicit operator bool() const { return last > 0; }
};

/// « deux cent mille », « six », « trois cent cinquante ».
Quantity quantity_in_words(const Words& words, std::size_t at, std::size_t end, const Lexicon& lexicon) {
  double total = 0, current = 0;
  auto next = at;
  for (auto found = lexicon.numbers.at(words, next, end); found; found = next < end ? lexicon.numbers.at(words, next, end) : PhraseTable::Found{}) {
    const double value = std::stod(lexicon.numbers.field(*found.entry, "value"));
    if (value >= 1000) {
      total += (current > 0 ? current : 1) * value;
      current = 0;
    } else if (value == 100) {
      current = (current > 0 ? current : 1) * value;
    } else {
      current += value;
    }
    next = found.last;
  }
  return next > at ? Quantity{total + current, next} : Quantity{};
}

Quantity quantity_at(const Words& words, std::size_t at, std::size_t end, const Lexicon& lexicon) {
  if (at >= end) return {};
  if (words[at].kind != WordKind::number) return quantity_in_words(words, at, end, lexicon);
  std::string digits(words[at].folded);
  auto last = at + 1;
  // Groups of three: « 510 000 », « 25.000 ».
  const auto is_group = [&](std::size_t i) { return i < end && words[i].kind == WordKind::number && words[i].folded.size() == 3; };
  while (last < end && digits.size() < 13) {
    if (words[at].folded.size() <= 3 && is_group(last) && words[last].joined == ' ') {
      digits += words[last++].folded;
    } else if (words[at].folded.size() <= 3 && words[last].is(".") && words[last].joined == '\0' && is_group(last + 1) && words[last + 1].joined == '\0') {
      digits += words[last + 1].folded;
      last += 2;
    } else {
      break;
    }
  }
  if (last + 1 < end && (words[last].is(",") || words[last].is(".")) && words[last].joined == '\0' &&
      words[last + 1].kind == WordKind::number && words[last + 1].joined == '\0' && words[last + 1].folded.size() <= 2) {
    digits += "." + std::string(words[last + 1].folded);
    last += 2;
  }
  return {std::stod(digits), last};
}

struct Unit {
  double factor = 0;
  std::size_t last = 0;
};

/// « € », « euros », « millions d'euros », « M€ », « k€ », « Md€ ».
Unit unit_at(const Words& words, std::size_t at, std::size_t end) {
  const auto is = [&](std::size_t i, std::string_view word) { return i < end && words[i].is(word); };
  double factor = 1;
  if (is(at, "million") || is(at, "millions") || is(at, "m")) factor = 1e6;
  else if (is(at, "milliard") || is(at, "milliards") || is(at, "md") || is(at, "mds")) factor = 1e9;
  else if (is(at, "mille") || is(at, "k")) factor = 1e3;
  if (factor != 1) ++at;
  while (is(at, "d") || is(at, "de")) ++at;
  if (is(at, "€") || is(at, "euro") || is(at, "euros") || is(at, "eur")) return {factor, at + 1};
  return {};
}

}  // namespace

std::vector<AmountMention> find_amounts(const Words& words, const Lexicon& lexicon) {
  std::vector<AmountMention> found;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = words.of_sentence(words[at].sentence).second;
    const auto quantity = quantity_at(words, at, end, lexicon);
    const auto unit = quantity ? unit_at(words, quantity.last, end) : Unit{};
    if (unit.last == 0) {
      ++at;
      continue;
    }
    AmountMention amount;
    amount.span = words.span_of(at, unit.last);
    amount.euros = quantity.value * unit.factor;
    amount.rule = unit.factor == 1 ? "euros" : "multiple_of_euros";
    const auto is = [&](std::size_t i, std::string_view word) { return i < end && words[i].is(word); };
    amount.is_yearly = is(unit.last, "par") && (is(unit.last + 1, "an") || is(unit.last + 1, "annee"));
    amount.is_yearly = amount.is_yearly || is(unit.last, "annuels") || is(unit.last, "annuel") ||
                       (is(unit.last, "chaque") && is(unit.last + 1, "annee")) ||
                       (at >= 2 && words[at - 2].is("chaque") && words[at - 1].is("annee"));
    const WordUses uses(lexicon.term_words, words);
    for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
      amount.is_approximate = amount.is_approximate || uses.is(at - back, "about");
    }
    found.push_back(std::move(amount));
    at = unit.last;
  }
  return found;
}

}  // namespace maillage::documents
