// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/files.hpp"
#include "files/scratch_folder.hpp"

namespace maillage {
namespace {

template <class Read>
std::string reason_of_refusal(Read read) {
  try {
    read();
  } catch (const CannotRead& error) {
    return error.reason;
  }
  return "read";
}

TEST(ReadFile, NamesWhyItCannot) {
  const ScratchFolder folder;
  write_file(folder / "a", "12345", Overwrite::never);
  EXPECT_EQ(reason_of_refusal([&] { read_file(folder / "none"); }), "not_found");
  EXPECT_EQ(reason_of_refusal([&] { read_file(folder / "a/b"); }), "not_found");
  EXPECT_EQ(reason_of_refusal([&] { read_file(folder.path()); }), "is_folder");
  EXPECT_EQ(reason_of_refusal([&] { read_in_pieces(folder.path(), [](std::string_view) {}); }), "is_folder");
  EXPECT_EQ(reason_of_refusal([&] { read_file(folder / "a", 4); }), "too_large");
  EXPECT_EQ(read_file(folder / "a", 5), "12345");
  EXPECT_EQ(reason_of_refusal([&] { read_file("/dev/zero", 1000); }), "too_large");
  if (::geteuid() != 0) {
    ::chmod((folder / "a").c_str(), 0);
    EXPECT_EQ(reason_of_refusal([&] { read_file(folder / "a"); }), "no_permission");
  }
}

TEST(ReadInPieces, GivesEveryByteInPiecesOfOneMebibyteAtMost) {
  const ScratchFolder folder;
  std::string bytes;
  for (int i = 0; bytes.size() < 2500000; ++i) bytes += std::to_string(i);
  write_file(folder / "a", bytes, Overwrite::never);
  std::string seen;
  read_in_pieces(folder / "a", [&](std::string_view piece) {
    EXPECT_LE(piece.size(), 1U << 20);
    seen += piece;
  });
  EXPECT_EQ(seen, bytes);
}

TEST(Decode, TellsTheEncodings) {
  EXPECT_EQ(decode("été").text, "été");
  EXPECT_EQ(decode("été").encoding, Encoding::utf8);
  EXPECT_EQ(decode("\xEF\xBB\xBF"
                   "été")
                .text,
            "été");
  EXPECT_EQ(decode("\xEF\xBB\xBF").encoding, Encoding::utf8_with_mark);
  EXPECT_EQ(decode("\xE9t\xE9 \x80 \x92 \x9C").text, "été € ’ œ");
  EXPECT_EQ(decode("\xE9").encoding, Encoding::windows_1252);
  EXPECT_EQ(decode("\x81\xE9").text, "\uFFFDé");
  EXPECT_EQ(decode("").encoding, Encoding::utf8);
}

TEST(Decode, ReadsUtf16BothWays) {
  const std::string_view little("\xFF\xFE\xE9\x00\x3D\xD8\x00\xDE", 8);
  const std::string_view big("\xFE\xFF\x00\xE9\xD8\x3D\xDE\x00", 8);
  EXPECT_EQ(decode(little).text, "é😀");
  EXPECT_EQ(decode(little).encoding, Encoding::utf16_little);
  EXPECT_EQ(decode(big).text, "é😀");
  EXPECT_EQ(decode(big).encoding, Encoding::utf16_big);
  EXPECT_EQ(decode(little.substr(0, 6)).text, "é\uFFFD") << "half of a pair";
  EXPECT_EQ(decode(little.substr(0, 5)).text, "é\uFFFD") << "half of a unit";
}

TEST(IsValidUtf8, RefusesWhatIsOverlongCutOrNoCharacter) {
  for (const auto* good : {"", "a", "é", "€", "😀", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(is_valid_utf8(good)) << good;
  }
  for (const auto* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82",
                          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xE9t"}) {
    EXPECT_FALSE(is_valid_utf8(bad));
  }
}

TEST(ContentMark, IsFnv1aAndCanBeChained) {
  EXPECT_EQ(hexadecimal(content_mark("")), "cbf29ce484222325");
  EXPECT_EQ(hexadecimal(content_mark("a")), "af63dc4c8601ec8c");  // published test vectors of FNV-1a
  EXPECT_EQ(hexadecimal(content_mark("foobar")), "85944171f73967e8");
  EXPECT_EQ(content_mark("bar", content_mark("foo")), content_mark("foobar"));
  EXPECT_EQ(hexadecimal(0xAB), "00000000000000ab");
}

}  // namespace
}  // namespace maillage
