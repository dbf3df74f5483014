// SPDX-License-Identifier: Apache-2.0
#include "report/citations.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace maillage {
namespace {

void append(Claims& claims, const Claims& more) { claims.insert(claims.end(), more.begin(), more.end()); }

using LineRange = std::pair<long, long>;

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::optional<long> take_number(std::string_view& text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// `l. 1-4, 96` as ranges; nothing for a locator of another form.
std::optional<std::vector<LineRange>> line_ranges(std::string_view locator) {
  if (!take(locator, "l. ")) return std::nullopt;
  std::vector<LineRange> ranges;
  do {
    const auto first = take_number(locator);
    if (!first) return std::nullopt;
    auto last = first;
    if (take(locator, "-") || take(locator, "–")) last = take_number(locator);
    if (!last || *last < *first) return std::nullopt;
    ranges.emplace_back(*first, *last);
  } while (take(locator, ", "));
  if (!locator.empty()) return std::nullopt;
  return ranges;
}

std::string merged(std::vector<LineRange> ranges) {
  std::ranges::sort(ranges);
  std::vector<LineRange> united;
  for (const auto& range : ranges) {
    if (!united.empty() && range.first <= united.back().second + 1) {
      united.back().second = std::max(united.back().second, range.second);
    } else {
      united.push_back(range);
    }
  }
  std::string text = "l. ";
  for (const auto& [first, last] : united) {
    if (text.size() > 3) text += ", ";
    text += std::to_string(first);
    if (last > first) text += "-" + std::to_string(last);
  }
  return text;
}

struct Places {
  std::vector<LineRange> lines;
  std::set<std::string> others;
};

}  // namespace

std::string party_key(const DataSet& data, Index party_row, Index agreement) {
  return std::string(data.agreements.id[agreement]) + "/" +
         std::string(data.institutions.id[data.parties.institution[party_row]]);
}

std::string signature_key(const DataSet& data, Index signature_row, Index agreement) {
  return std::string(data.agreements.id[agreement]) + "/" +
         std::string(data.people.id[data.signatures.person[signature_row]]);
}

Claims claims_about_agreement(const DataSet& data, Index agreement) {
  const auto id = std::string(data.agreements.id[agreement]);
  auto claims = data.evidence_for("agreements", id);
  for (const auto row : data.parties_of(agreement)) {
    append(claims, data.evidence_for("parties", party_key(data, row, agreement)));
  }
  for (const auto row : data.signatures_of(agreement)) {
    append(claims, data.evidence_for("signatures", signature_key(data, row, agreement)));
  }
  for (const auto& line : data.lineage) {
    if (line.agreement != agreement) continue;
    append(claims, data.evidence_for("lineage", id + "/" + std::string(code_name(line.kind))));
  }
  for (const auto& event : data.events) {
    if (event.agreement == agreement) append(claims, data.evidence_for("events", event.id));
  }
  return claims;
}

Claims claims_that_agreement_exists(const DataSet& data, Index agreement) {
  Claims found;
  for (const auto* claim : data.evidence_for("agreements", data.agreements.id[agreement])) {
    if (claim->field == "title" || claim->field == "type" || claim->field == "*") found.push_back(claim);
  }
  return found.empty() ? claims_about_agreement(data, agreement) : found;
}

std::vector<Citation> citations_of(const Claims& claims) {
  std::map<Index, Places> places;
  for (const auto* claim : claims) {
    if (claim->source == kNone || claim->accepted == Accepted::no) continue;
    auto& place = places[claim->source];
    if (claim->locator.empty()) continue;
    if (const auto ranges = line_ranges(claim->locator)) {
      place.lines.insert(place.lines.end(), ranges->begin(), ranges->end());
    } else {
      place.others.emplace(claim->locator);
    }
  }
  std::vector<Citation> citations;
  for (const auto& [source, place] : places) {
    auto locator = place.lines.empty() ? std::string() : merged(place.lines);
    for (const auto& other : place.others) locator += (locator.empty() ? "" : ", ") + other;
    citations.push_back({source, std::move(locator)});
  }
  return citations;
}

bool is_inferred(const Claims& claims) {
  bool inferred = false;
  for (const auto* claim : claims) {
    if (claim->accepted == Accepted::no) continue;
    if (claim->basis == Basis::stated) return false;
    inferred = true;
  }
  return inferred;
}

std::string source_number(Index source, const Language& language) {
  return language.say("report.source_number", {{"number", std::to_string(source + 1)}});
}

namespace {

// A claim that rests on a register can have hundreds of places: the first few are read, `list evidence` has them all.
std::string_view first_places(std::string_view locator) {
  constexpr int most = 12;
  std::size_t end = 0;
  for (int places = 0; places < most; ++places) {
    end = locator.find(", ", end == 0 ? 0 : end + 2);
    if (end == std::string_view::npos) return locator;
  }
  return locator.substr(0, end);
}

}  // namespace

std::string locator_label(std::string_view locator) {
  std::string label;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < locator.size(); ++i) {
    const bool between_digits = i > 0 && i + 1 < locator.size() && is_digit(locator[i - 1]) && is_digit(locator[i + 1]);
    if (locator[i] == '-' && between_digits) {
      label += "–";
    } else if (locator[i] == ' ' && i > 0 && locator[i - 1] == '.') {
      label += "\u00A0";
    } else {
      label += locator[i];
    }
  }
  return label;
}

std::string citation_label(const Citation& citation, const Language& language) {
  const auto number = source_number(citation.source, language);
  if (citation.locator.empty()) return number;
  const auto places = first_places(citation.locator);
  const auto more = places.size() < citation.locator.size() ? ", …" : "";
  return language.say("report.citation", {{"source", number}, {"locator", locator_label(places) + more}});
}

}  // namespace maillage
