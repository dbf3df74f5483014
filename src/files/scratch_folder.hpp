// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace maillage {

/// A new empty folder among the system's temporary ones, gone with all it holds at the end of its life. CannotWrite.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace maillage
