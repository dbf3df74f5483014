// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/mention_relations.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

constexpr auto kArticles = std::to_array<std::string_view>(
    {"le", "la", "l", "les", "un", "une", "deux", "trois", "quatre", "cinq", "leur", "leurs", "son", "sa", "ses", "notre", "nos", "«", "“", "\"", "d'abord"});
constexpr auto kJoins = std::to_array<std::string_view>(
    {",", ";", "et", "ou", "&", "/", "ainsi", "que", "puis", "enfin", "egalement", "mais", "aussi", "–", "—", "-", "»", "”", "(", ")", "•",
     "de", "du", "des", "d", "avec", "le", "la", "l", "les", "deux", "trois", "un", "une", "«", "“", "son", "sa", "ses", "leur", "leurs", "association", "societe", "groupe", "entre", "par", "par ailleurs", "comme"});

std::optional<Relation> relation_of(const std::string& cue) {
  static const std::map<std::string, Relation> kRelations = {
      {"with", Relation::with},         {"between", Relation::between}, {"by", Relation::by},     {"for", Relation::on_behalf},
      {"alongside", Relation::alongside}, {"carried", Relation::carried}, {"presence", Relation::presence}, {"host", Relation::host},
      {"beside", Relation::beside},     {"hosting", Relation::host}, {"of_head", Relation::of_function}};
  const auto found = kRelations.find(cue);
  return found == kRelations.end() ? std::nullopt : std::optional(found->second);
}

class Relations {
 public:
  explicit Relations(const Reading& reading) : reading_(reading), words_(reading.words) {}

  std::vector<Relation> all() {
    for (std::size_t i = 0; i < reading_.named.size(); ++i) {
      const auto relation = of(i);
      outer_.push_back(is_of(relation) ? outer_of(i) : relation);
      found_.push_back(relation == Relation::of_function && outer_.back() == Relation::beside ? Relation::beside : relation);  // « accueillis par la préfète de A »
    }
    for (std::size_t i = 0; i < reading_.named.size(); ++i) free_subject(i);
    // « dans un amphithéâtre de l'École des mines (EM) »: the acronym stands where the name before it does
    for (std::size_t i = 1; i < reading_.named.size(); ++i) {
      const auto &mention = reading_.named[i], &before = reading_.named[i - 1];
      const bool is_its_acronym = before.words.last + 1 == mention.words.first && reading_.institution_of(before) == reading_.institution_of(mention);
      if (is_its_acronym && found_[i] == Relation::bracketed && found_[i - 1] == Relation::host) found_[i] = Relation::host;
    }
    return std::move(found_);
  }

 private:
  Relation of(std::size_t i) const {
    const auto& mention = reading_.named[i];
    const auto sentence = reading_.passage_of(mention.words.first).words;
    auto at = mention.words.first;
    while (at > sentence.first && is_one_of(words_[at - 1], kArticles)) --at;
    if (at == mention.words.first && at >= sentence.first + 2 && is_apposed_noun(at - 1)) {  // « le cabinet X », « du chantier X »
      --at;
      while (at > sentence.first && is_one_of(words_[at - 1], kArticles)) --at;
    }
    if (at == sentence.first) return Relation::bare;
    if (const auto named = part_of_name(i, at)) return *named;
    if (at == mention.words.first && is_one_of(words_[at - 1], reading_.lexicon.list("mention_relations.events"))) return Relation::host;
    if (words_[at - 1].is("(")) return Relation::bracketed;
    if (is_cleft_place(at, mention.words.last, sentence)) return Relation::host;
    if (const auto cued = before(at, mention.words.first, sentence.first)) return *cued;
    const bool is_led_by_of = is_one_of(words_[at - 1], reading_.lexicon.list("mention_relations.of"));
    if (const auto chained = chain(i, at)) return *chained;
    return is_led_by_of ? of_noun(at - 1, sentence.first) : Relation::bare;
  }

