// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/untold_agreements.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "documents/agreements/no_parties.hpp"
#include "documents/agreements/party_evidence.hpp"
#include "documents/agreements/referring_sentences.hpp"

namespace maillage::documents {
namespace {

constexpr double kEnough = .7;
constexpr double kTwo = 1.5;  // parties, those less surely named counted less
constexpr std::size_t kNear = 40;     // instruments round a verb that are looked at
constexpr std::size_t kAtMost = 300;  // instruments of a document that are weighed
constexpr std::size_t kHead = 3;  // passages that say what a document is about

bool is_title(const Passage& passage) { return passage.kind == BlockKind::title || passage.kind == BlockKind::heading; }

bool is_kept(const Instrument& one) { return !one.is_older && !one.is_foreign && !one.is_planned && !one.is_plural; }

bool tells_of_others(const std::string& section) {
  return section == "about" || section == "more" || section == "past" || section == "summary" || section == "agenda" || section == "contact";
}

/// « Un bail a été signé »: is what was signed another paper? Pronouns and « le document » go back to the agreement.
bool has_other_subject(const Reading& reading, const SigningClause& clause, const WordRange& sentence) {
  auto at = clause.verb;
  while (at > sentence.first && is_one_of(reading.words[at - 1], reading.lexicon.list("untold_agreements.auxiliaries"))) --at;
  if (at == clause.verb || at < sentence.first + 2) return false;
  const auto& noun = reading.words[at - 1];
  const bool is_noun = noun.casing == Casing::lower && is_one_of(reading.words[at - 2], reading.lexicon.list("untold_agreements.determiners"));
  return is_noun && !is_one_of(noun, reading.lexicon.list("untold_agreements.papers")) && !reading.lexicon.agreement_types.at(reading.words, at - 1, at);
}

/// Does a signing verb have an object of its own that is no agreement: « ont signé le bail »?
bool has_other_object(const Reading& reading, const SigningClause& clause, const WordRange& sentence) {
  if (clause.form != "noun" && clause.is_passive) return has_other_subject(reading, clause, sentence);
  if (clause.form == "noun") return false;
  for (auto at = clause.verb + 1; at + 1 < std::min(sentence.last, clause.verb + 4); ++at) {
    if (!is_one_of(reading.words[at], reading.lexicon.list("untold_agreements.determiners"))) continue;
    const auto& next = reading.words[at + 1];
    const bool is_day = next.kind == WordKind::number || reading.lexicon.weekdays.at(reading.words, at + 1, sentence.last);
    const bool is_time = is_one_of(next, reading.lexicon.list("untold_agreements.times"));  // « l'ont signée ce jour »
    return !is_day && !is_time && !is_one_of(next, reading.lexicon.list("untold_agreements.papers"));
  }
  return false;
}

/// « J'ai signé »: one person's deed.
bool says_i(const Reading& reading, std::size_t verb) {
  const auto first = reading.passage_of(verb).words.first;
  return reading.has_any({verb > first + 4 ? verb - 4 : first, verb}, std::to_array<std::string_view>({"j", "je", "tu"}));
}

/// The agreement that a signature without a name is of: the last one named before it, else the first one behind.
std::optional<std::size_t> agreement_of_document(const Findings& findings, std::size_t verb) {
  const auto is_meant = [&](std::size_t i) {
    const auto& one = findings.instruments[i];
    const auto sentence = findings.reading.words[one.words.first].sentence;
    return is_kept(one) && one.weight >= 1 && !tells_of_others(findings.section_of[sentence]) && !findings.reading.passages[sentence].is_question;
  };
  const auto behind = static_cast<std::size_t>(std::ranges::lower_bound(findings.instruments, verb, {}, [](const Instrument& one) { return one.words.first; }) - findings.instruments.begin());
  for (auto i = behind; i-- > 0 && i + kNear > behind;) {
    if (is_meant(i)) return i;
  }
  for (auto i = behind; i < std::min(behind + kNear, findings.instruments.size()); ++i) {
    if (is_meant(i)) return i;
  }
  return std::nullopt;
}

/// How well a sentence presents one of its instruments as an agreement that is made.
class Presenter {
 public:
  explicit Presenter(const Findings& findings) : findings_(findings), reading_(findings.reading) {}

