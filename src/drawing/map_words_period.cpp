// SPDX-License-Identifier: Apache-2.0
// What a map of a period says: the counts of the report it stands in, in the same words, counted from what is drawn.
#include <algorithm>

#include "drawing/map_words.hpp"
#include "language/sentence_words.hpp"

namespace maillage {
namespace {

struct Range {
  std::size_t certain = 0, possible = 0;
};

std::string range_in_words(const Language& language, std::string_view key, const Range& range) {
  const auto number = [&](std::size_t n) { return language.number(static_cast<std::int64_t>(n)); };
  const auto words = range.certain == range.possible
                         ? number(range.possible)
                         : language.say("report.key.from_to", {{"low", number(range.certain)}, {"high", number(range.possible)}});
  return language.say_count(key, static_cast<std::int64_t>(range.possible), {{"range", words}});
}

Range partners_of(const MapScene& scene) {
  Range range;
  for (const auto& node : scene.nodes) {
    if (node.is_only_announced() || std::ranges::find(scene.period->own_side, node.row) != scene.period->own_side.end()) continue;
    ++range.possible;
    range.certain += node.certain > 0 ? 1 : 0;
  }
  return range;
}

std::string_view key_of_agreements(const MapPeriod& period) {
  if (period.is_person) return "map.period.signed";
  return period.is_since ? "map.period.since" : "map.period.agreements";
}

}  // namespace

std::string MapWords::finding_of_period() const {
  const auto& period = *scene_.period;
  const Range agreements{scene_.certain, scene_.signed_count};
  const Arguments arguments{{"name", period.subject},
                            {"agreements", range_in_words(language_, "period.count.agreements", agreements)},
                            {"partners", range_in_words(language_, "period.count.partners", partners_of(scene_))}};
  if (scene_.signed_count == 0) {
    return scene_.announced == 0 ? say("map.finding.nothing") : count("map.finding.only_announced", scene_.announced);
  }
  if (period.subject.empty()) return say("period.headline.new", arguments);
  return say(period.is_person ? "period.headline.person" : "period.headline.institution", arguments);
}

std::vector<std::string> MapWords::subtitle_of_period() const {
  const auto& period = *scene_.period;
  const auto date = [&](const std::optional<Day>& day) { return day ? language_.date(*day) : std::string(); };
  std::vector<std::string> parts;
  if (period.from || period.to) {
    const auto key = !period.to ? "period.words.since" : !period.from ? "period.words.until" : "period.words.from_to";
    parts.push_back(with_capital(say(key, {{"from", date(period.from)}, {"to", date(period.to)}})));
  } else {
    parts.push_back(say("map.period.all_dates"));
  }
  const auto possible = scene_.signed_count;
  const auto number = [&](std::size_t n) { return static_cast<std::int64_t>(n); };
  if (possible > 0) {
    const auto certainty = scene_.certain == possible
                               ? language_.say_count("report.key.all_certain", number(possible))
                               : say("report.key.certain_possible", {{"certain", language_.say_count("count.certain", number(scene_.certain))},
                                                                     {"possible", language_.say_count("count.possible", number(possible))}});
    parts.push_back(language_.say_count(key_of_agreements(period), number(possible), {{"certainty", certainty}}));
  }
  if (scene_.announced > 0) parts.push_back(count("map.count.announced", scene_.announced));
  return parts;
}

std::string MapWords::ties_heading() const {
  if (scene_.period == nullptr || !scene_.as_of) return say("map.legend.ties");
  return say("map.legend.ties_at", {{"date", language_.short_date(*scene_.as_of)}});
}

}  // namespace maillage
