// glossary.csv → Glossary: `id,en,zh-Hans,abbreviation,variants@en,variants@zh-Hans,aliases,case,note`,
// several forms in a cell parted by `; `.
#pragma once

#include "base/finding.h"
#include "model/glossary.h"

namespace bifolio::parse {

Glossary read_glossary(std::string_view text, FileId, const std::vector<std::string>& languages, Findings&);

}  // namespace bifolio::parse
