// What registries answer, as records: Crossref's works, CSL-JSON by content
// negotiation, PubMed's summaries, and the look-up of agencies.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/tree.h"
#include "model/lock.h"

namespace bifolio::fetch {

/// Members of a Crossref work that are asked for and read.
inline constexpr std::string_view kSelect =
    "DOI,type,title,subtitle,original-title,container-title,short-container-title,author,editor,issued,published-"
    "online,"
    "published-print,volume,issue,page,publisher,ISSN,ISBN,update-to,updated-by,relation";

/// The JSON of a body; nothing where it is none.
std::optional<Tree> read_json(std::string_view body);

/// A Crossref work or a CSL-JSON item, by its normalised key; nothing without a DOI.
struct Work {
  std::string key;
  LockRecord record;
};
std::optional<Work> read_work(const Tree&, std::string_view agency);

/// The works of an answer, single or list, by key.
std::optional<std::map<std::string, LockRecord>> read_crossref(std::string_view body);

/// Records by PMID key of an answer of ESummary; numbers it does not know are `not-found`.
std::optional<std::map<std::string, LockRecord>> read_pubmed(std::string_view body);

/// The agency of a DOI, in lower case; "" = it does not exist; nothing where the answer says neither.
std::optional<std::string> read_agency(std::string_view body, std::string_view doi);

}  // namespace bifolio::fetch
