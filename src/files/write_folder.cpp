// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <set>

#include "files/file_faults.hpp"
#include "files/files.hpp"
#include "files/moving.hpp"
#include "files/temporaries.hpp"

namespace maillage {
namespace {

using FileList = std::vector<std::pair<std::string, std::string>>;
namespace fs = std::filesystem;

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

// Moves files into a folder that is there already. What they replace is kept beside by a second name until all have
// moved, and comes back when one cannot.
class Replacement {
 public:
  Replacement(fs::path from, fs::path to, fs::path kept)
      : from_(std::move(from)), to_(std::move(to)), kept_(std::move(kept)) {}
  ~Replacement() {
    if (is_done_) return;
    for (auto name = moved_.rbegin(); name != moved_.rend(); ++name) {
      if (::rename((kept_ / *name).c_str(), (to_ / *name).c_str()) != 0) ::unlink((to_ / *name).c_str());
    }
  }
  void move(const std::string& name) {
    std::error_code ignored;
    fs::create_directories((kept_ / name).parent_path(), ignored);
    folders_.make((to_ / name).parent_path());
    struct stat status {};
    const bool exists = ::lstat((to_ / name).c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) throw_cannot_write(to_ / name, EISDIR);
    if (exists && ::link((to_ / name).c_str(), (kept_ / name).c_str()) != 0 &&
        ::rename((to_ / name).c_str(), (kept_ / name).c_str()) != 0) {
      throw_cannot_write(to_ / name, errno);
    }
    moved_.push_back(name);
    if (::rename((from_ / name).c_str(), (to_ / name).c_str()) != 0) throw_cannot_write(to_ / name, errno);
  }
  void done() {
    folders_.keep();
    is_done_ = true;
  }

 private:
  fs::path from_, to_, kept_;
  MadeFolders folders_;
  std::vector<std::string> moved_;
  bool is_done_ = false;
};

void fill_existing(const fs::path& folder, const FileList& files) {
  Temporary temporary(folder);
  const auto fresh = temporary.path() / "new";
  const auto kept = temporary.path() / "old";
  for (const auto& path : {temporary.path(), fresh, kept}) {
    if (::mkdir(path.c_str(), 0777) != 0) throw_cannot_write(folder, errno);
    temporary.created();
  }
  write_all(fresh, files, folder);
  Replacement replacement(fresh, folder, kept);
  for (const auto& [name, bytes] : files) replacement.move(name);
  replacement.done();
  sync_folder(folder);
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
