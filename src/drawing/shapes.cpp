// SPDX-License-Identifier: Apache-2.0
#include "drawing/shapes.hpp"

#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace maillage {
namespace {

// Half sizes for the area π r².
constexpr double kSquareHalf = 0.8862269;      // √π / 2
constexpr double kDiamondHalf = 1.2533141;     // √(π/2)
constexpr double kHexagonSide = 1.0996361;     // √(2π / (3√3))
constexpr double kTriangleRadius = 1.5551203;  // √(4π / (3√3))
constexpr double kPentagonRadius = 1.1494928;  // √(π / (2.5 sin 72°))
constexpr double kCrossHalf = 1.0529449;       // half of √(π / (2·0.46 - 0.46²))
constexpr double kCrossArm = 0.46;

std::string polygon(double x, double y, std::initializer_list<std::pair<double, double>> corners) {
  std::string path;
  for (const auto& [dx, dy] : corners) {
    path += path.empty() ? 'M' : 'L';
    path += svg_number(x + dx) + ' ' + svg_number(y + dy);
  }
  return path + 'Z';
}

std::string circle(double x, double y, double r) {
  const auto radius = svg_number(r), across = svg_number(2 * r);
  return 'M' + svg_number(x - r) + ' ' + svg_number(y) + 'a' + radius + ' ' + radius + " 0 1 0 " + across + " 0a" +
         radius + ' ' + radius + " 0 1 0 -" + across + " 0Z";
}

}  // namespace

Shape shape_of_kind(InstitutionKind kind) {
  constexpr std::array kShapes{Shape::disc,    Shape::disc,   Shape::cross,   Shape::diamond,
                               Shape::hexagon, Shape::square, Shape::triangle};
  static_assert(kShapes.size() == code_names<InstitutionKind>.size());
  return kShapes[static_cast<std::size_t>(kind)];
}

std::string shape_path(Shape shape, double x, double y, double r) {
  switch (shape) {
    case Shape::disc: return circle(x, y, r);
    case Shape::square: {
      const auto h = kSquareHalf * r;
      return polygon(x, y, {{-h, -h}, {h, -h}, {h, h}, {-h, h}});
    }
    case Shape::diamond: {
      const auto h = kDiamondHalf * r;
      return polygon(x, y, {{0, -h}, {h, 0}, {0, h}, {-h, 0}});
    }
    case Shape::hexagon: {
      const auto s = kHexagonSide * r, h = s * std::sqrt(3.0) / 2;
      return polygon(x, y, {{s, 0}, {s / 2, h}, {-s / 2, h}, {-s, 0}, {-s / 2, -h}, {s / 2, -h}});
    }
    case Shape::triangle: {
      const auto t = kTriangleRadius * r, h = t * std::sqrt(3.0) / 2;
      return polygon(x, y, {{0, -t}, {h, t / 2}, {-h, t / 2}});
    }
    case Shape::pentagon: {
      const auto p = kPentagonRadius * r;
      return polygon(x, y, {{0, -p}, {0.9510565 * p, -0.3090170 * p}, {0.5877853 * p, 0.8090170 * p},
                            {-0.5877853 * p, 0.8090170 * p}, {-0.9510565 * p, -0.3090170 * p}});
    }
    case Shape::cross: {
      const auto h = kCrossHalf * r, a = h * kCrossArm;
      return polygon(x, y, {{-a, -h}, {a, -h}, {a, -a}, {h, -a}, {h, a}, {a, a},
                            {a, h}, {-a, h}, {-a, a}, {-h, a}, {-h, -a}, {-a, -a}});
    }
  }
  return {};
}

Reach reach_of(Shape shape, double r) {
  switch (shape) {
    case Shape::square: return {kSquareHalf * r, kSquareHalf * r, kSquareHalf * r};
    case Shape::diamond: return {kDiamondHalf * r, kDiamondHalf * r, kDiamondHalf * r};
    case Shape::hexagon: return {kHexagonSide * r, kHexagonSide * r * 0.8660254, kHexagonSide * r * 0.8660254};
    case Shape::triangle: return {kTriangleRadius * r * 0.8660254, kTriangleRadius * r, kTriangleRadius * r / 2};
    case Shape::cross: return {kCrossHalf * r, kCrossHalf * r, kCrossHalf * r};
    case Shape::pentagon: return {0.9510565 * kPentagonRadius * r, kPentagonRadius * r, 0.8090170 * kPentagonRadius * r};
    case Shape::disc: break;
  }
  return {r, r, r};
}

void draw_agreement_sheet(SvgWriter& svg, double x, double y, double scale, bool is_announced) {
  const auto at = [&](double dx, double dy) { return svg_number(x + dx * scale) + ' ' + svg_number(y + dy * scale); };
  svg.rectangle(x - 7 * scale, y - 8.5 * scale, 14 * scale, 17 * scale,
                {.fill = tokens::paper, .stroke = tokens::edge, .stroke_width = 1.6 * scale,
                 .dashes = is_announced ? "3 2" : "", .corner = 2.5 * scale});
  const auto line = [&](double dy, double length) { return 'M' + at(-4, dy) + 'h' + svg_number(length * scale); };
  svg.path(line(-3.5, 8) + line(0, 8) + line(3.5, 5), {.stroke = tokens::edge, .stroke_width = 1.2 * scale});
}

}  // namespace maillage
