// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/agreement_threads.hpp"

namespace maillage::documents {

/// One agreement of several of a kind that a text lists: a row of a table, or a member of « des contrats sont signés
/// avec A, B et C ».
struct ListedAgreement {
  std::vector<std::uint32_t> parties;  ///< its own; those that all of them share are not here
  WordRange words;                     ///< where it is listed
  bool is_row = false;                 ///< an item, with dates of its own or none
  bool is_planned = false;             ///< « à venir »
  bool is_dated = false;               ///< a member with a day of its own
};

/// The agreements that a thread lists; empty where it tells one only. O(mentions of the thread).
std::vector<ListedAgreement> find_listed_agreements(const Findings& findings, const AgreementThread& thread);

/// The second agreement of « ont signé une convention-cadre et une convention de financement »: in
/// Findings::instruments. O(instruments of the thread's signatures).
std::optional<std::size_t> second_instrument(const Findings& findings, const AgreementThread& thread);

}  // namespace maillage::documents
