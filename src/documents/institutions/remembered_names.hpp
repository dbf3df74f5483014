// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>

#include "documents/institutions/institution_mentions.hpp"

namespace maillage::documents {

/// Known names for one document: asks once for each name, and no more than some thousands of times, so that a document
/// of nothing but names costs no minutes. Not thread-safe.
class RememberedNames : public KnownNames {
 public:
  explicit RememberedNames(const KnownNames& names) : names_(names) {}

  std::optional<Known> body(std::string_view name) const override;
  Resolution resolution(std::string_view name, InstitutionKind kind, Reach reach) const override;
  bool is_place(std::string_view folded_name) const override;

 private:
  static constexpr std::size_t kMostAsked = 4000;  // 20 µs each with the carried registry

  const KnownNames& names_;
  mutable std::unordered_map<std::string, std::optional<Known>> bodies_;
  mutable std::unordered_map<std::string, bool> places_;
};

}  // namespace maillage::documents
