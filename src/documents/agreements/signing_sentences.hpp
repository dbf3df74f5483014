// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/agreements/findings.hpp"

namespace maillage::documents {

/// What a sentence tells of a signature by itself and by those beside it: « Les deux ont signé » behind « X, maire, a reçu Y ».
class SigningSentences {
 public:
  explicit SigningSentences(const Findings& findings) : findings_(findings), reading_(findings.reading) {}

  /// Does it tell a signature that took place? O(clauses of the sentence), as all below.
  bool signs(std::uint32_t sentence) const;
  /// « souligne X », or a quotation.
  bool has_saying(const Passage& passage) const;
  /// « représentée par X », « engageait A »
  bool represents(const Passage& passage) const;
  /// How sure the sentences beside it say that those whom it names sign; 0: they do not.
  double leads_over(std::uint32_t sentence) const;
  /// « L'ARS l'était par son directeur, X » behind « La rectrice était représentée par Y ».
  bool goes_on_representing(std::uint32_t sentence) const;
  /// « De gauche à droite : … », and the blocks right behind.
  bool on_photograph(std::uint32_t sentence) const;
  /// « Tous trois ont signé » behind a sentence that names as many people.
  bool all_sign_behind(std::uint32_t sentence, std::size_t count) const;

 private:
  bool goes_on_signing(std::uint32_t sentence) const;
  bool they_sign(std::size_t sentence) const;
  bool is_signed_by_them(std::size_t sentence) const;
  bool answers_who(std::uint32_t sentence) const;
  bool has_own_signature(const WordRange& range) const;
  bool goes_on_by_pronoun(std::uint32_t sentence) const;

  const Findings& findings_;
  const Reading& reading_;
};

}  // namespace maillage::documents
