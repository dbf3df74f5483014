// SPDX-License-Identifier: Apache-2.0
#include "cli/report_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "files/files.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kListOfFiles = "maillage-files.txt";
constexpr std::string_view kFirstLineOfList = "# maillage report: mark of the bytes and path of each file\n";
constexpr std::uint64_t kLongestFileList = 100'000'000;

std::string list_of_files(const ReportFiles& files) {
  std::string text(kFirstLineOfList);
  for (const auto& [path, bytes] : files) text += hexadecimal(content_mark(bytes)) + "  " + path + "\n";
  return text;
}

// Inside the folder by its words, and on the disk: nothing on the way is a link.
bool is_inside_folder(const fs::path& folder, const fs::path& path) {
  if (path.empty() || path.is_absolute() || path.lexically_normal() != path) return false;
  auto here = folder;
  std::error_code error;
  for (const auto& part : path) {
    if (part == ".." || part == ".") return false;
    here /= part;
    if (fs::is_symlink(fs::symlink_status(here, error))) return false;
  }
  return fs::is_regular_file(here, error);
}

// What an earlier report wrote, is as it left it, and is not written again.
std::vector<fs::path> outdated_files(const fs::path& folder, const ReportFiles& files) {
  std::error_code error;
  if (!fs::is_regular_file(folder / kListOfFiles, error)) return {};
  const auto text = read_file(folder / kListOfFiles, kLongestFileList);
  if (!text.starts_with(kFirstLineOfList)) return {};
  std::set<std::string> written;
  for (const auto& [path, bytes] : files) written.insert(path);
  std::vector<fs::path> found;
  std::istringstream lines(text.substr(kFirstLineOfList.size()));
  constexpr std::size_t mark = 16, path_at = mark + 2;
  for (std::string line; std::getline(lines, line);) {
    if (line.size() <= path_at) continue;
    const auto path = line.substr(path_at);
    if (written.contains(path) || !is_inside_folder(folder, path)) continue;
    if (hexadecimal(content_mark(read_file(folder / path))) == line.substr(0, mark)) found.emplace_back(path);
  }
  return found;
}

// How many could be removed.
std::size_t remove_outdated(const fs::path& folder, const std::vector<fs::path>& paths) {
  std::error_code error;
  std::size_t removed = 0;
  std::set<fs::path> folders;
  for (const auto& path : paths) {
    removed += fs::remove(folder / path, error) ? 1 : 0;
    if (path.has_parent_path()) folders.insert(path.parent_path());
  }
  for (const auto& emptied : folders) {
    if (fs::is_empty(folder / emptied, error)) fs::remove(folder / emptied, error);
  }
  return removed;
}

}  // namespace

void give_report(Session& session, const OutputOptions& options, ReportFiles files) {
  files.emplace_back(kListOfFiles, list_of_files(files));
  const auto old = options.force ? outdated_files(options.file, files) : std::vector<fs::path>();
  give_folder(session, options, files);
  if (old.empty()) return;
  const auto removed = remove_outdated(options.file, old);
  session.tell(session.language.say_count("cli.note.outdated_removed", static_cast<std::int64_t>(removed), {{"folder", options.file}}));
}

}  // namespace maillage
