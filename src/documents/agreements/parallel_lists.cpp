// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/parallel_lists.hpp"

#include <algorithm>
#include <string_view>

#include "documents/agreements/running_lists.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestMember = 24;  // words

/// « ouvrir », « prendre », « conduire »; no « premier », « culture », no part of a name.
bool is_infinitive(const ThemeContext& context, std::size_t at) {
  const auto& word = context.words[at];
  const bool begins = word.sentence != (at > 0 ? context.words[at - 1].sentence : word.sentence + 1) || at == 0;
  if (word.kind != WordKind::word || (word.is_capital() && !begins) || word.folded.size() < 4) return false;
  constexpr std::string_view kEndings[] = {"er", "ir", "dre", "ttre", "aitre", "uire", "crire", "faire", "ivre", "clure", "dire"};
  const bool ends = std::ranges::any_of(kEndings, [&](std::string_view ending) { return word.folded.ends_with(ending); });
  if (!ends || context.uses.is(at, "no_infinitive")) return false;
  constexpr std::size_t kName = 10;
  const auto& named = context.reading.named;
  const auto around = Reading::within(named, {at > kName ? at - kName : 0, at + 1});
  return std::ranges::none_of(around, [&](const Place& place) { return place.words.holds(at); });
}

/// Behind « et », « enfin », « ainsi que ».
std::size_t behind_joints(const ThemeContext& context, WordRange range) {
  while (range.first + 1 < range.last && context.uses.is(range.first, "joint")) ++range.first;
  return range.first;
}

/// Runs over a list and keeps where its members begin.
class ListReader {
 public:
  ListReader(const ThemeContext& context, const WordRange& range)
      : context_(context), words_(context.words), range_(range), opening_(opening_of(context, range)) {}

  std::vector<WordRange> read() {
    if (opening_ == Opening::none || context_.uses.phrase(range_.first, range_.last, "counter") > 0) return {};  // « d'une part …, d'autre part … »
    begins_.push_back(range_.first);
    auto at = range_.first + 1;
    while (at < range_.last && !is_over(at)) at = step(at);
    ends_.push_back(last_ == 0 ? at : last_);
    std::vector<WordRange> members;
    for (std::size_t i = 0; i < begins_.size(); ++i) members.push_back({begins_[i], ends_[i]});
    if (members.size() < 2) members.clear();
    return members;
  }

 private:
  bool is_over(std::size_t at) const {
    const auto& word = words_[at];
    if (last_ != 0 || at - begins_.back() > kLongestMember) return true;
    return depth_ == 0 && (word.is(".") || word.is(":") || word.is("!") || word.is("?") || word.is("–") ||
                           word.is("—") || word.is(")") || word.is("»"));
  }
  bool begins_like(std::size_t at) const {
    if (at >= range_.last) return false;
    const auto opening = opening_of(context_, {at, range_.last});
    const auto is_either = [](Opening one) { return one == Opening::article || one == Opening::of; };
    const bool is_of_some = words_[at].is("des") || words_[begins_.front()].is("des");  // « des » is both
    return opening == opening_ || (is_of_some && is_either(opening) && is_either(opening_));
  }
  std::size_t step(std::size_t at) {
    const auto& word = words_[at];
    if (word.is("(") || word.is("«") || word.is("“")) ++depth_;
    if (word.is(")") || word.is("»") || word.is("”")) depth_ = std::max(0, depth_ - 1);
    if (depth_ > 0) return at + 1;
    const bool parts = word.is(",") || word.is(";");
    const bool joins = word.is("et") || word.is("puis") || (word.is("ainsi") && at + 1 < range_.last && is_one_of(words_[at + 1], {"que", "qu"}));
    if (word.is("entre")) between_ = at;
    if (parts) between_ = 0;
    if (!parts && !joins) return at + 1;
    if (word.is("et") && between_ > begins_.back() && pairs_what_is_between(words_, between_, at)) {  // « l'égalité entre les femmes et les hommes »
      between_ = 0;
      return at + 1;
    }
    const auto next = parts ? behind_joints(context_, {at + 1, range_.last}) : behind_joints(context_, {at, range_.last});
    const bool is_like = begins_like(next);
    if (parts && !is_like) {
      if (has_joint_ || word.is(";")) last_ = at;
      return at + 1;
    }
    if (!is_like) return at + 1;
    if (parts && has_joint_ && !is_counted_) {  // that « et » stood inside a member
      begins_.pop_back();
      ends_.pop_back();
      has_joint_ = false;
    }
    ends_.push_back(at);
    begins_.push_back(next);
    has_joint_ = joins || next > at + 1;
    is_counted_ = has_joint_ && context_.uses.phrase(parts ? at + 1 : at, range_.last, "counter") > 0;  // « A, puis B, enfin C »
    return next + 1;
  }

