// SPDX-License-Identifier: Apache-2.0
// Calendars read by programs of others: python3-icalendar or python3-vobject, whichever is installed.
#include <gtest/gtest.h>

#include "exchange/calendar_file.hpp"
#include "program.hpp"

namespace maillage {
namespace {

// Prints a line for what is read, in characters that any locale has; 77 where the module is not installed.
constexpr const char* kIcalendar = R"PY(
import sys
try:
    from icalendar import Calendar
except ImportError:
    sys.exit(77)
calendar = Calendar.from_ical(open(sys.argv[1], "rb").read())
print(ascii(str(calendar["NAME"])))
for event in calendar.walk("VEVENT"):
    print(event["UID"], event["DTSTAMP"].dt.isoformat(), event["DTSTART"].dt, event["DTEND"].dt)
    print(ascii(str(event["SUMMARY"])))
    print(ascii(str(event["DESCRIPTION"])))
    print(*[alarm["TRIGGER"].dt.days for alarm in event.walk("VALARM")])
)PY";
constexpr const char* kVobject = R"PY(
import sys
try:
    import vobject
except ImportError:
    sys.exit(77)
calendar = vobject.readOne(open(sys.argv[1], encoding="utf-8", newline="").read())
print(ascii(calendar.contents["name"][0].value))
for event in calendar.vevent_list:
    print(event.uid.value, event.dtstamp.value.isoformat(), event.dtstart.value, event.dtend.value)
    print(ascii(event.summary.value))
    print(ascii(event.description.value))
    print(*[alarm.trigger.value.days for alarm in event.contents.get("valarm", [])])
)PY";

Calendar calendar() {
  Calendar calendar;
  calendar.name = "À décider";
  calendar.language = "fr";
  calendar.version = "1.2.3";
  calendar.stamp = parse_day("2024-11-22").value();
  CalendarEvent event;
  event.uid = "maillage-a";
  event.day = parse_day("2028-02-29").value();
  event.summary = "Donner le préavis : « ville ; hôpital, œuvres » " + std::string(60, 'x') + "é😀" + std::string(70, 'y');
  event.description = "Une ligne\nune autre, avec \\ et ;";
  event.category = "préavis";
  event.reminders = {30, 3};
  calendar.events.push_back(event);
  calendar.events.push_back({.uid = "maillage-b", .day = parse_day("2024-12-31").value(), .summary = "b", .description = "c"});
  return calendar;
}

constexpr const char* kRead = R"('\xc0 d\xe9cider'
maillage-a 2024-11-22T00:00:00+00:00 2028-02-29 2028-03-01
'Donner le pr\xe9avis : \xab ville ; h\xf4pital, \u0153uvres \xbb xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\xe9\U0001f600yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'
'Une ligne\nune autre, avec \\ et ;'
-30 -3
maillage-b 2024-11-22T00:00:00+00:00 2024-12-31 2025-01-01
'b'
'c'

)";

void read_by(const char* program, const char* module) {
  const testing::ScratchFolder scratch;
  std::ofstream(scratch.path() / "days.ics", std::ios::binary) << to_icalendar(calendar());
  std::ofstream(scratch.path() / "read.py") << program;
  const auto run = testing::run_shell("python3 read.py days.ics", scratch.path(), true);
  if (run.exit_code == 77 || run.exit_code == 127) GTEST_SKIP() << module << " is not installed: not read back by it";
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_EQ(run.output, kRead);
}

TEST(Calendars, AreReadByIcalendar) { read_by(kIcalendar, "python3-icalendar"); }
TEST(Calendars, AreReadByVobject) { read_by(kVobject, "python3-vobject"); }

}  // namespace
}  // namespace maillage
