// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/drafts/review.hpp"

namespace maillage::documents {

/// Something in a review form that cannot be understood, at a place.
struct ReviewFault {
  enum class Kind : std::uint8_t {
    no_form,           ///< no header of a form in the file
    missing_column,    ///< `value`: its name
    unknown_record, unknown_field, unknown_decision,
    twice,             ///< two rows say the same field otherwise; `value` the second
    lost_letters,      ///< saved in an encoding without some of its letters: a `?` in their place
    no_document,       ///< no row says which document it is, or its digest
    too_long,
    too_many           ///< more rows than a form can have
  } kind = Kind::no_form;
  std::uint64_t line = 0;  ///< of the file
  std::string column;      ///< as the form calls it; empty: the file as a whole
  std::string value;
};

struct ReviewFile {
  Review review;
  std::vector<ReviewFault> faults;  ///< by line; with any of them the form is not to be accepted
};

/// Reads a review form as a person gives it back: rows in any order, columns moved, more of them, rows added or taken out;
/// `;`, `,` or tab; UTF-8, UTF-16 or Windows-1252; or a workbook (.xlsx, .ods). Values are kept as they are written, but for
/// spaces around them and the apostrophe that makes formulas harmless. O(bytes).
ReviewFile read_review(std::string_view bytes);

}  // namespace maillage::documents
