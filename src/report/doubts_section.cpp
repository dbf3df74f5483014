// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <tuple>

#include "report/agreement_blocks.hpp"
#include "report/sections.hpp"

namespace maillage {
namespace {

struct Doubt {
  Index agreement = kNone;
  const Evidence* claim = nullptr;
  bool is_about_subject = false;  ///< what it is about (themes, axes, territories): the page leaves it to the agreement
};

// Whatever was inferred or is disputed about an agreement of the report; what it is about comes last.
std::vector<Doubt> doubts_of(const ReportContext& c) {
  std::vector<Doubt> doubts;
  for (const auto* agreements : {&c.signed_agreements, &c.announced_agreements}) {
    for (const auto& facts : *agreements) {
      for (const auto* claim : claims_about_agreement(c.data, facts.agreement)) {
        if (claim->basis == Basis::stated && claim->accepted != Accepted::no) continue;
        if (claim->accepted == Accepted::no && claim->value.empty()) continue;  // a source that says nothing of it
        const bool is_subject = claim->field == "themes" || claim->field == "axes" || claim->field == "territories";
        doubts.push_back({facts.agreement, claim, is_subject});
      }
    }
  }
  std::ranges::stable_sort(doubts, {}, &Doubt::is_about_subject);
  return doubts;
}

std::string field_label(const ReportContext& c, const Evidence& claim) {
  const bool is_own_field = claim.table == "agreements" && claim.field != "*";
  const auto key = is_own_field ? "report.field." + std::string(claim.field)
                                : "report.field_of." + std::string(claim.table);
  return c.language.has(key) ? c.say(key) : std::string(claim.field);
}

TableBlock doubts_table(const ReportContext& c, const std::vector<Doubt>& doubts) {
  TableBlock block;
  auto& table = block.table;
  table.name = "doubts";
  for (const auto key : {"agreement", "about", "field", "value", "basis", "accepted", "reason", "sources"}) {
    table.columns.push_back(column(key, c.language));
  }
  block.rows_in_page = 0;
  for (const auto& [agreement, claim, is_subject] : doubts) {
    const bool is_rejected = claim->accepted == Accepted::no;
    const auto verdict = is_rejected ? c.say("report.doubt.rejected", {{"value", claimed_value(c, *claim)}})
                                     : c.say("report.doubt.inferred");
    std::vector<Citation> citations;
    if (claim->source != kNone) citations.push_back({claim->source, std::string(claim->locator)});
    table.rows.push_back({Cell(std::string(c.data.agreements.id[agreement]), c.title_of(agreement)), Cell(claim->key),
                          Cell(std::string(claim->field), field_label(c, *claim)), text_cell(claim->value),
                          Cell(std::string(code_name(claim->basis)), verdict), text_cell(code_name(claim->accepted)),
                          text_cell(claim->reason), citations_cell(c.data, citations, c.language)});
  }
  return block;
}

// Doubts of one kind for one reason, which a page tells once: what they touch, in which agreements.
struct DoubtGroup {
  std::string field, verdict, reason;
  std::vector<Index> agreements{};
  std::vector<std::string> subjects{};  ///< people, institutions
  Claims claims{};
};

// Whom a claim about a signature or a party speaks of; empty for all others.
std::string subject_of(const ReportContext& c, const Doubt& doubt) {
  if (doubt.claim->table == "signatures") {
    for (const auto row : c.data.signatures_of(doubt.agreement)) {
      if (doubt.claim->key != signature_key(c.data, row, doubt.agreement)) continue;
      return std::string(c.data.name_of_person(c.data.signatures.person[row]));
    }
  }
  if (doubt.claim->table == "parties") {
    for (const auto row : c.data.parties_of(doubt.agreement)) {
      if (doubt.claim->key == party_key(c.data, row, doubt.agreement)) return c.label_of(c.data.parties.institution[row]);
    }
  }
  return "";
}

template <class Value>
void add_once(std::vector<Value>& values, Value value) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
}

std::vector<DoubtGroup> groups_of(const ReportContext& c, const std::vector<Doubt>& doubts) {
  std::vector<DoubtGroup> groups;
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> places;
  for (const auto& doubt : doubts) {
    if (doubt.is_about_subject) continue;
    const auto& claim = *doubt.claim;
    const auto verdict = claim.accepted == Accepted::no
                             ? c.say("report.doubt.rejected", {{"value", claimed_value(c, claim)}})
                             : c.say("report.doubt.inferred");
    const DoubtGroup fresh{field_label(c, claim), verdict, std::string(claim.reason)};
    const auto [place, is_new] = places.emplace(std::tuple(fresh.field, fresh.verdict, fresh.reason), groups.size());
    if (is_new) groups.push_back(fresh);
    auto& group = groups[place->second];
    add_once(group.agreements, doubt.agreement);
    if (auto subject = subject_of(c, doubt); !subject.empty()) add_once(group.subjects, std::move(subject));
    group.claims.push_back(&claim);
  }
  return groups;
}

// Where a claim stands, whether it was held or not.
Line places_of(const ReportContext& c, const Claims& claims) {
  std::vector<Citation> citations;
  for (const auto* claim : claims) {
    if (claim->source != kNone) add_once(citations, Citation{claim->source, std::string(claim->locator)});
  }
  return c.citations(citations);
}

TableBlock doubts_for_people(const ReportContext& c, const std::vector<Doubt>& doubts) {
  TableBlock block;
  auto& table = block.table;
  for (const auto key : {"field", "agreement", "basis", "reason", "sources"}) {
    table.columns.push_back(column(key, c.language));
  }
  for (const auto& group : groups_of(c, doubts)) {
    const auto row = table.rows.size();
    const auto field = group.subjects.empty()
                           ? group.field
                           : c.say("report.doubt.about", {{"field", group.field}, {"names", c.language.list(group.subjects)}});
    table.rows.push_back({Cell(field), Cell(), Cell(group.verdict), text_cell(group.reason), Cell()});
    std::vector<LinkedName> agreements;
    for (const auto a : group.agreements) agreements.emplace_back(c.title_of(a), c.target_of(a));
    if (agreements.size() > ReportContext::kListed) {
      const auto rest = agreements.size() - ReportContext::kListed;
      agreements.resize(ReportContext::kListed);
      agreements.emplace_back(c.say_count("report.and_others", rest), to_file("tables/doubts.csv"));
    }
    block.at(row, 1).after = c.linked_list(agreements);
    block.at(row, 1).is_only_after = true;
    block.at(row, 4).after = places_of(c, group.claims);
    block.at(row, 4).is_only_after = true;
  }
  const auto left_out = static_cast<std::size_t>(std::ranges::count(doubts, true, &Doubt::is_about_subject));
  if (left_out > 0) {
    table.notes.push_back(c.say_count("report.doubts.left_out", left_out, {{"file", "tables/doubts.csv"}}));
  }
  if (table.rows.size() > kRowsInPage) {
    block.rows_in_page = kRowsInPage;
    table.notes.push_back(
        c.say_count("report.rows_left_out", table.rows.size() - kRowsInPage, {{"file", "tables/doubts.csv"}}));
  }
  return block;
}

}  // namespace

std::optional<Section> doubts_section(const ReportContext& c) {
  const auto doubts = doubts_of(c);
  if (doubts.empty()) return std::nullopt;
  Section section{"doubts", plain(c.say("report.doubts.heading")), 3, {}};
  section.blocks.push_back({Paragraph{plain(c.say_count("report.doubts.reading", doubts.size())), true}});
  section.blocks.push_back({doubts_for_people(c, doubts)});
  section.blocks.push_back({doubts_table(c, doubts)});
  return section;
}

}  // namespace maillage
