// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/themes.hpp"

#include <algorithm>
#include <string_view>

#include "documents/agreements/agreement_object.hpp"
#include "documents/agreements/answered_questions.hpp"
#include "documents/agreements/named_matters.hpp"
#include "documents/agreements/numbered_headings.hpp"
#include "documents/agreements/parts_told_apart.hpp"
#include "documents/agreements/running_lists.hpp"
#include "documents/agreements/theme_items.hpp"
#include "documents/agreements/theme_leads.hpp"
#include "documents/agreements/theme_refusals.hpp"
#include "documents/agreements/theme_sentences.hpp"
#include "documents/agreements/told_one_by_one.hpp"
#include "documents/text/common_words.hpp"
#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMost = 14, kLongestMember = 28;  // words
constexpr double kLeast = .5;

struct Candidate {
  std::vector<WordRange> members;
  double weight = 0;
  const char* rule = "";
};

class ThemeFinder {
 public:
  ThemeFinder(const Findings& findings, const AgreementThread& thread, const std::vector<ReadParty>& parties)
      : context_(findings, thread, parties), reading_(findings.reading), words_(findings.reading.words) {}

  std::vector<Claimed<std::string>> find() {
    for (auto& one : theme_items(context_)) offer(std::move(one));
    for (auto& one : theme_sentences(context_)) offer(std::move(one));
    for (auto& one : told_one_by_one(context_)) offer(std::move(one));
    for (auto& one : theme_leads(context_)) offer(std::move(one));
    for (auto& one : numbered_headings(context_)) offer(std::move(one));
    for (auto& one : answered_questions(context_)) offer(std::move(one));
    for (auto& one : named_matters(context_)) offer(std::move(one));
    for (auto& one : agreement_objects(context_)) offer(std::move(one));
    for (auto& one : parts_told_apart(context_)) offer(std::move(one));
    std::vector<Claimed<std::string>> themes;
    if (best_.weight < kLeast) return themes;
    add_told_behind();
    for (const auto& member : best_.members) {
      auto label = theme_label(words_, reading_.lexicon, member);
      if (label.size() < 3) continue;
      themes.push_back({std::move(label), best_.weight * .9, words_.span_of(member.first, member.last), best_.rule});
    }
    return themes;
  }

