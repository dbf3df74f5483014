// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/sole_sources.hpp"

#include <algorithm>
#include <string>

#include "model/row_key.hpp"

namespace maillage {
namespace {

// The sources heard so far about one agreement, as far as it matters: none, one, or several.
class Witnesses {
 public:
  void hear(const DataSet& data, std::string_view table, const std::string& key) {
    for (const auto* claim : data.evidence_for(table, key)) {
      if (claim->source == kNone || claim->accepted == Accepted::no) continue;
      if (first_ == kNone) first_ = claim->source;
      several_ = several_ || claim->source != first_;
    }
  }
  Index sole() const { return several_ ? kNone : first_; }

 private:
  Index first_ = kNone;
  bool several_ = false;
};

}  // namespace

std::vector<Index> sole_sources(const DataSet& data, const std::vector<Index>& agreements) {
  std::vector<Index> sources;
  sources.reserve(agreements.size());
  for (const auto a : agreements) {
    Witnesses witnesses;
    witnesses.hear(data, "agreements", std::string(data.agreements.id[a]));
    for (const auto party : data.parties_of(a)) witnesses.hear(data, "parties", key_of_party(data, a, party));
    for (const auto signature : data.signatures_of(a)) {
      witnesses.hear(data, "signatures", key_of_signature(data, a, signature));
    }
    const auto events = std::ranges::equal_range(data.events, a, {}, &Event::agreement);
    for (const auto& event : events) witnesses.hear(data, "events", std::string(event.id));
    const auto lines = std::ranges::equal_range(data.lineage, a, {}, &Lineage::agreement);
    for (const auto& line : lines) witnesses.hear(data, "lineage", key_of(data, line));
    sources.push_back(witnesses.sole());
  }
  return sources;
}

}  // namespace maillage
