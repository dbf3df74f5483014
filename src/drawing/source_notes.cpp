// SPDX-License-Identifier: Apache-2.0
#include "drawing/source_notes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "drawing/number_words.hpp"

namespace maillage {
namespace {

constexpr std::array<std::string_view, 10> kFields{"signed",     "valid_from", "valid_to", "duration", "renewal",
                                                   "terminated", "expected",   "stage",    "type",     "unnamed_parties"};

constexpr std::size_t kMostPlaces = 24;  // of one source under a picture; more of them are for the tables

struct Lines {
  int first, last;
};

/// `l. 1, 4-9` as ranges; nothing for a locator of another form.
std::optional<std::vector<Lines>> lines_of(std::string_view locator) {
  if (!locator.starts_with("l.")) return std::nullopt;
  locator.remove_prefix(2);
  std::vector<Lines> ranges;
  const auto read_number = [&](int& number) {
    while (!locator.empty() && locator.front() == ' ') locator.remove_prefix(1);
    const auto [end, error] = std::from_chars(locator.data(), locator.data() + locator.size(), number);
    if (error != std::errc{}) return false;
    locator.remove_prefix(static_cast<std::size_t>(end - locator.data()));
    return true;
  };
  while (true) {
    Lines range{0, 0};
    if (!read_number(range.first)) return std::nullopt;
    range.last = range.first;
    if (locator.starts_with('-')) {
      locator.remove_prefix(1);
      if (!read_number(range.last)) return std::nullopt;
    }
    ranges.push_back(range);
    if (locator.empty()) return ranges;
    if (!locator.starts_with(',')) return std::nullopt;
    locator.remove_prefix(1);
  }
}

struct Places {
  std::vector<Lines> lines;
  std::vector<std::string_view> others;  // locators of another form
};

std::string written(Places places) {
  std::ranges::sort(places.lines, {}, [](const Lines& range) { return std::pair(range.first, range.last); });
  std::vector<Lines> merged;
  for (const auto& range : places.lines) {
    if (!merged.empty() && range.first <= merged.back().last + 1) {
      merged.back().last = std::max(merged.back().last, range.last);
    } else {
      merged.push_back(range);
    }
  }
  std::ranges::sort(places.others);
  places.others.erase(std::unique(places.others.begin(), places.others.end()), places.others.end());
  if (merged.size() + places.others.size() > kMostPlaces) return {};
  std::string text;
  for (const auto& range : merged) {
    text += text.empty() ? "l.\xC2\xA0" : ", ";
    text += std::to_string(range.first);
    if (range.last > range.first) text += "–" + std::to_string(range.last);
  }
  for (const auto other : places.others) text += (text.empty() ? "" : ", ") + std::string(other);
  return text;
}

}  // namespace

std::vector<const Evidence*> claims_drawn(const DataSet& data, Index agreement) {
  std::vector<const Evidence*> claims;
  const auto add = [&](const std::vector<const Evidence*>& found, bool all_fields) {
    for (const auto* claim : found) {
      const bool is_drawn = all_fields || claim->field == "*" || std::ranges::find(kFields, claim->field) != kFields.end();
      if (is_drawn && claim->accepted != Accepted::no) claims.push_back(claim);
    }
  };
  const std::string id(data.agreements.id[agreement]);
  add(data.evidence_for("agreements", id), false);
  for (const auto party : data.parties_of(agreement)) {
    add(data.evidence_for("parties", id + '/' + std::string(data.institutions.id[data.parties.institution[party]])), true);
  }
  for (const auto& event : data.events) {
    if (event.agreement == agreement) add(data.evidence_for("events", event.id), true);
  }
  return claims;
}

bool is_inferred(const DataSet& data, Index agreement, std::string_view field) {
  bool inferred = false;
  for (const auto* claim : data.evidence_for("agreements", data.agreements.id[agreement], field)) {
    if (claim->accepted == Accepted::no) continue;
    if (claim->basis == Basis::stated) return false;
    inferred = true;
  }
  return inferred;
}

std::string source_note(const DataSet& data, const std::vector<const Evidence*>& claims, const Language& language,
                        std::size_t limit) {
  std::map<Index, Places> by_source;
  for (const auto* claim : claims) {
    if (claim->source == kNone) continue;
    auto& places = by_source[claim->source];
    if (const auto lines = lines_of(claim->locator)) {
      places.lines.insert(places.lines.end(), lines->begin(), lines->end());
    } else if (!claim->locator.empty()) {
      places.others.push_back(claim->locator);
    }
  }
  if (by_source.empty()) return {};
  std::string list;
  std::size_t written_sources = 0;
  for (const auto& [source, places] : by_source) {
    if (written_sources++ == limit) break;
    const auto& row = data.sources[source];
    const auto where = written(places);
    const auto title = std::string(row.title.empty() ? row.id : row.title);
    if (!list.empty()) list += language.say("drawing.source.separator");
    list += language.say(where.empty() ? "drawing.source.without_lines" : "drawing.source.with_lines",
                         {{"number", language.number(static_cast<std::int64_t>(source) + 1)}, {"title", title}, {"lines", where}});
  }
  auto note = language.say("drawing.sources", {{"list", list}});
  if (by_source.size() > limit) {
    note += ' ' + language.say_count("drawing.sources.more", static_cast<std::int64_t>(by_source.size() - limit));
  }
  return note;
}

}  // namespace maillage
