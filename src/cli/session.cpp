// SPDX-License-Identifier: Apache-2.0
#include "cli/session.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "cli/fault_messages.hpp"
#include "tables/display_width.hpp"

namespace maillage {

namespace {

std::string default_data() {
  if (std::filesystem::exists("datapackage.json")) return ".";
  const char* named = std::getenv("MAILLAGE_DATA");
  return named == nullptr ? "" : named;
}

}  // namespace

namespace {

// A folder that is no package, and forms that a later version reads: said as such, before they are taken for data full
// of faults.
void refuse_unread_form(const std::filesystem::path& path, const Language& language) {
  static const std::vector<std::string> unread{".graphml", ".gexf", ".net", ".json", ".sqlite", ".xlsx", ".ods", ".xml"};
  const auto extension = path.extension().string();
  std::error_code error;
  if (std::filesystem::is_directory(path, error) && !std::filesystem::exists(path / "datapackage.json", error)) {
    throw Failure(ExitCode::unsound_data, language.say("cli.error.no_package", {{"folder", path.string()}}));
  }
  if (path.filename() == "datapackage.json" || !std::filesystem::is_regular_file(path, error) ||
      std::ranges::find(unread, extension) == unread.end()) {
    return;
  }
  throw Failure(ExitCode::unsound_data,
                language.say("cli.error.unread_form", {{"file", path.string()}, {"extension", extension}}));
}

}  // namespace

bool has_default_data() { return !default_data().empty(); }

std::string data_path(const std::string& given, const Language& language) {
  if (!given.empty()) {
    refuse_unread_form(given, language);
    return given;
  }
  if (auto path = default_data(); !path.empty()) {
    refuse_unread_form(path, language);
    return path;
  }
  throw Failure(ExitCode::usage, language.say("cli.error.no_data"));
}

std::optional<InputFormat> input_format_of(const std::string& word, const Language& language) {
  if (word.empty()) return std::nullopt;
  if (word == "package") return InputFormat::package;
  if (word == "agreements") return InputFormat::agreements_csv;
  if (word == "edges") return InputFormat::edge_list_csv;
  throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--input-format"},
                                                                         {"value", shown_word(word)},
                                                                         {"codes", "package, agreements, edges"}}));
}

const DataSet& Session::load(const std::string& data, const std::string& input_format) {
  const auto path = data_path(data, language);
  LoadOptions options;
  options.format = input_format_of(input_format, language);
  loaded_ = timings.phase("load", [&] { return std::make_unique<Loaded>(maillage::load(path, options)); });
  if (loaded_->has_errors()) {
    throw Failure(ExitCode::unsound_data, unsound_data_message(loaded_->faults, path, language));
  }
  if (const auto warnings = static_cast<std::int64_t>(loaded_->faults.size()); warnings > 0) {
    tell(language.say_count("cli.note.warnings", warnings, {{"data", path}}));
  }
  return loaded_->data;
}

const NameIndex& Session::names() {
  if (!names_) names_ = std::make_unique<NameIndex>(loaded_->data);
  return *names_;
}

std::string shown_word(std::string_view word) {
  constexpr std::size_t longest = 80;  // columns; a whole page pasted by mistake would hide the message
  const auto line = terminal_line(word);
  const auto parts = wrapped(line, longest);
  return parts.size() == 1 && display_width(line) <= longest ? line : parts.front() + "…";
}

std::vector<std::string> split_at_commas(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start <= text.size();) {
    const auto end = std::min(text.find(',', start), text.size());
    if (end > start) words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

// A message has lines of its own; what stands in them must not move the cursor.
std::string safe_lines(const std::string& words) {
  std::string text;
  for (std::size_t start = 0; start <= words.size();) {
    const auto end = std::min(words.find('\n', start), words.size());
    const auto line = words.substr(start, end - start);
    const auto indent = std::min(line.find_first_not_of(' '), line.size());
    text += line.substr(0, indent) + terminal_line(line.substr(indent)) + (end < words.size() ? "\n" : "");
    start = end + 1;
  }
  return text;
}

namespace {

std::string id_of(const DataSet& data, const NameMatch& match) {
  switch (match.kind) {
    case EntityKind::institution: return std::string(data.institutions.id[match.row]);
    case EntityKind::person: return std::string(data.people.id[match.row]);
    case EntityKind::agreement: return std::string(data.agreements.id[match.row]);
  }
  return {};
}

std::string name_of(const DataSet& data, const NameMatch& match) {
  switch (match.kind) {
    case EntityKind::institution: return std::string(data.name_of_institution(match.row));
    case EntityKind::person: return std::string(data.name_of_person(match.row));
    case EntityKind::agreement: return std::string(data.title_of_agreement(match.row));
  }
  return {};
}

// The name, the id to say it by and, where another spelling is the near one, that spelling.
std::string candidate_line(const DataSet& data, const NameMatch& match) {
  const auto id = id_of(data, match);
  const auto name = name_of(data, match);
  auto line = terminal_line(name) + "  (" + terminal_line(id) + ")";
  if (match.name != name && match.name != id) line += "  = " + terminal_line(match.name);
  return line;
}

}  // namespace

NameMatch Session::resolve(const std::string& word, const std::vector<EntityKind>& kinds) {
  const auto found = names().find(word, kinds);
  if (found.size() == 1) return found.front();
  const auto candidates = found.empty() ? names().nearest(word, 5, kinds) : found;
  std::string lines;
  for (const auto& candidate : candidates) lines += "\n  " + candidate_line(data(), candidate);
  const auto key = !found.empty() ? "cli.error.ambiguous_name"
                   : lines.empty() ? "cli.error.unknown_name_alone"
                                   : "cli.error.unknown_name";
  throw Failure(ExitCode::usage, language.say(key, {{"name", shown_word(word)}}) + lines);
}

void Session::tell(const std::string& words) const {
  if (!quiet) warn(words);
}

void Session::warn(const std::string& words) const { std::cerr << "maillage: " << safe_lines(words) << '\n'; }

}  // namespace maillage
