#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "lock/compare.h"
#include "lock/lock.h"
#include "model/identifiers.h"

namespace bifolio::lock {
namespace {

std::string doi_key(std::string_view text) {
  const std::string doi = bare_doi(text);
  return is_doi(doi) ? "doi:" + normalize_nfc(folded_doi(doi)) : "";
}

std::string pmid_key(std::string_view text) {
  return is_pmid(text) ? "pmid:" + std::string(text) : "";
}

/// Versions of one article are one work.
std::string pmcid_key(std::string_view text) {
  const std::string id = to_upper(text);
  return is_pmcid(id) ? "pmcid:" + id.substr(0, id.find('.')) : "";
}

std::string arxiv_key(std::string_view text) {
  if (!is_arxiv(text)) return "";
  const std::size_t version = text.rfind('v');
  const bool has_version = version != text.npos && is_all_digits(text.substr(version + 1));
  return "arxiv:" + to_lower(text.substr(0, has_version ? version : text.npos));
}

/// Ten digits become thirteen, so that both forms are one key.
std::string isbn_key(std::string_view text) {
  std::string digits = digits_and_x(text);
  const auto expected = isbn_check_digit(digits);
  if (!expected || *expected != to_upper(std::string(1, digits.back()))[0]) return "";
  if (digits.size() == 10) {
    digits = "978" + digits.substr(0, 9) + "0";
    digits.back() = *isbn_check_digit(digits);
  }
  return "isbn:" + digits;
}

std::string after(std::string_view text, std::string_view label) {
  if (!to_lower(text).starts_with(label)) return "";
  text.remove_prefix(label.size());
  while (text.starts_with(':') || text.starts_with(' ')) text.remove_prefix(1);
  return std::string(text);
}

}  // namespace

std::vector<std::string> keys_of(const Reference& reference) {
  std::vector<std::string> keys;
  const auto add = [&](std::string key) {
    if (!key.empty()) keys.push_back(std::move(key));
  };
  const std::string_view doi = reference.field("DOI");
  add(doi_key(doi.empty() ? std::string_view(doi_of_address(reference.field("URL"))) : doi));
  add(pmid_key(reference.field("PMID")));
  add(pmcid_key(reference.field("PMCID")));
  for (const char* field : {"number", "archive_location", "URL"}) {
    std::string key = arxiv_key(arxiv_number(reference.field(field)));
    if (key.empty()) continue;
    keys.push_back(std::move(key));
    break;
  }
  // The ISBN of a chapter is that of the book around it.
  const bool is_part =
      reference.type == "chapter" || reference.type == "paper-conference" || reference.type == "entry-encyclopedia";
  const std::string_view isbn = reference.field("ISBN");
  if (!is_part) add(isbn_key(isbn.substr(0, isbn.find_first_of(" ,;"))));
  return keys;
}

std::string key_of(const Reference& reference) {
  const std::vector<std::string> keys = keys_of(reference);
  return keys.empty() ? "" : keys.front();
}

std::string key_from(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (std::string key = doi_key(text); !key.empty()) return key;
  if (std::string key = arxiv_key(arxiv_number(text)); !key.empty()) return key;
  if (std::string key = pmid_key(after(text, "pmid")); !key.empty()) return key;
  if (std::string key = pmcid_key(after(text, "pmcid")); !key.empty()) return key;
  if (std::string key = isbn_key(after(text, "isbn")); !key.empty()) return key;
  return pmcid_key(text);
}

std::string work_key(const Reference& reference) {
  const std::string title = folded_title(reference.field("title"));
  if (title.empty()) return "";
  const auto authors = reference.names.find("author");
  const bool has_author = authors != reference.names.end() && !authors->second.names.empty();
  std::string key = has_author ? folded_family(authors->second.names.front()) : "";
  const auto issued = reference.dates.find("issued");
  const bool has_year = issued != reference.dates.end() && !issued->second.parts.empty();
  key += " " + (has_year ? std::to_string(issued->second.parts.front()[0]) : "") + " " + title;
  return key;
}

}  // namespace bifolio::lock
