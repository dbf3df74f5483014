// SPDX-License-Identifier: Apache-2.0
#include "cli/session.hpp"

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "cli/fault_messages.hpp"

namespace maillage {

std::string data_path(const std::string& given, const Language& language) {
  if (!given.empty()) return given;
  if (std::filesystem::exists("datapackage.json")) return ".";
  if (const char* named = std::getenv("MAILLAGE_DATA"); named != nullptr && *named != '\0') return named;
  throw Failure(ExitCode::usage, language.say("cli.error.no_data"));
}

std::optional<InputFormat> input_format_of(const std::string& word, const Language& language) {
  if (word.empty()) return std::nullopt;
  if (word == "package") return InputFormat::package;
  if (word == "agreements") return InputFormat::agreements_csv;
  if (word == "edges") return InputFormat::edge_list_csv;
  throw Failure(ExitCode::usage, language.say("cli.error.unknown_code", {{"option", "--input-format"},
                                                                         {"value", word},
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

namespace {

std::string id_of(const DataSet& data, const NameMatch& match) {
  switch (match.kind) {
    case EntityKind::institution: return std::string(data.institutions.id[match.row]);
    case EntityKind::person: return std::string(data.people.id[match.row]);
    case EntityKind::agreement: return std::string(data.agreements.id[match.row]);
  }
  return {};
}

}  // namespace

NameMatch Session::resolve(const std::string& word, const std::vector<EntityKind>& kinds) {
  const auto found = names().find(word, kinds);
  if (found.size() == 1) return found.front();
  const auto candidates = found.empty() ? names().nearest(word, 5, kinds) : found;
  std::string lines;
  for (const auto& candidate : candidates) {
    lines += "\n  " + std::string(candidate.name) + "  (" + id_of(data(), candidate) + ")";
  }
  const auto key = !found.empty() ? "cli.error.ambiguous_name"
                   : lines.empty() ? "cli.error.unknown_name_alone"
                                   : "cli.error.unknown_name";
  throw Failure(ExitCode::usage, language.say(key, {{"name", word}}) + lines);
}

void Session::tell(const std::string& words) const {
  if (!quiet) warn(words);
}

void Session::warn(const std::string& words) const { std::cerr << "maillage: " << words << '\n'; }

}  // namespace maillage
