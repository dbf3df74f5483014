// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "report/report_context.hpp"

namespace maillage {

/// A section that says what the sources are that a document cites by number (S1, S5): title, kind and date, in the order
/// of their numbers; nothing where it cites none. O(spans of the document).
std::optional<Section> cited_sources(const ReportContext& context, const Document& document);

/// The rows of the sources that a document cites, ascending.
std::vector<Index> sources_cited(const DataSet& data, const Document& document);

}  // namespace maillage
