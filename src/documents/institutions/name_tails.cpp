// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/name_tails.hpp"

#include <algorithm>

#include "documents/institutions/named_elsewhere.hpp"
#include "documents/text/common_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostComplements = 5, kMostQuoted = 9, kMostBefore = 8;

bool is_quote(const Word& word) {
  return is_one_of(word.folded, {"«", "\"", "“"});
}

// One past « Val d'Orge et Forêt » with its quotation marks; `at` where none begins.
std::size_t quoted_end(const NameContext& context, std::size_t at, std::size_t end) {
  if (at >= end || !is_quote(context.words[at]) || at + 1 >= end || !context.words[at + 1].is_capital()) return at;
  for (auto last = at + 1; last < std::min(end, at + 2 + kMostQuoted); ++last) {
    if (is_one_of(context.words[last].folded, {"»", "\"", "”"})) return last + 1;
  }
  return at;
}

bool is_noun(const NameContext& context, std::size_t at) {
  const auto& word = context.words[at];
  if (word.kind != WordKind::word || word.folded.size() < 3) return false;
  return context.signs.in_capitals(at) || !word.is_capital();
}

bool is_determiner(std::string_view word) {
  return is_one_of(word, {"ses", "son", "leur", "leurs", "cette", "notre", "nos", "tous", "toutes", "chaque", "deux",
                          "trois", "quatre", "cinq", "plus", "nouveau", "nouvelle", "plusieurs", "quelques",
                          "certains", "certaines", "autres", "plein", "pleine"});
}

// « le président de l'université Jean Martin »: the name is a person's. « le Centre Jean Martin » is named after one.
bool is_title_of_person(const NameContext& context, std::size_t at, std::size_t end) {
  if (!context.signs.is_person(at, end)) return false;
  const auto next = context.signs.unit_end(at, end);  // « Jean-Morel Montval »: named after somebody, at a place
  if (next > at + 1 && next < end && context.known.is_place(context.words[next].folded)) return false;
  const auto begin = context.words.of_sentence(context.words[at].sentence).first;
  for (auto from = at; from-- > begin && at - from <= kMostBefore;) {
    if (context.words[from].kind == WordKind::mark) return false;
    if (context.lexicon.functions.at(context.words, from, at)) return true;
  }
  return false;
}

// In capitals only names of some kinds follow their head at once: « AGENCE RÉGIONALE DE SANTÉ NORD ».
bool names_follow_at_once(std::string_view category) {
  return !is_one_of(category, {"association", "commune", "company", "hospital", "other", "school", "state_agency"});
}

// « , d'urbanisme et de l'environnement »: goes on as the complement before it; one past it, or `at`.
std::size_t listed_complements_end(const NameContext& context, std::size_t at, std::size_t end) {
  auto last = at;
  while (last < end) {
    const bool is_last = context.words[last].is("et");
    if (!is_last && !context.words[last].is(",")) return at;
    const auto noun = context.signs.link_end(last + 1, end);  // « les communautés de communes et du maire de N »
    if (noun < end && context.lexicon.functions.at(context.words, noun, end)) return at;
    auto next = last + 1;
    if (next < end && is_one_of(context.words[next].folded, {"l", "la", "le", "les"})) {
      const bool is_other = next + 1 < end && (context.lexicon.functions.at(context.words, next + 1, end) ||
                                               context.heads.at(context.words, next + 1, end));
      next = next + 1 < end && !is_other && is_noun(context, next + 1) ? next + 2 : last + 1;
    } else {
      next = lower_complement_end(context, last + 1, end);
      if (next == last + 1) return at;
    }
    if (next == last + 1) return at;
    last = next;
    if (is_last) return last;
  }
  return at;
}

}  // namespace

