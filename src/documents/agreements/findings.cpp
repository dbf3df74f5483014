// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/findings.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "documents/agreements/signature_lists.hpp"
#include "documents/agreements/signing_formulas.hpp"
#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

/// The section that a heading opens: the word that says most.
std::string section_of_heading(const Reading& reading, const WordRange& heading) {
  std::string section;
  for (const auto& phrase : reading.lexicon.section_words.all(reading.words, heading.first, heading.last)) {
    const auto& name = reading.lexicon.section_words.field(*phrase.entry, "section");
    if (name == "themes" && phrase.first <= heading.first + 1 && reading.words[heading.last - 1].is(":")) return name;  // « Cinq thématiques ont été retenues par les signataires : »
    if (section.empty() || name == "signatories" || (name == "themes" && section != "signatories")) section = name;
  }
  return section;
}

/// « [Signataires] du contrat », « [Axes] de la convention : », and an end mark that a scan has left of a colon.
bool is_tail_of_label(const Reading& reading, WordRange tail) {
  if (tail.empty() || !(reading.words[tail.first].is("du") || reading.words[tail.first].is("de") || reading.words[tail.first].is("des") ||
                       reading.words[tail.first].is("a") || reading.words[tail.first].is("au"))) return false;
  auto at = tail.first + 1;
  if (at < tail.last && (reading.words[at].is("la") || reading.words[at].is("l") || reading.words[at].is("ce") || reading.words[at].is("cette"))) ++at;
  const auto instrument = reading.lexicon.agreement_types.at(reading.words, at, tail.last);
  return instrument && instrument.last + 1 >= tail.last;
}

/// « Les signataires du protocole », « Parties à la convention »: the whole of a line.
bool is_label_of_agreement(const Reading& reading, WordRange line) {
  if (!line.empty() && reading.words[line.last - 1].is(":")) --line.last;
  if (!line.empty() && (reading.words[line.first].is("les") || reading.words[line.first].is("nos"))) ++line.first;
  const auto section = reading.lexicon.section_words.at(reading.words, line.first, line.last);
  return section && is_tail_of_label(reading, {section.last, line.last});
}

/// « Une charte, quatre partenaires, un seul mode d'emploi » heads no list of partners.
constexpr std::size_t kLongestLabel = 7;
bool tells_of_people(const std::string& section) { return section == "signatories" || section == "parties"; }

/// A short line of its own that only names a section: « ILS ONT SIGNÉ », « Les cinq parties ».
bool names_a_section(const Reading& reading, const Passage& passage) {
  constexpr std::size_t kLongest = 6;
  if (passage.words.last - passage.words.first > kLongest) return false;
  bool is_in_capitals = passage.words.last - passage.words.first > 1;
  for (auto at = passage.words.first; at < passage.words.last; ++at) {
    is_in_capitals = is_in_capitals && (reading.words[at].kind != WordKind::word || reading.words[at].casing == Casing::upper);
  }
  if (is_in_capitals && !section_of_heading(reading, passage.words).empty()) return true;
  // « Les signataires », « Trois principes », « Calendrier »; « Priorité aux villages » is an item of such a list.
  const auto whole = reading.lexicon.section_words.at(reading.words, passage.words.first, passage.words.last);
  const bool is_alone = whole && (whole.last + 1 >= passage.words.last || is_tail_of_label(reading, {whole.last, passage.words.last}));
  const auto& head = reading.words[passage.words.first];
  if (!is_alone && !std::ranges::count(reading.lexicon.list("findings.leads"), head.folded) && !small_number(reading.words, passage.words.first, reading.lexicon)) return false;
  const auto& block = reading.words.prose().blocks[passage.block];
  if (block.number > 0 || block.span.end != reading.words[passage.words.last - 1].span.end) return false;
  if (!Reading::within(reading.persons, passage.words).empty() || !Reading::within(reading.named, passage.words).empty()) return false;
  if (reading.words[passage.words.first].kind == WordKind::mark && !reading.words[passage.words.first].is("«")) return false;
  const bool is_whole = passage.words.first == reading.words.first_from(block.span.begin);
  return is_whole && passage.kind != BlockKind::contact && !section_of_heading(reading, passage.words).empty();
}

