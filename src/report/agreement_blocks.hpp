// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "report/report_context.hpp"

namespace maillage {

/// What the sources say for one field of one row: where, whether it is inferred and why, and the claims that were not
/// accepted. Empty where there is no claim.
Line evidence_line(const ReportContext& context, std::string_view table, std::string_view key, std::string_view field);

Line evidence_line(const ReportContext& context, const Claims& claims);
/// What a claim says, in words: a date as the language writes it, anything else as it is.
std::string claimed_value(const ReportContext& context, const Evidence& claim);

/// Every field of an agreement that holds something, its parties, signatories, events and lineage, each with its
/// evidence.
Blocks agreement_blocks(const ReportContext& context, const AgreementFacts& facts);

/// A person who signed or was present: name, capacity, on whose behalf.
Line signature_line(const ReportContext& context, Index signature_row);

}  // namespace maillage
