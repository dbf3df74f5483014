// SPDX-License-Identifier: Apache-2.0
#include "cli/import_report.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <utility>

#include "cli/field_words.hpp"
#include "cli/registry_page.hpp"
#include "model/schema.hpp"
#include "records/cell_values.hpp"
#include "records/office/import_field.hpp"
#include "tables/table.hpp"

namespace maillage {
namespace {

using Kind = ImportNote::Kind;

constexpr std::size_t kFewNotes = 12;      // are told one by one
constexpr std::size_t kFirstOfKind = 3;

// In the order in which a person should look at them.
const std::vector<std::pair<Kind, std::string>> kKinds{
    {Kind::unattached, "unattached"},     {Kind::no_parties, "no_parties"},   {Kind::unread, "unread"},           {Kind::error_value, "error_value"},
    {Kind::not_computed, "not_computed"}, {Kind::uneven, "uneven"},           {Kind::conflicting, "conflicting"}, {Kind::same_id, "same_id"},
    {Kind::same_reference, "same_reference"}, {Kind::perhaps_several, "perhaps_several"}, {Kind::alike, "alike"}, {Kind::doubtful, "doubtful"},
    {Kind::no_day, "no_day"},             {Kind::month_only, "month_only"},
    {Kind::no_term, "no_term"},
    {Kind::unknown_code, "unknown_code"}, {Kind::perhaps_name, "perhaps_name"}, {Kind::continued, "continued"},   {Kind::contact, "contact"},
    {Kind::heading, "heading"},           {Kind::column_left, "column_left"}, {Kind::hidden_table, "hidden_table"}};

std::string name_of(Kind kind) { return std::ranges::find(kKinds, kind, &std::pair<Kind, std::string>::first)->second; }

bool is_loss(Kind kind) {
  return kind == Kind::unread || kind == Kind::conflicting || kind == Kind::no_parties || kind == Kind::error_value || kind == Kind::uneven ||
         kind == Kind::contact || kind == Kind::not_computed || kind == Kind::unattached;
}

// A value of the agreement itself that could not be read is kept among its remarks.
bool is_kept(const ImportNote& note) {
  const auto field = import_field_named(note.field);
  return note.kind == Kind::unread && field && info_of(*field).part == ImportPart::agreement;
}

// The table and column of the package that a field of a list fills.
std::pair<std::string_view, std::string_view> column_of(std::string_view name) {
  const auto field = import_field_named(name);
  if (!field) return {};
  const auto& info = info_of(*field);
  for (const auto* table : {"agreements", "parties", "signatures", "institutions", "people", "sources"}) {
    const bool is_of_agreement = std::string_view(table) == "agreements";
    const auto& schema = *find_table(table);
    if (is_of_agreement == (info.part == ImportPart::agreement) && schema.place_of(info.column) < schema.fields.size()) return {table, info.column};
  }
  return {};
}

std::string field_of_list(std::string_view name, const Language& language) {
  const auto [table, column] = column_of(name);
  return column.empty() ? std::string(name) : field_in_words(table, column, language);
}

// What a cell was read as: a value of its field, or several as `duration P1Y, renewal tacit`.
std::string taken_in_words(const ImportNote& note, const Language& language) {
  const auto [table, column] = column_of(note.field);
  if (const auto words = value_in_words(table, column, note.taken, language); words != note.taken) return words;
  std::vector<std::string> parts;
  for (const auto part : split_list(note.taken, ',')) {
    const auto space = part.find(' ');
    const auto [of, named] = column_of(part.substr(0, space));
    if (space == std::string_view::npos || named.empty()) return note.taken;
    parts.push_back(language.say("import.field_and_value", {{"field", field_in_words(of, named, language)},
                                                            {"value", value_in_words(of, named, std::string(part.substr(space + 1)), language)}}));
  }
  return parts.empty() ? note.taken : language.list(parts);
}

std::string value_of(const ImportNote& note, const Language& language) {
  if (note.value.empty() || note.kind == Kind::column_left) return note.value;
  return language.quoted(shown_word(note.value));
}

std::string words_of_note(const ImportNote& note, const Language& language) {
  const auto place = note.row == 0 ? note.table : language.say("import.place", {{"table", note.table}, {"row", std::to_string(note.row)}});
  return language.say("import.note." + name_of(note.kind) + (is_kept(note) ? ".kept" : ""),
                      {{"place", place}, {"column", note.column.empty() ? field_of_list(note.field, language) : note.column},
                       {"field", language.quoted(field_of_list(note.field, language))}, {"value", value_of(note, language)}, {"taken", taken_in_words(note, language)},
                       {"count", language.number(static_cast<std::int64_t>(note.count))}});
}

}  // namespace

ImportReport::ImportReport(const ImportedList& list, const Besides& besides, const Language& language) : language_(language) {
  for (const auto& note : list.notes) add(note, language);
  for (const auto& match : list.matches) add(match, language);
  const auto add_words = [&](const std::string& kind, const std::string& value, std::string words) {
    lines_.push_back({{}, {}, {}, {}, kind, value, {}, std::move(words)});
  };
  for (const auto& words : besides.file_problems) add_words("unread_cell", {}, words);
  for (const auto& words : besides.left_empty) add_words("left_empty", {}, words);
  for (const auto& id : besides.gone) add_words("gone", id, language.say("import.note.gone", {{"id", language.quoted(shown_word(id))}}));
  has_loss_ = has_loss_ || !besides.left_empty.empty() || !besides.file_problems.empty();
}

void ImportReport::add(const ImportNote& note, const Language& language) {
  has_loss_ = has_loss_ || is_loss(note.kind);
  lines_.push_back({note.table, note.row == 0 ? "" : std::to_string(note.row), note.column, note.field, name_of(note.kind), note.value, note.taken,
                    words_of_note(note, language)});
}

void ImportReport::add(const InstitutionMatch& match, const Language& language) {
  using Judgement = InstitutionMatch::Judgement;
  ++(match.judgement == Judgement::known || match.judgement == Judgement::told ? known_ : added_);
  add_registry(match, language);
  if (match.judgement != Judgement::near && match.judgement != Judgement::ambiguous) return;
  std::vector<std::string> others;
  for (const auto& [id, score] : match.runners_up) others.push_back(id + " (" + language.percent(score) + ")");
  const std::string kind = match.judgement == Judgement::near ? "near" : "ambiguous";
  lines_.push_back({{}, {}, {}, "party", kind, match.spelling, match.id,
                    language.say("import.match." + kind, {{"name", language.quoted(shown_word(match.spelling))}, {"id", match.id}, {"others", language.list(others)}})});
}

// What the registry has for a name: taken, or to be looked at.
void ImportReport::add_registry(const InstitutionMatch& match, const Language& language) {
  using Verdict = RegistryAnswer::Verdict;
  const auto name = language.quoted(shown_word(match.spelling));
  if (match.entry) {
    const auto entry = Registry::carried().entry(*match.entry);
    lines_.push_back({{}, {}, {}, "party", "registry_taken", match.spelling, match.id,
                      language.say("import.registry.taken", {{"name", name}, {"entry", entry.name}, {"entry_id", entry.id}, {"id", match.id},
                                                             {"score", language.percent(match.registry_score)}})});
    return;
  }
  if (match.registry.matches.empty()) return;
  const std::string kind = match.registry.verdict == Verdict::ambiguous ? "registry_ambiguous"
                           : match.registry.verdict == Verdict::likely  ? "registry_likely"
                                                                        : "registry_near";
  lines_.push_back({{}, {}, {}, "party", kind, match.spelling, match.id,
                    language.say("import." + kind, {{"name", name}, {"id", match.id}, {"others", language.list(registry_lines(match.registry, 3, language))}})});
}

void ImportReport::add(const std::vector<KeptRows>& kept, const std::string& package) {
  for (const auto& rows : kept) {
    std::string options;
    const auto take_out = [&](const char* option, const std::string& id) { options += std::string(" ") + option + " " + id; };
    for (const auto& id : rows.parties) take_out("--remove-party", id);
    for (const auto& id : rows.signatories) take_out("--remove-signatory", id);
    if (!rows.themes.empty()) options += " themes=";
    auto names = rows.parties;
    names.insert(names.end(), rows.signatories.begin(), rows.signatories.end());
    if (!rows.themes.empty()) names.push_back(rows.themes);
    const auto listed = language_.list(names);
    lines_.push_back({{}, {}, {}, {}, "kept", listed, rows.agreement,
                      language_.say("import.kept", {{"id", shown_word(rows.agreement)}, {"names", listed},
                                                    {"command", "maillage edit " + package + " " + rows.agreement + options}})});
  }
}

std::string ImportReport::csv() const {
  std::string text = "table,row,column,field,kind,value,taken,message\n";
  for (const auto& line : lines_) {
    bool is_first = true;
    for (const auto* cell : {&line.table, &line.row, &line.column, &line.field, &line.kind, &line.value, &line.taken, &line.message}) {
      if (!is_first) text += ',';
      is_first = false;
      text += csv_field(*cell);
    }
    text += '\n';
  }
  return text;
}

void ImportReport::tell(const Session& session, const std::string& file) const {
  const auto& language = session.language;
  if (lines_.size() <= kFewNotes) {
    for (const auto& line : lines_) session.warn(line.message);
  } else {
    std::vector<std::string> kinds{"unread_cell", "left_empty", "gone", "kept"};
    for (const auto& [kind, name] : kKinds) kinds.push_back(name);
    kinds.insert(kinds.end(), {"ambiguous", "near", "registry_ambiguous", "registry_likely", "registry_near", "registry_taken"});
    for (const auto& kind : kinds) {
      std::vector<const Line*> of_kind;
      for (const auto& line : lines_) {
        if (line.kind == kind) of_kind.push_back(&line);
      }
      if (of_kind.empty()) continue;
      session.warn(language.say("import.count." + kind, {{"count", language.number(static_cast<std::int64_t>(of_kind.size()))}}));
      for (std::size_t i = 0; i < std::min(of_kind.size(), kFirstOfKind); ++i) session.warn("  " + of_kind[i]->message);
      if (of_kind.size() > kFirstOfKind) session.warn("  " + language.say("import.count.more", {{"count", language.number(static_cast<std::int64_t>(of_kind.size() - kFirstOfKind))}}));
    }
  }
  if (!file.empty() && !lines_.empty()) session.tell(language.say("import.notes_file", {{"file", file}}));
  session.tell(language.say("import.matches", {{"known", language.number(known_)}, {"added", language.number(added_)}}));
}

}  // namespace maillage
