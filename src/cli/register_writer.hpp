// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/answer.hpp"
#include "cli/keeping_options.hpp"
#include "records/register/package_text.hpp"

namespace maillage {

/// Changes a package under its lock: shows what becomes different, checks the package as it would be, writes tables and
/// journal together.
class RegisterWriter {
 public:
  /// Locks the package and reads it. FolderIsLocked, CannotWrite, CannotRead.
  RegisterWriter(Session& session, const std::filesystem::path& folder, const KeepingOptions& options, std::string command);

  PackageText& text() { return *text_; }
  /// A table that is to be changed. Failure(unsound_data) where it is not written in UTF-8.
  RawTable& table(std::string_view name);

  struct Finish {
    std::string id;      ///< of the row that the command is about
    std::string reason;  ///< for the journal
    std::uint64_t undoes = 0;
    enum class Check { whole, none } check = Check::whole;
    bool confirm = false;  ///< ask on the terminal before writing
    const Answer* shown = nullptr;  ///< is given in the place of the differences
  };
  /// Gives the differences to the output; refuses a package with errors (exit 1, nothing written), tells new warnings.
  ExitCode finish(const OutputOptions& output, const Finish& wanted);

 private:
  bool is_sound(const PackageBytes& after) const;
  void give_shown(const OutputOptions& output, Answer answer, const Json& change);
  Answer answer_of(const PackageBytes& after, const Finish& wanted) const;
  Session& session_;
  const KeepingOptions& options_;
  std::string command_;
  std::unique_ptr<FolderLock> lock_;
  std::unique_ptr<PackageText> text_;
};

/// Changes as a table and JSON rows: what came, went and is different, claims and acknowledgements in one line each.
void add_changes(Answer& answer, const std::vector<TableChange>& changes, const Language& language);

/// The files with a description of the tables that get their first rows in datapackage.json, as the others have one.
PackageBytes with_descriptor(const PackageText& package, PackageBytes after);

/// Writes files over a package that is there, with a line in its journal and under its lock; where there is none, or
/// nothing may be overwritten, as give_folder() does.
void give_package(Session& session, const OutputOptions& output, const KeepingOptions& keeping, const std::string& command,
                  const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace maillage
