// SPDX-License-Identifier: Apache-2.0
// Small documents of every format with bytes changed, taken away, doubled: intake ends, throws nothing, and tells no
// lies.
#include <gtest/gtest.h>

#include <random>

#include "documents/intake_test_bytes.hpp"
#include "documents/recovered_text.hpp"
#include "files/files.hpp"

namespace maillage::documents {
namespace {

std::string mutated(std::string bytes, std::mt19937& random) {
  const auto place = [&] { return random() % bytes.size(); };
  for (auto changes = 1 + random() % 6; changes > 0 && bytes.size() > 8; --changes) {
    switch (random() % 5) {
      case 0:
        bytes[place()] = static_cast<char>(random() % 256);
        break;
      case 1:
        bytes.erase(place(), 1 + random() % 8);
        break;
      case 2:
        bytes.insert(place(), bytes.substr(place(), 1 + random() % 40));
        break;
      case 3:
        bytes.resize(8 + place() / 2 + bytes.size() / 2 - 4);
        break;
      default:
        bytes[place()] = "<>&\"'\0\n\r\f=?;-/"[random() % 14];
        break;
    }
  }
  return bytes;
}

void expect_sound(const TakenIn& taken, const std::string& seed) {
  EXPECT_TRUE(!taken.text.lines.empty() || !taken.faults.empty()) << seed;
  for (const auto& line : taken.text.lines) {
    ASSERT_TRUE(is_valid_utf8(line.text)) << seed;
    ASSERT_GE(line.number, 1U) << seed;
    ASSERT_EQ(line.text.find('\n'), std::string::npos) << seed;
  }
  const auto prose = recovered(taken.text.lines);
  EXPECT_TRUE(is_valid_utf8(prose.text)) << seed;
  std::uint32_t end = 0;
  for (const auto& block : prose.blocks) {
    ASSERT_GE(block.span.begin, end) << seed;
    ASSERT_LE(block.span.end, prose.text.size()) << seed;
    end = block.span.end;
  }
}

TEST(IntakeFuzz, NothingCrashesHangsOrEscapes) {
  const std::string text =
      kFrenchText + "\n\n- un axe\n- of\uFFFDciel\n\nAnne TRUC, maire        Paul MACHIN, recteur\n";
  const std::vector<std::pair<std::string, std::string>> files{
      {"x.txt", text},
      {"x.md", "# Titre\n\n" + text + "| a | b |\n|--|--|\n[x](y) ![z](t) <b> `c`\n"},
      {"x.html", "<html><head><meta charset=utf-8><title>t</title></head><body><main><h1>Titre</h1><p>" + text +
                     "</p><table><tr><td>a</td><td><p>b</p></td></tr></table><ul><li>c</ul></main></body></html>"},
      {"x.docx", docx_of("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>")},
      {"x.odt", odt_of("<text:p>" + text + "</text:p>")},
      {"x.eml",
       "From: =?utf-8?q?A?= <a@example.org>\nDate: Tue, 1 Oct 2024 10:00:00 +0200\nSubject: x\nContent-Type: "
       "multipart/mixed; boundary=\"b\"\n\n--b\n"
       "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" +
           text +
           "\n--b\nContent-Type: text/html\n"
           "Content-Transfer-Encoding: base64\n\nPHA+eDwvcD4=\n--b--\n"},
  };
  std::mt19937 random(20240312);
  for (const auto& [name, bytes] : files) {
    for (int round = 0; round < 150; ++round) {
      const auto other = mutated(bytes, random);
      expect_sound(take_in_bytes(other, name), name + ", round " + std::to_string(round));
    }
  }
}

TEST(IntakeFuzz, ADamagedPdfIsTakenInOrRefused) {
  const auto bytes = pdf_of({{"Une convention de Valmont"}, {"Une autre page de texte"}});
  std::mt19937 random(3);
  for (int round = 0; round < 15; ++round)
    expect_sound(take_in_bytes(mutated(bytes, random), "x.pdf"), "round " + std::to_string(round));
}

}  // namespace
}  // namespace maillage::documents
