// SPDX-License-Identifier: Apache-2.0
// How well documents are read: values that a program gave against those a person wrote down (the gold), field by field.
#pragma once

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "names/name_index.hpp"

namespace maillage::reading_score {

using Json = nlohmann::json;
using Tokens = std::vector<std::string>;

/// Right, invented and missed values.
struct Counted {
  int right = 0, invented = 0, missed = 0;
  void add(int right_ones, int invented_ones, int missed_ones) {
    right += right_ones;
    invented += invented_ones;
    missed += missed_ones;
  }
  double precision() const { return right + invented == 0 ? (missed == 0 ? 1.0 : 0.0) : double(right) / (right + invented); }
  double recall() const { return right + missed == 0 ? (invented == 0 ? 1.0 : 0.0) : double(right) / (right + missed); }
  double f1() const { return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall()); }
};

/// The ten fields whose mean counts, as docs/reading.md has them.
inline constexpr auto kFields = std::to_array<std::string_view>(
    {"agreements", "parties", "type", "status", "signed_date", "period", "signatories", "institutions", "people", "themes"});

inline Tokens tokens_of(const std::string& text) {
  std::istringstream words(folded(text));
  Tokens tokens;
  for (std::string word; words >> word;) tokens.push_back(word);
  return tokens;
}

/// Names of institutions: small words and brackets do not count, usual acronyms are written out.
class InstitutionName {
 public:
  explicit InstitutionName(const std::string& name) {
    std::string outside, inside;
    int depth = 0;
    for (const char c : name) {
      if (c == ')') depth = std::max(0, depth - 1);
      (depth > 0 ? inside : outside) += c == ')' || c == '(' ? ' ' : c;
      if (c == '(') ++depth;
    }
    forms_.push_back(meant(tokens_of(outside)));
    if (!inside.empty()) forms_.push_back(meant(tokens_of(inside)));
  }
  bool is_same_as(const InstitutionName& other) const {
    return std::ranges::any_of(forms_, [&](const Tokens& mine) {
      return std::ranges::any_of(other.forms_, [&](const Tokens& theirs) { return are_alike(mine, theirs); });
    });
  }

 private:
  static Tokens meant(const Tokens& words) {
    static const std::set<std::string> kSmall{"le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux", "en", "un",
                                              "une", "the", "of", "s", "i", "sur", "pour", "par", "dans", "avec"};
    static const std::set<std::string> kBefore{"ville", "commune", "mairie", "municipalite", "association", "groupe", "entreprise", "societe"};
    static const std::map<std::string, Tokens> kWrittenOut{
        {"ars", {"agence", "regionale", "sante"}}, {"chu", {"centre", "hospitalier", "universitaire"}},
        {"ch", {"centre", "hospitalier"}}, {"caf", {"caisse", "allocations", "familiales"}},
        {"cpam", {"caisse", "primaire", "assurance", "maladie"}}, {"cc", {"communaute", "communes"}},
        {"ca", {"communaute", "agglomeration"}}, {"univ", {"universite"}},
        {"cpts", {"communaute", "professionnelle", "territoriale", "sante"}}, {"ght", {"groupement", "hospitalier", "territoire"}},
        {"cnrs", {"centre", "national", "recherche", "scientifique"}},
        {"inserm", {"institut", "national", "sante", "recherche", "medicale"}}};
    Tokens found;
    for (const auto& word : words) {
      const auto written_out = kWrittenOut.find(word);
      if (written_out != kWrittenOut.end()) found.insert(found.end(), written_out->second.begin(), written_out->second.end());
      else if (!kSmall.contains(word)) found.push_back(word);
    }
    if (found.empty()) return words;
    if (found.size() > 1 && kBefore.contains(found.front())) found.erase(found.begin());
    return found;
  }
  static bool are_alike(const Tokens& mine, const Tokens& theirs) {
    if (mine == theirs) return true;
    const std::set<std::string> a(mine.begin(), mine.end()), b(theirs.begin(), theirs.end());
    if (std::min(a.size(), b.size()) < 3) return false;
    std::vector<std::string> both, either;
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    std::ranges::set_symmetric_difference(a, b, std::back_inserter(either));
    const bool differs_in_a_number = std::ranges::any_of(either, [](const auto& word) { return word[0] >= '0' && word[0] <= '9'; });
    return !differs_in_a_number && 5 * both.size() >= 4 * (both.size() + either.size());
  }
  std::vector<Tokens> forms_;
};

inline bool same_institution(const std::string& a, const std::string& b) { return InstitutionName(a).is_same_as(InstitutionName(b)); }

