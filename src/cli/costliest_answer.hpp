// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/answer.hpp"
#include "network/network_view.hpp"

namespace maillage {

/// Finds the agreements whose lapse costs the network most and writes them (`whatif --costliest`).
void give_costliest(Session& session, const OutputOptions& output, const NetworkView& view, std::size_t count);

}  // namespace maillage
