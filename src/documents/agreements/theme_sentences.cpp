// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/theme_sentences.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "documents/agreements/answered_questions.hpp"
#include "documents/agreements/running_lists.hpp"
#include "documents/dates/date_grammar.hpp"

namespace maillage::documents {
namespace {

using Texts = std::span<const std::string_view>;

constexpr std::size_t kSubject = 5;            // words
constexpr std::size_t kLongestSentence = 300;  // words: longer ones are no prose, and each verb would look through all

constexpr auto kAround =
    std::to_array<std::string_view>({"organise", "organisent", "articule", "articulent", "structure", "structurent",
                                     "decline", "tourne", "construit", "deploie", "repose", "reposent", "s'appuie"});
constexpr auto kWorking = std::to_array<std::string_view>(
    {"travailleront", "collaboreront", "cooperent",  "coopereront", "agir",     "agiront",    "porte",
     "portera",       "portent",       "porteront",  "chercheront", "concerne", "concernent", "prevoit",
     "prevoient",     "organise",      "organisera", "permettra",   "permet",   "fixe",       "encadre",
     "vise",          "visent",        "traite",     "traitera",    "engagent", "oblige",     "comprend",
     "comprennent",   "couvre",        "repose",     "reposent",    "reposera", "appuie",     "mobilise",
     "articule",      "structure",     "deroulera",  "travaillent", "mettront", "ouvre",      "garantit"});
constexpr auto kAllowing = std::to_array<std::string_view>({"permettra", "permet", "prevoit", "vise"});
/// Verbs whose « à A et à B », « sur A et sur B », « d'A et de B » say the themes even where there are but two.
constexpr auto kTwo = std::to_array<std::string_view>(
    {"attacher",    "attachera", "attache",    "promettent",   "engagent",  "engageront",  "portera",   "porte",
     "portent",     "porteront", "insiste",    "insistera",    "consacre",  "consacrera",  "met",       "mettra",
     "donne",       "donnera",   "vise",       "visent",       "visera",    "permet",      "permettra", "prevoit",
     "contribuera", "sert",      "servira",    "aidera",       "concentre", "concentrera", "agit",      "agira",
     "conviennent", "accordent", "prevoient",  "entendent",    "entend",    "proposent",   "proposera", "invite",
     "oblige",      "obligent",  "ambitionne", "ambitionnent", "decident",  "projettent"});
constexpr auto kFirst =
    std::to_array<std::string_view>({"concernes", "concernees", "vises", "visees", "retenus", "retenues",
                                     "prioritaires", "privilegies", "privilegiees", "identifies", "identifiees"});
constexpr auto kLeading =
    std::to_array<std::string_view>({"de", "d", "du", "des", "la", "le", "l", "les", "mais", "un", "une"});
constexpr auto kBeing =
    std::to_array<std::string_view>({"gardent", "occupent", "structurent", "composeront", "constitueront", "formeront",
                                     "deviennent", "guident", "resument", "fondent", "figurent", "sont", "restent",
                                     "constituent", "forment", "seront", "demeurent", "composent", "font"});

class SentenceReader {
 public:
  SentenceReader(const Findings& findings, const AgreementThread& thread)
      : findings_(findings), reading_(findings.reading), words_(findings.reading.words), thread_(thread) {}

  std::vector<ThemeCandidate> read() {
    for (const auto sentence : thread_.sentences) {
      const auto& words = reading_.passages[sentence].words;
      if (words.last - words.first <= kLongestSentence) read_sentence(sentence);
    }
    return std::move(candidates_);
  }

 private:
  void offer(std::vector<WordRange> members, double weight, const char* rule, std::size_t least) {
    const auto nouns = std::ranges::count_if(members, [&](const WordRange& member) {
      return std::string_view(rule) == "list_behind_a_verb" && noun_of(member, "themes").has_value();
    });
    if (nouns > 0 && nouns < static_cast<std::ptrdiff_t>(members.size()) && members.size() <= 4)
      return;  // « en sept axes, parmi lesquels … »
    if (std::ranges::any_of(members, [&](const WordRange& member) { return is_aside(member); })) return;
    if (members.size() >= least) candidates_.push_back({std::move(members), weight, rule, least});
  }

