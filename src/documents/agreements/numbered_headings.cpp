// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/numbered_headings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "documents/dates/date_grammar.hpp"

#include "documents/agreements/document_units.hpp"
#include "documents/agreements/single_story.hpp"

namespace maillage::documents {
namespace {

constexpr int kMost = 20;
constexpr std::size_t kLongestLabel = 24;  // words
constexpr double kOfThemes = .88, kLed = .8, kBare = .5;


/// How a block is numbered, and where its text begins.
struct Numbering {
  enum class Form { digits, roman, letter, noun } form = Form::digits;
  std::string_view noun;  // of « Axe 1 », « Premier volet »
  int number = 0;
  std::size_t text = 0;  // word
  bool continues(const Numbering& before) const {
    return form == before.form && noun == before.noun && number == before.number + 1;
  }
};

bool is_separator(const Word& word) {
  static constexpr auto kMarks = std::to_array<std::string_view>({".", ")", "–", "—", "-", ":", "/", "°", "|", "•"});
  return std::ranges::find(kMarks, word.folded) != kMarks.end();
}

class HeadingReader {
 public:
  explicit HeadingReader(const ThemeContext& context)
      : context_(context),
        findings_(context.findings),
        reading_(context.reading),
        words_(context.words),
        is_letter_(is_newsletter(context.reading) && !tells_one_signature(context.findings)) {}

  std::vector<ThemeCandidate> read() {
    std::optional<std::size_t> block;
    for (const auto sentence : context_.sentences) {
      const auto& passage = reading_.passages[sentence];
      if (passage.words.empty()) continue;
      if (passage.block == block) {
        if (members_.empty()) lead_ = sentence;
        continue;
      }

      block = passage.block;
      const auto found = numbering_of(sentence);
      if (!found) {
        if (members_.empty())
          lead_ = sentence;
        else if (!goes_on(passage))
          close();
        continue;
      }
      if (members_.empty() || !found->continues(last_)) {
        close();
        if (found->number != 1) continue;
      }
      last_ = *found;
      members_.push_back({found->text, end_of_label(sentence, found->text)});
    }
    close();
    return std::move(candidates_);
  }

 private:
  /// A paragraph below a heading explains it; a new section, a title does not.
  bool goes_on(const Passage& passage) const {
    return passage.kind == BlockKind::paragraph || passage.kind == BlockKind::item;
  }

  std::optional<Numbering> numbering_of(std::uint32_t sentence) const {
    const auto& passage = reading_.passages[sentence];
    const auto& block = words_.prose().blocks[passage.block];
    const auto first = passage.words.first;
    if (block.number > 0 && block.number <= kMost)
      return Numbering{Numbering::Form::digits, {}, static_cast<int>(block.number), first};
    const auto last = end_of_block(sentence);
    if (first + 2 >= last) return std::nullopt;
    const auto& head = words_[first];
    if (head.is("#") && words_[first + 1].kind == WordKind::number) {
      const auto number = small_number(words_, first + 1, reading_.lexicon);
      if (number && *number >= 1 && *number <= kMost) return Numbering{Numbering::Form::digits, {}, *number, first + 2};
    }
    if (is_separator(words_[first + 1]) && head.kind == WordKind::word && head.is_capital()) {
      const auto roman = std::ranges::find(reading_.lexicon.list("numbered_headings.roman"), head.folded);
      const int value = static_cast<int>(roman - reading_.lexicon.list("numbered_headings.roman").begin()) + 1;
      const bool goes_on = !members_.empty() && last_.form == Numbering::Form::roman;
      if (roman != reading_.lexicon.list("numbered_headings.roman").end() && (value == 1 || goes_on))
        return Numbering{Numbering::Form::roman, {}, value, first + 2};
    }
    if (is_separator(words_[first + 1]) && head.kind == WordKind::word && head.folded.size() == 1) {
      return Numbering{Numbering::Form::letter, {}, head.folded[0] - 'a' + 1, first + 2};
    }
    return counted_noun(first, last);
  }
  /// « Axe 1 – », « Priorité n° 2 : », « Premier volet : », « 1er axe : ».
  std::optional<Numbering> counted_noun(std::size_t first, std::size_t last) const {
    const auto ordinal = ordinal_at(first);
    if (ordinal > 0 && first + 2 < last && words_[first + 1].kind == WordKind::word &&
        is_separator(words_[first + 2])) {
      return Numbering{Numbering::Form::noun, words_[first + 1].folded, ordinal, first + 3};
    }
    if (words_[first].kind != WordKind::word) return std::nullopt;
    auto at = first + 1;
    while (at < last && (words_[at].is("n") || words_[at].is("no") || words_[at].is("°") || words_[at].is("numero")))
      ++at;
    if (at + 1 >= last || words_[at].kind != WordKind::number || words_[at].folded.size() > 2) return std::nullopt;
    const auto number = small_number(words_, at, reading_.lexicon);
    if (!number || *number < 1 || *number > kMost) return std::nullopt;
    if (!is_separator(words_[at + 1]) || at + 2 >= last) return std::nullopt;
    return Numbering{Numbering::Form::noun, words_[first].folded, *number, at + 2};
  }
  int ordinal_at(std::size_t at) const {
    const auto found = reading_.lexicon.ordinals.at(words_, at, at + 1);
    return found ? std::stoi(reading_.lexicon.ordinals.field(*found.entry, "number")) : 0;
  }

