// SPDX-License-Identifier: Apache-2.0
#include "documents/drafts/draft_json.hpp"

#include <nlohmann/json.hpp>

namespace maillage::documents {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

// YYYY, YYYY-MM or YYYY-MM-DD; null for what is none of them (its EDTF stands under date_bounds).
Json plain_date(const PartialDate& date) {
  const bool is_plain = date.kind() == DateKind::single && date.precision() <= DatePrecision::year;
  if (!is_plain) return nullptr;
  auto text = date.to_edtf();
  if (date.qualifier() != DateQualifier::none) text.pop_back();
  return text;
}

class Writer {
 public:
  explicit Writer(const ReadDocument& read) : read_(read) {}

  Json document(std::string_view file) const {
    Json json{{"document", {{"file", file}, {"publisher", text_or_null(read_.publisher.value)}, {"date", nullptr}}}};
    if (read_.dates.of_document) json["document"]["date"] = plain_date(read_.dates.of_document->date);
    json["agreements"] = Json::array();
    for (const auto& agreement : read_.agreements) json["agreements"].push_back(this->agreement(agreement));
    json["institutions_mentioned"] = Json::array();
    for (const auto& named : read_.institutions.named) {
      if (!named.is_generic) json["institutions_mentioned"].push_back(named.name);
    }
    json["people"] = Json::array();
    for (const auto& person : read_.people.named) json["people"].push_back(this->person(person));
    return json;
  }

 private:
  Json institution(const std::optional<std::uint32_t>& number) const {
    return number ? Json(read_.institutions.named[*number].name) : Json(nullptr);
  }
  Json person(const NamedPerson& person) const {
    Json json{{"name", person.name}, {"role", nullptr}, {"institution", nullptr}};
    if (!person.functions.empty()) {
      json["role"] = text_or_null(person.functions.front().title);
      json["institution"] = institution(person.functions.front().institution);
    }
    if (person.is_contact) json["contact"] = true;
    return json;
  }
  Json field(const std::string& name, double confidence, const Span& span, const std::string& rule) const {
    const auto lines = read_.prose.lines_of(span);
    return {{"field", name}, {"confidence", confidence}, {"from_line", lines.from}, {"to_line", lines.to}, {"rule", rule}};
  }
  Json agreement(const ReadAgreement& agreement) const;

  const ReadDocument& read_;
};

Json Writer::agreement(const ReadAgreement& agreement) const {
  static constexpr std::string_view kStatus[] = {"unknown", "signed", "announced", "renewed"};
  Json json{{"title", text_or_null(agreement.title.value)},
            {"type", agreement.type.value.empty() ? "other" : agreement.type.value},
            {"status", kStatus[static_cast<std::size_t>(agreement.status.value)]}};
  Json fields = Json::array(), bounds = Json::object();
  const auto add_field = [&](const std::string& name, const auto& claim) {
    if (claim.is_said()) fields.push_back(field(name, claim.confidence, claim.span, claim.rule));
  };
  const auto add_date = [&](const std::string& name, const Claimed<PartialDate>& claim) -> Json {
    add_field(name, claim);
    auto date = plain_date(claim.value);
    if (date.is_null() && claim.value.is_known()) bounds[name] = claim.value.to_edtf();
    return date;
  };
  add_field("title", agreement.title);
  add_field("type", agreement.type);
  add_field("status", agreement.status);
  json["parties"] = Json::array();
  for (std::size_t i = 0; i < agreement.parties.size(); ++i) {
    const auto& party = agreement.parties[i];
    json["parties"].push_back({{"name", read_.institutions.named[party.institution].name},
                               {"role", party.role.empty() ? "party" : party.role}});
    fields.push_back(field("parties[" + std::to_string(i) + "]", party.confidence, party.span, party.rule));
  }
  if (agreement.unnamed_parties > 0) json["unnamed_parties"] = agreement.unnamed_parties;
  json["signed"] = {{"date", add_date("signed", agreement.signed_on)}};
  json["valid_from"] = add_date("valid_from", agreement.valid_from);
  json["valid_to"] = add_date("valid_to", agreement.valid_to);
  json["duration_months"] = agreement.duration_months.is_said() ? Json(agreement.duration_months.value) : Json(nullptr);
  add_field("duration_months", agreement.duration_months);
  json["themes"] = Json::array();
  for (std::size_t i = 0; i < agreement.themes.size(); ++i) {
    json["themes"].push_back(agreement.themes[i].value);
    add_field("themes[" + std::to_string(i) + "]", agreement.themes[i]);
  }
  json["amount_eur"] = agreement.amount_eur.is_said() ? Json(agreement.amount_eur.value) : Json(nullptr);
  add_field("amount_eur", agreement.amount_eur);
  json["signatories"] = Json::array();
  for (std::size_t i = 0; i < agreement.signatories.size(); ++i) {
    const auto& one = agreement.signatories[i];
    json["signatories"].push_back({{"person", read_.people.named[one.person].name},
                                   {"role", text_or_null(one.function)},
                                   {"institution", institution(one.institution)}});
    fields.push_back(field("signatories[" + std::to_string(i) + "]", one.confidence, one.span, one.rule));
  }
  if (!bounds.empty()) json["date_bounds"] = bounds;
  json["fields"] = std::move(fields);
  return json;
}

}  // namespace

nlohmann::ordered_json draft_json(const ReadDocument& read, std::string_view file) { return Writer(read).document(file); }

}  // namespace maillage::documents
