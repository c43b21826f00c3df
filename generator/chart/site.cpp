// The charts of a booklet as its site shows them, with what is wrong with them in any language or width.
#include <set>

#include "chart/chart.h"
#include "chart/rules.h"

namespace bifolio::chart {
namespace {

constexpr double kWide = 576, kNarrow = 272;  // LOOK, section 5: the column, and a phone of 320 px
constexpr double kLetters = 16;

/// A fault tells once, though every language and width shows it; a missing translation once a language.
class OnceEach {
 public:
  explicit OnceEach(Findings& findings) : findings_(findings) {}

  void take(const Findings& drawn, const std::string& language) {
    for (const Finding& finding : drawn.all()) {
      const bool is_translation = finding.rule == &rule::chart_untranslated;
      if (told_.emplace(finding.rule, finding.span, is_translation ? language : "").second) findings_.add(finding);
    }
  }

 private:
  Findings& findings_;
  std::set<std::tuple<const Rule*, Span, std::string>> told_;
};

}  // namespace

SiteCharts draw_for_site(const Publication& publication, const theme::Theme& theme, const text::Fonts& fonts,
                         Findings& findings) {
  SiteCharts all;
  OnceEach once(findings);
  for (const Book& book : publication.books) {
    auto& charts = all.emplace_back();
    for (const Chart& chart : publication.charts) {
      Findings drawn;
      Options options{.language = book.language, .theme = &theme, .text_size = kLetters};
      options.container_width = kWide;
      SiteChart& one = charts.emplace_back();
      one.wide = draw(chart, options, fonts, drawn);
      one.table = data_table(chart, options, drawn);
      options.container_width = kNarrow;
      one.narrow = draw(chart, options, fonts, drawn);
      once.take(drawn, book.language);
    }
  }
  return all;
}

}  // namespace bifolio::chart
