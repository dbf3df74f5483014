// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstring>

#include "files/files.hpp"
#include "records/cell_values.hpp"
#include "records/table_file.hpp"

namespace maillage {
namespace {

constexpr std::size_t kBegin = 1U << 16;

// Bytes beyond ASCII that French texts in Windows-1252 use: letters with accents (of its neighbours' names too), quotes,
// dashes, signs. Not among them: Â and Ã, which UTF-8 read as Windows-1252 shows, and what hardly a text holds.
bool is_usual_in_french(unsigned char byte) {
  static const auto usual = [] {
    std::array<bool, 256> set{};
    for (const int b : {0x80, 0x85, 0x8C, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x9C, 0x9F, 0xA0, 0xA7, 0xA9, 0xAA,
                        0xAB, 0xB0, 0xB2, 0xB3, 0xB7, 0xBA, 0xBB, 0xC0, 0xC4, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCE,
                        0xCF, 0xD1, 0xD4, 0xD6, 0xD9, 0xDB, 0xDC, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7,
                        0xE8, 0xE9, 0xEA, 0xEB, 0xED, 0xEE, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF8, 0xF9, 0xFA,
                        0xFB, 0xFC}) {
      set[static_cast<std::size_t>(b)] = true;
    }
    return set;
  }();
  return usual[byte];
}

bool has_utf16_mark(std::string_view begin) { return begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF"); }

// Without a mark: most characters are below U+0100, so that every other byte is null, and no other.
bool is_utf16(std::string_view begin) {
  if (has_utf16_mark(begin)) return true;
  std::array<std::size_t, 2> nulls{};
  for (std::size_t i = 0; i < begin.size(); ++i) nulls[i % 2] += begin[i] == '\0' ? 1 : 0;
  return std::min(nulls[0], nulls[1]) == 0 && std::max(nulls[0], nulls[1]) * 5 > begin.size() * 2;
}

// Workbooks and archives (zip), old workbooks, PDF, pictures, gzip.
bool is_no_text(std::string_view begin) {
  for (const std::string_view mark : {"PK\x03\x04", "\xD0\xCF\x11\xE0", "%PDF-", "\x89PNG", "\xFF\xD8\xFF", "\x1F\x8B"}) {
    if (begin.starts_with(mark)) return true;
  }
  return false;
}

std::size_t wanted_length(unsigned char first) {
  if (first >= 0xC2 && first <= 0xDF) return 2;
  if (first >= 0xE0 && first <= 0xEF) return 3;
  return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

std::vector<std::string> split_header(std::string_view line, char delimiter) {
  std::vector<std::string> names;
  CsvReader reader(
      {.delimiter = delimiter},
      [&](const CsvRecord& record) {
        if (!names.empty()) return;
        for (const auto name : record.fields) names.emplace_back(trimmed(name));
      },
      {});
  reader.feed(line);
  reader.finish();
  return names;
}

}  // namespace

void FormFinder::stray() {
  for (const char c : open_) {
    ++strays_;
    if (!is_usual_in_french(static_cast<unsigned char>(c))) ++strange_;
  }
  open_.clear();
}

void FormFinder::look_at(unsigned char byte) {
  if (!open_.empty() && (byte & 0xC0U) == 0x80U) {
    open_.push_back(static_cast<char>(byte));
    if (open_.size() < wanted_length(static_cast<unsigned char>(open_[0]))) return;
    ++sequences_;
    open_.clear();
    return;
  }
  stray();
  if (byte < 0x80) return;
  open_.push_back(static_cast<char>(byte));
  if (wanted_length(byte) == 0) stray();
}

void FormFinder::feed(std::string_view piece) {
  if (begin_.size() < kBegin) begin_.append(piece.substr(0, kBegin - begin_.size()));
  lines_ += static_cast<std::uint64_t>(std::ranges::count(piece, '\n'));
  for (std::size_t i = 0; i < piece.size();) {
    std::uint64_t word = 0;
    if (open_.empty() && i + sizeof word <= piece.size()) {
      std::memcpy(&word, piece.data() + i, sizeof word);
      if ((word & 0x8080808080808080ULL) == 0) {
        i += sizeof word;
        continue;
      }
    }
    look_at(static_cast<unsigned char>(piece[i++]));
  }
}

TableForm FormFinder::found(std::span<const std::string_view> known) const {
  TableForm form;
  form.lines = lines_;
  form.has_mark = begin_.starts_with("\xEF\xBB\xBF");
  const auto sequences = sequences_ - (form.has_mark ? 1 : 0);
  const auto strays = strays_ + open_.size();
  const bool is_mostly_stray = sequences == 0 || strays / 8 > sequences;
  if (is_no_text(begin_)) {
    form.text = TableForm::Text::none;
    return form;
  }
  if (is_utf16(begin_)) {
    form.text = TableForm::Text::utf16;
  } else if (strays > 0 && strange_ == 0 && is_mostly_stray && !form.has_mark) {
    form.text = TableForm::Text::windows_1252;
  }
  std::size_t most = 0;
  char best = ',';
  for (const char delimiter : {',', ';', '\t'}) {
    form.delimiter = delimiter;
    const auto names = header(form);
    const auto hits = static_cast<std::size_t>(
        std::ranges::count_if(names, [&](const auto& name) { return std::ranges::find(known, name) != known.end(); }));
    const auto score = hits * 1000 + std::min<std::size_t>(names.size(), 999);
    if (score <= most) continue;
    most = score;
    best = delimiter;
  }
  form.delimiter = best;
  return form;
}

std::vector<std::string> FormFinder::header(const TableForm& form) const {
  if (form.text == TableForm::Text::none) return {};
  const auto text = form.text == TableForm::Text::utf8    ? begin_
                    : form.text == TableForm::Text::utf16 ? text_of_utf16(begin_)
                                                          : decode(begin_).text;
  return split_header(std::string_view(text).substr(0, text.find_first_of("\r\n", text.find_first_not_of("\r\n"))),
                      form.delimiter);
}

std::string text_of_utf16(std::string_view bytes) {
  if (has_utf16_mark(bytes)) return decode(bytes).text;
  const bool is_big_endian = bytes.starts_with('\0');
  return decode(std::string(is_big_endian ? "\xFE\xFF" : "\xFF\xFE").append(bytes)).text;
}

TableHead head_of(const TableFile& file, std::span<const std::string_view> known) {
  FormFinder finder;
  if (file.text) {
    finder.feed(*file.text);
  } else {
    read_in_pieces(file.path, [&](std::string_view piece) { finder.feed(piece); });
  }
  TableHead head;
  head.form = finder.found(known);
  head.columns = finder.header(head.form);
  return head;
}

}  // namespace maillage
