// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "records/checks/context.hpp"

namespace maillage {

/// The keys of all rows of a table, made when they are first asked for.
class RowKeys {
 public:
  explicit RowKeys(const CheckContext& context) : context_(&context) {}
  bool has(std::string_view table, std::string_view key);
  bool is_empty(std::string_view table) { return of(table).empty(); }
  std::string nearest(std::string_view table, std::string_view key);

 private:
  using Keys = std::unordered_set<std::string>;
  const Keys& of(std::string_view table);
  const CheckContext* context_;
  std::map<std::string, Keys, std::less<>> keys_;
};

}  // namespace maillage
