// One Markdown file of one language.
#pragma once

#include <string>
#include <vector>

#include "model/block.h"
#include "model/directive.h"

namespace bifolio {

/// `[^label]: …`, in order of first mention once parsed; never-mentioned ones last.
struct Note {
  std::string label;
  Blocks children;
  Span span = {};
  bool is_mentioned = true;
};

struct FrontMatter {
  std::string title, id, language, updated;
  Inlines abstract = {};
  Inlines takeaway = {};  ///< one sentence, printed first
  std::string kind;  ///< "evidence" or "reflection"; empty where not given
  std::vector<std::string> contributors;
  Span span = {};
  Span title_span = {}, abstract_span = {}, language_span = {}, updated_span = {};
};

struct Document {
  FileId file = {};
  std::string path;      ///< booklet-relative: "en/phase-1/10-targets.md"
  std::string relative;  ///< inside its language's folder: "phase-1/10-targets.md"; the same in each language
  std::string language;
  FrontMatter front;
  Inlines title;             ///< its only h1
  std::string title_id = {};  ///< the title's explicit id
  Span title_span = {};
  Blocks blocks;
  std::vector<Note> notes;
  std::vector<Directive> directives;
  bool is_chapter_opener = false;  ///< an index.md: title, abstract and version line of a chapter
  std::string phase = {};          ///< id of its phase; empty outside phases
  bool is_unnumbered = false;      ///< `# Title {.unnumbered}`

  // Resolved:
  bool is_missing = false;  ///< stands in for a translation that does not exist: no blocks, another language's title
  std::string id = {};      ///< the explicit id, or one made from its path; its page and the root of derived ids
  std::string number = {};  ///< "1.3"; of a chapter opener "1"
  std::string page = {};    ///< site path without language: "phase-1/targets.html"
};

}  // namespace bifolio
