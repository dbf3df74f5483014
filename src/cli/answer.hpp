// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "tables/table.hpp"

namespace maillage {

using Json = nlohmann::ordered_json;

/// Where a command's result goes and in what form.
struct OutputOptions {
  std::string file;                     ///< empty: standard output
  std::string format;                   ///< table csv json md excel xlsx; empty: by the file's extension, else table
  std::vector<std::string> columns;
  std::string sort;
  std::size_t top = 0;                  ///< 0: all
  std::uint64_t seed = 1;
  bool force = false;

  enum class Kind { file_only, table };
  void define(CLI::App& app, const Language& language, Kind kind);
  /// Failure(usage) for a form of table that is not known, by its name or by the extension of the file: asked before
  /// any work is done.
  void check(const Language& language) const;

 private:
  Kind kind_ = Kind::file_only;
};

/// A result as a table and as JSON at once. `rows` stand beside the table's rows, one for one: sorting and --top apply
/// to both. The JSON is `json` with the rows under `rows_key`; with an empty key the array of rows itself.
struct Answer {
  Table table;
  Json json;
  std::string rows_key;
  std::vector<Json> rows;
};

/// Writes an answer in the form asked for. Failure(usage) for an unknown column or format; CannotWrite.
void give(Session& session, const OutputOptions& options, Answer answer);
/// Failure(usage) for a column to show or sort by that the answer will not have: for commands that write before they give.
void check_columns(const OutputOptions& options, Answer empty, const Language& language);
/// Writes bytes to the file, or to standard output.
void give_bytes(Session& session, const OutputOptions& options, const std::string& bytes);
/// Writes a folder of files; an existing folder that holds the same bytes already is left as it is.
void give_folder(Session& session, const OutputOptions& options,
                 const std::vector<std::pair<std::string, std::string>>& files);

/// Everything to standard output; a full disk or closed pipe is a Failure.
void print(const std::string& bytes, const Language& language);

/// Width of the terminal; 0 (as wide as it comes) where standard output is no terminal, unless COLUMNS says one.
unsigned terminal_width(const OutputOptions& options);

/// Is the result read by people, as a table on the terminal or in Markdown?
bool is_read(const OutputOptions& options);
/// The same options with the columns that people read, where nobody chose some and people read the result.
OutputOptions columns_to_read(OutputOptions options, std::vector<std::string> columns);

/// Format by --format, else by the extension of the output file, else `table`.
std::string format_of(const OutputOptions& options);

}  // namespace maillage
