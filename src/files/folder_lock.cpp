// SPDX-License-Identifier: Apache-2.0
#include "files/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <ctime>
#include <sstream>
#include <thread>
#include <utility>

#include "files/commit.hpp"
#include "files/commit_record.hpp"
#include "files/file_faults.hpp"
#include "files/files.hpp"

namespace maillage {
namespace {

constexpr auto kBetweenTries = std::chrono::milliseconds(10);

// Line by line, so that a person who opens the file can read it.
std::string text_of(const LockHolder& holder) {
  return "who: " + holder.who + "\ncommand: " + holder.command + "\nmachine: " + holder.machine +
         "\nprocess: " + std::to_string(holder.process) + "\nsince: " + holder.since + "\n";
}

LockHolder holder_of(const std::string& text) {
  LockHolder holder;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto colon = line.find(": ");
    if (colon == std::string::npos) continue;
    const auto key = line.substr(0, colon);
    auto value = line.substr(colon + 2);
    if (key == "who") holder.who = std::move(value);
    if (key == "command") holder.command = std::move(value);
    if (key == "machine") holder.machine = std::move(value);
    if (key == "since") holder.since = std::move(value);
    if (key == "process") std::from_chars(value.data(), value.data() + value.size(), holder.process);
  }
  return holder;
}

std::string text_in(const Descriptor& file) {
  std::array<char, 4096> buffer{};
  const auto count = ::pread(file.number(), buffer.data(), buffer.size(), 0);
  return count > 0 ? std::string(buffer.data(), static_cast<std::size_t>(count)) : std::string();
}

// The holder before gives the lock back by removing the file: whoever waited on that file holds nothing.
bool still_stands(const Descriptor& file, const std::filesystem::path& path) {
  struct stat open_one {}, named {};
  return ::fstat(file.number(), &open_one) == 0 && ::stat(path.c_str(), &named) == 0 && open_one.st_ino == named.st_ino &&
         open_one.st_dev == named.st_dev;
}

std::string one_line(std::string text) {
  for (auto& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  if (text.size() > 400) text.resize(400);
  return text;
}

}  // namespace

LockHolder LockHolder::here(std::string who, std::string command) {
  std::array<char, 256> machine{};
  ::gethostname(machine.data(), machine.size() - 1);
  const auto now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  std::array<char, 32> since{};
  std::strftime(since.data(), since.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {one_line(std::move(who)), one_line(std::move(command)), machine.data(), static_cast<long>(::getpid()), since.data()};
}

FolderIsLocked::FolderIsLocked(std::filesystem::path locked, LockHolder by)
    : std::runtime_error("another process is writing into " + locked.string()), folder(std::move(locked)),
      holder(std::move(by)) {}

FolderLock::FolderLock(const std::filesystem::path& folder, const LockHolder& holder, std::chrono::milliseconds wait)
    : folder_(folder), file_(folder / kLockFile), open_file_(-1) {
  const auto end = std::chrono::steady_clock::now() + wait;
  while (!take(holder)) {
    if (std::chrono::steady_clock::now() >= end) {
      const Descriptor theirs(::open(file_.c_str(), O_RDONLY | O_CLOEXEC));
      throw FolderIsLocked(folder, holder_of(theirs.is_open() ? text_in(theirs) : std::string()));
    }
    std::this_thread::sleep_for(kBetweenTries);
  }
  try {
    settle_folder(folder_);
  } catch (...) {
    ::unlink(file_.c_str());
    throw;
  }
}

FolderLock::~FolderLock() { ::unlink(file_.c_str()); }

// What a killed process of somebody else left may not be ours to write into: it goes, and a lock of our own can be made.
bool FolderLock::clear_lock_of_another() {
  const Descriptor theirs(::open(file_.c_str(), O_RDONLY | O_CLOEXEC));
  if (!theirs.is_open()) throw_cannot_write(folder_, EACCES);
  if (::flock(theirs.number(), LOCK_EX | LOCK_NB) != 0 || !still_stands(theirs, file_)) return false;
  left_by_ = holder_of(text_in(theirs));
  if (::unlink(file_.c_str()) != 0) throw_cannot_write(folder_, errno);
  return true;
}

bool FolderLock::take(const LockHolder& holder) {
  Descriptor file(::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!file.is_open()) {
    const int error = errno;
    if (error == EACCES && ::access(file_.c_str(), F_OK) == 0) return clear_lock_of_another() && take(holder);
    throw_cannot_write(folder_, error);
  }
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK && errno != EINTR) throw_cannot_write(file_, errno);
    return false;
  }
  if (!still_stands(file, file_)) return false;
  if (const auto left = text_in(file); !left.empty()) left_by_ = holder_of(left);
  // Without its text (a full disk) the lock holds all the same; it only names nobody.
  if (::ftruncate(file.number(), 0) == 0) file.write(text_of(holder));
  open_file_.take(std::move(file));
  return true;
}

}  // namespace maillage
