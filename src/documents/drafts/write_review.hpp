// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "documents/drafts/review_of.hpp"

namespace maillage::documents {

/// A review form as the CSV that French Excel and LibreOffice open on a double click: byte-order mark, `;`, CRLF, what is
/// doubtful first, formulas made harmless. Two columns hold each value: the one to correct and the one as it was read.
/// O(size).
std::string write_review(const Review& review);
/// The same of what was read from a document.
std::string write_review(const ReadDocument& read, const ReviewMeta& meta);
/// The same form as an .xlsx workbook: columns as wide as they need, texts wrapped, a list of the decisions, a coloured
/// ground for each row that is still to be checked, ready to print. All cells are texts, whatever is typed into them.
/// O(size); throws as to_xlsx() does.
std::string write_review_workbook(const Review& review);

}  // namespace maillage::documents
