// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/codes.hpp"
#include "model/partial_date.hpp"

namespace maillage {

/// What is put in the place of {name} in a message.
struct Argument {
  std::string_view name;
  std::string value;
};
using Arguments = std::vector<Argument>;

/// Everything a user reads, in one language: messages, labels of codes, numbers, dates, lists.
///
/// Messages come from the catalogues src/language/catalogue/*.LANG.po (msgid = key, msgstr = text with {placeholders}),
/// compiled into the program. A value, cheap to copy; all functions are const and independent of the process locale.
/// Besides `fr` and `en` there is `qps`, a made-up language for tests: every message stands in ⟦…⟧.
class Language {
 public:
  /// `fr`, `en` or `qps`; std::invalid_argument for anything else.
  explicit Language(std::string_view code);
  /// From LC_ALL, LC_MESSAGES, LANG by name alone (the first that is set); English where none says French.
  static Language from_environment();

  std::string_view code() const;
  bool is_french() const;

  /// The message of a key. A missing key gives the key itself in ⟪…⟫ (a test looks that there is none).
  std::string say(std::string_view key, const Arguments& arguments = {}) const;
  /// The message of a key with a plural; {count} is the number as written in the language. French takes the singular
  /// for 0 and 1, English for 1.
  std::string say_count(std::string_view key, std::int64_t count, const Arguments& arguments = {}) const;
  bool has(std::string_view key) const;

  /// Label of a code: key `GROUP.CODE`, `GROUP.not_said` for an empty code (groups: type, kind, status, role, renewal,
  /// stage, signature, event, lineage, mention, succession, level, source_kind, end_rule, basis, certainty, measure,
  /// view, weight, dates, unknown, …).
  std::string label(std::string_view group, std::string_view code) const;
  /// The code in `codes` that the user's word means: the code itself or its label in this language (or the other),
  /// without regard to case, accents, hyphens and spaces; empty where there is none.
  std::string code_of_label(std::string_view group, std::string_view word,
                            const std::vector<std::string_view>& codes) const;

  /// 1 234 or 1,234 (U+202F in French).
  std::string number(std::int64_t value) const;
  /// Rounded to `decimals`, trailing zeros kept; “inconnu” for NaN.
  std::string number(double value, int decimals) const;
  /// 57 % (U+00A0) or 57%, from a share of 1.
  std::string percent(double share, int decimals = 0) const;
  /// 7 000 000 € or €7,000,000.
  std::string euros(double amount) const;
  /// 19 décembre 2024, juillet 2024, vers 2024, au plus tard le 19 décembre 2024, sans terme, inconnu, …
  std::string date(const PartialDate& date) const;
  std::string date(Day day) const { return this->date(PartialDate::on(day)); }
  /// 19 déc. 2024.
  std::string short_date(const PartialDate& date) const;
  std::string short_date(Day day) const { return short_date(PartialDate::on(day)); }
  /// a, b et c; a, b, and c.
  std::string list(const std::vector<std::string>& items) const;
  /// « a » or “a”.
  std::string quoted(std::string_view text) const;
  /// “3 à 10 (3 certains, 10 possibles)”, or one number where both bounds are equal.
  std::string certain_to_possible(std::int64_t certain, std::int64_t possible) const;

 private:
  enum class Code : std::uint8_t { french, english, made_up } code_;
};

/// Every key of the catalogues with the languages that have it, for the tests of completeness.
struct CatalogueEntry {
  std::string_view key, french, english;  ///< the singular where there is a plural; empty where a language lacks it
  bool has_plural = false;
  std::string_view french_plural, english_plural;
};
std::vector<CatalogueEntry> catalogue_entries();

}  // namespace maillage
