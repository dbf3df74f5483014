// SPDX-License-Identifier: Apache-2.0
#include "records/office/alike_names.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include "names/name_index.hpp"
#include "names/similarity.hpp"
#include "records/office/office_words.hpp"

namespace maillage {
namespace {

constexpr double kAlike = 0.75;  // of the words that are least alike
constexpr std::size_t kMostWithWord = 60;  // a word of more names than that tells nothing

struct Name {
  std::string id, name, bare;
  std::vector<std::string_view> words;  // into bare
};

bool is_small(std::string_view word) {
  return word == "de" || word == "du" || word == "des" || word == "la" || word == "le" || word == "les" || word == "d" || word == "l" || word == "et" || word == "of" || word == "the";
}

std::vector<std::string_view> without_small(const std::vector<std::string_view>& words) {
  std::vector<std::string_view> large;
  std::ranges::copy_if(words, std::back_inserter(large), [](auto word) { return !is_small(word); });
  return large;
}

// How much two names are one: word by word, so that « Oise » is not « Aisne » nor a CCI a CHU; first names may be initials.
double words_alike(const Name& a, const Name& b, bool are_people) {
  const auto first = without_small(a.words), second = without_small(b.words);
  if (first.size() != second.size() || first.empty()) return 0;
  double least = 1;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const bool is_initial = are_people && i + 1 < first.size() && first[i][0] == second[i][0] && (first[i].size() == 1 || second[i].size() == 1);
    if (!is_initial) least = std::min(least, alikeness(first[i], second[i]));
  }
  return least;
}

// « ARS HDF » and « ARS Hauts-de-France »: the last word of one is the initials of what follows in the other.
bool ends_in_initials(const Name& shorter, const Name& longer) {
  const auto words = shorter.words.size();
  if (words < 2 || longer.words.size() <= words) return false;
  if (!std::equal(shorter.words.begin(), shorter.words.end() - 1, longer.words.begin())) return false;
  std::string all, large;
  for (std::size_t i = words - 1; i < longer.words.size(); ++i) {
    all += longer.words[i][0];
    if (!is_small(longer.words[i])) large += longer.words[i][0];
  }
  return shorter.words.back().size() > 1 && (shorter.words.back() == all || shorter.words.back() == large);
}

// Names that differ by a number (« Lille 1 », « Lille 2 ») are meant to.
bool differ_by_number(const Name& a, const Name& b) {
  const auto digits = [](std::string_view text) {
    std::string all;
    std::ranges::copy_if(text, std::back_inserter(all), [](char c) { return c >= '0' && c <= '9'; });
    return all;
  };
  return digits(a.bare) != digits(b.bare);
}

// « Université du Littoral (ULCO) » and « ULCO », « Université d’Artois (Arras) » and « Université d’Artois ».
bool is_in_parentheses(const Name& a, const Name& b) {
  const auto open = a.name.rfind('('), close = a.name.rfind(')');
  if (open == std::string::npos || close == std::string::npos || close < open || open == 0) return false;
  return folded(a.name.substr(0, open)) == b.bare || folded(a.name.substr(open + 1, close - open - 1)) == b.bare;
}

double how_alike(const Name& a, const Name& b, bool are_people) {
  if (is_in_parentheses(a, b) || is_in_parentheses(b, a)) return 1;
  if (!are_people && (ends_in_initials(a, b) || ends_in_initials(b, a))) return 1;
  return differ_by_number(a, b) ? 0 : words_alike(a, b, are_people);
}

}  // namespace

void tell_alike(const TextTable& table, ImportField field, std::vector<ImportNote>& notes) {
  std::vector<Name> names;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (!table.at(r, "name").empty()) names.push_back({table.at(r, "id"), table.at(r, "name"), folded(table.at(r, "name")), {}});
  }
  std::ranges::sort(names, {}, &Name::id);
  std::map<std::string_view, std::vector<std::size_t>> with_word;
  for (auto& name : names) name.words = words_of(name.bare);
  for (std::size_t n = 0; n < names.size(); ++n) {
    for (const auto word : names[n].words) {
      if (!is_small(word)) with_word[word].push_back(n);
    }
  }
  const bool are_people = field == ImportField::signatory;
  for (std::size_t n = 0; n < names.size(); ++n) {
    std::size_t nearest = n;
    double most = kAlike;
    for (const auto word : names[n].words) {
      const auto found = with_word.find(word);
      if (found == with_word.end() || found->second.size() > kMostWithWord) continue;
      for (const auto other : found->second) {
        if (other >= n) break;
        const auto alike = how_alike(names[n], names[other], are_people);
        if (alike < most || (alike == most && nearest <= other)) continue;
        most = alike;
        nearest = other;
      }
    }
    if (nearest != n) notes.push_back({ImportNote::Kind::alike, {}, 0, {}, std::string(info_of(field).name), names[n].name, names[nearest].name});
  }
}

}  // namespace maillage
