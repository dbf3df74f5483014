// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/current_flow.hpp"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

#include "analysis/ordered_chunks.hpp"
#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

using Matrix = Eigen::SparseMatrix<double>;

/// A component as a network of wires whose last vertex is held at potential 0.
class Wires {
 public:
  /// At least two vertices.
  Wires(const Network& network, const std::vector<Vertex>& vertices, const std::vector<std::uint32_t>& place)
      : ground_(static_cast<Eigen::Index>(vertices.size()) - 1) {
    std::vector<Eigen::Triplet<double>> entries;
    for (const auto v : vertices) {
      const auto row = static_cast<Eigen::Index>(place[v]);
      const auto neighbours = network.neighbours(v);
      const auto edges = network.incident_edges(v);
      double conductance = 0;
      for (std::size_t k = 0; k < neighbours.size(); ++k) {
        const double weight = network.weight(edges[k]);
        if (!(weight > 0) || !std::isfinite(weight)) throw std::invalid_argument("a tie without positive weight conducts no current");
        conductance += weight;
        const auto column = static_cast<Eigen::Index>(place[neighbours[k]]);
        if (row < ground_ && column < ground_) entries.emplace_back(static_cast<int>(row), static_cast<int>(column), -weight);
      }
      if (row < ground_) entries.emplace_back(static_cast<int>(row), static_cast<int>(row), conductance);
    }
    Matrix laplacian(ground_, ground_);
    laplacian.setFromTriplets(entries.begin(), entries.end());
    factor_.compute(laplacian);
    if (factor_.info() != Eigen::Success) throw std::invalid_argument("the weights of the ties differ too much to solve for currents");
  }

  Eigen::Index size() const { return ground_ + 1; }
  bool is_ground(Eigen::Index vertex) const { return vertex == ground_; }
  /// Potentials of all vertices but the last for the currents that enter there.
  Eigen::VectorXd potentials(const Eigen::VectorXd& entering) const { return factor_.solve(entering); }
  Eigen::VectorXd nothing() const { return Eigen::VectorXd::Zero(ground_); }
  double factor_entries() const { return static_cast<double>(factor_.matrixL().nestedExpression().nonZeros()); }

 private:
  Eigen::Index ground_;
  Eigen::SimplicialLDLT<Matrix> factor_;
};

/// Calls `use(wires, vertices, place)` for every component of two vertices or more.
template <class Use>
void for_each_circuit(const Network& network, Use use) {
  const auto components = components_of(network);
  std::vector<std::uint32_t> place(network.vertex_count(), 0);
  for (const auto& vertices : components.members) {
    if (vertices.size() < 2) break;  // the largest come first
    for (std::uint32_t i = 0; i < vertices.size(); ++i) place[vertices[i]] = i;
    use(Wires(network, vertices, place), vertices, place);
  }
}

/// Σ |a − b| over the unordered pairs of values; sorts them. In a fixed order of adding.
double sum_of_differences(std::vector<double>& values) {
  std::ranges::sort(values);
  const auto n = static_cast<double>(values.size());
  double total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) total += (2 * static_cast<double>(i) + 1 - n) * values[i];
  return total;
}

struct Workspace {
  Eigen::VectorXd entering;
  std::vector<double> currents;
  double result = 0;
};

}  // namespace

std::vector<double> current_flow_closeness(const Network& network) {
  const auto n = network.vertex_count();
  std::vector<double> values(n, 0);
  for_each_circuit(network, [&](const Wires& wires, const std::vector<Vertex>& vertices, const auto&) {
    const auto size = static_cast<std::size_t>(wires.size());
    std::vector<double> diagonal(size, 0);
    over_chunks(
        size - 1, wires.factor_entries() * static_cast<double>(size), [&] { return Workspace{wires.nothing(), {}, 0}; },
        [&](Workspace& work, std::size_t i) {
          const auto at = static_cast<Eigen::Index>(i);
          work.entering[at] = 1;
          work.result = wires.potentials(work.entering)[at];
          work.entering[at] = 0;
        },
        [&](Workspace& work, std::size_t i) { diagonal[i] = work.result; });
    const Eigen::VectorXd row_sums = wires.potentials(Eigen::VectorXd::Ones(wires.size() - 1));
    double trace = 0;
    for (const auto entry : diagonal) trace += entry;
    const double share = static_cast<double>(size - 1) / (n - 1);
    for (std::size_t i = 0; i < size; ++i) {
      const auto at = static_cast<Eigen::Index>(i);
      const double row_sum = wires.is_ground(at) ? 0 : row_sums[at];
      values[vertices[i]] = share * share / (static_cast<double>(size) * diagonal[i] + trace - 2 * row_sum);
    }
  });
  return values;
}

std::vector<double> current_flow_betweenness(const Network& network) {
  std::vector<double> values(network.vertex_count(), 0);
  for_each_circuit(network, [&](const Wires& wires, const std::vector<Vertex>& vertices, const auto& place) {
    const auto size = static_cast<std::size_t>(wires.size());
    std::vector<EdgeId> edges;
    for (const auto v : vertices) {
      for (const auto e : network.incident_edges(v)) {
        if (network.source(e) == v) edges.push_back(e);
      }
    }
    const double work_of_tie = wires.factor_entries() + 20.0 * static_cast<double>(size);
    over_chunks(
        edges.size(), work_of_tie * static_cast<double>(edges.size()),
        [&] { return Workspace{wires.nothing(), std::vector<double>(size), 0}; },
        [&](Workspace& work, std::size_t i) {
          const auto e = edges[i];
          const auto a = static_cast<Eigen::Index>(place[network.source(e)]), b = static_cast<Eigen::Index>(place[network.target(e)]);
          // The potential difference over the tie when a unit enters at s and leaves at the ground, for every s.
          if (!wires.is_ground(a)) work.entering[a] = 1;
          if (!wires.is_ground(b)) work.entering[b] = -1;
          const Eigen::VectorXd differences = wires.potentials(work.entering);
          if (!wires.is_ground(a)) work.entering[a] = 0;
          if (!wires.is_ground(b)) work.entering[b] = 0;
          const double weight = network.weight(e);
          for (std::size_t s = 0; s + 1 < size; ++s) work.currents[s] = weight * differences[static_cast<Eigen::Index>(s)];
          work.currents.back() = 0;
          work.result = sum_of_differences(work.currents);
        },
        [&](Workspace& work, std::size_t i) {
          values[network.source(edges[i])] += work.result / 2;
          values[network.target(edges[i])] += work.result / 2;
        });
    // Every pair that the vertex itself belongs to sends its whole unit through the ties of the vertex.
    for (const auto v : vertices) {
      values[v] = network.degree(v) == 1 ? 0 : std::max(0.0, values[v] - static_cast<double>(size - 1) / 2);
    }
  });
  return values;
}

}  // namespace maillage
