// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/theme_items.hpp"

#include <algorithm>

#include "documents/agreements/document_units.hpp"
#include "documents/agreements/single_story.hpp"
#include "documents/agreements/theme_headings.hpp"

namespace maillage::documents {
namespace {

class ItemReader {
 public:
  explicit ItemReader(const ThemeContext& context)
      : context_(context), reading_(context.reading), words_(context.words), is_letter_(is_newsletter(context.reading) && !tells_one_signature(context.findings)) {}

  std::vector<ThemeCandidate> read() {
    read_items();
    return std::move(candidates_);
  }

 private:
  /// Runs of items: one list each, numbered ones going on over the paragraphs between them.
  void read_items() {
    std::vector<WordRange> items;
    double weight = 0;
    std::size_t block = 0;
    std::uint32_t number = 0, lead = 0, lead_of_items = 0;
    const auto close = [&] {
      if (weight > 0 && says_count(reading_, reading_.passages[lead_of_items].words, items.size()))
        weight = std::max(weight, .78);
      const auto groups = std::ranges::count_if(items, [&](const WordRange& item) { return begins_with_group(item); });
      if (2 * groups > static_cast<std::ptrdiff_t>(items.size()) && weight < .8) weight = 0;
      if (weight > 0) candidates_.push_back({std::move(items), weight, "list_of_items", 2});
      items.clear();
      number = 0;
    };
    const auto& blocks = words_.prose().blocks;
    for (const auto sentence : context_.sentences) {
      const auto& passage = reading_.passages[sentence];
      if (passage.words.empty()) continue;
      const auto& here = blocks[passage.block];
      const bool leads = context_.findings.is_label[sentence] || (here.number == 0 && words_[passage.words.last - 1].is(":"));
      const bool is_item =
          (here.kind == BlockKind::item || here.number > 0) && !passage.is_question && !context_.findings.is_keyed[sentence];
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
      const bool is_below = number > 0 && here.number == 0;  // bullets below a number
      if (!items.empty() && (passage.block == block || is_below)) continue;  // explains the item
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
    const auto text = words_.prose().blocks[reading_.passages[sentence].block].span.begin;
    while (words.first + 1 < words.last && words_[words.first].span.begin < text && words_[words.first].kind == WordKind::word) ++words.first;  // « II. »
    while (words.first + 1 < words.last && words_[words.first].kind == WordKind::mark && !is_one_of(words_[words.first], {"«", "“", "("}))
      ++words.first;  // the bullet
    return words;
  }

  /// « les chambres consulaires »
  bool begins_with_group(const WordRange& item) const {
    const auto group = item.first + (words_[item.first].is("les") || words_[item.first].is("des") ? 1U : 0U);
    return static_cast<bool>(reading_.lexicon.group_words.at(words_, group, item.last));
  }
  /// A person, or an institution at its head: an item of a list of those who sign.
  bool names_somebody(const WordRange& item) const {
    if (begins_with_group(item)) return true;
    const auto named = Reading::within(reading_.named, item);
    return !Reading::within(reading_.persons, item).empty() ||
           (!named.empty() && named.front().words.first <= item.first + 2);
  }

  /// « Il vise deux résultats : »: what the agreement is to bring about, whatever it is called.
  bool aims(const WordRange& lead) const {
    return context_.is_about_agreement(words_[lead.first].sentence) && reading_.has_any(lead, reading_.lexicon.list("theme_items.aims"));
  }
  /// « 1. La mobilité : une aide au transport », each of its numbered run.
  bool labels_each(std::uint32_t first_item) const {
    constexpr std::size_t kLabel = 5;
    const auto& blocks = words_.prose().blocks;
    std::uint32_t number = 0;
    std::size_t block = 0, items = 0;
    for (auto s = first_item; s < reading_.passages.size(); ++s) {
      const auto& passage = reading_.passages[s];
      if (passage.words.empty() || (items > 0 && passage.block == block)) continue;
      const auto& here = blocks[passage.block];
      if (here.number != number + 1 || here.kind != BlockKind::item) break;
      auto at = passage.words.first;
      const auto reach = std::min(passage.words.last, passage.words.first + kLabel + 3);
      while (at < reach && !words_[at].is(":")) ++at;
      const bool is_plain = Reading::within(reading_.named, {passage.words.first, at}).empty() && Reading::within(reading_.persons, passage.words).empty() &&
                            Reading::within(reading_.days, passage.words).empty();
      if (at >= reach || at + 1 >= passage.words.last || !is_plain) return false;
      number = here.number;
      block = passage.block;
      ++items;
    }
    return items >= 2;
  }
  /// « Trois étapes : », « Documents à télécharger »
  bool leads_to_others(const WordRange& lead) const {
    constexpr std::size_t kLabel = 6;
    if (lead.empty() || context_.noun_in(lead)) return false;
    const auto tail = lead.last > lead.first + kLabel ? lead.last - kLabel : lead.first;
    if (aims(lead)) return false;
    return context_.uses.any(tail, lead.last, "other_list") ||
           context_.uses.any(lead.first, std::min(lead.last, lead.first + kLabel / 2), "other_list");
  }

  /// « Comment cela marche-t-il ? »
  bool asks_something_else(const Passage& lead) const {
    return lead.is_question && !lead.words.empty() &&
           context_.uses.any(lead.words.first, std::min(lead.words.first + 3, lead.words.last), "other_question");
  }
  /// « Ce que le nouveau protocole change »
  bool tells_what_is_in_it(const Passage& lead) const {
    const bool is_short = lead.kind != BlockKind::paragraph || lead.words.last - lead.words.first <= 10;
    const bool names_it = context_.uses.any(lead.words.first + 2, lead.words.last, "asked") ||
                          context_.uses.any(lead.words.first + 2, lead.words.last, "instrument");  // « Ce que règle l'accord »
    return is_short && lead.words.last > lead.words.first + 2 && words_[lead.words.first].is("ce") &&
           is_one_of(words_[lead.words.first + 1], {"que", "qu", "qui"}) && names_it;
  }

  double weight_of_items(std::uint32_t first_item, std::uint32_t lead) const {
    const auto& section = context_.findings.section_of[first_item];
    if ((section == "signatories" || section == "parties") && names_somebody(whole_item(first_item))) return 0;
    if (section == "agenda" || section == "about" || section == "contact" || section == "more" || section == "present" ||
        section == "past" || section == "summary")
      return 0;
    if (section == "themes") return .9;
    if (is_numbered_theme(reading_, whole_item(first_item))) return .87;
    const auto& passage = reading_.passages[lead];
    if (labels_each(first_item)) return .7;
    if (const auto weight = weight_of_heading(context_, passage); weight > 0) return weight;
    if (leads_to_others(passage.words) || asks_something_else(passage)) return 0;
    if (tells_what_is_in_it(passage)) return .82;
    const bool is_led =
        !passage.words.empty() &&
        (words_[passage.words.last - 1].is(":") ||
         (passage.kind == BlockKind::paragraph && words_[passage.words.last - 1].kind == WordKind::word));
    const bool is_numbered = words_.prose().blocks[reading_.passages[first_item].block].number > 0;
    const bool names_agreement = !context_.findings.instruments_of[lead].empty();
    if (section == "actions") return .6;
    if (is_led) return names_agreement ? .75 : .6;
    if (is_letter_) return 0;  // its offers of work, its news
    if (is_numbered) return .55;
    if (names_agreement) return .5;
    // « convention fixe des règles communes pour » without a colon, its items behind
    return .45;
  }

  const ThemeContext& context_;
  const Reading& reading_;
  const Words& words_;
  bool is_letter_;
  std::vector<ThemeCandidate> candidates_;
};

}  // namespace

std::vector<ThemeCandidate> theme_items(const ThemeContext& context) { return ItemReader(context).read(); }

}  // namespace maillage::documents
