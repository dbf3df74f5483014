// SPDX-License-Identifier: Apache-2.0
#include "documents/text/joined_lines.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "documents/text/letters.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

/// First parts of compounds that are written with a hyphen, folded.
constexpr auto kFirstParts = std::to_array<std::string_view>(
    {"vice", "sous", "avant", "apres", "inter", "extra", "non", "mi", "semi", "demi", "co", "ex", "contre", "porte", "saint",
     "sainte", "medico", "socio", "bucco", "grand", "grande", "haut", "haute", "hauts", "bas", "basse", "peut", "c'est",
     "rendez", "chef", "auto", "celui", "celle", "ceux", "au", "ci", "la", "dit", "jean", "marie", "anne", "pierre", "protocole", "mal", "bien",
     "tiers", "plate", "plates", "savoir", "aide", "sage", "sages", "ayant", "ayants"});

/// What « au- » is written before with a hyphen, folded; « Au-/brac » is a word cut in two.
constexpr auto kBehindAu = std::to_array<std::string_view>({"dela", "dessus", "dessous", "devant", "dedans", "dehors"});

/// What joins the parts of compounds, folded.
constexpr auto kSmallParts = std::to_array<std::string_view>(
    {"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lez", "o", "pres", "s", "sous", "sur", "t", "y",
     "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "ce", "ci", "ou", "mais", "non", "pas", "tout", "eux", "lui"});

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

UChar32 first_letter_of(std::string_view text) {
  if (text.empty()) return 0;
  UChar32 c;
  U8_GET(reinterpret_cast<const std::uint8_t*>(text.data()), 0, 0, static_cast<std::int32_t>(text.size()), c);
  return c;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// The word that ends a text, without the hyphen at its end.
std::string_view last_word_of(std::string_view text) {
  text.remove_suffix(1);
  const auto space = text.find_last_of(" '-(«");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

bool is_word_cut(std::string_view before, std::string_view after) {
  if (!before.ends_with('-') || before.ends_with(" -") || before.size() < 2 || after.empty()) return false;
  return u_isalpha(first_letter_of(after)) && !u_isdigit(static_cast<unsigned char>(before[before.size() - 2]));
}

bool keeps_its_hyphen(std::string_view before, std::string_view after) {
  const auto half = last_word_of(before);
  if (u_isupper(first_letter_of(after))) return true;
  const auto next_end = after.find_first_of(" -',;.");
  if (folded(half) == "au") return std::ranges::find(kBehindAu, folded(after.substr(0, next_end))) != kBehindAu.end();
  // « Hauts-/de-France », « Villeneuve-/d'Ascq »: a small word with a hyphen or an apostrophe behind it goes on with the compound,
  // the rest of a cut word (« Auver-/gne-Rhône-Alpes ») does not.
  const bool is_small = next_end != std::string_view::npos && std::ranges::find(kSmallParts, folded(after.substr(0, next_end))) != kSmallParts.end();
  const bool goes_on = is_small && (after[next_end] == '-' || (after[next_end] == '\'' && next_end == 1));
  return goes_on || std::ranges::find(kFirstParts, folded(half)) != kFirstParts.end();
}

bool ends_with_mark(std::string_view text) {
  return text.ends_with('.') || text.ends_with(':') || text.ends_with(';') || text.ends_with('!') || text.ends_with('?') ||
         text.ends_with("»");
}

std::size_t first_word_width(std::string_view text) { return width_of(text.substr(0, text.find(' '))); }

/// « Septembre 2024 : ouverture du guichet », one of several such lines.
bool is_labelled(std::string_view line) {
  constexpr std::size_t kLongestLabel = 30;
  const auto colon = line.find(" : ");
  return colon != std::string_view::npos && colon <= kLongestLabel && line.substr(0, colon).find_first_of(".,;«") == std::string_view::npos &&
         !u_islower(first_letter_of(line));
}

/// One of several lines that name a person each: « Mme Anne Truc, maire ».
bool names_a_person(std::string_view line) {
  constexpr auto kBegin = std::to_array<std::string_view>({"M. ", "Mme ", "MME ", "Dr ", "DR ", "Pr ", "PR ", "Monsieur ", "Madame "});
  return std::ranges::any_of(kBegin, [&](std::string_view begin) {
    return line.starts_with(begin) && u_isupper(first_letter_of(line.substr(begin.size())));
  });
}

/// « Léa Brun, rectrice de … »: two or three words with capitals, a comma, and what the person is in small letters.
bool tells_who_it_is(std::string_view line) {
  const auto comma = line.find(", ");
  constexpr std::size_t kLongestName = 45;
  if (comma == std::string_view::npos || comma > kLongestName || !u_islower(first_letter_of(line.substr(comma + 2)))) return false;
  std::size_t words = 0;
  for (auto name = line.substr(0, comma); !name.empty(); ++words) {
    const auto end = std::min(name.find(' '), name.size());
    if (!u_isupper(first_letter_of(name)) || name.substr(0, end).find('.') != std::string_view::npos) return false;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words == 2 || words == 3;
}

/// A line that goes on in the next one: « …, maire de », « … et », « …, »
bool is_left_open(std::string_view line) {
  static constexpr auto kOpen = std::to_array<std::string_view>(
      {"de", "du", "des", "la", "le", "les", "a", "au", "aux", "et", "ou", "avec", "par", "pour", "en", "sur", "entre", "que", "qui", "dont", "sous", "chez", "dr", "pr", "mme"});
  if (line.ends_with(',') || line.ends_with('-') || line.ends_with('\'')) return true;
  const auto space = line.find_last_of(" '");
  return std::ranges::find(kOpen, folded(space == std::string_view::npos ? line : line.substr(space + 1))) != kOpen.end();
}

/// « ASSOCIATION DES AMIS DU VIEUX PORT » over « Lettre aux adhérents »: what stands in capitals is a line of its own, unless it
/// is left open.
bool is_over_small_letters(std::string_view before, std::string_view after) {
  constexpr std::size_t kLeastWords = 3, kLeastLetters = 12;
  std::size_t letters = 0;
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(before.size());) {
    const auto c = next_letter(before, at);
    if (u_islower(c)) return false;
    letters += u_isupper(c) ? 1 : 0;
  }
  const auto words = static_cast<std::size_t>(std::ranges::count(before, ' ')) + 1;
  const auto word = after.substr(0, after.find(' '));
  std::int32_t second = 0;
  next_letter(word, second);
  const bool is_small = u_isupper(first_letter_of(after)) && second < static_cast<std::int32_t>(word.size()) && u_islower(next_letter(word, second));
  return words >= kLeastWords && letters >= kLeastLetters && is_small && !is_left_open(before);
}

/// Where the format does not say.
bool begins_anew(std::string_view before, std::string_view after, std::size_t wrap_width, bool is_list) {
  const auto opened = before.rfind("«"), closed = before.rfind("»");
  if (opened != std::string_view::npos && (closed == std::string_view::npos || closed < opened)) return false;
  if (item_mark_of(after).length > 0 || roman_mark_of(after).length > 0) return true;
  const auto first = first_letter_of(after);
  if (u_islower(first) && !ends_with_mark(before)) return false;
  if (is_word_cut(before, after)) return false;
  if (is_over_small_letters(before, after)) return true;
  if (wrap_width == 0 || (is_labelled(before) && is_labelled(after))) return true;
  // In the midst of a sentence a little room says nothing: words with fixed blanks, and names, are not parted at line ends.
  const std::size_t room = ends_with_mark(before) || is_list ? 2 : 9;
  return width_of(before) + 1 + first_word_width(after) + room <= wrap_width;
}

}  // namespace

ItemMark roman_mark_of(std::string_view line) {
  static constexpr auto kRoman = std::to_array<std::string_view>({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"});
  static constexpr auto kArticles = std::to_array<std::string_view>({"l", "le", "la", "les", "un", "une", "des"});
  const auto length = std::min(line.find_first_not_of("IVX"), line.size());
  const auto number = std::ranges::find(kRoman, line.substr(0, length));
  if (length == 0 || number == kRoman.end() || length + 2 >= line.size() || (line[length] != '.' && line[length] != ')') || line[length + 1] != ' ') return {};
  const auto text = line.find_first_not_of(' ', length + 1);
  if (text == std::string_view::npos) return {};
  const auto first = folded(line.substr(text, line.find_first_of(" '", text) - text));
  if (length == 1 && std::ranges::find(kArticles, first) == kArticles.end()) return {};
  return {text, static_cast<std::uint32_t>(number - kRoman.begin()) + 1};
}

ItemMark item_mark_of(std::string_view line) {
  for (const std::string_view bullet : {"-", "–", "—", "•", "*", "·", "◦", "▪", "■", "→", "➢", "", "●", "○", "►", "▶", "✓", "✔", "⇒", "‣", "o "}) {
    if (!line.starts_with(bullet)) continue;
    auto length = bullet.size();
    if (length < line.size() && line[length] != ' ' && bullet != "•" && bullet != "→" && bullet != "o ") continue;
    while (length < line.size() && line[length] == ' ') ++length;
    return {length < line.size() ? length : 0, 0};
  }
  std::size_t digits = 0;
  while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])) != 0) ++digits;
  const bool is_letter = digits == 0 && line.size() > 2 && line[0] >= 'a' && line[0] <= 'h' && line[1] == ')';
  if ((digits == 0 || digits > 2) && !is_letter) return {};
  auto length = is_letter ? 1 : digits;
  if (length + 1 >= line.size()) return {};
  const bool is_closed = line[length] == '.' || line[length] == ')' || line.substr(length).starts_with("°");
  const bool has_dash = line.substr(length).starts_with(" - ") || line.substr(length).starts_with(" – ");
  const bool has_slash = line.substr(length).starts_with(" / ") && digits == 1;  // « 1 / La santé »; « 1/ Une chaire » heads a text as often
  if (!is_closed && !has_dash && !has_slash) return {};
  const auto text = line.find_first_not_of(has_slash ? " /" : " .)-°–", length);
  if (text == std::string_view::npos || text == length + 1) return {};
  return {text, is_letter ? static_cast<std::uint32_t>(line[0] - 'a') + 1 : static_cast<std::uint32_t>(std::stoul(std::string(line.substr(0, digits))))};
}

std::size_t wrap_width_of(const std::vector<SourceLine>& lines) {
  std::size_t widest = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto here = trimmed(lines[i].text), next = trimmed(lines[i + 1].text);
    if (here.empty() || next.empty() || ends_with_mark(here) || !u_islower(first_letter_of(next))) continue;
    widest = std::max(widest, width_of(here));
  }
  return widest;
}

