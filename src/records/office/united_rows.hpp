// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "records/office/import_list.hpp"
#include "records/office/staged_agreement.hpp"

namespace maillage {

/// One agreement of all that rows say of it. Of what contradicts, the table that was read first counts, in it what most
/// rows say; where as many do, what comes first by the alphabet; the rest is noted. Not yet united: parties that are
/// named twice (united_parties()). O(rows · columns).
StagedAgreement united_rows(std::vector<StagedAgreement> rows, std::vector<ImportNote>& notes);

/// Adds to rows the parties, people, themes, remarks and places of others that say the same of the agreement.
void add_row(StagedAgreement& rows, StagedAgreement more);

/// Each institution once, where it is named first, with all that is said of it; of what contradicts as
/// united_rows(), but for contributions, of which the first stands where as many say each; the rest is noted. O(parties · log).
std::vector<StagedParty> united_parties(std::vector<StagedParty> parties, std::vector<ImportNote>& notes);

}  // namespace maillage
