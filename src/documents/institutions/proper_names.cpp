// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/proper_names.hpp"

#include <algorithm>
#include <array>

#include "documents/institutions/bare_bodies.hpp"
#include "documents/institutions/named_elsewhere.hpp"
#include "documents/text/common_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {

namespace {

bool is_lower_noun(const Word& word) {
  return word.kind == WordKind::word && word.folded.size() > 2 && !word.is_capital();
}

// Reads a proper name word by word.
class ProperName {
 public:
  ProperName(const NameContext& context, std::size_t at, std::size_t end, const TailRules& rules)
      : context_(context),
        words_(context.words),
        signs_(context.signs),
        end_(end),
        first_(at),
        rules_(rules),
        has_link_(rules.after_link) {
    last_ = signs_.unit_end(at, end);
  }

  std::size_t read() {
    while (last_ < end_ && words_[last_].joined != '\n' && step()) {
    }
    return last_;
  }

 private:
  bool step() {
    const auto& word = words_[last_];
    if (word.is("/")) return over_slash();
    if ((word.is("–") || word.is("-")) && (over_repeated() || over_dash())) return true;
    if (word.kind == WordKind::mark)
      return word.is("&") ? over_ampersand() : word.is(",") && (over_places() || over_comma() || over_listed());
    if (word.kind == WordKind::number) return over_number();
    if (signs_.is_proper(last_)) return over_capital();
    if (word.is("et")) return over_places() || over_and() || over_landscape();
    // « Polynésie française »: of the name, as that of a people or a country
    if (is_one_of(word.folded, {"francaise", "francais"}) && word.joined == ' ' && words_[last_ - 1].is_capital()) return go(last_ + 1);
    return over_kind_word() || over_link() || over_lower() || over_complement() || over_plural_adjective() ||
           over_repeated() || over_foreign_link() || over_quality() || over_demonym() || over_adjective_between() || over_reach() || over_free();
  }
  bool go(std::size_t last) {
    last_ = last;
    return true;
  }
  bool is_head(std::size_t place) const {
    const auto head = context_.heads.at(words_, place, end_);
    return head && !(words_[place].is_capital() && !signs_.in_capitals(place) && !head.is_acronym &&
                     head.head->needs == InstitutionHeads::Needs::name);
  }
  bool over_ampersand() {
    const bool is_kin = last_ + 1 < end_ && is_one_of(words_[last_ + 1].folded, {"associes", "cie", "co", "fils", "freres"});
    if (is_kin) return go(last_ + 2);  // « Marin & fils »
    return last_ + 1 < end_ && signs_.is_proper(last_ + 1) && go(signs_.unit_end(last_ + 1, end_));
  }
  // « Nord / Pays des Lacs », « Rheinau/Lindenland »
  bool over_slash() {
    const bool is_tight =
        words_[last_].joined == '\0' && last_ + 1 < end_ && words_[last_ + 1].joined == '\0' && !is_head(last_ + 1);
    return rules_.over_slash && (is_tight || !rules_.over_and) && over_ampersand();
  }
  bool over_number() {
    const auto after = last_ + 1;
    const bool is_short = words_[last_].span.end - words_[last_].span.begin <= 2;
    const bool ends_there = after >= end_ ||
                            (words_[after].kind == WordKind::mark && !words_[after].is("/") && !words_[after].is("%") &&
                             !words_[after].is("€")) ||
                            words_[after].is_capital() ||
                            is_one_of(words_[after].folded,
                                      {"et",   "a",    "ont",  "est",   "sont",  "vont", "qui",    "de",    "du",
                                       "des",  "d",    "par",  "pour",  "avec",  "dont", "ou",     "au",    "aux",
                                       "dans", "puis", "mais", "comme", "ainsi", "sera", "seront", "etait", "etaient"});
    const bool is_verb_behind =
        after < end_ && words_[after].casing == Casing::lower &&
        (context_.lexicon.signing_verbs.at(words_, after, end_) || words_[after].folded.ends_with("ent"));
    const bool is_far = words_[last_].span.begin > words_[last_ - 1].span.end + 2;  // the number of a page
    // « 7. PACTE Université de N 8. LA SEMAINE »: the number of what comes behind
    const bool counts_next = after + 1 < words_.size() && words_[after].is(".") && words_[after + 1].casing == Casing::upper && words_[after + 1].joined != '\n';
    // « l'association Lorval Capitale 2031, qui … »: the year that it is for
    const bool is_year = rules_.over_free && !rules_.over_comma && words_[last_].folded.size() == 4 && words_[last_].folded.starts_with("20") &&
                         !has_link_ && last_ > first_ + 1;
    // « l'entraide Horizon 365, »: a name with a number of its own
    const bool is_numbered = rules_.over_free && !rules_.over_comma && words_[last_].folded.size() == 3 && !has_link_ && after < end_ && is_one_of(words_[after].folded, {",", ";", ")", "»"});
    return (is_short || is_year || is_numbered) && !is_far && !counts_next && (ends_there || is_verb_behind) && words_[last_].joined == ' ' && go(after);
  }
  bool over_capital() {
    if (signs_.in_capitals(last_)) return over_last_in_capitals();
    if (has_link_ && signs_.is_person(last_, end_)) return false;
    if (is_before_surname() || is_surname()) return false;
    if (const auto head = context_.heads.at(words_, last_, end_);
        head && !head.is_acronym && head.head->needs != InstitutionHeads::Needs::name && head.last > last_ + 1)
      return false;
    return go(signs_.unit_end(last_, end_));
  }
  // « DE LA VIEILLE PORTE, »: no verb, as a comma follows
  bool over_last_in_capitals() {
    const auto last = signs_.unit_end(last_, end_);
    const bool is_closed = last < end_ && (words_[last].is(",") || words_[last].is("(")) && has_link_;
    const bool is_told = signs_.is_proper(last_) && std::ranges::any_of(signs_.places_of(words_[last_].folded), [&](std::size_t at) {
      return at > 0 && !signs_.in_capitals(at) && words_[at].casing == Casing::capital && words_[at - 1].casing == Casing::capital && words_[at - 1].folded == words_[last_ - 1].folded;
    });  // as the text writes it elsewhere
    return (is_closed || is_told) && !context_.heads.at(words_, last_, end_) && !signs_.is_person(last_, end_) && go(last);
  }
  bool over_link() {
    const auto link = signs_.link_end(last_, end_);
    if (link == last_ || link >= end_ || !signs_.is_proper(link) || is_head(link)) return false;
    const auto& word = words_[last_];
    const bool is_free_en = word.is("en") && (!has_link_ || (rules_.over_comma && !is_known_place(link)));
    if (is_one_of(word.folded, {"au", "aux", "en"}) && !rules_.over_at && !is_free_en) return false;
    if (is_one_of(word.folded, {"a", "contre"})) return false;
    if (word.is("pour") && !rules_.over_lower && !rules_.over_for) return false;
    has_link_ = true;
    return go(signs_.unit_end(link, end_));
  }
  // « en Morvais », but not « en Bretagne »
  bool is_known_place(std::size_t place) const {
    return context_.known.is_place(folded(words_.text_of(place, signs_.unit_end(place, end_))));
  }
  // « Entre Orne et Sarthe »
  bool is_between() const {
    return words_[first_].is("entre") && words_[first_].is_capital() && !signs_.in_capitals(first_) &&
           last_ > first_ + 1;
  }
  // « et des Trois Rivières », « et Giffre »
  bool over_and() {
    // « Pierre et Marie X »: named after two of one name
    const auto other = last_ + 1;
    const bool is_couple = !rules_.after_link && other < end_ && signs_.unit_end(first_, end_) == last_ &&
                           context_.lexicon.first_names.at(words_, last_ - 1, last_) && signs_.is_person(other, end_);
    if (is_couple) return go(proper_name_end(context_, other, end_, {}));
    // « Tardieu et Fils »
    if (last_ + 1 < end_ && words_[last_ + 1].is_capital() && !signs_.in_capitals(last_) &&
        is_one_of(words_[last_ + 1].folded, {"associes", "cie", "filles", "fils"}))
      return go(last_ + 2);
    if (words_[last_ + 1 < end_ ? last_ + 1 : last_].is("les")) return false;  // « et les Ateliers » are others
    if (rules_.over_places && last_ + 2 < end_ && words_[last_ + 2].is_capital() && context_.lexicon.institution_tails.at(words_, last_ + 2, last_ + 3)) return false;  // « l'ARS Nord et Cerval Communauté »
    if (is_between() && !was_between_ && last_ + 1 < end_ && signs_.is_proper(last_ + 1)) {
      was_between_ = true;
      return go(signs_.unit_end(last_ + 1, end_));
    }
    const auto link = signs_.link_end(last_ + 1, end_);
    if (link > last_ + 1 && link < end_ && is_bare_body(words_[link])) return false;  // « du Haut-Val et de l'Agence »
    const bool is_articled = link > last_ + 1 && !is_one_of(words_[link - 1].folded, {"de", "d", "en", "sur", "sous"});
    if (!rules_.over_and && !(rules_.over_articled_and && is_articled))
      return rules_.over_lower_and && over_lower_and();
    if (link >= end_ || !signs_.is_proper(link) || is_head(link) || signs_.is_person(link, end_) || is_name_elsewhere(context_, link, end_))
      return false;
    const bool is_acronym = words_[link].casing == Casing::upper && words_[link].folded.size() > 2 && !signs_.in_capitals(last_);
    if (link > last_ + 1) {
      if ((!has_link_ && !rules_.over_comma) || is_acronym) return false;  // « l'École des Mines et de l'EMAB »
      return go(signs_.unit_end(link, end_));
    }
    if (!rules_.over_comma && !rules_.over_and_at_once) return false;
    return go(signs_.unit_end(link, end_));
  }
  // « , Saint-Aubert et Saint-Jean », « et du Haut-Morval »: a body of several territories. Nothing but a place, and
  // behind a link of the same kind or without any.
  bool over_places() {
    if (!rules_.over_places || !rules_.after_link) return false;
    const auto link = signs_.link_end(last_ + 1, end_);
    if (link >= end_ || !signs_.is_proper(link) || signs_.in_capitals(link) || is_head(link) ||
        signs_.is_person(link, end_) || context_.lexicon.functions.at(words_, link, end_))
      return false;
    const auto last = proper_name_end(context_, link, end_, {});
    if (context_.lexicon.institution_tails.at(words_, last - 1, last)) return false;
    if (link == last_ + 1) return is_place(link, last) && go(last);
    return is_one_of(words_[last_ + 1].folded, {"de", "d", "du", "des"}) &&
           (is_place(link, last) || (last == signs_.unit_end(link, end_) && (words_[last_].is("et") || leads_to_last(last)))) &&
           go(last);
  }
  // « , du Haut-Morval et des Crêtes »: the list goes on in the same way up to « et »
  bool leads_to_last(std::size_t at) const {
    constexpr std::size_t kMost = 4;
    for (std::size_t count = 0; count < kMost && at + 1 < end_; ++count) {
      const bool is_last = words_[at].is("et");
      if (!is_last && !words_[at].is(",")) return false;
      const auto link = signs_.link_end(at + 1, end_);
      if (link >= end_ || !is_one_of(words_[at + 1].folded, {"de", "d", "du", "des"}) || !signs_.is_proper(link) || is_head(link)) return false;
      if (is_last) return true;
      at = signs_.unit_end(link, end_);
    }
    return false;
  }
  // « de la baie d'Orve et de la mer des Sablons », « du Haut-Val et des gorges de la Vaure »
  bool over_landscape() {
    if (!rules_.over_and || last_ == first_ || signs_.in_capitals(last_)) return false;
    const auto noun = signs_.link_end(last_ + 1, end_);
    if (noun == last_ + 1 || noun + 1 >= end_ || words_[noun].casing != Casing::lower) return false;
    const auto landscapes = context_.lexicon.list("proper_names.landscapes");
    if (std::ranges::find(landscapes, words_[noun].folded) == landscapes.end()) return false;
    const auto link = signs_.link_end(noun + 1, end_);
    if (link == noun + 1 || link >= end_ || !signs_.is_proper(link) || is_head(link)) return false;
    return go(signs_.unit_end(link, end_));
  }
  bool is_place(std::size_t first, std::size_t last) const {
    const bool is_saint = last > first + 1 && is_one_of(words_[first].folded, {"saint", "sainte"}) && words_[first + 1].joined == '-';
    return is_saint || context_.known.is_place(folded(words_.text_of(first, last)));
  }
  // « de l'Enseignement supérieur, de la Recherche et de l'Innovation »
  bool over_listed() {
    if (!rules_.over_listed) return false;
    const auto link = signs_.link_end(last_ + 1, end_);
    if (link == last_ + 1 || link >= end_ || !signs_.is_proper(link) || is_head(link) || signs_.is_person(link, end_))
      return false;
    auto next = signs_.unit_end(link, end_);
    while (next < end_ && words_[next].joined == ' ' && signs_.is_adjective(next)) ++next;
    const bool goes_on = next < end_ && (words_[next].is(",") || words_[next].is("et"));
    return goes_on && go(next);
  }
  // « Verres et céramiques du Massif »
  bool over_lower_and() {
    const auto noun = last_ + 1;
    if (noun >= end_ || !is_lower_noun(words_[noun]) || context_.lexicon.name_stops.at(words_, noun, end_))
      return false;
    const auto link = signs_.link_end(noun + 1, end_);
    if (link == noun + 1 || link >= end_ || !signs_.is_proper(link) || is_head(link)) return false;
    has_link_ = true;
    return go(signs_.unit_end(link, end_));
  }
  // « , Haute Plaine », « , Étangs et Monts »
  bool over_comma() {
    const auto next = last_ + 1;
    if (rules_.over_comma && over_countries()) return true;
    if (!rules_.over_comma || next >= end_ || !signs_.is_proper(next) || signs_.in_capitals(next)) return false;
    if (is_head(next) || signs_.is_person(next, end_) || context_.lexicon.functions.at(words_, next, end_) ||
        is_name_elsewhere(context_, next, end_))
      return false;
    const auto last = proper_name_end(context_, next, end_, {});
    if (context_.lexicon.institution_tails.at(words_, last_ - 1, last_) ||
        context_.lexicon.institution_tails.at(words_, last - 1, last))
      return false;
    const bool is_list = last + 1 < end_ && words_[last].is(",") && signs_.is_proper(last + 1);
    return !is_list && go(last);
  }
  // « du bassin d'Orsec, du Carlais et de la Chantaie »: the body of several countries, each with its article
  bool over_countries() {
    const auto is_articled = [&](std::size_t at) {
      return is_one_of(words_[at].folded, {"du", "des"}) || (words_[at].is("de") && at + 1 < end_ && is_one_of(words_[at + 1].folded, {"la", "l"}));
    };
    if (!rules_.after_link || signs_.in_capitals(last_ + 1) || !leads_to_last(last_)) return false;
    auto at = last_;
    while (at < end_ && words_[at].is(",")) {
      const auto link = signs_.link_end(at + 1, end_);
      if (link >= end_ || !is_articled(at + 1) || signs_.is_person(link, end_)) return false;
      at = signs_.unit_end(link, end_);
    }
    const auto link = at + 1 < end_ && words_[at].is("et") ? signs_.link_end(at + 1, end_) : end_;
    if (link >= end_ || !is_articled(at + 1) || is_head(link) || signs_.is_person(link, end_)) return false;
    return go(signs_.unit_end(link, end_));
  }
  // « Grandval métropole », « Ornay habitat »
  bool over_kind_word() {
    const bool is_kind =
        is_one_of(words_[last_].folded, {"agglo", "agglomeration", "communaute", "habitat", "metropole"});
    return is_kind && words_[last_].joined == ' ' && words_[last_ - 1].is_capital() && go(last_ + 1);
  }
  // « Médecins libéraux de Bretagne »
  bool over_adjective_between() {
    if (words_[last_].joined != ' ' || !signs_.is_adjective(last_) || words_[last_].is_capital()) return false;
    const auto link = signs_.link_end(last_ + 1, end_);
    if (link == last_ + 1 || link >= end_ || !signs_.is_proper(link) || is_head(link) ||
        is_one_of(words_[last_ + 1].folded, {"a", "pour", "en", "au", "aux"}))
      return false;
    has_link_ = true;
    return go(signs_.unit_end(link, end_));
  }
  // « des Collines boisées »
  bool over_plural_adjective() {
    const auto& before = words_[last_ - 1];
    return words_[last_].joined == ' ' && before.is_capital() && before.folded.ends_with('s') &&
           words_[last_].folded.ends_with('s') && signs_.is_adjective(last_) && go(last_ + 1);
  }
  // « Marche occitane – Val d'Anglin »: what the text has so elsewhere, too
  bool over_repeated() {
    if (!(rules_.over_comma || rules_.over_free) || signs_.in_capitals(last_) || last_ + 1 >= end_) return false;
    auto next = last_;
    if (words_[last_].kind == WordKind::mark)
      next = signs_.is_proper(last_ + 1) && !is_head(last_ + 1) ? proper_name_end(context_, last_ + 1, end_, {}) : last_;
    else if (words_[last_].joined == ' ' && signs_.is_adjective(last_))
      next = last_ + 1;
    return next > last_ && is_named_again(context_, first_, next) && go(next);
  }
  // « la communauté de communes du Pays de Vaubrun – Monts d'Arlac a signé »: behind an article, and no dash closes it
  bool over_dash() {
    const auto next = last_ + 1;
    if (!rules_.over_comma || !rules_.after_link || signs_.in_capitals(last_ - 1) || next >= end_ || words_[last_].joined != ' ' || words_[next].joined != ' ') return false;
    if (!signs_.is_proper(next) || is_head(next) || signs_.is_person(next, end_) || context_.lexicon.functions.at(words_, next, end_) || is_name_elsewhere(context_, next, end_)) return false;
    if (!has_article_before()) return false;
    const auto last = proper_name_end(context_, next, end_, {});
    for (auto at = last; at < end_; ++at) {
      if (words_[at].is("–") || (words_[at].is("-") && words_[at].joined == ' ')) return false;
    }
    return go(last);
  }
  // « la communauté de communes du »: does an article begin the words in small letters before the name?
  bool has_article_before() const {
    constexpr std::size_t kLongestHead = 8;
    for (auto at = first_; at-- > 0 && first_ - at <= kLongestHead;) {
      if (is_one_of(words_[at].folded, {"la", "le", "l"}) && words_[at + 1].casing == Casing::lower) return true;
      if (words_[at].casing != Casing::lower) return false;
    }
    return false;
  }
  // « Ti an Holl »
  bool over_foreign_link() {
    const auto next = last_ + 1;
    const bool is_link = is_one_of(words_[last_].folded, {"al", "an", "ar", "van", "von"});
    return is_link && words_[last_].joined == ' ' && words_[last_ - 1].is_capital() && next < end_ &&
           words_[next].joined == ' ' && words_[next].casing == Casing::capital && signs_.is_proper(next) &&
           !is_head(next) && go(signs_.unit_end(next, end_));
  }
  // « de la Préhistoire océane », « de la Vie rurale »: of what is no place
  bool over_quality() {
    return has_link_ && words_[last_].joined == ' ' && words_[last_ - 1].casing == Casing::capital &&
           !signs_.in_capitals(last_) && words_[last_ - 1].joined != '-' &&
           (is_common_noun(last_ - 1) || signs_.is_demonym(last_)) &&
           signs_.is_adjective(last_) && is_closed_behind(context_, last_ + 1, end_) &&
           !context_.known.is_place(words_[last_ - 1].folded) && go(last_ + 1);
  }
  // « Sorne amont »
  bool over_reach() {
    return words_[last_].joined == ' ' && is_one_of(words_[last_].folded, {"amont", "aval"}) &&
           words_[last_ - 1].is_capital() && (last_ + 1 >= end_ || !words_[last_ + 1].is("de")) && go(last_ + 1);
  }
  // « Terres en commun », « Toits pour tous », « Atelier des possibles »: words as in any sentence, so the name must be
  // closed behind them, or stand so twice.
  bool over_free() {
    if (is_common_name_with_adjective()) return go(last_ + 1);
    if (!rules_.over_free || has_link_ || signs_.in_capitals(last_) || words_[last_].joined != ' ' ||
        !words_[last_ - 1].is_capital() || context_.lexicon.not_in_tails.at(words_, last_, end_))
      return false;
    const auto& word = words_[last_];
    const bool is_loose = is_one_of(word.folded, {"en", "pour", "sans"});
    const bool is_of = is_one_of(word.folded, {"de", "d", "du", "des"}) && is_common_noun(first_) &&
                       last_ == first_ + 1 && !context_.lexicon.functions.at(words_, first_, end_);
    const bool is_tight = is_one_of(word.folded, {"a", "au", "aux", "sur", "sous", "chez", "par", "dans", "entre"});
    if (!is_loose && !is_of && !is_tight) return false;
    auto noun = last_ + 1;
    while (noun < end_ && noun < last_ + 3 && is_one_of(words_[noun].folded, {"l", "la", "le", "les"})) ++noun;
    if (noun >= end_ || !is_lower_noun(words_[noun]) || is_head(noun) || context_.lexicon.months.at(words_, noun, end_) ||
        context_.lexicon.weekdays.at(words_, noun, end_) || context_.lexicon.agreement_types.at(words_, noun, end_))
      return false;
    auto next = signs_.unit_end(noun, end_);
    while (next < end_ && words_[next].joined == ' ' && signs_.is_adjective(next)) ++next;
    const bool is_infinitive = words_[noun].folded.ends_with("er") || words_[noun].folded.ends_with("ir");
    const bool is_article_before = first_ > 0 && is_one_of(words_[first_ - 1].folded, {"l", "la", "le", "les"});
    if (!is_named_again(context_, first_, next) && ((is_of && !is_article_before) || is_tight || is_infinitive || !is_closed_behind(context_, next, end_))) return false;
    has_link_ = true;
    return go(next);
  }
  // « le Crédit maritime »
  bool is_common_name_with_adjective() const {
    return rules_.over_free && last_ == first_ + 1 && first_ > 0 && words_[last_].joined == ' ' &&
           is_one_of(words_[first_ - 1].folded, {"l", "la", "le"}) && !signs_.in_capitals(first_) &&
           is_common_noun(first_) && signs_.is_adjective(last_) && is_closed_behind(context_, last_ + 1, end_) &&
           !context_.lexicon.functions.at(words_, first_, end_);
  }
  bool is_common_noun(std::size_t at) const {
    return CommonWords::french().has(lower_french(words_.prose().of(words_[at].span)));
  }
  // « du Bocage merlongeois », « du Bocage bressuirais »
  bool over_demonym() {
    const bool is_side = is_one_of(words_[last_ - 1].folded, {"alpes", "bassin", "bocage", "causse", "centre", "cote", "delta", "est", "estuaire",
        "golfe", "littoral", "marais", "massif", "montagne", "nord", "ouest", "pays", "piemont", "plaine", "plateau", "sud", "val", "vallee", "vignoble"});
    const bool may_be_one =
        (rules_.over_comma || is_side) && rules_.after_link && words_[last_].joined == ' ' && words_[last_ - 1].is_capital();
    return may_be_one && signs_.is_demonym(last_) && go(last_ + 1);
  }
  // « Amis du conte », « Jardins de la solidarité »: many who are told by what they do
  bool over_complement() {
    if (!rules_.over_lower || !rules_.after_link || signs_.in_capitals(last_) || !words_[last_ - 1].is_capital() ||
        !words_[last_ - 1].folded.ends_with('s'))
      return false;
    if (!is_one_of(words_[last_].folded, {"de", "du", "des", "d"})) return false;
    const auto noun = signs_.link_end(last_, end_);
    if (noun >= end_ || !is_lower_noun(words_[noun]) || is_head(noun) ||
        context_.lexicon.agreement_types.at(words_, noun, end_))
      return false;
    const bool names_people =
        context_.lexicon.not_in_names.at(words_, noun, end_) && !is_one_of(words_[last_].folded, {"du"});
    return !names_people && !context_.known.is_place(folded(words_.text_of(last_ - 1, last_))) &&
           go(signs_.unit_end(noun, end_));
  }
  // « Pas perdus », « Gardiens des dunes »
  bool over_lower() {
    if (!rules_.over_lower || has_link_ || signs_.in_capitals(last_) || words_[last_].joined != ' ') return false;
    static constexpr auto kParticiples =
        std::to_array<std::string_view>({"es", "ees", "is", "ies", "us", "ues", "ale", "aux"});
    const auto& word = words_[last_];
    const bool is_participle =
        word.folded.size() > 4 &&
        std::ranges::any_of(kParticiples, [&](auto ending) { return word.folded.ends_with(ending); }) &&
        words_[last_ - 1].folded.ends_with('s');
    if (signs_.is_adjective(last_) || is_participle) return go(last_ + 1);
    if (!is_one_of(word.folded, {"des", "du", "de", "d"})) return false;
    const auto noun = signs_.link_end(last_, end_);
    if (noun >= end_ || !is_lower_noun(words_[noun]) || is_head(noun) || words_[noun].is("une")) return false;
    has_link_ = true;
    return go(signs_.unit_end(noun, end_));
  }
  // « … de Montval Jeanne DUVAL »: a person begins.
  bool is_before_surname() const {
    const auto next = signs_.unit_end(last_, end_);
    return words_[last_].casing == Casing::capital && next < end_ && words_[next].joined == ' ' &&
           words_[next].casing == Casing::upper && words_[next].folded.size() > 3;
  }
  // « Urssaf Vendée DELRANC Josiane »: a person begins.
  bool is_surname() const {
    const auto next = signs_.unit_end(last_, end_);
    return words_[last_].casing == Casing::upper && words_[last_].folded.size() > 3 && next < end_ &&
           words_[next].joined == ' ' && words_[next].casing == Casing::capital &&
           context_.lexicon.first_names.at(words_, next, end_);
  }

  const NameContext& context_;
  const Words& words_;
  const NameSigns& signs_;
  std::size_t end_, first_, last_ = 0;
  TailRules rules_;
  bool has_link_, was_between_ = false;
};

}  // namespace

std::size_t proper_name_end(const NameContext& context, std::size_t at, std::size_t end, const TailRules& rules) {
  return ProperName(context, at, end, rules).read();
}

}  // namespace maillage::documents