/// « Signataires : … », « Axes : … » in one line: the section of this line alone.
std::string section_of_key(const Reading& reading, const Passage& passage) {
  constexpr std::size_t kLongestKey = 5, kLongestOfNames = 14;
  auto begin = passage.words.first;  // behind « [photo] », « (légende) »
  const bool is_bracketed = begin + 3 < passage.words.last && (reading.words[begin].is("[") || reading.words[begin].is("(")) &&
                            (reading.words[begin + 2].is("]") || reading.words[begin + 2].is(")"));
  if (is_bracketed) begin += 3;
  // « Les signataires, dans l'ordre de l'acte : … »
  const auto lead = reading.lexicon.section_words.all(reading.words, begin, std::min(passage.words.last, begin + 3));
  for (auto at = begin + (is_bracketed ? 1 : kLongestKey); !lead.empty() && at + 1 < std::min(passage.words.last, passage.words.first + kLongestOfNames); ++at) {
    const auto& section = reading.lexicon.section_words.field(*lead.front().entry, "section");
    bool is_of_instrument = false;  // « Signataires de la CTG X : … »
    for (auto word = passage.words.first; word < at && !is_of_instrument; ++word) is_of_instrument = static_cast<bool>(reading.lexicon.agreement_types.at(reading.words, word, at));
    const bool names_first = !Reading::within(reading.persons, {passage.words.first, at}).empty() ||
                             (!is_of_instrument && !Reading::within(reading.named, {passage.words.first, at}).empty());
    if (reading.words[at].is(":") && section == "signatories" && !names_first) return section;
  }
  const auto last = std::min(passage.words.last, passage.words.first + kLongestKey);
  for (auto at = passage.words.first; at < last; ++at) {
    if (!reading.words[at].is(":")) continue;
    return at + 1 < passage.words.last ? section_of_heading(reading, {passage.words.first, at}) : std::string();
  }
  return {};
}

/// « Ils ont signé ! », « A et B ont signé lundi »: nothing is said to be signed.
bool has_no_object(const Reading& reading, const SigningClause& clause, const WordRange& sentence) {
  const auto next = clause.verb + 1;
  if (clause.sense != "sign" || clause.is_passive || next >= sentence.last) return false;
  for (auto at = next; at + 1 < std::min(sentence.last, clause.verb + 6); ++at) {  // « a signé lundi l'arrêté »
    const bool is_day = reading.words[at + 1].kind != WordKind::word || reading.lexicon.weekdays.at(reading.words, at + 1, sentence.last);
    if (is_one_of(reading.words[at], reading.lexicon.list("findings.determiners")) && !is_day) return false;
  }
  return reading.words[next].kind == WordKind::mark || is_one_of(reading.words[next], reading.lexicon.list("findings.times")) || reading.lexicon.weekdays.at(reading.words, next, sentence.last);
}

/// « A et B signent pour trois ans »: a title that tells a signature in a text that calls the agreement nothing.
void name_unnamed(const Reading& reading, std::vector<Instrument>& instruments, std::vector<SigningClause>& clauses) {
  const auto signs = [](const SigningClause& clause) { return clause.signs() && clause.is_told() && !clause.is_older; };
  if (std::ranges::any_of(clauses, [&](const auto& clause) { return signs(clause) && clause.instrument; })) return;
  for (auto& clause : clauses) {
    const auto& passage = reading.passage_of(clause.verb);
    // « Le document signé mardi par A et B »
    const bool is_head = passage.kind == BlockKind::title || passage.kind == BlockKind::heading;
    const bool is_paper = passage.kind == BlockKind::paragraph && !passage.is_quote && reading.has_any(passage.words, std::to_array<std::string_view>({"document", "texte", "exemplaires", "parchemin"}));
    const bool is_bare = instruments.empty() && !passage.is_quote && has_no_object(reading, clause, passage.words);
    if (!signs(clause) || clause.form == "noun" || (!is_head && !is_paper && !is_bare)) continue;
    const auto sentence = reading.words[clause.verb].sentence + std::size_t{1};
    const bool names_below = is_bare && sentence < reading.passages.size() && Reading::within(reading.named, reading.passages[sentence].words).size() >= 2;
    if (Reading::within(reading.named, passage.words).size() < 2 && !names_below) continue;
    Instrument unnamed;
    unnamed.words = {clause.verb, clause.verb + 1};
    unnamed.type = "framework_agreement";
    clause.instrument = instruments.size();
    instruments.push_back(std::move(unnamed));
    return;
  }
}

