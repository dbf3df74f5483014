// SPDX-License-Identifier: Apache-2.0
#include "documents/people/function_phrases.hpp"

#include <algorithm>
#include <array>

#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongest = 40;  // words of a function with its institution

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr auto kLinks = std::to_array<std::string_view>({"de", "d", "du", "des", "a", "au", "aux", "en", "pour", "pres", "chez", "sur", "par"});
constexpr auto kArticles = std::to_array<std::string_view>({"le", "la", "les", "l", "son", "sa", "ses", "leur", "leurs", "notre"});
constexpr auto kPossessives = std::to_array<std::string_view>({"son", "sa", "ses", "leur", "leurs", "notre", "nos"});
constexpr auto kAdjectives = std::to_array<std::string_view>(
    {"adjoint", "adjointe", "adjoints", "delegue", "deleguee", "deleguees", "delegues", "charge", "chargee", "charges", "chargees", "elu",
     "elue", "recherche", "formation", "honoraire", "provisoire", "interimaire", "executif", "executive", "associe", "associee", "academique",
     "municipal", "federal", "federale", "emerite", "europeen", "europeenne", "francais", "francaise", "quebecois", "quebecoise"});
constexpr auto kVerbsAndSuch = std::to_array<std::string_view>(
    {"a", "ont", "est", "sont", "etait", "etaient", "avait", "avaient", "qui", "que", "dont", "et", "ou", "puis", "ainsi", "y", "se", "s",
     "ne", "n", "en", "par", "pour", "avec", "dans", "sur", "depuis", "lors", "apres", "avant", "sera", "seront", "fut", "lui", "leur", "tous",
     "signe", "signent", "soit", "comme", "mais", "aux", "au", "il", "elle", "ils", "elles", "on", "nous", "vous", "je", "ce", "cette"});

bool ends_with_one_of(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return word.size() > ending.size() + 2 && word.ends_with(ending); });
}

bool is_adjective(std::string_view word) {
  return is_one_of(word, kAdjectives) ||
         ends_with_one_of(word, {"al", "ale", "aux", "ales", "ique", "iques", "ier", "iere", "iers", "ieres", "aire", "aires", "if", "ive", "ifs", "ives"});
}

bool looks_like_verb(std::string_view word) {
  return is_one_of(word, kVerbsAndSuch) || ends_with_one_of(word, {"aient", "ait", "era", "eront", "erent", "ant"});
}

class FunctionReader {
 public:
  FunctionReader(const Words& words, const Lexicon& lexicon, const NameReader& names) : words_(words), lexicon_(lexicon), names_(names) {}

  std::optional<FunctionPhrase> at(std::size_t first) {
    const auto end = std::min(words_.of_sentence(words_[first].sentence).second, first + kLongest);
    const auto found = lexicon_.functions.at(words_, first, end);
    if (!found || words_[first].joined == '-') return std::nullopt;
    if (found.last < end && words_[found.last].joined == '-') return std::nullopt;
    // « représentant M. X » does, « représentant du personnel » is.
    const bool does = words_[first].is("representant") && found.last < end && !is_one_of(words_[found.last].folded, kLinks) && !words_[found.last].is("elu");
    if (does) return std::nullopt;
    phrase_ = {};
    end_ = end;
    phrase_.first = phrase_.lead = first;
    phrase_.rank = lexicon_.functions.field(*found.entry, "rank");
    phrase_.entry = found.entry->phrase;
    phrase_.holds = lexicon_.functions.field(*found.entry, "holds");
    auto head = first;  // « vice-présidents », « sous-préfet »
    while (head + 1 < found.last && words_[head + 1].joined == '-') ++head;
    phrase_.is_plural = words_[head].folded.ends_with('s') && !words_[head].is("sous");
    at_ = phrase_.title_last = found.last;
    lead();
    tail();
    phrase_.last = std::max(at_, phrase_.title_last);
    for (auto word = first; word + 1 < phrase_.last; ++word) {
      phrase_.is_acting = phrase_.is_acting || (words_[word].is("par") && words_[word + 1].is("interim"));
    }
    phrase_.is_acting = phrase_.is_acting || words_[phrase_.title_last - 1].is("interimaire");
    return phrase_;
  }

