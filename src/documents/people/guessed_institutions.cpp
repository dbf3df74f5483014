// SPDX-License-Identifier: Apache-2.0
// Where a function is held that says nothing of it: « le directeur », « sa présidente », « le maire ».
#include <algorithm>
#include <array>

#include "documents/people/function_institutions.hpp"
#include "documents/people/small_words.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kSentencesBack = 2;  // sentences that « le directeur » may go back over
constexpr std::size_t kLooked = 200;       // mentions or institutions that are looked through for one
constexpr std::size_t kWordsBack = 80;     // from « le maire » to the place

/// Bodies that have none of such a title at their head, by what their names begin with.
std::string_view without_such_head(std::string_view title) {
  if (title.starts_with("president") || title.starts_with("vice-president")) return "ville commune mairie prefecture sous-prefecture rectorat academie parquet lycee college";
  if (title.starts_with("direct")) return "ville commune mairie prefecture departement region conseil metropole communaute universite rectorat academie parquet";
  return {};
}

/// « président », « directrice »: what a body has one of.
std::string_view stem_of(std::string_view title) {
  constexpr std::size_t kStem = 6;
  return title.substr(0, kStem);
}

}  // namespace

std::optional<std::uint32_t> FunctionInstitutions::before_in_sentence(std::size_t word) const {
  return before_in_sentence(word, [](std::uint32_t) { return true; });
}
std::optional<std::uint32_t> FunctionInstitutions::before_in_sentence(std::size_t word, const Fits& fits) const {
  const auto from = far_before(word);
  for (auto m = mentions_before(word); m > 0 && ranges_[m - 1].first >= from; --m) {
    if (const auto institution = institution_at(ranges_[m - 1].first); institution && fits(*institution)) return institution;
  }
  return std::nullopt;
}