/// The same words in any order without civilities; an initial may stand for a first name.
inline bool same_person(const std::string& gold, const std::string& read) {
  static const std::set<std::string> kCivilities{"m", "mme", "mlle", "mr", "monsieur", "madame", "pr", "dr", "prof", "professeur",
                                                 "professeure", "docteur", "docteure", "me", "maitre"};
  const auto name_of = [](const std::string& text) {
    auto words = tokens_of(text);
    while (!words.empty() && kCivilities.contains(words.front())) words.erase(words.begin());
    return words;
  };
  const auto a = name_of(gold), b = name_of(read);
  if (a.empty() || b.empty()) return false;
  if (std::ranges::is_permutation(a, b)) return true;
  if (a.size() == 1) return b.back() == a[0] || b.front() == a[0];
  if (a.size() != b.size() || a.back() != b.back()) return false;
  return std::ranges::equal(a, b, [](const auto& p, const auto& q) { return p == q || (std::min(p.size(), q.size()) == 1 && p[0] == q[0]); });
}

/// Dice's coefficient of the first six letters of the words that carry meaning.
inline double likeness(const std::string& a, const std::string& b) {
  static const std::set<std::string> kSmall{"les", "des", "the", "sur", "pour", "par", "dans", "avec", "aux", "une", "ces", "cette", "ses",
                                            "leur", "leurs", "que", "qui", "plus", "entre", "ainsi", "notamment", "son"};
  const auto stems = [](const std::string& text) {
    std::set<std::string> found;
    for (const auto& word : tokens_of(text)) {
      if (word.size() > 2 && !kSmall.contains(word)) found.insert(word.substr(0, 6));
    }
    return found;
  };
  const auto x = stems(a), y = stems(b);
  if (x.empty() || y.empty()) return 0;
  std::vector<std::string> both;
  std::ranges::set_intersection(x, y, std::back_inserter(both));
  return 2.0 * double(both.size()) / double(x.size() + y.size());
}

inline std::string text_at(const Json& json, const char* key) {
  return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : "";
}
inline Json list_at(const Json& json, const char* key) { return json.is_object() && json.contains(key) ? json[key] : Json::array(); }

/// The year where a date is its first or last day or month.
inline std::string edge(const std::string& date, bool is_end) {
  const auto rest = date.size() > 4 ? date.substr(4) : "";
  return rest == (is_end ? "-12-31" : "-01-01") || rest == (is_end ? "-12" : "-01") ? date.substr(0, 4) : date;
}

inline std::vector<std::string> names_in(const Json& list) {
  std::vector<std::string> names;
  for (const auto& one : list) names.push_back(one.is_string() ? one.get<std::string>() : text_at(one, "name"));
  return names;
}

/// Which of `read` stands for which of `gold`, each once.
template <class Same>
std::vector<std::optional<std::size_t>> matched(std::size_t gold, std::size_t read, Same same) {
  std::vector<std::optional<std::size_t>> by_read(read);
  for (std::size_t g = 0; g < gold; ++g) {
    for (std::size_t r = 0; r < read; ++r) {
      if (by_read[r] || !same(g, r)) continue;
      by_read[r] = g;
      break;
    }
  }
  return by_read;
}

/// Counts over documents.
class Score {
 public:
  void add(const Json& gold, const Json& read) {
    add_agreements(gold, read);
    const auto institutions = names_in(list_at(gold, "institutions_mentioned"));
    add_names("institutions", institutions, names_in(list_at(gold, "optional_institutions")),
              names_in(list_at(read, "institutions_mentioned")), same_institution);
    add_names("people", names_in(list_at(gold, "people")), {}, names_in(list_at(read, "people")), same_person);
  }
  const Counted& of(std::string_view field) const { return counts_.at(std::string(field)); }
  double mean_f1() const {
    double sum = 0;
    for (const auto field : kFields) sum += of(field).f1();
    return sum / double(kFields.size());
  }
  /// Agreements found in documents that hold none.
  int invented_from_nothing() const { return invented_from_nothing_; }
  std::string table() const {
    std::ostringstream text;
    text.precision(3);
    for (const auto field : kFields) {
      const auto& one = of(field);
      text << field << ": precision " << one.precision() << ", recall " << one.recall() << ", F1 " << one.f1() << "\n";
    }
    return text.str();
  }

 private:
  Counted& count(std::string_view field) { return counts_[std::string(field)]; }

