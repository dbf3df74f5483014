// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "model/schema.hpp"
#include "records/checks/context.hpp"
#include "records/checks/row_keys.hpp"
#include "records/nearest.hpp"

namespace maillage {
namespace {

constexpr int kMostNear = 200;  // looking for near keys costs more than the reading

std::string nearest_or_all(std::string_view written, const std::vector<std::string_view>& candidates) {
  auto near = nearest_to(written, candidates);
  if (!near.empty()) return near;
  for (const auto candidate : candidates) near.append(near.empty() ? "" : ", ").append(candidate);
  return near;
}

class ClaimCheck {
 public:
  explicit ClaimCheck(const CheckContext& context) : context_(context), keys_(context) {}

  void look_at(const Evidence& claim) {
    look_at_field("evidence", claim.row, claim.table, claim.field);
    look_at_row("evidence", claim.row, claim.table, claim.key);
    if (claim.basis == Basis::inferred && claim.reason.empty()) {
      context_.log.add("missing_value", context_.at("evidence", claim.row, "reason"), "", "reason");
    }
  }
  void look_at(const Acknowledgement& row) {
    const auto known = fault_codes();
    const auto found = std::ranges::find(known, row.warning, &FaultCode::code);
    if (!row.warning.empty() && (found == known.end() || found->severity != Severity::warning)) {
      std::vector<std::string_view> warnings;
      for (const auto& code : known) {
        if (code.severity == Severity::warning) warnings.push_back(code.code);
      }
      context_.log.add("unknown_code", context_.at("acknowledgements", row.row, "warning"), row.warning,
                       nearest_or_all(row.warning, warnings));
    }
    if (!row.field.empty()) look_at_field("acknowledgements", row.row, row.table, row.field);
    if (!row.key.empty() && row.key != "*") look_at_row("acknowledgements", row.row, row.table, row.key);
  }
  void look_at(const ReviewMark& row) {
    look_at_field("reviews", row.row, row.table, row.field);
    look_at_row("reviews", row.row, row.table, row.key);
    look_at_source("reviews", row.row, row.source);
  }
  void look_at(const NameDecision& row) {
    if (!row.key.empty()) look_at_row("name_decisions", row.row, row.table, row.key);
    if (!row.source.empty()) look_at_source("name_decisions", row.row, row.source);
  }

 private:
  void look_at_field(std::string_view from, std::uint64_t line, std::string_view table, std::string_view field) {
    const auto* schema = find_table(table);
    if (schema == nullptr || field == "*" || schema->place_of(field) < schema->fields.size()) return;
    std::vector<std::string_view> names;
    for (const auto& known : schema->fields) names.push_back(known.name);
    context_.log.add("unknown_code", context_.at(from, line, "field"), field, nearest_or_all(field, names));
  }
  void look_at_row(std::string_view from, std::uint64_t line, std::string_view table, std::string_view key) {
    if (find_table(table) == nullptr || keys_.has(table, key)) return;
    if (context_.is_lost(table, !keys_.is_empty(table), from)) return;
    const auto near = ++told_ <= kMostNear ? keys_.nearest(table, key) : std::string();
    context_.log.add("broken_reference", context_.at(from, line, "row"), key, near, context_.file(table));
  }
  void look_at_source(std::string_view from, std::uint64_t line, std::string_view source) {
    if (source.empty() || keys_.has("sources", source) || context_.is_lost("sources", !keys_.is_empty("sources"), from)) return;
    const auto near = ++told_ <= kMostNear ? keys_.nearest("sources", source) : std::string();
    context_.log.add("broken_reference", context_.at(from, line, "source"), source, near, context_.file("sources"));
  }

  const CheckContext& context_;
  RowKeys keys_;
  int told_ = 0;
};

}  // namespace

void check_claims(const CheckContext& context) {
  if (context.input.format != InputFormat::package) return;
  ClaimCheck check(context);
  for (const auto& claim : context.data.evidence) check.look_at(claim);
  for (const auto& row : context.data.acknowledgements) check.look_at(row);
  for (const auto& row : context.data.reviews) check.look_at(row);
  for (const auto& row : context.data.name_decisions) check.look_at(row);
}

}  // namespace maillage
