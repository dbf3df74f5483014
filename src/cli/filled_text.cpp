// SPDX-License-Identifier: Apache-2.0
#include "cli/filled_text.hpp"

#include <string_view>
#include <vector>

#include "language/sentence_words.hpp"

namespace maillage {
namespace {

// What divides parts; those that end a sentence first. Spaces before and after belong to it.
constexpr std::string_view kSentenceEnds[] = {".", "!", "?", "…"};
constexpr std::string_view kPartDividers[] = {",", ";", ":", "·", "–", "—"};
constexpr std::string_view kTextSpaces[] = {" ", "\u00A0", "\u202F"};

struct TextPart {
  std::string before;  // what divides it from the part before
  std::string text;
  std::string end;     // of the sentence, and the spaces behind it
  bool is_lost = false;
  bool is_in_brackets = false;
};

std::size_t space_at(std::string_view text, std::size_t at) {
  for (const auto space : kTextSpaces) {
    if (text.substr(at).starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t sign_at(std::string_view text, std::size_t at, auto&& signs) {
  for (const auto sign : signs) {
    if (text.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

std::size_t after_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && space_at(text, at) > 0) at += space_at(text, at);
  return at;
}

class PartsOfText {
 public:
  PartsOfText(std::string_view text, const TextValues& values) : text_(text), values_(values) {}

  std::vector<TextPart> parts() {
    while (at_ < text_.size()) step();
    close();
    return std::move(parts_);
  }

 private:
  void step() {
    if (text_[at_] == '{' && take_word()) return;
    if (text_[at_] == '(' || text_[at_] == ')') return take_bracket();
    const auto sign = after_spaces(text_, at_);
    const bool has_space = sign > at_;
    if (const auto end = sign_at(text_, sign, kSentenceEnds); end > 0 && is_followed_by_space(sign + end)) {
      const auto next = after_spaces(text_, sign + end);
      part_.end = text_.substr(at_, next - at_);
      return start_next({}, next);
    }
    const auto divider = sign_at(text_, sign, kPartDividers);
    const bool is_dash = divider > 1 && text_.substr(sign, 2) != "·";
    if (divider > 0 && is_followed_by_space(sign + divider) && (!is_dash || has_space)) {
      const auto next = after_spaces(text_, sign + divider);
      return start_next(std::string(text_.substr(at_, next - at_)), next);
    }
    part_.text += text_[at_++];
  }
  bool is_followed_by_space(std::size_t at) const { return at >= text_.size() || space_at(text_, at) > 0; }

  bool take_word() {
    const auto close = text_.find('}', at_);
    if (close == std::string_view::npos) return false;
    const auto value = values_.find(text_.substr(at_ + 1, close - at_ - 1));
    if (value == values_.end()) return false;
    part_.text += value->second;
    part_.is_lost = part_.is_lost || value->second.empty();
    at_ = close + 1;
    return true;
  }
  void take_bracket() {
    const bool opens = text_[at_] == '(';
    if (opens) {
      auto before = std::string();
      while (part_.text.ends_with(' ')) part_.text.pop_back(), before += ' ';
      start_next(before, at_ + 1);
      part_.text = "(";
      part_.is_in_brackets = true;
    } else {
      part_.text += ')';
      start_next({}, at_ + 1);
    }
  }
  void close() {
    if (!part_.text.empty() || !part_.end.empty() || part_.is_lost) parts_.push_back(part_);
  }
  void start_next(std::string before, std::size_t next) {
    close();
    part_ = {.before = std::move(before), .text = {}, .end = {}};
    at_ = next;
  }

  std::string_view text_;
  const TextValues& values_;
  std::size_t at_ = 0;
  TextPart part_;
  std::vector<TextPart> parts_;
};

}  // namespace

std::string filled_text(const std::string& text, const TextValues& values) {
  std::string filled, sentence;
  bool is_cut = false;  // the beginning of the sentence is lost
  for (const auto& part : PartsOfText(text, values).parts()) {
    if (!part.is_lost) {
      auto words = sentence.empty() && !part.is_in_brackets ? part.text : part.before + part.text;
      if (sentence.empty() && is_cut) words = with_capital(std::move(words));
      sentence += words;
    } else if (sentence.empty()) {
      is_cut = true;
    }
    if (part.end.empty()) continue;
    if (!sentence.empty()) filled += sentence + part.end;
    sentence.clear();
    is_cut = false;
  }
  filled += sentence;
  while (filled.ends_with(' ')) filled.pop_back();
  return filled;
}

}  // namespace maillage
