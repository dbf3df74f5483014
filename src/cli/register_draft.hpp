// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/questions.hpp"
#include "cli/register_arguments.hpp"
#include "registry/institution_facts.hpp"

namespace maillage {

/// What is to be written, with ids in the place of names and values as the tables have them.
struct RegisterDraft {
  const TableSchema* table = nullptr;
  std::string id;
  std::map<std::string, std::string> cells;
  struct Party {
    std::string institution, role;
  };
  struct Signatory {
    std::string person, on_behalf_of, capacity, kind, date;
  };
  struct Line {
    std::string kind, of;
  };
  std::vector<Party> parties;
  std::vector<Signatory> signatories;
  std::vector<Line> lineage;
  struct Newcomer {
    std::string id;
    RegisterFacts::Cells cells;  ///< all but the id
  };
  std::vector<Newcomer> institutions, people;  ///< named and not known, to be added with it
  std::vector<TerritoryFact> territories;      ///< places of institutions taken from the reference registry, not known yet
};

/// Makes a draft of what options say and, on a terminal, of what questions bring.
class DraftMaker {
 public:
  DraftMaker(Session& session, RegisterValues& values, RegisterArguments& arguments, bool adds_unknown)
      : session_(session), values_(values), arguments_(arguments), adds_unknown_(adds_unknown), questions_(session) {}

  /// A row of this table from the options; on a terminal missing things are asked for. Failure(usage) that names what is
  /// missing.
  RegisterDraft make(const TableSchema& table);
  /// The column of the table that a word means: `theme` is `themes`. Failure(usage).
  const FieldSchema& field_of(const TableSchema& table, const Assignment& assignment) const;
  RegisterDraft::Party party(const std::string& text);
  RegisterDraft::Signatory signatory(const std::string& text);
  RegisterDraft::Line line(const std::string& text);
  /// Adds the institutions, people and territories that party() and signatory() found new.
  void add_newcomers(RegisterFacts& facts) const;
  /// Did make() have to ask for anything?
  bool has_asked() const { return has_asked_; }

 private:
  std::string known_or_new(std::string_view table, const std::string& name, const std::string& option);
  std::string chosen_or_new(std::string_view table, const std::string& name);
  std::string add_newcomer(std::string_view table, const std::string& name, const std::optional<RegistryEntry>& entry);
  void take_territories(const RegistryEntry& entry);
  void complete_from_registry();
  void fill(const RegistryEntry& entry);
  void ask_for_signatory(const std::string& text);
  void ask_for_row();
  void ask_for_evidence();
  void ask_for_field(std::string_view name);
  void ask_for_several(const char* label, const char* explanation, bool is_needed, const std::function<void(const std::string&)>& take);
  void require_row() const;
  std::string id_for() const;
  Session& session_;
  RegisterValues& values_;
  RegisterArguments& arguments_;
  bool adds_unknown_, has_asked_ = false;
  Questions questions_;
  RegisterDraft draft_;
};

}  // namespace maillage
