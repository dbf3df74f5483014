// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace maillage {

// What an errno of the system means to a user, as an exception with a stable reason.
[[noreturn]] void throw_cannot_read(const std::filesystem::path& path, int system_error);
[[noreturn]] void throw_cannot_write(const std::filesystem::path& path, int system_error);

}  // namespace maillage
