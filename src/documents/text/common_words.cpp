// SPDX-License-Identifier: Apache-2.0
#include "documents/text/common_words.hpp"

#include <algorithm>
#include <stdexcept>

#include "documents/lexicon/embedded_tables.hpp"

namespace maillage::documents {
namespace {

/// The rows of a table of plain fields without its head; they stay where they are.
std::vector<std::string_view> rows_of(std::string_view table, std::string_view head) {
  std::vector<std::string_view> rows;
  while (!table.empty()) {
    const auto end = std::min(table.find('\n'), table.size());
    auto row = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (!row.empty()) rows.push_back(row);
  }
  if (rows.empty() || rows.front() != head)
    throw std::invalid_argument("a table of words whose head is not " + std::string(head));
  rows.erase(rows.begin());
  return rows;
}

/// The base letter of à … ÿ by the second byte of its UTF-8; `?` where it has none.
char base_of(unsigned char second) {
  constexpr std::string_view kBases = "aaaaaa?ceeeeiiii?nooooo?ouuuuy?y";
  return kBases[second - 0xA0U];
}

}  // namespace

CommonWords::CommonWords(std::string_view words, std::string_view scan_errors, std::string_view place_words) {
  for (const auto word : rows_of(place_words, "word")) place_words_.insert(word);
  const auto all = rows_of(words, "word");
  words_.reserve(all.size());
  for (const auto word : all) {
    words_.insert(word);
    auto plain = plain_french(word);
    if (plain != word) accented_[std::move(plain)].push_back(word);
  }
  for (const auto row : rows_of(scan_errors, "scanned,meant")) {
    const auto comma = row.find(',');
    if (comma == std::string_view::npos) throw std::invalid_argument("a scan error without its meaning");
    scan_errors_.push_back({row.substr(0, comma), row.substr(comma + 1)});
  }
}

const CommonWords& CommonWords::french() {
  static const CommonWords words(embedded_table("fr", "common_words"), embedded_table("fr", "scan_errors"),
                                 embedded_table("fr", "place_words"));
  return words;
}

std::span<const std::string_view> CommonWords::accented(std::string_view plain) const {
  const auto found = accented_.find(std::string(plain));
  if (found == accented_.end()) return {};
  return found->second;
}

std::string lower_french(std::string_view word) {
  std::string lower(word);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto c = static_cast<unsigned char>(lower[i]);
    if (c >= 'A' && c <= 'Z') lower[i] = static_cast<char>(c + 0x20);
    if (i + 1 >= lower.size()) break;
    const auto second = static_cast<unsigned char>(lower[i + 1]);
    if (c == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97)
      lower[i + 1] = static_cast<char>(second + 0x20);
    if (c == 0xC5 && second == 0x92) lower[i + 1] = static_cast<char>(0x93);  // Œ
    if (c >= 0xC3) ++i;
  }
  return lower;
}

std::string plain_french(std::string_view word) {
  const auto lower = lower_french(word);
  std::string plain;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto c = static_cast<unsigned char>(lower[i]);
    const auto second = static_cast<unsigned char>(i + 1 < lower.size() ? lower[i + 1] : '\0');
    if (c == 0xC3 && second >= 0xA0 && second <= 0xBF && base_of(second) != '?') {
      plain += base_of(second);
      ++i;
    } else if (c == 0xC5 && second == 0x93) {
      plain += "oe";
      ++i;
    } else {
      plain += lower[i];
    }
  }
  return plain;
}

}  // namespace maillage::documents
