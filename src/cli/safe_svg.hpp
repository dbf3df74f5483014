// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace maillage {

/// A drawing of somebody else with nothing left in it that runs or fetches: shapes, text, gradients and styles stay;
/// scripts, handlers of events, animations, images, foreign contents, links and addresses outside the drawing go. Written
/// anew from what was read, so that nothing passes that was not understood. O(size).
///
/// NotXml where it is no XML, has a document type or is nested too deep; std::invalid_argument where its root is no `svg`.
std::string safe_svg(std::string_view bytes);

}  // namespace maillage
