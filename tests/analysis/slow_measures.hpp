// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <limits>
#include <vector>

#include "analysis/structure/tie_length.hpp"

// Second routes to the measures: straight from the definitions, on full matrices, O(n³) and more. They share nothing
// with the kernels.

namespace maillage::slow {

using Row = std::vector<double>;
using Matrix = std::vector<Row>;
inline constexpr double infinite = std::numeric_limits<double>::infinity();
inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

inline Matrix weights_of(const Network& network) {
  Matrix w(network.vertex_count(), Row(network.vertex_count(), 0));
  for (EdgeId e = 0; e < network.edge_count(); ++e) {
    w[network.source(e)][network.target(e)] = w[network.target(e)][network.source(e)] = network.weight(e);
  }
  return w;
}

/// Lengths of ties: infinite where there is none.
inline Matrix lengths_of(const Network& network, Distance distance) {
  auto d = weights_of(network);
  for (auto& row : d) {
    for (auto& x : row) {
      if (x == 0) {
        x = infinite;
      } else if (distance != Distance::weight) {
        x = distance == Distance::hops ? 1 : 1 / x;
      }
    }
  }
  return d;
}

/// All shortest lengths from those of ties (Floyd & Warshall).
inline Matrix shortened(Matrix d) {
  const auto n = d.size();
  for (std::size_t i = 0; i < n; ++i) d[i][i] = 0;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    }
  }
  return d;
}
inline Matrix all_lengths(const Network& network, Distance distance) { return shortened(lengths_of(network, distance)); }

inline bool tied(double a, double b) { return a == b || std::abs(a - b) < 1e-11 * (1 + std::abs(a)); }

/// Numbers of shortest paths from one vertex, by going back over every tight tie from every vertex, memorised.
inline double count_paths(const Matrix& d, const Matrix& tie, std::size_t s, std::size_t t, Row& known) {
  if (s == t) return 1;
  if (!std::isnan(known[t])) return known[t];
  double paths = 0;
  for (std::size_t u = 0; u < d.size(); ++u) {
    if (std::isfinite(tie[u][t]) && tied(d[s][u] + tie[u][t], d[s][t])) paths += count_paths(d, tie, s, u, known);
  }
  return known[t] = paths;
}

/// Σ over unordered pairs s,t of σ(s,v)·σ(v,t)/σ(s,t) where d(s,v)+d(v,t) = d(s,t).
inline Row betweenness(const Network& network, Distance distance) {
  const auto tie = lengths_of(network, distance);
  const auto d = all_lengths(network, distance);
  const auto n = d.size();
  Matrix paths(n, Row(n, 0));
  for (std::size_t s = 0; s < n; ++s) {
    Row known(n, undefined);
    for (std::size_t t = 0; t < n; ++t) {
      if (std::isfinite(d[s][t])) paths[s][t] = count_paths(d, tie, s, t, known);
    }
  }
  Row result(n, 0);
  for (std::size_t s = 0; s < n; ++s) {
    for (std::size_t t = s + 1; t < n; ++t) {
      for (std::size_t v = 0; v < n; ++v) {
        if (v == s || v == t || !std::isfinite(d[s][t])) continue;
        if (tied(d[s][v] + d[v][t], d[s][t])) result[v] += paths[s][v] * paths[v][t] / paths[s][t];
      }
    }
  }
  return result;
}

inline Row harmonic(const Network& network, Distance distance) {
  const auto d = all_lengths(network, distance);
  Row result(d.size(), 0);
  for (std::size_t v = 0; v < d.size(); ++v) {
    for (std::size_t u = 0; u < d.size(); ++u) result[v] += u == v ? 0 : 1 / d[v][u];
  }
  return result;
}

inline Row closeness(const Network& network, Distance distance) {
  const auto d = all_lengths(network, distance);
  const auto n = static_cast<double>(d.size());
  Row result(d.size(), 0);
  for (std::size_t v = 0; v < d.size(); ++v) {
    double reached = 0, sum = 0;
    for (std::size_t u = 0; u < d.size(); ++u) {
      if (u == v || !std::isfinite(d[v][u])) continue;
      ++reached;
      sum += d[v][u];
    }
    if (reached > 0) result[v] = reached * reached / ((n - 1) * sum);
  }
  return result;
}

/// p_ij of Burt, with both directions written out.
inline Matrix parts_of(const Matrix& w) {
  const auto n = w.size();
  Matrix p(n, Row(n, 0));
  for (std::size_t i = 0; i < n; ++i) {
    double all = 0;
    for (std::size_t k = 0; k < n; ++k) all += w[i][k] + w[k][i];
    for (std::size_t j = 0; j < n && all > 0; ++j) p[i][j] = (w[i][j] + w[j][i]) / all;
  }
  return p;
}

