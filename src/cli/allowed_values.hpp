// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.hpp"
#include "model/codes.hpp"

namespace maillage {

/// Lets an option have whole numbers from `least` to `most` alone, written in digits; anything else is refused in words
/// that name what was given and what is allowed. The language must outlive the parsing.
CLI::Option* allow_whole_numbers(CLI::Option* option, const Language& language, std::uint64_t least,
                                 std::uint64_t most = std::numeric_limits<std::uint64_t>::max());

/// The numbers an option may have; an infinite end is no end.
struct NumberRange {
  double least, most = std::numeric_limits<double>::infinity();
  bool holds_least = true, holds_most = true;
};
CLI::Option* allow_numbers(CLI::Option* option, const Language& language, const NumberRange& range);

/// Codes side by side: `a, b, c`.
std::string listed_codes(const std::vector<std::string_view>& codes);
/// Failure(usage) for a word that is none of the codes an option knows; they are listed.
[[noreturn]] void refuse_code(const char* option, const std::string& word, const std::vector<std::string_view>& codes,
                              const Language& language);
/// The same unless the word is one of them.
void check_code(const char* option, const std::string& word, const std::vector<std::string_view>& codes,
                const Language& language);

/// One of the codes of an enum, given by the code or, where a `group` of labels is named, by its label; Failure(usage)
/// with the codes that exist.
template <class E>
E code_of_option(const char* option, const std::string& word, const Language& language, const char* group = nullptr) {
  std::vector<std::string_view> codes(code_names<E>.begin(), code_names<E>.end());
  std::erase(codes, std::string_view{});
  auto code = parse_code<E>(word);
  if (!code && group != nullptr) code = parse_code<E>(language.code_of_label(group, word, codes));
  if (!code || word.empty()) refuse_code(option, word, codes, language);
  return *code;
}

}  // namespace maillage
