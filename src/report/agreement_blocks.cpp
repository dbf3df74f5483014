// SPDX-License-Identifier: Apache-2.0
#include "report/agreement_blocks.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "report/deadline_lines.hpp"

namespace maillage {
namespace {

// A sentence of the data inside a sentence of ours.
std::string without_full_stop(std::string_view text) {
  if (text.ends_with('.') && !text.ends_with("..")) text.remove_suffix(1);
  return std::string(text);
}

std::string in_brackets(const ReportContext& c, std::string_view key, std::string_view reason) {
  return reason.empty() ? c.say("report.inferred_mark") : c.say(key, {{"reason", without_full_stop(reason)}});
}

class AgreementFields {
 public:
  AgreementFields(const ReportContext& context, const AgreementFacts& facts)
      : c_(context), facts_(facts), a_(facts.agreement), id_(context.data.agreements.id[facts.agreement]) {}

  Definitions all() {
    identity();
    time();
    people();
    subject();
    history();
    return std::move(fields_);
  }

 private:
  void add(std::string_view key, std::vector<Line> texts) {
    if (texts.empty()) return;
    fields_.rows.push_back({plain(c_.say("report.column." + std::string(key))), std::move(texts)});
  }
  // A field of the agreement's own row with its evidence behind it.
  void add_field(std::string_view key, std::string value, std::string_view field = {}) {
    auto line = plain(std::move(value));
    append(line, evidence_line(c_, "agreements", id_, field.empty() ? key : field));
    add(key, {std::move(line)});
  }

  void identity() {
    const auto& t = c_.data.agreements;
    add_field("type", c_.language.label("type", code_name(t.type[a_])));
    status();
    if (!t.reference[a_].empty()) add_field("reference", std::string(t.reference[a_]));
    std::vector<Line> parties;
    for (const auto row : c_.data.parties_of(a_)) parties.push_back(party(row));
    add("parties", std::move(parties));
    if (const auto unnamed = t.unnamed_parties[a_]; unnamed > 0) add_field("unnamed_parties", c_.number(unnamed));
  }

  // The status follows from dates; what a source says is the stage.
  void status() {
    auto line = plain(c_.language.label("status", code_name(facts_.status)));
    if (c_.input.as_of) {
      append(line, {{c_.say("report.status_derived", {{"date", c_.language.date(*c_.input.as_of)}}), Span::Style::soft}});
    }
    add("status", {std::move(line)});
    if (const auto stage = c_.data.agreements.stage[a_]; stage != Stage::not_said) {
      add_field("stage", c_.language.label("stage", code_name(stage)));
    }
  }

  Line party(Index row) const {
    const auto& parties = c_.data.parties;
    const auto institution = parties.institution[row];
    Line line{{c_.label_of(institution), Span::Style::plain, c_.target_of_institution(institution)}};
    std::vector<std::string> remarks;
    if (parties.role[row] != PartyRole::party) {
      remarks.push_back(c_.language.label("role", code_name(parties.role[row])));
    }
    const auto remark = [&](std::string_view key, const PartialDate& date) {
      if (date.is_known()) remarks.push_back(c_.say(key, {{"date", c_.language.date(date)}}));
    };
    remark("report.party.signed", parties.signed_on[row]);
    remark("report.party.joined", parties.joined[row]);
    remark("report.party.left", parties.left[row]);
    if (!std::isnan(parties.amount_eur[row])) remarks.push_back(c_.language.euros(parties.amount_eur[row]));
    if (!remarks.empty()) {
      append(line, {{c_.say("report.in_brackets", {{"text", c_.language.list(remarks)}}), Span::Style::soft}});
    }
    if (!parties.note[row].empty()) append(line, {{std::string(parties.note[row]), Span::Style::soft}});
    append(line, evidence_line(c_, "parties", party_key(c_.data, row, a_), "*"));
    return line;
  }

