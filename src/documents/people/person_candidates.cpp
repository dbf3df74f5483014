// SPDX-License-Identifier: Apache-2.0
#include "documents/people/person_candidates.hpp"

#include <algorithm>
#include <array>

#include "documents/people/person_places.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kRun = 4;    // words of a name of a person that a name of an institution may hold
constexpr std::size_t kReach = 8;  // words before a name that say whose name something bears

}  // namespace

PersonCandidates::PersonCandidates(const Words& words, const Lexicon& lexicon, const Institutions& institutions)
    : words_(words), lexicon_(lexicon), institutions_(institutions), reader_(words, lexicon, institutions) {
  for (const auto& word : words.all()) {
    if (word.casing == Casing::lower && word.kind == WordKind::word) small_.insert(word.folded);
  }
  note_institutions();
  phrases_ = function_phrases(words_, lexicon_, reader_);
  // « la directrice de Gustave X »: what is directed bears a name, and is nobody.
  for (const auto& phrase : phrases_) {
    const bool names_it = phrase.place_first < phrase.place_last && phrase.holds.empty() && phrase.rank == "head";
    if (names_it) in_institutions_.insert(folded(words_.text_of(phrase.place_first, phrase.place_last)));
  }
  find_names();
  drop_phrases_in_names();
  bound_ = bound_functions(words_, names_, phrases_, reader_);
  verbs_.resize(names_.size());
  for (auto& verb : verb_functions(words_, lexicon_, names_)) verbs_[verb.name].push_back(std::move(verb));
}

void PersonCandidates::note_institutions() {
  for (const auto& named : institutions_.named) {
    const auto name = folded(named.name);
    std::vector<std::size_t> begins{0};
    for (std::size_t at = 0; at < name.size(); ++at) {
      if (name[at] == ' ') begins.push_back(at + 1);
    }
    begins.push_back(name.size() + 1);
    for (std::size_t first = 0; first + 1 < begins.size(); ++first) {
      for (auto last = first + 2; last < begins.size() && last <= first + kRun; ++last) {
        in_institutions_.insert(name.substr(begins[first], begins[last] - 1 - begins[first]));
      }
    }
  }
}

void PersonCandidates::find_names() {
  std::size_t phrase = 0;
  for (std::size_t at = 0; at < words_.size();) {
    while (phrase < phrases_.size() && phrases_[phrase].last <= at) ++phrase;
    const bool in_place = phrase < phrases_.size() && phrases_[phrase].place_first < phrases_[phrase].place_last &&
                          phrases_[phrase].place_first <= at;
    const auto end = words_.of_sentence(words_[at].sentence).second;
    auto name = in_place ? WrittenName{} : reader_.at(at, end);
    const bool is_in_function = phrase < phrases_.size() && phrases_[phrase].first < name.lead && name.lead < phrases_[phrase].last;
    if (name && is_in_function) {  // « le contrôleur général X »: no general
      name.lead = name.first;
      name.honorific = {};
    }
    if (name) names_.push_back(name);
    at = name ? name.last : at + 1;
  }
}

// « le docteur X »: an honorific, no function.
void PersonCandidates::drop_phrases_in_names() {
  std::size_t n = 0;
  std::erase_if(phrases_, [&](const FunctionPhrase& phrase) {
    while (n < names_.size() && names_[n].last <= phrase.first) ++n;
    return n < names_.size() && names_[n].lead <= phrase.first && phrase.first < names_[n].last;
  });
}

/// « les plateformes ORVE et Stella Plana », « les salles Brémont, Jean X et Marie Y »: things of one kind, by their names.
bool PersonCandidates::is_listed_with_things(const WrittenName& name) const {
  constexpr std::size_t kMost = 4, kLongest = 4;
  const auto first = words_.of_sentence(words_[name.first].sentence).first;
  auto at = name.lead;
  for (std::size_t count = 0; count < kMost && at > first + 1 && (is(at - 1, "et") || is(at - 1, ",")); ++count) {
    const auto last = --at;
    while (at > first && last - at < kLongest && words_[at - 1].kind == WordKind::word && words_[at - 1].is_capital()) --at;
    if (at == last || at == first) return false;
    const auto& noun = words_[at - 1];
    const bool is_plural = noun.casing == Casing::lower && (noun.folded.ends_with('s') || noun.folded.ends_with('x'));
    if (is_plural && lexicon_.named_after.at(words_, at - 1, at)) return true;
  }
  return false;
}

