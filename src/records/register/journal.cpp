// SPDX-License-Identifier: Apache-2.0
#include "records/register/journal.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "files/files.hpp"
#include "model/schema.hpp"

namespace maillage {
namespace {

using Json = nlohmann::ordered_json;

// Bytes that are no UTF-8 (a table in Windows-1252) stand in the journal byte by byte, as the characters of these numbers.
std::string widened(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xC0U | (byte >> 6U));
      text += static_cast<char>(0x80U | (byte & 0x3FU));
    }
  }
  return text;
}

std::string narrowed(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80 || i + 1 == text.size()) {
      bytes += text[i];
    } else {
      bytes += static_cast<char>((static_cast<unsigned>(lead & 0x03U) << 6U) | (static_cast<unsigned char>(text[++i]) & 0x3FU));
    }
  }
  return bytes;
}

bool is_text(const std::vector<std::string>& lines) { return std::ranges::all_of(lines, [](const auto& line) { return is_valid_utf8(line); }); }

Json lines_json(const std::vector<std::string>& lines, bool as_bytes) {
  auto array = Json::array();
  for (const auto& line : lines) array.push_back(as_bytes ? widened(line) : line);
  return array;
}

std::vector<std::string> lines_in(const Json& object, const char* key, bool as_bytes) {
  std::vector<std::string> lines;
  for (const auto& line : object.value(key, Json::array())) {
    auto text = line.get<std::string>();
    lines.push_back(as_bytes ? narrowed(text) : text);
  }
  return lines;
}

void append(std::string& text, const Json& line) { text += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

JournalEntry head_of(const Json& line) {
  JournalEntry entry;
  entry.number = line.value("change", std::uint64_t{0});
  entry.time = line.value("time", "");
  entry.by = line.value("by", "");
  entry.command = line.value("command", "");
  entry.reason = line.value("reason", "");
  entry.undoes = line.value("undoes", std::uint64_t{0});
  return entry;
}

TableChange row_of(const Json& line) {
  TableChange row{line.value("table", ""), line.value("row", ""), line.value("field", ""), line.value("before", ""), line.value("after", "")};
  if (line.value("removed", false)) row.field = kRowGone;
  return row;
}

void read_place(const Json& line, JournalEntry& entry) {
  const auto file = line.value("file", "");
  if (line.contains("mark_after")) {
    entry.files.push_back({file, line.value("mark_before", "") != "-", line.value("mark_after", "") != "-", line.value("mark_before", ""),
                           line.value("mark_after", ""), {}});
    return;
  }
  const auto patch = std::ranges::find(entry.files, file, &FilePatch::file);
  if (patch == entry.files.end()) return;
  const bool as_bytes = line.value("as_bytes", false);
  patch->hunks.push_back({line.value("line", std::size_t{1}), lines_in(line, "before", as_bytes), lines_in(line, "after", as_bytes)});
}

std::string mark_of(const std::string* bytes) { return bytes == nullptr ? "-" : hexadecimal(content_mark(*bytes)); }

}  // namespace

const JournalEntry* Journal::last_standing() const {
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->undoes == 0 && !was_undone(entry->number)) return &*entry;
  }
  return nullptr;
}

const JournalEntry* Journal::last_standing_of(std::string_view command) const {
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->command == command && entry->undoes == 0 && !was_undone(entry->number)) return &*entry;
  }
  return nullptr;
}

bool Journal::was_undone(std::uint64_t number) const {
  return std::ranges::any_of(entries, [&](const auto& entry) { return entry.undoes == number && number != 0; });
}

Journal read_journal(std::string_view text) {
  Journal journal;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = Json::parse(text.substr(0, end), nullptr, false);
    const bool is_blank = text.substr(0, end).find_first_not_of(" \r\t") == std::string_view::npos;
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_blank) continue;
    try {
      if (!line.is_object() || !line.contains("change")) {
        ++journal.unread_lines;
      } else if (line.contains("time")) {
        journal.entries.push_back(head_of(line));
      } else if (journal.entries.empty() || line["change"] != journal.entries.back().number) {
        ++journal.unread_lines;
      } else if (line.contains("file")) {
        read_place(line, journal.entries.back());
      } else {
        journal.entries.back().rows.push_back(row_of(line));
      }
    } catch (const Json::exception&) {  // a value of another type than ours, typed by hand
      ++journal.unread_lines;
    }
  }
  return journal;
}

