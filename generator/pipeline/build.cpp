#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <set>
#include <thread>
#include <tuple>

#include "chart/chart.h"
#include "edition/edition.h"
#include "lang/iso_date.h"
#include "layout/layout.h"
#include "parse/parse.h"
#include "pipeline/pipeline.h"
#include "pipeline/rules.h"
#include "resolve/resolve.h"

namespace bifolio::pipeline {
namespace {

constexpr std::string_view kSingleName = "text.md";

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

Span place(const Booklet& booklet, std::string_view key) {
  const auto at = booklet.places.find(key);
  return at == booklet.places.end() ? Span{booklet.file, 0, 0} : at->second;
}

std::vector<std::string> wanted_languages(const Request& request, const Booklet& booklet, Findings& findings) {
  if (request.languages.empty()) return booklet.languages;
  std::vector<std::string> wanted;
  for (const std::string& language : request.languages) {
    const bool known =
        std::find(booklet.languages.begin(), booklet.languages.end(), language) != booklet.languages.end();
    if (known)
      wanted.push_back(language);
    else
      findings.add({&language_unknown, {}, {{"name", language}, {"known", joined(booklet.languages)}}});
  }
  return wanted;
}

/// The editions to make, in the order in which they can be made.
std::vector<edition::Edition> wanted_editions(const Request& request, const Booklet& booklet, Findings& findings) {
  const bool is_asked_for = !request.editions.empty();
  const std::vector<std::string>& names = is_asked_for ? request.editions : booklet.editions;
  const Span where = is_asked_for ? Span{} : place(booklet, "editions.build");
  std::vector<std::string> known;
  for (const edition::Edition& one : edition::editions()) known.emplace_back(one.name);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    findings.add({&edition_unknown, where, {{"name", name}, {"known", joined(known)}}});
  }
  std::vector<edition::Edition> wanted;
  for (const edition::Edition& one : edition::editions()) {
    if (std::find(names.begin(), names.end(), one.name) == names.end()) continue;
    wanted.push_back(one);
    if (one.name == "parallel" && booklet.languages.size() == 1) {
      findings.add({&edition_one_language, where, {{"language", booklet.languages[0]}}});
    }
  }
  return wanted;
}

}  // namespace

BuildStamp stamp_of(const Request& request, const Booklet& booklet) {
  if (request.stamp) return *request.stamp;
  const auto date = lang::parse_iso_date(booklet.date);
  if (!date || date->day == 0) return {};
  return {date->year, date->month, date->day, 0, 0, 0};
}

cite::StyleFolders style_folders(const Request& request, const Booklet& booklet) {
  cite::StyleFolders folders;
  folders.styles.insert(folders.styles.begin(), request.themes + "/" + booklet.theme + "/styles");
  if (!booklet.styles_dir.empty())
    folders.styles.insert(folders.styles.begin(), request.folder + "/" + booklet.styles_dir);
  return folders;
}

Result<Manuscript> load_manuscript(const Request& request, source::SourceSet& sources, Findings& findings) {
  Result<source::SourceSet> loaded = source::load_folder(request.folder, findings);
  if (!loaded) return loaded.error();
  sources = *std::move(loaded);
  return parse::parse(sources, findings);
}

Result<Loaded> load(const Request& request, Findings& findings) {
  Loaded loaded;
  Result<Manuscript> manuscript = load_manuscript(request, loaded.sources, findings);
  if (!manuscript) return manuscript.error();
  const cite::StyleFolders folders = style_folders(request, manuscript->booklet);
  loaded.publication = resolve::resolve(*std::move(manuscript), folders, findings);
  return loaded;
}

Result<Loaded> load_single(const std::string& path, const std::string& language, const Request& request,
                           Findings& findings) {
  const Result<source::SourceSet> file = source::load_file(path, findings);
  if (!file) return file.error();
  const std::string& bytes = file->files().at(0).bytes;
  Loaded loaded;
  loaded.sources = source::SourceSet({{language + "/" + std::string(kSingleName), bytes}});
  Findings booklet_findings;  // a file by itself has no bifolio.toml, and need not
  Manuscript manuscript = parse::parse(loaded.sources, booklet_findings);
  const cite::StyleFolders folders = style_folders(request, manuscript.booklet);
  loaded.publication = resolve::resolve(std::move(manuscript), folders, booklet_findings);
  return loaded;
}

