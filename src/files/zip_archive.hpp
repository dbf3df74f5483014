// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace maillage {

/// An archive that cannot be read, or should not be.
struct CannotUnpack : std::runtime_error {
  explicit CannotUnpack(std::string why, std::string part = {});
  std::string reason;  ///< code for the catalogue `archive.REASON`: damaged, encrypted, too_large, too_dense, missing_part
  std::string part;    ///< name of the part it is about; empty: the archive
};

/// What an archive from outside may cost.
struct UnpackLimits {
  std::uint64_t part_bytes = 512ULL << 20;   ///< of one part, unpacked
  std::uint64_t total_bytes = 1ULL << 30;    ///< of all parts that are asked for
  std::uint64_t parts = 20'000;
  double ratio = 250;                        ///< unpacked to packed, looked at from `ratio_from_bytes` on
  std::uint64_t ratio_from_bytes = 16ULL << 20;
};

/// A zip archive in memory, as office files are; read part by part, within limits, and never written to disk.
///
/// The archive is checked for consistency first (local headers against the directory), so that two readers cannot see
/// two different contents. Parts may not be encrypted. CannotUnpack.
class ZipArchive {
 public:
  /// `bytes` must outlive the archive.
  explicit ZipArchive(std::string_view bytes, UnpackLimits limits = {});
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  bool has(std::string_view part) const;
  /// The bytes of a part; its checksum is verified.
  std::string unpack(std::string_view part);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  UnpackLimits limits_;
  std::uint64_t unpacked_ = 0;
};

}  // namespace maillage
