// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/agreement_kinds.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "documents/agreements/parties_in_words.hpp"

namespace maillage::documents {
namespace {

/// What ends a title: verbs of signing, relative words, marks.
constexpr auto kTitleEnds = std::to_array<std::string_view>(
    {",",      ";",     ":",        ".",      "!",       "?",      "(",       ")",    "–",    "—",
     "qui",    "que",   "qu",       "dont",   "ou",      "a",      "ont",     "est",  "sont", "sera", "avait", "avaient", "etait", "etaient",
     "seront", "vient", "viennent", "avec",   "par",     "entre",  "va",      "vont", "fixe", "permettra",
     "permet", "vise",  "prevoit",  "vaut",   "pour",    "afin",   "doit",    "en",   "le",   "lors",
     "ce",     "signe", "signee",   "signes", "signees", "conclu", "conclue", "lie",  "unit"});

bool is_kept(const Instrument& one) {
  return !one.is_older && !one.is_foreign && !one.is_planned;
}

std::string capitalised(std::string_view text, bool is_in_capitals) {
  auto letters = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (letters.isEmpty()) return {};
  if (is_in_capitals && letters.length() > 5) letters.toLower();
  auto first = letters.tempSubString(0, 1);
  first.toUpper();
  letters.replace(0, 1, first);
  std::string out;
  letters.toUTF8String(out);
  return out;
}

bool is_verb(const Reading& reading, std::size_t at) {
  const auto& verbs = reading.lexicon.signing_verbs;
  const auto found = verbs.at(reading.words, at, at + 1);
  return found && verbs.field(*found.entry, "form") != "noun";
}

/// « sont désormais partenaires », « a conventionné avec »: a verb that stands for the name of the agreement.
bool names_partners(const Reading& reading, const Instrument& one) {
  const auto& last = reading.words[one.words.last - 1];
  return one.words.last - one.words.first > 1 && (last.folded.starts_with("partenaire") || last.is("avec"));
}

/// Where the words that say what an agreement is about end.
std::size_t end_of_title(const Reading& reading, const Instrument& one) {
  constexpr std::size_t kLongest = 18;
  const auto& words = reading.words;
  const auto last = reading.passage_of(one.words.first).words.last;
  auto end = one.words.last;
  bool is_quoted = false, is_relative = false;
  for (; end < last && end - one.words.first < kLongest; ++end) {
    const auto& word = words[end];
    if (word.is("«") || word.is("“"))
      is_quoted = true;
    else if (word.is("»") || word.is("”"))
      is_quoted = false;
    else if (!is_quoted) {
      is_relative = is_relative || word.is("relatif") || word.is("relative") || word.is("consacre") ||
                    word.is("consacree") || word.is("relatives") || word.is("portant");
      const bool leads_on =
          is_relative && (word.is("a") || word.is("au") || word.is("aux") || word.is("pour") || word.is("sur"));
      const bool is_beside = word.is("aux") && end + 1 < last && words[end + 1].is("cotes");
      const bool is_next = word.is("et") && end + 2 < last && (words[end + 1].is("un") || words[end + 1].is("une"));
      if (is_next) break;  // « une convention-cadre et une convention de financement »
      const bool is_term = word.is("duree") || word.is("ans") || word.is("generation");
      const bool is_end = std::ranges::find(kTitleEnds, word.folded) != kTitleEnds.end() && word.joined != '-';
      if ((is_end && !leads_on) || is_beside || is_verb(reading, end)) break;
      if (is_term && !word.is("generation")) {  // « d'une durée de cinq ans »
        while (end > one.words.last && !words[end - 1].is("de") && !words[end - 1].is("d") &&
               !words[end - 1].is("pour"))
          --end;
        break;
      }
    }
  }
  if (is_quoted) {  // cut within a quote: without it
    while (end > one.words.last && !words[end - 1].is("«") && !words[end - 1].is("“")) --end;
    if (end > one.words.last) --end;
  }
  const auto is_loose = [&](const Word& word) {
    return word.kind == WordKind::word &&
           (word.folded.size() <= 2 || word.is("les") || word.is("des") || word.is("une") || word.is("pour"));
  };
  while (end > one.words.last && is_loose(words[end - 1])) --end;
  return end;
}

/// First of a title: « convention », « contrat », as far as they say the same head.
std::string_view head_of(const Reading& reading, const Instrument& one) {
  auto head = reading.words[one.words.first].folded;
  if (head.ends_with('s')) head.remove_suffix(1);
  return head;
}

/// « L'accord qui le fonde » of a consortium, « la convention de mécénat » of a chair, « l'accord de création » of a
/// joint laboratory: the instrument that a title or the sentences round the signature say it is for.
std::optional<std::size_t> founded_body(const Findings& findings, const AgreementThread& thread,
                                        const Instrument& own) {
  const bool is_vague = own.weight <= 1 || own.type == "consortium" || own.type == "funding_agreement" ||
                        own.type == "framework_agreement";
  if (!is_vague) return std::nullopt;
  for (const auto sentence : thread.sentences) {
    const auto kind = findings.reading.passages[sentence].kind;
    const bool is_title = kind == BlockKind::title || kind == BlockKind::heading;
    const bool is_near = std::ranges::any_of(thread.anchors, [&](auto c) {
      const auto anchor = findings.reading.words[findings.clauses[c].verb].sentence;
      return sentence <= anchor && sentence + 1 >= anchor;
    });
    for (const auto i : findings.instruments_of[sentence]) {
      const auto& one = findings.instruments[i];
      const bool is_chair = one.type == "chair" && (is_title || is_near) && !one.is_plural;
      const bool is_group = own.weight <= 1 && (one.type == "consortium" || one.type == "research_agreement") &&
                            one.words != own.words && (is_title || is_near);
      if ((is_chair || is_group) && !one.is_older && !one.is_planned && !one.is_foreign) return i;
    }
  }
  return std::nullopt;
}

/// « En réalité, c'est un avenant », « la convention … est en fait un avenant à celle de 2019 »
std::optional<std::size_t> called_amendment(const Findings& findings, const AgreementThread& thread) {
  constexpr std::size_t kNear = 5;
  const auto& reading = findings.reading;
  for (const auto sentence : thread.sentences) {
    for (const auto i : findings.instruments_of[sentence]) {
      const auto& one = findings.instruments[i];
      if (one.type != "amendment" || !is_kept(one) || one.is_plural || one.determiner != Determiner::indefinite) continue;
      const auto begin = reading.passages[sentence].words.first;
      const auto first = one.words.first > begin + kNear ? one.words.first - kNear : begin;
      const bool is_negated = reading.has_any({first, one.words.first}, std::to_array<std::string_view>({"pas", "sera", "n"}));
      if (!is_negated && reading.has_any({first, one.words.first}, reading.lexicon.list("agreement_kinds.is"))) return i;
    }
  }
  return std::nullopt;
}

/// Does a word stand between the quotation marks of its sentence?
bool is_within_quote(const Reading& reading, std::size_t word) {
  int depth = reading.passage_of(word).is_quote ? 1 : 0;
  for (auto at = reading.passage_of(word).words.first; at < word; ++at) {
    if (reading.words[at].is("«") || reading.words[at].is("“")) depth = 1;
    if (reading.words[at].is("»") || reading.words[at].is("”")) depth = 0;
  }
  return depth > 0;
}

/// « Le partenariat prolonge cette habitude »: what is signed is no older agreement.
bool prolongs_something_else(const Findings& findings, std::size_t sentence, const SigningClause& clause) {
  constexpr std::size_t kSubject = 3, kObject = 8;
  const auto& reading = findings.reading;
  if (!reading.words[clause.verb].folded.starts_with("prolonge")) return false;
  bool is_subject = false;
  for (const auto i : findings.instruments_of[sentence]) {
    const auto& one = findings.instruments[i].words;
    if (one.first > clause.verb && one.first <= clause.verb + kObject) return false;
    is_subject = is_subject || (one.last <= clause.verb && one.last + kSubject > clause.verb && findings.instruments[i].determiner >= Determiner::definite);
  }
  return is_subject;
}

/// « Le renouvellement de la convention a été signé », « ont signé mardi 4 mai, à la mairie, le renouvellement de leur accord »
bool signs_the_renewal_of(const SigningClause& clause, const SigningClause& noun) {
  constexpr std::size_t kFar = 20;
  if (noun.sense != "renew" || noun.form != "noun" || !clause.instrument || noun.instrument != clause.instrument) return false;
  return noun.verb > clause.verb ? noun.verb - clause.verb <= kFar : clause.is_passive && clause.verb - noun.verb <= kFar;
}

/// None of « se renouvelle par tacite reconduction », « "le laboratoire prolonge huit années de thèses", dit X ».
bool tells_renewal(const Findings& findings, std::size_t sentence, const SigningClause& clause, bool is_anchor) {
  // « Un conseil étudiant, renouvelé chaque année »
  const auto last = findings.reading.passages[sentence].words.last;
  if (!is_anchor && findings.reading.has_any({clause.verb + 1, std::min(clause.verb + 4, last)}, findings.reading.lexicon.list("agreement_kinds.often"))) return false;
  if (clause.form != "present") return is_anchor || !findings.reading.passages[sentence].is_quote;
  if (clause.is_reflexive || is_within_quote(findings.reading, clause.verb) || prolongs_something_else(findings, sentence, clause)) return false;
  const auto kind = findings.reading.passages[sentence].kind;
  // « A et B renouvellent leur collaboration. La nouvelle convention a été signée … »
  const bool is_theirs = clause.sense == "renew" && clause.verb + 2 < last && is_one_of(findings.reading.words[clause.verb + 1], {"leur", "leurs", "son", "sa"}) &&
                         findings.reading.has_any({clause.verb + 2, std::min(clause.verb + 4, last)}, findings.reading.lexicon.list("agreement_kinds.bonds"));
  return is_anchor || is_theirs || !findings.instruments_of[sentence].empty() || kind == BlockKind::title || kind == BlockKind::heading;
}

/// « l'école est rattachée à l'université par une convention »
bool tells_attachment(const Findings& findings, const AgreementThread& thread) {
  const auto& words = findings.reading.words;
  return std::ranges::any_of(thread.anchors, [&](auto c) {
    const auto& range = findings.reading.passage_of(findings.clauses[c].verb).words;
    if (findings.reading.has_any(range, findings.reading.lexicon.list("agreement_kinds.attached"))) return true;
    for (auto at = range.first + 1; at + 1 < range.last; ++at) {  // « l'institut est associé à l'université »
      const bool is_tied = is_one_of(words[at], findings.reading.lexicon.list("agreement_kinds.tied")) && (words[at + 1].is("a") || words[at + 1].is("au"));
      if (is_tied && findings.reading.has_any({at > range.first + 3 ? at - 3 : range.first, at}, std::to_array<std::string_view>({"est", "sont"}))) return true;
    }
    return false;
  });
}

/// « Une lettre d'intention est née. L'accord a été signé … »: « l'accord » goes back to any kind of text that was brought in before.
std::optional<std::size_t> meant_by_the_accord(const Findings& findings, const AgreementThread& thread, const Instrument& own) {
  if (own.weight != 1 || own.determiner < Determiner::definite || head_of(findings.reading, own) != "accord") return std::nullopt;
  std::optional<std::size_t> meant;
  for (const auto sentence : thread.sentences) {
    for (const auto i : findings.instruments_of[sentence]) {
      const auto& one = findings.instruments[i];
      const bool is_brought_in = one.weight >= 2 && !one.is_plural && !one.is_older && !one.is_foreign && one.type != "amendment" && one.type != "chair";
      if (is_brought_in && one.words.last <= own.words.first) meant = i;
    }
  }
  return meant;
}

/// « Le texte n'est pas encore signé », « La convention devrait être signée en mai », where no verb tells that it was.
const SigningClause* said_to_be_unsigned(const Findings& findings, const AgreementThread& thread) {
  const auto& reading = findings.reading;
  const SigningClause* found = nullptr;
  for (const auto sentence : thread.sentences) {
    const auto kind = reading.passages[sentence].kind;
    if (reading.passages[sentence].is_quote || kind == BlockKind::title || kind == BlockKind::heading) continue;
    const bool is_not_yet = reading.has_any(reading.passages[sentence].words, std::to_array<std::string_view>({"encore"}));
    for (const auto c : findings.clauses_of[sentence]) {
      const auto& clause = findings.clauses[c];
      if (clause.sense != "sign" || clause.is_older || clause.is_general) continue;
      if (clause.tense == Tense::past && clause.form != "noun" && clause.form != "told") return nullptr;
      const bool is_denied = clause.tense == Tense::negated && clause.is_passive && is_not_yet;
      if (is_denied || clause.tense == Tense::planned || (clause.tense == Tense::hypothetical && clause.is_passive)) found = found == nullptr ? &clause : found;
    }
  }
  return found;
}

/// « A et B avaient décidé de conclure un contrat. C'est désormais chose faite. »
bool is_said_to_be_done(const Findings& findings, const AgreementThread& thread) {
  const auto& words = findings.reading.words;
  return std::ranges::any_of(thread.sentences, [&](auto sentence) {
    const auto& range = findings.reading.passages[sentence].words;
    for (auto at = range.first + 1; at + 1 < range.last; ++at) {
      if (!words[at].is("chose") || !words[at + 1].is("faite")) continue;
      const WordRange before{at > range.first + 4 ? at - 4 : range.first, at};
      if (findings.reading.has_any(before, std::to_array<std::string_view>({"est"})) && !findings.reading.has_any(before, std::to_array<std::string_view>({"pas", "quand", "lorsque"}))) return true;
    }
    return false;
  });
}

}  // namespace

std::optional<std::size_t> main_instrument(const Findings& findings, const AgreementThread& thread) {
  std::optional<std::size_t> best;
  const auto weight = [&](std::size_t i) { return findings.instruments[i].weight; };
  for (const auto c : thread.anchors) {
    const auto i = *findings.clauses[c].instrument;
    const auto kind_of = [&](std::size_t one) { return findings.reading.passage_of(findings.instruments[one].words.first).kind; };
    const bool is_of_title = best && (kind_of(*best) == BlockKind::title || kind_of(*best) == BlockKind::heading);
    const bool is_of_text = kind_of(i) == BlockKind::paragraph;  // what a title calls a pact the text calls by its name
    if (!best || weight(i) > weight(*best) || (is_of_title && is_of_text && weight(i) == weight(*best))) best = i;
  }
  if (!best || weight(*best) >= 3) return best;
  const auto own = *best;
  const auto head = head_of(findings.reading, findings.instruments[own]);
  for (const auto sentence : thread.sentences) {
    for (const auto i : findings.instruments_of[sentence]) {
      const auto& one = findings.instruments[i];
      if (!is_kept(one) || one.weight <= weight(*best)) continue;
      const bool same_head = head_of(findings.reading, one) == head;
      const bool is_vague = weight(own) <= 1 && one.type != "amendment";
      if (same_head || (is_vague && weight(own) == 0)) best = i;
    }
  }
  if (const auto meant = meant_by_the_accord(findings, thread, findings.instruments[own]); meant && weight(*best) < 2) return meant;
  if (weight(*best) >= 2) return best;
  for (std::size_t i = 0; i < findings.instruments.size();
       ++i) {  // « un contrat » in a letter about local health contracts
    const auto& one = findings.instruments[i];
    if (one.weight >= 2 && !one.is_foreign && one.weight > weight(*best) && head_of(findings.reading, one) == head)
      best = i;
  }
  return best;
}

Claimed<std::string> find_type(const Findings& findings, const AgreementThread& thread) {
  const auto best = main_instrument(findings, thread);
  if (!best) return {};
  const auto& one = findings.instruments[*best];
  if (const auto founded = founded_body(findings, thread, one)) {
    const auto& body = findings.instruments[*founded];
    return {body.type, .75, findings.reading.span_of(body.words), "what_it_founds"};
  }
  if (const auto amendment = called_amendment(findings, thread); amendment && one.type != "amendment") {
    return {"amendment", .8, findings.reading.span_of(findings.instruments[*amendment].words), "called_an_amendment"};
  }
  if (one.weight <= 1 && one.type == "framework_agreement" && tells_attachment(findings, thread)) return {"association_agreement", .6, findings.reading.span_of(one.words), "attaches_a_body"};
  static constexpr double kSureness[] = {.4, .6, .8, .92};
  return {one.type, kSureness[std::clamp(one.weight, 0, 3)], findings.reading.span_of(one.words), "instrument"};
}

Claimed<ReadStatus> find_status(const Findings& findings, const AgreementThread& thread) {
  const auto& reading = findings.reading;
  const SigningClause* renewed = nullptr;
  const SigningClause* done = nullptr;
  const SigningClause* planned = nullptr;
  bool signs_amendment = false;
  for (const auto sentence : thread.sentences) {
    for (const auto c : findings.clauses_of[sentence]) {
      const auto& clause = findings.clauses[c];
      const bool is_anchor = std::ranges::find(thread.anchors, c) != thread.anchors.end();
      // « Ce contrat renouvelle les engagements du premier, signé en 2018 »: the older day is that of the first.
      const bool renews_now = clause.sense == "renew" && clause.form == "present";
      if ((clause.is_older && !renews_now) || !clause.is_told() || (!clause.signs() && !is_anchor)) continue;
      const bool signs_renewal = is_anchor && clause.sense == "sign" &&
                                 std::ranges::any_of(findings.clauses_of[sentence], [&](std::size_t other) {
                                   const auto& noun = findings.clauses[other];
                                   if (signs_the_renewal_of(clause, noun)) return true;
                                   const bool has_day_between = clause.day && reading.days[*clause.day].words.first > clause.verb && reading.days[*clause.day].words.last < noun.verb;
                                   return noun.sense == "renew" && noun.form == "noun" && noun.verb > clause.verb &&
                                          noun.verb - clause.verb <= (has_day_between ? 9U : 4U);
                                 });
      if (signs_renewal && clause.tense != Tense::planned)
        renewed = renewed ? renewed : &clause;  // « ont signé le renouvellement de »
      if (clause.sense == "renew" && clause.tense != Tense::planned && clause.form != "noun" &&
          tells_renewal(findings, sentence, clause, is_anchor))
        renewed = renewed ? renewed : &clause;
      if (!is_anchor) continue;
      signs_amendment = signs_amendment || (clause.sense == "sign" && clause.tense != Tense::planned && clause.instrument &&
                                            findings.instruments[*clause.instrument].type == "amendment");
      const bool is_title =
          reading.passages[sentence].kind == BlockKind::title || reading.passages[sentence].kind == BlockKind::heading;
      if (clause.tense == Tense::planned)
        planned = planned && is_title ? planned : &clause;
      else if (!is_title || done == nullptr)
        done = &clause;
    }
  }
  const auto claim = [&](ReadStatus status, const SigningClause& clause, double confidence, const char* rule) {
    return Claimed<ReadStatus>{status, confidence, reading.span_of({clause.verb, clause.verb + 1}), rule};
  };
  const bool done_in_title = done != nullptr &&
                             reading.passages[reading.words[done->verb].sentence].kind != BlockKind::paragraph &&
                             reading.passages[reading.words[done->verb].sentence].kind != BlockKind::item;
  const auto* unsigned_yet = done != nullptr && done->sense != "renew" && (done->form == "told" || !done->signs()) ? said_to_be_unsigned(findings, thread) : nullptr;
  if (unsigned_yet != nullptr) return claim(ReadStatus::announced, *unsigned_yet, .8, "not_signed_yet");
  if (planned != nullptr && done == nullptr && is_said_to_be_done(findings, thread)) return claim(ReadStatus::signed_, *planned, .8, "said_to_be_done");
  if (planned != nullptr && (done == nullptr || done_in_title))
    return claim(ReadStatus::announced, *planned, .85, "to_be_signed");
  // « La Ville prolonge la convention » over an amendment: what is signed is the amendment
  const auto main = main_instrument(findings, thread);
  const bool is_amendment = main && findings.instruments[*main].type == "amendment" && done != nullptr && (done->sense == "sign" || signs_amendment);
  if (renewed != nullptr && !is_amendment) return claim(ReadStatus::renewed, *renewed, .8, "said_to_be_renewed");
  if (done != nullptr && done->sense == "launch" && done->form == "noun") return claim(ReadStatus::announced, *done, .7, "creation_announced");
  if (done != nullptr) return claim(ReadStatus::signed_, *done, .9, "said_to_be_signed");
  return {};
}

Claimed<std::string> title_of_instrument(const Reading& reading, const Instrument& instrument) {
  const WordRange title{instrument.words.first, end_of_title(reading, instrument)};
  return {capitalised(reading.words.text_of(title.first, title.last), false), .6, reading.span_of(title), "as_named"};
}

Claimed<std::string> find_title(const Findings& findings, const AgreementThread& thread,
                                const std::vector<ReadParty>& parties) {
  const auto best = main_instrument(findings, thread);
  if (!best) return {};
  const auto& reading = findings.reading;
  const auto& words = reading.words;
  const auto& one = findings.instruments[*best];
  const bool is_unnamed = is_verb(reading, one.words.first) || names_partners(reading, one);
  const auto end = is_unnamed ? one.words.last : end_of_title(reading, one);
  const bool is_in_capitals = words[one.words.first].casing == Casing::upper && words[one.words.last - 1].casing == Casing::upper;
  std::string title = is_unnamed ? "Partenariat" : capitalised(words.text_of(one.words.first, end), is_in_capitals);
  const bool is_bare = end <= one.words.last + 1;
  if (is_bare && parties.size() >= 2 && parties.size() <= 4) {
    title += " entre " + parties_in_words(reading, parties);
  }
  return {title, is_bare ? .5 : .6, words.span_of(one.words.first, end),
          is_bare ? "instrument_and_parties" : "as_named"};
}

}  // namespace maillage::documents