namespace {

/// A theme with the faces it names.
struct Dress {
  theme::Theme theme;
  text::Fonts fonts;
};

/// Places in a theme are not places in the booklet: the name of its file has to do.
void add_findings_of_theme(const Findings& found, const source::SourceSet& theme, Findings& findings) {
  for (Finding finding : found.all()) {
    if (finding.span.file.is_known() && finding.subject.empty()) finding.subject = theme.file(finding.span.file).path;
    finding.span = {};
    finding.related.clear();
    finding.fixes.clear();
    findings.add(std::move(finding));
  }
}

std::optional<Dress> open_dress(const Request& request, const Booklet& booklet, Findings& findings) {
  Findings theme_findings;
  const Result<source::SourceSet> files = source::load_folder(request.themes + "/" + booklet.theme, theme_findings);
  if (!files) {
    findings.add({&theme_missing,
                  place(booklet, "booklet.theme"),
                  {{"name", booklet.theme}, {"folder", "themes/"}, {"known", "icebreaker"}}});
    return std::nullopt;
  }
  theme::Theme theme = theme::Theme::read(*files, theme_findings);
  add_findings_of_theme(theme_findings, *files, findings);
  Result<text::Fonts> fonts = text::Fonts::open(theme);
  if (!fonts) {
    findings.add(fonts.error());
    return std::nullopt;
  }
  return Dress{std::move(theme), *std::move(fonts)};
}

/// Every face once; faces of one file are hashed together.
std::vector<FontUse> fonts_of(const text::Fonts& fonts) {
  std::map<std::string, std::string> hashes;
  std::map<std::pair<std::string, std::string>, FontUse> uses;
  for (std::size_t i = 0; i < fonts.count(); ++i) {
    const text::FontId id{static_cast<std::uint16_t>(i)};
    const text::FontFacts& facts = fonts.facts(id);
    std::string& hash = hashes[facts.file];
    if (hash.empty()) hash = fonts.file_hash(id);
    uses[{facts.file, facts.postscript_name}] = {facts.family, facts.postscript_name, facts.file, hash};
  }
  std::vector<FontUse> all;
  for (const auto& [key, use] : uses) all.push_back(use);
  return all;
}

/// The cited works beside the site, for readers to take into their own libraries.
void add_libraries(const Publication& publication, edition::Made& made) {
  std::set<std::size_t> cited;
  for (const Book& book : publication.books) {
    for (const BibliographyEntry& entry : book.references) cited.insert(entry.reference);
  }
  if (cited.empty()) return;
  const std::vector<std::size_t> works(cited.begin(), cited.end());
  const auto add = [&](const char* name, cite::LibraryFormat format) {
    Artifact file{std::string("references/") + name, cite::write_library(publication.library, works, format)};
    made.downloads.push_back({"", "references", file.path, file.bytes.size()});
    made.artifacts.push_back(std::move(file));
  };
  add("references.json", cite::LibraryFormat::csl_json);
  add("references.bib", cite::LibraryFormat::bibtex);
  add("references.ris", cite::LibraryFormat::ris);
}

/// What several editions say in the same words is said once.
Findings without_repeats(Findings&& all) {
  Findings out;
  std::set<std::tuple<Span, std::string_view, std::string>> seen;
  for (const Finding& one : all.all()) {
    if (seen.emplace(one.span, one.rule->id, message(one, UiLanguage::en)).second) out.add(one);
  }
  return out;
}

/// A paged edition in a language, or one of the whole booklet.
struct Task {
  edition::Edition edition;
  edition::Inputs inputs;
  edition::Made made = {};
  Findings findings = {};
};

std::vector<Task> tasks_of(const edition::Inputs& inputs, const std::vector<edition::Edition>& wanted) {
  std::vector<Task> tasks;
  for (const edition::Edition& one : wanted) {
    if (one.unit == edition::Edition::Unit::booklet) tasks.push_back({one, inputs});
    if (one.unit != edition::Edition::Unit::language) continue;
    for (const std::string& language : inputs.languages) {
      tasks.push_back({one, inputs});
      tasks.back().inputs.languages = {language};
    }
  }
  return tasks;
}

/// Each task has its own results; they are gathered in the order of the tasks,
/// whichever ends first.
edition::Made make_paged(const edition::Inputs& inputs, const std::vector<edition::Edition>& wanted, int jobs,
                         Findings& findings) {
  std::vector<Task> tasks = tasks_of(inputs, wanted);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) {
      tasks[i].edition.make(tasks[i].inputs, tasks[i].made, tasks[i].findings);
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t wished = std::min(tasks.size(), static_cast<std::size_t>(std::max(1, jobs)));
    for (std::size_t i = 1; i < wished; ++i) threads.emplace_back(work);
    work();
  }
  edition::Made all;
  for (Task& task : tasks) {
    std::move(task.made.artifacts.begin(), task.made.artifacts.end(), std::back_inserter(all.artifacts));
    std::move(task.made.downloads.begin(), task.made.downloads.end(), std::back_inserter(all.downloads));
    findings.append(std::move(task.findings));
  }
  return all;
}

}  // namespace

