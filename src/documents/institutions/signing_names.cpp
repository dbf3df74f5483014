// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/signing_names.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "documents/text/common_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestName = 14;  // words
constexpr std::size_t kBeforeVerb = 5;    // auxiliaries and adverbs between a subject and its verb
constexpr std::size_t kMostInChain = 30;

class SigningNames {
 public:
  SigningNames(const NameContext& context, const std::vector<FoundName>& found)
      : context_(context),
        words_(context.words),
        begins_(context.words.size() + 1),
        ends_(context.words.size() + 1),
        taken_(context.words.size() + 1) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].last == 0 || found[i].strength == NameStrength::generic) continue;
      const auto first = found[i].lead > 0 ? found[i].lead : found[i].first;  // with « la société »
      begins_[first] = found[i].last;
      const auto bracket = bracketed_name(context, found[i].last, words_.size());
      ends_[bracket ? bracket.last : found[i].last] = first + 1;
      if (bracket) begins_[first] = bracket.last;
      for (auto at = found[i].last; at < bracket.last; ++at) known_words_.insert(words_[at].folded);
      for (auto at = first; at < found[i].last; ++at) taken_[at] = true;
      for (auto at = found[i].first; at < found[i].last; ++at) known_words_.insert(words_[at].folded);
    }
  }

  std::vector<FoundName> run() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_[at].is("entre") && tells_agreement(at)) read_list(at + 1, false);
      if (words_[at].is("avec") && at > 0 && ends_agreement(at)) read_list(at + 1, true, true);  // « une chaire avec Orvane »
      const auto verb = context_.lexicon.signing_verbs.at(words_, at, end_of(at));
      if (!verb || !tells_signing(verb)) continue;
      read_subjects(at);
      read_place_with_others(at);
      if (const auto by = by_behind(verb.last); by < end_of(at)) read_list(by + 1, false);
      for (auto with = verb.last; with < end_of(at); ++with) {
        if (words_[with].is("avec")) read_list(with + 1, true);
      }
    }
    std::ranges::sort(names_, {}, &FoundName::first);
    return std::move(names_);
  }

 private:
  struct Part {
    std::size_t first = 0, last = 0;  // without article
    bool is_known = false;
  };
  std::size_t end_of(std::size_t at) const { return words_.of_sentence(words_[at].sentence).second; }
  std::size_t begin_of(std::size_t at) const { return words_.of_sentence(words_[at].sentence).first; }

  bool tells_signing(const PhraseTable::Found& verb) const {
    const auto& sense = context_.lexicon.signing_verbs.field(*verb.entry, "sense");
    const auto& form = context_.lexicon.signing_verbs.field(*verb.entry, "form");
    return (sense == "sign" || sense == "renew" || sense == "engage") && form != "noun";
  }

  // Does the sentence speak of an agreement before this word?
  bool tells_agreement(std::size_t at) const {
    for (auto before = begin_of(at); before < at; ++before) {
      if (context_.lexicon.agreement_types.at(words_, before, at)) return true;
    }
    return false;
  }

  // Does an agreement's word stand right before this one?
  bool ends_agreement(std::size_t at) const {
    for (auto before = at; before-- > begin_of(at) && at - before <= 6;) {
      const auto found = context_.lexicon.agreement_types.at(words_, before, at);
      if (found && found.last + 1 >= at) return true;
    }
    return false;
  }

  // « a été signé [mardi à Montval] par N, le CHU de O et P »: where « par » stands; the sentence's end where it does not.
  std::size_t by_behind(std::size_t at) const {
    constexpr std::size_t kReach = 9;
    const auto end = end_of(at - 1);
    for (auto by = at; by < std::min(end, at + kReach) && words_[by].kind != WordKind::mark; ++by) {
      if (words_[by].is("par")) return by;
    }
    return end;
  }

  bool is_article(std::size_t at) const { return is_one_of(words_[at], {"le", "la", "l"}); }

  // A common noun that may be what a body is called: no office, instrument, month, or word that begins something else.
  bool may_be_head(std::size_t at, std::size_t end) const {
    const auto& word = words_[at];
    if (word.kind != WordKind::word || word.folded.size() < 3 || taken_[at]) return false;
    if (context_.lexicon.functions.at(words_, at, end) || context_.lexicon.agreement_types.at(words_, at, end))
      return false;
    if (context_.lexicon.months.at(words_, at, end) || context_.lexicon.weekdays.at(words_, at, end) ||
        context_.lexicon.honorifics.at(words_, at, end))
      return false;
    return !is_one_of(word, {"signature",   "premier",   "premiere", "meme",  "cadre",    "territoire", "territoires",
                             "partenariat", "lendemain", "cote",     "monde", "ensemble", "sante",      "formation",
                             "recherche",   "salle",     "siege",    "rue",   "place",    "avenue",     "presence"});
  }

  // One past the noun phrase that begins at a word and holds a proper name; nothing.
  std::optional<std::size_t> phrase_end(std::size_t first, std::size_t end) const {
    const bool begins_proper = context_.signs.is_proper(first) && words_[first].is_capital();
    if (begins_proper) {
      if (context_.signs.is_person(first, end) || taken_[first]) return std::nullopt;
      const bool is_alone =
          context_.signs.unit_end(first, end) >= end || !words_[context_.signs.unit_end(first, end)].is_capital();
      if (is_alone && known_words_.contains(words_[first].folded))
        return std::nullopt;  // « le Parc »: short for one named in full
      auto last = proper_name_end(context_, first, end, {});
      if (last + 1 < end && words_[last].is("&") && context_.signs.is_proper(last + 1))
        last = proper_name_end(context_, last + 1, end, {});
      return last > first ? std::optional(last) : std::nullopt;
    }
    return may_be_head(first, end) ? noun_phrase_end(first, end) : std::nullopt;
  }

  // The words up to the next mark, verb or conjunction, where one is proper; nothing where a person is among them.
  std::optional<std::size_t> noun_phrase_end(std::size_t first, std::size_t end) const {
    bool has_proper = context_.signs.is_proper(first);
    auto last = first + 1;
    for (auto at = first + 1; at < std::min(end, first + kLongestName); ++at) {
      const auto& word = words_[at];
      if (taken_[at] || word.kind == WordKind::mark ||
          is_one_of(word, {"et", "ou",  "qui", "que",  "dont", "ou", "pour",  "avec",  "par",      "dans", "sur",
                           "a",  "ont", "est", "sont", "vont", "va", "ainsi", "vient", "viennent", "se",   "s"}))
        break;
      if (context_.lexicon.signing_verbs.at(words_, at, end)) break;
      const bool is_link = is_one_of(word, {"de", "du", "des", "d", "la", "le", "l", "les", "en", "aux", "au"});
      if (word.is_capital() && context_.signs.is_person(at, end)) return std::nullopt;
      has_proper = has_proper || (word.is_capital() && context_.signs.is_proper(at));
      if (!is_link) last = at + 1;
    }
    return has_proper ? std::optional(last) : std::nullopt;
  }

  // The connector that ends before a word: « et », « , », « ainsi que », with an article before the word left out;
  // where it begins.
  std::optional<std::size_t> connector_before(std::size_t at, std::size_t begin) const {
    if (at <= begin) return std::nullopt;
    if (words_[at - 1].is("que") && at > begin + 1 && words_[at - 2].is("ainsi")) return at - 2;
    if (!is_one_of(words_[at - 1], {"et", ","})) return std::nullopt;
    auto first = at - 1;
    while (first > begin && is_one_of(words_[first - 1], {",", "et"})) --first;
    return first;
  }

  // The part of a chain that ends before a word: a name, or a phrase with its article.
  std::optional<Part> part_before(std::size_t end, std::size_t begin, bool is_in_list) const {
    if (ends_[end] > 0) return Part{ends_[end] - 1, end, true};
    const auto earliest = end > begin + kLongestName ? end - kLongestName : begin;
    for (auto first = end; first-- > earliest;) {
      if (words_[first].joined == '-' || words_[first].joined == '\0') continue;  // « le-Vieux »: inside a name
      const bool has_article = first > begin && is_article(first - 1);
      const bool is_proper = words_[first].is_capital() && context_.signs.is_proper(first) &&
                             (first > begin || is_surely_name(first, end, is_in_list));
      if (!has_article && !is_proper) continue;
      const bool is_behind_mark = first > begin && is_one_of(words_[first - 1], {"–", "—", "-", ":", "►"}) &&
                                  is_surely_name(first, end, is_in_list);
      if (is_proper && !has_article && first > begin && !is_behind_mark &&
          !is_one_of(words_[first - 1], {",", "et", "que"}))
        continue;
      const auto last = phrase_end(first, end);
      if (last && *last == end) return Part{first, end, false};
      // « le Stade orvenanais handball »
      const bool may_be_phrase = has_article && is_proper && words_[first].casing == Casing::capital &&
                                 !context_.signs.in_capitals(first) && !known_words_.contains(words_[first].folded);
      if (may_be_phrase && noun_phrase_end(first, end) == end) return Part{first, end, false};
    }
    return std::nullopt;
  }

  // No common word that a sentence begins with.
  bool is_surely_name(std::size_t first, std::size_t end, bool is_in_list) const {
    const bool has_more = first + 1 < end && (words_[first + 1].is_capital() || words_[first + 1].kind == WordKind::number);
    const bool is_elsewhere =
        has_more && std::ranges::any_of(context_.signs.places_of(words_[first].folded), [&](std::size_t at) {
          return at != begin_of(at) && words_[at].is_capital() && at + 1 < words_.size() &&
                 words_[at + 1].folded == words_[first + 1].folded;
        });
    if (is_elsewhere) return true;
    const bool is_open = has_more && words_[first].folded.size() > 1 && !context_.signs.in_capitals(first) &&
                         !context_.lexicon.name_openers.at(words_, first, end);
    const bool is_other = context_.lexicon.weekdays.at(words_, first, end) || context_.lexicon.months.at(words_, first, end) ||
                          context_.lexicon.functions.at(words_, first, end);
    // « Orvane, l'école de N et l'institut M ont conclu »: told elsewhere inside a sentence as well
    const bool is_alone = is_in_list && first + 1 == end && words_[first].folded.size() > 3 && !is_other && !context_.signs.in_capitals(first) && !context_.known.is_place(words_[first].folded);
    if (is_alone && std::ranges::any_of(context_.signs.places_of(words_[first].folded), [&](std::size_t at) { return at != begin_of(at) && words_[at].is_capital() && !context_.signs.in_capitals(at); }))
      return !CommonWords::french().has(lower_french(words_.prose().of(words_[first].span)));
    if (is_open && is_in_list && !is_other) return true;  // « Adéquat Morlande, X et Y ont signé »
    return is_open && !CommonWords::french().has(lower_french(words_.prose().of(words_[first].span)));
  }

  // « la délégation du Vernois du » before a name: where its article stands, behind a connector; else the place itself.
  std::size_t phrase_begin(std::size_t article, std::size_t begin) const {
    if (article <= begin || !is_one_of(words_[article - 1], {"de", "du", "des", "d"})) return article;
    const auto earliest = article > begin + kLongestName ? article - kLongestName : begin;
    for (auto at = article; at-- > earliest;) {
      if (words_[at].kind == WordKind::mark || is_one_of(words_[at], {"et", "qui", "que", "par", "pour", "avec"})) break;
      if (is_article(at) && (at == begin || connector_before(at, begin)) && at + 1 < article &&
          !context_.lexicon.functions.at(words_, at + 1, article))
        return at;
    }
    return article;
  }

  void read_subjects(std::size_t verb) {
    const auto begin = begin_of(verb);
    auto end = verb;
    for (std::size_t step = 0; step < kBeforeVerb && end > begin; ++step) {
      const auto& word = words_[end - 1];
      const bool is_between = is_one_of(
          word, {"a",    "ont",      "vient", "viennent", "de", "d", "vont", "va",  "ainsi",   "officiellement", "tous",
                 "deux", "ensemble", "donc",  "aussi",    "se", "s", "sont", "est", "doivent", "hier",           "y"});
      if (!is_between || ends_[end] > 0) break;
      --end;
    }
    if (end > begin && words_[end - 1].is(",")) --end;
    std::vector<Part> chain;
    while (chain.size() < kMostInChain && end > begin) {
      const auto part = part_before(end, begin, !chain.empty());
      if (!part) break;
      const auto article = part->first > begin && (is_article(part->first - 1) || words_[part->first - 1].is("les"))
                               ? part->first - 1
                               : part->first;
      // « au palais de la Source, la Caf … »: a place, no subject.
      const bool is_place =
          article > begin && is_one_of(words_[article - 1], {"a", "chez", "dans", "de", "devant", "en", "par", "pour",
                                                             "sous", "sur", "vers"});
      if (is_place && !part->is_known) break;
      if (!part->is_known && stands_beside_office(part->first, begin)) break;
      chain.push_back(*part);
      const auto connector = connector_before(part->is_known ? phrase_begin(article, begin) : article, begin);
      if (!connector) break;
      end = *connector;
    }
    accept(chain, false, is_surely_list(chain) && names_agreement(verb));
  }

  // « le président de A, X Y, a signé »: X Y holds the office.
  bool stands_beside_office(std::size_t first, std::size_t begin) const {
    constexpr std::size_t kOffice = 6;
    if (first < begin + 2 || !words_[first - 1].is(",") || ends_[first - 1] == 0) return false;
    const auto body = ends_[first - 1] - 1;
    auto at = body;
    while (at > begin && is_one_of(words_[at - 1], {"la", "l", "le"})) --at;
    if (at == begin || !is_one_of(words_[at - 1], {"de", "du", "d", "des"})) return false;
    for (auto office = at - 1; office-- > begin && at - office <= kOffice;) {
      if (words_[office].kind == WordKind::mark) return false;
      if (context_.lexicon.functions.at(words_, office, at)) return true;
    }
    return false;
  }

  // « le Jardin botanique de N, la Société d'horticulture et Graines X »: names of several words, one with an article, so
  // that they are no people.
  bool is_surely_list(const std::vector<Part>& chain) const {
    if (chain.size() < 2) return false;
    std::size_t articles = 0;
    for (const auto& part : chain) {
      if (part.is_known) continue;
      if (context_.signs.in_capitals(part.first) || context_.signs.unit_end(part.first, part.last) == part.last ||
          context_.lexicon.functions.at(words_, part.first, part.last))
        return false;
      articles += part.first > 0 && is_article(part.first - 1) ? 1 : 0;
    }
    return articles > 0;
  }
  // Does the sentence speak of an agreement behind its verb?
  bool names_agreement(std::size_t verb) const {
    for (auto at = verb; at < end_of(verb); ++at) {
      if (context_.lexicon.agreement_types.at(words_, at, end_of(verb))) return true;
    }
    return false;
  }

  // « Kersaint et six communes voisines se sont engagées »: the place is one of the communes that act.
  void read_place_with_others(std::size_t verb) {
    const auto begin = begin_of(verb);
    const auto earliest = verb > begin + kLongestName ? verb - kLongestName : begin;
    for (auto at = verb; at-- > earliest + 2;) {
      if (!is_one_of(words_[at], {"communes", "villes", "municipalites"}) || !words_[at - 2].is("et")) continue;
      if (words_[at - 1].kind != WordKind::number && !context_.lexicon.numbers.at(words_, at - 1, at)) continue;
      for (auto first = at - 2; first-- > begin && at - first < 10;) {
        const bool begins =
            first == begin || words_[first - 1].kind == WordKind::mark || is_one_of(words_[first - 1], {"et", "que"});
        if (!begins || !words_[first].is_capital() || taken_[first]) continue;
        const auto last = proper_name_end(context_, first, at - 2, {});
        if (last != at - 2) continue;
        const auto name = context_.signs.written(first, last);
        if (!context_.known.is_place(folded(name))) return;
        names_.push_back(FoundName::on_words(first, last, "Ville de " + name, "commune", NameStrength::plain,
                                             "commune_with_others"));
        for (auto word = first; word < last; ++word) taken_[word] = true;
        return;
      }
      return;
    }
  }

  // « entre A, B et C », « avec A et B »
  void read_list(std::size_t at, bool is_single_enough, bool is_without_verb = false) {
    if (at >= words_.size()) return;
    const auto end = end_of(at - 1);
    const auto from = at;
    std::vector<Part> chain;
    while (at < end && chain.size() < kMostInChain) {
      if (begins_[at] == 0 && (is_article(at) || words_[at].is("les"))) ++at;
      if (at >= end) break;
      Part part{at, at, begins_[at] > 0};
      if (part.is_known)
        part.last = begins_[at];
      else if (const auto last = phrase_end(at, end); last && (is_article(at - 1) || words_[at].is_capital()))
        part.last = *last;
      else
        break;
      chain.push_back(part);
      at = part.last;
      if (at + 1 < end && words_[at].is("ainsi") && words_[at + 1].is("que"))
        at += 2;
      else if (at < end && is_one_of(words_[at], {",", "et"}))
        at += at + 1 < end && words_[at].is(",") && words_[at + 1].is("et") ? 2 : 1;
      else
        break;
    }
    // « une convention entre L'Arche en Morlande et Les Petites Mains »: names of several words
    const auto is_name = [&](const Part& part) {
      return part.is_known || (words_[part.first].is_capital() && !context_.signs.in_capitals(part.first) &&
                               context_.signs.unit_end(part.first, part.last) < part.last);
    };
    const bool is_all_named = from > 1 && words_[from - 1].is("entre") && ends_agreement(from - 1) &&
                              std::ranges::all_of(chain, is_name);
    const auto is_unsure = [&](const Part& part) { return !part.is_known && !(context_.signs.unit_end(part.first, part.last) == part.last && is_surely_one_word(part.first)); };
    if (is_without_verb && std::ranges::any_of(chain, is_unsure)) return;  // « des accords avec la Guadeloupe et la Guyane »
    if (chain.size() >= 2 || is_single_enough) accept(chain, is_single_enough, is_all_named);
  }

  // « avec Orvane »: no place, no common word, and none that one is at or in.
  bool is_surely_one_word(std::size_t at) const {
    const auto& word = words_[at];
    if (word.folded.size() < 3 || context_.signs.in_capitals(at) || context_.lexicon.first_names.at(words_, at, at + 1)) return false;
    if (context_.lexicon.no_institutions.at(words_, at, at + 1) || context_.lexicon.not_in_names.at(words_, at, at + 1)) return false;
    if (CommonWords::french().has(lower_french(words_.prose().of(word.span)))) return false;
    if (context_.known.is_place(word.folded)) return false;
    return std::ranges::none_of(context_.signs.places_of(word.folded), [&](std::size_t other) {
      return other > begin_of(other) && is_one_of(words_[other - 1], {"a", "au", "en", "vers", "chez"});
    });
  }

  void accept(const std::vector<Part>& chain, bool is_single_enough = false, bool is_all_named = false) {
    if (!is_single_enough && !is_all_named && std::ranges::none_of(chain, &Part::is_known)) return;
    for (const auto& part : chain) {
      if (part.is_known || taken_[part.first]) continue;
      const bool is_place = context_.signs.in_capitals(part.first) &&
                            context_.known.is_place(folded(words_.text_of(part.first, part.last)));
      if (is_place) continue;  // « BREST » of a title: in capitals nothing tells where the name ends
      const bool is_one_word = context_.signs.unit_end(part.first, part.last) == part.last;
      if (is_single_enough && chain.size() == 1 && words_[part.first].is_capital() &&
          (context_.known.is_place(folded(words_.text_of(part.first, part.last))) || (is_one_word && !is_surely_one_word(part.first))))
        continue;  // « avec Paris »
      names_.push_back(FoundName::on_words(part.first, part.last,
                                           capitalized(context_.signs.written(part.first, part.last)), "",
                                           NameStrength::plain, "who_signs"));
      for (auto at = part.first; at < part.last; ++at) taken_[at] = true;
      begins_[part.first] = part.last;
      ends_[part.last] = part.first + 1;
    }
  }

  const NameContext& context_;
  const Words& words_;
  std::vector<std::size_t> begins_,
      ends_;  // by word: one past a name that begins there; one more than where a name begins that ends there
  std::vector<bool> taken_;
  std::set<std::string_view> known_words_;
  std::vector<FoundName> names_;
};

}  // namespace

std::vector<FoundName> signing_names(const NameContext& context, const std::vector<FoundName>& found) {
  return SigningNames(context, found).run();
}

}  // namespace maillage::documents
