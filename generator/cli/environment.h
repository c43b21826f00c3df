// The only reading of the environment, the clock and the terminal.
#pragma once

#include "cli/command.h"

namespace bifolio::cli {

/// The language of messages (--ui-lang is looked for first, so that faults in
/// the other arguments are already told in it), the terminal, the folder of
/// themes, SOURCE_DATE_EPOCH.
void read_environment(int argc, char** argv, Globals&);

}  // namespace bifolio::cli
