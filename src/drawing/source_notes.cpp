// SPDX-License-Identifier: Apache-2.0
#include "drawing/source_notes.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "drawing/number_words.hpp"
#include "model/cited_places.hpp"

namespace maillage {
namespace {

constexpr std::array<std::string_view, 10> kFields{"signed",     "valid_from", "valid_to", "duration", "renewal",
                                                   "terminated", "expected",   "stage",    "type",     "unnamed_parties"};

constexpr std::size_t kMostPlaces = 24;  // of one source under a picture; more of them are for the tables

// As a printer sets it: no break behind `l.`, a dash between lines.
std::string set_in_type(std::string_view locator) {
  const auto is_digit = [&](std::size_t at) { return at < locator.size() && locator[at] >= '0' && locator[at] <= '9'; };
  std::string text;
  for (std::size_t i = 0; i < locator.size(); ++i) {
    const bool ends_mark = locator[i] == ' ' && i >= 2 && locator[i - 1] == '.' && locator[i - 2] == 'l' && is_digit(i + 1);
    const bool is_between_lines = locator[i] == '-' && i > 0 && is_digit(i - 1) && is_digit(i + 1);
    if (ends_mark) text += "\xC2\xA0";
    else if (is_between_lines) text += "–";
    else text += locator[i];
  }
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
  std::map<Index, CitedPlaces> by_source;
  for (const auto* claim : claims) {
    if (claim->source != kNone) by_source[claim->source].add(claim->locator);
  }
  if (by_source.empty()) return {};
  std::string list;
  std::size_t written_sources = 0;
  for (const auto& [source, places] : by_source) {
    if (written_sources++ == limit) break;
    const auto& row = data.sources[source];
    const auto where = places.size() > kMostPlaces ? std::string() : set_in_type(places.locator());
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
