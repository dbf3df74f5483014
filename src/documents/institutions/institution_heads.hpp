// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "documents/lexicon/lexicon.hpp"
#include "documents/text/words.hpp"

namespace maillage::documents {

/// What the names of institutions begin with, by the table institution_heads, its acronyms among them.
class InstitutionHeads {
 public:
  enum class Needs : std::uint8_t {
    nothing,    ///< a name by itself: « CNRS »
    name,       ///< a proper name must follow: « groupe », « collège »
    proper,     ///< a proper name too, but alone it is a short form: « centre hospitalier », « ville »
    complement  ///< what it does is enough: « chambre d'agriculture », « comité régional des ports »
  };
  struct Head {
    std::string category;
    std::string acronym;   ///< usual; empty
    std::string singular;  ///< « communauté de communes »
    Needs needs = Needs::name;
    bool is_dropped = false;  ///< no part of the name: « la société », « le bailleur »
    bool is_apposed = false;  ///< no part of a name that stands right behind it: « l'école d'ingénieurs X », but « l'école d'ingénieurs de Y »
    bool is_single = false;   ///< its plural is one body: « hôpitaux universitaires »
    bool is_part = false;     ///< belongs to another body: « délégation départementale »
  };
  struct Found {
    const Head* head = nullptr;
    std::size_t last = 0;  ///< one past its words
    bool is_plural = false, is_acronym = false;
    explicit operator bool() const { return head != nullptr; }
  };

  explicit InstitutionHeads(const Lexicon& lexicon);

  /// The head that begins at a word. O(length of the head).
  Found at(const Words& words, std::size_t first, std::size_t end) const;
  /// The head that an acronym stands for; nothing.
  const Head* of_acronym(std::string_view folded_acronym) const;

 private:
  const PhraseTable& table_;
  std::map<const PhraseTable::Entry*, Head> heads_;
  std::map<std::string, const Head*, std::less<>> acronyms_;
};

}  // namespace maillage::documents
