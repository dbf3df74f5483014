// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {

/// Reads on from a word; each step takes what fits or leaves it.
class DateReader {
 public:
  DateReader(const Words& words, std::size_t at, std::size_t end, const Lexicon& lexicon)
      : words_(words), at_(at), end_(end), lexicon_(lexicon) {
    date_.first = date_.last = at;
  }

  WrittenDate read();

 private:
  bool is(std::string_view word, std::size_t ahead = 0) const {
    return at_ + ahead < end_ && words_[at_ + ahead].is(word);
  }
  WrittenDate done() {
    date_.last = at_;
    return date_;
  }
  /// « signé vendredi », « ont conclu mercredi »: the last day of that name, no habit as in « le vendredi ».
  bool follows_participle() const;
  /// « L'encre qui a coulé là, lundi, … », « Jeudi, ils ont signé »: between commas, or at the head of a sentence.
  bool stands_apart() const;
  /// « … ont signé cette convention mardi soir », no habit as « le mardi soir ».
  bool names_an_hour() const;
  bool weekday();
  bool day();
  bool premier();
  bool month();
  void year(bool may_be_short);
  bool goes_on_as_time() const;
  void side();
  bool in_figures();
  bool relative_day();
  bool day_of_this_month();
  /// « 2024-07-08 ».
  bool iso();
  /// « il y a trois mois », « dans deux ans ».
  bool some_time_ago();
  /// « printemps 2024 », « l'automne dernier », « cet été », « rentrée 2024 ».
  bool season();
  /// « début », « fin », « mi- » in front of a month or a year.
  void part();
  /// « début 2024 », « fin de l'année 2026 », « premier trimestre 2025 », « second semestre 2024 », « T1 2025 ».
  bool part_of_year();
  bool whole();

  const Words& words_;
  std::size_t at_, end_;
  std::size_t weekday_end_ = 0;  ///< behind the name of the weekday
  const Lexicon& lexicon_;
  WrittenDate date_;
};

}  // namespace maillage::documents
