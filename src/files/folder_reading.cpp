// SPDX-License-Identifier: Apache-2.0
#include "files/folder_reading.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <chrono>
#include <thread>

#include "files/commit_record.hpp"
#include "files/files.hpp"

namespace maillage {
namespace {

namespace fs = std::filesystem;
constexpr auto kLongestWait = std::chrono::seconds(10);

bool is_committing(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / kCommitted / kRecord, error);
}

}  // namespace

FolderReading::FolderReading(const fs::path& folder) : folder_(folder), against_writers_(-1) {
  const auto end = std::chrono::steady_clock::now() + kLongestWait;
  while (is_committing(folder)) {
    against_writers_.take(Descriptor(::open((folder / kLockFile).c_str(), O_RDONLY | O_CLOEXEC)));
    const bool nobody_writes = !against_writers_.is_open() || ::flock(against_writers_.number(), LOCK_SH | LOCK_NB) == 0;
    if (nobody_writes && is_committing(folder)) {
      is_cut_off_ = true;
      for (const auto& line : read_commit_record(folder)) (line.act == CommitLine::Act::move ? moved_ : removed_).insert(line.name);
      return;
    }
    against_writers_.close();
    if (std::chrono::steady_clock::now() > end) throw CannotRead(folder, "being_written");
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

fs::path FolderReading::path_of(const std::string& name) {
  auto path = folder_ / name;
  if (is_cut_off_) {
    std::error_code error;
    const auto fresh = folder_ / kCommitted / kNew / name;
    if (moved_.contains(name) && fs::exists(fresh, error)) path = fresh;
    if (removed_.contains(name)) path = folder_ / kCommitted / kNew / name;  // where nothing stands
  }
  asked_for_.try_emplace(path, standing_of(path));
  return path;
}

bool FolderReading::was_disturbed() const {
  if (is_committing(folder_) != is_cut_off_) return true;
  for (const auto& [path, standing] : asked_for_) {
    if (standing_of(path) != standing) return true;
  }
  return is_committing(folder_) != is_cut_off_;
}

FolderReading::Standing FolderReading::standing_of(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  return {status.st_ino, static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
          status.st_ctim.tv_sec * 1'000'000'000 + status.st_ctim.tv_nsec};
}

}  // namespace maillage
