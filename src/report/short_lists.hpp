// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report_context.hpp"

namespace maillage {

/// Names that a cell lists at most: an agreement of two hundred parties is told in full once, in its own row.
inline constexpr std::size_t kNamesInCell = 8;

/// `A, B, … et 182 autres` as links; the others lead to `rest`, where they all stand. Up to one more than kNamesInCell
/// are named.
Line shortened_list(const ReportContext& context, std::vector<LinkedName> names, const Target& rest);

/// Lets a cell say the same and unfold to all the names; up to one more than kNamesInCell stand in it as links.
void put_names(const ReportContext& context, const std::vector<LinkedName>& names, Cell& cell, CellDress& dress);

}  // namespace maillage
