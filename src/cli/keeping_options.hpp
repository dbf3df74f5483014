// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "cli/session.hpp"
#include "files/folder_lock.hpp"

namespace maillage {

/// Who changes a package, why, and how long to wait for another who does.
struct KeepingOptions {
  std::string by, because;
  std::uint64_t wait = 10;  ///< seconds
  bool dry_run = false;

  enum class Kind { with_dry_run, without };
  void define(CLI::App& app, const Language& language, Kind kind);
  /// --by, else MAILLAGE_USER, else the system's name of the user. Never an e-mail address: Failure(usage) where --by is
  /// one; of another name what stands before the @.
  std::string who(const Language& language) const;
};

/// The folder of a package that DATA means. Failure(usage) where DATA is none.
std::filesystem::path package_folder(const std::string& path, const Language& language);

/// The right to write into a package; told where the writer before ended without finishing. FolderIsLocked, CannotWrite.
std::unique_ptr<FolderLock> lock_package(const Session& session, const std::filesystem::path& folder,
                                         const KeepingOptions& options, const std::string& command);

}  // namespace maillage
