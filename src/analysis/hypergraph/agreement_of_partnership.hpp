// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "network/network_view.hpp"

namespace maillage {

/// Id of the agreement that stands for a partnership, as in the two-mode network: the last of its renewal thread; empty
/// for a mention.
inline std::string_view agreement_of_partnership(const NetworkView& view, std::uint32_t partnership) {
  const auto rows = view.agreements_of_partnership(partnership);
  return rows.empty() ? std::string_view{} : view.data->agreements.id[rows.back()];
}

}  // namespace maillage