  /// « à son tour », « pour sa part », « en outre »: commas round it join no list.
  bool is_aside(const WordRange& member) const {
    static constexpr auto kOwn = std::to_array<std::string_view>({"son", "sa", "leur", "outre"});
    static constexpr auto kNouns = std::to_array<std::string_view>({"tour", "part", "cote", "outre"});
    return !member.empty() && member.last - member.first <= 3 && reading_.has_any(member, kOwn) &&
           reading_.has_any(member, kNouns);
  }

  void read_sentence(std::uint32_t sentence) {
    const auto& passage = reading_.passages[sentence];
    if (passage.words.empty() || passage.kind == BlockKind::contact) return;
    const bool is_item_of_list = is_numbered_theme(reading_, passage.words);
    if (is_item_of_list) return;
    const auto noun = noun_of(passage.words, "themes"), action = noun_of(passage.words, "actions");
    for (auto at = passage.words.first; at < passage.words.last; ++at) {
      const auto& word = words_[at];
      const WordRange rest{at + 1, passage.words.last};
      if (word.is(":") && sums_up(rest)) {
        offer(list_members(words_, {passage.words.first, at}), .86, "summed_up_behind_a_colon", 2);
      } else if (word.is(":") && noun && *noun < at) {
        offer(list_members(words_, rest), at - *noun < 12 ? .88 : .6, "list_behind_a_colon", 2);
      } else if (word.is(":") && says_count(reading_, {passage.words.first, at}, list_members(words_, rest).size())) {
        offer(list_members(words_, rest), is_about_agreement(sentence) ? .62 : .52, "counted_list_behind_a_colon", 2);
      } else if (word.is(":") && action && *action < at) {
        offer(list_members(words_, rest), .6, "list_behind_a_colon", 3);
      } else if (word.is(":") && (passage.kind == BlockKind::paragraph || passage.kind == BlockKind::item) &&
                 is_bare_list(rest)) {
        offer(list_members(words_, rest), .5, "bare_list_behind_a_colon", 3);
      } else if ((word.is("–") || word.is("—") || word.is("(")) && noun && *noun < at && at - *noun <= 2 &&
                 words_[at - 1].kind != WordKind::number) {
        offer(list_members(words_, {at + 1, next_dash(at + 1, passage.words.last)}), .85, "list_between_dashes", 2);
      } else if (word.is("savoir") && at > passage.words.first && words_[at - 1].is("a")) {
        offer(list_members(words_, rest), noun ? .85 : .55, "list_behind_namely", 2);
      } else if ((word.is("lesquels") || word.is("lesquelles")) && words_[at - 1].is("parmi") && noun && *noun < at) {
        offer(list_members(words_, rest), .7, "list_behind_among_which", 2);
      } else if (word.is("sont") && at > passage.words.first && words_[at - 1].is("que") && noun && *noun < at) {
        offer(list_members(words_, rest), .85, "list_behind_that_are", 2);
      } else if (says_object(at, passage.words.first)) {
        const auto members = list_members(words_, behind_pronouns(at + 1, passage.words.last));
        if (are_alike(words_, members))
          offer(members, members.size() > 1 ? .7 : .54, "object_said", members.size() > 1 ? 2 : 1);
      } else if (word.is("autour") && has_before(at, kAround, passage.words.first, 4)) {
        offer(list_members(words_, rest), .75, "organised_around", 2);
      } else if (std::ranges::count(kBeing, word.folded) > 0 && noun && *noun > at && *noun - at <= 6) {
        offer(list_members(words_, {passage.words.first, at}), .86, "are_the_priorities", 2);
      } else if (std::ranges::count(kBeing, word.folded) > 0 &&
                 reading_.has_any({at + 1, std::min(at + 4, passage.words.last)}, kFirst) &&
                 is_bare_list({passage.words.first, at})) {
        offer(list_members(words_, {passage.words.first, at}), .6, "are_the_first", 3);
      } else if (std::ranges::count(kTwo, word.folded) > 0 && (is_about_agreement(sentence) || follows_reference(at)) &&
                 !is_negated(at, passage.words.first)) {
        const auto members = list_members(words_, behind_pronouns(at + 1, passage.words.last));
        if (are_alike(words_, members))
          offer(members, .56, "list_behind_a_verb", 2);
        else
          offer(members, .52, "list_behind_a_verb", 3);
        // « met l'accent sur A, B et C »: the preposition once
        const auto behind = list_members(
            words_, list_behind_verb(behind_pronouns(at + 1, passage.words.last).first, passage.words.last));
        if (are_alike(words_, behind)) offer(behind, .55, "list_behind_a_verb", 3);
      } else if (std::ranges::count(kWorking, word.folded) > 0 && is_about_agreement(sentence) &&
                 !is_negated(at, passage.words.first)) {
        const bool allows = std::ranges::count(kAllowing, word.folded) > 0;
        offer(list_members(words_, list_behind_verb(at + 1, passage.words.last)), allows ? .52 : .55,
              "list_behind_a_verb", allows ? 2 : 3);
      } else if (says_future(word) && at > passage.words.first &&
                 (is_about_agreement(sentence) || follows_reference(at)) && !is_negated(at, passage.words.first)) {
        const auto members = list_members(words_, list_behind_verb(at + 1, passage.words.last));
        if (are_alike(words_, members)) offer(members, .53, "list_behind_a_verb", 3);
      } else if (word.folded.ends_with("ront") && at > passage.words.first + 4 && !passage.is_quote) {
        const auto last = words_[at - 1].is("se") ? at - 1 : at;
        if (is_bare_list({passage.words.first, last}))
          offer(list_members(words_, {passage.words.first, last}), .5, "list_that_acts", 3);
      }
    }
    read_below_heading(sentence);
    read_steps(sentence);
    read_ordinals(sentence);
  }

