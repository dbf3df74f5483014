// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "documents/intake/taken_in.hpp"

namespace maillage::documents {

/// Puts together the lines of a document whose format says what they are. Refused beyond the limits.
class LineCollector {
 public:
  LineCollector(SourceText& text, const IntakeLimits& limits) : text_(&text), limits_(&limits) {}
  /// A line as it stands, made clean; nothing for one without letters.
  void add(std::string_view line, std::uint32_t number, LineForm form, std::uint32_t page = 1);
  /// A blank line, never two in a row nor at the beginning.
  void blank();
  /// The cells of a row as one line: after a label « Date : 3 mai 2024 », else « name, function, institution ».
  void add_row(const std::vector<std::string>& cells, std::uint32_t number, std::uint32_t page = 1);

 private:
  SourceText* text_;
  const IntakeLimits* limits_;
  std::uint64_t bytes_ = 0;
};

/// Without blanks at both ends, those inside as one.
std::string with_single_blanks(std::string_view text);

}  // namespace maillage::documents
