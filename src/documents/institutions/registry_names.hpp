// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/institutions/institution_mentions.hpp"

namespace maillage {
class NameIndex;
class Registry;
class DataSet;
}  // namespace maillage

namespace maillage::documents {

/// Names of bodies and places from the data set, where there is one, then from a reference registry. They must outlive
/// it.
class RegistryNames : public KnownNames {
 public:
  /// The registry that the program carries, alone.
  RegistryNames();
  RegistryNames(const Registry& registry, const DataSet* data, const NameIndex* index);

  std::optional<Known> body(std::string_view name) const override;
  Resolution resolution(std::string_view name, InstitutionKind kind, Reach reach) const override;
  bool is_place(std::string_view folded_name) const override;

 private:
  Resolution in_data_set(std::string_view name, Reach reach) const;

  const Registry& registry_;
  const DataSet* data_ = nullptr;
  const NameIndex* index_ = nullptr;
};

}  // namespace maillage::documents
