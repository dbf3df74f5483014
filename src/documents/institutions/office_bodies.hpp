// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "documents/institutions/found_name.hpp"
#include "documents/institutions/name_tails.hpp"

namespace maillage::documents {

/// Bodies that are told by who holds an office, by place: « préfet du Nord » (Préfecture du Nord), « les maires de A et
/// B », « directrice départementale de la sécurité publique du Nord ». The name stands on the words behind the office.
/// O(words · length of a name).
std::vector<FoundName> office_bodies(const NameContext& context);

}  // namespace maillage::documents