 private:
  bool is_small(std::size_t at) const {
    return at < end_ && words_[at].kind == WordKind::word && words_[at].joined != '\n' && words_[at].casing == Casing::lower;
  }
  bool is_link(std::size_t at) const {
    return at < end_ && words_[at].joined != '\n' && is_one_of(words_[at].folded, kLinks) && words_[at].kind == WordKind::word;
  }
  bool is_article(std::size_t at) const { return at < end_ && is_one_of(words_[at].folded, kArticles); }
  bool begins_mention(std::size_t at) const {
    if (at >= end_ || names_.mention_of(at) == NameReader::kNoMention) return false;
    return at == 0 || names_.mention_of(at - 1) != names_.mention_of(at);
  }

  /// « de Saint-Alban Josiane Martin »: a first name that is known, and a name behind it.
  bool begins_name(std::size_t at) const {
    return words_[at].joined == ' ' && words_[at].is_capital() && at + 1 < end_ && words_[at + 1].is_capital() &&
           lexicon_.first_names.at(words_, at, at + 1);
  }

  void lead() {
    auto before = phrase_.first;
    if (before == 0 || words_[before].joined == '\n') return;
    --before;
    // « 1re vice-présidente »
    const bool is_ordinal = before > 0 && words_[before].joined == '\0' && words_[before].folded.size() <= 3 && words_[before - 1].kind == WordKind::number;
    if (is_ordinal) phrase_.lead = --before;
    if (is_ordinal && (before == 0 || words_[before].joined == '\n')) return;
    if (is_ordinal) --before;
    const auto word = words_[before].folded;
    const auto here = words_[before].sentence == words_[phrase_.first].sentence;
    if (!here) return;
    if (is_one_of(word, kPossessives)) {
      phrase_.lead_kind = FunctionPhrase::Lead::possessive;
    } else if (word == "le" || word == "la" || word == "les" || word == "l" || word == "du" || word == "des" || word == "au" || word == "aux" ||
               word == "une" || word == "un" || word == "deux" || word == "trois") {
      phrase_.lead_kind = FunctionPhrase::Lead::article;
    } else {
      return;
    }
    phrase_.lead = before;
    const auto is_before = [&](std::size_t back, std::string_view text) {
      return before >= back && words_[before - back].is(text) && words_[before - back].sentence == words_[before].sentence;
    };
    phrase_.is_stood_for = is_before(1, "pour") || is_before(1, "representant") || is_before(1, "representait") ||
                           ((word == "du" || word == "de") && (is_before(1, "nom") || is_before(1, "delegation") || is_before(1, "place"))) ||
                           ((word == "la" || word == "l") && is_before(1, "de") && (is_before(2, "nom") || is_before(2, "delegation") || is_before(2, "place")));
    phrase_.is_plural = phrase_.is_plural || word == "les" || word == "des" || word == "aux";
  }

  void tail() {
    for (std::size_t guard = 0; at_ < end_ && guard < kLongest; ++guard) {
      if (words_[at_].joined == '\n') return;
      if (begins_mention(at_) && words_[at_].joined != '\0') {
        bind(at_);
        return;
      }
      const bool commands = at_ == phrase_.first + 1 && words_[phrase_.first].is("commandant") && is_article(at_);
      if (commands && (begins_mention(at_ + 1) || begins_mention(at_))) {  // « commandant le groupement »
        bind(begins_mention(at_) ? at_ : at_ + 1);
        return;
      }
      if (is_link(at_)) {
        if (!group(at_, at_ + 1)) return;
      } else if (is_small(at_) && is_adjective(words_[at_].folded)) {
        phrase_.title_last = ++at_;
      } else if (words_[at_].is("et") && is_link(at_ + 1) && phrase_.title_last > phrase_.first + 1) {
        if (!group(at_ + 1, at_ + 2)) return;
      } else if (words_[at_].is(",") && phrase_.rank == "minister" && is_link(at_ + 1)) {
        if (!group(at_ + 1, at_ + 2)) return;
      } else {
        return;
      }
      if (phrase_.mention) return;
    }
  }

  bool is_of_prefecture() const { return phrase_.holds.find("prefecture") != std::string_view::npos; }

