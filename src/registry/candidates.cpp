// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

#include "names/name_index.hpp"
#include "names/similarity.hpp"
#include "names/spellings.hpp"
#include "registry/name_reading.hpp"
#include "registry/record_fields.hpp"
#include "registry/registry.hpp"

namespace maillage {

using namespace registry_form;

namespace {

constexpr double kSpelled = 1, kExpanded = 0.98, kReordered = 0.96, kInParts = 0.97;
constexpr double kWellKnownAcronym = 0.96, kAcronym = 0.88;
constexpr double kBareName = 0.9;        // a commune, département or grouping without the word that says so
constexpr double kDepartementAlone = 0.85, kGroupingAlone = 0.85;
constexpr double kWithoutArticle = 0.8;  // « Roquette » for La Roquette
constexpr double kKindAlone = 0.7;       // « ARS », « CHU »
constexpr double kTooPlain = 0.88;       // « Hôpital cardiologique »: more than one may be called so
constexpr double kPartOfIt = 0.7;        // one part of the name is it, another says something else: a unit of it, perhaps
constexpr double kAtMostNear = 0.94;
constexpr double kCertain = 0.95, kLikely = 0.85, kNear = 0.5;
constexpr double kApart = 0.015;         // scores nearer to each other than this do not tell two bodies apart
constexpr double kNoLonger = 0.1;        // less for a body that is no longer active
constexpr double kOtherKind = 0.3;
constexpr std::size_t kLookedAtClosely = 40, kAtMost = 10;

bool is_local(RegistryBody body) { return body >= RegistryBody::commune && body <= RegistryBody::region; }
bool is_grouping(RegistryBody body) { return body > RegistryBody::commune && body < RegistryBody::departement; }

bool is_french(std::string_view country) {
  static constexpr auto codes = std::to_array<std::string_view>({"FR", "RE", "GP", "MQ", "GF", "YT", "PM", "BL", "MF", "PF", "NC", "WF", "TF"});
  return country.empty() || std::ranges::find(codes, country) != codes.end();
}

std::vector<std::string_view> numbers_in(std::string_view text) {
  std::vector<std::string_view> numbers;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const auto word = text.substr(at, end - at);
    if (!word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) numbers.push_back(word);
    at = end + 1;
  }
  return numbers;
}

// alikeness(), not worked out where the words share too few letters to be alike.
double word_likeness(std::string_view word, std::string_view other) {
  if (word == other) return 1;
  const auto longer = std::max(word.size(), other.size()), shorter = std::min(word.size(), other.size());
  if (shorter < 4 || 4 * shorter < 3 * longer) return 0;
  std::array<std::int8_t, 256> letters{};
  for (const char c : word) ++letters[static_cast<unsigned char>(c)];
  std::size_t shared = 0;
  for (const char c : other) shared += letters[static_cast<unsigned char>(c)]-- > 0 ? 1 : 0;
  return 4 * shared < 3 * longer ? 0 : alikeness(word, other);
}

// How far the words of one are among those of the other: by length, alike enough to be a slip. In [0, 1].
double share_of(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  double found = 0, all = 0;
  for (const auto& word : words) {
    double best = 0;
    for (const auto& other : others) best = std::max(best, word_likeness(word, other));
    const auto weight = static_cast<double>(word.size());
    all += weight;
    if (best >= (word.size() < 6 ? 0.8 : 0.75)) found += weight * best;
  }
  return all == 0 ? 0 : found / all;
}

}  // namespace

/// One look-up: collects the best score of each entry.
class CandidateSearch {
 public:
  CandidateSearch(const Registry& registry, const RegistryQuery& query) : registry_(registry), query_(query) {}

  RegistryAnswer run() {
    for (const auto& identifier : query_.identifiers) {
      if (const auto entry = registry_.by_identifier(identifier)) return {RegistryAnswer::Verdict::certain, {{*entry, 1, identifier, true}}};
    }
    const auto [name, bracket] = without_bracket(query_.name);
    whole_ = read_name(query_.name);
    if (whole_.spelled.empty()) return {};
    if (looks_like_identifier(query_.name)) {
      if (const auto entry = registry_.by_identifier(query_.name)) {
        return {RegistryAnswer::Verdict::certain, {{*entry, 1, std::string(query_.name), true}}};
      }
    }
    add_exact(whole_, 0);
    if (best_.empty() && !bracket.empty()) {
      add_exact(read_name(name), 0);
      if (!best_.empty()) keep_in_bracket(bracket);
    }
    if (best_.empty()) add_parts();
    is_near_ = best_.empty() && query_.reach == RegistryReach::near;
    if (is_near_ && is_french(query_.country)) add_near(whole_.commune.empty() ? read_name(name) : read_folded_name(whole_.commune));
    return judged();
  }

