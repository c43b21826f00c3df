#include "parse/library_entries.h"

#include "base/unicode.h"
#include "parse/rules.h"

namespace bifolio::parse {

LibraryEntries::LibraryEntries(Library& library, Findings& findings) : library_(library), findings_(findings) {
  for (const Reference& reference : library.references) keys_.emplace(fold_case(reference.key), reference.key_span);
}

void LibraryEntries::add(Reference reference) {
  const auto [first, is_new] = keys_.emplace(fold_case(reference.key), reference.key_span);
  if (is_new) {
    library_.references.push_back(std::move(reference));
    return;
  }
  Finding finding{&bib_key_duplicate, reference.key_span, {{"key", reference.key}}};
  finding.related = {{first->second, {"the first entry with this key", "使用此键的第一个条目"}}};
  finding.subject = reference.key;
  findings_.add(std::move(finding));
}

std::string LibraryEntries::free_key(std::string wanted) const {
  std::string key = wanted;
  for (char letter = 'b'; keys_.contains(fold_case(key)); ++letter) {
    if (letter > 'z') wanted += 'z', letter = 'b';
    key = wanted + letter;
  }
  return key;
}

void LibraryEntries::report(Span span, std::string_view entry, Words reason, Words resumed) {
  const std::string name = entry.empty() ? "—" : "`" + std::string(entry) + "`";
  Finding finding{&bib_parse_error, span, {{"entry", name}}};
  finding.arguments.push_back({"reason", std::string(reason.en), std::string(reason.zh_hans)});
  finding.arguments.push_back({"resumed", std::string(resumed.en), std::string(resumed.zh_hans)});
  finding.subject = entry;
  findings_.add(std::move(finding));
}

}  // namespace bifolio::parse
