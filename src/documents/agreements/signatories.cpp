// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signatories.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "documents/agreements/functions_that_sign.hpp"
#include "documents/agreements/names_before_functions.hpp"
#include "documents/agreements/onlookers.hpp"
#include "documents/agreements/party_evidence.hpp"
#include "documents/agreements/signatory_bodies.hpp"
#include "documents/agreements/signing_sentences.hpp"

namespace maillage::documents {
namespace {

constexpr double kListed = .95, kSigning = .85, kRepresenting = .7, kPresent = .4, kPhoto = .35, kBeside = .3;

class SignatoryFinder {
 public:
  SignatoryFinder(const Findings& findings, const AgreementThread& thread)
      : findings_(findings), reading_(findings.reading), thread_(thread), sentences_(findings) {
    is_done_ = std::ranges::any_of(thread.anchors, [&](std::size_t c) { return findings.clauses[c].tense != Tense::planned; });
  }

  std::vector<SignatoryEvidence> find() {
    for (const auto sentence : thread_.sentences) {
      read(sentence);
      for (const auto& head : heads_that_sign(findings_, sentence)) {
        best_.try_emplace(head.person, SignatoryEvidence{head.person, head.institution, person(head.person).functions.front().title, kSigning, head.words, "signs_by_function", {}});
      }
    }
    leave_out_who_watch();
    for (const auto c : thread_.anchors) {
      for (const auto& one : named_before_functions(findings_, findings_.clauses[c])) {
        const auto number = reading_.person_of(one.person);
        best_[number] = {number, one.institution, "", kSigning, one.person.words, "named_before_the_function", {}};
      }
    }
    std::vector<SignatoryEvidence> found;
    for (auto& [person, evidence] : best_) found.push_back(std::move(evidence));
    std::ranges::sort(found, {}, [](const auto& one) { return one.words.first; });
    return found;
  }
  std::vector<std::uint32_t> present() {
    find();
    return std::move(present_);
  }

 private:
  /// « signée devant X, maire de A », and a list of who signed for whom behind: X looked on, A is not bound by that.
  void leave_out_who_watch() {
    const auto is_rule = [](const auto& one, std::string_view rule) { return one.second.rule == rule; };
    if (std::ranges::count_if(best_, [&](const auto& one) { return is_rule(one, "list_of_signatories"); }) < 2) return;
    for (auto& one : best_) {
      if (!is_rule(one, "in_presence_of_the_head")) continue;
      present_.push_back(one.first);
      if (one.second.institution && !findings_.is_told[*one.second.institution])
        one.second.beside = {*one.second.institution};
      one.second.institution.reset();
      one.second.weight = 0;
      one.second.rule = "looks_on";
    }
  }
  const NamedPerson& person(std::uint32_t number) const { return reading_.people.named[number]; }

