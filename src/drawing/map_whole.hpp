// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "drawing/layout_small.hpp"
#include "drawing/map_sheet.hpp"

namespace maillage {

/// Ties between the same two nodes, drawn side by side.
struct TieBundle {
  std::uint32_t source = 0, target = 0;
  std::vector<std::uint32_t> ties;  // in the scene
};

/// What is written beside ties: one text for one or several of them.
struct TieText {
  std::vector<std::uint32_t> bundles;  // along which it may stand
  std::vector<std::string> pieces;
  bool is_italic = false;
};

/// The drawing of a map of up to 40 nodes, step by step; used by draw_whole_map alone.
class WholeMap {
 public:
  explicit WholeMap(MapSheet& sheet);
  void draw();

 private:
  static constexpr double kSignRadius = 11;
  static constexpr std::size_t kMostHulls = 4;

  std::uint32_t sign_of(std::size_t agreement) const { return static_cast<std::uint32_t>(scene_.nodes.size() + agreement); }
  double radius(std::uint32_t v) const { return sheet_.style.radius(scene_.nodes[v]); }

  bool is_strong(const MapScene::Node& node) const;
  bool is_name(const LabelWish& wish) const;
  Paint paint_of(Status status, double weight) const;

  struct Community {
    std::vector<std::uint32_t> members;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;  // among them, and to signs between them
    double growth = 0;
  };
  // Empty where no hulls round communities are asked for.
  std::vector<Community> communities() const;
  void draw_communities() const;
  void add_community_wishes(std::vector<LabelWish>& wishes) const;

  // Signed agreements of a pair have a text each; announced ones share one; ties of one hub that say the same, one.
  bool says_something(const MapScene::Tie& tie) const;
  void collect_texts();
  void collect_fans(std::vector<bool>& is_said);
  std::vector<SmallLayout> layouts_of_nodes() const;
  void add_signs_to(SmallLayoutInput& input) const;
  void place_signs(std::vector<Point>& positions) const;
  void keep_places(std::vector<Point>& positions) const;
  std::string id_of_agreement(std::size_t a) const;
  double growth(std::size_t a) const;

  // A hull holds its parties and nobody else.
  void decide_hulls();
  bool lies_on_hull(Point p) const;
  std::vector<Point> hull_border(std::size_t agreement) const;

  /// The lines of a bundle, cut off at both marks; parallel ones 7 px apart, arrows further for their heads.
  std::vector<std::pair<Point, Point>> lines_of(const TieBundle& bundle) const;
  double distance_of_lines(const TieBundle& bundle) const;
  LineDirection direction_of_line(const TieBundle& bundle, std::size_t line) const;
  std::pair<Point, Point> cut_off(std::uint32_t a, std::uint32_t b, double shift) const;
  double reach(std::uint32_t v, Point direction) const;
  LabelGround ground_of_labels() const;
  std::vector<LabelWish> wishes_of_labels() const;
  LabelWish wish_of_name(std::uint32_t v) const;
  LabelWish wish_of_sheet(std::uint32_t v) const;
  LabelWish plain_wish(const std::vector<std::string>& pieces, bool is_italic) const;
  LabelWish tie_wish(const TieText& text) const;

  // A text for a whole fan stands where the fan has air: near the middle of its outer nodes, or below them.
  void add_fan_spots(const TieText& text, LabelWish& wish) const;
  LabelWish agreement_wish(std::size_t a) const;

  // “No agreement ties them to the rest”, under the smaller components.
  void add_island_wishes(std::vector<LabelWish>& wishes) const;
  std::vector<std::vector<std::uint32_t>> components() const;
  void number_unplaced_names();
  void fit_sheet();
  void draw_hulls() const;
  void draw_ties() const;
  void draw_agreements() const;
  void draw_nodes() const;
  void remember() const;

  MapSheet& sheet_;
  const MapScene& scene_;
  bool is_dense_;
  double sign_scale_;
  std::vector<TieBundle> bundles_;
  std::vector<TieText> texts_;
  std::vector<Point> at_, best_at_;
  std::vector<std::vector<Point>> outlines_;
  std::vector<LabelWish> wishes_;
  std::vector<PlacedLabel> placed_;
};

}  // namespace maillage