  std::size_t end_of_block(std::uint32_t sentence) const {
    const auto block = reading_.passages[sentence].block;
    auto last = reading_.passages[sentence].words.last;
    for (auto s = sentence + 1; s < reading_.passages.size() && reading_.passages[s].block == block; ++s)
      last = reading_.passages[s].words.last;
    return last;
  }
  /// To the end of the first sentence that has words behind the number.
  std::size_t end_of_label(std::uint32_t sentence, std::size_t text) const {
    const auto last = text < words_.size() ? reading_.passage_of(text).words.last : text;
    return std::min({end_of_block(sentence), last, text + kLongestLabel});
  }

  void close() {
    if (members_.size() >= 2) {
      const auto weight = weight_of_series();
      if (weight > 0) candidates_.push_back({members_, weight, "numbered_headings"});
    }
    members_.clear();
  }

  double weight_of_series() const {
    const auto& section = findings_.section_of[words_[members_.front().first].sentence];
    for (const std::string_view other :
         {"signatories", "parties", "agenda", "about", "contact", "more", "present", "summary"}) {
      if (section == other) return 0;
    }
    const bool has_instruments =
        std::ranges::count_if(
            members_,
            [&](const WordRange& member) { return !findings_.instruments_of[words_[member.first].sentence].empty(); }) *
            2 >
        static_cast<std::ptrdiff_t>(members_.size());
    if (has_instruments) return 0;
    if (last_.form == Numbering::Form::noun) return is_theme_noun(last_.noun) ? kOfThemes : kBare;
    if (is_letter_) return 0;
    if (section == "themes") return kLed + .05;
    return leads_to_as_many() ? kLed : kBare;
  }
  bool is_theme_noun(std::string_view noun) const {
    return std::ranges::any_of(reading_.lexicon.section_words.entries(), [&](const PhraseTable::Entry& entry) {
      return reading_.lexicon.section_words.field(entry, "section") == "themes" &&
             std::string_view(entry.phrase).starts_with(noun.substr(0, noun.size() - 1)) &&
             entry.phrase.find(' ') == std::string::npos;
    });
  }
  /// « Trois chapitres composent le texte. », « … se rangent sous quatre titres : »: as many as follow.
  bool leads_to_as_many() const {
    if (!lead_) return false;
    const auto& words = reading_.passages[*lead_].words;
    for (auto at = words.first; at < words.last; ++at) {
      const auto number = small_number(words_, at, reading_.lexicon);
      if (number && static_cast<std::size_t>(*number) == members_.size()) return true;
    }
    return false;
  }

  const ThemeContext& context_;
  const Findings& findings_;
  const Reading& reading_;
  const Words& words_;
  bool is_letter_;
  Numbering last_;
  std::optional<std::uint32_t> lead_;
  std::vector<WordRange> members_;
  std::vector<ThemeCandidate> candidates_;
};

}  // namespace

std::vector<ThemeCandidate> numbered_headings(const ThemeContext& context) {
  return HeadingReader(context).read();
}

}  // namespace maillage::documents