  /// « C'est au centre A, à Montrivel, que B et C ont signé »: where it was.
  bool is_cleft_place(std::size_t at, std::size_t last, const WordRange& sentence) const {
    constexpr std::size_t kHead = 5, kReach = 14;
    if (at < sentence.first + 3 || at > sentence.first + kHead || !is_one_of(words_[at - 1], {"a", "au", "aux", "dans", "chez", "depuis", "en"})) return false;
    if (!words_[sentence.first].is("c") || !is_one_of(words_[sentence.first + 1], {"est", "etait", "fut"})) return false;
    return reading_.has_any({last, std::min(last + kReach, sentence.last)}, std::to_array<std::string_view>({"que", "qu"}));
  }

  /// A common noun behind an article and right before a name.
  bool is_apposed_noun(std::size_t at) const {
    const auto& word = words_[at];
    return word.kind == WordKind::word && word.casing == Casing::lower && word.folded.size() > 3 && is_one_of(words_[at - 1], reading_.lexicon.list("mention_relations.leads")) &&
           !reading_.lexicon.signing_verbs.at(words_, at, at + 1) && !reading_.lexicon.agreement_types.at(words_, at, at + 1) &&
           !reading_.lexicon.functions.at(words_, at, at + 1);
  }

  /// « À l'invitation de A, B et C ont adhéré », « Avec le soutien de A et de B, C et D ont signé »: a list right before its
  /// verb is the subject, but for those that a phrase at the head of the sentence has taken.
  void free_subject(std::size_t i) {
    const auto relation = outer_[i];  // « Sur les conseils de A, B et C ont signé »
    if (relation == Relation::bare || relation == Relation::bracketed || is_of(relation)) return;
    const auto sentence = reading_.passage_of(reading_.named[i].words.first).words;
    constexpr std::size_t kHead = 14;
    if (reading_.named[i].words.first > sentence.first + kHead || (i > 0 && reading_.named[i - 1].words.first >= sentence.first)) return;
    auto last = i;
    const auto goes_on = [&](std::size_t k) { return found_[k] == relation || found_[k] == Relation::bracketed; };
    while (last + 1 < reading_.named.size() && goes_on(last + 1) && reading_.named[last + 1].words.first < sentence.last && (found_[last + 1] == Relation::bracketed || chain(last + 1, 0))) ++last;
    const auto behind = behind_unnamed(reading_.named[last].words.last, sentence.last);
    if (last == i || behind >= sentence.last) return;
    const auto verb = reading_.lexicon.signing_verbs.at(words_, behind, sentence.last);
    const bool is_verb = verb && reading_.lexicon.signing_verbs.field(*verb.entry, "form") != "participle";
    if (!is_verb && !is_one_of(words_[behind], reading_.lexicon.list("mention_relations.verbs"))) return;
    const auto split = end_of_phrase(i, last);
    for (auto k = split; split > i && k <= last; ++k) {
      if (found_[k] != Relation::bracketed) found_[k] = outer_[k] = Relation::bare;
    }
  }
  /// Behind « (MSA) et neuf communes du territoire »: brackets, and bodies that are only counted.
  std::size_t behind_unnamed(std::size_t at, std::size_t last) const {
    constexpr std::size_t kReach = 8;
    const auto reach = std::min(at + kReach, last);
    if (at + 2 < last && words_[at].is("(")) {
      while (at < reach && !words_[at].is(")")) ++at;
      ++at;
    } else if (at < last && words_[at].is(")")) {
      ++at;
    }
    if (at + 2 >= last || !words_[at].is("et") || !small_number(words_, at + 1, reading_.lexicon)) return at;
    for (auto verb = at + 3; verb < std::min(at + kReach, last); ++verb) {
      if (words_[verb].kind == WordKind::mark) break;
      if (is_one_of(words_[verb], std::to_array<std::string_view>({"ont", "viennent", "vont", "sont", "avaient"}))) return verb;
    }
    return at;
  }
  /// Where a phrase that begins with mention `first` ends: at the comma behind its « et », else at the first comma.
  std::size_t end_of_phrase(std::size_t first, std::size_t last) const {
    std::size_t comma = first;
    bool has_and = false;
    for (auto k = first; k < last; ++k) {
      bool is_cut = false, joins = false;
      for (auto at = reading_.named[k].words.last; at < reading_.named[k + 1].words.first; ++at) {
        is_cut = is_cut || words_[at].is(",");
        joins = joins || words_[at].is("et") || words_[at].is("ainsi");
      }
      const auto before = reading_.named[k + 1].words.first - 1;
      const bool goes_on = is_one_of(words_[before], reading_.lexicon.list("mention_relations.of")) || (before > 0 && is_one_of(words_[before], kArticles) && is_one_of(words_[before - 1], reading_.lexicon.list("mention_relations.of")));
      if (joins) has_and = true;
      if (!is_cut || joins || goes_on) continue;
      if (has_and) return k + 1;
      if (comma == first) comma = k + 1;
    }
    return comma;
  }

