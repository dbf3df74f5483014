// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/lists_behind_verbs.hpp"

#include <algorithm>

#include "documents/agreements/parallel_lists.hpp"
#include "documents/agreements/running_lists.hpp"

namespace maillage::documents {
namespace {

constexpr const char* kRule = "list_behind_a_verb";

class VerbReader {
 public:
  VerbReader(const ThemeContext& context, std::uint32_t sentence, std::size_t at)
      : context_(context), words_(context.words), uses_(context.uses), sentence_(sentence), at_(at),
        range_(context.reading.passages[sentence].words) {}

  std::vector<ThemeCandidate> read() {
    const auto field = uses_.phrase(at_, range_.last, "field");
    const bool is_table = at_ + 3 < range_.last && words_[at_].is("autour") && words_[at_ + 3].is("table");  // « autour de la table »
    if (field > 0 && !is_table) read_field(at_ + field);
    const bool is_content = uses_.is(at_, "content") || uses_.is(at_, "pairs") || is_duty();
    const bool may_lead = is_content || says_future(words_[at_]) || begins_infinitives() || is_verb_of_agreement();
    if (!may_lead || is_negated()) return std::move(found_);
    const bool is_about = context_.is_about_agreement(sentence_) || follows_reference() || pledges();
    if (is_about && !context_.is_of_others(sentence_, at_)) read_verb(is_content);
    if (found_.empty()) read_subject_list();
    return std::move(found_);
  }

 private:
  void offer(std::vector<WordRange> members, double weight, const char* rule, std::size_t least) {
    const auto nouns = std::ranges::count_if(
        members, [&](const WordRange& member) { return context_.noun_in(member).has_value(); });
    if (nouns > 0 && nouns < static_cast<std::ptrdiff_t>(members.size()) && members.size() <= 4)
      return;  // « en sept axes, parmi lesquels … »
    if (members.size() >= least) found_.push_back({std::move(members), weight, rule, least});
  }

  /// « dans les domaines de A, de B et de C », « portant sur A, B et C »
  void read_field(std::size_t first) {
    if (!context_.is_about_agreement(sentence_) || context_.is_of_others(sentence_, at_)) return;
    auto list = parallel_list(context_, {first - 1, range_.last});  // « centré sur A et sur B »
    if (list.empty()) list = parallel_list(context_, {first, range_.last});
    const double weight = list.size() > 2 ? .6 : .54;
    const bool says_one = list.empty() && at_ <= range_.first + 4 && uses_.is(range_.first, "pronoun");
    if (says_one) {  // « Elle est centrée sur la prise en charge de la douleur. »
      auto last = first;
      while (last < range_.last && words_[last].kind != WordKind::mark) ++last;
      found_.push_back({{{first, last}}, .505, "field_named", 1});
      return;
    }
    offer(std::move(list), weight, "fields_named", 2);
  }

  void read_verb(bool is_content) {
    if (!is_content && begins_infinitives()) {
      auto list = parallel_list(context_, {at_, range_.last});
      const bool are_many = list.size() >= 3;
      offer(std::move(list), are_many ? .54 : .5, "list_of_infinitives", 2);
      return;
    }
    read_clauses();
    const auto list = parallel_list(context_, {at_ + 1, range_.last});
    const auto opening = list.empty() ? Opening::none : opening_of(context_, list.front());
    const bool is_partitive = opening == Opening::of && is_one_of(words_[list.front().first], {"des", "du"});
    const bool are_pairs = opening != Opening::article && !is_partitive;
    const bool is_relative = at_ > range_.first && (words_[at_ - 1].is("qui") || (at_ > range_.first + 1 && words_[at_ - 2].is("qui")));  // « la convention qui fixe les règles a recueilli … »
    if (uses_.is(at_, "pairs") && !is_relative) {
      offer(list, are_pairs || list.size() > 2 ? .56 : .52, kRule, 2);
      offer(list_members(words_, context_.reading.lexicon, behind_adverbs()), .51, kRule, 3);
      return;
    }
    offer(list, is_content ? .55 : .53, kRule, is_content && are_pairs ? 2 : 3);
    if (is_content) offer(list_members(words_, context_.reading.lexicon, list_range()), .515, kRule, uses_.is(at_, "allows") ? 2 : 3);
  }
  /// « Elle encadre A, fixe B et précise C »: what stands behind each of its verbs
  void read_clauses() {
    const auto is_clause = [&](std::size_t at) { return uses_.is(at, "content") || uses_.is(at, "ordinal_verb"); };
    std::vector<WordRange> members;
    auto begin = at_ + 1;
    for (auto at = begin; at < range_.last; ++at) {
      const bool parts = is_one_of(words_[at], {",", ";", "et"}) && at + 1 < range_.last && is_clause(at + 1) && words_[at + 1].casing == Casing::lower;
      if (!parts) continue;
      members.push_back({begin, at});
      begin = at + 2;
    }
    if (members.empty()) return;
    auto last = begin;
    while (last < range_.last && !is_one_of(words_[last], {",", ".", ";", ":"})) ++last;
    members.push_back({begin, last});
    offer(std::move(members), .57, "clauses_of_the_agreement", 3);
  }
  WordRange behind_adverbs() const {
    auto from = at_ + 1;
    while (from < range_.last) {
      const auto size = uses_.phrase(from, range_.last, "adverb");
      if (size == 0) break;
      from += size;
    }
    return {from, range_.last};
  }