 private:
  void offer(std::uint32_t entry, double score, std::string_view name) {
    auto& known = best_[entry];
    if (score > known.score) known = {entry, score, std::string(name), false};
  }

  // Everything of exactly this name, in one of the ways of Registry::find.
  void add_exact(const NameReading& reading, double less) {
    for (const auto entry : registry_.names_.with(hash_of(reading.key))) {
      if (const auto match = same_name(entry, reading)) offer(entry, match->score - less, match->name);
    }
    if (!reading.commune.empty()) add_commune(read_folded_name(reading.commune), less);
    if (!reading.grouping.empty()) add_grouping(reading.grouping, kBareName - less);
    else if (!reading.kind) add_grouping(reading.key, kGroupingAlone - less);
  }

  std::optional<RegistryMatch> same_name(std::uint32_t entry, const NameReading& reading) const {
    const auto record = registry_.record(entry);
    const auto body = static_cast<RegistryBody>(record[1]);
    std::optional<RegistryMatch> best;
    for_each_field(record, [&](Tag tag, std::string_view field) {
      if (tag < Tag::name || tag > Tag::label) return;
      const auto name = tag == Tag::label ? field.substr(field.find(':') + 1) : field;
      const auto theirs = read_name(name);
      if (theirs.key != reading.key) return;
      auto score = theirs.spelled == reading.spelled ? kSpelled : theirs.expanded == reading.expanded ? kExpanded : kReordered;
      score = std::min(score, most_for(record, body, tag, reading, score));
      if (score > 0 && (!best || score > best->score)) best = {entry, score, std::string(name), false};
    });
    return best;
  }

  // What a name can score at most that others may have as well.
  double most_for(std::string_view record, RegistryBody body, Tag tag, const NameReading& reading, double score) const {
    const bool is_one_word = reading.expanded.find(' ') == std::string::npos;
    if (body == RegistryBody::commune) return score == kSpelled ? kBareName : reading.spelled == reading.expanded ? kWithoutArticle : kBareName;
    if ((body == RegistryBody::departement || body == RegistryBody::region) && tag == Tag::short_name) {
      return body == RegistryBody::region ? kBareName : kDepartementAlone;
    }
    if (is_local(body)) return 1;
    if (tag == Tag::acronym && reading.spelled != reading.expanded) return kKindAlone;
    if (tag == Tag::acronym || (is_one_word && tag >= Tag::alias)) return is_well_known(record) ? kWellKnownAcronym : kAcronym;
    const bool is_plain = reading.telling.empty() || (reading.telling.size() == 1 && std::ranges::count(reading.expanded, ' ') == 1);
    return is_plain && !is_one_word && !is_well_known(record) ? kTooPlain : 1;
  }

  static bool is_well_known(std::string_view record) {
    if ((static_cast<unsigned>(record[3]) & static_cast<unsigned>(Origin::esr)) != 0) return true;
    bool has_children = false;
    for_each_field(record, [&](Tag tag, std::string_view) { has_children = has_children || tag == Tag::child_count; });
    return has_children;
  }

  void add_commune(const NameReading& reading, double less) {
    for (const auto entry : registry_.names_.with(hash_of(reading.key))) {
      if (static_cast<RegistryBody>(registry_.record(entry)[1]) != RegistryBody::commune) continue;
      for_each_field(registry_.record(entry), [&](Tag tag, std::string_view name) {
        if (tag != Tag::name && tag != Tag::alias) return;
        const auto theirs = read_name(name);
        if (theirs.key != reading.key) return;
        offer(entry, (theirs.spelled == reading.spelled ? kSpelled : theirs.expanded == reading.expanded ? kExpanded : kWithoutArticle) - less, name);
      });
    }
  }

  void add_grouping(const std::string& words, double score) {
    for (const auto entry : registry_.names_.with(hash_of("=" + words))) {
      if (!is_grouping(static_cast<RegistryBody>(registry_.record(entry)[1]))) continue;
      for_each_field(registry_.record(entry), [&](Tag tag, std::string_view name) {
        if (tag >= Tag::name && tag <= Tag::alias && read_name(name).grouping == words) offer(entry, score, name);
      });
    }
  }

