// SPDX-License-Identifier: Apache-2.0
#include "documents/text/mended_words.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "documents/text/letters.hpp"
#include "documents/text/text_edits.hpp"

namespace maillage::documents {
namespace {

constexpr std::string_view kLost = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kShortestGuess = 5;  // bytes: of shorter words too many are one letter apart
constexpr std::size_t kLeastDamaged = 2;   // words that show a kind of damage, before it is looked for in doubtful ones
constexpr auto kLigatures = std::to_array<std::string_view>({"fi", "fl", "ff", "ffi", "ffl"});
constexpr auto kAccents =
    std::to_array<std::string_view>({"é", "è", "ê", "à", "ç", "ô", "î", "û", "ù", "â", "œ", "ë", "ï"});
constexpr auto kGraveAndAcute = std::to_array<std::string_view>({"é", "è", "ê"});

enum class Shape : std::uint8_t { lower, capital, upper, other };

struct Token {
  Span span;
  Shape shape = Shape::other;
  bool is_lost = false, has_digit = false;
  bool begins_sentence = false;
};

std::string with_capital(std::string text) {
  if (text.empty()) return text;
  auto upper = text.substr(0, static_cast<unsigned char>(text[0]) >= 0xC3 && text.size() > 1 ? 2 : 1);
  const auto rest = text.substr(upper.size());
  if (upper.size() == 1 && upper[0] >= 'a' && upper[0] <= 'z') upper[0] = static_cast<char>(upper[0] - 0x20);
  const auto second = static_cast<unsigned char>(upper.size() == 2 ? upper[1] : '\0');
  if (upper.size() == 2 && static_cast<unsigned char>(upper[0]) == 0xC3 && second >= 0xA0)
    upper[1] = static_cast<char>(second - 0x20);
  if (upper == "œ") upper = "Œ";
  return upper + rest;
}

/// Words, numbers and what is left of them, block by block.
std::vector<Token> tokens_of(const Prose& prose) {
  std::vector<Token> tokens;
  for (const auto& block : prose.blocks) {
    const auto text = prose.of(block.span);
    bool begins_sentence = true;
    for (std::int32_t at = 0, size = static_cast<std::int32_t>(text.size()); at < size;) {
      Token token;
      const auto begin = at;
      auto end = at;
      int letters = 0, upper = 0;
      bool begins_upper = false;
      while (at < size) {
        const auto c = next_letter(text, at);
        if (c != 0xFFFD && !u_isalpha(c) && !u_isdigit(c)) break;
        token.is_lost = token.is_lost || c == 0xFFFD;
        token.has_digit = token.has_digit || u_isdigit(c);
        letters += u_isalpha(c) ? 1 : 0;
        upper += u_isupper(c) ? 1 : 0;
        begins_upper = begins_upper || (end == begin && u_isupper(c));
        end = at;
      }
      if (end > begin) {
        token.span = {block.span.begin + static_cast<std::uint32_t>(begin),
                      block.span.begin + static_cast<std::uint32_t>(end)};
        token.begins_sentence = begins_sentence;
        token.shape = upper == 0                        ? Shape::lower
                      : upper == letters && letters > 1 ? Shape::upper
                      : begins_upper && upper == 1      ? Shape::capital
                                                        : Shape::other;
        begins_sentence = false;
        tokens.push_back(token);
      }
      // What ended the word, or stands between two: the end of a sentence?
      const auto mark = text.substr(static_cast<std::size_t>(end), static_cast<std::size_t>(at - end));
      begins_sentence = begins_sentence || mark == "." || mark == "!" || mark == "?" || mark == ":" || mark == "«";
      if (end == begin && at == begin) break;
    }
  }
  return tokens;
}

class Mending {
 public:
  Mending(Prose& prose, const CommonWords& words) : prose_(&prose), words_(&words), tokens_(tokens_of(prose)) {}

  void mend() {
    for (const auto& token : tokens_) {
      if (!token.is_lost && !token.has_digit && size_of(token) <= kLongestWord)
        own_.insert(lower_french(prose_->of(token.span)));
    }
    count_damage();
    TextEdits edits;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      auto mended = mended_word(i);
      if (mended && *mended != prose_->of(tokens_[i].span)) edits.replace(tokens_[i].span, std::move(*mended));
    }
    edits.apply(*prose_);
  }

