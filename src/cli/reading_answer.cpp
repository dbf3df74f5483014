// SPDX-License-Identifier: Apache-2.0
#include "cli/reading_answer.hpp"

#include <algorithm>
#include <array>

namespace maillage {
namespace {

using documents::ReadAgreement;
using documents::ReadDocument;
using documents::ReadStatus;
constexpr auto kReadStatus = std::to_array<std::string_view>({"unknown", "signed", "announced", "renewed"});

std::string status_of(const ReadAgreement& agreement) { return std::string(kReadStatus[static_cast<std::size_t>(agreement.status.value)]); }

std::string edtf(const PartialDate& date) { return date.is_known() ? date.to_edtf() : ""; }

Cell shown_date(const PartialDate& date, const Language& language) {
  return date.is_known() ? Cell(date.to_edtf(), language.short_date(date)) : Cell();
}

std::vector<std::string> parties_of(const ReadDocument& read, const ReadAgreement& agreement) {
  std::vector<std::string> names;
  for (const auto& party : agreement.parties) names.push_back(read.institutions.named[party.institution].name);
  return names;
}

// Of what is said, the least sure.
double least_confidence(const ReadAgreement& agreement) {
  double least = 1;
  const auto take = [&](double confidence) { least = confidence > 0 ? std::min(least, confidence) : least; };
  for (const double one : {agreement.type.confidence, agreement.status.confidence, agreement.signed_on.confidence,
                           agreement.valid_from.confidence, agreement.valid_to.confidence}) {
    take(one);
  }
  for (const auto& party : agreement.parties) take(party.confidence);
  for (const auto& one : agreement.signatories) take(one.confidence);
  return least;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : "|") + name;
  return text;
}

}  // namespace

ReadingSummary::ReadingSummary(const Language& language) : language_(language) {}

void ReadingSummary::add(const std::string& file, const std::string& review, const ReadDocument& read, std::size_t doubts) {
  const auto about_document = [&](std::vector<Cell> cells, Json json, double confidence) {
    cells.insert(cells.begin(), Cell(file));
    cells.emplace_back(doubts);
    cells.emplace_back(review);
    json["doubts"] = doubts;
    json["review"] = review;
    rows_.push_back({doubts, confidence, std::move(cells), std::move(json)});
  };
  if (read.agreements.empty()) {
    about_document({Cell("", language_.say("read.no_agreement")), Cell(), Cell(), Cell(), Cell(), Cell()},
                   {{"file", file}, {"title", nullptr}}, 1);
  }
  for (const auto& agreement : read.agreements) {
    const auto parties = parties_of(read, agreement);
    const auto type = agreement.type.value.empty() ? "other" : agreement.type.value;
    const auto confidence = least_confidence(agreement);
    about_document({Cell(agreement.title.value), Cell(type, language_.label("type", type)),
                    Cell(status_of(agreement), language_.label("read_status", status_of(agreement))),
                    shown_date(agreement.signed_on.value, language_), Cell(joined(parties), language_.list(parties)),
                    Cell(confidence, language_.percent(confidence))},
                   {{"file", file},
                    {"title", agreement.title.value},
                    {"type", type},
                    {"status", status_of(agreement)},
                    {"signed", agreement.signed_on.value.is_known() ? Json(edtf(agreement.signed_on.value)) : Json(nullptr)},
                    {"parties", parties},
                    {"least_confidence", confidence}},
                   confidence);
  }
}

Answer ReadingSummary::answer() && {
  Answer answer;
  answer.table.name = "read";
  constexpr auto right = TableColumn::Align::right;
  const auto column = [&](const char* key, TableColumn::Align align = TableColumn::Align::left) {
    answer.table.columns.push_back({key, language_.say(std::string("read.column.") + key), align});
  };
  for (const auto* key : {"file", "title", "type", "status", "signed", "parties"}) column(key);
  column("least_confidence", right);
  column("doubts", right);
  column("review");
  std::ranges::stable_sort(rows_, [](const Row& a, const Row& b) {
    return std::pair(b.doubts, a.least_confidence) < std::pair(a.doubts, b.least_confidence);
  });
  for (auto& row : rows_) {
    answer.table.rows.push_back(std::move(row.cells));
    answer.rows.push_back(std::move(row.json));
  }
  return answer;
}

ReadingExplanation::ReadingExplanation(const Language& language) : language_(language) {
  answer_.table.name = "explanation";
  constexpr auto right = TableColumn::Align::right;
  const auto column = [&](const char* key, TableColumn::Align align = TableColumn::Align::left) {
    answer_.table.columns.push_back({key, language_.say(std::string("read.column.") + key), align});
  };
  for (const auto* key : {"file", "record", "field", "value"}) column(key);
  column("confidence", right);
  column("lines", right);
  column("text");
  column("rule");
}

