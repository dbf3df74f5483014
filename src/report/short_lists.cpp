// SPDX-License-Identifier: Apache-2.0
#include "report/short_lists.hpp"

namespace maillage {

Line shortened_list(const ReportContext& c, std::vector<LinkedName> names, const Target& rest) {
  if (names.size() > kNamesInCell + 1) {
    const auto left = names.size() - kNamesInCell;
    names.resize(kNamesInCell);
    names.emplace_back(c.say_count("report.and_others", left), rest);
  }
  return c.linked_list(names);
}

void put_names(const ReportContext& c, const std::vector<LinkedName>& names, Cell& cell, CellDress& dress) {
  if (names.size() <= kNamesInCell + 1) {
    dress.after = c.linked_list(names);
    dress.is_only_after = true;
    return;
  }
  cell.shown = plain_text(shortened_list(c, names, {}));
  dress.list = names;
}

}  // namespace maillage
