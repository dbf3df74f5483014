// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "package_folder.hpp"
#include "records/load.hpp"

namespace maillage {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool has_memory_of_its_own = false;  // sanitizers keep shadow memory and do not give freed blocks back
#else
constexpr bool has_memory_of_its_own = true;
#endif

std::uint64_t bytes_of(const std::string& line_name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(line_name)) return std::stoull(line.substr(line_name.size() + 1)) * 1024;
  }
  return 0;
}

// By how many bytes the peak of resident memory grows while `work` is done, in a process of its own, so that what other
// tests have left does not count. `work` says whether it has done what it should.
std::uint64_t growth_of_peak(const std::function<bool()>& work) {
  int ends[2];
  if (pipe(ends) != 0) return 0;
  const auto child = fork();
  if (child == 0) {
    const auto before = bytes_of("VmRSS:");
    const bool is_done = work();
    const auto growth = is_done ? bytes_of("VmHWM:") - before : 0;
    const auto written = write(ends[1], &growth, sizeof growth);
    _exit(written == sizeof growth ? 0 : 1);
  }
  close(ends[1]);
  std::uint64_t growth = 0;
  const auto got = read(ends[0], &growth, sizeof growth);
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return got == sizeof growth && WIFEXITED(status) ? growth : 0;
}

// 2 to 8 parties an agreement from 20,000 institutions, a signatory for each, three dates.
std::string generated_agreements(int count) {
  std::mt19937 random(7);
  std::string text = "id,signed,valid_from,valid_to,parties,signatories\n";
  for (int i = 0; i < count; ++i) {
    const auto year = 2000 + i % 25;
    const auto number = std::to_string(i);
    text += "A" + std::string(8 - number.size(), '0') + number + ",";
    for (const auto later : {0, 0, 4}) text += std::to_string(year + later) + "-0" + std::to_string(1 + i % 9) + "-11,";
    std::string parties, signatories;
    auto institution = random() % 20'000;
    for (auto left = 2 + random() % (random() % 3 == 0 ? 7 : 2); left > 0; --left) {
      institution = (institution + 1 + random() % 2'000) % 20'000;
      parties += (parties.empty() ? "" : ";") + std::to_string(institution);
      signatories += (signatories.empty() ? "P" : ";P") + std::to_string(institution * 8 + random() % 6);
    }
    text += parties + "," + signatories + "\n";
  }
  return text;
}

constexpr std::uint64_t megabyte = 1'000'000;

TEST(Memory, TheMeasureSeesWhatIsTaken) {
  if (!has_memory_of_its_own) GTEST_SKIP() << "not under sanitizers";
  if (bytes_of("VmRSS:") == 0) GTEST_SKIP() << "no /proc/self/status: memory cannot be told";
  const auto growth = growth_of_peak([] {
    const std::vector<char> taken(50 * megabyte, 'x');
    return taken[25 * megabyte] == 'x';
  });
  EXPECT_GE(growth, 49 * megabyte);
  EXPECT_LT(growth, 60 * megabyte);
}

TEST(Memory, AHundredThousandAgreementsLoadUnder40Megabytes) {
  if (!has_memory_of_its_own) GTEST_SKIP() << "not under sanitizers";
  if (bytes_of("VmRSS:") == 0) GTEST_SKIP() << "no /proc/self/status: memory cannot be told";
  const TestFolder folder;
  folder.write("agreements.csv", generated_agreements(100'000));
  const auto growth = growth_of_peak([&] {
    const auto loaded = load(folder.path() / "agreements.csv");
    return !loaded.has_errors() && loaded.data.agreements.size() == 100'000 &&
           loaded.data.parties.institution.size() > 250'000;
  });
  EXPECT_GT(growth, 5 * megabyte) << "0: the child did not load what it should";
  EXPECT_LT(growth, 40 * megabyte);
}

}  // namespace
}  // namespace maillage
