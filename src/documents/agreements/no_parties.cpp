// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/no_parties.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace maillage::documents {
namespace {

constexpr std::size_t kSubjectReach = 45;  // words of a list of guests up to « assistaient »

class SentenceReader {
 public:
  SentenceReader(const Findings& findings, std::uint32_t sentence)
      : findings_(findings), reading_(findings.reading), sentence_(sentence), passage_(reading_.passages[sentence]) {}

  bool only_attends(const WordRange& mention) const {
    return is_mixed_unit(mention) || welcomes_signature(mention) || is_guest(mention) || looks_on(mention) || is_in_instrument(mention) || is_topic_of_title(mention) || communicates(mention);
  }
  bool is_excluded(const WordRange& mention) const {
    if (begins_with_absent()) return !acts_behind(mention);
    if (is_left_out(mention)) return true;
    const auto clause = clause_around(mention);
    const auto cue = negated_cue(clause);
    if (cue && tells_of_before(clause)) return false;
    if (cue && binds_nobody(*cue)) return mention.first >= cue->last && mention.first - cue->last < 5;  // « n'engage pas A »
    if (!cue || mention.last > cue->first + 1) return false;
    for (auto at = mention.last; at < cue->first; ++at) {  // « …, et eux seuls : ni C ni D n'y sont parties »
      if (reading_.words[at].is(":")) return false;
    }
    // « …, lequel n'a pas … », « A, qui ne signe pas »: the name right before alone.
    for (auto at = cue->first; at > mention.last && cue->first - at < 4; --at) {
      if (reading_.words[at - 1].is(",")) break;  // « A et B, qui la financent, n'en sont pas signataires »
      if (!std::ranges::count(reading_.lexicon.list("no_parties.relatives"), reading_.words[at - 1].folded)) continue;
      const auto between = Reading::within(reading_.named, {mention.last, at});
      return between.empty();
    }
    for (const auto c : findings_.clauses_of[sentence_]) {  // « A et B ont signé, mais C n'est pas partie »
      const auto& signing = findings_.clauses[c];
      const bool stands_between = signing.verb >= mention.last && signing.verb < cue->first;
      if (stands_between && signing.signs() && signing.is_told()) return false;
    }
    return true;
  }

