// SPDX-License-Identifier: Apache-2.0
#include "documents/dates/periods.hpp"

#include <algorithm>
#include <string>

#include "documents/dates/date_grammar.hpp"
#include "documents/lexicon/word_uses.hpp"

namespace maillage::documents {
namespace {

constexpr Day kShortest = 60;                                      // days that a term has at least
constexpr int kFirstYear = 1950, kLastYear = 2099, kLongest = 60;  // years that a period may have

/// « fin 2026 », « fin juin 2025 » as a bound: that year, that month.
PartialDate plain(const PartialDate& date) {
  if (date.qualifier() == DateQualifier::none) return date;
  auto text = date.to_edtf();
  text.pop_back();
  return PartialDate::parse(text).value_or(date);
}

class PeriodReader {
 public:
  PeriodReader(const Words& words, const Lexicon& lexicon, const std::vector<DateMention>& dates)
      : words_(words), lexicon_(lexicon), uses_(lexicon.term_words, words), dates_(dates) {}

  std::vector<PeriodMention> read() {
    for (std::size_t at = 0; at < words_.size();) {
      end_ = words_.of_sentence(words_[at].sentence).second;
      const auto found = at_word(at);
      if (found > at) {
        at = found;
      } else {
        ++at;
      }
    }
    return std::move(periods_);
  }

 private:
  bool is(std::size_t at, std::string_view word) const { return at < end_ && words_[at].is(word); }

  std::optional<int> year_at(std::size_t at) const {
    if (at >= end_ || words_[at].kind != WordKind::number || words_[at].folded.size() != 4) return std::nullopt;
    const int year = std::stoi(std::string(words_[at].folded));
    return year >= kFirstYear && year <= kLastYear ? std::optional(year) : std::nullopt;
  }
  /// « 2024-30 »; « 2024-05 » is a month, « 2023-24 » a season.
  std::optional<int> short_year_at(std::size_t at, int first) const {
    constexpr int kMonths = 12;
    if (at >= end_ || words_[at].kind != WordKind::number || words_[at].folded.size() != 2) return std::nullopt;
    const int year = std::stoi(std::string(words_[at].folded));
    const bool is_bound = at + 1 < end_ && words_[at + 1].joined == '-';
    return year > kMonths && year > first % 100 + 1 && !is_bound ? std::optional(first / 100 * 100 + year) : std::nullopt;
  }
  const DateMention* date_from(std::size_t at) const {
    if (at >= end_) return nullptr;
    const auto begin = words_[at].span.begin;
    const auto found =
        std::ranges::lower_bound(dates_, begin, {}, [](const DateMention& date) { return date.span.begin; });
    return found != dates_.end() && found->span.begin == begin ? &*found : nullptr;
  }
  std::size_t word_after(const DateMention& date) const { return words_.first_from(date.span.end); }

  std::size_t add(std::size_t first, std::size_t last, PartialDate from, PartialDate to, std::optional<int> months,
                  const char* rule) {
    PeriodMention period;
    period.span = words_.span_of(first, last);
    period.from = from;
    period.to = to;
    period.months = months;
    period.rule = rule;
    periods_.push_back(std::move(period));
    return last;
  }

  std::size_t at_word(std::size_t at) {
    for (auto step : {&PeriodReader::years, &PeriodReader::from_to, &PeriodReader::bound, &PeriodReader::duration,
                      &PeriodReader::renewal}) {
      if (const auto last = (this->*step)(at); last > at) return last;
    }
    return at;
  }

  /// « 2022/2026 », « 2025-2029 », « 2022 à 2026 », « de 2025 à 2029 », « entre 2025 et 2029 ».
  std::size_t years(std::size_t at) {
    const auto first = year_at(at);
    if (!first) return at;
    auto second_at = at + 1;
    if (const auto last = year_list(at, *first); last > at) return last;
    const bool is_hyphen = second_at < end_ && words_[second_at].joined == '-';
    if (!is_hyphen) {
      const bool is_joint = is(second_at, "/") || is(second_at, "–") || is(second_at, "—") || is(second_at, "-") ||
                            is(second_at, "a") || (is(second_at, "et") && at > 0 && words_[at - 1].is("entre"));
      if (!is_joint) return at;
      ++second_at;
    }
    auto second = year_at(second_at);
    const bool is_term = at > 0 && (is_one_of(words_[at - 1], {"periode", "annees", "exercices"}) || uses_.is(at - 1, "lasting"));
    if (!second && is_hyphen && is_term) second = short_year_at(second_at, *first);
    if (!second || *second <= *first || *second - *first > kLongest) return at;
    if (const auto last = school_years(at, *first, *second, second_at + 1); last > at) return last;
    // « année 2023-2024 », « rentrée 2023-2024 »: a school year, no term.
    const bool is_school_year =
        *second == *first + 1 && at > 0 &&
        (words_[at - 1].is("annee") || words_[at - 1].is("universitaire") || words_[at - 1].is("scolaire"));
    bool is_said_to_last = false;  // « valable pour l'année universitaire 2024-2025 »
    for (std::size_t back = 2; back <= 5 && back <= at; ++back) is_said_to_last = is_said_to_last || uses_.is(at - back, "lasts");
    if (is_school_year && !is_said_to_last) return second_at + 1;
    return add(at, second_at + 1, PartialDate::in_year(*first), PartialDate::in_year(*second), std::nullopt, "years");
  }

