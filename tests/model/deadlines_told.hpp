// SPDX-License-Identifier: Apache-2.0
// Deadlines in one line, so that a table of cases can state them.
#pragma once

#include <string>

#include "model/deadline.hpp"

namespace maillage {

inline PartialDate date(std::string_view edtf) { return PartialDate::parse(edtf).value(); }

inline std::string day_text(Day day) {
  if (day <= kDistantPast || day >= kDistantFuture) return "?";
  return to_iso(day);
}

inline std::string told(const Deadline& d) {
  auto text = std::string(code_name(d.state)) + " " + std::string(code_name(d.act)) + " " + day_text(d.earliest);
  if (d.earliest != d.latest) text += "/" + day_text(d.latest);
  text += d.certainty == Certainty::certain ? " certain" : " possible";
  if (d.otherwise == Otherwise::goes_on) text += ", goes on until " + day_text(d.goes_on_until);
  if (d.otherwise == Otherwise::ends) text += ", ends " + day_text(d.term_end_latest);
  if (d.renewals_run > 0) text += ", renewed " + std::to_string(d.renewals_run);
  if (d.is_last_term) text += ", last term";
  if (d.may_be_past) text += ", may be past";
  if (d.counted_forward > kDistantPast) text += ", forward " + to_iso(d.counted_forward);
  for (const auto fact : d.missing) text += ", no " + std::string(code_name(fact));
  return text;
}

inline std::string told(const DeadlinesOfAgreement& found) {
  if (found.standing != DeadlineStanding::asks) return std::string(code_name(found.standing));
  std::string text;
  for (const auto& d : found.deadlines) text += (text.empty() ? "" : "; ") + told(d);
  return text;
}

}  // namespace maillage
