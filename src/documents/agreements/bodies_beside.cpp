// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/bodies_beside.hpp"

#include <algorithm>

#include "documents/agreements/no_parties.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kFewest = 3;  // lines of a list

class LineReader {
 public:
  explicit LineReader(const Findings& findings) : findings_(findings), reading_(findings.reading) {}

  const Place* body_of_line(std::uint32_t sentence) const {
    constexpr std::size_t kLongestKey = 4;
    const auto& passage = reading_.passages[sentence];
    const auto named = Reading::within(reading_.named, passage.words);
    const auto is_meant = [&](const Place& one) { return !reading_.institutions.named[reading_.institution_of(one)].is_generic; };
    const auto found = std::ranges::find_if(named, is_meant);  // « Le bailleur X »
    if (found == named.end() || passage.is_quote) return nullptr;
    const auto& body = *found;
    auto first = passage.words.first;
    while (first < body.words.first && (reading_.words[first].kind == WordKind::mark || reading_.words[first].is("et"))) ++first;
    const auto& before = reading_.words[body.words.first > passage.words.first ? body.words.first - 1 : body.words.first];
    const bool leads = body.words.first <= first + 2 || (before.is(":") && body.words.first <= first + kLongestKey);
    const bool is_told_of = passage.kind == BlockKind::item && body.words.last + 1 < passage.words.last && reading_.words[body.words.last].is(",") && reading_.words[body.words.last + 1].is("qui");
    // « – centre hospitalier de A, établissement support ; »
    const auto behind = body.words.last + 1;
    const bool is_apposed = passage.kind == BlockKind::item && behind < passage.words.last &&
                            behind + 7 >= passage.words.last && reading_.words[body.words.last].is(",") &&
                            reading_.words[behind].casing == Casing::lower;
    const bool has_role = is_apposed && findings_.clauses_of[sentence].empty() &&
                          Reading::within(reading_.named, {behind, passage.words.last}).empty();
    const bool is_whole =
        is_told_of || has_role || (body.words.last + 3 >= passage.words.last && passage.kind != BlockKind::paragraph);
    const bool acts = passage.kind == BlockKind::item && body.words.last + 3 < passage.words.last && reading_.words[passage.words.last - 1].is(".") &&
                      reading_.words[body.words.last].kind == WordKind::word && reading_.words[body.words.last].casing == Casing::lower;
    const auto relation = findings_.relations[static_cast<std::size_t>(&body - reading_.named.data())];
    return leads && (is_whole || acts) && (relation == Relation::bare || before.is(":")) ? &body : nullptr;
  }

  bool acts(const Place& mention, std::uint32_t sentence) const {
    const auto relation = findings_.relations[static_cast<std::size_t>(&mention - reading_.named.data())];
    return relation == Relation::bare || relation == Relation::with || relation == Relation::between || relation == Relation::by || relation == Relation::on_behalf ||
           (relation == Relation::of_function && follows_between(mention.words, sentence)) || (relation == Relation::of_other && follows_those(mention.words, sentence)) || (relation == Relation::at && follows_verb_to(mention.words));
  }
  /// « X (A) commente »: a body named in brackets or beside a person who only speaks
  bool is_told_of_other(const Place& mention, std::uint32_t sentence) const {
    const auto persons = Reading::within(reading_.persons, {reading_.passages[sentence].words.first, mention.words.first});
    return !persons.empty() && persons.back().words.last + 2 >= mention.words.first;
  }

 private:
  /// « entre le directeur de A et la présidente de B »
  bool follows_between(const WordRange& mention, std::uint32_t sentence) const {
    return std::ranges::any_of(reading_.cues_within({reading_.passages[sentence].words.first, mention.first}), [&](const auto& cue) { return reading_.cue(cue) == "between"; });
  }
  /// « trois logos : ceux de A, de B et de C »
  bool follows_those(const WordRange& mention, std::uint32_t sentence) const {
    return reading_.has_any({reading_.passages[sentence].words.first, mention.first}, reading_.lexicon.list("bodies_beside.those"));
  }
  /// « s'allie à A », « tend la main à B »; « à l'université » behind a comma or a participle is a place.
  bool follows_verb_to(const WordRange& mention) const {
    auto at = mention.first;
    const auto first = reading_.passage_of(mention.first).words.first;
    while (at > first && !reading_.words[at - 1].is("a") && !reading_.words[at - 1].is("au") && !reading_.words[at - 1].is("aux")) {
      if (mention.first - at > 2) return false;
      --at;
    }
    return at > first + 1 && reading_.words[at - 2].kind == WordKind::word && reading_.words[at - 2].casing == Casing::lower;
  }

  const Findings& findings_;
  const Reading& reading_;
};

}  // namespace

std::vector<Place> bodies_on_lines(const Findings& findings, const AgreementThread& thread) {
  constexpr std::uint32_t kNear = 3;
  constexpr std::size_t kShort = 8;
  const auto& reading = findings.reading;
  const LineReader reader(findings);
  const auto count = static_cast<std::uint32_t>(reading.passages.size());
  for (std::uint32_t s = 0; s < count; ++s) {
    std::vector<Place> lines;
    bool has_gap = false;
    const auto first = s;
    auto last = s;
    for (; s < count; ++s) {
      if (reading.passages[s].words.empty()) continue;
      const auto* body = reader.body_of_line(s);
      const bool is_gap = body == nullptr && !lines.empty() && !has_gap && reading.passages[s].kind != BlockKind::paragraph &&
                          reading.passages[s].words.last - reading.passages[s].words.first <= kShort;  // a body that is not known as one
      has_gap = has_gap || is_gap;
      if (is_gap) continue;
      if (body == nullptr) break;
      lines.push_back(*body);
      last = s;
    }
    const bool is_beside = std::ranges::any_of(thread.anchors, [&](auto c) {
      const auto anchor = reading.words[findings.clauses[c].verb].sentence;
      return anchor + kNear >= first && anchor <= last + kNear;
    });
    if (lines.size() >= 2 && is_beside) return lines;
  }
  return {};
}

