#include "check/checks.h"
#include "model/identifiers.h"

namespace bifolio::check {

const Rule id_url_conflict{
    "id-url-conflict",
    Severity::error,
    {"`URL` leads to {found} but `{field}` says {own}; one belongs to another paper.",
     "`URL` 指向 {found}，而 `{field}` 为 {own}，其中一个属于另一篇论文。"},
    {"An entry's address and its identifier must name the same work. Open both and keep the right one.",
     "一条文献的网址和编号必须指向同一文献。请打开两者核对，保留正确的。"}};

namespace {

/// The digits after `mark` in an address, or "".
std::string number_after(std::string_view url, std::string_view mark) {
  const std::size_t at = url.find(mark);
  if (at == url.npos) return "";
  std::string_view rest = url.substr(at + mark.size());
  rest = rest.substr(0, rest.find_first_not_of("0123456789"));
  return std::string(rest);
}

void compare(const Reference& reference, const ReferenceField& url, const char* name, const std::string& found,
             const std::string& own, Findings& findings) {
  if (found.empty() || own.empty() || found == own) return;
  findings.add({&id_url_conflict, url.span, {{"found", found}, {"field", name}, {"own", own}}, {}, {}, reference.key});
}

}  // namespace

void check_id_url_conflict(const Context& context, Findings& findings) {
  for (const Reference& reference : context.publication.library.references) {
    const auto url = reference.fields.find("URL");
    if (url == reference.fields.end()) continue;
    const std::string& address = url->second.value;
    compare(reference, url->second, "DOI", folded_doi(doi_of_address(address)), folded_doi(reference.field("DOI")),
            findings);
    compare(reference, url->second, "PMID", number_after(address, "pubmed.ncbi.nlm.nih.gov/"),
            std::string(reference.field("PMID")), findings);
    const std::string pmc = number_after(address, "/pmc/articles/PMC");
    compare(reference, url->second, "PMCID", pmc.empty() ? "" : "PMC" + pmc, std::string(reference.field("PMCID")),
            findings);
  }
}

}  // namespace bifolio::check
