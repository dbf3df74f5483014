// SPDX-License-Identifier: Apache-2.0
#include "documents/text/sentences.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

/// Folded, without the full stop.
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"m", "mm", "mme", "mlle", "dr", "drs", "pr", "prs", "me", "st", "ste", "art", "al", "av", "bd", "cf", "chap", "dir", "env",
     "etc", "ex", "fig", "hab", "janv", "fevr", "fev", "avr", "juil", "sept", "oct", "nov", "dec", "min", "max", "p", "pp", "prof",
     "ref", "tel", "univ", "vol", "sg", "vp", "gen", "col", "cdt", "cne", "lt"});

/// Does the piece end with an abbreviation or an initial and its full stop?
bool ends_with_abbreviation(std::string_view piece) {
  while (piece.ends_with(' ')) piece.remove_suffix(1);
  if (!piece.ends_with('.')) return false;
  piece.remove_suffix(1);
  const auto space = piece.find_last_of(" '-(.\n");
  const auto word = space == std::string_view::npos ? piece : piece.substr(space + 1);
  if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return true;
  return std::ranges::find(kAbbreviations, folded(word)) != kAbbreviations.end();
}

class Breaks {
 public:
  Breaks() {
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getFrench(), status));
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no sentence breaks");
  }
  /// Where sentences of a text end, ascending, its end the last.
  std::vector<std::uint32_t> of(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    UText units = UTEXT_INITIALIZER;
    utext_openUTF8(&units, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator_->setText(&units, status);
    std::vector<std::uint32_t> ends;
    std::uint32_t begin = 0;
    for (auto at = iterator_->first(); (at = iterator_->next()) != icu::BreakIterator::DONE;) {
      const auto end = static_cast<std::uint32_t>(at);
      const bool is_last = end == text.size();
      if (!is_last && ends_with_abbreviation(text.substr(begin, end - begin))) continue;
      ends.push_back(end);
      begin = end;
    }
    if (ends.empty() || ends.back() != text.size()) ends.push_back(static_cast<std::uint32_t>(text.size()));
    utext_close(&units);
    return ends;
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator_;
};

/// One past « … » that ends a sentence, a capital behind: « la caisse, la mutuelle… Le président y tient ». npos: none.
std::size_t end_of_open_list(std::string_view text) {
  constexpr std::string_view kOpen = "\xE2\x80\xA6 ";
  for (auto at = text.find(kOpen); at != std::string_view::npos; at = text.find(kOpen, at + 1)) {
    const auto next = at + kOpen.size();
    const auto begins = [&](std::string_view article) { return text.substr(next).starts_with(article); };
    if (begins("Le ") || begins("La ") || begins("Les ") || begins("L'") || begins("Il ") || begins("Elle ") || begins("Ce ")) return next;
  }
  return std::string_view::npos;
}

/// A sentence, cut at a blank where it is longer than any that people write: the passes look at all of one together.
void add_in_pieces(const Prose& prose, Span sentence, std::vector<Span>& sentences) {
  constexpr std::uint32_t kLongest = 4000;
  while (sentence.end - sentence.begin > kLongest) {
    auto cut = prose.text.rfind(' ', sentence.begin + kLongest);
    if (cut == std::string::npos || cut < sentence.begin + kLongest / 2) {
      cut = prose.text.find(' ', sentence.begin + kLongest);
      if (cut >= sentence.end) break;
    }
    const auto end = static_cast<std::uint32_t>(cut + 1);
    sentences.push_back({sentence.begin, end});
    sentence.begin = end;
  }
  sentences.push_back(sentence);
}

}  // namespace

std::vector<Span> sentences_of(const Prose& prose) {
  Breaks breaks;
  std::vector<Span> sentences;
  for (const auto& block : prose.blocks) {
    auto begin = block.span.begin;
    for (const auto end : breaks.of(prose.of(block.span))) {
      const auto last = block.span.begin + end;
      for (auto cut = end_of_open_list(prose.of({begin, last})); cut != std::string_view::npos; cut = end_of_open_list(prose.of({begin, last}))) {
        add_in_pieces(prose, {begin, begin + static_cast<std::uint32_t>(cut)}, sentences);
        begin += static_cast<std::uint32_t>(cut);
      }
      add_in_pieces(prose, {begin, last}, sentences);
      begin = last;
    }
  }
  return sentences;
}

}  // namespace maillage::documents
