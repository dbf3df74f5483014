// SPDX-License-Identifier: Apache-2.0
#include "cli/accept_outcome.hpp"

#include <array>

#include "documents/drafts/review_words.hpp"

namespace maillage {

using documents::ReviewDecision;
using documents::ReviewRow;

const char* name_of(ClaimState state) {
  static constexpr auto kNames = std::to_array<const char*>({"added", "same", "refined", "beside", "conflict", "taken"});
  return kNames[static_cast<std::size_t>(state)];
}

ClaimOrigin AcceptContext::origin_of(const ReviewRow& row) const {
  ClaimOrigin origin{source, row.lines, {}, {}};
  if (row.is_reviewed()) origin.reviewed = day;
  if (row.is_open()) {
    const auto percent = session.language.percent(row.confidence / 100.0);
    origin.reason = row.confidence == 0 ? session.language.say("accept.reason.doubtful") : session.language.say("accept.reason.confidence", {{"percent", percent}});
  }
  return origin;
}

void AcceptContext::doubt(const ReviewRow& row, const std::string& why) {
  const auto& language = session.language;
  const auto& words = why.empty() ? row.help : why;
  outcome.doubts.push_back({row.line, language.say("accept.doubt", {{"place", place_of_row(row, *form, language)},
                                                                    {"value", row.value.empty() ? "\u2013" : shown_word(row.value)},
                                                                    {"why", words.empty() ? language.say("accept.reason.doubtful") : words}})});
}

void AcceptContext::fault(const ReviewRow& row, const std::string& words) {
  outcome.faults.push_back(session.language.say("accept.fault.value", {{"place", place_of_row(row, *form, session.language)}, {"words", words}}));
}

void AcceptContext::log(const ReviewRow& row, const std::string& value, const char* state, const std::string& before, std::string_view table,
                        const std::string& key) {
  const auto language = form->review.language;
  outcome.claims.push_back({form->path.filename().string(), record_words(row, language), field_words(row, language), value, state, before,
                            std::string(table), key});
}

void AcceptContext::claim(const ReviewRow& row, std::string_view table, std::size_t at, std::string_view field, const std::string& value) {
  if (value.empty()) return;
  const auto decided = row.decision == ReviewDecision::replace ? OnConflict::take : row.decision == ReviewDecision::keep ? OnConflict::keep : options.on_conflict;
  if (row.is_open()) doubt(row);
  const auto result = tables.claim_value(table, at, field, value, origin_of(row), decided);
  log(row, value, name_of(result.state), result.before, table, tables.key_of(table, at));
  outcome.claims.back().column = field;
  if (result.state == ClaimState::conflict && decided == OnConflict::undecided) {
    doubt(row, session.language.say("accept.conflict", {{"before", shown_word(result.before)}, {"row", tables.key_of(table, at)}}));
  }
}

}  // namespace maillage
