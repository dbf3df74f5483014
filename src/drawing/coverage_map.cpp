// SPDX-License-Identifier: Apache-2.0
#include "drawing/coverage_map.hpp"

#include <numbers>

#include "drawing/coverage_marks.hpp"
#include "drawing/coverage_names.hpp"
#include "drawing/sheet_text.hpp"
#include "drawing/source_notes.hpp"

namespace maillage {
namespace {

/// The part of the map that discs cover: enough to compare them, little enough to find them at their places.
constexpr double kInk = 0.2;

class CoverageMap {
 public:
  CoverageMap(const CoverageMapInput& input, const CoverageMapOptions& options, const Language& language)
      : input_(input), options_(options), language_(language), svg_(options.palette), sheet_(sheet_of(options.sheet)),
        is_wide_(options.sheet == SheetWidth::wide) {}

  Picture draw() {
    const double head = draw_heading(svg_, options_.sheet, input_.title, input_.subtitle);
    const double top = head + (is_wide_ ? 24 : 16);
    place(top);
    draw_ground();
    draw_discs();
    legend_.unnamed = write_coverage_names(svg_, input_, discs_, box_, is_wide_);
    if (is_wide_) {
      legend_.x = box_.right + 40;
      legend_.top = top;
    } else {
      legend_.x = sheet_.margin;
      legend_.top = box_.bottom + 12;
    }
    legend_.width = sheet_.width - sheet_.margin - legend_.x;
    double y = std::max(box_.bottom, draw_coverage_legend(svg_, input_, legend_, scale_, language_));
    svg_.line(sheet_.margin, y + 16, sheet_.width - sheet_.margin, y + 16, {.stroke = tokens::rule});
    y = draw_notes(svg_, options_.sheet, notes(), y + 22);
    SvgDocument document{.width = sheet_.width, .height = y + 20, .title = input_.title};
    document.description = input_.subtitle;
    document.language = std::string(language_.code());
    document.id = options_.drawing_id;
    document.command = input_.command;
    document.version = input_.version;
    document.data_hash = input_.data->content_hash;
    return svg_.finish(document);
  }

 private:
  const std::vector<CoveredTerritory>& rows() const { return input_.coverage->territories; }

  // Communes show where the land is; they are what the data hold, whatever the level that is drawn.
  std::vector<Degrees> ground() const {
    std::vector<Degrees> places;
    for (const auto& territory : input_.data->territories) {
      if (territory.latitude && territory.longitude) places.push_back({*territory.latitude, *territory.longitude});
    }
    return places;
  }

  void place(double top) {
    std::vector<Degrees> places;
    double people = 0, most = 0;
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < rows().size(); ++i) {
      const auto& row = rows()[i];
      if (!row.latitude) {
        legend_.unplaced.push_back(i);
        continue;
      }
      places.push_back({*row.latitude, *row.longitude});
      people += static_cast<double>(row.population.value_or(0));
      most = std::max(most, static_cast<double>(row.population.value_or(0)));
      ++drawn;
    }
    std::ranges::stable_sort(legend_.unplaced, std::greater<>(), [&](std::size_t i) { return rows()[i].population.value_or(0); });
    ground_ = ground();
    const auto& extent = ground_.size() > places.size() && is_near(places) ? ground_ : places;
    const double width = is_wide_ ? 780 : sheet_.width - 2 * sheet_.margin;
    const double proportion = std::clamp(MapProjection::proportion(extent), 0.5, 1.2);
    box_ = {sheet_.margin, top, sheet_.margin + width, top + (drawn == 0 ? 40 : width * proportion)};
    const double room = box_.width() * box_.height() * kInk / std::numbers::pi;
    constexpr double largest = 0.13;  // of the width: few territories do not fill the map
    scale_.per_root = people > 0 ? std::min(std::sqrt(room / people), largest * width / std::sqrt(most)) : 1;
    scale_.least = drawn > 300 ? 1.4 : 3;
    const double edge = is_wide_ ? 36 : 18;
    projection_ = MapProjection(extent, box_.grown(-edge));
    std::vector<PlacedDisc> discs;
    for (std::size_t i = 0; i < rows().size(); ++i) {
      const auto& row = rows()[i];
      if (!row.latitude) continue;
      discs.push_back({projection_.of({*row.latitude, *row.longitude}), scale_.radius(row.population)});
      discs_.push_back({i, {}, short_territory_name(input_.data->territories[row.territory].name, input_.level)});
    }
    discs = separated_discs(std::move(discs), box_, drawn > 300 ? 0.4 : 2);
    for (std::size_t i = 0; i < discs.size(); ++i) discs_[i].disc = discs[i];
    // The large below, so that none hides a small one.
    std::ranges::stable_sort(discs_, std::greater<>(), [](const auto& one) { return one.disc.radius; });
  }

