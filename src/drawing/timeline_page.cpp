// SPDX-License-Identifier: Apache-2.0
#include "drawing/timeline_page.hpp"

#include <algorithm>
#include <map>

namespace maillage {
namespace {

/// The days that the drawing must reach.
class Extent {
 public:
  void add(Day day) {
    if (day <= kDistantPast || day >= kDistantFuture) return;
    first_ = std::min(first_, day);
    last_ = std::max(last_, day);
  }
  void add(const PartialDate& date) {
    if (!can_be_drawn(date)) return;
    add(date.first_written());
    add(date.last_written());
  }
  bool empty() const { return first_ > last_; }
  int first_year() const { return civil_of(first_).year; }
  int last_year() const { return civil_of(last_).year; }

 private:
  Day first_ = kDistantFuture, last_ = kDistantPast;
};

void add_row(const DataSet& data, const TimelineRow& row, Extent& extent) {
  constexpr Day kYear = 366;
  if (row.is_announced) return extent.add(data.agreements.expected[row.agreement]);
  const auto& v = row.validity;
  const auto signature = data.agreements.signed_on[row.agreement];
  extent.add(signature);
  if (signature.kind() == DateKind::by_then) extent.add(signature.last_written() - kYear);  // room for the dots before
  extent.add(v.start_earliest);
  extent.add(v.start_latest);
  extent.add(v.end_earliest);
  extent.add(v.end_latest);
  for (const auto* event : row.events) extent.add(event->date);
  for (const auto& deadline : row.deadlines) extent.add(deadline.earliest);
}

void set_years(const std::vector<TimelineGroup>& groups, TimelinePage& page) {
  Extent extent;
  bool needs_future = false;
  for (const auto& group : groups) {
    for (const auto& row : group.rows) {
      add_row(*page.data, row, extent);
      needs_future |= !row.is_announced && row.validity.end_latest >= kDistantFuture;
    }
  }
  if (extent.empty()) {
    page.first_year = 1;
    page.last_year = 0;
    return;
  }
  if (page.as_of) extent.add(*page.as_of);
  if (page.period_from) extent.add(*page.period_from);
  if (page.period_to) extent.add(*page.period_to);
  page.first_year = extent.first_year();
  page.last_year = extent.last_year();
  const auto last_named = page.as_of ? civil_of(*page.as_of).year : page.last_year;
  if (needs_future) page.last_year = std::max(page.last_year, last_named + 2);
  page.last_year = std::max(page.last_year, page.first_year + 1);
}

/// Rows of a group that their name and type do not tell apart.
std::map<std::pair<std::string, AgreementType>, int> count_twins(const DataSet& data, const TimelineGroup& group,
                                                                 const TimelineWords& words) {
  std::map<std::pair<std::string, AgreementType>, int> counts;
  for (const auto& row : group.rows) ++counts[{words.row_name(row), data.agreements.type[row.agreement]}];
  return counts;
}

}  // namespace

TimelineFrame TimelinePage::frame(double left, double right) const {
  TimelineFrame frame{{has_years() ? first_year : 2000, has_years() ? last_year : 2001, left, right}};
  const auto year = frame.scale.year_width();
  const auto from = as_of ? frame.scale.x(*as_of) : right - 2 * year;
  if (as_of) frame.as_of = from;
  frame.dots_stop = std::min(right - 16, from + std::max(1.4 * year, 70.0));
  return frame;
}

std::pair<double, double> TimelinePage::period_in(const TimelineFrame& frame) const {
  const auto& scale = frame.scale;
  const auto from = period_from ? std::clamp(scale.x(*period_from), scale.left, scale.right) : scale.left;
  const auto to = period_to ? std::clamp(scale.x(*period_to + 1), scale.left, scale.right) : scale.right;
  return {from, std::max(from, to)};
}

TimelinePage timeline_page(const TimelineInput& input, const TimelineOptions& options, const TimelineWords& words) {
  TimelinePage page;
  page.data = input.data;
  page.as_of = input.selection.reference_day;
  page.as_of_label = words.reference_day();
  page.period_from = input.period_from;
  page.period_to = input.period_to;
  page.period_label = words.period();
  const auto groups = timeline_groups(input, options.grouping);
  set_years(groups, page);
  const auto size = std::max<std::size_t>(options.rows_on_a_page, 1);
  page.first_row = options.page * size;
  for (const auto& group : groups) {
    const auto twins = count_twins(*input.data, group, words);
    bool is_begun = false;
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
      const auto at = page.rows++;
      if (at < page.first_row || at >= page.first_row + size) continue;
      const auto& row = group.rows[i];
      if (!is_begun) {
        page.groups.push_back({words.group_name(group, i > 0), {}});
        page.facts.push_back({group.institution, group.type, {}});
        is_begun = true;
      }
      auto name = words.row_name(row);
      const bool is_twin = twins.at({name, input.data->agreements.type[row.agreement]}) > 1;
      page.groups.back().rows.push_back({row, std::move(name), words.row_label(row, is_twin), words.row_tooltip(row),
                                         options.link ? options.link(row.agreement) : std::string()});
      page.facts.back().rows.push_back(row);
      ++page.rows_shown;
    }
  }
  return page;
}

std::size_t timeline_pages(const TimelineInput& input, const TimelineOptions& options) {
  const auto size = std::max<std::size_t>(options.rows_on_a_page, 1);
  return std::max<std::size_t>((input.selection.items.size() + size - 1) / size, 1);
}

}  // namespace maillage
