// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/codes.hpp"
#include "model/column.hpp"
#include "model/partial_date.hpp"

namespace maillage {

// Rows of the small tables. References are of type `Reference`: row numbers (Index) in a data set, ids
// (std::string_view) as readers hand them over. `row` is the line of the file a row came from (0: from no file).

/// A reference to no row.
template <class Reference>
inline constexpr Reference kNowhere{};
template <>
inline constexpr Index kNowhere<Index> = kNone;

template <class Reference>
struct AffiliationOf {
  Reference member = kNowhere<Reference>, group = kNowhere<Reference>;
  std::string_view role;
  PartialDate valid_from, valid_to;
  std::string_view note;
  std::uint32_t row = 0;
};
template <class Reference>
struct SuccessionOf {
  Reference predecessor = kNowhere<Reference>, successor = kNowhere<Reference>;
  PartialDate date;
  SuccessionKind kind = SuccessionKind::renaming;
  std::string_view note;
  std::uint32_t row = 0;
};
template <class Reference>
struct TerritoryOf {
  std::string_view code, name;
  TerritoryLevel level = TerritoryLevel::commune;
  Reference parent = kNowhere<Reference>;  ///< what holds it; of a group over a border: most of it
  std::vector<Reference> groups;           ///< groups of communes it is a member of
  std::optional<std::uint32_t> population;
  std::optional<double> latitude, longitude;  ///< degrees, WGS 84
  std::string_view note;
  std::uint32_t row = 0;
};
template <class Reference>
struct PositionOf {
  Reference person = kNowhere<Reference>;
  Reference institution = kNowhere<Reference>;  ///< nowhere: an office outside the data (a minister)
  std::string_view title;
  PartialDate valid_from, valid_to, seen_on;
  std::string_view note;
  std::uint32_t row = 0;
};
template <class Reference>
struct EventOf {
  std::string_view id;
  Reference agreement = kNowhere<Reference>;
  EventKind kind = EventKind::announced;
  PartialDate date;
  std::string_view note;
  std::uint32_t row = 0;
};
template <class Reference>
struct LineageOf {
  Reference agreement = kNowhere<Reference>;
  LineageKind kind = LineageKind::first;
  Reference of = kNowhere<Reference>;  ///< nowhere: it exists and is not documented (or kind is `first`)
  std::string_view note;
  std::uint32_t row = 0;
};
template <class Reference>
struct MentionOf {
  std::string_view id;
  std::vector<Reference> institutions;
  MentionContext context = MentionContext::joint_event;
  PartialDate date;
  std::optional<double> amount_eur;
  std::string_view note;
  std::uint32_t row = 0;
};
struct Theme {
  std::string_view code, label_fr, label_en;
  std::vector<std::string_view> synonyms;
  std::string_view note;
  std::uint32_t row = 0;
};
struct Source {
  std::string_view id, title, publisher;
  PartialDate date;
  SourceKind kind = SourceKind::other;
  std::string_view url, file, sha256, language;
  PartialDate retrieved;
  std::string_view note;
  std::uint32_t row = 0;
};
/// One claim of a source about one field of one row. Several claims on a field compete; `accepted` says which holds.
template <class Reference>
struct EvidenceOf {
  std::string_view table, key;  ///< key: the row's id, or its key columns joined by `/`
  std::string_view field;       ///< a column, or `*`: that the row exists
  std::string_view value;
  Reference source = kNowhere<Reference>;
  std::string_view locator;  ///< `l. 13-39`, `p. 2, l. 3`
  Basis basis = Basis::stated;
  std::string_view reason;
  Accepted accepted = Accepted::not_said;
  std::string_view note;
  std::uint32_t row = 0;
};
/// A warning of `check` that the editors have looked at and accepted, and why.
struct Acknowledgement {
  std::string_view warning, table, key, field, reason, note;
  std::uint32_t row = 0;
};
/// A person has looked at what a source says of a field of a row.
struct ReviewMark {
  std::string_view source, table, key, field;  ///< source: id; field: a column, or `*`
  PartialDate day;
  std::string_view note;
  std::uint32_t row = 0;
};
/// What a person decided about a name that a document writes: which row of `table` it means, or does not mean.
struct NameDecision {
  std::string_view name, key;  ///< key: id of the row; empty: nobody is known
  std::string_view table;      ///< institutions or people
  NameVerdict decision = NameVerdict::same;
  PartialDate day;
  std::string_view source, note;  ///< source: id
  std::uint32_t row = 0;
};

}  // namespace maillage
