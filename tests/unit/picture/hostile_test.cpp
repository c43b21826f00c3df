// Drawings made to do harm: each is told, none takes long, none crashes.
#include <gtest/gtest.h>

#include <chrono>

#include "unit/picture/read_picture.h"

namespace bifolio::picture {
namespace {

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

/// What is said of a drawing, which must be read in a moment.
std::string said(const std::string& inside, std::string_view attributes = "width='100' height='100'") {
  const auto begin = std::chrono::steady_clock::now();
  const Read one = read_inside(inside, attributes);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(took.count(), 5) << one.said();
  return one.drawing ? "drawn " + one.said() : one.said();
}

TEST(HostilePicture, LaughsAMillionTimes) {
  const Read one =
      read("<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'/>");
  EXPECT_FALSE(one.drawing);
  EXPECT_EQ(one.said(), "syntax-xml-entity");
  const Read outside = read(
      "<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg xmlns='http://www.w3.org/2000/svg' "
      "width='9' height='9'/>");
  EXPECT_TRUE(outside.drawing);
}

TEST(HostilePicture, IsNoPicture) {
  EXPECT_EQ(read("").said(), "syntax-xml");
  EXPECT_EQ(read("<svg").said(), "syntax-xml");
  EXPECT_EQ(read("<svg><g>").said(), "syntax-xml");
  for (const char* cut : {"<svg \"", "<svg a='", "<!--", "<![CDATA[", "<?xml", "<svg a=\"b\"", "<"})
    EXPECT_EQ(read(cut).said(), "syntax-xml") << cut;
  EXPECT_EQ(read("<html/>").said(), "picture-svg-size");
  EXPECT_EQ(read("<svg xmlns='http://a.b/' width='9' height='9'/>").said(), "picture-svg-size");
  EXPECT_EQ(read(std::string("\x1f\x8b\x08\0", 4)).said(), "syntax-xml");
}

TEST(HostilePicture, HasNoSize) {
  for (const char* attributes : {"", "width='0' height='9'", "width='-1' height='9'", "viewBox='0 0 0 9'",
                                 "width='40000' height='9'", "width='9'", "viewBox='0 0 1 1000000'"})
    EXPECT_EQ(said("", attributes), "picture-svg-size") << attributes;
  for (const char* attributes : {"width='x' height='9'", "width='1e999' height='9'", "width='9 9' height='9'"})
    EXPECT_EQ(said("", attributes), "picture-svg-value width") << attributes;
  for (const char* attributes : {"viewBox='0 0 9'", "viewBox='0 0 nan 9'", "viewBox='0 0 -9 9'", "viewBox=''"})
    EXPECT_EQ(said("", attributes), "picture-svg-value viewBox") << attributes;
}

TEST(HostilePicture, NumbersAreOutOfReason) {
  for (const char* data : {"M nan 0", "M inf inf", "M 1e400 0", "M 1e8 0", "M0", "0 0", "M0 0L", "M0 0A1 1 0 2 0 9 9",
                           "Z", "L0 0", "M0 0X", "M0 0 5", "M0 0Z5 5", "--1"})
    EXPECT_EQ(said("<path d='" + std::string(data) + "'/>"), "picture-svg-value d") << data;
  EXPECT_EQ(said("<path d='M1e-999 0h9v9' />"), "drawn ");
  EXPECT_EQ(said("<rect width='9' height='9' x='NaN'/>"), "picture-svg-value x");
  EXPECT_EQ(said("<polygon points='1 2 3'/>"), "picture-svg-value points");
  EXPECT_EQ(said("<rect width='9' height='9' fill='url(#'/>"), "picture-svg-unsupported fill");
  EXPECT_EQ(said("<rect width='9' height='9' fill='rgb(1,2'/>"), "picture-svg-value fill");
  EXPECT_EQ(said("<rect width='9' height='9' transform='scale(1e7) scale(1e7)'/>"), "picture-svg-unsupported <rect>");
  EXPECT_EQ(said("<rect width='9' height='9' transform='scale(0)'/>"), "drawn ");
  EXPECT_EQ(said("<g transform='" + times(60, "scale(1e7)") + "'><text y='5'>A</text></g>"),
            "picture-svg-value transform");
}

TEST(HostilePicture, IsVeryLong) {
  EXPECT_EQ(said("<path d='M0 0" + times(100'000, "h1v1h-1v-1") + "'/>"), "drawn ");
  EXPECT_EQ(said("<path d='M0 0" + times(600'000, "h1") + "'/>"), "picture-svg-too-large");
  EXPECT_EQ(said(times(100'000, "<g/>")), "picture-svg-too-large");
  EXPECT_EQ(said(times(30'000, "<rect width='1' height='1'/>")), "drawn ");
  EXPECT_EQ(said("<text>" + times(300'000, "a") + "</text>"), "picture-svg-too-large");
  EXPECT_EQ(said("<desc>" + times(5'000'000, "a") + "</desc>"), "picture-svg-too-large");
}

TEST(HostilePicture, IsVeryDeep) {
  EXPECT_EQ(said(times(1000, "<g>") + times(1000, "</g>")), "syntax-xml");
  EXPECT_EQ(said(times(200, "<g>") + times(200, "</g>")), "drawn ");
  std::string uses;
  for (int i = 0; i < 400; ++i)
    uses += "<g id='a" + std::to_string(i) + "'><use href='#a" + std::to_string(i + 1) + "'/></g>";
  EXPECT_EQ(said("<defs>" + uses + "<g id='a400'/></defs><use href='#a0'/>"), "picture-svg-too-large");
}

TEST(HostilePicture, ContainsItself) {
  EXPECT_EQ(said("<g id='a'><use href='#a'/></g>"), "picture-svg-unsupported <use>");
  EXPECT_EQ(said("<use id='a' href='#a'/>"), "picture-svg-unsupported <use>");
  EXPECT_EQ(said("<defs><g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></defs><use href='#a'/>"),
            "picture-svg-unsupported <use>");
  EXPECT_EQ(said("<use href='#nowhere'/>"), "picture-svg-unsupported <use>");
  EXPECT_EQ(said("<clipPath id='c' clip-path='url(#c)'><rect width='9' height='9'/></clipPath>"
                 "<rect width='9' height='9' clip-path='url(#c)'/>"),
            "picture-svg-unsupported <clipPath>");
}

TEST(HostilePicture, GrowsWithEachUse) {
  std::string parts = "<rect id='p0' width='1' height='1'/>";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "<use href='#p" + std::to_string(i - 1) + "'/>";
    parts += "<g id='p" + std::to_string(i) + "'>" + last + last + "</g>";
  }
  EXPECT_EQ(said("<defs>" + parts + "</defs><use href='#p29'/>"), "picture-svg-too-large");
  // Much to read that draws nothing.
  const std::string idle = "<path id='p' d='" + times(1'000'000, " ") + "'/>";
  EXPECT_EQ(said("<defs>" + idle + "</defs>" + times(10'000, "<use href='#p'/>")), "picture-svg-too-large");
}

TEST(HostilePicture, HasMarksEverywhere) {
  const std::string marker = "<marker id='m' orient='auto'>" + times(50, "<path d='M0 0h1v1z'/>") + "</marker>";
  EXPECT_EQ(said(marker + "<path marker-mid='url(#m)' d='M0 0" + times(100'000, "h1v1") + "'/>"),
            "picture-svg-too-large");
}

TEST(HostilePicture, HasManyRules) {
  std::string rules;
  for (int i = 0; i < 900; ++i) rules += "g g g g .c" + std::to_string(i) + "{fill:red}";
  EXPECT_EQ(said("<style>" + rules + "</style>" + times(40'000, "<g/>")), "picture-svg-too-large");
  EXPECT_EQ(said("<style>" + times(2000, ".a{fill:red}") + "</style>"), "picture-svg-unsupported style");
  EXPECT_EQ(said("<style>" + times(1000, "a{") + "</style>"), "picture-svg-value style");
}

TEST(HostilePicture, HasManyFaults) {
  std::string elements;
  for (int i = 0; i < 1000; ++i) elements += "<e" + std::to_string(i) + "/>";
  EXPECT_LE(read_inside(elements).findings.all().size(), 30u);
}

TEST(HostilePicture, CrossesItselfEndlessly) {
  std::string star = "M0 0";
  for (int i = 0; i < 20'000; ++i) star += "L" + std::to_string(i * 37 % 100) + " " + std::to_string(i * 91 % 100);
  EXPECT_EQ(said("<path fill-rule='evenodd' d='" + star + "z'/>"), "picture-svg-unsupported fill-rule");
}

TEST(HostilePicture, HasManyAttributes) {
  std::string attributes;
  for (int i = 0; i < 20'000; ++i) attributes += " a" + std::to_string(i) + "='x'";
  EXPECT_EQ(said("<g" + attributes + "/>"), "picture-svg-too-large");
  // An apostrophe in a comment opens nothing.
  EXPECT_EQ(said("<!-- it's --><g a='=" + times(2000, "=") + "'/>"), "drawn ");
}

}  // namespace
}  // namespace bifolio::picture
