// SPDX-License-Identifier: Apache-2.0
#include "documents/institutions/counted_names.hpp"

#include <algorithm>
#include <optional>

#include "documents/dates/date_grammar.hpp"
#include "names/name_index.hpp"

namespace maillage::documents {
namespace {

constexpr std::size_t kLongestLead = 45, kLongestName = 7;  // words
constexpr int kMost = 20;

class CountedNames {
 public:
  CountedNames(const NameContext& context, const std::vector<FoundName>& found) : context_(context), words_(context.words), ends_(context.words.size() + 1) {
    for (const auto& name : found) {
      if (name.last > name.first) ends_[name.first] = name.last;
    }
  }

  std::vector<FoundName> run() {
    for (std::size_t mark = 2; mark + 1 < words_.size(); ++mark) {
      if (is_one_of(words_[mark], {":", "("})) read(mark);
    }
    return std::move(names_);
  }

 private:
  struct Count {
    int number = 0;
    std::string category;
    const InstitutionHeads::Head* head = nullptr;  // « quatre parquets : » of as many places
    std::size_t last = 0;                          // behind the noun
    bool is_group = true;                          // the noun is one of those that count bodies
  };
  struct Member {
    std::size_t first = 0, last = 0;
    bool is_known = false;
    bool has_article = false;
  };

  /// « Trois entreprises … : » the last count of bodies before a colon; people count as « signataires » and the like too.
  std::optional<Count> count_before(std::size_t colon) const {
    const auto begin = words_.of_sentence(words_[colon].sentence).first;
    for (auto at = colon; at-- > begin && colon - at <= kLongestLead;) {
      const auto number = at + 1 < colon ? small_number(words_, at, context_.lexicon) : std::nullopt;
      if (!number || *number < 2 || *number > kMost) continue;
      const auto noun = is_one_of(words_[at + 1], {"autres", "grandes", "grands", "nouvelles", "nouveaux", "premieres"}) ? at + 2 : at + 1;
      const auto group = context_.lexicon.group_words.at(words_, noun, colon);
      const auto head = context_.heads.at(words_, noun, colon);
      if (head && head.last == colon && is_of_a_place(head)) return Count{*number, head.head->category, head.head, head.last, static_cast<bool>(group)};
      if (!group || words_[noun].is_capital()) continue;
      const auto& categories = context_.lexicon.group_words.field(*group.entry, "categories");
      if (categories.empty()) continue;  // « trois partenaires » may be people
      // « Les trois villes étaient représentées par leurs maires : X, Y et Z »
      constexpr std::size_t kHolders = 5;  // « avec les deux fondateurs la convention de la chaire : » leads to no people
      if (!context_.lexicon.functions.all(words_, std::max(group.last, colon - std::min(colon, kHolders)), colon).empty()) return std::nullopt;
      return Count{*number, categories.find(' ') == std::string::npos ? categories : std::string(), nullptr, group.last};
    }
    return std::nullopt;
  }

  /// A name found before, and no more of it behind: not the head alone of « l'Union cycliste ».
  bool ends_in_list(std::size_t at, std::size_t end) const {
    const auto last = ends_[at];
    return last > 0 && (last >= end || is_one_of(words_[last], {",", "et", ";", ".", "("}));
  }
  // « parquets », « barreaux », « CHU »: told apart by their towns
  bool is_of_a_place(const InstitutionHeads::Found& head) const {
    return (head.is_plural || head.is_acronym) && head.head->needs == InstitutionHeads::Needs::proper && !head.head->is_dropped &&
           is_one_of(head.head->category, {"association", "chamber", "commune", "hospital", "intermunicipal", "state_service", "university"});
  }
  // « Lorval »: capitals only, of nobody and no body
  bool is_place(const Member& member, const Count& count) const {
    if (count.head == nullptr || member.last == member.first || member.last - member.first >= kLongestName) return false;
    const bool is_known = context_.known.is_place(folded(words_.text_of(member.first, member.last)));
    const bool may_be_other = is_one_of(count.head->category, {"association", "university"}) && folded(count.head->singular) != "barreau";
    if (may_be_other || context_.signs.in_capitals(member.first)) return is_known;
    const bool is_other = context_.signs.is_person(member.first, member.last) || context_.lexicon.functions.at(words_, member.first, member.last) ||
                          context_.lexicon.honorifics.at(words_, member.first, member.last) || !words_[member.first].is_capital();
    for (auto at = member.first; at < member.last; ++at) {
      const bool is_part = words_[at].joined == '-' || words_[at].joined == '\'' || is_one_of(words_[at], {"le", "la", "les", "l"});
      if (words_[at].kind != WordKind::word || (!words_[at].is_capital() && !is_part)) return false;
    }
    return is_known || !is_other;
  }