  /// « L'accueil, la visite et le prêt se poursuivront »
  void read_subject_list() {
    const bool acts = words_[at_].folded.ends_with("ront") && at_ > range_.first + 4 &&
                      !context_.reading.passages[sentence_].is_quote;
    if (!acts) return;
    const bool is_there = words_[at_ - 1].is("y");  // « … y figureront »
    const WordRange subject{range_.first, is_there || words_[at_ - 1].is("se") ? at_ - 1 : at_};
    if (is_bare_list(context_, subject))
      offer(list_members(words_, context_.reading.lexicon, subject), is_there ? .58 : .5, "list_that_acts", 3);
  }

  /// « travailleront ensemble sur le pastoralisme, … »: behind « sur », « à », « pour »; to the end of the sentence.
  WordRange list_range() const {
    auto from = at_ + 1;
    while (from < range_.last && uses_.is(from, "skipped") && uses_.phrase(from, range_.last, "counter") == 0) ++from;
    // « définit un socle commun : la mobilité, la vie de campus et … »: behind the colon
    auto colon = from;
    while (colon < range_.last && !is_one_of(words_[colon], {",", ":", ";", "(", "et"})) ++colon;
    if (colon > from && colon + 3 < range_.last && words_[colon].is(":")) from = colon + 1;
    for (auto at = from + 3; at < range_.last; ++at) {
      if (uses_.is(at, "list_end")) return {from, at};
    }
    return {from, range_.last};
  }

  /// « étudiera », « accueilleront »: third person, of no auxiliary.
  bool says_future(const Word& word) const {
    const bool is_form = word.kind == WordKind::word && word.folded.size() > 4 &&
                         (word.folded.ends_with("ra") || word.folded.ends_with("ront"));
    return is_form && !word.is_capital() && !uses_.is(at_, "auxiliary");
  }
  /// The first of « de faciliter …, de former … », « ouvrir …, former … »: not one behind another of its kind.
  bool begins_infinitives() const {
    const auto opening = opening_of(context_, {at_, range_.last});
    if (opening != Opening::infinitive && opening != Opening::of_infinitive && opening != Opening::to_infinitive)
      return false;
    const bool is_led = at_ > range_.first && words_[at_ - 1].kind == WordKind::word &&
                        !is_one_of(words_[at_ - 1], {"et", "a", "de", "d", "le", "la", "l", "du", "au", "un"});
    return is_led;
  }
  /// « Elle doit favoriser A, B et C »
  bool is_duty() const {
    const auto& word = words_[at_];
    const bool is_form = word.kind == WordKind::word && !word.is_capital() && word.folded.size() > 4 && (word.folded.ends_with("er") || word.folded.ends_with("ir") || word.folded.ends_with("re"));
    if (!is_form || at_ < range_.first + 2 || parallel_list(context_, {at_, range_.last}).size() >= 2) return false;  // « doit former …, accueillir … »
    const bool is_goal = words_[at_ - 1].is("de") && words_[at_ - 2].is("est");  // « L'objectif est de conforter A, B et C »
    return uses_.is(at_ - 1, "duty") || is_goal || (uses_.is(at_ - 2, "duty") && uses_.is(at_ - 1, "adverb"));
  }
  /// « Ce texte acte A, B et C »: the word right behind what refers to the agreement
  bool is_verb_of_agreement() const {
    const auto& word = words_[at_];
    const bool may_be = word.kind == WordKind::word && !word.is_capital() && word.folded.size() > 3 && !uses_.is(at_, "no_bare_list") &&
                        !uses_.is(at_, "joint") && !uses_.is(at_, "filler") && !uses_.is(at_, "article");
    return may_be && at_ > range_.first && at_ <= range_.first + 4 && (uses_.is(at_ - 1, "pronoun") || uses_.is(at_ - 1, "instrument"));
  }
  bool is_negated() const {
    const auto is_no = [&](std::size_t at) { return at >= range_.first && (words_[at].is("n") || words_[at].is("ne")); };
    return (at_ > range_.first && is_no(at_ - 1)) || (at_ > range_.first + 1 && is_no(at_ - 2));
  }
  /// « La Fondation s'engage à … »: one of the parties
  bool pledges() const {
    constexpr std::size_t kHead = 8;
    return uses_.is(at_, "pledge") && !Reading::within(context_.reading.named, {range_.first, std::min(at_, range_.first + kHead)}).empty();
  }
  /// « …, elle étudiera », « …, la lettre leur permet »
  bool follows_reference() const {
    if (at_ > 0 && uses_.is(at_ - 1, "pronoun")) return true;
    return uses_.any(at_ > range_.first + 4 ? at_ - 4 : range_.first, at_, "instrument");
  }

  const ThemeContext& context_;
  const Words& words_;
  const WordUses& uses_;
  std::uint32_t sentence_;
  std::size_t at_;
  WordRange range_;
  std::vector<ThemeCandidate> found_;
};

}  // namespace

std::vector<ThemeCandidate> lists_behind_verb(const ThemeContext& context, std::uint32_t sentence, std::size_t at) {
  return VerbReader(context, sentence, at).read();
}

}  // namespace maillage::documents
