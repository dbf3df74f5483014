// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "network/network_view.hpp"

namespace maillage {

// Single tables for spreadsheets and other programs: RFC 4180, comma, UTF-8, LF, lists joined by `|`, texts that a
// spreadsheet would run as a formula made harmless (to_csv of tables/table.hpp).

/// One row for each agreement in row order: id, parties, title, type, signed, valid_from, valid_to, duration, renewal,
/// themes, amount_eur, signatories, source.
///
/// parties, themes, signatories and source are ids: the named parties whatever their role, who signed (people present
/// left out), and the sources of the evidence on the agreement. load() reads the table back. With a selection its
/// agreements; without one every agreement that is signed, since the form cannot say that one is only announced.
/// O(cells + evidence).
std::string agreements_csv(const DataSet& data, const Selection* selection);

/// One row for each tie of the network, by ids of its ends: source, target, weight, agreements. A node without a tie
/// has a row of its own with an empty target. Of a directed view one row for each arc, with the agreements that lead that
/// way: read back with its directions it gives the same arcs; ties without direction are left out.
/// O(ties + agreements behind them).
std::string edges_csv(const NetworkView& view);

/// One row for each node of the network in its order: id, name, kind, degree, strength, hyperdegree. `kind` is that of
/// the institution, `person`, or the type of the agreement. O(nodes + ties).
std::string nodes_csv(const NetworkView& view);

}  // namespace maillage
