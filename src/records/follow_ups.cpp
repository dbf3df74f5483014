// SPDX-License-Identifier: Apache-2.0
#include "records/follow_ups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace maillage {
namespace {

using RowPlace = std::pair<std::string, std::uint64_t>;
struct BadRow {
  bool is_cut = false;     // a quote has swallowed the end of the row
  bool is_uneven = false;  // too many or too few fields
  std::set<std::string> bad_cells, misfits;
};

bool is_one_of(std::string_view code, std::initializer_list<std::string_view> codes) {
  return std::ranges::find(codes, code) != codes.end();
}
bool damages_a_cell(std::string_view code) {
  return is_one_of(code, {"unterminated_quote", "text_after_quote", "invalid_utf8", "null_byte", "field_too_long"});
}
bool is_misfit(std::string_view code) {
  return code.starts_with("malformed_") || is_one_of(code, {"unknown_code", "broken_reference", "missing_value"});
}

}  // namespace

void leave_out_follow_ups(Faults& faults) {
  std::map<RowPlace, BadRow> bad_rows;
  for (const auto& fault : faults) {
    const bool is_uneven = is_one_of(fault.code, {"too_many_fields", "too_few_fields"});
    if (fault.row == 0 || (!is_uneven && !damages_a_cell(fault.code))) continue;
    auto& row = bad_rows[{fault.file, fault.row}];
    row.is_uneven |= is_uneven;
    row.is_cut |= fault.code == "unterminated_quote";
    if (!is_uneven) row.bad_cells.insert(fault.field);
  }
  if (bad_rows.empty()) return;
  const auto row_of = [&](const Fault& fault) { return bad_rows.find(RowPlace(fault.file, fault.row)); };
  for (const auto& fault : faults) {
    const auto row = row_of(fault);
    if (row != bad_rows.end() && is_misfit(fault.code)) row->second.misfits.insert(fault.field);
  }
  std::erase_if(faults, [&](const Fault& fault) {
    const auto found = row_of(fault);
    if (found == bad_rows.end() || !is_misfit(fault.code)) return false;
    const auto& row = found->second;
    if (row.bad_cells.contains(fault.field)) return true;
    if (fault.code == "missing_value") return row.is_cut || row.is_uneven;
    return row.is_uneven && row.misfits.size() >= 2;
  });
}

}  // namespace maillage
