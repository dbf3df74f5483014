// SPDX-License-Identifier: Apache-2.0
#include "files/file_faults.hpp"

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
    case EACCES:
    case EPERM:
    case EROFS:
      return "no_permission";
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

}  // namespace

CannotRead::CannotRead(std::filesystem::path file, std::string why)
    : std::runtime_error("cannot read " + file.string() + ": " + why), path(std::move(file)), reason(std::move(why)) {}

CannotWrite::CannotWrite(std::filesystem::path file, std::string why)
    : std::runtime_error("cannot write " + file.string() + ": " + why), path(std::move(file)), reason(std::move(why)) {}

void throw_cannot_read(const std::filesystem::path& path, int system_error) {
  throw CannotRead(path, read_reason(system_error));
}

void throw_cannot_write(const std::filesystem::path& path, int system_error) {
  throw CannotWrite(path, write_reason(system_error));
}

}  // namespace maillage