  void time() {
    const auto& t = c_.data.agreements;
    const bool is_announced_only = facts_.status == Status::announced && !t.signed_on[a_].is_known();
    if (!is_announced_only || t.signed_on[a_].is_known()) add_field("signed", c_.language.date(t.signed_on[a_]));
    if (t.valid_from[a_].is_known()) add_field("valid_from", c_.language.date(t.valid_from[a_]));
    if (!is_announced_only || facts_.validity.end_rule != EndRule::unknown) end();
    if (!t.duration[a_].empty()) add_field("duration", duration_in_words(t.duration[a_], c_.language));
    if (t.renewal[a_] != Renewal::not_said) {
      add_field("renewal", c_.language.label("renewal", code_name(t.renewal[a_])));
    }
    if (t.max_renewals[a_] >= 0) add_field("max_renewals", c_.number(static_cast<std::size_t>(t.max_renewals[a_])));
    if (!t.renewal_duration[a_].empty()) {
      add_field("renewal_duration", duration_in_words(t.renewal_duration[a_], c_.language));
    }
    if (!t.notice[a_].empty()) add_field("notice", duration_in_words(t.notice[a_], c_.language));
    if (t.terminated[a_].is_known()) add_field("terminated", c_.language.date(t.terminated[a_]));
    if (t.expected[a_].is_known()) add_field("expected", c_.language.date(t.expected[a_]));
    add("to_decide", deadline_lines(c_, a_));
  }

  void end() {
    const auto& v = facts_.validity;
    const auto day = v.end();
    const auto edtf = PartialDate::parse(facts_.valid_to).value_or(PartialDate());
    auto line = plain(day ? c_.language.date(*day) : c_.language.date(edtf));
    if (v.end_rule == EndRule::unknown) line = plain(c_.say("report.rule.unknown"));
    if (v.end_rule != EndRule::unknown && v.end_rule != EndRule::open) {
      append(line, {{c_.say("report.in_brackets", {{"text", end_rule_in_words(c_.data, a_, v, c_.language)}}),
                     Span::Style::soft}});
    }
    append(line, evidence_line(c_, "agreements", id_, "valid_to"));
    add("valid_to", {std::move(line)});
  }

  void people() {
    std::vector<Line> signatories, present;
    for (const auto row : c_.data.signatures_of(a_)) {
      auto line = signature_line(c_, row);
      const auto key = signature_key(c_.data, row, a_);
      auto evidence = evidence_line(c_, "signatures", key, "kind");
      if (evidence.empty()) evidence = evidence_line(c_, "signatures", key, "*");
      append(line, evidence);
      const bool signs = c_.data.signatures.kind[row] == SignatureKind::signatory;
      (signs ? signatories : present).push_back(std::move(line));
    }
    if (signatories.empty() && facts_.status != Status::announced) {
      signatories.push_back({{c_.say("report.no_signatory"), Span::Style::soft}});
    }
    add("signatories", std::move(signatories));
    add("people_present", std::move(present));
  }

  void subject() {
    const auto& t = c_.data.agreements;
    axes();
    std::vector<std::string> themes, territories;
    for (const auto theme : t.themes[a_]) themes.push_back(theme_label(c_.data, theme, c_.language));
    if (!themes.empty()) add_field("themes", c_.language.list(themes));
    for (const auto territory : t.territories[a_]) territories.push_back(territory_label(c_.data, territory));
    if (!territories.empty()) add_field("territories", c_.language.list(territories));
    if (!std::isnan(t.amount_eur[a_])) add_field("amount_eur", c_.language.euros(t.amount_eur[a_]));
    if (!t.place[a_].empty()) add_field("place", std::string(t.place[a_]));
    if (!t.responsible_unit[a_].empty()) add_field("responsible_unit", std::string(t.responsible_unit[a_]));
  }

  // A claim that names axes stands behind the last of those it names, any other claim behind the last axis of all.
  void axes() {
    std::vector<std::string> names;
    for (const auto axis : c_.data.agreements.axes[a_]) names.emplace_back(axis);
    std::vector<Claims> behind(names.size());
    for (const auto* claim : c_.data.evidence_for("agreements", id_, "axes")) {
      if (names.empty()) break;
      std::size_t place = names.size() - 1;
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (claim->value == names[i] || claim->value.ends_with("|" + names[i])) place = i;
      }
      behind[place].push_back(claim);
    }
    std::vector<Line> lines;
    for (std::size_t i = 0; i < names.size(); ++i) {
      lines.push_back(plain(names[i]));
      append(lines.back(), evidence_line(c_, behind[i]));
    }
    add("axes", std::move(lines));
  }

  void history() {
    std::vector<Line> events, lineage;
    for (const auto& event : c_.data.events) {
      if (event.agreement != a_) continue;
      auto line = plain(c_.say("report.event", {{"kind", c_.language.label("event", code_name(event.kind))},
                                                {"date", c_.language.date(event.date)}}));
      if (!event.note.empty()) append(line, {{std::string(event.note), Span::Style::soft}});
      auto evidence = evidence_line(c_, "events", event.id, "date");
      if (evidence.empty()) evidence = evidence_line(c_, "events", event.id, {});
      append(line, evidence);
      events.push_back(std::move(line));
    }
    add("events", std::move(events));
    for (const auto& line : c_.data.lineage) {
      if (line.agreement == a_) lineage.push_back(predecessor(line));
      if (line.of == a_) lineage.push_back(successor(line));
    }
    add("lineage", std::move(lineage));
    const auto note = c_.data.agreements.note[a_];
    if (!note.empty()) add("note", {plain(std::string(note))});
  }

