// SPDX-License-Identifier: Apache-2.0
// What rests on who is party to what, and on groups, is measured on resampled partnerships too.
#include <gtest/gtest.h>

#include "analysis/centrality/partnership_samples.hpp"
#include "analysis/hypergraph/party_measures.hpp"
#include "analysis/random_registers.hpp"
#include "analysis/values_near.hpp"

namespace maillage {
namespace {

std::vector<std::string_view> codes() {
  auto codes = party_measure_codes();
  codes.push_back("brokerage_coordinator");
  return codes;
}

TEST(SampledMeasures, each_partnership_once_is_the_network_itself) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE("register " + std::to_string(seed));
    const auto data = random_registers::data_of(random_registers::make(seed));
    const auto view = build_network(data, {});
    const PartnershipSamples samples(view);
    const std::vector<std::uint32_t> once(view.partnerships.size(), 1);
    for (const auto code : codes()) {
      expect_values(samples.measure(code, {}, once), measure(view, code, {}).values, std::string(code));
    }
  }
}

TEST(SampledMeasures, a_partnership_drawn_twice_counts_as_two) {
  const auto agreements = random_registers::make(11);
  std::vector<std::uint32_t> times(agreements.size());
  for (std::size_t a = 0; a < times.size(); ++a) times[a] = static_cast<std::uint32_t>(a % 3);
  const auto data = random_registers::data_of(agreements), repeated = random_registers::data_of(agreements, times);
  ViewOptions all;
  all.all_institutions = true;
  const auto view = build_network(data, all), wanted = build_network(repeated, all);
  for (const auto code : party_measure_codes()) {
    expect_values(PartnershipSamples(view).measure(code, {}, times), measure(wanted, code, {}).values, std::string(code));
  }
}

}  // namespace
}  // namespace maillage