  // Is the ground the land of what is drawn, or of a wider country?
  bool is_near(const std::vector<Degrees>& places) const {
    if (places.empty()) return false;
    Box reach{1e9, 1e9, -1e9, -1e9}, all = reach;
    const auto widen = [](Box& box, const Degrees& at) {
      box = {std::min(box.left, at.longitude), std::min(box.top, at.latitude), std::max(box.right, at.longitude), std::max(box.bottom, at.latitude)};
    };
    for (const auto& at : places) widen(reach, at);
    for (const auto& at : ground_) widen(all, at);
    return all.width() <= 2 * reach.width() + 1 && all.height() <= 2 * reach.height() + 1;
  }

  void draw_ground() {
    if (ground_.size() < 50) return;
    std::string path;
    for (const auto& place : ground_) {
      const auto at = projection_.of(place);
      if (!box_.holds(at)) continue;
      path += "M" + svg_number(std::round(at.x)) + " " + svg_number(std::round(at.y)) + "h0";
    }
    if (path.empty()) return;
    legend_.has_ground = true;
    const double width = box_.width() / 17;
    svg_.open_group();
    svg_.path(path, {.stroke = tokens::hull, .stroke_width = width, .round_caps = true});
    svg_.close_group();
  }

  void draw_discs() {
    for (const auto& disc : discs_) {
      svg_.open_group(tooltip(rows()[disc.row]));
      draw_coverage_mark(svg_, rows()[disc.row], disc.disc.at, disc.disc.radius);
      svg_.close_group();
    }
  }

  std::string tooltip(const CoveredTerritory& row) const {
    const auto number = [&](const std::optional<std::uint64_t>& count) {
      return count ? language_.number(static_cast<std::int64_t>(*count)) : language_.say("coverage.unknown");
    };
    auto text = language_.say("coverage.map.tooltip",
                              {{"name", std::string(input_.data->territories[row.territory].name)},
                               {"status", language_.label("coverage.status", coverage_code(row.status))},
                               {"people", number(row.population)}, {"covered", number(row.possible)}});
    for (const auto& covering : row.agreements) {
      text += language_.say("coverage.separator");
      text += input_.data->title_of_agreement(covering.agreement);
    }
    return text;
  }

  std::vector<std::string> notes() const {
    auto notes = input_.notes;
    std::vector<const Evidence*> claims;
    std::vector<bool> seen(input_.data->agreements.size());
    for (const auto& row : rows()) {
      for (const auto& covering : row.agreements) {
        if (seen[covering.agreement]) continue;
        seen[covering.agreement] = true;
        const auto of_agreement = claims_drawn(*input_.data, covering.agreement);
        claims.insert(claims.end(), of_agreement.begin(), of_agreement.end());
      }
    }
    for (const auto& claim : input_.data->evidence) {
      if (claim.table == "territories") claims.push_back(&claim);
    }
    auto sources = source_note(*input_.data, claims, language_);
    if (!sources.empty()) notes.push_back(std::move(sources));
    return notes;
  }

  const CoverageMapInput& input_;
  const CoverageMapOptions& options_;
  const Language& language_;
  SvgWriter svg_;
  Sheet sheet_;
  bool is_wide_;
  Box box_;
  CoverageScale scale_;
  MapProjection projection_{{}, {}};
  std::vector<Degrees> ground_;
  std::vector<CoverageDisc> discs_;
  CoverageLegend legend_;
};

}  // namespace

Picture draw_coverage_map(const CoverageMapInput& input, const CoverageMapOptions& options, const Language& language) {
  return CoverageMap(input, options, language).draw();
}

}  // namespace maillage
