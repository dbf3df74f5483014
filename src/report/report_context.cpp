// SPDX-License-Identifier: Apache-2.0
#include "report/report_context.hpp"

#include <algorithm>

namespace maillage {
namespace {

void add_parties(const DataSet& data, Index agreement, std::vector<Index>& institutions) {
  for (const auto row : data.parties_of(agreement)) institutions.push_back(data.parties.institution[row]);
}

void sort_once(std::vector<Index>& rows) {
  std::ranges::sort(rows);
  rows.erase(std::ranges::unique(rows).begin(), rows.end());
}

SignatureFacts signature_facts(const DataSet& data, Index agreement, Index row) {
  const auto claims = data.evidence_for("signatures", signature_key(data, row, agreement));
  Claims of_the_act;  // what was done, not in which office
  for (const auto* claim : claims) {
    if (claim->field == "*" || claim->field == "kind") of_the_act.push_back(claim);
  }
  return {agreement, row, is_inferred(of_the_act.empty() ? claims : of_the_act), citations_of(claims)};
}

}  // namespace

ReportContext::ReportContext(const ReportInput& report_input, const Language& report_language)
    : input(report_input), language(report_language), data(report_input.data), view(report_input.view) {
  for (const auto& item : view.selection.items) {
    // The view may hold announced agreements for a drawing; they are never counted as signed.
    if (is_announced(data, item.agreement)) continue;
    signed_agreements.push_back(facts_of_agreement(data, item.agreement, input.as_of));
    add_parties(data, item.agreement, parties_to_signed);
  }
  for (const auto row : input.announced) {
    announced_agreements.push_back(facts_of_agreement(data, row, input.as_of));
    add_parties(data, row, parties);
  }
  parties.insert(parties.end(), parties_to_signed.begin(), parties_to_signed.end());
  sort_once(parties_to_signed);
  sort_once(parties);
  for (const auto& facts : signed_agreements) {
    if (facts.in_force == Certainty::certain) ++certain;
    if (facts.in_force != Certainty::no) ++possible;
    for (const auto row : data.signatures_of(facts.agreement)) {
      const bool signs = data.signatures.kind[row] == SignatureKind::signatory;
      (signs ? signatures : presences).push_back(signature_facts(data, facts.agreement, row));
    }
  }
}

HubMaterial ReportContext::hub_material() const {
  HubMaterial material{&view, &input.hubs, &input.reasons, &input.partners, &input.betweenness, input.as_of};
  if (input.trust) {
    material.doubts = &input.doubts;
    material.trust = &*input.trust;
  }
  return material;
}

std::string ReportContext::certain_and_possible(std::size_t certain_count, std::size_t possible_count) const {
  if (certain_count == possible_count && certain_count > 0) return say_count("report.key.all_certain", certain_count);
  return say("report.key.certain_possible", {{"certain", say_count("count.certain", certain_count)},
                                             {"possible", say_count("count.possible", possible_count)}});
}

Target ReportContext::target_of_vertex(Vertex vertex) const {
  const auto node = view.nodes[vertex];
  if (node.kind == NodeKind::institution) return target_of_institution(node.row);
  if (node.kind == NodeKind::agreement) return target_of(node.row);
  return {};
}

Line ReportContext::citations(const std::vector<Citation>& citations) const {
  Line line;
  for (const auto& citation : citations) {
    append(line, {{citation_label(citation, language), Span::Style::citation,
                   to_source(data.sources[citation.source].id)}});
  }
  return line;
}

Line ReportContext::citations_of_agreements(const std::vector<Index>& agreements) const {
  Claims claims;
  for (const auto a : agreements) {
    const auto more = claims_that_agreement_exists(data, a);
    claims.insert(claims.end(), more.begin(), more.end());
  }
  Line line;
  for (const auto& citation : citations_of(claims)) {
    append(line, {{citation_in_short(citation, language), Span::Style::citation,
                   to_source(data.sources[citation.source].id)}});
  }
  return line;
}

Line ReportContext::linked_list(const std::vector<std::pair<std::string, Target>>& items) const {
  std::vector<std::string> marks;
  std::vector<Line> names;
  for (const auto& [name, target] : items) {
    marks.push_back(part_mark(names.size()));
    names.push_back({{name, Span::Style::plain, target}});
  }
  return with_parts(language.list(marks), names);
}

void ReportContext::unfold(CellDress& dress, const std::vector<Index>& agreements) const {
  if (agreements.size() > kListed) {
    dress.target = to_section("agreements");
  } else {
    unfold(static_cast<Unfolding&>(dress), agreements);
  }
}

void ReportContext::unfold(Unfolding& dress, const std::vector<Index>& agreements) const {
  for (std::size_t i = 0; i < agreements.size() && i < kListed; ++i) {
    dress.list.emplace_back(title_of(agreements[i]), target_of(agreements[i]));
  }
  if (agreements.size() > kListed) dress.list_rest = say_count("report.and_others", agreements.size() - kListed);
}

}  // namespace maillage
