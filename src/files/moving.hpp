// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace maillage {

/// The folder that holds a file or folder; `.` for a bare name.
std::filesystem::path folder_of(const std::filesystem::path& path);
/// Makes renamings in a folder last, as far as its file system can.
void sync_folder(const std::filesystem::path& folder);
/// Puts the bytes of a file onto the disk. errno, 0 where all went well.
int sync_file(const std::filesystem::path& path);
/// Puts all that is written to the file system of a folder onto the disk: for thousands of files far faster than one by
/// one, but it waits for what others write there. errno, 0 where all went well.
int sync_file_system_of(const std::filesystem::path& folder);
enum class Synced { now, later };
/// Creates a new file with these bytes; `mode` 0: what the umask leaves. errno, 0 where all went well.
int create_file(const std::filesystem::path& path, std::string_view bytes, Synced synced, unsigned mode = 0);
/// Renames; EEXIST where something has that name already. errno, 0 where all went well.
int move_without_replacing(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace maillage