  bool is_represented(std::uint32_t number) const { return findings_.is_represented[number]; }
  /// Is the body of who looks on named elsewhere than as theirs?
  bool is_told_elsewhere(const Place& place) const {
    const auto body = body_of_signatory(findings_, place);
    return body && findings_.is_told[*body];
  }
  bool carries(const Place& place) const {
    const auto first = reading_.passage_of(place.words.first).words.first;
    const auto cues = reading_.cues_within({place.words.first > first + 4 ? place.words.first - 4 : first, place.words.first});
    return std::ranges::any_of(cues, [&](const auto& cue) { return reading_.cue(cue) == "carried" && cue.last == place.words.first; });
  }
  /// « La convention qu'ils ont signée donne naissance à un laboratoire, dirigé par la biologiste X »
  bool leads_something_new(const Place& place) const {
    constexpr std::size_t kTitle = 4, kFar = 12;
    const auto first = reading_.passage_of(place.words.first).words.first;
    auto by = place.words.first;
    while (by > first && place.words.first - by <= kTitle && reading_.words[by - 1].kind == WordKind::word && !reading_.words[by - 1].is("par")) --by;
    if (by < first + 4 || !reading_.words[by - 1].is("par") || !is_one_of(reading_.words[by - 2], reading_.lexicon.list("signatories.led"))) return false;
    for (auto at = by - 2; at > first + 1 && by - at < kFar;) {
      --at;
      if (!Reading::within(reading_.named, {at, at + 1}).empty()) return false;
      if (reading_.words[at].is("un") || reading_.words[at].is("une")) return reading_.words[at - 1].kind == WordKind::word;
    }
    return false;
  }
  /// « Le ministère était représenté par la ministre déléguée, X »
  bool is_sent(const Place& place) const {
    constexpr std::size_t kReach = 9;
    const auto first = reading_.passage_of(place.words.first).words.first;
    const auto cues = reading_.cues_within({place.words.first > first + kReach + 3 ? place.words.first - kReach - 3 : first, place.words.first});
    return std::ranges::any_of(cues, [&](const auto& cue) {
      return reading_.cue(cue) == "represented" && reading_.words[cue.last - 1].is("par") && cue.last + kReach >= place.words.first &&
             Reading::within(reading_.persons, {cue.last, place.words.first}).empty();
    });
  }
  /// « X, maire de A, a signé pour l'association B »: behind the verb it is said for whom
  bool is_heading_for(const Place& place) const {
    constexpr std::size_t kReach = 14;
    const auto last = std::min(place.words.last + kReach, reading_.passage_of(place.words.first).words.last);
    const auto next = Reading::within(reading_.persons, {place.words.last, last});
    const auto end = next.empty() ? last : next.front().words.first;
    const auto is_for = [&](const auto& cue) { return reading_.cue(cue) == "for" && cue.last < end; };
    const bool signs_between = std::ranges::any_of(findings_.clauses_of[reading_.words[place.words.first].sentence], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.signs() && clause.verb > place.words.last && clause.verb < end && std::ranges::any_of(reading_.cues_within({clause.verb, end}), is_for);
    });
    return signs_between && led_by_for(findings_, place).has_value();
  }
  /// Two others at least, who do not look on.
  bool others_sign(const Passage& passage) const {
    const auto persons = Reading::within(reading_.persons, passage.words);
    return std::ranges::count_if(persons, [&](const Place& one) { return !looks_on(findings_, one); }) >= 2;
  }
  /// Who is there without signing; a body that is named as theirs alone is no party.
  void stay_out(const Place& place) {
    const auto number = reading_.person_of(place);
    present_.push_back(number);
    SignatoryEvidence evidence{number, std::nullopt, "", 0, place.words, "looks_on", {}};
    for (const auto& function : person(number).functions) {
      if (function.institution && !findings_.is_told[*function.institution]) evidence.beside.push_back(*function.institution);
    }
    if (!evidence.beside.empty()) best_.emplace(number, std::move(evidence));
  }
  /// A senator is of no body that signs.
  static bool heads_a_body(const NamedPerson& one) {
    return std::ranges::any_of(one.functions, [](const Function& function) {
      const std::string_view title = function.title;  // a prefect is there for the State
      const bool is_prefect = title.starts_with("préf") || title.starts_with("Préf") || title.starts_with("sous-préf") || title.starts_with("Sous-préf");
      return function.institution.has_value() || is_prefect;
    });
  }