  /// The relation of a cue that ends right before a word.
  std::optional<Relation> before(std::size_t at, std::size_t mention, std::size_t first) const {
    const auto cues = reading_.cues_within({at > first + 6 ? at - 6 : first, at});
    for (auto cue = cues.rbegin(); cue != cues.rend(); ++cue) {
      // « de l'université »: the article is part of neither, « du » is part of the cue; « de » may end the cue as well.
      const bool ends_here = cue->last >= at && cue->last <= mention;  // « avec son UFR »
      if (!ends_here && !(cue->last + 1 == at && is_one_of(words_[at - 1], reading_.lexicon.list("mention_relations.of")))) continue;
      const bool has_article = cue->last < mention && (words_[cue->last].is("la") || words_[cue->last].is("l"));  // scans lose the accent of « à la »
      if (words_[cue->first].is("a") && cue->size() == 1 && words_.text_of(cue->first, cue->last) == "a" && !has_article) continue;
      const auto relation = relation_of(reading_.cue(*cue));
      if (relation == Relation::by && cue->size() == 1 && follows_other_work(cue->first, first)) return Relation::beside;
      if (relation == Relation::host && cue->size() == 1) return goes_on_in_common(cue->first, first) ? Relation::with : Relation::at;
      if (relation) return relation;
    }
    return std::nullopt;
  }

  /// « commun à A et à B »
  bool goes_on_in_common(std::size_t at, std::size_t first) const {
    constexpr std::size_t kReach = 24;
    if (at <= first || !is_one_of(words_[at - 1], std::to_array<std::string_view>({"et", ","}))) return false;
    const auto from = at > first + kReach ? at - kReach : first;
    return std::ranges::any_of(reading_.cues_within({from, at}), [&](const auto& cue) {
      return words_[cue.first].folded.starts_with("commun") && reading_.cue(cue) == "between";
    });
  }

  /// « une concertation conduite par », « une étude réalisée par »: what was done by somebody and is no signature.
  bool follows_other_work(std::size_t by, std::size_t first) const {
    constexpr std::size_t kNear = 5;  // « soutenue financièrement par », « financée à 80 % par »
    static constexpr auto kEnds = std::to_array<std::string_view>({"é", "ée", "ées", "és", "uite", "uit", "uits", "uites", "nu", "nue", "nus", "nues", "çu", "çue", "lu", "lue", "ie", "ies", "is", "ises", "ite", "ites", "erte"});
    const auto is_participle_at = [&](std::size_t at) {
      const auto text = words_.text_of(at, at + 1);
      return words_[at].kind == WordKind::word && words_[at].folded.size() > 3 && std::ranges::any_of(kEnds, [&](std::string_view end) { return text.ends_with(end); });
    };
    const auto is_filler = [&](const Word& word) {
      return word.kind == WordKind::number || word.is("%") || word.is("a") || word.is("hauteur") || word.is("de") || word.is("en") || word.is("partie") ||
             (word.folded.ends_with("ment") && word.folded.size() > 6);
    };
    for (std::size_t steps = 0; by > first + 1 && steps < kNear && is_filler(words_[by - 1]); ++steps) --by;
    if (by == first) return false;
    const bool is_participle = is_participle_at(by - 1);
    const auto& word = words_[by - 1];
    const bool stands_for = word.folded.starts_with("represent") || word.folded.starts_with("engag") || word.folded.starts_with("associe") || word.folded.starts_with("lie");
    return is_participle && !stands_for && !reading_.lexicon.signing_verbs.at(words_, by - 1, by);
  }

