// SPDX-License-Identifier: Apache-2.0
#include "drawing/layout_cells.hpp"

#include "drawing/graphviz.hpp"
#include "drawing/layout_cost.hpp"

namespace maillage {
namespace {

constexpr std::size_t kLeastPieces = 4, kMostVertices = 5;
constexpr double kCellWidth = 380, kLoneWidth = 170, kLoneHeight = 84, kTiedAir = 86, kTieLength = 130;

using Piece = std::vector<std::uint32_t>;

std::vector<Piece> pieces_of(const SmallLayoutInput& input) {
  const LayoutCost cost(input);
  std::vector<Piece> pieces(cost.components());
  for (std::uint32_t v = 0; v < input.vertices.size(); ++v) pieces[cost.component_of()[v]].push_back(v);
  const auto largest_mark = [&](const Piece& piece) {
    double largest = 0;
    for (const auto v : piece) largest = std::max(largest, input.vertices[v].radius);
    return largest;
  };
  std::stable_sort(pieces.begin(), pieces.end(), [&](const Piece& a, const Piece& b) {
    return a.size() != b.size() ? a.size() > b.size() : largest_mark(a) > largest_mark(b);
  });
  return pieces;
}

class Cells {
 public:
  explicit Cells(const SmallLayoutInput& input) : input_(input), at_(input.vertices.size()), top_(input.box.top) {}

  SmallLayout run() {
    std::vector<Piece> tied, lone;
    for (auto& piece : pieces_of(input_)) (piece.size() > 1 ? tied : lone).push_back(std::move(piece));
    place(tied, kCellWidth);
    place(lone, kLoneWidth);
    return {std::move(at_), 0};
  }

 private:
  void place(const std::vector<Piece>& pieces, double least_width) {
    const double width = input_.box.width();
    const auto most = std::max<std::size_t>(1, static_cast<std::size_t>(width / std::min(least_width, width)));
    const auto rows = (pieces.size() + most - 1) / most;
    for (std::size_t row = 0, next = 0; row < rows; ++row) {
      // As many in each row as in the others, or one less.
      const auto in_row = (pieces.size() - next + rows - row - 1) / (rows - row);
      std::vector<std::vector<Point>> places;
      double height = kLoneHeight;
      for (std::size_t i = 0; i < in_row; ++i) {
        places.push_back(inside(pieces[next + i], width / static_cast<double>(in_row)));
        const Box drawn = box_of(places.back());
        double marks = 0;
        for (const auto v : pieces[next + i]) marks = std::max(marks, input_.vertices[v].radius);
        height = std::max(height, drawn.height() + 2 * marks + (pieces[next + i].size() > 1 ? kTiedAir : kLoneHeight - 40));
      }
      for (std::size_t i = 0; i < in_row; ++i, ++next) {
        const Point centre{input_.box.left + width * (static_cast<double>(i) + 0.5) / static_cast<double>(in_row), top_ + height / 2};
        for (std::size_t k = 0; k < places[i].size(); ++k) at_[pieces[next][k]] = centre + places[i][k];
      }
      top_ += height;
    }
  }

  // Round the middle of the cell.
  std::vector<Point> inside(const Piece& piece, double width) const {
    if (piece.size() == 1) return {Point{}};
    if (piece.size() == 2) {
      const double half = std::min(kTieLength + input_.vertices[piece[0]].radius + input_.vertices[piece[1]].radius, width * 0.5) / 2;
      return {Point{-half, 0}, Point{half, 0}};
    }
    LayoutGraph graph;
    graph.vertices = static_cast<std::uint32_t>(piece.size());
    for (const auto& tie : input_.ties) {
      const auto from = std::find(piece.begin(), piece.end(), tie.source), to = std::find(piece.begin(), piece.end(), tie.target);
      if (from == piece.end() || to == piece.end()) continue;
      graph.ties.push_back({static_cast<std::uint32_t>(from - piece.begin()), static_cast<std::uint32_t>(to - piece.begin()), 1, 1});
    }
    auto places = graphviz_positions(graph, LayoutEngine::neato);
    const Box now = box_of(places);
    const double scale = std::min(width * 0.55, 2.2 * kTieLength) / std::max({now.width(), now.height(), 1e-9});
    for (auto& p : places) p = (p - now.centre()) * scale;
    return places;
  }

  const SmallLayoutInput& input_;
  std::vector<Point> at_;
  double top_;
};

}  // namespace

bool is_in_pieces(const SmallLayoutInput& input) {
  const auto pieces = pieces_of(input);
  return pieces.size() >= kLeastPieces && pieces.front().size() <= kMostVertices && input.groups.empty();
}

SmallLayout lay_out_in_cells(const SmallLayoutInput& input) {
  auto layout = Cells(input).run();
  for (auto& p : layout.positions) p = {std::round(p.x * 10) / 10, std::round(p.y * 10) / 10};
  return layout;
}

}  // namespace maillage
