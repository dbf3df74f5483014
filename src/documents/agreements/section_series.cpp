// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/section_series.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "documents/agreements/document_units.hpp"
#include "documents/agreements/party_evidence.hpp"
#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr double kStrong = .6;

class SeriesReader {
 public:
  explicit SeriesReader(const Findings& findings) : findings_(findings), reading_(findings.reading) {}

  SectionSeries read() {
    part();
    SectionSeries series;
    const bool is_of_one_matter = tells_several() || tells_one_of_each();
    series.is_letter = !is_of_one_matter && is_newsletter(reading_);
    if (first_.size() > 1 && (series.is_letter || is_counted_from_first() || is_labelled_from_first())) {
      if (!series.is_letter) std::erase_if(intro_, [&](auto s) { return std::ranges::find(first_, s) != first_.end(); });
      sections_.insert(sections_.begin(), first_);
    }
    if (sections_.size() < 2 || (!is_of_one_matter && !series.is_letter)) return series;
    if (is_of_one_matter) series.instrument = instrument_of_all();
    std::erase_if(sections_, [&](const Section& section) { return !is_about_agreements(section) || (series.is_letter && !announces(section)); });
    count_sections();
    std::set<std::uint32_t> shared;
    for (const auto sentence : series.is_letter ? Section() : intro_) {
      for (const auto number : strong_in(sentence)) {
        if (sections_with_[number] != 1) shared.insert(number);
      }
    }
    if (!series.is_letter) {
      if (shared.empty()) add_only_one(shared);
      add_named_once(shared);
      series.day = day_of_intro();
      series.is_planned = are_planned();
    }
    for (const auto& section : sections_) {
      if (auto story = story_of(section, shared)) series.stories.push_back(std::move(*story));
    }
    series.shared.assign(shared.begin(), shared.end());
    if (series.stories.size() < 2 && !series.is_letter) series.stories.clear();
    return series;
  }

 private:
  using Section = std::vector<std::uint32_t>;

  bool is_head(std::uint32_t sentence) const {
    const auto kind = reading_.passages[sentence].kind;
    return kind == BlockKind::title || kind == BlockKind::heading;
  }

  // What stands before the second section with a text is said of all.
  void part() {
    std::vector<Section> all;
    std::optional<std::uint32_t> number;
    for (std::uint32_t s = 0; s < reading_.passages.size(); ++s) {
      const auto& passage = reading_.passages[s];
      if (passage.words.empty()) continue;
      if (number != passage.section) all.emplace_back();
      number = passage.section;
      all.back().push_back(s);
    }
    bool is_intro = true;
    for (auto& section : all) {
      const bool has_text = std::ranges::any_of(section, [&](auto s) { return !is_head(s); });
      if (is_intro) {
        intro_.insert(intro_.end(), section.begin(), section.end());
        is_intro = !has_text;
        if (has_text && is_head(section.front())) first_ = std::move(section);
      } else if (has_text && is_head(section.front())) {
        sections_.push_back(std::move(section));
      }
    }
  }

  // « L'USL accueille deux associés. Deux conventions viennent d'être signées par son président »: nobody else is named there.
  void add_only_one(std::set<std::uint32_t>& shared) const {
    const auto named = named_in(intro_);
    const auto in_heading = [&](std::uint32_t number) { return std::ranges::any_of(sections_, [&](const Section& section) { return is_in_heading(section, number); }); };
    if (named.size() == 1 && !in_heading(*named.begin())) shared.insert(*named.begin());
  }

  // « 1/ Lorval. … », « 2/ Brémont. … »: the first is one of them, no introduction
  bool is_counted_from_first() const {
    if (sections_.empty()) return false;
    const auto is_number = [&](const Section& section, std::string_view number) {
      const auto& block = reading_.words.prose().blocks[reading_.passages[section.front()].block];
      if (block.number > 0) return std::to_string(block.number) == number;
      return reading_.words[reading_.passages[section.front()].words.first].is(number);
    };
    return is_number(first_, "1") && is_number(sections_.front(), "2");
  }

  /// « Nos grands contrats », « SANTÉ. … », « TRANSITION. … »: lines above tell several, and labels head each of them, the first too.
  bool is_labelled_from_first() const {
    constexpr std::size_t kLabel = 3;
    const auto is_label = [&](const Section& section) {
      const auto& words = reading_.passages[section.front()].words;
      return words.last - words.first <= kLabel && findings_.instruments_of[section.front()].empty() && findings_.clauses_of[section.front()].empty() &&
             section.size() > 1 && !is_head(section[1]);
    };
    const bool are_several = std::ranges::any_of(intro_, [&](auto s) {
      return s < first_.front() && std::ranges::any_of(findings_.instruments_of[s], [&](auto i) { return findings_.instruments[i].is_plural && findings_.instruments[i].weight >= 1; });
    });
    return are_several && !sections_.empty() && is_label(first_) && std::ranges::all_of(sections_, is_label) && is_about_agreements(first_);
  }

