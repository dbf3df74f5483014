// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/resolved_names.hpp"

#include <algorithm>

namespace maillage::documents {
namespace {

constexpr std::size_t kNearLookUps = 2;  // 0.5 ms each with the carried registry
constexpr std::size_t kMostResolved = 200;

using Verdict = Resolution::Verdict;

}  // namespace

void unite_known(const NameContext& context, const std::vector<FoundName>& names, std::vector<Body>& bodies) {
  if (bodies.size() > kMostResolved) return;
  std::vector<std::string> ids(bodies.size());
  for (std::size_t b = 0; b < bodies.size(); ++b) {
    if (bodies[b].strength != NameStrength::full) continue;
    const auto found = context.known.resolution(bodies[b].name, InstitutionKind::other, KnownNames::Reach::exact);
    if (found.verdict == Verdict::known) ids[b] = found.candidates[0].id;
  }
  for (std::size_t b = bodies.size(); b-- > 1;) {
    if (ids[b].empty()) continue;
    const auto first = std::ranges::find(ids, ids[b]) - ids.begin();
    if (static_cast<std::size_t>(first) == b) continue;
    for (const auto number : bodies[b].names)
      add_form(context, bodies[static_cast<std::size_t>(first)], names[number], number);
    bodies.erase(bodies.begin() + static_cast<std::ptrdiff_t>(b));
    ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(b));
  }
}

void resolve_names(const KnownNames& known, Institutions& institutions) {
  std::size_t near = 0, all = 0;
  for (auto& named : institutions.named) {
    if (named.is_generic || named.of || ++all > kMostResolved) continue;
    named.resolution = known.resolution(named.name, named.kind, KnownNames::Reach::exact);
    if (named.resolution.candidates.empty() && near++ < kNearLookUps) {
      named.resolution = known.resolution(named.name, named.kind, KnownNames::Reach::near);
    }
  }
}

}  // namespace maillage::documents
