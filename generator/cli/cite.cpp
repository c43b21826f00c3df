// Citations and references of any library in any style, and what a booklet cites.
#include "cite/cite.h"

#include <cstdio>
#include <memory>
#include <unordered_map>

#include "cli/cite_output.h"
#include "cli/command.h"
#include "parse/library.h"
#include "syntax/syntax.h"

namespace bifolio::cli {
namespace {

struct Options {
  std::string style = "american-medical-association", locale, items, citations, format = "text";
  std::string booklet;
  bool only_unused = false;
};

/// To standard error: standard output is for what was asked for.
bool report_to_stderr(Findings& findings, const source::SourceSet& sources, const Globals& globals) {
  const auto entries = pipeline::judge(findings, Booklet{});
  const report::Report report{entries, sources, "", globals.language};
  std::fputs(report::find_reporter("text").write(report).c_str(), stderr);
  for (const report::Entry& entry : entries) {
    if (entry.severity == Severity::error) return true;
  }
  return false;
}

std::string text_of(const Tree* tree) {
  return tree ? tree->text : std::string();
}
bool is_true(const Tree* tree) {
  return tree && tree->is_boolean() && tree->boolean;
}

using KeyIndex = std::unordered_map<std::string, std::size_t>;

/// {"id": "miller2022", "locator": "3", "label": "page", "prefix": "see ", "suffix": "", "suppress-author": true}
std::optional<cite::CitedItem> read_cite(const Tree& tree, const KeyIndex& keys) {
  const auto at = keys.find(text_of(tree.find("id")));
  if (at == keys.end()) return std::nullopt;
  cite::CitedItem item;
  item.reference = at->second;
  item.locator = text_of(tree.find("locator"));
  item.locator_label = text_of(tree.find("label"));
  item.prefix.text = text_of(tree.find("prefix"));
  item.suffix.text = text_of(tree.find("suffix"));
  item.suppress_author = is_true(tree.find("suppress-author"));
  item.author_only = is_true(tree.find("author-only"));
  return item;
}

/// A citation is a list of cites, or an object with `citationItems`, `noteIndex` and `narrative`.
cite::Cluster read_cluster(const Tree& tree, const KeyIndex& keys, std::vector<std::string>& unknown) {
  cite::Cluster cluster;
  const Tree* items = tree.is_array() ? &tree : tree.find("citationItems");
  cluster.is_narrative = is_true(tree.find("narrative"));
  if (const Tree* note = tree.find("noteIndex"))
    cluster.note_number = static_cast<int>(as_integer(*note).value_or(0) % 1'000'000);
  if (!items) return cluster;
  for (const Tree& one : items->items) {
    if (auto cited = read_cite(one, keys))
      cluster.items.push_back(std::move(*cited));
    else
      unknown.push_back(text_of(one.find("id")));
  }
  return cluster;
}

struct Work {
  Library library;
  std::vector<cite::Cluster> clusters;
  source::SourceSet sources;
};

/// All files that are asked for, in one set, so that spans tell them apart.
bool load_files(const Options& options, Work& work, Findings& findings, const Globals& globals) {
  std::vector<source::SourceFile> files;
  for (const std::string& path : {options.items, options.citations}) {
    if (path.empty()) continue;
    const Result<source::SourceSet> file = source::load_file(path, findings);
    if (!file) {
      print_error(file.error(), globals);
      return false;
    }
    files.push_back(file->files()[0]);
  }
  work.sources = source::SourceSet(std::move(files));
  return true;
}

bool read_citations(const Tree& tree, Work& work, const Globals& globals) {
  KeyIndex keys;
  for (std::size_t i = 0; i < work.library.references.size(); ++i) keys.emplace(work.library.references[i].key, i);
  std::vector<std::string> unknown;
  for (const Tree& one : tree.items) work.clusters.push_back(read_cluster(one, keys, unknown));
  for (const std::string& key : unknown) {
    std::fprintf(stderr, "bifolio: `%s`: %s\n", key.c_str(),
                 std::string(say(globals, {"the library has no such work", "文献库中没有这一条"})).c_str());
  }
  return unknown.empty();
}

cite::Options print_options(const Options& options, const Work& work) {
  cite::Options wanted;
  wanted.language = options.locale;
  if (!options.citations.empty()) return wanted;
  for (std::size_t i = 0; i < work.library.references.size(); ++i) wanted.uncited.push_back(i);
  return wanted;
}

int print_items(const Options& options, const Globals& globals) {
  const auto style = cite::load_style(options.style);
  if (!style) {
    print_error(style.error(), globals);
    return kUsage;
  }
  Work work;
  Findings findings;
  if (!load_files(options, work, findings, globals)) return kUsage;
  const FileId items = *work.sources.find(options.items);
  parse::read_library(options.items, work.sources.bytes(items), items, work.library, findings);
  bool is_sound = true;
  if (!options.citations.empty()) {
    const FileId file = *work.sources.find(options.citations);
    is_sound = read_citations(syntax::parse_json({work.sources.bytes(file), file}, findings), work, globals);
  }
  const cite::Printed printed =
      cite::print(**style, work.library, work.clusters, print_options(options, work), findings);
  std::fputs(write_printed(printed, work.library, options.format).c_str(), stdout);
  return report_to_stderr(findings, work.sources, globals) || !is_sound ? kFindings : kClean;
}

/// Works of a booklet's library, with how often each book cites them.
int list_works(const Options& options, const Globals& globals) {
  const auto folder = find_booklet(options.booklet, globals);
  if (!folder) return kUsage;
  Findings findings;
  const Result<pipeline::Loaded> loaded = pipeline::load(request_for(*folder, globals), findings);
  if (!loaded) {
    print_error(loaded.error(), globals);
    return kUsage;
  }
  const Publication& publication = loaded->publication;
  std::vector<std::size_t> places(publication.library.references.size());
  for (const Book& book : publication.books) {
    for (const BibliographyEntry& entry : book.references) places[entry.reference] += entry.places.size();
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (options.only_unused && places[i] > 0) continue;
    const Reference& reference = publication.library.references[i];
    std::printf("%zu\t%s\t%s\n", places[i], reference.key.c_str(), std::string(reference.field("title")).c_str());
  }
  return kClean;
}

void declare_list(CLI::App& app, const std::shared_ptr<Options>& options, const Globals& globals) {
  app.description(std::string(say(globals, {"list the works of a booklet: how often cited, key, title",
                                            "列出手册的文献：引用次数、引文键、题名"})));
  app.add_option("BOOKLET", options->booklet, std::string(say(globals, {"the booklet's folder", "手册的文件夹"})));
  app.add_flag("--unused", options->only_unused,
               std::string(say(globals, {"only works that are never cited", "只列出从未引用的文献"})));
}

}  // namespace

Run declare_cite(CLI::App& app, const Globals& globals) {
  app.description(
      std::string(say(globals, {"format citations and references in a CSL style", "按 CSL 样式排出引文和文献表"})));
  auto options = std::make_shared<Options>();
  app.add_option("--style", options->style,
                 std::string(say(globals, {"a style's name, or a .csl file", "样式名称，或 .csl 文件"})))
      ->option_text("NAME|FILE");
  app.add_option("--locale", options->locale,
                 std::string(say(globals, {"language of the text, such as zh-CN", "正文的语言，如 zh-CN"})))
      ->option_text("LANG");
  app.add_option(
         "--items", options->items,
         std::string(say(globals, {"the library: .json, .bib, .ris or .nbib", "文献库：.json、.bib、.ris 或 .nbib"})))
      ->option_text("FILE");
  app.add_option("--citations", options->citations,
                 std::string(say(globals, {"citations as JSON; without them all works are listed",
                                           "JSON 格式的引文；不给出时列出全部文献"})))
      ->option_text("FILE");
  app.add_option("--format", options->format, std::string(say(globals, {"text, html or json", "text、html 或 json"})))
      ->check(CLI::IsMember({"text", "html", "json"}))
      ->option_text("FORMAT");
  CLI::App* list = app.add_subcommand("list");
  declare_list(*list, options, globals);
  return [options, list, &globals] {
    if (list->parsed()) return list_works(*options, globals);
    if (!options->items.empty()) return print_items(*options, globals);
    std::fprintf(stderr, "bifolio: %s\n",
                 std::string(say(globals, {"--items FILE is missing; see `bifolio cite --help`",
                                           "缺少 --items FILE；参见 `bifolio cite --help`"}))
                     .c_str());
    return static_cast<int>(kUsage);
  };
}

}  // namespace bifolio::cli