 private:
  static std::size_t size_of(const Token& token) { return token.span.end - token.span.begin; }
  std::string_view text_of(std::size_t i) const { return prose_->of(tokens_[i].span); }
  char after(std::size_t i) const {
    return tokens_[i].span.end < prose_->text.size() ? prose_->text[tokens_[i].span.end] : '\n';
  }
  char before(std::size_t i) const {
    return tokens_[i].span.begin > 0 ? prose_->text[tokens_[i].span.begin - 1] : '\n';
  }
  bool is_known(std::string_view word) const { return words_->has(word) || own_.contains(std::string(word)); }

  /// « I'hôpital »: no word of French.
  bool is_scanned_article(std::size_t i) const {
    return text_of(i) == "I" && after(i) == '\'' && i + 1 < tokens_.size() &&
           tokens_[i + 1].span.begin == tokens_[i].span.end + 1;
  }
  /// « Ie 10 juin », « dans Ia ville », « Ieur accord »: an I before a vowel, where an l makes a word.
  bool is_scanned_l(std::size_t i) const {
    const auto text = text_of(i);
    if (tokens_[i].shape != Shape::capital || text.size() < 2 || text[0] != 'I' || std::string_view("aeiou").find(text[1]) == std::string_view::npos) return false;
    return !words_->has(lower_french(text)) && words_->has("l" + std::string(text.substr(1)));
  }
  /// May its letters be wrong? Not where it is a name, or a word that everyone knows.
  bool may_be_wrong(std::size_t i) const {
    const auto& token = tokens_[i];
    if (size_of(token) > kLongestWord || token.is_lost) return false;
    const bool may_be_name = token.shape == Shape::capital && (!token.begins_sentence || before(i) == '-');
    return (token.shape == Shape::lower || token.shape == Shape::capital) && !may_be_name &&
           !words_->has(lower_french(text_of(i)));
  }

  void count_damage() {
    std::size_t lost = 0, lost_accents = 0, scanned = 0;
    std::array<std::size_t, kLigatures.size()> dropped{}, whole{};
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto lower = size_of(tokens_[i]) <= kLongestWord ? lower_french(text_of(i)) : std::string();
      if (lower.empty()) continue;
      if (tokens_[i].is_lost) {
        const bool may_be_ligature = with_lost_letters(lower, kLigatures).has_value();
        const bool may_be_accent = with_lost_letters(lower, kAccents).has_value();
        lost += may_be_ligature && !may_be_accent ? 1 : 0;
        lost_accents += may_be_accent && !may_be_ligature ? 1 : 0;
        continue;
      }
      for (std::size_t k = 0; k < kLigatures.size(); ++k)
        whole[k] += lower.find(kLigatures[k]) != std::string::npos ? 1 : 0;
      scanned += is_scanned_article(i) || lower == "ler" ? 1 : 0;
      const bool may_be_place = tokens_[i].shape == Shape::capital && !words_->has(lower) && !words_->is_of_place(lower);
      scanned += may_be_place && scanned_place(i) ? 1 : 0;
      if (!may_be_wrong(i)) continue;
      const auto mended = lower.size() >= kShortestGuess ? with_dropped(lower, kLigatures) : std::nullopt;
      for (std::size_t k = 0; mended && k < kLigatures.size(); ++k)
        dropped[k] += mended->size() == lower.size() + kLigatures[k].size() &&
                              with_dropped(lower, std::span(kLigatures).subspan(k, 1))
                          ? 1
                          : 0;
      scanned += with_other_accent(lower) || lower.find("ghn") != std::string::npos ? 1 : 0;
    }
    loses_accents_ = lost_accents > lost;
    // A font may lack some of them alone: each is told by itself.
    for (std::size_t k = 0; k < kLigatures.size(); ++k) {
      if (dropped[k] >= kLeastDamaged && dropped[k] > whole[k]) dropped_.push_back(kLigatures[k]);
    }
    // Rarer ones go with the others.
    for (std::size_t k = 0; k < kLigatures.size() && !dropped_.empty(); ++k) {
      if (whole[k] == 0 && !std::ranges::count(dropped_, kLigatures[k])) dropped_.push_back(kLigatures[k]);
    }
    is_scanned_ = scanned >= kLeastDamaged;
  }

