// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <filesystem>

#include "files/files.hpp"
#include "files/refused_writes.hpp"
#include "files/scratch_folder.hpp"
#include "files/temporaries.hpp"

namespace maillage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
namespace fs = std::filesystem;

TEST(WriteFile, WritesAndReadsBackEveryByte) {
  const ScratchFolder folder;
  std::string bytes(3 << 20, 'x');
  bytes += std::string("\0\r\n\xFF", 4);
  write_file(folder / "a", bytes, Overwrite::never);
  EXPECT_EQ(read_file(folder / "a"), bytes);
  EXPECT_THAT(folder.names(), ElementsAre("a"));
}

TEST(WriteFile, KeepsAnExistingFileUnlessAllowed) {
  const ScratchFolder folder;
  write_file(folder / "a", "first", Overwrite::never);
  EXPECT_EQ(reason_of_refusal([&] { write_file(folder / "a", "second", Overwrite::never); }), "exists");
  EXPECT_EQ(read_file(folder / "a"), "first");
  write_file(folder / "a", "second", Overwrite::allowed);
  EXPECT_EQ(read_file(folder / "a"), "second");
  EXPECT_THAT(folder.names(), ElementsAre("a"));
}

TEST(WriteFile, NamesWhyItCannot) {
  const ScratchFolder folder;
  write_file(folder / "a", "", Overwrite::never);
  EXPECT_EQ(reason_of_refusal([&] { write_file(folder / "no" / "b", "x", Overwrite::never); }), "no_folder");
  EXPECT_EQ(reason_of_refusal([&] { write_file(folder / "a" / "b", "x", Overwrite::never); }), "no_folder");
  EXPECT_EQ(reason_of_refusal([&] { write_file(folder.path(), "x", Overwrite::allowed); }), "is_folder");
  if (fs::exists("/dev/full")) {
    EXPECT_EQ(reason_of_refusal([&] { write_file("/dev/full", "x", Overwrite::never); }), "no_space");
  }
  if (::geteuid() != 0) {
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_EQ(reason_of_refusal([&] { write_file(folder / "c", "x", Overwrite::never); }), "no_right_in_folder");
    fs::permissions(folder.path(), fs::perms::owner_all);
  }
  EXPECT_THAT(folder.names(), ElementsAre("a"));
}

TEST(WriteFile, LeavesTheOldFileWhereTheDiskIsFull) {
  const ScratchFolder folder;
  write_file(folder / "a", "old", Overwrite::never);
  const FileSizeLimit full(1000);
  EXPECT_EQ(reason_of_refusal([&] { write_file(folder / "a", std::string(5000, 'n'), Overwrite::allowed); }),
            "no_space");
  EXPECT_EQ(read_file(folder / "a"), "old");
  EXPECT_THAT(folder.names(), ElementsAre("a"));
}

TEST(WriteFile, ReplacesWhatALinkLeadsToAndKeepsPermissions) {
  const ScratchFolder folder;
  write_file(folder / "file", "old", Overwrite::never);
  fs::permissions(folder / "file", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("file", folder / "link");
  write_file(folder / "link", "new", Overwrite::allowed);
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(read_file(folder / "file"), "new");
  EXPECT_EQ(fs::status(folder / "file").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(WriteFile, IsWholeWheneverTheProgramIsKilled) {
  const ScratchFolder folder;
  const std::string before(200000, 'a');
  const std::string after(200000, 'b');
  write_file(folder / "f", before, Overwrite::never);
  for (int round = 0; round < 20; ++round) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      while (true) {
        write_file(folder / "f", after, Overwrite::allowed);
        write_file(folder / "f", before, Overwrite::allowed);
      }
    }
    ::usleep(static_cast<useconds_t>(1000 + round * 700));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const auto found = read_file(folder / "f");
    ASSERT_TRUE(found == before || found == after);
  }
}

TEST(RemoveTemporaries, LeavesNothingOfAnInterruptedWrite) {
  const ScratchFolder folder;
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const Temporary file(folder.path());
    const Temporary tree(folder.path());
    const Temporary never_created(folder.path());
    write_file(file.path(), "half", Overwrite::never);
    for (int i = 0; i < 500; ++i) {  // more than one buffer of the system call holds
      const auto inner = tree.path() / ("folder " + std::to_string(i % 7)) / "deeper";
      fs::create_directories(inner);
      write_file(inner / std::to_string(i), "half", Overwrite::never);
    }
    remove_temporaries();
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(RemoveTemporaries, DoesNotFollowLinksOutOfTheTree) {
  const ScratchFolder folder;
  const ScratchFolder elsewhere;
  write_file(elsewhere / "kept", "x", Overwrite::never);
  {
    const Temporary tree(folder.path());
    fs::create_directory(tree.path());
    fs::create_directory_symlink(elsewhere.path(), tree.path() / "link");
  }
  EXPECT_THAT(folder.names(), IsEmpty());
  EXPECT_THAT(elsewhere.names(), ElementsAre("kept"));
}

}  // namespace
}  // namespace maillage
