// SPDX-License-Identifier: Apache-2.0
#include "model/row_key.hpp"

namespace maillage {
namespace {

std::string joined(std::string_view first, std::string_view second) {
  return std::string(first).append("/").append(second);
}
std::string_view institution(const DataSet& data, Index row) {
  return row == kNone ? std::string_view() : data.institutions.id[row];
}

}  // namespace

std::string key_of_party(const DataSet& data, Index agreement, Index party) {
  return joined(data.agreements.id[agreement], data.institutions.id[data.parties.institution[party]]);
}
std::string key_of_signature(const DataSet& data, Index agreement, Index signature) {
  return joined(data.agreements.id[agreement], data.people.id[data.signatures.person[signature]]);
}
std::string key_of(const DataSet& data, const Lineage& row) {
  return joined(data.agreements.id[row.agreement], code_name(row.kind));
}
std::string key_of(const DataSet& data, const Position& row) {
  return joined(data.people.id[row.person], institution(data, row.institution));
}
std::string key_of(const DataSet& data, const Affiliation& row) {
  return joined(institution(data, row.member), institution(data, row.group));
}
std::string key_of(const DataSet&, const ReviewMark& row) { return joined(row.source, row.table); }
std::string key_of(const DataSet&, const NameDecision& row) { return joined(row.name, row.key); }
std::string key_of(const DataSet& data, const Succession& row) {
  return joined(institution(data, row.predecessor), institution(data, row.successor));
}

}  // namespace maillage