std::size_t lower_complement_end(const NameContext& context, std::size_t at, std::size_t end) {
  const auto noun = context.signs.link_end(at, end);
  if (noun == at || noun >= end || !is_noun(context, noun)) return at;
  if (is_determiner(context.words[noun].folded)) return at;
  const bool is_infinitive = noun == at + 1 && (context.words[at].is("pour") || context.words[at].is("a")) &&
                             (context.words[noun].folded.ends_with("er") || context.words[noun].folded.ends_with("ir"));
  if (is_infinitive) return at;
  const bool is_definite = noun > at + 1 || context.words[at].is("du");
  if (const auto head = context.heads.at(context.words, noun, end);
      head && is_definite && !head.is_plural && !head.is_acronym && head.head->needs != InstitutionHeads::Needs::name)
    return at;
  const bool is_counted = is_one_of(context.words[noun].folded, {"premier", "second", "premiere", "seconde"});  // « du premier degré »
  auto last = context.signs.unit_end(is_counted && noun + 1 < end && is_noun(context, noun + 1) ? noun + 1 : noun, end);
  while (last < end && context.words[last].joined == ' ' && context.signs.adjective_end(last, end) > last)
    last = context.signs.adjective_end(last, end);
  return last;
}

NameTail branch_tail(const NameContext& context, std::size_t at, std::size_t end, std::string_view category) {
  const auto& words = context.words;
  const auto& signs = context.signs;
  NameTail tail;
  tail.last = at;
  const auto bracket = category == "state" ? BracketedName{} : bracketed_name(context, at, end);
  if (bracket) {
    tail.acronym = bracket.name;
    const auto behind = bracket.last < end ? signs.link_end(bracket.last, end) : end;
    if (behind < end && signs.is_proper(behind) && words[behind].kind == WordKind::word) at = bracket.last;
  }
  if (at >= end) return tail;
  const auto link = signs.link_end(at, end);
  if (link == at && words[at].joined == ' ' && signs.is_proper(at) && !signs.in_capitals(at)) {
    const auto last = proper_name_end(context, at, end, {});
    tail.is_proper = category != "research_body" || context.known.is_place(folded(words.text_of(at, last)));
    if (tail.is_proper) tail.last = last;
  } else if (link > at && link < end &&
             (is_one_of(category, {"association", "social_fund"}) || (category == "state_agency" && !words[at].is("en")) || (category == "state_service" && !words[at].is("en"))) &&
             signs.is_proper(link) && !context.heads.at(words, link, end) &&
             !is_one_of(words[at].folded, {"a", "pour"})) {
    tail.last = proper_name_end(context, link, end, {});
    tail.is_proper = true;
  } else if (words[at].joined == ' ' && is_one_of(words[at].folded, {"francais", "francaise"})) {
    tail.last = at + 1;
  }
  if (const auto behind = bracketed_name(context, tail.last, end); behind && tail.acronym.empty() && category != "state")
    tail.acronym = behind.name;
  return tail;
}

namespace {

// Reads the tail of a head part by part.
class Tail {
 public:
  Tail(const NameContext& context, std::size_t at, std::size_t end, std::string_view category)
      : context_(context),
        words_(context.words),
        signs_(context.signs),
        begin_(at),
        end_(end),
        place_(at),
        category_(category),
        rules_(tail_rules_of(category)) {
    tail_.last = at;
  }

  NameTail read(std::size_t head_first) {
    head_first_ = head_first;
    if (const auto head = context_.heads.at(words_, head_first, end_)) {
      is_acronym_head_ = head.is_acronym && head.last == head_first + 1;
      if (words_[head_first].is("ght") || words_[head_first].is("groupement")) rules_.over_and = rules_.over_and_at_once = true;  // « GHT Val Nord et Vexan »
      is_long_head_ = head.last > head_first + 1 && !head.head->is_part &&
                      (!head.head->is_dropped || head.head->singular.starts_with("office"));
      has_own_complement_ = head.head->singular.find(" d") != std::string::npos;
    }
    list_behind_head();
    while (place_ < end_ && words_[place_].joined == ' ' && !context_.heads.at(words_, place_, end_)) {
      const auto last = signs_.adjective_end(place_, end_);
      if (last == place_) break;
      complete(last);
    }
    if (is_told_of_sport(place_)) complete(place_ + 1);
    // « union maritime et portuaire », « centre social et culturel »
    if (signs_.is_adjective(place_ - 1) && place_ + 1 < end_ && words_[place_].is("et") && signs_.is_adjective(place_ + 1) &&
        !signs_.in_capitals(place_) && !context_.heads.at(words_, place_ + 1, end_))
      complete(place_ + 2);
    // « communauté d'agglomération messine »
    if (place_ > begin_ && is_long_head_ && !signs_.in_capitals(place_ - 1) && is_demonym(place_ - 1))
      tail_.is_proper = true;
    for (std::size_t count = 0; count < kMostComplements && place_ < end_ && step(); ++count) {
    }
    const bool is_named_at_once = category_ == "association" && words_[begin_ < end_ ? begin_ : head_first].casing == Casing::capital;
    if (!tail_.is_proper && tail_.acronym.empty()) abbreviate(head_first);
    else if (is_named_at_once && tail_.acronym.empty()) abbreviate(begin_);  // « l'association Aide au retour de l'Orne (AARO) »
    return tail_;
  }

