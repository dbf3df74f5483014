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

}  // namespace maillage::documents
