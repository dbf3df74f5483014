// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace maillage {

// What a commit leaves in the folder while it lasts (see files/commit.hpp).
inline constexpr const char* kLockFile = ".maillage-lock";
inline constexpr const char* kPreparing = ".maillage-preparing";
inline constexpr const char* kCommitted = ".maillage-commit";
inline constexpr const char* kRecord = "record";  ///< in them: what is meant to happen
inline constexpr const char* kNew = "new";        ///< in them: files to be moved into place
inline constexpr const char* kOld = "old";        ///< in them: files that go

/// One line of a record.
struct CommitLine {
  enum class Act { move, remove } act = Act::move;
  std::string before;  ///< mark of the bytes that are replaced; `-` where there was no file
  std::string name;
};
/// The record of a commit that is decided and not completed; nothing where there is none. CannotRead.
std::vector<CommitLine> read_commit_record(const std::filesystem::path& folder);
std::string commit_record_text(const std::vector<CommitLine>& lines);

/// Completes a commit that was cut off after it was decided, and removes what one left that was cut off before. A file
/// that somebody has changed by hand since is kept beside as `NAME.kept`. For the holder of the lock. CannotWrite.
void settle_folder(const std::filesystem::path& folder);

}  // namespace maillage
