// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "model/codes.hpp"

namespace maillage {

enum class Palette : std::uint8_t { light, dark };

/// A colour of the visual language by name, in both themes. The name makes the classes `f-NAME` (fill) and `s-NAME`
/// (stroke), by which a page re-themes a drawing (style_rules). An empty name is no colour at all.
struct Colour {
  std::string_view name;
  std::string_view light, dark;  ///< #RRGGBB

  std::string_view in(Palette palette) const { return palette == Palette::light ? light : dark; }
  bool operator==(const Colour&) const = default;
};

/// The tokens. Text in ink, soft or accent has a contrast of 4.5:1 or more on paper, marks 3:1 or more; rule, wash and
/// hull are grounds that carry no meaning alone.
namespace tokens {
inline constexpr Colour paper{"paper", "#FFFFFF", "#12171C"};
inline constexpr Colour ink{"ink", "#16202B", "#E8EDF2"};
inline constexpr Colour soft{"soft", "#4A5763", "#AAB5C0"};
inline constexpr Colour edge{"edge", "#3C4855", "#B4BFCA"};
inline constexpr Colour line{"line", "#8A949E", "#7C8893"};
inline constexpr Colour accent{"accent", "#24517F", "#6FA3D8"};
inline constexpr Colour rule{"rule", "#D5DBE0", "#2F3841"};
inline constexpr Colour wash{"wash", "#F2F5F7", "#1A2127"};
inline constexpr Colour hull{"hull", "#E8EEF4", "#1D262E"};
inline constexpr Colour hull_border{"hull-border", "#C3CDD7", "#3A4650"};
inline constexpr std::array all{paper, ink, soft, edge, line, accent, rule, wash, hull, hull_border};
}  // namespace tokens

/// Colour of a kind of institution (always together with shape_of_kind). Never for text.
Colour colour_of_kind(InstitutionKind kind);

/// Colours told apart in normal and simulated protan, deutan and tritan sight; the eighth is followed by the first.
inline constexpr std::size_t kCommunityColours = 8;
/// Colour of a community by its number. From kCommunityColours communities on colours are used again: say so in a note.
Colour colour_of_community(std::size_t community);

inline constexpr std::string_view kFontStack =
    "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/// Every figure has two drawings of its own: 1280 px, and 390 px for telephones, in portrait.
enum class SheetWidth : std::uint8_t { wide, narrow };
struct Sheet {
  double width, margin;
};
constexpr Sheet sheet_of(SheetWidth width) { return width == SheetWidth::wide ? Sheet{1280, 32} : Sheet{390, 12}; }

/// Sizes of type in px, by the width of the sheet.
struct TypeSizes {
  double title, subtitle, hub, name, tie, legend, source;
};
inline constexpr TypeSizes kWideType{24, 15, 16, 13.5, 12, 12, 11.5};
inline constexpr TypeSizes kNarrowType{18, 13, 13.5, 12.5, 11.5, 12, 11.5};

/// Style rules (CSS) that give the classes of all drawings the light colours, and the dark ones where the reader asks for
/// them. For a page that holds drawings.
std::string style_rules();

}  // namespace maillage
