// SPDX-License-Identifier: Apache-2.0
#include "documents/people/told_behind.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace maillage::documents {
namespace {

class Teller {
 public:
  Teller(const Words& words, const Institutions& institutions, const PersonCandidates& candidates, const std::vector<std::size_t>& names,
         const FunctionInstitutions& held, People& people)
      : words_(words), institutions_(institutions), candidates_(candidates), names_(names), held_(held), people_(people) {
    for (const auto name : names_) by_sentence_.push_back(words_[candidates_.names()[name].first].sentence);
  }

  void tell() {
    for (std::size_t at = 1; at + 2 < words_.size(); ++at) tell_pair(at);
    for (const auto& phrase : candidates_.phrases()) tell_function(phrase);
    for (const auto& mention : added_) {
      const auto place = std::ranges::upper_bound(people_.mentions, mention.span.begin, {}, [](const PersonMention& one) { return one.span.begin; });
      people_.mentions.insert(place, mention);
    }
  }

 private:
  /// People named in a sentence, in order, each once: their mentions.
  std::vector<std::size_t> named_in(std::uint32_t sentence) const {
    std::vector<std::size_t> found;
    std::set<std::uint32_t> seen;
    const auto [first, last] = std::ranges::equal_range(by_sentence_, sentence);
    for (auto one = first; one != last; ++one) {
      const auto mention = static_cast<std::size_t>(one - by_sentence_.begin());
      if (seen.insert(people_.mentions[mention].person).second) found.push_back(mention);
    }
    return found;
  }
  bool is_same_block(std::uint32_t a, std::uint32_t b) const {
    const auto &one = words_.of_sentence(a), &other = words_.of_sentence(b);
    if (one.first >= one.second || other.first >= other.second) return false;
    for (auto at = one.second; at <= other.first; ++at) {
      if (at < words_.size() && words_[at].joined == '\n') return false;
    }
    return true;
  }
  /// « pour A », « au nom de A », « représentait A »: the body right behind.
  std::optional<std::uint32_t> stands_for(std::size_t from, std::size_t last) const {
    constexpr std::size_t kReach = 7;
    for (auto at = from; at < std::min(last, from + kReach); ++at) {
      const bool is_name = words_[at].is("nom") && at + 1 < last;
      if (!is_name && !words_[at].is("pour") && !words_[at].folded.starts_with("represent")) continue;
      return body_at(at + 1, last, 2);
    }
    return std::nullopt;
  }
  /// The body that begins within some words.
  std::optional<std::uint32_t> body_at(std::size_t from, std::size_t last, std::size_t reach) const {
    if (from >= last) return std::nullopt;
    const auto found = std::ranges::lower_bound(institutions_.mentions, words_[from].span.begin, {}, [](const InstitutionMention& one) { return one.span.begin; });
    if (found == institutions_.mentions.end() || institutions_.named[found->institution].is_generic) return std::nullopt;
    const auto word = words_.first_from(found->span.begin);
    return word < last && word - from <= reach ? std::optional(found->institution) : std::nullopt;
  }
  bool is_first(std::size_t at) const {
    const auto& before = words_[at - 1];
    return (words_[at].folded.starts_with("premi") && is_one_of(words_[at], {"premier", "premiere"}) && (before.is("le") || before.is("la"))) ||
           (is_one_of(words_[at], {"un", "une"}) && before.is("l"));
  }
  bool is_second(std::size_t at) const {
    return (is_one_of(words_[at], {"second", "seconde", "deuxieme"}) && (words_[at - 1].is("le") || words_[at - 1].is("la"))) ||
           (words_[at].is("autre") && words_[at - 1].is("l"));
  }
  /// « Le premier préside A, la seconde B », « L'un dirige A, l'autre est maire de B »: the body behind such a verb.
  std::optional<std::uint32_t> headed(std::size_t from, std::size_t last) const {
    constexpr std::size_t kFunction = 6;
    static constexpr std::array<std::string_view, 16> kHeads{"preside", "presidait", "dirige", "dirigeait", "conduit", "conduisait", "administre", "pilote",
                                                             "gere", "gerait", "est", "etait", "pour", "au", "du", "engage"};
    return from < last && is_one_of(words_[from], kHeads) ? body_at(from + 1, last, kFunction) : std::nullopt;
  }
  void tell_pair(std::size_t at) {
    if (!is_first(at)) return;
    const auto sentence = words_[at].sentence;
    const auto last = words_.of_sentence(sentence).second;
    auto second = at + 1;
    while (second < last && !is_second(second)) ++second;
    if (second >= last) return;
    auto one = stands_for(at + 1, second);
    if (!one) one = headed(at + 1, second);
    auto other = stands_for(second + 1, last);
    if (!other && one) other = headed(second + 1, last);
    if (!other) other = body_at(second + 1, last, 2);  // « l'une représentait A, l'autre B »
    if (!one || !other || *one == *other) return;
    auto pair = named_in(sentence);
    if (pair.empty() && sentence > 0 && is_same_block(sentence - 1, sentence)) pair = named_in(sentence - 1);
    if (pair.size() != 2 || words_.first_from(people_.mentions[pair[1]].span.begin) > at) return;
    give(pair[0], *one);
    give(pair[1], *other);
  }
  void give(std::size_t mention, std::uint32_t institution) {
    auto& person = people_.named[people_.mentions[mention].person];
    if (person.functions.empty()) person.functions.emplace_back();
    auto& own = person.functions.front();
    own.institution = institution;
    own.implied.clear();
    own.is_institution_guessed = false;
  }