  void bind(std::size_t at) {
    phrase_.mention = names_.mention_of(at);
    while (at_ <= at || (at_ < end_ && names_.mention_of(at_) == *phrase_.mention)) ++at_;
    go_over_whole();
    // « préfète du Lot »: the place, though the prefecture is meant.
    if (is_of_prefecture() && !words_[at].is("prefecture") && !words_[at].is("sous")) phrase_.title_last = at_;
  }

  /// « le doyen de la faculté de droit [de l'université de A], X »
  void go_over_whole() {
    if (at_ + 1 >= end_ || !(words_[at_].is("de") || words_[at_].is("du") || words_[at_].is("d"))) return;
    auto next = at_ + 1;
    if (is_article(next) && !begins_mention(next)) ++next;
    if (!begins_mention(next)) return;
    const auto whole = names_.mention_of(next);
    while (next < end_ && names_.mention_of(next) == whole) ++next;
    at_ = next;
  }

  /// A link and what it leads to: an institution, a place, or a part of the title. False: nothing of the function.
  bool group(std::size_t link, std::size_t next) {
    const auto link_word = words_[link].folded;
    if (link_word == "par" && !(next < end_ && words_[next].is("interim"))) return false;
    if (begins_mention(link)) {  // a mention that begins with its article
      bind(link);
      return true;
    }
    if (link_word == "pres" && is_link(next)) ++next;
    if (is_article(next) && !begins_mention(next)) {
      if (is_one_of(words_[next].folded, kPossessives)) phrase_.lead_kind = FunctionPhrase::Lead::possessive;
      ++next;
    }
    if (next >= end_ || words_[next].joined == '\n') return false;
    if (begins_mention(next)) {
      bind(next);
      return true;
    }
    phrase_.is_of_some = phrase_.is_of_some || words_[next].is("un") || words_[next].is("une");
    // « de l'association Les Amis du lac »: a head and what it is called.
    const auto head = lexicon_.institution_heads.at(words_, next, end_);
    const bool is_called = head && head.last < end_ && words_[next].casing == Casing::lower && words_[head.last].joined == ' ' &&
                           (words_[head.last].is_capital() || (is_link(head.last) && head.last + 1 < end_ && words_[head.last + 1].is_capital()));
    if (is_called && !begins_name(head.last)) return place(link, next);
    const bool may_hold = link_word != "par" && link_word != "sur";
    if (const auto behind = behind_initials(next); behind > next) {  // « présidente du C.A. de la caisse »
      at_ = phrase_.title_last = behind;
      return true;
    }
    if (words_[next].is_capital() && words_[next].kind == WordKind::word) return may_hold && place(link, next);
    if (!is_small(next) || looks_like_verb(words_[next].folded) || lexicon_.functions.at(words_, next, end_)) return false;
    at_ = phrase_.title_last = next + 1;
    phrase_.group = link;
    // « du pôle familles », « de la police nationale »: one or two more words that are no verb.
    for (int more = 0; more < 2 && is_small(at_) && !is_link(at_) && !is_article(at_) && !looks_like_verb(words_[at_].folded) &&
                       !(more > 0 && !is_adjective(words_[at_].folded)) && !lexicon_.signing_verbs.at(words_, at_, end_) && !begins_mention(at_);
         ++more) {
      phrase_.title_last = ++at_;
    }
    return true;
  }

  /// One past « C.A. », where « de » follows; `at` where no such initials stand.
  std::size_t behind_initials(std::size_t at) const {
    auto behind = at;
    while (behind + 1 < end_ && words_[behind].folded.size() == 1 && words_[behind].is_capital() && words_[behind + 1].is(".")) behind += 2;
    return behind >= at + 4 && behind < end_ && is_link(behind) ? behind : at;
  }

