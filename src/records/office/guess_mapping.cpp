// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "records/cell_values.hpp"
#include "records/office/mapping.hpp"
#include "records/office/office_values.hpp"

namespace maillage {
namespace {

constexpr std::size_t kRowsLookedAt = 200;
constexpr double kLeastScore = 0.6;

// What stands in a column, as far as its values tell.
struct Contents {
  std::size_t filled = 0, dates = 0, numbers = 0, durations = 0, types = 0, several = 0;
  std::string example;
  char separator = 0;  // that parts the values of most cells with several
  double share(std::size_t count) const { return filled == 0 ? 0 : static_cast<double>(count) / static_cast<double>(filled); }
};

// The sign that parts several names in a cell; a comma or « et » may belong to one name and does not count.
char separator_in(std::string_view text) {
  for (const char sign : {';', '|', '\n'}) {
    if (text.find(sign) != std::string_view::npos) return sign;
  }
  if (text.find(" / ") != std::string_view::npos) return '/';
  return 0;
}

Contents contents_of(const ListTable& table, std::size_t column) {
  Contents contents;
  std::map<char, std::size_t> separators;
  for (const auto& row : table.rows) {
    const auto& cell = row.cells[column];
    if (says_nothing(cell.text)) continue;
    if (contents.filled == kRowsLookedAt) break;
    ++contents.filled;
    if (contents.example.empty()) contents.example = cell.text.substr(0, cell.text.size() > 80 ? cell.text.find(' ', 60) : 80);
    const bool is_number = cell.kind == SheetCell::Kind::number;
    if (cell.kind == SheetCell::Kind::date || (!is_number && office_date(cell).text)) ++contents.dates;
    if (is_number || (cell.kind == SheetCell::Kind::text && office_amount(cell.text).text)) ++contents.numbers;
    if (is_number || office_duration(cell.text, 'M').text) ++contents.durations;  // a bare number may have its unit in the header
    if (office_type(cell.text).text) ++contents.types;
    if (const char sign = separator_in(cell.text)) ++separators[sign];
  }
  for (const auto& [sign, count] : separators) {
    if (count > contents.several) {
      contents.several = count;
      contents.separator = sign;
    }
  }
  return contents;
}

// What the values say for or against a field, as a factor on what the header says.
double agreement_with(const ImportFieldInfo& info, const Contents& contents) {
  if (contents.filled == 0) return 0.9;
  switch (info.type) {
    case ImportType::date: return 0.2 + 0.8 * contents.share(contents.dates);
    case ImportType::amount:
    case ImportType::count: return 0.2 + 0.8 * contents.share(contents.numbers);
    case ImportType::duration: return 0.2 + 0.8 * contents.share(contents.durations);
    case ImportType::type: return 0.5 + 0.5 * contents.share(contents.types);
    case ImportType::text:
    case ImportType::list: {
      const bool looks_dated = contents.share(contents.dates) > 0.8 && contents.share(contents.numbers) < 0.8;
      return looks_dated && info.field != ImportField::agreement_id ? 0.3 : 1;
    }
    default: return 1;
  }
}

std::string readable(char separator) {
  return separator == '\n' ? "\\n" : std::string(1, separator);
}

struct Candidate {
  double score = 0;
  std::size_t column = 0;
  ImportField field = ImportField::ignore;
};

// Fields that one table has once; parties and signatories may have several columns.
bool is_single(const ImportFieldInfo& info) { return info.part == ImportPart::agreement || info.part == ImportPart::source; }

void guess_table(const ListTable& table, std::vector<MappedColumn>& columns) {
  std::vector<Candidate> candidates;
  std::vector<Contents> contents;
  for (std::size_t c = 0; c < table.headers.size(); ++c) {
    contents.push_back(contents_of(table, c));
    const auto parenthesis = table.headers[c].rfind(" (");
    const auto is_repeat = parenthesis != std::string::npos && table.headers[c].back() == ')';
    const auto bare = is_repeat ? table.headers[c].substr(0, parenthesis) : table.headers[c];
    for (const auto& info : import_fields()) {
      const auto score = std::max(header_score(info, bare), header_score(info, table.headers[c])) *
                         agreement_with(info, contents[c]);
      if (score >= kLeastScore) candidates.push_back({score, c, info.field});
    }
  }
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  std::vector<Candidate> chosen(table.headers.size());
  std::set<ImportField> taken;
  for (const auto& candidate : candidates) {
    const auto& info = info_of(candidate.field);
    if (chosen[candidate.column].score > 0 || (is_single(info) && taken.contains(candidate.field))) continue;
    chosen[candidate.column] = candidate;
    taken.insert(candidate.field);
  }
  // A column of a party belongs to the party whose name stands before it; where none does, to the first after it.
  int party = 0, signatory = 0;
  for (std::size_t c = 0; c < chosen.size(); ++c) {
    const auto& info = info_of(chosen[c].field);
    if (chosen[c].field == ImportField::party) ++party;
    if (chosen[c].field == ImportField::signatory) ++signatory;
    MappedColumn column;
    column.table = table.name;
    column.column = table.headers[c];
    column.field = chosen[c].field;
    if (info.part == ImportPart::party) column.group = std::to_string(std::max(party, 1));
    if (info.part == ImportPart::signatory) column.group = std::to_string(std::max(signatory, 1));
    if (info.type == ImportType::list && contents[c].several > 0) column.separator = readable(contents[c].separator);
    column.example = contents[c].example;
    column.certainty = chosen[c].field == ImportField::ignore ? 0 : std::min(1.0, chosen[c].score);
    columns.push_back(std::move(column));
  }
}

}  // namespace

Mapping guess_mapping(std::span<const ListTable> tables) {
  Mapping mapping;
  std::vector<const ListTable*> guessed;
  for (const auto& table : tables) {
    if (table.is_hidden) continue;
    // Sheets with the same columns (one a year) share their rows of the mapping.
    const auto same = std::ranges::find_if(guessed, [&](const auto* other) { return other->headers == table.headers; });
    if (same != guessed.end()) {
      for (auto& column : mapping.columns) {
        if (column.table == (*same)->name) column.table.clear();
      }
      continue;
    }
    guessed.push_back(&table);
    guess_table(table, mapping.columns);
  }
  return mapping;
}

}  // namespace maillage
