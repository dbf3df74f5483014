// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "network/network.hpp"

namespace maillage::published {

/// Vertex and its partners with a larger number, one row a vertex.
struct Row {
  Vertex vertex;
  std::initializer_list<Vertex> partners;
};

inline Network network_of(Vertex vertices, std::initializer_list<Row> rows) {
  std::vector<Network::WeightedPair> pairs;
  for (const auto& row : rows) {
    for (const auto partner : row.partners) pairs.push_back({row.vertex, partner, 1});
  }
  return Network(vertices, pairs);
}

/// Zachary's karate club (1977, J. Anthropol. Res. 33:452): 34 people, 78 ties. Vertex v is the author's person v+1:
/// 0 is the instructor, 33 the officer.
inline Network karate_club() {
  return network_of(34, {{0, {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31}},
                         {1, {2, 3, 7, 13, 17, 19, 21, 30}},
                         {2, {3, 7, 8, 9, 13, 27, 28, 32}},
                         {3, {7, 12, 13}},
                         {4, {6, 10}},
                         {5, {6, 10, 16}},
                         {6, {16}},
                         {8, {30, 32, 33}},
                         {9, {33}},
                         {13, {33}},
                         {14, {32, 33}},
                         {15, {32, 33}},
                         {18, {32, 33}},
                         {19, {33}},
                         {20, {32, 33}},
                         {22, {32, 33}},
                         {23, {25, 27, 29, 32, 33}},
                         {24, {25, 27, 31}},
                         {25, {31}},
                         {26, {29, 33}},
                         {27, {33}},
                         {28, {31, 33}},
                         {29, {32, 33}},
                         {30, {32, 33}},
                         {31, {32, 33}},
                         {32, {33}}});
}

/// Marriages between Florentine families (Padgett; Breiger & Pattison 1986, Soc. Networks 8:215): 20 ties. The Pucci
/// married into none of the other 15 families and are the last vertex where they are asked for.
enum Family : Vertex {
  acciaiuoli, albizzi, barbadori, bischeri, castellani, ginori, guadagni, lamberteschi, medici, pazzi, peruzzi, ridolfi,
  salviati, strozzi, tornabuoni, pucci
};
inline Network florentine_families(bool with_pucci = false) {
  return network_of(with_pucci ? 16 : 15, {{acciaiuoli, {medici}},
                                           {albizzi, {ginori, guadagni, medici}},
                                           {barbadori, {castellani, medici}},
                                           {bischeri, {guadagni, peruzzi, strozzi}},
                                           {castellani, {peruzzi, strozzi}},
                                           {guadagni, {lamberteschi, tornabuoni}},
                                           {medici, {ridolfi, salviati, tornabuoni}},
                                           {pazzi, {salviati}},
                                           {peruzzi, {strozzi}},
                                           {ridolfi, {strozzi, tornabuoni}}});
}

/// Krackhardt's kite (1990, Adm. Sci. Q. 35:342): 10 people, 18 ties; Andre, Beverly, Carol, Diane, Ed, Fernando, Garth,
/// Heather, Ike, Jane. Diane (3) has most partners, Fernando (5) and Garth (6) are nearest to all, Heather (7) lies
/// between most: she alone holds the tail 7 ─ 8 ─ 9.
inline Network krackhardt_kite() {
  return network_of(10, {{0, {1, 2, 3, 5}},
                         {1, {3, 4, 6}},
                         {2, {3, 5}},
                         {3, {4, 5, 6}},
                         {4, {6}},
                         {5, {6, 7}},
                         {6, {7}},
                         {7, {8}},
                         {8, {9}}});
}

/// Davis, Gardner & Gardner's Southern Women (Deep South, 1941): 18 women, 14 events, 89 presences.
struct Woman {
  std::string_view name;
  std::vector<int> events;  // 1 … 14
};
inline constexpr std::array<std::string_view, 14> southern_events = {
    "E01", "E02", "E03", "E04", "E05", "E06", "E07", "E08", "E09", "E10", "E11", "E12", "E13", "E14"};
inline const std::vector<Woman>& southern_women() {
  static const std::vector<Woman> women = {{"Evelyn", {1, 2, 3, 4, 5, 6, 8, 9}},
                                           {"Laura", {1, 2, 3, 5, 6, 7, 8}},
                                           {"Theresa", {2, 3, 4, 5, 6, 7, 8, 9}},
                                           {"Brenda", {1, 3, 4, 5, 6, 7, 8}},
                                           {"Charlotte", {3, 4, 5, 7}},
                                           {"Frances", {3, 5, 6, 8}},
                                           {"Eleanor", {5, 6, 7, 8}},
                                           {"Pearl", {6, 8, 9}},
                                           {"Ruth", {5, 7, 8, 9}},
                                           {"Verne", {7, 8, 9, 12}},
                                           {"Myra", {8, 9, 10, 12}},
                                           {"Katherine", {8, 9, 10, 12, 13, 14}},
                                           {"Sylvia", {7, 8, 9, 10, 12, 13, 14}},
                                           {"Nora", {6, 7, 9, 10, 11, 12, 13, 14}},
                                           {"Helen", {7, 8, 10, 11, 12}},
                                           {"Dorothy", {8, 9}},
                                           {"Olivia", {9, 11}},
                                           {"Flora", {9, 11}}};
  return women;
}

}  // namespace maillage::published