std::vector<std::vector<Place>> runs_of_lines(const Findings& findings) {
  const LineReader reader(findings);
  std::vector<std::vector<Place>> runs(1);
  for (std::uint32_t s = 0; s < findings.reading.passages.size(); ++s) {
    if (findings.reading.passages[s].words.empty()) continue;
    const auto* body = findings.reading.passages[s].kind == BlockKind::item ? reader.body_of_line(s) : nullptr;
    if (body != nullptr) runs.back().push_back(*body);
    else if (!runs.back().empty()) runs.emplace_back();
  }
  std::erase_if(runs, [](const auto& run) { return run.size() < kFewest; });
  return runs;
}

std::vector<Place> bodies_between_lines(const Findings& findings) {
  constexpr std::size_t kLongestLead = 5, kHead = 4, kMost = 40;
  const auto& reading = findings.reading;
  std::vector<Place> found;
  for (std::size_t s = 0; s < reading.passages.size() && found.size() < 2; ++s) {
    const auto& lead = reading.passages[s].words;
    if (lead.empty() || lead.last - lead.first > kLongestLead || !reading.words[lead.first].is("entre") || !Reading::within(reading.named, lead).empty()) continue;
    found.clear();
    for (auto line = s + 1; line < std::min(s + kMost, reading.passages.size()); ++line) {
      const auto& words = reading.passages[line].words;
      if (words.empty()) continue;
      const auto named = Reading::within(reading.named, {words.first, std::min(words.first + kHead, words.last)});
      const bool is_link = words.last - words.first <= kLongestLead;  // « ET », « d'une part, »
      if (named.empty() && !is_link) break;
      if (!named.empty() && !reading.institutions.named[reading.institution_of(named.front())].is_generic) found.push_back(named.front());
    }
  }
  if (found.size() < 2) found.clear();
  return found;
}

std::vector<Place> bodies_named_together(const Findings& findings, std::span<const std::uint32_t> sentences, const std::set<std::uint32_t>& bound,
                                         const std::set<std::uint32_t>& excluded) {
  const auto& reading = findings.reading;
  const LineReader reader(findings);
  std::vector<Place> acting;
  auto together = bound;
  for (const auto sentence : sentences) {
    const auto& passage = reading.passages[sentence];
    if (passage.is_question || passage.is_quote) continue;
    for (const auto& mention : Reading::within(reading.named, passage.words)) {
      const auto number = reading.institution_of(mention);
      const auto& named = reading.institutions.named[number];
      const bool is_no_party = excluded.contains(number) || only_attends(findings, sentence, mention.words) || reader.is_told_of_other(mention, sentence);
      if (named.is_generic || named.category == "ministry" || is_no_party || !reader.acts(mention, sentence)) continue;
      acting.push_back(mention);
      together.insert(number);
    }
  }
  if (together.size() < 2) acting.clear();
  return acting;
}

std::vector<Place> only_two_bodies(const Findings& findings, std::span<const std::uint32_t> sentences, bool are_both_meant) {
  const auto& reading = findings.reading;
  std::vector<Place> found;
  std::set<std::uint32_t> bodies;
  for (const auto sentence : sentences) {
    if (reading.passages[sentence].is_question || reading.passages[sentence].is_quote) continue;
    for (const auto& mention : Reading::within(reading.named, reading.passages[sentence].words)) {
      const auto number = reading.institution_of(mention);
      const auto relation = findings.relations[static_cast<std::size_t>(&mention - reading.named.data())];
      const bool looks_on = relation == Relation::presence || relation == Relation::beside || relation == Relation::host;
      if (reading.institutions.named[number].is_generic) continue;
      if (are_both_meant && relation == Relation::beside) {
        if (bodies.insert(number).second) found.push_back(mention);
        continue;
      }
      if (looks_on || only_attends(findings, sentence, mention.words) || is_said_to_be_no_party(findings, sentence, mention.words)) return {};
      if (bodies.insert(number).second) found.push_back(mention);
    }
  }
  return found.size() == 2 ? found : std::vector<Place>{};
}

bool means_both(const Reading& reading, std::uint32_t sentence) {
  const auto& words = reading.passages[sentence].words;
  for (auto at = words.first + 1; at < words.last; ++at) {
    const auto& before = reading.words[at - 1];
    if (reading.words[at].is("deux") && (before.is("les") || before.is("tous") || before.is("toutes"))) return true;
  }
  return false;
}

bool signs_for_others(const Findings& findings, const SigningClause& clause) {
  const auto& reading = findings.reading;
  const auto& words = reading.passage_of(clause.verb).words;
  const auto& head = reading.words[words.first];
  const bool is_pronoun = head.is("ils") || head.is("elles") || head.is("tous") || head.is("toutes") || head.is("nous");
  return clause.tense == Tense::planned && !clause.is_passive && clause.form == "future" && !is_pronoun && !means_both(reading, reading.words[clause.verb].sentence) &&
         Reading::within(reading.named, words).empty();
}

}  // namespace maillage::documents
