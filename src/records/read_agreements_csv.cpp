// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "model/schema_of_tables.hpp"
#include "records/read_flat.hpp"
#include "records/row_reader.hpp"
#include "records/united_spellings.hpp"

namespace maillage {
namespace {

const TableSchema& flat_schema() {
  static const TableSchema schema = [] {
    TableSchema made;
    made.name = "agreements";
    made.fields.push_back(row_id({}));
    made.fields.push_back(required(list(field("parties", FieldType::text, {}, {}))));
    const auto& fields = find_table("agreements")->fields;
    for (const auto* name : {"title", "type", "signed", "valid_from", "valid_to", "duration", "renewal", "themes",
                             "amount_eur"}) {
      made.fields.push_back(*std::ranges::find(fields, name, &FieldSchema::name));
    }
    made.fields.push_back(list(field("signatories", FieldType::text, {}, {})));
    made.fields.push_back(field("source", FieldType::text, {}, {}));
    return made;
  }();
  return schema;
}

// Each distinct text once, in the order they come.
class Names {
 public:
  explicit Names(TextPool& texts) : texts_(&texts) {}
  bool is_new(std::string_view name) {
    const auto text = texts_->intern(name);
    if (text >= seen_.size()) seen_.resize(std::max<std::size_t>(text + 1, seen_.size() * 2));
    if (seen_[text]) return false;
    seen_[text] = true;
    all_.push_back(text);
    return true;
  }
  const std::vector<TextId>& all() const { return all_; }

 private:
  TextPool* texts_;
  std::vector<bool> seen_;
  std::vector<TextId> all_;
};

// Adds a row for each name; of several spellings of one name for the last one in byte order (capitals come first in it,
// and letters with accents last), the others being its aliases.
template <class Row, class StandFor>
void add_names(const Names& names, std::string_view field, const TableFile& file, DataSetBuilder& builder,
               FaultLog& log, StandFor stand_for) {
  const auto& texts = builder.texts();
  std::vector<bool> is_spelling;
  for (const auto& group : spellings_of_one_name(texts, names.all())) {
    Row row;
    row.id = row.name = texts.view(group.back());
    std::string others;
    for (const auto text : group) {
      if (text >= is_spelling.size()) is_spelling.resize(text + 1);
      is_spelling[text] = true;
      if (text == group.back()) continue;
      row.aliases.push_back(texts.view(text));
      others.append(others.empty() ? "" : ", ").append(texts.view(text));
      stand_for(texts.view(text), row.id);
    }
    builder.add(row);
    log.add("spellings_merged", {file.name, 0, field}, row.id, others);
  }
  for (const auto text : names.all()) {
    if (text < is_spelling.size() && is_spelling[text]) continue;
    Row row;
    row.id = row.name = texts.view(text);
    builder.add(row);
  }
}

}  // namespace

const TableSchema& agreements_csv_schema() { return flat_schema(); }

FlatReading read_agreements_csv(const TableFile& file, const TableForm& form, DataSetBuilder& builder, FaultLog& log) {
  Names institutions(builder.texts()), people(builder.texts()), themes(builder.texts()), sources(builder.texts());
  const char separator = form.delimiter == ';' ? '|' : ';';
  builder.expect_agreements(form.lines);
  RowReader in(file.name, flat_schema(), form, log);
  const WantedColumns wanted{column_names(flat_schema()), {"id", "parties"}, Severity::warning};
  const auto reading = read_table(file, form, wanted, log, [&](const TableRow& row) {
    in.begin(row);
    AgreementRow agreement;
    agreement.row = in.line();
    agreement.id = in.text();
    const auto parties = in.texts(separator);
    agreement.title = in.text();
    agreement.type = in.code<AgreementType>();
    agreement.signed_on = in.date();
    agreement.valid_from = in.date();
    agreement.valid_to = in.date();
    agreement.duration = in.duration();
    agreement.renewal = in.code<Renewal>();
    agreement.themes = in.texts(separator);
    agreement.amount_eur = in.number().value_or(kNoAmount);
    const auto signatories = in.texts(separator);
    const auto source = in.text();
    if (!in.has_key()) return;
    builder.add(agreement);
    for (const auto party : parties) {
      institutions.is_new(party);
      builder.add(PartyRow{.agreement = agreement.id, .institution = party});
    }
    for (const auto person : signatories) {
      people.is_new(person);
      builder.add(SignatureRow{.agreement = agreement.id, .person = person});
    }
    for (const auto theme : agreement.themes) {
      if (themes.is_new(theme)) builder.add(ThemeRow{.code = theme, .label_fr = theme, .label_en = theme});
    }
    if (source.empty()) return;
    if (sources.is_new(source)) builder.add(SourceRow{.id = source, .title = source});
    builder.add(EvidenceRow{.table = "agreements", .key = agreement.id, .field = "*", .source = source,
                            .row = agreement.row});
  });
  add_names<InstitutionRow>(institutions, "parties", file, builder, log, [&](auto spelling, auto id) {
    builder.let_institution_stand_for(spelling, id);
  });
  add_names<PersonRow>(people, "signatories", file, builder, log,
                       [&](auto spelling, auto id) { builder.let_person_stand_for(spelling, id); });
  return {reading.mark, false, {}};
}

}  // namespace maillage
