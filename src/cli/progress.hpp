// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "language/language.hpp"

namespace maillage {

/// A bar on standard error for work that takes longer than a second, with the seconds so far and, where the work tells how
/// far it is, those that are left at this pace; wiped away when the work is done. Only to be used on a terminal.
class Progress {
 public:
  explicit Progress(const Language& language) : language_(language) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// `what`: the code of a phase; a reader sees it in words.
  void begin(const std::string& what);
  void end();

 private:
  void run();
  std::string words() const;
  const Language language_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string what_;
  bool is_working_ = false, is_leaving_ = false;
  unsigned long work_number_ = 0;
  std::thread thread_;
};

}  // namespace maillage