  std::optional<std::string> mended_word(std::size_t i) const {
    const auto text = text_of(i);
    if (text.size() > kLongestWord) return std::nullopt;
    if (is_scanned_article(i)) return tokens_[i].begins_sentence ? "L" : "l";
    if (is_scanned_l(i)) return (tokens_[i].begins_sentence ? "L" : "l") + std::string(text.substr(1));
    if (text == "ler" && before(i) == ' ' && after(i) == ' ') return "1er";
    if (tokens_[i].has_digit) return with_right_digits(text);
    if (tokens_[i].is_lost) return cased(i, with_lost_letters(lower_french(text), letters_to_try()));
    if (drops("fi") && text == "n" && before(i) == ' ' && after(i) == ' ') return "fin";
    if (is_scanned_ && text.find("ghn") != std::string_view::npos) return with_right_gn(text);
    if (!may_be_wrong(i)) return is_scanned_ ? scanned_name(i) : std::nullopt;
    const auto lower = lower_french(text);
    std::optional<std::string> mended;
    if (!dropped_.empty() && lower.size() > 1) mended = with_dropped(lower, dropped_);
    if (!mended && is_scanned_) mended = with_other_accent(lower);
    if (!mended && is_scanned_ && lower.size() >= kShortestGuess) mended = with_other_letters(text);
    return cased(i, std::move(mended));
  }

  std::span<const std::string_view> letters_to_try() const {
    if (loses_accents_) return kAccents;
    return kLigatures;
  }

  /// No word or name of French has « ghn »: what some scans make of « gn ».
  static std::string with_right_gn(std::string_view text) {
    std::string mended(text);
    for (auto at = mended.find("ghn"); at != std::string::npos; at = mended.find("ghn")) mended.erase(at + 1, 1);
    return mended;
  }

  /// A function or a body with a capital inside a sentence: « Préféte ».
  std::optional<std::string> scanned_name(std::size_t i) const {
    const auto lower = lower_french(text_of(i));
    if (tokens_[i].shape != Shape::capital || words_->has(lower) || words_->is_of_place(lower)) return std::nullopt;
    if (auto place = scanned_place(i)) return cased(i, std::move(place));
    return before(i) == '-' ? std::nullopt : cased(i, with_other_accent(lower));
  }

  /// « Dréme », « Hérauit »: what stands in the name of a département, but for a letter.
  std::optional<std::string> scanned_place(std::size_t i) const {
    const auto text = text_of(i);
    if (text.size() < kShortestGuess) return std::nullopt;
    OnlyOne only;
    const auto tell = [&](std::string_view scanned, std::string_view meant) {
      for (auto at = text.find(scanned); at != std::string_view::npos; at = text.find(scanned, at + 1)) {
        auto word = lower_french(std::string(text).replace(at, scanned.size(), meant));
        if (words_->is_of_place(word)) only.add(std::move(word));
      }
    };
    for (const auto& [scanned, meant] : words_->scan_errors()) tell(scanned, meant);
    for (const auto scanned : kGraveAndAcute) {
      for (const auto meant : kGraveAndAcute) tell(scanned, meant);
    }
    return only.result();
  }

  std::optional<std::string> cased(std::size_t i, std::optional<std::string> word) const {
    const auto& token = tokens_[i];
    if (!word) return word;
    const bool begins_lost = token.is_lost && prose_->of(token.span).starts_with(kLost);
    if (token.shape == Shape::capital || (begins_lost && token.begins_sentence)) return with_capital(*word);
    return token.shape == Shape::lower ? word : std::nullopt;
  }

