// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/session.hpp"
#include "records/office/import_list.hpp"
#include "records/office/kept_rows.hpp"

namespace maillage {

/// What importing an office's list has to say: on the terminal, a count by kind and the first of each; in a file, all of it.
class ImportReport {
 public:
  /// What is told besides the notes of the list.
  struct Besides {
    std::vector<std::string> left_empty;     ///< sentences on values that would have made the package unsound
    std::vector<std::string> gone;           ///< ids of agreements that left the list
    std::vector<std::string> file_problems;  ///< sentences on cells of the file that could not be read
  };
  /// All must outlive this.
  ImportReport(const ImportedList& list, const Besides& besides, const Language& language);
  /// Adds what the package keeps that the list no longer says; `package` is where it stands.
  void add(const std::vector<KeptRows>& kept, const std::string& package);
  /// Was anything of the list not taken?
  bool has_loss() const { return has_loss_; }
  /// CSV with the columns table,row,column,field,kind,value,taken,message: one row a note, in the order of the list, then
  /// the names that a person should look at. Safe to open in a spreadsheet.
  std::string csv() const;
  /// Tells all of it where it is little; else by kind. `file`: where the whole stands; empty where it was not written.
  void tell(const Session& session, const std::string& file) const;

 private:
  struct Line {
    std::string table, row, column, field, kind, value, taken, message;
  };
  void add(const ImportNote& note, const Language& language);
  void add(const InstitutionMatch& match, const Language& language);
  void add_registry(const InstitutionMatch& match, const Language& language);

  const Language& language_;
  std::vector<Line> lines_;
  bool has_loss_ = false;
  std::int64_t known_ = 0, added_ = 0;  // institutions
};

}  // namespace maillage
