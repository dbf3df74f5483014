// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "records/office/import_list.hpp"
#include "records/text_tables.hpp"

namespace maillage {

/// What a package has of an agreement by an earlier state of a list, and the list no longer says: merging takes nothing away.
struct KeptRows {
  std::string agreement;                          ///< id
  std::vector<std::string> parties, signatories;  ///< ids of institutions and people
  std::string themes;                             ///< where the list has none any more; as the table of agreements has them
};

/// For each agreement that the list names again, by id; those that lead back to `sources` alone: what other sources say stays
/// without a word. None where nothing is kept. O(rows · log).
std::vector<KeptRows> kept_rows(const TextTables& package, const TextTables& list, std::span<const ListSource> sources);

/// Ids of the agreements of a package that lead back to `sources` and that the list does not name any more, ascending.
/// O(rows · log).
std::vector<std::string> gone_agreements(const TextTables& package, const TextTables& list, std::span<const ListSource> sources);

}  // namespace maillage
