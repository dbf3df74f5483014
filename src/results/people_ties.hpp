// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace maillage {

/// A person at an institution, by the offices held there and the agreements signed for it. Rows are rows of the data
/// set; days are counted as the data set counts them.
struct Stay {
  std::uint32_t person = 0, institution = 0;
  std::vector<std::string> titles;          ///< as the sources write them, each once, in the order they come
  std::vector<std::uint32_t> agreements;    ///< signed for the institution, ascending
  std::optional<std::int32_t> first, last;  ///< earliest and latest day the person may have been seen there
  /// The person is known to be there from `sure_from` to `sure_to`; `sure_from` may be after it where a single date is
  /// not known to the day.
  std::optional<std::int32_t> sure_from, sure_to;
  std::optional<std::int32_t> begun, ended;  ///< stated bounds of an office: earliest begin, latest end
};

/// How two stays of one person lie to each other.
enum class StayRelation : std::uint8_t {
  unknown,       ///< one of them has no date, or their dates leave it open
  seen_in_turn,  ///< seen at one, later at the other; neither end nor begin between them is stated
  in_turn,       ///< one ended before the other began, as stated
  same_time      ///< on some day at both
};

/// Two institutions that share a person.
struct Interlock {
  std::uint32_t first_stay = 0, second_stay = 0;  ///< places in PeopleTies::stays; the earlier stay first where known
  StayRelation relation = StayRelation::unknown;
};

/// An office that passed from one person to another, and what became of the agreements that the former one had signed.
struct ChangeOfHead {
  std::uint32_t institution = 0, former = 0, successor = 0;
  std::string title;                           ///< the former holder's
  std::int32_t last_seen = 0, first_seen = 0;  ///< of the former holder and of the successor, in this office
  struct Renewal {
    std::uint32_t agreement = 0;
    bool signed_by_successor = false;
  };
  struct Signed {
    std::uint32_t agreement = 0;
    std::vector<Renewal> renewals;  ///< later agreements of its renewal thread, signed from the change on
  };
  std::vector<Signed> agreements;  ///< that the former holder signed for the institution, ascending
};

/// Agreements that a person signed without its being said for which institution.
struct SignedForNobody {
  std::uint32_t person = 0;
  std::vector<std::uint32_t> agreements;  ///< ascending
};

struct PeopleTies {
  std::vector<Stay> stays;             ///< by person, then institution
  std::vector<Interlock> interlocks;   ///< by institutions, then person
  std::vector<ChangeOfHead> changes;   ///< by institution, then day
  std::vector<SignedForNobody> signed_for_nobody;  ///< by person
  std::uint32_t agreements = 0;        ///< of the view
  std::uint32_t with_signatories = 0;  ///< of which a signatory is named
};

}  // namespace maillage
