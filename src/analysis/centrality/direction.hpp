// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/codes.hpp"

namespace maillage {

/// Which way a measure of a directed network looks: along the arcs that come in, or along those that go out.
enum class Direction : std::uint8_t { in, out };
template <> inline constexpr auto code_names<Direction> = std::to_array<std::string_view>({"in", "out"});

}  // namespace maillage
