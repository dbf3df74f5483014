// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"
#include "model/schema.hpp"

namespace maillage {

/// A value that a person gave for a field and that cannot be taken: what to say of it.
struct BadValue : Failure {
  BadValue(const std::string& words, std::string name = {}) : Failure(ExitCode::usage, words), unknown(std::move(name)) {}
  std::string unknown;  ///< a name that nothing in the data has; empty: something else is wrong
};

/// Reads what people write for the fields of a package's tables: codes in words, dates and durations in the French way,
/// names in the place of ids.
class RegisterValues {
 public:
  explicit RegisterValues(Session& session) : session_(session) {}

  /// The value as the table has it; `option` is how the message calls it. BadValue.
  std::string value(const TableSchema& table, const FieldSchema& field, const std::string& text, const std::string& option);
  /// The id of the row of `table` that a name or id means. BadValue with the nearest names.
  std::string id_of(std::string_view table, const std::string& name, const std::string& option);
  /// Names that stand for rows which are about to be added.
  void add_name(std::string_view table, const std::string& name, const std::string& id) { added_.push_back({std::string(table), name, id}); }

 private:
  struct Added {
    std::string table, name, id;
  };
  std::string one(const TableSchema& table, const FieldSchema& field, const std::string& text, const std::string& option);
  std::string id_in_list(std::string_view table, const std::string& name, const std::string& option);
  Session& session_;
  std::vector<Added> added_;
};

/// The group of labels (Language::label) of the codes of a field; empty where it has none.
std::string_view label_group(std::string_view table, std::string_view field);

}  // namespace maillage
