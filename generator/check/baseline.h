// bifolio.baseline.json: findings of old text that a booklet has agreed to live
// with for a while. An entry is bound to the words it was made for by a
// fingerprint without line numbers: text inserted above changes nothing, an edit
// of the block makes the finding new. Nothing is hidden by counts.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/suppress.h"
#include "model/publication.h"

namespace bifolio::check {

inline constexpr std::string_view kBaselineFile = "bifolio.baseline.json";

struct BaselineEntry {
  std::string rule, file, fingerprint, evidence, subject, severity, added, expires, reason;
  Span span = {};
};

/// Reads the file's text. Reports what is no baseline.
std::vector<BaselineEntry> read_baseline(std::string_view text, FileId, Findings&);
/// Canonical JSON: entries by file, rule, fingerprint.
std::string write_baseline(std::vector<BaselineEntry>);

/// Names findings by the words they stand in.
class Fingerprints {
 public:
  using TextOf = std::function<std::string_view(FileId)>;
  Fingerprints(const Publication&, TextOf);

  /// To be asked once for each finding, in their order: equal ones are told apart by it.
  std::string next(const Finding&);
  /// The same as if its file had another path (for `baseline move`).
  std::string next(const Finding&, std::string_view path);

 private:
  struct Place {
    Span block;
    std::string headings;
  };
  const Place* place_of(Span) const;
  void add(const Blocks&);
  std::string words_around(Span);

  const Publication& publication_;
  TextOf text_of_;
  std::map<FileId, std::vector<Place>> places_;
  std::vector<std::string> headings_;    ///< while reading a document
  std::map<Span, std::string> digests_;  ///< of blocks, each hashed once
  std::map<std::string, int> seen_;
};

/// The evidence a finding rests on, as the baseline keeps it; "" where it has none.
std::string evidence_of(const Finding&);

/// Matches findings with entries.
class Baseline {
 public:
  Baseline(std::vector<BaselineEntry>, const KnownRules&, const Settings&, Findings&);

  /// The entry that hides the finding of that fingerprint, or nothing. Other
  /// evidence than when it was accepted reopens a finding.
  const BaselineEntry* hides(const Finding&, const std::string& fingerprint);
  void report_unused(Findings&) const;
  /// Of the entries in use, how many end within 14 days.
  int expiring(const Settings&) const;
  int used() const { return static_cast<int>(used_.size()); }

 private:
  std::map<std::string, BaselineEntry> valid_;  ///< by fingerprint
  std::set<std::string> used_;
};

}  // namespace bifolio::check