  void read(std::uint32_t sentence) {
    const auto& passage = reading_.passages[sentence];
    const auto persons = Reading::within(reading_.persons, passage.words);
    if (persons.empty() || passage.kind == BlockKind::contact) return;
    const auto& section = findings_.section_of[sentence];
    const bool is_listed =
        (section == "signatories" || section == "parties") &&
        (findings_.is_keyed[sentence] || passage.kind == BlockKind::item || passage.kind == BlockKind::heading ||
         passage.kind == BlockKind::title || (passage.kind == BlockKind::paragraph && !sentences_.has_saying(passage) && !does_other(passage)));
    std::optional<std::size_t> signs;
    bool pens = false, is_told_of_all = false;
    std::size_t bound_before = 0;
    std::size_t bare_from = 0;  // « X a présenté la convention signée par Y »: only who stands behind
    for (const auto c : findings_.clauses_of[sentence]) {
      const auto& clause = findings_.clauses[c];
      if (clause.is_older || clause.tense == Tense::negated || clause.tense == Tense::hypothetical) continue;
      if (clause.signs() && (clause.tense != Tense::untold)) {
        signs = clause.verb;
        const bool is_done = clause.verb > 0 && reading_.words[clause.verb - 1].is("avoir");  // « a dit X après avoir signé »
        const bool follows_something = !is_done && clause.is_bare && clause.verb > passage.words.first + 4;
        is_told_of_all = is_told_of_all || !follows_something;
        if (follows_something) bare_from = clause.verb;
      }
      if (clause.signs() && clause.tense == Tense::untold && clause.form == "infinitive" && leads_to_pen(clause.verb, passage)) {
        signs = clause.verb;
        is_told_of_all = true;
      }
      if (clause.sense == "pen") pens = true;
      // « X, maire de A, et Y, directrice de B, se sont engagés par une convention »
      const bool binds_them = clause.sense == "engage" && clause.is_reflexive && clause.instrument &&
                              (clause.tense == Tense::past || clause.tense == Tense::present);
      if (binds_them && !signs) bound_before = clause.verb;
    }
    const auto led = sentences_.leads_over(sentence);
    const bool represents =
        sentences_.represents(passage) || sentences_.goes_on_representing(sentence) || has_mandate(passage);
    const bool is_photo = sentences_.on_photograph(sentence);
    for (const auto& place : persons) {
      const auto number = reading_.person_of(place);
      const auto& one = person(number);
      if (one.is_contact) continue;
      if (is_former(findings_, place) || is_excused(findings_, place) || hands_over(findings_, place)) continue;
      if (is_host(findings_, place)) {
        stay_out(place);
        continue;
      }
      const bool onlooks = looks_on(findings_, place) && !sentences_.all_sign_behind(sentence, persons.size());
      const bool signs_for_state = is_minister(one) && !onlooks && signs && is_subject_of(place, *signs);
      const bool stands_for_state = is_minister(one) && !onlooks && is_sent(place);
      const bool is_listed_for = is_listed && findings_.for_whom[sentence];  // « Pour le ministère de …: | X, ministre »
      if ((is_minister(one) && !signs_for_state && !stands_for_state && !is_listed_for) || onlooks) {
        // « La cérémonie s'est tenue en présence de X, maire de A, et de Y, présidente de B » below a title that names A and B
        const bool is_ceremony = !signs && reading_.has_any(passage.words, std::to_array<std::string_view>({"ceremonie", "signature", "rencontre"})) && stand_for_parties(sentence);
        const bool attends = std::ranges::any_of(reading_.cues_within(passage.words), [&](const auto& cue) { return reading_.cue(cue) == "guest" && reading_.words[cue.first].folded.starts_with("assist"); });
        const bool heads = !attends && !is_minister(one) && (signs || is_ceremony) && !is_absent(findings_, place) && heads_a_body(one);
        if (heads && others_sign(passage) && !is_told_elsewhere(place))
          stay_out(place);
        else if (heads)
          add(place, stand_for_parties(sentence) ? kRepresenting + .1 : kPresent, "in_presence_of_the_head");
        else if (signs)
          present_.push_back(number);
        continue;
      }
      if (is_represented(number)) continue;
      if (is_called_signatory(place, passage))
        add(place, kSigning, "called_signatory");
      else if (is_listed)
        add(place, kListed, "list_of_signatories");
      else if (carries(place) || leads_something_new(place))
        continue;  // « la convention, pilotée par X, a été signée »
      else if ((signs && (is_told_of_all || place.words.first > bare_from)) || pens)
        add(place, kSigning, "said_to_sign");
      else if (place.words.last <= bound_before && !sentences_.has_saying(passage))
        add(place, kRepresenting, "bound_themselves");
      else if (led > 0)
        add(place, led, "told_by_the_sentence_beside");
      else if (speaks_for(place, sentence))
        add(place, kRepresenting + .05, "named_for_a_party");
      else if (represents)
        add(place, kRepresenting, "stands_for_a_party");
      else if (is_photo)
        add(place, kPhoto, "on_the_photograph");
      else if (follows_anchor(sentence) && !sentences_.has_saying(passage))
        add(place, kBeside, "head_named_beside_the_signature");
    }
  }

  /// « X, conseillère chargée de la santé, a présenté le bilan » below a list of signatories
  bool does_other(const Passage& passage) const {
    const auto sentence = reading_.words[passage.words.first].sentence;
    const bool signs = std::ranges::any_of(findings_.clauses_of[sentence], [&](std::size_t c) { return findings_.clauses[c].signs(); });
    return !signs && has_deed(passage);
  }
  bool has_deed(const Passage& passage) const {
    for (auto at = passage.words.first + 1; at + 1 < passage.words.last; ++at) {
      const auto& word = reading_.words[at + 1];
      const bool has = reading_.words.text_of(at, at + 1) == "a" || reading_.words[at].is("ont");
      const bool is_deed = word.kind == WordKind::word && word.folded.size() > 4 && (word.folded.ends_with("e") || word.folded.ends_with("i") || word.folded.ends_with("u"));
      if (has && is_deed && reading_.words[at - 1].is(",")) return true;
    }
    return false;
  }

