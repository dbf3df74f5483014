// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"

namespace maillage {

/// Questions on a terminal: asked on standard error, answered on standard input.
class Questions {
 public:
  explicit Questions(const Session& session) : session_(session) {}

  /// Standard input and standard error are terminals.
  static bool can_be_asked();
  /// The answer, trimmed; asked again until `take` accepts it (a Failure says why not). Failure(usage) at the end of the
  /// input: the person has gone.
  void ask(const std::string& label, const std::string& explanation, const std::function<void(const std::string&)>& take) const;
  /// Asked again, with an explanation, until the answer is one of both; empty: no.
  bool yes(const std::string& question) const;
  /// The place of the option chosen by its number, from 0; nothing for an empty answer. Any other answer is explained and
  /// asked again.
  std::optional<std::size_t> choice(const std::string& question, const std::vector<std::string>& options) const;

 private:
  std::string answer(const std::string& prompt) const;
  const Session& session_;
};

}  // namespace maillage