  /// That of the mention before, where only commas, « et » and the like (and brackets) stand between the two.
  std::optional<Relation> chain(std::size_t i, std::size_t start) const {
    if (i == 0) return std::nullopt;
    const auto& here = reading_.named[i];
    const auto& last = reading_.named[i - 1];
    if (words_[last.words.first].sentence != words_[here.words.first].sentence) return std::nullopt;
    bool joins = false;
    int depth = 0;
    const bool is_inside = found_[i - 1] == Relation::bracketed;
    for (auto at = last.words.last; at < here.words.first; ++at) {
      if (words_[at].is("(")) ++depth;
      else if (words_[at].is(")")) depth = std::max(0, depth - 1);
      else if (depth > 0) continue;
      else if (!is_one_of(words_[at], kJoins)) return std::nullopt;
      else if (words_[at].is("que") && !words_[at - 1].is("ainsi") && !words_[at - 1].is("plus")) return std::nullopt;  // « c'est à A que B »
      else joins = joins || words_[at].is(",") || words_[at].is("et") || words_[at].is("&") || words_[at].is("/") || words_[at].is("que") || words_[at].is("puis") || words_[at].is("–") || words_[at].is(";");
    }
    if (is_inside) {  // the name that the brackets stand behind
      for (auto k = i - 1; k-- > 0;) {
        if (words_[reading_.named[k].words.first].sentence != words_[here.words.first].sentence) break;
        if (found_[k] != Relation::bracketed) return joins ? std::optional(shared(k, i, start)) : std::nullopt;
      }
      return std::nullopt;
    }
    return joins ? std::optional(shared(i - 1, i, start)) : std::nullopt;
  }

  /// « …, De l'Oust à Brocéliande Communauté »: « à » within a name that begins with a capital right behind a comma.
  std::optional<Relation> part_of_name(std::size_t i, std::size_t at) const {
    if (i == 0 || at < 2 || !words_[at - 1].is("a")) return std::nullopt;
    const auto& last = reading_.named[i - 1];
    if (words_[last.words.first].sentence != words_[at].sentence || last.words.last + 1 >= at || at - last.words.last > 6) return std::nullopt;
    const bool begins_name = words_[last.words.last].is(",") && words_[last.words.last + 1].is_capital();
    return begins_name ? std::optional(found_[i - 1]) : std::nullopt;
  }
  static bool is_of(Relation relation) {
    return relation == Relation::of_function || relation == Relation::of_instrument || relation == Relation::of_other;
  }
  /// « de A et B », « de A et de B » share « de »; « le rectorat de A, le parquet de B »: the second stands beside the whole.
  Relation shared(std::size_t before, std::size_t here, std::size_t start) const {
    if (!is_of(found_[before])) return found_[before];
    const bool is_led_by_of = start > 0 && is_one_of(words_[start - 1], reading_.lexicon.list("mention_relations.of"));
    const bool has_article = start < reading_.named[here].words.first && !words_[start].is("«");
    return !is_led_by_of && has_article ? outer_[before] : found_[before];
  }
  /// The relation of the noun that « de » hangs on.
  Relation outer_of(std::size_t i) const {
    constexpr std::size_t kReach = 8;
    const auto first = reading_.passage_of(reading_.named[i].words.first).words.first;
    auto at = reading_.named[i].words.first;
    for (std::size_t steps = 0; at > first && steps < kReach; --at, ++steps) {
      const auto& word = words_[at - 1];
      if (word.kind == WordKind::mark) break;
      const bool is_article = word.is("le") || word.is("la") || word.is("l") || word.is("les") || word.is("un") || word.is("une");
      if (!is_article || at - 1 == first || is_one_of(words_[at - 2], reading_.lexicon.list("mention_relations.of"))) continue;
      return before(at - 1, at, first).value_or(Relation::bare);
    }
    return Relation::bare;
  }

