// SPDX-License-Identifier: Apache-2.0
#include "cli/package_losses.hpp"

namespace maillage {

void tell_package_losses(const Session& session, const DataSet& data) {
  std::int64_t weights = 0;
  for (Index a = 0; data.has_given_weights && a < data.agreements.size(); ++a) {
    if (data.given_weight[a] != 1) ++weights;
  }
  if (weights > 0) session.warn(session.language.say_count("cli.note.weights_left_out", weights));
  const auto isolates = static_cast<std::int64_t>(data.declared_isolates.size());
  if (isolates > 0) session.warn(session.language.say_count("cli.note.isolates", isolates));
}

}  // namespace maillage
