// `refs`: the maintainer's side of the reference lock. `update` and `add` are the
// only commands of the program that open a connection to the world.
#include "cli/refs.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include "lang/iso_date.h"
#include "lock/lock.h"
#include "model/walk.h"
#include "store/store.h"

namespace bifolio::cli {
namespace {

/// What is wrong with the lock itself; the rest is told by `check`.
bool print_lock_faults(const Findings& findings, const RefsBooklet& booklet, const Globals& globals) {
  for (const Finding& finding : findings.all()) {
    const bool is_of_lock = finding.span.file == booklet.lock.file && finding.span.file.is_known();
    if (is_of_lock && !booklet.lock.is_readable) print_error(finding, globals);
  }
  return !booklet.lock.is_readable;
}

std::string check_date(const std::string& text) {
  const auto date = lang::parse_iso_date(text);
  return date && date->day != 0 ? "" : "YYYY-MM-DD";
}

class Declaration {
 public:
  Declaration(CLI::App& app, const std::shared_ptr<RefsOptions>& options, const Globals& globals)
      : app_(app), options_(*options), globals_(globals) {}

  Declaration& command(const char* name, Words words) {
    now_ = app_.add_subcommand(name, said(words));
    return *this;
  }
  Declaration& value(const char* name, std::string& out, const char* form, Words words) {
    now_->add_option(name, out, said(words))->option_text(form);
    return *this;
  }
  Declaration& required(const char* name, std::string& out, Words words) {
    now_->add_option(name, out, said(words))->required();
    return *this;
  }
  Declaration& flag(const char* name, bool& out, Words words) {
    now_->add_flag(name, out, said(words));
    return *this;
  }
  Declaration& keys() {
    now_->add_option("KEY", options_.keys,
                     said({"only these: citation keys or identifiers", "只查询这些：引文键或编号"}));
    return *this;
  }
  Declaration& booklet() {
    return value("--booklet", options_.booklet, "DIR", {"the booklet's folder", "手册的文件夹"});
  }
  Declaration& today() {
    now_->add_option("--today", options_.today, said({"write this day instead of today", "以此日期代替今天写入"}))
        ->check(check_date)
        ->option_text("DATE");
    return *this;
  }
  Declaration& places() {
    value("--mailto", options_.mailto, "ADDRESS",
          {"whom registries may write to; default: [lock] mailto", "登记机构可以联系的邮箱，默认为 [lock] 的 mailto"});
    value("--base-url", options_.base_url, "URL", {"where Crossref is asked", "查询 Crossref 的地址"});
    value("--doi-base-url", options_.doi_base_url, "URL", {"where DOIs are resolved", "解析 DOI 的地址"});
    return value("--pubmed-base-url", options_.pubmed_base_url, "URL", {"where PubMed is asked", "查询 PubMed 的地址"});
  }
  Declaration& accept() {
    return flag("--accept", options_.accepts,
                {"take over that a work is no longer reported as retracted", "接受某文献不再被报告为撤稿"});
  }

 private:
  std::string said(Words words) const { return std::string(say(globals_, words)); }

