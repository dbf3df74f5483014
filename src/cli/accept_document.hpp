// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>

#include "cli/accept_names.hpp"
#include "cli/register_values.hpp"

namespace maillage {

/// Takes a reviewed form into the tables: its document as a source, agreements with parties, signatures, dates, lineage,
/// the people and institutions they need, with evidence for every value. What is in doubt or cannot be read stands in the
/// outcome.
class AcceptedDocument {
 public:
  AcceptedDocument(AcceptContext& context, AcceptedNames& names, RegisterValues& values) : context_(context), names_(names), values_(values) {}
  /// Ids of the agreements of the form. O(rows · log + agreements and parties of the data).
  std::vector<std::string> accept(const AcceptForm& form);

 private:
  using Row = documents::ReviewRow;
  using Field = documents::ReviewField;
  struct Party {
    std::string id;
    const Row* said;
  };
  const Row* row(documents::ReviewSubject subject, std::uint32_t number, Field field, std::uint32_t item = 0) const;
  const Row* of_agreement(Field field, std::uint32_t item = 0) const { return row(documents::ReviewSubject::agreement, number_, field, item); }
  std::string text(const Row* row) const;
  std::string value(const Row* row, std::string_view table, std::string_view field);
  std::string code(const Row* row, const char* group, const std::vector<std::string_view>& codes);
  bool is_taken(std::uint32_t agreement) const;
  void accept_source();
  void accept_agreement();
  std::vector<Party> parties();
  std::string agreement_id(const std::vector<Party>& parties, const std::string& type, const std::string& signed_on);
  std::string known_agreement(const std::vector<Party>& parties, const std::string& type, const std::string& signed_on);
  void claim(const Row* said, std::string_view field, const std::string& value);
  void claim_values(const std::string& type, const std::string& status, const std::string& signed_on);
  void claim_axes();
  void claim_parties(const std::vector<Party>& parties);
  void claim_signatures();
  void claim_signature(const Row& said, const std::string& person, const std::string& institution, const std::string& capacity, const Row* capacity_row,
                       const char* kind);
  void claim_events();
  void claim_lineage(const std::string& status);
  void claim_positions();
  void leave_out(const Row& said, const char* why);

  AcceptContext& context_;
  AcceptedNames& names_;
  RegisterValues& values_;
  std::optional<documents::ReviewIndex> index_;
  std::uint32_t number_ = 0;       // of the agreement
  std::string agreement_;          // its id
  std::size_t agreement_row_ = 0;
  std::set<std::string> of_form_;  // agreements of this form so far
};

}  // namespace maillage
