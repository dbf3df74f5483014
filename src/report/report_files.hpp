// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/document.hpp"
#include "report/report_context.hpp"

namespace maillage {

/// What every report ends with: who made it, and that it exists in Markdown too.
Line report_foot(const ReportContext& context);

/// A report's document as files: page, Markdown, long lists on pages of their own, figures of the input, tables (CSV and
/// one workbook) and a fact sheet for each of `sheets` (institutions). An office's wording is put in first. Links that
/// lead to none of these are taken off.
ReportFiles report_files(const ReportContext& context, Document document, const std::vector<Index>& sheets);

}  // namespace maillage
