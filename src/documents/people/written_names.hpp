// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/institutions/institution_mentions.hpp"
#include "documents/lexicon/lexicon.hpp"
#include "documents/text/words.hpp"

namespace maillage::documents {

/// What might be the name of a person, by its own words and the honorific before it; words first … last-1.
struct WrittenName {
  std::size_t first = 0, last = 0;
  std::size_t lead = 0;     ///< first word of the honorific, or `first` where there is none
  std::size_t surname = 0;  ///< its first word; words before are first names (after it, where the surname stands first)
  std::size_t surname_last = 0;
  std::string_view honorific;      ///< « M. », « Pr »; empty
  bool is_first_name_known = false;
  bool has_initial = false;        ///< « J. Martin »
  bool is_surname_upper = false;   ///< « Marie DUPONT » in a text that is not in capitals
  bool is_surname_alone = false;   ///< « M. Martin »
  bool is_plural = false;          ///< behind « MM. », « les docteurs »: others follow
  bool has_place_form = false;     ///< « Fleury-le-Clos »
  explicit operator bool() const { return last > first; }
};

/// Reads names where they stand: first names, initials, particles, double names, surnames in capitals or put first.
class NameReader {
 public:
  /// Which words institutions are named by is taken from `institutions`: no name goes on into one. O(words).
  NameReader(const Words& words, const Lexicon& lexicon, const Institutions& institutions);

  /// The name, with its honorific, that begins at a word and ends before `end`. O(1).
  WrittenName at(std::size_t first, std::size_t end) const;

  /// Number of the institution mention that holds a word; kNoMention where none does. O(1).
  std::uint32_t mention_of(std::size_t word) const { return mentions_[word]; }
  static constexpr std::uint32_t kNoMention = 0xFFFFFFFFU;

 private:
  struct Unit {
    std::size_t first = 0, last = 0;
    bool is_known = false, is_initial = false, is_upper = false, has_place_form = false, is_particle = false;
    explicit operator bool() const { return last > first; }
  };
  struct Lead {
    std::size_t last = 0;
    std::string_view honorific;
    bool is_plural = false;
  };
  bool is_elided_part(std::size_t behind, std::size_t end) const;
  Lead lead_at(std::size_t first, std::size_t end) const;
  Unit initial_at(std::size_t at, std::size_t end) const;
  Unit particle_at(std::size_t at, std::size_t end) const;
  Unit unit_at(std::size_t at, std::size_t end) const;
  bool is_stop(std::size_t at, std::size_t end, bool follows_first_name) const;
  bool begins_institution(std::size_t at, std::size_t units) const;
  void drop_words_before_first_name(std::vector<Unit>& units) const;
  bool is_cut_by_line(const std::vector<Unit>& units, std::size_t begin, std::size_t end) const;
  bool is_set_off(const std::vector<Unit>& units) const;
  bool is_double_surname(const std::vector<Unit>& units, std::size_t at, std::size_t end, bool has_honorific) const;
  std::vector<Unit> units_from(std::size_t at, std::size_t end, bool has_honorific) const;

  const Words& words_;
  const Lexicon& lexicon_;
  const Institutions& institutions_;
  std::vector<std::uint32_t> mentions_;  // by word
};

}  // namespace maillage::documents