std::string journal_lines(const JournalEntry& entry) {
  std::string text;
  Json head{{"change", entry.number}, {"time", entry.time}, {"by", entry.by}, {"command", entry.command}};
  if (!entry.reason.empty()) head["reason"] = entry.reason;
  if (entry.undoes != 0) head["undoes"] = entry.undoes;
  append(text, head);
  for (const auto& row : entry.rows) {
    Json line{{"change", entry.number}, {"table", row.table}, {"row", row.key}};
    if (row.field.empty()) {
      line["added"] = true;
    } else if (row.field == kRowGone) {
      line["removed"] = true;
    } else {
      line["field"] = row.field;
      line["before"] = row.before;
      line["after"] = row.after;
    }
    append(text, line);
  }
  for (const auto& patch : entry.files) {
    append(text, {{"change", entry.number}, {"file", patch.file}, {"mark_before", patch.mark_before}, {"mark_after", patch.mark_after}});
    for (const auto& hunk : patch.hunks) {
      const bool as_bytes = !is_text(hunk.before) || !is_text(hunk.after);
      Json line{{"change", entry.number}, {"file", patch.file}, {"line", hunk.line}};
      if (as_bytes) line["as_bytes"] = true;
      line["before"] = lines_json(hunk.before, as_bytes);
      line["after"] = lines_json(hunk.after, as_bytes);
      append(text, line);
    }
  }
  return text;
}

FilePatch patch_of(std::string file, const std::string* before, const std::string* after) {
  return {std::move(file), before != nullptr, after != nullptr, mark_of(before), mark_of(after),
          line_hunks(before == nullptr ? "" : *before, after == nullptr ? "" : *after)};
}

TakenBack take_back(const FilePatch& patch, const std::string* now) {
  TakenBack result;
  const std::string none;
  const auto& text = now == nullptr ? none : *now;
  result.is_exact = mark_of(now) == patch.mark_after;
  result.is_there = patch.was_there;
  if (result.is_exact) {
    if (auto bytes = taken_back(text, patch.hunks); bytes && (!patch.was_there || mark_of(&*bytes) == patch.mark_before)) {
      result.fits = true;
      result.bytes = std::move(*bytes);
      return result;
    }
    result.is_exact = false;
  }
  std::size_t failed = 0;
  auto bytes = taken_back_around_edits(text, patch.hunks, failed);
  result.fits = bytes.has_value();
  if (bytes) {
    result.is_there = patch.was_there || !bytes->empty();
    result.bytes = std::move(*bytes);
  } else if (failed < patch.hunks.size()) {
    result.lost_lines = patch.hunks[failed].after;
  }
  return result;
}

std::vector<TableChange> differences(const TextTables& before, const TextTables& after) {
  std::vector<TableChange> changes;
  for (const auto& schema : package_schema()) {
    const auto* old_table = before.find(schema.name);
    const auto* new_table = after.find(schema.name);
    // Rows of one key, in order: the key of a table without key columns is the whole row, and may repeat.
    std::map<std::string, std::vector<std::size_t>> old_rows;
    for (std::size_t r = 0; old_table != nullptr && r < old_table->rows.size(); ++r) old_rows[row_key(schema.name, *old_table, r)].push_back(r);
    std::map<std::string, std::size_t> taken;
    for (std::size_t r = 0; new_table != nullptr && r < new_table->rows.size(); ++r) {
      const auto key = row_key(schema.name, *new_table, r);
      const auto found = old_rows.find(key);
      auto& next = taken[key];
      if (found == old_rows.end() || next >= found->second.size()) {
        changes.push_back({std::string(schema.name), key, {}, {}, {}});
        continue;
      }
      const auto& old_row = old_table->rows[found->second[next++]];
      for (std::size_t c = 0; c < new_table->columns.size(); ++c) {
        const auto& was = old_row[old_table->place_of(new_table->columns[c])];
        if (was != new_table->rows[r][c]) changes.push_back({std::string(schema.name), key, new_table->columns[c], was, new_table->rows[r][c]});
      }
    }
    for (const auto& [key, rows] : old_rows) {
      for (auto n = taken[key]; n < rows.size(); ++n) changes.push_back({std::string(schema.name), key, std::string(kRowGone), {}, {}});
    }
  }
  return changes;
}

}  // namespace maillage
