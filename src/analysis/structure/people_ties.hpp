// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "network/network_view.hpp"
#include "results/people_ties.hpp"

namespace maillage {

/// The people of a view's agreements and of the offices on record: where each was and when, which institutions share a
/// person, and what outlived a change in an office (docs/people.md).
///
/// A person is at an institution by an office there (the table of positions) or by signing for it. Dates are those of
/// the office (begin, end, days it was seen) and of the signature, else of the agreement's signature; between two of
/// them the person is taken to have stayed. Institutions are those of the view (rolled up, succeeded). `office` gives
/// titles of the same office the same text, and an empty text to what is no office. A change is told where the former
/// holder was last seen in an office before the next one was first seen in it. O(positions + signatures, sorted; pairs
/// of stays).
PeopleTies people_ties(const NetworkView& view, const std::function<std::string(std::string_view)>& office);

/// How many agreements of a selection have a named signatory. O(their signatures).
std::size_t agreements_with_signatories(const DataSet& data, const Selection& selection);

}  // namespace maillage
