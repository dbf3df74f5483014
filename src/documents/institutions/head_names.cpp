// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/head_names.hpp"

#include <algorithm>
#include <optional>

#include "documents/institutions/ministry_names.hpp"
#include "documents/institutions/borrowed_names.hpp"
#include "documents/institutions/coordinated_names.hpp"
#include "documents/institutions/pronoun_names.hpp"
#include "documents/text/common_words.hpp"

namespace maillage::documents {
namespace {

using Needs = InstitutionHeads::Needs;

constexpr std::size_t kWordsOfName = 3;
constexpr std::size_t kWordsOfComplete = 4;  // « communauté professionnelle territoriale de santé »

bool is_article(const Word& word) {
  return word.is("le") || word.is("la") || word.is("l") || word.is("du") || word.is("au") || word.is("les") ||
         word.is("des") || word.is("aux");
}

// « office public de l'habitat (OPH) de N »: its place, where « office public de l'habitat N Logis » has a name.
bool is_linked_behind(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  if (at < end && words[at].is("(")) {
    while (at < end && !words[at].is(")")) ++at;
    ++at;
  }
  return at < end && is_one_of(words[at].folded, {"de", "d", "du", "des"});
}

NameStrength strength_of(const NameContext& context, std::size_t first, const InstitutionHeads::Found& found,
                         const NameTail& tail) {
  // « dans une école doctorale de l'UDL »: any of them
  const bool is_of_some = first > 0 && is_one_of(context.words[first - 1].folded, {"un", "une"}) && !context.words[first].is_capital() &&
                          tail.acronym.empty() && context.signs.link_end(found.last, tail.last) == found.last &&
                          tail.last > found.last && !context.signs.is_proper(found.last) && !found.head->is_dropped;
  if (tail.is_proper && is_of_some && !found.is_acronym && tail.has_complement) return NameStrength::generic;
  // « dans les établissements de l'UFT »
  const bool is_of_all = first > 0 && is_one_of(context.words[first - 1].folded, {"les", "des", "aux", "ces"}) && !context.words[first].is_capital() &&
                         found.last == first + 1 && context.words[first].folded.ends_with("ments") && context.signs.link_end(found.last, tail.last) > found.last;
  if (is_of_all) return NameStrength::generic;
  if (tail.is_proper || found.head->needs == Needs::nothing) return NameStrength::full;
  if (found.head->is_part) return NameStrength::generic;
  const bool is_any = first > 0 && is_one_of(context.words[first - 1].folded, {"un", "une", "chaque", "toute", "tout"});
  const bool is_some = first > 0 && is_one_of(context.words[first - 1].folded, {"les", "des", "aux"}) && context.words[first].folded.ends_with('s');
  if (tail.part_of > 0 && (is_any || is_some) && !context.words[first].is_capital()) return NameStrength::generic;  // « une école doctorale de l'université »
  const bool is_definite = first > 0 && is_article(context.words[first - 1]) && !found.is_plural;
  if (tail.is_abbreviated)
    return is_definite || context.words[first].is_capital() ? NameStrength::full : NameStrength::generic;
  if (found.head->category == "foundation" && (tail.part_of > 0 || (tail.has_complement && is_definite &&
                                                                    context.words[first].is_capital())))
    return NameStrength::plain;  // « Fondation de l'université de N », « Fondation du patrimoine »
  if (tail.part_of > 0 && found.head->needs == Needs::complement && found.last > first + 1) return NameStrength::plain;
  const bool is_written_long = found.last >= first + kWordsOfName && context.words[first].is_capital() &&
                               !context.signs.in_capitals(first) && !found.head->is_dropped;
  if (is_written_long && is_definite && found.head->needs == Needs::complement && found.head->category == "association")
    return NameStrength::plain;  // « l'Agence culturelle départementale »
  // « le Syndicat intercommunal à vocation unique de la patinoire »
  if (is_written_long && is_definite && tail.has_complement && !found.is_plural && !found.is_acronym &&
      found.head->needs == Needs::proper && !is_one_of(found.head->category, {"department", "hospital", "region"}))
    return NameStrength::plain;
  // « le Crédit mutuel », « l'École navale »
  if (found.last > first + 1 && is_definite && context.words[first].is_capital() && !context.signs.in_capitals(first) &&
      found.head->needs == Needs::complement && !found.is_acronym &&
      is_one_of(found.head->category, {"company", "university"}))
    return NameStrength::plain;
  // « le comité régional des ports » with all it does in the head itself
  const bool is_long = found.last >= first + kWordsOfComplete &&
                       (found.head->category == "association" || found.head->category == "health_body");
  if (is_long && is_definite && found.head->needs == Needs::complement) return NameStrength::plain;
  const bool is_capital = context.words[first].is_capital() && !context.signs.in_capitals(first) &&
                          first != context.words.of_sentence(context.words[first].sentence).first;
  const bool may_be_plain = found.head->needs == Needs::complement ||
                            (is_capital && found.head->needs == Needs::name && !found.head->is_dropped);
  if (tail.has_complement && may_be_plain && !found.is_plural)
    return is_definite || context.words[first].is_capital() ? NameStrength::plain : NameStrength::generic;
  if (found.is_plural) return NameStrength::generic;
  const bool is_written_big = context.words[first].is_capital() && !context.signs.in_capitals(first);
  if (tail.has_complement && !tail.acronym.empty() && (is_definite || is_written_big)) return NameStrength::full;
  if (found.is_acronym || (!tail.acronym.empty() && is_definite)) return NameStrength::bare;
  return is_definite || is_written_big ? NameStrength::bare : NameStrength::generic;
}

// « fonction publique d'État », « groupe O »: no bodies.
bool is_stray(const NameContext& context, std::size_t first, const InstitutionHeads::Found& found,
              const NameTail& tail) {
  const auto& words = context.words;
  if (context.words[first].is("pays") && !context.words[first].is_capital() && first > 1 &&
      (context.words[first - 2].is("dans") || context.words[first - 1].is("en") ||
       is_one_of(context.words[first - 1].folded, {"les", "des", "aux"})))  // « les pays du Sud »
    return true;
  // « l'Université X (UX), communauté d'universités et établissements des régions A et B »: what the one before is
  // « les organismes d'assurance maladie », « un régime d'assurance maladie »: what they do
  if (words[first].is("assurance") && words[first].casing == Casing::lower && first > 0 && words[first - 1].is("d")) return true;
  const bool tells_regions = found.last + 1 < words.size() && words[found.last].is("des") && is_one_of(words[found.last + 1].folded, {"regions", "departements", "cantons"});
  if (tells_regions && first > 0 && words[first - 1].is(",") && words[first].casing == Casing::lower) return true;
  if (found.head->category == "state" && (first == 0 || !words[first - 1].is("l"))) return true;
  return tail.is_proper && tail.last == found.last + 1 && words[found.last].folded.size() < 2;
}

// « Université Montval – Jean Martin »: known with what stands behind the dash.
NameTail with_known_dash(const NameContext& context, std::size_t first, NameTail tail, std::size_t end) {
  const auto& words = context.words;
  if (!tail.is_proper || tail.last + 1 >= end || !(words[tail.last].is("-") || words[tail.last].is("–")) ||
      !context.signs.is_proper(tail.last + 1))
    return tail;
  const auto last = proper_name_end(context, tail.last + 1, end, {});
  const auto known = context.known.body(words.text_of(first, last));
  if (known && known->score >= 0.95) tail.last = last;
  return tail;
}

// « 12e régiment de cuirassiers »: where its number begins; `first` where it has none.
std::size_t ordinal_before(const Words& words, std::size_t first, const InstitutionHeads::Found& found) {
  const bool is_numbered = first > 1 && found.head->category == "state_service" && !found.is_plural &&
                           words[first].joined == ' ' && words[first - 1].joined == '\0' &&
                           words[first - 2].kind == WordKind::number &&
                           is_one_of(words[first - 1].folded, {"e", "er", "re", "ere", "eme"});
  return is_numbered ? first - 2 : first;
}

// « le 31e CHU de France », « la première université d'Europe »: counted among its kind, not named.
bool is_ranked(const Words& words, std::size_t first, const InstitutionHeads::Found& found, std::size_t last) {
  if (first == 0 || last == 0 || last > words.size() ||
      !is_one_of(words[last - 1].folded, {"france", "europe", "monde", "pays", "hexagone"}))
    return false;
  const bool is_numbered = first > 1 && found.head->category != "state_service" && words[first - 1].joined == '\0' &&
                           words[first - 2].kind == WordKind::number &&
                           is_one_of(words[first - 1].folded, {"e", "er", "re", "ere", "eme"});
  const auto& before = words[first - 1].folded;
  return is_numbered ||
         (words[first - 1].kind == WordKind::word &&
          (before.ends_with("ieme") ||
           is_one_of(before, {"premier", "premiere", "premiers", "premieres", "second", "seconde", "seul", "seule",
                              "grand", "grande", "petit", "petite", "ancien", "ancienne"})));
}

// « SDIS 53 »: the number of a département behind an acronym.
bool is_departement_number(const NameContext& context, std::size_t at, std::size_t end) {
  const auto& words = context.words;
  if (at >= end || words[at].kind != WordKind::number || words[at].joined != ' ') return false;
  const auto length = words[at].span.end - words[at].span.begin;
  const bool is_last = at + 1 >= end || words[at + 1].kind == WordKind::mark ||
                       context.lexicon.signing_verbs.at(words, at + 1, end) ||
                       is_one_of(words[at + 1].folded, {"a", "est", "et", "ont", "sont"}) ||
                       words[at + 1].folded.ends_with("ent") || words[at + 1].folded.ends_with("ront") ||
                       words[at + 1].folded.ends_with("era") || words[at + 1].folded.ends_with("dra");
  return (length == 2 || length == 3) && is_last && !(at + 1 < end && (words[at + 1].is("%") || words[at + 1].is("€")));
}

NameTail tail_of(const NameContext& context, std::size_t first, const InstitutionHeads::Found& found, std::size_t end) {
  // « Afpa de N » is a place where it is; « Centre national de la propriété forestière de N » a name.
  const bool is_agency_in_short = found.head->category == "state_agency" && found.last < first + kWordsOfComplete;
  auto tail =
      found.head->needs == Needs::nothing
          ? branch_tail(context, found.last, end, is_agency_in_short ? "" : found.head->category)
          : with_known_dash(context, first, name_tail(context, first, found.last, end, found.head->category), end);
  const bool may_be_numbered =
      found.is_acronym || (found.last > first + 1 && !found.is_plural && context.words[first].is_capital() &&
                           is_one_of(found.head->category, {"association", "social_fund"}));
  const bool is_base = found.head->category == "state_service" && found.head->needs == Needs::name &&
                       found.last > first + 1;  // « base aérienne 741 »
  if ((may_be_numbered || is_base) && tail.last == found.last &&
      is_departement_number(context, found.last, end)) {
    ++tail.last;
    tail.is_proper = true;
  }
  return tail;
}

// « - Fédération de la Morlande pour la pêche et la protection du milieu »: the whole of an item; the end of the name where
// it is none.
std::size_t end_of_item(const NameContext& context, std::size_t first, std::size_t last) {
  constexpr std::size_t kMostBehind = 12;
  const auto& words = context.words;
  const auto& block = words.prose().blocks[words.prose().block_at(words[first].span.begin)];
  const auto begin = words.first_from(block.span.begin), end = words.first_from(block.span.end);
  if (block.kind != BlockKind::item || last >= end || !is_one_of(words[last].folded, {"contre", "pour"})) return last;
  for (auto i = begin; i < first; ++i) {
    if (words[i].kind == WordKind::word && !is_article(words[i])) return last;
  }
  auto next = last;
  while (next < end && words[next].kind == WordKind::word) {
    const bool is_other = context.lexicon.signing_verbs.at(words, next, end) ||
                          is_one_of(words[next].folded, {"avec", "dont", "par", "qui", "que", "son", "sa", "ses"});
    if (is_other || ++next > last + kMostBehind) return last;
  }
  return next >= end || (next + 1 == end && words[next].kind == WordKind::mark) ? next : last;
}

// The name that begins with this head.
FoundName single_name(const NameContext& context, std::size_t first, const InstitutionHeads::Found& found,
                      std::size_t end) {
  const auto tail = tail_of(context, first, found, end);
  auto name = FoundName::on_words(first, tail.last, {}, found.head->category, NameStrength::full, "head");
  name.head_last = found.last;
  name.acronym = tail.acronym;
  name.needs_name = found.head->needs == Needs::name;
  name.strength = strength_of(context, first, found, tail);
  if (name.strength == NameStrength::bare || name.strength == NameStrength::generic) name.last = found.last;
  const bool is_one = tail.is_proper && context.words[first].is_capital() &&
                      !context.signs.in_capitals(first);  // « Hôpitaux Jean Martin »
  if (found.is_plural && !is_one) name.strength = NameStrength::generic;
  if (is_stray(context, first, found, tail) || is_ranked(context.words, first, found, tail.last))
    name.strength = NameStrength::generic;
  const bool is_cut = !found.is_acronym && context.words[first].casing == Casing::lower && found.last < name.last && context.words[found.last].is("avec");
  if (is_cut) {  // « l'association avec l'université X »: what is done with it
    name.strength = NameStrength::generic;
    name.last = found.last;
  }
  name.part_of = tail.part_of;
  if (name.strength == NameStrength::full && found.head->category == "association")
    name.last = end_of_item(context, first, name.last);
  if (const auto ordinal = ordinal_before(context.words, first, found); ordinal < first) {
    name.first = ordinal;
    name.last = tail.last;
    name.strength = NameStrength::full;
  }
  const bool is_numbered = found.is_acronym && found.last < tail.last &&
                           context.words[found.last].kind == WordKind::number;  // « SEM 58 Énergies »
  const bool is_of_territory = found.head->singular.starts_with("office") && (tail.has_territory || is_linked_behind(context, found.last, tail.last));
  const bool is_in_front = found.head->is_apposed && context.words[first].casing == Casing::lower && context.signs.is_proper(found.last) && context.words[found.last].joined == ' ';
  const bool is_dropped =
      (found.head->is_dropped || is_in_front) && tail.is_proper && !tail.is_abbreviated && !is_numbered && !is_of_territory;
  if (is_dropped) {
    // « la société X », « le bureau d'études X » are X; « la société d'exploitation de X » keeps its head.
    auto from = found.last;
    while (from < tail.last && !context.signs.is_proper(from) && context.words[from].kind != WordKind::mark) ++from;
    const bool is_apposed = context.words[from].joined == ' ' &&
                            context.signs.link_end(from - 1, from + 1) == from - 1 &&
                            !is_article(context.words[from - 1]);
    if (from == found.last || is_apposed || context.words[from].kind == WordKind::mark) {
      name.lead = first;
      name.first = from;
      name.head_last = from;
      name.rule = "company";
    } else if (found.head->category != "association") {
      name.strength = NameStrength::generic;
    }
  }
  name.name = context.signs.written(name.first, name.last, name.head_last);
  // « le groupement d'intérêt public « Initiative pour la recherche … » »: a whole name in quotes needs no head
  constexpr std::size_t kLongName = 5;
  const bool is_quoted = name.last > found.last + kLongName + 1 && context.words[found.last].is("«") && context.words[name.last - 1].is("»");
  if (is_quoted && is_one_of(found.head->category, {"association", "other"}))
    name.name = context.signs.written(found.last + 1, name.last - 1);
  if (context.words[name.first].is("univ") && name.head_last > name.first)
    name.name = "Université" + name.name.substr(std::min(name.name.find(' '), name.name.size()));
  return name;
}

// « Grandval Métropole », « Petites Villes de Demain »: the head stands inside another name.
bool is_inside_name(const NameContext& context, std::size_t at, const InstitutionHeads::Found& found) {
  const auto& words = context.words;
  if (at == 0 || words[at].joined == '\n') return false;
  if ((words[at].joined == '-' || words[at].joined == '\0') && words[at - 1].kind != WordKind::mark) return true;
  const bool is_one_word = found.last == at + 1;
  const bool is_kind_word =
      is_one_of(words[at].folded, {"agglo", "agglomeration", "communaute", "metropole"}) && words[at].joined == ' ';
  if (is_one_word && is_kind_word && context.signs.in_capitals(at) && context.signs.is_proper(at - 1) &&
      words[at - 1].kind == WordKind::word)
    return true;
  if (is_one_word && is_kind_word && words[at - 1].is_capital() && words[at - 1].kind == WordKind::word &&
      !context.signs.in_capitals(at))
    return true;  // « Grandval métropole »
  return is_one_word && !found.is_acronym && words[at].joined == ' ' && words[at].is_capital() &&
         !context.signs.in_capitals(at) && context.signs.is_proper(at - 1) && !is_article(words[at - 1]) &&
         words[at - 1].sentence == words[at].sentence && words[at - 1].casing == Casing::capital &&
         !context.lexicon.functions.at(words, at - 1, at) &&
         (at - 1 != words.of_sentence(words[at].sentence).first ||
          (!is_article(words[at - 1]) &&
           !CommonWords::french().has(lower_french(words.prose().of(words[at - 1].span)))));
}

// « le projet Rivages Université N Europe », « le programme Campus N »: what a project is called
bool is_named_by_project(const NameContext& context, std::size_t at) {
  constexpr std::size_t kMost = 2;
  const auto& words = context.words;
  const auto begin = words.of_sentence(words[at].sentence).first;
  for (auto from = at; from > begin && at - from <= kMost + 2; --from) {
    const auto& before = words[from - 1];
    if (is_one_of(before.folded, {"projet", "programme", "label"}) && before.casing == Casing::lower) return words[at].is_capital();
    if (before.kind != WordKind::word || !before.is_capital()) return false;
  }
  return false;
}

// « le centre INRAE de N », « la direction régionale de France Travail »: the national body is meant.
bool is_branch_of_national(const NameContext& context, std::size_t at, const InstitutionHeads::Found& found, std::size_t end) {
  const auto& words = context.words;
  const bool may_be_branch =
      !found.is_acronym && (found.head->is_part || found.head->singular == "centre" ||
                            found.head->singular == "agence" || found.head->singular.starts_with("direction "));
  if (!may_be_branch || found.last >= end) return false;
  // « la directrice d'agence de N Habitat »
  const auto begin = words.of_sentence(words[at].sentence).first;
  const bool is_of_function = found.head->singular == "agence" && at >= begin + 2 && words[at - 1].is("d") &&
                              is_one_of(words[at - 2].folded, {"directeur", "directrice", "responsable"});
  if (is_of_function && words[context.signs.link_end(found.last, end)].is_capital()) return true;
  const auto whole = context.heads.at(words, context.signs.link_end(found.last, end), end);
  if (!whole || whole.head->needs != Needs::nothing || !words[context.signs.link_end(found.last, end)].is_capital())
    return false;
  // « Centre Inria de l'Université de N »: a body of both
  const auto other = context.signs.link_end(whole.last, end);
  const auto owner = other > whole.last && other < end ? context.heads.at(words, other, end) : InstitutionHeads::Found{};
  return !owner || owner.is_plural || owner.head->category != "university";
}

// « la directrice départementale de la police nationale »: what she is director of, not the body itself.
bool is_of_directorate(const NameContext& context, std::size_t at, const InstitutionHeads::Found& found) {
  const auto& words = context.words;
  if (found.head->needs != Needs::nothing || found.head->category != "state_service" || at < 4) return false;
  if (!words[at - 1].is("la") || !words[at - 2].is("de")) return false;
  const auto& before = words[at - 3].folded;
  return before.ends_with("departemental") || before.ends_with("departementale") || before.ends_with("territorial") || before.ends_with("territoriale") ||
         before.ends_with("regional") || before.ends_with("regionale") || before.ends_with("adjoint") || before.ends_with("adjointe") || before.starts_with("direct");
}

// « de Grandval INP »: no common word, first name, function or head.
bool may_be_place(const NameContext& context, std::size_t at) {
  const auto& words = context.words;
  return words[at].casing == Casing::capital && !context.signs.in_capitals(at) && !context.lexicon.first_names.at(words, at, at + 1) &&
         !context.lexicon.functions.at(words, at, at + 1) && !context.heads.at(words, at, at + 1) &&
         !CommonWords::french().has(lower_french(words.prose().of(words[at].span)));
}

// « Grandval INP », « Grandval Université »: behind its place; the registry or the data have it, or it is an acronym.
std::optional<FoundName> name_behind_place(const NameContext& context, const FoundName& name, const InstitutionHeads::Found& found) {
  const auto& words = context.words;
  const auto begin = words.of_sentence(words[name.first].sentence).first;
  const bool is_bare = name.strength == NameStrength::bare && found.last == name.last && words[name.first].is_capital();
  if (!is_bare || name.first == begin || words[name.first].joined != ' ' || !words[name.first - 1].is_capital()) return std::nullopt;
  auto first = name.first - 1;
  const auto over_hyphens = [&] {
    while (first > begin && words[first].joined == '-') --first;
  };
  over_hyphens();
  constexpr std::size_t kPlace = 3;  // « Grandval Morlande INP »
  while (found.is_acronym && first > begin && name.first - first < kPlace && words[first].joined == ' ' && may_be_place(context, first) && may_be_place(context, first - 1)) --first, over_hyphens();
  const auto text = words.text_of(first, name.last);
  const auto known = context.known.body(text);
  const bool is_known = known && known->score >= 1 && known->kind != InstitutionKind::commune;
  if (!is_known && !(found.is_acronym && name.category == "university" && may_be_place(context, first))) return std::nullopt;
  return FoundName::on_words(first, name.last, std::string(text), name.category, NameStrength::full, "behind_place");
}

// « notre commune, Montval, a signé »: the town by its name; nothing where none stands there.
std::optional<FoundName> apposed_town(const NameContext& context, std::size_t at, const InstitutionHeads::Found& found,
                                      std::size_t end) {
  const auto& words = context.words;
  const bool may_be_one = found.head->category == "commune" && !found.is_plural && at > 0 &&
                          is_one_of(words[at - 1].folded, {"la", "notre", "votre"}) && found.last + 2 < end &&
                          words[found.last].is(",") && context.signs.is_proper(found.last + 1) &&
                          !context.signs.is_person(found.last + 1, end);
  if (!may_be_one) return std::nullopt;
  const auto last = proper_name_end(context, found.last + 1, end, {});
  if (last >= end || !words[last].is(",") || context.signs.unit_end(found.last + 1, end) != last) return std::nullopt;
  auto name = "Commune " + of_place(context.signs.written(found.last + 1, last));
  return FoundName::on_words(at, last, std::move(name), "commune", NameStrength::full, "apposed_town");
}

// Words of phrases that only look like names: « Petites Villes de Demain ».
std::vector<bool> words_of_no_institutions(const NameContext& context) {
  std::vector<bool> inside(context.words.size());
  for (const auto& found : context.lexicon.no_institutions.all(context.words, 0, context.words.size())) {
    for (auto i = found.first; i < found.last && found.size() > 1; ++i) inside[i] = true;
  }
  return inside;
}

}  // namespace

std::vector<FoundName> head_names(const NameContext& context) {
  std::vector<FoundName> names;
  const auto& words = context.words;
  const auto no_name = words_of_no_institutions(context);
  for (std::size_t at = 0; at < words.size();) {
    const auto end = words.of_sentence(words[at].sentence).second;
    if (auto resumed = resumed_name(context, at, end, names); resumed.last > 0) {
      at = resumed.last;
      names.push_back(std::move(resumed));
      continue;
    }
    if (auto meant = pronoun_names(context, at, end, names); !meant.empty()) {
      at = std::max(at + 1, meant.back().last);
      for (auto& name : meant) names.push_back(std::move(name));
      continue;
    }
    const auto found = no_name[at] ? InstitutionHeads::Found{} : context.heads.at(words, at, end);
    if (!found || is_named_by_project(context, at) || is_of_directorate(context, at, found) || is_inside_name(context, at, found) || is_branch_of_national(context, at, found, end)) {
      ++at;
      continue;
    }
    if (auto town = apposed_town(context, at, found, end)) {
      at = town->last;
      names.push_back(std::move(*town));
      continue;
    }
    const bool is_several =
        found.is_plural ||
        (found.is_acronym && at > 0 && (words[at - 1].is("les") || words[at - 1].is("des") || words[at - 1].is("aux")));
    if (is_several) {
      auto several = coordinated_names(context, at, found, end);
      if (!several.empty()) {
        at = std::max(at + 1, several.back().last);
        for (auto& name : several) names.push_back(std::move(name));
        continue;
      }
    }
    auto name = single_name(context, at, found, end);
    if (auto known = name_behind_place(context, name, found)) name = std::move(*known);
    name.is_furniture = context.signs.is_furniture(at);
    name_ministry(context, name, end);
    at = std::max({at + 1, found.last, name.last});
    if (const auto bracket = bracketed_name(context, at, end); bracket && bracket.name == name.acronym)
      at = bracket.last;
    names.push_back(std::move(name));
  }
  share_tails(context, names);
  share_ministries(names);
  return names;
}

}  // namespace maillage::documents
