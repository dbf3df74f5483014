// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace maillage {

/// How a value that a source gives stands to the one that the data have.
enum class ValueRelation : std::uint8_t {
  same,     ///< the same, or the same said with less precision
  finer,    ///< it says more: a day of the month that the data have
  wording,  ///< other words for what has no one right wording
  other
};

/// By the type of the field: dates by their days, amounts and durations by what they amount to, texts without case and
/// accents. Both values are as the tables have them, neither is empty. O(length).
ValueRelation compare_values(std::string_view table, std::string_view field, const std::string& known, const std::string& said);

}  // namespace maillage