void ReadingExplanation::add(const std::string& file, const ReadDocument& read, const Found& found) {
  if (found.value.empty()) return;
  constexpr std::size_t kLongest = 80;
  const auto lines = read.prose.lines_of(found.span);
  const auto range = std::to_string(lines.from) + (lines.to > lines.from ? "-" + std::to_string(lines.to) : "");
  auto text = std::string(read.prose.of(found.span));
  if (text.size() > kLongest) {
    auto end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end) + "…";
  }
  const auto confidence = found.confidence > 0 ? Cell(found.confidence, language_.percent(found.confidence)) : Cell();
  answer_.table.rows.push_back({Cell(file), Cell(found.record, language_.say("read.record." + found.record.substr(0, found.record.find(' '))) +
                                                                   (found.record.find(' ') == std::string::npos ? "" : found.record.substr(found.record.find(' ')))),
                                Cell(found.field, language_.say("read.field." + found.field)), Cell(found.value), confidence,
                                Cell(lines.from == 0 ? "" : range), Cell(text), Cell(found.rule)});
  answer_.rows.push_back({{"file", file}, {"record", found.record}, {"field", found.field}, {"value", found.value},
                          {"confidence", found.confidence > 0 ? Json(found.confidence) : Json(nullptr)},
                          {"from_line", lines.from}, {"to_line", lines.to}, {"text", text}, {"rule", found.rule}});
}

void ReadingExplanation::add_agreement(const std::string& file, const ReadDocument& read, std::size_t number) {
  const auto& agreement = read.agreements[number];
  const auto record = "agreement " + std::to_string(number + 1);
  const auto claim = [&](const char* field, const std::string& value, const auto& claimed) {
    if (claimed.is_said()) add(file, read, {record, field, value, claimed.rule, claimed.confidence, claimed.span});
  };
  claim("title", agreement.title.value, agreement.title);
  claim("type", agreement.type.value, agreement.type);
  claim("status", status_of(agreement), agreement.status);
  for (const auto& party : agreement.parties) {
    add(file, read, {record, "party", read.institutions.named[party.institution].name, party.rule, party.confidence, party.span});
  }
  claim("signed", edtf(agreement.signed_on.value), agreement.signed_on);
  claim("valid_from", edtf(agreement.valid_from.value), agreement.valid_from);
  claim("valid_to", edtf(agreement.valid_to.value), agreement.valid_to);
  claim("duration_months", std::to_string(agreement.duration_months.value), agreement.duration_months);
  claim("amount_eur", number_text(agreement.amount_eur.value), agreement.amount_eur);
  for (const auto& theme : agreement.themes) claim("theme", theme.value, theme);
  for (const auto& one : agreement.signatories) {
    add(file, read, {record, "signatory", read.people.named[one.person].name, one.rule, one.confidence, one.span});
  }
  for (const auto& date : agreement.other_dates) claim("other_date", edtf(date.value), date);
  for (const auto& line : agreement.lineage) {
    add(file, read, {record, "lineage", line.title.empty() ? edtf(line.signed_on) : line.title, "", 0, line.span});
  }
}

void ReadingExplanation::add(const std::string& file, const ReadDocument& read) {
  for (std::size_t i = 0; i < read.agreements.size(); ++i) add_agreement(file, read, i);
  const auto& institutions = read.institutions;
  for (const auto& mention : institutions.mentions) {
    const auto& named = institutions.named[mention.institution];
    add(file, read, {"document", "institution", named.name, named.rule, named.confidence, mention.span});
  }
  for (const auto& mention : read.people.mentions) {
    const auto& named = read.people.named[mention.person];
    add(file, read, {"document", named.is_contact ? "contact" : "person", named.name, named.rule, named.confidence, mention.span});
  }
  for (const auto& date : read.dates.dates) add(file, read, {"document", "date", edtf(date.date), date.rule, 0, date.span});
  for (const auto& period : read.dates.periods) {
    const auto months = period.months ? std::to_string(*period.months) : "";
    const auto bounds = edtf(period.from) + "/" + edtf(period.to);
    add(file, read, {"document", "period", bounds == "/" ? "P" + months + "M" : bounds, period.rule, 0, period.span});
  }
  for (const auto& amount : read.dates.amounts) {
    add(file, read, {"document", "amount", number_text(amount.euros), amount.rule, 0, amount.span});
  }
}

}  // namespace maillage
