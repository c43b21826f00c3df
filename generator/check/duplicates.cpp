// Entries of the library that are one work.
#include <map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/checks.h"
#include "model/identifiers.h"

namespace bifolio::check {

const Rule dup_identifier{
    "dup-identifier",
    Severity::error,
    {"`{other}` and `{key}` are one work ({identifier}) and would be numbered twice. Merge them.",
     "`{other}` 与 `{key}` 是同一文献（{identifier}），将被重复编号，请合并。"},
    {"Two entries share a DOI, PMID, PMCID or ISBN. Keep one and change the citations to its key.",
     "两条文献的 DOI、PMID、PMCID 或 ISBN 相同。请保留一条，并把引文改用它的键。"}};

const Rule dup_work{
    "dup-work",
    Severity::warning,
    {"`{key}` looks like `{other}` (same title, author, year).",
     "`{key}` 与 `{other}` 题名、作者、年份相同，疑似重复。"},
    {"Two entries agree in title, first author and year, give or take one. If they are one work, keep one; if one is "
     "the preprint of "
     "the other, cite the published version.",
     "两条文献题名、第一作者相同，年份相差不超过一年。若是同一文献，请保留一条；若一条是预印本，请引用正式版本。"}};

namespace {

/// Letters and digits alone, folded: punctuation and case tell no works apart.
std::string normalized_title(std::string_view title) {
  std::string out;
  const std::string folded = fold_case(strip_marks(title));
  for (const auto at : code_points(folded)) {
    if (is_letter(at.code_point) || is_digit(at.code_point)) append_utf8(out, at.code_point);
  }
  return out;
}

std::string first_author(const Reference& reference) {
  const auto authors = reference.names.find("author");
  if (authors == reference.names.end() || authors->second.names.empty()) return "";
  const Name& name = authors->second.names.front();
  return fold_case(strip_marks(name.family.empty() ? name.literal : name.family));
}

int year_of(const Reference& reference) {
  const auto issued = reference.dates.find("issued");
  return issued == reference.dates.end() || issued->second.parts.empty() ? 0 : issued->second.parts.front()[0];
}

std::vector<std::string> identifiers_of(const Reference& reference) {
  std::vector<std::string> ids;
  if (const auto doi = reference.field("DOI"); !doi.empty() && is_doi(bare_doi(doi)))
    ids.push_back("doi:" + folded_doi(doi));
  if (const auto pmid = reference.field("PMID"); is_pmid(pmid)) ids.push_back("pmid:" + std::string(pmid));
  if (const auto pmcid = reference.field("PMCID"); is_pmcid(pmcid)) ids.push_back("pmcid:" + std::string(pmcid));
  const bool is_part =
      reference.type == "chapter" || reference.type == "paper-conference" || reference.type == "entry-encyclopedia";
  if (const auto isbn = reference.field("ISBN"); !isbn.empty() && !is_part) ids.push_back("isbn:" + digits_and_x(isbn));
  return ids;
}

/// Reports the second of two entries that share an identifier; says whether it did.
bool report_identifier(const Reference& reference, std::map<std::string, const Reference*>& seen, Findings& findings) {
  bool reported = false;
  for (const std::string& id : identifiers_of(reference)) {
    const auto [at, is_new] = seen.try_emplace(id, &reference);
    if (is_new || reported || at->second == &reference) continue;
    Finding finding{&dup_identifier,
                    reference.key_span,
                    {{"key", reference.key}, {"other", at->second->key}, {"identifier", id}},
                    {},
                    {},
                    id};
    finding.related.push_back({at->second->key_span, {"the other entry", "另一条"}});
    findings.add(std::move(finding));
    reported = true;
  }
  return reported;
}

bool conflicting_numbers(const Reference& a, const Reference& b) {
  const auto left = a.field("number"), right = b.field("number");
  return !left.empty() && !right.empty() && left != right;
}

}  // namespace

void check_duplicates(const Context& context, Findings& findings) {
  std::map<std::string, const Reference*> by_identifier;
  std::multimap<std::string, const Reference*> by_work;
  for (const Reference& reference : context.publication.library.references) {
    const bool reported = report_identifier(reference, by_identifier, findings);
    const std::string title = normalized_title(reference.field("title"));
    if (title.empty()) continue;
    const std::string work = title + "\n" + first_author(reference);
    const auto [begin, end] = by_work.equal_range(work);
    for (auto at = begin; at != end && !reported; ++at) {
      const Reference& other = *at->second;
      if (std::abs(year_of(other) - year_of(reference)) > 1 || conflicting_numbers(other, reference)) continue;
      Finding finding{&dup_work, reference.key_span, {{"key", reference.key}, {"other", other.key}}, {},
                      {},        reference.key};
      finding.related.push_back({other.key_span, {"the other entry", "另一条"}});
      findings.add(std::move(finding));
      break;
    }
    by_work.emplace(work, &reference);
  }
}

}  // namespace bifolio::check
