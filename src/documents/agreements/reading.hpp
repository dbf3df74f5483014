// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "documents/agreements/read_agreement.hpp"
#include "documents/lexicon/lexicon.hpp"
#include "documents/text/words.hpp"

namespace maillage::documents {

/// Words first … last-1 of a text.
struct WordRange {
  std::size_t first = 0, last = 0;
  bool empty() const { return first >= last; }
  bool holds(std::size_t word) const { return first <= word && word < last; }
  bool holds(const WordRange& other) const { return first <= other.first && other.last <= last; }
  bool operator==(const WordRange&) const = default;
};

/// A sentence with its place in the document.
struct Passage {
  WordRange words;
  std::size_t block = 0;
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t section = 0;
  bool is_question = false, is_quote = false;
};

/// An institution, a person, a date … by the words it stands on; `number`: which one of its kind.
struct Place {
  WordRange words;
  std::uint32_t number = 0;
};

/// What the other passes found, set to words and sentences: what every pass about agreements looks at.
class Reading {
 public:
  /// O(words + mentions · log words). What is given must outlive it.
  Reading(const Words& words, const Lexicon& lexicon, const Dates& dates, const Institutions& institutions, const People& people);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  const Words& words;
  const Lexicon& lexicon;
  const Dates& dates;
  const Institutions& institutions;
  const People& people;

  std::vector<Passage> passages;  ///< by number of the sentence; furniture and contacts have no words
  std::vector<Place> named;       ///< mentions of institutions; number: in Institutions::mentions
  std::vector<Place> persons;     ///< mentions of people; number: in People::mentions
  std::vector<Place> days;        ///< number: in Dates::dates
  std::vector<Place> periods;     ///< number: in Dates::periods
  std::vector<Place> amounts;     ///< number: in Dates::amounts
  std::vector<Place> groups;      ///< number: in Institutions::groups
  std::vector<PhraseTable::Found> cues;  ///< of Lexicon::party_cues, by place

  /// The part of a list (ascending by place) that begins inside a range. O(log list).
  static std::span<const Place> within(const std::vector<Place>& places, const WordRange& range);
  std::span<const PhraseTable::Found> cues_within(const WordRange& range) const;
  const std::string& cue(const PhraseTable::Found& found) const { return found.entry->fields.front(); }

  std::uint32_t institution_of(const Place& mention) const { return institutions.mentions[mention.number].institution; }
  std::uint32_t person_of(const Place& mention) const { return people.mentions[mention.number].person; }
  const Passage& passage_of(std::size_t word) const { return passages[words[word].sentence]; }
  Span span_of(const WordRange& range) const { return words.span_of(range.first, range.last); }
  /// Is there one of these words (folded) in a range?
  bool has_any(const WordRange& range, std::span<const std::string_view> folded_words) const;
};

}  // namespace maillage::documents
