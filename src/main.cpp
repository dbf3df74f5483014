// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

int main(int argument_count, char** arguments) { return maillage::run_command_line(argument_count, arguments); }
