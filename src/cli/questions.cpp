// SPDX-License-Identifier: Apache-2.0
#include "cli/questions.hpp"

#include <unistd.h>

#include <iostream>

#include "records/cell_values.hpp"

namespace maillage {

bool Questions::can_be_asked() { return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0; }

std::string Questions::answer(const std::string& prompt) const {
  std::cerr << prompt << ' ' << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) {
    std::cerr << '\n';
    throw Failure(ExitCode::usage, session_.language.say("register.question.gone"));
  }
  return std::string(trimmed(line));
}

void Questions::ask(const std::string& label, const std::string& explanation, const std::function<void(const std::string&)>& take) const {
  if (!explanation.empty()) std::cerr << "  " << explanation << '\n';
  while (true) {
    const auto text = answer(session_.language.say("register.question.prompt", {{"label", label}}));
    try {
      return take(text);
    } catch (const Failure& failure) {
      std::cerr << safe_lines(failure.what()) << '\n';
    }
  }
}

bool Questions::yes(const std::string& question) const {
  while (true) {
    const auto text = folded(answer(session_.language.say("register.question.yes_or_no", {{"question", question}})));
    if (text == "o" || text == "oui" || text == "y" || text == "yes") return true;
    if (text.empty() || text == "n" || text == "non" || text == "no") return false;
  }
}

}  // namespace maillage
