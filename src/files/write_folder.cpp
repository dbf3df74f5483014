// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <set>

#include "files/commit.hpp"
#include "files/file_faults.hpp"
#include "files/files.hpp"
#include "files/moving.hpp"
#include "files/temporaries.hpp"

namespace maillage {
namespace {

using FileList = std::vector<std::pair<std::string, std::string>>;
namespace fs = std::filesystem;
constexpr auto kLongestWait = std::chrono::seconds(10);  // for another process that writes into the same folder

void check_names(const FileList& files) {
  std::set<fs::path> names;
  for (const auto& [name, bytes] : files) {
    const auto path = fs::path(name).lexically_normal();
    if (path.empty() || path == "." || path.is_absolute() || !path.has_filename() || *path.begin() == "..") {
      throw std::invalid_argument("not a file inside the folder: " + name);
    }
    if (!names.insert(path).second) throw std::invalid_argument("two files of one name: " + name);
  }
}

// Makes a folder and those above it; remembers which were missing, and takes them back unless they are kept.
class MadeFolders {
 public:
  ~MadeFolders() {
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) ::rmdir(folder->c_str());
  }
  void make(const fs::path& folder) {
    fs::path so_far;
    for (const auto& part : folder) {
      so_far /= part;
      if (::mkdir(so_far.c_str(), 0777) == 0) {
        made_.push_back(so_far);
        continue;
      }
      const int error = errno;
      struct stat status {};
      if (::stat(so_far.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) continue;
      throw_cannot_write(folder, error == EEXIST ? ENOTDIR : error);
    }
  }
  void keep() { made_.clear(); }

 private:
  std::vector<fs::path> made_;
};

void write_all(const fs::path& folder, const FileList& files, const fs::path& asked_for) {
  std::set<fs::path> folders{folder};
  for (const auto& [name, bytes] : files) {
    std::error_code error;
    fs::create_directories((folder / name).parent_path(), error);
    folders.insert((folder / name).parent_path());
    const int failure = error ? error.value() : create_file(folder / name, bytes, Synced::later);
    if (failure != 0) throw_cannot_write(asked_for / name, failure);
  }
  // All are synced after all are written: one by one, each would wait for the disk's journal. Thousands are synced with
  // their file system, in one go.
  constexpr std::size_t many = 256;
  if (files.size() >= many && sync_file_system_of(folder) == 0) return;
  for (const auto& [name, bytes] : files) {
    if (const int failure = sync_file(folder / name)) throw_cannot_write(asked_for / name, failure);
  }
  for (const auto& one : folders) sync_folder(one);
}

void fill_existing(const fs::path& folder, const FileList& files) {
  const FolderLock lock(folder, LockHolder::here({}, "maillage"), kLongestWait);
  std::vector<FileChange> changes;
  for (const auto& [name, bytes] : files) changes.push_back({name, bytes});
  commit_files(lock, changes);
}

void make_new(const fs::path& folder, const FileList& files) {
  MadeFolders above;
  if (folder.has_parent_path()) above.make(folder.parent_path());
  Temporary temporary(folder_of(folder));
  if (::mkdir(temporary.path().c_str(), 0777) != 0) throw_cannot_write(folder, errno);
  temporary.created();
  write_all(temporary.path(), files, folder);
  if (const int error = move_without_replacing(temporary.path(), folder)) throw_cannot_write(folder, error);
  temporary.moved_away();
  above.keep();
  sync_folder(folder_of(folder));
}

}  // namespace

void write_folder(const fs::path& folder, const FileList& files, Overwrite overwrite) {
  check_names(files);
  const auto path = folder.has_filename() ? folder : folder.parent_path();  // without a trailing slash
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return make_new(path, files);
  if (!S_ISDIR(status.st_mode)) throw_cannot_write(folder, EEXIST);
  std::error_code error;
  const bool is_empty = fs::is_empty(path, error);
  if (error) throw_cannot_write(folder, error.value());
  if (!is_empty && overwrite == Overwrite::never) throw_cannot_write(folder, EEXIST);
  fill_existing(path, files);
}

}  // namespace maillage
