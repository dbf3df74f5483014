// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/codes.hpp"
#include "model/column.hpp"
#include "model/partial_date.hpp"
#include "model/table_rows.hpp"

namespace maillage {

inline constexpr double kNoAmount = std::numeric_limits<double>::quiet_NaN();

// The tables of a data set. The large ones are columns; the small ones vectors of rows whose texts lie in the pool of
// the data set. Rows stand in the byte order of their ids (or keys), whatever their order in the file was, so that
// numbering and output do not depend on it. `row` is the line of the file a row came from (0: from no file).

// for_each_column(with) calls with(column) for each column of a table, beside those that group its rows.

template <class With, class... Columns>
void pass_each(With& with, Columns&... columns) {
  (with(columns), ...);
}

struct Institutions {
  explicit Institutions(TextPool& pool);
  Index size() const { return count; }
  Index count = 0;
  TextColumn id, name, short_name, city, country, ror, siren, finess, wikidata, url, note;
  TextListColumn aliases;
  Column<InstitutionKind> kind;
  Column<Index> territory, parent;  ///< kNone where empty
  Column<PartialDate> founded, dissolved;
  Column<std::uint32_t> row;
  template <class With>
  void for_each_column(With with) {
    pass_each(with, id, name, short_name, aliases, kind, city, country, territory, parent, founded, dissolved, ror,
              siren, finess, wikidata, url, note, row);
  }
};

struct People {
  explicit People(TextPool& pool);
  Index size() const { return count; }
  Index count = 0;
  TextColumn id, name, orcid, note;
  TextListColumn aliases;
  Column<std::uint32_t> row;
  template <class With>
  void for_each_column(With with) {
    pass_each(with, id, name, aliases, orcid, note, row);
  }
};

struct Agreements {
  explicit Agreements(TextPool& pool);
  Index size() const { return count; }
  Index count = 0;
  TextColumn id, title, reference, duration, renewal_duration, notice, responsible_unit, place, note;
  TextListColumn axes;
  Column<AgreementType> type;
  Column<PartialDate> signed_on, valid_from, valid_to, terminated, expected;
  Column<Renewal> renewal;
  Column<std::int16_t> max_renewals;  ///< -1 where empty
  Column<Stage> stage;
  ListColumn<Index> themes, territories;  ///< rows of DataSet::themes and DataSet::territories
  Column<double> amount_eur;              ///< NaN where empty
  Column<std::uint32_t> unnamed_parties;
  Column<std::uint32_t> row;
  template <class With>
  void for_each_column(With with) {
    pass_each(with, id, title, type, reference, signed_on, valid_from, valid_to, duration, renewal, max_renewals,
              renewal_duration, notice, terminated, expected, stage, responsible_unit, place, axes, themes, territories, amount_eur,
              unnamed_parties, note, row);
  }
};

/// The parties of all agreements, those of one agreement side by side (DataSet::parties_of), by institution id.
struct Parties {
  explicit Parties(TextPool& pool) : note(pool) {}
  std::vector<std::uint32_t> first;  ///< parties of agreement a: first[a] … first[a+1]
  std::vector<Index> institution;
  Column<PartyRole> role;
  Column<PartialDate> signed_on, joined, left;
  Column<double> amount_eur{kNoAmount};
  TextColumn note;
  Column<std::uint32_t> row;

  template <class With>
  void for_each_column(With with) {
    pass_each(with, role, signed_on, joined, left, amount_eur, note, row);
  }
};

/// The signatures of all agreements, those of one agreement side by side (DataSet::signatures_of), by person id.
struct Signatures {
  explicit Signatures(TextPool& pool) : capacity(pool), note(pool) {}
  std::vector<std::uint32_t> first;
  std::vector<Index> person;
  Column<Index> on_behalf_of{kNone};
  TextColumn capacity;
  Column<SignatureKind> kind;
  Column<PartialDate> date;
  TextColumn note;
  Column<std::uint32_t> row;

