// SPDX-License-Identifier: Apache-2.0
#include "documents/drafts/review_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

using enum ReviewField;
using Subject = ReviewSubject;

struct TwoWords {
  std::string_view french, english;
  std::string_view in(ReviewLanguage language) const { return language == ReviewLanguage::french ? french : english; }
};

constexpr auto kColumns = std::to_array<TwoWords>({{"à vérifier", "check"}, {"fiche", "record"}, {"champ", "field"}, {"valeur", "value"},
                                                   {"décision", "decision"}, {"aide", "help"}, {"extrait", "quote"}, {"lignes", "lines"},
                                                   {"confiance", "confidence"}, {"lu", "as read"}});
static_assert(kColumns.size() == kReviewColumns);

constexpr auto kSubjects = std::to_array<TwoWords>(
    {{"document", "document"}, {"accord", "agreement"}, {"institution", "institution"}, {"personne", "person"}, {"contact", "contact"}});

// `#` stands for the number of the item.
struct FieldWords {
  ReviewField field;
  TwoWords words;
};
constexpr auto kFields = std::to_array<FieldWords>({
    {file, {"fichier", "file"}}, {sha256, {"empreinte", "sha256"}}, {read_on, {"lu le", "read on"}}, {program, {"programme", "program"}},
    {reviewed_on, {"revu le", "reviewed on"}}, {publisher, {"éditeur", "publisher"}}, {date, {"date", "date"}},
    {kind, {"nature", "kind of source"}}, {url, {"adresse", "address"}}, {title, {"titre", "title"}}, {name, {"nom", "name"}},
    {match, {"correspond à", "matches"}}, {existence, {"à reprendre", "take over"}}, {type, {"type", "type"}}, {status, {"état", "status"}},
    {signed_on, {"signé le", "signed"}}, {valid_from, {"début", "valid from"}}, {valid_to, {"fin", "valid to"}},
    {duration, {"durée", "duration"}}, {amount_eur, {"montant en euros", "amount in euros"}},
    {unnamed_parties, {"parties non nommées", "unnamed parties"}}, {party, {"partie #", "party #"}},
    {party_role, {"partie # (rôle)", "party # (role)"}}, {theme, {"axe #", "axis #"}}, {signatory, {"signataire #", "signatory #"}},
    {signatory_function, {"signataire # (fonction)", "signatory # (function)"}},
    {signatory_institution, {"signataire # (pour)", "signatory # (for)"}}, {present, {"présent #", "present #"}},
    {lineage, {"lien #", "lineage #"}}, {lineage_title, {"lien # (accord)", "lineage # (agreement)"}},
    {lineage_date, {"lien # (date)", "lineage # (date)"}}, {event, {"autre date #", "other date #"}},
    {event_kind, {"autre date # (nature)", "other date # (kind)"}}, {aliases, {"autres noms", "other names"}},
    {institution_kind, {"catégorie", "kind"}}, {function, {"fonction #", "function #"}},
    {function_institution, {"fonction # (institution)", "function # (institution)"}},
});

constexpr auto kDecisions = std::to_array<TwoWords>({{"", ""}, {"oui", "yes"}, {"non", "no"}, {"?", "?"}, {"garder", "keep"}, {"remplacer", "replace"}});

constexpr auto kSentences = std::to_array<TwoWords>({
    {"à vérifier", "check"},
    {"nouveau", "new"},
    {"oui", "yes"},
    {"Corrigez la colonne «\u00a0valeur\u00a0»\u00a0; décision\u00a0: oui, non, ? ou rien. Ce qui est à vérifier vient d’abord.",
     "Correct the column “value”; decision: yes, no, ? or nothing. What is to be checked comes first."},
    {"Rien de ce nom n’est connu\u00a0: «\u00a0nouveau\u00a0» l’ajoute.", "Nothing of this name is known: “new” adds it."},
    {"Plusieurs portent ce nom\u00a0: écrivez l’identifiant de celui qui est visé, ou «\u00a0nouveau\u00a0». ",
     "Several have this name: write the identifier of the one that is meant, or “new”. "},
    {"Des noms proches existent\u00a0: écrivez l’identifiant s’il s’agit de l’un d’eux. ",
     "There are names like it: write the identifier where one of them is meant. "},
    {"Sans doute celui-ci\u00a0; sinon\u00a0: ", "Probably this one; else: "},
    {"Contact de presse\u00a0: n’est jamais repris.", "Press contact: is never taken over."},
    {"Peu sûr\u00a0: relisez le passage.", "Not sure: read the passage again."},
    {"Le jour de la semaine ne va pas avec la date.", "The day of the week does not fit the date."},
    {"Signé après la date du document\u00a0: est-ce annoncé\u00a0?", "Signed after the date of the document: is it announced?"},
    {"Aucun accord n’a été trouvé dans ce document.", "No agreement was found in this document."},
    {"Relecture", "Review"}});

std::string with_item(std::string_view words, std::uint32_t item) {
  const auto mark = words.find('#');
  if (mark == std::string_view::npos) return std::string(words);
  return std::string(words.substr(0, mark)) + std::to_string(item) + std::string(words.substr(mark + 1));
}

struct Numbered {
  std::string words;
  std::uint32_t number = 0;
  bool is_read = true;
};

