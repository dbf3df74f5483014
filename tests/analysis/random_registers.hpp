// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>
#include <vector>

#include "model/register_builder.hpp"

namespace maillage::random_registers {

struct Agreement {
  std::vector<std::uint32_t> parties;
  std::uint32_t unnamed = 0;
};

/// A few agreements of one to five parties between at most twelve institutions, some with unnamed parties.
inline std::vector<Agreement> make(std::uint64_t seed) {
  std::mt19937_64 random(seed * 40503U + 3);
  const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  std::vector<Agreement> agreements(1 + below(20));
  for (auto& agreement : agreements) {
    std::vector<bool> is_party(12, false);
    for (auto left = 1 + below(5); left > 0; --left) is_party[below(1 + below(12))] = true;
    for (std::uint32_t i = 0; i < 12; ++i) {
      if (is_party[i]) agreement.parties.push_back(i);
    }
    agreement.unnamed = below(8) == 0 ? 1 + below(2) : 0;
  }
  return agreements;
}

using registers::numbered;

/// The data set in which agreement i stands times[i] times, as so many agreements; all twelve institutions are known.
inline DataSet data_of(const std::vector<Agreement>& agreements, const std::vector<std::uint32_t>& times) {
  DataSetBuilder builder;
  for (std::size_t i = 0; i < 12; ++i) builder.add(InstitutionRow{.id = numbered('i', i)});
  for (std::size_t a = 0; a < agreements.size(); ++a) {
    for (std::uint32_t copy = 0; copy < times[a]; ++copy) {
      const auto id = numbered('a', a) + "." + std::to_string(copy);
      builder.add(AgreementRow{.id = id, .unnamed_parties = agreements[a].unnamed});
      for (const auto party : agreements[a].parties) {
        builder.add(PartyRow{.agreement = id, .institution = numbered('i', party)});
      }
    }
  }
  return builder.finish().data;
}

inline DataSet data_of(const std::vector<Agreement>& agreements) {
  return data_of(agreements, std::vector<std::uint32_t>(agreements.size(), 1));
}

}  // namespace maillage::random_registers