  /// « Celui de la Ville a été signé », « ont signé celui de la Ville »; « la ville de A et celle de B » is a second town.
  bool stands_for_instrument(std::size_t pronoun, std::size_t first) const {
    return pronoun <= first + 1 || reading_.lexicon.signing_verbs.at(words_, pronoun - 1, pronoun);
  }
  /// « de » behind a function, an instrument or any other noun.
  Relation of_noun(std::size_t of_word, std::size_t first) const {
    // « la signature de la Ville », « deux paraphes : celui de A »
    if (of_word > first && is_one_of(words_[of_word - 1], reading_.lexicon.list("mention_relations.hands"))) return Relation::by;
    if (of_word > first && is_one_of(words_[of_word - 1], reading_.lexicon.list("mention_relations.those")) && reading_.has_any({first, of_word}, reading_.lexicon.list("mention_relations.hands"))) return Relation::by;
    if (of_word > first && is_one_of(words_[of_word - 1], {"celui", "celle"}) && stands_for_instrument(of_word - 1, first)) return Relation::of_instrument;  // « Celui de la Ville a été signé »
    const auto from = of_word > first + 8 ? of_word - 8 : first;
    for (auto start = from; start < of_word; ++start) {
      const auto function = reading_.lexicon.functions.at(words_, start, of_word);
      if (function && function.last == of_word) return Relation::of_function;
      const auto instrument = reading_.lexicon.agreement_types.at(words_, start, of_word);
      if (instrument && instrument.last == of_word && !instrument.entry->fields.front().empty()) return Relation::of_instrument;
      // « contrat local de santé (CLS) de », « contrat local de santé de deuxième génération de »
      if (instrument && !instrument.entry->fields.front().empty() && of_word - instrument.last <= 4 && has_no_noun({instrument.last, of_word})) {
        return Relation::of_instrument;
      }
      // « directeur territorial délégué de », « vice-présidente recherche de »
      if (function && of_word - function.last <= 3 && has_no_comma({function.last, of_word})) return Relation::of_function;
    }
    return Relation::of_other;
  }
  bool has_no_comma(const WordRange& range) const {
    for (auto at = range.first; at < range.last; ++at) {
      if (words_[at].kind == WordKind::mark) return false;
    }
    return true;
  }
  bool has_no_noun(const WordRange& range) const {
    bool has_of = false, is_generation = false;  // « de deuxième génération de A »; « de fonctionnement de A » is a matter
    for (auto at = range.first; at < range.last; ++at) {
      has_of = has_of || is_one_of(words_[at], reading_.lexicon.list("mention_relations.of"));
      is_generation = is_generation || words_[at].is("generation");
    }
    if (has_of && !is_generation) return false;
    for (auto at = range.first; at < range.last; ++at) {
      static constexpr auto kBreaks = std::to_array<std::string_view>({",", ";", ":", "«", "avec", "entre", "pour", "par", "le", "la", "les", "l", "qui", "que", "a", "au", "aux"});
      if (is_one_of(words_[at], kBreaks)) return false;
    }
    return true;
  }

  const Reading& reading_;
  const Words& words_;
  std::vector<Relation> found_;
  std::vector<Relation> outer_;  // of the noun that a « de » hangs on; else the same
};

}  // namespace

std::vector<Relation> find_relations(const Reading& reading) { return Relations(reading).all(); }

}  // namespace maillage::documents
