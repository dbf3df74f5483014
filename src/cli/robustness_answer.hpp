// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "analysis/counterfactual/robustness.hpp"
#include "cli/answer.hpp"

namespace maillage {

/// What `whatif --robustness` is asked: its order, and the form of the answer.
struct RobustnessRequest {
  RobustnessOptions options;
  std::string picture;  ///< svg, png or pdf; empty for a table
};

/// Reads the options; Failure(usage) for an unknown order or form.
RobustnessRequest robustness_request(const std::string& order, bool initial, int runs, const OutputOptions& output,
                                     const Language& language);

/// Robustness curves of institutions and of agreements, in the order asked for and at random, as table, JSON or chart.
void give_robustness(Session& session, const OutputOptions& output, const NetworkView& view,
                     const RobustnessRequest& request);

}  // namespace maillage
