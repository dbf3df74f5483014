// SPDX-License-Identifier: Apache-2.0
// A review form is written, edited in the ways people and spreadsheets edit, and read back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "documents/drafts/read_review.hpp"
#include "documents/drafts/review_words.hpp"
#include "documents/drafts/write_review.hpp"
#include "files/zip_archive.hpp"
#include "tables/xlsx_writer.hpp"

namespace maillage::documents {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using Kind = ReviewFault::Kind;

Span span_of(const Prose& prose, std::string_view words) {
  const auto at = prose.text.find(words);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

template <class Value>
Claimed<Value> claimed(const ReadDocument& read, Value value, double confidence, std::string_view words) {
  return {std::move(value), confidence, span_of(read.prose, words), "test"};
}

// Two parties, one signatory, a press contact; the day of signature is not sure.
ReadDocument document() {
  ReadDocument read;
  read.prose.text = "Une convention pour la forêt\nLe 3 mai 2024, la Ville de Merlonge et l’Institut Boréal ont signé une convention-cadre.\n"
                    "Contact presse : Odile Fauvet, tél. 01 99 00 12 34.";
  std::uint32_t line = 0, at = 0;
  for (const auto kind : {BlockKind::title, BlockKind::paragraph, BlockKind::contact}) {
    const auto end = static_cast<std::uint32_t>(std::min(read.prose.text.find('\n', at), read.prose.text.size()));
    read.prose.blocks.push_back({{at, end}, kind, 0, line});
    read.prose.sentences.push_back({at, end});
    read.prose.origins.push_back({at, ++line});
    at = end + 1;
  }
  read.institutions.named = {{.name = "Ville de Merlonge", .kind = InstitutionKind::commune, .confidence = 0.9}, {.name = "Institut Boréal", .forms = {"IB"}, .confidence = 0.8}};
  read.institutions.mentions = {{span_of(read.prose, "Ville de Merlonge"), 0}, {span_of(read.prose, "Institut Boréal"), 1}};
  read.people.named = {{.name = "Alix Tournelle", .functions = {{.title = "maire", .institution = 0}}, .confidence = 0.9}, {.name = "Odile Fauvet", .is_contact = true}};
  auto& agreement = read.agreements.emplace_back();
  agreement.title = claimed(read, std::string("=Une convention pour la forêt"), 0.9, "Une convention");
  agreement.type = claimed(read, std::string("framework_agreement"), 0.95, "convention-cadre");
  agreement.status = claimed(read, ReadStatus::signed_, 0.9, "ont signé");
  agreement.signed_on = claimed(read, *PartialDate::parse("2024-05-03"), 0.5, "3 mai 2024");
  agreement.parties = {{0, "", 0.9, span_of(read.prose, "Ville de Merlonge")}, {1, "", 0.9, span_of(read.prose, "Institut Boréal")}};
  agreement.signatories = {{0, 0, "maire", 0.8, span_of(read.prose, "Ville de Merlonge")}, {1, 1, "", 0.8, span_of(read.prose, "Odile Fauvet")}};
  return read;
}

ReviewMeta meta(ReviewLanguage language = ReviewLanguage::french) {
  return {.file = "forêt.txt", .sha256 = std::string(64, 'a'), .read_on = "2024-06-01", .program = "maillage", .language = language};
}

std::string form() { return write_review(document(), meta()); }

const ReviewRow* row_of(const Review& review, ReviewSubject subject, std::uint32_t number, ReviewField field, std::uint32_t item = 0) {
  const auto found = std::ranges::find_if(review.rows, [&](const ReviewRow& row) {
    return row.subject == subject && row.number == number && row.field == field && row.item == item;
  });
  return found == review.rows.end() ? nullptr : &*found;
}
std::string value_of(const ReviewFile& file, ReviewField field, std::uint32_t item = 0) {
  const auto* row = row_of(file.review, ReviewSubject::agreement, 1, field, item);
  return row == nullptr ? "(no row)" : row->value;
}

std::string replaced(std::string text, std::string_view old_words, std::string_view new_words) {
  const auto at = text.find(old_words);
  EXPECT_NE(at, std::string::npos) << old_words;
  if (at != std::string::npos) text.replace(at, old_words.size(), new_words);
  return text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find("\r\n", at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return lines;
}

TEST(ReviewForm, IsReadBackAsItWasWritten) {
  for (const auto language : {ReviewLanguage::french, ReviewLanguage::english}) {
    const auto review = review_of(document(), meta(language));
    const auto file = read_review(write_review(review));
    EXPECT_TRUE(file.faults.empty());
    EXPECT_EQ(file.review.language, language);
    ASSERT_EQ(file.review.rows.size(), review.rows.size());
    for (const auto& row : review.rows) {
      const auto* back = row_of(file.review, row.subject, row.number, row.field, row.item);
      ASSERT_NE(back, nullptr);
      EXPECT_EQ(back->value, row.value);
      EXPECT_EQ(back->as_read, row.as_read);
      EXPECT_EQ(back->is_doubtful, row.is_doubtful);
      EXPECT_EQ(back->confidence, row.confidence);
      EXPECT_EQ(back->lines, row.lines);
      EXPECT_FALSE(back->is_reviewed());
    }
  }
}

TEST(ReviewForm, OpensInFrenchExcelWithTheDoubtfulFirst) {
  const auto lines = lines_of(form());
  EXPECT_THAT(lines[0], StartsWith("\xEF\xBB\xBF" "à vérifier;fiche;champ;valeur;décision"));
  const auto first = std::ranges::find_if(lines, [](const std::string& line) { return line.starts_with("à vérifier;accord"); });
  ASSERT_NE(first, lines.end());
  EXPECT_THAT(*first, HasSubstr("signé le;2024-05-03"));
  EXPECT_TRUE(std::ranges::none_of(lines.begin() + 1, first, [](const std::string& line) { return line.starts_with(";accord"); }));
}

TEST(ReviewForm, QuotesWhatAValueRestsOnAndNeverATelephoneNumber) {
  const auto text = form();
  EXPECT_THAT(text, HasSubstr("l. 2"));
  EXPECT_THAT(text, HasSubstr("ont signé une convention-cadre."));
  EXPECT_THAT(text, Not(HasSubstr("99 00 12")));
}

TEST(ReviewForm, MarksPressContacts) {
  const auto review = review_of(document(), meta());
  const auto* row = row_of(review, ReviewSubject::contact, 1, ReviewField::name);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->value, "Odile Fauvet");
  EXPECT_EQ(row_of(review, ReviewSubject::person, 2, ReviewField::name), nullptr);
}

TEST(ReviewForm, MakesFormulasHarmlessAndReadsThemBack) {
  EXPECT_THAT(form(), HasSubstr(";'=Une convention"));
  EXPECT_EQ(value_of(read_review(form()), ReviewField::title), "=Une convention pour la forêt");
}

TEST(ReviewForm, KnowsWhatAPersonCorrected) {
  const auto file = read_review(replaced(form(), "signé le;2024-05-03;;", "signé le;2024-05-04;;"));
  const auto* row = row_of(file.review, ReviewSubject::agreement, 1, ReviewField::signed_on);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->value, "2024-05-04");
  EXPECT_EQ(row->as_read, "2024-05-03");
  EXPECT_TRUE(row->is_reviewed());
  EXPECT_FALSE(row->is_open());
}

TEST(ReviewForm, TakesDecisionsInBothLanguages) {
  for (const auto& [word, decision] : {std::pair("OUI", ReviewDecision::yes), {"x", ReviewDecision::yes}, {"Non", ReviewDecision::no}, {"no", ReviewDecision::no}, {"?", ReviewDecision::unsure}}) {
    const auto file = read_review(replaced(form(), "signé le;2024-05-03;;", "signé le;2024-05-03;" + std::string(word) + ";"));
    EXPECT_TRUE(file.faults.empty());
    EXPECT_EQ(row_of(file.review, ReviewSubject::agreement, 1, ReviewField::signed_on)->decision, decision) << word;
  }
}

TEST(ReviewForm, StaysOpenUntilADoubtIsSettled) {
  const auto file = read_review(form());
  const auto* row = row_of(file.review, ReviewSubject::agreement, 1, ReviewField::signed_on);
  ASSERT_NE(row, nullptr);
  EXPECT_TRUE(row->is_open());
}

TEST(ReviewForm, DoesNotCareForTheOrderOfRows) {
  auto lines = lines_of(form());
  std::reverse(lines.begin() + 1, lines.end());
  std::string turned;
  for (const auto& line : lines) turned += line + "\r\n";
  const auto file = read_review(turned);
  EXPECT_TRUE(file.faults.empty());
  EXPECT_EQ(value_of(file, ReviewField::party, 2), "Institut Boréal");
}

TEST(ReviewForm, DoesNotCareForTheOrderOfColumnsAndTakesMore) {
  std::string turned;
  for (const auto& line : lines_of(form())) {
    const auto& bare = line.starts_with("\xEF\xBB\xBF") ? line.substr(3) : line;
    std::vector<std::string> cells(1);
    bool is_quoted = false;
    for (const char c : bare) {
      if (c == '"') is_quoted = !is_quoted;
      if (c == ';' && !is_quoted) cells.emplace_back();
      else cells.back() += c;
    }
    std::reverse(cells.begin(), cells.end());
    turned += "remarque de service;";
    for (const auto& cell : cells) turned += cell + ";";
    turned += "\n";
  }
  const auto file = read_review(turned);
  EXPECT_TRUE(file.faults.empty());
  EXPECT_EQ(value_of(file, ReviewField::party, 1), "Ville de Merlonge");
}

TEST(ReviewForm, IsReadWithCommasAndTabsAndUnderALineAboveIt) {
  const std::string rows = "record,field,value,decision\ndocument,file,a.txt,\ndocument,sha256,00,\nagreement 1,party 1,\"Institut Boréal, Merlonge\",yes\n";
  EXPECT_EQ(value_of(read_review(rows), ReviewField::party, 1), "Institut Boréal, Merlonge");
  EXPECT_EQ(value_of(read_review("sep=;\nfiche;champ;valeur\ndocument;fichier;a.txt\ndocument;empreinte;00\naccord 1;partie 1;Institut Boréal\n"), ReviewField::party, 1), "Institut Boréal");
  EXPECT_EQ(value_of(read_review("fiche\tchamp\tvaleur\ndocument\tfichier\ta.txt\ndocument\tempreinte\t00\naccord 1\tpartie 1\tInstitut Boréal\n"), ReviewField::party, 1), "Institut Boréal");
}

TEST(ReviewForm, IsReadInUtf16AndWindows1252) {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("fiche\tchamp\tvaleur\r\ndocument\tfichier\ta.txt\r\ndocument\tempreinte\t00\r\naccord 1\tpartie 1\tInstitut\r\n")) wide += {c, '\0'};
  EXPECT_EQ(value_of(read_review(wide), ReviewField::party, 1), "Institut");
  EXPECT_EQ(value_of(read_review("fiche;champ;valeur\ndocument;fichier;a.txt\ndocument;empreinte;00\naccord 1;partie 1;Institut Bor\xE9" "al\n"), ReviewField::party, 1), "Institut Boréal");
}

