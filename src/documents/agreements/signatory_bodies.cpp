// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signatory_bodies.hpp"

#include <algorithm>
#include <array>

namespace maillage::documents {
namespace {

class BodyFinder {
 public:
  explicit BodyFinder(const Findings& findings) : findings_(findings), reading_(findings.reading) {}

  std::optional<std::uint32_t> of(const Place& place) const {
    const auto& one = reading_.people.named[reading_.person_of(place)];
    auto body = told_most(one);
    if (one.represents && findings_.is_represented[*one.represents]) {  // stands for somebody: for whom that one stands
      for (const auto& function : reading_.people.named[*one.represents].functions) {
        if (function.institution) body = function.institution;
      }
    }
    if (body && begins_apposition(place) && !is_named_behind(place, *body)) {
      if (const auto beside = in_apposition(place, reading_.passage_of(place.words.first))) body = beside;
    }
    if (const auto represented = represented_body(place)) body = represented;
    if (const auto one_by_one = respective_institution(place)) body = one_by_one;
    if (const auto introducing = introducing_institution(place)) body = introducing;
    if (const auto leading = leading_institution(place)) body = leading;
    if (const auto for_whom = on_behalf_of(place)) body = for_whom;
    if (const auto above = findings_.for_whom[reading_.words[place.words.first].sentence]) body = above;
    if (!body && is_ours(place)) body = findings_.speaker;
    if (!body) body = institution_beside(place);
    if (body && findings_.whole_of[*body]) body = findings_.whole_of[*body];
    return body;
  }
  /// Of the bodies that somebody heads the one that the text speaks of; of equal ones the first.
  std::optional<std::uint32_t> told_most(const NamedPerson& one) const {
    std::optional<std::uint32_t> body;
    for (const auto& function : one.functions) {
      if (!function.institution) continue;
      const bool is_more = body && !is_told(*body) && (is_told(*function.institution) || is_presided_by_mayor(one, *body, *function.institution));
      if (!body || is_more) body = function.institution;
    }
    return body;
  }
  /// « X, maire de A et présidente de l'association des maires de B »: for B, where nothing else is told of A.
  bool is_presided_by_mayor(const NamedPerson& one, std::uint32_t commune, std::uint32_t other) const {
    const auto& named = reading_.institutions.named;
    return one.functions.size() == 2 && named[commune].kind == InstitutionKind::commune && named[other].category == "association" &&
           one.functions.back().title.starts_with("présid");
  }
  /// Is a body named elsewhere than in a function?
  bool is_told(std::uint32_t institution) const { return findings_.is_told[institution]; }
  /// « X, directeur … », never « X, et la directrice de B, Y ».
  bool begins_apposition(const Place& place) const {
    const auto next = place.words.last + 1;
    return next < reading_.passage_of(place.words.first).words.last && reading_.words[next].casing == Casing::lower &&
           std::ranges::find(reading_.lexicon.list("signatory_bodies.others"), reading_.words[next].folded) == reading_.lexicon.list("signatory_bodies.others").end();
  }
  /// « X, directeur régional TER de A »: A itself, whatever the function goes back to.
  bool is_named_behind(const Place& place, std::uint32_t body) const {
    constexpr std::size_t kReach = 25;
    const auto last = std::min(place.words.last + kReach, reading_.passage_of(place.words.first).words.last);
    return std::ranges::any_of(Reading::within(reading_.named, {place.words.last, last}),
                               [&](const Place& mention) { return reading_.institution_of(mention) == body; });
  }
  /// « X, préfète, représentait l'État »
  std::optional<std::uint32_t> represented_body(const Place& place) const {
    constexpr std::size_t kReach = 12, kNear = 3;
    const auto end = reading_.passage_of(place.words.first).words.last;
    for (auto at = place.words.last; at < std::min(place.words.last + kReach, end); ++at) {
      if (std::ranges::find(reading_.lexicon.list("signatory_bodies.active"), reading_.words[at].folded) == reading_.lexicon.list("signatory_bodies.active").end()) continue;
      const bool is_passive = reading_.words[at - 1].is("est") || reading_.words[at - 1].is("etait");
      const bool is_of_other = !Reading::within(reading_.persons, {place.words.last, at}).empty();
      const auto named = Reading::within(reading_.named, {at + 1, std::min(at + 1 + kNear, end)});
      if (is_passive || is_of_other || named.empty()) return std::nullopt;
      return reading_.institution_of(named.front());
    }
    return std::nullopt;
  }
  /// « Pour le président de l'université, c'est le doyen, X », « X, sous-préfet, pour le préfet de l'Orne ».
  std::optional<std::uint32_t> on_behalf_of(const Place& place) const {
    const auto& passage = reading_.passage_of(place.words.first);
    auto first = passage.words.first, last = passage.words.last;
    for (auto at = first; at < place.words.first; ++at) first = reading_.words[at].is(";") ? at + 1 : first;
    for (auto at = last; at > place.words.last; --at) last = reading_.words[at - 1].is(";") ? at - 1 : last;
    std::optional<std::uint32_t> found;
    for (const auto& cue : reading_.cues_within({first, last})) {
      if (reading_.cue(cue) != "for") continue;
      const bool is_key = cue.last < place.words.first && reading_.words[place.words.first - 1].is(":") &&
                          cue.last + 8 > place.words.first;  // « Pour l'EPSM : X »
      const bool is_own = cue.last <= place.words.first && follows_possessive(place, passage) &&
                          Reading::within(reading_.persons, {cue.last, place.words.first})
                              .empty();  // « et pour la Ville son maire, X »
      const auto before = Reading::within(reading_.persons, {first, cue.first});
      const bool is_of_another = !before.empty() && before.back().words.last + 1 >= cue.first;  // « X pour A, Y pour B »
      const bool leads =
          (cue.first <= first + 2 && !is_of_another && cue.last <= place.words.first && leads_alone(cue.last, place.words.first)) ||
          is_key || is_own;
      // « X, président de A, et, pour le préfet, Y »: Y stands for him
      const bool is_of_next = cue.first > place.words.last + 1 && reading_.words[cue.first - 1].is(",") && reading_.words[cue.first - 2].is("et");
      const bool follows = cue.first >= place.words.last && cue.first - place.words.last <= 10 && !is_of_next;
      if (!leads && !follows) continue;
      const auto named = Reading::within(reading_.named, {cue.last, std::min(cue.last + 10, last)});
      if (!named.empty() && follows && goes_over_others(cue.last, named.front().words.first)) continue;
      if (named.empty() || (leads && named.front().words.last > place.words.first + 1)) continue;
      const auto between = Reading::within(
          reading_.persons, follows ? WordRange{place.words.last, cue.first} : WordRange{cue.last, cue.last});
      const auto relation = findings_.relations[static_cast<std::size_t>(&named.front() - reading_.named.data())];
      const bool is_led = relation == Relation::on_behalf || relation == Relation::of_function;
      if (between.empty() && is_led && (!found || is_key || is_own)) found = reading_.institution_of(named.front());
    }
    return found;
  }

