// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/evidence_options.hpp"
#include "cli/keeping_options.hpp"
#include "cli/register_values.hpp"
#include "cli/register_writer.hpp"

namespace maillage {

/// One value for one column: `field=value`, `field+=value`, `field-=value`, or an option that goes by the column's name.
struct Assignment {
  enum class Act { set, append, take_out } act = Act::set;
  std::string field, value;
  std::string written;  ///< as the messages call it
};

/// What `add` and `edit` are given beside DATA and what they are about.
struct RegisterArguments {
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>> by_column;  ///< options that go by a column's name
  std::vector<std::string> parties, signatories, lineage;
  std::string registry = "none";  ///< what is taken from the reference registry: none, certain, likely, or an identifier
  std::vector<std::string> without_parties, without_signatories, without_lineage;
  EvidenceOptions evidence;
  KeepingOptions keeping;
  OutputOptions output;

  enum class For { add, edit };
  void define(CLI::App& app, const Language& language, For command);
  /// The words that are no assignments.
  std::vector<std::string> plain_words() const;
  std::vector<Assignment> assignments() const;
  /// Looks at the options that concern every change, then reads the package. Its folder. Failure.
  std::filesystem::path open(Session& session, const std::string& data) const;
  /// What the journal says as the reason: `--because`, and why there is no evidence.
  std::string reason(const Language& language) const;
};

/// `NAME[:ROLE]`: a party, with the code of its role (empty where none is said).
struct PartyWords {
  std::string name, role;
};
PartyWords party_of(const std::string& text, const Language& language);

/// `NAME` or `person=NAME;on-behalf-of=NAME;capacity=TEXT;kind=CODE;date=DATE`. Failure(usage).
struct SignatoryWords {
  std::string person, on_behalf_of, capacity, kind, date;
};
SignatoryWords signatory_of(const std::string& text, const Language& language);

/// `KIND:NAME`, of a lineage row. Failure(usage).
struct LineageWords {
  std::string kind, of;
};
LineageWords lineage_of(const std::string& text, const Language& language);

/// The kinds of rows that can be added by name, in the order of the help: word and table.
struct RowKind {
  const char* word;
  const char* table;
};
std::vector<RowKind> row_kinds();

}  // namespace maillage
