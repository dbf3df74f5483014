// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "files/descriptor.hpp"

namespace maillage {

/// Files of a folder into which another process may be writing: never a mixture of before and after.
///
/// While a writer moves files into place, the constructor waits. Where a writer was stopped in the midst of it, path_of()
/// leads to the files as they will be. A write that begins while files are being read shows in was_disturbed(): what was
/// read then is to be read again. Takes no lock in ordinary times and writes nothing: the folder may be read-only.
class FolderReading {
 public:
  /// CannotRead(being_written) where a writer does not finish within ten seconds.
  explicit FolderReading(const std::filesystem::path& folder);
  /// Where the content of a file is, whether or not there is one.
  std::filesystem::path path_of(const std::string& name);
  /// Has any of the files that path_of() was asked for changed since, or is a writer about to?
  bool was_disturbed() const;

 private:
  using Standing = std::tuple<std::uint64_t, std::uint64_t, std::int64_t, std::int64_t, std::int64_t>;
  static Standing standing_of(const std::filesystem::path& file);
  std::filesystem::path folder_;
  Descriptor against_writers_;  // held where a commit was cut off
  bool is_cut_off_ = false;
  std::set<std::string> moved_, removed_;  // by the commit that was cut off
  std::map<std::filesystem::path, Standing> asked_for_;
};

}  // namespace maillage
