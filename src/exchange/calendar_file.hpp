// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/partial_date.hpp"

namespace maillage {

/// A whole day in a calendar. Texts are UTF-8 in the language of the calendar.
struct CalendarEvent {
  std::string uid;  ///< the same for the same event, whenever the calendar is written
  Day day = 0;
  std::string summary, description, category;
  std::vector<int> reminders{};  ///< days before it that a reminder is shown
};

struct Calendar {
  std::string name, description;
  std::string language;  ///< `fr`, `en`
  std::string version;   ///< of the program
  Day stamp = 0;         ///< the day that the facts are of; no clock is asked
  std::vector<CalendarEvent> events{};
};

/// The bytes of an iCalendar file (RFC 5545, with NAME and DESCRIPTION of RFC 7986).
///
/// Every event is a whole day (DTSTART;VALUE=DATE) that leaves the person free, with a VALARM a reminder. Lines end in CRLF
/// and are folded at 75 octets, never inside a character; commas, semicolons, backslashes and line breaks of texts are
/// escaped, other control characters left out. A calendar without events holds one VJOURNAL with its description, since
/// the format asks for a component. Same value, same bytes. O(size).
std::string to_icalendar(const Calendar& calendar);

}  // namespace maillage
