// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// What a sentence that tells of a signature says of bodies that are not bound by it: members of a party, parties of an older
/// agreement, who does something else. Each is O(words + clauses of the sentence).
class OtherMatters {
 public:
  OtherMatters(const Findings& findings, std::uint32_t sentence)
      : findings_(findings), reading_(findings.reading), sentence_(sentence), passage_(reading_.passages[sentence]) {}

  /// « Dans le cadre de la convention nationale signée entre A et B, … »: the last signature before is an older one.
  bool is_of_older_text(const WordRange& mention) const;
  /// « L'accord remplace celui qui liait A à B »
  bool follows_replaced(const WordRange& mention) const;
  /// « A se réjouit de la convention que viennent de conclure B et C »; « … qu'elle a signée » is A's own
  bool tells_of_others_signing(const WordRange& mention) const;
  /// « A et B signent, C attend »
  bool begins_other_clause(const WordRange& mention) const;
  /// « La convention de financement de la maison de santé a été signée par A et B »; a territory's contract is its own.
  bool is_matter_of_agreement(std::uint32_t number, const WordRange& mention) const;
  /// « A, qui réunit B et C, a signé », « A, composée de B et de C », « A, dont B est membre »: B and C are told of A. « A, qui
  /// s'engage avec B » is none.
  bool stands_in_relative(const WordRange& mention) const;
  /// « A, qui finance deux postes, était représentée par … »
  bool is_told_to_do_other(const WordRange& mention) const;
  /// « A et B suivent la démarche, qui rejoint la feuille de route »: a thing does.
  bool joins_a_thing(const SigningClause& clause) const;
  /// « La fédération rassemble les hôpitaux de A et de B »: a body does, no agreement.
  bool gathers_own_members(const SigningClause& clause) const;
  /// « Elle rassemble des chercheurs de A et de B »: people who work there
  bool gathers_staff(const SigningClause& clause) const;

 private:
  bool tells_of_antecedent(const WordRange& relative, bool has_comma) const;
  bool is_called_member(const WordRange& mention) const;

  const Findings& findings_;
  const Reading& reading_;
  std::uint32_t sentence_;
  const Passage& passage_;
};

}  // namespace maillage::documents