// The words of a text and the one number in it.
Numbered numbered(std::string_view text) {
  const auto bare = folded(text);
  Numbered found;
  bool has_number = false;
  for (std::size_t at = 0; at < bare.size();) {
    const auto end = std::min(bare.find(' ', at), bare.size());
    const auto word = std::string_view(bare).substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (word.find_first_not_of("0123456789") == std::string_view::npos) {
      const auto result = std::from_chars(word.data(), word.data() + word.size(), found.number);
      found.is_read = found.is_read && !has_number && result.ec == std::errc() && found.number > 0;
      has_number = true;
    } else {
      if (!found.words.empty()) found.words += ' ';
      found.words += word;
    }
  }
  return found;
}

// The words of fields as they are looked for; made once, forms have thousands of rows.
struct FoldedField {
  ReviewField field;
  std::string french, english;
  bool is_numbered;
};
const std::vector<FoldedField>& folded_fields() {
  static const auto fields = [] {
    std::vector<FoldedField> made;
    for (const auto& one : kFields) {
      const bool is_numbered = one.words.french.find('#') != std::string_view::npos;
      made.push_back({one.field, numbered(one.words.french).words, numbered(one.words.english).words, is_numbered});
    }
    return made;
  }();
  return fields;
}

}  // namespace

std::string record_words(const ReviewRow& row, ReviewLanguage language) {
  std::string words(kSubjects[static_cast<std::size_t>(row.subject)].in(language));
  if (row.subject != Subject::document) words += ' ' + std::to_string(row.number);
  return words;
}

std::string field_words(const ReviewRow& row, ReviewLanguage language) {
  const auto found = std::ranges::find(kFields, row.field, &FieldWords::field);
  return with_item(found->words.in(language), row.item);
}

std::string_view column_words(ReviewColumn column, ReviewLanguage language) {
  return kColumns[static_cast<std::size_t>(column)].in(language);
}

std::string_view decision_words(ReviewDecision decision, ReviewLanguage language) {
  return kDecisions[static_cast<std::size_t>(decision)].in(language);
}

std::string duration_words(int months, ReviewLanguage language) {
  const bool is_years = months % 12 == 0;
  const auto count = is_years ? months / 12 : months;
  static constexpr TwoWords kYear{"an", "year"}, kYears{"ans", "years"}, kMonth{"mois", "month"}, kMonths{"mois", "months"};
  const auto& unit = is_years ? (count == 1 ? kYear : kYears) : (count == 1 ? kMonth : kMonths);
  return std::to_string(count) + ' ' + std::string(unit.in(language));
}

std::string_view sentence(ReviewSentence what, ReviewLanguage language) { return kSentences[static_cast<std::size_t>(what)].in(language); }

std::optional<ReviewPlace> record_of(std::string_view text) {
  const auto read = numbered(text);
  if (!read.is_read) return std::nullopt;
  for (std::size_t i = 0; i < kSubjects.size(); ++i) {
    const auto subject = static_cast<Subject>(i);
    const bool is_it = read.words == folded(kSubjects[i].french) || read.words == folded(kSubjects[i].english);
    if (is_it && (subject == Subject::document) == (read.number == 0)) return ReviewPlace{subject, read.number};
  }
  return std::nullopt;
}

std::optional<ReviewFieldPlace> field_of(std::string_view text, ReviewSubject subject) {
  const auto read = numbered(text);
  if (!read.is_read) return std::nullopt;
  for (const auto& one : folded_fields()) {
    // « kind » is the field of an institution; that of a document has a name of its own.
    const bool is_of_document = one.field <= url;
    if (is_of_document != (subject == Subject::document) && one.field != title) continue;
    const bool is_called = read.words == one.french || read.words == one.english;
    if (is_called && (read.number > 0) == one.is_numbered) return ReviewFieldPlace{one.field, read.number};
  }
  return std::nullopt;
}

std::optional<ReviewColumn> column_of(std::string_view text) {
  const auto bare = folded(text);
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    if (bare == folded(kColumns[i].french) || bare == folded(kColumns[i].english)) return static_cast<ReviewColumn>(i);
  }
  return std::nullopt;
}

std::optional<ReviewDecision> decision_of(std::string_view text) {
  if (text == "?") return ReviewDecision::unsure;
  if (text == "-" || text == "\u2013") return ReviewDecision::no;
  const auto bare = folded(text);
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) { return std::ranges::find(words, bare) != words.end(); };
  if (text.empty()) return ReviewDecision::none;
  if (is_one_of({"oui", "o", "yes", "y", "x", "ok", "vrai", "true", "1"})) return ReviewDecision::yes;
  if (is_one_of({"non", "n", "no", "faux", "false", "0"})) return ReviewDecision::no;
  if (is_one_of({"doute", "incertain", "unsure"})) return ReviewDecision::unsure;
  if (is_one_of({"garder", "keep"})) return ReviewDecision::keep;
  if (is_one_of({"remplacer", "replace"})) return ReviewDecision::replace;
  return std::nullopt;
}

bool says_new(std::string_view value) {
  const auto bare = folded(value);
  return bare == "nouveau" || bare == "nouvelle" || bare == "new";
}

ReviewLanguage language_of_column(std::string_view text) {
  const auto bare = folded(text);
  const auto is_english = std::ranges::any_of(kColumns, [&](const TwoWords& words) { return bare == folded(words.english) && bare != folded(words.french); });
  return is_english ? ReviewLanguage::english : ReviewLanguage::french;
}

}  // namespace maillage::documents