/// « Les huit écoles : » over as many names, where the text says before that so many sign: « les huit membres de … ».
bool counts_who_signs(const Findings& findings, std::size_t sentence) {
  constexpr std::size_t kLongest = 6;
  const auto& reading = findings.reading;
  const auto& label = reading.passages[sentence].words;
  if (label.last - label.first > kLongest) return false;
  const auto count_in = [&](const WordRange& words) {
    std::set<std::int64_t> counts;
    for (auto at = words.first; at + 1 < words.last; ++at) {
      const auto number = small_number(reading.words, at, reading.lexicon);
      if (number && reading.words[at + 1].casing == Casing::lower && reading.words[at + 1].folded.ends_with('s')) counts.insert(*number);
    }
    return counts;
  };
  const auto counts = count_in(label);
  if (counts.size() != 1 || *counts.begin() < 2) return false;
  std::int64_t lines = 0;
  for (auto s = sentence + 1; s < reading.passages.size() && reading.passages[s].kind == BlockKind::item; ++s) {
    const auto& words = reading.passages[s].words;
    lines += Reading::within(reading.named, {words.first, std::min(words.first + 4, words.last)}).empty() ? 0 : 1;
  }
  if (lines != *counts.begin()) return false;
  for (std::size_t s = 0; s < sentence; ++s) {
    const bool tells = std::ranges::any_of(findings.clauses_of[s], [&](std::size_t c) {
      const auto& clause = findings.clauses[c];
      return (clause.signs() || clause.sense == "engage") && clause.is_told() && !clause.is_older;
    });
    if (tells && count_in(reading.passages[s].words).contains(*counts.begin())) return true;
  }
  return false;
}

/// A sentence before a list that tells who signs (« Y ont souscrit : ») or whom a text binds, where the list names somebody.
std::string section_of_lead(const Findings& findings, std::size_t sentence) {
  const auto& reading = findings.reading;
  auto next = sentence + 1;
  while (next < reading.passages.size() && reading.passages[next].words.empty()) ++next;
  if (next >= reading.passages.size()) return {};
  constexpr std::size_t kHead = 12;
  const auto& item = reading.passages[next].words;
  const bool names_body = !Reading::within(reading.named, {item.first, std::min(item.first + kHead, item.last)}).empty();
  const bool names_person = !Reading::within(reading.persons, item).empty();
  if (!names_body && !names_person) return {};
  auto begin = item.first;
  while (begin < item.last && reading.words[begin].kind == WordKind::mark) ++begin;
  if (begin < item.last && is_one_of(reading.words[begin], {"un", "une", "des"})) return {};  // « prévoit : – une charte avec A ; »
  const auto is_of = [&](const SigningClause& clause) {  // « Il engage : », « Le contrat lie : »; « l'hôpital engage une démarche : » is none
    return (clause.instrument && reading.passages[sentence].words.holds(findings.instruments[*clause.instrument].words.first)) ||
           clause.verb <= reading.passages[sentence].words.first + 3;
  };
  for (const auto c : findings.clauses_of[sentence]) {
    const auto& clause = findings.clauses[c];
    if (clause.signs() && clause.is_told()) return "signatories";
    if (names_body && (clause.sense == "bind" || clause.sense == "engage") && clause.is_told() && is_of(clause)) return "parties";
  }
  return {};
}

/// « Contrats locaux : renouvellement et nouveaux engagements »: a heading about agreements, none of what they engage to, as
/// « La convention en trois axes » is.
bool is_about_agreement(const Findings& findings, std::size_t sentence) {
  if (findings.instruments_of[sentence].empty()) return false;
  const auto& reading = findings.reading;
  const auto& instrument = findings.instruments[findings.instruments_of[sentence].front()].words;
  for (const auto& phrase : reading.lexicon.section_words.all(reading.words, instrument.last, reading.passages[sentence].words.last)) {
    if (reading.lexicon.section_words.field(*phrase.entry, "section") != "themes") continue;
    return !small_number(reading.words, phrase.first - 1, reading.lexicon) && !std::ranges::count(reading.lexicon.list("findings.plural_determiners"), reading.words[phrase.first - 1].folded) &&
           !std::ranges::count(reading.lexicon.list("findings.plural_determiners"), reading.words[phrase.first].folded);
  }
  return false;
}

}  // namespace

