// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/data_set.hpp"
#include "records/office/mapping.hpp"
#include "records/office/office_list.hpp"
#include "records/office/recognition.hpp"
#include "records/text_tables.hpp"

namespace maillage {

/// A row or cell of a list that was not taken as it stands.
struct ImportNote {
  enum class Kind : std::uint8_t {
    unread,        ///< the value means nothing that the field can hold: left empty
    doubtful,      ///< read, but a reader would ask (`12/05/21`)
    conflicting,   ///< other rows of the same agreement say otherwise: what most rows of the first table say stands
    unattached,    ///< several agreements have the row's number, and nothing else in it says which is meant: its parties stand nowhere
    no_parties,    ///< the row names no party: its agreement is kept where another row names one, else left out
    error_value,   ///< the cell holds a formula's error
    uneven,        ///< not as many values as names in the same row: not taken
    unknown_code,  ///< a type or role that is not known: kept as `other` or `party`, the text in the note; each word once
    month_only,    ///< cells of a column of days that show a month and no day (`juil-24`): taken as that month; each column once
    no_term,       ///< a date that stands for no end (9999-12-31): read as without term (..); each such date once
    contact,       ///< an e-mail address or telephone number, which the data do not hold: not taken
    hidden_table,  ///< the sheet is hidden and no row of the mapping names it: left out
    not_computed,  ///< a formula that the program never computed
    perhaps_name,  ///< NA, NC, NR or SO where a name is meant to stand: taken as « not given »
    perhaps_several,  ///< a name that may be several, by a sign that the mapping does not part at: taken as one
    no_day,        ///< the status says that the agreement was terminated, but not when
    heading,       ///< a row that is a heading, a sum or a remark and no agreement: left out
    continued,     ///< a row that names parties and nothing else: taken with the row above
    same_id,       ///< another agreement has the same id, and says otherwise: kept apart under an id of its own
    same_reference,  ///< several agreements have this reference: named by their content
    column_left,   ///< a column that the mapping takes nothing of
    alike          ///< two new names are nearly alike: kept apart
  } kind;
  std::string table;
  std::uint32_t row = 0;  ///< in the sheet or file, from 1; 0: the whole table
  std::string column, field, value;
  std::string taken;      ///< what stands in the data instead; empty: nothing
  std::size_t count = 1;  ///< rows that it is of, `row` the first of them
};

/// What became of one spelling of an institution.
struct InstitutionMatch {
  std::string spelling, id;
  enum class Judgement : std::uint8_t {
    known,      ///< the data set has it under this name
    told,       ///< the mapping says so
    added,      ///< new
    registry,   ///< new to the data set, and in the reference registry: completed by it
    near,       ///< new, although a known name is near: to be looked at
    ambiguous   ///< new, although several known ones have this name: to be looked at
  } judgement = Judgement::added;
  double score = 1;  ///< of the match, or of the nearest name
  std::vector<std::pair<std::string, double>> runners_up;  ///< ids and scores, best first
  std::optional<std::uint32_t> entry = std::nullopt;       ///< of the registry, that it is
  double registry_score = 0;                               ///< of `entry`
  RegistryAnswer registry{};                               ///< what the registry has that may be it, where it was not taken
};

struct ImportedList {
  TextTables tables;
  std::vector<ImportNote> notes;          ///< by table and row
  std::vector<InstitutionMatch> matches;  ///< by spelling
  std::size_t rows = 0;                   ///< that were read
  std::size_t agreements = 0;
};

/// A file of the list: the source that what it says leads back to.
struct ListSource {
  std::string id, title, file;
  bool has_sheets = false;  ///< places in it name their sheet
};

struct ImportListOptions {
  std::vector<ListSource> sources;  ///< by number of the file
  const DataSet* known = nullptr;   ///< institutions and agreements are matched to these
  RegistryUse registry = RegistryUse::none;
  ListSource registry_source;       ///< that what the registry fills leads back to
  std::string registry_reason;      ///< words for a claim inferred from a name: `reconnue à son nom`
};

/// Makes the tables of a data package of an office's list, by a mapping that fits it (misfits()).
///
/// Rows with the same id (else the same reference) are one agreement where nothing parts them (part_rows()), in whatever
/// order they stand: one row a party, or one table of agreements and one of parties. Where no column gives an id, agreements are named by their content (day, parties, title), so that another
/// order of rows, or a second run, gives the same ids. Spellings that differ in case, accents or punctuation only are one
/// institution, and so are all spellings that rows give with one code (`party.id`): the name is the one that most rows have,
/// the others are aliases. Of several columns that say one thing the first that says anything counts. What `known` has under a name is taken; what is merely near is new, and told. Nothing is dropped without
/// a note. What is new is looked for in the reference registry (recognise()), which fills what the list does not say.
/// O(cells + names · postings of their trigrams).
ImportedList import_list(std::span<const ListTable> tables, const Mapping& mapping, const ImportListOptions& options);

}  // namespace maillage