  /// « 2O23 », « 2o23 », « 20l3 ».
  static std::optional<std::string> with_right_digits(std::string_view text) {
    const auto digits =
        std::ranges::count_if(text, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
    if (text.size() != 4 || digits < 2 || digits == 4) return std::nullopt;
    std::string number(text);
    std::ranges::replace_if(
        number, [](char c) { return c == 'O' || c == 'o'; }, '0');
    std::ranges::replace_if(
        number, [](char c) { return c == 'l' || c == 'I'; }, '1');
    const bool is_year = std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }) &&
                         (number.starts_with("19") || number.starts_with("20"));
    return is_year ? std::optional(number) : std::nullopt;
  }

  /// Keeps the one reading that is a word; two make it doubtful.
  class OnlyOne {
   public:
    void add(std::string word) {
      if (found_ == word) return;
      is_doubtful_ = is_doubtful_ || found_.has_value();
      found_ = std::move(word);
    }
    std::optional<std::string> result() const { return is_doubtful_ ? std::nullopt : found_; }

   private:
    std::optional<std::string> found_;
    bool is_doubtful_ = false;
  };

  std::optional<std::string> with_lost_letters(const std::string& lower,
                                               std::span<const std::string_view> letters) const {
    OnlyOne only;
    constexpr int kMostLost = 3;
    fill_lost(lower, letters, kMostLost, only);
    return only.result();
  }
  /// « financerait »: of a verb that is known.
  bool is_form_of_known(const std::string& word) const {
    static constexpr auto kEndings = std::to_array<std::string_view>({"erait", "eraient", "era", "eront", "ait", "aient"});
    return std::ranges::any_of(kEndings, [&](auto ending) {
      return word.ends_with(ending) && words_->has(word.substr(0, word.size() - ending.size()) + "er");
    });
  }
  void fill_lost(const std::string& word, std::span<const std::string_view> letters, int most, OnlyOne& only) const {
    const auto at = word.find(kLost);
    if (at == std::string::npos) {
      if (is_known(word) || is_form_of_known(word)) only.add(word);
      return;
    }
    if (most == 0) return;
    for (const auto letter : letters) {
      fill_lost(std::string(word).replace(at, kLost.size(), letter), letters, most - 1, only);
    }
  }

  bool drops(std::string_view ligature) const { return std::ranges::find(dropped_, ligature) != dropped_.end(); }

  std::optional<std::string> with_dropped(const std::string& lower, std::span<const std::string_view> ligatures) const {
    OnlyOne only;
    for (std::size_t at = 0; at <= lower.size(); ++at) {
      if (at < lower.size() && (static_cast<unsigned char>(lower[at]) & 0xC0U) == 0x80U) continue;
      for (const auto ligature : ligatures) {
        auto word = std::string(lower).insert(at, ligature);
        if (words_->has(word)) only.add(std::move(word));
      }
    }
    return only.result();
  }

  /// One é, è or ê for another.
  std::optional<std::string> with_other_accent(const std::string& lower) const {
    OnlyOne only;
    for (const auto written : kGraveAndAcute) {
      for (auto at = lower.find(written); at != std::string::npos; at = lower.find(written, at + 1)) {
        for (const auto meant : kGraveAndAcute) {
          auto word = std::string(lower).replace(at, written.size(), meant);
          if (words_->has(word)) only.add(std::move(word));
        }
      }
    }
    return only.result();
  }

  /// One confusion of the table, then perhaps an accent.
  std::optional<std::string> with_other_letters(std::string_view text) const {
    OnlyOne only;
    for (const auto& [scanned, meant] : words_->scan_errors()) {
      for (auto at = text.find(scanned); at != std::string_view::npos; at = text.find(scanned, at + 1)) {
        auto word = lower_french(std::string(text).replace(at, scanned.size(), meant));
        if (words_->has(word)) only.add(std::move(word));
      }
    }
    return only.result();
  }

  Prose* prose_;
  const CommonWords* words_;
  std::vector<Token> tokens_;
  std::unordered_set<std::string> own_;
  std::vector<std::string_view> dropped_;  // ligatures that the text has lost without a trace
  bool loses_accents_ = false, is_scanned_ = false;
};

}  // namespace

void mend_words(Prose& prose, const CommonWords& words) {
  Mending(prose, words).mend();
}

}  // namespace maillage::documents
