// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/codes.hpp"
#include "report/report_context.hpp"

namespace maillage {

/// How well one thing about an agreement is known.
enum class Knowledge : std::uint8_t { absent, bounded, inferred, stated };
template <> inline constexpr auto code_names<Knowledge> =
    std::to_array<std::string_view>({"absent", "bounded", "inferred", "stated"});

/// ● stated, ◐ inferred or incomplete, ○ bounded, – absent.
std::string_view knowledge_mark(Knowledge knowledge);

struct AgreementKnowledge {
  Index agreement = kNone;
  Knowledge parties = Knowledge::absent;      ///< inferred: a party is, or parties are counted and not named
  Knowledge signature = Knowledge::absent;    ///< bounded: the date is no exact day
  Knowledge start = Knowledge::absent;
  Knowledge end = Knowledge::absent;          ///< inferred: computed; an open end is stated
  Knowledge signatories = Knowledge::absent;  ///< inferred: one is, or a named party has none
};

/// What is stated, inferred, bounded and absent for an agreement. O(its claims).
AgreementKnowledge knowledge_of(const ReportContext& context, const AgreementFacts& facts);

}  // namespace maillage
