// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/signature_lists.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestEntry = 45, kLongestSupport = 16;  // words
constexpr std::size_t kNear = 3;                                 // lines between a list and the sentence that tells the signature
constexpr std::size_t kMostOnLine = 3;                           // « X et Y, coprésidents », « X, représenté par Y »
constexpr std::size_t kHead = 5;                                 // words before the name of an entry that begins with it
constexpr std::uint32_t kMark = 5;                               // bytes of what marks an item

/// Marks what sentences do and lists do not.
constexpr auto kTelling = std::to_array<std::string_view>(
    {"ont", "est", "sont", "etait", "etaient", "avait", "avaient", "sera", "seront", "qui", "que", "il", "elle", "ils", "elles", "nous", "se", "s", "y", "?", "«"});

class ListMarker {
 public:
  explicit ListMarker(Findings& findings) : findings_(findings), reading_(findings.reading) {}

  void mark() {
    const bool is_told = std::ranges::any_of(findings_.clauses, [](const SigningClause& one) { return one.signs() && one.is_told() && !one.is_older; });
    if (!is_told) return;
    for (const auto& one : findings_.clauses) {
      if (one.signs() && one.is_told() && !one.is_older) signing_.insert(reading_.words[one.verb].sentence);
    }
    mentions_.resize(reading_.institutions.named.size());
    for (const auto& mention : reading_.named) ++mentions_[reading_.institution_of(mention)];
    for (std::size_t s = 0; s < reading_.passages.size();) {
      const auto run = run_from(s);
      if (run.size() >= 2 && is_of_signatories(run)) take(run);
      s = run.empty() ? s + 1 : run.back() + 1;
    }
  }

 private:
  using Run = std::vector<std::size_t>;  // sentences

  bool tells(const WordRange& range) const {
    for (auto at = range.first; at < range.last; ++at) {
      if (reading_.words[at].is_capital()) continue;  // « Grand Est »
      if (is_one_of(reading_.words[at], kTelling)) return true;
      if (reading_.words[at].is("a") && reading_.words.text_of(at, at + 1) == "a") return true;  // « à » leads to a task
    }
    return false;
  }
  bool is_line(const Passage& passage) const {
    if (passage.words.empty() || passage.kind == BlockKind::contact || passage.kind == BlockKind::furniture || passage.is_quote || passage.is_question) return false;
    const auto& block = reading_.words.prose().blocks[passage.block].span;
    return reading_.span_of(passage.words).begin < block.begin + kMark && !tells(passage.words);
  }
  bool has_function(const WordRange& range) const {
    return std::ranges::any_of(reading_.lexicon.functions.all(reading_.words, range.first, range.last), [&](const auto& phrase) {
      const auto& rank = reading_.lexicon.functions.field(*phrase.entry, "rank");
      return rank == "head" || rank == "deputy";
    });
  }
  /// A line that names somebody, early or behind a function or a body.
  bool is_entry(std::size_t s) const {
    const auto& passage = reading_.passages[s];
    if (!is_line(passage) || passage.words.last - passage.words.first > kLongestEntry) return false;
    const auto persons = Reading::within(reading_.persons, passage.words);
    if (persons.empty() || persons.size() > kMostOnLine || reading_.people.named[reading_.person_of(persons.front())].is_contact) return false;
    if (persons.front().words.first < passage.words.first + kHead) return true;
    const WordRange before{passage.words.first, persons.front().words.first};
    return has_function(before) || !Reading::within(reading_.named, before).empty();
  }
  /// « Le président, », « Pour la caisse », « Université de A »: what stands over or under a name.
  bool is_support(std::size_t s) const {
    const auto& passage = reading_.passages[s];
    if (!is_line(passage) || passage.words.last - passage.words.first > kLongestSupport || findings_.is_label[s]) return false;
    if (!Reading::within(reading_.persons, passage.words).empty() || !findings_.clauses_of[s].empty() || !findings_.instruments_of[s].empty()) return false;
    const auto& last = reading_.words[passage.words.last - 1];
    if (last.is(".") || last.is(":")) return false;
    return has_function(passage.words) || !Reading::within(reading_.named, passage.words).empty();
  }
  bool ends_open(std::size_t s) const { return reading_.words[reading_.passages[s].words.last - 1].is(";"); }

