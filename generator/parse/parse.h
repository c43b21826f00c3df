// Files → Manuscript. Never fails, only reports: one run shows every problem.
#pragma once

#include "base/finding.h"
#include "model/chart.h"
#include "model/manuscript.h"
#include "source/load.h"

namespace bifolio::parse {

/// Reads a whole booklet folder. Without a usable bifolio.toml the booklet has
/// what its folders show; everything that could be read is in the result.
Manuscript parse(const source::SourceSet&, Findings&);

/// The Markdown of one file, without its front matter: `offset` is where the text
/// stands in its file, so that spans count from the file's start. `language`
/// (BCP 47) decides how soft breaks join. A leading h1 becomes the title;
/// `::: {.table src="…"}` and `::: {.chart src="…"}` stay divisions, which
/// `parse` replaces by what their files hold.
Document parse_markdown(std::string_view text, FileId, std::uint32_t offset, std::string_view language, Findings&);

/// A table cell, a caption, an abstract: inline Markdown. `offset` is where the text stands in its file.
Inlines parse_inlines(std::string_view text, FileId, std::uint32_t offset, std::string_view language, Findings&);

/// A chart specification with the data files that it names. Data that is not there, lies
/// outside the set or on the network is reported and left out.
Chart read_chart(const source::SourceSet&, FileId, Findings&);

RuleList rules();

}  // namespace bifolio::parse
