// What DOIs, PubMed numbers, arXiv numbers and the rest look like: syntax and
// check digits only, nothing is looked up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/reference.h"

namespace bifolio {

/// A DOI without `doi:`, resolver address and percent escapes; nothing else is changed.
std::string bare_doi(std::string_view);
/// `10.1056/NEJMoa2204705`: prefix 10.NNNN(.N)*, a slash, a suffix without spaces.
bool is_doi(std::string_view bare);
/// For comparing: DOIs do not tell upper from lower case.
std::string folded_doi(std::string_view);
/// The DOI that an address resolves, or "".
std::string doi_of_address(std::string_view url);

bool is_pmid(std::string_view);   ///< 1–8 digits, no leading zero
bool is_pmcid(std::string_view);  ///< PMC and 1–8 digits, a version allowed
bool is_arxiv(std::string_view);  ///< 2104.01234v2 or math/0309136
/// The number after `arXiv:` or in an address of arxiv.org; "" where there is none.
std::string arxiv_number(std::string_view text);

/// The check digit that the rest of the number asks for; nothing where the text
/// has not the form of such a number at all.
std::optional<char> isbn_check_digit(std::string_view);
std::optional<char> issn_check_digit(std::string_view);
std::optional<char> orcid_check_digit(std::string_view);

bool is_all_digits(std::string_view);
std::string digits_and_x(std::string_view);  ///< hyphens and spaces removed

/// The bytes of a field's value inside its span (which may hold quotes), where they map one to one.
std::optional<Span> value_span(const ReferenceField&);

}  // namespace bifolio