  /// « Le premier concerne … Le deuxième porte sur … Le dernier prévoit … »: what stands behind their verbs.
  void read_ordinals(std::uint32_t sentence) {
    if (ordinal_of(sentence) != 1) return;
    std::vector<WordRange> members;
    for (auto s = sentence;
         s < reading_.passages.size() && reading_.passages[s].section == reading_.passages[sentence].section; ++s) {
      const auto ordinal = ordinal_of(s);
      if (ordinal == 0 && s > sentence && reading_.passages[s].block == reading_.passages[s - 1].block)
        continue;  // explains it
      if (ordinal != kLast && ordinal != members.size() + 1) break;
      const auto member = behind_verb_of(reading_.passages[s].words);
      if (member.empty()) break;
      members.push_back(member);
      if (ordinal == kLast) break;
    }
    if (members.size() >= 2) offer(members, .68, "told_one_by_one", 2);
  }
  static constexpr std::size_t kLast = 99;
  /// « Le premier [axe] », « La troisième », « Enfin, le dernier »; 0: none.
  std::size_t ordinal_of(std::uint32_t sentence) const {
    struct Ordinal {
      std::string_view word;
      std::size_t number;
    };
    static constexpr auto kOrdinals = std::to_array<Ordinal>({{"premier", 1},
                                                              {"premiere", 1},
                                                              {"deuxieme", 2},
                                                              {"second", 2},
                                                              {"seconde", 2},
                                                              {"troisieme", 3},
                                                              {"quatrieme", 4},
                                                              {"cinquieme", 5},
                                                              {"sixieme", 6},
                                                              {"dernier", kLast},
                                                              {"derniere", kLast}});
    const auto& words = reading_.passages[sentence].words;
    const auto end = std::min(words.last, words.first + 4);
    for (auto at = words.first; at < end; ++at) {
      for (const auto& one : kOrdinals) {
        if (words_[at].is(one.word)) return one.number;
      }
    }
    return 0;
  }
  WordRange behind_verb_of(const WordRange& words) const {
    static constexpr auto kVerbs = std::to_array<std::string_view>(
        {"concerne", "porte",    "vise",   "prevoit",   "consiste",   "est",       "traite", "cible",
         "touche",   "organise", "permet", "permettra", "concernera", "portera",   "visera", "encourage",
         "favorise", "aborde",   ":",      "consacre",  "dedie",      "consacree", "dediee"});
    constexpr std::size_t kReach = 8, kLongest = 14;
    const auto reach = std::min(words.last, words.first + kReach);
    for (auto at = words.first + 1; at < reach; ++at) {
      if (std::ranges::count(kVerbs, words_[at].folded) == 0) continue;
      if (words_[at].is("est") && at + 1 < words.last && std::ranges::count(kVerbs, words_[at + 1].folded) > 0)
        continue;  // « est consacré à »
      auto last = std::min(words.last, at + 1 + kLongest);
      for (auto mark = at + 2; mark < last; ++mark) {
        if (words_[mark].is(",") || words_[mark].is(";") || words_[mark].is(".")) last = mark;
      }
      return {at + 1, last};
    }
    return {};
  }