  template <class Same>
  void add_names(std::string_view field, const std::vector<std::string>& gold, const std::vector<std::string>& optional,
                 const std::vector<std::string>& read, Same same) {
    const auto by_read = matched(gold.size(), read.size(), [&](auto g, auto r) { return same(gold[g], read[r]); });
    int right = 0, invented = 0;
    for (std::size_t r = 0; r < read.size(); ++r) {
      if (by_read[r]) ++right;
      else if (std::ranges::none_of(optional, [&](const auto& one) { return same(one, read[r]); })) ++invented;
    }
    count(field).add(right, invented, static_cast<int>(gold.size()) - right);
  }

  static double overlap(const Json& gold, const Json& read) {
    const auto wanted = names_in(list_at(gold, "parties")), optional = names_in(list_at(gold, "optional_parties")),
               found = names_in(list_at(read, "parties"));
    const auto by_read = matched(wanted.size(), found.size(), [&](auto g, auto r) { return same_institution(wanted[g], found[r]); });
    double both = 0, besides = 0;
    for (std::size_t r = 0; r < found.size(); ++r) {
      if (by_read[r]) ++both;
      else if (std::ranges::none_of(optional, [&](const auto& one) { return same_institution(one, found[r]); })) ++besides;
    }
    const double all = double(wanted.size()) + besides;
    return all == 0 ? 0 : both / all;
  }
  static double closeness(const Json& gold, const Json& read) {
    const double parties = overlap(gold, read);
    if (parties < 0.5) return 0;
    double sum = 10 * parties + likeness(text_at(gold, "title"), text_at(read, "title"));
    sum += text_at(gold["signed"], "date") == text_at(read["signed"], "date") ? 1 : 0;
    sum += text_at(gold, "type") == text_at(read, "type") ? 0.5 : 0;
    return sum + (is_same_period(gold, read) ? 0.5 : 0);
  }

  void add_agreements(const Json& gold_document, const Json& read_document) {
    const auto gold = list_at(gold_document, "agreements"), read = list_at(read_document, "agreements");
    struct Pair {
      double closeness;
      std::size_t gold, read;
    };
    std::vector<Pair> pairs;
    for (std::size_t g = 0; g < gold.size(); ++g) {
      for (std::size_t r = 0; r < read.size(); ++r) pairs.push_back({closeness(gold[g], read[r]), g, r});
    }
    std::ranges::stable_sort(pairs, std::greater(), &Pair::closeness);
    std::set<std::size_t> used_gold, used_read;
    for (const auto& pair : pairs) {
      if (pair.closeness == 0 || used_gold.contains(pair.gold) || used_read.contains(pair.read)) continue;
      used_gold.insert(pair.gold);
      used_read.insert(pair.read);
      count("agreements").add(1, 0, 0);
      add_pair(gold[pair.gold], read[pair.read]);
    }
    const Json nothing{{"parties", Json::array()}, {"signed", {{"date", nullptr}}}};
    for (std::size_t g = 0; g < gold.size(); ++g) {
      if (used_gold.contains(g)) continue;
      count("agreements").add(0, 0, 1);
      add_pair(gold[g], nothing);
    }
    for (std::size_t r = 0; r < read.size(); ++r) {
      if (used_read.contains(r)) continue;
      const auto background = list_at(gold_document, "optional_agreements");
      if (std::ranges::any_of(background, [&](const Json& one) { return overlap(one, read[r]) >= 0.5; })) continue;
      count("agreements").add(0, 1, 0);
      invented_from_nothing_ += gold.empty() ? 1 : 0;
      count("type").add(0, 1, 0);
      count("status").add(0, 1, 0);
      count("parties").add(0, static_cast<int>(list_at(read[r], "parties").size()), 0);
      count("signed_date").add(0, text_at(read[r]["signed"], "date").empty() ? 0 : 1, 0);
      count("period").add(0, has_period(read[r]) ? 1 : 0, 0);
      count("signatories").add(0, static_cast<int>(list_at(read[r], "signatories").size()), 0);
      count("themes").add(0, static_cast<int>(list_at(read[r], "themes").size()), 0);
    }
  }

