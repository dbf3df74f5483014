// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

namespace maillage::documents {

/// The documents of a folder.
struct DocumentFiles {
  std::vector<std::filesystem::path> documents;    ///< by path, in byte order
  std::vector<std::filesystem::path> passed_over;  ///< endings that are not read, links that lead out of the folder, folders
                                                   ///< that may not be opened
};

/// Files in a folder and the folders in it whose ending is one that is read; hidden ones and drafts (`STEM.csv` beside
/// `STEM.json`) are left out without a word. O(files · log files).
DocumentFiles document_files(const std::filesystem::path& folder);

}  // namespace maillage::documents