  // Said to sign all of them, and named once more in one of three sections: no partners of that section alone.
  void add_named_once(std::set<std::uint32_t>& shared) {
    if (sections_.size() < 3) return;
    std::set<std::uint32_t> once;
    for (const auto sentence : intro_) {
      for (const auto number : strong_in(sentence)) {
        if (sections_with_[number] == 1) once.insert(number);
      }
    }
    const auto with_one = std::ranges::count_if(sections_, [&](const Section& section) {
      const auto named = named_in(section);
      return std::ranges::any_of(once, [&](auto number) { return named.contains(number); });
    });
    if (with_one == 1 && shared.size() + once.size() >= 2) shared.insert(once.begin(), once.end());
  }

  std::optional<std::size_t> day_of_intro() const {
    for (const auto s : intro_) {
      for (const auto c : findings_.clauses_of[s]) {
        const auto& clause = findings_.clauses[c];
        const bool is_of_all = clause.instrument && findings_.instruments[*clause.instrument].is_plural;
        if (is_of_all && clause.signs() && clause.is_told() && clause.tense != Tense::planned && !clause.is_older && clause.day) return clause.day;
      }
    }
    return std::nullopt;
  }

  // « quatre contrats », « trois signatures », « Chacun repose sur une convention »
  bool tells_several() const {
    bool has_instrument = false, has_word = false;
    bool is_in_summary = false;
    for (const auto s : intro_) {
      is_in_summary = is_in_summary || findings_.section_of[s] == "summary";
      if (is_in_summary && is_head(s)) continue;  // lines below « Au sommaire »
      for (const auto i : findings_.instruments_of[s]) {
        const auto& one = findings_.instruments[i];
        if (one.is_older || one.is_foreign) continue;
        if (one.is_plural) return true;
        has_instrument = true;
      }
      has_word = has_word || reading_.has_any(reading_.passages[s].words, reading_.lexicon.list("section_series.several"));
    }
    return has_instrument && has_word;
  }

  /// « En quatre jours, deux communes ont signé un contrat avec A », and below as many sections, each with a body of its own and
  /// the day on which it signed.
  bool tells_one_of_each() const {
    const auto dated = std::ranges::count_if(sections_, [&](const Section& section) {
      const auto is_dated = [&](std::uint32_t s) {
        return std::ranges::any_of(Reading::within(reading_.days, reading_.passages[s].words), [&](const Place& day) { return reading_.dates.dates[day.number].date.is_exact_day(); });
      };
      return !is_head(section.back()) && std::ranges::any_of(section, is_dated) && !named_in(section).empty() && !reading_.passages[section.front()].is_question;
    });
    return std::ranges::any_of(intro_, [&](auto s) {
      return std::ranges::any_of(findings_.clauses_of[s], [&](auto c) {
        const auto& clause = findings_.clauses[c];
        if (!clause.signs() || !clause.is_told() || clause.is_older || !clause.instrument || strong_in(s).empty()) return false;
        const auto& one = findings_.instruments[*clause.instrument];
        const auto count = bodies_counted({reading_.passages[s].words.first, clause.verb});
        return !one.is_plural && one.determiner != Determiner::definite && count >= 2 && count <= dated;
      });
    });
  }
  /// « deux communes »: 2; none 0
  int bodies_counted(const WordRange& subject) const {
    for (auto at = subject.first; at + 1 < subject.last; ++at) {
      const auto number = small_number(reading_.words, at, reading_.lexicon);
      const bool is_bodies = std::ranges::count(reading_.lexicon.list("party_roles.bodies"), reading_.words[at + 1].folded) > 0;
      if (number && is_bodies) return *number;
    }
    return 0;
  }

  /// « Ils seront signés par la maire dans les prochaines semaines », said of all before the first section
  bool are_planned() const {
    bool is_planned = false;
    for (const auto s : intro_) {
      for (const auto c : findings_.clauses_of[s]) {
        const auto& clause = findings_.clauses[c];
        if (!clause.signs() || !clause.is_told() || clause.is_older) continue;
        if (clause.tense != Tense::planned) return false;
        is_planned = true;
      }
    }
    return is_planned;
  }

  std::optional<std::size_t> instrument_of_all() const {
    std::optional<std::size_t> best;
    for (const auto s : intro_) {
      for (const auto i : findings_.instruments_of[s]) {
        const auto& one = findings_.instruments[i];
        if (one.is_older || one.is_foreign) continue;
        if (!best || one.weight > findings_.instruments[*best].weight) best = i;
      }
    }
    return best;
  }

