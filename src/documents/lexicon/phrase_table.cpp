// SPDX-License-Identifier: Apache-2.0
#include "documents/lexicon/phrase_table.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "names/name_index.hpp"
#include "tables/csv_reader.hpp"

namespace maillage::documents {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

/// All readings of a phrase with its brackets and choices written out.
std::vector<std::string> written_out(std::string_view phrase) {
  // A choice reaches as far as the word it stands in, or the bracket.
  const auto open = phrase.find('[');
  if (open != std::string_view::npos) {
    const auto close = phrase.find(']', open);
    if (close == std::string_view::npos) throw std::invalid_argument("a bracket that does not close");
    std::vector<std::string> all;
    auto inside = written_out(phrase.substr(open + 1, close - open - 1));
    inside.emplace_back();
    for (const auto& after : written_out(phrase.substr(close + 1))) {
      for (const auto& here : inside) {
        for (auto& whole : written_out(std::string(phrase.substr(0, open)) + here + after)) all.push_back(std::move(whole));
      }
    }
    return all;
  }
  const auto bar = phrase.find('|');
  if (bar == std::string_view::npos) return {std::string(phrase)};
  const auto before = phrase.rfind(' ', bar);
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  const auto end = std::min(phrase.find(' ', bar), phrase.size());
  std::vector<std::string> all;
  for (const auto& after : written_out(phrase.substr(end))) {
    for (auto at = begin; at <= end;) {
      const auto next = std::min(phrase.find('|', at), end);
      all.push_back(std::string(phrase.substr(0, begin)).append(phrase.substr(at, next - at)).append(after));
      at = next + 1;
    }
  }
  return all;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const auto letters = folded(text);
  for (std::size_t at = 0; at < letters.size();) {
    const auto end = std::min(letters.find(' ', at), letters.size());
    if (end > at) words.push_back(letters.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// Length, the first two letters and the last one: few words of different phrases share them. `word` is not empty.
std::size_t trace_of(std::string_view word) {
  const auto letter = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(word[at])); };
  return (letter(0) * 151 + letter(word.size() > 1 ? 1 : 0) * 31 + letter(word.size() - 1) * 7 + word.size()) % PhraseTable::kTraces;
}

}  // namespace

PhraseTable::PhraseTable(std::string_view name, std::string_view csv) : name_(name) {
  std::size_t phrase_column = kNone;
  std::vector<std::pair<std::string, std::uint64_t>> phrases;  // with the line of each
  const auto fail = [&](std::uint64_t line, const std::string& why) {
    throw std::invalid_argument(name_ + ", line " + std::to_string(line) + ": " + why);
  };
  CsvReader reader(
      {},
      [&](const CsvRecord& record) {
        if (phrase_column == kNone) {
          for (std::size_t i = 0; i < record.fields.size(); ++i) {
            if (record.fields[i] == "phrase") phrase_column = i;
            else columns_.emplace_back(record.fields[i]);
          }
          if (phrase_column == kNone) fail(record.line, "no column phrase");
          return;
        }
        Entry entry;
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
          if (i == phrase_column) entry.phrase = record.fields[i];
          else entry.fields.emplace_back(record.fields[i]);
        }
        phrases.emplace_back(entry.phrase, record.line);
        entries_.push_back(std::move(entry));
      },
      [&](const CsvProblem& problem) { fail(problem.line, "no good CSV"); });
  reader.feed(csv);
  reader.finish();

  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> next;
  meaning_.assign(1, kNone);
  for (std::uint32_t e = 0; e < phrases.size(); ++e) {
    const auto& [phrase, line] = phrases[e];
    if (std::ranges::count(phrase, '[') != std::ranges::count(phrase, ']')) fail(line, "a bracket that does not close");
    for (const auto& reading : written_out(phrase)) {
      const auto words = words_of(reading);
      if (words.empty()) fail(line, "a phrase without a word");
      std::uint32_t node = 0;
      for (const auto& word : words) {
        const auto [step, is_new] = next.try_emplace({node, word}, static_cast<std::uint32_t>(meaning_.size()));
        if (is_new) meaning_.push_back(kNone);
        node = step->second;
      }
      if (meaning_[node] != kNone && entries_[meaning_[node]].fields != entries_[e].fields) {
        fail(line, "« " + reading + " » stands there twice with different meanings");
      }
      meaning_[node] = std::min(meaning_[node], e);
    }
  }
  for (auto& [from, to] : next) {
    if (from.first == 0) first_words_.set(trace_of(from.second));
    steps_.push_back({from.first, from.second, to});
  }
}

PhraseTable::Found PhraseTable::at(const Words& words, std::size_t first, std::size_t end, Commas commas) const {
  Found found;
  // Most words begin no phrase: told without a search.
  if (first < end && !words[first].folded.empty() && !first_words_.test(trace_of(words[first].folded))) return found;
  std::uint32_t node = 0;
  for (auto at = first; at < end; ++at) {
    if (words[at].folded.empty()) continue;
    const bool is_dash = words[at].is("–") || words[at].is("-") || words[at].is("—");
    if (is_dash && node != 0 && at > first && at + 1 < end) continue;  // « Assistance publique – Hôpitaux »
    if (commas == Commas::skipped && words[at].is(",") && node != 0 && at + 1 < end) continue;
    const auto step = std::ranges::lower_bound(steps_, std::tuple(node, words[at].folded), {}, [](const Step& s) {
      return std::tuple(s.node, std::string_view(s.word));
    });
    if (step == steps_.end() || step->node != node || step->word != words[at].folded) break;
    node = step->to;
    if (meaning_[node] != kNone) found = {&entries_[meaning_[node]], first, at + 1};
  }
  return found;
}

std::vector<PhraseTable::Found> PhraseTable::all(const Words& words, std::size_t first, std::size_t end) const {
  std::vector<Found> found;
  while (first < end) {
    const auto here = at(words, first, end);
    if (here) found.push_back(here);
    first = here ? here.last : first + 1;
  }
  return found;
}

const std::string& PhraseTable::field(const Entry& entry, std::string_view column) const {
  const auto place = std::ranges::find(columns_, column);
  if (place == columns_.end()) throw std::invalid_argument(name_ + " has no column " + std::string(column));
  return entry.fields[static_cast<std::size_t>(place - columns_.begin())];
}

}  // namespace maillage::documents
