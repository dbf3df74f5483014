// SPDX-License-Identifier: Apache-2.0
#include "documents/intake/document_files.hpp"

#include <algorithm>

#include "documents/intake/document_format.hpp"

namespace maillage::documents {
namespace {

namespace fs = std::filesystem;

// A link is followed where it stays in the folder.
bool leads_out(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const auto to = fs::canonical(path, error);
  if (error) return true;
  const auto inside = to.lexically_relative(folder);
  return inside.empty() || *inside.begin() == "..";
}

bool is_draft(const fs::path& path) {
  const auto ending = path.extension();
  if (ending != ".csv" && ending != ".json") return false;
  auto other = path;
  std::error_code error;
  return fs::exists(other.replace_extension(ending == ".csv" ? ".json" : ".csv"), error);
}

}  // namespace

DocumentFiles document_files(const fs::path& folder) {
  DocumentFiles found;
  std::error_code error;
  const auto whole = fs::canonical(folder, error);
  auto at = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    const auto& path = at->path();
    std::error_code unknown;
    if (path.filename().string().starts_with('.')) {
      if (at->is_directory(unknown)) at.disable_recursion_pending();
      continue;
    }
    if (at->is_directory(unknown) || is_draft(path)) continue;
    const bool is_read = at->is_regular_file(unknown) && format_of_name(path.filename().string()) != DocumentFormat::unknown;
    if (is_read && !(at->is_symlink(unknown) && leads_out(path, whole))) found.documents.push_back(path);
    else found.passed_over.push_back(path);
  }
  std::ranges::sort(found.documents);
  std::ranges::sort(found.passed_over);
  return found;
}

}  // namespace maillage::documents
