// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "model/row_key.hpp"
#include "records/checks/context.hpp"

namespace maillage {
namespace {

// The latest of the dated sources that report a signature, where all of them are older than it.
const Source* source_before(const DataSet& data, std::string_view table, const std::string& key,
                            std::string_view field, const PartialDate& signature) {
  if (!signature.is_known() || signature.is_open()) return nullptr;
  const Source* latest = nullptr;
  for (const auto* claim : data.evidence_for(table, key, field)) {
    if (claim->source == kNone || claim->accepted == Accepted::no) continue;
    const auto& source = data.sources[claim->source];
    if (!source.date.is_known() || source.date.is_open()) continue;
    if (source.date.latest() >= signature.earliest()) return nullptr;
    if (latest == nullptr || source.date.latest() > latest->date.latest()) latest = &source;
  }
  return latest;
}

class SignatureWarnings {
 public:
  explicit SignatureWarnings(const CheckContext& context) : context_(context), data_(context.data) {}

  void look_at(Index agreement) {
    const auto& t = data_.agreements;
    look_at_source("agreements", std::string(t.id[agreement]), "signed", t.row[agreement], t.signed_on[agreement]);
    for (const auto party : data_.parties_of(agreement)) {
      if (!data_.parties.signed_on[party].is_known()) continue;
      look_at_source("parties", key_of_party(data_, agreement, party), "signed",
                     context_.line_of_party(agreement, party), data_.parties.signed_on[party]);
    }
    for (const auto signature : data_.signatures_of(agreement)) {
      if (data_.signatures.date[signature].is_known()) {
        look_at_source("signatures", key_of_signature(data_, agreement, signature), "date",
                       context_.line_of_signature(agreement, signature), data_.signatures.date[signature]);
      }
      if (data_.signatures.kind[signature] == SignatureKind::signatory) look_at_position(agreement, signature);
    }
  }
  std::vector<RowWarning> take() { return std::move(warnings_); }

 private:
  void look_at_source(std::string_view table, const std::string& key, std::string_view field, std::uint64_t line,
                      const PartialDate& signature) {
    const auto* source = source_before(data_, table, key, field, signature);
    if (source == nullptr) return;
    warnings_.push_back({"signature_after_source", table, key, std::string(field), line, signature.to_edtf(),
                         source->date.to_edtf(), std::string(source->id)});
  }

  PartialDate date_of(Index agreement, Index signature) const {
    const auto own = data_.signatures.date[signature];
    if (own.is_known()) return own;
    for (const auto party : data_.parties_of(agreement)) {
      const auto date = data_.parties.signed_on[party];
      const bool is_for = data_.parties.institution[party] == data_.signatures.on_behalf_of[signature];
      if (is_for && date.is_known()) return date;
    }
    return data_.agreements.signed_on[agreement];
  }

  // Positions whose bounds are unknown, or contradict each other, may cover any day.
  void look_at_position(Index agreement, Index signature) {
    const auto institution = data_.signatures.on_behalf_of[signature];
    const auto date = date_of(agreement, signature);
    if (institution == kNone || !date.is_known() || date.is_open()) return;
    const auto person = data_.signatures.person[signature];
    const Position* last = nullptr;
    for (const auto& position : std::ranges::equal_range(data_.positions, person, {}, &Position::person)) {
      if (position.institution != institution) continue;
      if (position.valid_to.is_known() && position.valid_to.latest() < position.valid_from.earliest()) return;
      const bool begins_later = position.valid_from.is_known() && !position.valid_from.is_open() &&
                                position.valid_from.earliest() > date.latest();
      const bool ends_before = position.valid_to.is_known() && position.valid_to.latest() < date.earliest();
      if (!begins_later && !ends_before) return;
      last = &position;
    }
    if (last == nullptr) return;
    const auto bounds = last->valid_from.to_edtf() + " – " + last->valid_to.to_edtf();
    warnings_.push_back({"position_not_covering", "signatures", key_of_signature(data_, agreement, signature), {},
                         context_.line_of_signature(agreement, signature), std::string(data_.people.id[person]),
                         date.to_edtf(), bounds});
  }

  const CheckContext& context_;
  const DataSet& data_;
  std::vector<RowWarning> warnings_;
};

}  // namespace

std::vector<RowWarning> warn_of_signatures(const CheckContext& context) {
  if (context.input.format != InputFormat::package) return {};
  SignatureWarnings warnings(context);
  for (Index a = 0; a < context.data.agreements.size(); ++a) warnings.look_at(a);
  return warnings.take();
}

}  // namespace maillage
