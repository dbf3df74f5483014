// SPDX-License-Identifier: Apache-2.0
#include "files/file_faults.hpp"

#include <unistd.h>

#include <cerrno>

#include "files/files.hpp"

namespace maillage {
namespace {

std::string read_reason(int system_error) {
  switch (system_error) {
    case ENOENT:
    case ENOTDIR:
      return "not_found";
    case EACCES:
    case EPERM:
      return "no_permission";
    case EISDIR:
      return "is_folder";
    case EFBIG:
    case EOVERFLOW:
      return "too_large";
    default:
      return "failed";
  }
}

std::string write_reason(int system_error) {
  switch (system_error) {
    case EEXIST:
    case ENOTEMPTY:
      return "exists";
    case EROFS:
      return "read_only_disk";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "no_space";
    case ENOENT:
    case ENOTDIR:
      return "no_folder";
    case EISDIR:
      return "is_folder";
    default:
      return "failed";
  }
}

// Files are written beside and moved into their place: that takes the right to write into the folder.
[[noreturn]] void throw_right_missing(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw CannotWrite(path, "no_right_in_folder");
  auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  const bool is_there = std::filesystem::exists(path, error);
  if (is_there && ::access(folder.c_str(), W_OK | X_OK) == 0) throw CannotWrite(path, "no_right_on_file");
  throw CannotWrite(std::move(folder), "no_right_in_folder");
}

}  // namespace

CannotRead::CannotRead(std::filesystem::path file, std::string why)
    : std::runtime_error("cannot read " + file.string() + ": " + why), path(std::move(file)), reason(std::move(why)) {}

CannotWrite::CannotWrite(std::filesystem::path file, std::string why)
    : std::runtime_error("cannot write " + file.string() + ": " + why), path(std::move(file)), reason(std::move(why)) {}

void throw_cannot_read(const std::filesystem::path& path, int system_error) {
  throw CannotRead(path, read_reason(system_error));
}

void throw_cannot_write(const std::filesystem::path& path, int system_error) {
  if (system_error == EACCES || system_error == EPERM) throw_right_missing(path);
  throw CannotWrite(path, write_reason(system_error));
}

}  // namespace maillage
