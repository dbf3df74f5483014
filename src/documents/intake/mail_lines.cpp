// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/mail_lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "documents/intake/charset.hpp"
#include "documents/intake/html_lines.hpp"
#include "documents/intake/line_collector.hpp"
#include "documents/intake/mime_part.hpp"
#include "documents/intake/text_lines.hpp"

namespace maillage::documents {
namespace {

constexpr int kMostDepth = 8;
constexpr std::size_t kMostParts = 200;
constexpr std::size_t kLeastText = 40;  // letters of a plain form that says more than « see the HTML form »

std::vector<std::string_view> lines_of(std::string_view bytes) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    auto line = bytes.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

struct Day {
  int year = 0, month = 0, day = 0;
};

/// « Tue, 12 Mar 2024 10:00:00 +0100 »: the day as the sender's clock had it.
std::optional<Day> day_of(std::string_view field) {
  constexpr auto kMonths = std::to_array<std::string_view>(
      {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"});
  const auto comma = field.find(',');
  if (comma != std::string_view::npos) field.remove_prefix(comma + 1);
  std::vector<std::string_view> words;
  while (!field.empty() && words.size() < 3) {
    const auto end = std::min(field.find(' '), field.size());
    if (end > 0) words.push_back(field.substr(0, end));
    field.remove_prefix(std::min(end + 1, field.size()));
  }
  if (words.size() < 3) return std::nullopt;
  const auto number = [](std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  const auto month = std::ranges::find(kMonths, words[1]);
  const Day day{number(words[2]), static_cast<int>(month - kMonths.begin()) + 1, number(words[0])};
  const bool is_day = month != kMonths.end() && day.day >= 1 && day.day <= 31 && day.year >= 1970 && day.year <= 9999;
  return is_day ? std::optional(day) : std::nullopt;
}

/// The name before the address, without quotes; empty where there is the address alone.
std::string name_of_sender(std::string_view value) {
  const auto text = header_text(value);
  auto name = with_single_blanks(std::string_view(text).substr(0, text.find('<')));
  std::erase(name, '"');
  return name.find('@') == std::string::npos ? name : std::string();
}

class MailReading {
 public:
  MailReading(TakenIn& taken, const IntakeLimits& limits)
      : taken_(&taken), limits_(&limits), lines_(taken.text, limits) {}

  void read(const MimePart& mail, int depth) {
    read_header(mail);
    read_part(mail, depth);
  }

 private:
  void read_header(const MimePart& mail) {
    constexpr auto kMonths =
        std::to_array<std::string_view>({"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                                         "septembre", "octobre", "novembre", "décembre"});
    for (const auto& field : mail.fields) {
      if (field.name == "from") {
        if (const auto name = name_of_sender(field.value); !name.empty())
          lines_.add("De : " + name, field.line, LineForm::begins);
      } else if (field.name == "subject") {
        const auto subject = with_single_blanks(header_text(field.value));
        if (taken_->title.empty()) taken_->title = subject;
        if (!subject.empty()) lines_.add("Objet : " + subject, field.line, LineForm::begins);
      } else if (const auto day = field.name == "date" ? day_of(field.value) : std::nullopt) {
        const auto two_digits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        if (taken_->date.empty())
          taken_->date = std::to_string(day->year) + "-" + two_digits(day->month) + "-" + two_digits(day->day);
        const auto first = day->day == 1 ? "1er" : std::to_string(day->day);
        const std::string month(kMonths[static_cast<std::size_t>(day->month - 1)]);
        lines_.add("Date : " + first + " " + month + " " + std::to_string(day->year), field.line, LineForm::begins);
      }
    }
    lines_.blank();
  }

  void read_part(const MimePart& part, int depth) {
    if (depth > kMostDepth || ++parts_ > kMostParts) throw Refused("nested_too_deep");
    const auto kind = part.kind();
    if (part.field("content-disposition").starts_with("attachment")) return name_attachment(part);
    if (kind == "multipart/alternative") return read_best(part, depth);
    if (kind.starts_with("multipart/")) {
      for (const auto& inner : parts_of(part, kMostParts)) read_part(inner, depth + 1);
    } else if (kind == "message/rfc822") {
      read(mime_part_of(part.body, part.first_line), depth + 1);
    } else if (kind.empty() || kind == "text/plain") {
      read_text(part);
    } else if (kind == "text/html") {
      read_html(part);
    } else {
      name_attachment(part);
    }
  }

  /// The plain form where it holds the text, else the last one that can be read.
  void read_best(const MimePart& part, int depth) {
    const auto parts = parts_of(part, kMostParts);
    const auto plain = std::ranges::find_if(parts, [](const MimePart& inner) { return inner.kind() == "text/plain"; });
    if (plain != parts.end()) {
      const auto body = decoded_body(*plain).bytes;
      const auto letters = std::ranges::count_if(body, [](char c) { return c != ' ' && c != '\n' && c != '\r'; });
      if (static_cast<std::size_t>(letters) >= kLeastText || parts.size() == 1) return read_text(*plain);
    }
    for (auto inner = parts.rbegin(); inner != parts.rend(); ++inner) {
      const auto kind = inner->kind();
      if (kind == "text/html" || kind.starts_with("multipart/")) return read_part(*inner, depth + 1);
    }
    if (plain != parts.end()) read_text(*plain);
  }

  void read_text(const MimePart& part) {
    const auto body = decoded_body(part);
    TakenIn text;
    take_in_text(utf8_of(body.bytes, part.parameter("content-type", "charset")), *limits_, text);
    const bool is_flowed = part.parameter("content-type", "format") == "flowed";
    bool goes_on = false;
    const auto raw = lines_of(body.bytes);
    for (const auto& line : text.text.lines) {
      auto words = std::string_view(line.text);
      while (words.starts_with('>')) words.remove_prefix(words.starts_with("> ") ? 2 : 1);
      if (words.empty())
        lines_.blank();
      else
        lines_.add(words, line_of(body, line.number), goes_on ? LineForm::goes_on : LineForm::plain);
      goes_on = is_flowed && line.number <= raw.size() && raw[line.number - 1].ends_with(' ') &&
                raw[line.number - 1] != "-- ";
    }
    lines_.blank();
  }

  void read_html(const MimePart& part) {
    const auto body = decoded_body(part);
    TakenIn page;
    take_in_html(body.bytes, part.parameter("content-type", "charset"), *limits_, page);
    for (const auto& line : page.text.lines) {
      if (line.text.empty())
        lines_.blank();
      else
        lines_.add(line.text, line_of(body, line.number), line.form);
    }
    lines_.blank();
  }

  void name_attachment(const MimePart& part) {
    auto name = header_text(part.parameter("content-disposition", "filename"));
    if (name.empty()) name = header_text(part.parameter("content-type", "name"));
    const bool is_picture_of_text = part.kind().starts_with("image/") && name.empty();
    if (!is_picture_of_text) taken_->faults.push_back({"attachment", name.empty() ? part.kind() : name, 0, false});
  }

  static std::uint32_t line_of(const DecodedBody& body, std::uint32_t line) {
    return body.lines.empty() ? 1 : body.lines[std::min<std::size_t>(line, body.lines.size()) - 1];
  }

  TakenIn* taken_;
  const IntakeLimits* limits_;
  LineCollector lines_;
  std::size_t parts_ = 0;
};

}  // namespace

void take_in_mail(std::string_view bytes, const IntakeLimits& limits, TakenIn& taken) {
  if (static_cast<std::uint64_t>(std::ranges::count(bytes, '\n')) > 8ULL * limits.lines)
    throw Refused("too_many_lines", std::to_string(limits.lines));
  MailReading(taken, limits).read(mime_part_of(lines_of(bytes), 1), 0);
}

}  // namespace maillage::documents
