// The promises of the default theme: contrast, whole measures, every edition.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "support/paths.h"
#include "theme/theme.h"

namespace bifolio::theme {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(testing::source_dir() + "/themes/icebreaker/" + path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const Theme& icebreaker() {
  static const Theme theme = [] {
    Findings findings;
    Theme read_theme =
        Theme::read(source::SourceSet({{"tokens.css", read("tokens.css")}, {"screen.css", "body{}"}}), findings);
    for (const Finding& finding : findings.all()) ADD_FAILURE() << message(finding, UiLanguage::en);
    return read_theme;
  }();
  return theme;
}

/// WCAG 2.2, relative luminance and contrast ratio.
double luminance(Color color) {
  const auto linear = [](std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast(std::string_view a, std::string_view b, Media media) {
  const double x = luminance(icebreaker().color(a, {"", "", media}));
  const double y = luminance(icebreaker().color(b, {"", "", media}));
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

TEST(Icebreaker, TextOnStripesOfTablesKeepsItsContrast) {
  for (const Media media : {Media::light, Media::dark, Media::contrast, Media::contrast_dark}) {
    for (const std::string_view color : {"--ink", "--soft", "--accent"}) {
      const bool is_striped = icebreaker().ground("--table-stripe", {"", "", media}).has_value();
      EXPECT_GE(contrast(color, is_striped ? "--table-stripe" : "--paper", media), 7) << color;
      EXPECT_GE(contrast(color, "--quiet", media), 7) << color;  // which a theme would take for its stripes
    }
  }
}

struct ContrastRow {
  Media media;
  std::string_view color;
  double paper, quiet, tint;
};

TEST(Icebreaker, HasTheContrastsOfItsTable) {
  constexpr ContrastRow kTable[] = {
      {Media::light, "--ink", 16.3, 15.0, 13.8},     {Media::light, "--soft", 8.3, 7.6, 7.0},
      {Media::light, "--accent", 8.8, 8.1, 7.5},     {Media::light, "--rule", 4.2, 3.9, 3.6},
      {Media::dark, "--ink", 15.0, 13.1, 11.0},      {Media::dark, "--soft", 9.8, 8.5, 7.1},
      {Media::dark, "--accent", 9.9, 8.6, 7.2},      {Media::dark, "--rule", 4.7, 4.1, 3.4},
      {Media::contrast, "--ink", 21, 21, 18.4},      {Media::contrast, "--accent", 11.9, 11.9, 10.5},
      {Media::contrast_dark, "--ink", 21, 21, 14.9}, {Media::contrast_dark, "--accent", 14.3, 14.3, 10.2},
      {Media::contrast, "--soft", 21, 21, 18.4},     {Media::contrast_dark, "--soft", 21, 21, 14.9},
  };
  for (const ContrastRow& row : kTable) {
    const std::string what = std::string(row.color) + " in media " + std::to_string(static_cast<int>(row.media));
    EXPECT_NEAR(contrast(row.color, "--paper", row.media), row.paper, 0.06) << what;
    EXPECT_NEAR(contrast(row.color, "--quiet", row.media), row.quiet, 0.06) << what;
    EXPECT_NEAR(contrast(row.color, "--tint", row.media), row.tint, 0.06) << what;
  }
}

TEST(Icebreaker, ChartColoursStandOutFromPaper) {
  for (const Media media : {Media::light, Media::dark, Media::contrast, Media::contrast_dark}) {
    for (int i = 1; i <= 8; ++i) {
      EXPECT_GE(contrast("--chart-" + std::to_string(i), "--paper", media), 3.0) << i;
    }
  }
}

TEST(Icebreaker, EachSeriesHasADashAndAShapeOfItsOwn) {
  std::set<std::string> dashes, shapes;
  for (int i = 1; i <= 8; ++i) {
    const std::string token = "--chart-" + std::to_string(i);
    dashes.insert(icebreaker().value(token + "-dash"));
    shapes.insert(icebreaker().value(token + "-shape"));
  }
  EXPECT_EQ(dashes.size(), 8u);
  EXPECT_EQ(shapes.size(), 8u);
}

TEST(Icebreaker, MeasuresAreWholeEmsAndLines) {
  for (const std::string_view edition : {"pdf", "large", "screen", "phone", "parallel"}) {
    const Context zh = {edition, "zh-Hans"};
    const TypeSize body = icebreaker().size("--size-body", zh);
    const double ems = icebreaker().length("--block-width", zh).points() / body.size.points();
    const double lines = icebreaker().length("--block-height", zh).points() / body.leading.points();
    EXPECT_NEAR(ems, std::round(ems), 0.0001) << edition;
    EXPECT_NEAR(lines, std::round(lines), 0.0001) << edition;
  }
}

TEST(Icebreaker, BlocksFillTheirPages) {
  for (const std::string_view edition : {"pdf", "large", "screen", "phone"}) {
    const auto length = [&](std::string_view token) { return icebreaker().length(token, {edition, "zh"}); };
    const Length across = length("--page-inner") + length("--block-width") + length("--page-outer");
    EXPECT_NEAR(across.points(), length("--page-width").points(), 0.011) << edition;
    EXPECT_LT(length("--page-top") + length("--block-height") + length("--foot-below"), length("--page-height"));
  }
}

TEST(Icebreaker, SmallLeadIsFourFifthsOfTheBodys) {
  for (const std::string_view edition : {"pdf", "screen", "phone"}) {
    for (const std::string_view language : {"zh", "en"}) {
      const Context context = {edition, language};
      EXPECT_NEAR(icebreaker().size("--size-small", context).leading.points(),
                  icebreaker().size("--size-body", context).leading.points() * 0.8, 0.001)
          << edition << language;
    }
  }
}

TEST(Icebreaker, NothingInLargePrintIsSmallerThanEighteenPoints) {
  for (const std::string_view token : {"--size-body", "--size-alert", "--size-small", "--size-micro"}) {
    for (const std::string_view language : {"zh", "en"}) {
      EXPECT_GE(icebreaker().size(token, {"large", language}).size, pt(18)) << token;
    }
  }
}

}  // namespace
}  // namespace bifolio::theme
