#include "support/program.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>

#include "support/paths.h"

namespace bifolio::testing {

Ran run(const std::filesystem::path& folder, const std::string& arguments, const std::string& environment) {
  const std::string command = "cd '" + folder.string() + "' && env -u LC_ALL " + environment + " '" + binary_dir() +
                              "/bifolio' " + arguments + " 2>&1";
  Ran ran;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer;
  for (std::size_t n; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) ran.out.append(buffer.data(), n);
  const int status = pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

}  // namespace bifolio::testing
