// SPDX-License-Identifier: Apache-2.0
#include "cli/register_template.hpp"

#include <array>
#include <map>

#include "model/codes.hpp"
#include "records/office/carried_mapping.hpp"
#include "tables/csv_reader.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage {
namespace {

struct TemplateColumn {
  const char* name;  ///< of its messages
  ImportField field;
};
constexpr auto kColumns = std::to_array<TemplateColumn>({
    {"reference", ImportField::reference}, {"title", ImportField::title}, {"type", ImportField::type}, {"stage", ImportField::status},
    {"parties", ImportField::party}, {"signed", ImportField::signed_on}, {"valid_from", ImportField::valid_from}, {"valid_to", ImportField::valid_to},
    {"duration", ImportField::duration}, {"renewal", ImportField::renewal}, {"notice", ImportField::notice},
    {"signatories", ImportField::signatory}, {"capacities", ImportField::capacity}, {"sides", ImportField::signatory_of},
    {"themes", ImportField::themes}, {"amount", ImportField::amount_eur},
    {"unit", ImportField::responsible_unit}, {"source", ImportField::source}, {"link", ImportField::source_url},
    {"note", ImportField::agreement_note},
});
constexpr std::size_t kBlankRows = 500;

// Labels of the codes in the order of the codes, and what they mean for the mapping.
struct Choices {
  std::vector<std::string> labels;
  std::string codes;
};
Choices choices_of(const Language& language, std::string_view group, std::span<const std::string_view> codes) {
  Choices choices;
  for (const auto code : codes) {
    if (code.empty() || code == "not_said") continue;
    choices.labels.push_back(language.label(group, code));
    choices.codes += (choices.codes.empty() ? "" : "|") + choices.labels.back() + "=" + std::string(code);
  }
  return choices;
}

Cell example_of(const Language& language, std::string_view name, bool is_first) {
  static const std::map<std::string_view, const char*> texts{
      {"reference", "new.example.reference"}, {"title", "new.example.title"}, {"parties", "new.example.parties"},
      {"duration", "new.example.duration"}, {"notice", "new.example.notice"}, {"signatories", "new.example.people"}, {"capacities", "new.example.capacities"}, {"sides", "new.example.sides"},
      {"themes", "new.example.themes"}, {"unit", "new.example.unit"}, {"source", "new.example.source"}, {"note", "new.example.note"}};
  if (name == "type") return language.label("type", is_first ? "framework_agreement" : "amendment");
  if (name == "stage") return language.label("stage", is_first ? "signed" : "announced");
  if (!is_first) {
    if (name == "reference") return language.say("new.example.reference_2");
    if (name == "title") return language.say("new.example.title_2");
    if (name == "signed") return "2026-03";
    return name == "parties" || name == "note" ? Cell(language.say(texts.at(name))) : Cell();
  }
  if (name == "signed" || name == "valid_from") return "2024-01-15";
  if (name == "valid_to") return "2029-01-14";
  if (name == "renewal") return language.label("renewal", "tacit");
  if (name == "amount") return Cell(12500.5);
  const auto found = texts.find(name);
  return found == texts.end() ? Cell() : Cell(language.say(found->second));
}

SheetToWrite register_sheet(const Language& language, Mapping& mapping) {
  SheetToWrite sheet;
  sheet.table.title = language.say("new.sheet.register");
  sheet.table.rows.resize(2);
  const auto types = choices_of(language, "type", code_names<AgreementType>);
  const auto renewals = choices_of(language, "renewal", code_names<Renewal>);
  const auto stages = choices_of(language, "stage", code_names<Stage>);
  sheet.no_day = language.say("new.no_day");
  for (const auto& [name, field] : kColumns) {
    const auto label = language.say(std::string("new.column.") + name);
    sheet.table.columns.push_back({name, label});
    sheet.explanations[name] = language.say(std::string("new.help.") + name);
    sheet.table.rows[0].push_back(example_of(language, name, true));
    sheet.table.rows[1].push_back(example_of(language, name, false));
    MappedColumn column;
    column.table = sheet.table.title;
    column.column = label;
    column.field = field;
    const auto part = info_of(field).part;
    if (part == ImportPart::party || part == ImportPart::signatory) column.group = "1";
    const bool is_of_people = part == ImportPart::signatory;
    if (field == ImportField::party || is_of_people || field == ImportField::themes) column.separator = "; \\n";
    if (info_of(field).type == ImportType::date) sheet.days.insert(name);
    if (field == ImportField::reference || field == ImportField::duration || field == ImportField::notice) sheet.texts.insert(name);
    if (field == ImportField::type) {
      sheet.choices[name] = types.labels;
      column.codes = types.codes;
    } else if (field == ImportField::status) {
      sheet.choices[name] = stages.labels;
      column.codes = stages.codes;
    } else if (field == ImportField::renewal) {
      sheet.choices[name] = renewals.labels;
      column.codes = renewals.codes;
    }
    mapping.columns.push_back(std::move(column));
  }
  sheet.blank_rows = kBlankRows;
  return sheet;
}

SheetToWrite help_sheet(const Language& language) {
  SheetToWrite sheet;
  sheet.table.title = language.say("new.sheet.help");
  sheet.table.columns = {{"column", language.say("new.help.column")}, {"what", language.say("new.help.what")}};
  for (const auto& [name, field] : kColumns) {
    sheet.table.rows.push_back({Cell(language.say(std::string("new.column.") + name)), Cell(language.say(std::string("new.help.") + name))});
  }
  sheet.table.notes = {language.say("new.help.intro"), language.say("new.help.next")};
  return sheet;
}

SheetToWrite mapping_sheet(const Mapping& mapping) {
  SheetToWrite sheet;
  sheet.table.title = kMappingSheet;
  sheet.is_hidden = true;
  const auto csv = read_csv(mapping_csv(mapping));
  for (const auto& name : csv.header) sheet.table.columns.push_back({name, name});
  for (const auto& record : csv.records) sheet.table.rows.emplace_back(record.begin(), record.end());
  return sheet;
}

}  // namespace

std::string register_template(const Language& language) {
  Mapping mapping;
  std::vector<SheetToWrite> sheets{register_sheet(language, mapping), help_sheet(language)};
  sheets.push_back(mapping_sheet(mapping));
  return to_xlsx(sheets, {.title = language.say("new.title"), .day_format = language.is_french() ? "dd/mm/yyyy" : "yyyy-mm-dd"});
}

}  // namespace maillage
