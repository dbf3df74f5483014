// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "documents/agreements/mention_relations.hpp"
#include "documents/agreements/signing_clauses.hpp"
#include "documents/agreements/told_together.hpp"

namespace maillage::documents {

/// What the first passes about agreements found, for the later ones.
struct Findings {
  const Reading& reading;
  std::vector<Instrument> instruments;
  std::vector<SigningClause> clauses;
  std::vector<Relation> relations;                 ///< of Reading::named
  std::vector<std::vector<std::size_t>> clauses_of; ///< by sentence
  std::vector<std::vector<std::size_t>> instruments_of; ///< by sentence
  std::vector<std::string> section_of;             ///< by sentence: of Lexicon::section_words, by its heading; empty
  std::vector<bool> is_label;                      ///< by sentence: a short line that only names a section
  std::vector<bool> is_led;                        ///< by sentence: right behind one that ends with a colon
  std::vector<bool> is_keyed;                      ///< by sentence: « Signataires : … » in one line

  std::vector<bool> acts;  ///< by institution: not only hosting, supporting or looking on
  std::optional<std::uint32_t> speaker;  ///< institution that says « nous » in the document: who publishes it
  std::vector<std::optional<std::uint32_t>> whole_of; ///< by institution: what it is a part of, as far as the text says

  std::vector<bool> is_told;  ///< by institution: named elsewhere than in the function of somebody
  std::vector<std::optional<std::uint32_t>> for_whom; ///< by sentence: who the person that it begins with signs for, by the line above
  std::vector<bool> is_represented; ///< by person: somebody stands for this one

  Ties ties;  ///< sentences that tell one of several agreements and leave out what the head says of all

  /// `parts`: words at which sentences were parted, see find_parts.
  explicit Findings(const Reading& reading, std::span<const std::size_t> parts = {});

 private:
  /// « Protocole d'accord entre A, B et C » as a title tells a signature without a verb.
  void add_titles();
};

/// « le collège Santé de l'université »: what one of Reading::named belongs to stands right behind it.
bool is_part_of_next(const Reading& reading, std::size_t mention);

}  // namespace maillage::documents
