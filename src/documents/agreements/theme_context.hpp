// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "documents/agreements/agreement_threads.hpp"
#include "documents/agreements/theme_candidates.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {

/// Where the themes of one agreement are looked for, and what its sentences are about.
struct ThemeContext {
  /// All must outlive it.
  ThemeContext(const Findings& findings, const AgreementThread& thread, const std::vector<ReadParty>& parties);

  const Findings& findings;
  const AgreementThread& thread;
  const std::vector<ReadParty>& parties;
  const Reading& reading;
  const Words& words;
  WordUses uses;
  std::vector<std::uint32_t> sentences;  ///< of the thread; of the only one of its document, those under headings of themes too

  /// In « à propos », an agenda, what one may read as well, what is past: no place for themes. O(1).
  bool is_elsewhere(std::uint32_t sentence) const;
  /// Tells what somebody does who is no party: the first body before a word of it. O(log mentions).
  bool is_of_others(std::uint32_t sentence, std::size_t before) const;
  /// Names the agreement, its parties together, or refers to them at its beginning. O(words of the sentence).
  bool is_about_agreement(std::uint32_t sentence) const;
  /// Of a phrase like « axes », « priorités »: its last word, of the last one in a range. O(words of the range).
  std::optional<std::size_t> noun_in(const WordRange& range, std::string_view kind = "themes") const;
  /// The list between the mark at `at` and the end of the quote, the brackets or the sentence that it stands in.
  WordRange behind(std::size_t at) const;
};

}  // namespace maillage::documents
