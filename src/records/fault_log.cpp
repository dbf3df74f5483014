// SPDX-License-Identifier: Apache-2.0
#include "records/fault_log.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "records/follow_ups.hpp"

namespace maillage {
namespace {

constexpr std::size_t kMostOfOneKind = 10'000;

constexpr auto kCodes = std::to_array<FaultCode>({
    {"alias_claimed_twice", Severity::error},
    {"broken_reference", Severity::error},
    {"conflicting_rows", Severity::error},
    {"duplicate_column", Severity::error},
    {"duplicate_id", Severity::error},
    {"duplicate_key", Severity::error},
    {"empty_table", Severity::error},
    {"end_before_start", Severity::error},
    {"field_too_long", Severity::error},
    {"invalid_utf8", Severity::error},
    {"left_before_joined", Severity::error},
    {"lineage_cycle", Severity::error},
    {"malformed_address", Severity::error},
    {"malformed_date", Severity::error},
    {"malformed_duration", Severity::error},
    {"malformed_identifier", Severity::error},
    {"malformed_number", Severity::error},
    {"malformed_package", Severity::error},
    {"missing_column", Severity::error},
    {"missing_table", Severity::error},
    {"missing_value", Severity::error},
    {"no_text", Severity::error},
    {"null_byte", Severity::error},
    {"parent_cycle", Severity::error},
    {"party_listed_twice", Severity::error},
    {"personal_contact", Severity::error},
    {"repeated_header", Severity::error},
    {"stray_column", Severity::error},
    {"succession_cycle", Severity::error},
    {"table_without_rows", Severity::error},
    {"territory_cycle", Severity::error},
    {"text_after_quote", Severity::error},
    {"too_few_fields", Severity::error},
    {"too_many_fields", Severity::error},
    {"too_many_faults", Severity::error},
    {"unknown_code", Severity::error},
    {"unterminated_quote", Severity::error},
    {"byte_order_mark", Severity::warning},
    {"decimal_comma", Severity::warning},
    {"delimiter_semicolon", Severity::warning},
    {"few_named_parties", Severity::warning},
    {"french_date", Severity::warning},
    {"idle_acknowledgement", Severity::warning},
    {"ids_alike", Severity::warning},
    {"lost_leading_zero", Severity::warning},
    {"no_descriptor", Severity::warning},
    {"no_evidence", Severity::warning},
    {"outer_space", Severity::warning},
    {"placeholder_date", Severity::warning},
    {"position_not_covering", Severity::warning},
    {"quote_in_plain_field", Severity::warning},
    {"self_loop", Severity::warning},
    {"signature_after_source", Severity::warning},
    {"spellings_merged", Severity::warning},
    {"stray_table", Severity::warning},
    {"utf_16", Severity::warning},
    {"windows_1252", Severity::warning},
});

Severity severity_of(std::string_view code) {
  const auto found = std::ranges::find(kCodes, code, &FaultCode::code);
  return found == kCodes.end() ? Severity::error : found->severity;
}

}  // namespace

std::span<const FaultCode> fault_codes() { return kCodes; }

std::string beginning_of(std::string_view text) {
  constexpr std::size_t longest = 200;
  if (text.size() <= longest) return std::string(text);
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

void FaultLog::add(std::string_view code, FaultPlace place, std::string_view value, std::string_view detail,
                   std::string_view other) {
  keep(severity_of(code), code, place, value, detail, other);
}

void FaultLog::warn(std::string_view code, FaultPlace place, std::string_view value, std::string_view detail,
                    std::string_view other) {
  keep(Severity::warning, code, place, value, detail, other);
}

void FaultLog::keep(Severity severity, std::string_view code, FaultPlace place, std::string_view value,
                    std::string_view detail, std::string_view other) {
  if (severity == Severity::error) has_errors_ = true;
  auto& count = counts_[std::string(place.file) + '\n' + std::string(code)];
  if (++count > kMostOfOneKind) return;
  faults_.push_back({std::string(code), severity, std::string(place.file), place.row, std::string(place.field),
                     beginning_of(value), std::string(detail), std::string(other)});
}

Faults FaultLog::take() {
  for (const auto& [key, count] : counts_) {
    if (count <= kMostOfOneKind) continue;
    const auto line = key.find('\n');
    const auto code = key.substr(line + 1);
    faults_.push_back({"too_many_faults", severity_of(code), key.substr(0, line), 0, "", code,
                       std::to_string(count - kMostOfOneKind), ""});
  }
  counts_.clear();
  has_errors_ = false;
  leave_out_follow_ups(faults_);
  std::ranges::stable_sort(faults_, [](const Fault& a, const Fault& b) {
    if (a.severity != b.severity) return a.severity == Severity::error;
    return std::tie(a.file, a.row, a.field, a.code, a.value, a.detail) <
           std::tie(b.file, b.row, b.field, b.code, b.value, b.detail);
  });
  return std::exchange(faults_, {});
}

}  // namespace maillage
