// SPDX-License-Identifier: Apache-2.0
#include "cli/answer.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "cli/allowed_values.hpp"
#include "cli/shown_values.hpp"
#include "files/files.hpp"
#include "tables/json_text.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage {

void OutputOptions::define(CLI::App& app, const Language& language, Kind kind) {
  kind_ = kind;
  const auto group = language.say("cli.group.output");
  const auto words = [&](const char* key) { return language.say(key); };
  app.add_option("-o,--output", file, words("cli.option.output"))->group(group)->type_name(words("cli.type.file"));
  app.add_flag("--force", force, words("cli.option.force"))->group(group);
  allow_whole_numbers(app.add_option("--seed", seed, words("cli.option.seed"))->group(group)->type_name("N"), language,
                      0);
  if (kind == Kind::file_only) return;
  allow_whole_numbers(app.add_option("--top", top, words("cli.option.top"))->group(group)->type_name("N"), language, 1);
  app.add_option("--format", format, words("cli.option.format"))->group(group)->type_name("table|csv|json|md|excel|xlsx");
  app.add_option("--columns", columns, words("cli.option.columns"))
      ->group(group)->delimiter(',')->allow_extra_args(false)->type_name(words("cli.type.columns"));
  app.add_option("--sort", sort, words("cli.option.sort"))->group(group)->type_name(words("cli.type.column"));
}

void OutputOptions::check(const Language& language) const {
  if (kind_ == Kind::file_only) return;
  static const std::vector<std::string> formats{"table", "csv", "json", "md", "excel", "xlsx"};
  if (!format.empty()) {
    if (std::ranges::find(formats, format) != formats.end()) return;
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--format"},
                                                                           {"value", shown_word(format)},
                                                                           {"codes", "table, csv, json, md, excel, xlsx"}}));
  }
  static const std::vector<std::string> extensions{"", ".txt", ".csv", ".json", ".md", ".xlsx"};
  const auto extension = std::filesystem::path(file).extension().string();
  if (std::ranges::find(extensions, extension) != extensions.end()) return;
  throw Failure(ExitCode::usage,
                language.say("cli.error.extension", {{"file", file}, {"extensions", ".csv, .json, .md, .txt, .xlsx"}}));
}

std::string format_of(const OutputOptions& options) {
  if (!options.format.empty()) return options.format;
  const auto extension = std::filesystem::path(options.file).extension().string();
  if (extension == ".csv" || extension == ".json" || extension == ".md" || extension == ".xlsx") return extension.substr(1);
  return "table";
}

bool is_read(const OutputOptions& options) {
  const auto format = format_of(options);
  return format == "table" || format == "md";
}

OutputOptions columns_to_read(OutputOptions options, std::vector<std::string> columns) {
  if (options.columns.empty() && is_read(options)) options.columns = std::move(columns);
  return options;
}

namespace {

// A list that is shown as how many it holds is sorted as it is shown.
void count_shown_lists(const Answer& answer, const std::string& key, Table& table, const Language& language) {
  const auto found = std::ranges::find(table.columns, key, &TableColumn::key);
  if (found == table.columns.end() || answer.rows.size() != table.rows.size()) return;
  const auto at = static_cast<std::size_t>(found - table.columns.begin());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto list = answer.rows[row].find(key);
    if (list == answer.rows[row].end() || !list->is_array()) return;
    if (table.rows[row][at].shown == language.number(static_cast<std::int64_t>(list->size()))) table.rows[row][at] = Cell(list->size());
  }
}

// Sorts table and JSON rows alike: the row numbers travel along as a column.
void sort_and_cut(Answer& answer, const OutputOptions& options, const Language& language) {
  auto& table = answer.table;
  if (!options.sort.empty()) {
    auto numbered = table;
    count_shown_lists(answer, options.sort.substr(options.sort.starts_with('-') ? 1 : 0), numbered, language);
    numbered.columns.push_back({"\n", "", TableColumn::Align::left});
    for (std::size_t row = 0; row < numbered.rows.size(); ++row) numbered.rows[row].emplace_back(row);
    const auto sorted = sorted_by(numbered, options.sort);
    std::vector<Json> rows;
    std::vector<std::vector<Cell>> cells;
    for (const auto& row : sorted.rows) {
      const auto at = static_cast<std::size_t>(std::get<std::int64_t>(row.back().value));
      cells.push_back(table.rows[at]);
      if (!answer.rows.empty()) rows.push_back(std::move(answer.rows[at]));
    }
    table.rows = std::move(cells);
    answer.rows = std::move(rows);
  }
  if (options.top > 0 && table.rows.size() > options.top) {
    table.rows.resize(options.top);
    if (answer.rows.size() > options.top) answer.rows.resize(options.top);
  }
}

