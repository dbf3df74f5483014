// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "documents/lexicon/lexicon.hpp"
#include "documents/text/words.hpp"
#include "model/partial_date.hpp"

namespace maillage::documents {

/// What a date says, before anything is filled in.
struct WrittenDate {
  std::size_t first = 0, last = 0;  ///< words first … last-1
  std::optional<unsigned> weekday;  ///< 0 Monday
  std::optional<unsigned> day, month;
  std::optional<int> year;
  enum class Side : std::uint8_t { none, past, next, near } side = Side::none;  ///< « dernier », « prochain », « ce »
  std::optional<int> days_ago;      ///< « hier »: 1, « aujourd'hui »: 0, « demain »: −1
  enum class Whole : std::uint8_t { none, week, month, year } whole = Whole::none;  ///< « la semaine dernière », « le mois dernier »
  std::optional<int> ago;           ///< « il y a trois mois »: 3 of `whole` (none: days); « dans deux ans »: −2
  enum class Part : std::uint8_t { none, beginning, middle, end, half, quarter } part = Part::none;  ///< « début 2024 », « mi-mars »
  enum class Season : std::uint8_t { none, spring, summer, autumn, winter, school_year } season = Season::none;
  const char* rule = "";
  explicit operator bool() const { return last > first; }
};

/// The date that begins at a word: « mardi 12 juin 2018 », « 08/07/2024 », « 8 juil. 24 », « juin 2018 », « hier », « ce
/// lundi », « le 12 de ce mois », « en juin dernier », « début 2024 », « fin juin 2025 », « au printemps 2024 », « il y a trois mois ».
/// O(1).
WrittenDate date_at(const Words& words, std::size_t at, std::size_t end, const Lexicon& lexicon);

/// The number that a word says: « 5 », « cinq »; nothing for others.
std::optional<int> small_number(const Words& words, std::size_t at, const Lexicon& lexicon, std::size_t* last = nullptr);

}  // namespace maillage::documents