  /// « La ministre X et le président Y ont signé », nothing told of them before the verb.
  bool is_subject_of(const Place& place, std::size_t verb) const {
    const auto& passage = reading_.passage_of(place.words.first);
    if (verb < place.words.last || sentences_.has_saying(passage)) return false;
    const auto persons = Reading::within(reading_.persons, {place.words.last, verb});
    const auto last = persons.empty() ? place.words.last : persons.back().words.last;
    for (auto at = place.words.last; at < verb; ++at) {
      const auto& word = reading_.words[at];
      if (word.is("et") && at < last) continue;
      if (word.is("a") && reading_.words.text_of(at, at + 1) != "a") continue;
      if (std::ranges::count(reading_.lexicon.list("signatories.breaks"), word.folded)) return word.is("a") && at + 1 == verb;
    }
    return true;
  }

  /// « …, a dit X avant de parapher le texte avec Y », « réunis pour signer »: in a document that tells the signature.
  bool leads_to_pen(std::size_t verb, const Passage& passage) const {
    constexpr std::size_t kReach = 5;
    return is_done_ && reading_.has_any({verb > passage.words.first + kReach ? verb - kReach : passage.words.first, verb}, reading_.lexicon.list("signatories.leads"));
  }

  /// « La convention a été signée ce vendredi, en présence de X, présidente de A, et de Y, directeur de B »: a sentence
  /// that names nobody else as signing, where two bodies at least are those of the title: their heads are there to
  /// sign.
  bool stand_for_parties(std::uint32_t sentence) const {
    const auto& passage = reading_.passages[sentence];
    const auto is_strong = [&](const PartyEvidence& one) {
      const auto place = std::ranges::lower_bound(reading_.named, one.words.first, {}, [](const Place& p) { return p.words.first; });
      const bool is_of_title = place != reading_.named.end() && findings_.relations[static_cast<std::size_t>(place - reading_.named.begin())] == Relation::of_instrument;
      return one.weight >= .6 && !one.is_excluded && !is_of_title;
    };
    if (std::ranges::any_of(party_evidence(findings_, sentence), is_strong)) return false;
    std::size_t known = 0;
    for (const auto& place : Reading::within(reading_.persons, passage.words)) {
      for (const auto& function : person(reading_.person_of(place)).functions)
        known += function.institution && in_title(*function.institution, sentence) ? 1 : 0;
    }
    return known >= 2;
  }
  bool in_title(std::uint32_t institution, std::uint32_t but_here) const {
    return std::ranges::any_of(reading_.named, [&](const Place& mention) {
      const auto& passage = reading_.passage_of(mention.words.first);
      const bool is_head = passage.kind == BlockKind::title || passage.kind == BlockKind::heading || passage.block < 4;
      return is_head && reading_.institution_of(mention) == institution && reading_.words[mention.words.first].sentence != but_here &&
             !findings_.clauses_of[reading_.words[mention.words.first].sentence].empty();
    });
  }

