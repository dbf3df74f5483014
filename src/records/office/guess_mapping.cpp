// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "names/name_index.hpp"
#include "records/cell_values.hpp"
#include "records/office/cell_parts.hpp"
#include "records/office/mapping.hpp"
#include "records/office/office_values.hpp"
#include "records/office/office_words.hpp"

namespace maillage {
namespace {

constexpr std::size_t kRowsLookedAt = 200;
constexpr std::size_t kRowsTaken = 20'000;  // of a table; what parts names must hold in all of them
constexpr double kLeastScore = 0.6;

// What stands in a column, as far as its values tell.
struct Contents {
  std::size_t filled = 0, dates = 0, numbers = 0, durations = 0, notices = 0, types = 0, roles = 0, states = 0, periods = 0;
  double share_of_different = 0;  // values among those looked at
  std::string example;
  double share(std::size_t count) const { return filled == 0 ? 0 : static_cast<double>(count) / static_cast<double>(filled); }
};

Contents contents_of(const ListTable& table, std::size_t column) {
  Contents contents;
  std::set<std::string_view> values;
  for (const auto& row : table.rows) {
    const auto& cell = row.cells[column];
    if (says_nothing(cell.text)) continue;
    if (contents.filled == kRowsLookedAt) break;
    ++contents.filled;
    values.insert(cell.text);
    if (contents.example.empty()) contents.example = cell.text.substr(0, cell.text.size() > 80 ? cell.text.find(' ', 60) : 80);
    const bool is_number = cell.kind == SheetCell::Kind::number;
    const bool is_period = cell.kind == SheetCell::Kind::text && office_period(cell.text);
    if (cell.kind == SheetCell::Kind::date || is_period || (!is_number && office_date(cell).text)) ++contents.dates;
    if (is_period) ++contents.periods;
    if (is_number || (cell.kind == SheetCell::Kind::text && office_amount(cell).text)) ++contents.numbers;
    // A bare number may have its unit in the header.
    if (is_number || !office_term(cell.text, 'M').duration.empty() || office_date(cell).text == "..") ++contents.durations;
    if (is_number || office_notice(cell.text, 'M').text) ++contents.notices;
    if (office_type(cell.text).text) ++contents.types;
    if (office_role(cell.text).text) ++contents.roles;
    if (office_state(cell.text).is_read) ++contents.states;
  }
  contents.share_of_different = contents.share(values.size());
  return contents;
}

// « Santé, démographie médicale » are two themes; « secure, clean and efficient energy » is one.
bool are_terse(const std::vector<std::string>& parts) {
  return std::ranges::all_of(parts, [](const auto& part) {
    const auto bare = folded(part);
    const auto words = words_of(bare);
    return words.size() <= 3 && std::ranges::none_of(words, [](auto word) { return is_one_of(word, {"et", "and", "ou", "or"}); });
  });
}

// May this sign part the column everywhere? `;`, `|`, line ends and ` / ` may; of a comma, a dash or « et », which stand in
// names as well, every cell must say so: by parts that look like names themselves, or are named elsewhere in the column.
bool may_part(const ListTable& table, std::size_t column, ImportField field, const std::string& sign, const std::set<std::string>& whole_names) {
  if (sign == ";" || sign == "|" || sign == "\\n" || sign == "/") return true;
  const auto part = info_of(field).part;
  const bool are_people = field == ImportField::signatory || field == ImportField::party_signatory;
  if (field == ImportField::axes || (part == ImportPart::agreement && sign != ",")) return false;
  std::size_t seen = 0;
  for (const auto& row : table.rows) {
    const auto parts = parts_of(row.cells[column].text, sign == "," ? std::string(",") : " " + sign + " ");
    if (parts.size() < 2) continue;
    if (++seen > kRowsLookedAt) break;
    if (field == ImportField::themes) {
      if (!are_terse(parts)) return false;
      continue;
    }
    // « Jean Dupont et Anne Martin »; but « Dupont, Jean » is one.
    if (are_people && !std::ranges::all_of(parts, [](const auto& p) { return p.find(' ') != std::string::npos; })) return false;
    if (are_people) continue;
    for (const auto& one : parts) {
      for (const auto& piece : parts_of(one, "; \\n /")) {
        if (!looks_like_institution(piece) && !whole_names.contains(folded(piece))) return false;
      }
    }
  }
  return seen > 0;
}

// What parts the values of a column, as a mapping says it; empty where `;`, `|` and line ends do, or nothing.
std::string separator_of(const ListTable& table, std::size_t column, ImportField field) {
  std::set<std::string> found, whole_names;
  for (const auto& row : table.rows) {
    const auto& text = row.cells[column].text;
    const auto signs = signs_in(text);
    found.insert(signs.begin(), signs.end());
    for (const auto& part : parts_of(text, "; | \\n /")) {
      const auto inner = signs_in(part);
      if (inner.empty()) whole_names.insert(folded(part));
    }
  }
  std::string separator;
  bool is_usual = true;
  for (const std::string sign : {";", "|", "\\n", "/", "et", "and", "&", "–", "-", ","}) {
    if (!found.contains(sign) || !may_part(table, column, field, sign, whole_names)) continue;
    separator += (separator.empty() ? "" : " ") + sign;
    is_usual = is_usual && (sign == ";" || sign == "|" || sign == "\\n");
  }
  if (separator.empty() || is_usual) return separator.size() > 1 ? std::string() : separator;
  return separator.starts_with(';') ? separator : "; " + separator;
}

// Signs of a separator that part a name into several where a code beside it is one: « ASSOCIATION X - SECTION Y » and its SIRET.
std::string without_contradicted(const ListTable& table, std::size_t names, std::size_t codes, const std::string& separator) {
  std::string left;
  for (std::size_t begin = 0; begin < separator.size();) {
    const auto end = std::min(separator.find(' ', begin), separator.size());
    const auto sign = separator.substr(begin, end - begin);
    const auto apart = sign.size() == 1 && std::string_view(";|,").find(sign[0]) != std::string_view::npos ? sign : " " + sign + " ";
    const bool is_contradicted = std::ranges::any_of(table.rows, [&](const auto& row) {
      const auto code = trimmed(row.cells[codes].text);
      return !code.empty() && !says_nothing(code) && parts_of(row.cells[names].text, apart).size() > 1 && parts_of(code, separator).size() == 1;
    });
    if (!is_contradicted) left += (left.empty() ? "" : " ") + sign;
    begin = end + 1;
  }
  const bool has_semicolon = std::ranges::any_of(table.rows, [&](const auto& row) { return parts_of(row.cells[names].text, ";").size() > 1; });
  return left == ";" && !has_semicolon ? std::string() : left;
}

bool is_code(ImportField field) { return field == ImportField::party_siren || field == ImportField::party_ror || field == ImportField::party_id; }

// What the values say for or against a field, as a factor on what the header says.
double agreement_with(const ImportFieldInfo& info, const Contents& contents) {
  if (contents.filled == 0) return 0.9;
  switch (info.type) {
    // Days may be trusted more than their header; where there are any, a header that says so is right about the others too.
    case ImportType::date: return std::max(0.2 + 1.0 * contents.share(contents.dates), contents.dates > 0 ? 0.6 : 0.0);
    case ImportType::period: return 0.2 + 0.8 * contents.share(contents.periods);
    case ImportType::notice: return 0.2 + 0.8 * contents.share(contents.notices);
    case ImportType::role: return 0.3 + 0.7 * contents.share(contents.roles);
    case ImportType::status: return 0.4 + 0.6 * contents.share(contents.states);
    case ImportType::amount:
    case ImportType::count: return 0.2 + 0.8 * contents.share(contents.numbers);
    case ImportType::duration: return 0.2 + 0.8 * contents.share(contents.durations);
    case ImportType::type: return 0.5 + 0.5 * contents.share(contents.types);
    case ImportType::text:
    case ImportType::list: {
      // « Qualité » of a party is its role, that of a signatory what he is.
      if (info.field == ImportField::capacity) return 1 - 0.5 * contents.share(contents.roles);
      const bool looks_dated = contents.share(contents.dates) > 0.8 && contents.share(contents.numbers) < 0.8;
      const bool is_number = info.field == ImportField::agreement_id || info.field == ImportField::reference;  // 2023-05
      return looks_dated && !is_number ? 0.3 : 1;
    }
    default: return 1;
  }
}

struct Candidate {
  double score = 0;
  std::size_t column = 0;
  ImportField field = ImportField::ignore;
};

// Fields that one table has once; parties and signatories may have several columns.
bool is_single(const ImportFieldInfo& info) { return info.part == ImportPart::agreement || info.part == ImportPart::source; }

// Does one of the tables have both of these columns? Sheets of different years may call one thing by different headers.
bool stand_together(std::span<const ListTable* const> tables, const std::string& one, const std::string& other) {
  return std::ranges::any_of(tables, [&](const auto* table) {
    return std::ranges::find(table->headers, one) != table->headers.end() && std::ranges::find(table->headers, other) != table->headers.end();
  });
}

// `table` holds the rows of all of `tables`.
void guess_table(const ListTable& table, std::span<const ListTable* const> tables, std::vector<MappedColumn>& columns) {
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
  // Of two titles (of the project, of the call) the one that says more.
  for (auto& candidate : candidates) {
    if (candidate.field == ImportField::title) candidate.score += 0.004 * contents[candidate.column].share_of_different;
  }
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  std::vector<Candidate> chosen(table.headers.size());
  for (const auto& candidate : candidates) {
    const auto& info = info_of(candidate.field);
    bool is_taken = chosen[candidate.column].score > 0;
    for (std::size_t c = 0; c < chosen.size() && is_single(info) && !is_taken; ++c) {
      is_taken = chosen[c].score > 0 && chosen[c].field == candidate.field && stand_together(tables, table.headers[c], table.headers[candidate.column]);
    }
    if (!is_taken) chosen[candidate.column] = candidate;
  }
  // A column of a party belongs to the party whose name stands before it; where none does, to the first after it.
  int party = 0, signatory = 0;
  bool is_of_party = false;  // the last person named
  for (std::size_t c = 0; c < chosen.size(); ++c) {
    if (chosen[c].field == ImportField::party) ++party;
    if (chosen[c].field == ImportField::signatory) ++signatory;
    if (chosen[c].field == ImportField::signatory || chosen[c].field == ImportField::party_signatory) is_of_party = chosen[c].field == ImportField::party_signatory;
    if (chosen[c].field == ImportField::capacity && is_of_party) chosen[c].field = ImportField::party_capacity;
    const auto& info = info_of(chosen[c].field);
    MappedColumn column;
    column.table = table.name;
    column.column = table.headers[c];
    column.field = chosen[c].field;
    if (info.part == ImportPart::party) column.group = std::to_string(std::max(party, 1));
    if (info.part == ImportPart::signatory) column.group = std::to_string(std::max(signatory, 1));
    if (info.type == ImportType::list) column.separator = separator_of(table, c, info.field);
    column.example = contents[c].example;
    column.certainty = chosen[c].field == ImportField::ignore ? 0 : std::min(1.0, chosen[c].score);
    columns.push_back(std::move(column));
  }
  const std::span of_table = std::span(columns).last(chosen.size());
  for (std::size_t c = 0; c < of_table.size(); ++c) {
    auto& column = of_table[c];
    if (column.field != ImportField::party || column.separator.empty()) continue;
    for (std::size_t other = 0; other < of_table.size(); ++other) {
      const auto& beside = of_table[other];
      if (is_code(beside.field) && beside.group == column.group) column.separator = without_contradicted(table, c, other, column.separator);
    }
  }
}

// Sheets that are one list (one a year): most columns of the one with fewer are those of the other.
bool are_kin(const ListTable& a, const ListTable& b) {
  const auto shared = static_cast<std::size_t>(std::ranges::count_if(a.headers, [&](const auto& h) { return std::ranges::find(b.headers, h) != b.headers.end(); }));
  return shared >= 2 && 10 * shared >= 6 * std::min(a.headers.size(), b.headers.size());
}

// Puts a table to those of its kind: columns it has more stand behind the ones they follow there.
void add_rows(ListTable& all, const ListTable& more) {
  std::size_t after = 0;
  for (const auto& header : more.headers) {
    const auto found = std::ranges::find(all.headers, header);
    if (found != all.headers.end()) {
      after = static_cast<std::size_t>(found - all.headers.begin()) + 1;
      continue;
    }
    all.headers.insert(all.headers.begin() + static_cast<std::ptrdiff_t>(after), header);
    for (auto& row : all.rows) row.cells.insert(row.cells.begin() + static_cast<std::ptrdiff_t>(after), SheetCell{});
    ++after;
  }
  for (const auto& row : std::span(more.rows).first(std::min(more.rows.size(), kRowsTaken))) {
    ListRow made{row.number, std::vector<SheetCell>(all.headers.size())};
    for (std::size_t c = 0; c < more.headers.size(); ++c) {
      made.cells[static_cast<std::size_t>(std::ranges::find(all.headers, more.headers[c]) - all.headers.begin())] = row.cells[c];
    }
    all.rows.push_back(std::move(made));
  }
}

// Does the number say no more than a reference: sheets number their rows each for itself, or several agreements (by their
// titles) have one number more often than by mistake? `title`: empty where no column has it.
bool is_no_id(std::span<const ListTable* const> tables, const std::string& header, const std::string& title) {
  constexpr double by_mistake = 0.02;
  constexpr std::size_t few = 3;
  struct Number {
    const ListTable* table;
    std::string title;
  };
  std::map<std::string, Number> numbers;
  std::set<std::string> shared, in_several, anew;
  for (const auto* table : tables) {
    const auto found = std::ranges::find(table->headers, header), titles = std::ranges::find(table->headers, title);
    if (found == table->headers.end()) continue;
    for (const auto& row : table->rows) {
      const auto& text = row.cells[static_cast<std::size_t>(found - table->headers.begin())].text;
      if (text.empty()) continue;
      const auto name = titles == table->headers.end() ? std::string() : folded(row.cells[static_cast<std::size_t>(titles - table->headers.begin())].text);
      const auto [known, is_new] = numbers.try_emplace(text, Number{table, name});
      if (is_new) continue;
      const bool is_same = !name.empty() && known->second.title == name;
      if (known->second.table != table) in_several.insert(text);
      if (!is_same && known->second.table != table) anew.insert(text);
      if (!name.empty() && !known->second.title.empty() && !is_same) shared.insert(text);
    }
  }
  const auto are_many = static_cast<double>(shared.size()) > by_mistake * static_cast<double>(numbers.size()) && shared.size() >= few;
  // Tables of agreements and of their parties have the same numbers and titles, but for slips of the pen.
  return are_many || 2 * anew.size() > in_several.size();
}

}  // namespace

Mapping guess_mapping(std::span<const ListTable> tables) {
  std::vector<std::vector<const ListTable*>> groups;
  for (const auto& table : tables) {
    if (table.is_hidden) continue;
    const auto kin = std::ranges::find_if(groups, [&](const auto& group) { return are_kin(*group.front(), table); });
    if (kin == groups.end()) groups.push_back({&table});
    else kin->push_back(&table);
  }
  Mapping mapping;
  for (const auto& group : groups) {
    ListTable all;
    all.name = group.front()->name;
    all.headers = group.front()->headers;
    for (const auto* table : group) add_rows(all, *table);
    std::vector<MappedColumn> columns;
    guess_table(all, group, columns);
    const auto title = std::ranges::find(columns, ImportField::title, &MappedColumn::field);
    const auto title_header = title == columns.end() ? std::string() : title->column;
    for (auto& column : columns) {
      if (column.field == ImportField::agreement_id && is_no_id(group, column.column, title_header)) column.field = ImportField::reference;
      if (group.size() == 1) {
        mapping.columns.push_back(std::move(column));
        continue;
      }
      // One row for all sheets, unless another kind of sheet has such a column as well.
      const auto has_it = [&](const ListTable& table) { return !table.is_hidden && std::ranges::find(table.headers, column.column) != table.headers.end(); };
      const auto with_it = static_cast<std::size_t>(std::ranges::count_if(tables, has_it));
      const auto of_group = static_cast<std::size_t>(std::ranges::count_if(group, [&](const auto* t) { return has_it(*t); }));
      if (with_it == of_group) {
        column.table.clear();
        mapping.columns.push_back(std::move(column));
        continue;
      }
      for (const auto* table : group) {
        if (!has_it(*table)) continue;
        column.table = table->name;
        mapping.columns.push_back(column);
      }
    }
  }
  return mapping;
}

}  // namespace maillage
