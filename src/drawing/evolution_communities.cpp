// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "drawing/evolution_panels.hpp"
#include "results/community_name.hpp"

namespace maillage {
namespace {

constexpr double kNameSize = 12, kDateSize = 11.5, kBlock = 12, kGap = 7;
constexpr std::size_t kMostCommunities = 12;

// Communities as blocks that stand over one another at each step, their members as bands from step to step.
class CommunityBands {
 public:
  CommunityBands(const EvolutionSheet& sheet, const FollowedCommunities& communities) : sheet_(sheet), communities_(communities) {
    choose_steps();
    choose_communities();
    stack();
  }

  double draw(double top) {
    const auto heading = draw_panel_heading(sheet_, sheet_.language.say("evolution.chart.communities"), top);
    top_ = heading + 6;
    for (std::size_t column = 1; column < steps_.size(); ++column) draw_bands(column);
    for (std::size_t column = 0; column < steps_.size(); ++column) draw_blocks(column);
    draw_names();
    const double base = top_ + height_;
    draw_dates(base);
    double end = base + 24;
    const auto margin = sheet_of(sheet_.width).margin, room = sheet_of(sheet_.width).width - 2 * margin;
    for (const auto& note : notes()) {
      end = sheet_.svg.lines(margin, end + 12, wrap_text(note, kDateSize, room), {.size = kDateSize, .colour = tokens::soft}, 15) + 6;
    }
    return end;
  }

 private:
  struct Block {
    double y = 0, height = 0;
    const std::vector<std::uint32_t>* members = nullptr;
  };

  std::vector<std::string> notes() const {
    std::vector<std::string> said;
    if (left_out_ > 0) said.push_back(sheet_.language.say_count("evolution.chart.communities_left_out", static_cast<std::int64_t>(left_out_)));
    std::set<std::size_t> colours;
    for (const auto c : chosen_) colours.insert(c % kCommunityColours);
    if (colours.size() < chosen_.size()) said.push_back(sheet_.language.say("evolution.chart.colours_again"));
    return said;
  }

  // The steps in which something changed, the last ones where there are many.
  void choose_steps() {
    const std::size_t most = sheet_.width == SheetWidth::wide ? 14 : 4;
    std::vector<bool> is_event(communities_.days.size(), false);
    for (const auto& change : communities_.changes) {
      if (change.event != CommunityEvent::continuation) is_event[change.step] = true;
    }
    for (std::size_t step = 0; step < is_event.size(); ++step) {
      if (is_event[step] || step + 1 == is_event.size()) steps_.push_back(step);
    }
    if (steps_.size() > most) steps_.erase(steps_.begin(), steps_.end() - static_cast<std::ptrdiff_t>(most));
  }

  // The largest ones of these steps, in the order of their numbers.
  void choose_communities() {
    std::vector<std::pair<std::size_t, std::uint32_t>> sizes;
    for (std::uint32_t c = 0; c < communities_.communities.size(); ++c) {
      std::size_t largest = 0;
      for (const auto& state : communities_.communities[c].states) {
        if (std::ranges::find(steps_, state.step) != steps_.end()) largest = std::max(largest, state.members.size());
      }
      if (largest > 0) sizes.emplace_back(largest, c);
    }
    std::ranges::stable_sort(sizes, std::greater<>{}, [](const auto& entry) { return entry.first; });
    left_out_ = sizes.size() > kMostCommunities ? sizes.size() - kMostCommunities : 0;
    sizes.resize(sizes.size() - left_out_);
    for (const auto& [size, c] : sizes) chosen_.push_back(c);
    std::ranges::sort(chosen_);
  }

  void stack() {
    blocks_.assign(steps_.size(), std::map<std::uint32_t, Block>{});
    std::size_t most = 1, most_blocks = 1;
    for (std::size_t column = 0; column < steps_.size(); ++column) {
      std::size_t total = 0;
      for (const auto c : chosen_) {
        for (const auto& state : communities_.communities[c].states) {
          if (state.step != steps_[column]) continue;
          blocks_[column][c].members = &state.members;
          total += state.members.size();
        }
      }
      most = std::max(most, total);
      most_blocks = std::max(most_blocks, blocks_[column].size());
    }
    const double room = std::clamp(14.0 * static_cast<double>(most), 120.0, 340.0);
    unit_ = room / static_cast<double>(most);
    height_ = room + (kGap + 6) * static_cast<double>(most_blocks);
    for (auto& column : blocks_) {
      double y = 0;
      for (auto& [c, block] : column) {
        block.y = y;
        block.height = std::max(2.0, unit_ * static_cast<double>(block.members->size()));
        y += std::max(block.height, 14.0) + kGap;
      }
    }
  }