  struct Presented {
    std::size_t instrument = 0;
    double weight = 0;
    bool is_planned = false;
  };
  std::optional<Presented> best() const {
    std::optional<Presented> found;
    if (is_of_other_matter()) return found;
    for (std::size_t i = 0; i < std::min(kAtMost, findings_.instruments.size()); ++i) {
      const auto one = weigh(i);
      if (one.weight >= kEnough && (!found || one.weight > found->weight + 1e-9)) found = one;
    }
    return found;
  }

  /// An invitation, a portrait, an opening …: by its title and first sentence, told of as such.
  bool is_of_other_matter() const {
    std::size_t seen = 0;
    for (std::size_t s = 0; s < reading_.passages.size() && seen < kHead; ++s) {
      const auto& passage = reading_.passages[s];
      if (passage.words.empty() || passage.kind == BlockKind::contact) continue;
      ++seen;
      if (has(passage.words, "other") && !tells_agreement(static_cast<std::uint32_t>(s))) return true;
      const bool names_agreement = std::ranges::any_of(findings_.instruments_of[s], [&](std::size_t i) { return is_kept(findings_.instruments[i]) && findings_.instruments[i].weight >= 1; });
      if (names_agreement && !is_title(passage)) break;  // « Un premier bilan sera dressé » behind it
    }
    return false;
  }

