// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <igraph/igraph.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "network/network.hpp"

namespace maillage::bench {

/// Values of igraph, freed when done with.
class IgraphValues {
 public:
  explicit IgraphValues(igraph_integer_t size = 0) { igraph_vector_init(&values_, size); }
  IgraphValues(const IgraphValues&) = delete;
  IgraphValues& operator=(const IgraphValues&) = delete;
  ~IgraphValues() { igraph_vector_destroy(&values_); }
  igraph_vector_t* get() { return &values_; }
  std::vector<double> copy() const {
    const auto size = igraph_vector_size(&values_);
    std::vector<double> values(static_cast<std::size_t>(size));
    for (igraph_integer_t i = 0; i < size; ++i) values[static_cast<std::size_t>(i)] = VECTOR(values_)[i];
    return values;
  }

 private:
  igraph_vector_t values_;
};

class IgraphNumbers {
 public:
  IgraphNumbers() { igraph_vector_int_init(&values_, 0); }
  IgraphNumbers(const IgraphNumbers&) = delete;
  IgraphNumbers& operator=(const IgraphNumbers&) = delete;
  ~IgraphNumbers() { igraph_vector_int_destroy(&values_); }
  igraph_vector_int_t* get() { return &values_; }
  std::vector<double> copy() const {
    const auto size = igraph_vector_int_size(&values_);
    std::vector<double> values(static_cast<std::size_t>(size));
    for (igraph_integer_t i = 0; i < size; ++i) {
      values[static_cast<std::size_t>(i)] = static_cast<double>(VECTOR(values_)[i]);
    }
    return values;
  }

 private:
  igraph_vector_int_t values_;
};

/// A network as igraph has it, with its weights and the strengths of its vertices.
class IgraphGraph {
 public:
  explicit IgraphGraph(const Network& network) : weights_(network.edge_count()), strengths_(network.vertex_count()) {
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 2 * static_cast<igraph_integer_t>(network.edge_count()));
    for (EdgeId e = 0; e < network.edge_count(); ++e) {
      VECTOR(ends)[2 * e] = network.source(e);
      VECTOR(ends)[2 * e + 1] = network.target(e);
      VECTOR(*weights_.get())[e] = network.weight(e);
    }
    igraph_create(&graph_, &ends, network.vertex_count(), IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    for (Vertex v = 0; v < network.vertex_count(); ++v) VECTOR(*strengths_.get())[v] = network.strength(v);
  }
  IgraphGraph(const IgraphGraph&) = delete;
  IgraphGraph& operator=(const IgraphGraph&) = delete;
  ~IgraphGraph() { igraph_destroy(&graph_); }

  const igraph_t* get() const { return &graph_; }
  igraph_vector_t* weights() { return weights_.get(); }
  igraph_vector_t* strengths() { return strengths_.get(); }

 private:
  igraph_t graph_{};
  IgraphValues weights_, strengths_;
};

}  // namespace maillage::bench
