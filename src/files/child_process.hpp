// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// What another program may cost.
struct ChildLimits {
  std::chrono::milliseconds time{30'000};    ///< by the clock; its processor time is limited to the same
  std::uint64_t memory_bytes = 1ULL << 30;   ///< of its address space
  std::uint64_t output_bytes = 64ULL << 20;  ///< of standard output; of standard error the first 64 KiB are kept
};

/// How another program ended, and what it wrote.
struct ChildResult {
  enum class End : std::uint8_t { exited, killed, too_long, too_much_output, not_started } end = End::not_started;
  int code = 0;  ///< exit code, number of the signal, or errno where it could not be started
  std::string output, errors;
  bool went_well() const { return end == End::exited && code == 0; }
};

/// Where the program of this name is on the PATH (absolute folders alone); nothing where it is not installed.
std::optional<std::filesystem::path> find_program(std::string_view name);

/// Runs another program, without a shell: `arguments` are those after its name, `input` is its standard input. Its
/// environment holds the PATH and a plain locale alone. It is the head of a process group of its own; when it ends, or
/// is stopped at a limit, nothing of that group is left. Blocks until then.
ChildResult run_child(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                      std::string_view input, const ChildLimits& limits = {});

}  // namespace maillage
