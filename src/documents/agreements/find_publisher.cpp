// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string_view>

#include "documents/agreements/read_agreement.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kHeadBlocks = 5, kFootBlocks = 3;
constexpr std::size_t kLongestLetterhead = 22, kLongestFoot = 24;  // words
constexpr double kLetterhead = .9, kBulletin = .85, kSender = .85, kContact = .7, kFoot = .6, kAbout = .5, kWe = .45,
                 kLeast = .45;

constexpr auto kBulletins = std::to_array<std::string_view>(
    {"lettre",    "magazine",   "mag",       "bulletin",       "journal",     "breves",  "gazette",   "infos",
     "info",      "actualites", "actualite", "presse",         "communique",  "note",    "fiche",     "compte",
     "direction", "service",    "cabinet",   "bureau",         "delegation",  "mission", "relations", "appel",
     "dossier",   "newsletter", "fil",       "departementale", "secretariat", "conseil"});
constexpr auto kJoint = std::to_array<std::string_view>({"commun", "conjoint", "commune", "conjointe"});
constexpr auto kOurs = std::to_array<std::string_view>({"notre", "nos"});

struct WordSpan {
  std::size_t first = 0, last = 0;
};

class PublisherFinder {
 public:
  PublisherFinder(const Words& words, const Institutions& institutions, const People& people)
      : words_(words), blocks_(words.prose().blocks), institutions_(institutions), people_(people) {}

  Claimed<std::string> find() {
    const bool is_joint = read_head();
    read_contacts();
    read_foot();
    read_about();
    if (!is_joint) read_we();
    const Claim* best = nullptr;
    for (const auto& [number, claim] : claims_) {
      if (is_joint && claim.weight < kContact) continue;
      if (claim.weight >= kLeast && (best == nullptr || claim.weight > best->weight)) best = &claim;
    }
    if (best == nullptr) return {};
    return {institutions_.named[best->institution].name, std::min(.95, best->weight), best->span, best->rule};
  }

 private:
  struct Claim {
    std::uint32_t institution = 0;
    double weight = 0;
    Span span;
    const char* rule = "";
  };

  void claim(std::uint32_t number, double weight, const Span& span, const char* rule) {
    if (institutions_.named[number].is_generic) return;
    auto& own = claims_[number];
    // Said in a second place as well: surer by a tenth.
    if (own.weight > 0) {
      const bool is_better = weight > own.weight;
      const double sum = std::max(weight, own.weight) + .1;
      if (is_better)
        own = {number, sum, span, rule};
      else
        own.weight = sum;
      return;
    }
    own = {number, weight, span, rule};
  }

  std::span<const InstitutionMention> mentions_in(const Span& span) const {
    const auto& all = institutions_.mentions;
    const auto begin = std::ranges::lower_bound(all, span.begin, {}, [](const auto& one) { return one.span.begin; });
    const auto end =
        std::ranges::lower_bound(begin, all.end(), span.end, {}, [](const auto& one) { return one.span.begin; });
    return {begin, end};
  }
  WordSpan words_of(const Span& span) const { return {words_.first_from(span.begin), words_.first_from(span.end)}; }
  bool has_any(const WordSpan& range, std::span<const std::string_view> texts) const {
    for (auto at = range.first; at < range.last; ++at) {
      if (std::ranges::find(texts, words_[at].folded) != texts.end()) return true;
    }
    return false;
  }
  bool is_mark(std::size_t at) const { return at < words_.size() && words_[at].kind == WordKind::mark; }

  /// Is it a joint release?
  bool read_head() {
    bool is_joint = false;
    const auto count = std::min(kHeadBlocks, blocks_.size());
    for (std::size_t b = 0; b < count; ++b) {
      const auto range = words_of(blocks_[b].span);
      if (range.first >= range.last) continue;
      const bool is_release = has_any(range, std::to_array<std::string_view>({"communique", "dossier", "presse"}));
      is_joint = is_joint || (is_release && range.last - range.first <= kLongestLetterhead && has_any(range, kJoint));
      if (is_sender(range)) {
        claim_first(blocks_[b].span, kSender, "sender_of_a_mail");
        continue;
      }
      if (range.last - range.first > kLongestLetterhead) continue;
      read_letterhead(blocks_[b].span, range, b);
    }
    return is_joint;
  }
  /// « De : Communication de … » at the head of a mail.
  bool is_sender(const WordSpan& range) const {
    return range.first + 2 < range.last && words_[range.first].is("de") && words_[range.first + 1].is(":");
  }
  void claim_first(const Span& span, double weight, const char* rule) {
    const auto named = mentions_in(span);
    if (!named.empty()) claim(named.front().institution, weight, named.front().span, rule);
  }

