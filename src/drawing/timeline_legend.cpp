// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "drawing/timeline_page.hpp"

namespace maillage {
namespace {

using Bar = TimelineMarks::Bar;
using End = TimelineMarks::End;
using Signature = TimelineMarks::Signature;

constexpr double kMark = 40, kRow = 24;

struct Entry {
  std::string text;
  TimelineMarks marks;  // from x = 0
  bool is_ground = false;  // the shade of a period, in the place of marks
};

/// What occurs in the rows of a page.
struct Occurring {
  bool in_force = false, before = false, ended = false, unknown = false, imprecise = false, open = false,
       computed = false, announced = false, stated = false, inferred = false, period = false, by_then = false,
       from_then = false, event = false, deadline = false, possible_deadline = false;
};

Occurring look_at(const TimelinePage& page) {
  Occurring o;
  const auto frame = page.frame(0, 1000);
  for (const auto& group : page.facts) {
    for (const auto& row : group.rows) {
      const auto marks = page.has_years() ? marks_of(*page.data, row, frame) : TimelineMarks();
      for (const auto& segment : marks.segments) {
        o.in_force |= segment.kind == Bar::in_force;
        o.before |= segment.kind == Bar::before_signature;
        o.ended |= segment.kind == Bar::ended;
        o.computed |= segment.kind == Bar::computed;
        o.announced |= segment.kind == Bar::announced;
      }
      o.unknown |= marks.end == End::question;
      o.imprecise |= marks.end == End::cap && row.validity.end_earliest != row.validity.end_latest;
      o.open |= marks.end == End::arrow;
      o.stated |= marks.signature == Signature::stated;
      o.inferred |= marks.signature == Signature::inferred;
      o.by_then |= marks.signature == Signature::by_then;
      o.from_then |= marks.signature == Signature::from_then;
      o.period |= marks.signature_to - marks.signature_from > 14;
      o.event |= !marks.rings.empty();
      for (const auto& pennant : marks.pennants) (pennant.is_certain ? o.deadline : o.possible_deadline) = true;
    }
  }
  return o;
}

TimelineMarks bar(std::vector<TimelineMarks::Segment> segments, End end = End::none, double end_x = kMark) {
  TimelineMarks marks;
  marks.segments = std::move(segments);
  marks.end = end;
  marks.end_x = end_x;
  return marks;
}

TimelineMarks signature(Signature kind, double half_period = 0) {
  TimelineMarks marks;
  marks.signature = kind;
  marks.signature_x = kMark / 2;
  marks.signature_from = kMark / 2 - half_period;
  marks.signature_to = kMark / 2 + half_period;
  return marks;
}

TimelineMarks pennant(bool is_certain) {
  TimelineMarks marks;
  marks.segments.push_back({0, kMark, Bar::in_force});
  marks.pennants.push_back({kMark / 2, is_certain, false});
  return marks;
}

std::vector<Entry> entries_of(const TimelinePage& page, const Language& language) {
  const auto o = look_at(page);
  std::vector<Entry> entries;
  const auto add = [&](bool occurs, std::string_view key, TimelineMarks marks) {
    if (occurs) entries.push_back({language.say("timeline.legend." + std::string(key)), std::move(marks), false});
  };
  if (page.has_period()) entries.push_back({page.period_label, {}, true});
  const bool any_signed = page.rows_shown > 0 && page.has_years();
  add(o.in_force, "in_force", bar({{0, kMark, Bar::in_force}}, End::cap));
  add(o.before, "before", bar({{0, 22, Bar::before_signature}, {22, kMark, Bar::in_force}}));
  add(o.ended, "ended", bar({{0, kMark, Bar::ended}}, End::cap));
  add(o.unknown, "unknown", bar({{2, 32, Bar::unknown}}, End::question, 39));
  add(o.imprecise, "imprecise", bar({{0, 18, Bar::in_force}, {23, kMark - 3, Bar::unknown}}, End::cap));
  add(any_signed, o.open ? "open" : "open.none", bar({{0, kMark - 9, Bar::in_force}}, End::arrow));
  add(any_signed, o.computed ? "computed" : "computed.none", bar({{0, 20, Bar::in_force}, {20, kMark, Bar::computed}}));
  add(o.announced, "announced", bar({{0, kMark, Bar::announced}}));
  add(o.stated, "stated", signature(Signature::stated));
  add(o.inferred, "inferred", signature(Signature::inferred));
  add(o.period, "period", signature(Signature::stated, 18));
  add(o.by_then, "by_then", signature(Signature::by_then));
  add(o.from_then, "from_then", signature(Signature::from_then));
  if (o.event) {
    TimelineMarks ring;
    ring.rings.push_back({kMark / 2, false});
    add(true, "event", ring);
  }
  add(o.deadline, "deadline", pennant(true));
  add(o.possible_deadline, "possible_deadline", pennant(false));
  return entries;
}

TimelineMarks moved(TimelineMarks marks, double x) {
  for (auto& segment : marks.segments) {
    segment.from += x;
    segment.to += x;
  }
  for (auto& ring : marks.rings) ring.x += x;
  for (auto& pennant : marks.pennants) pennant.x += x;
  for (auto* place : {&marks.end_x, &marks.signature_x, &marks.signature_from, &marks.signature_to}) *place += x;
  return marks;
}

}  // namespace

double draw_timeline_legend(SvgWriter& svg, const TimelinePage& page, const Language& language, SheetWidth width,
                            double top) {
  const auto entries = entries_of(page, language);
  if (entries.empty()) return top;
  const auto sheet = sheet_of(width);
  const double room = sheet.width - 2 * sheet.margin;
  svg.line(sheet.margin, top, sheet.width - sheet.margin, top, {.stroke = tokens::rule});
  const std::size_t columns = width == SheetWidth::wide ? 3 : 1;
  const std::size_t per_column = (entries.size() + columns - 1) / columns;
  const double column_width = room / static_cast<double>(columns), text_room = column_width - kMark - 24;
  double bottom = top;
  for (std::size_t column = 0; column < columns; ++column) {
    double y = top + 24;
    const double x = sheet.margin + static_cast<double>(column) * column_width;
    for (std::size_t i = column * per_column; i < std::min(entries.size(), (column + 1) * per_column); ++i) {
      if (entries[i].is_ground) {
        svg.rectangle(x, y - 8, kMark, 16, {.fill = tokens::hull, .stroke = tokens::hull_border});
      } else {
        draw_marks(svg, moved(entries[i].marks, x), y);
      }
      y = svg.lines(x + kMark + 12, y + 4, wrap_text(entries[i].text, kWideType.legend, text_room), {.size = kWideType.legend}, 15) + kRow - 4;
    }
    bottom = std::max(bottom, y - kRow + 8);
  }
  return bottom;
}

}  // namespace maillage
