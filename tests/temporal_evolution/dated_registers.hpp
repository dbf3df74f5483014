// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <set>
#include <string>
#include <vector>

#include "model/register_builder.hpp"
#include "network/network_view.hpp"

namespace maillage::dated_registers {

inline constexpr Day kFirst = 18262;  // 2020-01-01
inline constexpr Day kLast = kFirst + 120;
inline constexpr std::uint32_t kInstitutions = 9;

using registers::numbered;

/// A random register of a few months with everything that makes time hard: overlapping agreements between the same
/// parties, ends that are open, unknown or doubtful, parties that join and leave, renewals, replacements, amendments
/// (also of what nobody has documented), unnamed parties, roles that count only with a signature, announced agreements,
/// mentions, an isolate. The same for a seed on every machine.
inline DataSet make(std::uint64_t seed) {
  std::mt19937_64 random(seed * 7919U + 11);
  const auto below = [&](std::uint64_t n) { return static_cast<std::uint32_t>(random() % n); };
  const auto some_day = [&] { return kFirst + static_cast<Day>(below(120)); };
  const auto date = [&](std::uint32_t doubt) -> PartialDate {
    const auto day = some_day();
    if (below(doubt) > 0) return PartialDate::on(day);
    switch (below(4)) {
      case 0: return {};
      case 1: return registers::date("[.." + to_iso(day) + "]");
      case 2: return registers::date(to_iso(day) + "/" + to_iso(day + static_cast<Day>(below(30))));
      default: return PartialDate::in_month(2020, 1 + below(4));
    }
  };
  DataSetBuilder builder;
  for (std::size_t i = 0; i < kInstitutions; ++i) {
    const auto parent = i == 7 ? numbered('i', 0) : std::string{};
    builder.add(InstitutionRow{.id = numbered('i', i), .parent = parent});
  }
  const std::size_t count = 2 + below(14);
  for (std::size_t a = 0; a < count; ++a) {
    const auto id = numbered('a', a);
    AgreementRow row{.id = id, .signed_on = date(5)};
    if (below(4) > 0) row.valid_from = date(5);
    switch (below(6)) {
      case 0: row.valid_to = PartialDate::without_end(); break;
      case 1: break;  // unknown
      case 2: row.duration = "P1M"; break;
      default: row.valid_to = date(6); break;
    }
    row.unnamed_parties = below(8) == 0 ? 1 + below(2) : 0;
    if (below(12) == 0) row.stage = Stage::announced;
    builder.add(row);
    std::vector<bool> is_party(kInstitutions, false);
    for (auto left = 1 + below(4); left > 0; --left) is_party[below(1 + below(kInstitutions))] = true;
    for (std::size_t i = 0; i < kInstitutions; ++i) {
      if (!is_party[i]) continue;
      const auto institution = numbered('i', i);
      PartyRow party{.agreement = id, .institution = institution};
      if (below(4) == 0) party.joined = date(6);
      if (below(4) == 0) party.left = date(6);
      if (below(6) == 0) party.role = PartyRole::associated;
      if (below(3) == 0) party.signed_on = PartialDate::on(kFirst);
      builder.add(party);
    }
    if (a == 0 || below(3) > 0) continue;
    const LineageKind kinds[] = {LineageKind::renews, LineageKind::replaces, LineageKind::amends, LineageKind::implements};
    const auto of = below(6) == 0 ? std::string{} : numbered('a', below(a));
    builder.add(LineageRow{.agreement = id, .kind = kinds[below(4)], .of = of});
  }
  return builder.finish().data;
}

/// The network of one day, built anew.
inline NetworkView network_on(const DataSet& data, Day day, UnknownDates unknown = UnknownDates::include) {
  ViewOptions options;
  options.as_of = day;
  options.unknown = unknown;
  return build_network(data, options);
}

/// The partners of an institution in it, as rows; none where it is no node.
inline std::set<Index> partners(const NetworkView& view, Index row) {
  std::set<Index> rows;
  const auto v = view.vertex_of_institution(row);
  if (v >= view.nodes.size()) return rows;
  for (const auto other : view.network.neighbours(v)) rows.insert(view.nodes[other].row);
  return rows;
}

}  // namespace maillage::dated_registers
