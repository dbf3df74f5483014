// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/functions_that_sign.hpp"

#include <algorithm>
#include <optional>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

class Heads {
 public:
  explicit Heads(const Findings& findings) : findings_(findings), reading_(findings.reading), words_(reading_.words) {}

  std::vector<NamedByFunction> in_sentence(std::uint32_t sentence) const {
    std::vector<NamedByFunction> found;
    const auto& passage = reading_.passages[sentence];
    if (passage.kind != BlockKind::paragraph || passage.is_quote) return found;
    for (const auto c : findings_.clauses_of[sentence]) {
      const auto& clause = findings_.clauses[c];
      const bool acts = clause.signs() && clause.is_told() && clause.form != "noun" && !clause.is_passive && !clause.is_bare && !clause.is_older;
      if (!acts) continue;
      for (const auto& phrase : reading_.lexicon.functions.all(words_, passage.words.first, clause.verb)) {
        if (!stands_alone({phrase.first, phrase.last}, passage.words, clause.verb) || reading_.lexicon.functions.field(*phrase.entry, "rank") != "head") continue;
        if (auto head = only_holder({phrase.first, phrase.last})) found.push_back(*head);
      }
    }
    return found;
  }

 private:
  /// With its article as a member of the subject: nothing behind that says whose, no name beside it.
  bool stands_alone(const WordRange& phrase, const WordRange& sentence, std::size_t verb) const {
    if (phrase.first <= sentence.first || phrase.last > verb) return false;
    const auto article = phrase.first - 1;
    if (!is_one_of(words_[article], {"le", "la", "l"})) return false;
    const bool begins = article == sentence.first || is_one_of(words_[article - 1], {",", "et"});
    if (!begins) return false;
    const auto& next = words_[phrase.last];
    const bool is_last = phrase.last == verb || is_one_of(next, reading_.lexicon.list("functions_that_sign.verbs"));
    if (!is_last && !next.is(",") && !next.is("et")) return false;
    const bool is_listed = next.is(",") && is_one_of(words_[phrase.last + 1], {"le", "la", "l"});
    if (next.is(",") && !is_listed && !Reading::within(reading_.persons, {phrase.last + 1, phrase.last + 3}).empty()) return false;  // « le préfet, Paul Vernois, »
    const auto before = Reading::within(reading_.persons, {sentence.first, article});
    return before.empty() || before.back().words.last + 1 != article || words_[article - 1].is("et");  // « Paul Vernois, le préfet, »
  }
  /// The only one of those named who holds it.
  std::optional<NamedByFunction> only_holder(const WordRange& phrase) const {
    const auto wanted = folded(words_.text_of(phrase.first, phrase.last));
    std::optional<NamedByFunction> only;
    for (std::uint32_t number = 0; number < reading_.people.named.size(); ++number) {
      const auto& functions = reading_.people.named[number].functions;
      if (functions.empty() || !functions.front().institution) continue;  // the first is the one they are introduced with
      const auto title = folded(functions.front().title);
      const bool is_it = title.starts_with(wanted) && (title.size() == wanted.size() || title.substr(wanted.size()).starts_with(" d")) && title.find("adjoint") == std::string::npos;
      if (!is_it) continue;
      if (only) return std::nullopt;
      only = NamedByFunction{number, *functions.front().institution, phrase};
    }
    return only;
  }

  const Findings& findings_;
  const Reading& reading_;
  const Words& words_;
};

}  // namespace

std::vector<NamedByFunction> heads_that_sign(const Findings& findings, std::uint32_t sentence) { return Heads(findings).in_sentence(sentence); }

}  // namespace maillage::documents