  /// Entries with their supports, from a sentence on; a list cut by a sentence of the other column goes on behind « ; ».
  Run run_from(std::size_t first) const {
    constexpr std::size_t kCut = 3;
    Run run;
    std::size_t entries = 0;
    for (auto s = first; s < reading_.passages.size(); ++s) {
      if (reading_.passages[s].words.empty()) continue;
      if (is_entry(s)) {
        run.push_back(s);
        ++entries;
      } else if (is_support(s)) {
        run.push_back(s);
      } else {
        const bool may_go_on = !run.empty() && is_entry(run.back()) && ends_open(run.back());
        auto next = s;
        while (may_go_on && next < std::min(s + kCut, reading_.passages.size()) && !is_entry(next)) ++next;
        if (!may_go_on || next >= reading_.passages.size() || !is_entry(next)) break;
        s = next - 1;
      }
    }
    while (!run.empty() && !is_entry(run.back()) && !(run.size() > 1 && is_entry(run[run.size() - 2]))) run.pop_back();
    return entries >= 2 ? run : Run{};
  }

  std::optional<std::uint32_t> own_body(std::size_t s) const {
    const auto persons = Reading::within(reading_.persons, reading_.passages[s].words);
    for (const auto& function : reading_.people.named[reading_.person_of(persons.front())].functions) {
      if (function.institution) return function.institution;
    }
    return std::nullopt;
  }

  /// A body each, two at least, where nothing above says that they are something else.
  bool is_of_signatories(const Run& run) const {
    const auto& section = findings_.section_of[run.front()];
    if (!section.empty() && section != "signatories" && section != "parties") return false;
    if (run.front() > 0 && is_label_of_others(run.front() - 1)) return false;
    std::set<std::uint32_t> bodies;
    std::size_t entries = 0, heads = 0, days = 0;
    for (const auto s : run) {
      const auto& words = reading_.passages[s].words;
      if (!Reading::within(reading_.amounts, words).empty()) return false;  // a contract a line
      days += Reading::within(reading_.days, words).empty() ? 0 : 1;
      if (has_function(words)) ++heads;
      if (!is_entry(s)) continue;
      ++entries;
      const auto body = findings_.for_whom[s] ? findings_.for_whom[s] : own_body(s);
      if (body) bodies.insert(*body);
    }
    if (days >= 2 || bodies.size() < 2 || bodies.size() * 2 < entries || heads * 2 < entries) return false;
    if (section == "signatories" || section == "parties") return true;
    return is_near_signature(run) || are_told_elsewhere(bodies, run) >= 2;
  }
  bool is_label_of_others(std::size_t s) const {
    const auto& words = reading_.passages[s].words;
    if (words.empty()) return false;
    return std::ranges::any_of(reading_.lexicon.section_words.all(reading_.words, words.first, std::min(words.last, words.first + 2 * kHead)), [&](const auto& phrase) {
      const auto& name = reading_.lexicon.section_words.field(*phrase.entry, "section");
      return name == "others" || name == "present" || name == "contact";
    });
  }
  bool is_near_signature(const Run& run) const {
    const auto near = signing_.lower_bound(run.front() > kNear ? run.front() - kNear : 0);
    return near != signing_.end() && *near <= run.back() + kNear;
  }
  std::size_t are_told_elsewhere(const std::set<std::uint32_t>& bodies, const Run& run) const {
    std::map<std::uint32_t, std::size_t> inside;
    for (const auto s : run) {
      for (const auto& mention : Reading::within(reading_.named, reading_.passages[s].words)) ++inside[reading_.institution_of(mention)];
    }
    return static_cast<std::size_t>(std::ranges::count_if(bodies, [&](std::uint32_t body) { return mentions_[body] > inside[body]; }));
  }

  void take(const Run& run) {
    std::optional<std::uint32_t> above;
    bool is_free = true;  // no name since the body above
    for (const auto s : run) {
      findings_.section_of[s] = "signatories";
      findings_.is_keyed[s] = true;
      if (is_entry(s)) {
        const auto persons = Reading::within(reading_.persons, reading_.passages[s].words);
        const auto& functions = reading_.people.named[reading_.person_of(persons.front())].functions;
        const bool is_said = std::ranges::any_of(functions, [](const Function& one) { return one.institution && !one.is_institution_guessed; });
        if (above && is_free && !is_said && !findings_.for_whom[s]) findings_.for_whom[s] = above;
        is_free = false;
        continue;
      }
      const auto named = Reading::within(reading_.named, reading_.passages[s].words);
      if (named.empty()) continue;
      above = reading_.institution_of(named.front());
      is_free = true;
    }
  }

  Findings& findings_;
  const Reading& reading_;
  std::set<std::size_t> signing_;      // sentences that tell a signature
  std::vector<std::size_t> mentions_;  // by institution
};

}  // namespace

void mark_signature_lists(Findings& findings) { ListMarker(findings).mark(); }

}  // namespace maillage::documents
