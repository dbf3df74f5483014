// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/answer.hpp"
#include "documents/agreements/read_agreement.hpp"

namespace maillage {

/// What was read, for people on the terminal: a row an agreement, or one for a document that holds none.
class ReadingSummary {
 public:
  explicit ReadingSummary(const Language& language);
  /// `review`: name of the form to be reviewed; `doubts`: its open questions.
  void add(const std::string& file, const std::string& review, const documents::ReadDocument& read, std::size_t doubts);
  /// Most doubtful documents first.
  Answer answer() &&;

 private:
  const Language& language_;
  struct Row {
    std::size_t doubts;
    double least_confidence;
    std::vector<Cell> cells;
    Json json;
  };
  std::vector<Row> rows_;
};

/// Which rule found what: a row a value, date, name or sum, in the order of each document.
class ReadingExplanation {
 public:
  explicit ReadingExplanation(const Language& language);
  void add(const std::string& file, const documents::ReadDocument& read);
  Answer answer() && { return std::move(answer_); }

 private:
  struct Found {
    std::string record, field, value, rule;
    double confidence;  // 0: not said
    documents::Span span;
  };
  void add(const std::string& file, const documents::ReadDocument& read, const Found& found);
  void add_agreement(const std::string& file, const documents::ReadDocument& read, std::size_t number);
  const Language& language_;
  Answer answer_;
};

}  // namespace maillage
