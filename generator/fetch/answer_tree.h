// Reading the loose JSON of registries: a text or a list of texts, dates in
// parts, names in several shapes. Nothing is taken that has no sensible size.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/tree.h"
#include "model/reference.h"

namespace bifolio::fetch {

/// The text of a member, white space as single spaces; "" where it is none.
std::string text_at(const Tree&, std::string_view key);
/// The same of a text or of the first of a list of texts; numbers as written.
std::string first_text(const Tree&, std::string_view key);
const std::vector<Tree>& items_of(const Tree&, std::string_view key);
/// `{"date-parts": [[2022, 9, 21]]}` → 2022-09-21.
std::string iso_date(const Tree&);

void set_field(Reference&, std::string_view name, std::string value);
void set_names(Reference&, std::string_view role, const std::vector<Tree>& names);
void set_date(Reference&, std::string_view name, const Tree& date);

/// `sha256:…` over these members alone (names between commas), so that a count of
/// citations or the order of members changes nothing.
std::string hash_of(const Tree&, std::string_view names);

}  // namespace bifolio::fetch