 private:
  /// « Ateliers de lecture : une convention avec N », « Les élèves des ateliers ont assisté à la signature d'une convention »
  bool tells_agreement(std::uint32_t sentence) const {
    const auto is_new = [&](std::size_t i) {
      const auto& one = findings_.instruments[i];
      return is_kept(one) && one.weight >= 1 && one.determiner == Determiner::indefinite;
    };
    if (is_title(reading_.passages[sentence])) return std::ranges::any_of(findings_.instruments_of[sentence], is_new);
    return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.sense == "sign" && clause.is_told() && !clause.is_older && clause.instrument && is_new(*clause.instrument);
    });
  }
  bool has(const WordRange& range, std::string_view sense) const {
    const auto& table = reading_.lexicon.telling_words;
    return std::ranges::any_of(table.all(reading_.words, range.first, range.last), [&](const auto& found) {
      return table.field(*found.entry, "sense") == sense && !(sense == "other" && is_in_name(found.first));
    });
  }
  /// « la Conférence des directeurs », « le Forum des métiers »: a body, no event
  bool is_in_name(std::size_t word) const {
    const auto& passage = reading_.passage_of(word).words;
    return std::ranges::any_of(Reading::within(reading_.named, passage), [&](const Place& mention) { return mention.words.holds(word); });
  }
  /// Bodies that the sentence names as those who agree, counted; `side_by_side`: « entre A et B », « A … avec B ».
  double parties(std::uint32_t sentence, bool& side_by_side, bool is_means = false) const {
    std::set<std::uint32_t> seen;
    double count = 0;
    std::size_t between = 0, with = 0, bare = 0;
    const bool adopts = std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) { return findings_.clauses[c].sense == "adopt" && findings_.clauses[c].tense == Tense::past; });
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[sentence].words)) {
      const auto number = reading_.institution_of(mention);
      if (reading_.institutions.named[number].is_generic || seen.contains(number)) continue;
      if (is_said_to_be_no_party(findings_, sentence, mention.words) || only_attends(findings_, sentence, mention.words)) continue;
      const auto place = static_cast<std::size_t>(&mention - reading_.named.data());
      if (is_part_of_next(reading_, place)) continue;
      const bool is_of_assembly = findings_.relations[place] == Relation::of_other && adopts;
      const bool is_aided = findings_.relations[place] == Relation::of_other && is_means;  // « soutient le projet du centre par une convention »
      const auto weight = is_of_assembly || is_aided ? .5 : weight_of(findings_.relations[place]);
      if (weight <= 0) continue;
      between += findings_.relations[place] == Relation::between ? 1U : 0U;
      with += findings_.relations[place] == Relation::with ? 1U : 0U;
      bare += findings_.relations[place] == Relation::bare ? 1U : 0U;
      seen.insert(number);
      count += weight;
    }
    if (Reading::within(reading_.persons, reading_.passages[sentence].words).size() >= 2 && count > 0) count += .5;  // who sign for them
    side_by_side = between >= 2 || (with >= 1 && bare >= 1) || bare >= 2;
    return count;
  }
  static double weight_of(Relation relation) {
    switch (relation) {
      case Relation::bare:
      case Relation::with:
      case Relation::between:
      case Relation::on_behalf: return 1;
      case Relation::of_instrument:
      case Relation::of_function: return .8;
      case Relation::by:
      case Relation::alongside:
      case Relation::at: return .5;
      default: return 0;
    }
  }
  /// « par une convention », « via un contrat d'objectifs », « au moyen d'un protocole »: what the sentence tells is done by it.
  bool is_means(const Instrument& one, const WordRange& sentence) const {
    auto at = one.words.first;
    while (at > sentence.first && is_one_of(reading_.words[at - 1], reading_.lexicon.list("untold_agreements.before_nouns"))) --at;
    while (at > sentence.first && is_one_of(reading_.words[at - 1], reading_.lexicon.list("untold_agreements.of_means"))) --at;
    return at > sentence.first && one.determiner != Determiner::definite && is_one_of(reading_.words[at - 1], reading_.lexicon.list("untold_agreements.means"));
  }
  /// Does a verb of the sentence say that nothing is made: negated, hoped for, of an older agreement?
  bool is_denied(std::uint32_t sentence, std::size_t instrument) const {
    return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      if (clause.tense == Tense::negated || clause.tense == Tense::hypothetical) return true;
      const bool is_own = instrument < findings_.instruments.size() && clause.instrument == instrument;
      if (clause.sense == "reject" && is_own && (clause.is_passive || findings_.instruments[instrument].words.first > clause.verb)) return true;
      return clause.instrument == instrument && (clause.is_older || clause.is_general || clause.tense == Tense::earlier);
    });
  }
  /// « ont annoncé la création d'une chaire », « le groupe financerait une chaire »: not made yet.
  bool is_announced(std::uint32_t sentence) const {
    const auto announces = [&](std::size_t c) { return findings_.clauses[c].sense == "announce" && findings_.clauses[c].is_told(); };
    if (std::ranges::any_of(findings_.clauses_of[sentence], announces)) return true;
    const auto& words = reading_.passages[sentence].words;
    for (auto at = words.first; at < words.last; ++at) {
      const auto& word = reading_.words[at];
      if (word.casing == Casing::lower && (word.folded.ends_with("erait") || word.folded.ends_with("eraient"))) return true;
    }
    return false;
  }
  /// « A et B sont liés par », « La plume à la main, A et B »: told by another verb than those that sign.
  bool is_told_otherwise(std::uint32_t sentence) const {
    return std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      if (clause.sense == "engage" && !clause.is_reflexive) return false;  // « ont engagé l'élaboration »
      return (clause.tense == Tense::past || clause.tense == Tense::present) && !clause.is_older && std::ranges::find(reading_.lexicon.list("untold_agreements.senses"), clause.sense) != reading_.lexicon.list("untold_agreements.senses").end();
    });
  }
  bool is_done(std::uint32_t sentence) const { return has(reading_.passages[sentence].words, "done") || is_told_otherwise(sentence); }
  /// The sentence before or one of the two behind that names those who agree, where that of the agreement names nobody:
  /// « Stylos de sortie : A et B ont … . La convention-cadre court jusqu'en 2028. »
  std::optional<std::uint32_t> sentence_beside(std::uint32_t sentence, double named, bool& side_by_side) const {
    const auto& here = reading_.passages[sentence];
    for (const auto step : {-1, 1, 2}) {
      const auto other = static_cast<std::int64_t>(sentence) + step;
      if (other < 0 || other >= static_cast<std::int64_t>(reading_.passages.size())) continue;
      const auto s = static_cast<std::uint32_t>(other);
      const auto& passage = reading_.passages[s];
      if (passage.words.empty() || passage.section != here.section || passage.is_question || passage.is_quote) continue;
      if (tells_of_others(findings_.section_of[s]) || is_denied(s, findings_.instruments.size())) continue;
      if (named + parties(s, side_by_side) >= kTwo) return s;
    }
    return std::nullopt;
  }
  /// One of the sentences behind, or the one before, that goes back to the agreement of this one and tells whom it binds:
  /// « Une charte vient de voir le jour. … Le texte réunit A, B et C. », « Une charte est en préparation. Ses signataires seront … »
  std::optional<std::uint32_t> sentence_that_refers(std::uint32_t sentence) const {
    constexpr std::uint32_t kReach = 6, kBeside = 2;
    if (has(reading_.passages[sentence].words, "hoped")) return std::nullopt;
    const bool is_guide = std::ranges::any_of(findings_.clauses, [](const SigningClause& clause) { return clause.signs() && clause.is_general; });
    if (is_guide) return std::nullopt;
    const bool has_body = !Reading::within(reading_.named, reading_.passages[sentence].words).empty();
    const auto last = std::min<std::size_t>(reading_.passages.size(), sentence + kReach);
    std::uint32_t behind = 0;
    for (auto s = sentence + 1; s < last; ++s) {
      if (reading_.passages[s].words.empty()) continue;
      ++behind;
      const bool is_pronoun = begins_with_pronoun(reading_, reading_.passages[s].words);
      const bool is_near = behind <= (is_pronoun ? 1 : kBeside) || is_title(reading_.passages[sentence]);
      if (!is_near && !names_what_it_refers_to(findings_, s)) continue;
      if (is_denied(s, findings_.instruments.size()) || (has_body && is_pronoun)) continue;
      if (bodies_by_reference(findings_, s).size() >= 2 || lists_signatories(s)) return s;
      const bool says_there = reading_.has_any(reading_.passages[s].words, std::to_array<std::string_view>({"y"}));  // « A y apporte … . B assure … . »
      if (says_there && bodies_with_roles(findings_, s).size() >= 2) return s;
    }
    return std::nullopt;
  }
  /// « Les signataires sont A et B », « Ont signé : – A – B »
  bool lists_signatories(std::uint32_t sentence) const {
    constexpr double kStrong = .7;
    if (tells_of_others(findings_.section_of[sentence]) || is_title(reading_.passages[sentence])) return false;
    double count = 0;
    for (auto s = sentence; s < reading_.passages.size() && count < 2; ++s) {
      const auto& passage = reading_.passages[s];
      if (passage.is_question || passage.is_quote || (s > sentence && passage.kind != BlockKind::item)) break;
      for (const auto& one : party_evidence(findings_, s)) count += one.weight >= kStrong && !one.is_excluded && one.rule != std::string_view("binding") ? 1 : 0;
    }
    return count >= 2;
  }
  /// « Une décision a été prise : rédiger une charte », « Le projet de convention est bouclé », « Bientôt une charte »
  bool is_in_the_making(std::uint32_t sentence) const {
    const auto& words = reading_.passages[sentence].words;
    return has(words, "planned") || reading_.has_any(words, reading_.lexicon.list("untold_agreements.to_come")) || reading_.has_any(words, reading_.lexicon.list("untold_agreements.in_the_making"));
  }
  /// « Que change la convention signée le 4 mars ? »: asks about one that is signed.
  bool asks_about_signed(const Instrument& one, std::uint32_t sentence) const {
    return one.determiner == Determiner::definite && one.weight >= 1 && std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.sense == "sign" && clause.form == "participle" && clause.is_bare && clause.day && clause.verb > one.words.first && !clause.is_older;
    });
  }
  /// « La signature est prévue à l'automne », « Rendez-vous à la rentrée pour la signature », « Le texte n'est pas encore signé »,
  /// « L'accord devrait être signé en mai »
  bool is_yet_to_be_signed() const {
    return std::ranges::any_of(findings_.clauses, [&](const SigningClause& clause) {
      const auto sentence = reading_.words[clause.verb].sentence;
      const auto& passage = reading_.passages[sentence];
      if (clause.sense != "sign" || clause.is_older || clause.is_general || passage.is_quote || is_title(passage) || tells_of_others(findings_.section_of[sentence])) return false;
      if (clause.tense == Tense::planned || clause.tense == Tense::hypothetical) return true;
      if (reading_.has_any(passage.words, std::to_array<std::string_view>({"encore"})) && reading_.has_any(passage.words, std::to_array<std::string_view>({"pas"}))) return true;
      return clause.form == "noun" && clause.tense != Tense::past && reading_.has_any(passage.words, reading_.lexicon.list("untold_agreements.appointed"));
    });
  }
  /// A day of the weeks before the document, or any where it has none.
  bool has_recent_day(const WordRange& range) const {
    constexpr Day kWeeks = 60;
    return std::ranges::any_of(Reading::within(reading_.days, range), [&](const Place& place) {
      const auto& date = reading_.dates.dates[place.number].date;
      if (!date.is_exact_day()) return false;
      if (!reading_.dates.of_document || reading_.dates.of_document->date.kind() != DateKind::single) return true;
      const auto& published = reading_.dates.of_document->date;
      return date.latest() + kWeeks > published.earliest() && date.earliest() <= published.latest();
    });
  }
  /// « Vendredi 6 février, dans le bureau de … . X accueille Y. Devant eux, deux exemplaires d'une convention »: the day
  /// that its paragraph begins with.
  bool begins_on_recent_day(std::uint32_t sentence) const {
    constexpr std::uint32_t kBack = 3;
    const auto block = reading_.passages[sentence].block;
    for (auto s = sentence; s-- > 0 && s + kBack >= sentence && reading_.passages[s].block == block;) {
      if (has_recent_day(reading_.passages[s].words)) return true;
    }
    return false;
  }
  bool is_before_document(int year) const { return !reading_.dates.of_document || last_day_of_year(year) < reading_.dates.of_document->date.earliest(); }
  /// « depuis 2015 », « depuis dix ans », « signataire en 1991 »: known for long.
  bool tells_of_years(const WordRange& range) const {
    for (auto at = range.first; at + 1 < range.last; ++at) {
      const auto& next = reading_.words[at + 1];
      const bool is_year = next.kind == WordKind::number && next.folded.size() == 4;
      if (is_year && reading_.words[at].is("en") && is_before_document(std::stoi(std::string(next.folded)))) return true;
      if (!reading_.words[at].is("depuis")) continue;
      if (is_year || reading_.has_any({at + 1, std::min(at + 4, range.last)}, reading_.lexicon.list("untold_agreements.spans"))) return true;
    }
    return false;
  }
  /// « les actions du contrat », « chargée de la convention »: a thing that hangs on another one.
  bool hangs_on_noun(const Instrument& one, const WordRange& sentence) const {
    auto at = one.words.first;
    while (at > sentence.first && is_one_of(reading_.words[at - 1], reading_.lexicon.list("untold_agreements.before_nouns"))) --at;
    if (at < sentence.first + 2 || !is_one_of(reading_.words[at - 1], reading_.lexicon.list("untold_agreements.of"))) return false;
    return !is_one_of(reading_.words[at - 2], reading_.lexicon.list("untold_agreements.makes")) && one.determiner != Determiner::indefinite;
  }

  /// « Le conseil a approuvé la convention … . Le directeur est autorisé à la signer. »: there, or just behind.
  bool is_adopted_to_be_signed(std::uint32_t sentence) const {
    constexpr std::uint32_t kBehind = 8;
    const bool is_adopted = std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.sense == "adopt" && (clause.tense == Tense::past || clause.tense == Tense::present) && !clause.is_older;
    });
    const auto last = std::min<std::size_t>(findings_.clauses_of.size(), sentence + kBehind);
    for (std::size_t s = sentence; is_adopted && s < last; ++s) {
      if (std::ranges::any_of(findings_.clauses_of[s], [&](std::size_t c) { return findings_.clauses[c].sense == "sign" && findings_.clauses[c].tense == Tense::planned; })) return true;
    }
    return false;
  }

  Presented weigh(std::size_t i) const {
    Presented found{i};
    const auto& one = findings_.instruments[i];
    const auto sentence = reading_.words[one.words.first].sentence;
    const auto& passage = reading_.passages[sentence];
    const bool is_adopted = is_adopted_to_be_signed(sentence);
    const bool may_be_planned = is_adopted && !one.is_older && !one.is_foreign && !one.is_plural;
    const auto referring = one.is_older || one.is_foreign || one.is_plural ? std::nullopt : sentence_that_refers(sentence);
    if ((!is_kept(one) && !may_be_planned && !referring) || (passage.is_question && !(referring && asks_about_signed(one, sentence))) || tells_of_others(findings_.section_of[sentence])) return found;
    const WordRange before{one.words.first > passage.words.first + 8 ? one.words.first - 8 : passage.words.first, one.words.first};
    if (is_denied(sentence, i) || has(before, "hoped") || has({one.words.last, std::min(passage.words.last, one.words.last + 8)}, "pending") || has(passage.words, "other") || tells_of_years(passage.words)) return found;
    bool side_by_side = false;
    const bool is_by_it = is_means(one, passage.words);
    const auto named = parties(sentence, side_by_side, is_by_it);
    const bool has_parties = named >= kTwo;
    auto beside = has_parties ? std::optional(sentence) : sentence_beside(sentence, named, side_by_side);
    if (!beside) beside = referring;
    if (!beside) return found;
    const bool is_set = std::ranges::any_of(findings_.clauses, [&](const SigningClause& clause) { return clause.signs() && clause.tense == Tense::planned && clause.instrument == i; });
    const bool is_decided = (is_by_it || referring) && !has_recent_day(passage.words) && reading_.has_any(passage.words, reading_.lexicon.list("untold_agreements.decides"));
    const bool is_to_come = (referring && (is_in_the_making(sentence) || is_set)) || is_decided;
    bool is_made = is_adopted || is_by_it || is_to_come || (referring && (one.determiner == Determiner::indefinite || passage.is_question));
    if (!has_parties && beside == referring && one.determiner == Determiner::definite && !is_done(sentence) && !is_to_come && !passage.is_question && !is_title(passage)) return found;  // « La charte du parc s'impose aux communes »
    for (auto s = std::min(sentence, *beside); s <= std::max(sentence, *beside) + 1 && s < reading_.passages.size(); ++s) is_made = is_made || is_done(s);
    if (!is_made && (one.weight == 0 || !has_parties)) return found;
    double weight = has_parties ? .3 : .2;
    if (side_by_side || referring) weight += .15;
    if (is_made) weight += .2;
    if (one.weight >= 2) weight += .15;
    if (one.determiner == Determiner::indefinite || one.determiner == Determiner::possessive || is_title(passage)) weight += .15;
    if (has_recent_day(passage.words) || has_recent_day(reading_.passages[*beside].words) || (is_made && begins_on_recent_day(sentence))) weight += .15;
    if (is_title(passage) || sentence < kHead) weight += .15;
    const bool is_head = is_title(passage) || one.words.first == passage.words.first;  // « Convention entre A et B : les étudiants … »
    if (!is_made && !is_head && !has_recent_day(passage.words)) weight -= .2;
    if (has(before, "background")) weight -= .3;
    if (!is_adopted && !is_to_come && hangs_on_noun(one, passage.words)) weight -= .3;
    found.weight = weight;
    found.is_planned = is_set || is_adopted || is_to_come || is_yet_to_be_signed() || is_announced(sentence) || has(passage.words, "planned") || (!is_made && reading_.has_any(passage.words, reading_.lexicon.list("untold_agreements.to_come")));
    return found;
  }

  const Findings& findings_;
  const Reading& reading_;
};

