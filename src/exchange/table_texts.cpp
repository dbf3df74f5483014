// SPDX-License-Identifier: Apache-2.0
#include "exchange/table_texts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <ranges>

namespace maillage {
namespace {

using OnRow = std::function<void(std::span<const std::string>)>;

// The cells of one row after the other; the texts of the last row are reused, so that a long table costs no memory.
class Row {
 public:
  explicit Row(const OnRow& on_row) : on_row_(on_row) {}

  Row& text(std::string_view text) {
    next().assign(text);
    return *this;
  }
  Row& date(const PartialDate& date) {
    next() = date.to_edtf();
    return *this;
  }
  template <class E>
  Row& code(E value) {
    return text(code_name(value));
  }
  template <class Texts>
  Row& list(const Texts& texts) {
    auto& cell = next();
    cell.clear();
    bool is_first = true;
    for (const auto& text : texts) {
      if (!is_first) cell += '|';
      is_first = false;
      cell.append(text);
    }
    return *this;
  }
  Row& whole(std::uint64_t number) {
    next() = std::to_string(number);
    return *this;
  }
  Row& number(double value) {
    next() = exact_number(value);
    return *this;
  }
  Row& number(const std::optional<double>& value) { return value ? number(*value) : text(""); }
  /// Ends the row and hands it over.
  void end() {
    on_row_(std::span(cells_).first(used_));
    used_ = 0;
  }

