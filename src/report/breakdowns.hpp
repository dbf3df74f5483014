// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report_context.hpp"

namespace maillage {

/// The agreements of a report that have one value: a type, a theme, a kind of party, a territory, a source.
struct Group {
  std::string code;   ///< for machines; empty: the agreements for which nothing is said
  std::string label;  ///< for people
  Target target{};
  std::vector<Index> signed_agreements, announced;
  std::size_t certain = 0, possible = 0;  ///< signed and in force on the day
};

/// By `type`, `theme`, `kind`, `territory` or `source`, the largest group first, then by code; the agreements for which
/// nothing is said last. An agreement with several values stands in each of their groups, once.
std::vector<Group> groups_by(const ReportContext& context, std::string_view what);

/// The groups as a table `by_WHAT` with bars.
TableBlock breakdown_table(const ReportContext& context, std::string_view what);

}  // namespace maillage