void set_clauses(Findings& findings) {
  std::ranges::sort(findings.clauses, {}, &SigningClause::verb);
  for (auto& of_sentence : findings.clauses_of) of_sentence.clear();
  for (std::size_t c = 0; c < findings.clauses.size(); ++c) findings.clauses_of[findings.reading.words[findings.clauses[c].verb].sentence].push_back(c);
}

}  // namespace

bool name_signed(Findings& findings) {
  const auto& reading = findings.reading;
  if (Presenter(findings).is_of_other_matter()) return false;
  bool is_changed = false;
  for (auto& clause : findings.clauses) {
    // « La troisième charte forestière est signée »: this one, not what such charters are like
    if (clause.instrument && clause.sense == "sign" && clause.form == "participle" && clause.tense == Tense::present && clause.is_passive && !clause.is_general && !clause.is_older) {
      const auto& one = findings.instruments[*clause.instrument];
      if (!is_kept(one) || one.determiner < Determiner::definite) continue;
      clause.tense = Tense::past;
      is_changed = true;
      continue;
    }
    if (clause.instrument || clause.sense != "sign" || !clause.is_told() || clause.is_older || clause.is_general) continue;
    const auto& passage = reading.passage_of(clause.verb);
    const bool has_substance = clause.day || !Reading::within(reading.named, passage.words).empty() || !Reading::within(reading.persons, passage.words).empty();
    if ((!has_substance && !is_title(passage)) || passage.is_quote || says_i(reading, clause.verb)) continue;
    if (tells_of_others(findings.section_of[reading.words[clause.verb].sentence]) || has_other_object(reading, clause, passage.words)) continue;
    clause.instrument = agreement_of_document(findings, clause.verb);
    is_changed = is_changed || clause.instrument.has_value();
  }
  return is_changed;
}

bool present_untold(Findings& findings) {
  const auto presented = Presenter(findings).best();
  if (!presented) return false;
  findings.instruments[presented->instrument].is_planned = false;  // a « projet de convention » that was adopted
  SigningClause clause;
  clause.verb = findings.instruments[presented->instrument].words.first;
  clause.sense = "sign";
  clause.form = "told";
  clause.tense = presented->is_planned ? Tense::planned : Tense::past;
  clause.instrument = presented->instrument;
  for (const auto& day : Reading::within(findings.reading.days, findings.reading.passage_of(clause.verb).words)) {
    if (!clause.day) clause.day = static_cast<std::size_t>(&day - findings.reading.days.data());
  }
  findings.clauses.push_back(std::move(clause));
  set_clauses(findings);
  return true;
}

}  // namespace maillage::documents
