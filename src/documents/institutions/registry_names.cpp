// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/registry_names.hpp"

#include "model/data_set.hpp"
#include "names/name_index.hpp"
#include "registry/registry.hpp"

namespace maillage::documents {

namespace {
constexpr std::size_t kMostCandidates = 5;
constexpr double kLikely = 0.9;
}  // namespace

Resolution KnownNames::resolution(std::string_view, InstitutionKind, Reach) const {
  return {};
}

RegistryNames::RegistryNames() : registry_(Registry::carried()) {}

RegistryNames::RegistryNames(const Registry& registry, const DataSet* data, const NameIndex* index)
    : registry_(registry), data_(data), index_(index) {}

std::optional<KnownNames::Known> RegistryNames::body(std::string_view name) const {
  if (index_ != nullptr && data_ != nullptr) {
    const auto found = index_->find(name);
    if (found.size() == 1)
      return Known{std::string(data_->institutions.name[found[0].row]), data_->institutions.kind[found[0].row], 1};
  }
  const auto answer = registry_.find({.name = name, .reach = RegistryReach::exact});
  if (answer.verdict != RegistryAnswer::Verdict::certain && answer.verdict != RegistryAnswer::Verdict::likely)
    return std::nullopt;
  const auto entry = registry_.entry(answer.matches[0].entry);
  return Known{entry.name, entry.kind, answer.matches[0].score};
}

Resolution RegistryNames::resolution(std::string_view name, InstitutionKind kind, Reach reach) const {
  if (auto found = in_data_set(name, reach); !found.candidates.empty() && found.verdict != Resolution::Verdict::new_)
    return found;
  Resolution resolution;
  const auto answer = registry_.find(
      {.name = name, .kind = kind, .reach = reach == Reach::near ? RegistryReach::near : RegistryReach::exact});
  switch (answer.verdict) {
    case RegistryAnswer::Verdict::certain:
      resolution.verdict = Resolution::Verdict::known;
      break;
    case RegistryAnswer::Verdict::likely:
      resolution.verdict = Resolution::Verdict::likely;
      break;
    case RegistryAnswer::Verdict::ambiguous:
      resolution.verdict = Resolution::Verdict::ambiguous;
      break;
    default:
      break;
  }
  for (const auto& match : answer.matches) {
    if (resolution.candidates.size() == kMostCandidates) break;
    const auto entry = registry_.entry(match.entry);
    resolution.candidates.push_back({entry.id, entry.name, match.score});
  }
  return resolution;
}

Resolution RegistryNames::in_data_set(std::string_view name, Reach reach) const {
  Resolution resolution;
  if (index_ == nullptr || data_ == nullptr) return resolution;
  auto matches = index_->find(name);
  if (matches.size() == 1)
    resolution.verdict = Resolution::Verdict::known;
  else if (!matches.empty())
    resolution.verdict = Resolution::Verdict::ambiguous;
  else if (reach == Reach::near)
    matches = index_->nearest(name, kMostCandidates);
  if (resolution.verdict == Resolution::Verdict::new_ && !matches.empty() && matches[0].similarity >= kLikely)
    resolution.verdict = Resolution::Verdict::likely;
  for (const auto& match : matches) {
    if (resolution.candidates.size() == kMostCandidates) break;
    resolution.candidates.push_back({std::string(data_->institutions.id[match.row]),
                                     std::string(data_->institutions.name[match.row]), match.similarity});
  }
  resolution.in_data_set = true;
  return resolution;
}

bool RegistryNames::is_place(std::string_view folded_name) const {
  const auto answer = registry_.find({.name = folded_name, .reach = RegistryReach::exact});
  for (const auto& match : answer.matches) {
    const auto body = registry_.entry(match.entry).body;
    if (body == RegistryBody::commune || body == RegistryBody::departement || body == RegistryBody::region) return true;
  }
  return false;
}

}  // namespace maillage::documents
