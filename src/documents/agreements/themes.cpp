// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/themes.hpp"

#include <algorithm>
#include <array>

#include "documents/agreements/agreement_object.hpp"
#include "documents/agreements/answered_questions.hpp"
#include "documents/agreements/document_units.hpp"
#include "documents/agreements/numbered_headings.hpp"
#include "documents/agreements/running_lists.hpp"
#include "documents/agreements/theme_sentences.hpp"

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
  ThemeFinder(const Findings& findings, const AgreementThread& thread)
      : findings_(findings),
        reading_(findings.reading),
        words_(findings.reading.words),
        thread_(thread),
        is_letter_(is_newsletter(findings.reading)) {}

  std::vector<Claimed<std::string>> find() {
    read_items();
    for (auto& one : theme_sentences(findings_, thread_)) offer(std::move(one));
    for (auto& one : numbered_headings(findings_, thread_)) offer(std::move(one));
    for (auto& one : answered_questions(findings_, thread_)) offer(std::move(one));
    if (auto object = agreement_object(findings_, thread_)) offer(std::move(*object));
    std::vector<Claimed<std::string>> themes;
    if (best_.weight < kLeast) return themes;
    for (const auto& member : best_.members) {
      auto label = theme_label(words_, member);
      if (label.size() < 3) continue;
      themes.push_back({std::move(label), best_.weight * .9, words_.span_of(member.first, member.last), best_.rule});
    }
    return themes;
  }

 private:
  void offer(ThemeCandidate one) { offer(std::move(one.members), one.weight, one.rule, one.least); }
  void offer(std::vector<WordRange> members, double weight, const char* rule, std::size_t least) {
    if (members.size() > kMost) return;
    std::erase_if(members, [](const WordRange& member) { return member.empty(); });
    if (members.empty() || members.size() < least) return;
    const auto people = std::ranges::count_if(
        members, [&](const WordRange& member) { return !Reading::within(reading_.persons, member).empty(); });
    if (people > 0 && weight < .56) return;
    if (2 * people >= static_cast<std::ptrdiff_t>(members.size())) return;
    // The last of a running list may go over into the rest of its sentence; its label ends before.
    if (std::ranges::any_of(members.begin(), members.end() - 1,
                            [](const WordRange& member) { return member.last - member.first > kLongestMember; }))
      weight -= .3;
    const bool is_counted = std::string_view(rule) == "sentences_below_a_heading";  // « La garantie y est étendue. »: its subject is the label
    if (weight < .8 && !is_counted && std::ranges::any_of(members, [&](const WordRange& member) { return holds_a_verb(member); })) return;
    if (weight < .8 && std::ranges::any_of(members, [&](const WordRange& member) { return is_an_agreement(member); })) return;
    if (are_articles_of_contract(members)) return;
    // Lists of bodies, and of days, are no themes.
    const auto names = std::ranges::count_if(members, [&](const WordRange& member) {
      const auto named = Reading::within(reading_.named, member);
      return !named.empty() && named.front().words.first <= member.first + 2 &&
             named.front().words.last + 2 >= member.last;
    });
    const auto dated = std::ranges::count_if(members, [&](const WordRange& member) {
      const auto days = Reading::within(reading_.days, member);
      return !days.empty() && days.front().words.first <= member.first + 2;
    });
    const auto proper = std::ranges::count_if(members, [&](WordRange member) {
      const bool has_article = words_[member.first].is("la") || words_[member.first].is("le") || words_[member.first].is("l");
      if (has_article && member.first + 1 < member.last) ++member.first;
      return words_[member.first].is_capital() && member.first > reading_.passage_of(member.first).words.first;
    });
    const bool opens_blocks =
        std::string_view(rule) == "list_of_items" || std::string_view(rule) == "numbered_headings";
    if (!opens_blocks && 2 * proper > static_cast<std::ptrdiff_t>(members.size())) return;
    const auto paid = std::ranges::count_if(
        members, [&](const WordRange& member) { return !Reading::within(reading_.amounts, member).empty(); });
    if (2 * paid > static_cast<std::ptrdiff_t>(members.size())) return;
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

  /// « … et qui est soumis au comité », « s'appuyer l'un sur l'autre », « aller plus loin »: a piece of a sentence.
  bool holds_a_verb(const WordRange& member) const {
    static constexpr auto kFinite = std::to_array<std::string_view>({"est", "sont", "ont", "peut", "peuvent", "sera", "seront", "etait", "etaient", "doit", "doivent",
                                                                     "va", "vont", "avait", "avaient", "sait", "fallait", "faut", "nous", "vous", "j", "c"});
    static constexpr auto kEmpty = std::to_array<std::string_view>({"aller", "etre", "avoir", "pouvoir", "rester", "venir"});
    static constexpr auto kOthers = std::to_array<std::string_view>({"autres", "certains", "certaines", "ceux", "celles"});
    auto first = member.first;
    while (first < member.last && (words_[first].is("d") || words_[first].is("de") || words_[first].is("a"))) ++first;
    if (first >= member.last) return false;
    if (std::ranges::count(kEmpty, words_[first].folded) > 0 || std::ranges::count(kOthers, words_[first].folded) > 0) return true;
    bool is_relative = false;
    for (auto at = member.first; at < member.last; ++at) {
      is_relative = is_relative || words_[at].is("qui") || words_[at].is("que") || words_[at].is("dont") || words_[at].is("(");
      if (!is_relative && std::ranges::count(kFinite, words_[at].folded) > 0 && words_[at].casing == Casing::lower) return true;
    }
    return false;
  }
  /// « Un contrat local de santé et un plan de santé mentale »
  bool is_an_agreement(const WordRange& member) const {
    constexpr std::size_t kArticle = 2;
    for (auto at = member.first; at < std::min(member.last, member.first + kArticle); ++at) {
      const auto found = reading_.lexicon.agreement_types.at(words_, at, member.last);
      if (found && found.size() > 1 && found.last + 1 >= member.last) return true;
    }
    return false;
  }
  /// « Préambule », « Objet », « Durée et résiliation », « Litiges »: the contents of the paper itself.
  bool are_articles_of_contract(const std::vector<WordRange>& members) const {
    static constexpr auto kArticles = std::to_array<std::string_view>({"preambule", "objet", "duree", "resiliation", "litiges", "litige", "portee", "annexes", "annexe",
                                                                       "dispositions", "modification", "entree", "definitions", "signatures"});
    const auto found = std::ranges::count_if(members, [&](const WordRange& member) {
      auto first = member.first;
      while (first < member.last && words_[first].kind != WordKind::word) ++first;
      return first < member.last && std::ranges::count(kArticles, words_[first].folded) > 0;
    });
    return found >= 2;
  }

  /// Runs of items: one list each, numbered ones going on over the paragraphs between them.
  void read_items() {
    std::vector<WordRange> items;
    double weight = 0;
    std::size_t block = 0;
    std::uint32_t number = 0, lead = 0, lead_of_items = 0;
    const auto close = [&] {
      if (weight > 0 && says_count(reading_, reading_.passages[lead_of_items].words, items.size()))
        weight = std::max(weight, .78);
      offer(std::move(items), weight, "list_of_items", 2);
      items.clear();
      number = 0;
    };
    const auto& blocks = words_.prose().blocks;
    for (const auto sentence : thread_.sentences) {
      const auto& passage = reading_.passages[sentence];
      if (passage.words.empty()) continue;
      const auto& here = blocks[passage.block];
      const bool leads = findings_.is_label[sentence] || (here.number == 0 && words_[passage.words.last - 1].is(":"));
      const bool is_item =
          (here.kind == BlockKind::item || here.number > 0) && !passage.is_question && !findings_.is_keyed[sentence];
      if (leads) {
        close();
        lead = sentence;
        continue;
      }
      if (!is_item) {
        const bool goes_on = !items.empty() && number > 0 && !is_letter_;  // the numbered items of a letter are its own
        if (!goes_on) close();
        lead = sentence;
        continue;
      }
      if (!items.empty() && passage.block == block) {
        continue;  // a second sentence of an item explains it
      }
      const bool continues = !items.empty() && (here.number == 0 ? number == 0 : here.number == number + 1);
      if (!continues) {
        close();
        weight = weight_of_items(sentence, lead);
        lead_of_items = lead;
      }
      items.push_back(whole_item(sentence));
      block = passage.block;
      number = here.number;
    }
    close();
  }

  /// « Lot 2. Restauration … »: a number cut off as a sentence goes with what it numbers.
  WordRange whole_item(std::uint32_t sentence) const {
    constexpr std::size_t kNumberAlone = 4;
    auto words = reading_.passages[sentence].words;
    const bool is_cut = words.last - words.first <= kNumberAlone && sentence + 1 < reading_.passages.size() &&
                        reading_.passages[sentence + 1].block == reading_.passages[sentence].block;
    if (is_cut) words.last = reading_.passages[sentence + 1].words.last;
    return words;
  }

  /// A person, or an institution at its head: an item of a list of those who sign.
  bool names_somebody(const WordRange& item) const {
    const auto named = Reading::within(reading_.named, item);
    return !Reading::within(reading_.persons, item).empty() ||
           (!named.empty() && named.front().words.first <= item.first + 2);
  }

  double weight_of_items(std::uint32_t first_item, std::uint32_t lead) const {
    const auto& section = findings_.section_of[first_item];
    if ((section == "signatories" || section == "parties") && names_somebody(whole_item(first_item))) return 0;
    if (section == "agenda" || section == "about" || section == "contact" || section == "more" || section == "present")
      return 0;
    if (section == "themes") return .9;
    if (is_numbered_theme(reading_, whole_item(first_item))) return .87;
    const auto& passage = reading_.passages[lead];
    const bool is_led =
        !passage.words.empty() &&
        (words_[passage.words.last - 1].is(":") ||
         (passage.kind == BlockKind::paragraph && words_[passage.words.last - 1].kind == WordKind::word));
    const bool is_numbered = words_.prose().blocks[reading_.passages[first_item].block].number > 0;
    const bool names_agreement = !findings_.instruments_of[lead].empty();
    if (section == "actions") return .6;
    if (is_led) return names_agreement ? .75 : .6;
    if (is_letter_) return 0;  // its offers of work, its news
    if (is_numbered) return .55;
    if (names_agreement) return .5;
    // « convention fixe des règles communes pour » without a colon, its items behind
    return .45;
  }

  const Findings& findings_;
  const Reading& reading_;
  const Words& words_;
  const AgreementThread& thread_;
  bool is_letter_;
  Candidate best_;
};

}  // namespace

std::vector<Claimed<std::string>> find_themes(const Findings& findings, const AgreementThread& thread) {
  return ThemeFinder(findings, thread).find();
}

}  // namespace maillage::documents
