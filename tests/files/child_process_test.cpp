// SPDX-License-Identifier: Apache-2.0
#include "files/child_process.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <cstdlib>

namespace maillage {
namespace {

using ::testing::HasSubstr;
using End = ChildResult::End;

ChildResult shell(const std::string& script, std::string_view input = "", const ChildLimits& limits = {}) {
  return run_child("/bin/sh", {"-c", script}, input, limits);
}

TEST(ChildProcess, InputOutputErrorsAndCode) {
  const auto result = shell("cat; echo tort >&2; exit 3", "bonjour");
  EXPECT_EQ(result.end, End::exited);
  EXPECT_EQ(result.code, 3);
  EXPECT_EQ(result.output, "bonjour");
  EXPECT_EQ(result.errors, "tort\n");
  EXPECT_FALSE(result.went_well());
}

TEST(ChildProcess, LargeInputThatNobodyReads) {
  const std::string much(4U << 20, 'x');
  EXPECT_TRUE(shell("exit 0", much).went_well());
  EXPECT_EQ(shell("cat", much).output.size(), much.size());
}

TEST(ChildProcess, ItsEnvironmentIsPlain) {
  ::setenv("MAILLAGE_SECRET", "x", 1);
  EXPECT_EQ(shell("echo \"$MAILLAGE_SECRET$LC_ALL\"").output, "C.UTF-8\n");
  ::unsetenv("MAILLAGE_SECRET");
}

TEST(ChildProcess, TooLongAndAllItStartedGoes) {
  ChildLimits limits;
  limits.time = std::chrono::milliseconds(200);
  const auto result = shell("sleep 60 & echo $!; sleep 60", "", limits);
  EXPECT_EQ(result.end, End::too_long);
  const int started = std::atoi(result.output.c_str());
  ASSERT_GT(started, 0);
  // It may still be waiting for its parent to notice; a process that is gone or a zombie does nothing any more.
  const auto state = shell("cat /proc/" + std::to_string(started) + "/stat 2>/dev/null || echo ') gone'").output;
  EXPECT_THAT(state, ::testing::AnyOf(HasSubstr(") Z"), HasSubstr(") gone"), HasSubstr(") X")));
}

TEST(ChildProcess, TooMuchOutput) {
  ChildLimits limits;
  limits.output_bytes = 1000;
  EXPECT_EQ(shell("while :; do echo bonjour; done", "", limits).end, End::too_much_output);
}

TEST(ChildProcess, KilledBySignal) {
  const auto result = shell("kill -9 $$");
  EXPECT_EQ(result.end, End::killed);
  EXPECT_EQ(result.code, SIGKILL);
}

TEST(ChildProcess, WhatCannotBeStarted) {
  const auto result = run_child("/nonexistent/program", {}, "");
  EXPECT_EQ(result.end, End::not_started);
  EXPECT_EQ(result.code, ENOENT);
}

TEST(FindProgram, OnAbsoluteFoldersOfThePathAlone) {
  EXPECT_TRUE(find_program("sh"));
  EXPECT_FALSE(find_program("no-such-program"));
  const std::string before = std::getenv("PATH");
  ::setenv("PATH", ".:bin", 1);
  EXPECT_FALSE(find_program("sh"));
  ::setenv("PATH", before.c_str(), 1);
}

}  // namespace
}  // namespace maillage
