// SPDX-License-Identifier: Apache-2.0
#include "names/office_key.hpp"

#include <utility>

#include "names/name_index.hpp"

namespace maillage {
namespace {

void end_as(std::string& word, std::string_view ending, std::string_view instead) {
  if (word.size() <= ending.size() || !word.ends_with(ending)) return;
  word.replace(word.size() - ending.size(), ending.size(), instead);
}

std::string without_gender(std::string word) {
  end_as(word, "trice", "teur");
  end_as(word, "euse", "eur");
  end_as(word, "enne", "en");
  while (word.size() > 1 && word.back() == 'e') word.pop_back();  // président, présidente; chargé, chargée
  return word;
}

}  // namespace

std::string office_key(std::string_view title) {
  std::string key, word;
  for (const char c : folded(title) + " ") {
    if (c != ' ' && c != '-') {
      word += c;
    } else if (!word.empty()) {
      key += (key.empty() ? "" : " ") + without_gender(std::exchange(word, {}));
    }
  }
  return key;
}

}  // namespace maillage
