// Editions: what a booklet is made into. One file an edition; `editions.def`
// lists them in the order in which they are made.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/artifact.h"
#include "base/finding.h"
#include "html/html.h"
#include "layout/frame.h"
#include "model/publication.h"
#include "text/fonts.h"
#include "theme/theme.h"

namespace bifolio::edition {

/// The booklet's id with its words as the titles spell them: `ALS-Exploration`.
/// Files for people start with it.
std::string name_for_people(const Booklet&);

/// What every edition is made from.
struct Inputs {
  const Publication& publication;
  const theme::Theme& theme;
  const text::Fonts& fonts;
  BuildStamp stamp;
  std::vector<std::string> languages;  ///< the languages to make, in the booklet's order
  html::Surroundings surroundings = html::Surroundings::none;
  /// Where given, takes the pages of paged editions, which then write no files.
  std::function<void(layout::PagedDocument&&)> take_pages = {};
};

/// Whether editions in that language are asked for.
bool is_wanted(const Inputs&, const std::string& language);

/// What editions made so far; an edition adds to it.
struct Made {
  Artifacts artifacts;
  std::vector<html::Download> downloads;
};

struct Edition {
  /// Languages are made apart from each other, and both apart from the site, which comes after them.
  enum class Unit { language, booklet, site };
  std::string_view name;
  Unit unit;
  void (*make)(const Inputs&, Made&, Findings&);
};

/// In the order in which they are made: the site comes last, since it lists the others.
std::vector<Edition> editions();
/// The edition of that name, or one without a function.
Edition find_edition(std::string_view name);

/// Paged editions of every language: lays out, writes and adds `ID_VERSION_LANGUAGE[_EDITION].pdf`.
/// `finish`, where given, has the last word on the pages: it may impose them.
using Finish = std::function<layout::PagedDocument(const layout::PagedDocument&)>;
void make_booklets(const Inputs&, std::string_view edition, Made&, Findings&, const Finish& finish = {});
/// Writes one PDF and adds it, to be found under each of its languages.
void add_booklet(const Inputs&, layout::PagedDocument&&, const std::vector<std::string>& languages,
                 std::string_view edition, Made&, Findings&);

}  // namespace bifolio::edition