  /// « Formation, recherche, insertion : c'est pour ces trois domaines que … », « …: tels sont les axes de … »
  bool sums_up(const WordRange& rest) const {
    static constexpr auto kSumming = std::to_array<std::string_view>({"tels", "telles", "voila", "autant", "ces", "ce", "c"});
    constexpr std::size_t kLead = 2, kReach = 9;
    if (!reading_.has_any({rest.first, std::min(rest.first + kLead, rest.last)}, kSumming)) return false;
    const auto noun = noun_of({rest.first, std::min(rest.first + kReach, rest.last)}, "themes");
    return noun && reading_.has_any({rest.first, *noun}, std::to_array<std::string_view>({"ces", "les", "autant", "trois", "quatre", "cinq"}));
  }

  /// « De quoi parle-t-on ? De petite enfance, de jeunesse et d'accès aux droits. »; « Trois nouveautés », and three
  /// sentences.
  void read_below_heading(std::uint32_t sentence) {
    const auto& passage = reading_.passages[sentence];
    if (sentence == 0 || findings_.section_of[sentence] != "themes" || passage.kind != BlockKind::paragraph) return;
    const auto& heading = reading_.passages[sentence - 1];
    if (heading.words.empty() || heading.block == passage.block || heading.section != passage.section) return;
    if (heading.is_question) {
      const auto members = list_members(words_, passage.words);
      const auto led = std::ranges::count_if(
          members, [&](const WordRange& one) { return std::ranges::count(kLeading, words_[one.first].folded) > 0; });
      if (2 * led >= static_cast<std::ptrdiff_t>(members.size())) offer(members, .58, "sentence_below_a_heading", 3);
    }
    std::vector<WordRange> subjects;
    for (auto s = sentence; s < reading_.passages.size() && reading_.passages[s].block == passage.block; ++s) {
      const auto& words = reading_.passages[s].words;
      subjects.push_back({words.first, std::min(words.last, words.first + kSubject)});
    }
    const auto count = small_number(words_, heading.words.first, reading_.lexicon);
    if (count && *count >= 2 && static_cast<std::size_t>(*count) == subjects.size())
      offer(subjects, .56, "sentences_below_a_heading", 2);
  }

  /// « D'abord pour … Ensuite pour … Enfin, pour … »
  void read_steps(std::uint32_t sentence) {
    static constexpr auto kSteps = std::to_array<std::string_view>({"abord", "ensuite", "enfin", "puis"});
    std::vector<WordRange> steps;
    for (auto s = sentence;
         s < reading_.passages.size() && reading_.passages[s].block == reading_.passages[sentence].block; ++s) {
      auto words = reading_.passages[s].words;
      if (words.last - words.first < 4) break;
      const auto head = words_[words.first].is("d") ? words.first + 1 : words.first;
      if (std::ranges::count(kSteps, words_[head].folded) == 0) break;
      words.first = head + 1;
      while (words.first < words.last && (words_[words.first].is(",") || words_[words.first].is("pour"))) ++words.first;
      steps.push_back({words.first, std::min(words.last, words.first + 14)});
    }
    if (!steps.empty() && words_[reading_.passages[sentence].words.first].is("d")) offer(steps, .57, "steps", 2);
  }

