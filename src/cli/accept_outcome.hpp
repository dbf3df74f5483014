// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/accept_forms.hpp"
#include "records/acceptance/accepted_tables.hpp"

namespace maillage {

/// A value of a form and what becomes of it.
struct AcceptedClaim {
  std::string form, record, field, value;
  std::string state;   ///< added same refined beside conflict taken left_out
  std::string before;  ///< what the data say
  std::string table, row;
  std::string column = {};  ///< of the table, where the value is one of its cells
};

/// What a person is to look at, and on which line of its form.
struct AcceptDoubt {
  std::uint64_t line = 0;
  std::string words;
  auto operator<=>(const AcceptDoubt&) const = default;
};

/// What accepting forms brings.
struct AcceptOutcome {
  std::vector<AcceptedClaim> claims;
  std::vector<std::string> faults;   ///< values that cannot be read: nothing is accepted before they are mended
  std::vector<AcceptDoubt> doubts;   ///< what a person is to look at; accepted with --yes alone
  std::vector<std::string> remarks;  ///< what people should know
};

struct AcceptOptions {
  OnConflict on_conflict = OnConflict::undecided;
  std::string day;  ///< of the review, where the form does not say it
};

const char* name_of(ClaimState state);

/// The form that is being accepted, what it is a source of and what comes of it.
struct AcceptContext {
  Session& session;
  AcceptedTables& tables;
  AcceptOutcome& outcome;
  const AcceptOptions& options;
  const AcceptForm* form = nullptr;
  std::string source, day;

  /// Where a row says what it says, and who has looked at it; where it is in doubt, why.
  ClaimOrigin origin_of(const documents::ReviewRow& row) const;
  /// A row of which nobody has settled the doubt.
  void doubt(const documents::ReviewRow& row, const std::string& why = {});
  void fault(const documents::ReviewRow& row, const std::string& words);
  void log(const documents::ReviewRow& row, const std::string& value, const char* state, const std::string& before, std::string_view table,
           const std::string& key);
  /// What a row says of a field of the data; a conflict that nobody has decided is a doubt.
  void claim(const documents::ReviewRow& row, std::string_view table, std::size_t at, std::string_view field, const std::string& value);
};

}  // namespace maillage