  /// « A a accueilli la signature », « A salue la signature de … »: the noun alone tells it, and A does something else.
  bool welcomes_signature(const WordRange& mention) const {
    return std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.form == "noun" && clause.sense == "sign" && clause.verb > mention.last && reading_.has_any({mention.last, clause.verb}, reading_.lexicon.list("no_parties.welcome"));
    });
  }

 private:
  /// « La préfecture communique : le pacte a été signé par A et B »
  bool communicates(const WordRange& mention) const {
    constexpr std::size_t kNear = 4;
    for (auto at = mention.last; at < std::min(mention.last + kNear, passage_.words.last); ++at) {
      if (!reading_.words[at].is(":")) continue;
      return reading_.has_any({mention.last, at}, reading_.lexicon.list("no_parties.tells")) && Reading::within(reading_.named, {at, passage_.words.last}).size() >= 2;
    }
    return false;
  }
  /// « MAISON DE SANTÉ DE N : A ET B SIGNENT LA CONVENTION »: what the title is about, before its colon; who signs stands
  /// behind.
  bool is_topic_of_title(const WordRange& mention) const {
    if (passage_.kind != BlockKind::title && passage_.kind != BlockKind::heading) return false;
    if (mention.last >= passage_.words.last || !reading_.words[mention.last].is(":")) return false;
    return std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      if (!clause.signs() || clause.form == "noun" || clause.verb <= mention.last) return false;
      const WordRange subject{mention.last, clause.verb};
      const auto bodies = Reading::within(reading_.named, subject).size();
      return bodies >= 2 || (bodies == 1 && reading_.has_any(subject, std::to_array<std::string_view>({"et"})));
    });
  }
  /// « (mais pas A, …) », « sauf A », « et non A »
  bool is_left_out(const WordRange& mention) const {
    auto at = mention.first;
    while (at > passage_.words.first && mention.first - at < 3 && is_one_of(reading_.words[at - 1], reading_.lexicon.list("no_parties.steps"))) --at;
    if (at <= passage_.words.first + 1) return false;
    const auto &word = reading_.words[at - 1], &before = reading_.words[at - 2];
    return word.is("sauf") || word.is("hormis") || word.is("excepte") || (word.is("pas") && (before.is("mais") || before.is("non"))) || (word.is("non") && before.is("et"));
  }
  bool begins_with_absent() const {
    return !passage_.words.empty() && (reading_.words[passage_.words.first].is("absent") || reading_.words[passage_.words.first].is("absente"));
  }
  /// « Absent du premier contrat, A signe cette fois »
  bool acts_behind(const WordRange& mention) const {
    return std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.verb >= mention.last && (clause.signs() || clause.sense == "join") && clause.is_told() && !clause.is_older;
    });
  }
  /// « le texte n'engage pas A », « ne lie que … » is told elsewhere
  bool binds_nobody(const WordRange& cue) const {
    const auto verb = reading_.words.text_of(cue.last - 1, cue.last);  // « n'est pas engagé » is another matter
    return verb == "engage" || verb == "engagent";
  }
  /// « qui n'était pas signataire à l'origine »: it is one now.
  bool tells_of_before(const WordRange& clause) const {
    const auto cues = reading_.cues_within(clause);
    return reading_.has_any(clause, reading_.lexicon.list("no_parties.was")) && std::ranges::any_of(cues, [&](const auto& cue) { return reading_.cue(cue) == "until_now"; });
  }
  /// Words between semicolons (or the ends of the sentence) around a word.
  WordRange clause_around(const WordRange& at) const {
    WordRange clause = passage_.words;
    for (auto word = at.first; word > passage_.words.first; --word) {
      if (reading_.words[word - 1].is(";")) {
        clause.first = word;
        break;
      }
    }
    for (auto word = at.last; word < passage_.words.last; ++word) {
      if (reading_.words[word].is(";")) {
        clause.last = word;
        break;
      }
    }
    return clause;
  }

  std::optional<WordRange> negated_cue(const WordRange& clause) const {
    for (const auto& cue : reading_.cues_within(clause)) {
      const auto& kind = reading_.cue(cue);
      if (kind == "declined") return WordRange{cue.first, cue.last};
      if (kind != "involved" && kind != "membership") continue;
      WordRange before{cue.first > clause.first + 7 ? cue.first - 7 : clause.first, cue.first};
      for (auto at = before.first; at < before.last; ++at) {
        if (reading_.words[at].is(",") || reading_.words[at].is(":")) before.first = at + 1;
      }
      std::optional<std::size_t> negation;  // « ni A ni B n'y sont parties »: behind the last name
      for (auto at = before.first; at < before.last; ++at) {
        if (!std::ranges::count(reading_.lexicon.list("no_parties.not"), reading_.words[at].folded)) continue;
        const bool is_only = at + 1 < before.last && std::any_of(reading_.words.all().begin() + static_cast<std::ptrdiff_t>(at), reading_.words.all().begin() + static_cast<std::ptrdiff_t>(cue.first), [](const Word& w) { return w.is("que"); });
        if (is_only) continue;
        if (!negation || reading_.words[*negation].is("ni")) negation = at;
      }
      if (negation) return WordRange{*negation, cue.last};
    }
    return std::nullopt;
  }

  bool is_guest(const WordRange& mention) const {
    const auto clause = clause_around(mention);
    for (const auto& cue : reading_.cues_within(clause)) {
      const auto& kind = reading_.cue(cue);
      const bool may_be = kind == "guest" || kind == "hosting" || (kind == "guest_of" && is_passive(cue.first));
      if (!may_be) continue;
      if (kind == "guest" && follows_guest(findings_, cue.last, mention)) return true;
      const bool is_inverted = Reading::within(reading_.named, {passage_.words.first, cue.first}).empty();  // « À la signature assistaient aussi … »
      if (kind == "guest" && is_inverted && cue.last <= mention.first && findings_.instruments_of[sentence_].empty()) return true;  // « Assistaient également à la cérémonie X, directeur de A, et Y, maire de B »
      const bool stands_before = mention.last <= cue.first && cue.first - mention.last < kSubjectReach;
      if (!stands_before) continue;
      bool signs_between = false;  // « avait fait le déplacement pour signer »
      for (const auto c : findings_.clauses_of[sentence_]) {
        const auto& signing = findings_.clauses[c];
        signs_between = signs_between || (signing.signs() && signing.verb > mention.last && signing.verb < cue.first);
      }
      for (const auto& other : reading_.cues_within({mention.last, clause.last})) {  // « jusqu'alors invité, il en devient le signataire »
        signs_between = signs_between || reading_.cue(other) == "membership";
      }
      if (!signs_between) return true;
    }
    return false;
  }
  /// « en présence de A, présidente de B, et de C »: all that stands behind, up to a verb of signing.
  bool looks_on(const WordRange& mention) const {
    const auto clause = clause_around(mention);
    std::optional<std::size_t> presence;
    for (const auto& cue : reading_.cues_within({clause.first, mention.first})) {
      const bool names_nobody = std::ranges::count(reading_.lexicon.list("no_parties.them"), reading_.words[cue.last].folded) > 0;
      if (reading_.cue(cue) == "presence" && !names_nobody) presence = cue.last;
    }
    if (!presence) return false;
    // « Sous l'égide de A, B et C se sont engagés »: B and C act, A looks on.
    const auto named = Reading::within(reading_.named, mention);
    const bool is_at_head = *presence <= passage_.words.first + 5;
    if (is_at_head && is_subject_behind(*presence, mention)) return false;
    const bool is_bare = !named.empty() && findings_.relations[static_cast<std::size_t>(&named.front() - reading_.named.data())] == Relation::bare;
    const bool is_cleft = reading_.has_any({*presence, mention.first}, std::to_array<std::string_view>({"que"}));
    const bool signs_behind = is_cleft && std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {  // « C'est sous les yeux de A que B et C ont signé »
      const auto& signing = findings_.clauses[c];
      return signing.signs() && signing.form != "noun" && !signing.is_passive && !signing.is_bare && signing.verb >= mention.last;
    });
    if (is_bare && (is_at_head || signs_behind)) return false;
    if (is_at_head && ends_at_comma(*presence, mention.first)) return false;
    return std::ranges::none_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
      return findings_.clauses[c].verb >= *presence && findings_.clauses[c].verb < mention.first;
    });
  }
  /// « Entourée des élus du territoire, la présidente de A a signé »: nobody is named before the comma.
  bool ends_at_comma(std::size_t from, std::size_t mention) const {
    auto comma = from;
    while (comma < mention && !reading_.words[comma].is(",")) ++comma;
    const bool signs = std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) {
      const auto& clause = findings_.clauses[c];
      return clause.signs() && clause.form != "noun" && clause.verb > mention;
    });
    return comma < mention && signs && Reading::within(reading_.persons, {from, comma}).empty() && Reading::within(reading_.named, {from, comma}).empty();
  }
  /// « Sous le regard du ministre, la préfète de A et le président de B ont signé »: a function that begins with an article.
  bool is_subject_behind(std::size_t presence, const WordRange& mention) const {
    const bool signs_behind = std::ranges::any_of(findings_.clauses_of[sentence_], [&](std::size_t c) { return findings_.clauses[c].verb >= mention.last && findings_.clauses[c].signs() && findings_.clauses[c].is_told(); });
    if (!signs_behind) return false;
    for (auto at = mention.first; at > presence + 1; --at) {
      const auto& before = reading_.words[at - 1];
      if (!before.is(",") && !before.is("et")) continue;
      if (!is_one_of(reading_.words[at], reading_.lexicon.list("no_parties.subjects"))) return false;
      if (before.is(",")) return true;
    }
    return false;
  }
  /// « l'institut X (unité mixte A/B) »: its bodies sign, never it.
  bool is_mixed_unit(const WordRange& mention) const {
    const auto at = mention.last;
    return at + 1 < passage_.words.last && (reading_.words[at].is("(") || reading_.words[at].is(",")) && std::ranges::count(reading_.lexicon.list("no_parties.units"), reading_.words[at + 1].folded) > 0;
  }
  /// « le contrat de ville de … » names no town hall, nor « la charte « Ville aidante » »; « la convention constitutive de A »
  /// makes A.
  bool is_in_instrument(const WordRange& mention) const {
    const auto& words = reading_.words;
    const auto before = mention.first > passage_.words.first ? mention.first - 1 : mention.first;
    const bool is_quoted = words[before].is("«") || words[before].is("“") || words[before].is("\"");
    return std::ranges::any_of(findings_.instruments_of[sentence_], [&](std::size_t i) {
      const auto& instrument = findings_.instruments[i].words;
      const bool is_behind = instrument.last <= mention.first && mention.first - instrument.last <= 3;
      const bool is_made = is_behind && words[instrument.last - 1].folded.starts_with("constitutive");
      return (instrument.first < mention.first && mention.first < instrument.last) || (is_quoted && instrument.last == before) || is_made;
    });
  }
  bool is_passive(std::size_t participle) const { return follows_to_be(reading_, participle, passage_.words.first); }

  const Findings& findings_;
  const Reading& reading_;
  std::uint32_t sentence_;
  const Passage& passage_;
};

}  // namespace

