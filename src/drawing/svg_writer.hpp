// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "drawing/layout_geometry.hpp"
#include "drawing/text_metrics.hpp"
#include "drawing/tokens.hpp"

namespace maillage {

/// A coordinate or length: at most two decimals, no trailing zeros, no minus nought, no exponent; 0 for what is not
/// finite. Independent of the locale.
std::string svg_number(double value);

/// Text that may stand in XML: & < > " escaped, what XML forbids and what turns the reading direction dropped, bytes
/// that are no UTF-8 replaced by U+FFFD, each tab and line end by a space.
std::string xml_text(std::string_view text);

/// May a drawing lead there? A #fragment, a path relative to the page, or http(s); not `javascript:`, not `//host`.
bool is_safe_link(std::string_view address);

/// One line of text as it was placed, measured as text_metrics.hpp does.
struct LabelBox {
  Box box;
  std::string text;
  double size = 0;
};

/// A finished drawing.
struct Picture {
  std::string svg;
  double width = 0, height = 0;
  std::vector<LabelBox> labels;  ///< every line of text, in the order drawn
};

/// How a mark is filled and outlined. Without a fill it is hollow (transparent), without a stroke it has no outline.
struct Paint {
  Colour fill{};
  Colour stroke{};
  double stroke_width = 1;
  double fill_opacity = 1, stroke_opacity = 1;
  std::string_view dashes{};   ///< stroke-dasharray
  bool round_caps = false;     ///< round ends and joins of the stroke
  double corner = 0;           ///< radius of the corners of a rectangle
};

enum class Anchor : std::uint8_t { start, middle, end };

struct TextStyle {
  double size = 12;
  Colour colour = tokens::ink;
  FontWeight weight = FontWeight::regular;
  bool italic = false;
  Anchor anchor = Anchor::start;
  double halo = 0;  ///< width of the paper round the letters in px; visual.md: 4, none on hulls
  Colour halo_colour = tokens::paper;
};

/// What stands round the drawing.
struct SvgDocument {
  double width = 0, height = 0;
  std::string title{}, description{};  ///< what is read aloud; the finding, and what the drawing shows
  std::string language{};            ///< `fr`, `en`
  std::string id = "drawing";      ///< begins the ids of <title> and <desc>: two drawings in one page differ in it
  std::string classes{};             ///< of the root element (`wide`, `narrow`)
  // Kept in <metadata>; empty ones are left out.
  std::string command{}, version{}, data_hash{};
};

/// Writes SVG as text: presentation attributes for any renderer, and classes by which a page re-themes it.
///
/// Elements are written in order; groups and links are opened and closed. Everything that comes from data is escaped.
/// finish() puts the root round it; deterministic bytes. All lengths in px.
class SvgWriter {
 public:
  explicit SvgWriter(Palette palette = Palette::light) : palette_(palette) {}

  void line(double x1, double y1, double x2, double y2, const Paint& paint);
  void rectangle(double x, double y, double width, double height, const Paint& paint);
  void circle(double x, double y, double r, const Paint& paint);
  /// `data` is path data made with svg_number; not escaped further than an attribute needs.
  void path(std::string_view data, const Paint& paint);
  /// One line of text with its base line at y; remembered in labels(). Empty text is not written.
  void text(double x, double y, std::string_view text, const TextStyle& style);
  /// Several lines, `line_height` px apart; returns the base line of the last one.
  double lines(double x, double y, const std::vector<std::string>& lines, const TextStyle& style, double line_height);

  /// Opens a group, with a tooltip (and name for readers without sight) where `title` is not empty, and further classes.
  void open_group(std::string_view title = {}, std::string_view classes = {});
  void close_group();
  /// Opens a link; an address that is_safe_link refuses gives a plain group. Closed by close_link().
  void open_link(std::string_view address, std::string_view title = {});
  void close_link();

  /// Lines of text so far, as placed.
  const std::vector<LabelBox>& labels() const { return labels_; }
  Palette palette() const { return palette_; }

  /// The whole file, on paper. Groups must be closed. The writer is empty afterwards.
  Picture finish(const SvgDocument& document);

  /// The box a line of text takes.
  static Box text_box(double x, double y, std::string_view text, const TextStyle& style);

 private:
  void paint(const Paint& paint);
  void attribute(std::string_view name, std::string_view value);
  void attribute(std::string_view name, double value);

  Palette palette_;
  std::string body_;
  std::vector<LabelBox> labels_;
  std::vector<std::string_view> open_links_;
};

}  // namespace maillage
