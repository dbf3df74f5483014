// SPDX-License-Identifier: Apache-2.0
#include "drawing/timeline_marks.hpp"

#include <algorithm>
#include <cmath>

namespace maillage {
namespace {

using Bar = TimelineMarks::Bar;
using End = TimelineMarks::End;
using Signature = TimelineMarks::Signature;

constexpr double kHalfBar = 6.5, kLozenge = 6, kRing = 3.6, kArrow = 9, kPennant = 4.6;
constexpr double kUnknownStart = 110;  // length of the dots before a start or signature that has no first day

void add_segment(TimelineMarks& marks, double from, double to, Bar kind) {
  if (to - from > 0.01) marks.segments.push_back({from, to, kind});
}

void mark_signature(const DataSet& data, const TimelineRow& row, const YearScale& scale, TimelineMarks& marks) {
  const auto date = data.agreements.signed_on[row.agreement];
  if (!can_be_drawn(date)) return;
  if (date.kind() == DateKind::by_then || date.kind() == DateKind::from_then) {
    const bool by_then = date.kind() == DateKind::by_then;
    marks.signature = by_then ? Signature::by_then : Signature::from_then;
    marks.signature_x = scale.x(by_then ? date.last_written() : date.first_written());
    marks.signature_from = marks.signature_to = marks.signature_x;
    return;
  }
  marks.signature = row.signature_is_inferred ? Signature::inferred : Signature::stated;
  marks.signature_from = scale.x(date.first_written());
  marks.signature_to = scale.x_after(date.last_written());
  marks.signature_x = (marks.signature_from + marks.signature_to) / 2;
  if (date.is_exact_day()) marks.signature_from = marks.signature_to = marks.signature_x;
}

/// The bar from its start to `to`, pale before the signature.
void add_bar(const DataSet& data, const TimelineRow& row, const YearScale& scale, double from, double to,
             TimelineMarks& marks) {
  const auto kind = row.status == Status::ended ? Bar::ended : Bar::in_force;
  const auto signature = data.agreements.signed_on[row.agreement];
  const auto signed_at = marks.signature == Signature::none || marks.signature == Signature::from_then
                             ? from
                             : std::clamp(signature.is_exact_day() ? marks.signature_x : scale.x(signature.latest()), from,
                                          std::max(from, to));
  add_segment(marks, from, signed_at, kind == Bar::ended ? Bar::ended : Bar::before_signature);
  add_segment(marks, signed_at, to, kind);
}

/// Turns the last part of the bar into one of a computed end: the renewals, or the last quarter of a single term.
void hatch_computed_part(const Validity& v, double from, double to, TimelineMarks& marks) {
  const auto hatched_from = v.terms > 1 ? from + (to - from) / v.terms : to - (to - from) / 4;
  std::vector<TimelineMarks::Segment> kept;
  for (auto segment : marks.segments) {
    if (segment.kind == Bar::unknown || segment.to <= hatched_from) {
      kept.push_back(segment);
    } else if (segment.from < hatched_from) {
      segment.to = hatched_from;
      kept.push_back(segment);
    }
  }
  kept.push_back({hatched_from, to, Bar::computed});
  marks.segments = std::move(kept);
}

void mark_unknown_end(const TimelineFrame& frame, double from, TimelineMarks& marks) {
  const auto stop = frame.dots_stop - from > 40 ? frame.dots_stop : std::min(from + 60, frame.scale.right);
  add_segment(marks, from, stop, Bar::unknown);
  marks.end = End::question;
  marks.end_x = stop + 7;
}

/// Where dots begin that lead to `to` from no known day: the same length before it, and before the as-of line.
double unknown_start(const TimelineFrame& frame, double to) {
  auto from = to - kUnknownStart;
  if (frame.as_of > 0) from = std::min(from, frame.as_of - kUnknownStart / 2);
  return std::max(from, frame.scale.left);
}

double bar_start(const Validity& v, const TimelineFrame& frame, TimelineMarks& marks) {
  const auto& scale = frame.scale;
  const auto from = scale.x(v.start_latest);
  if (v.start_earliest == v.start_latest) return from;
  const auto dots_from = v.start_earliest > kDistantPast ? scale.x(v.start_earliest) : unknown_start(frame, from);
  const auto dots_to = marks.signature == Signature::by_then && std::abs(marks.signature_x - from) < 12 ? from - 14 : from - 4;
  if (dots_to - dots_from > 12) add_segment(marks, dots_from, dots_to, Bar::unknown);
  return from;
}

void mark_end(const DataSet& data, const TimelineRow& row, const TimelineFrame& frame, TimelineMarks& marks) {
  const auto& v = row.validity;
  const auto& scale = frame.scale;
  const bool has_start = v.start_latest < kDistantFuture;
  const auto from = has_start ? bar_start(v, frame, marks) : scale.left;
  const bool has_end = v.end_rule == EndRule::stated || v.end_rule == EndRule::computed;
  if (v.end_rule == EndRule::open) {
    if (has_start) {
      add_bar(data, row, scale, from, scale.right - kArrow, marks);
    } else {  // without term, but nobody says since when
      add_segment(marks, unknown_start(frame, scale.right), scale.right - kArrow - 4, Bar::unknown);
    }
    marks.end = End::arrow;
    marks.end_x = scale.right;
  } else if (has_end && v.end_earliest > kDistantPast) {
    const auto to = std::max(from, scale.x_after(v.end_earliest));
    if (has_start) {
      add_bar(data, row, scale, from, to, marks);
    } else {  // the end is known, the beginning is not
      add_segment(marks, unknown_start(frame, to), to - 4, Bar::unknown);
    }
    if (v.end_rule == EndRule::computed) hatch_computed_part(v, from, to, marks);
    if (v.end_latest >= kDistantFuture) return mark_unknown_end(frame, to + 6, marks);
    const auto latest = scale.x_after(v.end_latest);
    if (latest - to > 6) add_segment(marks, to + 5, latest - 3, Bar::unknown);
    marks.end = End::cap;
    marks.end_x = std::max(to, latest);
  } else if (has_start) {
    if (v.start_is_stated) add_segment(marks, from, marks.signature_x, Bar::before_signature);
    const double gap = marks.signature == Signature::none ? 2 : marks.signature == Signature::by_then ? 10 : 12;
    mark_unknown_end(frame, std::max(from, marks.signature_to) + gap, marks);
  } else if (marks.signature != Signature::none) {
    mark_unknown_end(frame, marks.signature_to + 12, marks);
  }
}

/// The bound of a bounded date, the middle of any other.
double place_of(const PartialDate& date, const YearScale& scale) {
  if (date.kind() == DateKind::by_then) return scale.x(date.last_written());
  if (date.kind() == DateKind::from_then) return scale.x(date.first_written());
  return (scale.x(date.first_written()) + scale.x_after(date.last_written())) / 2;
}

void mark_events(const TimelineRow& row, const YearScale& scale, TimelineMarks& marks) {
  std::vector<double> taken;
  if (marks.signature != Signature::none) taken.push_back(marks.signature_x);
  for (const auto* event : row.events) {
    const auto x = place_of(event->date, scale);
    const bool is_raised = std::ranges::any_of(taken, [&](double at) { return std::abs(at - x) < kLozenge + kRing + 1; });
    marks.rings.push_back({x, is_raised});
    taken.push_back(x);
  }
}

// Above the bar, where no raised ring and no other pennant stands; else below it.
void mark_deadlines(const TimelineRow& row, const YearScale& scale, TimelineMarks& marks) {
  for (const auto& deadline : row.deadlines) {
    const auto x = deadline.earliest == deadline.latest ? scale.x_after(deadline.earliest) : scale.x(deadline.earliest);
    const auto is_near = [&](double other, double room) { return std::abs(other - x) < room; };
    const bool is_below =
        std::ranges::any_of(marks.rings, [&](const auto& ring) { return ring.is_raised && is_near(ring.x, 11); }) ||
        std::ranges::any_of(marks.pennants, [&](const auto& other) { return !other.is_below && is_near(other.x, 11); });
    marks.pennants.push_back({x, deadline.certainty == Certainty::certain, is_below});
  }
}

TimelineMarks marks_of_announced(const DataSet& data, const TimelineRow& row, const YearScale& scale) {
  TimelineMarks marks;
  const auto expected = data.agreements.expected[row.agreement];
  if (!can_be_drawn(expected)) return marks;
  const auto from = scale.x(expected.first_written()), to = scale.x_after(expected.last_written());
  marks.segments.push_back({from, std::max(to, from + 12), Bar::announced});
  return marks;
}

void draw_hatched(SvgWriter& svg, const TimelineMarks::Segment& s, double y, Colour colour) {
  svg.rectangle(s.from, y - 6, s.to - s.from, 12, {.fill = tokens::paper, .stroke = colour, .stroke_width = 1.4});
  std::string hatches;
  const auto foot = y + 5.4, head = y - 5.4, slope = 7.5;
  for (double x = s.from + 1; x < s.to - 1.5; x += 6) {
    const auto reach = std::min(slope, s.to - 0.7 - x);
    hatches += 'M' + svg_number(x) + ' ' + svg_number(foot) + 'L' + svg_number(x + reach) + ' ' +
               svg_number(foot - (foot - head) * reach / slope);
  }
  svg.path(hatches, {.stroke = colour, .stroke_width = 1.2});
}

void draw_segment(SvgWriter& svg, const TimelineMarks::Segment& s, double y, Colour colour) {
  const auto bar = [&](const Paint& paint) { svg.rectangle(s.from, y - kHalfBar, s.to - s.from, 2 * kHalfBar, paint); };
  switch (s.kind) {
    case Bar::in_force: return bar({.fill = tokens::accent});
    case Bar::before_signature: return bar({.fill = tokens::accent, .fill_opacity = 0.35});
    case Bar::ended: return bar({.fill = tokens::line});
    case Bar::announced: return bar({.fill = tokens::paper, .stroke = tokens::edge, .stroke_width = 1.5, .dashes = "6 4"});
    case Bar::unknown:
      return svg.line(s.from, y, s.to, y, {.stroke = tokens::edge, .stroke_width = 2.6, .dashes = "0.1 6.5", .round_caps = true});
    case Bar::computed: return draw_hatched(svg, s, y, colour);
  }
}

void draw_end(SvgWriter& svg, const TimelineMarks& marks, double y, Colour colour) {
  const auto x = marks.end_x;
  switch (marks.end) {
    case End::cap: return svg.line(x, y - 9.5, x, y + 9.5, {.stroke = tokens::ink, .stroke_width = 2.2});
    case End::arrow: {
      const auto tip = svg_number(x) + ' ' + svg_number(y);
      return svg.path('M' + svg_number(x - kArrow) + ' ' + svg_number(y - 7.5) + 'L' + tip + 'L' + svg_number(x - kArrow) + ' ' + svg_number(y + 7.5) + 'Z',
                      {.fill = colour});
    }
    case End::question:
      return svg.text(x, y + 5, "?", {.size = 14, .weight = FontWeight::bold, .anchor = Anchor::middle});
    case End::none: return;
  }
}

void draw_lozenge(SvgWriter& svg, double x, double y, bool is_full) {
  const auto at = [&](double dx, double dy) { return svg_number(x + dx) + ' ' + svg_number(y + dy); };
  const auto outline = 'M' + at(0, -kLozenge) + 'L' + at(kLozenge, 0) + 'L' + at(0, kLozenge) + 'L' + at(-kLozenge, 0) + 'Z';
  svg.path(outline, is_full ? Paint{.fill = tokens::ink, .stroke = tokens::paper, .stroke_width = 1.4}
                            : Paint{.fill = tokens::paper, .stroke = tokens::ink, .stroke_width = 1.6});
}

void draw_signature(SvgWriter& svg, const TimelineMarks& marks, double y) {
  const auto x = marks.signature_x;
  const Paint bound{.fill = tokens::ink, .stroke = tokens::ink, .stroke_width = 1.6, .round_caps = true};
  const auto half_arrow = [&](int direction) {
    const auto at = svg_number(x + direction), up = svg_number(y - 6);
    svg.path('M' + svg_number(x) + ' ' + up + "v12M" + at + ' ' + up + 'l' + svg_number(7 * direction) + " 6l" +
                 svg_number(-7 * direction) + " 6z", bound);
  };
  switch (marks.signature) {
    case Signature::none: return;
    case Signature::by_then: return half_arrow(-1);
    case Signature::from_then: return half_arrow(1);
    case Signature::stated:
    case Signature::inferred: break;
  }
  if (marks.signature_to - marks.signature_from > 2 * kLozenge + 2) {  // known to the year or the span only
    const auto foot = svg_number(y + 9.5);
    svg.path('M' + svg_number(marks.signature_from) + ' ' + svg_number(y + 7) + 'V' + foot + 'H' + svg_number(marks.signature_to) + 'V' +
                 svg_number(y + 7), {.stroke = tokens::ink, .stroke_width = 1.4});
  }
  draw_lozenge(svg, x, y, marks.signature == Signature::stated);
}

void draw_pennant(SvgWriter& svg, const TimelineMarks::Pennant& pennant, double y) {
  const double side = pennant.is_below ? 1 : -1;
  const auto at = [&](double dx, double dy) { return svg_number(pennant.x + dx) + ' ' + svg_number(y + side * dy); };
  const auto outline = 'M' + at(0, 7) + 'L' + at(-kPennant, 13.5) + 'L' + at(kPennant, 13.5) + 'Z';
  svg.path(outline, {.fill = pennant.is_certain ? tokens::ink : tokens::paper, .stroke = tokens::ink, .stroke_width = 1.3});
}

}  // namespace

double TimelineMarks::left() const {
  double left = 1e9;
  for (const auto& s : segments) left = std::min(left, s.from);
  if (signature != Signature::none) left = std::min(left, std::min(signature_x - 8, signature_from));
  for (const auto& ring : rings) left = std::min(left, ring.x - 4);
  for (const auto& pennant : pennants) left = std::min(left, pennant.x - 5);
  if (end != End::none) left = std::min(left, end_x - 6);
  return left;
}

double TimelineMarks::right() const {
  double right = -1e9;
  for (const auto& s : segments) right = std::max(right, s.to + 8);
  if (signature != Signature::none) right = std::max(right, std::max(signature_x + 12, signature_to + 6));
  for (const auto& ring : rings) right = std::max(right, ring.x + 10);
  for (const auto& pennant : pennants) right = std::max(right, pennant.x + 10);
  if (end != End::none) right = std::max(right, end_x + (end == End::question ? 13 : 8));
  return right;
}

TimelineMarks marks_of(const DataSet& data, const TimelineRow& row, const TimelineFrame& frame) {
  if (row.is_announced) return marks_of_announced(data, row, frame.scale);
  TimelineMarks marks;
  mark_signature(data, row, frame.scale, marks);
  mark_end(data, row, frame, marks);
  mark_events(row, frame.scale, marks);
  mark_deadlines(row, frame.scale, marks);
  return marks;
}

void draw_marks(SvgWriter& svg, const TimelineMarks& marks, double y) {
  const bool has_ended = std::ranges::any_of(marks.segments, [](const auto& s) { return s.kind == Bar::ended; });
  const auto colour = has_ended ? tokens::line : tokens::accent;
  for (const auto& segment : marks.segments) draw_segment(svg, segment, y, colour);
  draw_end(svg, marks, y, colour);
  draw_signature(svg, marks, y);
  for (const auto& ring : marks.rings) {
    svg.circle(ring.x, ring.is_raised ? y - 10.5 : y, kRing, {.fill = tokens::paper, .stroke = tokens::ink, .stroke_width = 1.5});
  }
  for (const auto& pennant : marks.pennants) draw_pennant(svg, pennant, y);
}

}  // namespace maillage
