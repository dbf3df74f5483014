// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/announced_lists.hpp"

#include <algorithm>

#include "documents/institutions/proper_names.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestItem = 7, kLongestLead = 8;  // words
constexpr std::size_t kMostItems = 40;

class AnnouncedLists {
 public:
  AnnouncedLists(const NameContext& context, const std::vector<FoundName>& found)
      : context_(context), words_(context.words), taken_(context.words.size() + 1) {
    for (const auto& name : found) {
      for (auto at = name.first; at < name.last; ++at) taken_[at] = true;
    }
  }

  std::vector<FoundName> run() {
    const auto& blocks = words_.prose().blocks;
    for (std::size_t i = 0; i + 2 < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::item || blocks[i + 1].kind != BlockKind::item || !announces(i)) continue;
      std::size_t last = i + 1;
      while (last < blocks.size() && last - i <= kMostItems && blocks[last].kind == BlockKind::item) ++last;
      read_items(i + 1, last);
    }
    return std::move(names_);
  }

 private:
  struct Core {
    std::size_t first = 0, last = 0;
  };
  Core core_of(std::size_t block) const {
    const auto& span = words_.prose().blocks[block].span;
    Core core{words_.first_from(span.begin), words_.first_from(span.end)};
    while (core.first < core.last && words_[core.first].kind == WordKind::mark) ++core.first;
    while (core.last > core.first && words_[core.last - 1].kind == WordKind::mark && !words_[core.last - 1].is(")")) --core.last;
    return core;
  }

  // « … a signé une convention de partenariat avec sept pôles de compétitivité : »
  bool announces(std::size_t block) const {
    const auto& span = words_.prose().blocks[block].span;
    const auto last = words_.first_from(span.end);
    if (last < 3 || !words_[last - 1].is(":")) return false;
    const auto begin = words_.of_sentence(words_[last - 1].sentence).first;
    return counts_partners(begin, last - 1) && tells_signature(begin, last - 1);
  }
  bool counts_partners(std::size_t begin, std::size_t last) const {
    const auto earliest = last > begin + kLongestLead ? last - kLongestLead : begin;
    for (auto at = last; at-- > earliest;) {
      if (words_[at].kind == WordKind::mark) return false;
      const bool leads = is_one_of(words_[at], {"avec", "entre", "par"});
      if (!leads || at + 2 >= last) continue;
      const auto noun = is_one_of(words_[at + 1], {"les", "ses", "des"}) && at + 3 < last ? at + 2 : at + 1;
      return words_[noun].kind == WordKind::number || context_.lexicon.numbers.at(words_, noun, last);
    }
    return false;
  }
  bool tells_signature(std::size_t begin, std::size_t last) const {
    bool signs = false, has_agreement = false;
    for (auto at = begin; at < last; ++at) {
      has_agreement = has_agreement || context_.lexicon.agreement_types.at(words_, at, last);
      const auto verb = context_.lexicon.signing_verbs.at(words_, at, last);
      signs = signs || (verb && is_one_of(context_.lexicon.signing_verbs.field(*verb.entry, "sense"), {"sign", "renew", "join"}));
    }
    return signs && has_agreement;
  }

  bool is_none(const Core& core) const {
    const auto none = context_.lexicon.no_institutions.at(words_, core.first, core.last);
    return none && none.last == core.last;
  }
  bool is_name(const Core& core) const {
    if (core.last <= core.first || core.last - core.first > kLongestItem || !words_[core.first].is_capital()) return false;
    if (context_.lexicon.first_names.at(words_, core.first, core.last) || context_.lexicon.functions.at(words_, core.first, core.last) ||
        context_.lexicon.honorifics.at(words_, core.first, core.last) || is_none(core) ||
        context_.known.is_place(folded(words_.text_of(core.first, core.last))))
      return false;
    for (auto at = core.first; at < core.last; ++at) {
      if (words_[at].kind == WordKind::mark && !is_one_of(words_[at], {"(", ")", "&", "«", "»"})) return false;
      if (context_.lexicon.agreement_types.at(words_, at, core.last)) return false;
    }
    return true;
  }
  bool is_taken(const Core& core) const {
    return std::any_of(taken_.begin() + static_cast<std::ptrdiff_t>(core.first), taken_.begin() + static_cast<std::ptrdiff_t>(core.last), [](bool one) { return one; });
  }

  void read_items(std::size_t first, std::size_t last) {
    std::vector<Core> names;
    for (auto block = first; block < last; ++block) {
      const auto core = core_of(block);
      if (core.first < core.last && is_taken(core)) continue;
      if (!is_name(core)) return;
      names.push_back(core);
    }
    for (auto& core : names) {
      auto bracket = core.first + 1;
      while (bracket < core.last && !words_[bracket].is("(")) ++bracket;
      core.last = bracket;
      names_.push_back(FoundName::on_words(core.first, core.last, context_.signs.written(core.first, core.last), "", NameStrength::full, "announced_list"));
    }
  }

  const NameContext& context_;
  const Words& words_;
  std::vector<bool> taken_;
  std::vector<FoundName> names_;
};

}  // namespace

std::vector<FoundName> announced_lists(const NameContext& context, const std::vector<FoundName>& found) {
  return AnnouncedLists(context, found).run();
}

}  // namespace maillage::documents
