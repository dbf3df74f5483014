// SPDX-License-Identifier: Apache-2.0
#include "report/deadline_table.hpp"

#include <algorithm>

#include "model/working_day.hpp"
#include "report/agreement_facts.hpp"
#include "report/cells.hpp"
#include "report/deadline_words.hpp"
#include "report/lists.hpp"

namespace maillage {
namespace {

Cell day_cell(std::optional<Day> day, const Language& language) {
  if (!day || *day <= kDistantPast || *day >= kDistantFuture) return {};
  return date_cell(PartialDate::on(*day), language);
}

// Beside the day itself a short one does.
Cell working_day_cell(const Deadline& d, const Language& language) {
  const auto day = last_working_day_of(d);
  return day ? short_date_cell(PartialDate::on(*day), language) : Cell();
}

Cell act_by_cell(const Deadline& d, const Language& language) {
  auto cell = day_cell(d.act_by(), language);
  cell.shown = act_by_in_words(d, language);
  return cell;
}

Cell state_cell(const Deadline& d, const Language& language) {
  auto cell = code_cell("deadline_state", d.state, language);
  if (d.may_be_past && d.state == DeadlineState::ahead) {
    cell.shown = language.say("deadline.state_may_be_past", {{"state", cell.shown}});
  } else if (d.state != DeadlineState::unknown && d.certainty != Certainty::certain) {
    cell.shown = language.say("deadline.state_possible", {{"state", cell.shown}});
  }
  return cell;
}

Cell missing_cell(const Deadline& d, const Language& language) {
  std::vector<std::string> codes, names;
  for (const auto fact : d.missing) {
    codes.emplace_back(code_name(fact));
    names.push_back(language.label("deadline_missing", code_name(fact)));
  }
  return list_cell(codes, names, language);
}

std::vector<Cell> decision_row(const DataSet& data, const Decision& decision, const Language& language) {
  const auto& d = decision.deadline;
  const auto a = decision.agreement;
  const std::string_view certainty = d.certainty == Certainty::certain ? "certain" : "possible";
  const bool goes_on = d.otherwise == Otherwise::goes_on;
  const auto notice = data.agreements.notice[a];
  return {Cell(data.agreements.id[a]),
          Cell(data.title_of_agreement(a)),
          state_cell(d, language),
          code_cell("deadline_act", d.act, language),
          act_by_cell(d, language),
          working_day_cell(d, language),
          {std::string(certainty), language.label("certainty", certainty)},
          {std::string(code_name(d.otherwise)), otherwise_in_words(d, language)},
          goes_on ? day_cell(d.goes_on_until, language) : Cell(),
          Cell(deadline_rule(data, decision, language)),
          missing_cell(d, language),
          day_cell(d.earliest, language),
          day_cell(d.latest, language),
          day_cell(d.counted_forward, language),
          edtf_cell(edtf_of_bounds(d.term_end_earliest, d.term_end_latest), language),
          count_cell(static_cast<std::size_t>(d.renewals_run), language),
          notice.empty() ? Cell() : Cell(std::string(notice), duration_in_words(notice, language)),
          text_cell(data.agreements.responsible_unit[a])};
}

}  // namespace

std::optional<Day> last_working_day_of(const Deadline& d) {
  if (d.may_be_past || d.earliest <= kDistantPast || d.earliest >= kDistantFuture) return std::nullopt;
  return last_working_day(d.earliest);
}

Table decisions_table(const DataSet& data, const std::vector<Decision>& decisions, std::optional<Day> as_of,
                      const Language& language) {
  Table table{"decisions", language.say("report.table.decisions"), {}, {}, {}};
  for (const auto key : {"id", "title", "state", "act", "act_by", "last_working_day", "certainty", "otherwise",
                         "goes_on_until", "rule", "missing", "earliest", "latest", "counted_forward", "term_end",
                         "renewals_run", "notice", "responsible_unit"}) {
    table.columns.push_back(column(key, language));
    // What is to be done, not what was done.
    if (table.columns.back().key == "act") table.columns.back().label = language.say("deadline.column.act");
  }
  Selection selection;
  for (const auto& decision : decisions) {
    selection.items.push_back({decision.agreement, decision.deadline.certainty, Certainty::possible});
  }
  const auto own = table.columns.size();
  const auto agreements = agreements_table(data, selection, as_of, language);
  const auto is_new = [&](const TableColumn& further) {
    const auto end = table.columns.begin() + static_cast<std::ptrdiff_t>(own);
    return std::none_of(table.columns.begin(), end, [&](const TableColumn& here) { return here.key == further.key; });
  };
  std::vector<std::size_t> further;
  for (std::size_t i = 0; i < agreements.columns.size(); ++i) {
    if (is_new(agreements.columns[i])) further.push_back(i);
  }
  for (const auto i : further) table.columns.push_back(agreements.columns[i]);
  for (std::size_t row = 0; row < decisions.size(); ++row) {
    auto cells = decision_row(data, decisions[row], language);
    for (const auto i : further) cells.push_back(agreements.rows[row][i]);
    table.rows.push_back(std::move(cells));
  }
  return table;
}

std::vector<std::string> decision_columns_for_reading() {
  return {"state", "act", "act_by", "last_working_day", "title", "otherwise", "rule", "missing"};
}

}  // namespace maillage
