// SPDX-License-Identifier: Apache-2.0
// PDF through poppler's programs, pages without text, programs that are missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "documents/intake_test_bytes.hpp"
#include "files/child_process.hpp"

namespace maillage::documents {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// The search path of programs is another one for a while.
class OtherPath {
 public:
  explicit OtherPath(const std::string& path) : before_(std::getenv("PATH")) { ::setenv("PATH", path.c_str(), 1); }
  OtherPath(const OtherPath&) = delete;
  OtherPath& operator=(const OtherPath&) = delete;
  ~OtherPath() { ::setenv("PATH", before_.c_str(), 1); }
  const std::string& before() const { return before_; }

 private:
  std::string before_;
};

class IntakePdf : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!find_program("pdftotext") || !find_program("pdfinfo")) GTEST_SKIP() << "poppler-utils is not installed";
  }
};

TEST_F(IntakePdf, PagesAndLines) {
  const auto taken = take_in_bytes(pdf_of({{"Une convention", "de Valmont"}, {"Une autre page"}}), "x.pdf");
  EXPECT_THAT(taken.faults, ElementsAre());
  EXPECT_EQ(taken.pages, 2U);
  ASSERT_EQ(numbered(taken).size(), 3U);
  EXPECT_EQ(taken.text.lines.front().page, 1U);
  EXPECT_EQ(taken.text.lines.back().page, 2U);
  EXPECT_THAT(taken.text.lines.back().text, HasSubstr("Une autre page"));
}

TEST_F(IntakePdf, WhatIsRefused) {
  IntakeLimits two_pages;
  two_pages.pages = 2;
  EXPECT_EQ(take_in_bytes(pdf_of({{"a"}, {"b"}, {"c"}}), "x.pdf", two_pages).faults.front().code, "too_many_pages");
  EXPECT_EQ(take_in_bytes("%PDF-1.4\nrien", "x.pdf").faults.front().code, "damaged");
  auto encrypted = pdf_of({{"secret"}});
  encrypted.replace(encrypted.find("/Root 1 0 R"), 11,
                    "/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + std::string(64, '1') +
                        ">/U<" + std::string(64, '2') + ">>>");
  EXPECT_EQ(take_in_bytes(encrypted, "x.pdf").faults.front().code, "encrypted");
}

TEST_F(IntakePdf, APageWithoutText) {
  const OtherPath only_poppler(find_program("pdftotext")->parent_path().string());
  if (find_program("tesseract")) GTEST_SKIP() << "tesseract is installed";
  const auto taken = take_in_bytes(pdf_of({{"Une convention de Valmont"}, {}}), "x.pdf");
  EXPECT_THAT(taken.faults, ElementsAre(IntakeFault{"page_without_text", "tesseract-ocr-fra", 2, false}));
  EXPECT_EQ(take_in_bytes(pdf_of({{}}), "x.pdf").faults.back(), (IntakeFault{"no_text", "tesseract-ocr-fra", 0, true}));
}

TEST_F(IntakePdf, APageThatTesseractReads) {
  const testing::ScratchFolder folder;
  const auto program = folder.path() / "tesseract";
  write_file(program, "#!/bin/sh\n/bin/cat > /dev/null\necho 'Une page de Valmont'\n", Overwrite::never);
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  const OtherPath with_ours(folder.path().string() + ":" + std::getenv("PATH"));
  const auto taken = take_in_bytes(pdf_of({{}}), "x.pdf");
  EXPECT_THAT(numbered(taken), ElementsAre("1:Une page de Valmont"));
  EXPECT_THAT(taken.faults, ElementsAre(IntakeFault{"page_scanned", "", 1, false}));
}

TEST(IntakePdfWithout, PopplerThePackageIsNamed) {
  const OtherPath none("/nonexistent");
  EXPECT_THAT(take_in_bytes(pdf_of({{"a"}}), "x.pdf").faults,
              ElementsAre(IntakeFault{"missing_program", "poppler-utils", 0, true}));
}

}  // namespace
}  // namespace maillage::documents
