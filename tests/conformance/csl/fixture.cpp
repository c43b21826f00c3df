#include "conformance/csl/fixture.h"

#include <fstream>
#include <sstream>

namespace bifolio::csl_suite {
namespace {

/// The name in `>>==… NAME …=>>` (or with `<<`), or "".
std::string tag_name(const std::string& line, const std::string& edge) {
  if (!line.starts_with(edge + "==") || !line.ends_with("=" + edge)) return {};
  const std::size_t begin = line.find_first_not_of('=', 2);
  if (begin == line.npos || line[begin] != ' ') return {};
  const std::size_t end = line.find(' ', begin + 1);
  return end == line.npos ? std::string() : line.substr(begin + 1, end - begin - 1);
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \n\t");
  return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \n\t") - begin + 1);
}

}  // namespace

const std::string& Fixture::section(std::string_view wanted) const {
  static const std::string none;
  const auto at = sections.find(wanted);
  return at == sections.end() ? none : at->second;
}

Fixture read_fixture(const std::filesystem::path& path) {
  Fixture fixture{path.stem().string(), {}};
  std::ifstream file(path, std::ios::binary);
  std::string line, open, content;
  bool is_first_line = true;
  while (std::getline(file, line)) {
    if (is_first_line && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    is_first_line = false;
    if (open.empty()) {
      open = tag_name(line, ">>");
      content.clear();
    } else if (tag_name(line, "<<") == open) {
      if (!content.empty()) content.pop_back();
      fixture.sections[open] = open == "MODE" ? trimmed(content) : content;
      open.clear();
    } else {
      content += line + "\n";
    }
  }
  return fixture;
}

}  // namespace bifolio::csl_suite