bool is_part_of_next(const Reading& reading, std::size_t i) {
  if (i + 1 >= reading.named.size()) return false;
  const auto &part = reading.named[i].words, &whole = reading.named[i + 1].words;
  if (whole.first <= part.last || whole.first - part.last > 2 || reading.words[part.last].sentence != reading.words[part.first].sentence) return false;
  const auto& of = reading.words[part.last];
  return (of.is("de") || of.is("du") || of.is("d")) && reading.institution_of(reading.named[i]) != reading.institution_of(reading.named[i + 1]);
}

/// A deputy has no body of its own, or that of whom it stands for: « l'hôpital, représenté par X » behind Y stands for no Y.
bool may_stand_for(const NamedPerson& one, const NamedPerson& other) {
  if (one.functions.empty() || other.functions.empty()) return true;
  static constexpr auto kHeads = std::to_array<std::string_view>({"président", "directeur", "directrice", "maire", "préfet", "recteur", "rectrice", "gérant"});
  const auto is_head = [](const Function& own) { return std::ranges::any_of(kHeads, [&](std::string_view head) { return own.title.starts_with(head); }); };
  return std::ranges::any_of(one.functions, [&](const Function& own) {
    return !own.institution || !is_head(own) || std::ranges::any_of(other.functions, [&](const Function& theirs) { return !theirs.institution || theirs.institution == own.institution; });
  });
}

/// The line that begins with a person right below a line, or below a function alone: « La directrice, ».
std::optional<std::size_t> person_below(const Reading& reading, std::size_t sentence) {
  constexpr std::size_t kLongest = 32, kFunction = 8, kNear = 4;
  for (auto next = sentence + 1; next < std::min(sentence + 3, reading.passages.size()); ++next) {
    const auto& words = reading.passages[next].words;
    if (words.empty() || words.last - words.first > kLongest) return std::nullopt;
    if (!Reading::within(reading.persons, {words.first, std::min(words.first + kNear, words.last)}).empty()) return next;
    const bool is_function = words.last - words.first <= kFunction && !reading.lexicon.functions.all(reading.words, words.first, words.last).empty();
    if (!is_function) return std::nullopt;
  }
  return std::nullopt;
}

/// « Pour l'université de … », a line of its own over « X, présidente », or « Pour la caisse : Y, directeur ».
std::optional<std::uint32_t> body_of_line(const Reading& reading, std::size_t sentence) {
  constexpr std::size_t kLongest = 16, kNear = 4;
  const auto& words = reading.passages[sentence].words;
  if (words.empty() || reading.passages[sentence].is_quote) return std::nullopt;
  const auto cues = reading.cues_within({words.first, std::min(words.first + 2, words.last)});
  const auto named = Reading::within(reading.named, words);
  if (cues.empty() || reading.cue(cues.front()) != "for" || named.empty() || words.last - words.first > 2 * kLongest) return std::nullopt;
  const auto persons = Reading::within(reading.persons, words);
  if (!persons.empty()) {
    const auto before = persons.front().words.first;
    const bool is_key = reading.has_any({before > words.first + kNear ? before - kNear : words.first, before}, std::to_array<std::string_view>({":"}));
    return is_key && named.front().words.last <= before ? std::optional(reading.institution_of(named.front())) : std::nullopt;
  }
  const bool ends = named.back().words.last + 1 >= words.last && !reading.words[words.last - 1].is(".");
  if (words.last - words.first > kLongest || !ends || !person_below(reading, sentence)) return std::nullopt;
  return reading.institution_of(named.front());
}

/// A sentence that begins with nobody: text behind a list whose lines are set as paragraphs.
bool ends_list(const Reading& reading, const Passage& passage) {
  constexpr std::size_t kHead = 5;
  const WordRange head{passage.words.first, std::min(passage.words.first + kHead, passage.words.last)};
  const bool is_sentence = reading.words[passage.words.last - 1].is(".");
  return passage.kind == BlockKind::paragraph && is_sentence && Reading::within(reading.persons, head).empty() && Reading::within(reading.named, head).empty();
}