  // « Saint-Denis (93) », « Saint-Denis (La Réunion) », « Université de Lille (ULille) ».
  void keep_in_bracket(std::string_view bracket) {
    const auto place = folded(bracket);
    bool is_told = false;
    std::map<std::uint32_t, bool> fits;
    for (const auto& [number, match] : best_) {
      const auto entry = registry_.entry(number);
      fits[number] = place == folded(entry.departement) || place == folded(entry.departement_name) || place == folded(entry.region_name) ||
                     place == folded(entry.city) || place == folded(entry.identifier("insee")) ||
                     std::ranges::any_of(entry.acronyms, [&](const auto& acronym) { return folded(acronym) == place; });
      is_told = is_told || fits[number];
    }
    for (auto& [number, match] : best_) {
      if (!is_told) match.score = std::min(match.score, kInParts) - (best_.size() > 1 ? 0 : 1 - kInParts);
      else if (!fits[number]) match.score -= kOtherKind;
      else if (static_cast<RegistryBody>(registry_.record(number)[1]) == RegistryBody::commune) match.score = std::max(match.score, kInParts);
    }
  }

  // « Centre national de la recherche scientifique – CNRS »: every part names it. « CNRS – délégation »: one part does.
  void add_parts() {
    auto parts = parts_of_name(query_.name);
    if (parts.size() == 1) return add_acronym_beside();
    if (parts.size() > 4) parts.resize(4);
    std::map<std::uint32_t, std::size_t> named;
    std::map<std::uint32_t, RegistryMatch> all;
    for (const auto part : parts) {
      add_exact(read_name(part), 0);
      for (const auto& [entry, match] : best_) {
        ++named[entry];
        if (match.score > all[entry].score) all[entry] = match;
      }
      best_.clear();
    }
    for (auto& [entry, match] : all) {
      match.score = named[entry] == parts.size() ? std::max(match.score - (1 - kInParts), kInParts) : std::min(match.score, kPartOfIt);
      best_[entry] = match;
    }
  }

  // « CENTRE NATIONAL DE LA RECHERCHE SCIENTIFIQUE CNRS »: its acronym behind or before it.
  void add_acronym_beside() {
    const std::string_view spelled = whole_.spelled;
    const auto last = spelled.rfind(' '), first = spelled.find(' ');
    if (last == std::string_view::npos) return;
    for (const auto& [acronym, rest] : {std::pair(spelled.substr(last + 1), spelled.substr(0, last)),
                                        std::pair(spelled.substr(0, first), spelled.substr(first + 1))}) {
      add_exact(read_folded_name(std::string(rest)), 1 - kInParts);
      std::erase_if(best_, [&](const auto& found) {
        bool has_it = false;
        for_each_field(registry_.record(found.first), [&](Tag tag, std::string_view field) {
          has_it = has_it || ((tag == Tag::acronym || tag == Tag::short_name || tag == Tag::alias) && folded(field) == acronym);
        });
        return !has_it;
      });
      if (!best_.empty()) return;
    }
  }

  void add_near(const NameReading& reading) {
    std::vector<std::uint16_t> shared(registry_.size());
    std::vector<std::uint32_t> met;
    registry_.trigrams_.count_shared(Trigrams(reading.expanded), shared, met);
    // Those that share most: what shares fewer runs than the last of them need not be sorted.
    std::vector<std::size_t> having(Trigrams(reading.expanded).runs().size() + 1);
    for (const auto entry : met) ++having[shared[entry]];
    std::size_t least = having.size(), close = 0;
    while (least > 1 && close < kLookedAtClosely) close += having[--least];
    std::erase_if(met, [&](auto entry) { return shared[entry] < least; });
    std::ranges::sort(met, [&](auto a, auto b) { return std::pair(shared[b], a) < std::pair(shared[a], b); });
    met.resize(std::min(met.size(), kLookedAtClosely));
    for (const auto entry : met) {
      for_each_field(registry_.record(entry), [&](Tag tag, std::string_view field) {
        if (tag < Tag::name || tag > Tag::label || tag == Tag::acronym) return;
        const auto name = tag == Tag::label ? field.substr(field.find(':') + 1) : field;
        if (const auto score = likeness(reading, name); score >= kNear) offer(entry, score, name);
      });
    }
  }

