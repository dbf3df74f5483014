// SPDX-License-Identifier: Apache-2.0
// What a map says about agreements: labels of ties, remarks, settings and sources.
#include <algorithm>
#include <set>

#include "drawing/map_words.hpp"
#include "drawing/source_notes.hpp"

namespace maillage {
namespace {

std::string year_of(Day day) { return std::to_string(civil_of(day).year); }

bool is_bounded(Day day) { return day > kDistantPast && day < kDistantFuture; }

}  // namespace

// “2023–2028”; empty where either end is not known.
std::string MapWords::period(Index agreement) const {
  const auto validity = validity_of(*scene_.data, agreement);
  if (!is_bounded(validity.start_earliest) || !is_bounded(validity.end_latest)) return {};
  const auto first = year_of(validity.start_earliest), last = year_of(validity.end_latest);
  if (first != year_of(validity.start_latest) || last != year_of(validity.end_earliest)) return {};
  return first == last ? first : say("map.tie.period", {{"from", first}, {"to", last}});
}

// “8 juillet 2024”, “signature au plus tard le 19 déc. 2024”; empty where nobody has said.
std::string MapWords::signature(Index agreement) const {
  const auto date = scene_.data->agreements.signed_on[agreement];
  if (!date.is_known() || date.is_open()) return {};
  if (date.kind() == DateKind::single) return language_.date(date);
  const auto& lineage = scene_.data->lineage;
  const bool renews = std::any_of(lineage.begin(), lineage.end(), [&](const Lineage& l) {
    return l.agreement == agreement && l.kind == LineageKind::renews;
  });
  return say(renews ? "map.tie.renewal" : "map.tie.signature", {{"date", language_.short_date(date)}});
}

std::vector<std::string> MapWords::tie_label(const std::vector<Index>& agreements, Status status,
                                             std::size_t parties) const {
  if (agreements.empty()) return {say("map.tie.component")};
  const auto& data = *scene_.data;
  const auto type = data.agreements.type[agreements[0]];
  const bool is_one_type = std::all_of(agreements.begin(), agreements.end(),
                                       [&](Index a) { return data.agreements.type[a] == type; });
  const std::string key(code_name(type));
  if (status == Status::announced) {
    std::vector<std::string> pieces{is_one_type ? count("map.announced." + key, agreements.size())
                                                : count("map.announced.mixed", agreements.size())};
    const auto expected = data.agreements.expected[agreements[0]];
    if (agreements.size() == 1 && expected.is_known()) {
      pieces.push_back(say(expected.is_exact_day() ? "map.tie.expected_day" : "map.tie.expected", {{"date", language_.short_date(expected)}}));
    }
    return pieces;
  }
  if (agreements.size() > 1) {  // a renewal thread, or a bundle
    if (!is_one_type || type == AgreementType::other) return {count("map.tie.agreements", agreements.size())};
    return {say("map.tie.several", {{"count", language_.number(static_cast<std::int64_t>(agreements.size()))},
                                    {"type", language_.label("type_plural", key)}})};
  }
  const auto a = agreements[0];
  std::vector<std::string> pieces;
  const auto label = type == AgreementType::other ? say("map.tie.agreement") : language_.label("type", key);
  pieces.push_back(parties > 2 ? language_.say("map.tie.parties", {{"type", label}, {"words", in_words(parties)}}) : label);
  const auto years = period(a);
  if (!years.empty()) {
    pieces.push_back(years);
  } else {
    const auto date = signature(a);
    if (!date.empty()) pieces.push_back(date);
    const auto rule = validity_of(data, a).end_rule;
    if (rule == EndRule::open || rule == EndRule::unknown) pieces.push_back(language_.label("end_rule", code_name(rule)));
  }
  if (data.agreements.unnamed_parties[a] > 0) {
    pieces.push_back(count("map.tie.unnamed", data.agreements.unnamed_parties[a]));
  }
  return pieces;
}

std::vector<std::string> MapWords::short_title(Index agreement) const {
  const auto& agreements = scene_.data->agreements;
  if (is_announced(*scene_.data, agreement)) return tie_label({agreement}, Status::announced, 2);
  const auto type = agreements.type[agreement];
  std::vector<std::string> pieces{type == AgreementType::other ? say("map.tie.agreement")
                                                               : language_.label("type", code_name(type))};
  const auto years = period(agreement);
  const auto signed_on = agreements.signed_on[agreement];
  if (!years.empty()) {
    pieces.push_back(years);
  } else if (signed_on.is_known() && !signed_on.is_open() && signed_on.kind() == DateKind::single) {
    pieces.push_back(language_.date(signed_on));
  }
  if (agreements.unnamed_parties[agreement] > 0) {
    pieces.push_back(count("map.tie.unnamed", agreements.unnamed_parties[agreement]));
  }
  return pieces;
}

// A row of a bare edge list names its two ends and nothing else.
bool MapWords::has_something_to_say(Index a) const {
  const auto& agreements = scene_.data->agreements;
  return agreements.type[a] != AgreementType::other || !agreements.title[a].empty() || agreements.signed_on[a].is_known() ||
         agreements.valid_from[a].is_known() || agreements.valid_to[a].is_known() || agreements.unnamed_parties[a] > 0;
}

bool MapWords::say_the_same(Index a, Index b) const {
  const auto& agreements = scene_.data->agreements;
  return agreements.type[a] == agreements.type[b] && tie_label({a}, Status::unknown, 2) == tie_label({b}, Status::unknown, 2);
}

std::vector<std::string> MapWords::group_label(const std::vector<Index>& agreements) const {
  auto pieces = tie_label({agreements[0]}, Status::unknown, 2);
  const auto type = scene_.data->agreements.type[agreements[0]];
  pieces[0] = say("map.tie.several", {{"count", language_.number(static_cast<std::int64_t>(agreements.size()))},
                                      {"type", type == AgreementType::other ? say("map.tie.agreement_plural")
                                                                            : language_.label("type_plural", code_name(type))}});
  return pieces;
}

std::vector<std::string> MapWords::node_remarks(const MapScene::Node& node) const {
  std::vector<std::string> remarks;
  std::vector<std::int64_t> times;
  const auto add = [&](std::string remark) {
    const auto same = std::ranges::find(remarks, remark);
    if (same == remarks.end()) {
      remarks.push_back(std::move(remark));
      times.push_back(1);
    } else {
      ++times[static_cast<std::size_t>(same - remarks.begin())];
    }
  };
  for (const auto a : node.alone_in) {
    const auto& agreements = scene_.data->agreements;
    const auto type = agreements.type[a];
    const auto label = type == AgreementType::other ? say("map.tie.agreement") : language_.label("type", code_name(type));
    const auto unnamed = agreements.unnamed_parties[a];
    if (unnamed > 0) {
      add(language_.say_count("map.remark.unnamed", unnamed, {{"type", label}}));
    } else {
      add(say("map.remark.alone", {{"type", label}}));
    }
  }
  for (std::size_t i = 0; i < remarks.size(); ++i) {
    if (times[i] > 1) remarks[i] = say("map.remark.times", {{"remark", remarks[i]}, {"count", language_.number(times[i])}});
  }
  return remarks;
}

std::string MapWords::settings() const {
  const auto& options = scene_.view->options;
  std::vector<std::string> parts;
  parts.push_back(say("map.setting.size", {{"measure", input_.measure == "hyperdegree"
                                                           ? say("map.setting.hyperdegree")
                                                           : language_.label("measure", input_.measure)}}));
  if (options.kind != ViewKind::institutions) {
    parts.push_back(say("map.setting.view", {{"view", language_.label("view", code_name(options.kind))}}));
  }
  parts.push_back(say("map.setting.weight", {{"weight", language_.label("weight", code_name(options.weight))}}));
  if (options.directed) parts.push_back(say("map.setting.directed"));
  if (options.from || options.to) {
    parts.push_back(say("map.setting.window", {{"from", options.from ? language_.date(*options.from) : "–"},
                                               {"to", options.to ? language_.date(*options.to) : "–"}}));
  } else if (options.as_of) {
    parts.push_back(say("map.setting.at_date", {{"date", language_.date(*options.as_of)}}));
  } else {
    parts.push_back(say("map.setting.cumulated"));
  }
  parts.push_back(say("map.setting.unknown." + std::string(code_name(options.unknown))));
  for (auto filter : input_.filters) {  // sentences, here among other words
    while (filter.ends_with('.')) filter.pop_back();
    if (!filter.empty() && filter[0] >= 'A' && filter[0] <= 'Z') filter[0] = static_cast<char>(filter[0] - 'A' + 'a');
    parts.push_back(std::move(filter));
  }
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  text += ".";
  for (const auto& node : scene_.nodes) {
    for (const auto& remark : node_remarks(node)) {
      if (scene_.nodes.size() > 40) return text;
      text += " " + say("map.setting.not_drawn", {{"name", node.label}, {"remark", remark}});
    }
  }
  return text;
}

std::string MapWords::sources() const {
  const auto& data = *scene_.data;
  std::set<Index> drawn;
  const auto take = [&](const std::vector<Index>& rows) { drawn.insert(rows.begin(), rows.end()); };
  for (const auto& tie : scene_.ties) take(tie.agreements);
  for (const auto& agreement : scene_.agreements) take(agreement.agreements);
  for (const auto& node : scene_.nodes) take(node.alone_in);
  std::vector<const Evidence*> claims;
  for (const auto a : drawn) {
    if (data.evidence.empty()) break;
    const auto found = claims_drawn(data, a);
    claims.insert(claims.end(), found.begin(), found.end());
  }
  const auto note = source_note(data, claims, language_);
  return note.empty() ? say("map.sources.none") : note;
}

}  // namespace maillage