/// « Notre association, X, vient de signer », « notre hôpital, le centre hospitalier de … »: who writes it.
std::optional<std::uint32_t> says_our_own_name(const Reading& reading) {
  constexpr std::size_t kBody = 4, kNear = 2;
  for (const auto& mention : reading.named) {
    const auto first = reading.passage_of(mention.words.first).words.first;
    auto at = mention.words.first;
    while (at > first && mention.words.first - at <= kNear && !reading.words[at - 1].is(",")) --at;
    if (at <= first + 1 || !reading.words[at - 1].is(",")) continue;
    for (auto our = at - 1; our-- > first && at - our <= kBody;) {
      if (reading.words[our].is("notre") && reading.lexicon.institution_heads.at(reading.words, our + 1, at)) return reading.institution_of(mention);
    }
  }
  return std::nullopt;
}

Findings::Findings(const Reading& r, std::span<const std::size_t> parts)
    : reading(r), instruments(find_instruments(r)), clauses(find_signing_clauses(r, instruments)), relations(find_relations(r)),
      clauses_of(r.passages.size()), instruments_of(r.passages.size()), section_of(r.passages.size()), is_label(r.passages.size()), is_led(r.passages.size()), is_keyed(r.passages.size()), whole_of(r.institutions.named.size()), for_whom(r.passages.size()), is_represented(r.people.named.size()) {
  for (const auto& one : r.people.named) {
    if (one.represents && *one.represents < is_represented.size() && may_stand_for(one, r.people.named[*one.represents])) is_represented[*one.represents] = true;
  }
  is_told.resize(r.institutions.named.size());
  for (std::size_t i = 0; i < r.named.size(); ++i) {
    if (relations[i] != Relation::of_function && relations[i] != Relation::presence) is_told[r.institution_of(r.named[i])] = true;
  }
  add_titles();
  name_unnamed(r, instruments, clauses);
  ties = tie_sentences(r, instruments, relations, parts, clauses);
  for (std::size_t i = 0; i < clauses.size(); ++i) clauses_of[r.words[clauses[i].verb].sentence].push_back(i);
  for (std::size_t i = 0; i < instruments.size(); ++i) instruments_of[r.words[instruments[i].words.first].sentence].push_back(i);
  for (std::size_t i = 0; i + 1 < r.named.size(); ++i) {
    if (is_part_of_next(r, i)) whole_of[r.institution_of(r.named[i])] = r.institution_of(r.named[i + 1]);
  }
  const auto publisher = find_publisher(r.words, r.lexicon, r.institutions, r.people);
  for (std::uint32_t i = 0; i < r.institutions.named.size() && publisher.is_said(); ++i) {
    if (r.institutions.named[i].name == publisher.value) speaker = i;
  }
  acts.resize(r.institutions.named.size());
  for (std::size_t i = 0; i < r.named.size(); ++i) {
    const bool stands_by = relations[i] == Relation::beside || relations[i] == Relation::presence || relations[i] == Relation::host;
    if (!stands_by) acts[r.institution_of(r.named[i])] = true;
  }
  if (!speaker) speaker = says_our_own_name(r);
  std::vector<bool> signs_for(r.passages.size());
  for (std::size_t s = 0; s < r.passages.size(); ++s) {
    const auto body = body_of_line(r, s);
    if (!body) continue;
    signs_for[s] = true;
    if (!Reading::within(r.persons, r.passages[s].words).empty()) continue;
    const auto below = *person_below(r, s);
    for (auto line = s + 1; line <= below; ++line) signs_for[line] = true;
    for_whom[below] = body;
  }
  std::string section, of_heading;
  bool is_in_list = false, is_from_lead = false;
  for (std::size_t s = 0; s < r.passages.size(); ++s) {
    const auto& passage = r.passages[s];
    if (passage.words.empty()) continue;
    is_label[s] = names_a_section(r, passage);
    const bool is_heading = passage.kind == BlockKind::heading || passage.kind == BlockKind::title || is_label[s];
    if (signs_for[s]) {
      section_of[s] = "signatories";
      is_keyed[s] = true;
      continue;
    }
    if (const auto key = section_of_key(r, passage); !key.empty()) {
      section_of[s] = key;
      is_keyed[s] = true;
      continue;
    }
    const bool leads = !is_heading && (passage.kind == BlockKind::paragraph || passage.kind == BlockKind::item) && r.words[passage.words.last - 1].is(":") && passage.words.last - passage.words.first < 70;
    if (is_heading && !Reading::within(r.persons, passage.words).empty() && section == "signatories") {
      section_of[s] = section;  // a name of the list, set like a heading
      continue;
    }
    if (is_heading && section == "more" && section_of_heading(r, passage.words).empty()) {
      section_of[s] = section;  // the titles that one may read as well
      continue;
    }
    if (is_heading) {
      // « Sept signatures au bas d'un protocole »; « Les signataires du protocole » heads a list
      const bool is_whole_title = passage.kind == BlockKind::title && !instruments_of[s].empty() && !is_label_of_agreement(r, passage.words);
      const bool is_sentence = !is_label[s] && passage.words.last - passage.words.first > kLongestLabel && tells_of_people(section_of_heading(r, passage.words));
      section = of_heading = is_whole_title || is_sentence || is_about_agreement(*this, s) ? std::string() : section_of_heading(r, passage.words);
      is_in_list = false;
      const bool leads_on = is_label[s] && tells_of_people(section) && r.words[passage.words.last - 1].is(":");
      if (leads_on && s + 1 < r.passages.size()) is_led[s + 1] = true;  // « Ont apposé leur signature : / le préfet de A, / le maire de B »
    } else if (leads) {
      section = section_of_heading(r, passage.words);
      is_from_lead = section.empty();
      if (section.empty()) section = section_of_lead(*this, s);
      if (section.empty() && counts_who_signs(*this, s)) section = "parties";
      if (section.empty() && tells_of_people(of_heading) && s > 0 && r.passages[s - 1].kind == BlockKind::heading) section = of_heading;  // « Qui s'engage ? / Aux côtés de la Ville : »
      if (s + 1 < r.passages.size()) is_led[s + 1] = true;
      is_in_list = false;
    } else if (passage.kind == BlockKind::item) {
      is_in_list = true;
    } else if (is_in_list) {
      section = of_heading;
    } else if (is_from_lead && !is_led[s] && ends_list(r, passage)) {
      section = of_heading;
      is_from_lead = false;
    }
    section_of[s] = section;
  }
  mark_signature_lists(*this);
}

