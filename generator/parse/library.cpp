#include "parse/library.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"
#include "parse/library_bib.h"
#include "parse/library_json.h"
#include "parse/library_ris.h"
#include "parse/rules.h"

namespace bifolio::parse {
namespace {

using Reader = void (*)(std::string_view, FileId, Library&, Findings&);

constexpr auto kReaders = std::to_array<std::pair<std::string_view, Reader>>({
    {".json", read_library_json},
    {".bib", read_library_bib},
    {".bibtex", read_library_bib},
    {".biblatex", read_library_bib},
    {".ris", read_library_ris},
    {".nbib", read_library_nbib},
});

const Reader* reader_for(std::string_view path) {
  const std::string lower = to_lower(path);
  const auto at =
      std::find_if(kReaders.begin(), kReaders.end(), [&](const auto& r) { return lower.ends_with(r.first); });
  return at == kReaders.end() ? nullptr : &at->second;
}

}  // namespace

bool is_library_path(std::string_view path) {
  return reader_for(path) != nullptr;
}

void read_library(std::string_view path, std::string_view text, FileId file, Library& library, Findings& findings) {
  constexpr std::size_t kMostBytes = 32u << 20;  // some 100,000 works
  if (text.size() > kMostBytes)
    return findings.add({&bib_too_large,
                         {file, 0, 0},
                         {{"size", std::to_string(text.size() >> 20)}, {"limit", std::to_string(kMostBytes >> 20)}}});
  if (const Reader* read = reader_for(path)) {
    (*read)(text, file, library, findings);
  } else {
    findings.add({&bib_format_unsupported, {file, 0, 0}, {{"path", std::string(path)}}});
  }
}

}  // namespace bifolio::parse
