// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <poll.h>
#include <pty.h>
#include <termios.h>

#include <array>
#include <csignal>
#include <utility>

#include "cli/program.hpp"

namespace maillage::program {

/// The program on a terminal of its own, as a person sits before it: what it shows is waited for, then answered. No-break
/// spaces are shown as spaces.
class Terminal {
 public:
  explicit Terminal(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment) {
    std::vector<std::string> arguments{MAILLAGE_PROGRAM}, surroundings{"TERM=dumb"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    for (const auto& [name, value] : environment) surroundings.push_back(name + "=" + value);
    for (const auto* name : {"LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TMPDIR"}) {
      if (const auto* value = std::getenv(name); value != nullptr) surroundings.push_back(std::string(name) + "=" + value);
    }
    Strings given(std::move(arguments)), around(std::move(surroundings));
    winsize size{50, 200, 0, 0};
    id_ = ::forkpty(&screen_, nullptr, nullptr, &size);
    if (id_ < 0) throw std::runtime_error("no terminal for the test");
    if (id_ == 0) {
      if (::chdir(MAILLAGE_SOURCE_DIR) == 0) ::execve(MAILLAGE_PROGRAM, given.data(), around.data());
      ::_exit(127);
    }
    termios form{};
    ::tcgetattr(screen_, &form);
    form.c_lflag &= ~static_cast<tcflag_t>(ECHO);  // what is typed is not what is shown
    ::tcsetattr(screen_, TCSANOW, &form);
  }
  /// Has the machine terminals to give? A bare root may have none.
  static bool is_there() {
    int near = -1, far = -1;
    if (::openpty(&near, &far, nullptr, nullptr, nullptr) != 0) return false;
    ::close(near);
    ::close(far);
    return true;
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    if (id_ > 0) ::kill(id_, SIGKILL), ::waitpid(id_, nullptr, 0);
    ::close(screen_);
  }

  /// Waits until this is shown, after what was waited for before; what was shown up to there. std::runtime_error where the
  /// program ends, or shows nothing more for a minute.
  std::string shown(const std::string& text) {
    while (true) {
      if (const auto at = all_.find(text, seen_); at != std::string::npos) {
        const auto part = all_.substr(seen_, at + text.size() - seen_);
        seen_ = at + text.size();
        return part;
      }
      if (!read_more()) throw std::runtime_error("“" + text + "” was not shown; since then: " + all_.substr(seen_));
    }
  }
  void type(const std::string& keys) {
    if (::write(screen_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size())) throw std::runtime_error("nobody reads");
  }
  void enter(const std::string& line = {}) { type(line + "\n"); }
  /// Waits for a question and answers it.
  void answer(const std::string& question, const std::string& line = {}) {
    shown(question);
    enter(line);
  }
  /// Waits for the end of the program.
  Run end() {
    while (read_more()) {
    }
    int status = 0;
    ::waitpid(std::exchange(id_, 0), &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), all_.substr(seen_), {}};
  }

 private:
  bool read_more() {
    pollfd one{screen_, POLLIN, 0};
    if (::poll(&one, 1, 60'000) <= 0) return false;
    std::array<char, 4096> buffer{};
    const auto count = ::read(screen_, buffer.data(), buffer.size());
    if (count <= 0) return false;
    all_.append(buffer.data(), static_cast<std::size_t>(count));
    for (const std::string_view blank : {"\u00A0", "\u202F"}) {  // French typography, which nobody types into a test
      for (auto at = all_.find(blank, seen_); at != std::string::npos; at = all_.find(blank, at)) all_.replace(at, blank.size(), " ");
    }
    return true;
  }
  pid_t id_ = 0;
  int screen_ = -1;
  std::string all_;
  std::size_t seen_ = 0;
};

}  // namespace maillage::program
