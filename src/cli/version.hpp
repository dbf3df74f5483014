// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace maillage {

/// The version that CMakeLists.txt states.
inline constexpr const char* kVersion = MAILLAGE_VERSION;

}  // namespace maillage
