// SPDX-License-Identifier: Apache-2.0
#include "cli/sectioned_answer.hpp"

#include "cli/shown_values.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage {
namespace {

// The main table as it is read: sorted, cut and with the columns asked for.
Table table_to_read(const SectionedAnswer& answer, const OutputOptions& options, const Language& language) {
  auto table = answer.main.table;
  try {
    if (!options.sort.empty()) table = sorted_by(table, options.sort);
    const bool is_page = format_of(options) != "xlsx";  // a workbook holds all
    const auto& columns = options.columns.empty() && is_page ? answer.columns_for_reading : options.columns;
    if (!columns.empty()) table = with_columns(table, columns);
  } catch (const std::invalid_argument& unknown) {
    std::vector<std::string> keys;
    for (const auto& column : answer.main.table.columns) keys.push_back(column.key);
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_column",
                                                {{"name", unknown.what()}, {"columns", language.list(keys)}}));
  }
  const auto rows_for_reading = format_of(options) == "xlsx" ? 0 : answer.rows_for_reading;
  const auto most = options.top > 0 ? options.top : rows_for_reading;
  if (most > 0 && table.rows.size() > most) {
    const auto left = static_cast<std::int64_t>(table.rows.size() - most);
    table.rows.resize(most);
    if (options.top == 0) table.notes.push_back(language.say_count("cli.note.more_rows", left));
  }
  return table;
}

std::vector<Table> sections_of(const SectionedAnswer& answer, const OutputOptions& options, const Language& language) {
  std::vector<Table> sections = answer.before;
  sections.push_back(table_to_read(answer, options, language));
  sections.insert(sections.end(), answer.after.begin(), answer.after.end());
  std::erase_if(sections, [](const Table& table) { return table.rows.empty() && table.notes.empty(); });
  for (auto& section : sections) show_values(section, language);
  return sections;
}

Table without_columns(std::string title, std::vector<std::string> sentences) {
  Table table;
  table.title = std::move(title);
  table.notes = std::move(sentences);
  return table;
}

std::string as_terminal(const SectionedAnswer& answer, const std::vector<Table>& sections, unsigned width) {
  auto text = to_terminal(without_columns(answer.title, {}), width);
  if (!answer.lead.empty()) text += to_terminal(without_columns({}, answer.lead), width).substr(1) + '\n';
  for (const auto& section : sections) {
    text += to_terminal(section, width);
    text += '\n';
  }
  // Notes come with a blank line of their own before them.
  if (!sections.empty()) text.pop_back();
  return text + to_terminal(without_columns({}, answer.notes), width);
}

std::string as_markdown(const SectionedAnswer& answer, const std::vector<Table>& sections) {
  std::string text = "# " + markdown_text(answer.title) + "\n";
  for (const auto& sentence : answer.lead) text += "\n" + markdown_text(sentence) + "\n";
  for (const auto& section : sections) {
    text += "\n## " + markdown_text(section.title) + "\n\n";
    if (section.columns.empty()) {
      for (const auto& note : section.notes) text += markdown_text(note) + "\n";
    } else {
      text += to_markdown(section);
    }
  }
  for (const auto& note : answer.notes) text += "\n" + markdown_text(note) + "\n";
  return text;
}

std::string as_workbook(const SectionedAnswer& answer, const std::vector<Table>& sections, const Language& language) {
  std::vector<SheetToWrite> sheets;
  Table first = without_columns(answer.title, {});
  first.name = language.say("whatif.sheet.summary");
  first.columns = {{"finding", language.say("whatif.sheet.summary")}};
  first.rows.push_back({Cell(answer.title)});
  for (const auto* sentences : {&answer.lead, &answer.notes}) {
    for (const auto& sentence : *sentences) first.rows.push_back({Cell(sentence)});
  }
  sheets.push_back({.table = std::move(first)});
  for (const auto& section : sections) {
    if (!section.columns.empty()) sheets.push_back({.table = section});
  }
  return to_xlsx(sheets, {.title = answer.title, .day_format = language.is_french() ? "dd/mm/yyyy" : "yyyy-mm-dd"});
}

}  // namespace

void give(Session& session, const OutputOptions& options, SectionedAnswer answer) {
  const auto& language = session.language;
  const auto format = format_of(options);
  if (format != "table" && format != "md" && format != "xlsx") {
    auto& table = answer.main.table;
    if (format == "json") {
      answer.main.json["summary"] = answer.title;
      answer.main.json["sentences"] = answer.lead;
      answer.main.json["notes"] = answer.notes;
    } else {
      table.notes = {answer.title};
      for (const auto* sentences : {&answer.lead, &answer.notes}) {
        table.notes.insert(table.notes.end(), sentences->begin(), sentences->end());
      }
    }
    return give(session, options, std::move(answer.main));
  }
  const auto sections = sections_of(answer, options, language);
  give_bytes(session, options,
             format == "table" ? as_terminal(answer, sections, terminal_width(options))
             : format == "md"  ? as_markdown(answer, sections)
                               : as_workbook(answer, sections, language));
}

}  // namespace maillage
