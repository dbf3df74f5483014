// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "documents/institutions/bracketed_names.hpp"
#include "documents/institutions/name_context.hpp"
#include "documents/institutions/proper_names.hpp"

namespace maillage::documents {

/// How a name goes on after its head.
struct NameTail {
  std::size_t last = 0;         ///< one past it; where it began: there is none
  bool is_proper = false;       ///< holds a proper name
  bool has_complement = false;  ///< says what it does: « d'agriculture », « régional des pêches »
  std::string acronym;          ///< in brackets inside or behind it
  bool is_abbreviated = false;  ///< an acronym in brackets tells how far it goes
  bool has_territory = false;   ///< « de la Ville de N »
  std::size_t part_of = 0;      ///< the word where the head of what it belongs to begins; 0: none
};

/// One past « de la sécurité publique », « contre le cancer », « d'art »; `at` where it is none. O(its length).
std::size_t lower_complement_end(const NameContext& context, std::size_t at, std::size_t end);

/// The tail that begins at a word, behind a head that begins at `first`. O(its length).
NameTail name_tail(const NameContext& context, std::size_t first, std::size_t at, std::size_t end,
                   std::string_view category);

/// What follows a name that is complete: « France Travail Nord ». Research bodies have branches at places only. O(its
/// length).
NameTail branch_tail(const NameContext& context, std::size_t at, std::size_t end, std::string_view category);

}  // namespace maillage::documents