  std::set<std::uint32_t> named_in(const Section& section) const {
    std::set<std::uint32_t> named;
    for (const auto s : section) {
      for (const auto& mention : Reading::within(reading_.named, reading_.passages[s].words)) {
        const auto number = reading_.institution_of(mention);
        if (!reading_.institutions.named[number].is_generic) named.insert(number);
      }
    }
    return named;
  }

  /// In how many sections each body is named; « dans les locaux de la chambre » of one section may be another chamber than
  /// that which a section before names in full.
  void count_sections() {
    std::map<std::uint32_t, std::size_t> in_full;
    for (const auto& section : sections_) {
      for (const auto number : named_in(section)) ++sections_with_[number];
      std::set<std::uint32_t> named;
      for (const auto s : section) {
        for (const auto& mention : Reading::within(reading_.named, reading_.passages[s].words)) {
          if (!reading_.institutions.mentions[mention.number].is_short) named.insert(reading_.institution_of(mention));
        }
      }
      for (const auto number : named) ++in_full[number];
    }
    const auto in_intro = named_in(intro_);
    for (const auto& [number, count] : in_full) {
      if (count == 1 && !in_intro.contains(number)) sections_with_[number] = 1;
    }
  }

  std::vector<std::uint32_t> strong_in(std::uint32_t sentence) const {
    std::vector<std::uint32_t> found;
    for (const auto& evidence : party_evidence(findings_, sentence)) {
      if (evidence.weight >= kStrong && !evidence.is_excluded) found.push_back(evidence.institution);
    }
    return found;
  }

  bool is_about_agreements(const Section& section) const {
    const auto heading = section.front();
    const auto others = reading_.lexicon.list("section_series.others");
    const bool is_other = std::ranges::find(others, findings_.section_of[heading]) != others.end();
    if ((is_other && !(findings_.section_of[heading] == "themes" && tells_own_signature(section))) || reading_.passages[heading].is_question) return false;
    bool tells = !Reading::within(reading_.days, reading_.passages[heading].words).empty();
    for (const auto s : section) {
      tells = tells || std::ranges::any_of(findings_.instruments_of[s], [&](auto i) {
                const auto& one = findings_.instruments[i];
                return !one.is_plural && !one.is_older && !one.is_foreign;
              });
      tells = tells || std::ranges::any_of(findings_.clauses_of[s], [&](auto c) {
                const auto& clause = findings_.clauses[c];
                return clause.is_told() && !clause.is_general && (clause.signs() || clause.sense == "engage" || clause.sense == "bind");
              });
    }
    return tells;
  }

  /// « Montrivel – Trois axes pour tous »: below, « Le 20 juin, la ville a signé son contrat. »
  bool tells_own_signature(const Section& section) const {
    return std::ranges::any_of(section, [&](auto s) {
      return !is_head(s) && std::ranges::any_of(findings_.clauses_of[s], [&](auto c) {
        const auto& clause = findings_.clauses[c];
        return clause.signs() && clause.is_told() && !clause.is_older && clause.form != "noun" && clause.instrument && clause.day;
      });
    });
  }

  // « A et B ont annoncé la création d'une chaire »: of a letter each section is a matter of its own.
  bool announces(const Section& section) const {
    return begins_with_bond(section) || begins_with_signed(section) || std::ranges::any_of(section, [&](auto s) {
      const bool has_instrument = std::ranges::any_of(findings_.instruments_of[s], [&](auto i) {
        const auto& one = findings_.instruments[i];
        return one.weight >= 2 && one.determiner == Determiner::indefinite && !one.is_plural && !one.is_older && !one.is_foreign;
      });
      return has_instrument && std::ranges::any_of(findings_.clauses_of[s], [&](auto c) {
               const auto& clause = findings_.clauses[c];
               return clause.is_told() && !clause.is_general && (clause.signs() || clause.sense == "engage" || clause.sense == "bind" || clause.sense == "announce" || clause.sense == "launch");
             });
    });
  }

  std::optional<std::uint32_t> first_text(const Section& section) const {
    const auto text = std::ranges::find_if(section, [&](auto s) { return !is_head(s); });
    return text == section.end() || reading_.passages[*text].words.empty() ? std::nullopt : std::optional(*text);
  }
  // « Une convention lie A et B depuis février 2022 », the first words of a section
  bool begins_with_bond(const Section& section) const {
    constexpr std::size_t kHead = 8;
    const auto text = first_text(section);
    return text && std::ranges::any_of(findings_.clauses_of[*text], [&](auto c) {
             const auto& clause = findings_.clauses[c];
             if (!clause.instrument || clause.sense != "bind" || !clause.is_told() || clause.is_general) return false;
             const auto& one = findings_.instruments[*clause.instrument];
             return one.determiner == Determiner::indefinite && !one.is_plural && !one.is_older && !one.is_foreign && one.words.first < clause.verb &&
                    one.words.first < reading_.passages[*text].words.first + kHead && strong_in(*text).size() >= 2;
           });
  }
  // « Signé en juin 2021, le protocole de l'estuaire est plus large. »
  bool begins_with_signed(const Section& section) const {
    const auto text = first_text(section);
    return text && std::ranges::any_of(findings_.clauses_of[*text], [&](auto c) {
             const auto& clause = findings_.clauses[c];
             const bool is_first = clause.verb <= reading_.passages[*text].words.first && clause.form == "participle";
             return is_first && clause.signs() && clause.day && clause.instrument && !findings_.instruments[*clause.instrument].is_foreign &&
                    findings_.instruments[*clause.instrument].words.first > clause.verb;
           });
  }

