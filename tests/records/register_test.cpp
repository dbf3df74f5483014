// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "records/register/journal.hpp"
#include "records/register/line_patch.hpp"
#include "records/register/raw_table.hpp"

namespace maillage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LineHunks, NameOnlyTheLinesThatDiffer) {
  EXPECT_THAT(line_hunks("a\nb\nc\n", "a\nb\nc\n"), IsEmpty());
  EXPECT_THAT(line_hunks("a\nb\nc\n", "a\nB\nc\n"), ElementsAre(LineHunk{2, {"b\n"}, {"B\n"}}));
  EXPECT_THAT(line_hunks("a\nc\n", "a\nb\nc\n"), ElementsAre(LineHunk{2, {}, {"b\n"}}));
  EXPECT_THAT(line_hunks("a\nb\nc\nd\n", "b\nc\nX\n"), ElementsAre(LineHunk{1, {"a\n"}, {}}, LineHunk{4, {"d\n"}, {"X\n"}}));
}

// Second route: whatever the two texts are, taking the hunks back gives the first again.
TEST(LineHunks, TakenBackGiveTheTextBefore) {
  std::mt19937 random(7);
  const auto text = [&] {
    std::string made;
    for (auto lines = random() % 12; lines > 0; --lines) made += std::string(1, static_cast<char>('a' + random() % 5)) + (random() % 9 == 0 ? "\r\n" : "\n");
    return random() % 4 == 0 ? made + "end" : made;
  };
  for (int i = 0; i < 3000; ++i) {
    const auto before = text(), after = text();
    EXPECT_EQ(taken_back(after, line_hunks(before, after)), before) << before << "→\n" << after;
  }
}

TEST(LineHunks, AreFoundBetweenLaterEdits) {
  const std::string before = "h\n1\n2\n3\n", after = "h\n1\n2b\n3\n4\n";
  const auto hunks = line_hunks(before, after);
  std::size_t failed = 0;
  EXPECT_EQ(taken_back_around_edits("h\n0\n1\n2b\n3\n4\n", hunks, failed), "h\n0\n1\n2\n3\n");
  EXPECT_FALSE(taken_back_around_edits("h\n1\n2c\n3\n4\n", hunks, failed));  // edited by hand since
  EXPECT_EQ(hunks[failed].after.front(), "2b\n");
  EXPECT_FALSE(taken_back_around_edits("h\n1\n2b\n2b\n3\n4\n", hunks, failed));  // twice: which one?
}

const std::string french =
    "\xEF\xBB\xBFname;id;kind;note\r\n\"L'École \"\"Centrale\"\"\";ec;other;\r\n\r\nCH;ch;hospital;\"a;b\"\r\n";

TEST(RawTable, KeepsWhatIsNotTouchedByteForByte) {
  RawTable table("institutions", french);
  EXPECT_EQ(table.bytes(), french);
  EXPECT_EQ(table.size(), 2U);
  EXPECT_EQ(table.cell(0, "name"), "L'École \"Centrale\"");
  EXPECT_EQ(table.cell(1, "note"), "a;b");
  table.set(1, "kind", "other");
  table.set(0, "kind", "other");  // says so already
  auto expected = french;
  expected.replace(expected.find("hospital"), 8, "other");
  EXPECT_EQ(table.bytes(), expected);
}

TEST(RawTable, AddsRowsAndColumnsInTheFormOfTheFile) {
  RawTable table("institutions", french);
  table.add({{"id", "new"}, {"name", "A; B"}, {"city", "Lens"}});
  EXPECT_EQ(table.bytes(),
            "\xEF\xBB\xBFname;id;kind;note;city\r\n\"L'École \"\"Centrale\"\"\";ec;other;;\r\n\r\nCH;ch;hospital;\"a;b\";\r\n\"A; B\";new;;;Lens\r\n");
  table.remove(0);
  EXPECT_EQ(table.rows_with_key("ec").size(), 0U);
  EXPECT_EQ(table.rows_with_key("new").size(), 1U);
}