 private:
  /// « les maires de A, B et C, [respectivement] X, Y et Z »: as many people as bodies before them.
  std::optional<std::uint32_t> respective_institution(const Place& place) const {
    const auto& passage = reading_.passage_of(place.words.first);
    const auto persons = Reading::within(reading_.persons, passage.words);
    const auto at = static_cast<std::size_t>(&place - persons.data());
    auto first = at, last = at;
    while (first > 0 && is_joined(persons[first - 1].words.last, persons[first].words.first)) --first;
    while (last + 1 < persons.size() && is_joined(persons[last].words.last, persons[last + 1].words.first)) ++last;
    const auto count = last - first + 1;
    if (const auto told = told_in_order(passage, count, at - first)) return told;
    const auto named = Reading::within(reading_.named, {passage.words.first, persons[first].words.first});
    if (count < 2 || named.size() < count || !is_joined(named.back().words.last, persons[first].words.first))
      return std::nullopt;
    const auto bodies = named.last(count);
    for (std::size_t i = 1; i < count; ++i) {
      if (!is_joined(bodies[i - 1].words.last, bodies[i].words.first)) return std::nullopt;
    }
    if (named.size() > count && is_joined(named[named.size() - count - 1].words.last, bodies.front().words.first))
      return std::nullopt;
    return reading_.institution_of(bodies[at - first]);
  }
  /// « Le protocole entre A et B a reçu les signatures de X et de Y, leurs présidentes respectives »
  std::optional<std::uint32_t> named_in_order(const Passage& passage, std::size_t count, std::size_t at) const {
    if (count < 2 || !reading_.has_any(passage.words, reading_.lexicon.list("signatory_bodies.respective"))) return std::nullopt;
    std::vector<std::uint32_t> bodies;
    const auto persons = Reading::within(reading_.persons, passage.words);
    for (const auto& mention : Reading::within(reading_.named, passage.words)) {
      if (mention.words.first > persons.front().words.first) return std::nullopt;
      const auto body = reading_.institution_of(mention);
      if (std::ranges::find(bodies, body) == bodies.end()) bodies.push_back(body);
    }
    return bodies.size() == count && persons.size() == count ? std::optional(bodies[at]) : std::nullopt;
  }
  /// « A, B et C ont conclu un accord. Il est signé respectivement par X, Y et Z. »
  std::optional<std::uint32_t> told_in_order(const Passage& passage, std::size_t count, std::size_t at) const {
    if (const auto told = named_in_order(passage, count, at)) return told;
    const auto sentence = reading_.words[passage.words.first].sentence;
    if (count < 2 || sentence == 0 || reading_.passages[sentence - 1].block != passage.block) return std::nullopt;
    if (!says_in_order(passage) || !Reading::within(reading_.named, passage.words).empty()) return std::nullopt;
    std::vector<std::uint32_t> bodies;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[sentence - 1].words)) {
      const auto body = reading_.institution_of(mention);
      if (std::ranges::find(bodies, body) == bodies.end()) bodies.push_back(body);
    }
    return bodies.size() == count ? std::optional(bodies[at]) : std::nullopt;
  }
  /// « respectivement », « leurs deux dirigeants, X côté hôpital et Y côté institut »
  bool says_in_order(const Passage& passage) const {
    const auto& lexicon = reading_.lexicon;
    return reading_.has_any(passage.words, lexicon.list("signatory_bodies.respectively")) ||
           (reading_.has_any(passage.words, lexicon.list("signatory_bodies.theirs")) && reading_.has_any(passage.words, lexicon.list("signatory_bodies.on_the_side_of")));
  }
  /// Only commas, « et », articles and honorifics between two words; « côté hôpital ».
  bool is_joined(std::size_t from, std::size_t to) const {
    for (auto at = from; at < to; ++at) {
      if (is_one_of(reading_.words[at], reading_.lexicon.list("signatory_bodies.on_the_side_of")) && at + 1 < to && reading_.words[at + 1].casing == Casing::lower) ++at;
      else if (!std::ranges::count(reading_.lexicon.list("signatory_bodies.joins"), reading_.words[at].folded)) return false;
    }
    return from <= to;
  }

