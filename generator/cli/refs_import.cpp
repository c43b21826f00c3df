// `refs import-retractions`: the Retraction Watch data becomes the index that is
// committed; the file itself never is.
#include <algorithm>
#include <cstdio>

#include "cli/refs.h"
#include "lang/iso_date.h"
#include "lock/lock.h"
#include "lock/retraction_watch.h"
#include "store/store.h"

namespace bifolio::cli {
namespace {

bool is_date(const std::string& text) {
  const auto date = lang::parse_iso_date(text);
  return date && date->day != 0;
}

}  // namespace

int take_retractions(RefsBooklet& booklet, std::string_view csv, const std::string& date, bool accepts_loss,
                     const Globals& globals) {
  const Result<lock::RetractionWatch> data = lock::read_retraction_watch(csv);
  if (!data) {
    print_error(data.error(), globals);
    return kIncomplete;
  }
  const RetractionIndex index = lock::index_of(*data, date.empty() ? data->newest : date);
  const auto loss = accepts_loss ? lock::Loss::accept : lock::Loss::hold_back;
  const bool had_lock = booklet.manuscript.lock.has_value();
  const std::vector<std::string> held_back = lock::apply(*data, index, booklet.manuscript.library, loss, booklet.lock);
  if (!had_lock && booklet.lock.records.empty() && booklet.lock.possible.empty()) booklet.lock.sources.clear();
  const std::string path = booklet.folder + "/" + std::string(lock::kIndexFile);
  const Outcome written = store::write_file(path, lock::write_index(index));
  if (!written) {
    print_error(written.error(), globals);
    return kIncomplete;
  }
  const std::string rows = std::to_string(data->rows.size()), keys = std::to_string(index.rows.size()),
                    skipped = std::to_string(data->skipped), titles = std::to_string(booklet.lock.possible.size());
  tell(globals,
       rows + " notices read (" + skipped + " rows skipped), " + keys + " identifiers in " +
           std::string(lock::kIndexFile) + " as of " + index.date + ", " + titles + " possible matches by title",
       "读入 " + rows + " 条声明（跳过 " + skipped + " 行），" + std::string(lock::kIndexFile) + " 中有 " + keys +
           " 个编号，截至 " + index.date + "；按题名可能吻合 " + titles + " 条");
  for (const std::string& key : held_back) {
    tell(globals,
         key +
             ": this file no longer reports it as retracted or doubtful, without saying that it was "
             "reinstated; the record is kept (see --accept)",
         key + "：该文件不再报告其撤稿或存疑，但也没有说明已恢复；原记录保持不变（见 --accept）");
  }
  return held_back.empty() ? kClean : kFindings;
}

int refs_import(const RefsOptions& options, const Globals& globals) {
  if (!options.date.empty() && !is_date(options.date)) {
    tell(globals, "--date takes a day as YYYY-MM-DD", "--date 的格式为 YYYY-MM-DD");
    return kUsage;
  }
  std::optional<RefsBooklet> booklet = open_refs(options, globals);
  if (!booklet) return kUsage;
  Findings ignored;  // bytes that are no UTF-8 are this file's habit
  const Result<source::SourceSet> file = source::load_file(options.file, ignored);
  if (!file) {
    print_error(file.error(), globals);
    return kUsage;
  }
  const int status = take_retractions(*booklet, file->files().front().bytes, options.date, options.accepts, globals);
  if (status == kIncomplete) return kUsage;
  const bool is_worth_keeping = booklet->manuscript.lock || !booklet->lock.sources.empty();
  const int saved = is_worth_keeping ? save_lock(*booklet, globals) : static_cast<int>(kClean);
  return saved != kClean ? saved : status;
}

}  // namespace bifolio::cli
