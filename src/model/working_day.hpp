// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/partial_date.hpp"

namespace maillage {

/// Easter Sunday of a year of the Gregorian calendar. Source: the algorithm of Butcher's ecclesiastical calendar (1876), as
/// in J. Meeus, Astronomical Algorithms, chapter 8. O(1).
Day easter_sunday(int year);

/// Is the day one of the eleven public holidays of France (code du travail, article L. 3133-1)?
///
/// 1 January, Easter Monday, 1 May, 8 May, Ascension, Whit Monday, 14 July, 15 August, 1 November, 11 November,
/// 25 December. What some departments have besides (Alsace, Moselle, overseas) is not counted. Today's list is used
/// for every year. O(1).
bool is_public_holiday(Day day);

/// Neither Saturday nor Sunday nor public holiday.
bool is_working_day(Day day);

/// The day itself where it is a working day, else the last one before it. O(1).
Day last_working_day(Day day);

}  // namespace maillage