  /// « l'Ifremer, dont la déléguée, X », « la province, par la voix de X », « la caisse, représentée par X », « la
  /// fondation, que préside X »: a body that brings in who stands for it.
  std::optional<std::uint32_t> introducing_institution(const Place& place) const {
    constexpr std::size_t kReach = 14;
    const auto& passage = reading_.passage_of(place.words.first);
    const auto named = Reading::within(reading_.named, {passage.words.first, place.words.first});
    if (named.empty() || place.words.first - named.back().words.last > kReach) return std::nullopt;
    auto at = named.back().words.last;
    if (!Reading::within(reading_.persons, {at, place.words.first}).empty()) return std::nullopt;
    while (at < place.words.first &&
           (reading_.words[at].is(",") || reading_.words[at].is("(") || reading_.words[at].is(")")))
      ++at;
    if (at >= place.words.first || !std::ranges::count(reading_.lexicon.list("signatory_bodies.brings_in"), reading_.words[at].folded)) return std::nullopt;
    if (reading_.words[at].is("que") && !reading_.has_any({at, place.words.first}, reading_.lexicon.list("signatory_bodies.leads"))) return std::nullopt;
    const bool is_sent_too = reading_.has_any({passage.words.first, named.back().words.first}, reading_.lexicon.list("signatory_bodies.sent")) &&  // « et B par Y »
                             !Reading::within(reading_.persons, {passage.words.first, named.back().words.first}).empty();
    if (reading_.words[at].is("par") && at == named.back().words.last && !is_sent_too) return std::nullopt;  // « abrité par »
    const auto relation = findings_.relations[static_cast<std::size_t>(&named.back() - reading_.named.data())];
    const bool heads = relation != Relation::of_function && relation != Relation::at && relation != Relation::host;
    return heads ? std::optional(reading_.institution_of(named.back())) : std::nullopt;
  }