// Saved as a workbook: days are serial numbers in it, numbers have no text.
TEST(ReviewForm, IsReadFromAWorkbook) {
  Table table;
  table.name = table.title = "Fiche";
  for (const auto* label : {"fiche", "champ", "valeur", "décision"}) table.columns.push_back({label, label});
  table.rows = {{"document", "fichier", "a.txt", ""}, {"document", "empreinte", "00", ""}, {"accord 1", "signé le", "2024-05-03", "oui"},
                {"accord 1", "montant en euros", 12500.5, ""}, {"accord 1", "partie 1", "Institut Boréal", ""}};
  SheetToWrite sheet;
  sheet.table = table;
  const auto file = read_review(to_xlsx({sheet}, {}));
  EXPECT_TRUE(file.faults.empty());
  EXPECT_EQ(value_of(file, ReviewField::signed_on), "2024-05-03");
  EXPECT_EQ(value_of(file, ReviewField::amount_eur), "12500.5");
  EXPECT_EQ(value_of(file, ReviewField::party, 1), "Institut Boréal");
}

// Hostile forms end with faults, not with the memory of the machine.
TEST(ReviewForm, BearsHostileFiles) {
  std::string numbers = "fiche;champ;valeur\ndocument;fichier;a\ndocument;empreinte;00\n";
  for (const auto* record : {"accord 0", "accord 99999999999999999999", "accord 1 2", "accord -1", "accord"}) numbers += std::string(record) + ";titre;X\n";
  EXPECT_EQ(read_review(numbers).faults.size(), 4U) << "-1 is read as 1";
  std::string many = "fiche;champ;valeur\n";
  for (int i = 0; i < 100'100; ++i) many += "accord " + std::to_string(i + 1) + ";titre;X\n";
  const auto file = read_review(many);
  EXPECT_LE(file.review.rows.size(), 100'000U);
  EXPECT_TRUE(std::ranges::any_of(file.faults, [](const ReviewFault& fault) { return fault.kind == Kind::too_many; }));
  EXPECT_FALSE(read_review(std::string(1'000'000, ';')).faults.empty());
  EXPECT_FALSE(read_review("fiche;champ;valeur\naccord 1;titre;" + std::string(100'000, 'x') + "\n").faults.empty());
  EXPECT_FALSE(read_review(std::string("fiche;champ;valeur\n\"accord 1;titre;X\n\0\xFF", 40)).faults.empty());
}

// Whatever becomes of the bytes, it is read to the end, and what is read can be written and read again.
TEST(ReviewForm, SurvivesDamage) {
  std::mt19937 random(5);
  const auto whole = form();
  for (int round = 0; round < 300; ++round) {
    auto bytes = whole;
    for (auto left = 1 + random() % 8; left > 0; --left) {
      const auto at = random() % bytes.size();
      switch (random() % 4) {
        case 0: bytes[at] = static_cast<char>(random()); break;
        case 1: bytes.erase(at, random() % 40); break;
        case 2: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 40)); break;
        default: bytes.insert(at, 1, ";\"\r\n\t,'="[random() % 8]); break;
      }
      if (bytes.empty()) bytes = ";";
    }
    const auto file = read_review(bytes);
    const auto again = read_review(write_review(file.review));
    EXPECT_LE(again.review.rows.size(), file.review.rows.size());
  }
}

TEST(ReviewForm, TellsLettersThatAnOldEncodingLost) {
  const auto file = read_review("fiche;champ;valeur;d\xE9" "cision\ndocument;fichier;a.txt\ndocument;empreinte;00\naccord 1;partie 1;Instytut ?\xF3" "d\xBC\naccord 1;signé le;2024?\n");
  ASSERT_FALSE(file.faults.empty());
  EXPECT_EQ(file.faults.front().kind, Kind::lost_letters);
  EXPECT_EQ(file.faults.front().line, 4U);
}

TEST(ReviewForm, TakesRowsThatAPersonAddsAsReviewed) {
  const auto file = read_review(form() + ";accord 1;partie 3;Office des Haies\r\n");
  EXPECT_TRUE(file.faults.empty());
  const auto* row = row_of(file.review, ReviewSubject::agreement, 1, ReviewField::party, 3);
  ASSERT_NE(row, nullptr);
  EXPECT_TRUE(row->is_reviewed());
}

TEST(ReviewForm, TellsWhatItCannotUnderstandWithItsPlace) {
  struct Case {
    std::string row;
    Kind kind;
    std::string column;
  };
  for (const auto& one : {Case{"affaire 1;partie 1;X;", Kind::unknown_record, "fiche"}, Case{"accord;partie 1;X;", Kind::unknown_record, "fiche"},
                          Case{"accord 1;partie;X;", Kind::unknown_field, "champ"}, Case{"accord 1;couleur;X;", Kind::unknown_field, "champ"},
                          Case{"accord 1;titre;X;peut-être", Kind::unknown_decision, "décision"}, Case{"document;fichier;b.txt;", Kind::twice, "valeur"}}) {
    const auto file = read_review("fiche;champ;valeur;décision\ndocument;fichier;a.txt;\ndocument;empreinte;00;\n" + one.row + "\n");
    ASSERT_EQ(file.faults.size(), 1U) << one.row;
    EXPECT_EQ(file.faults[0].kind, one.kind) << one.row;
    EXPECT_EQ(file.faults[0].line, 4U);
    EXPECT_EQ(file.faults[0].column, one.column);
  }
}

TEST(ReviewForm, TellsAFileThatIsNone) {
  for (const std::string bytes : {"", "id,parties\n1,a|b\n", "\x89PNG\r\n\x1A\n", "PK\x03\x04 no workbook"}) {
    const auto file = read_review(bytes);
    ASSERT_FALSE(file.faults.empty());
    EXPECT_EQ(file.faults.front().kind, Kind::no_form);
  }
  EXPECT_EQ(read_review("fiche;champ;valeur\naccord 1;titre;X\n").faults.front().kind, Kind::no_document);
  EXPECT_EQ(read_review("fiche;champ;décision\naccord 1;titre;oui\n").faults.front().kind, Kind::missing_column);
}

TEST(ReviewForm, IsTheSameAsAWorkbookAndMarksWhatIsToBeChecked) {
  const auto review = review_of(document(), meta());
  const auto bytes = write_review_workbook(review);
  const auto back = read_review(bytes), of_csv = read_review(write_review(review));
  ASSERT_THAT(back.faults, testing::IsEmpty());
  ASSERT_EQ(back.review.rows.size(), of_csv.review.rows.size());
  for (std::size_t i = 0; i < back.review.rows.size(); ++i) {
    EXPECT_EQ(back.review.rows[i].value, of_csv.review.rows[i].value);
    EXPECT_EQ(back.review.rows[i].as_read, of_csv.review.rows[i].as_read);
    EXPECT_EQ(back.review.rows[i].is_doubtful, of_csv.review.rows[i].is_doubtful);
    EXPECT_FALSE(back.review.rows[i].is_corrected());
  }
  ZipArchive archive(bytes);
  const auto xml = archive.unpack("xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("<formula>AND($A2&lt;&gt;\"\",$E2=\"\",EXACT($D2,$J2))</formula>"));
  EXPECT_THAT(xml, HasSubstr("<formula1>\"oui,non,?,garder,remplacer\"</formula1>"));
  EXPECT_THAT(xml, HasSubstr("hidden=\"1\"")) << "what was read is there for accept";
}

TEST(ReviewForm, SaysLengthsInWords) {
  EXPECT_EQ(duration_words(60, ReviewLanguage::french), "5 ans");
  EXPECT_EQ(duration_words(12, ReviewLanguage::french), "1 an");
  EXPECT_EQ(duration_words(18, ReviewLanguage::english), "18 months");
}

}  // namespace
}  // namespace maillage::documents
