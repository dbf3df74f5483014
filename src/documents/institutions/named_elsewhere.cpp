// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/named_elsewhere.hpp"

#include <algorithm>

#include "documents/institutions/proper_names.hpp"

namespace maillage::documents {

bool is_named_again(const NameContext& context, std::size_t first, std::size_t last) {
  return std::ranges::any_of(context.signs.places_of(context.words[first].folded), [&](std::size_t at) {
    if (at == first || !context.words[at].is_capital() || at + (last - first) > context.words.size()) return false;
    for (std::size_t i = 0; i < last - first; ++i) {
      if (context.words[at + i].folded != context.words[first + i].folded) return false;
    }
    return true;
  });
}

bool acts_alone(const NameContext& context, std::size_t place) {
  return std::ranges::any_of(context.signs.places_of(context.words[place].folded), [&](std::size_t at) {
    return at != place && at + 1 < context.words.size() && context.words[at].casing == context.words[place].casing &&
           at == context.words.of_sentence(context.words[at].sentence).first && context.words[at + 1].casing == Casing::lower;
  });
}

bool is_name_elsewhere(const NameContext& context, std::size_t place, std::size_t end) {
  const auto last = proper_name_end(context, place, end, {});
  if (last < place + 2) return acts_alone(context, place);
  for (const auto at : context.signs.places_of(context.words[place].folded)) {
    if (at == place || at + (last - place) > context.words.size()) continue;
    bool is_same = true;
    for (std::size_t i = 0; i < last - place && is_same; ++i)
      is_same = context.words[at + i].folded == context.words[place + i].folded;
    auto before = at;
    while (before > 0 && at - before < 2 &&
           is_one_of(context.words[before - 1].folded, {"de", "du", "des", "d", "l", "la", "le", "les"}))
      --before;
    const bool is_land = context.words[place].is("pays") && context.words[at].casing == Casing::lower;  // « dans le pays de N »: no body
    if (is_same && !is_land && (before == 0 || (!context.words[before - 1].is(",") && !context.words[before - 1].is("et")))) return true;
  }
  return false;
}

bool is_closed_behind(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  if (at >= end || words[at].joined == '\n') return true;
  if (words[at].kind == WordKind::mark) return !words[at].is("%") && !words[at].is("€");
  return is_one_of(words[at].folded, {"et", "ainsi", "a", "ont", "est", "sont", "va", "vont", "vient", "viennent"}) ||
         context.lexicon.signing_verbs.at(words, at, end) || words[at].folded.ends_with("ent") ||
         words[at].folded.ends_with("era") || words[at].folded.ends_with("ront");
}

}  // namespace maillage::documents
