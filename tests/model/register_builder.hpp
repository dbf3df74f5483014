// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "model/data_set_builder.hpp"

namespace maillage::registers {

inline PartialDate date(std::string_view text) { return PartialDate::parse(text).value(); }

/// "a107": so that ids in byte order are the numbers in order.
inline std::string numbered(char kind, std::size_t number) { return std::string{kind} + std::to_string(100 + number); }

/// Writes small registers in few words; institutions come with the first agreement that names them.
class Register {
 public:
  Register& agreement(std::string_view id, std::initializer_list<std::string_view> parties) {
    return agreement(AgreementRow{.id = id}, parties);
  }
  Register& agreement(const AgreementRow& row, std::initializer_list<std::string_view> parties) {
    builder.add(row);
    for (const auto party : parties) add_party({.agreement = row.id, .institution = party});
    return *this;
  }
  /// Of parties of which more is said; `agreement` in them is not read.
  Register& agreement(const AgreementRow& row, std::initializer_list<PartyRow> parties) {
    builder.add(row);
    for (auto party : parties) {
      party.agreement = row.id;
      add_party(party);
    }
    return *this;
  }
  Register& institution(std::string_view id) {
    if (!builder.has_institution(id)) builder.add(InstitutionRow{.id = id, .name = id});
    return *this;
  }
  Register& lineage(std::string_view agreement, LineageKind kind, std::string_view of) {
    builder.add(LineageRow{.agreement = agreement, .kind = kind, .of = of});
    return *this;
  }
  Register& person(std::string_view id) {
    builder.add(PersonRow{.id = id, .name = id});
    return *this;
  }
  Register& signature(std::string_view agreement, std::string_view person, std::string_view institution) {
    builder.add(SignatureRow{.agreement = agreement, .person = person, .on_behalf_of = institution});
    return *this;
  }
  DataSet data() {
    auto result = builder.finish();
    EXPECT_TRUE(result.broken.empty());
    return std::move(result.data);
  }

  DataSetBuilder builder;

 private:
  void add_party(const PartyRow& party) {
    institution(party.institution);
    builder.add(party);
  }
};

}  // namespace maillage::registers
