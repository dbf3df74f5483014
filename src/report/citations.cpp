// SPDX-License-Identifier: Apache-2.0
#include "report/citations.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "model/cited_places.hpp"

namespace maillage {
namespace {

void append(Claims& claims, const Claims& more) { claims.insert(claims.end(), more.begin(), more.end()); }

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
  std::map<Index, CitedPlaces> places;
  for (const auto* claim : claims) {
    if (claim->source == kNone || claim->accepted == Accepted::no) continue;
    auto& place = places[claim->source];
    if (claim->locator.empty()) continue;
    place.add(claim->locator);
  }
  std::vector<Citation> citations;
  for (const auto& [source, place] : places) {
    citations.push_back({source, place.locator()});
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

constexpr std::size_t kPlacesRead = 8;  // a register can have hundreds for a claim; `list evidence` has them all
constexpr std::size_t kPlacesInSentence = 3;

std::size_t count_places(std::string_view locator) {
  std::size_t count = 1;
  for (auto at = locator.find(", "); at != std::string_view::npos; at = locator.find(", ", at + 2)) ++count;
  return count;
}

std::string_view first_places(std::string_view locator, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t places = 0; places < most; ++places) {
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
  const auto count = count_places(citation.locator);
  const auto places = count > kPlacesRead + 1 ? first_places(citation.locator, kPlacesRead) : std::string_view(citation.locator);
  auto label = locator_label(places);
  if (count > kPlacesRead + 1) {
    label = language.list({label, language.say_count("report.and_others", static_cast<std::int64_t>(count - kPlacesRead))});
  }
  return language.say("report.citation", {{"source", number}, {"locator", label}});
}

std::string citation_in_short(const Citation& citation, const Language& language) {
  const auto count = count_places(citation.locator);
  if (count <= kPlacesInSentence) return citation_label(citation, language);
  return language.say_count("report.citation.passages", static_cast<std::int64_t>(count),
                            {{"source", source_number(citation.source, language)}});
}

}  // namespace maillage
