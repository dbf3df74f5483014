// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "documents/people/bound_functions.hpp"
#include "documents/people/function_phrases.hpp"
#include "documents/people/verb_functions.hpp"
#include "documents/people/written_names.hpp"

namespace maillage::documents {

/// Where a function is held.
struct HeldAt {
  std::optional<std::uint32_t> institution;  ///< in Institutions::named
  std::string implied;                       ///< what the function alone names: « Ville de X »; empty
  Span implied_span;
  bool is_guessed = false;                   ///< the one named before, no more
  std::size_t title_last = 0;                ///< where the title ends; 0: where the phrase says
  explicit operator bool() const { return institution.has_value() || !implied.empty(); }
};

/// Tells at which institution somebody holds a function: the one named in it, in brackets or beside it, the one somebody
/// speaks or signs for, the one that « son », « sa » goes back to, the one that such functions are held at (« la maire »), and
/// last the one named before.
class FunctionInstitutions {
 public:
  FunctionInstitutions(const Words& words, const Institutions& institutions, const NameReader& reader,
                       const std::vector<FunctionPhrase>& phrases);

  /// `phrase`: the function; null where none is said. `bound`: how the name holds it. O(words of two sentences).
  HeldAt of(const WrittenName& name, const FunctionPhrase* phrase, const BoundFunction& bound = {}) const;
  /// « présidente de A et de B »: B, the second body of one function.
  std::optional<std::uint32_t> also_at(const FunctionPhrase& phrase) const;
  /// Somebody is said to head an institution: no other one with such a title does.
  void note_head(std::uint32_t institution, std::string_view title);
  /// What a verb says that somebody leads.
  HeldAt of(const VerbFunction& verb) const;

 private:
  struct Range {
    std::size_t first = 0, last = 0;
  };
  std::optional<std::uint32_t> institution_at(std::size_t word) const;
  bool is(std::size_t at, std::string_view word) const;
  HeldAt told_by(const FunctionPhrase& phrase) const;
  std::optional<std::uint32_t> counterpart_at(std::size_t word, std::string_view place) const;
  HeldAt common_noun(const FunctionPhrase& phrase) const;
  std::optional<std::size_t> place_in_pair(const FunctionPhrase& phrase, std::size_t noun) const;
  std::optional<std::uint32_t> of_pair(const FunctionPhrase& phrase, std::size_t place) const;
  HeldAt directorate(const FunctionPhrase& phrase) const;
  std::optional<std::uint32_t> whole_of_part(const FunctionPhrase& phrase) const;
  bool leads_some_body(std::size_t verb) const;
  bool is_branch(const FunctionPhrase& phrase) const;
  std::optional<std::uint32_t> whole_of_branch(const FunctionPhrase& phrase) const;
  HeldAt listed(std::size_t at, std::size_t from_last, std::size_t before) const;
  std::optional<std::uint32_t> each_of_theirs(const FunctionPhrase& phrase, const BoundFunction& bound) const;
  HeldAt instead_of(std::size_t at) const;
  std::optional<HeldAt> in_place_of(std::size_t begin) const;
  HeldAt line_behind(const WrittenName& name) const;
  std::optional<std::uint32_t> line_before(const WrittenName& name) const;
  std::optional<std::uint32_t> place_before(const WrittenName& name) const;
  std::optional<std::uint32_t> place_behind(const WrittenName& name) const;
  std::optional<std::uint32_t> key_of_line(const WrittenName& name) const;
  std::optional<std::uint32_t> body_above(const WrittenName& name, const FunctionPhrase& phrase) const;
  std::optional<std::uint32_t> signs_for(const WrittenName& name) const;
  HeldAt in_brackets(std::size_t at, const FunctionPhrase* phrase, const WrittenName& name) const;
  std::optional<std::uint32_t> across_columns(const WrittenName& name) const;
  std::optional<std::uint32_t> line_above_in_turn(const WrittenName& name, const FunctionPhrase* phrase) const;
  std::optional<std::uint32_t> body_line(std::size_t block) const;
  bool fills_its_block(std::size_t word) const;
  std::optional<std::uint32_t> beside(std::size_t at) const;
  std::optional<std::uint32_t> stood_for(std::size_t before) const;
  std::optional<std::uint32_t> of_letterhead() const;
  std::optional<std::uint32_t> before_by(std::size_t lead) const;
  std::optional<std::uint32_t> before_bracket(std::size_t lead) const;
  std::optional<std::uint32_t> represented(const WrittenName& name) const;
  using Fits = std::function<bool(std::uint32_t)>;
  std::optional<std::uint32_t> before_in_sentence(std::size_t word) const;
  std::optional<std::uint32_t> before_in_sentence(std::size_t word, const Fits& fits) const;
  std::optional<std::uint32_t> of_sentences_before(std::size_t word, const Fits& fits) const;
  std::optional<std::uint32_t> goes_back_to(std::size_t begin) const;
  std::optional<std::uint32_t> headed_before(const FunctionPhrase& phrase, std::size_t begin) const;
  std::optional<std::uint32_t> stood_for_noun(std::size_t before) const;
  std::optional<std::uint32_t> called_by_noun(std::size_t word) const;
  std::optional<std::uint32_t> at_head_of_sentence(std::size_t word) const;
  HeldAt town_told_before(std::size_t begin) const;
  std::optional<std::uint32_t> of_block(const WrittenName& name) const;
  std::optional<std::uint32_t> held_by_such(std::string_view holds, std::size_t word, std::string_view place) const;
  bool is_told_before(std::string_view holds, std::size_t word) const;
  std::size_t far_before(std::size_t word) const;
  std::size_t mentions_before(std::size_t word) const;
  std::string cased(std::size_t first, std::size_t last) const;
  std::optional<std::uint32_t> named_for(std::string_view place) const;
  std::optional<std::uint32_t> named_like(std::string_view name) const;
  bool is_contact_line(const WrittenName& name) const;

  const Words& words_;
  const Institutions& institutions_;
  const NameReader& reader_;
  const std::vector<FunctionPhrase>& phrases_;
  std::vector<Range> ranges_;             // words of mentions
  std::vector<std::string> folded_names_; // of institutions
  std::set<std::pair<std::uint32_t, std::string>> heads_;  // institutions that somebody is said to head, and the title's stem
};

/// Begins a folded name with one of the words of a list (« ville commune mairie », a hyphen for a blank)? O(length).
bool begins_as_held(std::string_view name, std::string_view heads);

}  // namespace maillage::documents