void Findings::add_titles() {
  const auto tells_something = std::ranges::any_of(clauses, [&](const SigningClause& one) {
    const bool is_of_many = one.form == "noun" && one.instrument && instruments[*one.instrument].is_plural;  // « négociation, signature et gestion des contrats »
    return one.signs() && one.is_told() && !one.is_older && one.instrument && !is_of_many;
  });
  if (tells_something) return;  // then the text itself says what was signed
  if (auto formulas = find_signing_formulas(reading, instruments); !formulas.empty()) {
    for (auto& one : formulas) {  // the noun may have been taken for a clause that tells nothing
      std::erase_if(clauses, [&](const SigningClause& other) { return other.verb == one.verb; });
      clauses.push_back(std::move(one));
    }
    std::ranges::sort(clauses, {}, &SigningClause::verb);
    return;
  }
  for (std::size_t i = 0; i < instruments.size(); ++i) {
    const auto& one = instruments[i];
    const auto& passage = reading.passage_of(one.words.first);
    const bool is_title = passage.kind == BlockKind::title || passage.kind == BlockKind::heading;
    if (!is_title || passage.is_question || one.weight < 1 || one.is_plural || one.is_foreign || one.is_planned) continue;
    std::size_t between = 0;
    for (const auto& mention : Reading::within(reading.named, {one.words.last, passage.words.last})) {
      const auto number = static_cast<std::size_t>(&mention - reading.named.data());
      between += relations[number] == Relation::between && !reading.institutions.named[reading.institution_of(mention)].is_generic ? 1 : 0;
    }
    if (between < 2) continue;
    SigningClause clause;
    clause.verb = one.words.first;
    clause.sense = "sign";
    clause.form = "noun";
    clause.tense = Tense::past;
    clause.instrument = i;
    clauses.push_back(std::move(clause));
    std::ranges::sort(clauses, {}, &SigningClause::verb);
    return;
  }
}

}  // namespace maillage::documents
