// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/register_values.hpp"
#include "cli/register_writer.hpp"

namespace maillage {

/// Where what is written is said: a source, or the reason why there is none.
struct EvidenceOptions {
  std::string source, locator, inferred, none;
  std::string title, publisher, date, kind, url, file;  ///< of a new source

  void define(CLI::App& app, const Language& language);
  bool is_given() const { return !source.empty() || !none.empty(); }
  /// Failure(usage) where options contradict each other or lack what belongs to them.
  void check(const Language& language) const;
};

/// Changes rows of a package and remembers what each change says, so that all of it gets its evidence at the end.
class RegisterFacts {
 public:
  RegisterFacts(Session& session, RegisterWriter& writer, RegisterValues& values) : session_(session), writer_(writer), values_(values) {}

  using Cells = std::vector<std::pair<std::string_view, std::string>>;
  /// Adds a row with these cells, empty ones left out. Failure(usage) where a row with its key is there already.
  void add(std::string_view table, const Cells& cells);
  /// Puts a value into a cell; what older evidence says of it stays, as a claim that is not accepted, also where that
  /// evidence is one claim of a register for the whole row.
  void set(std::string_view table, std::size_t row, std::string_view field, const std::string& value);
  /// Removes a row with the evidence, acknowledgements, reviews and decisions about names that speak of it.
  void remove(std::string_view table, std::size_t row);
  /// Is there anything that is to be backed?
  bool needs_evidence() const;
  /// Writes the evidence of everything; Failure(usage) that names the option where it is needed and not given.
  void back(const EvidenceOptions& evidence);

 private:
  struct Fact {
    std::string table, key, field, value;
    bool replaces = false;
  };
  void keep_older_claims(const Fact& fact, const std::string& before);
  void limit_claims_of_row(const Fact& fact, const std::string& said);
  bool is_register(const std::string& source);
  void forget_acknowledgement(std::string_view table, const std::string& key, std::string_view field);
  bool is_claimed(std::string_view table, const std::string& key, std::string_view field);
  void forget_acknowledged_row(std::string_view table, const std::string& key);
  std::string source_of(const EvidenceOptions& evidence);
  void claim(const Fact& fact, const std::string& source, const EvidenceOptions& evidence);
  void acknowledge(const EvidenceOptions& evidence);
  Session& session_;
  RegisterWriter& writer_;
  RegisterValues& values_;
  std::vector<Fact> facts_;
};

/// A slug that no row of the table has as its id yet: `-2`, `-3`, … behind it where it is taken.
std::string free_id(const RawTable& table, const std::string& wanted);

}  // namespace maillage
