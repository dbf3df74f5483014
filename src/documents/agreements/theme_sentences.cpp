// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/theme_sentences.hpp"

#include <algorithm>
#include <string_view>

#include "documents/agreements/lists_behind_verbs.hpp"
#include "documents/agreements/parallel_lists.hpp"
#include "documents/agreements/running_lists.hpp"
#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kSubject = 5;            // words
constexpr std::size_t kLongestGoal = 16;       // words
constexpr std::size_t kLongestSentence = 300;  // words: longer ones are no prose, and each verb would look through all

class SentenceReader {
 public:
  explicit SentenceReader(const ThemeContext& context)
      : context_(context), reading_(context.reading), words_(context.words), uses_(context.uses) {}

  std::vector<ThemeCandidate> read() {
    for (const auto sentence : context_.sentences) {
      const auto& passage = reading_.passages[sentence];
      const bool is_prose = passage.words.last - passage.words.first <= kLongestSentence;
      if (passage.words.empty() || !is_prose || passage.kind == BlockKind::contact || context_.is_elsewhere(sentence))
        continue;
      read_sentence(sentence);
      read_parts_being(sentence);
      read_below_heading(sentence);
    }
    return std::move(candidates_);
  }

 private:
  std::vector<WordRange> members_of(const WordRange& range) const {
    return list_members(words_, reading_.lexicon, range);
  }
  void offer(std::vector<WordRange> members, double weight, const char* rule, std::size_t least) {
    if (std::ranges::any_of(members, [&](const WordRange& member) { return is_aside(member); })) return;
    if (members.size() >= least) candidates_.push_back({std::move(members), weight, rule, least});
  }

  /// « à son tour », « pour sa part », « en outre »: commas round it join no list.
  bool is_aside(const WordRange& member) const {
    return !member.empty() && member.last - member.first <= 3 && uses_.any(member.first, member.last, "own") &&
           uses_.any(member.first, member.last, "aside");
  }

  void read_sentence(std::uint32_t sentence) {
    const auto& passage = reading_.passages[sentence];
    const auto first = passage.words.first, last = passage.words.last;
    if (is_numbered_theme(reading_, passage.words)) {  // an item, or « Axe 1 : … ; axe 2 : … »
      const auto members = members_of(passage.words);
      if (passage.kind == BlockKind::paragraph) offer(members, .85, "numbered_in_a_sentence", 2);
      return;
    }
    const auto noun = noun_of(passage.words);
    read_sentence_before(sentence);
    for (auto at = first; at < last; ++at) {
      const auto& word = words_[at];
      const WordRange rest{at + 1, last};
      if (word.is("«") && at > first && context_.noun_in({at > first + 2 ? at - 2 : first, at})) read_quotes(at, last);
      if (word.is(":")) {
        read_colon(sentence, at);
      } else if ((word.is("–") || word.is("—") || word.is("(")) && opens_list(first, at)) {
        offer(members_of({at + 1, next_dash(at + 1, last)}), .85, "list_between_dashes", 2);
      } else if (word.is(",") && at > first + 1) {
        read_counted_apposition({first, at}, {at + 1, last});
      } else if (word.is("savoir") && at > first && words_[at - 1].is("a")) {
        offer(members_of(rest), noun ? .85 : .55, "list_behind_namely", 2);
      } else if ((word.is("lesquels") || word.is("lesquelles")) && words_[at - 1].is("parmi") && noun && *noun < at) {
        offer(members_of(rest), .7, "list_behind_among_which", 2);
      } else if (word.is("sont") && at > first && words_[at - 1].is("que") && noun && *noun < at) {
        offer(members_of(rest), .85, "list_behind_that_are", 2);
      } else if (says_object(at, first)) {
        read_object(sentence, at);
      } else if (names_as(at, first)) {
        offer(parallel_list(context_, rest), .7, "named_as_priorities", 2);
      } else if (const auto such = uses_.phrase(at, last, "such_as"); such > 0 && at > first && context_.noun_in({at > first + 6 ? at - 6 : first, at})) {
        read_examples({at + such, last});
      } else if (uses_.phrase(at, last, "all_of") > 0 && at > first + 3) {
        const auto about = context_.noun_in({at, std::min(at + 8, last)});
        if (about) offer(members_of({first, words_[at - 1].is(":") ? at - 1 : at}), .86, "all_of_these", 2);
      } else if (word.is("autour") && at > first && !is_one_of(words_[std::min(at + 3, last - 1)], {"table"}) && uses_.any(at > first + 4 ? at - 4 : first, at, "around")) {
        offer(members_of(rest), .75, "organised_around", 2);
      } else if (uses_.is(at, "being")) {
        read_being(sentence, at, noun);
      } else {
        for (auto& one : lists_behind_verb(context_, sentence, at)) offer(std::move(one.members), one.weight, one.rule, one.least);
      }
    }
  }