  bool is_in_heading(const Section& section, std::uint32_t number) const {
    const auto mentions = Reading::within(reading_.named, reading_.passages[section.front()].words);
    return std::ranges::any_of(mentions, [&](const Place& mention) { return reading_.institution_of(mention) == number; });
  }

  template <class Add>
  void add_named(std::uint32_t sentence, const Add& add) const {
    const auto& named = reading_.institutions.named;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[sentence].words)) {
      const auto number = reading_.institution_of(mention);
      if (!named[number].is_generic && !named[number].of) add(number);
    }
  }

  std::optional<SectionStory> story_of(const Section& section, const std::set<std::uint32_t>& shared) {
    SectionStory story{section, {}, {}, begins_with_bond(section) || begins_with_signed(section)};
    const auto add = [&](std::uint32_t number) {
      const bool is_own = (sections_with_[number] == 1 || is_in_heading(section, number)) && !shared.contains(number);
      if (is_own && std::ranges::find(story.own, number) == story.own.end()) story.own.push_back(number);
    };
    for (const auto s : section) {
      for (const auto number : strong_in(s)) add(number);
    }
    // « X et Y ont signé une convention. Le premier préside A, le second B. »
    for (const auto s : section) {
      const bool has_hands = shared.empty() && story.own.empty() && Reading::within(reading_.persons, reading_.passages[s].words).size() >= 2;
      if (!has_hands || s + 1 >= reading_.passages.size() || is_head(s) || strong_in(s).size() > 0) continue;
      const bool signs = std::ranges::any_of(findings_.clauses_of[s], [&](auto c) { return findings_.clauses[c].signs() && findings_.clauses[c].is_told() && !findings_.clauses[c].is_older; });
      if (signs && Reading::within(reading_.named, reading_.passages[s].words).empty()) add_named(s + 1, add);
    }
    // Nobody is said to sign: with nobody for all sections those beside the instrument, else the first one named, in the heading or the sentence below it.
    if (story.own.size() < 2 && shared.empty()) {
      for (const auto s : section) {
        if (!findings_.instruments_of[s].empty() && !is_head(s)) add_named(s, add);
      }
    }
    std::size_t heads = 0;  // « Délibération n° 4. », « Charte de l'habitat », two lines over one text
    while (heads < section.size() && is_head(section[heads])) ++heads;
    for (std::size_t k = 0; k < std::min(std::max<std::size_t>(2, heads + 1), section.size()) && story.own.empty(); ++k) {
      for (const auto& mention : Reading::within(reading_.named, reading_.passages[section[k]].words)) {
        const auto number = reading_.institution_of(mention);
        if (story.own.empty() && !reading_.institutions.named[number].is_generic) add(number);
      }
    }
    if (story.own.empty()) return std::nullopt;
    for (const auto s : section) {
      const auto days = Reading::within(reading_.days, reading_.passages[s].words);
      if (tells_vote_before(s)) continue;
      if (!story.day && !days.empty()) story.day = static_cast<std::size_t>(days.data() - reading_.days.data());
    }
    return story;
  }

  /// « Le conseil d'administration avait donné son accord en octobre », « Son président y avait été autorisé le 20 mai »
  bool tells_vote_before(std::uint32_t sentence) const {
    const auto& words = reading_.passages[sentence].words;
    const bool signs = std::ranges::any_of(findings_.clauses_of[sentence], [&](auto c) { return findings_.clauses[c].signs() && findings_.clauses[c].is_told(); });
    return !signs && reading_.has_any(words, reading_.lexicon.list("section_series.had"));
  }

  const Findings& findings_;
  const Reading& reading_;
  std::vector<std::uint32_t> intro_;
  Section first_;  // with a text: of a letter one like the others
  std::vector<Section> sections_;
  std::map<std::uint32_t, std::size_t> sections_with_;
};

}  // namespace

SectionSeries find_section_series(const Findings& findings) { return SeriesReader(findings).read(); }

}  // namespace maillage::documents
