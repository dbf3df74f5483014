// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "records/register/line_patch.hpp"
#include "records/text_tables.hpp"

namespace maillage {

inline constexpr const char* kJournalFile = "journal.jsonl";

/// What a change did to one file of the package.
struct FilePatch {
  std::string file;  ///< relative to the package
  bool was_there = true, is_there = true;
  std::string mark_before, mark_after;  ///< content marks of the bytes
  std::vector<LineHunk> hunks;
};

/// One change of a package: everything that one run of a command wrote.
struct JournalEntry {
  std::uint64_t number = 0;  ///< from 1
  std::string time;          ///< UTC, 2026-03-01T09:30:00Z
  std::string by, command, reason;
  std::uint64_t undoes = 0;  ///< the change that this one takes back; 0: none
  std::vector<TableChange> rows;  ///< what a person wants to know; `field` empty: the row came, or went (after empty too)
  std::vector<FilePatch> files;   ///< what taking back needs
};

/// The journal as it stands in its file: a line of JSON each for the head of a change, each row or field changed and each
/// place of a file that was written anew. Lines that are no such thing are counted, not lost.
struct Journal {
  std::vector<JournalEntry> entries;  ///< in the order of the file
  std::size_t unread_lines = 0;
  /// The last change that neither takes another back nor was taken back; nullptr where there is none.
  const JournalEntry* last_standing() const;
  /// The last one of a command.
  const JournalEntry* last_standing_of(std::string_view command) const;
  bool was_undone(std::uint64_t number) const;
};

Journal read_journal(std::string_view text);
/// The lines of one entry, to be appended to the file.
std::string journal_lines(const JournalEntry& entry);

/// One file before and after; nothing where the file is not there.
FilePatch patch_of(std::string file, const std::string* before, const std::string* after);
/// The bytes before of a file that now has these; `fits` says whether it could be done. `now` is nullptr where there is no
/// file. `is_exact`: nobody has touched the file since.
struct TakenBack {
  bool fits = false, is_exact = false, is_there = true;
  std::string bytes;
  std::vector<std::string> lost_lines;  ///< written by the change and not found as they were
};
TakenBack take_back(const FilePatch& patch, const std::string* now);

/// What differs between two sets of tables, row by row and field by field, by the key columns of the schema: rows that
/// came (field, before and after empty), rows that went (field `-`), fields that changed. O(rows · log).
std::vector<TableChange> differences(const TextTables& before, const TextTables& after);
inline constexpr std::string_view kRowGone = "-";

}  // namespace maillage
