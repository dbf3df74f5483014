// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace maillage {

/// A file or folder could not be read.
struct CannotRead : std::runtime_error {
  CannotRead(std::filesystem::path file, std::string why);
  std::filesystem::path path;
  std::string reason;  ///< code for the catalogue `file.REASON`: not_found, no_permission, is_folder, too_large, being_written, failed
};
/// A file could not be written; nothing of it is left behind.
struct CannotWrite : std::runtime_error {
  CannotWrite(std::filesystem::path file, std::string why);
  std::filesystem::path path;
  std::string reason;  ///< exists, is_folder, no_right_in_folder (which `path` is), no_right_on_file, read_only_disk, no_space, no_folder, failed
};

/// The whole file; CannotRead.
std::string read_file(const std::filesystem::path& path, std::uint64_t max_bytes = 1ULL << 32);
/// The file in pieces of at most 1 MiB, in constant memory; `-` is standard input. CannotRead.
void read_in_pieces(const std::filesystem::path& path, const std::function<void(std::string_view)>& on_piece);

enum class Overwrite : std::uint8_t { never, allowed };
/// Writes a file whole or not at all: to a temporary file beside it, synced, then renamed. CannotWrite.
/// An overwritten file keeps its permissions, a link its place; what is no file (a pipe, /dev/stdout) is written
/// straight.
void write_file(const std::filesystem::path& path, std::string_view bytes, Overwrite overwrite);

/// Writes several files of one folder together: all are written to a temporary folder first, then moved.
/// The folder and those above it are made where they are missing. With Overwrite::never an existing non-empty folder is
/// refused; otherwise files of other names in it stay, and it is a commit (files/commit.hpp) under the folder's lock. When
/// one file cannot be written everything is as it was before.
/// `files`: relative path and bytes. CannotWrite; std::invalid_argument for a path that leads out of the folder or
/// comes twice.
void write_folder(const std::filesystem::path& folder, const std::vector<std::pair<std::string, std::string>>& files,
                  Overwrite overwrite);

/// Removes what an interrupted write would leave; called from the signal handler's thread. Async-signal-safe.
/// The program must end at once: a write that begins afterwards waits for the end.
void remove_temporaries() noexcept;

enum class Encoding : std::uint8_t { utf8, utf8_with_mark, utf16_little, utf16_big, windows_1252 };
struct Decoded {
  std::string text;  ///< UTF-8, without byte-order mark
  Encoding encoding = Encoding::utf8;
};
/// UTF-8 of bytes in one of the encodings: by byte-order mark; else UTF-8 where valid; else Windows-1252.
Decoded decode(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

/// 64-bit FNV-1a, for content marks (not for security), as 16 hexadecimal digits; chained by passing the last value.
std::uint64_t content_mark(std::string_view bytes, std::uint64_t chained = 0xcbf29ce484222325ULL);
std::string hexadecimal(std::uint64_t value);

}  // namespace maillage
