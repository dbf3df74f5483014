// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "records/office/staged_agreement.hpp"

namespace maillage {

/// What the rows of a list share.
enum class NumberKind : std::uint8_t {
  id,        ///< their agreement's id: one agreement, unless both the title and something else contradict
  reference  ///< a reference, that several agreements may have (one decision): one agreement where nothing contradicts
};

/// Which of the rows speak of one agreement.
struct PartedRows {
  std::vector<std::vector<std::size_t>> agreements;  ///< places of rows; each once
  std::vector<std::size_t> unattached;               ///< rows that may belong to several of them, and nothing says to which
};

/// Parts rows that share a number into agreements, in whatever order they stand.
///
/// Rows that contradict each other are of different agreements. A row that says too little to be told from several of them
/// belongs to the one that it agrees with in most columns (title, day, …), where there is one such; else to none. Where one
/// table has the agreements and another their parties, each row of the latter belongs to the agreement of the former whose
/// title it does not contradict, in the same way. `rows`: of one table and saying the same, so each differs from all others.
/// O(rows²) for 2,000 rows; where there are more, only those that say the same are one agreement.
PartedRows part_rows(std::span<const StagedAgreement* const> rows, NumberKind kind);

}  // namespace maillage
