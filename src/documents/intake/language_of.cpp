// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/language_of.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

/// Small words of a language, folded.
struct SmallWords {
  std::string_view language, words;
};
constexpr auto kSmallWords = std::to_array<SmallWords>(
    {{"fr",
      " du des les et est dans pour avec au aux sur une cette ces qui ont sont par leur leurs plus ainsi ce d l sa ses "
      "nous le la les de en un a "},
     {"en", " the of and to in for with is are was on by this that which has have will be from its at as an "},
     {"de", " der die das und ist fur mit von den dem ein eine im zu auf des sich nicht werden wird zur zum bei als "},
     {"es", " el los las y en del para con una por que se su al es son mas como entre este esta de la en un a "},
     {"it", " il lo gli e di del della dei delle per con una che nel nella sono si al alla da come piu la un a "},
     {"nl", " het een en van de in voor met is zijn op te dat door aan bij wordt worden ook niet "},
     {"pt", " o os as e do da dos das em para com uma por que no na ao se mais como entre sao de a "},
     {"ca", " el els les i de del dels amb una per que als al seva entre aquest aquesta es son mes la en un a "}});
constexpr std::size_t kMostWords = 4000, kLeastFound = 12;

bool holds(std::string_view words, std::string_view word) {
  const auto at = words.find(word);
  for (auto found = at; found != std::string_view::npos; found = words.find(word, found + 1)) {
    if (words[found - 1] == ' ' && words[found + word.size()] == ' ') return true;
  }
  return false;
}

}  // namespace

std::string language_of(const std::vector<SourceLine>& lines) {
  std::array<std::size_t, kSmallWords.size()> found{};
  std::size_t words = 0;
  for (const auto& line : lines) {
    if (words >= kMostWords) break;
    const auto letters = folded(line.text.substr(0, 2000));
    for (std::size_t at = 0; at < letters.size();) {
      const auto end = std::min(letters.find(' ', at), letters.size());
      const auto word = std::string_view(letters).substr(at, end - at);
      at = end + 1;
      ++words;
      if (word.empty() || word.size() > 8) continue;
      for (std::size_t i = 0; i < kSmallWords.size(); ++i) found[i] += holds(kSmallWords[i].words, word) ? 1 : 0;
    }
  }
  const auto most = std::ranges::max_element(found);
  if (*most < kLeastFound) return {};
  // A French release may hold a paragraph in another language; French that is nearly as frequent stays French.
  if (found[0] * 10 >= *most * 7) return "fr";
  return std::string(kSmallWords[static_cast<std::size_t>(most - found.begin())].language);
}

}  // namespace maillage::documents
