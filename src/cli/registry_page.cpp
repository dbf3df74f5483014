// SPDX-License-Identifier: Apache-2.0
#include "cli/registry_page.hpp"

#include <algorithm>

namespace maillage {
namespace {

using Json = nlohmann::ordered_json;
using Verdict = RegistryAnswer::Verdict;

std::string place_of(const RegistryEntry& entry, const Language& language) {
  const bool is_within = !entry.departement_name.empty() && entry.departement_name != entry.city;
  if (entry.city.empty()) return entry.departement_name.empty() ? entry.region_name : entry.departement_name;
  if (!is_within) return entry.city;
  return language.say("registry.place", {{"city", entry.city}, {"departement", entry.departement_name}});
}

std::string sources_of(const RegistryEntry& entry, const Language& language) {
  std::vector<std::string> sources;
  if (entry.from_ror) sources.push_back(language.say("registry.source.ror"));
  if (entry.from_esr) sources.push_back(language.say("registry.source.esr"));
  if (entry.from_cog) sources.push_back(language.say("registry.source.cog"));
  return language.list(sources);
}

std::string scheme_label(const std::string& scheme, const Language& language) { return language.label("registry_scheme", scheme); }

Target address_of(const std::string& scheme, const std::string& value) {
  if (scheme == "ror") return to_web("https://ror.org/" + value);
  if (scheme == "wikidata") return to_web("https://www.wikidata.org/wiki/" + value);
  return {};
}

// Names of other entries; where there are many, how many more.
Line others(const std::vector<std::uint32_t>& numbers, const std::vector<std::string>& outside, const Language& language) {
  constexpr std::size_t at_most = 6;
  std::vector<std::string> names;
  for (const auto number : numbers) {
    const auto entry = Registry::carried().entry(number);
    names.push_back(language.say("registry.other", {{"name", entry.name}, {"id", entry.id}}));
  }
  for (const auto& ror : outside) names.push_back("ror:" + ror);
  if (names.size() > at_most) {
    const auto more = static_cast<std::int64_t>(names.size() - at_most);
    names.resize(at_most);
    names.push_back(language.say_count("registry.more", more));
  }
  return names.empty() ? Line() : plain(language.list(names));
}

Definitions facts_of(const RegistryEntry& entry, const std::string& in_data, const Language& language) {
  Definitions rows;
  const auto add = [&](const char* key, Line line) {
    if (!line.empty() && !plain_text(line).empty()) rows.rows.push_back({plain(language.say(std::string("registry.field.") + key)), {std::move(line)}});
  };
  const auto list = [&](const std::vector<std::string>& texts) { return texts.empty() ? Line() : plain(language.list(texts)); };
  if (!in_data.empty()) add("in_data", plain(in_data));
  add("short_name", plain(entry.short_name));
  add("acronyms", list(entry.acronyms));
  add("aliases", list(entry.aliases));
  std::vector<std::string> labels;
  for (const auto& [code, text] : entry.labels) labels.push_back(language.say("registry.label", {{"name", text}, {"language", code}}));
  add("labels", list(labels));
  add("kind", plain(language.label("registry_body", code_name(entry.body))));
  if (entry.status != RegistryStatus::active) add("status", plain(language.label("registry_status", code_name(entry.status))));
  add("founded", plain(entry.founded));
  add("place", plain(place_of(entry, language)));
  if (entry.region_name != place_of(entry, language)) add("region", plain(entry.region_name));
  if (entry.country != "FR") add("country", plain(entry.country));
  if (entry.population) add("population", plain(language.number(std::int64_t{*entry.population})));
  if (entry.member_count > 0) add("members", plain(language.number(std::int64_t{entry.member_count})));
  add("parents", others(entry.parents, entry.parents_outside, language));
  add("groups", others(entry.groups, {}, language));
  add("successors", others(entry.successors, entry.successors_outside, language));
  if (entry.child_count > 0) add("children", plain(language.number(std::int64_t{entry.child_count})));
  for (const auto& [scheme, value] : entry.identifiers) {
    rows.rows.push_back({plain(scheme_label(scheme, language)), {Line{{value, Span::Style::plain, address_of(scheme, value)}}}});
  }
  add("registry_id", plain(entry.id));
  add("source", plain(sources_of(entry, language)));
  return rows;
}

Table candidates_table(const RegistryAnswer& answer, const Language& language) {
  Table table;
  table.name = "registry";
  for (const auto* key : {"name", "kind", "place", "registry_id", "score"}) table.columns.push_back({key, language.say(std::string("registry.field.") + key)});
  table.columns.back().align = TableColumn::Align::right;
  for (const auto& match : answer.matches) {
    const auto entry = Registry::carried().entry(match.entry);
    auto name = entry.name;
    if (entry.status != RegistryStatus::active) name += " (" + language.label("registry_status", code_name(entry.status)) + ")";
    table.rows.push_back({Cell(name), Cell(language.label("registry_body", code_name(entry.body))), Cell(place_of(entry, language)), Cell(entry.id),
                          Cell(match.score, language.percent(match.score))});
  }
  return table;
}

Json others_json(const std::vector<std::uint32_t>& numbers, const std::vector<std::string>& outside) {
  Json list = Json::array();
  for (const auto number : numbers) {
    const auto entry = Registry::carried().entry(number);
    list.push_back({{"id", entry.id}, {"name", entry.name}});
  }
  for (const auto& ror : outside) list.push_back({{"id", "ror:" + ror}, {"name", nullptr}});
  return list;
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json entry_json(const RegistryMatch& match) {
  const auto entry = Registry::carried().entry(match.entry);
  Json json;
  json["score"] = rounded(match.score);
  json["matched"] = match.name;
  json["id"] = entry.id;
  json["name"] = entry.name;
  json["short_name"] = or_null(entry.short_name);
  json["acronyms"] = entry.acronyms;
  json["aliases"] = entry.aliases;
  json["labels"] = Json::array();
  for (const auto& [language, text] : entry.labels) json["labels"].push_back({{"language", language}, {"name", text}});
  json["kind"] = code_name(entry.kind);
  json["body"] = code_name(entry.body);
  json["status"] = code_name(entry.status);
  json["founded"] = or_null(entry.founded);
  json["city"] = or_null(entry.city);
  json["territory"] = or_null(std::string(entry.territory()));
  json["departement"] = entry.departement.empty() ? Json(nullptr) : Json{{"code", entry.departement}, {"name", entry.departement_name}};
  json["region"] = entry.region.empty() ? Json(nullptr) : Json{{"code", entry.region}, {"name", entry.region_name}};
  json["country"] = or_null(entry.country);
  json["population"] = entry.population ? Json(*entry.population) : Json(nullptr);
  json["parents"] = others_json(entry.parents, entry.parents_outside);
  json["groups"] = others_json(entry.groups, {});
  json["successors"] = others_json(entry.successors, entry.successors_outside);
  json["identifiers"] = Json::object();
  for (const auto& [scheme, value] : entry.identifiers) json["identifiers"][scheme].push_back(value);
  json["sources"] = Json::array();
  if (entry.from_ror) json["sources"].push_back("ror");
  if (entry.from_esr) json["sources"].push_back("esr");
  if (entry.from_cog) json["sources"].push_back("cog");
  return json;
}

}  // namespace

Document registry_page(const RegistryAnswer& answer, const std::string& name, const std::string& in_data, const Language& language) {
  Document page;
  const bool is_one = answer.verdict == Verdict::certain || answer.verdict == Verdict::likely;
  const auto say_block = [&](std::string text, bool is_note) { page.lead.push_back({Paragraph{plain(std::move(text)), is_note, {}}}); };
  if (is_one) {
    const auto entry = Registry::carried().entry(answer.matches[0].entry);
    page.headline = plain(entry.name);
    page.kicker = plain(language.say("registry.kicker"));
    if (answer.verdict == Verdict::likely) {
      say_block(language.say("registry.likely", {{"name", name}, {"score", language.percent(answer.matches[0].score)}}), false);
    }
    page.lead.push_back({facts_of(entry, in_data, language)});
    RegistryAnswer rest = answer;
    rest.matches.erase(rest.matches.begin());
    if (!rest.matches.empty()) {
      say_block(language.say("registry.runners_up"), false);
      page.lead.push_back({TableBlock{candidates_table(rest, language), {}, {}, {}, {}}});
    }
  } else {
    page.headline = plain(name);
    page.kicker = plain(language.say("registry.kicker"));
    say_block(language.say(answer.verdict == Verdict::ambiguous ? "registry.ambiguous" : "registry.near"), false);
    page.lead.push_back({TableBlock{candidates_table(answer, language), {}, {}, {}, {}}});
  }
  page.title = plain_text(page.headline);
  say_block(language.say("registry.licence"), true);
  return page;
}

Json registry_json(const RegistryAnswer& answer, const std::string& name, const std::string& in_data) {
  Json json;
  json["kind"] = "registry";
  json["asked"] = name;
  json["verdict"] = code_name(answer.verdict);
  json["in_data"] = or_null(in_data);
  json["candidates"] = Json::array();
  for (const auto& match : answer.matches) json["candidates"].push_back(entry_json(match));
  json["sources"] = Json::array({{{"code", "ror"}, {"licence", "CC0-1.0"}},
                                 {{"code", "ror"}, {"part", "city"}, {"licence", "CC-BY-4.0"}},
                                 {{"code", "esr"}, {"licence", "etalab-2.0"}},
                                 {{"code", "cog"}, {"licence", "etalab-2.0"}}});
  return json;
}

std::vector<std::string> registry_lines(const RegistryAnswer& answer, std::size_t at_most, const Language& language) {
  std::vector<std::string> lines;
  for (const auto& match : answer.matches) {
    if (lines.size() == at_most) break;
    const auto entry = Registry::carried().entry(match.entry);
    lines.push_back(language.say("registry.line", {{"name", entry.name}, {"kind", language.label("registry_body", code_name(entry.body))},
                                                   {"place", place_of(entry, language)}, {"id", entry.id}, {"score", language.percent(match.score)}}));
  }
  return lines;
}

}  // namespace maillage
