// SPDX-License-Identifier: Apache-2.0
#include "records/checks/context.hpp"

namespace maillage {
namespace {

// Is every reading of the end before every reading of the start?
bool is_before(const PartialDate& end, const PartialDate& start) {
  if (!start.is_known() || start.is_open() || !end.is_known()) return false;
  return end.latest() < start.earliest();
}

void look_at(const CheckContext& context, std::string_view table, std::uint64_t line, std::string_view field,
             const PartialDate& start, const PartialDate& end, std::string_view start_field,
             std::string_view code = "end_before_start") {
  if (!is_before(end, start)) return;
  context.log.add(code, context.at(table, line, field), end.to_edtf(), start.to_edtf(), start_field);
}

void look_at_agreements(const CheckContext& context) {
  const auto& data = context.data;
  const auto& t = data.agreements;
  for (Index a = 0; a < t.size(); ++a) {
    const bool has_start = t.valid_from[a].is_known();
    const auto start = has_start ? t.valid_from[a] : t.signed_on[a];
    const auto* const field = has_start ? "valid_from" : "signed";
    look_at(context, "agreements", t.row[a], "valid_to", start, t.valid_to[a], field);
    look_at(context, "agreements", t.row[a], "terminated", start, t.terminated[a], field);
    for (const auto party : data.parties_of(a)) {
      look_at(context, "parties", context.line_of_party(a, party), "left", data.parties.joined[party],
              data.parties.left[party], "joined", "left_before_joined");
    }
  }
}

}  // namespace

void check_dates(const CheckContext& context) {
  const auto& data = context.data;
  look_at_agreements(context);
  for (Index row = 0; row < data.institutions.size(); ++row) {
    look_at(context, "institutions", data.institutions.row[row], "dissolved", data.institutions.founded[row],
            data.institutions.dissolved[row], "founded");
  }
  for (const auto& row : data.affiliations) {
    look_at(context, "affiliations", row.row, "valid_to", row.valid_from, row.valid_to, "valid_from");
  }
  for (const auto& row : data.positions) {
    look_at(context, "positions", row.row, "valid_to", row.valid_from, row.valid_to, "valid_from");
  }
}

}  // namespace maillage