  /// « quatre axes : A, B », « sur trois fronts : A, B et C »
  void read_colon(std::uint32_t sentence, std::size_t at) {
    const auto& passage = reading_.passages[sentence];
    const auto first = passage.words.first;
    const WordRange before{first, at}, rest = context_.behind(at);
    const auto members = members_of(rest);
    const auto noun = context_.noun_in(before);
    const bool leads_to_bodies = at > first && reading_.lexicon.group_words.at(words_, at - 1, at);  // « et trois mécènes : »
    const bool are_foreseen = at > first && uses_.is(at - 1, "foreseen") && says_count(reading_, before, members.size());  // « Trois résultats sont attendus : »
    if (context_.is_of_others(sentence, at) || (!noun && (leads_to_bodies || (uses_.any(first, at, "other_list") && !are_foreseen)))) return;
    const bool is_prose = passage.kind == BlockKind::paragraph || passage.kind == BlockKind::item;
    if (passage.kind == BlockKind::paragraph && names_agreement_behind(before, rest)) {
      offer(members_of(before), .64, "list_before_the_agreement", 3);
    } else if (sums_up(rest)) {
      offer(members_of(before), .86, "summed_up_behind_a_colon", 2);
    } else if (noun && *noun <= first + 1 && at == *noun + 1 && members.size() == 1) {  // « Objectif : des vitrages plus légers. »
      const bool is_short = members.front().last - members.front().first <= kLongestGoal;
      if (is_short && is_prose && context_.noun_in(before) && uses_.is(*noun, "object")) offer(members, .54, "goal_behind_a_colon", 1);
    } else if (noun && is_of_occasion(*noun, at)) {
      return;
    } else if (noun) {
      // « l'une des missions de l'association : … »: hers
      const bool is_of_body = words_[*noun].folded.starts_with("mission") && !Reading::within(reading_.named, {*noun + 1, std::min(*noun + 5, at)}).empty();
      offer(members, at - *noun < 12 && !is_of_body ? .88 : .6, "list_behind_a_colon", 2);
    } else if (says_count(reading_, before, members.size())) {
      offer(members, context_.is_about_agreement(sentence) ? .62 : .58, "counted_list_behind_a_colon", 2);
    } else if (context_.noun_in(before, "actions")) {
      offer(members, .6, "list_behind_a_colon", 3);
    } else if (is_prose && is_said_of_agreement(before) && is_bare_list(context_, rest)) {
      offer(members, .5, "bare_list_behind_a_colon", 3);
    }
  }

  /// « Au programme de l'hiver : », « les temps forts de la journée : »: of days, no agreement
  bool is_of_occasion(std::size_t noun, std::size_t colon) const {
    constexpr std::size_t kNear = 4;
    return words_[noun].folded.starts_with("programme") && reading_.has_any({noun + 1, std::min(noun + 1 + kNear, colon)}, reading_.lexicon.list("theme_sentences.occasions"));
  }
  /// « A en est l'un des volets ; B et C en sont les deux autres »
  void read_parts_being(std::uint32_t sentence) {
    constexpr std::size_t kLongestPart = 30;
    const auto& range = reading_.passages[sentence].words;
    if (!context_.noun_in(range)) return;
    std::vector<WordRange> members;
    std::size_t parts = 0;
    for (auto begin = range.first; begin < range.last;) {
      auto end = begin;
      while (end < range.last && !words_[end].is(";")) ++end;
      auto at = begin + 1;
      while (at + 1 < end && !(words_[at].is("en") && is_one_of(words_[at + 1], {"est", "sont", "constitue", "constituent", "forme", "forment"}))) ++at;
      if (at + 1 >= end || end - begin > kLongestPart) return;
      for (const auto& member : members_of({begin, at})) members.push_back(member);
      ++parts;
      begin = end + 1;
    }
    if (parts >= 2) offer(std::move(members), .87, "are_the_parts", 2);
  }