  /// « les années universitaires 2022-2023 à 2025-2026 »
  std::size_t school_years(std::size_t at, int first, int second, std::size_t behind) {
    if (second != first + 1 || !is(behind, "a")) return at;
    const auto third = year_at(behind + 1);
    const auto fourth_at = is(behind + 2, "/") || is(behind + 2, "–") ? behind + 3 : behind + 2;
    const auto fourth = year_at(fourth_at);
    const bool is_joined = fourth_at == behind + 3 || (fourth_at < end_ && words_[fourth_at].joined == '-');
    if (!third || !fourth || !is_joined || *third < second || *fourth != *third + 1) return at;
    return add(at, fourth_at + 1, PartialDate::in_year(first), PartialDate::in_year(*fourth), std::nullopt, "school_years");
  }

  /// « les années 2024, 2025 et 2026 »
  std::size_t year_list(std::size_t at, int first) {
    int last = first;
    auto next = at;
    while (is(next + 1, ",") && year_at(next + 2) == last + 1) {
      ++last;
      next += 2;
    }
    const bool is_row = last > first || (at > 0 && (is(at - 1, "annees") || is(at - 1, "exercices")));
    if (!is(next + 1, "et") || year_at(next + 2) != last + 1 || !is_row) return at;
    return add(at, next + 3, PartialDate::in_year(first), PartialDate::in_year(last + 1), std::nullopt, "years");
  }

  /// « du 1er janvier 2024 au 31 décembre 2026 », « de septembre 2024 à juin 2027 ».
  std::size_t from_to(std::size_t at) {
    if (!is(at, "du") && !is(at, "de")) return at;
    const auto* from = date_from(at + 1);
    if (from == nullptr) return at;
    const auto joint = word_after(*from);
    if (!is(joint, "au") && !is(joint, "a")) return at;
    const auto* to = date_from(joint + 1);
    if (to == nullptr) return at;
    const bool is_event = to->date.latest() - from->date.earliest() < kShortest;  // « du 3 au 5 mai »
    if (is_event) return word_after(*to);
    return add(at, word_after(*to), plain(from->date), plain(to->date), std::nullopt, "from_to");
  }

  /// « jusqu'au 31 décembre 2027 », « s'achève fin 2026 », « à compter de la rentrée 2024 », « prend effet le 1er
  /// janvier ».
  std::size_t bound(std::size_t at) {
    const auto cue = lexicon_.period_cues.at(words_, at, end_);
    if (!cue) return from_school_year(at);
    return bound_behind(at, cue.last, lexicon_.period_cues.field(*cue.entry, "side") == "from");
  }
  /// « dès la rentrée 2024 »
  std::size_t from_school_year(std::size_t at) {
    const bool leads =
        is(at, "des") && words_.text_of(at, at + 1) != "des" && is(at + 1, "la") && is(at + 2, "rentree");
    return leads ? bound_behind(at, at + 1, true) : at;
  }
  std::size_t bound_behind(std::size_t at, std::size_t next, bool is_start) {
    bool is_school_year = false;
    while (next < end_ && date_from(next) == nullptr &&
           (uses_.is(next, "bound_between") || is_one_of(words_[next], {",", ":", "("}))) {
      is_school_year = is_school_year || is(next, "rentree");
      ++next;
    }
    const auto put = [&](std::size_t last, const PartialDate& date, bool is_school) {
      return is_start ? add(at, last, date, {}, std::nullopt, is_school ? "since_school_year" : "since")
                      : add(at, last, {}, date, std::nullopt, "until");
    };
    if (const auto year = year_at(next)) {
      // « l'année scolaire 2025-2026 »
      const auto second = is(next + 1, "-") || is(next + 1, "–") || is(next + 1, "/") ? next + 2 : next + 1;
      const bool is_pair =
          (second > next + 1 || (second < end_ && words_[second].joined == '-')) && year_at(second) == *year + 1;
      if (!is_start)
        return put(is_pair ? second + 1 : next + 1, PartialDate::in_year(is_pair ? *year + 1 : *year), false);
      return put(is_pair ? second + 1 : next + 1,
                 is_school_year ? PartialDate::in_month(*year, 9) : PartialDate::in_year(*year), is_school_year);
    }
    const auto* date = date_from(next);
    if (is_start && date != nullptr && next > at) {  // « produira ses effets du 1er septembre 2024 au 31 août 2030 »
      const auto joint = word_after(*date);
      const auto* to = is(joint, "au") || is(joint, "a") ? date_from(joint + 1) : nullptr;
      if (to != nullptr && to->date.latest() - date->date.earliest() >= kShortest)
        return add(at, word_after(*to), plain(date->date), plain(to->date), std::nullopt, "from_to");
    }
    return date == nullptr ? at : put(word_after(*date), plain(date->date), date->rule == "school_year");
  }

