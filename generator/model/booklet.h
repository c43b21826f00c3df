// What bifolio.toml says: the identity of a booklet and how it is to be made.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/rule.h"
#include "base/span.h"
#include "model/language.h"

namespace bifolio {

struct Phase {
  std::string id;  ///< its folder in every language
  LocalText title;
  std::string period_begin, period_end;  ///< YYYY-MM
  std::string updated;                   ///< YYYY-MM-DD
  Span span = {};
};

struct Acknowledgement {
  std::string key, reason;
  Span span = {};
};

struct SeveritySetting {
  std::string pattern;  ///< a rule id or a glob: "claim-*"
  Severity severity;
  Span span = {};
};

struct Booklet {
  std::string id;
  std::string version;
  std::string version_scheme = "semver";
  std::string date;                    ///< YYYY-MM-DD
  std::vector<std::string> languages;  ///< BCP 47; the first is the source language
  LocalText folder;                    ///< language → folder; the tag itself by default
  LocalText title, subtitle, group, motto, notice, purpose;
  std::map<std::string, std::vector<std::string>, std::less<>> contributors;
  std::string licence, contact;
  std::string theme = "icebreaker";
  std::vector<Phase> phases;
  std::vector<std::string> editions = {"html", "pdf"};
  std::vector<std::string> libraries;  ///< paths
  LocalText citation_style;            ///< language → style name
  LocalText chinese_works;             ///< language → "among-others" (or ""), "first", "last": their place in its list
  bool has_bilingual_references = true;  ///< each entry in its own language's terms
  std::string styles_dir;
  std::string lock_mailto;
  int lock_max_age = 180;                                                                    ///< days
  std::string lock_base_url, lock_doi_base_url, lock_pubmed_base_url, lock_retractions_url;  ///< "" = the public ones
  bool has_lock = false;  ///< bifolio.toml asks for one
  Severity fail_on = Severity::error;
  std::vector<SeveritySetting> severities;
  std::string retraction_snapshot, retraction_date;
  int retraction_max_age = 30;  ///< days
  std::vector<Acknowledgement> acknowledged;
  std::vector<std::string> volatile_hosts;          ///< further hosts for link-volatile
  FileId file = {};                                 ///< bifolio.toml
  std::map<std::string, Span, std::less<>> places;  ///< dotted key ("booklet.version") → its value
};

}  // namespace bifolio
