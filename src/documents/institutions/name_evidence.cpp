// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/name_evidence.hpp"

#include <algorithm>

#include "documents/text/common_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kMostBefore = 8;
constexpr double kKnown = 0.95;

}  // namespace

bool NameEvidence::is_place(const NameCandidate& one) const {
  return context_.known.is_place(folded(words_.text_of(one.first, one.last)));
}

const char* NameEvidence::rule_for(NameCandidate& one) const {
  if (has_tail(one)) return "last_word";
  if (follows_function(one)) return "function_before";
  if (stands_beside_person(one)) return "beside_person";
  if (is_explained_behind(one) || is_explained_before(one)) return "apposition";
  if (is_acronym_of_place(one)) return "acronym_of_place";
  if (is_represented(one)) return "represented";
  if (is_named_as_example(one)) return "named_as_example";
  if (is_known(one)) return "known";
  return nullptr;
}

// « Montval Agglomération », « Tardieu & Fils »
bool NameEvidence::has_tail(NameCandidate& one) const {
  if (one.last < one.first + 2) return false;
  const auto tail = context_.lexicon.institution_tails.at(words_, one.last - 1, one.last);
  for (auto i = one.first; i < one.last; ++i) {
    if (words_[i].is("&")) {
      one.category = "company";
      return true;
    }
  }
  const auto common = context_.lexicon.not_in_names.at(words_, one.first, one.first + 1);
  const bool is_common =
      common && context_.lexicon.not_in_names.field(*common.entry, "strength") == "never";  // « Presse Métropole »
  if (!tail || is_common || words_[one.last - 1].joined != ' ') return false;
  one.category = context_.lexicon.institution_tails.field(*tail.entry, "category");
  return true;
}

// « directeur général de Tardieu Énergies »
bool NameEvidence::follows_function(const NameCandidate& one) const {
  const auto begin = begin_of(one.first);
  for (auto length = std::size_t{1}; length <= 2 && one.first >= begin + length + 1; ++length) {
    const auto link = one.first - length;
    if (context_.signs.link_end(link, one.first) != one.first ||
        !is_one_of(words_[link].folded, {"de", "d", "du", "des"}))
      continue;
    for (auto from = link; from-- > begin && link - from <= 6;) {
      const auto function = context_.lexicon.functions.at(words_, from, link);
      if (!function || function.last != link) continue;
      const auto& rank = context_.lexicon.functions.field(*function.entry, "rank");
      if (rank != "head" && rank != "deputy") return false;
      const auto common = context_.lexicon.not_in_names.at(words_, one.first, one.last);
      if (common && context_.lexicon.not_in_names.field(*common.entry, "strength") == "never") return false;
      return !context_.lexicon.office_bodies.at(words_, from, link) && !is_place(one);
    }
  }
  return false;
}

// « Marie Martin (Chantiers du Large) »
bool NameEvidence::stands_beside_person(const NameCandidate& one) const {
  const auto end = end_of(one.first);
  // « Paul Martin, de Tardieu, a raconté … »
  const bool is_from = one.first > 2 && is_one_of(words_[one.first - 1].folded, {"de", "d", "du"}) && words_[one.first - 2].is(",") &&
                       named_.is_person(one.first - 3) && one.last < end && is_one_of(words_[one.last].folded, {",", ".", ";"});
  if (is_from && !is_place(one)) return true;
  if (one.first < 2 || !named_.is_person(one.first - 2)) return false;
  const bool is_in_bracket = words_[one.first - 1].is("(") && one.last < end && words_[one.last].is(")");
  const bool is_last_of_item =
      words_[one.first - 1].is(",") && (one.last >= end || words_[one.last].is(";") || words_[one.last].is("."));
  return (is_in_bracket || is_last_of_item) && !is_place(one);
}

// « , une jeune entreprise »: the head behind an article and an adjective; nothing where a name follows it, for that is
// another body.
const InstitutionHeads::Head* NameEvidence::head_behind(std::size_t at, std::size_t end) const {
  for (auto i = at; i < std::min(end, at + 4); ++i) {
    if (words_[i].kind == WordKind::mark || words_[i].is_capital()) return nullptr;
    if (const auto head = context_.heads.at(words_, i, end); head && !head.is_plural) {
      return head.last < end && context_.signs.is_proper(head.last) ? nullptr : head.head;
    }
    if (i > at && !is_one_of(words_[i].folded, {"jeune", "premiere", "premier", "petite", "grande", "nouvelle"}))
      return nullptr;
  }
  return nullptr;
}

// « X, filiale de Y », « X (bailleur social) », « X, agence de développement »
bool NameEvidence::is_explained_behind(NameCandidate& one) const {
  const auto end = end_of(one.first);
  if (one.last + 1 >= end || !is_one_of(words_[one.last].folded, {",", "("})) return false;
  // « Dans la Rivelle, plusieurs établissements »
  if (one.first == begin_of(one.first) && context_.lexicon.name_openers.at(words_, one.first, one.last)) return false;
  const auto* head = head_behind(one.last + 1, end);
  if (head == nullptr) return false;
  const bool is_without_article = context_.heads.at(words_, one.last + 1, end).head == head;
  if (!is_without_article && !head->is_dropped && !is_one_of(head->category, {"association", "company", "foundation"}))
    return false;
  one.category = head->category;
  return true;
}

