// SPDX-License-Identifier: Apache-2.0
#include "records/load.hpp"

#include <gmock/gmock.h>

namespace maillage {
namespace {

TEST(Load, ReadsTheRealDataWithoutAFault) {
  const auto loaded = load(MAILLAGE_SOURCE_DIR "/data/hauts-de-france");
  for (const auto& f : loaded.faults) {
    ADD_FAILURE() << f.code << " " << f.file << ":" << f.row << " " << f.field << " '" << f.value << "' " << f.detail;
  }
  const auto& data = loaded.data;
  EXPECT_EQ(data.agreements.size(), 14U);
  EXPECT_EQ(data.title_fr, "Accords entre institutions des Hauts-de-France");
  EXPECT_EQ(data.licence_name, "etalab-2.0");
  EXPECT_EQ(data.content_hash.size(), 16U);
}

}  // namespace
}  // namespace maillage
