// The table of contents of the program: which stage follows which.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/artifact.h"
#include "base/result.h"
#include "base/tree.h"
#include "check/check.h"
#include "cite/cite.h"
#include "html/html.h"
#include "layout/dump_text.h"
#include "layout/frame.h"
#include "model/publication.h"
#include "report/report.h"
#include "source/load.h"
#include "text/fonts.h"

namespace bifolio::pipeline {

/// Where things are and what is wanted; the command line fills it in.
struct Request {
  std::string folder;                  ///< the booklet
  std::string themes;                  ///< the folder of themes
  std::vector<std::string> editions;   ///< empty = what the booklet lists
  std::vector<std::string> languages;  ///< empty = all of the booklet's
  std::optional<BuildStamp> stamp;     ///< SOURCE_DATE_EPOCH; else the booklet's date
  html::Surroundings surroundings = html::Surroundings::none;
  int jobs = 1;  ///< editions that are made at the same time; they are the same bytes for any number
};

/// A booklet read and resolved.
struct Loaded {
  source::SourceSet sources;
  Publication publication;
};

/// Loads, parses and resolves. Fails where the folder cannot be read.
Result<Loaded> load(const Request&, Findings&);

/// The same, stopping before languages are paired and works are cited.
Result<Manuscript> load_manuscript(const Request&, source::SourceSet&, Findings&);

/// A face that pages were set in.
struct FontUse {
  std::string family, name, file, hash;  ///< of the file: its name without folders, its SHA-256
};

/// The editions, in memory, with what a release tells about them.
struct Editions {
  Artifacts artifacts;
  std::vector<html::Download> downloads;
  std::vector<FontUse> fonts;  ///< by file and name; only where asked for
  BuildStamp stamp;
};
enum class NameFonts { no, yes };  ///< hashing reads a hundred megabytes
Editions make_editions(const Loaded&, const Request&, Findings&, NameFonts = NameFonts::no);

/// What is wrong with the charts, in any language. A build of the site reports the same.
void check_charts(const Loaded&, const Request&, Findings&);

/// What a build of this request would be stamped with.
BuildStamp stamp_of(const Request&, const Booklet&);

/// Pages of the paged editions that are asked for (else of the A5 booklet), one
/// document a language, and the faces that their glyphs belong to.
struct LaidOut {
  std::optional<text::Fonts> fonts;
  std::vector<layout::PagedDocument> documents;
};
LaidOut lay_out(const Loaded&, const Request&, Findings&);

/// One Markdown file, read as the only document of a booklet in that language: `dump lines FILE.md`.
Result<Loaded> load_single(const std::string& path, const std::string& language, const Request&, Findings&);

/// All paragraphs as lines, one tree a language (or only for `language`).
std::vector<Tree> dump_lines(const Loaded&, const Request&, const std::string& language, const layout::MeasureWanted&,
                             Findings&);

/// Runs every check, with the records that lie beside the booklet (i18n.lock.json).
void check(const Loaded&, check::Settings, Findings&);
/// i18n.lock.json; empty where there is none.
check::I18nLock read_i18n_lock(const Loaded&, Findings&);

/// Findings with the severities the booklet gives them, sorted, what is off left out.
std::vector<report::Entry> judge(Findings&, const Booklet&);

/// How strictly a whole run is judged.
struct Strictness {
  check::Settings settings;
  bool every_check_ran = true;  ///< only then is a suppression that hid nothing one too many
  bool is_frozen = false;       ///< what is one too many is an error
};

/// The findings of a run, with what authors excused.
struct Judged {
  std::vector<report::Entry> entries;
  int baselined = 0, expiring = 0;  ///< hidden by the baseline; of its entries in use, those that end within 14 days
};
/// Adds what is wrong with the suppressions themselves.
Judged judge(Findings&, const Loaded&, const Strictness&);

/// Where style files are looked for: the booklet's own folder first.
cite::StyleFolders style_folders(const Request&, const Booklet&);

/// The rules of every stage, by id.
std::vector<const Rule*> all_rules();

}  // namespace bifolio::pipeline