 private:
  bool is_demonym(std::size_t at) const {
    if (category_ == "intermunicipal" && words_[at].folded.ends_with("ine") && !words_[at].is("voisine")) return true;
    return is_one_of(category_, {"association", "chamber", "hospital", "intermunicipal", "social_fund"}) &&
           signs_.is_demonym(at);
  }
  void complete(std::size_t last) {
    tail_.last = place_ = last;
    tail_.has_complement = true;
  }
  bool name(std::size_t last) {
    tail_.last = place_ = last;
    tail_.is_proper = true;
    return true;
  }
  bool is_at_place(std::initializer_list<std::string_view> choice) const {
    return is_one_of(words_[place_].folded, choice);
  }

  // « conseil d'architecture, d'urbanisme et de l'environnement »
  void list_behind_head() {
    const bool is_list = place_ < end_ && place_ > 1 && words_[place_].is(",") && category_ == "association" &&
                         words_[place_ - 1].joined == '\'';
    if (!is_list) return;
    if (const auto listed = listed_complements_end(context_, place_, end_); listed > place_) complete(listed);
  }
  bool step() {
    if (!over_bracket()) return false;
    if (const auto quoted = quoted_end(context_, place_, end_); quoted > place_) return name(quoted);
    if (words_[place_].joined == '\n' || words_[place_].kind == WordKind::mark) return false;
    if (signs_.in_capitals(place_) && bears_a_person()) return name(signs_.unit_end(signs_.unit_end(place_, end_), end_));
    if (goes_on_at_once()) return name(proper_name_end(context_, place_, end_, rules_));
    if (is_number_name()) return name(proper_name_end(context_, signs_.begins_proper(place_, end_) ? place_ : place_ + 2, end_, rules_));
    if (words_[place_].is("et")) return over_and_complement();
    const auto link = signs_.link_end(place_, end_);
    if (link == place_ || link >= end_) return false;
    if (const auto quoted = quoted_end(context_, link, end_); quoted > link) return name(quoted);
    if (over_territory(link) || over_many_bodies(link)) return true;
    if (category_ != "ministry" && is_body(link)) {
      if (is_at_place({"de", "du", "d"})) tail_.part_of = link;
      return false;
    }
    return signs_.begins_proper(link, end_) ? over_proper(link) : over_complement();
  }
  // « 4 Rivières »
  bool is_number_name() const {
    // « 4B Sud Charente »
    const bool has_letter = place_ + 2 < end_ && words_[place_ + 1].joined == '\0' && words_[place_ + 1].is_capital() && words_[place_ + 2].is_capital();
    return words_[place_].kind == WordKind::number && words_[place_].joined == ' ' && !tail_.is_proper &&
           (has_letter || signs_.begins_proper(place_, end_));
  }
  // « de l'agglomération de N », « de la Ville de N »: where it is, no other body
  bool over_territory(std::size_t link) {
    const bool may_have_one = is_long_head_ && !tail_.is_proper && !signs_.in_capitals(place_) &&
                              is_at_place({"de", "du", "d"}) &&
                              !is_one_of(category_, {"commune", "department", "intermunicipal", "ministry", "region",
                                                     "state", "university"});
    const auto head = may_have_one ? context_.heads.at(words_, link, end_) : InstitutionHeads::Found{};
    if (!head || head.is_plural || head.is_acronym ||
        !is_one_of(head.head->category, {"commune", "department", "intermunicipal", "region"}) ||
        folded(head.head->singular).starts_with("conseil") || words_[link].is("mairie"))
      return false;
    const auto next = signs_.link_end(head.last, end_);
    if (next >= end_) return false;
    const bool is_told = next == head.last && words_[next].joined == ' ' && signs_.is_demonym(next);
    if (!is_told && !signs_.is_proper(next)) return false;
    complete(is_told ? head.last + 1 : head.last);
    tail_.is_proper = is_told;
    return tail_.has_territory = true;
  }
  // « union départementale des CCAS de N »: no body of its own
  bool over_many_bodies(std::size_t link) {
    if (!is_at_place({"des"}) || signs_.in_capitals(place_)) return false;
    const auto head = context_.heads.at(words_, link, end_);
    if (!head || !head.is_acronym || !is_one_of(category_, {"association", "company", "intermunicipal"})) return false;
    complete(head.last);
    return true;
  }
  // « de l'emploi et de la formation du Haut-Orne », « des commerçants et artisans de N »: goes on as what is before it
  bool over_and_complement() {
    if (tail_.is_proper || signs_.in_capitals(place_) || !(tail_.has_complement || has_own_complement_)) return false;
    const auto noun = signs_.link_end(place_ + 1, end_);
    if (noun >= end_ || !is_noun(context_, noun) || is_determiner(words_[noun].folded) ||
        context_.lexicon.agreement_types.at(words_, noun, end_) || (context_.lexicon.functions.at(words_, noun, end_) && !is_second_of_members(noun)))
      return false;
    const bool is_bare = noun == place_ + 1;
    const auto is_many = [&](std::size_t at) { return words_[at].folded.ends_with('s') || words_[at].folded.ends_with("aux") || words_[at].folded.ends_with("eux"); };
    const bool is_alike = is_many(noun) && is_many(place_ - 1);
    const bool is_closing = is_bare && noun + 1 < end_ && words_[noun].folded.ends_with('s') && words_.text_of(noun + 1, noun + 2).ends_with("ées");
    if (is_closing && category_ == "association") {  // « de judo et disciplines associées »
      complete(noun + 2);
      return true;
    }
    if (is_bare && category_ != "university" && !is_alike) return false;
    // « de l'ordre des médecins et les parquets de N »: others, of whom no « de » tells that they belong to the name
    const bool has_article = is_one_of(words_[place_ + 1].folded, {"le", "la", "les", "l"});
    if (const auto head = context_.heads.at(words_, noun, end_); head && (!head.is_plural || has_article)) return false;
    auto last = signs_.unit_end(noun, end_);
    while (last < end_ && words_[last].joined == ' ' && signs_.is_adjective(last)) ++last;
    const auto link = signs_.link_end(last, end_);
    // « d'art et design Le Havre »
    const bool is_at_once = link == last && is_bare && category_ == "university" && words_[noun].casing == Casing::lower;
    if (link >= end_ || (link == last && !is_at_once) || !signs_.is_proper(link) || words_[last].is("a")) return false;
    complete(last);
    return true;
  }
  // « association des maires et des élus de N »
  bool is_second_of_members(std::size_t noun) const {
    return category_ == "association" && words_[place_ + 1].is("des") && words_[noun].folded.ends_with('s') && words_[place_ - 1].folded.ends_with('s');
  }
  // An acronym in brackets may stand inside the name: « centre hospitalier universitaire (CHU) de Grandval ».
  bool over_bracket() {
    const auto bracket = bracketed_name(context_, place_, end_);
    if (!bracket) return true;
    if (tail_.acronym.empty()) tail_.acronym = bracket.name;
    const auto after = bracket.last;
    // « groupement de santé (GS) 89, »: the number of its department
    const bool is_numbered = after + 1 < end_ && words_[after].kind == WordKind::number && words_[after].joined == ' ' &&
                             words_[after].folded.size() == 2 && is_one_of(words_[after + 1].folded, {",", ";", ".", "et"});
    if (is_numbered && !tail_.is_proper && !signs_.in_capitals(after)) {
      name(after + 1);
      return false;
    }
    if (after >= end_ || tail_.is_proper || words_[after].kind != WordKind::word) return false;
    const auto link = signs_.link_end(after, end_);
    const bool goes_on =
        link == after ? signs_.is_proper(after) : link < end_ && signs_.is_proper(link) && !words_[after].is("a");
    place_ = after;
    return goes_on || (link > after && link < end_ && is_territory(link));
  }
  // « EPSM (…) de l'agglomération lilloise »: the name goes on behind its acronym
  bool is_territory(std::size_t link) const {
    const auto head = is_long_head_ ? context_.heads.at(words_, link, end_) : InstitutionHeads::Found{};
    if (!head || head.is_plural || head.is_acronym || !is_one_of(head.head->category, {"department", "intermunicipal", "region"})) return false;
    return words_[link].casing == Casing::lower && head.last < end_ && signs_.is_demonym(head.last);
  }
  bool goes_on_at_once() const {
    if (words_[place_].joined != ' ' || !signs_.is_proper(place_)) return false;
    // Where a name has ended it does not begin again, but with the one it is named after.
    if (tail_.is_proper && tail_.last == place_ &&
        (words_[place_].casing == Casing::upper || !signs_.is_person(place_, end_)))
      return false;
    if (place_ == begin_ && is_title_of_person(context_, place_, end_)) return false;
    // « Ville aidante Montrivel »: a label, no town
    if (category_ == "commune" && place_ > begin_ && !tail_.is_proper && words_[place_ - 1].casing == Casing::lower) return false;
    if (tail_.is_proper && is_before_surname()) return false;  // « CHU de N Éric DUVAL, procureur »
    if (tail_.is_proper && tail_.last == place_ && (bears_no_person() || is_told_by_function())) return false;
    const auto last = signs_.unit_end(place_, end_);
    const bool is_closed = last < end_ && (words_[last].is(",") || words_[last].is("("));  // « LA SOCIÉTÉ N, »: no verb
    return !signs_.in_capitals(place_) || (!tail_.is_proper && (is_closed || names_follow_at_once(category_)));
  }
  // « L'UNIVERSITE DE N JULES MORVAN SIGNE »: in capitals a name that a verb follows is no one's who holds a function
  bool bears_a_person() const {
    if (!is_one_of(category_, {"university", "hospital", "museum", "school"}) || !tail_.is_proper || !signs_.is_person(place_, end_) || is_told_by_function()) return false;
    const auto surname = signs_.unit_end(place_, end_);
    return surname + 1 < end_ && context_.lexicon.signing_verbs.at(words_, surname + 1, end_);
  }
  // « département de N Jeanne X »: a territory is named after nobody
  bool bears_no_person() const { return is_one_of(category_, {"commune", "department", "intermunicipal", "region"}); }
  // « le président de l'université de N Claude X »: an article and a function, so the name is that of who holds it
  bool is_told_by_function() const {
    constexpr std::size_t kLongest = 5;
    auto last = head_first_;
    while (last > 0 && head_first_ - last < 2 && is_one_of(words_[last - 1].folded, {"de", "du", "d", "la", "l", "le"})) --last;
    if (last == head_first_) return false;
    for (auto at = last; at > 1 && last - at < kLongest; --at) {
      const bool is_led = is_one_of(words_[at - 2].folded, {"le", "la", "l", "son", "sa", "au", "du"});
      const auto function = is_led ? context_.lexicon.functions.at(words_, at - 1, last) : PhraseTable::Found{};
      if (function && function.last == last) return true;
    }
    return false;
  }
  bool is_before_surname() const {
    const auto surname = signs_.unit_end(place_, end_);
    return words_[place_].casing == Casing::capital && surname < end_ && words_[surname].casing == Casing::upper &&
           words_[surname].folded.size() > 3 && signs_.is_person(place_, end_);
  }
  // « de l'Institut … »: what follows is a body of its own, the name one of its parts.
  bool is_body(std::size_t link) const {
    const auto head = context_.heads.at(words_, link, end_);
    if (!head || head.is_plural) return false;
    if (category_ == "museum" && head.last == link + 1 && !head.is_acronym) return false;  // « musée de l'Imprimerie »
    const bool is_definite = words_[place_].is("du") || link > place_ + 1 || words_[link].is_capital();
    const bool is_capital =
        words_[link].is_capital() && !signs_.in_capitals(link) && head.head->category != "intermunicipal";
    return is_definite && (head.is_acronym || is_capital || head.head->needs != InstitutionHeads::Needs::name);
  }
  bool over_proper(std::size_t link) {
    if (is_at_place({"a", "contre", "en"}) || (is_at_place({"au", "aux"}) && !rules_.over_at)) return false;
    auto behind_link = rules_;
    behind_link.after_link = true;
    auto last = proper_name_end(context_, link, end_, behind_link);
    if (category_ == "ministry" && last < end_ && is_one_of(words_[last].folded, {"des", "du"})) last = lower_complement_end(context_, last, end_);  // « des Droits des femmes »
    return name(last);
  }
  bool over_complement() {
    // « recherche sur le sommeil »
    const bool is_on_subject = is_at_place({"sur"}) && is_one_of(words_[place_ - 1].folded, {"recherche", "recherches",
                                                       "information", "informations", "etude", "etudes", "action"});
    if (signs_.in_capitals(place_) || tail_.is_proper) return false;
    if (is_at_place({"le", "la", "les", "l"})) return false;  // « Le collegium les réunit »
    if (is_acronym_head_ && is_at_place({"pour"})) return false;  // « la Caf pour la petite enfance, la CPAM pour les droits »
    auto next = lower_complement_end(context_, place_, end_);
    if (next == place_) return false;
    const bool is_fixed =
        is_on_subject || (is_at_place({"a"}) && words_[place_ - 1].folded.ends_with("ant")) ||
        (is_at_place({"en"}) && is_one_of(category_, {"university", "research_body"}));
    if (is_at_place({"a", "au", "aux", "en", "sous", "sur"}) && !is_fixed && !is_free_tail(next)) return false;
    if (const auto listed = listed_complements_end(context_, next, end_); listed > next) next = listed;
    complete(is_told_of_sport(next) ? next + 1 : next);
    return true;
  }
  // « la Fédération française du sport adapté », « handisport »: an odd word that closes the name of a national federation
  bool is_told_of_sport(std::size_t at) const {
    const bool is_national = category_ == "association" && begin_ < end_ && begin_ > 0 && words_[begin_].folded.starts_with("francais");
    if (!is_national || at >= end_ || words_[at].joined != ' ' || words_[at].casing != Casing::lower || words_[at].kind != WordKind::word) return false;
    const auto text = words_.text_of(at, at + 1);
    const bool is_odd = text.ends_with("é") || text.ends_with("ée") || (at == begin_ + 1 && !CommonWords::french().has(text));
    const bool is_last = at + 1 >= end_ || words_[at + 1].kind == WordKind::mark || is_one_of(words_[at + 1].folded, {"et", "ont", "a"});
    return is_odd && is_last && !context_.lexicon.signing_verbs.at(words_, at, end_);
  }
  // « sauvetage en mer », « aides à domicile de N »: a noun without article, and the name goes on or is closed
  bool is_free_tail(std::size_t next) const {
    const auto link = signs_.link_end(next, end_);
    const bool goes_on = link > next && link < end_ && signs_.is_proper(link) && !words_[next].is("a");
    const bool is_bare = signs_.link_end(place_, end_) == place_ + 1;
    return is_one_of(category_, {"association", "company", "foundation", "health_body", "social_body"}) && is_bare &&
           (is_long_head_ || tail_.has_complement) && (goes_on || is_closed_behind(context_, next, end_)) &&
           !context_.lexicon.not_in_tails.at(words_, place_, end_) &&
           !context_.lexicon.months.at(words_, place_ + 1, end_);
  }
  void abbreviate(std::size_t head_first) {
    const auto bracket = abbreviated_end(context_, head_first, tail_.last, end_);
    if (bracket == tail_.last) return;
    tail_.last = bracket;
    tail_.has_complement = true;
    tail_.is_abbreviated = true;
    const auto named = bracketed_name(context_, bracket, end_);
    tail_.acronym = named.name;
    // « (…) Hauts-de-France »: the region it works in
    const auto region = named.last;
    if (region >= end_ || words_[region].joined != ' ' || !words_[region].is_capital() || !signs_.is_proper(region)) return;
    const auto last = proper_name_end(context_, region, end_, {});
    if (context_.known.is_place(folded(words_.text_of(region, last)))) name(last);
  }

  const NameContext& context_;
  const Words& words_;
  const NameSigns& signs_;
  std::size_t begin_, end_, place_;
  std::size_t head_first_ = 0;
  bool is_acronym_head_ = false;     // « Caf », « CHU »
  bool is_long_head_ = false;        // of several words, and a body of its own
  bool has_own_complement_ = false;  // « maison de l'emploi »
  std::string_view category_;
  TailRules rules_;
  NameTail tail_;
};

}  // namespace

NameTail name_tail(const NameContext& context, std::size_t first, std::size_t at, std::size_t end,
                   std::string_view category) {
  return Tail(context, at, end, category).read(first);
}

}  // namespace maillage::documents
