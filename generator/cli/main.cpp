#include "cli/program.h"

int main(int argc, char** argv) {
  return bifolio::cli::run(argc, argv);
}
