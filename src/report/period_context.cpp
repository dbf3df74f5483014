// SPDX-License-Identifier: Apache-2.0
#include "report/period_context.hpp"

#include <algorithm>

#include "report/period_words.hpp"

namespace maillage {

PeriodContext::PeriodContext(const PeriodReportInput& report_input, const Language& language)
    : input(report_input), facts(report_input.facts), ever(report_input.report, language), c(ever) {
  std::vector<AgreementFacts> of_the_period;
  for (const auto& one : facts.agreements) {
    const auto found = std::ranges::find(ever.signed_agreements, one.agreement, &AgreementFacts::agreement);
    if (found == ever.signed_agreements.end()) continue;
    of_the_period.push_back(*found);
    of_the_period.back().in_force = one.belongs;
  }
  c.signed_agreements = std::move(of_the_period);
  const auto is_outside = [&](const SignatureFacts& act) {
    return std::ranges::find(c.signed_agreements, act.agreement, &AgreementFacts::agreement) == c.signed_agreements.end();
  };
  std::erase_if(c.signatures, is_outside);
  std::erase_if(c.presences, is_outside);
}

std::string PeriodContext::subject() const {
  if (is_about_person()) return std::string(c.data.name_of_person(facts.question.person));
  return is_about_all() ? std::string() : c.label_of(facts.question.institution);
}

std::string PeriodContext::period() const {
  const auto& question = facts.question;
  return period_in_words(question.from, question.is_since ? std::nullopt : question.to, c.language);
}

std::string PeriodContext::range_of(std::string_view key, std::size_t certain, std::size_t possible) const {
  return c.say_count(key, possible, {{"range", c.from_to(certain, possible)}});
}

Cell PeriodContext::certainty_cell(Certainty certainty) const {
  if (certainty == Certainty::no) return Cell(std::string("no"), std::string("–"));
  const std::string code = certainty == Certainty::certain ? "certain" : "possible";
  return {code, c.language.label("certainty", code)};
}

Line PeriodContext::partners_of(Index agreement) const {
  std::vector<LinkedName> names;
  for (const auto row : c.data.parties_of(agreement)) {
    const auto institution = c.data.parties.institution[row];
    const auto viewed = institution_in_view(c.data, c.view.options, c.view.selection.reference_day, agreement, institution);
    if (std::ranges::find(facts.own_side, viewed) != facts.own_side.end()) continue;
    names.emplace_back(c.label_of(institution), c.target_of_institution(viewed));
  }
  if (const auto unnamed = c.data.agreements.unnamed_parties[agreement]; unnamed > 0) {
    names.emplace_back(c.say_count("report.unnamed", unnamed), Target{});
  }
  return c.linked_list(names);
}

}  // namespace maillage
