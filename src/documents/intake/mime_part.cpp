// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/mime_part.hpp"

#include <algorithm>
#include <cctype>

#include "documents/intake/charset.hpp"

namespace maillage::documents {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

int hexadecimal_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

/// Six bits after six bits, as they come.
class Base64 {
 public:
  void add(std::string_view text, std::string& bytes) {
    for (const char c : text) {
      const int value = base64_value(c);
      if (value < 0) continue;
      bits_ = (bits_ << 6U | static_cast<unsigned>(value)) & 0xFFFFFFU;
      count_ += 6;
      if (count_ < 8) continue;
      count_ -= 8;
      bytes += static_cast<char>(bits_ >> static_cast<unsigned>(count_) & 0xFFU);
    }
  }

 private:
  unsigned bits_ = 0;
  int count_ = 0;
};

/// One encoded word: its charset, way and text.
std::string decoded_word(std::string_view charset, char way, std::string_view text) {
  if (way == 'B' || way == 'b') return utf8_of(from_base64(text), charset.substr(0, charset.find('*')));
  std::string spaced(text);
  std::ranges::replace(spaced, '_', ' ');
  return utf8_of(from_quoted_printable(spaced), charset.substr(0, charset.find('*')));
}

}  // namespace

std::string_view MimePart::field(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, &MailField::name);
  return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

std::string MimePart::kind() const {
  const auto value = field("content-type");
  return in_lower_case(trimmed(value.substr(0, value.find(';'))));
}

std::string MimePart::parameter(std::string_view field_name, std::string_view name) const {
  auto rest = field(field_name);
  while (true) {
    const auto semicolon = rest.find(';');
    if (semicolon == std::string_view::npos) return {};
    rest.remove_prefix(semicolon + 1);
    const auto equals = rest.find('=');
    if (equals == std::string_view::npos) return {};
    const auto key = in_lower_case(trimmed(rest.substr(0, equals)));
    const bool is_extended = key.ends_with('*');  // name*=UTF-8''percent-encoded
    if (key != name && !(is_extended && key.substr(0, key.find('*')) == name)) continue;
    auto value = trimmed(rest.substr(equals + 1));
    if (value.starts_with('"'))
      value = value.substr(1, std::min(value.find('"', 1), value.size()) - 1);
    else
      value = trimmed(value.substr(0, value.find(';')));
    const auto quote = is_extended ? value.rfind('\'') : std::string_view::npos;
    if (quote == std::string_view::npos) return std::string(value);
    std::string encoded(value.substr(quote + 1));
    std::ranges::replace(encoded, '%', '=');
    return utf8_of(from_quoted_printable(encoded), value.substr(0, value.find('\'')));
  }
}

MimePart mime_part_of(const std::vector<std::string_view>& lines, std::uint32_t first_line) {
  constexpr std::size_t kMostFields = 500, kLongestField = 20'000;
  MimePart part;
  std::size_t at = 0;
  for (; at < lines.size() && !lines[at].empty(); ++at) {
    const auto line = lines[at];
    const bool goes_on = line.front() == ' ' || line.front() == '\t';
    const auto colon = line.find(':');
    if (goes_on && !part.fields.empty()) {
      if (part.fields.back().value.size() < kLongestField) part.fields.back().value += " " + std::string(trimmed(line));
    } else if (colon != std::string_view::npos && part.fields.size() < kMostFields) {
      part.fields.push_back({in_lower_case(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))),
                             first_line + static_cast<std::uint32_t>(at)});
    }
  }
  at = std::min(at + 1, lines.size());
  part.body.assign(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end());
  part.first_line = first_line + static_cast<std::uint32_t>(at);
  return part;
}

std::vector<MimePart> parts_of(const MimePart& part, std::size_t most) {
  const auto boundary = "--" + part.parameter("content-type", "boundary");
  std::vector<MimePart> parts;
  if (boundary.size() == 2) return parts;
  std::vector<std::string_view> lines;
  bool is_inside = false;
  const auto give = [&](std::size_t end) {
    if (is_inside)
      parts.push_back(mime_part_of(lines, part.first_line + static_cast<std::uint32_t>(end - lines.size())));
    lines.clear();
  };
  for (std::size_t i = 0; i < part.body.size() && parts.size() < most; ++i) {
    const auto line = trimmed(part.body[i]);
    if (!line.starts_with(boundary) || (line.size() != boundary.size() && line.substr(boundary.size()) != "--")) {
      if (is_inside) lines.push_back(part.body[i]);
      continue;
    }
    give(i);
    is_inside = line.size() == boundary.size();
  }
  if (parts.size() < most) give(part.body.size());
  return parts;
}

DecodedBody decoded_body(const MimePart& part) {
  const auto encoding = in_lower_case(trimmed(part.field("content-transfer-encoding")));
  DecodedBody body;
  Base64 base64;
  auto number = part.first_line;
  bool begins = true;
  for (auto line : part.body) {
    if (begins) body.lines.push_back(number);
    if (encoding == "base64") {
      const auto before = body.bytes.size();
      base64.add(line, body.bytes);
      for (auto end = body.bytes.find('\n', before); end != std::string::npos; end = body.bytes.find('\n', end + 1))
        body.lines.push_back(number);
      begins = false;
    } else if (encoding == "quoted-printable") {
      while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
      begins = !line.ends_with('=');
      if (!begins) line.remove_suffix(1);
      body.bytes += from_quoted_printable(line);
      if (begins) body.bytes += '\n';
    } else {
      body.bytes += line;
      body.bytes += '\n';
    }
    ++number;
  }
  return body;
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  Base64().add(text, bytes);
  return bytes;
}

std::string from_quoted_printable(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '=' && i + 2 < text.size() ? hexadecimal_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hexadecimal_value(text[i + 2]) : -1;
    if (low < 0) {
      bytes += text[i];
      continue;
    }
    bytes += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return bytes;
}

std::string header_text(std::string_view value) {
  std::string text;
  bool was_encoded = false;
  while (!value.empty()) {
    const auto begin = std::min(value.find("=?"), value.size());
    const auto plain = value.substr(0, begin);
    value.remove_prefix(begin);
    // Blanks between two encoded words are not part of the text.
    if (!(was_encoded && !value.empty() && trimmed(plain).empty())) text += utf8_of(plain);
    if (value.empty()) break;
    const auto way = value.find('?', 2);
    const auto end =
        way == std::string_view::npos || way + 3 > value.size() ? std::string_view::npos : value.find("?=", way + 3);
    was_encoded = end != std::string_view::npos && value[way + 2] == '?';
    if (was_encoded) {
      text += decoded_word(value.substr(2, way - 2), value[way + 1], value.substr(way + 3, end - way - 3));
      value.remove_prefix(end + 2);
    } else {
      text += value.substr(0, 2);
      value.remove_prefix(2);
    }
  }
  return text;
}

}  // namespace maillage::documents
