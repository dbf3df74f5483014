// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>
#include <vector>

#include "model/register_builder.hpp"
#include "network/network_view.hpp"

namespace maillage::registers {

/// A few agreements of two to four parties among at most fourteen institutions, dated, some renewed, some of unknown
/// end.
inline DataSet random_register(std::uint64_t seed, bool with_lineage = true) {
  std::mt19937_64 random(seed * 7919 + 5);
  const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  DataSetBuilder builder;
  for (std::size_t i = 0; i < 14; ++i) builder.add(InstitutionRow{.id = numbered('i', i)});
  const std::size_t count = 3 + below(22);
  for (std::size_t a = 0; a < count; ++a) {
    const auto id = numbered('a', a);
    AgreementRow row{.id = id};
    const auto start = 2015 + below(9);
    const auto from = std::to_string(start), to = std::to_string(start + 1 + below(8));
    row.valid_from = date(from.c_str());
    if (below(5) > 0) row.valid_to = date(to.c_str());
    const Renewal renewals[] = {Renewal::not_said, Renewal::none, Renewal::tacit, Renewal::express};
    row.renewal = renewals[below(4)];
    row.unnamed_parties = below(7) == 0 ? 1 : 0;
    builder.add(row);
    std::vector<bool> is_party(14, false);
    for (auto left = 2 + below(3); left > 0; --left) is_party[below(1 + below(14))] = true;
    for (std::size_t i = 0; i < 14; ++i) {
      const auto institution = numbered('i', i);
      if (is_party[i]) builder.add(PartyRow{.agreement = id, .institution = institution});
    }
    if (with_lineage && a > 0 && below(4) == 0) {
      const auto of = numbered('a', below(a));
      builder.add(
          LineageRow{.agreement = id, .kind = below(3) == 0 ? LineageKind::amends : LineageKind::renews, .of = of});
    }
  }
  return builder.finish().data;
}

inline Day day(const char* text) {
  return date(text).first_written();
}

}  // namespace maillage::registers
