// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/report_context.hpp"

namespace maillage {

/// A long list that stands on a page of its own beside the report.
struct ListingPage {
  std::string path;  ///< `agreements.html`, `institutions.html`
  Document document;
};

/// Up to this many rows a list of agreements or institutions stands in the report itself, which has to stay readable.
inline constexpr std::size_t kListedInReport = 500;

/// Takes the lists of agreements and institutions that are longer than that out of a report and leaves a link to the page
/// that holds them; what is to be decided has a page of its own in any case, beside the next decisions. O(rows).
std::vector<ListingPage> take_out_long_lists(const ReportContext& context, Document& report);

}  // namespace maillage
