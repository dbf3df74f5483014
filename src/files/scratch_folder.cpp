// SPDX-License-Identifier: Apache-2.0
#include "files/scratch_folder.hpp"

#include <cerrno>
#include <cstdlib>

#include "files/file_faults.hpp"

namespace maillage {

ScratchFolder::ScratchFolder() {
  auto pattern = (std::filesystem::temp_directory_path() / "maillage-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw_cannot_write(pattern, errno);
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace maillage
