// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>

#include "cli/accept_outcome.hpp"
#include "documents/drafts/match_names.hpp"
#include "documents/drafts/review_index.hpp"

namespace maillage {

/// Finds the rows that the names of a form mean, adds those that are new, and keeps what people decided about names.
///
/// In this order: the id of a row; what the form says under « correspond à »; what was accepted from the same document
/// before; a decision made earlier; a name of the data; the reference registry. A name that several could mean, or that is
/// nearly another's, is a doubt; with --yes it becomes a row of its own, marked `unsure`: never another's.
class AcceptedNames {
 public:
  /// O(evidence).
  AcceptedNames(AcceptContext& context, documents::NameMatcher& matcher);

  /// The form whose names are asked for from now on.
  void turn_to(const documents::ReviewIndex& index);
  /// Id of the institution that a row names; empty where there is a fault, which stands in the outcome.
  std::string institution(const documents::ReviewRow& said) { return id_of(EntityKind::institution, said); }
  /// Id of the person that a row names; empty for a press contact as well.
  std::string person(const documents::ReviewRow& said) { return id_of(EntityKind::person, said); }
  /// Number of the form's record of a person; 0 where it has none.
  std::uint32_t record_of(EntityKind kind, const std::string& name) const;
  bool is_contact(const std::string& name) const;

 private:
  struct Meant {
    std::string id;      // of a row of the data or an entry of the registry
    bool is_new = false;
    bool is_unsettled = false;
  };
  std::string id_of(EntityKind kind, const documents::ReviewRow& said);
  std::string settled(EntityKind kind, const documents::ReviewRow& said, std::uint32_t record);
  Meant meant_by(EntityKind kind, const std::string& name, const documents::ReviewRow& said, const documents::ReviewRow* match);
  Meant meant_by_form(EntityKind kind, const std::string& name, const documents::ReviewRow& match);
  Meant matched(EntityKind kind, const std::string& name, const documents::ReviewRow& said);
  std::string accepted_before(EntityKind kind, const std::string& name) const;
  std::string row_of_entry(const std::string& name, const std::string& entry, const documents::ReviewRow& said);
  std::string add(EntityKind kind, const std::string& name, const documents::ReviewRow& said, std::uint32_t record);
  void decide(EntityKind kind, const std::string& name, const std::string& id, NameVerdict verdict);
  /// Parts of a list of names that no other institution goes by.
  std::string free_names(std::string_view list, const std::string& id) const;
  void take_names(const std::string& id);
  void claim_name(const std::string& name);
  bool has_row(EntityKind kind, const std::string& id);

  AcceptContext& context_;
  documents::NameMatcher& matcher_;
  const documents::ReviewIndex* index_ = nullptr;
  std::set<std::string> contacts_;                                 // folded
  std::map<std::pair<EntityKind, std::string>, std::uint32_t> records_;  // of the form, by folded name
  std::map<std::pair<EntityKind, std::string>, std::string> ids_;        // of the form, by folded name
  std::map<std::pair<EntityKind, std::string>, std::string> newcomers_;  // of all forms, by folded name
  std::map<std::string, std::string> used_;     // folded name, short name or alias of an institution → its id
  std::set<std::string> fresh_;                 // ids of the institutions that were added
  std::map<std::string, std::string> entries_;  // id of an entry → id of the row taken from it: not every entry has an identifier in the row
};

}  // namespace maillage