/// The first institution of the sentence before, or of the one before it: what they speak of.
std::optional<std::uint32_t> FunctionInstitutions::of_sentences_before(std::size_t word, const Fits& fits) const {
  auto sentence = words_[word].sentence;
  for (std::size_t back = 0; back < kSentencesBack && sentence > 0; ++back) {
    --sentence;
    const auto [first, last] = words_.of_sentence(sentence);
    for (auto m = mentions_before(first); m < ranges_.size() && ranges_[m].first < last; ++m) {
      if (const auto institution = institution_at(ranges_[m].first); institution && fits(*institution)) return institution;
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> FunctionInstitutions::named_like(std::string_view name) const {
  const auto wanted = folded(name);
  for (std::uint32_t i = 0; i < folded_names_.size(); ++i) {
    if (folded_names_[i].starts_with(wanted)) return i;
  }
  return std::nullopt;
}

/// The institution of a place: whose name ends with it.
std::optional<std::uint32_t> FunctionInstitutions::named_for(std::string_view place) const {
  const auto wanted = " " + folded(place);
  for (std::uint32_t i = 0; i < std::min(folded_names_.size(), kLooked); ++i) {
    if (folded_names_[i].ends_with(wanted)) return i;
  }
  return std::nullopt;
}

/// An institution of the kind that such a function is held at: the nearest before, else the only one of the text. `place`:
/// what its name has to hold; empty: anything.
std::optional<std::uint32_t> FunctionInstitutions::held_by_such(std::string_view holds, std::size_t word, std::string_view place) const {
  if (holds.empty()) return std::nullopt;
  const auto folded_place = folded(place);
  const auto fits = [&](std::uint32_t institution) {
    return !institutions_.named[institution].is_generic && begins_as_held(folded_names_[institution], holds) &&
           (folded_place.empty() || folded_names_[institution].ends_with(folded_place));
  };
  const auto from = mentions_before(word);
  for (auto m = from; m > 0 && from - m < kLooked; --m) {
    const auto institution = institutions_.mentions[m - 1].institution;
    if (fits(institution)) return institution;
  }
  std::optional<std::uint32_t> only;
  for (std::uint32_t i = 0; i < std::min(institutions_.named.size(), kLooked); ++i) {
    if (!fits(i)) continue;
    if (only && folded_place.empty()) return std::nullopt;
    only = i;
  }
  return only;
}

/// Does the text name one of such bodies before a word?
bool FunctionInstitutions::is_told_before(std::string_view holds, std::size_t word) const {
  const auto from = mentions_before(word);
  for (auto m = from; m > 0 && from - m < kLooked; --m) {
    const auto institution = institutions_.mentions[m - 1].institution;
    if (!institutions_.named[institution].is_generic && begins_as_held(folded_names_[institution], holds)) return true;
  }
  return false;
}

/// « son président »: whom the text speaks of.
std::optional<std::uint32_t> FunctionInstitutions::goes_back_to(std::size_t begin) const {
  if (const auto near = before_in_sentence(begin)) return near;
  if (const auto before = of_sentences_before(begin, [](std::uint32_t) { return true; })) return before;
  return of_letterhead();
}

/// « pour le parc », « côté université »: the body named before whose name begins so.
std::optional<std::uint32_t> FunctionInstitutions::called_by_noun(std::size_t word) const {
  constexpr std::size_t kLeast = 4;  // letters
  const auto noun = words_[word].folded;
  if (noun.size() < kLeast) return std::nullopt;
  const auto from = mentions_before(word);
  for (auto m = from; m > 0 && from - m < kLooked; --m) {
    const auto institution = institutions_.mentions[m - 1].institution;
    const auto& name = folded_names_[institution];
    if (!institutions_.named[institution].is_generic && name.size() > noun.size() && name.starts_with(noun) && name[noun.size()] == ' ') return institution;
  }
  return std::nullopt;
}

/// « Pour le parc, [c'est] X », « côté université par sa présidente, X »: right before somebody.
std::optional<std::uint32_t> FunctionInstitutions::stood_for_noun(std::size_t before) const {
  constexpr std::size_t kReach = 6;
  const auto from = far_before(before);
  for (auto at = before; at > from + 1 && before - at < kReach; --at) {
    if (words_[at - 1].is(";")) return std::nullopt;
    if (!is(at - 1, "pour") && !is(at - 1, "cote")) continue;
    const auto noun = is_article(words_[at].folded) ? at + 1 : at;
    return noun < before && words_[noun].casing == Casing::lower ? called_by_noun(noun) : std::nullopt;
  }
  return std::nullopt;
}

/// « Le centre hospitalier vous informe : notre directrice, X, … »: who speaks.
std::optional<std::uint32_t> FunctionInstitutions::at_head_of_sentence(std::size_t word) const {
  const auto first = words_.of_sentence(words_[word].sentence).first;
  for (auto at = first; at < std::min(first + 2, word); ++at) {
    if (const auto institution = institution_at(at)) return institution;
  }
  return std::nullopt;
}

/// « le président X »: a body named before that may have such a head and has not been given one yet; the only one of the text.
std::optional<std::uint32_t> FunctionInstitutions::headed_before(const FunctionPhrase& phrase, std::size_t begin) const {
  const auto title = words_[phrase.first].folded;
  const auto shuns = without_such_head(title);
  const auto may_head = [&](std::uint32_t institution) { return shuns.empty() || !begins_as_held(folded_names_[institution], shuns); };
  const Fits is_free = [&](std::uint32_t institution) { return may_head(institution) && !heads_.contains({institution, std::string(stem_of(title))}); };
  if (const auto near = before_in_sentence(begin, is_free)) return near;
  if (const auto before = of_sentences_before(begin, is_free)) return before;
  if (const auto first = of_letterhead(); first && is_free(*first)) return first;
  const Fits fits = may_head;
  if (const auto near = before_in_sentence(begin, fits)) return near;
  if (const auto before = of_sentences_before(begin, fits)) return before;
  const auto first = of_letterhead();
  return first && may_head(*first) ? first : std::nullopt;
}

void FunctionInstitutions::note_head(std::uint32_t institution, std::string_view title) {
  heads_.emplace(institution, std::string(stem_of(folded(title))));
}

/// « Le protocole est signé à Louvemont par le maire, X »: of the town that the text is at, where it names none.
HeldAt FunctionInstitutions::town_told_before(std::size_t begin) const {
  HeldAt held;
  const auto sentence = words_[begin].sentence;
  constexpr std::string_view kCouncil = "conseil municipal d";
  for (auto m = mentions_before(begin); m > 0 && words_[ranges_[m - 1].first].sentence == sentence; --m) {
    const auto& mention = institutions_.mentions[m - 1];
    if (!folded_names_[mention.institution].starts_with(kCouncil)) continue;
    const auto name = std::string_view(institutions_.named[mention.institution].name);
    held.implied = "Commune " + std::string(name.substr(kCouncil.size() - 1));
    return held;
  }
  for (auto at = begin; at > 1 && begin - at < kWordsBack && words_[at - 1].sentence + kSentencesBack >= sentence; --at) {
    const auto text = words_.text_of(at - 2, at - 1);
    const auto& place = words_[at - 1];
    const bool is_at = (text == "à" || text == "À") && place.is_capital() && place.kind == WordKind::word && place.joined == ' ';
    if (!is_at || reader_.mention_of(at - 1) != NameReader::kNoMention) continue;
    auto last = at;
    while (last < begin && (words_[last].joined == '-' || (words_[last].is_capital() && words_[last].joined == ' '))) ++last;
    held.implied_span = words_.span_of(at - 1, last);
    const auto name = std::string(words_.prose().of(held.implied_span));
    const auto letters = folded(name);
    const bool is_elided = std::string_view("aeiouy").find(letters.front()) != std::string_view::npos;
    held.implied = std::string(is_elided ? "Commune d'" : "Commune de ") + name;
    held.is_guessed = true;
    return held;
  }
  return held;
}

/// What the first blocks name: a paper speaks of « le directeur » without saying whose.
std::optional<std::uint32_t> FunctionInstitutions::of_letterhead() const {
  constexpr std::size_t kBlocks = 2;
  const auto& blocks = words_.prose().blocks;
  if (blocks.empty()) return std::nullopt;
  const auto end = blocks[std::min(kBlocks, blocks.size()) - 1].span.end;
  for (const auto& range : ranges_) {
    if (words_[range.first].span.begin >= end) break;
    if (const auto institution = institution_at(range.first)) return institution;
  }
  return std::nullopt;
}

}  // namespace maillage::documents