  static bool has_period(const Json& agreement) { return !text_at(agreement, "valid_from").empty() || !text_at(agreement, "valid_to").empty(); }
  static std::pair<std::string, std::string> period_of(const Json& agreement) {
    return {edge(text_at(agreement, "valid_from"), false), edge(text_at(agreement, "valid_to"), true)};
  }
  /// Where the text gives a length alone: the signature as the start, and the month in which that length from it ends.
  static bool is_counted_from_signature(const Json& gold, const Json& read) {
    const auto signed_on = text_at(gold["signed"], "date"), from = text_at(read, "valid_from"), to = text_at(read, "valid_to");
    const bool is_length_alone = gold.contains("duration_months") && gold["duration_months"].is_number() &&
                                 text_at(gold, "valid_from").empty() && text_at(gold, "valid_to").empty();
    if (!is_length_alone || signed_on.size() < 7 || to.size() < 7 || !(from.empty() || from == signed_on)) return false;
    const auto months_of = [](const std::string& date) { return 12 * std::stoi(date.substr(0, 4)) + std::stoi(date.substr(5, 2)); };
    return std::abs(months_of(to) - months_of(signed_on) - gold["duration_months"].get<int>()) <= 1;
  }
  static bool is_same_period(const Json& gold, const Json& read) {
    if (period_of(gold) == period_of(read)) return true;
    const auto alternatives = list_at(gold, "period_alternatives");
    const bool is_alternative = std::ranges::any_of(alternatives, [&](const Json& one) {
      const auto text = [](const Json& value) { return value.is_string() ? value.get<std::string>() : ""; };
      return std::pair(edge(text(one[0]), false), edge(text(one[1]), true)) == period_of(read);
    });
    return is_alternative || is_counted_from_signature(gold, read);
  }

  static bool is_one_of(const Json& gold, const char* field, const std::string& value) {
    const auto alternatives = list_at(gold, (std::string(field) + "_alternatives").c_str());
    return text_at(gold, field) == value || std::ranges::any_of(alternatives, [&](const Json& one) { return one == value; });
  }

  void add_pair(const Json& gold, const Json& read) {
    add_names("parties", names_in(list_at(gold, "parties")), names_in(list_at(gold, "optional_parties")), names_in(list_at(read, "parties")),
              same_institution);
    for (const auto* field : {"type", "status"}) {
      const auto value = text_at(read, field);
      const bool is_right = !value.empty() && is_one_of(gold, field, value);
      count(field).add(is_right, !is_right && !value.empty(), !is_right);
    }
    const auto wanted = text_at(gold["signed"], "date"), found = text_at(read["signed"], "date");
    const auto others = list_at(gold, "date_alternatives");
    const bool is_right = !found.empty() && (found == wanted || std::ranges::any_of(others, [&](const Json& one) { return one == found; }));
    if (!wanted.empty()) count("signed_date").add(is_right, !is_right && !found.empty(), !is_right);
    else if (!found.empty() && !is_right) count("signed_date").add(0, 1, 0);
    const bool is_same = is_same_period(gold, read);
    if (has_period(gold)) count("period").add(is_same, has_period(read) && !is_same, !is_same);
    else if (has_period(read) && !is_same) count("period").add(0, 1, 0);
    add_signatories(gold, read);
    add_themes(gold, read);
  }

  void add_signatories(const Json& gold, const Json& read) {
    const auto wanted = list_at(gold, "signatories"), found = list_at(read, "signatories"), optional = list_at(gold, "optional_signatories");
    const auto is_same = [](const Json& one, const Json& other) {
      auto institutions = names_in(list_at(one, "institution_alternatives"));
      institutions.push_back(text_at(one, "institution"));
      return same_person(text_at(one, "person"), text_at(other, "person")) &&
             std::ranges::any_of(institutions, [&](const auto& name) { return same_institution(name, text_at(other, "institution")); });
    };
    const auto by_read = matched(wanted.size(), found.size(), [&](auto g, auto r) { return is_same(wanted[g], found[r]); });
    int right = 0, invented = 0;
    for (std::size_t r = 0; r < found.size(); ++r) {
      const bool is_optional = std::ranges::any_of(
          optional, [&](const Json& one) { return same_person(text_at(one, "person"), text_at(found[r], "person")); });
      if (by_read[r]) ++right;
      else if (!is_optional) ++invented;
    }
    count("signatories").add(right, invented, static_cast<int>(wanted.size()) - right);
  }

  void add_themes(const Json& gold, const Json& read) {
    const auto wanted = names_in(list_at(gold, "themes")), optional = names_in(list_at(gold, "optional_themes"));
    if (wanted.empty()) return;
    add_names("themes", wanted, optional, names_in(list_at(read, "themes")),
              [](const std::string& a, const std::string& b) { return likeness(a, b) >= 0.5; });
  }

  std::map<std::string, Counted> counts_ = [] {
    std::map<std::string, Counted> counts;
    for (const auto field : kFields) counts[std::string(field)];
    return counts;
  }();
  int invented_from_nothing_ = 0;
};

}  // namespace maillage::reading_score