  Line predecessor(const Lineage& line) const {
    const auto kind = c_.language.label("lineage", code_name(line.kind));
    Line words;
    if (line.of != kNone) {
      words = with_parts(c_.say("report.lineage.of", {{"kind", kind}, {"agreement", part_mark(0)}}),
                         {c_.agreement_link(line.of)});
    } else {
      words = plain(line.kind == LineageKind::first ? kind : c_.say("report.lineage.undocumented", {{"kind", kind}}));
    }
    append(words, evidence_line(c_, "lineage", id_ + "/" + std::string(code_name(line.kind)), {}));
    return words;
  }

  Line successor(const Lineage& line) const {
    const auto key = "report.lineage_back." + std::string(code_name(line.kind));
    return with_parts(c_.say(key, {{"agreement", part_mark(0)}}), {c_.agreement_link(line.agreement)});
  }

  const ReportContext& c_;
  const AgreementFacts& facts_;
  Index a_;
  std::string id_;
  Definitions fields_;
};

}  // namespace

Line evidence_line(const ReportContext& c, std::string_view table, std::string_view key, std::string_view field) {
  return evidence_line(c, c.data.evidence_for(table, key, field));
}

std::string claimed_value(const ReportContext& c, const Evidence& claim) {
  if (const auto date = PartialDate::parse(claim.value); date && date->is_known()) return c.language.date(*date);
  if (claim.table != "agreements") return std::string(claim.value);
  if (claim.field == "duration" || claim.field == "notice" || claim.field == "renewal_duration") return duration_in_words(claim.value, c.language);
  double euros = 0;
  const auto [end, error] = std::from_chars(claim.value.data(), claim.value.data() + claim.value.size(), euros);
  if (claim.field == "amount_eur" && error == std::errc() && end == claim.value.data() + claim.value.size()) return c.language.euros(euros);
  const bool is_code = claim.field == "type" || claim.field == "renewal" || claim.field == "stage";
  return is_code ? c.language.label(claim.field, claim.value) : std::string(claim.value);
}

Line evidence_line(const ReportContext& c, const Claims& claims) {
  Line line;
  if (is_inferred(claims)) {
    std::vector<std::string_view> reasons;
    for (const auto* claim : claims) {
      if (claim->accepted != Accepted::no && std::ranges::find(reasons, claim->reason) == reasons.end()) {
        reasons.push_back(claim->reason);
      }
    }
    for (const auto reason : reasons) append(line, {{in_brackets(c, "report.inferred", reason), Span::Style::soft}});
  }
  append(line, c.citations(citations_of(claims)));
  for (const auto* claim : claims) {
    if (claim->accepted != Accepted::no || claim->value.empty()) continue;
    append(line, {{c.say(claim->reason.empty() ? "report.rejected.plain" : "report.rejected",
                         {{"value", claimed_value(c, *claim)}, {"reason", without_full_stop(claim->reason)}}),
                   Span::Style::soft}});
    if (claim->source == kNone) continue;
    append(line, c.citations({{claim->source, std::string(claim->locator)}}));
  }
  return line;
}

Line signature_line(const ReportContext& c, Index row) {
  const auto& s = c.data.signatures;
  const auto person = std::string(c.data.name_of_person(s.person[row]));
  const Arguments arguments{{"person", person}, {"capacity", std::string(s.capacity[row])}, {"institution", part_mark(0)}};
  if (s.on_behalf_of[row] == kNone) {
    return plain(s.capacity[row].empty() ? person : c.say("report.signature.capacity", arguments));
  }
  const auto key = s.capacity[row].empty() ? "report.signature.behalf" : "report.signature.capacity_behalf";
  const auto institution = s.on_behalf_of[row];
  return with_parts(c.say(key, arguments),
                    {{{with_article(c.language, c.label_of(institution)), Span::Style::plain,
                       c.target_of_institution(institution)}}});
}

Blocks agreement_blocks(const ReportContext& c, const AgreementFacts& facts) {
  return {{AgreementFields(c, facts).all()}};
}

}  // namespace maillage
