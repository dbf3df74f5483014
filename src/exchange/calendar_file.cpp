// SPDX-License-Identifier: Apache-2.0
#include "exchange/calendar_file.hpp"

#include <string_view>

namespace maillage {
namespace {

std::string escaped(std::string_view text) {
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = text[i];
    if (c == '\\' || c == ',' || c == ';') {
      safe += '\\';
      safe += c;
    } else if (c == '\n') {
      safe += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      safe += c;
    }
  }
  return safe;
}

bool is_within_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string date_text(Day day) {
  auto text = to_iso(day);
  std::erase(text, '-');
  return text;
}

class IcalendarWriter {
 public:
  explicit IcalendarWriter(const Calendar& calendar) : calendar_(calendar) {}

  std::string text() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Maillage//" + escaped(calendar_.version) + "//" + (calendar_.language == "fr" ? "FR" : "EN"));
    line("CALSCALE:GREGORIAN");
    text_line("NAME", calendar_.name);
    line("X-WR-CALNAME:" + escaped(calendar_.name));
    text_line("DESCRIPTION", calendar_.description);
    line("X-WR-CALDESC:" + escaped(calendar_.description));
    for (const auto& event : calendar_.events) add(event);
    if (calendar_.events.empty()) add_journal();
    line("END:VCALENDAR");
    return std::move(bytes_);
  }

 private:
  // At most 75 octets a line, the space that continues it counted, and no character cut in two.
  void line(std::string_view content) {
    constexpr std::size_t kOctets = 75;
    std::size_t room = kOctets;
    while (content.size() > room) {
      auto cut = room;
      while (cut > 0 && is_within_character(content[cut])) --cut;
      bytes_ += content.substr(0, cut);
      bytes_ += "\r\n ";
      content.remove_prefix(cut);
      room = kOctets - 1;
    }
    bytes_ += content;
    bytes_ += "\r\n";
  }

  void text_line(std::string_view property, std::string_view value) {
    if (value.empty()) return;
    line(std::string(property) + ";LANGUAGE=" + calendar_.language + ":" + escaped(value));
  }

  void stamp(const std::string& uid, Day day) {
    line("UID:" + escaped(uid));
    line("DTSTAMP:" + date_text(calendar_.stamp) + "T000000Z");
    line("DTSTART;VALUE=DATE:" + date_text(day));
  }

  void add(const CalendarEvent& event) {
    line("BEGIN:VEVENT");
    stamp(event.uid, event.day);
    line("DTEND;VALUE=DATE:" + date_text(event.day + 1));
    text_line("SUMMARY", event.summary);
    text_line("DESCRIPTION", event.description);
    text_line("CATEGORIES", event.category);
    line("TRANSP:TRANSPARENT");
    for (const auto days : event.reminders) {
      line("BEGIN:VALARM");
      line("ACTION:DISPLAY");
      text_line("DESCRIPTION", event.summary);
      line("TRIGGER:-P" + std::to_string(days) + "D");
      line("END:VALARM");
    }
    line("END:VEVENT");
  }

  void add_journal() {
    line("BEGIN:VJOURNAL");
    stamp("maillage-empty-" + date_text(calendar_.stamp), calendar_.stamp);
    text_line("SUMMARY", calendar_.name);
    text_line("DESCRIPTION", calendar_.description);
    line("END:VJOURNAL");
  }

  const Calendar& calendar_;
  std::string bytes_;
};

}  // namespace

std::string to_icalendar(const Calendar& calendar) { return IcalendarWriter(calendar).text(); }

}  // namespace maillage
