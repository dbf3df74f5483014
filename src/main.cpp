// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include "cli/command_line.hpp"

int main(int argument_count, char** arguments) {
  // Blocks from 1 MiB on go back to the system when they are freed. Left to itself the bound climbs to 32 MiB, and what
  // reading leaves behind stays: 127 MB for a million agreements instead of 119.
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  return maillage::run_command_line(argument_count, arguments);
}
