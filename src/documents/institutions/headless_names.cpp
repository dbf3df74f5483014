// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/headless_names.hpp"

#include <algorithm>

#include "documents/institutions/bracketed_names.hpp"
#include "documents/institutions/listed_names.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostInTitle = 4;
constexpr int kRounds = 2;

class HeadlessNames {
 public:
  HeadlessNames(const NameContext& context, const std::vector<FoundName>& found)
      : context_(context), named_(context, found), evidence_(context, named_), lists_(context, named_, evidence_) {}

  std::vector<FoundName> run() {
    auto candidates = name_candidates(context_, named_);
    for (auto& one : candidates) {
      if (const auto* rule = evidence_.rule_for(one)) accept(one, rule);
    }
    for (auto& one : candidates) one.is_taken = one.is_taken || named_.is_in_name(one.first, one.last);
    add_title_subjects();
    // What is accepted tells its neighbours in lists: from the left, from the right, and back again.
    for (int round = 0; round < kRounds; ++round) {
      for (auto& one : candidates) try_list(one);
      for (auto one = candidates.rbegin(); one != candidates.rend(); ++one) try_list(*one);
    }
    std::ranges::sort(names_, {}, &FoundName::first);
    return std::move(names_);
  }

 private:
  void try_list(NameCandidate& one) {
    if (!one.is_taken && lists_.is_listed(one)) accept(one, "in_list");
  }
  void accept(NameCandidate& one, const char* rule) {
    one.is_taken = true;
    auto name = FoundName::on_words(one.first, one.last, context_.signs.written(one.first, one.last), one.category,
                                    NameStrength::full, rule);
    const auto end = context_.words.of_sentence(context_.words[one.first].sentence).second;
    if (const auto bracket = bracketed_name(context_, one.last, end)) name.acronym = bracket.name;
    named_.mark(name);
    lists_.accept(one);
    names_.push_back(std::move(name));
  }
  void add_title_subjects();

  const NameContext& context_;
  NamedWords named_;
  NameEvidence evidence_;
  ListedNames lists_;
  std::vector<FoundName> names_;
};

// « TARDIEU S'ALLIE À … »: a title in capitals begins with it, a verb follows, and no word of the text is the same.
void HeadlessNames::add_title_subjects() {
  const auto& words = context_.words;
  const auto& signs = context_.signs;
  for (const auto& block : words.prose().blocks) {
    if (block.kind != BlockKind::title && block.kind != BlockKind::heading) continue;
    const auto first = words.first_from(block.span.begin);
    if (first >= words.size() || !signs.in_capitals(first) || named_.is_taken(first) || !signs.is_proper(first))
      continue;
    const auto end = words.of_sentence(words[first].sentence).second;
    auto last = first;
    while (last < end && last < first + kMostInTitle && signs.is_proper(last) && !named_.is_taken(last)) ++last;
    NameCandidate one{first, last, "company", false};
    const bool is_followed = last < end && last > first && context_.lexicon.title_verbs.at(words, last, end);
    const bool is_other = context_.lexicon.numbers.at(words, first, last) ||
                          context_.lexicon.not_in_names.at(words, first, last) || context_.heads.at(words, first, end);
    const bool is_infinitive = last == first + 1 && words[first].folded.size() > 4 &&
                               (words[first].folded.ends_with("er") || words[first].folded.ends_with("ir")) &&
                               words[last].is("et");
    const bool is_word =
        is_infinitive || std::ranges::any_of(signs.places_of(words[first].folded),
                                             [&](std::size_t at) { return words[at].casing == Casing::lower; });
    if (is_followed && !is_other && !is_word && !evidence_.is_place(one)) accept(one, "subject_of_title");
  }
}

}  // namespace

std::vector<FoundName> headless_names(const NameContext& context, const std::vector<FoundName>& found) {
  return HeadlessNames(context, found).run();
}

}  // namespace maillage::documents