 private:
  /// « S'y ajoute la santé des femmes », « Il en ajoute un quatrième, A », « À ces axes s'ajoutent A et B »: behind the
  /// list.
  void add_told_behind() {
    constexpr std::uint32_t kReach = 2;
    const auto last = words_[best_.members.back().last - 1].sentence;
    for (auto s = last + 1; s <= last + kReach && s < reading_.passages.size(); ++s) {
      const auto& passage = reading_.passages[s];
      if (passage.words.empty() || passage.kind != BlockKind::paragraph || passage.is_quote ||
          !Reading::within(reading_.amounts, passage.words).empty())
        continue;
      for (auto at = passage.words.first + 1; at + 1 < passage.words.last && at < passage.words.first + 10; ++at) {
        const bool is_there = words_[at - 1].is("y") || words_[at - 1].is("s");
        if (!is_one_of(words_[at], {"ajoute", "ajoutent"}) || !(is_there || words_[at - 1].is("en"))) continue;
        WordRange rest{at + 1, passage.words.last};
        const auto mark =
            std::find_if(&words_[rest.first], &words_[rest.first] + std::min<std::size_t>(5, rest.last - rest.first),
                         [](const Word& word) { return word.is(",") || word.is(":"); });
        const auto lead = static_cast<std::size_t>(mark - &words_[rest.first]);
        const bool is_counted = is_one_of(words_[rest.first], {"un", "une", "deux"}) && lead >= 2 && lead < 5 &&
                                rest.first + lead + 1 < rest.last;
        if (!is_there && !is_counted) return;
        if (is_counted) rest.first += lead + 1;
        if (!Reading::within(reading_.named, rest).empty() || !Reading::within(reading_.persons, rest).empty() ||
            !Reading::within(reading_.days, rest).empty())
          return;
        for (const auto& member : list_members(words_, reading_.lexicon, rest)) {
          if (!member.empty() && member.last - member.first <= 10 && best_.members.size() < kMost &&
              !is_an_agreement(context_, member) && !holds_a_verb(context_, member))
            best_.members.push_back(member);
        }
        return;
      }
    }
  }
  void offer(ThemeCandidate one) { offer(std::move(one.members), one.weight, one.rule, one.least); }
  void offer(std::vector<WordRange> members, double weight, const char* rule, std::size_t least) {
    if (members.size() > kMost) return;
    std::erase_if(members, [](const WordRange& member) { return member.empty(); });
    if (members.empty() || members.size() < least) return;
    // « cinq signatures : celles de X et de Y », « comme maire et comme président »: who signs
    const auto tells_hands = [&](const WordRange& member) {
      const bool is_counted_mark = member.last == member.first + 2 && small_number(words_, member.first, reading_.lexicon) && is_one_of(words_[member.first + 1], reading_.lexicon.list("signing_sentences.marks"));
      return is_one_of(words_[member.first], {"comme", "celles", "ceux", "celui", "celle"}) || is_counted_mark;
    };
    if (weight < .8 && std::ranges::any_of(members, tells_hands)) return;
    const auto people = std::ranges::count_if(
        members, [&](const WordRange& member) { return !Reading::within(reading_.persons, member).empty(); });
    if (people > 0 && weight < .56) return;
    if (2 * people >= static_cast<std::ptrdiff_t>(members.size())) return;
    // The last of a running list may go over into the rest of its sentence; its label ends before.
    if (std::ranges::any_of(members.begin(), members.end() - 1,
                            [](const WordRange& member) { return member.last - member.first > kLongestMember; }))
      weight -= .3;
    if (are_figures(context_, members)) weight -= weight < .85 ? .4 : .2;
    const bool is_counted = std::string_view(rule) == "sentences_below_a_heading" || std::string_view(rule) == "list_of_items" ||
                            (std::string_view(rule) == "counted_list_behind_a_colon" && members.size() >= 4);  // « cinq modules : connaître ses droits, …, être accompagné »
  // « La garantie y est étendue. »: its subject is the label
    const auto is_no_theme = [&](const WordRange& member) {
      return (!is_counted && holds_a_verb(context_, member)) || is_an_agreement(context_, member);
    };
    if (weight < .8 && std::ranges::any_of(members, is_no_theme)) return;
    // « signent deux textes : un accord-cadre et une charte »
    if (std::ranges::any_of(members, [&](const WordRange& member) { return is_an_agreement(context_, member); })) return;
    if (are_articles_of_contract(context_, members) || is_of_a_law(context_, members.front()) || points_back(context_, members.front())) return;
    // Lists of bodies, and of days, are no themes.
    const auto names = std::ranges::count_if(members, [&](const WordRange& member) {
      const auto named = Reading::within(reading_.named, member);
      return !named.empty() && named.front().words.first <= member.first + 2 &&
             named.front().words.last + 2 >= member.last;
    });
    if (weight < .56 && names > 0) return;
    const auto dated = std::ranges::count_if(members, [&](const WordRange& member) {
      const auto days = Reading::within(reading_.days, member);
      return !days.empty() && days.front().words.first <= member.first + 2;
    });
    // « Thématiques : Santé mentale / Accès aux soins »: words that anything may begin with, no names
    const bool is_label_line = std::string_view(rule) == "list_behind_a_colon" && weight > .8;
    const auto proper = std::ranges::count_if(members, [&](WordRange member) {
      const bool has_article = words_[member.first].is("la") || words_[member.first].is("le") || words_[member.first].is("l");
      if (has_article && member.first + 1 < member.last) ++member.first;
      if (is_label_line && CommonWords::french().has(lower_french(words_.prose().of(words_[member.first].span)))) return false;
      return words_[member.first].is_capital() && member.first > reading_.passage_of(member.first).words.first;
    });
    const bool opens_blocks =
        std::string_view(rule) == "list_of_items" || std::string_view(rule).find("headings") != std::string_view::npos ||
                              std::string_view(rule).starts_with("quoted");
    if (!opens_blocks && 2 * proper > static_cast<std::ptrdiff_t>(members.size())) return;
    const auto paid = std::ranges::count_if(
        members, [&](const WordRange& member) { return !Reading::within(reading_.amounts, member).empty(); });
    if (!are_paid_projects(context_, members) && 2 * paid > static_cast<std::ptrdiff_t>(members.size())) return;
    // « l'Office prête … »: what each body does; « la participation de l'Office » is a theme.
    const auto naming = std::ranges::count_if(members, [&](const WordRange& member) {
      const auto named = Reading::within(reading_.named, member);
      return !named.empty() && named.front().words.first <= member.first + 2;
    });
    if (weight < .8 && 2 * naming >= static_cast<std::ptrdiff_t>(members.size())) return;
    if (2 * names >= static_cast<std::ptrdiff_t>(members.size()) ||
        2 * dated > static_cast<std::ptrdiff_t>(members.size()))
      return;
    if (weight > best_.weight) best_ = {std::move(members), weight, rule};
  }

  const ThemeContext context_;
  const Reading& reading_;
  const Words& words_;
  Candidate best_;
};

}  // namespace

std::vector<Claimed<std::string>> find_themes(const Findings& findings, const AgreementThread& thread,
                                              const std::vector<ReadParty>& parties) {
  return ThemeFinder(findings, thread, parties).find();
}

}  // namespace maillage::documents
