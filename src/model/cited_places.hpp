// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace maillage {

/// The places of one source that several claims name, each once and in the order of their numbers.
///
/// Lines are gathered by what stands before them: `l. 12`, `Conventions, l. 5-6; 2024, l. 3` are lines of
/// three kinds, and neighbouring ones of a kind are one range. Places of another form stay as they are, ordered by the
/// numbers in them (`p. 2` before `p. 10`).
class CitedPlaces {
 public:
  void add(std::string_view locator);
  /// `l. 1-4, 96`, `Conventions, l. 5, 10-12; p. 3`; empty where nothing was added.
  std::string locator() const;
  /// How many ranges of lines and other places that is.
  std::size_t size() const;

 private:
  struct ByNumbers {
    bool operator()(std::string_view one, std::string_view other) const;
  };
  std::map<std::string, std::vector<std::pair<long, long>>, ByNumbers> lines_;  // by what stands before `l.`
  std::set<std::string, ByNumbers> others_;
};

}  // namespace maillage