/// What a function of weights, parts and a tie i – j adds up to over the partners j of each i; undefined without any.
template <class Of>
Row sum_over_partners(const Network& network, Of of) {
  const auto w = weights_of(network);
  const auto p = parts_of(w);
  Row result(w.size(), undefined);
  for (std::size_t i = 0; i < w.size(); ++i) {
    for (std::size_t j = 0; j < w.size(); ++j) {
      if (w[i][j] == 0) continue;
      if (std::isnan(result[i])) result[i] = 0;
      result[i] += of(w, p, i, j);
    }
  }
  return result;
}

inline Row constraint(const Network& network) {
  return sum_over_partners(network, [](const Matrix& w, const Matrix& p, std::size_t i, std::size_t j) {
    double part = p[i][j];
    for (std::size_t q = 0; q < w.size(); ++q) part += q != j && w[i][q] > 0 ? p[i][q] * p[q][j] : 0;
    return part * part;
  });
}

inline Row effective_size(const Network& network) {
  return sum_over_partners(network, [](const Matrix& w, const Matrix& p, std::size_t i, std::size_t j) {
    double largest = 0, repeated = 0;
    for (std::size_t q = 0; q < w.size(); ++q) largest = std::max(largest, w[j][q]);
    for (std::size_t q = 0; q < w.size(); ++q) repeated += q == i || q == j ? 0 : p[i][q] * w[j][q] / largest;
    return 1 - repeated;
  });
}

/// The walk itself, step by step, on the full matrix.
inline Row pagerank(const Network& network, double damping) {
  const auto w = weights_of(network);
  const auto n = w.size();
  const double part = 1.0 / static_cast<double>(n);
  Matrix step(n, Row(n, part));
  for (std::size_t i = 0; i < n; ++i) {
    double all = 0;
    for (const auto x : w[i]) all += x;
    for (std::size_t j = 0; j < n && all > 0; ++j) step[i][j] = w[i][j] / all;
  }
  Row rank(n, part);
  for (int round = 0; round < 400; ++round) {
    Row next(n, (1 - damping) * part);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) next[j] += damping * rank[i] * step[i][j];
    }
    rank = next;
  }
  return rank;
}

inline Row clustering(const Network& network) {
  const auto w = weights_of(network);
  Row result(w.size(), 0);
  for (std::size_t v = 0; v < w.size(); ++v) {
    double pairs = 0, joined = 0;
    for (std::size_t a = 0; a < w.size(); ++a) {
      for (std::size_t b = a + 1; b < w.size(); ++b) {
        if (w[v][a] == 0 || w[v][b] == 0) continue;
        ++pairs;
        joined += w[a][b] > 0 ? 1 : 0;
      }
    }
    if (pairs > 0) result[v] = joined / pairs;
  }
  return result;
}

/// k-cores by taking vertices out until nothing changes, for each k.
inline Row core(const Network& network) {
  const auto w = weights_of(network);
  Row result(w.size(), 0);
  for (double k = 1; k < static_cast<double>(w.size()); ++k) {
    std::vector<bool> inside(w.size(), true);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t v = 0; v < w.size(); ++v) {
        double partners = 0;
        for (std::size_t u = 0; u < w.size(); ++u) partners += inside[u] && w[v][u] > 0 ? 1 : 0;
        if (inside[v] && partners < k) inside[v] = !(changed = true);
      }
    }
    for (std::size_t v = 0; v < w.size(); ++v) {
      if (inside[v]) result[v] = k;
    }
  }
  return result;
}

/// Number of components of the network without vertex `out` (n: with all) and without edge `cut`.
inline std::size_t components(const Network& network, Vertex out, EdgeId cut) {
  std::vector<Vertex> root(network.vertex_count());
  for (Vertex v = 0; v < network.vertex_count(); ++v) root[v] = v;
  for (bool changed = true; changed;) {
    changed = false;
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      const auto a = network.source(e), b = network.target(e);
      if (e == cut || a == out || b == out || root[a] == root[b]) continue;
      root[a] = root[b] = std::min(root[a], root[b]);
      changed = true;
    }
  }
  std::size_t count = 0;
  for (Vertex v = 0; v < network.vertex_count(); ++v) count += v != out && root[v] == v ? 1 : 0;
  return count;
}

}  // namespace maillage::slow
