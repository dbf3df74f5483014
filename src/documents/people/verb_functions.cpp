// SPDX-License-Identifier: Apache-2.0
#include "documents/people/verb_functions.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestList = 60;  // names that share one function

class VerbReader {
 public:
  VerbReader(const Words& words, const Lexicon& lexicon, const std::vector<WrittenName>& names)
      : words_(words), lexicon_(lexicon), names_(names), begins_(words.size() + 1, kNone), ends_(words.size() + 1, kNone) {
    for (std::size_t n = 0; n < names.size(); ++n) {
      begins_[names[n].lead] = n;
      ends_[names[n].last] = n;
    }
  }

  std::vector<VerbFunction> read() {
    for (std::size_t at = 0; at < words_.size();) {
      const auto end = words_.of_sentence(words_[at].sentence).second;
      const auto found = lexicon_.leading_verbs.at(words_, at, end);
      if (found) take(found, end);
      at = found ? found.last : at + 1;
    }
    return std::move(functions_);
  }

 private:
  bool is(std::size_t at, std::string_view word) const { return at < words_.size() && words_[at].is(word); }

  void take(const PhraseTable::Found& verb, std::size_t end) {
    const auto& side = lexicon_.leading_verbs.field(*verb.entry, "side");
    const bool is_passive = side == "object";
    const auto before = verb.first;
    if (is_passive) {
      if (const auto name = name_from(verb.last, end); name != kNone) add(verb, name, before, 0, true);
      return;
    }
    const bool is_relative = before > 0 && is(before - 1, "que");
    if (is_relative) {
      if (const auto name = name_from(verb.last, end); name != kNone) add(verb, name, before - 1, 0, true);
      return;
    }
    auto subject = before;
    if (side == "apposition") {  // « X, à la tête de Y »
      if (subject > 0 && is(subject - 1, ",")) --subject;
    } else if (subject > 0 && is(subject - 1, "qui")) {
      --subject;
      if (subject > 0 && is(subject - 1, ",")) --subject;
    } else if (is(verb.first, "president")) {
      return;  // the noun
    }
    if (ends_[subject] == kNone) return;
    auto object = verb.last;
    if (is(object, "respectivement")) ++object;
    const auto list = list_to(ends_[subject]);
    for (std::size_t i = 0; i < list.size(); ++i) {
      add(verb, list[i], object, list.size() - 1 - i, false);
      functions_.back().is_respective = list.size() > 1;
    }
  }

  /// The name at a word, or behind an article and a function: « par la maire, X ».
  std::size_t name_from(std::size_t at, std::size_t end) const {
    const auto far = std::min(end, at + 6);
    for (auto word = at; word < far; ++word) {
      if (begins_[word] != kNone) return begins_[word];
    }
    return kNone;
  }

  std::vector<std::size_t> list_to(std::size_t name) const {
    std::vector<std::size_t> list{name};
    while (list.size() < kLongestList) {
      const auto lead = names_[list.front()].lead;
      const bool goes_on = lead > 0 && (is(lead - 1, "et") || is(lead - 1, ","));
      if (!goes_on || ends_[lead - 1] == kNone) return list;
      list.insert(list.begin(), ends_[lead - 1]);
    }
    return list;
  }

  void add(const PhraseTable::Found& verb, std::size_t number, std::size_t object, std::size_t from_last, bool is_before) {
    const auto& name = names_[number];
    const auto known = lexicon_.first_names.at(words_, name.first, name.last);
    const bool is_woman = name.honorific == "Mme" ||
                          (name.honorific != "M." && known && lexicon_.first_names.field(*known.entry, "gender") == "woman");
    functions_.push_back({number, lexicon_.leading_verbs.field(*verb.entry, is_woman ? "woman" : "man"), verb.first, object, from_last, false, is_before});
  }

  const Words& words_;
  const Lexicon& lexicon_;
  const std::vector<WrittenName>& names_;
  std::vector<std::size_t> begins_, ends_;  // names by word
  std::vector<VerbFunction> functions_;
};

}  // namespace

std::vector<VerbFunction> verb_functions(const Words& words, const Lexicon& lexicon, const std::vector<WrittenName>& names) {
  return VerbReader(words, lexicon, names).read();
}

}  // namespace maillage::documents
