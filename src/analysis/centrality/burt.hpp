// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/network.hpp"

namespace maillage {

/// Burt's constraint of every vertex (Burt 1992; AJS 110:349, 2004, doi:10.1086/421787): how far its ties lead back to
/// the same partners. With p_ij = w_ij / strength(i): Σ_{j∈N(i)} (p_ij + Σ_{q∈N(i)\{j}} p_iq p_qj)². A leaf has 1, the
/// corner of a triangle 1.125, the middle of a star of four 0.25; undefined (NaN) at an isolate. The unit of the weights
/// does not matter. Cost: for_each_triangle().
std::vector<double> constraint(const Network& network);

/// Burt's effective size of every vertex: its partners less what they repeat of each other,
/// Σ_j (1 − Σ_{q≠i,j} p_iq m_jq), m_jq = w_jq over the largest weight at j. Range up to the degree (reached where no
/// two partners know each other); undefined (NaN) at an isolate. Cost: for_each_triangle().
std::vector<double> effective_size(const Network& network);

/// Effective size over degree, 0 to 1: the share of partners that repeat no other. Undefined (NaN) at an isolate.
std::vector<double> efficiency(const Network& network);

/// Burt's hierarchy of every vertex (Burt 1992, p. 71): how far its constraint comes from one partner alone,
/// Σ_j r_j ln r_j / (N ln N) with r_j = c_ij N / c_i over the N partners; 0 where all constrain alike. 1 with one partner;
/// undefined (NaN) at an isolate. The unit of the weights does not matter. Cost: for_each_triangle().
std::vector<double> hierarchy(const Network& network);

}  // namespace maillage