  const ThemeContext& context_;
  const Words& words_;
  WordRange range_;
  Opening opening_;
  std::vector<std::size_t> begins_, ends_;
  std::size_t last_ = 0;
  int depth_ = 0;
  bool has_joint_ = false, is_counted_ = false;
  std::size_t between_ = 0;  // the last « entre » of the member
};

}  // namespace

Opening opening_of(const ThemeContext& context, WordRange member) {
  member.first = behind_joints(context, member);
  if (member.empty()) return Opening::none;
  const auto& word = context.words[member.first];
  const bool leads_infinitive = member.first + 1 < member.last && is_infinitive(context, member.first + 1);
  if (is_one_of(word, {"le", "la", "les", "l", "un", "une", "des", "leur", "leurs"})) return Opening::article;
  if (word.is("de") || word.is("d") || word.is("du")) return leads_infinitive ? Opening::of_infinitive : Opening::of;
  if (word.is("a") || word.is("au") || word.is("aux")) return leads_infinitive ? Opening::to_infinitive : Opening::to;
  if (word.is("sur")) return Opening::on;
  return is_infinitive(context, member.first) ? Opening::infinitive : Opening::none;
}

bool are_alike(const ThemeContext& context, const std::vector<WordRange>& members) {
  if (members.empty() || members.front().empty()) return false;
  const auto first = opening_of(context, members.front());
  return first != Opening::none && std::ranges::all_of(members, [&](const WordRange& one) {
           return !one.empty() && opening_of(context, one) == first;
         });
}

std::vector<WordRange> parallel_list(const ThemeContext& context, WordRange range) {
  const auto whole = range;
  while (range.first + 1 < range.last) {
    const auto size = context.uses.phrase(range.first, range.last, "adverb");
    if (size == 0) break;
    range.first += size;
  }
  if (range.empty()) return {};
  auto found = ListReader(context, range).read();
  const bool has_preposition = opening_of(context, range) == Opening::on || opening_of(context, range) == Opening::of ||
                               opening_of(context, range) == Opening::to;
  if (found.empty() && has_preposition && range.first + 1 < range.last)  // said once: « sur la mobilité, l'habitat et l'eau »
    found = ListReader(context, {range.first + 1, range.last}).read();
  if (found.empty() && whole.first != range.first) found = ListReader(context, whole).read();  // « leur achat, leur raccordement et … »
  return found;
}

bool is_bare_list(const ThemeContext& context, const WordRange& range) {
  constexpr std::size_t kLongestOfCommas = 8, kLongestOfSemicolons = 14;
  const auto members = list_members(context.words, context.reading.lexicon, range);
  if (members.size() < 3) return false;
  const bool has_semicolons = context.words[members.front().last].is(";");
  const auto kLongest = has_semicolons ? kLongestOfSemicolons : kLongestOfCommas;
  return std::ranges::all_of(members, [&](const WordRange& one) {
    if (one.last - one.first > kLongest) return false;
    for (auto at = one.first; at < one.last; ++at) {
      if (context.words[at].is("a") && context.words.text_of(at, at + 1) != "a") continue;
      if (context.uses.is(at, "no_bare_list") || context.words[at].kind == WordKind::number) return false;
    }
    return true;
  });
}

}  // namespace maillage::documents
