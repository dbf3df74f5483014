// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "language/language.hpp"
#include "model/data_set.hpp"

namespace maillage {

/// What the data say about when and between whom an agreement stands: the claims a time-line or map draws on (dates,
/// stage, type, number of parties; its parties and events). Claims that were not accepted are left out.
std::vector<const Evidence*> claims_drawn(const DataSet& data, Index agreement);

/// Did the data infer this field of the agreement, rather than find it stated? False where nothing is said about it.
bool is_inferred(const DataSet& data, Index agreement, std::string_view field);

/// The sources of claims with their lines, for the foot of a drawing: “S2 Title (l. 13–39) ; S5 …”, each source once,
/// numbered as in the report (its row from 1). At most `limit` sources; the rest is counted. Empty without claims.
std::string source_note(const DataSet& data, const std::vector<const Evidence*>& claims, const Language& language,
                        std::size_t limit = 12);

}  // namespace maillage