  static double likeness(const NameReading& mine, std::string_view name) {
    auto spelled = folded(name);
    const auto words = telling_words(expanded(spelled));
    const auto recall = share_of(mine.telling, words);
    if (!mine.telling.empty() && recall < 0.5) return 0;
    const auto precision = share_of(words, mine.telling);
    const auto theirs = read_folded_name(std::move(spelled));
    const auto telling = recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    const auto whole = alikeness(mine.expanded, theirs.expanded);
    auto score = std::min(kAtMostNear, mine.telling.empty() ? whole * 0.8 : (telling + whole) / 2);
    if (recall > 0.99 && mine.kind && mine.kind == theirs.kind) score = std::max(score, mine.telling.size() > 1 ? 0.8 : 0.7);  // a shorter name
    if (mine.expanded.find(' ') == std::string::npos) score = std::min(score, 0.8);  // one word, misspelt: little to go by
    if (numbers_in(mine.spelled) != numbers_in(theirs.spelled)) score -= 0.25;
    return score;
  }

  // Less for what the rest of the query contradicts; the namesakes told apart where it can.
  RegistryAnswer judged() {
    const bool is_abroad = !is_french(query_.country);
    const auto city = folded(query_.city);
    const auto kind = query_.kind && *query_.kind != InstitutionKind::other ? query_.kind : whole_.kind;
    std::vector<std::pair<RegistryMatch, RegistryEntry>> found;
    for (auto& [number, match] : best_) {
      auto entry = registry_.entry(number);
      if (entry.status != RegistryStatus::active) match.score -= has_active_namesake(match) ? kNoLonger : 0;
      if (kind && *kind != InstitutionKind::other && entry.kind != InstitutionKind::other && entry.kind != *kind) match.score -= kOtherKind;
      if (!city.empty()) weigh_city(match, entry, city);
      else if (entry.body == RegistryBody::commune && query_.kind == InstitutionKind::commune && match.score == kBareName) match.score = kInParts;
      if (is_abroad) match.score -= kOtherKind;
      found.emplace_back(match, std::move(entry));
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) {
      const auto place = [](const auto& of) {
        const auto& entry = of.second;
        return std::tuple(-of.first.score, entry.status, -std::int64_t{entry.population.value_or(0)}, -std::int64_t{entry.child_count}, entry.number);
      };
      return place(a) < place(b);
    });
    RegistryAnswer answer;
    for (auto& [match, entry] : found) {
      if (answer.matches.size() == kAtMost || match.score < kNear) break;
      answer.matches.push_back(std::move(match));
    }
    answer.verdict = verdict_of(answer.matches, is_near_);
    return answer;
  }

  bool has_active_namesake(const RegistryMatch& match) const {
    return std::ranges::any_of(best_, [&](const auto& other) {
      return other.first != match.entry && static_cast<RegistryStatus>(registry_.record(other.first)[2]) == RegistryStatus::active &&
             other.second.score >= match.score - 0.05;
    });
  }

  static void weigh_city(RegistryMatch& match, const RegistryEntry& entry, const std::string& city) {
    const bool is_there = city == folded(entry.city) || city == folded(entry.commune);
    if (entry.body == RegistryBody::commune) match.score = is_there ? std::max(match.score, match.score >= kWithoutArticle ? kInParts : 0) : match.score - kOtherKind;
    else if (is_there && match.score == kTooPlain) match.score = kInParts;
    else if (!is_there && !entry.city.empty()) match.score -= 0.02;
  }

  static RegistryAnswer::Verdict verdict_of(const std::vector<RegistryMatch>& matches, bool is_near) {
    using Verdict = RegistryAnswer::Verdict;
    if (matches.empty()) return Verdict::unknown;
    const auto best = matches[0].score;
    const auto second = matches.size() > 1 ? matches[1].score : 0;
    if (is_near) return best >= kLikely && best - second >= kNoLonger - kApart ? Verdict::likely : Verdict::near;
    if (best < kLikely) return Verdict::near;
    if (second > best - kApart) return Verdict::ambiguous;
    return best >= kCertain ? Verdict::certain : Verdict::likely;
  }

  const Registry& registry_;
  const RegistryQuery& query_;
  NameReading whole_;
  bool is_near_ = false;  // nothing has the name
  std::map<std::uint32_t, RegistryMatch> best_;
};

RegistryAnswer Registry::find(const RegistryQuery& query) const { return CandidateSearch(*this, query).run(); }

}  // namespace maillage