/// « rue Jean Moulin », « l'avenue du Général X », « le lycée professionnel Simone X », « le prix de la fondation X ».
bool PersonCandidates::is_named_after(const WrittenName& name) const {
  if (name.honorific == "M." || name.honorific == "Mme" || name.lead == 0 || words_[name.lead].joined == '\n') return false;
  const auto sentence_first = words_.of_sentence(words_[name.first].sentence).first;
  for (auto word = name.lead; word > sentence_first && name.lead - word < kReach; --word) {
    if (is(word - 1, "nom") && word >= 2 && (is(word - 2, "le") || is(word - 2, "du")) && !is(word, "et")) return true;
    if (is(word - 1, "baptise") || is(word - 1, "baptisee") || is(word - 1, "hommage") || is(word - 1, "memoire")) return true;
  }
  if (is_listed_with_things(name)) return true;
  constexpr auto kBetween = std::to_array<std::string_view>({"de", "des", "du", "d", "la", "l", "-", "«"});
  auto before = name.lead;
  for (int back = 0, adjectives = 0; back < 4 && before > 0; ++back) {
    --before;
    if (words_[before].sentence != words_[name.first].sentence) return false;
    if (lexicon_.named_after.at(words_, before, before + 1)) return true;
    const bool is_between = std::ranges::find(kBetween, words_[before].folded) != kBetween.end();
    constexpr auto kNoAdjective = std::to_array<std::string_view>({"avec", "par", "pour", "entre", "et", "a", "en", "dont", "que", "qui", "chez", "sur", "sous", "sans", "selon", "puis", "comme", "ou", "depuis"});
    if (is_one_of(words_[before], kNoAdjective)) return false;  // « la convention avec Jeanne X »
    const bool is_adjective = words_[before].casing == Casing::lower && !lexicon_.functions.at(words_, before, before + 1);
    if (!is_between && (!is_adjective || ++adjectives > 1)) return false;
    if (words_[before].joined == '\n') return false;
  }
  return false;
}

/// « le centre Oscar X » is an institution, so « Oscar X » alone is nobody that acts.
bool PersonCandidates::is_in_name_of_institution(const WrittenName& name) const {
  return in_institutions_.contains(folded(words_.text_of(name.first, name.last)));
}

/// Was the name, and no more than it, taken for an institution?
bool PersonCandidates::is_mention_alone(const WrittenName& name) const {
  const auto mention = reader_.mention_of(name.first);
  const bool begins = name.first == 0 || reader_.mention_of(name.first - 1) != mention;
  return begins && reader_.mention_of(name.last - 1) == mention && (name.last >= words_.size() || reader_.mention_of(name.last) != mention);
}

/// « par X », « X a signé », « X, qui ».
bool PersonCandidates::is_said(const WrittenName& name) const {
  if (name.lead > 0 && words_[name.lead].joined != '\n' && is(name.lead - 1, "par")) return true;
  const auto behind = name.last;
  return is(behind, "a") || is(behind, "ont") || (is(behind, ",") && is(behind + 1, "qui"));
}

/// « en qualité de », « en sa qualité de », « en tant que », « comme »: one past it, 0 where none stands.
std::size_t PersonCandidates::behind_as(std::size_t at) const {
  if (is(at, "comme")) return at + 1;
  if (!is(at, "en") && !is(at, "es")) return 0;
  if (is(at, "es") && is(at + 1, "qualites")) return is(at + 2, "de") ? at + 3 : 0;
  auto next = at + 1;
  if (is(next, "sa") || is(next, "leur")) ++next;
  if (is(next, "tant") && is(next + 1, "que")) return next + 2;
  return is(next, "qualite") && (is(next + 1, "de") || is(next + 1, "d")) ? next + 2 : 0;
}

/// « X Y (Chambre de N) », « X Y pour le syndicat », « X Y, qui a signé au titre de la Ville »
bool PersonCandidates::stands_by_body(const WrittenName& name) const {
  if (!has_form_of_person(words_, lexicon_, name) || reader_.mention_of(name.first) != NameReader::kNoMention) return false;
  const auto end = words_.of_sentence(words_[name.first].sentence).second;
  const auto body_end = [&](std::size_t at) {
    while (at < end && (is(at, "le") || is(at, "la") || is(at, "l") || is(at, "les"))) ++at;
    if (const auto whom = at < end ? lexicon_.functions.at(words_, at, end) : PhraseTable::Found{}) return whom.last;  // « pour la présidente »
    const auto mention = at < end ? reader_.mention_of(at) : NameReader::kNoMention;
    if (mention == NameReader::kNoMention) return std::size_t{0};
    while (at < end && reader_.mention_of(at) == mention) ++at;
    return at;
  };
  auto at = name.last;
  if (is(at, "(")) return is(body_end(at + 1), ")");
  if (is(at, ",")) ++at;
  if (is(at, "qui")) ++at;
  if (is(at, "a")) ++at;
  if (at < end) {
    if (const auto verb = lexicon_.signing_verbs.at(words_, at, end)) at = verb.last;
  }
  if (is(at, "pour")) return body_end(at + 1) > 0;
  if (const auto office = behind_as(at)) return static_cast<bool>(lexicon_.functions.at(words_, office, end));
  const bool is_in_name = is(at, "au") && (is(at + 1, "nom") || is(at + 1, "titre"));
  return is_in_name && (is(at + 2, "de") || is(at + 2, "du") || is(at + 2, "des") || is(at + 2, "d")) && body_end(at + 3) > 0;
}