  /// « Saint-Alban-le-Vieux », « la Loire-Atlantique », « l'Enseignement supérieur ».
  bool place(std::size_t link, std::size_t next) {
    auto last = next + 1;
    while (last < end_ && words_[last].casing == Casing::lower && !is_link(last) && words_[next].casing == Casing::lower) ++last;
    while (last < end_ && words_[last].joined != '\n') {
      const bool is_joined = words_[last].joined == '-' || words_[last].joined == '\'';
      const bool goes_on = words_[last].kind == WordKind::word && (words_[last].is_capital() || is_joined);
      const bool links = is_link(last) && last + 1 < end_ && (words_[last + 1].is_capital() || (is_article(last + 1) && last + 2 < end_ && words_[last + 2].is_capital()));
      const bool is_minister_part = phrase_.rank == "minister" && is_small(last) && !looks_like_verb(words_[last].folded) && !is_link(last);
      const bool is_company = words_[last].is("&") && last + 1 < end_ && words_[last + 1].is_capital();
      const bool is_number = words_[last].kind == WordKind::number && words_[last].folded.size() <= 2 && (words_[last].joined == ' ' || words_[last].joined == '\0');
      const bool is_nationality = (words_[last].is("francaise") || words_[last].is("francais")) && words_[last - 1].is_capital();
      if (!goes_on && !links && !is_minister_part && !is_company && !is_number && !is_nationality) break;
      if (begins_mention(last) || begins_name(last)) break;
      if (lexicon_.honorifics.at(words_, last, end_) && words_[last].is_capital()) break;
      ++last;
    }
    phrase_.place_link = link;
    phrase_.place_first = next;
    phrase_.place_last = last;
    at_ = last;
    const bool stays_in_title = phrase_.rank == "minister" || is_of_prefecture();
    if (stays_in_title) phrase_.title_last = last;
    return true;
  }

  const Words& words_;
  const Lexicon& lexicon_;
  const NameReader& names_;
  FunctionPhrase phrase_;
  std::size_t at_ = 0, end_ = 0;
};

std::string singular_of(std::string_view word) {
  if (word == "sous" || word == "Sous") return std::string(word);
  if (word.size() > 4 && word.ends_with("aux")) return std::string(word.substr(0, word.size() - 2)) + "l";
  const bool is_plural = word.size() > 3 && word.ends_with('s');
  return std::string(is_plural ? word.substr(0, word.size() - 1) : word);
}

/// A word of a title in capitals in small letters, with the accents that the lexicon has.
std::string small_word(std::string_view folded_word, std::string_view entry) {
  for (std::size_t at = 0; at < entry.size();) {
    const auto end = std::min(entry.find_first_of(" |[]-'", at), entry.size());
    const auto word = entry.substr(at, end - at);
    if (folded(word) == folded_word) return std::string(word);
    at = end + 1;
  }
  return std::string(folded_word);
}

}  // namespace

std::vector<FunctionPhrase> function_phrases(const Words& words, const Lexicon& lexicon, const NameReader& names) {
  std::vector<FunctionPhrase> found;
  FunctionReader reader(words, lexicon, names);
  for (std::size_t at = 0; at < words.size();) {
    const bool is_word = words[at].kind == WordKind::word;
    const auto mention = names.mention_of(at);
    const bool is_inside = mention != NameReader::kNoMention && at > 0 && names.mention_of(at - 1) == mention;
    const auto phrase = is_word && !is_inside ? reader.at(at) : std::nullopt;
    if (phrase) found.push_back(*phrase);
    at = phrase ? phrase->last : at + 1;
  }
  // « président et directeur de X »: both of X.
  for (std::size_t f = found.size(); f-- > 1;) {
    auto& phrase = found[f - 1];
    const auto& next = found[f];
    const bool is_shared = !phrase.mention && phrase.place_first == phrase.place_last && next.lead == phrase.last + 1 && words[phrase.last].is("et");
    if (!is_shared) continue;
    phrase.mention = next.mention;
    phrase.place_link = next.place_link;
    phrase.place_first = next.place_first;
    phrase.place_last = next.place_last;
  }
  return found;
}

std::string title_of(const Words& words, const FunctionPhrase& phrase, std::size_t last) {
  bool is_upper = true, in_head = phrase.is_plural;
  for (auto at = phrase.first; at < last; ++at) is_upper = is_upper && words[at].casing != Casing::lower && words[at].casing != Casing::capital;
  std::string title;
  for (auto at = phrase.first; at < last; ++at) {
    in_head = in_head && !is_one_of(words[at].folded, kLinks);
    if (at > phrase.first) title += words.prose().of({words[at - 1].span.end, words[at].span.begin});
    const auto text = is_upper ? small_word(words[at].folded, phrase.entry) : std::string(words.prose().of(words[at].span));
    title += in_head ? singular_of(text) : text;
  }
  return title;
}

}  // namespace maillage::documents
