// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/report_context.hpp"

namespace maillage {

// The parts of a report, one function each. The anchor of a section is its name here.

// Pictures (figure_sections.cpp); no section where the figure is missing.
std::optional<Section> map_section(const ReportContext& context);
std::optional<Section> timeline_section(const ReportContext& context);

/// Signed agreements that pass the filters of the view and are left out by its day or period alone (period_words.cpp).
std::size_t left_out_by_date(const ReportContext& context);

// Counts (count_sections.cpp).
Section years_section(const ReportContext& context);
Section breakdowns_section(const ReportContext& context);
Section endings_section(const ReportContext& context);

/// Blank areas (coverage_section.cpp): sentences, map and table; nothing where the data list no territories.
std::optional<Section> coverage_section(const ReportContext& context);

// The network (network_sections.cpp).
Section hubs_section(const ReportContext& context);
Section structure_section(const ReportContext& context);

// Communities (communities_section.cpp): a sentence says why there are none below kCommunitiesFrom institutions.
Section communities_section(const ReportContext& context);
bool tells_communities(const ReportContext& context);
/// How many there are, the largest, and the share of agreements that cross them; asks for tells_communities.
Line communities_finding(const ReportContext& context);

// What the data hold (record_sections.cpp).
Section signatures_section(const ReportContext& context);
Section announced_section(const ReportContext& context);
Section mentions_section(const ReportContext& context);
/// Of these mentions (rows) alone, in this order.
Section mentions_section(const ReportContext& context, const std::vector<Index>& mentions);
Section agreements_section(const ReportContext& context);
Section institutions_section(const ReportContext& context);

// What it all rests on (quality_sections.cpp).
Section quality_section(const ReportContext& context);
/// What was inferred or set aside, and why (doubts_section.cpp); nothing where all is stated.
std::optional<Section> doubts_section(const ReportContext& context);
Section sources_section(const ReportContext& context);
/// Of these sources and claims (rows, ascending) alone.
Section sources_section(const ReportContext& context, const std::vector<Index>& sources,
                        const std::vector<Index>& evidence);
Section method_section(const ReportContext& context);

/// Up to this many agreements stand in the page in full, with every field and its evidence; above that a row each.
inline constexpr std::size_t kAgreementsInFull = 80;
/// Rows of a table in the page at most; the file of the table holds all.
inline constexpr std::size_t kRowsInPage = 100;

/// Leaves the first kRowsInPage rows in a block and notes where the others are.
void shorten(const ReportContext& context, TableBlock& block);

}  // namespace maillage