  /// A line that is a name alone, a name and a service, or the title of a bulletin with its publisher.
  void read_letterhead(const Span& span, const WordSpan& range, std::size_t block) {
    const auto named = mentions_in(span);
    if (named.empty()) return;
    const auto& one = named.front();
    const auto own = words_of(one.span);
    const bool stands_first = own.first <= range.first + 1;
    const bool is_alone = stands_first && own.last + 1 >= range.last;
    const double place = block == 0 ? 0 : .02 * static_cast<double>(block);
    if (is_alone) return claim(one.institution, kLetterhead - place, one.span, "letterhead");
    const bool is_of_several =
        std::ranges::any_of(named, [&](const auto& other) { return other.institution != one.institution; });
    if (is_of_several && range.last - range.first <= kLongestLetterhead && !has_any(range, kBulletins))
      return;  // « A – B »: of both
    const bool is_followed = stands_first && is_mark(own.last) && !words_[own.last].is(",") &&
                             !words_[own.last].is(":") && !words_[own.last].is("?");
    if (is_followed && !has_verb_of_title(range))
      return claim(one.institution, kLetterhead - .05 - place, one.span, "letterhead");
    if (has_any({range.first, own.first}, kBulletins) ||
        (stands_first && has_any({own.last, range.last}, kBulletins))) {
      claim(one.institution, kBulletin - place, one.span, "bulletin_of");
    }
  }
  /// « signe », « signent », « renouvellent »: a title that tells something, no letterhead.
  bool has_verb_of_title(const WordSpan& range) const {
    for (auto at = range.first; at < range.last; ++at) {
      if (words_[at].is("et") || words_[at].is("signent") || words_[at].is("signe") || words_[at].is("avec"))
        return true;
    }
    return false;
  }

  void read_contacts() {
    for (const auto& block : blocks_) {
      if (block.kind == BlockKind::contact) claim_first(block.span, kContact, "press_contact");
    }
    for (const auto& person : people_.named) {
      if (!person.is_contact) continue;
      for (const auto& function : person.functions) {
        if (function.institution) claim(*function.institution, kContact, {}, "institution_of_the_press_contact");
      }
    }
  }
  /// « Service communication de … », « Direction de la communication – … » at the end.
  void read_foot() {
    const auto first = blocks_.size() > kFootBlocks ? blocks_.size() - kFootBlocks : 0;
    for (auto b = first; b < blocks_.size(); ++b) {
      const auto range = words_of(blocks_[b].span);
      if (range.first >= range.last || range.last - range.first > kLongestFoot || blocks_[b].kind == BlockKind::contact)
        continue;
      static constexpr auto kServices = std::to_array<std::string_view>(
          {"communication", "renseignements", "contact", "contacts", "presse", "©", "publication"});
      if (has_any(range, kServices)) claim_first(blocks_[b].span, kFoot, "foot");
    }
  }
  /// « À propos de … »: of several the first.
  void read_about() {
    for (const auto& block : blocks_) {
      const auto range = words_of(block.span);
      const bool is_about =
          range.first + 3 < range.last && words_[range.first].is("a") && words_[range.first + 1].is("propos");
      if (!is_about) continue;
      claim_first(block.span, kAbout, "about");
      return;
    }
  }
  /// « notre présidente, … », « notre établissement », « nous »: whose own the text calls.
  /// « Trois questions à X, président de A », « Entretien avec X, … »: who answers says « nous ».
  void read_interview() {
    static constexpr auto kAsked = std::to_array<std::string_view>({"questions", "entretien", "interview", "rencontre"});
    for (std::size_t b = 0; b < std::min(kHeadBlocks, blocks_.size()); ++b) {
      const auto range = words_of(blocks_[b].span);
      if (range.last - range.first > kLongestLetterhead || !has_any({range.first, std::min(range.last, range.first + 3)}, kAsked)) continue;
      for (const auto& mention : people_.mentions) {
        if (mention.span.begin < blocks_[b].span.begin || mention.span.begin >= blocks_[b].span.end) continue;
        for (const auto& function : people_.named[mention.person].functions) {
          if (function.institution) return claim(*function.institution, kAbout, mention.span, "answers_questions");
        }
      }
    }
  }
  void read_we() {
    constexpr std::size_t kReach = 3;
    for (const auto& mention : institutions_.mentions) {
      const auto own = words_of(mention.span);
      const WordSpan before{own.first > kReach ? own.first - kReach : 0, own.first};
      if (before.last > 0 && std::ranges::find(kOurs, words_[before.last - 1].folded) != kOurs.end()) {
        claim(mention.institution, kWe, mention.span, "speaks_as_we");
        return;
      }
    }
    read_interview();
    for (const auto& mention : people_.mentions) {
      const auto own = words_of(mention.span);
      const WordSpan before{own.first > 6 ? own.first - 6 : 0, own.first};
      if (!has_any(before, kOurs)) continue;
      for (const auto& function : people_.named[mention.person].functions) {
        if (!function.institution) continue;
        claim(*function.institution, kWe, mention.span, "speaks_as_we");
        return;
      }
    }
  }

  const Words& words_;
  const std::vector<Block>& blocks_;
  const Institutions& institutions_;
  const People& people_;
  std::map<std::uint32_t, Claim> claims_;
};

}  // namespace

Claimed<std::string> find_publisher(const Words& words, const Lexicon&, const Institutions& institutions,
                                    const People& people) {
  return PublisherFinder(words, institutions, people).find();
}

}  // namespace maillage::documents
