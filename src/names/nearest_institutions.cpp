// SPDX-License-Identifier: Apache-2.0
#include "names/nearest_institutions.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "names/similarity.hpp"
#include "names/spellings.hpp"

namespace maillage {

NearestInstitutions::NearestInstitutions(const DataSet& data) {
  TrigramPostingsMaker spelled, written_out;
  const auto add = [&](Index row, std::string_view name) {
    const auto bare = folded(name);
    if (bare.empty()) return;
    const Trigrams as_spelled(bare), as_written_out(expanded(bare));
    const auto number = static_cast<std::uint32_t>(spellings_.size());
    spellings_.push_back({row, name, static_cast<std::uint16_t>(as_spelled.runs().size()), static_cast<std::uint16_t>(as_written_out.runs().size())});
    spelled.add(number, as_spelled);
    written_out.add(number, as_written_out);
  };
  const auto& institutions = data.institutions;
  for (Index row = 0; row < institutions.size(); ++row) {
    for (const auto name : std::to_array({institutions.name[row], institutions.short_name[row], institutions.id[row]})) add(row, name);
    for (const auto alias : institutions.aliases[row]) add(row, alias);
  }
  spelled_ = spelled.finish();
  expanded_ = written_out.finish();
}

std::vector<NameMatch> NearestInstitutions::nearest(std::string_view text, std::size_t count) const {
  const auto bare = folded(text);
  const Trigrams as_spelled(bare), as_written_out(maillage::expanded(bare));
  std::vector<double> common(spellings_.size());
  std::vector<std::uint32_t> numbers;
  const auto look = [&](const TrigramPostings& postings, const Trigrams& runs, std::uint16_t Spelling::* run_count) {
    std::vector<std::uint16_t> shared(spellings_.size());
    std::vector<std::uint32_t> met;
    TrigramIndex(postings).count_shared(runs, shared, met);
    for (const auto number : met) {
      if (common[number] == 0) numbers.push_back(number);
      common[number] = std::max(common[number], runs.in_common(shared[number], spellings_[number].*run_count));
    }
  };
  look(spelled_, as_spelled, &Spelling::spelled_runs);
  look(expanded_, as_written_out, &Spelling::expanded_runs);
  std::vector<NameMatch> matches;
  for (const auto number : numbers) matches.push_back({EntityKind::institution, spellings_[number].row, spellings_[number].name, common[number]});
  return closest_of(std::move(matches), bare, count);
}

}  // namespace maillage