  /// « pour une durée de cinq ans », « pour trois ans », « sur six années », « d'une durée de 18 mois », « triennale ».
  std::size_t duration(std::size_t at) {
    if (const auto said = lexicon_.durations.at(words_, at, end_))  // « une convention triennale », never « un budget annuel »
      return add(at, said.last, {}, {}, std::stoi(lexicon_.durations.field(*said.entry, "months")), "duration_word");
    const bool leads = is(at, "pour") || is(at, "sur") || is(at, "duree") || is(at, "de") || is(at, "d") ||
                       is(at, "pendant") || is(at, "durant") || uses_.is(at, "lasts");
    if (!leads) return at;
    auto next = at + 1;
    if (is(at, "duree") && is(next, ":")) ++next;
    while (is(next, "une") || is(next, "duree") || is(next, "de") || is(next, "d") || is(next, "la") ||
           is(next, "periode"))
      ++next;
    if (next > at + 1 && is(next - 1, "une") && (is(next, "annee") || is(next, "an"))) --next;
    std::size_t last = next;
    auto number = small_number(words_, next, lexicon_, &last);
    if (!number && (is(next, "un") || is(next, "une"))) {
      number = 1;
      last = next + 1;
    }
    if (!number || *number <= 0 || *number > 99) return at;
    int months = 0;
    if (is(last, "ans") || is(last, "an") || is(last, "annees") || is(last, "annee"))
      months = 12 * *number;
    else if (is(last, "mois"))
      months = *number;
    else
      return at;
    // « de trois ans » alone is a term only behind what lasts: « une convention de cinq ans », « d'une durée de ».
    const bool says_duration = is(at, "pour") || is(at, "duree") || uses_.is(at, "lasts") || (next > at + 1);
    bool follows_instrument = false;  // « un accord-cadre de recherche de cinq ans »
    for (std::size_t back = 1; back <= 5 && back <= at && words_[at - back].kind == WordKind::word; ++back) {
      follows_instrument = follows_instrument || uses_.is(at - back, "lasting");
    }
    if (!says_duration && !is(at, "sur") && !follows_instrument) return at;
    return add(at, last + 1, {}, {}, months, says_duration ? "duration" : "duration_of");
  }

  /// « renouvelable une fois », « renouvelable par tacite reconduction », « reconductible ».
  std::size_t renewal(std::size_t at) {
    const bool is_tacit = is(at, "tacite") || is(at, "tacitement");
    const bool is_renewable =
        is(at, "renouvelable") || is(at, "renouvelables") || is(at, "reconductible") || is(at, "reconductibles");
    if (!is_tacit && !is_renewable) return at;
    auto last = at + 1;
    std::optional<int> times;
    if (is_renewable) {
      std::size_t after = last;
      const auto number = small_number(words_, last, lexicon_, &after);
      if (number && is(after, "fois")) {
        times = number;
        last = after + 1;
      }
    }
    if (!periods_.empty() && words_.first_from(periods_.back().span.begin) + 40 > at) {
      auto& term = periods_.back();
      term.is_renewable = true;
      term.is_tacit = term.is_tacit || is_tacit;
      if (times) term.renewals = times;
      return last;
    }
    add(at, last, {}, {}, std::nullopt, "renewal");
    periods_.back().is_renewable = true;
    periods_.back().is_tacit = is_tacit;
    periods_.back().renewals = times;
    return last;
  }

  const Words& words_;
  const Lexicon& lexicon_;
  WordUses uses_;
  const std::vector<DateMention>& dates_;
  std::size_t end_ = 0;
  std::vector<PeriodMention> periods_;
};

}  // namespace

std::vector<PeriodMention> find_periods(const Words& words, const Lexicon& lexicon,
                                        const std::vector<DateMention>& dates) {
  return PeriodReader(words, lexicon, dates).read();
}

}  // namespace maillage::documents