  /// Noun phrases alone: no verb of the lists of verbs, no saying, every member short.
  bool is_bare_list(const WordRange& range) const {
    const auto members = list_members(words_, range);
    if (members.size() < 3) return false;
    static constexpr auto kVerbs =
        std::to_array<std::string_view>({"est", "sont", "a", "ont", "sera", "seront", "etait", "qui", "que", "il",
                                         "elle", "on", "nous", "c", "se", "s", "ne", "n"});
    return std::ranges::all_of(members, [&](const WordRange& one) {
      if (one.last - one.first > 8) return false;
      for (auto at = one.first; at < one.last; ++at) {
        if (words_[at].is("a") && words_.text_of(at, at + 1) != "a") continue;
        if (std::ranges::count(kVerbs, words_[at].folded) > 0 || words_[at].kind == WordKind::number) return false;
      }
      return true;
    });
  }
  /// « étudiera », « accueilleront »: third person, of no auxiliary.
  static bool says_future(const Word& word) {
    static constexpr auto kAuxiliaries = std::to_array<std::string_view>(
        {"sera", "seront", "aura", "auront", "faudra", "pourra", "pourront", "devra", "devront"});
    const bool is_form = word.kind == WordKind::word && word.folded.size() > 4 &&
                         (word.folded.ends_with("ra") || word.folded.ends_with("ront"));
    return is_form && !word.is_capital() && std::ranges::count(kAuxiliaries, word.folded) == 0;
  }
  /// « a pour objet de », « avec pour objectifs »
  bool says_object(std::size_t at, std::size_t first) const {
    static constexpr auto kObjects =
        std::to_array<std::string_view>({"objet", "but", "buts", "objectif", "objectifs", "ambition", "ambitions",
                                         "vocation", "finalite", "mission", "missions"});
    return at > first && words_[at - 1].is("pour") && std::ranges::count(kObjects, words_[at].folded) > 0;
  }
  bool is_negated(std::size_t verb, std::size_t first) const {
    return verb > first && (words_[verb - 1].is("n") || words_[verb - 1].is("ne") ||
                            (verb > first + 1 && (words_[verb - 2].is("n") || words_[verb - 2].is("ne"))));
  }