  template <class With>
  void for_each_column(With with) {
    pass_each(with, on_behalf_of, capacity, kind, date, note, row);
  }
};

using Affiliation = AffiliationOf<Index>;
using Succession = SuccessionOf<Index>;
using Territory = TerritoryOf<Index>;
using Position = PositionOf<Index>;
using Event = EventOf<Index>;
using Lineage = LineageOf<Index>;
using Mention = MentionOf<Index>;
using Evidence = EvidenceOf<Index>;

/// What an edge list says of the direction of an agreement: from one party to another.
struct Flow {
  Index agreement, source, target;
  auto operator<=>(const Flow&) const = default;
};

/// Everything a data package says: institutions, people, the agreements they sign, and where each fact was found.
///
/// Built by DataSetBuilder, then only read. 32-bit row numbers refer from table to table. A million agreements of
/// three parties with dates take about 100 MB.
class DataSet {
  std::unique_ptr<TextPool> pool_;  // before the tables, which refer to it

 public:
  DataSet();
  DataSet(DataSet&&) noexcept = default;
  DataSet& operator=(DataSet&&) noexcept = default;

  const TextPool& texts() const { return *pool_; }
  TextPool& texts() { return *pool_; }

  Institutions institutions;
  People people;
  Agreements agreements;
  Parties parties;
  Signatures signatures;
  std::vector<Affiliation> affiliations;  ///< by member, group
  std::vector<Succession> successions;    ///< by predecessor, successor
  std::vector<Territory> territories;     ///< by code
  std::vector<Position> positions;        ///< by person, institution
  std::vector<Event> events;              ///< by agreement, date
  std::vector<Lineage> lineage;           ///< by agreement, kind
  std::vector<Mention> mentions;          ///< by id
  std::vector<Theme> themes;              ///< by code
  std::vector<Source> sources;            ///< by id
  std::vector<Evidence> evidence;         ///< by table, key, field
  std::vector<Acknowledgement> acknowledgements;
  std::vector<ReviewMark> reviews;           ///< by source, table, key, field
  std::vector<NameDecision> name_decisions;  ///< by name, key

  std::vector<Index> declared_isolates;  ///< institutions an edge list names without a tie, ascending: always nodes

  std::string name;                                      ///< of the package; empty for other input
  std::string title_fr, title_en;                        ///< of the package
  std::string version;                                   ///< of the package
  std::string licence_name, licence_title, licence_url;  ///< of the package, the first one
  std::string description;                               ///< of the package
  std::string content_hash;          ///< 16 hexadecimal digits over the bytes of all tables in a fixed order
  std::vector<Flow> flows;           ///< rows of an edge list as they point, by agreement, source, target; each once
  bool has_given_weights = false;    ///< edge list with a weight column
  Column<double> given_weight{1.0};  ///< weight given with an edge-list row, by agreement

  /// Rows of `parties` of agreement a, in the order of institution ids.
  auto parties_of(Index a) const { return rows(parties.first[a], parties.first[a + 1]); }
  /// Rows of `signatures` of agreement a, in the order of person ids; people present included.
  auto signatures_of(Index a) const { return rows(signatures.first[a], signatures.first[a + 1]); }

  /// Row with that id; kNone when there is none. O(log n).
  Index find_institution(std::string_view id) const;
  Index find_person(std::string_view id) const;
  Index find_agreement(std::string_view id) const;
  Index find_territory(std::string_view code) const;
  Index find_theme(std::string_view code) const;
  Index find_source(std::string_view id) const;

  /// The short name where there is one, else the name, else the id.
  std::string_view label_of_institution(Index institution) const;
  /// The name where there is one, else the id.
  std::string_view name_of_institution(Index institution) const;
  std::string_view name_of_person(Index person) const;
  /// The title where there is one, else the id.
  std::string_view title_of_agreement(Index agreement) const;

  /// Claims about one row (all fields), or about one field of it; in the order of the evidence table. O(log n +
  /// found).
  std::vector<const Evidence*> evidence_for(std::string_view table, std::string_view key,
                                            std::string_view field = {}) const;

  /// The latest date stated anywhere in the data as a fact of the past (source dates, signatures, events, mentions of
  /// what has taken place): what "as of" means where nothing else is asked for. Ends, terminations (which may be for a
  /// day to come) and expected dates are not counted. Where the data state no date at all: nothing.
  std::optional<Day> latest_stated_day() const;
};

}  // namespace maillage
