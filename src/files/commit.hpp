// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/folder_lock.hpp"

namespace maillage {

/// One file of a folder and what it becomes.
struct FileChange {
  std::string name;                  ///< relative to the folder
  std::optional<std::string> bytes;  ///< nothing: the file goes
};

/// Is told before each step, for tests that cut a commit off there.
using OnCommitStep = std::function<void(std::string_view step)>;

/// Changes several files of a folder together: all or none, also when the process or the machine stops at any moment.
///
/// The new files are written beside the old ones into `.maillage-preparing` and synced, with a record of what is meant
/// to happen; renaming that to `.maillage-commit` decides: before, nothing has happened, after it, everything has. What is
/// left are renames; where they are cut off the next process that takes the lock completes them, and readers that go
/// through FolderReading see the files as they will be. Files that have these bytes already are left alone; an
/// overwritten file keeps its permissions. CannotWrite where it cannot be done, and then nothing has changed;
/// std::invalid_argument for a name that leads out of the folder or comes twice. O(bytes).
void commit_files(const FolderLock& lock, const std::vector<FileChange>& changes, const OnCommitStep& on_step = {});

}  // namespace maillage
