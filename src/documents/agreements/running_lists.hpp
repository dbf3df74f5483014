// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// « entre les femmes et les hommes », « entre l'école et l'entreprise »: two of a kind, whose « et » parts no list.
bool pairs_what_is_between(const Words& words, std::size_t between, std::size_t joint);

/// The members of a list in running text: « la biothérapie, la simulation en santé ainsi que l'égalité » gives three. Parted
/// at semicolons where there are any, else at strokes, else at commas and the last « et »; brackets and quotes stay whole.
/// O(words of the range).
std::vector<WordRange> list_members(const Words& words, const Lexicon& lexicon, WordRange range);

/// A theme as a label: without numbers and articles before it, explanations and marks behind it. Empty for a range without
/// a word. O(words of the range).
std::string theme_label(const Words& words, const Lexicon& lexicon, WordRange range);

}  // namespace maillage::documents