  std::size_t next_dash(std::size_t from, std::size_t last) const {
    auto at = from;
    while (at < last && !words_[at].is("–") && !words_[at].is("—") && !words_[at].is(")")) ++at;
    return at;
  }
  bool has_before(std::size_t at, Texts texts, std::size_t first, std::size_t reach) const {
    return reading_.has_any({at > first + reach ? at - reach : first, at}, texts);
  }
  std::size_t skipped_pronouns(std::size_t from, std::size_t last) const {
    static constexpr auto kSkipped = std::to_array<std::string_view>(
        {"leur",      "lui",       "nous",  "y",    "en",     "d'abord", "d", "abord",  "surtout", "aussi",
         "egalement", "notamment", "avant", "tout", "chacun", "chacune", "l", "accent", "la",      "priorite"});
    const auto first = from;
    while (from < last && std::ranges::count(kSkipped, words_[from].folded) > 0) ++from;
    return words_[from - 1].is("d") && from > first && !words_[from].is("abord") ? from - 1 : from;
  }
  WordRange behind_pronouns(std::size_t from, std::size_t last) const { return {skipped_pronouns(from, last), last}; }
  /// « travailleront ensemble sur le pastoralisme, … »: behind « sur », « à », « pour »; to the end of the sentence.
  WordRange list_behind_verb(std::size_t from, std::size_t last) const {
    static constexpr auto kSkipped = std::to_array<std::string_view>(
        {"comme", "priorites", "objectifs", "ensemble", "notamment", "sur",       "a",      "au",     "aux",
         "pour",  "du",        "cote",      "de",       "d",         "leur",      "lui",    "nous",   "en",
         "outre", "d'abord",   "abord",     "surtout",  "aussi",     "egalement", "chacun", "chacune"});
    while (from < last && std::ranges::count(kSkipped, words_[from].folded) > 0) ++from;
    static constexpr auto kStops = std::to_array<std::string_view>(
        {"avec", "doit", "doivent", "afin", "lors", "pourvu", "grace", "sera", "seront", "tandis"});
    for (auto at = from + 3; at < last; ++at) {
      if (std::ranges::count(kStops, words_[at].folded) > 0) return {from, at};
    }
    return {from, last};
  }
  bool is_about_agreement(std::uint32_t sentence) const {
    static constexpr auto kReferences = std::to_array<std::string_view>({"il",
                                                                         "elle",
                                                                         "ils",
                                                                         "elles",
                                                                         "texte",
                                                                         "document",
                                                                         "partenaires",
                                                                         "etablissements",
                                                                         "institutions",
                                                                         "equipes",
                                                                         "parties",
                                                                         "signataires",
                                                                         "projet",
                                                                         "dispositif",
                                                                         "programme",
                                                                         "actions",
                                                                         "mesures",
                                                                         "interventions",
                                                                         "travaux",
                                                                         "efforts",
                                                                         "engagements",
                                                                         "collaborations",
                                                                         "structures",
                                                                         "organismes",
                                                                         "acteurs",
                                                                         "administrations",
                                                                         "collectivites",
                                                                         "villes",
                                                                         "universites",
                                                                         "hopitaux",
                                                                         "membres",
                                                                         "deux",
                                                                         "trois",
                                                                         "quatre",
                                                                         "cinq"});
    static constexpr auto kBound =
        std::to_array<std::string_view>({"partenaires", "signataires", "etablissements", "institutions"});
    const auto& passage = reading_.passages[sentence];
    return !findings_.instruments_of[sentence].empty() || reading_.has_any(passage.words, kBound) ||
           reading_.has_any({passage.words.first, std::min(passage.words.last, passage.words.first + 5)}, kReferences);
  }

  /// « …, elle étudiera », « …, la lettre leur permet »
  bool follows_reference(std::size_t verb) const {
    static constexpr auto kPronouns = std::to_array<std::string_view>({"il", "elle", "ils", "elles", "ci"});
    static constexpr auto kNouns = std::to_array<std::string_view>(
        {"lettre", "pacte", "charte", "convention", "accord", "contrat", "protocole", "partenariat", "consortium",
         "laboratoire", "chaire", "avenant", "alliance", "texte", "cooperation", "entente"});
    if (verb > 0 && std::ranges::count(kPronouns, words_[verb - 1].folded) > 0) return true;
    return reading_.has_any({verb > 4 ? verb - 4 : 0, verb}, kNouns);
  }

  /// The last word of a phrase like « axes », « priorités » of a sentence.
  std::optional<std::size_t> noun_of(const WordRange& range, std::string_view kind) const {
    std::optional<std::size_t> found;
    const auto& table = reading_.lexicon.section_words;
    for (const auto& phrase : table.all(words_, range.first, range.last)) {
      const auto& section = table.field(*phrase.entry, "section");
      if (section != kind) continue;
      found = phrase.last - 1;
      if (phrase.first > range.first) break;
    }
    return found;
  }

  const Findings& findings_;
  const Reading& reading_;
  const Words& words_;
  const AgreementThread& thread_;
  std::vector<ThemeCandidate> candidates_;
};

}  // namespace

std::vector<ThemeCandidate> theme_sentences(const Findings& findings, const AgreementThread& thread) {
  return SentenceReader(findings, thread).read();
}

}  // namespace maillage::documents
