// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "documents/agreements/read_agreement.hpp"

namespace maillage::documents {

/// What was read from a document in the JSON form of `read`: values, and under `fields` of each agreement their confidence,
/// lines and rule. `file`: its name without folders. O(size).
nlohmann::ordered_json draft_json(const ReadDocument& read, std::string_view file);

}  // namespace maillage::documents
