// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace maillage {

/// The descriptor of a package written again: that of the package it comes from (a folder or its datapackage.json), with
/// the tables of `made`, so that description, keywords, contributors, sources and what it says of tables with the same
/// columns are kept; `made` where it comes from no package. Byte for byte as it was where the tables are the same.
/// CannotRead.
std::string kept_descriptor(const std::filesystem::path& package, const std::string& made);

}  // namespace maillage