Editions make_editions(const Loaded& loaded, const Request& request, Findings& findings, NameFonts name_fonts) {
  const Booklet& booklet = loaded.publication.booklet;
  const std::optional<Dress> dress = open_dress(request, booklet, findings);
  if (!dress) return {};
  const edition::Inputs inputs{loaded.publication,
                               dress->theme,
                               dress->fonts,
                               stamp_of(request, booklet),
                               wanted_languages(request, booklet, findings),
                               request.surroundings};
  const std::vector<edition::Edition> wanted = wanted_editions(request, booklet, findings);
  Findings found;
  edition::Made made = make_paged(inputs, wanted, request.jobs, found);
  for (const edition::Edition& one : wanted) {
    if (one.unit != edition::Edition::Unit::site) continue;
    add_libraries(loaded.publication, made);
    one.make(inputs, made, found);
  }
  findings.append(without_repeats(std::move(found)));
  Editions editions{std::move(made.artifacts), std::move(made.downloads), {}, inputs.stamp};
  if (name_fonts == NameFonts::yes) editions.fonts = fonts_of(dress->fonts);
  return editions;
}

void check_charts(const Loaded& loaded, const Request& request, Findings& findings) {
  const Publication& publication = loaded.publication;
  if (publication.charts.empty()) return;  // then no face need be opened
  const std::optional<Dress> dress = open_dress(request, publication.booklet, findings);
  if (dress) chart::draw_for_site(publication, dress->theme, dress->fonts, findings);
}

LaidOut lay_out(const Loaded& loaded, const Request& request, Findings& findings) {
  const Booklet& booklet = loaded.publication.booklet;
  LaidOut out;
  std::optional<Dress> dress = open_dress(request, booklet, findings);
  if (!dress) return out;
  edition::Inputs inputs{loaded.publication, dress->theme, dress->fonts, stamp_of(request, booklet),
                         wanted_languages(request, booklet, findings)};
  inputs.take_pages = [&](layout::PagedDocument&& pages) { out.documents.push_back(std::move(pages)); };
  Request paged = request;
  if (paged.editions.empty()) paged.editions = {"pdf"};
  edition::Made nothing;
  for (const edition::Edition& one : wanted_editions(paged, booklet, findings)) {
    if (one.name != "html") one.make(inputs, nothing, findings);
  }
  out.fonts.emplace(std::move(dress->fonts));
  return out;
}

std::vector<Tree> dump_lines(const Loaded& loaded, const Request& request, const std::string& language,
                             const layout::MeasureWanted& measure, Findings& findings) {
  const Booklet& booklet = loaded.publication.booklet;
  const std::optional<Dress> dress = open_dress(request, booklet, findings);
  std::vector<Tree> dumps;
  for (const Book& book : loaded.publication.books) {
    if (!dress || (!language.empty() && book.language != language)) continue;
    dumps.push_back(layout::dump_text(loaded.publication, book, {}, measure, dress->theme, dress->fonts,
                                      stamp_of(request, booklet), findings));
  }
  return dumps;
}

}  // namespace bifolio::pipeline
