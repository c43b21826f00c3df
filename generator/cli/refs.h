// Inside cli/: what the commands of `refs` have in common.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "model/manuscript.h"

namespace bifolio::cli {

struct RefsOptions {
  std::string booklet;
  std::vector<std::string> keys;
  bool wants_all = false, wants_stale = false, wants_links = false, wants_retractions = false, accepts = false;
  std::string base_url, doi_base_url, pubmed_base_url, retractions_url, mailto;
  std::string today;  ///< written instead of the clock's day
  std::string file, date;
};

/// The booklet as the commands need it: read, not resolved.
struct RefsBooklet {
  std::string folder;
  source::SourceSet sources;
  Manuscript manuscript;
  ReferenceLock lock;      ///< that of the manuscript, or an empty one
  std::string lock_bytes;  ///< as the file stands; "" = there is none
};

/// Prints why and returns nothing where the booklet or its lock cannot be read.
std::optional<RefsBooklet> open_refs(const RefsOptions&, const Globals&);
std::string today_of(const RefsOptions&, const Globals&);

/// Writes the lock where it differs from the file. kIncomplete where that fails.
int save_lock(const RefsBooklet&, const Globals&);

/// Every web address of the booklet that a reader could follow, DOIs left out.
std::vector<std::string> web_links(const Manuscript&);

/// A line on standard error, unless --quiet.
void tell(const Globals&, const std::string& en, const std::string& zh);

int refs_update(const RefsOptions&, const Globals&);
int refs_add(const RefsOptions&, const Globals&);
int refs_diff(const RefsOptions&, const Globals&);
int refs_prune(const RefsOptions&, const Globals&);
int refs_import(const RefsOptions&, const Globals&);

/// Puts a data set of retractions into the booklet: the index, and what the lock
/// learns from it. `date` is that of the data; "" = the newest notice in it.
/// Returns an exit status; the lock is not written.
int take_retractions(RefsBooklet&, std::string_view csv, const std::string& date, bool accepts_loss, const Globals&);

}  // namespace bifolio::cli