  /// A function at the head of a sentence that no name stands with, behind a sentence that begins with somebody of none.
  void tell_function(const FunctionPhrase& phrase) {
    const auto sentence = words_[phrase.first].sentence;
    const auto [first, last] = words_.of_sentence(sentence);
    const bool is_head = phrase.lead == first && phrase.lead_kind == FunctionPhrase::Lead::article && !phrase.is_plural && !phrase.is_of_some;
    if (!is_head || sentence == 0 || phrase.last >= last || words_[phrase.last].kind == WordKind::mark || !is_same_block(sentence - 1, sentence)) return;
    const auto before = named_in(sentence - 1);
    if (before.size() != 1) return;
    const auto& name = candidates_.names()[names_[before.front()]];
    auto& person = people_.named[people_.mentions[before.front()].person];
    const bool is_subject = name.lead == words_.of_sentence(sentence - 1).first;
    if (!is_subject || !person.functions.empty() || names_between(phrase)) return;
    auto at = held_.of(name, &phrase);
    if (!at) return;
    Function function;
    function.title = title_of(words_, phrase, at.title_last > 0 ? at.title_last : phrase.title_last);
    function.institution = at.institution;
    function.implied = std::move(at.implied);
    function.implied_span = at.implied_span;
    person.functions.push_back(std::move(function));
    added_.push_back({words_.span_of(phrase.first, phrase.title_last), people_.mentions[before.front()].person});
  }
  /// Does somebody stand right behind the function?
  bool names_between(const FunctionPhrase& phrase) const {
    constexpr std::size_t kNear = 3;
    return std::ranges::any_of(named_in(words_[phrase.first].sentence), [&](std::size_t mention) {
      const auto& name = candidates_.names()[names_[mention]];
      return name.lead >= phrase.last && name.lead - phrase.last < kNear;
    });
  }

  const Words& words_;
  const Institutions& institutions_;
  const PersonCandidates& candidates_;
  const std::vector<std::size_t>& names_;
  const FunctionInstitutions& held_;
  People& people_;
  std::vector<std::uint32_t> by_sentence_;
  std::vector<PersonMention> added_;  // functions that stand for somebody
};

}  // namespace

void tell_behind(const Words& words, const Institutions& institutions, const PersonCandidates& candidates, const std::vector<std::size_t>& names,
                 const FunctionInstitutions& held, People& people) {
  Teller(words, institutions, candidates, names, held, people).tell();
}

}  // namespace maillage::documents
