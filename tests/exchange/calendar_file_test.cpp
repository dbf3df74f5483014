// SPDX-License-Identifier: Apache-2.0
#include "exchange/calendar_file.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace maillage {
namespace {

// An independent reader: lines unfolded, names and parameters taken off, texts unescaped, components nested.
struct Component {
  std::string kind;
  std::multimap<std::string, std::string> properties;
  std::vector<Component> parts;
  std::string one(const std::string& name) const {
    const auto found = properties.equal_range(name);
    if (std::distance(found.first, found.second) != 1) throw std::runtime_error("not once: " + name);
    return found.first->second;
  }
};

bool is_whole_utf8(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t length = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 0;
    if (length == 0 || i + length > text.size()) return false;
    for (std::size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return false;
    }
    i += length;
  }
  return true;
}

std::vector<std::string> unfolded(const std::string& bytes) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = bytes.find("\r\n", at);
    if (end == std::string::npos) throw std::runtime_error("no CRLF at the end");
    const auto line = bytes.substr(at, end - at);
    EXPECT_LE(line.size(), 75U) << line;
    EXPECT_TRUE(is_whole_utf8(line)) << line;
    EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos);
    if (line.starts_with(' ')) {
      lines.at(lines.size() - 1) += line.substr(1);
    } else {
      lines.push_back(line);
    }
    at = end + 2;
  }
  return lines;
}

std::string unescaped(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      EXPECT_TRUE(text[i] != ',' && text[i] != ';') << "bare separator in " << text;
      plain += text[i];
      continue;
    }
    const char next = text.at(++i);
    plain += next == 'n' || next == 'N' ? '\n' : next;
  }
  return plain;
}

Component read(const std::string& bytes) {
  std::vector<Component> open(1);
  for (const auto& line : unfolded(bytes)) {
    const auto colon = line.find(':');
    const auto name = line.substr(0, std::min(line.find(';'), colon));
    const auto value = line.substr(colon + 1);
    if (name == "BEGIN") {
      open.push_back({value, {}, {}});
    } else if (name == "END") {
      EXPECT_EQ(open.back().kind, value);
      auto done = open.back();
      open.pop_back();
      open.back().parts.push_back(std::move(done));
    } else {
      open.back().properties.emplace(name, unescaped(value));
    }
  }
  EXPECT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].parts.size(), 1U);
  return open[0].parts.at(0);
}

Calendar calendar() {
  Calendar c;
  c.name = "À décider ; registre, de l’université";
  c.description = "Deux lignes :\nune virgule, un point-virgule ; une barre \\ oblique.";
  c.language = "fr";
  c.version = "1.2.3";
  c.stamp = parse_day("2024-11-22").value();
  CalendarEvent event;
  event.uid = "maillage-a-give_notice-2025-08-31";
  event.day = parse_day("2024-02-29").value();
  event.summary = "Donner le préavis : convention de coopération entre l’université, la ville et l’hôpital ; très long";
  event.description = "Fin de la période : 31 août 2025\nSinon : reconduit";
  event.category = "donner le préavis";
  event.reminders = {30, 2};
  c.events.push_back(event);
  event.uid = "maillage-b";
  event.day = parse_day("2024-12-31").value();
  event.reminders.clear();
  c.events.push_back(event);
  return c;
}

TEST(Calendars, AreReadBackByAnIndependentReader) {
  const auto given = calendar();
  const auto found = read(to_icalendar(given));
  EXPECT_EQ(found.kind, "VCALENDAR");
  EXPECT_EQ(found.one("VERSION"), "2.0");
  EXPECT_EQ(found.one("PRODID"), "-//Maillage//1.2.3//FR");
  EXPECT_EQ(found.one("NAME"), given.name);
  EXPECT_EQ(found.one("DESCRIPTION"), given.description);
  ASSERT_EQ(found.parts.size(), 2U);
  const auto& event = found.parts[0];
  EXPECT_EQ(event.kind, "VEVENT");
  EXPECT_EQ(event.one("UID"), given.events[0].uid);
  EXPECT_EQ(event.one("DTSTAMP"), "20241122T000000Z");
  EXPECT_EQ(event.one("DTSTART"), "20240229");
  EXPECT_EQ(event.one("DTEND"), "20240301") << "the day after, which is not of the event";
  EXPECT_EQ(event.one("SUMMARY"), given.events[0].summary);
  EXPECT_EQ(event.one("DESCRIPTION"), given.events[0].description);
  ASSERT_EQ(event.parts.size(), 2U);
  EXPECT_EQ(event.parts[0].kind, "VALARM");
  EXPECT_EQ(event.parts[0].one("TRIGGER"), "-P30D");
  EXPECT_EQ(event.parts[0].one("ACTION"), "DISPLAY");
  EXPECT_EQ(event.parts[1].one("TRIGGER"), "-P2D");
  EXPECT_EQ(found.parts[1].one("DTEND"), "20250101");
  EXPECT_TRUE(found.parts[1].parts.empty());
}

TEST(Calendars, SayThatDaysAreWhole) {
  const auto bytes = to_icalendar(calendar());
  EXPECT_NE(bytes.find("\r\nDTSTART;VALUE=DATE:20240229\r\n"), std::string::npos);
  EXPECT_NE(bytes.find("SUMMARY;LANGUAGE=fr:"), std::string::npos);
}

TEST(Calendars, WithoutEventsStillHoldAComponent) {
  auto empty = calendar();
  empty.events.clear();
  const auto found = read(to_icalendar(empty));
  ASSERT_EQ(found.parts.size(), 1U);
  EXPECT_EQ(found.parts[0].kind, "VJOURNAL");
  EXPECT_EQ(found.parts[0].one("DESCRIPTION"), empty.description);
}

TEST(Calendars, CarryAnyText) {
  std::mt19937 random(3);
  const std::vector<std::string> pieces{"a", "é", "’", "😀", ",", ";", "\\", "\n", ":", "\"", " ", "\u00A0", "\t", "\r"};
  for (int round = 0; round < 200; ++round) {
    auto given = calendar();
    std::string text, kept;
    for (int i = 0; i < 120; ++i) {
      const auto& piece = pieces[std::uniform_int_distribution<std::size_t>(0, pieces.size() - 1)(random)];
      text += piece;
      if (piece != "\t" && piece != "\r") kept += piece;
    }
    given.events[0].summary = text;
    given.events[0].uid = "x" + text;
    const auto found = read(to_icalendar(given));
    EXPECT_EQ(found.parts[0].one("SUMMARY"), kept);
    EXPECT_EQ(found.parts[0].one("UID"), "x" + kept);
  }
}

}  // namespace
}  // namespace maillage
