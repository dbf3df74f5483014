// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/signing_towns.hpp"

#include <algorithm>

#include "documents/institutions/proper_names.hpp"
#include "documents/text/common_words.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kBeforeVerb = 4, kBehindVerb = 8;  // words

// « son contrat local de santé » behind a verb of signing.
bool signs_contract_of_town(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  for (auto verb = at; verb < end && verb < at + kBeforeVerb; ++verb) {
    if (words[verb].casing != Casing::lower) return false;
    const auto found = context.lexicon.signing_verbs.at(words, verb, end);
    if (!found) continue;
    const auto& sense = context.lexicon.signing_verbs.field(*found.entry, "sense");
    if (sense != "sign" && sense != "renew") continue;
    for (auto own = found.last; own + 1 < end && own < found.last + kBehindVerb; ++own) {
      if (!is_one_of(words[own].folded, {"son", "sa", "leur", "leurs"})) continue;
      const auto instrument = context.lexicon.agreement_types.at(words, own + 1, end);
      if (instrument && context.lexicon.agreement_types.field(*instrument.entry, "type") == "local_health_contract") return true;
    }
    return false;
  }
  return false;
}

}  // namespace

std::vector<FoundName> signing_towns(const NameContext& context, const std::vector<FoundName>& found) {
  const auto& words = context.words;
  std::vector<FoundName> names;
  for (std::size_t first = 0; first < words.size(); first = words.of_sentence(words[first].sentence).second) {
    const auto end = words.of_sentence(words[first].sentence).second;
    if (!words[first].is_capital() || context.signs.in_capitals(first) || context.signs.is_person(first, end)) continue;
    const auto article = is_one_of(words[first].folded, {"le", "la", "les"}) && first + 1 < end && words[first + 1].is_capital() ? first + 1 : first;
    if (!context.signs.is_proper(article) || CommonWords::french().has(lower_french(words.prose().of(words[article].span)))) continue;
    const auto last = proper_name_end(context, article, end, {});
    const bool is_taken = std::ranges::any_of(found, [&](const FoundName& other) {
      return other.strength != NameStrength::generic && other.first < last && first < other.last;
    });
    if (last == article || is_taken || context.heads.at(words, first, end) || !signs_contract_of_town(context, last, end)) continue;
    names.push_back(FoundName::on_words(first, last, "Ville " + of_place(context.signs.written(first, last)), "commune", NameStrength::implied, "signing_town"));
  }
  return names;
}

}  // namespace maillage::documents
