// Shapes, their places and their paint (SVG 1.1).
#include <gtest/gtest.h>

#include <cmath>

#include "unit/picture/read_picture.h"

namespace bifolio::picture {
namespace {

TEST(PictureShapes, PathsHaveAllCommands) {
  EXPECT_EQ(path("M10 10 L20 10 20 30"), "M10,10h10v20");
  EXPECT_EQ(path("m10 10 10 0 0 20z"), "M10,10h10v20z");
  EXPECT_EQ(path("M10 10H30V20h-5v5"), "M10,10h20v10h-5v5");
  EXPECT_EQ(path("M10 10C10 20 30 20 30 10"), "M10,10c0,10,20,10,20,0");
  EXPECT_EQ(path("M10 10c0 10 20 10 20 0"), path("M10 10C10 20 30 20 30 10"));
  EXPECT_EQ(path("M10 10C10 20 30 20 30 10S50 0 50 10"), "M10,10c0,10,20,10,20,0c0-10,20-10,20,0");
  EXPECT_EQ(path("M10 10S30 20 30 10"), "M10,10c0,0,20,10,20,0");
  EXPECT_EQ(path("M10 10Q25 40 40 10"), "M10,10c10,20,20,20,30,0");
  EXPECT_EQ(path("M10 10Q25 40 40 10T70 10"), "M10,10c10,20,20,20,30,0c10-20,20-20,30,0");
  EXPECT_EQ(path("M10 10L20 10 20 20ZM10 10"), "M10,10h10v10z");
  EXPECT_EQ(path("M10 10M20 10"), "");
  EXPECT_EQ(path("M10 10L20 10 20 20ZL5 5 1 9"), "M10,10h10v10zM10,10l-5-5l-4,4");
}

TEST(PictureShapes, NumbersNeedNoSpaceBetween) {
  EXPECT_EQ(path("M1.5.5-2+3e1,4-4L.1e2-3"), "M1.5,.5l-3.5,29.5l6-34l6,1");
  EXPECT_EQ(path("M0 0a5 5 0 1110 0"), path("M0 0 a 5,5 0 1 1 10,0"));
}

TEST(PictureShapes, ArcsAreQuartersOfEllipses) {
  // Half a circle, above and below.
  EXPECT_EQ(path("M10 20A10 10 0 0 1 30 20"), "M10,20c0-5.52,4.48-10,10-10c5.52,0,10,4.48,10,10");
  EXPECT_EQ(path("M10 20A10 10 0 0 0 30 20"), "M10,20c0,5.52,4.48,10,10,10c5.52,0,10-4.48,10-10");
  // Radii that are too small grow (F.6.6); without any it is a line.
  EXPECT_EQ(path("M10 20A1 1 0 0 1 30 20"), path("M10 20A10 10 0 0 1 30 20"));
  EXPECT_EQ(path("M10 20A0 10 0 0 1 30 25L0 0"), "M10,20l20,5l-30-25");
  // The large one of two arcs ends where the small one does, but goes round.
  EXPECT_EQ(path("M10 10A10 10 0 1 1 20 20L9 9"),
            "M10,10c0-5.52,4.48-10,10-10c5.52,0,10,4.48,10,10c0,5.52-4.48,10-10,10l-11-11");
}

TEST(PictureShapes, BasicShapesArePaths) {
  EXPECT_EQ(shapes("<rect x='10' y='20' width='30' height='40'/>"), "<path fill=\"#000\" d=\"M10,20h30v40h-30z\"/>");
  EXPECT_EQ(shapes("<rect width='50%' height='10' fill='red'/>"), "<path fill=\"#f00\" d=\"M0,0h50v10h-50z\"/>");
  EXPECT_EQ(shapes("<rect width='20' height='10' rx='4'/>"), shapes("<rect width='20' height='10' rx='4' ry='4'/>"));
  EXPECT_EQ(shapes("<rect width='20' height='10' rx='99'/>"), shapes("<rect width='20' height='10' rx='10' ry='5'/>"));
  EXPECT_EQ(shapes("<circle cx='50' cy='50' r='10'/>"),
            "<path fill=\"#000\" d=\"M60,50c0,5.52-4.48,10-10,10c-5.52,0-10-4.48-10-10c0-5.52,4.48-10,10-10"
            "c5.52,0,10,4.48,10,10z\"/>");
  EXPECT_EQ(shapes("<ellipse cx='50' cy='50' rx='10' ry='10'/>"), shapes("<circle cx='50' cy='50' r='10'/>"));
  EXPECT_EQ(shapes("<line x2='10' y2='5' stroke='blue'/>"), "<path stroke=\"#00f\" d=\"M0,0l10,5\"/>");
  EXPECT_EQ(shapes("<polygon points='0,0 10,0 10,10'/>"), "<path fill=\"#000\" d=\"M0,0h10v10z\"/>");
  EXPECT_EQ(shapes("<polyline points='0,0 10,0 10,10'/>"), "<path fill=\"#000\" d=\"M0,0h10v10\"/>");
  EXPECT_EQ(shapes("<rect width='0' height='10'/><circle r='0'/><path/><path d='none'/><polygon points=''/>"), "");
}

TEST(PictureShapes, TransformationsAreDone) {
  const auto at = [](std::string transform) {
    const std::string out = shapes("<path d='M0 0H10V5' transform='" + transform + "'/>");
    return out.find(" d=") == out.npos ? out : out.substr(out.find(" d=") + 4, out.size() - out.find(" d=") - 7);
  };
  EXPECT_EQ(at("translate(5)"), "M5,0h10v5");
  EXPECT_EQ(at("translate(5,6)scale(2)"), "M5,6h20v10");
  EXPECT_EQ(at("scale(2 3)"), "M0,0h20v15");
  EXPECT_EQ(at("rotate(90)"), "M0,0v10h-5");
  EXPECT_EQ(at("rotate(180, 10 10)"), "M20,20h-10v-5");
  EXPECT_EQ(at("skewX(45)"), "M0,0h10l5,5");
  EXPECT_EQ(at("skewY(45)"), "M0,0l10,10v5");
  EXPECT_EQ(at("matrix(1 0 0 -1 3 4)"), "M3,4h10v-5");
  EXPECT_EQ(at("spin(3)"), "picture-svg-value transform");
  EXPECT_EQ(at("rotate(1 2)"), "picture-svg-value transform");
  EXPECT_EQ(shapes("<g transform='translate(10 0)'><g transform='scale(2)'><rect width='1' height='1'/></g></g>"),
            "<path fill=\"#000\" d=\"M10,0h2v2h-2z\"/>");
}

TEST(PictureShapes, LinesGrowWithTheirShapes) {
  EXPECT_EQ(shapes("<path d='M0 0H9' stroke='#000' stroke-dasharray='1, 2 3' transform='scale(2)'/>"),
            "<path stroke=\"#000\" stroke-width=\"2\" stroke-dasharray=\"2 4 6 2 4 6\" d=\"M0,0h18\"/>");
  EXPECT_EQ(
      shapes(
          "<path d='M0 0H9' stroke='#000' vector-effect='non-scaling-stroke' stroke-width='2' transform='scale(2)'/>"),
      "<path stroke=\"#000\" stroke-width=\"2\" d=\"M0,0h18\"/>");
  const Read flat = read_inside("<path d='M0 0H9' stroke='#000' transform='scale(2 1)'/>");
  EXPECT_TRUE(flat.drawing);
  EXPECT_EQ(flat.said(), "picture-svg-simplified stroke-width");
}

TEST(PictureShapes, WindowsAreFitted) {
  const auto size = [](std::string attributes) {
    const Read one = read_inside("", attributes);
    if (!one.drawing) return one.said();
    return std::to_string(std::lround(one.drawing->width * 10)) + " " +
           std::to_string(std::lround(one.drawing->height * 10));
  };
  EXPECT_EQ(size("width='100' height='50'"), "1000 500");
  EXPECT_EQ(size("width='1in' height='72pt'"), "960 960");
  EXPECT_EQ(size("width='25.4mm' height='2.54cm'"), "960 960");
  EXPECT_EQ(size("width='6pc' height='101.6Q'"), "960 960");
  EXPECT_EQ(size("viewBox='0 0 300 200'"), "3000 2000");
  EXPECT_EQ(size("width='100%' viewBox='0 0 300 200'"), "3000 2000");
  EXPECT_EQ(size("width='150' viewBox='0 0 300 200'"), "1500 1000");
  EXPECT_EQ(size("height='100' viewBox='0 0 300 200'"), "1500 1000");
  const auto square = [](std::string attributes) {
    const std::string out = shapes("<rect width='10' height='10'/>", "viewBox='0 0 10 10' " + attributes);
    return out.substr(out.find(" d=") + 4, out.size() - out.find(" d=") - 7);
  };
  EXPECT_EQ(square("width='100' height='50'"), "M25,0h50v50h-50z");
  EXPECT_EQ(square("width='100' height='50' preserveAspectRatio='xMaxYMid'"), "M50,0h50v50h-50z");
  EXPECT_EQ(square("width='50' height='100' preserveAspectRatio='xMidYMin meet'"), "M0,0h50v50h-50z");
  EXPECT_EQ(square("width='100' height='50' preserveAspectRatio='none'"), "M0,0h100v50h-100z");
  EXPECT_EQ(square("width='100' height='50' preserveAspectRatio='xMidYMid slice'"), "M0-25h100v100h-100z");
}

TEST(PictureShapes, StylesFollowTheCascade) {
  const auto fill = [](std::string markup) {
    const std::string out = shapes(markup);
    const std::size_t at = out.find("fill=\"");
    return at == out.npos ? out : out.substr(at + 6, out.find('"', at + 6) - at - 6);
  };
  constexpr std::string_view kRect = "<rect width='9' height='9' ";
  const auto rect = [&](std::string attributes) { return std::string(kRect) + attributes + "/>"; };
  EXPECT_EQ(fill(rect("fill='#abc'")), "#abc");
  EXPECT_EQ(fill(rect("fill='#A1B2C3'")), "#a1b2c3");
  EXPECT_EQ(fill(rect("fill='RebeccaPurple'")), "#639");
  EXPECT_EQ(fill(rect("fill='rgb(255, 0 ,0)'")), "#f00");
  EXPECT_EQ(fill(rect("fill='rgb(100% 0% 50%)'")), "#ff0080");
  EXPECT_EQ(fill(rect("fill='red' style='fill : blue; '")), "#00f");
  EXPECT_EQ(fill("<g fill='red'>" + rect("") + "</g>"), "#f00");
  EXPECT_EQ(fill("<g color='red' fill='currentColor'>" + rect("color='blue'") + "</g>"), "#f00");
  EXPECT_EQ(fill("<g color='lime'>" + rect("fill='currentColor'") + "</g>"), "#0f0");
  EXPECT_EQ(fill("<style>.a{fill:red} rect{fill:blue}</style>" + rect("class='b a' fill='lime'")), "#f00");
  EXPECT_EQ(fill("<style>.a{fill:red} #x{fill:blue}</style>" + rect("class='a' id='x'")), "#00f");
  EXPECT_EQ(fill("<style>g .a, circle{fill:red} .a{fill:blue}</style><g>" + rect("class='a'") + "</g>"), "#f00");
  EXPECT_EQ(fill("<style>circle .a{fill:red}</style>" + rect("class='a'")), "#000");
  EXPECT_EQ(fill("<style>/* no */ @charset 'x'; rect{fill:red !important}</style>" + rect("style='fill:blue'")),
            "#f00");
  EXPECT_EQ(fill("<style><![CDATA[rect{fill:red}]]></style>" + rect("")), "#f00");
  EXPECT_EQ(fill("<style>rect:hover{fill:red}</style>" + rect("")), "picture-svg-unsupported style");
  EXPECT_EQ(fill("<style>@import 'http://a.b/c.css';</style>" + rect("")), "picture-svg-value style");
  EXPECT_EQ(fill("<style>@media print{rect{fill:red}}</style>" + rect("")), "picture-svg-unsupported @media");
}

TEST(PictureShapes, WhatIsNotSeenIsNotDrawn) {
  EXPECT_EQ(shapes("<rect width='9' height='9' display='none'/>"), "");
  EXPECT_EQ(shapes("<g visibility='hidden'><rect width='9' height='9'/></g>"), "");
  EXPECT_EQ(shapes("<g display='none'><image href='a.png'/></g>"), "");
  EXPECT_EQ(shapes("<rect width='9' height='9' opacity='0'/><rect width='9' height='9' fill='none'/>"), "");
  EXPECT_EQ(shapes("<rect width='9' height='9' fill='transparent'/><rect width='9' height='9' fill='url(#gone)'/>"),
            "");
  EXPECT_EQ(shapes("<title>T</title><desc>D</desc><metadata/><defs><rect width='9' height='9'/></defs>"), "");
  EXPECT_EQ(shapes("<g visibility='hidden'><rect width='9' height='9' visibility='visible'/></g>"),
            "<path fill=\"#000\" d=\"M0,0h9v9h-9z\"/>");
}

TEST(PictureShapes, OpacityIsThatOfAllAround) {
  EXPECT_EQ(shapes("<g opacity='.5'><rect width='9' height='9' opacity='50%' fill-opacity='.8'/></g>"),
            "<path fill=\"#000\" fill-opacity=\".2\" d=\"M0,0h9v9h-9z\"/>");
  EXPECT_EQ(shapes("<rect width='9' height='9' fill='#ff000080'/>"),
            "<path fill=\"#f00\" fill-opacity=\".5\" d=\"M0,0h9v9h-9z\"/>");
}

TEST(PictureShapes, PartsAreUsedAgain) {
  EXPECT_EQ(shapes("<defs><path id='a' d='M0 0h9'/></defs><use xlink:href='#a' x='5' y='6' stroke='red'/>"),
            "<path stroke=\"#f00\" d=\"M5,6h9\"/>");
  EXPECT_EQ(shapes("<symbol id='a' viewBox='0 0 10 10'><rect width='10' height='10'/></symbol>"
                   "<use href='#a' x='10' y='20' width='40' height='40'/>"),
            "<path fill=\"#000\" d=\"M10,20h40v40h-40z\"/>");
  EXPECT_EQ(shapes("<style>.k rect{fill:red}</style><g class='k'><rect id='a' width='9' height='9'/></g>"
                   "<use href='#a' y='10'/>"),
            "<path fill=\"#f00\" d=\"M0,0h9v9h-9z\"/><path fill=\"#f00\" d=\"M0,10h9v9h-9z\"/>");
}

TEST(PictureShapes, ClipsAreRectanglesOfTheDrawing) {
  const Read one = read_inside(
      "<clipPath id='a'><rect x='10' y='10' width='50' height='50'/></clipPath>"
      "<clipPath id='b'><path d='M30 0h90v90h-90z'/></clipPath>"
      "<g clip-path='url(#a)'><g clip-path='url(#b)'><rect width='90' height='90'/></g></g>");
  ASSERT_TRUE(one.drawing);
  ASSERT_EQ(one.drawing->root.children.size(), 1u);
  EXPECT_EQ(*one.drawing->root.children[0].clip, (std::array<double, 4>{30, 10, 30, 50}));
  EXPECT_EQ(shapes("<clipPath id='a'><circle r='9'/></clipPath><rect width='9' height='9' clip-path='url(#a)'/>"),
            "picture-svg-unsupported <clipPath>");
  EXPECT_EQ(shapes("<clipPath id='a'/><rect width='9' height='9' clip-path='url(#a)'/>"), "");
}

TEST(PictureShapes, MarksStandAtTheEndsOfLines) {
  const auto marks = [](std::string line, std::string more = "") {
    const std::string out = shapes("<marker id='m' markerWidth='4' markerHeight='4' refX='4' refY='2' " + more +
                                   "><path d='M0 0L4 2 0 4z'/></marker>" + line);
    return out.substr(std::min(out.find("<path fill=\"#000\""), out.size()));
  };
  const std::string end = "<path d='M10 10H30' fill='none' stroke='red' marker-end='url(#m)'/>";
  EXPECT_EQ(marks(end), "<path fill=\"#000\" d=\"M26,8l4,2l-4,2z\"/>");
  EXPECT_EQ(marks("<line x1='10' y1='10' x2='10' y2='30' stroke='red' style='marker-end:url(#m)'/>", "orient='auto'"),
            "<path fill=\"#000\" d=\"M12,26l-2,4l-2-4z\"/>");
  EXPECT_EQ(marks("<path d='M10 10H30' stroke='red' stroke-width='2' marker-start='url(#m)'/>",
                  "orient='auto-start-reverse'"),
            "<path fill=\"#000\" d=\"M18,14l-8-4l8-4z\"/>");
  EXPECT_EQ(
      marks("<path d='M10 10H30' stroke='red' stroke-width='2' marker-end='url(#m)'/>", "markerUnits='userSpaceOnUse'"),
      marks(end));
  EXPECT_EQ(marks("<polyline points='0,20 20,20 40,20' fill='none' marker-mid='url(#m)'/>", "orient='90'"),
            "<path fill=\"#000\" d=\"M22,16l-2,4l-2-4z\"/>");
  EXPECT_EQ(shapes("<marker id='m'><path d='M0 0h40v4z'/></marker>" + end), "picture-svg-unsupported <marker>");
  EXPECT_EQ(shapes("<marker id='m' overflow='visible'><path d='M0 0h1' marker-end='url(#m)'/></marker>" + end),
            "picture-svg-unsupported <marker>");
}

TEST(PictureShapes, EvenOddHolesTurnAround) {
  const auto hole = [](std::string data) {
    const std::string out = shapes("<path fill-rule='evenodd' d='" + data + "'/>");
    return out.find(" d=") == out.npos ? out : out.substr(out.find(" d=") + 4, out.size() - out.find(" d=") - 7);
  };
  EXPECT_EQ(hole("M0 0h30v30h-30zM10 10h10v10h-10z"), "M0,0h30v30h-30zM10,20h10v-10h-10z");
  EXPECT_EQ(hole("M0 0v30h30v-30zM10 10h10v10h-10z"), "M30,0v30h-30v-30zM10,20h10v-10h-10z");
  EXPECT_EQ(hole("M0 0h9v9zM20 0h9v9z"), "M0,0h9v9zM20,0h9v9z");
  EXPECT_EQ(hole("M50 0L80 90 5 30H95L20 90z"), "picture-svg-unsupported fill-rule");
}

}  // namespace
}  // namespace bifolio::picture