  /// « X, présidente de … ; Y, maire de …, signataires », « Pour A, les signataires étaient X et Y », « X est le premier signataire »
  bool is_called_signatory(const Place& place, const Passage& passage) const {
    static constexpr auto kAre = std::to_array<std::string_view>({"etait", "etaient", "est", "sont", "furent", ":", "–", "figurent", "figuraient", "comptent"});
    for (auto at = passage.words.first; at < passage.words.last; ++at) {
      if (!std::ranges::count(reading_.lexicon.list("signatories.called"), reading_.words[at].folded)) continue;
      if (at > place.words.first && reading_.words[at - 1].is(",")) return true;
      if (reading_.has_any({at > passage.words.first + 4 ? at - 4 : passage.words.first, at}, reading_.lexicon.list("signatories.not"))) return false;
      // « Les deux signataires, X et Y, »
      if (at + 1 < place.words.first && reading_.words[at + 1].is(",") && !has_saying_or_verb(at + 2, place)) return true;
      auto verb = behind_complement(at + 1, passage.words.last);
      if (reading_.words[std::min(at + 1, passage.words.last - 1)].is("pour")) {  // « Signataire pour A : X »
        while (verb < place.words.first && !reading_.words[verb].is(":")) ++verb;
      }
      const bool is_inverted = at < place.words.first && at > passage.words.first + 1 && std::ranges::count(kAre, reading_.words[at - 2].folded) &&
                               !Reading::within(reading_.persons, {at + 1, std::min(at + 4, passage.words.last)}).empty();  // « En étaient les signataires X et Y »
      const bool leads = (at < place.words.first && verb < passage.words.last && std::ranges::count(kAre, reading_.words[verb].folded)) || is_inverted;
      if (leads && !sentences_.has_saying(passage)) return true;
    }
    return false;
  }
  /// Behind « du pacte », « de la charte », « de cet accord »
  std::size_t behind_complement(std::size_t at, std::size_t last) const {
    if (at + 2 >= last || !is_one_of(reading_.words[at], reading_.lexicon.list("signatories.of"))) return at;
    ++at;
    if (is_one_of(reading_.words[at], reading_.lexicon.list("signatories.own"))) ++at;
    return std::min(at + 1, last);
  }
  /// Is there more than names, functions with their bodies, what brackets hold and « et » up to somebody?
  bool has_saying_or_verb(std::size_t first, const Place& place) const {
    const auto persons = Reading::within(reading_.persons, {first, place.words.last});
    if (persons.empty() || persons.front().words.first > first + 1) return true;
    bool is_inside = false;  // brackets
    for (auto at = persons.front().words.last; at < place.words.first; ++at) {
      const auto& word = reading_.words[at];
      is_inside = word.is("(") || (is_inside && !word.is(")"));
      if (is_inside) continue;
      if (const auto function = reading_.lexicon.functions.at(reading_.words, at, place.words.first)) {  // « X, présidente de l'université, et Y »
        at = function.last - 1;
        continue;
      }
      const auto named = Reading::within(reading_.named, {at, at + 1});
      if (!named.empty() && named.front().words.last <= place.words.first) {
        at = named.front().words.last - 1;
        continue;
      }
      if (word.kind == WordKind::word && !word.is_capital() && !is_one_of(word, {"et", "de", "du", "d", "des", "la", "le", "l"})) return true;
    }
    return false;
  }
  /// « La mutuelle avait délégué X », « X avait reçu pouvoir »
  bool has_mandate(const Passage& passage) const {
    return std::ranges::any_of(reading_.cues_within(passage.words),
                               [&](const auto& cue) { return reading_.cue(cue) == "represented" || reading_.cue(cue) == "delegating"; });
  }
  /// « Pour l'ARS, son directeur, X ; pour la caisse, Y » behind a sentence that tells the signature.
  bool speaks_for(const Place& place, std::uint32_t sentence) const {
    constexpr std::uint32_t kReach = 3;
    if (!led_by_for(findings_, place) || reading_.passages[sentence].is_quote ||
        sentences_.has_saying(reading_.passages[sentence]))
      return false;
    for (auto s = sentence; s-- > 0 && s + kReach >= sentence;) {
      if (reading_.passages[s].section != reading_.passages[sentence].section) break;
      const auto tells = [&](std::size_t c) { return std::ranges::find(thread_.anchors, c) != thread_.anchors.end(); };
      if (sentences_.signs(s) || std::ranges::any_of(findings_.clauses_of[s], tells)) return true;
    }
    return false;
  }
  bool follows_anchor(std::uint32_t sentence) const {
    return std::ranges::any_of(thread_.anchors, [&](std::size_t c) {
      const auto anchor = reading_.words[findings_.clauses[c].verb].sentence;
      return anchor + 1 == sentence && reading_.passages[anchor].block == reading_.passages[sentence].block;
    });
  }
  void add(const Place& place, double weight, const char* rule) {
    const auto number = reading_.person_of(place);
    SignatoryEvidence evidence{number, body_of_signatory(findings_, place), "", weight, place.words, rule, {}};
    if (evidence.institution && (person(number).functions.size() > 1 || is_heading_for(place))) evidence.beside = bodies_beside(findings_, person(number), *evidence.institution);
    for (const auto& function : person(number).functions) {
      if (evidence.function.empty()) evidence.function = function.title;
    }
    const auto known = best_.find(number);
    if (known == best_.end())
      best_.emplace(number, std::move(evidence));
    else if (known->second.weight < weight)
      known->second = std::move(evidence);
  }

  const Findings& findings_;
  const Reading& reading_;
  const AgreementThread& thread_;
  SigningSentences sentences_;
  bool is_done_ = false;  // signed, or to be
  std::map<std::uint32_t, SignatoryEvidence> best_;
  std::vector<std::uint32_t> present_;
};

}  // namespace

std::vector<SignatoryEvidence> signatory_evidence(const Findings& findings, const AgreementThread& thread) {
  return SignatoryFinder(findings, thread).find();
}

std::vector<std::uint32_t> people_present(const Findings& findings, const AgreementThread& thread) {
  auto present = SignatoryFinder(findings, thread).present();
  std::ranges::sort(present);
  present.erase(std::ranges::unique(present).begin(), present.end());
  return present;
}

}  // namespace maillage::documents
