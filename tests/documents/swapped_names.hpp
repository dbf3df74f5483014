// SPDX-License-Identifier: Apache-2.0
// Documents with other names of people and institutions in the place of theirs: what is read must not hang on the names.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "documents/lexicon/lexicon.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {

class SwappedNames {
 public:
  using Json = nlohmann::json;

  /// Each first name, surname and proper word of an institution's name becomes another one of the same documents that begins
  /// with the same letter, so that « d’ », « l’ » and acronyms still fit; a word without such another stays.
  explicit SwappedNames(const std::vector<Json>& golds) {
    std::set<std::string> first_names, surnames, places;
    for (const auto& gold : golds) {
      for (const auto& name : people(gold)) {
        const auto words = words_of(name);
        for (std::size_t i = 0; i < words.size(); ++i) (i == 0 ? first_names : surnames).insert(words[i]);
      }
      for (const auto& name : institutions(gold)) {
        const auto words = words_of(name);
        for (std::size_t i = 1; i < words.size(); ++i) places.insert(words[i]);
      }
    }
    const auto generic = lower_case_words(golds);
    for (const auto* group : {&places, &surnames, &first_names}) add(*group, generic);
  }

  std::string text(const std::string& before) const {
    std::string after;
    each_word(before, [&](const std::string& word, bool is_word) { after += is_word ? other(word) : word; });
    return after;
  }
  Json gold(const Json& before) const {
    if (before.is_string()) return text(before.get<std::string>());
    Json after = before;
    if (before.is_structured()) {
      for (auto it = after.begin(); it != after.end(); ++it) it.value() = gold(it.value());
    }
    return after;
  }

  /// Does the text hold every name of the gold as it is written there?
  static bool stand_whole(const std::string& text, const Json& gold) {
    const auto letters = " " + folded(text) + " ";
    const auto stands = [&](const std::string& name) { return letters.find(" " + folded(name) + " ") != std::string::npos; };
    return std::ranges::all_of(people(gold), stands) && std::ranges::all_of(institutions(gold), [&](const std::string& name) {
             return stands(name.substr(0, name.find(" (")));
           });
  }

  /// Names of people, and of institutions that hold a proper word.
  static std::vector<std::string> proper_names(const Json& gold) {
    auto names = people(gold);
    std::erase_if(names, [](const auto& name) { return words_of(name).size() < 2; });
    for (const auto& name : institutions(gold)) {
      const auto words = words_of(name);
      if (words.size() >= 3) names.push_back(name);
    }
    return names;
  }

 private:
  static std::vector<std::string> values(const Json& gold, const char* list) {
    std::vector<std::string> found;
    if (!gold.contains(list)) return found;
    for (const auto& one : gold[list]) found.push_back(one.is_string() ? one.get<std::string>() : one.at("name").get<std::string>());
    return found;
  }
  static std::vector<std::string> people(const Json& gold) { return values(gold, "people"); }
  static std::vector<std::string> institutions(const Json& gold) { return values(gold, "institutions_mentioned"); }

  template <class OnPart>
  static void each_word(const std::string& text, OnPart on_part) {
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0xC3; };
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    for (std::size_t at = 0; at < text.size();) {
      auto end = at + 1;
      // Latin letters with accents begin with C3 to C5 in UTF-8; marks such as ’ and « with C2 or E2.
      const auto begins = [&](std::size_t i) { return is_letter(text[i]) && static_cast<unsigned char>(text[i]) < 0xC6; };
      const bool is_word = begins(at);
      while (end < text.size() && (continues(text[end]) || (is_word && begins(end)))) ++end;
      on_part(text.substr(at, end - at), is_word);
      at = end;
    }
  }
  /// Words that begin with a capital letter.
  static std::vector<std::string> words_of(const std::string& name) {
    std::vector<std::string> words;
    each_word(name, [&](const std::string& word, bool is_word) {
      if (is_word && lower(word) != word && upper(word) != word) words.push_back(word);
    });
    return words;
  }
  static std::string lower(const std::string& word) {
    std::string text;
    icu::UnicodeString::fromUTF8(word).toLower(icu::Locale::getFrench()).toUTF8String(text);
    return text;
  }
  static std::string upper(const std::string& word) {
    std::string text;
    icu::UnicodeString::fromUTF8(word).toUpper(icu::Locale::getFrench()).toUTF8String(text);
    return text;
  }
  /// Words that names of institutions also have in lower case, and words of what bodies and offices are called: « Syndicat »,
  /// « Crous », « procureur de la République ». In the place of a place they would make another text of it.
  static std::set<std::string> lower_case_words(const std::vector<Json>& golds) {
    std::set<std::string> found{"region", "departement", "ville", "metropole", "communaute", "universite", "agence", "caisse", "prefecture",
                                "centre", "institut", "ecole", "fondation", "association", "conseil", "chambre", "ministere", "etat", "saint",
                                "sainte", "france", "nord", "sud", "est", "ouest", "sante", "hopital", "rectorat", "mairie", "commune"};
    const auto& lexicon = Lexicon::french();
    for (const auto* table : {&lexicon.institution_heads, &lexicon.institution_tails, &lexicon.functions, &lexicon.office_bodies}) {
      for (const auto& entry : table->entries()) each_word(entry.phrase, [&](const std::string& word, bool is_word) {
        if (is_word) found.insert({folded(word), folded(word) + "s"});
      });
    }
    const auto add_from = [&](const std::string& name) {
      each_word(name, [&](const std::string& word, bool is_word) {
        if (is_word && lower(word) == word) found.insert(folded(word));
      });
    };
    for (const auto& gold : golds) {
      for (const auto& name : institutions(gold)) add_from(name);
      for (const auto& agreement : gold["agreements"]) {
        add_from(agreement.value("title", ""));
        for (const auto& theme : agreement.value("themes", Json::array())) add_from(theme.get<std::string>());
      }
    }
    return found;
  }
  void add(const std::set<std::string>& words, const std::set<std::string>& generic) {
    std::map<char, std::vector<std::string>> by_letter;
    for (const auto& word : words) {
      const auto letters = folded(word);
      if (letters.size() > 3 && !generic.contains(letters)) by_letter[letters[0]].push_back(word);
    }
    for (const auto& [letter, alike] : by_letter) {
      for (std::size_t i = 0; i < alike.size(); ++i) {
        const auto& next = alike[(i + 1) % alike.size()];
        others_.emplace(alike[i], next);
        others_.emplace(upper(alike[i]), upper(next));
        const auto plain = [](const std::string& word) { return upper(folded(word)); };
        others_.emplace(plain(alike[i]), plain(next));
      }
    }
  }
  std::string other(const std::string& word) const {
    const auto found = others_.find(word);
    return found == others_.end() ? word : found->second;
  }

  std::map<std::string, std::string> others_;
};

}  // namespace maillage::documents
