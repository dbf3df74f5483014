// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace maillage::published {

/// Two persons in contact from a day on, up to the day before another.
struct Contact {
  int one, other, onset, terminus;
};

/// 16 persons, 18 contacts in time: figure 5 of Moody, Static Representations of Dynamic Networks (Duke Population Research
/// Institute, 2008), with the days as the R package tsna (statnet) has them in `moodyContactSim`.
inline constexpr auto kMoodyContacts = std::to_array<Contact>({
    {1, 9, 674, 701}, {1, 11, 214, 247}, {1, 12, 621, 651}, {1, 16, 583, 615}, {11, 8, 749, 793},
    {8, 13, 719, 745}, {13, 5, 712, 739}, {13, 3, 634, 660}, {13, 7, 769, 795}, {13, 4, 453, 479},
    {13, 2, 494, 524}, {7, 10, 224, 256}, {10, 4, 40, 72}, {4, 14, 665, 692}, {2, 15, 709, 740},
    {2, 16, 575, 599}, {4, 16, 748, 782}, {16, 6, 701, 733}});

}  // namespace maillage::published
