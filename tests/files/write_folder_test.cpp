// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "files/files.hpp"
#include "files/refused_writes.hpp"
#include "files/scratch_folder.hpp"

namespace maillage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
namespace fs = std::filesystem;

const std::vector<std::pair<std::string, std::string>> two_files{{"a.txt", "1"}, {"sub/b.txt", "2"}};

TEST(WriteFolder, MakesTheFolderAndThoseAbove) {
  const ScratchFolder folder;
  write_folder(folder / "x/y/out/", two_files, Overwrite::never);
  EXPECT_THAT(folder.names(), ElementsAre("x", "x/y", "x/y/out", "x/y/out/a.txt", "x/y/out/sub", "x/y/out/sub/b.txt"));
  EXPECT_EQ(read_file(folder / "x/y/out/sub/b.txt"), "2");
}

TEST(WriteFolder, FillsAnEmptyFolderAndRefusesAFullOne) {
  const ScratchFolder folder;
  write_folder(folder.path(), two_files, Overwrite::never);
  EXPECT_THAT(folder.names(), ElementsAre("a.txt", "sub", "sub/b.txt"));
  try {
    write_folder(folder.path(), two_files, Overwrite::never);
    FAIL() << "an existing folder was overwritten";
  } catch (const CannotWrite& error) {
    EXPECT_EQ(error.reason, "exists");
  }
}

TEST(WriteFolder, OverwritesItsOwnFilesAndKeepsOthers) {
  const ScratchFolder folder;
  write_folder(folder.path(), two_files, Overwrite::never);
  write_file(folder / "other", "mine", Overwrite::never);
  write_folder(folder.path(), {{"a.txt", "new"}, {"c.txt", "3"}}, Overwrite::allowed);
  EXPECT_THAT(folder.names(), ElementsAre("a.txt", "c.txt", "other", "sub", "sub/b.txt"));
  EXPECT_EQ(read_file(folder / "a.txt"), "new");
  EXPECT_EQ(read_file(folder / "other"), "mine");
}

TEST(WriteFolder, PutsEverythingBackWhereOneFileCannotBeMoved) {
  const ScratchFolder folder;
  write_file(folder / "a", "old a", Overwrite::never);
  fs::create_directory(folder / "z");  // in the way of the last file
  EXPECT_THROW(
      write_folder(folder.path(), {{"a", "new a"}, {"b", "new"}, {"deep/er", "new"}, {"z", "new"}}, Overwrite::allowed),
      CannotWrite);
  EXPECT_THAT(folder.names(), ElementsAre("a", "z"));
  EXPECT_EQ(read_file(folder / "a"), "old a");
}

TEST(WriteFolder, LeavesNothingWhereTheDiskIsFull) {
  const ScratchFolder folder;
  {
    const FileSizeLimit full(1000);
    EXPECT_EQ(reason_of_refusal([&] { write_folder(folder / "above/out", {{"a", "x"}, {"b", std::string(5000, 'x')}}, Overwrite::never); }), "no_space");
  }
  EXPECT_THAT(folder.names(), IsEmpty());
}

TEST(WriteFolder, RefusesAFileInItsPlaceAndAFolderThatCannotBe) {
  const ScratchFolder folder;
  write_file(folder / "file", "", Overwrite::never);
  EXPECT_THROW(write_folder(folder / "file", two_files, Overwrite::never), CannotWrite);
  EXPECT_THROW(write_folder(folder / "file", two_files, Overwrite::allowed), CannotWrite);
  EXPECT_THROW(write_folder(folder / "file/below", two_files, Overwrite::never), CannotWrite);
  EXPECT_THAT(folder.names(), ElementsAre("file"));
}

TEST(WriteFolder, KeepsToItsFolder) {
  const ScratchFolder folder;
  for (const auto* name : {"../a", "/tmp/a", "x/../../a", "", ".", "a/"}) {
    EXPECT_THROW(write_folder(folder / "out", {{name, ""}}, Overwrite::never), std::invalid_argument) << name;
  }
  EXPECT_THROW(write_folder(folder / "out", {{"a", ""}, {"./a", ""}}, Overwrite::never), std::invalid_argument);
  EXPECT_THAT(folder.names(), IsEmpty());
}

}  // namespace
}  // namespace maillage
