// SPDX-License-Identifier: Apache-2.0
#include "report/agreement_facts.hpp"

#include <algorithm>

namespace maillage {
namespace {

std::string time_in_words(int months, int days, const Language& language) {
  std::vector<std::string> parts;
  if (months >= 12) parts.push_back(language.say_count("unit.years", months / 12));
  if (months % 12 != 0) parts.push_back(language.say_count("unit.months", months % 12));
  if (days != 0 || parts.empty()) parts.push_back(language.say_count("unit.days", days));
  return language.list(parts);
}

std::string precision_key(const PartialDate& date) {
  if (date.kind() != DateKind::single) return "report.rule.stated_bounds";
  switch (date.precision()) {
    case DatePrecision::day: return "report.rule.stated_day";
    case DatePrecision::month: return "report.rule.stated_month";
    case DatePrecision::year: return "report.rule.stated_year";
    default: return "report.rule.stated_bounds";
  }
}

std::string stated_end_in_words(const DataSet& data, Index agreement, const Validity& validity, const Language& language) {
  auto rule = language.say(precision_key(data.agreements.valid_to[agreement]));
  if (!validity.may_run_beyond_stated_end()) return rule;
  if (validity.renewals_unlimited || validity.end_latest >= kDistantFuture) return language.say("report.rule.renewed", {{"rule", rule}});
  return language.say("report.rule.renewed_until", {{"rule", rule}, {"date", language.date(validity.end_latest)}});
}

}  // namespace

AgreementFacts facts_of_agreement(const DataSet& data, Index agreement, std::optional<Day> as_of) {
  AgreementFacts facts;
  facts.agreement = agreement;
  facts.validity = validity_of(data, agreement);
  facts.valid_to = end_of_agreement(data, agreement, facts.validity);
  if (as_of) {
    facts.status = status_at(data, agreement, *as_of);
    facts.in_force = in_force_during(data, agreement, *as_of, *as_of);
  } else {
    const bool announced = is_announced(data, agreement);
    facts.status = announced ? Status::announced : Status::unknown;
    facts.in_force = announced ? Certainty::no : Certainty::possible;
  }
  facts.sources = citations_of(claims_about_agreement(data, agreement));
  return facts;
}

std::string end_of_agreement(const DataSet& data, Index agreement, const Validity& validity) {
  if (validity.end_rule == EndRule::open) return "..";
  if (validity.end_rule == EndRule::unknown) return "";
  if (validity.is_terminated) return data.agreements.terminated[agreement].to_edtf();
  if (validity.end_rule == EndRule::stated) return data.agreements.valid_to[agreement].to_edtf();
  const bool has_first = validity.end_earliest > kDistantPast;
  const bool has_last = validity.end_latest < kDistantFuture;
  if (has_first && has_last) {
    const auto first = to_iso(validity.end_earliest);
    return validity.end_earliest == validity.end_latest ? first : first + "/" + to_iso(validity.end_latest);
  }
  if (has_first) return "[" + to_iso(validity.end_earliest) + "..]";
  return has_last ? "[.." + to_iso(validity.end_latest) + "]" : "";
}

std::string end_rule_in_words(const DataSet& data, Index agreement, const Validity& validity,
                              const Language& language) {
  if (validity.end_rule == EndRule::open) return language.say("report.rule.open");
  if (validity.end_rule == EndRule::unknown) return language.say("report.rule.unknown");
  if (validity.is_terminated) return language.say("report.rule.terminated");
  if (validity.end_rule == EndRule::stated) return stated_end_in_words(data, agreement, validity, language);
  const bool from_start = validity.counted_from == Validity::CountedFrom::start;
  const Arguments arguments{{"duration", duration_in_words(data.agreements.duration[agreement], language)},
                            {"terms", language.number(std::int64_t{validity.terms})}};
  if (validity.renewals_unlimited) {
    return language.say(from_start ? "report.rule.computed_start_tacit" : "report.rule.computed_signature_tacit",
                        arguments);
  }
  if (const auto renewed = data.agreements.renewal_duration[agreement]; validity.terms > 1 && !renewed.empty()) {
    const auto renewals = language.say_count("report.rule.renewals", std::int64_t{validity.terms} - 1,
                                             {{"duration", duration_in_words(renewed, language)}});
    return language.say(from_start ? "report.rule.computed_start_renewals" : "report.rule.computed_signature_renewals",
                        {{"duration", duration_in_words(data.agreements.duration[agreement], language)}, {"renewals", renewals}});
  }
  if (validity.terms > 1) {
    return language.say(from_start ? "report.rule.computed_start_terms" : "report.rule.computed_signature_terms",
                        arguments);
  }
  return language.say(from_start ? "report.rule.computed_start" : "report.rule.computed_signature", arguments);
}

std::string duration_in_words(std::string_view duration, const Language& language) {
  const auto parsed = parse_duration(duration);
  if (!parsed) return std::string(duration);
  return time_in_words(parsed->months, parsed->days, language);
}

std::string delay_in_words(Day from, Day to, const Language& language) {
  if (to < from) return language.say("report.delay.past");
  int months = 0;
  while (add_duration(from, {12, 0}, months / 12 + 1) <= to) months += 12;
  while (add_duration(from, {months + 1, 0}) <= to) ++months;
  if (months < 2) return time_in_words(0, to - from, language);
  return time_in_words(months, 0, language);
}

}  // namespace maillage
