// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

#include "files/descriptor.hpp"

namespace maillage {

/// Who is writing into a folder.
struct LockHolder {
  std::string who;      ///< as people call them; may be empty
  std::string command;  ///< what they are doing
  std::string machine;
  long process = 0;
  std::string since;  ///< UTC, 2026-03-01T09:30:00Z
  /// Does the lock name its holder? It does not while it is being written, and where the disk was full.
  bool is_named() const { return process != 0 && !since.empty(); }
  /// This process on this machine, now.
  static LockHolder here(std::string who, std::string command);
};

/// Another process is writing into the folder, and went on doing so for as long as was waited.
struct FolderIsLocked : std::runtime_error {
  FolderIsLocked(std::filesystem::path locked, LockHolder by);
  std::filesystem::path folder;
  LockHolder holder;
};

/// The right to write into a folder: one process at a time.
///
/// A lock of the operating system (flock) on `.maillage-lock`, in which the holder's name stands for others to read. It
/// ends with the process however that ends: what a killed writer leaves behind blocks nobody, and is told by left_by().
/// Whoever takes the lock finds the folder whole: a write that was cut off is completed or taken back first (see
/// files/commit.hpp). Readers need no lock.
class FolderLock {
 public:
  /// Waits at most that long. FolderIsLocked; CannotWrite where the folder is not there or may not be written.
  FolderLock(const std::filesystem::path& folder, const LockHolder& holder, std::chrono::milliseconds wait);
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

  const std::filesystem::path& folder() const { return folder_; }
  /// The writer before, where it ended without giving the lock back.
  const std::optional<LockHolder>& left_by() const { return left_by_; }

 private:
  bool take(const LockHolder& holder);
  bool clear_lock_of_another();
  std::filesystem::path folder_, file_;
  Descriptor open_file_;
  std::optional<LockHolder> left_by_;
};

}  // namespace maillage
