// Texts in drawings, and what a drawing may not hold.
#include <gtest/gtest.h>

#include "unit/picture/read_picture.h"

namespace bifolio::picture {
namespace {

TEST(PictureText, StandsWhereItsPlaceSays) {
  EXPECT_EQ(shapes("<text x='5' y='20'>One  \n two </text>"),
            "<text x=\"5\" y=\"20\" font-size=\"16\" fill=\"#000\">One two</text>");
  EXPECT_EQ(shapes("<text x='50%' y='2em' font-size='10' text-anchor='middle' font-weight='700' font-style='oblique' "
                   "fill='red'>A</text>"),
            "<text x=\"50\" y=\"20\" text-anchor=\"middle\" font-weight=\"bold\" font-style=\"italic\" "
            "fill=\"#f00\">A</text>");
  EXPECT_EQ(shapes("<text style=\"font: italic bold 10px/1.2 'A B', serif\" y='9'>A</text>"),
            "<text x=\"0\" y=\"9\" font-weight=\"bold\" font-style=\"italic\" fill=\"#000\">A</text>");
}

TEST(PictureText, LinesBeginWherePlacesStand) {
  EXPECT_EQ(shapes("<text font-size='10'><tspan x='1' y='10'>One</tspan><tspan x='1' dy='12'>Two</tspan></text>"),
            "<text x=\"1\" y=\"10\" fill=\"#000\">One</text><text x=\"1\" y=\"22\" fill=\"#000\">Two</text>");
  EXPECT_EQ(shapes("<text font-size='10' x='1' y='10'>One <tspan>and</tspan> two</text>"),
            "<text x=\"1\" y=\"10\" fill=\"#000\">One and two</text>");
  const Read bold = read_inside("<text y='9'>One <tspan font-weight='bold'>bold</tspan></text>");
  EXPECT_TRUE(bold.drawing);
  EXPECT_EQ(bold.said(), "picture-svg-simplified <tspan>");
}

TEST(PictureText, PowersAreNotFlattened) {
  EXPECT_EQ(shapes("<text y='9'>10<tspan dy='-3'>-3</tspan></text>"), "picture-svg-unsupported <tspan>");
  EXPECT_EQ(shapes("<text y='9'>10<tspan baseline-shift='super'>-3</tspan></text>"), "picture-svg-unsupported <tspan>");
  EXPECT_EQ(shapes("<text x='1 5 9' y='9'>abc</text>"), "picture-svg-unsupported x");
  EXPECT_EQ(shapes("<text y='9' rotate='10 20'>abc</text>"), "picture-svg-unsupported rotate");
}

TEST(PictureText, TurnsAndGrowsButIsNeverMirrored) {
  EXPECT_EQ(shapes("<text transform='translate(10 20) rotate(-90) scale(2)' font-size='10'>A</text>"),
            "<text transform=\"translate(10,20)rotate(-90)\" font-size=\"20\" fill=\"#000\">A</text>");
  EXPECT_EQ(shapes("<text transform='scale(-1 1)'>A</text>"), "picture-svg-unsupported <text>");
  EXPECT_EQ(shapes("<text transform='skewX(30)'>A</text>"), "picture-svg-unsupported <text>");
}

TEST(PictureText, KnowsItsLanguage) {
  const Read one = read_inside("<text y='9' xml:lang='zh-Hans'>渐冻症</text><text y='9'>ALS</text>");
  ASSERT_TRUE(one.drawing);
  const auto& texts = one.drawing->root.children[0].children;
  EXPECT_EQ(texts[0].text.language, "zh-Hans");
  EXPECT_EQ(texts[1].text.language, "en");
}

constexpr std::string_view kRect = "<rect width='9' height='9'/>";

TEST(PictureRules, WhatChangesThePictureEndsIt) {
  const std::pair<std::string, std::string> cases[] = {
      {"<linearGradient id='g'/><rect width='9' height='9' fill='url(#g)'/>", "<linearGradient>"},
      {"<pattern id='g'/><rect width='9' height='9' stroke='url(#g)'/>", "<pattern>"},
      {"<image href='a.png'/>", "<image>"},
      {"<foreignObject/>", "<foreignObject>"},
      {"<text><textPath href='#a'>A</textPath></text>", "<textPath>"},
      {"<rect width='9' height='9' filter='url(#f)'/>", "filter"},
      {"<g mask='url(#m)'/>", "mask"},
      {"<path d='M0 0h9' marker-end='url(other.svg#m)'/>", "marker-end"},
      {"<g style='mix-blend-mode: multiply'/>", "mix-blend-mode"},
      {"<g style='transform: rotate(3deg)'/>", "transform"},
      {"<rect width='9' height='9' style='fill: var(--x)'/>", "var()"},
      {"<text writing-mode='tb'>A</text>", "writing-mode"},
      {"<use href='other.svg#a'/>", "<use>"},
      {"<rect width='9' height='9' fill='url(other.svg#a)'/>", "fill"},
      {"<flowRoot/>", "<flowRoot>"},
  };
  for (const auto& [markup, what] : cases) {
    const Read one = read_inside(markup);
    EXPECT_FALSE(one.drawing) << markup;
    EXPECT_EQ(one.said(), "picture-svg-unsupported " + what) << markup;
  }
  // Only where it is seen.
  EXPECT_EQ(shapes("<defs><image href='a.png'/><linearGradient id='g'/></defs><g fill='url(#g)'/>"), "");
}

TEST(PictureRules, WhatActsIsLeftOut) {
  const std::pair<std::string, std::string> cases[] = {
      {"<script>alert(1)</script>", "<script>"},
      {"<defs><script href='http://a.b/c.js'/></defs>", "<script>"},
      {"<g onclick='alert(1)'/>", "onclick"},
      {"<a href='javascript:alert(1)'/>", "<a>"},
      {"<rect><animate attributeName='x' to='9'/></rect>", "<animate>"},
      {"<set attributeName='x' to='9'/>", "<set>"},
      {"<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>", "<script>"},
  };
  for (const auto& [markup, what] : cases) {
    const Read one = read_inside(std::string(kRect) + markup);
    ASSERT_TRUE(one.drawing) << markup;
    EXPECT_EQ(one.said(), "picture-svg-active " + what) << markup;
    const std::string svg = html::write_svg(*one.drawing);
    for (const std::string_view word : {"<script", "alert", "onclick", "href", "animate", "http://a"})
      EXPECT_EQ(svg.find(word), std::string::npos) << svg;
  }
}

TEST(PictureRules, LettersAreEscaped) {
  EXPECT_EQ(shapes("<text>&lt;script>alert(1)&lt;/script></text>"),
            "<text x=\"0\" y=\"0\" font-size=\"16\" fill=\"#000\">&lt;script&gt;alert(1)&lt;/script&gt;</text>");
}

TEST(PictureRules, AFindingPointsAtItsPlace) {
  const std::string markup = "<rect width='9' height='9'/><image href='a.png'/><path d='M0 x'/>";
  const Read one = read_inside(markup);
  ASSERT_EQ(one.findings.all().size(), 2u);
  const std::string all = std::string(kHead) + "width='100' height='100'>" + markup;
  const Span image = one.findings.all()[0].span, data = one.findings.all()[1].span;
  EXPECT_EQ(all.substr(image.begin, image.size()), "<image");
  EXPECT_EQ(all.substr(data.begin, data.size()), "d='M0 x'");
}

TEST(PictureRules, AChoiceTakesWhatCanBeDrawn) {
  EXPECT_EQ(shapes("<switch><foreignObject/><text y='9' font-size='10'>A</text></switch>"),
            "<text x=\"0\" y=\"9\" fill=\"#000\">A</text>");
  EXPECT_EQ(shapes("<switch><foreignObject/></switch>"), "picture-svg-unsupported <foreignObject>");
}

TEST(PictureRules, MarkupIsKnownWhateverItsName) {
  EXPECT_TRUE(is_markup("a.svg", "GIF89a"));
  EXPECT_TRUE(is_markup("A.SVGZ", "\x1f\x8b"));
  EXPECT_TRUE(is_markup("a.png", "\xEF\xBB\xBF \n<svg/>"));
  EXPECT_TRUE(is_markup("a.png", std::string("\0<\0s", 4)));
  EXPECT_FALSE(is_markup("a.png", "\x89PNG"));
  EXPECT_FALSE(is_markup("svg", ""));
}

}  // namespace
}  // namespace bifolio::picture