void keep_columns(Answer& answer, const std::vector<std::string>& columns) {
  if (columns.empty()) return;
  answer.table = with_columns(answer.table, columns);
  for (auto& row : answer.rows) {
    Json kept = Json::object();
    for (const auto& column : columns) {
      if (row.contains(column)) kept[column] = row[column];
    }
    row = std::move(kept);
  }
}

std::string json_of(Answer& answer) {
  Json rows = Json::array();
  for (auto& row : answer.rows) rows.push_back(std::move(row));
  if (answer.rows.empty() && answer.rows_key.empty() && !answer.json.is_null()) return json_text(answer.json);
  if (answer.rows_key.empty()) return json_text(rows);
  answer.json[answer.rows_key] = std::move(rows);
  return json_text(answer.json);
}

void sort_and_choose(Answer& answer, const OutputOptions& options, const Language& language) {
  try {
    sort_and_cut(answer, options, language);
    keep_columns(answer, options.columns);
  } catch (const std::invalid_argument& unknown) {
    std::vector<std::string> keys;
    for (const auto& column : answer.table.columns) keys.push_back(column.key);
    throw Failure(ExitCode::usage, language.say("cli.error.unknown_column", {{"name", unknown.what()},
                                                                             {"columns", language.list(keys)}}));
  }
}

const char* day_format(const Language& language) { return language.is_french() ? "dd/mm/yyyy" : "yyyy-mm-dd"; }

}  // namespace

void check_columns(const OutputOptions& options, Answer empty, const Language& language) { sort_and_choose(empty, options, language); }

unsigned terminal_width(const OutputOptions& options) {
  if (!options.file.empty()) return 0;
  if (const char* columns = std::getenv("COLUMNS"); columns != nullptr) {
    const auto width = std::strtoul(columns, nullptr, 10);
    if (width >= 20 && width < 10000) return static_cast<unsigned>(width);
  }
  winsize size{};
  if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) return size.ws_col;
  return 0;
}

void give(Session& session, const OutputOptions& options, Answer answer) {
  const auto& language = session.language;
  sort_and_choose(answer, options, language);
  const auto format = format_of(options);
  const bool has_notes = format == "table" || format == "md" || format == "xlsx";
  if (!has_notes && (format != "json" || answer.rows_key.empty())) {
    for (const auto& note : answer.table.notes) session.tell(note);
  }
  if (has_notes) show_values(answer.table, language);
  std::string bytes;
  if (format == "table") {
    bytes = to_terminal(answer.table, terminal_width(options));
  } else if (format == "csv") {
    bytes = to_csv(answer.table);
  } else if (format == "excel") {
    bytes = to_excel_csv(answer.table);
  } else if (format == "xlsx") {
    bytes = to_xlsx({{.table = answer.table}}, {.title = answer.table.title, .day_format = day_format(language)});
  } else if (format == "md") {
    bytes = to_markdown(answer.table);
  } else {
    bytes = json_of(answer);
  }
  give_bytes(session, options, bytes);
}

void print(const std::string& bytes, const Language& language) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const auto count = ::write(STDOUT_FILENO, bytes.data() + written, bytes.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EPIPE) throw Failure(ExitCode::closed_pipe, "");
    if (count < 0) throw Failure(ExitCode::not_written, language.say("cli.error.standard_output"));
    written += static_cast<std::size_t>(count);
  }
}

void give_bytes(Session& session, const OutputOptions& options, const std::string& bytes) {
  session.timings.phase("write", [&] {
    if (options.file.empty() || options.file == "-") {
      print(bytes, session.language);
    } else {
      write_file(options.file, bytes, options.force ? Overwrite::allowed : Overwrite::never);
    }
  });
}

void give_folder(Session& session, const OutputOptions& options,
                 const std::vector<std::pair<std::string, std::string>>& files) {
  const std::filesystem::path folder = options.file;
  const auto is_there = [&](const auto& file) {
    const auto path = folder / file.first;
    std::error_code error;
    return std::filesystem::is_regular_file(path, error) && std::filesystem::file_size(path, error) == file.second.size() &&
           read_file(path) == file.second;
  };
  bool same = std::filesystem::is_directory(folder);
  for (const auto& file : files) same = same && is_there(file);
  session.timings.phase("write", [&] {
    if (!same) write_folder(folder, files, options.force ? Overwrite::allowed : Overwrite::never);
  });
  session.tell(session.language.say_count(same ? "cli.note.folder_unchanged" : "cli.note.folder_written",
                                          static_cast<std::int64_t>(files.size()), {{"folder", options.file}}));
}

}  // namespace maillage
