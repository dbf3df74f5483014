// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "model/schema_of_tables.hpp"
#include "records/read_flat.hpp"
#include "records/row_reader.hpp"

namespace maillage {
namespace {

const TableSchema& edge_schema() {
  static const TableSchema schema = [] {
    TableSchema made;
    made.name = "edges";
    made.fields = {required(field("source", FieldType::id, {}, {})), field("target", FieldType::mark, {}, {}),
                   field("weight", FieldType::number, {}, {}),       field("signed", FieldType::date, {}, {}),
                   field("valid_from", FieldType::date, {}, {}),     field("valid_to", FieldType::date, {}, {}),
                   field("agreement", FieldType::mark, {}, {}),
                   // What export writes beside a tie that several agreements make: known, and not read.
                   field("agreements", FieldType::mark, {}, {})};
    return made;
  }();
  return schema;
}

class EdgeListReader {
 public:
  EdgeListReader(const TableFile& file, const TableForm& form, DataSetBuilder& builder, FaultLog& log)
      : file_(file), builder_(builder), log_(log), in_(file.name, edge_schema(), form, log),
        digits_(std::to_string(std::max<std::uint64_t>(form.lines, 1)).size()) {}

  void take(const TableRow& row) {
    ++number_;
    in_.begin(row);
    const auto source = in_.text();
    const auto target = in_.text();
    AgreementRow agreement;
    agreement.row = in_.line();
    const auto weight = in_.number();
    agreement.signed_on = in_.date();
    agreement.valid_from = in_.date();
    agreement.valid_to = in_.date();
    const auto id = in_.text();
    in_.text();
    if (!in_.has_key()) return;
    if (weight && *weight == 0) log_.add("malformed_number", {file_.name, row.line, "weight"}, "0");
    agreement.given_weight = weight.value_or(1);
    add_institution(source);
    if (target.empty() || target == source) {
      if (!target.empty()) log_.add("self_loop", {file_.name, row.line}, source);
      isolates_.emplace_back(source);
      return;
    }
    add_institution(target);
    const auto made = id.empty() ? numbered() : std::string();
    agreement.id = id.empty() ? std::string_view(made) : id;
    if (id.empty() || is_first_row_of(agreement)) builder_.add(agreement);
    builder_.add(PartyRow{.agreement = agreement.id, .institution = source});
    builder_.add(PartyRow{.agreement = agreement.id, .institution = target});
    builder_.add(FlowRow{agreement.id, source, target});
  }

  std::vector<std::string> isolates() {
    std::ranges::sort(isolates_);
    isolates_.erase(std::unique(isolates_.begin(), isolates_.end()), isolates_.end());
    return std::move(isolates_);
  }
  bool has_named_agreements() const { return !named_.empty(); }

 private:
  void add_institution(std::string_view id) {
    if (!builder_.has_institution(id)) builder_.add(InstitutionRow{.id = id, .name = id});
  }
  std::string numbered() const {
    const auto number = std::to_string(number_);
    return std::string(digits_ - std::min(digits_, number.size()), '0') + number;
  }
  // Rows of one agreement must say the same of it.
  bool is_first_row_of(const AgreementRow& row) {
    const Said said{row.signed_on, row.valid_from, row.valid_to, row.given_weight, row.row};
    const auto [place, is_new] = named_.try_emplace(builder_.texts().intern(row.id), said);
    const auto& first = place->second;
    const bool agrees = first.signed_on == said.signed_on && first.valid_from == said.valid_from &&
                        first.valid_to == said.valid_to && first.weight == said.weight;
    if (!agrees) {
      log_.add("conflicting_rows", {file_.name, row.row, "agreement"}, row.id, std::to_string(first.row));
    }
    return is_new;
  }

  struct Said {
    PartialDate signed_on, valid_from, valid_to;
    double weight;
    std::uint32_t row;
  };
  const TableFile& file_;
  DataSetBuilder& builder_;
  FaultLog& log_;
  RowReader in_;
  std::size_t digits_;
  std::uint64_t number_ = 0;
  std::vector<std::string> isolates_;
  std::unordered_map<TextId, Said> named_;
};

}  // namespace

const TableSchema& edge_list_schema() { return edge_schema(); }

FlatReading read_edge_list(const TableFile& file, const TableForm& form, DataSetBuilder& builder, FaultLog& log) {
  builder.expect_agreements(form.lines);
  EdgeListReader reader(file, form, builder, log);
  const WantedColumns wanted{column_names(edge_schema()), {"source", "target"}, Severity::warning};
  const auto reading = read_table(file, form, wanted, log, [&](const TableRow& row) { reader.take(row); });
  if (reader.has_named_agreements()) builder.unite_repeated_parties();
  const auto weight = static_cast<std::size_t>(std::ranges::find(wanted.names, "weight") - wanted.names.begin());
  return {reading.mark, !reading.has_column.empty() && reading.has_column[weight], reader.isolates()};
}

}  // namespace maillage
