// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/data_set.hpp"
#include "names/name_index.hpp"
#include "names/trigram_index.hpp"

namespace maillage {

/// NameIndex::nearest() of institutions for those who ask for thousands of names: the same answers, without looking at
/// names that share no run of letters. The data set must outlive it.
class NearestInstitutions {
 public:
  /// O(total length of names · log).
  explicit NearestInstitutions(const DataSet& data);
  /// O(postings of the name's runs).
  std::vector<NameMatch> nearest(std::string_view text, std::size_t count = 5) const;

 private:
  struct Spelling {
    Index row;
    std::string_view name;
    std::uint16_t spelled_runs, expanded_runs;
  };
  std::vector<Spelling> spellings_;
  TrigramPostings spelled_, expanded_;
};

/// Of names with their trigrams in common as similarity, those that are nearest when compared closely, best first: the
/// second half of nearest(). `spelled`: the folded text that is looked for.
std::vector<NameMatch> closest_of(std::vector<NameMatch> matches, std::string_view spelled, std::size_t count);

}  // namespace maillage
