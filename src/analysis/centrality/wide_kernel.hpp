// SPDX-License-Identifier: Apache-2.0
#pragma once

// A function marked MAILLAGE_WIDE_KERNEL is compiled twice, for every x86-64 processor and for those with 256-bit
// vectors; the loader takes the better one. Neither contracts a product and a sum, so both give the same bits. The
// sanitizers cannot follow a function that is chosen before they are set up.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define MAILLAGE_WIDE_KERNEL __attribute__((target_clones("avx2", "default")))
#else
#define MAILLAGE_WIDE_KERNEL
#endif
