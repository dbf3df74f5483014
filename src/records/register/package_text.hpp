// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/commit.hpp"
#include "records/register/journal.hpp"
#include "records/register/raw_table.hpp"

namespace maillage {

/// The bytes of a package's own files, by name: descriptor and tables.
using PackageBytes = std::map<std::string, std::string>;

/// A package as texts that are changed row by row and cell by cell, and written back together.
class PackageText {
 public:
  /// For the holder of the lock. CannotRead.
  explicit PackageText(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }
  const PackageBytes& before() const { return before_; }
  /// What the files become: tables as they are now, other files as they were set.
  PackageBytes after() const;
  /// A table, absent ones without rows. std::out_of_range for a name that is none.
  RawTable& table(std::string_view name);
  /// A file that is no table, or a whole table, anew.
  void set_file(const std::string& name, std::string bytes);
  void remove_file(const std::string& name);
  /// The file of a table.
  std::string file_of(std::string_view table) const;
  /// Tables that get their first row, and a file with it.
  std::vector<std::string> new_tables() const;

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::string, std::less<>> file_of_;  // table → file
  PackageBytes before_, set_;
  std::vector<std::string> removed_;
  std::map<std::string, RawTable, std::less<>> tables_;
};

/// The tables in the files of a package, in whatever form they are written.
TextTables texts_of(const PackageBytes& files, const PackageText& package);

/// Brings the tables of a package from `before` to `after` row by row, so that what is the same in both stays as it is
/// written: rows that came are added, cells that differ are set. Both are the same data as the package, in whatever form
/// and order. False, and nothing is changed, where a row of the package cannot be found again by its key, is to go, or
/// stands in a table that is not written in UTF-8. O(rows · log).
bool lay_over(PackageText& package, const TextTables& before, const TextTables& after);

/// Who changes a package, how and why.
struct Keeping {
  std::string by, command, reason;
  std::string time;          ///< empty: now
  std::uint64_t undoes = 0;  ///< change that is taken back
};

/// Writes what the package becomes, and a line of the journal about it, in one commit: all or none. The entry that was
/// written; one without files where nothing changes (then nothing is written). CannotWrite.
JournalEntry keep(const FolderLock& lock, const PackageText& package, const PackageBytes& after, const Keeping& keeping);

}  // namespace maillage