  /// « – l'État, représenté par X, préfète de … », « LA VILLE DE …, Mme X, maire »: the body that a line of a list
  /// begins with.
  std::optional<std::uint32_t> leading_institution(const Place& place) const {
    constexpr std::size_t kHead = 4;
    const auto& passage = reading_.passage_of(place.words.first);
    const auto& section = findings_.section_of[reading_.words[place.words.first].sentence];
    if (section != "signatories" && section != "parties") return std::nullopt;
    auto first = passage.words.first;
    for (auto at = first; at < place.words.first; ++at)
      first = reading_.words[at].is(";") || reading_.words[at].is(":") ? at + 1 : first;
    const auto named = Reading::within(reading_.named, {first, std::min(first + kHead, place.words.first)});
    if (named.empty() || !Reading::within(reading_.persons, {first, place.words.first}).empty()) return std::nullopt;
    const auto relation = findings_.relations[static_cast<std::size_t>(&named.front() - reading_.named.data())];
    const bool heads = relation == Relation::bare || relation == Relation::on_behalf;
    return heads ? std::optional(reading_.institution_of(named.front())) : std::nullopt;
  }

  /// Whose a person is where no function says it: that in brackets or apposition right behind, else the one named last
  /// before in the same part of the sentence (« pour l'École : X », « l'Ifremer, dont la déléguée, X, … »), else the
  /// one that acts in the sentence before (« son président, X, … »).
  std::optional<std::uint32_t> institution_beside(const Place& place) const {
    const auto& passage = reading_.passage_of(place.words.first);
    if (const auto of = in_apposition(place, passage)) return of;
    std::optional<std::uint32_t> before;
    std::size_t since = passage.words.first;
    for (auto at = passage.words.first; at < place.words.first; ++at) since = reading_.words[at].is(";") ? at : since;
    for (const auto& mention : Reading::within(reading_.named, passage.words)) {
      if (mention.words.first >= place.words.last && mention.words.first - place.words.last <= 2) {
        const auto& gap = reading_.words[place.words.last];
        if (gap.is("(") || gap.is(",") || gap.is("pour") || gap.is("–") || gap.is("-"))
          return reading_.institution_of(mention);
      }
      const bool is_others = !Reading::within(reading_.persons, {mention.words.last, place.words.first}).empty() ||
                             belongs_to_person(mention, passage);
      if (!is_others && mention.words.last <= place.words.first && mention.words.first >= since &&
          !reading_.institutions.named[reading_.institution_of(mention)].is_generic)
        before = reading_.institution_of(mention);
    }
    if (before) return before;
    return follows_possessive(place, passage) ? acting_before(passage) : std::nullopt;
  }
  /// « X, directrice territoriale Midi de l'Office Y, … »: within the apposition right behind.
  std::optional<std::uint32_t> in_apposition(const Place& place, const Passage& passage) const {
    constexpr std::size_t kReach = 10;
    if (place.words.last >= passage.words.last || !reading_.words[place.words.last].is(",")) return std::nullopt;
    for (const auto& mention : Reading::within(
             reading_.named, {place.words.last + 1, std::min(place.words.last + kReach, passage.words.last)})) {
      for (auto at = place.words.last + 1; at < mention.words.first; ++at) {
        if (reading_.words[at].kind == WordKind::mark || reading_.words[at].is("par")) return std::nullopt;
      }
      const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
      if (relation == Relation::of_function || relation == Relation::of_other) return reading_.institution_of(mention);
    }
    return std::nullopt;
  }
  /// « X, au nom du préfet, et Y, présidente de A »: A is Y's.
  bool goes_over_others(std::size_t first, std::size_t last) const {
    if (!Reading::within(reading_.persons, {first, last}).empty()) return true;
    return reading_.has_any({first, last}, std::to_array<std::string_view>({",", "et", ";", "("}));
  }
  /// Nobody between but who is stood for: « Pour le président, M. X, c'est Y »; « pour la signature : X, …, et Y »
  /// leads X alone.
  bool leads_alone(std::size_t first, std::size_t last) const {
    return std::ranges::all_of(Reading::within(reading_.persons, {first, last}),
                               [&](const Place& one) { return findings_.is_represented[reading_.person_of(one)]; });
  }
  /// « X, rectrice de A, Y …»: A is X's.
  bool belongs_to_person(const Place& mention, const Passage& passage) const {
    const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
    if (relation != Relation::of_function) return false;
    const auto persons = Reading::within(reading_.persons, {passage.words.first, mention.words.first});
    return !persons.empty() && mention.words.first - persons.back().words.last < 10;
  }
  /// « notre président, X »
  bool is_ours(const Place& place) const {
    const auto begin = reading_.passage_of(place.words.first).words.first;
    const auto first = place.words.first > begin + 5 ? place.words.first - 5 : begin;
    return findings_.speaker &&
           reading_.has_any({first, place.words.first}, std::to_array<std::string_view>({"notre"}));
  }
  bool follows_possessive(const Place& place, const Passage& passage) const {
    const auto first = place.words.first > passage.words.first + 8 ? place.words.first - 8 : passage.words.first;
    return reading_.has_any({first, place.words.first}, reading_.lexicon.list("signatory_bodies.possessive"));
  }
  std::optional<std::uint32_t> acting_before(const Passage& passage) const {
    const auto sentence = reading_.words[passage.words.first].sentence;
    if (sentence == 0 || reading_.passages[sentence - 1].block != passage.block) return std::nullopt;
    for (const auto& mention : Reading::within(reading_.named, reading_.passages[sentence - 1].words)) {
      if (findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())] == Relation::bare)
        return reading_.institution_of(mention);
    }
    return std::nullopt;
  }

  const Findings& findings_;
  const Reading& reading_;
};

}  // namespace

std::optional<std::uint32_t> body_of_signatory(const Findings& findings, const Place& person) {
  return BodyFinder(findings).of(person);
}

std::vector<std::uint32_t> bodies_beside(const Findings& findings, const NamedPerson& person, std::uint32_t signs_for) {
  const BodyFinder finder(findings);
  std::vector<std::uint32_t> others;
  for (const auto& function : person.functions) {
    if (function.institution && *function.institution != signs_for && !finder.is_told(*function.institution)) others.push_back(*function.institution);
  }
  if (!finder.is_told(signs_for)) std::erase_if(others, [&](std::uint32_t other) { return !finder.is_presided_by_mayor(person, other, signs_for); });
  return others;
}

std::optional<std::uint32_t> led_by_for(const Findings& findings, const Place& person) {
  return BodyFinder(findings).on_behalf_of(person);
}

}  // namespace maillage::documents
