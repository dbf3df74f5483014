// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <set>

#include "files/commit.hpp"
#include "files/file_faults.hpp"
#include "files/files.hpp"
#include "files/folder_reading.hpp"
#include "files/refused_writes.hpp"
#include "files/scratch_folder.hpp"

namespace maillage {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;
using std::chrono::milliseconds;

const LockHolder me = LockHolder::here("Marie", "add");
const std::vector<FileChange> both{{"a.csv", "new a"}, {"b.csv", std::nullopt}, {"deep/c.csv", "new c"}, {"d.csv", "same"}};

void fill(const ScratchFolder& folder) {
  write_file(folder / "a.csv", "old a", Overwrite::never);
  write_file(folder / "b.csv", "old b", Overwrite::never);
  write_file(folder / "d.csv", "same", Overwrite::never);
}

// What a reader sees of the folder: `old` or `new`, or what it is instead.
std::string seen(const fs::path& folder) {
  FolderReading reading(folder);
  const auto text = [&](const char* name) {
    const auto path = reading.path_of(name);
    return fs::exists(path) ? read_file(path) : std::string("-");
  };
  const auto all = text("a.csv") + "|" + text("b.csv") + "|" + text("deep/c.csv") + "|" + text("d.csv");
  return all == "old a|old b|-|same" ? "old" : all == "new a|-|new c|same" ? "new" : all;
}

TEST(Commit, ChangesAddsAndRemovesTogetherAndLeavesNothingElse) {
  const ScratchFolder folder;
  fill(folder);
  EXPECT_EQ(seen(folder.path()), "old");
  commit_files(FolderLock(folder.path(), me, {}), both);
  EXPECT_EQ(seen(folder.path()), "new");
  EXPECT_THAT(folder.names(), ElementsAre("a.csv", "d.csv", "deep", "deep/c.csv"));
}

// A process that is killed before one of its steps: readers see all of it or nothing, before and after the next writer
// has taken the lock, which leaves nothing lying about.
TEST(Commit, KilledAtAnyStepItIsAllOrNothing) {
  int olds = 0, news = 0;
  for (int last = 1; last < 40; ++last) {
    const ScratchFolder folder;
    fill(folder);
    const auto child = ::fork();
    if (child == 0) {
      int step = 0;
      commit_files(FolderLock(folder.path(), me, {}), both, [&](std::string_view) {
        if (++step == last) ::kill(::getpid(), SIGKILL);
      });
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    const auto before = seen(folder.path());
    EXPECT_THAT(before, testing::AnyOf("old", "new")) << "step " << last;
    {
      const FolderLock next(folder.path(), me, {});
      EXPECT_EQ(next.left_by().has_value(), WIFSIGNALED(status));
    }
    EXPECT_EQ(seen(folder.path()), before);
    const std::set<std::string> names_before{"a.csv", "b.csv", "d.csv"};
    const std::set<std::string> names_after{"a.csv", "d.csv", "deep", "deep/c.csv"};
    EXPECT_EQ(folder.names(), before == "old" ? names_before : names_after);
    if (WIFEXITED(status)) break;  // more steps than there are
    ++(before == "old" ? olds : news);
  }
  EXPECT_GE(olds, 4);
  EXPECT_GE(news, 4);
}

TEST(Commit, AFullDiskLeavesEverythingAsItWas) {
  const ScratchFolder folder;
  fill(folder);
  {
    const FileSizeLimit full(1000);
    EXPECT_EQ(reason_of_refusal([&] { commit_files(FolderLock(folder.path(), me, {}), {{"a.csv", "new"}, {"z.csv", std::string(5000, 'x')}}); }), "no_space");
  }
  EXPECT_THAT(folder.names(), ElementsAre("a.csv", "b.csv", "d.csv"));
  EXPECT_EQ(seen(folder.path()), "old");
}

TEST(Commit, RefusesWhatCannotStandThereBeforeItChangesAnything) {
  const ScratchFolder folder;
  fill(folder);
  fs::create_directory(folder / "z");
  const FolderLock lock(folder.path(), me, {});
  EXPECT_THROW(commit_files(lock, {{"a.csv", "new"}, {"z", "in the way"}}), CannotWrite);
  EXPECT_THROW(commit_files(lock, {{"a.csv", "new"}, {"a.csv/below", "no folder"}}), CannotWrite);
  EXPECT_THROW(commit_files(lock, {{"a.csv", "new"}, {"../out", "x"}}), std::invalid_argument);
  EXPECT_THROW(commit_files(lock, {{"a.csv", "new"}, {"./a.csv", "x"}}), std::invalid_argument);
  EXPECT_EQ(seen(folder.path()), "old");
}

TEST(Commit, KeepsPermissionsAndAFileEditedByHandAfterACut) {
  const ScratchFolder folder;
  fill(folder);
  ::chmod((folder / "a.csv").c_str(), 0640);
  const auto child = ::fork();
  if (child == 0) {
    const FolderLock lock(folder.path(), me, {});
    commit_files(lock, both, [](std::string_view step) {
      if (step == "move a.csv") ::kill(::getpid(), SIGKILL);
    });
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  write_file(folder / "a.csv", "typed by hand", Overwrite::allowed);
  const FolderLock next(folder.path(), me, {});
  EXPECT_EQ(read_file(folder / "a.csv"), "new a");
  EXPECT_EQ(read_file(folder / "a.csv.kept"), "typed by hand");
  struct stat status_of {};
  ::stat((folder / "a.csv").c_str(), &status_of);
  EXPECT_EQ(status_of.st_mode & 0777U, 0640U);
}

TEST(FolderLock, NamesItsHolderAndGoesWithIt) {
  const ScratchFolder folder;
  {
    const FolderLock lock(folder.path(), me, {});
    try {
      const FolderLock second(folder.path(), LockHolder::here("Paul", "undo"), milliseconds(30));
      FAIL() << "two writers at once";
    } catch (const FolderIsLocked& locked) {
      EXPECT_EQ(locked.holder.who, "Marie");
      EXPECT_EQ(locked.holder.command, "add");
      EXPECT_EQ(locked.holder.process, ::getpid());
      EXPECT_EQ(locked.holder.since, me.since);
    }
  }
  EXPECT_TRUE(folder.names().empty());
  const FolderLock after(folder.path(), LockHolder::here("Paul", "undo"), {});
  EXPECT_FALSE(after.left_by());
}

TEST(FolderLock, IsTakenOverFromAKilledProcess) {
  const ScratchFolder folder;
  const auto child = ::fork();
  if (child == 0) {
    const FolderLock lock(folder.path(), me, {});
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(fs::exists(folder / ".maillage-lock"));
  const FolderLock next(folder.path(), LockHolder::here("Paul", "undo"), {});
  ASSERT_TRUE(next.left_by());
  EXPECT_EQ(next.left_by()->who, "Marie");
  EXPECT_THAT(read_file(folder / ".maillage-lock"), HasSubstr("who: Paul"));
}

TEST(FolderLock, SaysWhereAFolderIsNotThere) {
  const ScratchFolder folder;
  try {
    const FolderLock lock(folder / "gone", me, {});
    FAIL();
  } catch (const CannotWrite& error) {
    EXPECT_EQ(error.reason, "no_folder");
  }
}

// Each reason names the right that is missing and what it is missing on.
TEST(FileFaults, NameTheRightThatIsMissing) {
  const ScratchFolder folder;
  write_file(folder / "file", "", Overwrite::never);
  const auto fault = [](const fs::path& path, int error) {
    try {
      throw_cannot_write(path, error);
    } catch (const CannotWrite& refused) {
      return refused.reason + " " + refused.path.string();
    }
  };
  const auto here = folder.path().string();
  EXPECT_EQ(fault(here, EACCES), "no_right_in_folder " + here);
  EXPECT_EQ(fault(folder / "new", EACCES), "no_right_in_folder " + here);
  EXPECT_EQ(fault(folder / "file", EPERM), "no_right_on_file " + here + "/file");
  EXPECT_EQ(fault(folder / "file", EROFS), "read_only_disk " + here + "/file");
}

// What another account finds: a folder that it may only read; a lock that a killed process left in one that it may write.
TEST(FolderLock, OfAnotherAccount) {
  const ScratchFolder folder;
  const auto as_another = [&] {
    const auto child = ::fork();
    if (child == 0) {
      if (::geteuid() == 0 && ::seteuid(65'534) != 0) ::_exit(9);
      try {
        const FolderLock lock(folder.path(), LockHolder::here("Paul", "undo"), {});
        ::_exit(lock.left_by() && lock.left_by()->who == "Marie" ? 1 : 2);
      } catch (const CannotWrite& refused) {
        ::_exit(refused.reason == "no_right_in_folder" && refused.path == folder.path() ? 3 : 4);
      }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WEXITSTATUS(status);
  };
  fs::permissions(folder.path(), fs::perms(0555));
  EXPECT_EQ(as_another(), 3);
  fs::permissions(folder.path(), fs::perms(0777));
  write_file(folder / ".maillage-lock", "who: Marie\nprocess: 4242\nsince: 2026-03-01T09:30:00Z\n", Overwrite::never);
  fs::permissions(folder / ".maillage-lock", fs::perms(0444));
  EXPECT_EQ(as_another(), 1);
}

// A lock that says nothing, as one that is just being written.
TEST(FolderLock, ALockWithoutANameHasAnUnknownHolder) {
  const ScratchFolder folder;
  const FolderLock lock(folder.path(), me, {});
  ASSERT_EQ(::truncate((folder / ".maillage-lock").c_str(), 0), 0);
  try {
    const FolderLock second(folder.path(), LockHolder::here("Paul", "undo"), milliseconds(20));
    FAIL() << "two writers at once";
  } catch (const FolderIsLocked& locked) {
    EXPECT_FALSE(locked.holder.is_named());
  }
}

// Eight processes count together: each reads, adds one, writes. Without the lock counts get lost.
TEST(FolderLock, ManyWritersLoseNothing) {
  const ScratchFolder folder;
  write_file(folder / "count", "0", Overwrite::never);
  for (int p = 0; p < 8; ++p) {
    if (::fork() != 0) continue;
    for (int i = 0; i < 5; ++i) {
      const FolderLock lock(folder.path(), me, std::chrono::seconds(60));
      const auto count = std::stoi(read_file(folder / "count"));
      commit_files(lock, {{"count", std::to_string(count + 1)}});
    }
    ::_exit(0);
  }
  while (::wait(nullptr) > 0) {
  }
  EXPECT_EQ(read_file(folder / "count"), "40");
}

// A reader beside a writer that changes two files together, again and again: what it takes for undisturbed is never a
// mixture.
TEST(FolderReading, NeverSeesAMixture) {
  const ScratchFolder folder;
  write_folder(folder / "package", {{"a", "0"}, {"b", "0"}}, Overwrite::never);
  const auto child = ::fork();
  if (child == 0) {
    for (int i = 1; i <= 60; ++i) {
      commit_files(FolderLock(folder / "package", me, std::chrono::seconds(60)), {{"a", std::to_string(i)}, {"b", std::to_string(i)}});
    }
    ::_exit(0);
  }
  int whole = 0, status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    FolderReading reading(folder / "package");
    std::string a, b;
    try {
      a = read_file(reading.path_of("a"));
      b = read_file(reading.path_of("b"));
    } catch (const CannotRead&) {
      continue;
    }
    if (reading.was_disturbed()) continue;
    ++whole;
    EXPECT_EQ(a, b);
  }
  EXPECT_GT(whole, 0);
}

TEST(FolderReading, ShowsThatAFileCameOrChangedMeanwhile) {
  const ScratchFolder folder;
  write_file(folder / "a", "1", Overwrite::never);
  FolderReading reading(folder.path());
  reading.path_of("a");
  reading.path_of("b");
  EXPECT_FALSE(reading.was_disturbed());
  write_file(folder / "b", "2", Overwrite::never);
  EXPECT_TRUE(reading.was_disturbed());
}

}  // namespace
}  // namespace maillage
