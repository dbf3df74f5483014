// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/institution_heads.hpp"

#include <algorithm>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

// « institut[s] national|nationaux des sciences » → « institut national des sciences »
std::string singular_of(std::string_view phrase) {
  std::string singular;
  int depth = 0;
  bool is_skipped = false;
  for (const char c : phrase) {
    if (c == '[')
      ++depth;
    else if (c == ']')
      --depth;
    else if (c == '|')
      is_skipped = true;
    else {
      if (c == ' ') is_skipped = false;
      if (depth == 0 && !is_skipped) singular += c;
    }
  }
  return singular;
}

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

/// « centré sur », « concilié avec »: a participle that only lacks an accent to be the first word of a head.
bool is_participle_of(std::string_view text, std::string_view head) {
  const auto ends_so = [](std::string_view word) {
    while (word.ends_with('s')) word.remove_suffix(1);
    return word.ends_with("é");
  };
  return ends_so(text) && !ends_so(head.substr(0, head.find(' ')));
}

bool is_plural_word(std::string_view folded_word, std::string_view singular_folded) {
  const auto first = singular_folded.substr(0, singular_folded.find(' '));
  return folded_word != first && (folded_word.ends_with('s') || folded_word.ends_with('x'));
}

}  // namespace

InstitutionHeads::InstitutionHeads(const Lexicon& lexicon) : table_(lexicon.institution_heads) {
  for (const auto& entry : table_.entries()) {
    Head head;
    head.category = table_.field(entry, "kind");
    head.acronym = table_.field(entry, "acronym");
    head.singular = singular_of(entry.phrase);
    const auto& name = table_.field(entry, "name");
    head.needs = name == "none"                        ? Needs::nothing
                 : name == "name" || name == "dropped" ? Needs::name
                 : name == "proper"                    ? Needs::proper
                                                       : Needs::complement;
    head.is_single = table_.field(entry, "number") == "one";
    head.is_dropped = name == "dropped";
    head.is_apposed = name == "apposed";
    head.is_part = name == "part";
    const auto& kept = heads_.emplace(&entry, std::move(head)).first->second;
    if (kept.acronym.empty()) continue;
    auto& known = acronyms_[folded(kept.acronym)];
    if (known == nullptr || words_in(kept.singular) > words_in(known->singular)) known = &kept;
  }
}

InstitutionHeads::Found InstitutionHeads::at(const Words& words, std::size_t first, std::size_t end) const {
  if (words[first].kind != WordKind::word) return {};
  if (const auto found = table_.at(words, first, end, PhraseTable::Commas::skipped)) {
    if (found.last < end && words[found.last].joined == '-' && words[found.last].kind != WordKind::mark)
      return {};  // « Port-le-Neuf »
    bool is_joined = false;  // « square de la Banque-de-France »
    for (auto i = first + 1; i < found.last; ++i)
      is_joined = is_joined || (words[i].joined == '-' && is_one_of(words[i], {"de", "des", "du", "d"}));
    if (is_joined && found.entry->phrase.find('-') == std::string::npos) return {};
    const auto& head = heads_.at(found.entry);
    if (is_participle_of(words.prose().of(words[first].span), head.singular)) return {};
    const bool has_stop = found.last < end && words[found.last].is(".") && words[found.last].joined == '\0' &&
                          found.size() == 1 && words[first].folded.size() <= 5;  // « Univ. »
    const bool is_acronym =
        head.singular == head.acronym || (found.size() == 1 && of_acronym(words[first].folded) != nullptr);
    if (!is_acronym || words[first].is_capital()) {
      return {&head, found.last + (has_stop && found.last + 1 < end ? 1 : 0),
              !head.is_single && is_plural_word(words[first].folded, folded(head.singular)), is_acronym};
    }
    return {};
  }
  const auto* head = words[first].is_capital() ? of_acronym(words[first].folded) : nullptr;
  if (head == nullptr) return {};
  const auto text = words.prose().of(words[first].span);
  const bool is_other_letter = text.size() != words[first].folded.size();  // « ÇA » is no « CA »
  if (is_other_letter && head->acronym.size() == words[first].folded.size()) return {};
  const bool is_written_so =
      words[first].casing == Casing::upper || words.prose().of(words[first].span) == head->acronym;
  const bool goes_on = first + 1 < end && words[first + 1].joined == '\0' && words[first + 1].kind != WordKind::mark;
  if (!is_written_so || goes_on) return {};
  return {head, first + 1, false, true};
}

const InstitutionHeads::Head* InstitutionHeads::of_acronym(std::string_view folded_acronym) const {
  const auto found = acronyms_.find(folded_acronym);
  return found == acronyms_.end() ? nullptr : found->second;
}

}  // namespace maillage::documents
