// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace maillage {

// The controlled codes of the data package. Each enum begins with the value of an empty cell where a cell may be empty.
// code_names<E> lists the codes in the order of the enum; code_name() and parse_code() go between the two.

enum class InstitutionKind : std::uint8_t {
  other, higher_education, hospital, state_agency, research_body, commune, intercommunality
};
enum class AgreementType : std::uint8_t {
  other, framework_agreement, cooperation_protocol, local_health_contract, charter, amendment, research_agreement,
  chair, consortium, association_agreement, letter_of_intent, funding_agreement
};
enum class Stage : std::uint8_t { not_said, announced, signed_ };
enum class Renewal : std::uint8_t { not_said, none, tacit, express };
enum class PartyRole : std::uint8_t { party, lead, funder, beneficiary, associated, represented };
enum class SignatureKind : std::uint8_t { signatory, present, represented };
enum class EventKind : std::uint8_t { adopted, announced, ceremony, kick_off, entry_into_force };
enum class LineageKind : std::uint8_t { first, implements, amends, renews, replaces };
enum class MentionContext : std::uint8_t { funding, authorisation, joint_event, membership, venue, planned };
enum class SuccessionKind : std::uint8_t { merger, split, renaming };
enum class TerritoryLevel : std::uint8_t { country, region, departement, epci, commune };
enum class SourceKind : std::uint8_t { other, press_release, newsletter, web_page, scan, register_ };
enum class Basis : std::uint8_t { stated, inferred };
enum class Accepted : std::uint8_t { not_said, yes, no };
enum class NameVerdict : std::uint8_t { same, different, unsure };

/// Status of an agreement at a date: derived from dates, never stored.
enum class Status : std::uint8_t { announced, signed_not_started, in_force, ended, unknown };
/// Where the end of an agreement comes from.
enum class EndRule : std::uint8_t { stated, open, unknown, computed };

template <class E>
inline constexpr auto code_names = std::array<std::string_view, 0>{};

template <> inline constexpr auto code_names<InstitutionKind> = std::to_array<std::string_view>(
    {"other", "higher_education", "hospital", "state_agency", "research_body", "commune", "intercommunality"});
template <> inline constexpr auto code_names<AgreementType> = std::to_array<std::string_view>(
    {"other", "framework_agreement", "cooperation_protocol", "local_health_contract", "charter", "amendment",
     "research_agreement", "chair", "consortium", "association_agreement", "letter_of_intent", "funding_agreement"});
template <> inline constexpr auto code_names<Stage> = std::to_array<std::string_view>({"", "announced", "signed"});
template <> inline constexpr auto code_names<Renewal> =
    std::to_array<std::string_view>({"", "none", "tacit", "express"});
template <> inline constexpr auto code_names<PartyRole> = std::to_array<std::string_view>(
    {"party", "lead", "funder", "beneficiary", "associated", "represented"});
template <> inline constexpr auto code_names<SignatureKind> =
    std::to_array<std::string_view>({"signatory", "present", "represented"});
template <> inline constexpr auto code_names<EventKind> =
    std::to_array<std::string_view>({"adopted", "announced", "ceremony", "kick_off", "entry_into_force"});
template <> inline constexpr auto code_names<LineageKind> =
    std::to_array<std::string_view>({"first", "implements", "amends", "renews", "replaces"});
template <> inline constexpr auto code_names<MentionContext> = std::to_array<std::string_view>(
    {"funding", "authorisation", "joint_event", "membership", "venue", "planned"});
template <> inline constexpr auto code_names<SuccessionKind> =
    std::to_array<std::string_view>({"merger", "split", "renaming"});
template <> inline constexpr auto code_names<TerritoryLevel> =
    std::to_array<std::string_view>({"country", "region", "departement", "epci", "commune"});
template <> inline constexpr auto code_names<SourceKind> =
    std::to_array<std::string_view>({"other", "press_release", "newsletter", "web_page", "scan", "register"});
template <> inline constexpr auto code_names<Basis> = std::to_array<std::string_view>({"stated", "inferred"});
template <> inline constexpr auto code_names<Accepted> = std::to_array<std::string_view>({"", "yes", "no"});
template <> inline constexpr auto code_names<NameVerdict> =
    std::to_array<std::string_view>({"same", "different", "unsure"});
template <> inline constexpr auto code_names<Status> =
    std::to_array<std::string_view>({"announced", "signed_not_started", "in_force", "ended", "unknown"});
template <> inline constexpr auto code_names<EndRule> =
    std::to_array<std::string_view>({"stated", "open", "unknown", "computed"});

template <class E>
constexpr std::string_view code_name(E value) {
  return code_names<E>[static_cast<std::size_t>(value)];
}

/// The value of a code; nothing for a code that is not in the list. "" is a code only where a cell may be empty.
template <class E>
constexpr std::optional<E> parse_code(std::string_view code) {
  for (std::size_t i = 0; i < code_names<E>.size(); ++i) {
    if (code_names<E>[i] == code) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace maillage