  double names_width() const { return (sheet_.right() - sheet_.left()) * (sheet_.width == SheetWidth::wide ? 0.2 : 0.34); }
  double x(std::size_t column) const {
    const double left = sheet_.left(), right = sheet_.right() - names_width() - kBlock;
    return steps_.size() < 2 ? left : left + (right - left) * static_cast<double>(column) / static_cast<double>(steps_.size() - 1);
  }

  void draw_bands(std::size_t column) {
    std::map<std::uint32_t, double> left_used, right_used;
    for (const auto& [a, from] : blocks_[column - 1]) {
      for (const auto& [b, to] : blocks_[column]) {
        std::vector<std::uint32_t> common;
        std::ranges::set_intersection(*from.members, *to.members, std::back_inserter(common));
        if (common.empty()) continue;
        const double height = unit_ * static_cast<double>(common.size());
        const double y1 = top_ + from.y + left_used[a], y2 = top_ + to.y + right_used[b];
        left_used[a] += height;
        right_used[b] += height;
        draw_band(x(column - 1) + kBlock, y1, x(column), y2, height, a);
      }
    }
  }
  void draw_band(double x1, double y1, double x2, double y2, double height, std::uint32_t community) {
    const auto middle = svg_number((x1 + x2) / 2);
    const auto curve = [&](double from, double to_x, double to_y) {
      return "C" + middle + " " + svg_number(from) + " " + middle + " " + svg_number(to_y) + " " + svg_number(to_x) + " " + svg_number(to_y);
    };
    sheet_.svg.path("M" + svg_number(x1) + " " + svg_number(y1) + curve(y1, x2, y2) + "L" + svg_number(x2) + " " + svg_number(y2 + height) +
                        curve(y2 + height, x1, y1 + height) + "Z",
                    {.fill = colour_of_community(community), .fill_opacity = 0.28});
  }
  void draw_blocks(std::size_t column) {
    for (const auto& [c, block] : blocks_[column]) {
      sheet_.svg.open_group(words_of(c) + ", " + sheet_.language.say_count("evolution.chart.members", std::ssize(*block.members)));
      sheet_.svg.rectangle(x(column), top_ + block.y, kBlock, block.height, {.fill = colour_of_community(c)});
      sheet_.svg.close_group();
    }
  }
  std::string words_of(std::uint32_t community) const {
    return sheet_.language.say("evolution.chart.community", {{"name", name_of_community(community)},
                                                             {"label", std::string(sheet_.data.label_of_institution(communities_.communities[community].label))}});
  }

  // Each is named at its last block, where the names beside leave room; else by its letter.
  void draw_names() {
    for (const auto c : chosen_) {
      std::size_t last = steps_.size();
      for (std::size_t column = 0; column < steps_.size(); ++column) {
        if (blocks_[column].contains(c)) last = column;
      }
      const auto& block = blocks_[last].at(c);
      const double at = x(last) + kBlock + 5, y = top_ + block.y + std::max(block.height, 14.0) / 2 + 4;
      const bool is_last = last + 1 == steps_.size();
      auto text = is_last ? words_of(c) : name_of_community(c);
      if (is_last) {
        auto lines = wrap_text(text, kNameSize, sheet_.right() - at);
        if (14.0 * static_cast<double>(lines.size()) > std::max(block.height, 14.0) + kGap) lines = {name_of_community(c)};
        sheet_.svg.lines(at, y - 7.0 * static_cast<double>(lines.size() - 1), lines, {.size = kNameSize}, 14);
      } else {
        sheet_.svg.text(at, y, text, {.size = kNameSize, .halo = 3});
      }
    }
  }

  // The last date always; of the others those that leave it room.
  void draw_dates(double base) {
    double begin = 1e9;
    for (auto column = steps_.size(); column-- > 0;) {
      const auto text = sheet_.language.short_date(communities_.days[steps_[column]]);
      const double width = text_width(text, kDateSize), margin = sheet_of(sheet_.width).margin;
      const double at = std::max(x(column) + kBlock / 2, margin + width / 2);
      if (at + width / 2 > begin - 8) continue;
      sheet_.svg.text(at, base + 14, text, {.size = kDateSize, .colour = tokens::soft, .anchor = Anchor::middle});
      begin = at - width / 2;
    }
  }

  const EvolutionSheet& sheet_;
  const FollowedCommunities& communities_;
  std::vector<std::size_t> steps_;
  std::vector<std::uint32_t> chosen_;
  std::size_t left_out_ = 0;
  std::vector<std::map<std::uint32_t, Block>> blocks_;  // by column, then by community
  double unit_ = 1, height_ = 0, top_ = 0;
};

}  // namespace

double draw_communities_panel(const EvolutionSheet& sheet, const FollowedCommunities& communities, double top) {
  return CommunityBands(sheet, communities).draw(top);
}

}  // namespace maillage
