// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <zip.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "files/files.hpp"
#include "program.hpp"

namespace maillage::testing {

/// A zip archive with these parts, for tests that need office files or hostile archives.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts, const char* password = nullptr) {
  const ScratchFolder folder;
  const auto file = (folder.path() / "made.zip").string();
  int error = 0;
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no archive");
  for (const auto& [name, bytes] : parts) {
    const auto index = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
    if (index < 0) throw std::runtime_error("no part");
    if (password != nullptr) {
      zip_file_set_encryption(archive, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, password);
    }
  }
  if (zip_close(archive) != 0) throw std::runtime_error("not written");
  return read_file(file);
}

}  // namespace maillage::testing