  /// « poursuivent deux ambitions partagées, l'emploi et le logement »: as many as are counted, right behind.
  void read_counted_apposition(const WordRange& before, const WordRange& rest) {
    constexpr std::size_t kNear = 4;
    const WordRange near{before.last > before.first + kNear ? before.last - kNear : before.first, before.last};
    const auto noun = context_.noun_in(near);
    const bool is_article = rest.first < rest.last && is_one_of(words_[rest.first], {"le", "la", "l", "les"});
    if (!noun || *noun + 2 < before.last || !is_article) return;
    const auto members = members_of(rest);
    if (says_count(reading_, near, members.size()) && are_alike(context_, members)) offer(members, .86, "counted_apposition", 2);
  }

  bool has_list_behind(std::size_t noun, std::size_t last) const {
    for (auto at = noun; at < last; ++at) {
      if (is_one_of(words_[at], {":", ",", ";", "("})) return true;
    }
    return false;
  }
  /// « autour des axes « A », « B » et « C » »: what the quotes hold
  void read_quotes(std::size_t at, std::size_t last) {
    std::vector<WordRange> members;
    while (at < last && words_[at].is("«")) {
      auto end = at + 1;
      while (end < last && !words_[end].is("»")) ++end;
      if (end >= last) break;
      members.push_back({at + 1, end});
      at = end + 1;
      while (at < last && is_one_of(words_[at], {",", ";", "et", "ou", "ainsi", "que"})) ++at;
    }
    offer(std::move(members), .87, "quoted_behind_a_noun", 2);
  }
  /// « Loger, nourrir, soigner. C'est avec ces trois objectifs que … »
  void read_sentence_before(std::uint32_t sentence) {
    constexpr std::size_t kReach = 7;
    if (sentence == 0) return;
    const auto &here = reading_.passages[sentence], &before = reading_.passages[sentence - 1];
    if (before.words.empty() || before.section != here.section || before.is_question || context_.is_elsewhere(sentence - 1)) return;
    const WordRange head{here.words.first, std::min(here.words.last, here.words.first + kReach)};
    const auto noun = context_.noun_in(head);
    if (!noun || !uses_.any(head.first, *noun, "these")) return;
    const auto members = members_of(before.words);
    if (says_count(reading_, {head.first, *noun}, members.size()) || are_alike(context_, members))
      offer(members, .8, "summed_up_in_the_next_sentence", 2);
  }
  /// « …, avant un déjeuner préparé par les lycéens : A, B et C »: an aside of its sentence leads to no themes.
  bool is_said_of_agreement(const WordRange& before) const {
    auto part = before.last;
    while (part > before.first && !words_[part - 1].is(",")) --part;
    return part == before.first || !uses_.is(part, "aside_opening");
  }

  /// « Formation, recherche, insertion : c'est pour ces trois domaines que … », « …: tels sont les axes de … »
  bool sums_up(const WordRange& rest) const {
    constexpr std::size_t kLead = 2, kReach = 9;
    const auto head = std::min(rest.first + kReach, rest.last);
    if (small_number(words_, rest.first, reading_.lexicon)) {  // « …: trois chantiers sur lesquels … »
      const auto counted = noun_of({rest.first, std::min(rest.first + 4, rest.last)});
      return counted && !has_list_behind(*counted, rest.last);
    }
    // « Énergie, matériaux, océans : les grandes thématiques du texte reflètent … »
    const auto named = noun_of({rest.first, std::min(rest.first + 4, rest.last)});
    const bool is_definite =
        rest.first < rest.last && is_one_of(words_[rest.first], {"les", "ces", "ses", "leurs", "autant"});
    if (named && is_definite && !has_list_behind(*named, rest.last) && is_listed_before(rest.first - 1)) return true;
    if (!uses_.any(rest.first, std::min(rest.first + kLead, rest.last), "sums_up")) return false;
    const auto noun = noun_of({rest.first, head});
    return noun && uses_.any(rest.first, *noun, "points_back");
  }
  /// « Formation, recherche, accueil : la convention couvre un large champ »
  bool names_agreement_behind(const WordRange& before, const WordRange& rest) const {
    constexpr std::size_t kNear = 3;
    const auto head = std::min(rest.first + kNear, rest.last);
    return uses_.any(rest.first, head, "instrument") && !has_list_behind(rest.first, rest.last) && is_bare_list(context_, before);
  }

