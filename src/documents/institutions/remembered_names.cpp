// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/remembered_names.hpp"

namespace maillage::documents {

std::optional<KnownNames::Known> RememberedNames::body(std::string_view name) const {
  std::string text(name);
  if (const auto known = bodies_.find(text); known != bodies_.end()) return known->second;
  if (bodies_.size() >= kMostAsked) return std::nullopt;
  return bodies_.emplace(std::move(text), names_.body(name)).first->second;
}

Resolution RememberedNames::resolution(std::string_view name, InstitutionKind kind, Reach reach) const {
  return names_.resolution(name, kind, reach);
}

bool RememberedNames::is_place(std::string_view folded_name) const {
  std::string text(folded_name);
  if (const auto known = places_.find(text); known != places_.end()) return known->second;
  if (places_.size() >= kMostAsked) return false;
  return places_.emplace(std::move(text), names_.is_place(folded_name)).first->second;
}

}  // namespace maillage::documents
