// The program: reads the environment and the arguments, runs one command.
#pragma once

namespace bifolio::cli {

/// Returns the exit status.
int run(int argc, char** argv);

}  // namespace bifolio::cli