std::vector<std::vector<SourceLine>> cut_where_meant(std::vector<SourceLine> lines, std::size_t wrap_width) {
  // The first begins with a capital in prose as well.
  std::size_t capitals = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) capitals += u_isupper(first_letter_of(trimmed(lines[i].text))) ? 1 : 0;
  const bool is_list = lines.size() > 1 && 2 * capitals > lines.size() - 1;
  const auto people = std::ranges::count_if(lines, [](const SourceLine& line) { return tells_who_it_is(trimmed(line.text)); });
  std::vector<std::vector<SourceLine>> parts;
  for (auto& line : lines) {
    line.text = std::string(trimmed(line.text));
    const bool is_next_person = !parts.empty() && names_a_person(parts.back().front().text) && names_a_person(line.text);
    const bool is_listed = is_list && people > 1 && !parts.empty() && tells_who_it_is(parts.back().front().text) && tells_who_it_is(line.text) && !is_left_open(parts.back().back().text);
    const bool is_hand_below = parts.size() == 1 && parts.back().size() <= 2 && parts.back().front().text.starts_with("Pour ") && !is_left_open(parts.back().back().text) && tells_who_it_is(line.text);
    const bool begins = line.form == LineForm::plain ? is_next_person || is_hand_below || is_listed || parts.empty() || begins_anew(parts.back().back().text, line.text, wrap_width, is_list)
                                                     : line.form != LineForm::goes_on;
    if (begins || parts.empty()) parts.emplace_back();
    parts.back().push_back(std::move(line));
  }
  return parts;
}

JoinedText joined_lines(const std::vector<SourceLine>& lines) {
  JoinedText joined;
  for (const auto& line : lines) {
    const auto here = trimmed(line.text);
    if (here.empty()) continue;
    if (is_word_cut(joined.text, here)) {
      if (!keeps_its_hyphen(joined.text, here)) joined.text.pop_back();
    } else if (!joined.text.empty()) {
      joined.text += ' ';
    }
    joined.origins.emplace_back(static_cast<std::uint32_t>(joined.text.size()), line.number);
    bool is_space = false;
    for (const char c : here) {
      if (c != ' ' || !is_space) joined.text += c;
      is_space = c == ' ';
    }
  }
  return joined;
}

}  // namespace maillage::documents
