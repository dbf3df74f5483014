// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "network/network.hpp"

namespace maillage {

/// Current-flow closeness of every vertex (Brandes & Fleischer 2005, doi:10.1007/978-3-540-31856-9_44): one over the
/// sum of its effective resistances to the others, ties being wires that conduct as well as their weight says. In a
/// network of several components the value of a vertex that reaches r of the n − 1 others is scaled by (r/(n − 1))², as
/// Wasserman & Faust scale closeness; 0 at an isolate. The same as information centrality (Stephenson & Zelen 1989).
/// Exact: a sparse Cholesky factorisation of the Laplacian of each component and a solution for each vertex,
/// O(n · entries of the factor). Ties of weight 0 or less: std::invalid_argument.
std::vector<double> current_flow_closeness(const Network& network);

/// Current-flow betweenness of every vertex (Newman 2005, doi:10.1016/j.socnet.2004.11.009; Brandes & Fleischer 2005):
/// of a unit of current sent from s to t, what passes through the vertex, summed over the unordered pairs of other
/// vertices of its component. 0 at isolates and leaves. Every path counts, the shorter and the wider ones more.
/// Exact: a solution for each tie and a sort of its n currents, O(m · (entries of the factor + n log n)).
std::vector<double> current_flow_betweenness(const Network& network);

}  // namespace maillage
