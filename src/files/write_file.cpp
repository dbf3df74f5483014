// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>

#include <cstdio>
#include <system_error>

#include "files/descriptor.hpp"
#include "files/file_faults.hpp"
#include "files/files.hpp"
#include "files/moving.hpp"
#include "files/temporaries.hpp"

namespace maillage {
namespace {

constexpr mode_t default_mode = 0666;  // less the umask

// A pipe, a terminal, /dev/stdout: nothing that could be replaced, so it is written straight.
void write_straight(const std::filesystem::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.is_open()) throw_cannot_write(path, errno);
  if (const int error = file.write(bytes)) throw_cannot_write(path, error);
  if (const int error = file.close()) throw_cannot_write(path, error);
}

// Where a link leads, so that the file is replaced and not the link to it.
std::filesystem::path behind_links(const std::filesystem::path& path) {
  std::error_code error;
  const auto target = std::filesystem::canonical(path, error);
  return error ? path : target;
}

}  // namespace

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (open_folder.is_open()) open_folder.sync();  // some file systems cannot; the files themselves are synced
}

int sync_file(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  return file.is_open() ? file.sync() : errno;
}

int sync_file_system_of(const std::filesystem::path& folder) {
  const Descriptor open_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return open_folder.is_open() && ::syncfs(open_folder.number()) == 0 ? 0 : errno;
}

int create_file(const std::filesystem::path& path, std::string_view bytes, Synced synced, unsigned mode) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, default_mode));
  if (!file.is_open()) return errno;
  if (mode != 0) ::fchmod(file.number(), static_cast<mode_t>(mode));
  if (const int error = file.write(bytes)) return error;
  if (synced == Synced::now) {
    if (const int error = file.sync()) return error;
  }
  return file.close();
}

int move_without_replacing(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system that cannot say "if absent": a look before leaves a gap of microseconds.
  struct stat status {};
  if (::lstat(to.c_str(), &status) == 0) return EEXIST;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

void write_file(const std::filesystem::path& path, std::string_view bytes, Overwrite overwrite) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) throw_cannot_write(path, EISDIR);
  if (exists && !S_ISREG(status.st_mode)) return write_straight(path, bytes);
  if (exists && overwrite == Overwrite::never) throw_cannot_write(path, EEXIST);
  if (exists && ::access(path.c_str(), W_OK) != 0) throw_cannot_write(path, errno);

  const auto target = exists ? behind_links(path) : path;
  Temporary temporary(folder_of(target));
  const int written = create_file(temporary.path(), bytes, Synced::now, exists ? status.st_mode & 07777U : 0U);
  temporary.created();
  if (written != 0) throw_cannot_write(path, written);
  const int moved = overwrite == Overwrite::never ? move_without_replacing(temporary.path(), target)
                    : ::rename(temporary.path().c_str(), target.c_str()) == 0 ? 0
                                                                              : errno;
  if (moved != 0) throw_cannot_write(path, moved);
  temporary.moved_away();
  sync_folder(folder_of(target));
}

}  // namespace maillage
