// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/stat.h>

#include <memory>

#include "files/descriptor.hpp"
#include "files/file_faults.hpp"
#include "files/files.hpp"

namespace maillage {
namespace {

constexpr std::size_t piece_size = 1U << 20;

Descriptor open_for_reading(const std::filesystem::path& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) throw_cannot_read(path, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) throw_cannot_read(path, errno);
  if (S_ISDIR(status.st_mode)) throw_cannot_read(path, EISDIR);
  return file;
}

template <class OnPiece>
void read_pieces(const Descriptor& file, const std::filesystem::path& path, OnPiece on_piece) {
  const auto buffer = std::make_unique<char[]>(piece_size);
  while (true) {
    const auto count = file.read(buffer.get(), piece_size);
    if (count < 0) throw_cannot_read(path, errno);
    if (count == 0) return;
    on_piece(std::string_view(buffer.get(), static_cast<std::size_t>(count)));
  }
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
  const auto file = open_for_reading(path);
  struct stat status {};
  std::string bytes;
  if (::fstat(file.number(), &status) == 0 && status.st_size > 0) {
    if (static_cast<std::uint64_t>(status.st_size) > max_bytes) throw_cannot_read(path, EFBIG);
    bytes.reserve(static_cast<std::size_t>(status.st_size));
  }
  read_pieces(file, path, [&](std::string_view piece) {
    if (bytes.size() + piece.size() > max_bytes) throw_cannot_read(path, EFBIG);
    bytes += piece;
  });
  return bytes;
}

void read_in_pieces(const std::filesystem::path& path, const std::function<void(std::string_view)>& on_piece) {
  const auto file = path == "-" ? Descriptor(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)) : open_for_reading(path);
  if (!file.is_open()) throw_cannot_read(path, errno);
  read_pieces(file, path, on_piece);
}

}  // namespace maillage