  /// « A, B, C : » a sentence that begins with nothing but a list
  bool is_listed_before(std::size_t colon) const {
    const WordRange before{reading_.passage_of(colon).words.first, colon};
    return !before.empty() && members_of(before).size() >= 3 && is_bare_list(context_, before);
  }

  /// « plusieurs priorités, telles que A, B et C », « cinq volets, dont A et B »
  void read_examples(const WordRange& rest) {
    auto list = parallel_list(context_, rest);
    if (list.empty() && is_bare_list(context_, rest)) list = members_of(rest);
    offer(std::move(list), .68, "examples_of_priorities", 2);
  }

  /// « a pour objet de », « avec pour objectifs »
  void read_object(std::uint32_t sentence, std::size_t at) {
    const WordRange rest{at + 1, reading_.passages[sentence].words.last};
    if (auto list = parallel_list(context_, rest); list.size() >= 2) {
      offer(std::move(list), .7, "object_said", 2);
      return;
    }
    const auto members = members_of(behind_adverbs(rest));
    if (are_alike(context_, members))
      offer(members, members.size() > 1 ? .7 : .54, "object_said", members.size() > 1 ? 2 : 1);
  }
  bool says_object(std::size_t at, std::size_t first) const {
    return at > first && words_[at - 1].is("pour") && uses_.is(at, "object");
  }
  /// « retient comme priorités A, B et C »
  bool names_as(std::size_t at, std::size_t first) const {
    return at > first + 1 && (words_[at - 1].is("comme") || words_[at - 1].is("pour")) && is_noun(at);
  }
  /// « … sont au centre du texte », « … au cœur de ce partenariat »
  bool is_about(std::uint32_t sentence, std::size_t at) const {
    const auto& range = reading_.passages[sentence].words;
    return uses_.any(at, range.last, "instrument") || context_.is_about_agreement(sentence);
  }
  bool is_noun(std::size_t at) const {
    const auto& table = reading_.lexicon.section_words;
    const auto found = table.at(words_, at, at + 1);
    return found && table.field(*found.entry, "section") == "themes";
  }

  /// « A, B et C en sont les priorités », « Les priorités sont A, B et C », « Sont visés A et B »
  void read_being(std::uint32_t sentence, std::size_t at, std::optional<std::size_t> noun) {
    const auto& range = reading_.passages[sentence].words;
    const WordRange before{range.first, at}, rest{at + 1, range.last};
    if (noun && *noun > at && *noun - at <= 6) {
      const bool points =
          before.last > before.first + 1 && is_one_of(words_[before.last - 1], {"en", "y"});  // « A et B en sont … »
      offer(members_of({before.first, before.last - (points ? 1U : 0U)}), .86, "are_the_priorities", 2);
    } else if (uses_.any(at + 1, std::min(at + 4, range.last), "central") && (is_about(sentence, at) || is_one_of(words_[at - 1], {"y", "en"}))) {
      const WordRange subject{before.first, is_one_of(words_[at - 1], {"y", "en"}) ? at - 1 : at};  // « A, B et C y tiennent une place particulière »
      auto list = parallel_list(context_, subject);
      if (list.empty() && is_bare_list(context_, subject)) list = members_of(subject);
      offer(std::move(list), .58, "are_central", 2);
    } else if (uses_.any(at + 1, std::min(at + 4, range.last), "singled_out")) {
      if (is_bare_list(context_, before)) offer(members_of(before), .6, "are_the_first", 3);
      auto said = at + 1;  // « Sont ainsi visés A et B »: behind the participle
      while (said + 1 < range.last && !uses_.is(said, "singled_out")) ++said;
      ++said;
      if (at <= range.first + 2 && said < range.last)
        offer(parallel_list(context_, {said, range.last}), .6, "the_first_are", 2);
    } else if (words_[range.first].is("parmi") && at - range.first < 12) {  // « Parmi les actions prévues figurent A et B »
      offer(parallel_list(context_, rest), .66, "found_among_them", 2);
    } else if (const auto subject = context_.noun_in(before); subject && at - *subject <= 6) {
      offer(parallel_list(context_, rest), .8, "the_priorities_are", 2);
    }
  }

