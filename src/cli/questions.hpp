// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

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
  bool yes(const std::string& question) const;

 private:
  std::string answer(const std::string& prompt) const;
  const Session& session_;
};

}  // namespace maillage
