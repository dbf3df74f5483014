// SPDX-License-Identifier: Apache-2.0
#include "report/report.hpp"

#include <gtest/gtest.h>

#include "report/small_results.hpp"

namespace maillage {
namespace {

TEST(Report, First) {
  const auto data = small_data();
  const SmallResults results(data);
  const auto files = make_report(results.input(), Language("fr"));
  for (const auto& [path, bytes] : files) printf("%s %zu\n", path.c_str(), bytes.size());
}

}  // namespace
}  // namespace maillage