  /// « De quoi parle-t-on ? De petite enfance, de jeunesse et d'accès aux droits. »; « Les sujets retenus », and one line;
  /// « Trois nouveautés », and three sentences.
  void read_below_heading(std::uint32_t sentence) {
    const auto& passage = reading_.passages[sentence];
    if (sentence == 0 || context_.findings.section_of[sentence] != "themes" || passage.kind != BlockKind::paragraph)
      return;
    const auto& heading = reading_.passages[sentence - 1];
    if (heading.words.empty() || heading.block == passage.block || heading.section != passage.section) return;
    if (heading.is_question) {
      auto range = passage.words;  // « Elle définit un socle partagé : la vie de campus, … »: behind the colon
      for (auto at = range.first; at + 1 < passage.words.last; ++at) range.first = words_[at].is(":") ? at + 1 : range.first;
      const auto members = members_of(range);
      const auto led =
          std::ranges::count_if(members, [&](const WordRange& one) { return uses_.is(one.first, "leading"); });
      if (2 * led >= static_cast<std::ptrdiff_t>(members.size())) offer(members, .58, "sentence_below_a_heading", 3);
    }
    const bool is_clause = uses_.any(passage.words.first, std::min(passage.words.last, passage.words.first + kSubject), "sentence_verb");
    const auto& instruments = context_.findings.instruments_of[sentence];  // « L'avenant introduit A et B »: a sentence
    const bool has_subject = !instruments.empty() &&
                             context_.findings.instruments[instruments.front()].words.first <= passage.words.first + 2;
    if (!is_clause && !has_subject && is_bare_list(context_, passage.words))
      offer(members_of(passage.words), .7, "list_below_a_heading", 3);
    std::vector<WordRange> subjects;
    for (auto s = sentence; s < reading_.passages.size() && reading_.passages[s].block == passage.block; ++s) {
      const auto& words = reading_.passages[s].words;
      subjects.push_back({words.first, std::min(words.last, words.first + kSubject)});
    }
    const auto count = small_number(words_, heading.words.first, reading_.lexicon);
    if (count && *count >= 2 && static_cast<std::size_t>(*count) == subjects.size())
      offer(subjects, .56, "sentences_below_a_heading", 2);
  }

  /// « quatre domaines (emploi, logement) », « trois parcours au choix (A ; B ; C) »
  bool opens_list(std::size_t first, std::size_t at) const {
    constexpr std::size_t kNear = 3, kNearCount = 6;
    if (at <= first || words_[at - 1].kind == WordKind::number) return false;
    const auto noun = context_.noun_in({at > first + kNear ? at - kNear : first, at});
    if (noun) return true;
    const auto members = members_of({at + 1, next_dash(at + 1, reading_.passage_of(at).words.last)});
    return words_[at].is("(") && says_count(reading_, {at > first + kNearCount ? at - kNearCount : first, at}, members.size());
  }
  std::size_t next_dash(std::size_t from, std::size_t last) const {
    auto at = from;
    while (at < last && !words_[at].is("–") && !words_[at].is("—") && !words_[at].is(")")) ++at;
    return at;
  }
  WordRange behind_adverbs(WordRange range) const {
    while (range.first + 1 < range.last) {
      const auto size = uses_.phrase(range.first, range.last, "adverb");
      if (size == 0) break;
      range.first += size;
    }
    return range;
  }

  /// The last word of a phrase like « axes », « priorités » of a sentence: the first one behind its head.
  std::optional<std::size_t> noun_of(const WordRange& range) const {
    std::optional<std::size_t> found;
    const auto& table = reading_.lexicon.section_words;
    for (const auto& phrase : table.all(words_, range.first, range.last)) {
      if (table.field(*phrase.entry, "section") != "themes") continue;
      found = phrase.last - 1;
      if (phrase.first > range.first) break;
    }
    return found;
  }

  const ThemeContext& context_;
  const Reading& reading_;
  const Words& words_;
  const WordUses& uses_;
  std::vector<ThemeCandidate> candidates_;
};

}  // namespace

std::vector<ThemeCandidate> theme_sentences(const ThemeContext& context) { return SentenceReader(context).read(); }

}  // namespace maillage::documents
