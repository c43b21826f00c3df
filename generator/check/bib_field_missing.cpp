#include <array>

#include "check/checks.h"

namespace bifolio::check {

const Rule bib_field_missing{
    "bib-field-missing",
    Severity::error,
    {"`{key}` ({type}) has no `{field}`; a reader could not find it by the reference.",
     "`{key}`（{type}）缺少 `{field}`，读者无法据此找到文献。"},
    {"What an entry must have depends on its type, as in the data model of biblatex: an article its authors, title, "
     "journal and year, "
     "a book its authors or editors, title and year, a web page its title and address.",
     "必填项取决于类型（依 biblatex "
     "数据模型）：文章要有作者、题名、期刊和年份，书要有作者或编者、题名和年份，网页要有题名和网址。"}};

namespace {

/// Alternatives are separated by `|`.
struct Needs {
  std::string_view type;
  std::array<std::string_view, 4> fields;
};

constexpr Needs kNeeds[] = {
    {"article-journal", {"author|editor", "title", "container-title", "issued"}},
    {"article-magazine", {"title", "container-title", "issued", ""}},
    {"article-newspaper", {"title", "container-title", "issued", ""}},
    {"book", {"author|editor|translator", "title", "issued", ""}},
    {"chapter", {"author|editor", "title", "container-title", "issued"}},
    {"paper-conference", {"author|editor", "title", "container-title|event-title|event", "issued"}},
    {"thesis", {"author", "title", "publisher", "issued"}},
    {"report", {"author|publisher", "title", "issued", ""}},
    {"webpage", {"title", "URL|DOI|note", "", ""}},
    {"dataset", {"title", "author|publisher", "", ""}},
};

bool has(const Reference& reference, std::string_view name) {
  if (const auto field = reference.fields.find(name); field != reference.fields.end())
    return !field->second.value.empty();
  if (const auto names = reference.names.find(name); names != reference.names.end())
    return !names->second.names.empty();
  const auto date = reference.dates.find(name);
  return date != reference.dates.end() &&
         (!date->second.parts.empty() || !date->second.literal.empty() || !date->second.raw.empty());
}

bool has_any(const Reference& reference, std::string_view alternatives) {
  while (!alternatives.empty()) {
    const std::size_t bar = std::min(alternatives.find('|'), alternatives.size());
    if (has(reference, alternatives.substr(0, bar))) return true;
    alternatives.remove_prefix(std::min(bar + 1, alternatives.size()));
  }
  return false;
}

std::string named(std::string_view alternatives, std::string_view joint) {
  std::string text(alternatives);
  for (std::size_t at = text.find('|'); at != text.npos; at = text.find('|')) text.replace(at, 1, joint);
  return text;
}

}  // namespace

void check_bib_field_missing(const Context& context, Findings& findings) {
  for (const Reference& reference : context.publication.library.references) {
    for (const Needs& needs : kNeeds) {
      if (needs.type != reference.type) continue;
      for (const std::string_view field : needs.fields) {
        if (field.empty() || has_any(reference, field)) continue;
        findings.add({&bib_field_missing,
                      reference.key_span,
                      {{"key", reference.key},
                       {"type", reference.type},
                       {"field", named(field, "` or `"), named(field, "` 或 `")}},
                      {},
                      {},
                      reference.key + " " + std::string(field)});
      }
    }
  }
}

}  // namespace bifolio::check