  std::size_t end_of_member(std::size_t at, std::size_t end) const {
    if (ends_in_list(at, end)) return ends_[at];
    auto last = at;
    while (last < end && last - at < kLongestName && !is_one_of(words_[last], {",", "et", ";", ".", "(", ")"})) ++last;
    return last;
  }
  bool is_none(const Member& member) const {
    const auto& table = context_.lexicon.no_institutions;
    const auto none = table.at(words_, member.first, member.last);
    return none && (none.last == member.last || table.field(*none.entry, "scope") == "begin");
  }
  bool is_name(const Member& member) const {
    if (member.is_known) return true;
    if (member.last == member.first || member.last - member.first >= kLongestName || !words_[member.first].is_capital()) return false;
    const bool is_other = context_.lexicon.functions.at(words_, member.first, member.last) || context_.lexicon.honorifics.at(words_, member.first, member.last) ||
                          context_.lexicon.agreement_types.at(words_, member.first, member.last).last == member.last || is_none(member) ||
                          context_.lexicon.months.at(words_, member.first, member.last);
    if (is_other || context_.signs.in_capitals(member.first) || context_.known.is_place(folded(words_.text_of(member.first, member.last)))) return false;
    for (auto at = member.first; at < member.last; ++at) {
      const bool is_link = is_one_of(words_[at], {"de", "du", "des", "d", "&", "l", "la", "le", "en"});
      const bool is_word = member.has_article && words_[at].kind == WordKind::word && !context_.lexicon.signing_verbs.at(words_, at, member.last);  // « l'Union cycliste »
      if (!is_link && !is_word && words_[at].kind != WordKind::number && !words_[at].is_capital()) return false;
    }
    return true;
  }
  /// Behind the article, were it part of the name: « L'Atelier » is one.
  std::size_t behind_article(std::size_t at, std::size_t end) const {
    const bool is_article = at + 1 < end && is_one_of(words_[at], {"le", "la", "l", "les"}) && !words_[at].is_capital();
    return is_article && ends_[at] == 0 ? at + 1 : at;
  }

  void read(std::size_t colon) {
    auto count = count_before(colon);
    if (!count || read_as(*count, colon) || count->head == nullptr || !count->is_group) return;
    count->head = nullptr;
    read_as(*count, colon);
  }
  bool read_as(const Count& told, std::size_t colon) {
    const auto* count = &told;
    const bool is_bracket = words_[colon].is("(");
    if (is_bracket && (count->head == nullptr || count->last != colon)) return false;
    const auto end = words_.of_sentence(words_[colon].sentence).second;
    std::vector<Member> members;
    bool is_closed = false, is_last = false;
    for (auto at = colon + 1; at < end && members.size() <= static_cast<std::size_t>(count->number);) {
      const auto first = at;
      at = behind_article(at, end);
      Member member{at, end_of_member(at, end), ends_in_list(at, end), at > first};
      if (!is_place(member, *count) && (count->head != nullptr || !is_name(member))) return false;
      members.push_back(member);
      at = member.last;
      if (at < end && words_[at].is("(")) {  // « Orvane (énergie) »
        while (at < end && !words_[at].is(")")) ++at;
        ++at;
      }
      const bool is_whole = count->head != nullptr && is_last && members.size() == static_cast<std::size_t>(count->number);
      if (at >= end || is_one_of(words_[at], {".", ";"}) || is_whole || (is_bracket && words_[at].is(")"))) {
        is_closed = true;
        break;
      }
      if (!is_one_of(words_[at], {",", "et"})) return false;
      const bool is_both = at + 1 < end && words_[at].is(",") && words_[at + 1].is("et");
      is_last = is_both || words_[at].is("et");
      at += is_both ? 2 : 1;
    }
    if (!is_closed || members.size() != static_cast<std::size_t>(count->number)) return false;
    // « huit communes, par la voix de leurs maires : X, Y … »: people, unless one of a few firms is called like one
    const auto people = static_cast<std::size_t>(std::ranges::count_if(members, [&](const Member& member) { return !member.is_known && context_.signs.is_person(member.first, member.last); }));
    const bool may_be_called_so = is_one_of(std::string_view(count->category), {"company", "association", "foundation"});
    if (count->head == nullptr && people > 0 && (!may_be_called_so || 2 * people >= members.size())) return false;
    for (const auto& member : members) {
      if (member.is_known && count->head == nullptr) continue;
      auto name = context_.signs.written(member.first, member.last);
      if (count->head != nullptr) name = capitalized(count->head->singular) + " " + of_place(name);
      names_.push_back(FoundName::on_words(member.first, member.last, std::move(name), count->category, NameStrength::full, "counted_list"));
    }
    return true;
  }

  const NameContext& context_;
  const Words& words_;
  std::vector<std::size_t> ends_;  // by word: one past a name that begins there
  std::vector<FoundName> names_;
};

}  // namespace

std::vector<FoundName> counted_names(const NameContext& context, const std::vector<FoundName>& found) {
  return CountedNames(context, found).run();
}

}  // namespace maillage::documents
