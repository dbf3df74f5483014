// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace maillage {

/// A file or folder under a name of its own in `folder` (`.maillage-PROCESS-NUMBER.part`), which goes with everything
/// in it unless it has been moved away, also when remove_temporaries() is called from a signal handler.
///
/// The name is made here; the file or folder is for the caller to create.
class Temporary {
 public:
  explicit Temporary(const std::filesystem::path& folder);
  /// Under a given name, for the one process that may use it.
  Temporary(const std::filesystem::path& folder, const char* name);
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary();

  const std::filesystem::path& path() const { return path_; }
  /// It stands under its final name now: nothing is left to remove.
  void moved_away();
  /// To be called once the file or folder has been created: does not return if the program is being interrupted.
  void created() const;

 private:
  std::filesystem::path path_;
  std::size_t slot_;
};

}  // namespace maillage