// « une entreprise de Z, X, »
bool NameEvidence::is_explained_before(NameCandidate& one) const {
  const auto begin = begin_of(one.first), end = end_of(one.first);
  const bool is_closed = one.last >= end || words_[one.last].kind == WordKind::mark;
  if (!is_closed || one.first < begin + 2 || !words_[one.first - 1].is(",")) return false;
  for (auto i = one.first - 1; i-- > begin && one.first - i <= kMostBefore;) {
    if (words_[i].kind == WordKind::mark) return false;
    const auto head = context_.heads.at(words_, i, one.first);
    if (!head || !head.head->is_dropped || head.is_plural || i == begin) continue;
    one.category = head.head->category;
    return is_one_of(words_[i - 1].folded, {"un", "une", "jeune"});
  }
  return false;
}

// « CRIAVS Bretagne », « CeGIDD de Grandval »
bool NameEvidence::is_acronym_of_place(const NameCandidate& one) const {
  if (!has_two_capitals(words_.prose().of(words_[one.first].span)) || words_[one.first].folded.size() < 3) return false;
  const auto unit = context_.signs.unit_end(one.first, one.last);
  return unit < one.last &&
         context_.known.is_place(folded(words_.text_of(context_.signs.link_end(unit, one.last), one.last)));
}

// « des entreprises comme Salmer ou Heppon », « des groupes de la région, tels que Salmer et Heppon »
bool NameEvidence::is_named_as_example(NameCandidate& one) const {
  constexpr std::size_t kGroup = 7;
  const auto begin = begin_of(one.first);
  if (one.first < begin + 2 || is_place(one)) return false;
  const auto cue = one.first - 1;
  const bool is_such = words_[cue].is("que") && is_one_of(words_[cue - 1].folded, {"tel", "telle", "tels", "telles"});
  if (!words_[cue].is("comme") && !is_such) return false;
  for (auto at = cue; at-- > begin && cue - at <= kGroup;) {
    if (words_[at].kind == WordKind::mark && !words_[at].is(",")) return false;
    const auto group = context_.lexicon.group_words.at(words_, at, cue);
    if (!group) continue;
    const auto& categories = context_.lexicon.group_words.field(*group.entry, "categories");
    const bool is_company = categories.starts_with("company"), is_association = categories.starts_with("association");
    if (is_company || is_association) one.category = is_company ? "company" : "association";
    return is_company || is_association;
  }
  return false;
}

// « pour Chantiers du Large, Mme Marie Martin », « ingénieure chez Tardieu »
bool NameEvidence::is_represented(const NameCandidate& one) const {
  if (one.first == 0) return false;
  if (words_[one.first - 1].is("chez")) return true;
  if (!words_[one.first - 1].is("pour") || is_place(one)) return false;
  const auto next = one.last;
  if (next < words_.size() && words_[next].is(",") && next + 1 < words_.size() &&
      (named_.is_person(next + 1) || context_.lexicon.honorifics.at(words_, next + 1, words_.size())))
    return true;
  const auto before = one.first - 1;
  if (before >= 1 && named_.is_person(before - 1)) return true;  // « M. Paul Martin pour Tardieu Énergies »
  return before >= 2 && words_[before - 1].is(",") && named_.is_person(before - 2);
}

// « EHESP », « AgroParisTech », « Audencia »: no common word, first name or word written small elsewhere.
bool NameEvidence::may_be_known_word(const NameCandidate& one) const {
  const auto& word = words_[one.first];
  if (word.folded.size() < 4) return false;
  constexpr std::size_t kShortest = 5, kLongestAcronym = 6;
  if (word.casing == Casing::upper) return word.folded.size() <= kLongestAcronym || !CommonWords::french().has(lower_french(words_.prose().of(word.span)));
  const bool is_written_small = std::ranges::any_of(context_.signs.places_of(word.folded), [&](std::size_t at) { return words_[at].casing == Casing::lower; });
  return word.folded.size() >= kShortest && word.is_capital() && !is_written_small && !context_.signs.in_capitals(one.first) &&
         !context_.lexicon.first_names.at(words_, one.first, one.last) && !context_.lexicon.not_in_names.at(words_, one.first, one.last) &&
         !CommonWords::french().has(lower_french(words_.prose().of(word.span)));
}

bool NameEvidence::is_known(const NameCandidate& one) const {
  const auto text = words_.text_of(one.first, one.last);
  const bool is_one_word = context_.signs.unit_end(one.first, one.last) == one.last;
  if (is_one_word && !may_be_known_word(one)) return false;
  const auto end = end_of(one.first);
  const bool is_label = one.first == begin_of(one.first) && one.last < end && is_one_of(words_[one.last], {"–", "—", "-", ":"});
  if (is_label && is_one_word) return false;  // « AGRONOMIE – Un accord … »
  const auto known = context_.known.body(text);
  return known && known->score >= kKnown && known->kind != InstitutionKind::commune && !is_place(one);
}

}  // namespace maillage::documents
