// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "model/fault.hpp"

namespace maillage {

/// A code that `check` may find and how grave it is; each has its words in the catalogue `fault`.
struct FaultCode {
  std::string_view code;
  Severity severity;
};
/// All codes, by severity (errors first) and name.
std::span<const FaultCode> fault_codes();

/// Where a fault stands: see Fault.
struct FaultPlace {
  std::string_view file;
  std::uint64_t row = 0;
  std::string_view field = {};
};

/// The beginning of a text, at most 200 bytes, cut between characters.
std::string beginning_of(std::string_view text);

/// Collects faults. Of one code in one file the first 10,000 are kept; how many more there are is a fault of its own.
class FaultLog {
 public:
  /// `code` is one of fault_codes().
  void add(std::string_view code, FaultPlace place, std::string_view value = {}, std::string_view detail = {},
           std::string_view other = {});
  /// The same, as a warning whatever the code's severity is.
  void warn(std::string_view code, FaultPlace place, std::string_view value = {}, std::string_view detail = {},
            std::string_view other = {});
  bool has_errors() const { return has_errors_; }
  /// All faults: errors first, then by file, row, field, code, value. The log is empty afterwards.
  Faults take();

 private:
  void keep(Severity severity, std::string_view code, FaultPlace place, std::string_view value, std::string_view detail,
            std::string_view other);
  Faults faults_;
  std::map<std::string, std::size_t, std::less<>> counts_;  // by file and code
  bool has_errors_ = false;
};

}  // namespace maillage
