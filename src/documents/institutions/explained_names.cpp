// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/explained_names.hpp"

#include <algorithm>
#include <string>

#include "documents/institutions/name_signs.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestName = 18, kMostLetters = 10, kMostSkipped = 2, kMostTries = 2000;

bool is_small(std::string_view word) {
  return word.size() < 3 || is_one_of(word, {"aux", "des", "les", "par", "pour", "sur"});
}

/// How the letters of an acronym stand in words: first letters, then letters inside a word.
class Letters {
 public:
  Letters(const Words& words, std::size_t last, std::string_view acronym)
      : words_(words), last_(last), acronym_(acronym) {}

  bool stand_from(std::size_t first) {
    tries_ = 0;
    return fits(first, 0, 0, 0);
  }

 private:
  // The words from `at` hold the letters from `letter` on; `inside`: letters taken from inside a word so far.
  bool fits(std::size_t at, std::size_t letter, std::size_t inside, std::size_t skipped) {
    if (++tries_ > kMostTries) return false;
    if (at == last_) return letter == acronym_.size() && inside * 2 <= acronym_.size();
    const auto word = words_[at].folded;
    if (letter < acronym_.size() && !word.empty() && word[0] == acronym_[letter]) {
      auto taken = letter + 1;
      for (std::size_t from = 1;;) {
        if (fits(at + 1, taken, inside + taken - letter - 1, skipped)) return true;
        from = taken < acronym_.size() ? word.find(acronym_[taken], from) : std::string_view::npos;
        if (from == std::string_view::npos) break;
        ++from;
        ++taken;
      }
    }
    if (letter == 0) return false;  // the name begins with the first letter
    const auto more = is_small(word) ? 0U : 1U;
    return skipped + more <= kMostSkipped && fits(at + 1, letter, inside, skipped + more);
  }

  const Words& words_;
  std::size_t last_;
  std::string_view acronym_;
  std::size_t tries_ = 0;
};

bool is_acronym(const Words& words, std::size_t at) {
  const auto letters = words[at].folded.size();
  return words[at].kind == WordKind::word && letters >= 3 && letters <= kMostLetters &&
         has_two_capitals(words.prose().of(words[at].span));
}

// What it begins with names bodies: a head, or a word that heads begin with.
bool may_be_body(const NameContext& context, std::size_t first, std::size_t last) {
  const auto& lexicon = context.lexicon;
  const auto& words = context.words;
  static const auto begins_head = [](std::string_view word) {
    return is_one_of(word, {"assemblee", "bureau", "cercle", "comite", "confederation", "conference", "conseil", "cooperative",
                            "direction", "initiative", "maison", "mission", "observatoire", "office", "organisation",
                            "reseau", "service", "syndicat", "union"});
  };
  if (lexicon.agreement_types.at(words, first, last) || lexicon.functions.at(words, first, last) ||
      lexicon.no_institutions.at(words, first, last))
    return false;
  return begins_head(words[first].folded) || static_cast<bool>(context.heads.at(words, first, last));
}

// « son projet d'établissement, centré sur le « Littoral vivant » (LIVI) »: what a project is called, or what it is about.
bool is_called_project(const NameContext& context, std::size_t quote, std::size_t begin) {
  constexpr std::size_t kFar = 8;
  const auto list = context.lexicon.list("explained_names.projects");
  for (auto at = quote; at > begin && quote - at < kFar;) {
    --at;
    if (std::ranges::find(list, context.words[at].folded) != list.end()) return true;
  }
  return false;
}

}  // namespace

std::vector<FoundName> explained_names(const NameContext& context, const std::vector<FoundName>& found) {
  const auto& words = context.words;
  std::vector<bool> ends(words.size() + 1);  // a name ends there, with its bracket or without
  std::vector<bool> inside(words.size());
  for (const auto& name : found) {
    for (auto at = name.first; at < name.last; ++at) inside[at] = true;
    if (!name.acronym.empty() || name.strength == NameStrength::full) ends[name.last] = true;
  }
  std::vector<FoundName> names;
  for (std::size_t bracket = 1; bracket + 2 < words.size(); ++bracket) {
    if (!words[bracket].is("(") || !words[bracket + 2].is(")") || !is_acronym(words, bracket + 1)) continue;
    if (inside[bracket] || ends[bracket] || ends[bracket + 3 <= words.size() ? bracket + 3 : bracket] || context.signs.is_furniture(bracket)) continue;
    const auto begin = words.of_sentence(words[bracket].sentence).first;
    const bool is_quoted = words[bracket - 1].is("»");
    const auto last = is_quoted ? bracket - 1 : bracket;
    Letters letters(words, last, words[bracket + 1].folded);
    for (auto first = last; first > begin && last - first < kLongestName;) {
      --first;
      const auto& word = words[first];
      if (word.is("«")) break;
      if (word.kind == WordKind::mark && word.joined != '-' && !word.is("-")) break;
      if (!word.is_capital() || context.signs.in_capitals(first) || last < first + 2) continue;
      if (is_quoted != (first > 0 && words[first - 1].is("«")) || !letters.stand_from(first)) continue;
      // « le laboratoire Sciences pour l'eau (SPE) »: the head stands before the words of the letters
      const auto before = first > begin ? context.heads.at(words, first - 1, first) : InstitutionHeads::Found{};
      const bool has_head = !is_quoted && before && !before.is_plural && !before.is_acronym && words[first].joined == ' ' && before.head->category == "research_body";
      if (has_head) {
        auto whole = FoundName::on_words(first - 1, last, capitalized(context.signs.written(first - 1, last)), before.head->category, NameStrength::full, "explained");
        whole.acronym = words.text_of(bracket + 1, bracket + 2);
        names.push_back(std::move(whole));
        break;
      }
      if (!is_quoted && !may_be_body(context, first, last)) break;
      if (is_quoted && !may_be_body(context, first, last) && is_called_project(context, first - 1, begin)) break;
      const auto head = context.heads.at(words, first, last);
      auto name = FoundName::on_words(first, last, capitalized(context.signs.written(first, last)),
                                      head ? head.head->category : "association", NameStrength::full, "explained");
      name.acronym = words.text_of(bracket + 1, bracket + 2);
      names.push_back(std::move(name));
      break;
    }
  }
  return names;
}

}  // namespace maillage::documents
