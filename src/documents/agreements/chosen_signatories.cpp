// SPDX-License-Identifier: Apache-2.0
#include "documents/agreements/chosen_signatories.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

namespace maillage::documents {
namespace {

/// One signatory without an institution and one party without a signatory belong together.
void give_the_last_party(const std::vector<ReadParty>& parties, std::vector<ReadSignatory>& signatories) {
  ReadSignatory* free = nullptr;
  for (auto& one : signatories) {
    if (one.institution) continue;
    if (free != nullptr) return;
    free = &one;
  }
  std::optional<std::uint32_t> open;
  for (const auto& party : parties) {
    const bool is_signed_for = std::ranges::any_of(
        signatories, [&](const ReadSignatory& one) { return one.institution == party.institution; });
    if (is_signed_for) continue;
    if (open) return;
    open = party.institution;
  }
  if (free == nullptr || !open) return;
  free->institution = open;
  free->confidence *= .7;
  free->rule += "_for_the_last_party";
}

/// A president, director, mayor …: of those who may sign for a body.
bool is_head_of_body(const Reading& reading, const SignatoryEvidence& one) {
  static constexpr auto kHeads = std::to_array<std::string_view>(
      {"président", "directeur général", "directrice générale", "directeur", "directrice", "maire", "préfet", "recteur",
       "rectrice", "procureur", "administrateur", "gérant"});
  for (const auto& function : reading.people.named[one.person].functions) {
    auto title = function.title;
    std::ranges::transform(title, title.begin(), [](unsigned char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    });
    const bool is_of_part = title.find(" de ") != std::string::npos || title.find(" du ") != std::string::npos ||
                            title.find("adjoint") != std::string::npos;
    if (!is_of_part && std::ranges::any_of(kHeads, [&](std::string_view head) { return title.starts_with(head); }))
      return true;
  }
  return false;
}

/// « l'État, la Ville et l'agence …, en présence de la sous-préfète X »: a prefect's own house is no party, the State is.
std::optional<std::uint32_t> state_of_prefect(const Reading& reading, const SignatoryEvidence& one, const std::vector<ReadParty>& parties) {
  const bool is_prefect = std::ranges::any_of(reading.people.named[one.person].functions, [](const Function& function) {
    auto title = function.title;
    std::ranges::transform(title, title.begin(), [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c); });
    return title.starts_with("préf") || title.starts_with("sous-préf") || title.starts_with("secrétaire général de la préf") || title.starts_with("secrétaire générale de la préf");
  });
  if (!is_prefect) return std::nullopt;
  std::optional<std::uint32_t> state;
  for (const auto& party : parties) {
    const auto& name = reading.institutions.named[party.institution].name;
    if (name.starts_with("Préfecture") || name.starts_with("Sous-préfecture")) return std::nullopt;
    if (name == "État" || name == "Etat") state = party.institution;
  }
  return state;
}

/// « X, préfète, au nom de l'État » where the prefecture is bound, the sub-prefect for the prefect: the one office of the
/// State among the parties.
std::optional<std::uint32_t> office_of_state(const Reading& reading, std::uint32_t institution, const std::vector<ReadParty>& parties) {
  const auto name_of = [&](std::uint32_t number) -> const std::string& { return reading.institutions.named[number].name; };
  const auto is_state = [&](std::uint32_t number) {
    const auto& name = name_of(number);
    return name == "État" || name == "Etat" || name.starts_with("Préfecture") || name.starts_with("Sous-préfecture");
  };
  if (!is_state(institution)) return std::nullopt;
  std::optional<std::uint32_t> office;
  for (const auto& party : parties) {
    if (!is_state(party.institution)) continue;
    if (office) return std::nullopt;
    office = party.institution;
  }
  return office;
}

}  // namespace

