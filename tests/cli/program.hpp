// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "files/scratch_folder.hpp"

namespace maillage::program {

/// What one run of the program gave back.
struct Run {
  int exit_code = 0;  ///< 128 + signal where a signal ended it
  std::string out, err;
  nlohmann::ordered_json json() const { return nlohmann::ordered_json::parse(out); }
};

/// How a run is surrounded. The environment holds nothing else than what is said here, and English as language.
struct Around {
  std::string input;
  std::map<std::string, std::string> environment{{"LC_ALL", "C"}};
  std::filesystem::path folder = MAILLAGE_SOURCE_DIR;  ///< the current folder of the run
  std::string out_file;                                ///< standard output goes there instead, unread
};

inline std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}
inline void write_text(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

/// Pointers to C strings with a null pointer at the end, as exec takes them.
class Strings {
 public:
  explicit Strings(std::vector<std::string> texts) : texts_(std::move(texts)) {
    for (auto& text : texts_) pointers_.push_back(text.data());
    pointers_.push_back(nullptr);
  }
  char* const* data() { return pointers_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<char*> pointers_;
};

/// The program started with its three streams in files, so that no pipe can fill up.
class Process {
 public:
  explicit Process(const std::vector<std::string>& words, const Around& around = {}) : around_(around) {
    write_text(scratch_ / "in", around.input);
    std::vector<std::string> arguments{MAILLAGE_PROGRAM}, environment;
    arguments.insert(arguments.end(), words.begin(), words.end());
    for (const auto& [name, value] : around.environment) environment.push_back(name + "=" + value);
    for (const auto* name : {"LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS", "OMP_WAIT_POLICY", "TMPDIR"}) {
      if (const auto* value = std::getenv(name); value != nullptr && !around.environment.contains(name)) {
        environment.push_back(std::string(name) + "=" + value);
      }
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    const auto in = (scratch_ / "in").string();
    const auto out = around.out_file.empty() ? (scratch_ / "out").string() : around.out_file;
    const auto err = (scratch_ / "err").string();
    posix_spawn_file_actions_addopen(&actions, 0, in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addchdir_np(&actions, around.folder.c_str());
    Strings given(std::move(arguments)), surroundings(std::move(environment));
    const int failed = posix_spawn(&id_, MAILLAGE_PROGRAM, &actions, nullptr, given.data(), surroundings.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) throw std::runtime_error("the program cannot be started: " MAILLAGE_PROGRAM);
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t id() const { return id_; }
  Run wait() {
    int status = 0;
    waitpid(id_, &status, 0);
    Run run;
    run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (around_.out_file.empty()) run.out = text_of(scratch_ / "out");
    run.err = text_of(scratch_ / "err");
    return run;
  }

 private:
  Around around_;
  ScratchFolder scratch_;
  pid_t id_ = 0;
};

inline Run run(const std::vector<std::string>& words, const Around& around = {}) {
  return Process(words, around).wait();
}
/// The JSON a command writes; throws with its messages where it fails.
inline nlohmann::ordered_json json_of(std::vector<std::string> words, const Around& around = {}) {
  words.insert(words.end(), {"--format", "json"});
  const auto done = run(words, around);
  if (done.exit_code != 0) throw std::runtime_error(done.err);
  return done.json();
}

inline const std::string kData = "data/hauts-de-france";
inline std::filesystem::path real_data() {
  return std::filesystem::path(MAILLAGE_SOURCE_DIR) / kData;
}
inline std::filesystem::path copy_of_real_data(const ScratchFolder& scratch) {
  std::filesystem::copy(real_data(), scratch / "package", std::filesystem::copy_options::recursive);
  return scratch / "package";
}

/// A flat agreements CSV and an edge list, four institutions each:  a – b – c   d
inline const std::string kAgreementsCsv =
    "id,parties,title,type,signed,valid_from,valid_to,themes,amount_eur,signatories,source\n"
    "x1,a|b,Un,framework_agreement,2024-01-15,2024-01-01,2026-12-31,santé,1000,Anne,S1\n"
    "x2,b|c,Deux,,2024-03-01,,,,,,S1\n"
    "x3,d,Trois,charter,,,,,,,\n";
inline const std::string kEdgesCsv = "source,target,weight\na,b,2\nb,c,1\nd,,\n";

/// Two triangles, A B C and D E G, that C – D joins, and F alone, as ties.
inline const std::string kTrianglesCsv = "source,target\nA,B\nA,C\nB,C\nC,D\nD,E\nD,G\nE,G\nF,\n";
inline Run run_communities_of_triangles(std::vector<std::string> options) {
  options.insert(options.begin(), {"communities", "-"});
  return run(options, {.input = kTrianglesCsv});
}

}  // namespace maillage::program
