// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/validity.hpp"
#include "network/view_options.hpp"

namespace maillage {

/// The agreements that pass the filters and the dates asked for.
struct Selection {
  struct Item {
    Index agreement;
    Certainty certainty;  ///< never `no`: does the date condition hold for certain?
    Certainty in_force;   ///< on the reference day (`no` where there is none, and for announced agreements)
  };
  std::vector<Item> items;  ///< in row order
  /// The day anything that needs a date is read at: as_of, else the latest date stated in the data; none where the
  /// data state no date.
  std::optional<Day> reference_day;
  bool reference_day_is_asked = false;  ///< it was given with as_of

  std::size_t certain() const;   ///< how many certainly meant
  std::size_t possible() const;  ///< how many possibly meant, the certain ones included
};

/// Selects agreements: a cross-section, a window, or all so far; see ViewOptions.
///
/// With a date (as_of or from/to) an agreement is certain where every reading of its dates meets the condition, and
/// possible where some reading does. Without one every signed agreement is certain. Announced agreements pass only with
/// with_announced or statuses containing `announced`. O(agreements + parties).
Selection select_agreements(const DataSet& data, const ViewOptions& options);

}  // namespace maillage
