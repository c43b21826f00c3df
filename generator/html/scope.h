// What writing a page needs to know: the booklet, the page's place in the site,
// and for whom it is.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "chart/chart.h"
#include "html/site_map.h"
#include "lang/lang.h"
#include "model/drawing.h"
#include "model/publication.h"
#include "theme/theme.h"

namespace bifolio::html {

/// Pictures that are drawings, by booklet-relative path: those that can be drawn.
using Drawings = std::map<std::string, Drawing, std::less<>>;

struct Scope {
  const Publication& publication;
  const theme::Theme& theme;
  const SiteMap& map;
  Findings& findings;
  std::size_t book = 0;
  std::string page = {};     ///< its path below the site's root
  std::size_t document = 0;  ///< on pages of a document
  View view = View::plain;
  const chart::SiteCharts* charts = nullptr;  ///< null where nothing can be drawn
  const Drawings* drawings = nullptr;
  std::string prefix = {};  ///< before every id, where one page holds several languages

  const Book& the_book() const { return publication.books[book]; }
  const Document& the_document() const { return the_book().documents[document]; }
  const std::string& language() const { return the_book().language; }
  const lang::Language& words() const { return lang::get(language()); }
  const lang::Labels& labels() const { return words().labels(); }

  /// The file of a picture below the site's root; "" where the site has none.
  std::string picture_file(std::string_view path) const;
  std::string url(std::string_view path) const { return relative_url(page, path); }
  std::string document_url(std::size_t index) const {
    return url(map.document(language(), the_book().documents[index], view));
  }
  /// The language of the booklet that is written so, or the usual one.
  std::string_view language_written(lang::Writing) const;
};

/// “上一部分：治疗策略” / “Previous part: Therapeutic strategies”
std::string labelled(const Scope&, std::string_view label, std::string_view text);

/// `{n}` filled in.
std::string counted(std::string_view pattern, std::size_t n);

}  // namespace bifolio::html
