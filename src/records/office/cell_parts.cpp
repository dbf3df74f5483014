// SPDX-License-Identifier: Apache-2.0
#include "records/office/cell_parts.hpp"

#include <algorithm>
#include <array>

#include "records/cell_values.hpp"

namespace maillage {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

struct Sign {
  std::string text;
  bool parts_anywhere;
};

std::vector<Sign> signs_of(std::string_view separator) {
  if (separator.empty()) return {{";", true}, {"|", true}, {"\n", true}};
  const auto bare = trimmed(separator);
  if (bare.empty()) return {{std::string(separator), true}};
  if (bare.size() == separator.size() && bare.size() == 1) return {{std::string(bare), true}};
  std::vector<Sign> signs;
  for (auto rest = bare; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto word = rest.substr(0, end);
    if (word == "\\n") signs.push_back({"\n", true});
    else if (!word.empty()) signs.push_back({std::string(word), word == ";" || word == "|" || word == ","});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return signs;
}

// Does a semicolon here end an entity of HTML, which some exports leave in names: « Dupont &amp; fils », even `&amp;amp;`?
bool ends_entity(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 8;
  auto begin = at;
  while (begin > 0 && at - begin < longest && std::string_view("&; \n").find(text[begin - 1]) == std::string_view::npos) --begin;
  const auto word = text.substr(begin, at - begin);
  const bool is_one = word == "amp" || word == "quot" || word == "apos" || word == "lt" || word == "gt" || word == "nbsp" || word.starts_with('#') ||
                      word.ends_with("acute") || word.ends_with("grave") || word.ends_with("circ") || word.ends_with("cedil") || word.ends_with("uml");
  if (!is_one || begin == 0) return false;
  return text[begin - 1] == '&' || (text[begin - 1] == ';' && ends_entity(text, begin - 1));
}

// Length of the sign that parts the text at this place; 0 where none does. A no-break space is a blank as well.
std::size_t sign_at(std::string_view text, std::size_t at, const std::vector<Sign>& signs) {
  for (const auto& sign : signs) {
    if (!text.substr(at).starts_with(sign.text) || (sign.text == ";" && ends_entity(text, at))) continue;
    if (sign.parts_anywhere) return sign.text.size();
    const auto after = at + sign.text.size();
    const auto blank_before = at > 0 && (is_blank(text[at - 1]) || text.substr(0, at).ends_with("\u00a0") || text.substr(0, at).ends_with("\u202f"));
    const auto blank_after = after < text.size() && (is_blank(text[after]) || text.substr(after).starts_with("\u00a0") || text.substr(after).starts_with("\u202f"));
    if (blank_before && blank_after) return sign.text.size();
  }
  return 0;
}

}  // namespace

std::vector<std::string> parts_of(std::string_view text, std::string_view separator) {
  const auto signs = signs_of(separator);
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) {
    part = trimmed(part);
    if (!part.empty()) parts.emplace_back(part);
  };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto length = sign_at(text, i, signs);
    if (length == 0) {
      ++i;
      continue;
    }
    add(text.substr(begin, i - begin));
    i += length;
    begin = i;
  }
  add(text.substr(std::min(begin, text.size())));
  return parts;
}

std::vector<std::string> signs_in(std::string_view text) {
  static constexpr auto kSigns = std::to_array<std::string_view>({";", "|", "\\n", "/", "et", "and", "&", "–", "-", ","});
  std::vector<std::string> found;
  for (const auto sign : kSigns) {
    const bool parts_anywhere = sign == ";" || sign == "|" || sign == "\\n" || sign == ",";
    const auto parts = parts_anywhere ? parts_of(text, sign) : parts_of(text, " " + std::string(sign) + " ");
    if (parts.size() > 1) found.emplace_back(sign);
  }
  return found;
}

}  // namespace maillage
