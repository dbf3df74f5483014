// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"

namespace maillage {

/// A name of an institution as a sentence says it: « l’ARS Hauts-de-France », « le CHU de Lille ». The article is a
/// message keyed by the first word (`article.chu`); a name whose first word has none stays as it is.
std::string with_article(const Language& language, std::string_view name);

/// The same at the head of a sentence: the article has a capital, a name without one stays as it is written.
std::string at_head(const Language& language, std::string_view name);

/// The text with its first letter as a capital, where that letter is one of a to z or à to ÿ.
std::string with_capital(std::string text);

/// Texts in a list; beyond `most` of them how many others there are: « a, b, c et 12 autres ». One text alone is never
/// what is counted.
std::string some_of(std::vector<std::string> texts, const Language& language, std::size_t most = 30);

/// Small numbers as words for sentences (“trois”, “seize”; masculine), larger ones as figures.
std::string number_in_words(std::int64_t value, const Language& language);

/// A sentence that counts: the message of `key` with {words} in words and {count} in figures.
std::string say_in_words(const Language& language, std::string_view key, std::int64_t count,
                         const Arguments& arguments = {});

}  // namespace maillage
