// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/session.hpp"

namespace maillage {

/// Tells what of an edge list a data package has no place for: given weights, and institutions named without a tie,
/// which stay in the table of institutions but are nodes only where all institutions are asked for.
void tell_package_losses(const Session& session, const DataSet& data);

}  // namespace maillage