/// Does its function stand behind the name, or before it with nothing but a comma between? « membre du groupement (GHT) X Y » may
/// go on with the name of the institution.
bool PersonCandidates::is_led_up_to(std::size_t number) const {
  const auto& name = names_[number];
  return std::ranges::any_of(bound_[number], [&](const BoundFunction& bound) {
    const auto& phrase = phrases_[bound.phrase];
    if (phrase.first > name.first || name.lead == 0 || bound.names_first == 1) return true;
    const auto lead = bound.names_first > 0 ? bound.names_first : name.lead;  // « leurs présidents, X et Y »
    const auto& between = words_[lead - 1];
    const bool is_head_alone = !phrase.mention && phrase.place_first == phrase.place_last && phrase.title_last == name.lead;
    return is_head_alone || between.is(",") || between.is(":") || (between.is("(") && is(name.last, ")")) || words_[name.lead].joined == '\n' || name.lead < name.first;
  });
}

std::string PersonCandidates::rule(std::size_t number) const {
  const auto& name = names_[number];
  if (!name.honorific.empty()) return "honorific";
  if (!bound_[number].empty()) return name.is_first_name_known ? "first_name_and_function" : "function";
  if (name.is_first_name_known) return "first_name";
  if (!verbs_[number].empty()) return "leading_verb";
  return name.is_surname_upper ? "surname_in_capitals" : "initial";
}

/// « ORLAC ET SAINT-JOSEPH OFFICIALISENT LEUR CONTRAT »: in a line of capitals a town and what it does.
bool PersonCandidates::is_subject_and_verb(const WrittenName& name) const {
  if (name.last < name.first + 2 || words_[name.first].casing != Casing::upper || words_[name.last - 1].casing != Casing::upper) return false;
  if (!name.honorific.empty() || name.last >= words_.size() || words_[name.last].casing != Casing::upper) return false;
  const auto verb = lexicon_.signing_verbs.at(words_, name.last - 1, name.last);
  const bool is_plural = words_[name.last - 1].folded.ends_with("ent") && words_[name.last - 1].folded.size() > 5;
  return is_plural && (verb || lexicon_.title_verbs.at(words_, name.last - 1, name.last));
}

double PersonCandidates::evidence(std::size_t number) const {
  const auto& name = names_[number];
  // « ont signé la convention de mécénat Jeanne X, présidente »
  const bool has_title_behind = std::ranges::any_of(bound_[number], [&](const BoundFunction& bound) { return phrases_[bound.phrase].first > name.last; });
  // « l'inspecteur d'académie Jeanne X »
  const bool ends_title = std::ranges::any_of(bound_[number], [&](const BoundFunction& bound) {
    const auto& phrase = phrases_[bound.phrase];
    bool holds_thing = false;
    for (auto at = phrase.first; at < phrase.last; ++at) holds_thing = holds_thing || static_cast<bool>(lexicon_.named_after.at(words_, at, at + 1));
    return holds_thing && phrase.last == name.lead && phrase.last == phrase.title_last;
  });
  if (is_subject_and_verb(name)) return -1;
  if (name.has_place_form || (is_named_after(name) && !ends_title && !(has_title_behind && name.is_first_name_known))) return -1;
  double sum = 0;
  if (!name.honorific.empty()) sum += 3;
  if (name.is_first_name_known) sum += 3;
  if (name.has_initial) sum += 2;
  if (name.is_surname_upper) sum += 2;
  if (!bound_[number].empty()) sum += is_led_up_to(number) ? 3 : 1;
  if (!verbs_[number].empty()) sum += 3;
  if (!name.is_first_name_known && (stands_as_person(words_, lexicon_, name) || stands_by_body(name))) sum += 3;
  if (is_said(name)) sum += 1;
  if (!name.is_first_name_known && small_.contains(words_[name.first].folded)) sum -= 2;
  if (reader_.mention_of(name.first) != NameReader::kNoMention) sum -= is_mention_alone(name) && is_led_up_to(number) ? 1 : 4;
  constexpr auto kArticles = std::to_array<std::string_view>({"le", "la", "l", "les", "un", "une", "du", "des", "au", "aux"});
  const bool follows_article = name.lead == name.first && name.lead > 0 && words_[name.lead].joined != '\n' &&
                               std::ranges::find(kArticles, words_[name.lead - 1].folded) != kArticles.end();
  if (follows_article) sum -= 3;  // « la Rose des vents »
  const bool acts = name.lead < name.first || !bound_[number].empty() || !verbs_[number].empty();
  if (!acts && is_in_name_of_institution(name)) sum -= 3;
  return sum;
}

}  // namespace maillage::documents
