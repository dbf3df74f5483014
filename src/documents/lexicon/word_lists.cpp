// SPDX-License-Identifier: Apache-2.0
#include "documents/lexicon/word_lists.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "tables/csv_reader.hpp"

namespace maillage::documents {
namespace {

std::vector<std::string_view> parted(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

WordLists::WordLists(std::string_view name, std::string_view csv) {
  std::optional<std::size_t> list_column, words_column;
  const auto fail = [&](std::uint64_t line, const std::string& why) {
    throw std::invalid_argument(std::string(name) + ", line " + std::to_string(line) + ": " + why);
  };
  CsvReader reader(
      {},
      [&](const CsvRecord& record) {
        if (!list_column) {
          for (std::size_t i = 0; i < record.fields.size(); ++i) {
            if (record.fields[i] == "list") list_column = i;
            if (record.fields[i] == "words") words_column = i;
          }
          if (!list_column || !words_column) fail(record.line, "no columns list and words");
          return;
        }
        const auto& list = letters_.emplace_back(record.fields[*list_column]);
        const auto words = parted(letters_.emplace_back(record.fields[*words_column]));
        if (list.empty() || words.empty()) fail(record.line, "a list without a name or a word");
        auto& all = words_[list];
        all.insert(all.end(), words.begin(), words.end());
      },
      [&](const CsvProblem& problem) { fail(problem.line, "no good CSV"); });
  reader.feed(csv);
  reader.finish();
}

std::span<const std::string_view> WordLists::of(std::string_view list) const {
  const auto found = words_.find(list);
  if (found == words_.end()) throw std::invalid_argument("no list of words: " + std::string(list));
  return found->second;
}

std::vector<std::string_view> WordLists::names() const {
  std::vector<std::string_view> all;
  for (const auto& [name, words] : words_) all.push_back(name);
  std::ranges::sort(all);
  return all;
}

}  // namespace maillage::documents
