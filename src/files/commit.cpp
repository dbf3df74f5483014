// SPDX-License-Identifier: Apache-2.0
#include "files/commit.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <set>
#include <stdexcept>

#include "files/commit_record.hpp"
#include "files/file_faults.hpp"
#include "files/files.hpp"
#include "files/moving.hpp"
#include "files/temporaries.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;

// What stands under a name now: its mark and permissions. CannotWrite where no file can stand there.
struct Standing {
  std::string mark = "-";
  unsigned mode = 0;
};

Standing look_at(const fs::path& folder, const std::string& name) {
  auto so_far = folder;
  for (const auto& part : fs::path(name).parent_path()) {
    so_far /= part;
    struct stat status {};
    if (::stat(so_far.c_str(), &status) == 0 && !S_ISDIR(status.st_mode)) throw_cannot_write(folder / name, ENOTDIR);
  }
  struct stat status {};
  if (::stat((folder / name).c_str(), &status) != 0) return {};
  if (S_ISDIR(status.st_mode)) throw_cannot_write(folder / name, EISDIR);
  return {hexadecimal(content_mark(read_file(folder / name))), status.st_mode & 07777U};
}

void check_names(const std::vector<FileChange>& changes) {
  std::set<fs::path> names;
  for (const auto& change : changes) {
    const auto path = fs::path(change.name).lexically_normal();
    if (path.empty() || path == "." || path.is_absolute() || !path.has_filename() || *path.begin() == ".." ||
        change.name.find('\n') != std::string::npos) {
      throw std::invalid_argument("not a file inside the folder: " + change.name);
    }
    if (!names.insert(path).second) throw std::invalid_argument("two files of one name: " + change.name);
  }
}

void make_folder(const fs::path& folder, const fs::path& asked_for) {
  if (::mkdir(folder.c_str(), 0777) != 0) throw_cannot_write(asked_for, errno);
}

class Commit {
 public:
  Commit(const fs::path& folder, const OnCommitStep& on_step) : folder_(folder), on_step_(on_step) {}

  // Where it throws, the temporary folder goes and nothing has happened.
  bool prepare(const std::vector<FileChange>& changes, const Temporary& preparing) {
    step("prepare");
    make_folder(preparing.path(), folder_);
    preparing.created();
    make_folder(preparing.path() / kNew, folder_);
    make_folder(preparing.path() / kOld, folder_);
    folders_.insert(preparing.path() / kNew);
    for (const auto& change : changes) write(change, preparing.path() / kNew);
    if (lines_.empty()) return false;
    sync_written(preparing.path());
    step("record");
    if (const int error = create_file(preparing.path() / kRecord, commit_record_text(lines_), Synced::now)) {
      throw_cannot_write(folder_, error);
    }
    for (const auto& one : folders_) sync_folder(one);
    sync_folder(preparing.path());
    return true;
  }

  void decide(Temporary& preparing) {
    step("decide");
    if (::rename(preparing.path().c_str(), (folder_ / kCommitted).c_str()) != 0) throw_cannot_write(folder_, errno);
    preparing.moved_away();
    sync_folder(folder_);
  }

  void complete() {
    for (const auto& line : lines_) {
      step("move " + line.name);
      const auto target = folder_ / line.name;
      std::error_code error;
      if (line.act == CommitLine::Act::move) {
        fs::create_directories(target.parent_path(), error);
        if (::rename((folder_ / kCommitted / kNew / line.name).c_str(), target.c_str()) != 0) throw_cannot_write(target, errno);
      } else {
        fs::create_directories((folder_ / kCommitted / kOld / line.name).parent_path(), error);
        if (::rename(target.c_str(), (folder_ / kCommitted / kOld / line.name).c_str()) != 0) throw_cannot_write(target, errno);
      }
    }
    step("clear");
    settle_folder(folder_);
    step("done");
  }

 private:
  void step(const std::string& name) const {
    if (on_step_) on_step_(name);
  }

  // All are synced after all are written: one by one, each would wait for the disk's journal. Thousands are synced with
  // their file system, in one go.
  void sync_written(const fs::path& preparing) const {
    constexpr std::size_t many = 256;
    if (written_.size() >= many && sync_file_system_of(preparing) == 0) return;
    for (const auto& [name, file] : written_) {
      if (const int error = sync_file(file)) throw_cannot_write(folder_ / name, error);
    }
  }

  void write(const FileChange& change, const fs::path& into) {
    const auto standing = look_at(folder_, change.name);
    if (!change.bytes) {
      if (standing.mark != "-") lines_.push_back({CommitLine::Act::remove, standing.mark, change.name});
      return;
    }
    if (standing.mark != "-" && read_file(folder_ / change.name) == *change.bytes) return;
    step("write " + change.name);
    const auto file = into / change.name;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    folders_.insert(file.parent_path());
    const int failure = error ? error.value() : create_file(file, *change.bytes, Synced::later, standing.mode);
    if (failure != 0) throw_cannot_write(folder_ / change.name, failure);
    written_.emplace_back(change.name, file);
    lines_.push_back({CommitLine::Act::move, standing.mark, change.name});
  }

  const fs::path& folder_;
  const OnCommitStep& on_step_;
  std::vector<CommitLine> lines_;
  std::vector<std::pair<std::string, fs::path>> written_;
  std::set<fs::path> folders_;
};

}  // namespace

void commit_files(const FolderLock& lock, const std::vector<FileChange>& changes, const OnCommitStep& on_step) {
  check_names(changes);
  Temporary preparing(lock.folder(), kPreparing);
  Commit commit(lock.folder(), on_step);
  if (!commit.prepare(changes, preparing)) return;
  commit.decide(preparing);
  commit.complete();
}

}  // namespace maillage