bool follows_to_be(const Reading& reading, std::size_t participle, std::size_t sentence_first) {
  return reading.has_any({participle > sentence_first + 4 ? participle - 4 : sentence_first, participle}, reading.lexicon.list("no_parties.to_be"));
}

bool follows_guest(const Findings& findings, std::size_t attends, const WordRange& mention) {
  const auto& reading = findings.reading;
  bool is_joined = false;
  for (auto at = attends; at < mention.first; ++at) {
    const auto& word = reading.words[at];
    if (word.is(";")) return false;
    const bool is_that = word.is("que") && at > 0 && (reading.words[at - 1].is("meme") || reading.words[at - 1].is("ainsi"));
    is_joined = is_joined || is_that || word.is("comme");
  }
  return is_joined && std::ranges::none_of(findings.clauses_of[reading.words[mention.first].sentence], [&](std::size_t c) {
    const auto& clause = findings.clauses[c];
    return clause.signs() && clause.form != "noun" && clause.verb >= attends;
  });
}

bool is_said_to_be_no_party(const Findings& findings, std::uint32_t sentence, const WordRange& mention) {
  return SentenceReader(findings, sentence).is_excluded(mention);
}

std::set<std::uint32_t> bodies_that_name_agreements(const Findings& findings) {
  const auto& reading = findings.reading;
  std::set<std::uint32_t> found;
  for (const auto& mention : reading.named) {
    const auto at = mention.words.first;
    if (at < 2 || !(reading.words[at - 1].is("«") || reading.words[at - 1].is("“"))) continue;
    const auto& instruments = findings.instruments_of[reading.words[at].sentence];
    if (std::ranges::any_of(instruments, [&](std::size_t i) { return findings.instruments[i].words.last + 1 == at; })) found.insert(reading.institution_of(mention));
  }
  return found;
}

bool only_welcomes(const Findings& findings, std::uint32_t sentence, const WordRange& mention) {
  return SentenceReader(findings, sentence).welcomes_signature(mention);
}

bool only_attends(const Findings& findings, std::uint32_t sentence, const WordRange& mention) {
  return SentenceReader(findings, sentence).only_attends(mention);
}

}  // namespace maillage::documents
