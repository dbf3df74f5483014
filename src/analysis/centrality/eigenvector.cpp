// SPDX-License-Identifier: Apache-2.0
#include "analysis/centrality/eigenvector.hpp"

// Eigen's own threads would wait turning (see ordered_chunks.hpp).
#define EIGEN_DONT_PARALLELIZE
#include <Eigen/Eigenvalues>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/structure/structure.hpp"

namespace maillage {
namespace {

using Matrix = Eigen::SparseMatrix<double, Eigen::RowMajor, int>;
constexpr Eigen::Index kProducts = 24;   // between two Rayleigh–Ritz steps
constexpr int kMaxRounds = 2000;
constexpr double kResidual = 1e-14;

/// A + I of the vertices, A divided by the largest strength: the identity must not drown A, nor A the identity.
Matrix shifted_adjacency(const Network& network, const std::vector<Vertex>& vertices) {
  std::vector<int> place(network.vertex_count(), 0);
  double largest = std::numeric_limits<double>::min();
  Eigen::VectorXi row_sizes(static_cast<Eigen::Index>(vertices.size()));
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    place[vertices[i]] = static_cast<int>(i);
    row_sizes[static_cast<Eigen::Index>(i)] = static_cast<int>(network.degree(vertices[i])) + 1;
    largest = std::max(largest, network.strength(vertices[i]));
  }
  Matrix matrix(row_sizes.size(), row_sizes.size());
  matrix.reserve(row_sizes);
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    const auto row = static_cast<int>(i);
    matrix.insert(row, row) = 1;
    const auto neighbours = network.neighbours(vertices[i]);
    const auto edges = network.incident_edges(vertices[i]);
    for (std::size_t k = 0; k < neighbours.size(); ++k) {
      matrix.insert(row, place[neighbours[k]]) = network.weight(edges[k]) / largest;
    }
  }
  matrix.makeCompressed();
  return matrix;
}

/// One round of the Lanczos method from `start`: replaces it by the best vector of the Krylov space and gives the
/// residual relative to its eigenvalue.
double improve(const Matrix& matrix, Eigen::VectorXd& start) {
  const auto size = std::min(kProducts, start.size());
  Eigen::MatrixXd basis(start.size(), size);
  Eigen::VectorXd diagonal(size), beside(size);
  basis.col(0) = start;
  Eigen::Index used = 0;
  double beyond = 0;  // length of what the last product adds to the space
  while (used < size) {
    Eigen::VectorXd next = matrix * basis.col(used);
    diagonal[used] = basis.col(used).dot(next);
    const double scale = next.norm();
    for (int pass = 0; pass < 2; ++pass) {  // twice is enough to keep the basis orthogonal
      next -= basis.leftCols(used + 1) * (basis.leftCols(used + 1).transpose() * next).eval();
    }
    beyond = next.norm();
    beside[used++] = beyond;
    if (beyond <= std::numeric_limits<double>::epsilon() * scale) break;
    if (used < size) basis.col(used) = next / beyond;
  }
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> small;
  small.computeFromTridiagonal(diagonal.head(used), beside.head(used - 1));
  const Eigen::VectorXd best = small.eigenvectors().col(used - 1);
  start = (basis.leftCols(used) * best).normalized();
  return beyond * std::abs(best[used - 1]) / small.eigenvalues()[used - 1];
}

}  // namespace

std::vector<double> eigenvector(const Network& network) {
  std::vector<double> values(network.vertex_count(), 0);
  if (values.empty()) return values;
  const auto component = components_of(network).members.front();
  const auto matrix = shifted_adjacency(network, component);
  Eigen::VectorXd x = Eigen::VectorXd::Ones(matrix.rows()).normalized();
  double best = std::numeric_limits<double>::infinity();
  for (int round = 0, idle = 0; round < kMaxRounds && idle < 3; ++round) {
    const double residual = improve(matrix, x);
    if (residual <= kResidual) break;
    idle = residual < best ? 0 : idle + 1;  // rounding may keep it above the aim
    best = std::min(best, residual);
  }
  x = x.cwiseAbs();  // the sign is free and the vector of one sign
  for (std::size_t i = 0; i < component.size(); ++i) values[component[i]] = x[static_cast<Eigen::Index>(i)];
  return values;
}

}  // namespace maillage
