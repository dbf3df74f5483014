// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/agreements/reading.hpp"

namespace maillage::documents {

/// « L'État, représenté par la préfète »: the office signs for the State, and is no second party; « la préfecture » that is
/// bound itself, whose sub-prefect signs « au nom de l'État », is the party. O(parties + mentions).
void drop_office_of_state(const Reading& reading, std::vector<ReadParty>& parties);

/// « Le contrat local de santé de la Plaine et du Pays d'Arlac a été signé par la communauté de communes 3VAB, la préfecture et l'ARS »:
/// the land that the agreement is for is no party, where a community signs. O(parties).
void drop_lands_of_communities(const Reading& reading, std::vector<ReadParty>& parties);

}  // namespace maillage::documents
