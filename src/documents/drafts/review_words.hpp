// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "documents/drafts/review.hpp"

namespace maillage::documents {

// The words of review forms in French and English. They are read back in both, whatever the case, accents and spaces.

enum class ReviewColumn : std::uint8_t { check, record, field, value, decision, help, quote, lines, confidence, as_read };
inline constexpr std::size_t kReviewColumns = 10;

/// What a record and a field are called.
std::string record_words(const ReviewRow& row, ReviewLanguage language);
std::string field_words(const ReviewRow& row, ReviewLanguage language);
std::string_view column_words(ReviewColumn column, ReviewLanguage language);
std::string_view decision_words(ReviewDecision decision, ReviewLanguage language);

/// « 5 ans », `18 months`.
std::string duration_words(int months, ReviewLanguage language);

/// Sentences of the form.
enum class ReviewSentence : std::uint8_t {
  to_check, new_row, yes, how_to, not_a_match, several_match, near_match, likely_match, contact, not_sure, weekday, after_document, no_agreement, form
};
std::string_view sentence(ReviewSentence what, ReviewLanguage language);

struct ReviewPlace {
  ReviewSubject subject = ReviewSubject::document;
  std::uint32_t number = 0;
};
/// « accord 1 », `person 2`; nothing for other words.
std::optional<ReviewPlace> record_of(std::string_view text);

struct ReviewFieldPlace {
  ReviewField field = ReviewField::file;
  std::uint32_t item = 0;
};
/// « partie 2 », `signatory 1 institution`.
std::optional<ReviewFieldPlace> field_of(std::string_view text, ReviewSubject subject);
std::optional<ReviewColumn> column_of(std::string_view text);
std::optional<ReviewDecision> decision_of(std::string_view text);
/// Does the value of a row `match` say that the record is new?
bool says_new(std::string_view value);
/// The language of a header in which a column stands.
ReviewLanguage language_of_column(std::string_view text);

}  // namespace maillage::documents
