// SPDX-License-Identifier: Apache-2.0
#include "analysis/ordered_chunks.hpp"

#include <gtest/gtest.h>
#include <omp.h>

#include <numeric>
#include <stdexcept>

namespace maillage {
namespace {

constexpr double kMuchWork = 1e9;

class OrderedChunks : public ::testing::TestWithParam<int> {
 protected:
  void SetUp() override { omp_set_num_threads(GetParam()); }
  void TearDown() override { omp_set_num_threads(allowed_); }

 private:
  int allowed_ = omp_get_max_threads();
};

TEST_P(OrderedChunks, fold_in_ascending_order_what_was_worked_out) {
  std::vector<std::size_t> folded;
  over_chunks(
      500, kMuchWork, [] { return std::size_t{0}; }, [](std::size_t& square, std::size_t chunk) { square = chunk * chunk; },
      [&](std::size_t square, std::size_t chunk) {
        EXPECT_EQ(square, chunk * chunk);
        folded.push_back(chunk);
      });
  std::vector<std::size_t> expected(500);
  std::iota(expected.begin(), expected.end(), std::size_t{0});
  EXPECT_EQ(folded, expected);
}

TEST_P(OrderedChunks, throw_on_what_a_chunk_throws) {
  const auto run = [](std::size_t bad_work, std::size_t bad_fold) {
    over_chunks(
        100, kMuchWork, [] { return 0; },
        [&](int&, std::size_t chunk) {
          if (chunk == bad_work) throw std::runtime_error("work");
        },
        [&](int&, std::size_t chunk) {
          if (chunk == bad_fold) throw std::length_error("fold");
        });
  };
  EXPECT_THROW(run(40, 1000), std::runtime_error);
  EXPECT_THROW(run(1000, 40), std::length_error);
  EXPECT_NO_THROW(run(1000, 1000));
}

TEST_P(OrderedChunks, inside_of_chunks_run_on_the_thread_they_are_in) {
  over_chunks(
      4, kMuchWork, [] { return 0; }, [](int&, std::size_t) { EXPECT_EQ(threads_for_chunks(100, kMuchWork), 1U); },
      [](int&, std::size_t) {});
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedChunks, ::testing::Values(2, 3, 8));

TEST(OrderedChunksAlone, little_work_stays_on_one_thread) { EXPECT_EQ(threads_for_chunks(100, 1000), 1U); }

TEST(ChunkProgress, goes_from_nothing_to_all_and_away) {
  EXPECT_LT(share_of_chunks_done(), 0);
  for (const std::size_t threads : {1, 2}) {
    std::vector<double> seen;
    run_chunks(
        4, threads, [](std::size_t, std::size_t) { run_chunks(9, 1, [](auto, auto) {}, [](auto, auto) {}); },
        [&](std::size_t, std::size_t) { seen.push_back(share_of_chunks_done()); });
    EXPECT_EQ(seen, (std::vector<double>{0, 0.25, 0.5, 0.75}));
    EXPECT_LT(share_of_chunks_done(), 0);
  }
  EXPECT_THROW(run_chunks(2, 1, [](auto, auto) { throw 1; }, [](auto, auto) {}), int);
  EXPECT_LT(share_of_chunks_done(), 0);
}

}  // namespace
}  // namespace maillage
