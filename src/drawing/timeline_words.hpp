// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "drawing/timeline_rows.hpp"

namespace maillage {

/// The texts of a time-line in one language.
class TimelineWords {
 public:
  TimelineWords(const TimelineInput& input, const TimelineOptions& options, const Language& language)
      : data_(*input.data), input_(input), options_(options), language_(language) {}

  std::string title() const;
  std::string subtitle(int first_year, int last_year) const;
  /// What the drawing shows, for readers who do not see it.
  std::string description(const std::vector<TimelineGroup>& groups, int first_year, int last_year) const;
  /// The day of the as-of line in full, and where it comes from; empty without one.
  /// The period that is shaded, for the legend; empty without one.
  std::string period() const;
  std::string reference_day() const;
  /// Reading rules, settings, what was left out, sources: one paragraph each.
  std::vector<std::string> notes(const std::vector<TimelineGroup>& shown, std::size_t first_row, std::size_t rows_shown,
                                 std::size_t rows) const;

  std::string group_name(const TimelineGroup& group, bool is_continued) const;
  /// The partners beside the group's name, the unnamed ones counted in words.
  std::string row_name(const TimelineRow& row) const;
  /// Type or title, end and its rule, events. `is_twin`: another row of the group has the same name and type.
  std::string row_label(const TimelineRow& row, bool is_twin) const;
  /// Everything about a row in full, for the tooltip.
  std::string row_tooltip(const TimelineRow& row) const;

  const Language& language() const { return language_; }

 private:
  std::string end_in_words(const TimelineRow& row) const;
  std::string events_in_words(const TimelineRow& row) const;
  std::string deadline_in_words(const Deadline& deadline, bool is_short) const;
  std::string length_in_words(std::string_view iso) const;
  std::string renewals_in_words(const TimelineRow& row) const;
  std::string rule_in_words(const TimelineRow& row) const;
  std::string reading_rules(const std::vector<TimelineGroup>& shown) const;

  const DataSet& data_;
  const TimelineInput& input_;
  const TimelineOptions& options_;
  const Language& language_;
};

}  // namespace maillage