std::vector<ReadSignatory> chosen_signatories(const Reading& reading, const std::vector<SignatoryEvidence>& evidence,
                                          const std::vector<ReadParty>& parties) {
  std::vector<ReadSignatory> found;
  const auto is_party = [&](std::uint32_t number) {
    return std::ranges::any_of(parties, [&](const ReadParty& party) { return party.institution == number; });
  };
  const bool somebody_signs =
      std::ranges::any_of(evidence, [](const SignatoryEvidence& one) { return one.weight >= .5; });
  for (const auto& one : evidence) {
    if (one.weight < .4 && (somebody_signs || !is_head_of_body(reading, one))) continue;
    auto institution = one.institution;
    if (const auto state = state_of_prefect(reading, one, parties)) institution = state;
    if (institution && !is_party(*institution)) {
      const auto of = reading.institutions.named[*institution].of;
      if (of && is_party(*of))
        institution = of;
      else if (const auto office = office_of_state(reading, *institution, parties))
        institution = office;
      else if (one.weight < .9)
        continue;
    }
    if (!institution && one.weight < .75) continue;
    found.push_back(
        {one.person, institution, one.function, std::min(.95, one.weight), reading.span_of(one.words), one.rule});
  }
  give_the_last_party(parties, found);
  return found;
}

/// Who stands in a row of a table with a column of signatories signs for its body.
void add_signatories_of_row(const Reading& reading, const ListedAgreement& row, ReadAgreement& read) {
  constexpr std::uint32_t kAbove = 12;
  if (row.is_planned || row.parties.empty()) return;
  bool has_column = false;
  const auto sentence = reading.words[row.words.first].sentence;
  for (auto s = sentence; s + kAbove > sentence && !has_column; --s) {
    has_column = reading.passages[s].section == reading.passages[sentence].section && reading.has_any(reading.passages[s].words, reading.lexicon.list("chosen_signatories.signatories"));
    if (s == 0) break;
  }
  for (const auto& place : Reading::within(reading.persons, row.words)) {
    const auto person = reading.person_of(place);
    const bool is_known = std::ranges::any_of(read.signatories, [&](const ReadSignatory& one) { return one.person == person; });
    if (!has_column || is_known || reading.people.named[person].is_contact) continue;
    const auto& functions = reading.people.named[person].functions;
    read.signatories.push_back({person, row.parties.front(), functions.empty() ? std::string() : functions.front().title, .8, reading.span_of(place.words), "row_of_a_table"});
  }
}

void share_signatories(std::vector<ReadAgreement>& agreements) {
  constexpr std::size_t kMost = 12;  // a register of many tells each for itself
  if (agreements.size() < 2 || agreements.size() > kMost) return;
  std::map<std::uint32_t, std::vector<const ReadSignatory*>> by_body;
  const auto signed_alike = agreements;
  for (const auto& one : signed_alike) {
    for (const auto& signatory : one.signatories) {
      if (signatory.institution) by_body[*signatory.institution].push_back(&signatory);
    }
  }
  const auto is_same_day = [](const ReadAgreement& a, const ReadAgreement& b) {
    return a.signed_on.is_said() && b.signed_on.is_said() && a.signed_on.value == b.signed_on.value && a.signed_on.value.is_exact_day();
  };
  for (auto& read : agreements) {
    for (const auto& party : read.parties) {
      const auto found = by_body.find(party.institution);
      const bool is_signed_for = std::ranges::any_of(read.signatories, [&](const ReadSignatory& one) { return one.institution == party.institution; });
      if (found == by_body.end() || is_signed_for || read.status.value == ReadStatus::announced) continue;
      const auto& first = *found->second.front();
      const bool is_one = std::ranges::all_of(found->second, [&](const ReadSignatory* one) { return one->person == first.person; });
      const bool is_beside = std::ranges::any_of(signed_alike, [&](const ReadAgreement& other) {
        return is_same_day(read, other) && std::ranges::any_of(other.signatories, [&](const ReadSignatory& one) { return one.person == first.person; });
      });
      if (!is_one || !is_beside) continue;
      auto shared = first;
      shared.confidence *= .7;
      shared.rule = "signs_the_others_of_the_day";
      read.signatories.push_back(std::move(shared));
    }
  }
}

}  // namespace maillage::documents
