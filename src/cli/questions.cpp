// SPDX-License-Identifier: Apache-2.0
#include "cli/questions.hpp"

#include <unistd.h>

#include <charconv>
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
    std::cerr << session_.language.say("register.question.yes_or_no_help") << '\n';
  }
}

std::optional<std::size_t> Questions::choice(const std::string& question, const std::vector<std::string>& options) const {
  for (std::size_t i = 0; i < options.size(); ++i) std::cerr << "  " << i + 1 << "  " << safe_lines(options[i]) << '\n';
  while (true) {
    const auto text = answer(session_.language.say("register.question.prompt", {{"label", question}}));
    if (text.empty()) return std::nullopt;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size() && number >= 1 && number <= options.size()) return number - 1;
    std::cerr << session_.language.say("register.question.no_number", {{"value", shown_word(text)}, {"count", std::to_string(options.size())}}) << '\n';
  }
}

}  // namespace maillage