  CLI::App& app_;
  RefsOptions& options_;
  const Globals& globals_;
  CLI::App* now_ = nullptr;
};

void declare_update(Declaration& declaration, RefsOptions& options) {
  declaration
      .command("update", {"ask registries about works that are new or were asked about long ago",
                          "向登记机构查询新增的和久未核对的文献"})
      .keys()
      .flag("--all", options.wants_all, {"all works of the library", "文献库中的所有文献"})
      .flag("--stale", options.wants_stale,
            {"only those asked about longer ago than max-age", "只查询超过 max-age 的文献"})
      .flag("--links", options.wants_links, {"look at web links too", "同时查看网页链接"})
      .flag("--retractions", options.wants_retractions,
            {"fetch the data set of retractions too, at most once a day", "同时下载撤稿数据，每天至多一次"})
      .value("--retractions-url", options.retractions_url, "URL", {"where the data set is", "撤稿数据的地址"})
      .accept()
      .places()
      .today()
      .booklet();
}

}  // namespace

void tell(const Globals& globals, const std::string& en, const std::string& zh) {
  if (!globals.is_quiet) std::fprintf(stderr, "%s\n", (globals.language == UiLanguage::en ? en : zh).c_str());
}

std::string today_of(const RefsOptions& options, const Globals& globals) {
  return options.today.empty() ? globals.today : options.today;
}

std::optional<RefsBooklet> open_refs(const RefsOptions& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return std::nullopt;
  RefsBooklet booklet{*folder};
  Findings findings;
  Result<Manuscript> manuscript = pipeline::load_manuscript(request_for(*folder, globals), booklet.sources, findings);
  if (!manuscript) {
    print_error(manuscript.error(), globals);
    return std::nullopt;
  }
  booklet.manuscript = *std::move(manuscript);
  if (booklet.manuscript.lock) booklet.lock = *booklet.manuscript.lock;
  if (const auto file = booklet.sources.find(lock::kLockFile)) booklet.lock_bytes = booklet.sources.bytes(*file);
  if (print_lock_faults(findings, booklet, globals)) return std::nullopt;
  return booklet;
}

int save_lock(const RefsBooklet& booklet, const Globals& globals) {
  const std::string json = lock::write_lock(booklet.lock);
  if (json == booklet.lock_bytes) return kClean;
  const Outcome written = store::write_file(booklet.folder + "/" + std::string(lock::kLockFile), json);
  if (written) return kClean;
  print_error(written.error(), globals);
  return kIncomplete;
}

std::vector<std::string> web_links(const Manuscript& manuscript) {
  std::set<std::string> links;
  const auto add = [&](const std::string& url) {
    const bool is_web = url.starts_with("https://") || url.starts_with("http://");
    if (is_web && lock::key_from(url).empty()) links.insert(url);
  };
  const VisitInline visit = [&](const Inline& node) {
    if (const auto* link = node.get_if<Link>()) add(link->target);
  };
  for (const Document& document : manuscript.documents) {
    for_each_inline(document.front.abstract, visit);
    for_each_inline(document.blocks, visit);
    for (const Note& note : document.notes) for_each_inline(note.children, visit);
  }
  for (const Reference& reference : manuscript.library.references) {
    if (const auto url = reference.fields.find("URL"); url != reference.fields.end()) add(url->second.value);
  }
  return {links.begin(), links.end()};
}

Run declare_refs(CLI::App& app, const Globals& globals) {
  app.description(std::string(say(globals, {"keep what registries say about the cited works (the reference lock)",
                                            "维护登记机构对被引文献的答复（锁文件）"})));
  app.require_subcommand(1);
  auto options = std::make_shared<RefsOptions>();
  Declaration declaration(app, options, globals);
  declare_update(declaration, *options);
  declaration.command("add", {"look up an identifier and add the work to the library", "按编号查询文献并加入文献库"})
      .required("ID", options->file, {"DOI, `PMID 123` or arXiv number", "DOI、`PMID 123` 或 arXiv 编号"})
      .places()
      .today()
      .booklet();
  declaration
      .command("diff", {"what a refresh would do, or what changed since another lock",
                        "列出需要更新的内容，或与另一份锁文件的差别"})
      .value("FILE", options->file, "", {"an earlier bifolio.lock.json", "较早的 bifolio.lock.json"})
      .today()
      .booklet();
  declaration.command("prune", {"remove records that belong to no entry", "删除不属于任何条目的记录"}).booklet();
  declaration
      .command("import-retractions", {"make the snapshot of retractions from a Retraction Watch file",
                                      "由 Retraction Watch 文件生成撤稿数据快照"})
      .required("FILE", options->file, {"the CSV file", "CSV 文件"})
      .value("--date", options->date, "DATE",
             {"the day of the file; default: its newest notice", "文件的日期，默认取其中最新的声明"})
      .accept()
      .booklet();
  return [options, &app, &globals] {
    if (app.got_subcommand("update")) return refs_update(*options, globals);
    if (app.got_subcommand("add")) return refs_add(*options, globals);
    if (app.got_subcommand("diff")) return refs_diff(*options, globals);
    if (app.got_subcommand("prune")) return refs_prune(*options, globals);
    return refs_import(*options, globals);
  };
}

}  // namespace bifolio::cli
