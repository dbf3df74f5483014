// SPDX-License-Identifier: Apache-2.0
#include "cli/register_arguments.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "model/schema.hpp"
#include "records/cell_values.hpp"

namespace maillage {
namespace {

// Where the assignment's sign stands; npos where the word is none.
std::size_t sign_of(const std::string& word) {
  const auto equals = word.find('=');
  if (equals == std::string::npos || equals == 0) return std::string::npos;
  const auto end = word[equals - 1] == '+' || word[equals - 1] == '-' ? equals - 1 : equals;
  const bool is_name = end > 0 && std::ranges::all_of(word.substr(0, end), [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '-'; });
  return is_name ? equals : std::string::npos;
}

std::string column_of(std::string option) {
  std::ranges::replace(option, '-', '_');
  return option;
}

// Columns of the three tables people add to most, each once, as options.
void define_columns(CLI::App& app, const Language& language, std::map<std::string, std::vector<std::string>>& by_column) {
  for (const auto* name : {"agreements", "institutions", "people"}) {
    const auto& table = *find_table(name);
    const auto group = std::string(language.is_french() ? table.title_fr : table.title_en);
    for (const auto& field : table.fields) {
      const std::string column(field.name);
      if (column == "id" && std::string_view(name) != "agreements") continue;
      if (by_column.contains(column)) continue;
      auto option = "--" + column;
      std::ranges::replace(option, '_', '-');
      auto names = option;
      if (column == "themes") names += ",--theme";
      if (column == "axes") names += ",--axis";
      if (column == "aliases") names += ",--alias";
      if (column == "amount_eur") names += ",--amount";
      app.add_option(names, by_column[column], std::string(language.is_french() ? field.description_fr : field.description_en))
          ->group(group)->allow_extra_args(false)->type_name(language.say("register.type.value"));
    }
  }
}

}  // namespace

std::vector<RowKind> row_kinds() {
  return {{"agreement", "agreements"}, {"institution", "institutions"}, {"person", "people"}, {"position", "positions"},
          {"event", "events"}, {"mention", "mentions"}, {"theme", "themes"}, {"source", "sources"}, {"territory", "territories"},
          {"affiliation", "affiliations"}, {"succession", "successions"}};
}

void RegisterArguments::define(CLI::App& app, const Language& language, For command) {
  const bool edits = command == For::edit;
  const auto usage = std::string("[DATA] ") + language.say(edits ? "register.word.id" : "register.word.kind") + " [" + language.say("register.word.value") + "…]";
  app.add_option("words", words, language.say("cli.argument.data") + "\n" + language.say(edits ? "register.argument.id" : "register.argument.kind") +
                                     "\n" + language.say("register.argument.value"))
      ->type_name("")->expected(0, 100)->option_text(usage);
  define_columns(app, language, by_column);
  const auto group = language.say("register.group.rows");
  const auto add = [&](const char* option, std::vector<std::string>& into, const char* key, const char* type) {
    app.add_option(option, into, language.say(key))->group(group)->allow_extra_args(false)->type_name(language.say(type));
  };
  add("--party", parties, "register.option.party", "register.type.party");
  add("--signatory", signatories, "register.option.signatory", "register.type.signatory");
  add("--lineage", lineage, "register.option.lineage", "register.type.lineage");
  if (edits) {
    add("--remove-party", without_parties, "register.option.remove_party", "register.type.name");
    add("--remove-signatory", without_signatories, "register.option.remove_signatory", "register.type.name");
    add("--remove-lineage", without_lineage, "register.option.remove_lineage", "register.type.lineage");
  }
  app.add_option("--registry", registry, language.say("register.option.registry"))->group(group)->type_name("none|certain|likely|ID");
  evidence.define(app, language);
  keeping.define(app, language, KeepingOptions::Kind::with_dry_run);
  app.add_option("--format", output.format, language.say("cli.option.format"))
      ->group(language.say("cli.group.output"))->type_name("table|csv|json|md|excel|xlsx");
}

std::vector<std::string> RegisterArguments::plain_words() const {
  std::vector<std::string> plain;
  std::error_code error;
  for (const auto& word : words) {
    if (sign_of(word) == std::string::npos || std::filesystem::exists(word, error)) plain.push_back(word);
  }
  return plain;
}

std::vector<Assignment> RegisterArguments::assignments() const {
  std::vector<Assignment> all;
  for (const auto& [column, values] : by_column) {
    if (values.empty()) continue;
    std::string joined;
    for (const auto& value : values) joined += (joined.empty() ? "" : "|") + value;
    auto option = "--" + column;
    std::ranges::replace(option, '_', '-');
    all.push_back({Assignment::Act::set, column, joined, option});
  }
  std::error_code error;
  for (const auto& word : words) {
    const auto equals = sign_of(word);
    if (equals == std::string::npos || std::filesystem::exists(word, error)) continue;
    const char sign = word[equals - 1];
    const auto act = sign == '+' ? Assignment::Act::append : sign == '-' ? Assignment::Act::take_out : Assignment::Act::set;
    const auto field = column_of(word.substr(0, act == Assignment::Act::set ? equals : equals - 1));
    all.push_back({act, field, word.substr(equals + 1), field});
  }
  return all;
}

std::filesystem::path RegisterArguments::open(Session& session, const std::string& data) const {
  const auto& language = session.language;
  output.check(language);
  keeping.who(language);
  evidence.check(language);
  const auto path = data_path(data, language);
  auto folder = package_folder(path, language);
  session.load(path, "package");
  return folder;
}

std::string RegisterArguments::reason(const Language& language) const {
  if (evidence.none.empty()) return keeping.because;
  return keeping.because + (keeping.because.empty() ? "" : " ; ") + language.say("register.reason.no_evidence", {{"reason", evidence.none}});
}

PartyWords party_of(const std::string& text, const Language& language) {
  const auto& table = *find_table("parties");
  const auto& field = table.fields[table.place_of("role")];
  std::vector<std::string_view> codes(field.codes.begin(), field.codes.end());
  std::erase(codes, "");
  const auto colon = text.rfind(':');
  if (colon != std::string::npos) {
    const auto role = language.code_of_label("role", trimmed(std::string_view(text).substr(colon + 1)), codes);
    if (!role.empty()) return {std::string(trimmed(std::string_view(text).substr(0, colon))), role == "party" ? "" : role};
  }
  return {std::string(trimmed(text)), {}};
}

SignatoryWords signatory_of(const std::string& text, const Language& language) {
  SignatoryWords words;
  if (text.find('=') == std::string::npos) {
    words.person = trimmed(text);
    return words;
  }
  for (const auto part : split_list(text, ';')) {
    const auto equals = part.find('=');
    const auto key = column_of(std::string(trimmed(part.substr(0, std::min(equals, part.size())))));
    const auto value = equals == std::string_view::npos ? std::string() : std::string(trimmed(part.substr(equals + 1)));
    auto* into = key == "person"         ? &words.person
                 : key == "on_behalf_of" ? &words.on_behalf_of
                 : key == "capacity"     ? &words.capacity
                 : key == "kind"         ? &words.kind
                 : key == "date"         ? &words.date
                                         : nullptr;
    if (into == nullptr || equals == std::string_view::npos) {
      throw Failure(ExitCode::usage, language.say("register.error.signatory", {{"value", shown_word(part)}}));
    }
    *into = value;
  }
  if (words.person.empty()) throw Failure(ExitCode::usage, language.say("register.error.signatory", {{"value", shown_word(text)}}));
  return words;
}

LineageWords lineage_of(const std::string& text, const Language& language) {
  const auto& table = *find_table("lineage");
  const auto& field = table.fields[table.place_of("kind")];
  const auto colon = std::min(text.find(':'), text.size());
  const auto kind = language.code_of_label("lineage", text.substr(0, colon), {field.codes.begin(), field.codes.end()});
  if (kind.empty()) throw Failure(ExitCode::usage, language.say("register.error.lineage", {{"value", shown_word(text)}}));
  return {kind, colon == text.size() ? "" : text.substr(colon + 1)};
}

}  // namespace maillage
