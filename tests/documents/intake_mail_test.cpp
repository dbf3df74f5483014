// SPDX-License-Identifier: Apache-2.0
// Mails: headers as lines, transfer encodings, the form that is read, attachments.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/intake/mime_part.hpp"
#include "documents/intake_test_bytes.hpp"

namespace maillage::documents {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kHeader =
    "From: =?utf-8?q?Service_de_presse_=E2=80=93_Valmont?= <presse@example.org>\r\nDate: Tue, 1 Oct 2024 10:00:00 "
    "+0200\r\n"
    "Subject: =?iso-8859-1?Q?Convention_sign=E9e_?=\r\n =?utf-8?B?w6AgVmFsbW9udA==?=\r\n";

TEST(IntakeMail, HeadersAreLinesWithoutAddresses) {
  const auto taken = take_in_bytes(kHeader + "\r\nUn texte.\r\n", "x.eml");
  EXPECT_EQ(taken.format, DocumentFormat::mail);
  EXPECT_THAT(numbered(taken), ElementsAre("1:De : Service de presse – Valmont", "2:Date : 1er octobre 2024",
                                           "3:Objet : Convention signée à Valmont", "6:Un texte."));
  EXPECT_EQ(taken.title, "Convention signée à Valmont");
  EXPECT_EQ(taken.date, "2024-10-01");
  EXPECT_THAT(numbered(take_in_bytes("From: presse@example.org\nSubject: x\n\ny\n", "x.eml")),
              ElementsAre("2:Objet : x", "4:y"));
}

TEST(IntakeMail, TransferEncodingsKeepTheLinesOfTheFile) {
  const auto quoted = take_in_bytes(kHeader +
                                        "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
                                        "quoted-printable\n\nUne =\nligne =E9crite\nfin\n",
                                    "x.eml");
  EXPECT_THAT(numbered(quoted), ::testing::IsSupersetOf({"8:Une ligne écrite", "10:fin"}));
  const auto base64 = take_in_bytes(
      kHeader +
          "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nVW4gw6l0w6kK\nZmluCg==\n",
      "x.eml");
  EXPECT_THAT(numbered(base64), ::testing::IsSupersetOf({"8:Un été", "8:fin"}));
}

std::string two_forms(const std::string& plain, const std::string& html) {
  return kHeader + "Content-Type: multipart/alternative; boundary=\"b\"\n\nnon\n--b\nContent-Type: text/plain\n\n" +
         plain + "\n--b\nContent-Type: text/html\n\n" + html + "\n--b--\nnon\n";
}

TEST(IntakeMail, ThePlainFormWhereItHoldsTheText) {
  EXPECT_THAT(numbered(take_in_bytes(two_forms(kFrenchText, "<p>autre</p>"), "x.eml")).back(), "11:" + kFrenchText);
  EXPECT_THAT(numbered(take_in_bytes(two_forms("Voir la page", "<p>" + kFrenchText + "</p>"), "x.eml")).back(),
              "15:" + kFrenchText);
}

TEST(IntakeMail, AttachmentsAreNamedNotRead) {
  const auto taken = take_in_bytes(
      kHeader +
          "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nUn texte.\n--b\nContent-Type: application/pdf\n"
          "Content-Disposition: attachment; filename*=utf-8''communiqu%C3%A9.pdf\n\nRIEN\n--b--\n",
      "x.eml");
  EXPECT_THAT(taken.faults, ElementsAre(IntakeFault{"attachment", "communiqué.pdf", 0, false}));
  EXPECT_THAT(numbered(taken), Not(Contains(HasSubstr("RIEN"))));
}

TEST(IntakeMail, FlowedTextAndQuotedLines) {
  const auto taken =
      take_in_bytes(kHeader + "Content-Type: text/plain; format=flowed\n\nUne ligne \nLongue.\n> citée\n", "x.eml");
  EXPECT_EQ(taken.text.lines[4].text, "Une ligne");
  EXPECT_EQ(taken.text.lines[5].form, LineForm::goes_on);
  EXPECT_EQ(taken.text.lines[6].text, "citée");
}

TEST(IntakeMail, PartsInsideEachOtherWithoutEnd) {
  std::string mail = kHeader;
  for (int i = 0; i < 50; ++i)
    mail += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  EXPECT_TRUE(has_fault(take_in_bytes(mail + "\nx\n", "x.eml"), "nested_too_deep"));
}

TEST(MimePart, WhatIsNoCodeStays) {
  EXPECT_EQ(header_text("a =?utf-8?X?b"), "a =?utf-8?X?b");
  EXPECT_EQ(header_text("=?"), "=?");
  EXPECT_EQ(from_quoted_printable("100 = 1=Z =C3=A9"), "100 = 1=Z é");
  EXPECT_EQ(from_base64("w6k*="), "é");
}

}  // namespace
}  // namespace maillage::documents
