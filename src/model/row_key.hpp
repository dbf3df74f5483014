// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "model/data_set.hpp"

namespace maillage {

// What Evidence::key and Acknowledgement::key call a row: its id (or code); where it has none, its key columns joined
// by `/`: parties agreement/institution, signatures agreement/person, lineage agreement/kind, positions
// person/institution, affiliations member/group, successions predecessor/successor.

std::string key_of_party(const DataSet& data, Index agreement, Index party);
std::string key_of_signature(const DataSet& data, Index agreement, Index signature);
std::string key_of(const DataSet& data, const Lineage& row);
std::string key_of(const DataSet& data, const Position& row);
std::string key_of(const DataSet& data, const Affiliation& row);
std::string key_of(const DataSet& data, const Succession& row);
std::string key_of(const DataSet& data, const ReviewMark& row);    // source/table
std::string key_of(const DataSet& data, const NameDecision& row);  // name/row

}  // namespace maillage
