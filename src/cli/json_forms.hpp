// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "network/network_view.hpp"

namespace maillage {

using Json = nlohmann::ordered_json;

// The JSON forms of docs/commands.md. A form may gain keys, never lose or rename one.

Json text_or_null(std::string_view text);
Json date_or_null(const PartialDate& date);
/// NaN (undefined, unknown) is null.
Json number_or_null(double value);

/// Ids of agreements as an array, and as one cell for machines.
Json agreement_ids_json(const DataSet& data, std::span<const Index> agreements);
std::string joined_agreement_ids(const DataSet& data, std::span<const Index> agreements);
/// The same of vertices.
Json ids_json(const NetworkView& view, std::span<const Vertex> vertices);
std::string joined_ids(const NetworkView& view, std::span<const Vertex> vertices);

/// One agreement as `list agreements` gives it, read at `as_of`.
Json agreement_json(const DataSet& data, const Selection::Item& item, const std::optional<Day>& as_of);
Json institution_json(const NetworkView& view, Index institution);
Json person_json(const DataSet& data, Index person);
Json mention_json(const DataSet& data, Index mention);
Json source_json(const DataSet& data, Index source);
Json evidence_json(const DataSet& data, const Evidence& claim);
/// Sources with locators of the claims about a row, each pair once.
Json sources_of(const DataSet& data, std::string_view table, std::string_view key);

/// Is the agreement certainly what was asked for? Without a date condition: is its status known?
std::string_view certainty_code(const DataSet& data, const Selection::Item& item, const std::optional<Day>& as_of,
                                const ViewOptions& options);

/// {"nodes","edges","agreements","components"} and the settings of a view.
Json network_json(const NetworkView& view);
Json settings_json(const NetworkView& view);

}  // namespace maillage