TEST(RawTable, AddsManyRowsAsItAddsThemOneByOne) {
  for (const char* bytes : {"agreement,institution,role\na,x,\nb,y,lead\n\na,z,\n\n", "agreement,institution\na,x", "agreement,institution\n", ""}) {
    std::uint32_t state = 7;
    std::vector<std::vector<std::pair<std::string_view, std::string>>> rows;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525U + 1013904223U;
      rows.push_back({{"agreement", std::string(1, static_cast<char>('a' + (state >> 20U) % 6))}, {"institution", "i" + std::to_string(i)}});
    }
    RawTable many("parties", bytes), one_by_one("parties", bytes);
    many.add_all(rows);
    for (const auto& row : rows) one_by_one.add(row);
    EXPECT_EQ(many.bytes(), one_by_one.bytes()) << bytes;
    EXPECT_EQ(many.size(), one_by_one.size());
    EXPECT_EQ(many.cell(many.size() - 1, "institution"), one_by_one.cell(one_by_one.size() - 1, "institution"));
  }
}

TEST(RawTable, PutsARowBesideThoseOfItsOwner) {
  RawTable table("parties", "agreement,institution\nx,a\ny,b\n");
  table.add({{"agreement", "x"}, {"institution", "c"}});
  EXPECT_EQ(table.bytes(), "agreement,institution\nx,a\nx,c\ny,b\n");
  EXPECT_EQ(table.key(1), "x/c");
}

TEST(RawTable, EndsALineThatHasNoEnd) {
  RawTable table("themes", "code,label_fr\na,A");
  table.add({{"code", "b"}});
  EXPECT_EQ(table.bytes(), "code,label_fr\na,A\nb,\n");
}

JournalEntry entry_of(std::uint64_t number, std::uint64_t undoes = 0) {
  JournalEntry entry;
  entry.number = number;
  entry.time = "2026-03-01T09:30:00Z";
  entry.by = "Marie";
  entry.command = "edit";
  entry.undoes = undoes;
  return entry;
}

TEST(Journal, ReadsWhatItWrites) {
  auto entry = entry_of(3);
  entry.reason = "avenant";
  entry.rows = {{"agreements", "x", "signed", "2023", "2024"}, {"parties", "x/a", {}, {}, {}}, {"parties", "x/b", std::string(kRowGone), {}, {}}};
  const std::string before = "id\nx\n", after = "id\ny\xE9\n";  // a table in Windows-1252
  entry.files = {patch_of("agreements.csv", &before, &after), patch_of("new.csv", nullptr, &after)};
  const auto journal = read_journal("typed by hand\n" + journal_lines(entry));
  EXPECT_EQ(journal.unread_lines, 1U);
  ASSERT_EQ(journal.entries.size(), 1U);
  const auto& read = journal.entries.front();
  EXPECT_EQ(read.reason, "avenant");
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.rows[0].after, "2024");
  EXPECT_EQ(read.rows[2].field, kRowGone);
  ASSERT_EQ(read.files.size(), 2U);
  const auto back = take_back(read.files[0], &after);
  EXPECT_TRUE(back.fits && back.is_exact);
  EXPECT_EQ(back.bytes, before);
  EXPECT_FALSE(take_back(read.files[1], &after).is_there);
}

TEST(Journal, KnowsWhichChangeStandsLast) {
  Journal journal;
  EXPECT_EQ(journal.last_standing(), nullptr);
  journal.entries = {entry_of(1), entry_of(2), entry_of(3, 2), entry_of(4)};
  EXPECT_EQ(journal.last_standing()->number, 4U);
  journal.entries.push_back(entry_of(5, 4));
  EXPECT_EQ(journal.last_standing()->number, 1U);
  journal.entries.push_back(entry_of(6, 1));
  EXPECT_EQ(journal.last_standing(), nullptr);
}

}  // namespace
}  // namespace maillage
