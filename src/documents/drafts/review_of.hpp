// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "documents/agreements/read_agreement.hpp"
#include "documents/drafts/match_names.hpp"
#include "documents/drafts/review.hpp"

namespace maillage::documents {

/// What a review form says beside what was read.
struct ReviewMeta {
  std::string file;     ///< name of the document without folders
  std::string sha256;   ///< of its bytes
  std::string read_on;  ///< EDTF
  std::string program;  ///< name and version
  ReviewLanguage language = ReviewLanguage::french;
  NameMatcher* matcher = nullptr;  ///< what the names stand for; nullptr: that is left to `accept`
  /// Label of a code in the language of the form, as Language::label; the code itself where there is none.
  std::function<std::string(std::string_view group, std::string_view code)> label;
};

/// Values below are to be checked by a person.
inline constexpr double kDoubtfulBelow = 0.7;

/// What was read from a document, value by value: its head, agreements, the institutions and people in them, press contacts.
/// What was not read has no row. O(size · log sentences).
Review review_of(const ReadDocument& read, const ReviewMeta& meta);

}  // namespace maillage::documents
