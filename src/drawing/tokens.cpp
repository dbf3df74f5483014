// SPDX-License-Identifier: Apache-2.0
#include "drawing/tokens.hpp"

#include <fmt/format.h>

namespace maillage {
namespace {

constexpr std::array kKinds{
    Colour{"kind-other", "#66757F", "#8895A0"},           Colour{"kind-higher-education", "#2F62AE", "#5B93E6"},
    Colour{"kind-hospital", "#A5301F", "#D2664B"},        Colour{"kind-state-agency", "#1F2A3D", "#D5E0F2"},
    Colour{"kind-research-body", "#3FA088", "#5FD6B6"},   Colour{"kind-commune", "#A97F1F", "#F2C568"},
    Colour{"kind-intercommunality", "#7C4466", "#C48FB0"},
};
static_assert(kKinds.size() == code_names<InstitutionKind>.size());

// Least colour difference (CIEDE2000) between any two, seen normally and simulated (Machado 2009) for protan, deutan
// and tritan: 17.1 light, 18.5 dark. Contrast 3.1 or more. The hue of a number is the same in both themes.
constexpr std::array<Colour, kCommunityColours> kCommunities{
    Colour{"community-1", "#356B8B", "#92E5FF"}, Colour{"community-2", "#EA6F4F", "#A4532B"},
    Colour{"community-3", "#5E5D00", "#A5A717"}, Colour{"community-4", "#9584E6", "#9184FD"},
    Colour{"community-5", "#45A198", "#008D74"}, Colour{"community-6", "#9A5F62", "#F782AA"},
    Colour{"community-7", "#301C85", "#775F97"}, Colour{"community-8", "#51251E", "#FFD3A5"},
};

template <class Write>
void for_each_colour(Write write) {
  for (const auto& colour : tokens::all) write(colour);
  for (const auto& colour : kKinds) write(colour);
  for (const auto& colour : kCommunities) write(colour);
}

}  // namespace

Colour colour_of_kind(InstitutionKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

Colour colour_of_community(std::size_t community) { return kCommunities[community % kCommunityColours]; }

std::string style_rules() {
  std::string light, dark, classes;
  for_each_colour([&](const Colour& colour) {
    light += fmt::format("--{}:{};", colour.name, colour.light);
    dark += fmt::format("--{}:{};", colour.name, colour.dark);
    classes += fmt::format(".f-{0}{{fill:var(--{0})}}.s-{0}{{stroke:var(--{0})}}", colour.name);
  });
  return fmt::format(":root{{{}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n{}\n", light, dark,
                     classes);
}

}  // namespace maillage