 private:
  std::string& next() {
    if (used_ == cells_.size()) cells_.emplace_back();
    return cells_[used_++];
  }
  const OnRow& on_row_;
  std::vector<std::string> cells_;
  std::size_t used_ = 0;
};

std::string_view institution_id(const DataSet& data, Index row) {
  return row == kNone ? std::string_view() : data.institutions.id[row];
}
std::string_view agreement_id(const DataSet& data, Index row) {
  return row == kNone ? std::string_view() : data.agreements.id[row];
}
std::string_view person_id(const DataSet& data, Index row) {
  return row == kNone ? std::string_view() : data.people.id[row];
}
std::string_view territory_code(const DataSet& data, Index row) {
  return row == kNone ? std::string_view() : data.territories[row].code;
}

// One function for each table: its cells in the order of the schema.

void write_institutions(const DataSet& data, Row& out) {
  const auto& table = data.institutions;
  for (Index i = 0; i < table.size(); ++i) {
    out.text(table.id[i]).text(table.name[i]).text(table.short_name[i]).list(table.aliases[i]).code(table.kind[i]);
    out.text(table.city[i]).text(territory_code(data, table.territory[i])).text(table.country[i]);
    out.text(institution_id(data, table.parent[i])).date(table.founded[i]).date(table.dissolved[i]);
    out.text(table.ror[i]).text(table.siren[i]).text(table.finess[i]).text(table.wikidata[i]).text(table.url[i]);
    out.text(table.note[i]).end();
  }
}

void write_affiliations(const DataSet& data, Row& out) {
  for (const auto& row : data.affiliations) {
    out.text(institution_id(data, row.member)).text(institution_id(data, row.group)).text(row.role);
    out.date(row.valid_from).date(row.valid_to).text(row.note).end();
  }
}

void write_successions(const DataSet& data, Row& out) {
  for (const auto& row : data.successions) {
    out.text(institution_id(data, row.predecessor)).text(institution_id(data, row.successor)).date(row.date);
    out.code(row.kind).text(row.note).end();
  }
}

void write_territories(const DataSet& data, Row& out) {
  for (const auto& row : data.territories) {
    out.text(row.code).text(row.name).code(row.level).text(territory_code(data, row.parent));
    out.list(row.groups | std::views::transform([&](Index group) { return data.territories[group].code; }));
    row.population ? out.whole(*row.population) : out.text("");
    out.number(row.latitude).number(row.longitude).text(row.note).end();
  }
}

void write_people(const DataSet& data, Row& out) {
  const auto& table = data.people;
  for (Index i = 0; i < table.size(); ++i) {
    out.text(table.id[i]).text(table.name[i]).list(table.aliases[i]).text(table.orcid[i]).text(table.note[i]).end();
  }
}

void write_positions(const DataSet& data, Row& out) {
  for (const auto& row : data.positions) {
    out.text(person_id(data, row.person)).text(institution_id(data, row.institution)).text(row.title);
    out.date(row.valid_from).date(row.valid_to).date(row.seen_on).text(row.note).end();
  }
}

void write_agreements(const DataSet& data, Row& out) {
  const auto& table = data.agreements;
  const auto theme = [&](Index row) { return data.themes[row].code; };
  const auto territory = [&](Index row) { return data.territories[row].code; };
  for (Index i = 0; i < table.size(); ++i) {
    out.text(table.id[i]).text(table.title[i]).code(table.type[i]).text(table.reference[i]).date(table.signed_on[i]);
    out.date(table.valid_from[i]).date(table.valid_to[i]).text(table.duration[i]).code(table.renewal[i]);
    table.max_renewals[i] < 0 ? out.text("") : out.whole(static_cast<std::uint64_t>(table.max_renewals[i]));
    out.text(table.renewal_duration[i]).text(table.notice[i]).date(table.terminated[i]).date(table.expected[i]).code(table.stage[i]);
    out.text(table.responsible_unit[i]).text(table.place[i]).list(table.axes[i]);
    out.list(table.themes[i] | std::views::transform(theme));
    out.list(table.territories[i] | std::views::transform(territory)).number(table.amount_eur[i]);
    table.unnamed_parties[i] == 0 ? out.text("") : out.whole(table.unnamed_parties[i]);
    out.text(table.note[i]).end();
  }
}

void write_parties(const DataSet& data, Row& out) {
  const auto& table = data.parties;
  for (Index agreement = 0; agreement < data.agreements.size(); ++agreement) {
    for (const auto i : data.parties_of(agreement)) {
      out.text(data.agreements.id[agreement]).text(institution_id(data, table.institution[i]));
      table.role[i] == PartyRole::party ? out.text("") : out.code(table.role[i]);
      out.date(table.signed_on[i]).date(table.joined[i]).date(table.left[i]).number(table.amount_eur[i]);
      out.text(table.note[i]).end();
    }
  }
}

void write_signatures(const DataSet& data, Row& out) {
  const auto& table = data.signatures;
  for (Index agreement = 0; agreement < data.agreements.size(); ++agreement) {
    for (const auto i : data.signatures_of(agreement)) {
      out.text(data.agreements.id[agreement]).text(person_id(data, table.person[i]));
      out.text(institution_id(data, table.on_behalf_of[i])).text(table.capacity[i]).code(table.kind[i]);
      out.date(table.date[i]).text(table.note[i]).end();
    }
  }
}

void write_events(const DataSet& data, Row& out) {
  for (const auto& row : data.events) {
    out.text(row.id).text(agreement_id(data, row.agreement)).code(row.kind).date(row.date).text(row.note).end();
  }
}

void write_lineage(const DataSet& data, Row& out) {
  for (const auto& row : data.lineage) {
    out.text(agreement_id(data, row.agreement)).code(row.kind).text(agreement_id(data, row.of)).text(row.note).end();
  }
}

void write_mentions(const DataSet& data, Row& out) {
  const auto id = [&](Index row) { return institution_id(data, row); };
  for (const auto& row : data.mentions) {
    out.text(row.id).list(row.institutions | std::views::transform(id)).code(row.context).date(row.date);
    out.number(row.amount_eur).text(row.note).end();
  }
}

void write_themes(const DataSet& data, Row& out) {
  for (const auto& row : data.themes) {
    out.text(row.code).text(row.label_fr).text(row.label_en).list(row.synonyms).text(row.note).end();
  }
}

void write_sources(const DataSet& data, Row& out) {
  for (const auto& row : data.sources) {
    out.text(row.id).text(row.title).text(row.publisher).date(row.date).code(row.kind).text(row.url).text(row.file);
    out.text(row.sha256).text(row.language).date(row.retrieved).text(row.note).end();
  }
}

void write_evidence(const DataSet& data, Row& out) {
  for (const auto& row : data.evidence) {
    out.text(row.table).text(row.key).text(row.field).text(row.value);
    out.text(row.source == kNone ? std::string_view() : data.sources[row.source].id).text(row.locator);
    out.code(row.basis).text(row.reason).code(row.accepted).text(row.note).end();
  }
}

void write_acknowledgements(const DataSet& data, Row& out) {
  for (const auto& row : data.acknowledgements) {
    out.text(row.warning).text(row.table).text(row.key).text(row.field).text(row.reason).text(row.note).end();
  }
}

void write_reviews(const DataSet& data, Row& out) {
  for (const auto& row : data.reviews) {
    out.text(row.source).text(row.table).text(row.key).text(row.field).date(row.day).text(row.note).end();
  }
}

void write_name_decisions(const DataSet& data, Row& out) {
  for (const auto& row : data.name_decisions) {
    out.text(row.name).text(row.key).text(row.table).code(row.decision).date(row.day).text(row.source).text(row.note).end();
  }
}

struct TableWriter {
  std::string_view name;
  std::size_t (*rows)(const DataSet&);
  void (*write)(const DataSet&, Row&);
};
constexpr auto kTables = std::to_array<TableWriter>({
    {"institutions", [](const DataSet& d) -> std::size_t { return d.institutions.size(); }, write_institutions},
    {"affiliations", [](const DataSet& d) { return d.affiliations.size(); }, write_affiliations},
    {"successions", [](const DataSet& d) { return d.successions.size(); }, write_successions},
    {"territories", [](const DataSet& d) { return d.territories.size(); }, write_territories},
    {"people", [](const DataSet& d) -> std::size_t { return d.people.size(); }, write_people},
    {"positions", [](const DataSet& d) { return d.positions.size(); }, write_positions},
    {"agreements", [](const DataSet& d) -> std::size_t { return d.agreements.size(); }, write_agreements},
    {"parties", [](const DataSet& d) { return d.parties.institution.size(); }, write_parties},
    {"signatures", [](const DataSet& d) { return d.signatures.person.size(); }, write_signatures},
    {"events", [](const DataSet& d) { return d.events.size(); }, write_events},
    {"lineage", [](const DataSet& d) { return d.lineage.size(); }, write_lineage},
    {"mentions", [](const DataSet& d) { return d.mentions.size(); }, write_mentions},
    {"themes", [](const DataSet& d) { return d.themes.size(); }, write_themes},
    {"sources", [](const DataSet& d) { return d.sources.size(); }, write_sources},
    {"evidence", [](const DataSet& d) { return d.evidence.size(); }, write_evidence},
    {"acknowledgements", [](const DataSet& d) { return d.acknowledgements.size(); }, write_acknowledgements},
    {"reviews", [](const DataSet& d) { return d.reviews.size(); }, write_reviews},
    {"name_decisions", [](const DataSet& d) { return d.name_decisions.size(); }, write_name_decisions},
});

const TableWriter* find_writer(std::string_view table) {
  const auto* const found = std::ranges::find(kTables, table, &TableWriter::name);
  return found == kTables.end() ? nullptr : found;
}

}  // namespace

void for_each_row(const DataSet& data, std::string_view table, const OnRow& on_row) {
  const auto* const writer = find_writer(table);
  if (writer == nullptr) return;
  Row row(on_row);
  writer->write(data, row);
}

std::vector<std::vector<std::string>> table_texts(const DataSet& data, std::string_view table) {
  std::vector<std::vector<std::string>> rows;
  for_each_row(data, table, [&](std::span<const std::string> cells) { rows.emplace_back(cells.begin(), cells.end()); });
  return rows;
}

bool has_rows(const DataSet& data, std::string_view table) {
  const auto* const writer = find_writer(table);
  return writer != nullptr && writer->rows(data) > 0;
}

std::string exact_number(double value) {
  if (!std::isfinite(value)) return {};
  std::array<char, 1100> digits;  // the smallest double has 1074 decimals
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
  return {digits.data(), end};
}

}  // namespace maillage
